//! Asking for access: a request is a row, those who can give it are told by mail, and one of them decides.

mod ask;
mod decide;
mod deciders;
pub(crate) mod letters;
mod list;

use crate::unit::core::Core;
use crate::unit::run;
use domain::asking::{AskForAccess, DecideAccess, Outcome, Requests};
use domain::ports::{Acting, Answer, Asking, Caller};
use std::sync::Arc;

/// The use-cases of requests for access.
#[derive(Debug, Clone)]
pub(crate) struct AskingUseCases(pub(crate) Arc<Core>);

impl Asking for AskingUseCases {
    fn ask<'a>(&'a self, caller: &'a Caller, acting: Acting, change: AskForAccess) -> Answer<'a, ()> {
        Box::pin(async move { run(caller, "asking.ask", || ask::ask(&self.0, caller, acting, &change)).await })
    }

    fn requests<'a>(&'a self, caller: &'a Caller, acting: Acting) -> Answer<'a, Requests> {
        Box::pin(async move { run(caller, "asking.requests", || list::requests(&self.0, caller, acting)).await })
    }

    fn decide<'a>(&'a self, caller: &'a Caller, acting: Acting, change: DecideAccess) -> Answer<'a, Outcome> {
        Box::pin(async move { run(caller, "asking.decide", || decide::decide(&self.0, caller, acting, &change)).await })
    }
}
