//! Inviting people: whoever is registered gets access at once, the others a link (PRODUCT D3).

use crate::base::canon;
use crate::base::error::Failure;
use crate::base::random;
use crate::invitations::letters;
use crate::membership::acting::Entered;
use crate::membership::posted_rights::{self, PostedRights};
use crate::membership::wanted::collect;
use crate::notify;
use crate::records::contacts::{self, NewContact};
use crate::records::holdings;
use crate::records::invitations::{self, Invitation, InvitationState, Way, valid_until};
use crate::records::templates;
use crate::unit::Unit;
use crate::unit::attempts::{self, Key, Purpose};
use crate::unit::audit::AuditEvent;
use crate::unit::core::Core;
use domain::access::{Authority, ContactAction, authorize};
use domain::audit::{InvitationFact, Subject};
use domain::contact::{ContactSnapshot, NOTE_MAX};
use domain::details::ContactDetails;
use domain::email::EmailAddress;
use domain::error::PortalError;
use domain::id::{AccountId, ContactId, PersonId, SubmissionId};
use domain::invitation::{InviteForm, InvitePeople, Invited};
use domain::problem::ContactProblem;
use domain::problem::InvitationProblem;
use domain::problem::{FieldProblem, Problem};
use domain::provider::{RegisteredPeople, WayToAdd};
use domain::rights::Rights;
use domain::status::ContactState;
use domain::text;
use domain::time::Timestamp;
use sqlx::FromRow;
use std::collections::BTreeSet;

pub(crate) async fn form(core: &Core, mut unit: Unit<'_>, entered: Entered) -> Result<InviteForm, Failure> {
    entered.actor.check(ContactAction::Add(&[], &Rights::default()))?;
    let who = entered.actor.standing();
    let (services, more) = holdings::choices(&mut unit, who.account, &who.effective, &Rights::default()).await?;
    Ok(InviteForm {
        submission: SubmissionId::new(random::id(unit.now())),
        templates: templates::offered(core, &mut unit, who.account).await?,
        own_roles: templates::roles(&mut unit, who.account).await?,
        services,
        more,
        domains: holdings::domain_choices(&mut unit, who.account, &who.effective, &Rights::default()).await?,
        zone: entered.author.reader.zone_name(),
    })
}

pub(crate) async fn send(
    core: &Core,
    mut unit: Unit<'_>,
    entered: Entered,
    change: &InvitePeople,
) -> Result<Invited, Failure> {
    let account = entered.actor.account();
    let InvitePeople { template, applied, own_roles, shown_domains, .. } = change;
    let posted = PostedRights { template, applied, own_roles, shown: None, shown_domains, rights: change.rights() };
    let rights = posted_rights::read(core, &mut unit, account, posted, &Rights::default()).await;
    // Whoever may not invite is told so before anything typed is judged.
    entered.actor.check(ContactAction::Add(&[], rights.as_ref().unwrap_or(&Rights::default())))?;
    core.offers(WayToAdd::InviteUser)?;
    let mut problems = Vec::new();
    let rights = collect(&mut problems, rights)?;
    let typed = typed(&mut unit, &entered, change, &mut problems).await?;
    if problems.is_empty() && rights.as_ref().is_some_and(|rights| rights.fingerprint() != change.reviewed) {
        problems.push(FieldProblem { field: "reviewed".to_owned(), problem: InvitationProblem::ReviewFirst.into() });
    }
    let (Some(rights), true) = (rights, problems.is_empty()) else {
        return Err(PortalError::Invalid { fields: problems }.into());
    };
    let ids: Vec<_> = typed.addresses.iter().map(|_| ContactId::new(random::id(unit.now()))).collect();
    let permit = authorize(&entered.actor, ContactAction::Add(&ids, &rights))?;
    let mut sending = Sending { core, entered: &entered, authority: permit.authority(), rights, typed: &typed };
    let (mut invited, mut names, mut changes) = (Invited::default(), Vec::new(), Vec::new());
    let mut event = AuditEvent::new(InvitationFact::Sent, Subject::Account(account), entered.author.by());
    for (contact, (address, key)) in ids.into_iter().zip(&typed.addresses) {
        let snapshot = sending.invite(&mut unit, contact, address, key).await?;
        if snapshot.state == ContactState::Active {
            invited.at_once += 1;
        } else {
            invited.waiting += 1;
        }
        let nothing = ContactSnapshot { rights: Rights::default(), ..snapshot.clone() };
        changes = nothing.changes_to(&snapshot);
        event = event.to(contact, snapshot.details.name());
        names.push(snapshot.details.name());
    }
    notify::letters::notify_of_same(core, &mut unit, &entered, &names, &changes).await?;
    unit.commit(permit, invited, event.with(changes)).await
}

/// What was typed beside the rights.
struct Typed {
    /// Each address with its canonical key, once.
    addresses: Vec<(EmailAddress, String)>,
    note: String,
    ends: Option<Timestamp>,
}

