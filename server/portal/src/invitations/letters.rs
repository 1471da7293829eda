//! The mails of invitations: to the one invited, and back to whoever invited.

use crate::base::error::Failure;
use crate::invitations::open::inviter;
use crate::invitations::send::Known;
use crate::mail::templates::{Letter, Signature, render};
use crate::membership::acting::Entered;
use crate::records::invitations::Invitation;
use crate::unit::Unit;
use crate::unit::core::Core;
use domain::email::EmailAddress;
use domain::id::ContactId;
use domain::invitation::VALID_DAYS;
use domain::person::Language;

/// The address of the page where a token is answered.
pub(crate) fn address(core: &Core, token: &str) -> String {
    format!("{}/invitations/{token}", core.config.public_url)
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
    let letter = Letter::Invited { by, account, link: &address(core, token), days: VALID_DAYS };
    // Whoever it is has chosen no language yet: the provider's.
    let rendered = render(&core.letters, core.config.provider.language, &letter)?;
    unit.mail(rendered.to(email.to_string(), Some((invitation.account, invitation.contact))));
    Ok(())
}

/// To somebody who is registered: they have access, and may refuse it (S3.13, S3.14).
pub(crate) fn given(
    core: &Core,
    unit: &mut Unit<'_>,
    entered: &Entered,
    contact: ContactId,
    known: &Known,
    token: &str,
) -> Result<(), Failure> {
    let account = entered.actor.account();
    let letter = Letter::AccessGiven {
        name: &known.first_name,
        by: entered.author.signature(),
        account: &entered.account_name,
        link: &format!("{}/a/{account}", core.config.public_url),
        refuse: &address(core, token),
        days: VALID_DAYS,
    };
    let language = known.language.as_deref().and_then(Language::from_tag).unwrap_or(core.config.provider.language);
    let rendered = render(&core.letters, language, &letter)?;
    unit.mail(rendered.to(known.email.clone(), Some((account, contact))));
    Ok(())
}

/// To whoever invited: it was accepted, or declined, for a reason perhaps.
pub(crate) async fn answered(
    core: &Core,
    unit: &mut Unit<'_>,
    invitation: &Invitation,
    contact: Signature<'_>,
    declined: Option<&str>,
) -> Result<(), Failure> {
    let inviter = inviter(unit, invitation).await?;
    let row: Option<(String, String)> = sqlx::query_as(
        "SELECT a.name, c.id FROM accounts a JOIN contacts c ON c.account_id = a.id \
         WHERE a.id = $1 AND c.person_id = $2 AND c.state = 'active'",
    )
    .bind(invitation.account.to_string())
    .bind(invitation.invited_by.to_string())
    .fetch_optional(unit.connection())
    .await?;
    // Whoever is not on the account any more has nothing to hear of it.
    let Some((account_name, own)) = row else { return Ok(()) };
    let (account, link) = (invitation.account, format!("/a/{}/contacts/{}", invitation.account, invitation.contact));
    let letter = Letter::InvitationAnswered {
        name: &inviter.first_name,
        contact,
        account: &account_name,
        declined: declined.is_some(),
        reason: declined.unwrap_or_default(),
        link: &format!("{}{link}", core.config.public_url),
    };
    let language = inviter.language.as_deref().and_then(Language::from_tag).unwrap_or(core.config.provider.language);
    let rendered = render(&core.letters, language, &letter)?;
    unit.mail(rendered.to(inviter.email, Some((account, own.parse()?))));
    Ok(())
}
