//! Asking for access: a request is a row, those who can give it are told by mail, and one of them decides,
//! unless it is withdrawn.

mod ask;
mod decide;
pub(crate) mod deciders;
pub(crate) mod letters;
mod list;
mod withdraw;

use crate::unit::Writes;
use crate::unit::core::Core;
use crate::unit::run::{answer, use_case};
use async_trait::async_trait;
use domain::acting::Acting;
use domain::asking::{AskForAccess, Asking, DecideAccess, RequestOutcome, Requests, RequestsQuery, WithdrawRequest};
use domain::caller::Caller;
use domain::error::PortalError;
use std::sync::Arc;

/// The use-cases of requests for access.
#[derive(Debug, Clone)]
pub(crate) struct AskingUseCases(pub(crate) Arc<Core>);

#[async_trait]
impl Asking for AskingUseCases {
    async fn ask(&self, caller: &Caller, acting: Acting, change: AskForAccess) -> Result<(), PortalError> {
        let ask = |unit, entered| ask::ask(&self.0, unit, entered, &change);
        self.0.act(caller, acting, use_case!("asking.ask"), Writes::Other, ask).await
    }

    async fn requests(&self, caller: &Caller, acting: Acting, query: RequestsQuery) -> Result<Requests, PortalError> {
        let list = |unit, entered| list::requests(unit, entered, &query);
        self.0.look(caller, acting, use_case!("asking.requests"), list).await
    }

    async fn decide(
        &self,
        caller: &Caller,
        acting: Acting,
        change: DecideAccess,
    ) -> Result<RequestOutcome, PortalError> {
        let decide = |unit, entered| decide::decide(&self.0, unit, entered, &change);
        self.0.change(caller, acting, use_case!("asking.decide"), Writes::Rights, change.submission, decide).await
    }

    async fn withdraw(&self, caller: &Caller, acting: Acting, change: WithdrawRequest) -> Result<(), PortalError> {
        let withdraw = || withdraw::withdraw(&self.0, caller, acting, &change);
        answer(caller, Some(acting.account), use_case!("asking.withdraw"), withdraw).await
    }
}
