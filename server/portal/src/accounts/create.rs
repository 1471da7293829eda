//! A new account with its owner, made by the operator. There is no default password: the owner gets a link.

use crate::base::canon;
use crate::base::error::Failure;
use crate::base::random;
use crate::membership::credentials;
use crate::notify::reset_links as links;
use crate::records::contacts;
use crate::records::persons as store;
use crate::unit::audit::AuditEvent;
use crate::unit::core::Core;
use crate::unit::run::{answer, use_case};
use crate::unit::{Unit, Writes};
use domain::access::{Authority, Deed};
use domain::account::{AccountStatus, OwnerKind};
use domain::audit::{AccountFact, By, Subject};
use domain::billing::is_currency;
use domain::contact::{ContactDetails, ContactSnapshot, ContactState, NAME_MAX};
use domain::email::EmailAddress;
use domain::error::{FieldProblem, PortalError, Problem};
use domain::id::{AccountId, ContactId, PersonId};
use domain::ports::{Caller, Principal};
use domain::rights::Rights;
use domain::role::Role;
use domain::text;
use domain::time::Timestamp;

/// The longest name of an account, in characters.
const ACCOUNT_NAME_MAX: usize = 200;

/// An account to make.
#[derive(Debug, Clone)]
pub struct NewAccount {
    /// The customer's name.
    pub name: String,
    /// The currency of its invoices, `EUR` say.
    pub currency: String,
    /// The owner's e-mail address; somebody who has it already owns this account too.
    pub email: String,
    /// The owner's first name.
    pub first_name: String,
    /// The owner's last name.
    pub last_name: String,
}

/// An account that was made.
#[derive(Debug, Clone)]
pub struct CreatedAccount {
    /// Its id.
    pub account: AccountId,
    /// A link for the owner to set a password, good once and for seven days; `None` when they have one.
    pub link: Option<String>,
}

pub(crate) async fn create_account(
    core: &Core,
    new: &NewAccount,
    now: Timestamp,
) -> Result<CreatedAccount, PortalError> {
    let checked = Checked::of(new)?;
    let caller = core.system(Principal::Operator, now);
    answer(&caller, None, use_case!("accounts.create"), || create(core, &caller, &checked)).await
}

struct Checked {
    name: String,
    currency: String,
    owner: ContactDetails,
    email_key: String,
}

impl Checked {
    fn of(new: &NewAccount) -> Result<Self, PortalError> {
        let mut fields = Vec::new();
        let mut line = |field: &str, text: &str, max: usize| match text::line(text, max) {
            Ok(text) if text.is_empty() => {
                fields.push(FieldProblem { field: field.to_owned(), problem: Problem::Required });
                text
            }
            Ok(text) => text,
            Err(problem) => {
                fields.push(FieldProblem { field: field.to_owned(), problem });
                String::new()
            }
        };
        let name = line("name", &new.name, ACCOUNT_NAME_MAX);
        let first_name = line("first_name", &new.first_name, NAME_MAX);
        let last_name = line("last_name", &new.last_name, NAME_MAX);
        let currency = new.currency.trim().to_owned();
        if !is_currency(&currency) {
            fields.push(FieldProblem { field: "currency".to_owned(), problem: Problem::NotOffered });
        }
        let email = EmailAddress::parse(&new.email).and_then(|email| Ok((canon::email_key(&email)?, email)));
        match email {
            Ok((email_key, email)) if fields.is_empty() => {
                let owner = ContactDetails { first_name, last_name, email, phone: String::new(), note: String::new() };
                Ok(Self { name, currency, owner, email_key })
            }
            Ok(_) => Err(PortalError::Invalid { fields }),
            Err(_) => {
                fields.push(FieldProblem { field: "email".to_owned(), problem: Problem::NotAnEmail });
                Err(PortalError::Invalid { fields })
            }
        }
    }
}

