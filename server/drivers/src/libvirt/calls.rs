//! Calls of libvirt's library. They block, and may block for ever where the daemon hangs: each has a thread of its own,
//! at most [`CONNECTIONS`] at a time, and whoever asks waits for a limited time. Threads are detached: one that hangs
//! keeps neither another call nor the end of the process waiting.

use std::sync::atomic::{AtomicU8, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;
use tokio::sync::{Semaphore, oneshot};
use tokio::time::timeout;
use virt::connect::Connect;
use virt::error::{Error, ErrorDomain};

/// How many calls run at a time. A hanging call keeps its place until it comes back.
const CONNECTIONS: usize = 8;

/// How long a call waits for a place.
const ROOM: Duration = Duration::from_secs(5);

/// Why a call has no answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum CallError {
    /// It surely never began, and never will.
    NotReached(String),
    /// It may have been carried out, and may be yet.
    NoAnswer(String),
    /// libvirt's own answer.
    Refused(Error),
}

/// The connections to a libvirt daemon, opened when they are needed.
pub(super) struct Calls {
    uri: Arc<str>,
    room: Arc<Semaphore>,
    idle: Arc<Idle>,
    /// How long an answer is waited for.
    limit: Duration,
}

type Idle = Mutex<Vec<Link>>;

/// A connection, closed at its end: the library leaves that to whoever has it.
struct Link(Connect);

impl Drop for Link {
    fn drop(&mut self) {
        if let Err(error) = self.0.close() {
            tracing::debug!(%error, "a connection to libvirt was not closed");
        }
    }
}

const WAITING: u8 = 0;
const BEGUN: u8 = 1;
const GIVEN_UP: u8 = 2;

impl Calls {
    /// For the daemon at `uri`. Connects to nothing yet.
    pub(super) fn new(uri: &str, limit: Duration) -> Self {
        // What goes wrong is in the errors; the library would print it as well.
        virt::error::clear_error_callback();
        Self { uri: uri.into(), room: Arc::new(Semaphore::new(CONNECTIONS)), idle: Arc::default(), limit }
    }

    /// Has `work` done with a connection.
    pub(super) async fn ask<T, W>(&self, work: W) -> Result<T, CallError>
    where
        T: Send + 'static,
        W: FnOnce(&Connect) -> Result<T, Error> + Send + 'static,
    {
        let place = timeout(ROOM, Arc::clone(&self.room).acquire_owned())
            .await
            .map_err(|_| CallError::NotReached(format!("{CONNECTIONS} calls of libvirt hang")))?
            .map_err(|closed| CallError::NotReached(closed.to_string()))?;
        let (tell, told) = oneshot::channel();
        let (uri, idle) = (Arc::clone(&self.uri), Arc::clone(&self.idle));
        let phase = Arc::new(AtomicU8::new(WAITING));
        let theirs = Arc::clone(&phase);
        let call = move || {
            let answer = call(&uri, &idle, &theirs, work);
            drop(place);
            // Whoever asked may have gone.
            drop(tell.send(answer));
        };
        thread::Builder::new()
            .name("libvirt".to_owned())
            .spawn(call)
            .map_err(|error| CallError::NotReached(error.to_string()))?;
        match timeout(self.limit, told).await {
            Ok(Ok(answer)) => answer,
            Ok(Err(_)) => Err(CallError::NoAnswer("the call panicked".to_owned())),
            Err(_) if phase.compare_exchange(WAITING, GIVEN_UP, Ordering::SeqCst, Ordering::SeqCst).is_ok() => {
                Err(CallError::NotReached(format!("no connection within {} s", self.limit.as_secs())))
            }
            Err(_) => Err(CallError::NoAnswer(format!("no answer within {} s", self.limit.as_secs()))),
        }
    }
}

fn call<T>(
    uri: &str,
    idle: &Idle,
    phase: &AtomicU8,
    work: impl FnOnce(&Connect) -> Result<T, Error>,
) -> Result<T, CallError> {
    let link = reach(uri, idle).map_err(|error| CallError::NotReached(error.message().to_owned()))?;
    // INVARIANT: a call that was given up as not reached is never made.
    if phase.compare_exchange(WAITING, BEGUN, Ordering::SeqCst, Ordering::SeqCst).is_err() {
        return Err(CallError::NotReached("given up".to_owned()));
    }
    let answer = work(&link.0);
    if let Err(error) = &answer
        && matches!(error.domain(), ErrorDomain::Rpc | ErrorDomain::Remote)
    {
        return Err(CallError::NoAnswer(error.message().to_owned()));
    }
    idle.lock().unwrap_or_else(PoisonError::into_inner).push(link);
    answer.map_err(CallError::Refused)
}

/// A connection that works: one that is open and still answers, or a new one.
fn reach(uri: &str, idle: &Idle) -> Result<Link, Error> {
    loop {
        let kept = idle.lock().unwrap_or_else(PoisonError::into_inner).pop();
        match kept {
            Some(link) if link.0.get_lib_version().is_ok() => return Ok(link),
            // The daemon it led to is gone.
            Some(_) => {}
            None => return Connect::open(Some(uri)).map(Link),
        }
    }
}
