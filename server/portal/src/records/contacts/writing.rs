//! The only writers of the table `contacts`. Whatever writes a name or an address writes what follows from it, too.

use crate::base::canon;
use crate::base::db::Database;
use crate::base::dialect::both;
use crate::base::error::Failure;
use crate::records::contact_versions::{self, NewVersion};
use crate::records::grants::{self, Change};
use crate::records::rows::{ContactRow, Permitted, covered};
use crate::unit::Unit;
use domain::access::{Authority, Deed, NotPermitted, Permit};
use domain::by::By;
use domain::contact::{Contact, ContactSnapshot, Revision};
use domain::details::{ContactDetails, full_name};
use domain::id::{AccountId, ContactId, PersonId, RoleId};
use domain::owner::OwnerKind;
use domain::rights::Rights;
use domain::status::ContactState;
use domain::time::Timestamp;
use serde::Serialize;
use sqlx::FromRow;

/// The columns that follow from others: what a contact is sorted by, and what it is found by, each word with a space
/// before it. Whoever has no name yet stands where the address would.
#[derive(Serialize)]
struct Derived {
    sort_name: String,
    sort_surname: String,
    search_text: String,
}

impl Derived {
    fn of(first_name: &str, last_name: &str, email: &str) -> Self {
        Self {
            sort_name: canon::fold(&full_name(first_name, last_name, email)),
            sort_surname: canon::fold(&full_name(last_name, first_name, email)),
            search_text: format!(" {}", canon::fold(&format!("{first_name} {last_name} {email}"))),
        }
    }

    fn of_details(details: &ContactDetails) -> Self {
        Self::of(&details.first_name, &details.last_name, details.email.as_str())
    }
}

#[derive(FromRow)]
struct Unsorted {
    account_id: String,
    id: String,
    first_name: String,
    last_name: String,
    email: String,
}

/// How many are brought up to date in one transaction.
const PORTION: i64 = 500;

/// Works out what contacts of an earlier version are sorted by. It asks for nothing: it follows from other columns, and the
/// same again changes nothing.
pub(crate) async fn fill_surnames(database: &Database) -> Result<(), sqlx::Error> {
    let mut after = (String::new(), String::new());
    loop {
        let mut transaction = database.writer().begin().await?;
        let rows: Vec<Unsorted> = sqlx::query_as(
            "SELECT account_id, id, first_name, last_name, email FROM contacts \
             WHERE sort_surname = '' AND (account_id, id) > ($1, $2) ORDER BY account_id, id LIMIT $3",
        )
        .bind(&after.0)
        .bind(&after.1)
        .bind(PORTION)
        .fetch_all(&mut *transaction)
        .await?;
        let Some(last) = rows.last() else { return Ok(()) };
        after = (last.account_id.clone(), last.id.clone());
        for row in &rows {
            let Derived { sort_surname, .. } = Derived::of(&row.first_name, &row.last_name, &row.email);
            sqlx::query("UPDATE contacts SET sort_surname = $3 WHERE account_id = $1 AND id = $2")
                .bind(&row.account_id)
                .bind(&row.id)
                .bind(sort_surname)
                .execute(&mut *transaction)
                .await?;
        }
        transaction.commit().await?;
    }
}

/// A contact about to be added.
pub(crate) struct NewContact<'a> {
    pub(crate) id: ContactId,
    pub(crate) person: Option<PersonId>,
    pub(crate) snapshot: &'a ContactSnapshot,
    pub(crate) email_key: &'a str,
    /// When its access ends, or for one who waits, when the invitation does.
    pub(crate) ends: Option<Timestamp>,
}

/// Adds a contact with its rights and the first version of its history.
pub(crate) async fn insert(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    by: &By,
    new: NewContact<'_>,
) -> Result<(), Failure> {
    let deed = Deed::AddContact;
    authority.covers(deed, new.id)?;
    let (contact, snapshot, details) = (new.id, new.snapshot, &new.snapshot.details);
    let row = ContactRow {
        account_id: authority.account().to_string(),
        id: contact.to_string(),
        external_id: None,
        person_id: new.person.map(|person| person.to_string()),
        owner: None,
        state: snapshot.state.key().to_owned(),
        first_name: details.first_name.clone(),
        last_name: details.last_name.clone(),
        email: details.email.to_string(),
        email_key: new.email_key.to_owned(),
        phone: details.phone.clone(),
        note: details.note.clone(),
        template: snapshot.rights.template.clone(),
        ends_at: new.ends.map(|ends| ends.0),
        notifications_set: 0,
        version: 1,
    };
    if let Some(person) = new.person {
        forget_in_deleted(unit, &[(authority, person.to_string().as_str())]).await?;
    }
    insert_rows(unit, &[&row]).await?;
    let (before, after) = (&Rights::default(), &snapshot.rights);
    grants::save(unit, &[Change { authority, deed, contact, before, after }]).await?;
    contact_versions::write(unit, by, &[NewVersion { authority, deed, contact, version: 1, snapshot }]).await
}

