//! Who looks after a contact's sign-in (PRODUCT D5), and the person behind it.

use crate::base::error::Failure;
use crate::records::devices;
use crate::records::email_links;
use crate::records::persons::{self, NewPerson, Password};
use crate::records::sessions;
use crate::records::tokens;
use crate::records::viewings;
use crate::unit::Unit;
use domain::access::{Authority, Credentials, Deed};
use domain::details::ContactDetails;
use domain::id::{AccountId, ContactId, PersonId, SessionId};
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
    let new = NewPerson {
        email: details.email.as_str(),
        email_key,
        first_name: &details.first_name,
        last_name: &details.last_name,
        password: Password::SetBy(authority, password_hash),
    };
    persons::insert(unit, new).await
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
    persons::replace(unit, authority, person, details, email_key, password_hash).await?;
    end_everything(unit, person, None).await
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
        persons::give_up(unit, authority, person).await?;
        end_everything(unit, person, None).await?;
    }
    viewings::end_all(unit, authority, contact).await
}

/// Takes a sign-in away from whoever uses it, unless its address was proved: nobody else's person may come to own an
/// account. Whether it was proved.
pub(crate) async fn revoke_login_unless_proved(unit: &mut Unit<'_>, person: PersonId) -> Result<bool, Failure> {
    let taken = persons::take_unproved(unit, person).await?;
    if taken {
        end_everything(unit, person, None).await?;
    }
    Ok(!taken)
}

/// Ends whatever was begun with a person's sign-in as it was: sessions, known browsers, a change of address that waits for
/// its proof, and links to set a password. The session `keep` goes on, in a browser that stays known: that of the caller.
///
/// INVARIANT: every change of a password or an address comes by here. What is left out stays with those who knew the old
/// password (SECURITY T6, T23).
pub(crate) async fn end_everything(
    unit: &mut Unit<'_>,
    person: PersonId,
    keep: Option<SessionId>,
) -> Result<(), Failure> {
    sessions::end_all_of(unit, person, keep).await?;
    let browser = keep.and(unit.caller().device.as_ref());
    devices::forget_all_of(unit, person, browser).await?;
    email_links::kill(unit, person).await?;
    tokens::kill(unit, person).await
}
