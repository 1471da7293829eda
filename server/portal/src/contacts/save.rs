//! Adding and editing a contact: details, sign-in, rights and services in one piece (S0.19).

mod overtaken;

use crate::base::error::Failure;
use crate::base::random;
use crate::membership::acting::Entered;
use crate::membership::credentials::{self, Holder};
use crate::membership::enter::{once, submission_of};
use crate::membership::new_password;
use crate::membership::target_contact::TargetContact;
use crate::membership::wanted::Wanted;
use crate::notify::letters;
use crate::notify::narrowed::Narrowed;
use crate::records::contacts::{self, NewContact};
use crate::unit::attempts::{self, Key, Purpose};
use crate::unit::audit::AuditEvent;
use crate::unit::core::Core;
use crate::unit::run::{UseCase, observe, run, use_case};
use crate::unit::{Unit, Writes};
use domain::access::{Authority, ContactAction, Edit, SignInEdit, authorize};
use domain::acting::Acting;
use domain::audit::{ContactFact, Subject};
use domain::caller::Caller;
use domain::contact::{Contact, ContactSnapshot, Revision, SaveContact};
use domain::details::ContactDetails;
use domain::error::PortalError;
use domain::id::{AccountId, ContactId, PersonId};
use domain::problem::ContactProblem;
use domain::problem::FieldProblem;
use domain::rights::Rights;
use domain::status::ContactState;

const NAME: UseCase = use_case!("contacts.save");

pub(crate) async fn save(
    core: &Core,
    caller: &Caller,
    acting: Acting,
    change: &SaveContact,
) -> Result<ContactId, PortalError> {
    let saving = async {
        // The slow part, hashing, is done before the transaction holds the one writer.
        let hash = prepare(core, caller, acting, change).await?;
        let save = Save { core, change, password_hash: hash.as_deref() };
        let once =
            || once(core, caller, acting, Writes::Rights, change.submission, |unit, entered| save.write(unit, entered));
        run(caller, NAME, once).await
    };
    observe(caller, Some(acting.account), NAME, saving).await
}

/// Judges and hashes the password for a sender who may set it, before any lock is held. `None` when none was given, or
/// when this very form was carried out before.
async fn prepare(
    core: &Core,
    caller: &Caller,
    acting: Acting,
    change: &SaveContact,
) -> Result<Option<String>, PortalError> {
    if change.password.is_empty() {
        return Ok(None);
    }
    let Some((sender, mut problems)) = run(caller, NAME, || ask(core, caller, acting, change)).await? else {
        return Ok(None);
    };
    let words = vec![change.first_name.clone(), change.last_name.clone(), change.email.clone()];
    let limit = Key::new_password(sender);
    // What is wrong is said at once, not one thing after the other.
    if let Some(problem) = new_password::problem(core, caller, NAME, limit, (&change.password, words)).await? {
        problems.push(FieldProblem { field: "password".to_owned(), problem });
    }
    if !problems.is_empty() {
        return Err(PortalError::Invalid { fields: problems });
    }
    core.passwords.hash(&change.password).await.map(Some)
}

/// The sender, who may save this form, and what else is wrong with it. `None` when it was carried out before.
async fn ask(
    core: &Core,
    caller: &Caller,
    acting: Acting,
    change: &SaveContact,
) -> Result<Option<(PersonId, Vec<FieldProblem>)>, Failure> {
    let mut unit = Unit::read(&core.database, caller).await?;
    let entered = unit.about_to_act(acting).await?;
    if unit.replay::<ContactId>(submission_of(change.submission)?).await?.is_some() {
        return Ok(None);
    }
    let wanted = Wanted { core, change };
    let allowed = match change.contact {
        None => wanted.adding(&mut unit, &entered).await?,
        Some(contact) => wanted.editing(&mut unit, &entered, contact).await?.form,
    };
    Ok(Some((entered.actor.person(), allowed.problems)))
}

struct Save<'a> {
    core: &'a Core,
    change: &'a SaveContact,
    password_hash: Option<&'a str>,
}