/// Adds contacts as an import says, in one statement. Their rights, mails and history are written beside them.
pub async fn provision(unit: &mut Unit<'_>, rows: &[Permitted<'_, ContactRow>]) -> Result<(), Failure> {
    let linked: Vec<_> =
        rows.iter().filter_map(|(authority, row)| Some((*authority, row.person_id.as_deref()?))).collect();
    let rows = covered(rows, Deed::Provision)?;
    forget_in_deleted(unit, &linked).await?;
    insert_rows(unit, &rows).await
}

#[derive(Serialize)]
struct NewRow<'r> {
    #[serde(flatten)]
    row: &'r ContactRow,
    #[serde(flatten)]
    derived: Derived,
}

async fn insert_rows(unit: &mut Unit<'_>, rows: &[&ContactRow]) -> Result<(), Failure> {
    let derived = |row: &ContactRow| Derived::of(&row.first_name, &row.last_name, &row.email);
    let rows: Vec<NewRow<'_>> = rows.iter().map(|&row| NewRow { row, derived: derived(row) }).collect();
    let statement = both!(
        "INSERT INTO contacts (account_id, id, external_id, person_id, owner, rank, state, first_name, last_name, email, \
         email_key, phone, note, template, ends_at, ends_at_as_contact, notifications_set, sort_name, sort_surname, \
         search_text, created_at, updated_at) \
         SELECT e.value ->> 'account_id', e.value ->> 'id', e.value ->> 'external_id', e.value ->> 'person_id', \
         e.value ->> 'owner', CASE WHEN e.value ->> 'owner' IS NULL THEN 1 ELSE 0 END, e.value ->> 'state', \
         e.value ->> 'first_name', e.value ->> 'last_name', e.value ->> 'email', e.value ->> 'email_key', \
         e.value ->> 'phone', e.value ->> 'note', e.value ->> 'template', \
         CASE WHEN e.value ->> 'owner' IS NULL THEN CAST(e.value ->> 'ends_at' AS BIGINT) END, \
         CASE WHEN e.value ->> 'owner' IS NULL THEN NULL ELSE CAST(e.value ->> 'ends_at' AS BIGINT) END, \
         CAST(e.value ->> 'notifications_set' AS BIGINT), e.value ->> 'sort_name', e.value ->> 'sort_surname', \
         e.value ->> 'search_text', $2, $2 FROM ",
        rows("$1"),
        " WHERE TRUE"
    );
    let now = unit.now();
    sqlx::query(statement.on(unit.dialect()))
        .bind(serde_json::to_string(&rows)?)
        .bind(now.0)
        .execute(unit.connection())
        .await?;
    Ok(())
}

/// Writes a change of a contact: its row, its rights, its history. Deleting takes every grant away.
pub(crate) async fn save(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    by: &By,
    revision: &Revision,
    email_key: &str,
) -> Result<(), Failure> {
    let deed = deed_of(authority, revision)?;
    let Revision { before: Contact { id: contact, version, now, .. }, after } = revision;
    let (contact, version) = (*contact, *version);
    update(unit, authority, revision, email_key).await?;
    if after.state == ContactState::Deleted {
        grants::take_everything(unit, authority, contact).await?;
    } else {
        let (before, after) = (&now.rights, &after.rights);
        grants::save(unit, &[Change { authority, deed, contact, before, after }]).await?;
    }
    contact_versions::write(unit, by, &[NewVersion { authority, deed, contact, version: version + 1, snapshot: after }])
        .await
}

/// Whether a change may be written: another state, or other details and rights in the same one. The rights that are taken
/// with a deletion, and given with a restoration, are a part of it.
fn deed_of(authority: Authority<'_>, revision: &Revision) -> Result<Deed, NotPermitted> {
    let (before, after) = (&revision.before.now, &revision.after);
    let contact = revision.before.id;
    if before.state == after.state {
        authority.covers(Deed::EditContact, contact)?;
        return Ok(Deed::EditContact);
    }
    let deed = Deed::SetState(after.state);
    authority.covers(deed, contact)?;
    if before.rights != after.rights && ![before.state, after.state].contains(&ContactState::Deleted) {
        authority.covers(Deed::EditContact, contact)?;
    }
    Ok(deed)
}

