//! Who looks after a contact's sign-in (PRODUCT D5), and the person behind it.

use crate::base::error::Failure;
use crate::base::random;
use crate::records::email_links;
use crate::records::sessions;
use crate::unit::Unit;
use domain::access::{Authority, Credentials, Deed};
use domain::contact::ContactDetails;
use domain::id::{AccountId, ContactId, PersonId};
use sqlx::FromRow;

#[derive(FromRow)]
struct Login {
    password_by: String,
    made_by_account: Option<String>,
    verified_at: Option<i64>,
    email_key: String,
}

/// Who looks after a person's sign-in, as seen from an account that knows them by the address with this canonical key.
pub(crate) async fn of_person(
    unit: &mut Unit<'_>,
    account: AccountId,
    person: Option<PersonId>,
    email_key: &str,
) -> Result<Credentials, Failure> {
    let Some(person) = person else { return Ok(Credentials::None) };
    let row: Option<Login> =
        sqlx::query_as("SELECT password_by, made_by_account, verified_at, email_key FROM persons WHERE id = $1")
            .bind(person.to_string())
            .fetch_optional(unit.connection())
            .await?;
    let Some(login) = row else { return Ok(Credentials::None) };
    let (elsewhere,): (i64,) = sqlx::query_as(
        // Deleted ones count: they may be restored there, with whatever password is set here.
        "SELECT COUNT(*) FROM contacts WHERE person_id = $1 AND account_id <> $2",
    )
    .bind(person.to_string())
    .bind(account.to_string())
    .fetch_one(unit.connection())
    .await?;
    let held = login.password_by != "self"
        && login.made_by_account.as_deref() == Some(account.to_string().as_str())
        && login.verified_at.is_none()
        && elsewhere == 0;
    Ok(match login.verified_at {
        _ if held => Credentials::HeldHere,
        // INVARIANT: only a proof of the address that the account sees counts (SECURITY T90). A contact keeps another one
        // than its person has where somebody else on the account has theirs.
        Some(_) if login.email_key == email_key => Credentials::Own,
        Some(_) | None => Credentials::Unproved,
    })
}

/// What is known of whoever has an address already.
pub(crate) enum Holder {
    /// Nobody has it.
    Nobody,
    /// A person who is on no account any more and whose sign-in this account looks after: they come back.
    Returning(PersonId),
    /// Somebody with a sign-in of their own.
    Somebody,
}

/// Who has the address with this canonical key, as seen from an account.
pub(crate) async fn holder(unit: &mut Unit<'_>, account: AccountId, key: &str) -> Result<Holder, Failure> {
    let row: Option<(String,)> = sqlx::query_as("SELECT id FROM persons WHERE email_key = $1")
        .bind(key)
        .fetch_optional(unit.connection())
        .await?;
    let Some((id,)) = row else { return Ok(Holder::Nobody) };
    let person: PersonId = id.parse()?;
    Ok(match of_person(unit, account, Some(person), key).await? {
        Credentials::HeldHere => Holder::Returning(person),
        Credentials::Unproved | Credentials::Own | Credentials::None => Holder::Somebody,
    })
}

/// Makes a person with a password that somebody else set: it must be changed at the first sign-in.
pub(crate) async fn make(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    details: &ContactDetails,
    email_key: &str,
    password_hash: &str,
) -> Result<PersonId, Failure> {
    authority.allows(Deed::SetSignIn)?;
    let person = PersonId::new(random::id(unit.now()));
    sqlx::query(
        "INSERT INTO persons (id, email, email_key, first_name, last_name, password_hash, password_by, \
         made_by_account, created_at) VALUES ($1, $2, $3, $4, $5, $6, 'other', $7, $8)",
    )
    .bind(person.to_string())
    .bind(details.email.as_str())
    .bind(email_key)
    .bind(&details.first_name)
    .bind(&details.last_name)
    .bind(password_hash)
    .bind(authority.account().to_string())
    .bind(unit.now().0)
    .execute(unit.connection())
    .await?;
    Ok(person)
}

/// Sets a person's address and, where given, password, in somebody else's name. Whatever was open ends.
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
    end_everything(unit, person).await
}

