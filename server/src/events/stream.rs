//! One stream, from its first message to its last.

use super::RESTART_MS;
use super::slots::StreamSlot;
use crate::site::Site;
use axum::body::Bytes;
use domain::caller::SignedIn;
use domain::live::{Listening, LiveMessage, News, Position, SessionStanding};
use domain::time::Timestamp;
use hyper::body::{Body, Frame};
use std::convert::Infallible;
use std::pin::Pin;
use std::sync::Arc;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::sync::mpsc;
use tokio::time::sleep;

/// A message as it goes over the line.
pub fn line(message: &LiveMessage) -> String {
    let data = serde_json::to_string(message).unwrap_or_default();
    match message {
        LiveMessage::Beat(Position(position)) | LiveMessage::News(News { position: Position(position), .. }) => {
            format!("id: {position}\ndata: {data}\n\n")
        }
        LiveMessage::Over | LiveMessage::Later { .. } => format!("data: {data}\n\n"),
    }
}

/// Somebody who listens.
pub struct Listener {
    pub site: Arc<Site>,
    pub slot: StreamSlot,
    pub token: String,
    pub signed_in: SignedIn,
    pub listening: Box<dyn Listening>,
    pub sender: mpsc::Sender<Bytes>,
    /// Up to where they were told everything.
    pub after: Position,
    /// Up to when the clock was looked at.
    pub since: Timestamp,
}

/// The body of an answer: what the listener says, until it stops. Dropping it tells the listener that the client went.
pub struct Messages(pub mpsc::Receiver<Bytes>);

impl Body for Messages {
    type Data = Bytes;
    type Error = Infallible;

    fn poll_frame(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<Option<Result<Frame<Bytes>, Infallible>>> {
        self.0.poll_recv(cx).map(|message| message.map(|bytes| Ok(Frame::data(bytes))))
    }
}

/// Why a stream ends without another word.
struct Gone;

impl Listener {
    /// Tells until the session ends, the client goes, or it is time to begin anew.
    pub async fn run(mut self) {
        if let Ok(last) = self.send_changes().await {
            // Whether it still arrives is the client's affair.
            let _ = self.send(&last).await;
        }
    }

    /// Everything up to the last message.
    async fn send_changes(&mut self) -> Result<LiveMessage, Gone> {
        let life = sleep(self.site.pace.life);
        tokio::pin!(life);
        let mut message = LiveMessage::Beat(self.after);
        loop {
            // INVARIANT: the session is asked for anew before anything is said (SECURITY T15).
            if let Some(last) = self.over().await {
                return Ok(last);
            }
            self.send(&message).await?;
            let (passed, pause) = self.clock().await;
            if !passed.is_empty() {
                message = LiveMessage::News(passed);
                continue;
            }
            message = tokio::select! {
                biased;
                news = self.listening.next() => LiveMessage::News(news),
                () = sleep(pause) => LiveMessage::Beat(self.after),
                () = &mut life => return Ok(LiveMessage::Later { wait: 0 }),
                () = self.sender.closed() => return Err(Gone),
                () = self.slot.ending() => return Ok(LiveMessage::Later { wait: RESTART_MS }),
            };
        }
    }

    /// The last message, when the session is not what it was.
    async fn over(&mut self) -> Option<LiveMessage> {
        let now = (self.site.clock)();
        match self.site.portal.sessions.standing(self.signed_in.session, &self.token, now).await {
            Ok(SessionStanding::Live) => None,
            Ok(SessionStanding::Renewed) => Some(LiveMessage::Later { wait: 0 }),
            Ok(SessionStanding::Over) => Some(LiveMessage::Over),
            Err(_) => Some(LiveMessage::Later { wait: RESTART_MS }),
        }
    }

    /// What the clock has done since it was last looked at, and how long to wait until it is worth another look.
    async fn clock(&mut self) -> (News, Duration) {
        let (now, beat, live) = ((self.site.clock)(), self.site.pace.beat, &self.site.portal.ports.live);
        let mut news = News { position: self.after, access: true, ..News::default() };
        let Ok(clock) = live.by_the_clock(self.signed_in.person, self.since, now).await else { return (news, beat) };
        self.since = now;
        news.accounts = clock.accounts;
        let next = clock.next.and_then(|next| u64::try_from(next.0 - now.0).ok()).map(Duration::from_millis);
        (news, next.map_or(beat, |next| next.min(beat)))
    }

    async fn send(&mut self, message: &LiveMessage) -> Result<(), Gone> {
        if let LiveMessage::News(News { position, .. }) = message {
            self.after = *position;
        }
        self.sender.send(Bytes::from(line(message))).await.map_err(|_| Gone)
    }
}