async fn update(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    Revision { before, after }: &Revision,
    email_key: &str,
) -> Result<(), Failure> {
    let details = &after.details;
    let Derived { sort_name, sort_surname, search_text } = Derived::of_details(details);
    let deleted_at = (after.state == ContactState::Deleted).then_some(unit.now().0);
    let changed = sqlx::query(
        "UPDATE contacts SET state = $3, first_name = $4, last_name = $5, email = $6, email_key = $7, phone = $8, \
         note = $9, template = $10, sort_name = $11, search_text = $12, updated_at = $13, deleted_at = $14, \
         sort_surname = $16, version = version + 1 WHERE account_id = $1 AND id = $2 AND version = $15",
    )
    .bind(authority.account().to_string())
    .bind(before.id.to_string())
    .bind(after.state.key())
    .bind(&details.first_name)
    .bind(&details.last_name)
    .bind(details.email.as_str())
    .bind(email_key)
    .bind(&details.phone)
    .bind(&details.note)
    .bind(after.rights.template.clone())
    .bind(sort_name)
    .bind(search_text)
    .bind(unit.now().0)
    .bind(deleted_at)
    .bind(before.version)
    .bind(sort_surname)
    .execute(unit.connection())
    .await?
    .rows_affected();
    if changed == 1 { Ok(()) } else { Err(Failure::Fault("a contact changed under the account's lock".to_owned())) }
}

/// Takes a role of the account from all who have it, in as many statements for thousands as for one. Each change holds the
/// permit that covers it.
pub(crate) async fn take_role(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    by: &By,
    role: RoleId,
    taken: &[(Permit, Revision)],
) -> Result<(), Failure> {
    let (mut contacts, mut written) = (Vec::with_capacity(taken.len()), Vec::with_capacity(taken.len()));
    for (permit, Revision { before, after }) in taken {
        let (authority, deed, contact) = (permit.authority(), Deed::EditContact, before.id);
        authority.covers(deed, contact)?;
        contacts.push(contact);
        written.push(NewVersion { authority, deed, contact, version: before.version + 1, snapshot: after });
    }
    if taken.iter().any(|(permit, _)| permit.account() != authority.account()) {
        return Err(NotPermitted.into());
    }
    next_version(unit, authority, &contacts).await?;
    grants::take_role(unit, authority, role, &contacts).await?;
    contact_versions::write(unit, by, &written).await
}

async fn next_version(unit: &mut Unit<'_>, authority: Authority<'_>, contacts: &[ContactId]) -> Result<(), Failure> {
    let statement = both!(
        "UPDATE contacts SET updated_at = $2, version = version + 1 WHERE account_id = $1 AND id IN ",
        list("$3")
    );
    let now = unit.now();
    sqlx::query(statement.on(unit.dialect()))
        .bind(authority.account().to_string())
        .bind(now.0)
        .bind(serde_json::to_string(contacts)?)
        .execute(unit.connection())
        .await?;
    Ok(())
}

/// Writes a contact as an import says. It becomes this version.
pub async fn overwrite(
    unit: &mut Unit<'_>,
    (authority, row): Permitted<'_, ContactRow>,
    version: i64,
) -> Result<(), Failure> {
    covered(&[(authority, row)], Deed::Provision)?;
    if let Some(person) = &row.person_id {
        forget_in_deleted(unit, &[(authority, person.as_str())]).await?;
    }
    let Derived { sort_name, sort_surname, search_text } = Derived::of(&row.first_name, &row.last_name, &row.email);
    sqlx::query(
        "UPDATE contacts SET person_id = $3, owner = $4, rank = $5, state = $6, first_name = $7, last_name = $8, \
         email = $9, email_key = $10, phone = $11, note = $12, template = $13, notifications_set = $15, \
         ends_at = CASE WHEN $5 = 1 THEN CAST($14 AS BIGINT) ELSE NULL END, \
         ends_at_as_contact = CASE WHEN $5 = 1 THEN NULL ELSE CAST($14 AS BIGINT) END, \
         sort_name = $16, search_text = $17, updated_at = $18, version = $19, sort_surname = $20 \
         WHERE account_id = $1 AND id = $2",
    )
    .bind(&row.account_id)
    .bind(&row.id)
    .bind(row.person_id.clone())
    .bind(row.owner.clone())
    .bind(i64::from(row.owner.is_none()))
    .bind(&row.state)
    .bind(&row.first_name)
    .bind(&row.last_name)
    .bind(&row.email)
    .bind(&row.email_key)
    .bind(&row.phone)
    .bind(&row.note)
    .bind(row.template.clone())
    .bind(row.ends_at)
    .bind(row.notifications_set)
    .bind(sort_name)
    .bind(search_text)
    .bind(unit.now().0)
    .bind(version)
    .bind(sort_surname)
    .execute(unit.connection())
    .await?;
    Ok(())
}

