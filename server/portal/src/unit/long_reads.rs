//! Readings that take long whatever is done for them: files of whole lists, and names that are looked for in a log.

use domain::error::PortalError;
use std::time::Duration;
use tokio::sync::{Semaphore, SemaphorePermit};

/// After how many seconds they may ask again.
const RETRY_AFTER: u32 = 5;

/// One of them at a time in the process.
///
/// INVARIANT: they take one of the few connections to the database at most, so that everybody else's pages go on
/// (SECURITY T88).
#[derive(Debug)]
pub(crate) struct LongReads {
    turns: Semaphore,
    /// How long somebody waits for their turn.
    wait: Duration,
}

impl Default for LongReads {
    fn default() -> Self {
        Self { turns: Semaphore::new(1), wait: Duration::from_secs(2) }
    }
}

impl LongReads {
    /// Waits for a turn, which lasts until it is dropped. No connection is held meanwhile.
    ///
    /// # Errors
    /// `TooMany` when others take too long.
    pub(crate) async fn turn(&self) -> Result<SemaphorePermit<'_>, PortalError> {
        match tokio::time::timeout(self.wait, self.turns.acquire()).await {
            Ok(Ok(turn)) => Ok(turn),
            Ok(Err(_)) | Err(_) => Err(PortalError::TooMany { retry_after: RETRY_AFTER }),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn one_has_its_turn_and_the_others_are_told_to_wait() {
        let reads = LongReads { wait: Duration::ZERO, ..LongReads::default() };
        let first = reads.turn().await.expect("nobody else reads");
        assert_eq!(reads.turn().await.err(), Some(PortalError::TooMany { retry_after: RETRY_AFTER }));
        drop(first);
        assert!(reads.turn().await.is_ok());
    }
}
