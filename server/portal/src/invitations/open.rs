//! The page of an invitation's link. Opening it consumes nothing, however often a mail scanner does.

use crate::base::error::Failure;
use crate::base::moment::Reader;
use crate::mail::letter::Signature;
use crate::records::contacts;
use crate::records::holdings;
use crate::records::invitations::{self, Invitation, InvitationState};
use crate::records::templates;
use crate::unit::Unit;
use crate::unit::core::Core;
use domain::by::By;
use domain::contact::{AccessSummary, Contact};
use domain::details::full_name;
use domain::error::PortalError;
use domain::id::PersonId;
use domain::invitation::{InvitationAnswer, InvitationPage};
use domain::status::ContactState;
use domain::text::Secret;
use sqlx::FromRow;

pub(crate) async fn open(core: &Core, mut unit: Unit<'_>, token: &Secret) -> Result<InvitationPage, Failure> {
    let (invitation, contact) = live(&mut unit, token).await?.ok_or(PortalError::NotFound)?;
    let account = account_name(&mut unit, &invitation).await?;
    let mailed = invitations::is_mailed(&mut unit, token).await?;
    let answer = how(core, &mut unit, &invitation, mailed).await?;
    let rights = contact.now.rights.clone();
    let mut services = holdings::known(&mut unit, invitation.account, &rights.effective()).await?;
    services.retain(|service| rights.services.contains_key(&service.id));
    let on_domains = rights.domains.keys().copied().collect();
    let domains = holdings::known_domains_of(&mut unit, invitation.account, &rights.effective(), &on_domains).await?;
    let reader = Reader::new(unit.caller().language, None);
    let templates = templates::offered(core, &mut unit, invitation.account).await?;
    Ok(InvitationPage {
        account,
        by: inviter(&mut unit, &invitation).await?.by(),
        email: contact.now.details.email.to_string(),
        access: AccessSummary::of(&rights, &templates),
        rights,
        services,
        domains,
        ends: invitation.access_ends.map(|ends| reader.moment(ends)),
        until: reader.moment(invitation.expires),
        answer,
    })
}

/// The invitation of a link that can still be answered, with its contact.
pub(crate) async fn live(unit: &mut Unit<'_>, token: &Secret) -> Result<Option<(Invitation, Contact)>, Failure> {
    let Some(invitation) = invitations::by_token(unit, token).await? else { return Ok(None) };
    if !invitation.is_live(unit.now()) {
        return Ok(None);
    }
    let Some(contact) = contacts::contact(unit, invitation.account, invitation.contact).await? else {
        return Ok(None);
    };
    let stands = match invitation.state {
        InvitationState::Open => contact.now.state == ContactState::Pending,
        InvitationState::Given => matches!(contact.now.state, ContactState::Active | ContactState::Suspended),
        InvitationState::Over => false,
    };
    Ok(stands.then_some((invitation, contact)))
}

/// What is known of whoever has the invited address.
pub(crate) struct Invitee {
    pub(crate) person: PersonId,
    /// Whether they look after their login and have proved the address. Else nobody knows whose login it is, and the
    /// mailbox decides: a password set by the link's holder ends whatever was set before.
    pub(crate) proved: bool,
}

#[derive(FromRow)]
struct LoginRow {
    id: String,
    verified_at: Option<i64>,
    password_by: String,
    password_hash: Option<String>,
}

/// The person with the invited address.
pub(crate) async fn invitee(unit: &mut Unit<'_>, invitation: &Invitation) -> Result<Option<Invitee>, Failure> {
    let row: Option<LoginRow> =
        sqlx::query_as("SELECT id, verified_at, password_by, password_hash FROM persons WHERE email_key = $1")
            .bind(&invitation.email_key)
            .fetch_optional(unit.connection())
            .await?;
    row.map(|row| {
        let proved = row.verified_at.is_some() && row.password_by == "self" && row.password_hash.is_some();
        Ok(Invitee { person: row.id.parse()?, proved })
    })
    .transpose()
}

async fn how(
    core: &Core,
    unit: &mut Unit<'_>,
    invitation: &Invitation,
    mailed: bool,
) -> Result<InvitationAnswer, Failure> {
    if invitation.state == InvitationState::Given {
        return Ok(InvitationAnswer::Refuse);
    }
    let password_min = core.config.password.min_length();
    let invitee = invitee(unit, invitation).await?;
    let signed_in = unit.caller().signed_in().map(|signed_in| signed_in.person);
    if let Some(other) = signed_in.filter(|person| invitee.as_ref().is_none_or(|invitee| invitee.person != *person)) {
        let (signed_in_as,): (String,) = sqlx::query_as("SELECT email FROM persons WHERE id = $1")
            .bind(other.to_string())
            .fetch_one(unit.connection())
            .await?;
        return Ok(InvitationAnswer::SomebodyElse { signed_in_as });
    }
    Ok(match invitee {
        Some(Invitee { proved: true, .. }) if signed_in.is_some() => InvitationAnswer::Accept,
        // INVARIANT: the same answer for every address: whoever passes links on does not learn who is registered.
        _ if !mailed => InvitationAnswer::ByMail,
        None => InvitationAnswer::Join { password_min },
        Some(Invitee { proved: false, .. }) => InvitationAnswer::Prove { password_min },
        Some(_) => InvitationAnswer::SignIn,
    })
}

/// To which account an invitation is.
pub(crate) async fn account_name(unit: &mut Unit<'_>, invitation: &Invitation) -> Result<String, Failure> {
    let (name,): (String,) = sqlx::query_as("SELECT name FROM accounts WHERE id = $1")
        .bind(invitation.account.to_string())
        .fetch_one(unit.connection())
        .await?;
    Ok(name)
}

/// Whoever sent an invitation, under the name of their contact on its account while they are on it.
pub(crate) struct Inviter {
    name: String,
    /// The address beside the name.
    address: String,
    pub(crate) first_name: String,
    /// Where mails to them go.
    pub(crate) email: String,
    pub(crate) language: Option<String>,
}

impl Inviter {
    /// As the page says it.
    fn by(self) -> By {
        By::Person { name: self.name, email: Some(self.address), contact: None }
    }

    /// As mails say it.
    pub(crate) fn signature(&self) -> Signature<'_> {
        Signature { name: &self.name, email: &self.address }
    }
}

#[derive(FromRow)]
struct InviterRow {
    first_name: String,
    last_name: String,
    address: String,
    email: String,
    language: Option<String>,
}

/// Whoever sent an invitation.
pub(crate) async fn inviter(unit: &mut Unit<'_>, invitation: &Invitation) -> Result<Inviter, Failure> {
    let row: InviterRow = sqlx::query_as(
        "SELECT COALESCE(c.first_name, p.first_name) AS first_name, COALESCE(c.last_name, p.last_name) AS last_name, \
         COALESCE(c.email, p.email) AS address, p.email, p.language FROM persons p \
         LEFT JOIN contacts c ON c.account_id = $1 AND c.person_id = p.id AND c.state <> 'deleted' WHERE p.id = $2",
    )
    .bind(invitation.account.to_string())
    .bind(invitation.invited_by.to_string())
    .fetch_one(unit.connection())
    .await?;
    let InviterRow { first_name, last_name, address, email, language } = row;
    Ok(Inviter { name: full_name(&first_name, &last_name, &address), address, first_name, email, language })
}
