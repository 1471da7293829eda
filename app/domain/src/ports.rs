//! The use-cases, as the pages call them. `portal` implements these traits; `server` hands them to the pages.
//!
//! Every method takes the [`Caller`]; those on an account also take [`Acting`], the account and the view from the
//! address of the page. Who that makes the caller there is read from the database, never from the request.

use crate::access::ActorView;
use crate::account::{AccountEntry, Dashboard, LeaveAccount, PinAccount};
use crate::asking::{AskForAccess, DecideAccess, OpenRequests, Outcome, Requests};
use crate::audit::ActivityRow;
use crate::billing::InvoiceRow;
use crate::contact::{
    BulkOutcome, ContactForm, ContactPage, ContactQuery, ContactRow, MoveContact, MoveContacts, SaveContact,
    UndoContacts, ViewContactAs,
};
use crate::domains::DomainRow;
use crate::error::PortalError;
use crate::id::{AccountId, BulkId, ContactId, PersonId, RequestId, SessionId, TemplateId};
use crate::invitation::{
    AcceptInvitation, DeclineInvitation, InvitationPage, InviteForm, InvitePeople, Invited, JoinByInvitation,
    MailInvitation, MakeInvitationLink, MoveInvitation,
};
use crate::list::Page;
use crate::live::{ByTheClock, News, Position};
use crate::notification::{ChooseNotifications, NotificationChoice, NotificationMatrix};
use crate::person::{ChangePassword, EndSession, Forgot, Language, Me, ResetPassword, SessionRow, SignIn};
use crate::profile::{ChangeEmail, ConfirmEmail, EmailLink, Profile, SaveProfile};
use crate::rules::{
    ChangeOwner, DeleteTemplate, MoveTransfer, OfferOwnership, RulesPage, SaveTemplate, SetHandOut, SetTemplate,
    TemplatePage,
};
use crate::service::{ServiceQuery, ServiceRow};
use crate::template::Template;
use crate::text::Secret;
use crate::time::Timestamp;
use serde::{Deserialize, Serialize};
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

/// What a use-case answers. `async fn` in traits is not object-safe, hence the box.
pub type Answer<'a, T> = Pin<Box<dyn Future<Output = Result<T, PortalError>> + Send + 'a>>;

/// Who acts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Principal {
    /// Nobody who is known.
    Nobody,
    /// A person in a session.
    Person(SignedIn),
    /// The operator, on the command line.
    Operator,
    /// A job of this name.
    Job(&'static str),
}

impl From<Option<SignedIn>> for Principal {
    fn from(signed_in: Option<SignedIn>) -> Self {
        signed_in.map_or(Self::Nobody, Self::Person)
    }
}

/// Who asks, made once per request by the session middleware, or by a job or command for itself.
#[derive(Debug, Clone)]
pub struct Caller {
    /// Who it is.
    pub principal: Principal,
    /// The client's address, from the connection or a trusted proxy.
    pub ip: String,
    /// The browser's own description, at most 200 characters.
    pub agent: String,
    /// The token by which the browser is known again once somebody has signed in with it.
    pub device: Option<Secret>,
    /// The language the browser prefers.
    pub language: Language,
    /// The time of the request.
    pub now: Timestamp,
    /// The request, for log and support.
    pub request: RequestId,
}

impl Caller {
    /// One without a browser: a job, or the operator.
    pub const fn system(principal: Principal, language: Language, now: Timestamp, request: RequestId) -> Self {
        Self { principal, ip: String::new(), agent: String::new(), device: None, language, now, request }
    }

    /// The person's session, where it is a person.
    pub const fn signed_in(&self) -> Option<SignedIn> {
        match self.principal {
            Principal::Person(signed_in) => Some(signed_in),
            Principal::Nobody | Principal::Operator | Principal::Job(_) => None,
        }
    }
}

