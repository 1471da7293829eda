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
mod orders;
mod queue;
mod sweep;
mod worker;

pub use worker::{Done, Jobs};