async fn typed(
    unit: &mut Unit<'_>,
    entered: &Entered,
    change: &InvitePeople,
    problems: &mut Vec<FieldProblem>,
) -> Result<Typed, Failure> {
    let mut problem = |field: &str, problem| problems.push(FieldProblem { field: field.to_owned(), problem });
    let (mut addresses, mut seen) = (Vec::new(), BTreeSet::new());
    match change.addresses() {
        Err(found) => found.into_iter().for_each(|found| problem(&found.field, found.problem)),
        Ok(typed) => {
            for address in typed {
                let Ok(key) = canon::email_key(&address) else {
                    problem("emails", InvitationProblem::BadAddress { address: address.to_string() }.into());
                    continue;
                };
                if !change.meant && canon::looks_like_another(&address) {
                    problem("emails", Problem::Lookalike { address: address.to_string() });
                    continue;
                }
                if let Some((contact, name)) = contacts::by_email(unit, entered.actor.account(), &key).await? {
                    problem("emails", ContactProblem::TakenBy { contact, name }.into());
                } else if seen.insert(key.clone()) {
                    addresses.push((address, key));
                }
            }
        }
    }
    let note = text::lines(&change.note, NOTE_MAX).unwrap_or_else(|found| {
        problem("note", found);
        String::new()
    });
    let mut ends = None;
    if !change.ends_on.trim().is_empty() {
        ends = entered.author.reader.end_of(change.ends_on.trim());
        match ends {
            None => problem("ends_on", Problem::NotADate),
            Some(ends) if ends <= entered.now => problem("ends_on", Problem::InThePast),
            Some(_) => {}
        }
    }
    Ok(Typed { addresses, note, ends })
}

struct Sending<'a> {
    core: &'a Core,
    entered: &'a Entered,
    authority: Authority<'a>,
    rights: Rights,
    typed: &'a Typed,
}

impl Sending<'_> {
    async fn invite(
        &mut self,
        unit: &mut Unit<'_>,
        id: ContactId,
        address: &EmailAddress,
        key: &str,
    ) -> Result<ContactSnapshot, Failure> {
        let account = self.authority.account();
        attempts::note(unit, &Key::invitations(account)).await?;
        let known = self.taken_in_at_once(unit, account, key).await?;
        let expires = valid_until(unit.now());
        let (state, ends, invitation_state) = match known {
            Some(_) => (ContactState::Active, self.typed.ends, InvitationState::Given),
            None => (ContactState::Pending, Some(expires), InvitationState::Open),
        };
        let (first_name, last_name) =
            known.as_ref().map(|known| (known.first_name.clone(), known.last_name.clone())).unwrap_or_default();
        let details = ContactDetails {
            first_name,
            last_name,
            email: address.clone(),
            phone: String::new(),
            note: self.typed.note.clone(),
        };
        let snapshot = ContactSnapshot { details, state, rights: self.rights.clone() };
        let person = known.as_ref().map(|known| known.person);
        let new = NewContact { id, person, snapshot: &snapshot, email_key: key, ends };
        contacts::insert(unit, self.authority, &self.entered.author.by(), new).await?;
        let invitation = Invitation {
            account,
            contact: id,
            invited_by: self.entered.actor.person(),
            email_key: key.to_owned(),
            state: invitation_state,
            expires,
            access_ends: self.typed.ends,
        };
        invitations::save(unit, self.authority, &invitation).await?;
        let (by, account) = (self.entered.author.signature(), &self.entered.account_name);
        let token = invitations::make_token(unit, self.authority, &invitation, Way::Mail).await?;
        match &known {
            Some(known) => letters::given(self.core, unit, self.entered, id, known, &token)?,
            None => notify::offer::offered(self.core, unit, &invitation, (by, account), address, &token)?,
        }
        Ok(snapshot)
    }

    /// Whoever has this address, when they get access at once: they chose a password and proved the address, and the
    /// account has not heard too often today that somebody is registered. After that everybody accepts first.
    async fn taken_in_at_once(
        &self,
        unit: &mut Unit<'_>,
        account: AccountId,
        key: &str,
    ) -> Result<Option<Known>, Failure> {
        if self.core.config.provider.registered_people == RegisteredPeople::AfterAcceptance {
            return Ok(None);
        }
        let told = Key::account(Purpose::HasLogin, account);
        if attempts::wait_until(unit, &told).await?.is_some() {
            return Ok(None);
        }
        let row: Option<KnownRow> = sqlx::query_as(
            "SELECT id, email, first_name, last_name, language FROM persons WHERE email_key = $1 \
             AND verified_at IS NOT NULL AND password_by = 'self' AND password_hash IS NOT NULL",
        )
        .bind(key)
        .fetch_optional(unit.connection())
        .await?;
        let Some(KnownRow { id, email, first_name, last_name, language }) = row else { return Ok(None) };
        attempts::note(unit, &told).await?;
        Ok(Some(Known { person: id.parse()?, email, first_name, last_name, language }))
    }
}

#[derive(FromRow)]
struct KnownRow {
    id: String,
    email: String,
    first_name: String,
    last_name: String,
    language: Option<String>,
}

/// Somebody who is registered and has proved their address.
pub(crate) struct Known {
    pub(crate) person: PersonId,
    pub(crate) email: String,
    pub(crate) first_name: String,
    pub(crate) last_name: String,
    pub(crate) language: Option<String>,
}
