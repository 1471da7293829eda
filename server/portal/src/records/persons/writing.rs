//! The only writers of the table `persons`. Nobody writes on a person by a permit alone but the account that looks after
//! their sign-in; people themselves are who is signed in, or has a mailed link.

use crate::base::dialect::both;
use crate::base::error::Failure;
use crate::base::random;
use crate::records::email_links::PendingAddress;
use crate::records::rows::PersonRow;
use crate::unit::Unit;
use domain::access::{Authority, Deed, NotPermitted};
use domain::details::ContactDetails;
use domain::id::PersonId;
use domain::person::Language;
use domain::profile::Details;
use domain::time::Timestamp;
use sqlx::AnyConnection;

/// Somebody about to be added.
pub(crate) struct NewPerson<'a> {
    pub(crate) email: &'a str,
    pub(crate) email_key: &'a str,
    pub(crate) first_name: &'a str,
    pub(crate) last_name: &'a str,
    pub(crate) password: Password<'a>,
}

/// The password that somebody begins with, as its hash.
#[derive(Clone, Copy)]
pub(crate) enum Password<'a> {
    /// None yet: the operator has a link for them.
    None,
    /// One that an account set, which looks after their sign-in: it must be changed at the first one.
    SetBy(Authority<'a>, &'a str),
    /// Their own, chosen with a mailed link, which proves the address.
    Proved(&'a str),
}

/// Adds somebody.
pub(crate) async fn insert(unit: &mut Unit<'_>, new: NewPerson<'_>) -> Result<PersonId, Failure> {
    let now = unit.now();
    let (hash, by, made_by, verified) = match new.password {
        Password::None => {
            unit.by_operator()?;
            (None, "none", None, None)
        }
        Password::SetBy(authority, hash) => {
            authority.allows(Deed::SetSignIn)?;
            (Some(hash), "other", Some(authority.account()), None)
        }
        Password::Proved(hash) => (Some(hash), "self", None, Some(now.0)),
    };
    let person = PersonId::new(random::id(now));
    sqlx::query(
        "INSERT INTO persons (id, email, email_key, first_name, last_name, password_hash, password_by, \
         made_by_account, verified_at, created_at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
    )
    .bind(person.to_string())
    .bind(new.email)
    .bind(new.email_key)
    .bind(new.first_name)
    .bind(new.last_name)
    .bind(hash.map(str::to_owned))
    .bind(by)
    .bind(made_by.map(|account| account.to_string()))
    .bind(verified)
    .bind(now.0)
    .execute(unit.connection())
    .await?;
    Ok(person)
}

/// Adds people as an import says, in one statement.
pub async fn provision(unit: &mut Unit<'_>, rows: &[&PersonRow]) -> Result<(), Failure> {
    unit.by_operator()?;
    let statement = both!(
        "INSERT INTO persons (id, external_id, email, email_key, imported_email_key, first_name, last_name, \
         language, time_zone, password_hash, password_by, verified_at, created_at) \
         SELECT e.value ->> 'id', e.value ->> 'external_id', e.value ->> 'email', e.value ->> 'email_key', \
         e.value ->> 'imported_email_key', e.value ->> 'first_name', e.value ->> 'last_name', \
         e.value ->> 'language', e.value ->> 'time_zone', \
         e.value ->> 'password_hash', e.value ->> 'password_by', CAST(e.value ->> 'verified_at' AS BIGINT), $2 \
         FROM ",
        rows("$1"),
        " WHERE TRUE"
    );
    let now = unit.now();
    sqlx::query(statement.on(unit.dialect()))
        .bind(serde_json::to_string(rows)?)
        .bind(now.0)
        .execute(unit.connection())
        .await?;
    Ok(())
}

/// Writes a person as an import says. Whoever chooses a password, moves to another address or proves theirs meanwhile keeps
/// that: the row itself decides, not what was read.
pub async fn overwrite(unit: &mut Unit<'_>, row: &PersonRow) -> Result<(), Failure> {
    unit.by_operator()?;
    sqlx::query(
        "UPDATE persons SET email = CASE WHEN email_key IN ($3, '~' || id) THEN $2 ELSE email END, \
         email_key = CASE WHEN email_key = '~' || id THEN $3 ELSE email_key END, \
         first_name = $4, last_name = $5, language = $6, time_zone = $7, \
         password_hash = COALESCE(password_hash, $8), \
         password_by = CASE WHEN password_hash IS NULL THEN $9 ELSE password_by END, \
         verified_at = CASE WHEN email_key = '~' || id THEN NULL ELSE COALESCE(verified_at, $10) END, \
         external_id = $11, imported_email_key = $12, version = version + 1 WHERE id = $1",
    )
    .bind(&row.id)
    .bind(&row.email)
    .bind(&row.email_key)
    .bind(&row.first_name)
    .bind(&row.last_name)
    .bind(row.language.clone())
    .bind(row.time_zone.clone())
    .bind(row.password_hash.clone())
    .bind(&row.password_by)
    .bind(row.verified_at)
    .bind(row.external_id.clone())
    .bind(row.imported_email_key.clone())
    .execute(unit.connection())
    .await?;
    Ok(())
}

/// Takes the address from somebody whom an import overwrites next: two may exchange theirs, and nobody has them meanwhile.
pub(crate) async fn release(unit: &mut Unit<'_>, person: PersonId) -> Result<(), Failure> {
    unit.by_operator()?;
    sqlx::query("UPDATE persons SET email_key = '~' || id WHERE id = $1")
        .bind(person.to_string())
        .execute(unit.connection())
        .await?;
    Ok(())
}

