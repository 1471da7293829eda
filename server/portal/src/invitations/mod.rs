//! Access that somebody is offered by mail (PRODUCT D3, D11).
//!
//! An invitation belongs to a contact: what it offers are the contact's grants, which give nothing while the contact
//! waits. Whoever opens the link shows with it that the mailbox is theirs.

mod answer;
mod cancel;
mod command;
mod join;
pub(crate) mod letters;
mod link;
mod mail;
mod open;
mod resend;
mod send;

use crate::unit::Writes;
use crate::unit::core::Core;
use crate::unit::run::{self, observe, use_case};
use async_trait::async_trait;
use domain::acting::Acting;
use domain::caller::{Caller, NewSession};
use domain::error::PortalError;
use domain::id::AccountId;
use domain::invitation::{
    AcceptInvitation, DeclineInvitation, InvitationCommand, InvitationPage, Invitations, InviteForm, InvitePeople,
    Invited, JoinByInvitation, MailInvitation, MakeInvitationLink,
};
use domain::provider::WayToAdd;
use domain::text::Secret;
use std::sync::Arc;

/// The use-cases of invitations.
#[derive(Debug, Clone)]
pub(crate) struct InvitationsUseCases(pub(crate) Arc<Core>);

#[async_trait]
impl Invitations for InvitationsUseCases {
    async fn form(&self, caller: &Caller, acting: Acting) -> Result<InviteForm, PortalError> {
        self.0.offers(WayToAdd::InviteUser)?;
        let form = |unit, entered| send::form(&self.0, unit, entered);
        self.0.look(caller, acting, use_case!("invitations.form"), form).await
    }

    async fn send(&self, caller: &Caller, acting: Acting, change: InvitePeople) -> Result<Invited, PortalError> {
        let send = |unit, entered| send::send(&self.0, unit, entered, &change);
        self.0.change(caller, acting, use_case!("invitations.send"), Writes::Rights, change.submission, send).await
    }

    async fn run_command(&self, caller: &Caller, acting: Acting, change: InvitationCommand) -> Result<(), PortalError> {
        let run = |unit, entered| command::run(&self.0, unit, entered, &change);
        let name = command::use_case(change.to);
        self.0.change(caller, acting, name, Writes::Rights, change.submission, run).await
    }

    async fn link(&self, caller: &Caller, acting: Acting, change: MakeInvitationLink) -> Result<String, PortalError> {
        let link = |unit, entered| link::link(&self.0, unit, entered, change.contact);
        self.0.act(caller, acting, use_case!("invitations.link"), Writes::Other, link).await
    }

    async fn open(&self, caller: &Caller, token: Secret) -> Result<InvitationPage, PortalError> {
        self.0.read(caller, use_case!("invitations.open"), |unit| open::open(&self.0, unit, &token)).await
    }

    async fn accept(&self, caller: &Caller, change: AcceptInvitation) -> Result<AccountId, PortalError> {
        let accept = |unit| answer::accept(&self.0, unit, &change.token);
        self.0.write(caller, use_case!("invitations.accept"), Writes::Rights, accept).await
    }

    async fn join(&self, caller: &Caller, change: JoinByInvitation) -> Result<(AccountId, NewSession), PortalError> {
        observe(caller, None, join::NAME, join::join(&self.0, caller, &change)).await
    }

    async fn mail(&self, caller: &Caller, change: MailInvitation) -> Result<(), PortalError> {
        let mail = || mail::mail(&self.0, caller, &change.token);
        run::answer(caller, None, use_case!("invitations.mail"), mail).await
    }

    async fn decline(&self, caller: &Caller, change: DeclineInvitation) -> Result<(), PortalError> {
        let decline = || answer::decline(&self.0, caller, &change);
        run::answer(caller, None, use_case!("invitations.decline"), decline).await
    }
}