/// A live session.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SignedIn {
    /// Which person.
    pub person: PersonId,
    /// Which session.
    pub session: SessionId,
    /// Whether the password must be changed before anything else (PRODUCT D5).
    pub must_change_password: bool,
    /// The language they chose; `None` follows the browser.
    pub language: Option<Language>,
}

/// Where somebody acts: the account of the address and, when viewing as a contact, that contact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Acting {
    /// The account.
    pub account: AccountId,
    /// The contact whose view it is.
    #[serde(default)]
    pub viewing: Option<ContactId>,
}

/// Everything the shell of an account page shows.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct AccountView {
    /// The account's name.
    pub name: String,
    /// What the caller may do in it.
    pub actor: ActorView,
    /// When viewing as a contact: that contact's name.
    pub viewing_name: Option<String>,
    /// Whether it is an account of somebody else, while the caller may act for several: Management Mode.
    pub management_mode: bool,
    /// Where leaving Management Mode leads: the one account the person owns, else the chooser.
    pub exit_to: Option<AccountId>,
    /// The provider's own templates and the account's, which are offered after the built-in ones, for whoever sees the
    /// list of contacts.
    pub own_templates: Vec<Template>,
    /// The requests for access that are open: one's own, and how many one can decide.
    pub requests: OpenRequests,
}

/// A new session's token for the cookie, and what comes next.
#[derive(Debug, Clone)]
pub struct NewSession {
    /// The token; only its hash is stored.
    pub token: Secret,
    /// Whether the password must be changed first.
    pub must_change_password: bool,
    /// After signing in: the token by which the browser is known again; only its hash is stored.
    pub device: Option<Secret>,
}

/// Signing in and looking after oneself.
pub trait People: Send + Sync {
    /// Signs in with e-mail address and password.
    fn sign_in<'a>(&'a self, caller: &'a Caller, change: SignIn) -> Answer<'a, NewSession>;
    /// Ends the caller's session. Answers also when there is none.
    fn sign_out<'a>(&'a self, caller: &'a Caller) -> Answer<'a, ()>;
    /// Whoever is signed in.
    fn me<'a>(&'a self, caller: &'a Caller) -> Answer<'a, Me>;
    /// Changes the caller's password; every other session ends and this one gets a new token.
    fn change_password<'a>(&'a self, caller: &'a Caller, change: ChangePassword) -> Answer<'a, NewSession>;
    /// Sends a link to set a new password, if the address is somebody's. Says the same and works as long if not.
    fn forgot<'a>(&'a self, caller: &'a Caller, change: Forgot) -> Answer<'a, ()>;
    /// Whether a link to set a password still works. Consumes nothing.
    fn reset_link<'a>(&'a self, caller: &'a Caller, token: Secret) -> Answer<'a, bool>;
    /// Sets a new password with such a link; every session ends, and nobody is signed in by it.
    fn reset_password<'a>(&'a self, caller: &'a Caller, change: ResetPassword) -> Answer<'a, ()>;
    /// The caller's sessions, latest first.
    fn sessions<'a>(&'a self, caller: &'a Caller) -> Answer<'a, Vec<SessionRow>>;
    /// Ends one of the caller's sessions.
    fn end_session<'a>(&'a self, caller: &'a Caller, change: EndSession) -> Answer<'a, ()>;
}

/// One's own name, language, time zone and address.
pub trait Profiles: Send + Sync {
    /// What the page My Account shows.
    fn read<'a>(&'a self, caller: &'a Caller) -> Answer<'a, Profile>;
    /// Changes name, language and time zone.
    fn save<'a>(&'a self, caller: &'a Caller, change: SaveProfile) -> Answer<'a, ()>;
    /// Asks for another address to sign in with: a link goes there, and the present one is told. Says the same and works
    /// as long when somebody has it.
    fn change_email<'a>(&'a self, caller: &'a Caller, change: ChangeEmail) -> Answer<'a, ()>;
    /// Sends a link that proves the present address.
    fn verify_email<'a>(&'a self, caller: &'a Caller) -> Answer<'a, ()>;
    /// Calls off whatever link is on its way.
    fn cancel_email<'a>(&'a self, caller: &'a Caller) -> Answer<'a, ()>;
    /// What such a link is for the caller. Consumes nothing.
    fn email_link<'a>(&'a self, caller: &'a Caller, token: Secret) -> Answer<'a, EmailLink>;
    /// Proves an address with such a link, which becomes the one to sign in with.
    fn confirm_email<'a>(&'a self, caller: &'a Caller, change: ConfirmEmail) -> Answer<'a, ()>;
}

