//! An invitation as it is offered by mail, and offered again: with a new link, for another seven days. The old links die.

use crate::base::error::Failure;
use crate::mail::letter::{Letter, Listed, Over, Sample, Signature, Template, plain, template};
use crate::mail::templates::render;
use crate::membership::acting::Entered;
use crate::membership::target_contact::TargetContact;
use crate::records::contacts;
use crate::records::grants;
use crate::records::invitations::{self, Invitation, InvitationState, Way, valid_until};
use crate::unit::Unit;
use crate::unit::attempts::{self, Key};
use crate::unit::core::Core;
use domain::access::Permit;
use domain::change::ContactChange;
use domain::email::EmailAddress;
use domain::invitation::VALID_DAYS;
use domain::paths;
use minijinja::{Value, context};

/// Every letter of this file.
pub(crate) const LETTERS: &[Listed] = &[Listed::of::<Invited>()];

/// To an address that was invited and that nobody is known by.
pub(crate) struct Invited<'a> {
    /// Who invites.
    by: Signature<'a>,
    account: &'a str,
    /// The link with its token.
    link: String,
    /// For how many days it works.
    days: i64,
}

impl Letter for Invited<'_> {
    const TEMPLATE: Template = template!("invited");
    // The mail is what was asked for.
    const OVER: Over = Over::Refused;

    fn data(&self) -> Value {
        context! {
            by => plain(self.by.name),
            by_email => plain(self.by.email),
            account => plain(self.account),
            link => &self.link,
            days => self.days,
        }
    }

    fn examples(sample: &Sample<'_>) -> Vec<Self> {
        let link = sample.link(&paths::invitation(Sample::TOKEN));
        vec![Self { by: Sample::BY, account: Sample::ACCOUNT, link, days: VALID_DAYS }]
    }
}

/// The address of the page where a token is answered.
pub(crate) fn address(core: &Core, token: &str) -> String {
    core.config.public_url.to(&paths::invitation(token))
}

/// To an address that nobody is known by: the link to accept.
pub(crate) fn offered(
    core: &Core,
    unit: &mut Unit<'_>,
    invitation: &Invitation,
    (by, account): (Signature<'_>, &str),
    email: &EmailAddress,
    token: &str,
) -> Result<(), Failure> {
    let letter = Invited { by, account, link: address(core, token), days: VALID_DAYS };
    // Whoever it is has chosen no language yet: the provider's.
    let rendered = render(&core.letters, core.config.provider.language, &letter)?;
    unit.mail(rendered.to(email.to_string(), Some((invitation.account, invitation.contact))));
    Ok(())
}

/// Offers again what somebody was invited to, with a permit for that.
///
/// # Errors
/// `Conflict` where nothing is offered to them.
pub(crate) async fn again(
    core: &Core,
    unit: &mut Unit<'_>,
    entered: &Entered,
    found: &TargetContact,
    permit: &Permit,
) -> Result<Vec<ContactChange>, Failure> {
    let (account, id) = (permit.account(), found.contact.id);
    let Ok(revision) = found.contact.clone().invite_again() else { return Err(found.state_conflict().into()) };
    let before = invitations::of_contact(unit, account, id).await?;
    attempts::note(unit, &Key::invitations(account)).await?;
    let invitation = Invitation {
        account,
        contact: id,
        invited_by: entered.actor.person(),
        email_key: found.record.email_key.clone(),
        state: InvitationState::Open,
        expires: valid_until(unit.now()),
        access_ends: before.and_then(|before| before.access_ends),
    };
    invitations::save(unit, permit.authority(), &invitation).await?;
    invitations::kill_tokens(unit, permit.authority(), id).await?;
    let token = invitations::make_token(unit, permit.authority(), &invitation, Way::Mail).await?;
    let changes = revision.before.now.changes_to(&revision.after);
    if !changes.is_empty() {
        contacts::save(unit, permit.authority(), &entered.author.by(), &revision, &invitation.email_key).await?;
    }
    // Whoever invited first may be gone by now, or may give less: from here on it is offered by whoever sends it again.
    grants::replace_granter(unit, permit.authority(), id).await?;
    contacts::set_end(unit, permit.authority(), id, Some(invitation.expires)).await?;
    let (by, of) = (entered.author.signature(), &entered.account_name);
    offered(core, unit, &invitation, (by, of), &revision.after.details.email, &token)?;
    Ok(changes)
}
