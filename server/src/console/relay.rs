//! What passes between a machine and its viewer, in pieces of which each is taken before the next is read: a slow viewer
//! keeps its machine waiting, and nothing is gathered here.

use super::rfb::client::Filter;
use super::viewer::{Sends, Takes, piece};
use axum::body::Bytes;
use axum::extract::ws::Message;
use domain::console::ConsoleEnd;
use futures_util::SinkExt as _;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};
use tokio::time::{MissedTickBehavior, interval};

/// The largest piece of a picture.
const PIECE_BYTES: usize = 32 * 1024;
/// How often a viewer is asked whether it is still there. Proxies close what is silent for a minute.
const BEAT: Duration = Duration::from_secs(25);

/// What happened since somebody last looked.
#[derive(Debug, Default)]
pub struct Used {
    shown: AtomicBool,
    typed: AtomicBool,
}

impl Used {
    /// Whether something was shown since this was last asked.
    pub fn shown(&self) -> bool {
        self.shown.swap(false, Ordering::Relaxed)
    }

    /// Whether something was typed since this was last asked.
    pub fn typed(&self) -> bool {
        self.typed.swap(false, Ordering::Relaxed)
    }
}

/// Shows a viewer what comes from a machine, until one of them ends.
pub async fn show(from: &mut (impl AsyncRead + Unpin), to: &mut impl Takes, used: &Used) -> ConsoleEnd {
    let mut piece = vec![0; PIECE_BYTES];
    let mut beat = interval(BEAT);
    beat.set_missed_tick_behavior(MissedTickBehavior::Delay);
    loop {
        let message = tokio::select! {
            read = from.read(&mut piece) => match read {
                Ok(0) | Err(_) => return ConsoleEnd::Machine,
                Ok(length) => {
                    used.shown.store(true, Ordering::Relaxed);
                    Message::Binary(Bytes::copy_from_slice(&piece[..length]))
                }
            },
            _ = beat.tick() => Message::Ping(Bytes::new()),
        };
        if to.send(message).await.is_err() {
            return ConsoleEnd::Left;
        }
    }
}

/// Hands a machine what its viewer may send, until one of them ends. `sent` is what came early.
pub async fn hand(
    from: &mut impl Sends,
    sent: Vec<u8>,
    mut filter: Filter,
    to: &mut (impl AsyncWrite + Unpin),
    used: &Used,
) -> ConsoleEnd {
    let (mut sent, mut passed) = (Bytes::from(sent), Vec::new());
    loop {
        let outcome = filter.take(&sent, &mut passed);
        if to.write_all(&passed).await.is_err() {
            return ConsoleEnd::Machine;
        }
        passed.clear();
        match outcome {
            Ok(true) => used.typed.store(true, Ordering::Relaxed),
            Ok(false) => {}
            Err(refused) => {
                tracing::warn!(?refused, "closed a console for what its viewer sent");
                return ConsoleEnd::Misuse;
            }
        }
        sent = match piece(from).await {
            Ok(sent) => sent,
            Err(end) => return end,
        };
    }
}

#[cfg(test)]
mod tests {
    use super::super::viewer::greet;
    use super::*;
    use domain::console::ConsoleMode;
    use futures_util::{sink, stream};
    use std::sync::Arc;
    use std::sync::atomic::AtomicUsize;
    use tokio::io::duplex;
    use tokio::time::timeout;

    const KEY: [u8; 8] = [4, 1, 0, 0, 0, 0, 0, b'a'];
    const UPDATE: [u8; 10] = [3, 1, 0, 0, 0, 0, 4, 0, 3, 0];

    /// A viewer that takes so many messages, and then none.
    fn viewer(mut takes: usize) -> impl Takes {
        Box::pin(sink::unfold((), move |(), _: Message| {
            let goes_on = takes > 0;
            takes = takes.saturating_sub(1);
            async move {
                if !goes_on {
                    std::future::pending::<()>().await;
                }
                Ok::<_, axum::Error>(())
            }
        }))
    }

    fn sends(messages: Vec<Message>) -> impl Sends {
        stream::iter(messages.into_iter().map(Ok))
    }

    fn binary(bytes: &[u8]) -> Message {
        Message::Binary(Bytes::copy_from_slice(bytes))
    }

    #[tokio::test(start_paused = true)]
    async fn a_viewer_that_takes_nothing_keeps_its_machine_waiting() {
        const SOCKET: usize = 64 * 1024;
        let (mut ours, mut machine) = duplex(SOCKET);
        let written = Arc::new(AtomicUsize::new(0));
        let count = Arc::clone(&written);
        tokio::spawn(async move {
            while machine.write_all(&[7; 1_024]).await.is_ok() {
                count.fetch_add(1_024, Ordering::Relaxed);
            }
        });
        let (used, mut viewer) = (Used::default(), viewer(3));
        // Time goes on once nothing else does.
        let shown = timeout(Duration::from_secs(20), show(&mut ours, &mut viewer, &used)).await;
        assert!(shown.is_err() && used.shown());
        let gathered = written.load(Ordering::Relaxed);
        assert!(gathered <= SOCKET + 6 * PIECE_BYTES, "{gathered} bytes");
    }

    #[tokio::test]
    async fn what_was_not_let_through_never_reaches_the_machine() {
        for (mode, reaches) in
            [(ConsoleMode::View, UPDATE.to_vec()), (ConsoleMode::Control, [&KEY[..], &UPDATE].concat())]
        {
            let (mut ours, mut machine) = duplex(1_024);
            let (early, rest) = KEY.split_at(3);
            let mut from = sends(vec![binary(rest), binary(&UPDATE), binary(&[99])]);
            let used = Used::default();
            let end = hand(&mut from, early.to_vec(), Filter::new(mode), &mut ours, &used).await;
            assert_eq!((end, used.typed()), (ConsoleEnd::Misuse, mode == ConsoleMode::Control));
            drop(ours);
            let mut reached = Vec::new();
            machine.read_to_end(&mut reached).await.expect("it is open");
            assert_eq!(reached, reaches, "{mode:?}");
        }
    }

    #[tokio::test]
    async fn a_viewer_that_is_greeted_answers_as_it_should() {
        let version = &b"RFB 003.008\n"[..];
        for (sent, begun) in [
            (vec![binary(version), binary(&[1]), binary(&[1])], Ok(Vec::new())),
            (vec![binary(&version[..5]), binary(&version[5..]), binary(&[1, 0, 3])], Ok(vec![3])),
            (vec![binary(b"RFB 003.003\n")], Err(ConsoleEnd::Misuse)),
            (vec![binary(version), binary(&[2])], Err(ConsoleEnd::Misuse)),
            (vec![Message::Text("RFB".into())], Err(ConsoleEnd::Misuse)),
            (vec![binary(version)], Err(ConsoleEnd::Left)),
            (vec![Message::Close(None)], Err(ConsoleEnd::Left)),
        ] {
            assert_eq!(greet(&mut viewer(9), &mut sends(sent.clone())).await, begun, "{sent:?}");
        }
    }
}
