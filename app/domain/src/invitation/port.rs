//! Access that somebody is offered by mail, as the pages call it.

use crate::acting::Acting;
use crate::caller::{Caller, NewSession};
use crate::error::PortalError;
use crate::id::AccountId;
use crate::invitation::{
    AcceptInvitation, DeclineInvitation, InvitationCommand, InvitationPage, InviteForm, InvitePeople, Invited,
    JoinByInvitation, MailInvitation, MakeInvitationLink,
};
use crate::text::Secret;
use async_trait::async_trait;

/// Access that somebody is offered by mail.
#[async_trait]
pub trait Invitations: Send + Sync {
    /// What the form Invite User needs.
    async fn form(&self, caller: &Caller, acting: Acting) -> Result<InviteForm, PortalError>;
    /// Invites people: who is registered gets access at once, the others a link.
    async fn send(&self, caller: &Caller, acting: Acting, change: InvitePeople) -> Result<Invited, PortalError>;
    /// Sends an invitation again, or takes it back.
    async fn run_command(&self, caller: &Caller, acting: Acting, change: InvitationCommand) -> Result<(), PortalError>;
    /// A link of an open invitation, to be passed on by hand; the mailed one goes on working.
    async fn link(&self, caller: &Caller, acting: Acting, change: MakeInvitationLink) -> Result<String, PortalError>;
    /// What a link offers. Consumes nothing.
    async fn open(&self, caller: &Caller, token: Secret) -> Result<InvitationPage, PortalError>;
    /// Accepts as whoever is signed in; gives the account.
    async fn accept(&self, caller: &Caller, change: AcceptInvitation) -> Result<AccountId, PortalError>;
    /// Accepts with a login made or proved by the link, and signs in.
    async fn join(&self, caller: &Caller, change: JoinByInvitation) -> Result<(AccountId, NewSession), PortalError>;
    /// Mails a link to the invited address, for whoever has one that was passed on by hand.
    async fn mail(&self, caller: &Caller, change: MailInvitation) -> Result<(), PortalError>;
    /// Declines, or refuses access given at once. The link is proof enough.
    async fn decline(&self, caller: &Caller, change: DeclineInvitation) -> Result<(), PortalError>;
}
