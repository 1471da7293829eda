//! The policy: what each server function and each page asks of whoever wants it, by feature.
//!
//! A function or page without a row here fails the tests, and so does a row without one.

mod accounts;
mod asking;
mod console;
mod contacts;
mod dns;
mod forms;
mod invitations;
mod notifications;
mod operations;
mod ownership;
mod pages;
mod people;
mod profile;
mod rights;
mod ssh_keys;

pub use forms::{Form, form};
pub use pages::pages;

use crate::made::{Fresh, Made};
use crate::reference::{Deed, GivenRights, Known};
use domain::access::Action;
use domain::operation::Operation;
use domain::ownership::TransferVerb;
use std::collections::BTreeSet;

/// The id of nothing at all.
pub const NOTHING: &str = "0192d3f0-7a5c-7cc0-8a61-00000000dead";

/// What is asked of somebody.
#[derive(Debug)]
pub enum Needs {
    Nothing,
    /// To be signed in as nobody.
    SignedOut,
    /// A session, even one in which the password must be changed first.
    SignIn,
    /// A session, and a password of one's own.
    OwnPassword,
    /// To be on the account of the address and to be allowed this there.
    OnAccount(Action<'static>),
    /// To be allowed to add a contact there.
    Add(GivenRights),
    /// To be allowed to do this to a contact there.
    Contact(Deed),
    /// To see the service web-01 on the account of the address, and to be allowed this there beside.
    Service(Option<Action<'static>>),
    /// To see that service, and to be allowed this operation on it.
    Operate(Operation),
    /// To see the domain of the address, which is the demo account's.
    Domain,
    /// To be allowed to look at its zone.
    Zone,
    /// To be allowed to change its zone.
    ChangeZone,
    /// To be allowed to go on with the transfer of ownership that is offered there.
    Transfer(TransferVerb),
    /// To be on the account of the address whose view is ended.
    Leave,
    /// To be on the account of the address and to be allowed to end that.
    Depart,
}

impl Needs {
    fn on_account(action: impl Into<Action<'static>>) -> Self {
        Self::OnAccount(action.into())
    }

    /// Whether it is asked for on an account.
    pub fn is_on_account(&self) -> bool {
        match self {
            Self::Nothing | Self::SignedOut | Self::SignIn | Self::OwnPassword => false,
            Self::OnAccount(_)
            | Self::Add(_)
            | Self::Contact(_)
            | Self::Service(_)
            | Self::Operate(_)
            | Self::Domain
            | Self::Zone
            | Self::ChangeZone
            | Self::Transfer(_)
            | Self::Leave
            | Self::Depart => true,
        }
    }

    /// What is done to the contact that is named.
    pub fn deed(&self) -> Deed {
        if let Self::Contact(deed) = self { *deed } else { Deed::See }
    }
}

/// What a form is filled in with.
#[derive(Debug)]
pub struct Inputs<'a> {
    /// The contact named.
    pub contact: String,
    /// What it is called; no name of anybody's where it is not there.
    pub name: String,
    /// The same, where the account of the address has it.
    pub known: Option<&'a Known>,
    pub version: i64,
    /// The version of the profile of whoever asks.
    pub profile_version: i64,
    /// The categories of mails chosen for the contact, as its form shows them.
    pub seen: String,
    /// The keys of the roles that managers may hand out there.
    pub hand_out: Vec<String>,
    /// Whether whoever asks keeps the account at the top of their list.
    pub pinned: bool,
    /// Different for every form.
    pub number: u32,
    /// The id of a domain of the demo account.
    pub domain: String,
    /// The id of the session that asks.
    pub own_session: String,
    /// What was made for it.
    pub made: Made,
}

/// A part of a page that not everybody sees who sees the page.
#[derive(Debug)]
pub struct Part {
    pub needs: Needs,
    /// What stands nowhere else in the page's HTML.
    pub mark: fn(&Inputs<'_>) -> String,
}

/// One thing that a function or a page does.
#[derive(Debug)]
pub struct Row {
    pub path: &'static str,
    pub needs: Needs,
    /// What is made before it is asked for.
    pub fresh: Fresh,
    /// Whether it ends or changes the session, so that it is asked for in one made for it alone.
    pub spends_session: bool,
    /// What is sent along, beside account and view; the query of a page.
    pub form: fn(&Inputs<'_>) -> Form,
    /// The part of the page that it is about.
    pub part: Option<Part>,
}

impl Row {
    fn new(path: &'static str, needs: Needs) -> Self {
        Self { path, needs, fresh: Fresh::Nothing, spends_session: false, form: |_| Form::new(), part: None }
    }

    fn with(self, form: fn(&Inputs<'_>) -> Form) -> Self {
        Self { form, ..self }
    }

    fn on(self, fresh: Fresh) -> Self {
        Self { fresh, ..self }
    }

    fn in_a_session_of_its_own(self) -> Self {
        Self { spends_session: true, ..self }
    }

    fn showing(self, needs: Needs, mark: fn(&Inputs<'_>) -> String) -> Self {
        Self { part: Some(Part { needs, mark }), ..self }
    }

    /// What is done to the contact that is named.
    pub fn deed(&self) -> Deed {
        self.part.as_ref().map_or_else(|| self.needs.deed(), |part| part.needs.deed())
    }

    /// Whether a contact is named.
    pub fn names_a_contact(&self) -> bool {
        let part = self.part.as_ref().map(|part| &part.needs);
        [Some(&self.needs), part].into_iter().flatten().any(|needs| matches!(needs, Needs::Contact(_)))
    }
}

/// Every server function.
pub fn functions() -> Vec<Row> {
    [
        people::rows(),
        profile::rows(),
        accounts::rows(),
        contacts::rows(),
        invitations::rows(),
        notifications::rows(),
        rights::rows(),
        ssh_keys::rows(),
        ownership::rows(),
        asking::rows(),
        console::rows(),
        operations::rows(),
        dns::rows(),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// What differs between the paths that there are and those of a table.
pub fn differences<'a>(
    there: impl IntoIterator<Item = &'a str>,
    table: impl IntoIterator<Item = &'a str>,
) -> Vec<String> {
    let there: BTreeSet<&str> = there.into_iter().collect();
    let table: BTreeSet<&str> = table.into_iter().collect();
    let new = (&there - &table).into_iter().map(|path| format!("{path} has no row"));
    new.chain((&table - &there).into_iter().map(|path| format!("there is no {path}"))).collect()
}