/// Links a contact that had no login to its person.
pub(crate) async fn link(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    contact: ContactId,
    person: PersonId,
) -> Result<(), Failure> {
    authority.covers(Deed::SetSignIn, contact)?;
    sqlx::query("UPDATE contacts SET person_id = $3 WHERE account_id = $1 AND id = $2")
        .bind(authority.account().to_string())
        .bind(contact.to_string())
        .bind(person.to_string())
        .execute(unit.connection())
        .await?;
    Ok(())
}

/// Takes a contact from the person who signs in as it.
pub(crate) async fn unlink(unit: &mut Unit<'_>, authority: Authority<'_>, contact: ContactId) -> Result<(), Failure> {
    authority.covers(Deed::SetSignIn, contact)?;
    let person: Option<(Option<String>,)> =
        sqlx::query_as("SELECT person_id FROM contacts WHERE account_id = $1 AND id = $2")
            .bind(authority.account().to_string())
            .bind(contact.to_string())
            .fetch_optional(unit.connection())
            .await?;
    unit.tell(person.and_then(|(person,)| person));
    sqlx::query("UPDATE contacts SET person_id = NULL WHERE account_id = $1 AND id = $2")
        .bind(authority.account().to_string())
        .bind(contact.to_string())
        .execute(unit.connection())
        .await?;
    Ok(())
}

/// What a deletion does to the person: one who is on no other account loses sessions, links and password, so that a
/// restoration revives none of them; anybody else keeps what is theirs.
pub(crate) async fn after_removal(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    contact: ContactId,
    person: Option<PersonId>,
) -> Result<(), Failure> {
    authority.covers(Deed::SetSignIn, contact)?;
    let Some(person) = person else { return Ok(()) };
    let (others,): (i64,) =
        sqlx::query_as("SELECT COUNT(*) FROM contacts WHERE person_id = $1 AND id <> $2 AND state <> 'deleted'")
            .bind(person.to_string())
            .bind(contact.to_string())
            .fetch_one(unit.connection())
            .await?;
    if others == 0 {
        sqlx::query(
            // INVARIANT: whoever once chose a password stays the one who looks after it (PRODUCT D5): 'self' is kept.
            "UPDATE persons SET password_hash = NULL, version = version + 1, \
             password_by = CASE WHEN password_by = 'self' THEN 'self' ELSE 'none' END WHERE id = $1",
        )
        .bind(person.to_string())
        .execute(unit.connection())
        .await?;
        end_everything(unit, person).await?;
    }
    end_viewings(unit, authority, contact).await
}

/// Ends every view of the portal as this contact.
pub(crate) async fn end_viewings(
    unit: &mut Unit<'_>,
    authority: Authority<'_>,
    contact: ContactId,
) -> Result<(), Failure> {
    authority.covers(Deed::EndViews, contact)?;
    let viewers: Vec<(String,)> = sqlx::query_as(
        "DELETE FROM viewings WHERE account_id = $1 AND contact_id = $2 \
         RETURNING (SELECT s.person_id FROM sessions s WHERE s.id = viewings.session_id)",
    )
    .bind(authority.account().to_string())
    .bind(contact.to_string())
    .fetch_all(unit.connection())
    .await?;
    unit.tell(viewers.into_iter().map(|(viewer,)| viewer));
    Ok(())
}

/// Takes a sign-in away from whoever uses it, unless its address was proved: nobody else's person may come to own an
/// account. Whether it was proved.
pub(crate) async fn revoke_login_unless_proved(unit: &mut Unit<'_>, person: PersonId) -> Result<bool, Failure> {
    let taken = sqlx::query(
        "UPDATE persons SET password_hash = NULL, password_by = 'none', made_by_account = NULL, version = version + 1 \
         WHERE id = $1 AND verified_at IS NULL",
    )
    .bind(person.to_string())
    .execute(unit.connection())
    .await?
    .rows_affected();
    if taken > 0 {
        end_everything(unit, person).await?;
    }
    Ok(taken == 0)
}

/// Ends a person's sessions and whatever was mailed to them.
pub(crate) async fn end_everything(unit: &mut Unit<'_>, person: PersonId) -> Result<(), Failure> {
    sqlx::query("DELETE FROM tokens WHERE person_id = $1").bind(person.to_string()).execute(unit.connection()).await?;
    email_links::kill(unit, person).await?;
    sessions::end_all_of(unit, person, None).await
}
