//! The server functions of invitations.

use crate::contacts::address;
use crate::contacts::service_rows::unless_searched;
use crate::request::{FunctionError, see_other, start_session};
use domain::acting::Acting;
use domain::invitation::{
    AcceptInvitation, DeclineInvitation, InvitationCommand, InvitePeople, Invited, JoinByInvitation, MailInvitation,
    MakeInvitationLink,
};
use domain::paths;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// The forms that are single buttons.
pub const BUTTONS: &[&str] = &[InvitationCommandFn::PATH, InvitationLinkFn::PATH];

/// Where the numbers of steps on invitations begin.
const INVITATIONS: u8 = 64;

/// Invites people, then leads to the list. With `find` it comes back with the services that it searches.
#[server(name = InvitePeopleFn, prefix = "/fn", endpoint = "invitations/send")]
pub async fn send(
    acting: Acting,
    change: InvitePeople,
    #[server(default)] find: String,
    #[server(default)] search: String,
) -> Result<Invited, FunctionError> {
    unless_searched(acting, None, (&find, &search)).await?;
    let invited = ask!(invitations.send(acting, change))?;
    see_other(&address::after_inviting(acting, invited));
    Ok(invited)
}

/// Sends an invitation again or takes it back, then leads back to where the button was.
#[server(name = InvitationCommandFn, prefix = "/fn", endpoint = "invitations/move_one")]
pub async fn run_command(
    acting: Acting,
    change: InvitationCommand,
    #[server(default)] return_to: String,
) -> Result<(), FunctionError> {
    let to = change.to;
    // Apart from the steps on contacts, whose forms stand on the same page.
    let submission = address::submission(change.submission, change.contact, INVITATIONS + to as u8);
    ask!(invitations.run_command(acting, InvitationCommand { submission, ..change }))?;
    see_other(&address::after(&return_to, &[("done", address::invitation_key(to))]));
    Ok(())
}

/// A link of an invitation, to be passed on by hand; shown on the page of the button.
#[server(name = InvitationLinkFn, prefix = "/fn", endpoint = "invitations/link")]
pub async fn link(acting: Acting, change: MakeInvitationLink) -> Result<String, FunctionError> {
    ask!(invitations.link(acting, change))
}

/// Accepts as whoever is signed in, and opens the account.
#[server(name = AcceptInvitationFn, prefix = "/fn", endpoint = "invitations/accept")]
pub async fn accept(change: AcceptInvitation) -> Result<(), FunctionError> {
    let account = ask!(invitations.accept(change))?;
    see_other(&paths::account(account));
    Ok(())
}

/// Accepts with a login made or proved by the link, signs in, and opens the account.
#[server(name = JoinByInvitationFn, prefix = "/fn", endpoint = "invitations/join")]
pub async fn join(change: JoinByInvitation) -> Result<(), FunctionError> {
    let (account, session) = ask!(invitations.join(change))?;
    start_session(&session);
    see_other(&paths::account(account));
    Ok(())
}

/// Mails a link to the invited address.
#[server(name = MailInvitationFn, prefix = "/fn", endpoint = "invitations/mail")]
pub async fn mail(change: MailInvitation) -> Result<(), FunctionError> {
    ask!(invitations.mail(change))?;
    see_other(&paths::invitation_mailed());
    Ok(())
}

/// Declines, or refuses access given at once.
#[server(name = DeclineInvitationFn, prefix = "/fn", endpoint = "invitations/decline")]
pub async fn decline(change: DeclineInvitation) -> Result<(), FunctionError> {
    ask!(invitations.decline(change))?;
    see_other(&paths::invitation_declined());
    Ok(())
}