/// The accounts a person may act for.
pub trait Accounts: Send + Sync {
    /// Those accounts with what waits there: first those the person keeps at the top, then the others, each by name.
    fn mine<'a>(&'a self, caller: &'a Caller) -> Answer<'a, Vec<AccountEntry>>;
    /// What the caller is in one account.
    fn open<'a>(&'a self, caller: &'a Caller, acting: Acting) -> Answer<'a, AccountView>;
    /// What the caller sees there, in numbers.
    fn dashboard<'a>(&'a self, caller: &'a Caller, acting: Acting) -> Answer<'a, Dashboard>;
    /// A page of who did what in it, latest first, from a cursor on.
    fn activity<'a>(&'a self, caller: &'a Caller, acting: Acting, cursor: String) -> Answer<'a, Page<ActivityRow>>;
    /// Keeps an account at the top of the caller's own list, or no longer.
    fn pin<'a>(&'a self, caller: &'a Caller, acting: Acting, change: PinAccount) -> Answer<'a, ()>;
    /// Ends the caller's own access.
    fn leave<'a>(&'a self, caller: &'a Caller, acting: Acting, change: LeaveAccount) -> Answer<'a, ()>;
}

/// The people of an account.
pub trait Contacts: Send + Sync {
    /// A page of the list.
    fn list<'a>(&'a self, caller: &'a Caller, acting: Acting, query: ContactQuery) -> Answer<'a, Page<ContactRow>>;
    /// One contact.
    fn read<'a>(&'a self, caller: &'a Caller, acting: Acting, contact: ContactId) -> Answer<'a, ContactPage>;
    /// What the form needs, for adding (`None`) or editing.
    fn form<'a>(&'a self, caller: &'a Caller, acting: Acting, contact: Option<ContactId>) -> Answer<'a, ContactForm>;
    /// Adds or edits a contact: details, sign-in, rights, services, all or nothing (S0.19).
    fn save<'a>(&'a self, caller: &'a Caller, acting: Acting, change: SaveContact) -> Answer<'a, ContactId>;
    /// Suspends, reactivates, deletes or restores one contact, or sends it a reset link.
    fn move_one<'a>(&'a self, caller: &'a Caller, acting: Acting, change: MoveContact) -> Answer<'a, ()>;
    /// Suspends or deletes many: the first portion at once, the rest by a job.
    fn move_many<'a>(&'a self, caller: &'a Caller, acting: Acting, change: MoveContacts) -> Answer<'a, BulkOutcome>;
    /// Takes a bulk action of one's own back, in the same way.
    fn undo_many<'a>(&'a self, caller: &'a Caller, acting: Acting, change: UndoContacts) -> Answer<'a, BulkOutcome>;
    /// How far a bulk action of one's own is.
    fn bulk<'a>(&'a self, caller: &'a Caller, acting: Acting, bulk: BulkId) -> Answer<'a, BulkOutcome>;
    /// Begins to view the portal as a contact, for 30 minutes.
    fn view_as<'a>(&'a self, caller: &'a Caller, acting: Acting, change: ViewContactAs) -> Answer<'a, ()>;
    /// Ends that view.
    fn stop_viewing<'a>(&'a self, caller: &'a Caller, acting: Acting) -> Answer<'a, ()>;
}

