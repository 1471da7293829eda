//! What comes from a viewer's browser, and how its connection begins and ends.

use super::rfb::handshake::{WITH_VIEWER, is_answer};
use axum::body::Bytes;
use axum::extract::ws::{CloseFrame, Message};
use domain::console::ConsoleEnd;
use futures_util::{Sink, SinkExt as _, Stream, StreamExt as _};
use std::time::Duration;
use tokio::time::timeout;

/// After so long without a word, not even an answer to a beat, a viewer has gone.
const SILENCE: Duration = Duration::from_secs(75);
/// The most that a viewer sends before its connection has begun.
const EARLY_BYTES: usize = 1_024;
/// How long a viewer may take to hear that it is over.
const FAREWELL: Duration = Duration::from_secs(1);

/// What comes from a viewer.
pub trait Sends: Stream<Item = Result<Message, axum::Error>> + Unpin + Send {}
impl<S: Stream<Item = Result<Message, axum::Error>> + Unpin + Send> Sends for S {}

/// What goes to a viewer.
pub trait Takes: Sink<Message, Error = axum::Error> + Unpin + Send {}
impl<S: Sink<Message, Error = axum::Error> + Unpin + Send> Takes for S {}

/// The next piece of what a viewer sends.
///
/// # Errors
/// Why there is none.
pub async fn piece(from: &mut impl Sends) -> Result<Bytes, ConsoleEnd> {
    loop {
        match timeout(SILENCE, from.next()).await {
            Ok(Some(Ok(Message::Binary(bytes)))) => return Ok(bytes),
            Ok(Some(Ok(Message::Text(_)))) => return Err(ConsoleEnd::Misuse),
            Ok(Some(Ok(Message::Ping(_) | Message::Pong(_)))) => {}
            Ok(Some(Ok(Message::Close(_)) | Err(_)) | None) | Err(_) => return Err(ConsoleEnd::Left),
        }
    }
}

/// Begins with a viewer, as its machine; gives what it has sent beyond that.
///
/// # Errors
/// Why it cannot be gone on with.
pub async fn greet(to: &mut impl Takes, from: &mut impl Sends) -> Result<Vec<u8>, ConsoleEnd> {
    let mut sent = Vec::new();
    for (step, (said, length)) in WITH_VIEWER.into_iter().enumerate() {
        to.send(Message::Binary(Bytes::from_static(said))).await.map_err(|_| ConsoleEnd::Left)?;
        while sent.len() < length {
            sent.extend(piece(from).await?);
        }
        let rest = sent.split_off(length);
        if !is_answer(step, &sent) || rest.len() > EARLY_BYTES {
            return Err(ConsoleEnd::Misuse);
        }
        sent = rest;
    }
    Ok(sent)
}

/// Tells a viewer that it is over, and why.
pub async fn farewell(to: &mut impl Takes, from: &mut impl Sends, why: ConsoleEnd) {
    let frame = CloseFrame { code: why.code(), reason: why.key().into() };
    let heard = async {
        if to.send(Message::Close(Some(frame))).await.is_ok() {
            // What is on its way is read: a connection that is closed over it loses the reason.
            while let Some(Ok(_)) = from.next().await {}
        }
    };
    // Whoever does not take it is closed all the same.
    let _ = timeout(FAREWELL, heard).await;
}