impl Save<'_> {
    const fn wanted(&self) -> Wanted<'_> {
        Wanted { core: self.core, change: self.change }
    }

    async fn write(&self, unit: Unit<'_>, entered: Entered) -> Result<ContactId, Failure> {
        match self.change.contact {
            None => self.add(unit, entered).await,
            Some(contact) => self.edit(unit, entered, contact).await,
        }
    }

    async fn add(&self, mut unit: Unit<'_>, entered: Entered) -> Result<ContactId, Failure> {
        let account = entered.actor.account();
        let allowed = self.wanted().adding(&mut unit, &entered).await?;
        let (rights, details, email_key) = allowed.complete()?;
        let id = ContactId::new(random::id(unit.now()));
        let permit = authorize(&entered.actor, ContactAction::Add(&[id], &rights))?;
        if let Some((contact, name)) = contacts::by_email(&mut unit, account, &email_key).await? {
            return Err(PortalError::invalid("email", ContactProblem::TakenBy { contact, name }).into());
        }
        let mut person = None;
        if let Some(hash) = self.password_hash.filter(|_| self.change.login) {
            let returning;
            (unit, returning) = check_address_is_free(unit, account, &email_key, None).await?;
            person = Some(self.person(&mut unit, permit.authority(), returning, (&details, &email_key), hash).await?);
        }
        let state = if person.is_some() { ContactState::Active } else { ContactState::ContactOnly };
        let snapshot = ContactSnapshot { details, state, rights };
        let new = NewContact { id, person, snapshot: &snapshot, email_key: &email_key, ends: None };
        contacts::insert(&mut unit, permit.authority(), &entered.author.by(), new).await?;
        let nothing =
            ContactSnapshot { state: ContactState::ContactOnly, rights: Rights::default(), ..snapshot.clone() };
        let changes = nothing.changes_to(&snapshot);
        if self.change.notify {
            self.notify(&mut unit, &entered, id, &snapshot).await?;
        }
        letters::notify_of_change(self.core, &mut unit, &entered, (id, &snapshot), &changes).await?;
        let event = AuditEvent::new(ContactFact::Added, Subject::Contact(id), entered.author.by())
            .to(id, snapshot.details.name())
            .with(changes);
        unit.commit(permit, id, event).await
    }

    async fn edit(&self, mut unit: Unit<'_>, entered: Entered, id: ContactId) -> Result<ContactId, Failure> {
        let account = entered.actor.account();
        let allowed = self.wanted().editing(&mut unit, &entered, id).await?;
        let (sign_in, new_address) = (allowed.sign_in, allowed.new_address);
        let (rights, details, email_key) = allowed.form.complete()?;
        let edit = Edit { rights: &rights, sign_in };
        let permit = authorize(&entered.actor, ContactAction::Edit(allowed.found.target(), edit))?;
        let TargetContact { record, contact: before, .. } = allowed.found;
        let person = record.person()?;
        self.refuse_revived_rights(&mut unit, &entered, &before, &rights).await?;
        let state = if sign_in == SignInEdit::Activate { ContactState::Active } else { before.now.state };
        let wanted = ContactSnapshot { details, state, rights };
        let revision = match before.clone().revise(wanted.clone(), self.change.version) {
            Ok(revision) => revision,
            Err(problem) => return Err(self.conflict(&mut unit, &entered, &before, &wanted, &problem).await?),
        };
        let mut changes = revision.before.now.changes_to(&revision.after);
        if changes.is_empty() && sign_in == SignInEdit::Keep && before.now == revision.after {
            return unit.commit_progress(id).await;
        }
        let invited = matches!(before.now.state, ContactState::Pending | ContactState::Declined);
        if invited && (email_key != record.email_key || sign_in != SignInEdit::Keep) {
            // INVARIANT: the link went to this address and to no other (SECURITY T20).
            return Err(PortalError::invalid("email", ContactProblem::InvitedAddress).into());
        }
        self.email_is_free(&mut unit, &before, &email_key).await?;
        let mut holder = person;
        if sign_in == SignInEdit::Activate || (sign_in == SignInEdit::Replace && new_address) {
            let returning;
            (unit, returning) = check_address_is_free(unit, account, &email_key, person).await?;
            holder = holder.or(returning);
        }
        if sign_in == SignInEdit::Readdress {
            let narrowed = Narrowed::by(&mut unit, &entered.actor, id).await?;
            narrowed.write(&mut unit, permit.authority(), id).await?;
            changes.extend(narrowed.changes());
        }
        self.write_sign_in(&mut unit, permit.authority(), &revision, (sign_in, holder), &email_key).await?;
        contacts::save(&mut unit, permit.authority(), &entered.author.by(), &revision, &email_key).await?;
        if self.change.notify && sign_in == SignInEdit::Activate {
            self.notify(&mut unit, &entered, id, &revision.after).await?;
        }
        letters::notify_of_change(self.core, &mut unit, &entered, (id, &revision.after), &changes).await?;
        let event = AuditEvent::new(ContactFact::Edited, Subject::Contact(id), entered.author.by())
            .to(id, revision.after.details.name())
            .with(changes);
        unit.commit(permit, id, event).await
    }

    /// The person for a new login: a new one, or the one who comes back.
    async fn person(
        &self,
        unit: &mut Unit<'_>,
        authority: Authority<'_>,
        returning: Option<PersonId>,
        (details, email_key): (&ContactDetails, &str),
        hash: &str,
    ) -> Result<PersonId, Failure> {
        let Some(person) = returning else { return credentials::make(unit, authority, details, email_key, hash).await };
        credentials::replace(unit, authority, person, details, email_key, Some(hash)).await?;
        Ok(person)
    }

    async fn write_sign_in(
        &self,
        unit: &mut Unit<'_>,
        authority: Authority<'_>,
        revision: &Revision,
        (sign_in, person): (SignInEdit, Option<PersonId>),
        email_key: &str,
    ) -> Result<(), Failure> {
        let details = &revision.after.details;
        match (sign_in, person, self.password_hash) {
            (SignInEdit::Activate, returning, Some(hash)) => {
                let person = self.person(unit, authority, returning, (details, email_key), hash).await?;
                contacts::link(unit, authority, revision.before.id, person).await
            }
            (SignInEdit::Replace, Some(person), hash) => {
                credentials::replace(unit, authority, person, details, email_key, hash).await
            }
            (SignInEdit::Activate | SignInEdit::Readdress | SignInEdit::Replace | SignInEdit::Keep, _, _) => Ok(()),
        }
    }

    /// Tells the contact that it was added: a mail to an address that nobody proved, and counted like an invitation
    /// (SECURITY T28).
    async fn notify(
        &self,
        unit: &mut Unit<'_>,
        entered: &Entered,
        id: ContactId,
        snapshot: &ContactSnapshot,
    ) -> Result<(), Failure> {
        attempts::note(unit, &Key::invitations(entered.actor.account())).await?;
        letters::added(self.core, unit, entered, id, snapshot)
    }

    async fn email_is_free(&self, unit: &mut Unit<'_>, contact: &Contact, key: &str) -> Result<(), Failure> {
        match contacts::by_email(unit, contact.account, key).await? {
            Some((other, name)) if other != contact.id => {
                Err(PortalError::invalid("email", ContactProblem::TakenBy { contact: other, name }).into())
            }
            Some(_) | None => Ok(()),
        }
    }
}

/// Nobody may have a login with this address but `own`, whose login it is to be, or who comes back: a person that this
/// account made and took away again.
///
/// The refusal tells that somebody is registered, so an account hears it a few times a day only, and after that nobody is
/// looked for (PRODUCT D3).
async fn check_address_is_free<'c>(
    mut unit: Unit<'c>,
    account: AccountId,
    email_key: &str,
    own: Option<PersonId>,
) -> Result<(Unit<'c>, Option<PersonId>), Failure> {
    let told = Key::account(Purpose::HasLogin, account);
    attempts::check(&mut unit, &told).await?;
    match credentials::holder(&mut unit, account, email_key).await? {
        Holder::Nobody => Ok((unit, None)),
        Holder::Returning(person) if own.is_none_or(|own| own == person) => Ok((unit, Some(person))),
        Holder::Returning(_) | Holder::Somebody => {
            attempts::note(&mut unit, &told).await?;
            Err(unit.refuse(PortalError::invalid("email", ContactProblem::HasLogin)).await)
        }
    }
}