/// Takes address, person and ownership from a contact that an import overwrites next: two may exchange them, and nobody has
/// them meanwhile.
pub async fn release(unit: &mut Unit<'_>, (authority, row): Permitted<'_, ContactRow>) -> Result<(), Failure> {
    covered(&[(authority, row)], Deed::Provision)?;
    sqlx::query(
        "UPDATE contacts SET email_key = '~' || id, person_id = NULL, owner = NULL, rank = 1 \
         WHERE account_id = $1 AND id = $2",
    )
    .bind(&row.account_id)
    .bind(&row.id)
    .execute(unit.connection())
    .await?;
    Ok(())
}

/// Writes the address that a contact has from the person who is signed in, who just proved it, with a version of its
/// history.
pub(crate) async fn follow_person(unit: &mut Unit<'_>, contact: &Contact, email_key: &str) -> Result<(), Failure> {
    let person = unit.signed_in()?.person;
    let details = &contact.now.details;
    let Derived { sort_name, sort_surname, search_text } = Derived::of_details(details);
    // INVARIANT: only a contact of whoever is signed in; the condition repeats what was decided.
    sqlx::query(
        "UPDATE contacts SET email = $4, email_key = $5, sort_name = $6, search_text = $7, updated_at = $8, \
         sort_surname = $9, version = version + 1 WHERE account_id = $1 AND id = $2 AND person_id = $3",
    )
    .bind(contact.account.to_string())
    .bind(contact.id.to_string())
    .bind(person.to_string())
    .bind(details.email.as_str())
    .bind(email_key)
    .bind(sort_name)
    .bind(search_text)
    .bind(unit.now().0)
    .bind(sort_surname)
    .execute(unit.connection())
    .await?;
    let by = By::of(contact.id, details);
    contact_versions::write_own(unit, &by, (contact.account, contact.id), contact.version + 1, &contact.now).await
}

/// The column Last sign-in, on every account.
pub(crate) async fn note_sign_in(unit: &mut Unit<'_>, person: PersonId) -> Result<(), Failure> {
    let now = unit.now();
    sqlx::query("UPDATE contacts SET last_sign_in = $2 WHERE person_id = $1 AND state <> 'deleted'")
        .bind(person.to_string())
        .bind(now.0)
        .execute(unit.connection())
        .await?;
    Ok(())
}

/// Writes what a contact owns. An owner's access does not end; what it would have ended at is kept for later.
pub(crate) async fn set_owner(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    contact: ContactId,
    owner: Option<OwnerKind>,
) -> Result<(), Failure> {
    authority.covers(Deed::SetOwner(owner), contact)?;
    let now = unit.now();
    sqlx::query(
        "UPDATE contacts SET owner = $3, rank = $4, updated_at = $5, \
         ends_at = CASE WHEN $4 = 1 THEN COALESCE(ends_at_as_contact, ends_at) ELSE NULL END, \
         ends_at_as_contact = CASE WHEN $4 = 1 THEN NULL ELSE COALESCE(ends_at_as_contact, ends_at) END \
         WHERE account_id = $1 AND id = $2",
    )
    .bind(authority.account().to_string())
    .bind(contact.to_string())
    .bind(owner.map(OwnerKind::key))
    .bind(i64::from(owner.is_none()))
    .bind(now.0)
    .execute(unit.connection())
    .await?;
    Ok(())
}

/// Sets when a contact's access ends, or for one who waits, when the invitation does.
pub(crate) async fn set_end(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    contact: ContactId,
    ends: Option<Timestamp>,
) -> Result<(), Failure> {
    authority.covers(Deed::SetEnd, contact)?;
    sqlx::query("UPDATE contacts SET ends_at = $3 WHERE account_id = $1 AND id = $2")
        .bind(authority.account().to_string())
        .bind(contact.to_string())
        .bind(ends.map(|ends| ends.0))
        .execute(unit.connection())
        .await?;
    Ok(())
}

