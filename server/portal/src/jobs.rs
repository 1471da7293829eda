//! Work that is done after a commit: rows of a table, written in the transaction of the change that causes them, carried out
//! by the worker of any node.
//!
//! A row is leased, carried out, and deleted. A worker that dies leaves a lease that runs out, and the job runs again: a
//! job is written so that running it twice does nothing twice. What fails is tried again, ever later; after the last try
//! it stays with its error, for the operator.

//!
//! A job whose work is at another server writes down first what is intended, in the transaction that queues it, calls that
//! server outside of any transaction, and writes down the outcome in one of its own.

mod digest;
mod lease;
mod mail;
mod queue;
mod sweep;
mod worker;

pub(crate) use queue::{NewJob, queue};
pub use worker::{Done, Jobs};

use crate::core::Core;
use crate::error::Failure;
use domain::ports::Caller;
use serde::Serialize;
use serde::de::DeserializeOwned;

/// A kind of work; its fields are stored as JSON.
pub(crate) trait Job: Serialize + DeserializeOwned + Send + Sync {
    /// The name of its use-case, `contacts.bulk` say. Stored: never change it.
    const NAME: &'static str;
    /// Smaller ones first.
    const PRIORITY: i64 = 100;

    /// Carries it out, or a part of it.
    fn run(&self, ctx: &Context<'_>) -> impl Future<Output = Result<Next, JobError>> + Send;
}

/// What a job runs with.
#[derive(Debug)]
pub(crate) struct Context<'c> {
    pub(crate) core: &'c Core,
    /// The job itself, at the time of this run.
    pub(crate) caller: Caller,
}

/// What is next for a job that ran well.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Next {
    /// Nothing.
    Done,
    /// Its next part, after the other jobs that are due.
    Again,
    /// The same again after so many seconds: it recurs.
    After(i64),
}

/// Why a job did not run to its end.
#[derive(Debug, thiserror::Error)]
pub(crate) enum JobError {
    /// It is tried again later.
    #[error("{0}")]
    Retry(String),
    /// It is not tried again.
    #[error("{0}")]
    Failed(String),
}

impl From<Failure> for JobError {
    fn from(failure: Failure) -> Self {
        match failure {
            Failure::Stored(_) => Self::Failed(failure.to_string()),
            Failure::Answer(_) | Failure::Database(_) | Failure::Fault(_) => Self::Retry(failure.to_string()),
        }
    }
}
