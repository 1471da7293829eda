//! The server functions of invitations.

use crate::request::FunctionError;
use domain::acting::Acting;
use domain::invitation::{
    AcceptInvitation, DeclineInvitation, InvitationCommand, InvitationPage, InviteForm, InvitePeople, Invited,
    JoinByInvitation, MailInvitation, MakeInvitationLink,
};
use domain::text::Secret;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos::server_fn::codec::GetUrl;

/// The forms that are single buttons.
pub const BUTTONS: &[&str] = &[InvitationCommandFn::PATH, InvitationLinkFn::PATH];

/// What the form Invite User needs.
#[server(name = InviteFormFn, prefix = "/fn", endpoint = "invitations/form", input = GetUrl)]
pub async fn form(acting: Acting) -> Result<InviteForm, FunctionError> {
    ask!(invitations.form(acting))
}

/// Invites people, then leads to the list.
#[server(name = InvitePeopleFn, prefix = "/fn", endpoint = "invitations/send")]
pub async fn send(acting: Acting, change: InvitePeople) -> Result<Invited, FunctionError> {
    use crate::contacts::address;
    use crate::request::see_other;
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
    use crate::contacts::address;
    use crate::request::see_other;
    let to = change.to;
    ask!(invitations.run_command(acting, change))?;
    see_other(&address::after(&return_to, &[("invitation", address::invitation_key(to))]));
    Ok(())
}

/// A link of an invitation, to be passed on by hand; shown on the page of the button.
#[server(name = InvitationLinkFn, prefix = "/fn", endpoint = "invitations/link")]
pub async fn link(acting: Acting, change: MakeInvitationLink) -> Result<String, FunctionError> {
    ask!(invitations.link(acting, change))
}

/// What a link offers. A POST, so that the token stands in no log; consumes nothing.
#[server(name = OpenInvitationFn, prefix = "/fn", endpoint = "invitations/open")]
pub async fn open(token: Secret) -> Result<InvitationPage, FunctionError> {
    ask!(invitations.open(token))
}

/// Accepts as whoever is signed in, and opens the account.
#[server(name = AcceptInvitationFn, prefix = "/fn", endpoint = "invitations/accept")]
pub async fn accept(change: AcceptInvitation) -> Result<(), FunctionError> {
    use crate::request::see_other;
    let account = ask!(invitations.accept(change))?;
    see_other(&domain::paths::account(account));
    Ok(())
}

/// Accepts with a login made or proved by the link, signs in, and opens the account.
#[server(name = JoinByInvitationFn, prefix = "/fn", endpoint = "invitations/join")]
pub async fn join(change: JoinByInvitation) -> Result<(), FunctionError> {
    use crate::request::{see_other, start_session};
    let (account, session) = ask!(invitations.join(change))?;
    start_session(&session);
    see_other(&domain::paths::account(account));
    Ok(())
}

/// Mails a link to the invited address.
#[server(name = MailInvitationFn, prefix = "/fn", endpoint = "invitations/mail")]
pub async fn mail(change: MailInvitation) -> Result<(), FunctionError> {
    use crate::request::see_other;
    ask!(invitations.mail(change))?;
    see_other(&domain::paths::invitation_mailed());
    Ok(())
}

/// Declines, or refuses access given at once.
#[server(name = DeclineInvitationFn, prefix = "/fn", endpoint = "invitations/decline")]
pub async fn decline(change: DeclineInvitation) -> Result<(), FunctionError> {
    use crate::request::see_other;
    ask!(invitations.decline(change))?;
    see_other(&domain::paths::invitation_declined());
    Ok(())
}
