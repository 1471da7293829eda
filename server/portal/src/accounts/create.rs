//! A new account with its owner, made by the operator. There is no default password: the owner gets a link.

use crate::base::canon;
use crate::base::error::Failure;
use crate::base::random;
use crate::membership::credentials;
use crate::notify::reset_links;
use crate::records::accounts;
use crate::records::contacts::{self, NewContact};
use crate::records::persons::{self, NewPerson, Password};
use crate::records::rows::AccountRow;
use crate::records::tokens;
use crate::unit::audit::AuditEvent;
use crate::unit::core::Core;
use crate::unit::run::{answer, use_case};
use crate::unit::{Unit, Writes};
use domain::access::Authority;
use domain::audit::{AccountFact, Subject};
use domain::billing::is_currency;
use domain::by::By;
use domain::caller::{Caller, Principal};
use domain::contact::{ContactSnapshot, NAME_MAX};
use domain::details::ContactDetails;
use domain::email::EmailAddress;
use domain::error::PortalError;
use domain::id::{AccountId, ContactId, PersonId};
use domain::owner::OwnerKind;
use domain::problem::{FieldProblem, Problem};
use domain::rights::Rights;
use domain::role::Role;
use domain::status::AccountStatus;
use domain::status::ContactState;
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
    let found = persons::by_email(unit.connection(), &new.email_key).await?;
    let (person, has_password) = match found {
        None => (insert_person(&mut unit, new).await?, false),
        Some(found) => {
            let person = found.person()?;
            let is_theirs = credentials::revoke_login_unless_proved(&mut unit, person).await?;
            (person, is_theirs && found.password_hash.is_some())
        }
    };
    insert_owner(&mut unit, account, person, new).await?;
    let link = if has_password {
        None
    } else {
        let token = tokens::issue(&mut unit, person, reset_links::NEW_ACCOUNT).await?;
        Some(reset_links::address(core, &token))
    };
    let fact = AccountFact::Created { name: new.name.clone() };
    let event = AuditEvent::new(fact, Subject::Account(account), By::Provider);
    unit.commit_without_session((), event).await?;
    Ok(CreatedAccount { account, link })
}

async fn insert_account(unit: &mut Unit<'_>, account: AccountId, new: &Checked) -> Result<(), Failure> {
    // The roles that managers may hand out, until an owner shortens the list: all of them (PRODUCT D4).
    let hand_out: Vec<&str> = Role::ALL.into_iter().map(Role::key).collect();
    let row = AccountRow {
        id: account.to_string(),
        external_id: None,
        name: new.name.clone(),
        status: AccountStatus::Active.key().to_owned(),
        currency: new.currency.clone(),
        hand_out: serde_json::to_string(&hand_out)?,
    };
    accounts::add(unit, &[(Authority::operator(account), &row)]).await
}

async fn insert_person(unit: &mut Unit<'_>, new: &Checked) -> Result<PersonId, Failure> {
    let owner = &new.owner;
    let new = NewPerson {
        email: owner.email.as_str(),
        email_key: &new.email_key,
        first_name: &owner.first_name,
        last_name: &owner.last_name,
        password: Password::None,
    };
    persons::insert(unit, new).await
}

async fn insert_owner(unit: &mut Unit<'_>, account: AccountId, person: PersonId, new: &Checked) -> Result<(), Failure> {
    let (id, authority) = (ContactId::new(random::id(unit.now())), Authority::operator(account));
    let snapshot =
        ContactSnapshot { details: new.owner.clone(), state: ContactState::Active, rights: Rights::default() };
    let person = Some(person);
    let contact = NewContact { id, person, snapshot: &snapshot, email_key: &new.email_key, ends: None };
    contacts::insert(unit, authority, &By::Provider, contact).await?;
    contacts::set_owner(unit, authority, id, Some(OwnerKind::Legal)).await
}
