//! Threads for work that takes the processor for long. They yield it to those that serve pages.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, Mutex, PoisonError};
use std::{io, thread};
use tokio::sync::oneshot;

type Job = Box<dyn FnOnce() + Send>;

/// How much the threads yield: with 10, a thread that serves a page runs about nine times as long as one of these.
#[cfg(target_os = "linux")]
const NICE: i32 = 10;

/// The threads. They end when this is dropped and nothing is left to do.
#[derive(Debug)]
pub(super) struct Threads(Sender<Job>);

impl Threads {
    /// Starts so many of this name.
    ///
    /// # Errors
    /// When the system gives no more threads.
    pub(super) fn start(name: &str, count: usize) -> io::Result<Self> {
        let (sender, receiver) = channel();
        let receiver = Arc::new(Mutex::new(receiver));
        for _ in 0..count {
            let jobs = Arc::clone(&receiver);
            thread::Builder::new().name(name.to_owned()).spawn(move || run(&jobs))?;
        }
        Ok(Self(sender))
    }

    /// What a job gives; nothing when it panicked. It goes on when nobody waits for it any more.
    pub(super) async fn run<T: Send + 'static>(&self, job: impl FnOnce() -> T + Send + 'static) -> Option<T> {
        let (answer, answered) = oneshot::channel();
        let job = move || {
            // The panic hook has logged it; the thread goes on.
            if let Ok(done) = catch_unwind(AssertUnwindSafe(job)) {
                let _ = answer.send(done);
            }
        };
        self.0.send(Box::new(job)).ok()?;
        answered.await.ok()
    }
}

fn run(jobs: &Mutex<Receiver<Job>>) {
    yield_to_others();
    loop {
        // Whoever waits for a job holds the lock, and the others wait for the lock.
        let job = jobs.lock().unwrap_or_else(PoisonError::into_inner).recv();
        let Ok(job) = job else { return };
        job();
    }
}

/// On Linux the niceness is that of a thread. Elsewhere it is that of the process, and stays.
fn yield_to_others() {
    #[cfg(target_os = "linux")]
    if let Err(error) = rustix::process::setpriority_process(None, NICE) {
        tracing::warn!(%error, "failed to lower the priority of a thread");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn a_job_that_panics_takes_no_thread_with_it() {
        let threads = Threads::start("test", 1).expect("a thread");
        assert_eq!(threads.run(|| panic!("as it should")).await, None::<()>);
        assert_eq!(threads.run(|| 7).await, Some(7));
    }

    #[cfg(target_os = "linux")]
    #[tokio::test]
    async fn what_takes_long_yields_to_what_serves_pages() {
        let niceness = || rustix::process::getpriority_process(None).expect("a number");
        let threads = Threads::start("test", 1).expect("a thread");
        assert_eq!(threads.run(niceness).await, Some(NICE));
        assert!(niceness() < NICE, "of the thread alone");
    }
}