/// Takes a sign-in away from whoever uses it, unless its address was proved; whether it was taken.
pub(crate) async fn take_unproved(unit: &mut Unit<'_>, person: PersonId) -> Result<bool, Failure> {
    unit.by_operator()?;
    let taken = sqlx::query(
        "UPDATE persons SET password_hash = NULL, password_by = 'none', made_by_account = NULL, version = version + 1 \
         WHERE id = $1 AND verified_at IS NULL",
    )
    .bind(person.to_string())
    .execute(unit.connection())
    .await?
    .rows_affected();
    Ok(taken > 0)
}

/// Sets a person's address and, where given, password, in somebody else's name.
pub(crate) async fn replace(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    person: PersonId,
    details: &ContactDetails,
    email_key: &str,
    password_hash: Option<&str>,
) -> Result<(), Failure> {
    authority.allows(Deed::SetSignIn)?;
    // INVARIANT: only a person whose sign-in this account looks after; the condition repeats what was decided.
    sqlx::query(
        "UPDATE persons SET email = $3, email_key = $4, password_hash = COALESCE($5, password_hash), \
         password_by = CASE WHEN $5 IS NULL THEN password_by ELSE 'other' END, version = version + 1 \
         WHERE id = $1 AND made_by_account = $2 AND verified_at IS NULL AND password_by <> 'self'",
    )
    .bind(person.to_string())
    .bind(authority.account().to_string())
    .bind(details.email.as_str())
    .bind(email_key)
    .bind(password_hash.map(str::to_owned))
    .execute(unit.connection())
    .await?;
    Ok(())
}

/// Takes the password of somebody who is on no account any more.
pub(crate) async fn give_up(unit: &mut Unit<'_>, authority: Authority<'_>, person: PersonId) -> Result<(), Failure> {
    authority.allows(Deed::SetSignIn)?;
    sqlx::query(
        // INVARIANT: whoever once chose a password stays the one who looks after it (PRODUCT D5): 'self' is kept.
        "UPDATE persons SET password_hash = NULL, version = version + 1, \
         password_by = CASE WHEN password_by = 'self' THEN 'self' ELSE 'none' END WHERE id = $1",
    )
    .bind(person.to_string())
    .execute(unit.connection())
    .await?;
    Ok(())
}

/// Keeps an address as that of whoever is signed in, proved; whether nobody else has it.
pub(crate) async fn keep_address(unit: &mut Unit<'_>, proved: &PendingAddress) -> Result<bool, Failure> {
    if unit.signed_in()?.person != proved.person {
        return Err(NotPermitted.into());
    }
    let now = unit.now();
    let kept = sqlx::query(
        "UPDATE persons SET email = $2, email_key = $3, verified_at = $4, version = version + 1 \
         WHERE id = $1 AND NOT EXISTS (SELECT 1 FROM persons o WHERE o.email_key = $3 AND o.id <> $1)",
    )
    .bind(proved.person.to_string())
    .bind(&proved.email)
    .bind(&proved.key)
    .bind(now.0)
    .execute(unit.connection())
    .await?
    .rows_affected();
    Ok(kept == 1)
}

/// Keeps the details of whoever is signed in; whether they had this version.
pub(crate) async fn keep_details(
    unit: &mut Unit<'_>,
    version: i64,
    details: &Details,
    time_zone: Option<&str>,
) -> Result<bool, Failure> {
    let person = unit.signed_in()?.person;
    let saved = sqlx::query(
        "UPDATE persons SET first_name = $3, last_name = $4, language = $5, time_zone = $6, version = version + 1 \
         WHERE id = $1 AND version = $2",
    )
    .bind(person.to_string())
    .bind(version)
    .bind(&details.first_name)
    .bind(&details.last_name)
    .bind(details.language.as_ref().map(Language::tag))
    .bind(time_zone.map(str::to_owned))
    .execute(unit.connection())
    .await?
    .rows_affected();
    Ok(saved == 1)
}

/// Keeps a password that its person chose; whether `instead_of` was still the one kept.
pub(crate) async fn set_own_password(
    connection: &mut AnyConnection,
    person: PersonId,
    hash: &str,
    instead_of: &str,
) -> Result<bool, Failure> {
    let changed = sqlx::query(
        "UPDATE persons SET password_hash = $2, password_by = 'self', version = version + 1 \
         WHERE id = $1 AND password_hash = $3",
    )
    .bind(person.to_string())
    .bind(hash)
    .bind(instead_of)
    .execute(connection)
    .await?
    .rows_affected();
    Ok(changed == 1)
}

/// Keeps a new hash of the same password, or the same again; whether `instead_of` was still the one kept.
pub(crate) async fn rehash(
    connection: &mut AnyConnection,
    person: PersonId,
    hash: &str,
    instead_of: &str,
) -> Result<bool, Failure> {
    let kept = sqlx::query("UPDATE persons SET password_hash = $2 WHERE id = $1 AND password_hash = $3")
        .bind(person.to_string())
        .bind(hash)
        .bind(instead_of)
        .execute(connection)
        .await?
        .rows_affected();
    Ok(kept == 1)
}

/// Keeps a password set with a mailed link, which proves the address too.
pub(crate) async fn set_proved_password(
    connection: &mut AnyConnection,
    person: PersonId,
    hash: &str,
    now: Timestamp,
) -> Result<(), Failure> {
    sqlx::query(
        "UPDATE persons SET password_hash = $2, password_by = 'self', verified_at = $3, version = version + 1 \
         WHERE id = $1",
    )
    .bind(person.to_string())
    .bind(hash)
    .bind(now.0)
    .execute(connection)
    .await?;
    Ok(())
}
