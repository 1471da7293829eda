//! A connection that ends itself when the other side takes what is sent too slowly (SECURITY T71).

use std::future::Future as _;
use std::io;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWrite, ReadBuf};
use tokio::time::{Instant, Sleep, sleep};

/// How much must get through in each span of patience for it to begin anew.
const PROGRESS: usize = 16 * 1024;

/// A stream whose writes fail once the other side kept them waiting for too long. Only time spent waiting counts, so
/// that a connection may rest between requests.
pub struct WriteTimeout<S> {
    stream: S,
    patience: Duration,
    /// Since when a write has been waiting, and how long it may.
    waiting: Option<(Instant, Pin<Box<Sleep>>)>,
    /// What was spent waiting, and what got through, since the last real progress.
    spent: Duration,
    written: usize,
}

impl<S> WriteTimeout<S> {
    /// Nothing is waiting yet.
    pub fn new(stream: S, patience: Duration) -> Self {
        Self { stream, patience, waiting: None, spent: Duration::ZERO, written: 0 }
    }

    /// Looks at the outcome of a write.
    fn watch(&mut self, cx: &mut Context<'_>, outcome: Poll<io::Result<usize>>) -> Poll<io::Result<usize>> {
        match outcome {
            Poll::Ready(outcome) => {
                if let Some((since, _)) = self.waiting.take() {
                    self.spent += since.elapsed();
                }
                self.written += outcome.as_ref().copied().unwrap_or_default();
                if self.written >= PROGRESS {
                    self.written = 0;
                    self.spent = Duration::ZERO;
                }
                Poll::Ready(outcome)
            }
            Poll::Pending => {
                let left = self.patience.saturating_sub(self.spent);
                let (_, sleep) = self.waiting.get_or_insert_with(|| (Instant::now(), Box::pin(sleep(left))));
                sleep.as_mut().poll(cx).map(|()| Err(io::ErrorKind::TimedOut.into()))
            }
        }
    }
}

impl<S: AsyncRead + Unpin> AsyncRead for WriteTimeout<S> {
    fn poll_read(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buffer: &mut ReadBuf<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_read(cx, buffer)
    }
}

impl<S: AsyncWrite + Unpin> AsyncWrite for WriteTimeout<S> {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, bytes: &[u8]) -> Poll<io::Result<usize>> {
        let outcome = Pin::new(&mut self.stream).poll_write(cx, bytes);
        self.watch(cx, outcome)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bytes: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let outcome = Pin::new(&mut self.stream).poll_write_vectored(cx, bytes);
        self.watch(cx, outcome)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let outcome = Pin::new(&mut self.stream).poll_flush(cx).map_ok(|()| 0);
        self.watch(cx, outcome).map_ok(|_| ())
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let outcome = Pin::new(&mut self.stream).poll_shutdown(cx).map_ok(|()| 0);
        self.watch(cx, outcome).map_ok(|_| ())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, duplex};

    const PATIENCE: Duration = Duration::from_secs(20);

    #[tokio::test(start_paused = true)]
    async fn who_takes_nothing_is_given_up() {
        let (ours, _theirs) = duplex(64);
        let begun = Instant::now();
        let error = WriteTimeout::new(ours, PATIENCE).write_all(&[0; 1000]).await.expect_err("nobody reads");
        assert_eq!((error.kind(), begun.elapsed().as_secs()), (io::ErrorKind::TimedOut, 20));
    }

    #[tokio::test(start_paused = true)]
    async fn who_takes_a_little_now_and_then_is_given_up() {
        let (ours, mut theirs) = duplex(64);
        let slow = tokio::spawn(async move {
            let mut few = [0; 32];
            while theirs.read_exact(&mut few).await.is_ok() {
                sleep(Duration::from_secs(5)).await;
            }
        });
        let begun = Instant::now();
        let outcome = WriteTimeout::new(ours, PATIENCE).write_all(&vec![0; 100_000]).await;
        assert!(outcome.is_err() && begun.elapsed() < 2 * PATIENCE);
        slow.abort();
    }

    #[tokio::test(start_paused = true)]
    async fn who_rests_between_requests_is_not() {
        let (ours, mut theirs) = duplex(64);
        let mut stream = WriteTimeout::new(ours, PATIENCE);
        let reader = tokio::spawn(async move {
            let mut all = Vec::new();
            sleep(Duration::from_secs(1)).await;
            theirs.read_to_end(&mut all).await.map(|_| all.len())
        });
        for _ in 0..5 {
            stream.write_all(&[0; 1000]).await.expect("somebody reads");
            sleep(10 * PATIENCE).await;
        }
        drop(stream);
        assert_eq!(reader.await.expect("it reads").expect("it reads"), 5000);
    }
}