/// Access that somebody is offered by mail.
pub trait Invitations: Send + Sync {
    /// What the form Invite User needs.
    fn form<'a>(&'a self, caller: &'a Caller, acting: Acting) -> Answer<'a, InviteForm>;
    /// Invites people: who is registered gets access at once, the others a link.
    fn send<'a>(&'a self, caller: &'a Caller, acting: Acting, change: InvitePeople) -> Answer<'a, Invited>;
    /// Sends an invitation again, or takes it back.
    fn move_one<'a>(&'a self, caller: &'a Caller, acting: Acting, change: MoveInvitation) -> Answer<'a, ()>;
    /// A link of an open invitation, to be passed on by hand; the mailed one goes on working.
    fn link<'a>(&'a self, caller: &'a Caller, acting: Acting, change: MakeInvitationLink) -> Answer<'a, String>;
    /// What a link offers. Consumes nothing.
    fn open<'a>(&'a self, caller: &'a Caller, token: Secret) -> Answer<'a, InvitationPage>;
    /// Accepts as whoever is signed in; gives the account.
    fn accept<'a>(&'a self, caller: &'a Caller, change: AcceptInvitation) -> Answer<'a, AccountId>;
    /// Accepts with a login made or proved by the link, and signs in.
    fn join<'a>(&'a self, caller: &'a Caller, change: JoinByInvitation) -> Answer<'a, (AccountId, NewSession)>;
    /// Mails a link to the invited address, for whoever has one that was passed on by hand.
    fn mail<'a>(&'a self, caller: &'a Caller, change: MailInvitation) -> Answer<'a, ()>;
    /// Declines, or refuses access given at once. The link is proof enough.
    fn decline<'a>(&'a self, caller: &'a Caller, change: DeclineInvitation) -> Answer<'a, ()>;
}

/// An account's own rules about its people.
pub trait Rules: Send + Sync {
    /// All of them.
    fn read<'a>(&'a self, caller: &'a Caller, acting: Acting) -> Answer<'a, RulesPage>;
    /// Says which roles managers may hand out.
    fn set_hand_out<'a>(&'a self, caller: &'a Caller, acting: Acting, change: SetHandOut) -> Answer<'a, ()>;
    /// Keeps what a contact may do as a template.
    fn save_template<'a>(&'a self, caller: &'a Caller, acting: Acting, change: SaveTemplate) -> Answer<'a, ()>;
    /// A template or a role of the account, with who has it.
    fn template<'a>(&'a self, caller: &'a Caller, acting: Acting, template: TemplateId) -> Answer<'a, TemplatePage>;
    /// Changes one; what a role gives changes for everybody who has it.
    fn set_template<'a>(&'a self, caller: &'a Caller, acting: Acting, change: SetTemplate) -> Answer<'a, ()>;
    /// Deletes one; a role is taken from everybody who has it.
    fn delete_template<'a>(&'a self, caller: &'a Caller, acting: Acting, change: DeleteTemplate) -> Answer<'a, ()>;
    /// Appoints or dismisses a co-owner.
    fn change_owner<'a>(&'a self, caller: &'a Caller, acting: Acting, change: ChangeOwner) -> Answer<'a, ()>;
    /// Offers the account to somebody.
    fn offer<'a>(&'a self, caller: &'a Caller, acting: Acting, change: OfferOwnership) -> Answer<'a, ()>;
    /// Accepts, withdraws or undoes a transfer.
    fn move_transfer<'a>(&'a self, caller: &'a Caller, acting: Acting, change: MoveTransfer) -> Answer<'a, ()>;
}

/// Asking for access, and deciding on it.
pub trait Asking: Send + Sync {
    /// Asks for a right. Asking again while nobody has decided changes nothing and answers the same.
    fn ask<'a>(&'a self, caller: &'a Caller, acting: Acting, change: AskForAccess) -> Answer<'a, ()>;
    /// One's own requests, and those that one can decide.
    fn requests<'a>(&'a self, caller: &'a Caller, acting: Acting) -> Answer<'a, Requests>;
    /// Grants or declines a request.
    fn decide<'a>(&'a self, caller: &'a Caller, acting: Acting, change: DecideAccess) -> Answer<'a, Outcome>;
}

