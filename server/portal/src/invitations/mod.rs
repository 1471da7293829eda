//! Access that somebody is offered by mail (PRODUCT D3, D11).
//!
//! An invitation belongs to a contact: what it offers are the contact's grants, which give nothing while the contact
//! waits. Whoever opens the link shows with it that the mailbox is theirs.

mod answer;
mod join;
pub(crate) mod letters;
mod mail;
mod moving;
mod open;
mod send;

use crate::unit::core::Core;
use crate::unit::run;
use domain::id::AccountId;
use domain::invitation::{
    AcceptInvitation, DeclineInvitation, InvitationPage, InviteForm, InvitePeople, Invited, JoinByInvitation,
    MailInvitation, MakeInvitationLink, MoveInvitation,
};
use domain::ports::{Acting, Answer, Caller, Invitations, NewSession};
use domain::text::Secret;
use std::sync::Arc;

/// The use-cases of invitations.
#[derive(Debug, Clone)]
pub(crate) struct InvitationsUseCases(pub(crate) Arc<Core>);

impl Invitations for InvitationsUseCases {
    fn form<'a>(&'a self, caller: &'a Caller, acting: Acting) -> Answer<'a, InviteForm> {
        Box::pin(async move { run(caller, "invitations.form", || send::form(&self.0, caller, acting)).await })
    }

    fn send<'a>(&'a self, caller: &'a Caller, acting: Acting, change: InvitePeople) -> Answer<'a, Invited> {
        Box::pin(async move { run(caller, "invitations.send", || send::send(&self.0, caller, acting, &change)).await })
    }

    fn move_one<'a>(&'a self, caller: &'a Caller, acting: Acting, change: MoveInvitation) -> Answer<'a, ()> {
        Box::pin(async move { run(caller, "invitations.move", || moving::one(&self.0, caller, acting, &change)).await })
    }

    fn link<'a>(&'a self, caller: &'a Caller, acting: Acting, change: MakeInvitationLink) -> Answer<'a, String> {
        Box::pin(async move {
            run(caller, "invitations.link", || moving::link(&self.0, caller, acting, change.contact)).await
        })
    }

    fn open<'a>(&'a self, caller: &'a Caller, token: Secret) -> Answer<'a, InvitationPage> {
        Box::pin(async move { run(caller, "invitations.open", || open::open(&self.0, caller, &token)).await })
    }

    fn accept<'a>(&'a self, caller: &'a Caller, change: AcceptInvitation) -> Answer<'a, AccountId> {
        Box::pin(
            async move { run(caller, "invitations.accept", || answer::accept(&self.0, caller, &change.token)).await },
        )
    }

    fn join<'a>(&'a self, caller: &'a Caller, change: JoinByInvitation) -> Answer<'a, (AccountId, NewSession)> {
        Box::pin(async move { join::join(&self.0, caller, &change).await })
    }

    fn mail<'a>(&'a self, caller: &'a Caller, change: MailInvitation) -> Answer<'a, ()> {
        Box::pin(async move { run(caller, "invitations.mail", || mail::mail(&self.0, caller, &change.token)).await })
    }

    fn decline<'a>(&'a self, caller: &'a Caller, change: DeclineInvitation) -> Answer<'a, ()> {
        Box::pin(async move { run(caller, "invitations.decline", || answer::decline(&self.0, caller, &change)).await })
    }
}