/// Ends the time of whoever waits for an answer from an address that its person has given up. Before their invitations,
/// which say who that is.
pub(crate) async fn end_waiting(unit: &mut Unit<'_>, email_key: &str) -> Result<(), Failure> {
    let now = unit.now();
    sqlx::query(
        "UPDATE contacts SET ends_at = $2 WHERE state = 'pending' AND EXISTS (SELECT 1 FROM invitations i \
         WHERE i.account_id = contacts.account_id AND i.contact_id = contacts.id AND i.email_key = $1 \
         AND i.state = 'open' AND i.expires_at > $2)",
    )
    .bind(email_key)
    .bind(now.0)
    .execute(unit.connection())
    .await?;
    Ok(())
}

/// Ends the time of everybody who waits, on every account.
pub(crate) async fn end_all_waiting(unit: &mut Unit<'_>) -> Result<(), Failure> {
    unit.by_operator()?;
    let now = unit.now();
    sqlx::query("UPDATE contacts SET ends_at = $1 WHERE state = 'pending' AND (ends_at IS NULL OR ends_at > $1)")
        .bind(now.0)
        .execute(unit.connection())
        .await?;
    Ok(())
}

/// Links a contact that had no login to its person.
pub(crate) async fn link(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    contact: ContactId,
    person: PersonId,
) -> Result<(), Failure> {
    authority.covers(Deed::SetSignIn, contact)?;
    forget_in_deleted(unit, &[(authority, person.to_string().as_str())]).await?;
    sqlx::query("UPDATE contacts SET person_id = $3 WHERE account_id = $1 AND id = $2")
        .bind(authority.account().to_string())
        .bind(contact.to_string())
        .bind(person.to_string())
        .execute(unit.connection())
        .await?;
    Ok(())
}

/// A person who signs in as a contact of an account from now on.
#[derive(Serialize)]
struct Link<'l> {
    account: AccountId,
    person: &'l str,
}

/// Takes an account's deleted contacts from people who sign in as another one from now on.
///
/// INVARIANT: a restoration gives nobody the rights of a contact that they were before (SECURITY T90): whoever linked them
/// to the new contact was asked about that one only.
async fn forget_in_deleted(unit: &mut Unit<'_>, linked: &[(Authority<'_>, &str)]) -> Result<(), Failure> {
    let mut links = Vec::with_capacity(linked.len());
    for &(authority, person) in linked {
        // No permit for the new contact names the deleted ones.
        authority.allows(Deed::SetSignIn)?;
        links.push(Link { account: authority.account(), person });
    }
    let statement = both!(
        "UPDATE contacts SET person_id = NULL WHERE state = 'deleted' AND id IN (SELECT c.id FROM ",
        rows("$1"),
        " JOIN contacts c ON c.account_id = e.value ->> 'account' AND c.person_id = e.value ->> 'person')"
    );
    sqlx::query(statement.on(unit.dialect())).bind(serde_json::to_string(&links)?).execute(unit.connection()).await?;
    Ok(())
}

/// Takes a contact from the person who signs in as it, and who is told.
pub(crate) async fn unlink(unit: &mut Unit<'_>, authority: Authority<'_>, contact: ContactId) -> Result<(), Failure> {
    authority.covers(Deed::SetSignIn, contact)?;
    let account = authority.account();
    let person = person_of(unit, account, contact).await?;
    unit.publish_to(person);
    sqlx::query("UPDATE contacts SET person_id = NULL WHERE account_id = $1 AND id = $2")
        .bind(account.to_string())
        .bind(contact.to_string())
        .execute(unit.connection())
        .await?;
    Ok(())
}

async fn person_of(unit: &mut Unit<'_>, account: AccountId, contact: ContactId) -> Result<Option<String>, Failure> {
    let row: Option<(Option<String>,)> =
        sqlx::query_as("SELECT person_id FROM contacts WHERE account_id = $1 AND id = $2")
            .bind(account.to_string())
            .bind(contact.to_string())
            .fetch_optional(unit.connection())
            .await?;
    Ok(row.and_then(|(person,)| person))
}

/// Keeps that somebody has chosen which mails a contact gets: none is a choice, too.
pub(crate) async fn note_choice(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    contact: ContactId,
) -> Result<(), Failure> {
    authority.covers(Deed::ChooseNotifications, contact)?;
    sqlx::query("UPDATE contacts SET notifications_set = 1 WHERE account_id = $1 AND id = $2")
        .bind(authority.account().to_string())
        .bind(contact.to_string())
        .execute(unit.connection())
        .await?;
    Ok(())
}