/// What an account has: services, domains, invoices; each list holds just what the caller may see.
pub trait Holdings: Send + Sync {
    /// A page of the services, by name.
    fn services<'a>(&'a self, caller: &'a Caller, acting: Acting, query: ServiceQuery) -> Answer<'a, Page<ServiceRow>>;
    /// A page of the domains, by name, from a cursor on.
    fn domains<'a>(&'a self, caller: &'a Caller, acting: Acting, cursor: String) -> Answer<'a, Page<DomainRow>>;
    /// A page of the invoices, latest first, from a cursor on.
    fn invoices<'a>(&'a self, caller: &'a Caller, acting: Acting, cursor: String) -> Answer<'a, Page<InvoiceRow>>;
}

/// What tells open tabs that something changed. It decides nothing: whoever is told asks again.
pub trait Live: Send + Sync {
    /// The latest change that concerns a person.
    fn position(&self, person: PersonId) -> Answer<'_, Position>;
    /// Begins to listen in the name of a session; what came after `after` is heard first.
    fn listen(&self, signed_in: SignedIn, after: Position) -> Answer<'_, Box<dyn Listening>>;
    /// What changed for a person after `after`.
    fn since(&self, person: PersonId, after: Position) -> Answer<'_, News>;
    /// What has begun or ended for a person by the clock, after `since` and until `now`.
    fn by_the_clock(&self, person: PersonId, since: Timestamp, now: Timestamp) -> Answer<'_, ByTheClock>;
    /// How many open sessions of a contact's person were told at once of the last change to it, for whoever may suspend it;
    /// none when that is longer than a minute ago.
    fn told<'a>(&'a self, caller: &'a Caller, acting: Acting, contact: ContactId) -> Answer<'a, usize>;
}

/// Somebody listening. Dropping it ends that.
pub trait Listening: Send {
    /// What changed since the last answer, once something has. Giving up the wait loses nothing.
    fn next(&mut self) -> Pin<Box<dyn Future<Output = News> + Send + '_>>;
}

/// Which mails the people of an account get.
pub trait NotificationChoices: Send + Sync {
    /// What one contact gets.
    fn read<'a>(&'a self, caller: &'a Caller, acting: Acting, contact: ContactId) -> Answer<'a, NotificationChoice>;
    /// Chooses for one contact.
    fn choose<'a>(&'a self, caller: &'a Caller, acting: Acting, change: ChooseNotifications) -> Answer<'a, ()>;
    /// Who gets what: a page of people, from a cursor on, and how many get each category.
    fn matrix<'a>(&'a self, caller: &'a Caller, acting: Acting, cursor: String) -> Answer<'a, NotificationMatrix>;
}

/// The use-cases in one value, as the server puts it into the context of every page and server function.
#[derive(Clone)]
pub struct Portal {
    /// Signing in and looking after oneself.
    pub people: Arc<dyn People>,
    /// One's own details.
    pub profiles: Arc<dyn Profiles>,
    /// The accounts a person may act for.
    pub accounts: Arc<dyn Accounts>,
    /// The people of an account.
    pub contacts: Arc<dyn Contacts>,
    /// Access that somebody is offered by mail.
    pub invitations: Arc<dyn Invitations>,
    /// Which mails they get.
    pub notifications: Arc<dyn NotificationChoices>,
    /// An account's own rules about its people.
    pub rules: Arc<dyn Rules>,
    /// Asking for access.
    pub asking: Arc<dyn Asking>,
    /// What an account has.
    pub holdings: Arc<dyn Holdings>,
    /// What tells open tabs that something changed.
    pub live: Arc<dyn Live>,
}