async fn create(core: &Core, caller: &Caller, new: &Checked) -> Result<CreatedAccount, Failure> {
    let mut unit = Unit::write(&core.database, caller, Writes::Other).await?;
    let account = AccountId::new(random::id(caller.now));
    insert_account(&mut unit, account, new).await?;
    let found = store::by_email(unit.connection(), &new.email_key).await?;
    let (person, has_password) = match found {
        None => (insert_person(&mut unit, new).await?, false),
        Some(found) => {
            let person = found.person()?;
            let is_theirs = credentials::keep_if_proved(&mut unit, person).await?;
            (person, is_theirs && found.password_hash.is_some())
        }
    };
    insert_owner(&mut unit, account, person, new).await?;
    let link = if has_password {
        None
    } else {
        let token = links::issue_reset(&mut unit, person, links::NEW_ACCOUNT).await?;
        Some(links::address(core, &token))
    };
    let fact = AccountFact::Created { name: new.name.clone() };
    let event = AuditEvent::new(fact, Subject::Account(account), By::Provider);
    unit.commit_without_session((), event).await?;
    Ok(CreatedAccount { account, link })
}

async fn insert_account(unit: &mut Unit<'_>, account: AccountId, new: &Checked) -> Result<(), Failure> {
    let now = unit.now();
    // The roles that managers may hand out, until an owner shortens the list: all of them (PRODUCT D4).
    let hand_out: Vec<&str> = Role::ALL.into_iter().map(Role::key).collect();
    sqlx::query(
        "INSERT INTO accounts (id, name, status, currency, hand_out, created_at) VALUES ($1, $2, $3, $4, $5, $6)",
    )
    .bind(account.to_string())
    .bind(&new.name)
    .bind(AccountStatus::Active.key())
    .bind(&new.currency)
    .bind(serde_json::to_string(&hand_out)?)
    .bind(now.0)
    .execute(unit.connection())
    .await?;
    Ok(())
}

async fn insert_person(unit: &mut Unit<'_>, new: &Checked) -> Result<PersonId, Failure> {
    let now = unit.now();
    let person = PersonId::new(random::id(now));
    sqlx::query(
        "INSERT INTO persons (id, email, email_key, first_name, last_name, password_by, created_at) \
         VALUES ($1, $2, $3, $4, $5, 'none', $6)",
    )
    .bind(person.to_string())
    .bind(new.owner.email.as_str())
    .bind(&new.email_key)
    .bind(&new.owner.first_name)
    .bind(&new.owner.last_name)
    .bind(now.0)
    .execute(unit.connection())
    .await?;
    Ok(person)
}

async fn insert_owner(unit: &mut Unit<'_>, account: AccountId, person: PersonId, new: &Checked) -> Result<(), Failure> {
    let now = unit.now();
    let contact = ContactId::new(random::id(now));
    let owner = &new.owner;
    sqlx::query(
        "INSERT INTO contacts (account_id, id, person_id, owner, rank, state, first_name, last_name, email, email_key, \
         phone, note, sort_name, search_text, created_at, updated_at) \
         VALUES ($1, $2, $3, $4, 0, $5, $6, $7, $8, $9, '', '', $10, $11, $12, $12)",
    )
    .bind(account.to_string())
    .bind(contact.to_string())
    .bind(person.to_string())
    .bind(OwnerKind::Legal.key())
    .bind(ContactState::Active.key())
    .bind(&owner.first_name)
    .bind(&owner.last_name)
    .bind(owner.email.as_str())
    .bind(&new.email_key)
    .bind(canon::sort_name(&owner.first_name, &owner.last_name))
    .bind(canon::search_text(&owner.first_name, &owner.last_name, owner.email.as_str()))
    .bind(now.0)
    .execute(unit.connection())
    .await?;
    let snapshot = ContactSnapshot { details: owner.clone(), state: ContactState::Active, rights: Rights::default() };
    let authority = Authority::operator(account);
    contacts::write_version(unit, authority, (Deed::AddContact, contact), 1, &By::Provider, &snapshot).await
}
