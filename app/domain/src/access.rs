//! The one place where authorisation is decided.
//!
//! The model: an account has owners, who hold every right, and contacts, who hold the union of what they were given
//! ([`Rights`]), closed under what it implies. Who acts is an [`Actor`]: read from the database in the transaction that
//! acts. What they want is an [`Action`]. [`authorize`] answers with a [`Permit`], the value that every store function
//! which writes demands, or with [`Denied`], which says why. The browser asks the same question of an [`ActorView`] to
//! show or explain a control; it gets no permit.
//!
//! Holding and granting are two sets (PRODUCT D4). A manager may grant what they hold, and the roles that the account
//! lets its managers hand out; to themselves only such roles. What the target already has is not being granted, so
//! turning a role into its single privileges, or keeping a right the editor lacks, is no grant.

mod granting;
mod reading;
mod right;

use crate::account::{AccountStatus, OwnerKind};
use crate::asking::Asked;
use crate::id::{AccountId, ContactId, PersonId, ServiceId};
use crate::notification::Category;
use crate::operation::Operation;
use crate::privilege::Privilege;
use crate::rights::{Effective, Rights, ServiceSight};
use crate::role::{OwnRole, RoleSet};
use granting::{may_change_own, may_change_role, may_grant};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

pub use granting::Grantable;
pub use right::{Denied, Right};

/// What is known of whoever acts on an account: the input of every decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Standing {
    /// The account.
    pub account: AccountId,
    /// Its status.
    pub status: AccountStatus,
    /// Their record on it; when viewing as a contact, that contact's.
    pub contact: ContactId,
    /// Whether they own it.
    pub owner: Option<OwnerKind>,
    /// What they hold.
    pub effective: Effective,
    /// The roles that the account lets its managers hand out.
    pub hand_out: RoleSet,
    /// Whether they view the portal as that contact.
    pub viewing: Viewing,
}

/// Whether somebody acts for themselves or only looks as somebody else.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Viewing {
    /// They act for themselves.
    Off,
    /// They view the portal as a contact; nothing may be changed.
    AsContact,
}

/// Whoever acts on an account, as the server read it in this transaction. It can't come from a request: it has no
/// `Deserialize`, and its parts are private.
#[derive(Debug, Clone)]
pub struct Actor {
    person: PersonId,
    standing: Standing,
}

impl Actor {
    /// An actor from what was read in this transaction.
    pub const fn new(person: PersonId, standing: Standing) -> Self {
        Self { person, standing }
    }

    /// The human behind it, also when viewing as somebody else.
    pub const fn person(&self) -> PersonId {
        self.person
    }

    /// The account acted on.
    pub const fn account(&self) -> AccountId {
        self.standing.account
    }

    /// Their record on the account.
    pub const fn contact(&self) -> ContactId {
        self.standing.contact
    }

    /// What is known of them.
    pub const fn standing(&self) -> &Standing {
        &self.standing
    }

    /// Whether they may do `action`, where nothing is written: a look gives no permit.
    ///
    /// # Errors
    /// Why not.
    pub fn check(&self, action: &Action<'_>) -> Result<(), Denied> {
        decide(&self.standing, action)
    }
}

/// The same for the browser: enough to show what is allowed and to explain what is not. It allows nothing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ActorView {
    /// What is known of them.
    pub standing: Standing,
}

impl ActorView {
    /// Whether `action` would be allowed.
    ///
    /// # Errors
    /// Why not.
    pub fn check(&self, action: &Action<'_>) -> Result<(), Denied> {
        decide(&self.standing, action)
    }
}

/// Who sets the password and the sign-in address of a contact's person (PRODUCT D5).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Credentials {
    /// There is no login.
    None,
    /// Its managers: the person was made by this account, is on no other, and has neither chosen an own password nor
    /// proved the address.
    HeldHere,
    /// The person alone. They have not proved the address that the contact shows: somebody may have claimed it.
    Unproved,
    /// The person alone, who has proved the address that the contact shows.
    Own,
}

/// A contact that is acted on.
#[derive(Debug, Clone, Copy)]
pub struct Target<'a> {
    /// Which contact.
    pub contact: ContactId,
    /// Whether it is an owner.
    pub owner: Option<OwnerKind>,
    /// What it was given.
    pub rights: &'a Rights,
    /// Who looks after its sign-in.
    pub credentials: Credentials,
}

impl Target<'static> {
    /// A contact that was not read yet, and is not the actor's own: only what the actor lacks is in the way. What is
    /// refused for it is refused for every such contact, with the same reason, so a refusal does not tell whether it exists.
    pub const fn unread(contact: ContactId) -> Self {
        static NOTHING: Rights = Rights::NOTHING;
        Self { contact, owner: None, rights: &NOTHING, credentials: Credentials::Own }
    }
}

/// A service that is looked at or acted on.
#[derive(Debug, Clone, Copy)]
pub struct ServiceTarget {
    /// Which service.
    pub id: ServiceId,
    /// Whether it ends soon or has run out.
    pub expiring: bool,
}

/// What an edit of a contact would change, beside names and numbers.
#[derive(Debug, Clone, Copy)]
pub struct Edit<'a> {
    /// The rights afterwards.
    pub rights: &'a Rights,
    /// What becomes of the sign-in.
    pub sign_in: SignInEdit,
}

/// What an edit does to a contact's sign-in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SignInEdit {
    /// Nothing.
    Keep,
    /// A contact without a login gets one.
    Activate,
    /// A contact without a login gets another address: its mails go elsewhere.
    Readdress,
    /// The password or the sign-in address is set.
    Replace,
}

/// Something that somebody may want to do on an account.
#[derive(Debug, Clone, Copy)]
pub enum Action<'a> {
    /// Open the account's dashboard.
    SeeDashboard,
    /// Open My Services; which ones it lists is [`sees_service`].
    SeeServices,
    /// Look at one service.
    SeeService(ServiceTarget),
    /// Use an operation on a service.
    Operate(ServiceTarget, Operation),
    /// List domains.
    SeeDomains,
    /// See invoices.
    SeeInvoices,
    /// Pay an invoice.
    PayInvoice,
    /// See tickets.
    SeeTickets,
    /// Open the data center page.
    SeeDataCenter,
    /// Open the order page and place orders.
    PlaceOrder,
    /// See the account's details.
    SeeAccount,
    /// Read who did what.
    SeeActivity,
    /// List contacts.
    SeeContacts,
    /// Look at one contact.
    SeeContact(Target<'a>),
    /// Add a contact with these rights, at once or by invitation.
    AddContact(&'a Rights),
    /// Edit a contact.
    EditContact(Target<'a>, Edit<'a>),
    /// Ask for a change of many contacts, each of which is decided by itself.
    ChangeContacts,
    /// Suspend a contact.
    SuspendContact(Target<'a>),
    /// End a suspension: gives the contact's rights again.
    ReactivateContact(Target<'a>),
    /// Delete a contact.
    DeleteContact(Target<'a>),
    /// Bring a deleted contact back with these rights.
    RestoreContact(Target<'a>, &'a Rights),
    /// Send a contact a link to set a new password.
    SendReset(Target<'a>),
    /// Offer a contact again what it was invited to, or hand out a link to it.
    InviteAgain(Target<'a>),
    /// Say which roles managers may hand out.
    SetHandOut,
    /// Make, rename and delete the account's own templates.
    KeepTemplates,
    /// Have a template or role of the account give something else than it does, or have another name: before, and
    /// afterwards. One that is made gave nothing before.
    ChangeRole(&'a OwnRole, &'a OwnRole),
    /// Make a contact a co-owner.
    AppointOwner(Target<'a>),
    /// Make a co-owner an ordinary contact again.
    DismissOwner(Target<'a>),
    /// Offer the account to a contact.
    OfferOwnership(Target<'a>),
    /// Accept the offer made to this contact.
    AcceptOwnership(Target<'a>),
    /// Take the offer made to this contact back, or decline it.
    WithdrawOwnership(ContactId),
    /// Undo the transfer that this contact made.
    UndoTransfer(Target<'a>),
    /// View the portal as a contact.
    ViewAs(Target<'a>),
    /// Choose which mails a contact gets, these categories anew.
    ChooseNotifications(Target<'a>, &'a BTreeSet<Category>),
    /// End one's own view.
    StopViewing,
    /// Ask for a right that one lacks.
    AskFor(Asked),
    /// See that a contact asks for what would leave it with these rights.
    SeeRequest(Target<'a>, &'a Rights),
    /// Grant or decline that.
    DecideRequest(Target<'a>, &'a Rights),
    /// See why a contact cannot sign in.
    SeeSignIn(Target<'a>),
    /// Keep the account at the top of one's own list, or no longer.
    PinAccount,
    /// End one's own access.
    LeaveAccount,
}

/// What a permit covers.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scope {
    /// One contact.
    Contact(ContactId),
    /// A contact that does not exist yet, or nothing in particular on the account.
    Account,
}

/// Proof that an action was allowed. Only [`authorize`] makes one; store functions that write demand it.
#[derive(Debug)]
#[must_use]
pub struct Permit {
    account: AccountId,
    person: Option<PersonId>,
    scope: Scope,
}

impl Permit {
    /// The account on which the action is allowed.
    pub const fn account(&self) -> AccountId {
        self.account
    }

    /// Who acts; `None` for whoever declines an invitation without being registered.
    pub const fn person(&self) -> Option<PersonId> {
        self.person
    }

    /// Whether the permit covers writing this contact: the one it names, or, for an addition, any new one.
    pub fn covers(&self, account: AccountId, contact: ContactId) -> bool {
        self.account == account
            && match self.scope {
                Scope::Contact(id) => id == contact,
                Scope::Account => true,
            }
    }
}

/// Whether `actor` may do `action`.
///
/// # Errors
/// Why not, in terms of what the actor lacks.
pub fn authorize(actor: &Actor, action: &Action<'_>) -> Result<Permit, Denied> {
    decide(&actor.standing, action)?;
    Ok(Permit { account: actor.standing.account, person: Some(actor.person), scope: action.scope(&actor.standing) })
}

/// Somebody who gave a part of what an invitation offers, and that part.
#[derive(Debug)]
pub struct Voucher {
    /// Whoever gave it, as they stand now.
    pub by: Actor,
    /// What they gave.
    pub rights: Rights,
}

/// Whether an invitation may be accepted. The token of its link shows that it is meant for whoever accepts; what it
/// offers must still be theirs to give who offered it.
///
/// # Errors
/// What one of them may not give any more. Without a voucher nobody offers anything.
pub fn accept(
    account: AccountId,
    contact: ContactId,
    person: PersonId,
    vouchers: &[Voucher],
) -> Result<Permit, Denied> {
    if vouchers.is_empty() || vouchers.iter().any(|voucher| voucher.by.account() != account) {
        return Err(Denied::Missing(Right::Privilege(Privilege::ContactsManage)));
    }
    for voucher in vouchers {
        decide(&voucher.by.standing, &Action::AddContact(&voucher.rights))?;
    }
    Ok(Permit { account, person: Some(person), scope: Scope::Contact(contact) })
}

/// Whether an invitation may be declined. Whoever has its link may: it takes something from nobody but themselves.
///
/// # Errors
/// When the contact owns the account: no link reduces an owner.
pub const fn decline(
    account: AccountId,
    contact: ContactId,
    owner: Option<OwnerKind>,
    person: Option<PersonId>,
) -> Result<Permit, Denied> {
    match owner {
        Some(OwnerKind::Legal | OwnerKind::CoOwner) => Err(Denied::OwnerProtected),
        None => Ok(Permit { account, person, scope: Scope::Contact(contact) }),
    }
}

/// The permit to mail a link of an invitation to its address. Whoever has another one may: nobody else gets it.
pub const fn mail_link(account: AccountId, contact: ContactId) -> Permit {
    Permit { account, person: None, scope: Scope::Contact(contact) }
}

/// Whether a service is shown to somebody: lists are filtered by this and by nothing else.
pub fn sees_service(effective: &Effective, service: ServiceTarget) -> bool {
    match effective.sight() {
        ServiceSight::All => true,
        ServiceSight::ExpiringAnd(_) if service.expiring => true,
        ServiceSight::ExpiringAnd(each) | ServiceSight::Only(each) => {
            each.binary_search_by_key(&service.id, |(id, _)| *id).is_ok()
        }
    }
}

/// What stays of the mails chosen for a contact without a login, when `who` gives it another address or brings it back.
/// Nothing but the choice decides what it is sent: its own rights are not asked, and whoever chose knew another address.
pub fn still_sent(who: &Standing, chosen: &BTreeSet<Category>) -> BTreeSet<Category> {
    // INVARIANT: nobody has sent to another address what they may not see themselves (SECURITY T10).
    chosen.iter().copied().filter(|category| category.lacking(&who.effective).is_none()).collect()
}

impl Action<'_> {
    const fn scope(&self, who: &Standing) -> Scope {
        match self {
            Self::SeeContact(target)
            | Self::EditContact(target, _)
            | Self::SuspendContact(target)
            | Self::ReactivateContact(target)
            | Self::DeleteContact(target)
            | Self::RestoreContact(target, _)
            | Self::SendReset(target)
            | Self::InviteAgain(target)
            | Self::AppointOwner(target)
            | Self::DismissOwner(target)
            | Self::ViewAs(target)
            | Self::ChooseNotifications(target, _)
            | Self::SeeRequest(target, _)
            | Self::DecideRequest(target, _)
            | Self::SeeSignIn(target) => Scope::Contact(target.contact),
            Self::PinAccount | Self::LeaveAccount => Scope::Contact(who.contact),
            Self::SeeDashboard
            | Self::SeeServices
            | Self::SeeService(_)
            | Self::Operate(..)
            | Self::SeeDomains
            | Self::SeeInvoices
            | Self::PayInvoice
            | Self::SeeTickets
            | Self::SeeDataCenter
            | Self::PlaceOrder
            | Self::SeeAccount
            | Self::SeeActivity
            | Self::SeeContacts
            | Self::AddContact(_)
            | Self::ChangeContacts
            | Self::SetHandOut
            | Self::KeepTemplates
            | Self::ChangeRole(..)
            | Self::OfferOwnership(_)
            | Self::AcceptOwnership(_)
            | Self::WithdrawOwnership(_)
            | Self::UndoTransfer(_)
            | Self::StopViewing
            | Self::AskFor(_) => Scope::Account,
        }
    }

    /// What the account's status and viewing-as take away, before rights are asked.
    const fn kind(&self) -> Kind {
        match self {
            Self::SeeInvoices | Self::SeeTickets => Kind::Records,
            Self::SeeDashboard => Kind::Entry,
            Self::SeeServices
            | Self::SeeService(_)
            | Self::SeeDomains
            | Self::SeeDataCenter
            | Self::SeeAccount
            | Self::SeeActivity
            | Self::SeeContacts
            | Self::SeeContact(_)
            | Self::SeeRequest(..)
            | Self::SeeSignIn(_) => Kind::Read,
            Self::PayInvoice
            | Self::EditContact(..)
            | Self::ChangeContacts
            | Self::SuspendContact(_)
            | Self::ReactivateContact(_)
            | Self::DeleteContact(_)
            | Self::RestoreContact(..)
            | Self::SendReset(_)
            | Self::ChooseNotifications(..)
            | Self::SetHandOut
            | Self::KeepTemplates
            | Self::ChangeRole(..)
            | Self::DismissOwner(_)
            | Self::WithdrawOwnership(_)
            | Self::UndoTransfer(_)
            | Self::AskFor(_)
            | Self::DecideRequest(..) => Kind::Change,
            Self::AddContact(_)
            | Self::InviteAgain(_)
            | Self::AppointOwner(_)
            | Self::OfferOwnership(_)
            | Self::AcceptOwnership(_)
            | Self::Operate(..)
            | Self::PlaceOrder
            | Self::ViewAs(_) => Kind::Business,
            Self::StopViewing => Kind::Leave,
            Self::PinAccount | Self::LeaveAccount => Kind::Own,
        }
    }
}

#[derive(Clone, Copy)]
enum Kind {
    /// Coming in at all.
    Entry,
    /// Invoices and tickets, which owners of a closed account still read.
    Records,
    /// Looking.
    Read,
    /// Changing what is there.
    Change,
    /// What a suspended account does not get: operations, orders, new people, viewing-as.
    Business,
    /// Ending one's own view.
    Leave,
    /// What is one's own affair, however the account stands: nobody is kept on a closed one.
    Own,
}

fn decide(who: &Standing, action: &Action<'_>) -> Result<(), Denied> {
    allowed_by_status(who, action.kind())?;
    let held = &who.effective;
    match action {
        Action::SeeDashboard | Action::StopViewing | Action::PinAccount => Ok(()),
        Action::LeaveAccount => match who.owner {
            Some(OwnerKind::Legal) => Err(Denied::LegalOwnerStays),
            Some(OwnerKind::CoOwner) | None => Ok(()),
        },
        Action::SeeServices => match held.sight() {
            ServiceSight::Only([]) => Err(Denied::Missing(Right::Privilege(Privilege::ServicesView))),
            ServiceSight::Only(_) | ServiceSight::ExpiringAnd(_) | ServiceSight::All => Ok(()),
        },
        Action::SeeService(service) => {
            if sees_service(held, *service) {
                Ok(())
            } else {
                Err(Denied::Missing(Right::Privilege(Privilege::ServicesView)))
            }
        }
        Action::Operate(service, operation) => {
            if held.operations_on(service.id).contains(*operation) {
                Ok(())
            } else {
                Err(Denied::Missing(Right::Operation(*operation)))
            }
        }
        Action::SeeDomains => needs(held, Privilege::DomainsView),
        Action::SeeInvoices => needs(held, Privilege::BillingView),
        Action::PayInvoice => needs(held, Privilege::BillingPay),
        Action::SeeTickets => needs(held, Privilege::TicketsViewOwn),
        Action::SeeDataCenter => needs(held, Privilege::DcView),
        Action::PlaceOrder => needs(held, Privilege::OrdersPlace),
        Action::SeeAccount => needs(held, Privilege::AccountView),
        Action::SeeActivity => needs(held, Privilege::AuditView),
        Action::SeeContacts => needs(held, Privilege::ContactsView),
        Action::SeeContact(target) => {
            if target.contact == who.contact {
                Ok(())
            } else {
                needs(held, Privilege::ContactsView)
            }
        }
        Action::AddContact(rights) => {
            needs(held, Privilege::ContactsManage)?;
            may_grant(who, &Rights::default(), rights)
        }
        Action::EditContact(target, edit) => edit_contact(who, target, edit),
        Action::SuspendContact(target) | Action::DeleteContact(target) => manages(who, target),
        Action::ReactivateContact(target) | Action::InviteAgain(target) => {
            manages(who, target)?;
            may_grant(who, &Rights::default(), target.rights)
        }
        Action::RestoreContact(target, rights) => {
            manages(who, target)?;
            may_grant(who, &Rights::default(), rights)
        }
        Action::SendReset(target) => {
            needs(held, Privilege::ContactsManage)?;
            commands(who, target)?;
            match target.credentials {
                Credentials::None => Err(Denied::NoLogin),
                Credentials::HeldHere | Credentials::Unproved | Credentials::Own => Ok(()),
            }
        }
        Action::SetHandOut => {
            if who.owner.is_some() {
                Ok(())
            } else {
                Err(Denied::OwnersOnly)
            }
        }
        Action::ChangeContacts | Action::KeepTemplates | Action::SeeSignIn(_) => needs(held, Privilege::ContactsManage),
        Action::ChangeRole(before, after) => {
            needs(held, Privilege::ContactsManage)?;
            may_change_role(who, before, after)
        }
        Action::AppointOwner(target) => {
            legal_owner(who)?;
            can_own(target)?;
            if target.owner.is_some() { Err(Denied::OwnerProtected) } else { Ok(()) }
        }
        Action::DismissOwner(target) => {
            legal_owner(who)?;
            if target.owner == Some(OwnerKind::Legal) { Err(Denied::OwnerProtected) } else { Ok(()) }
        }
        Action::OfferOwnership(target) => {
            legal_owner(who)?;
            can_own(target)?;
            if target.contact == who.contact { Err(Denied::NotToOneself) } else { Ok(()) }
        }
        Action::AcceptOwnership(target) | Action::UndoTransfer(target) => {
            if target.contact != who.contact {
                return Err(Denied::NotYours);
            }
            can_own(target)
        }
        Action::WithdrawOwnership(to) => {
            if who.contact == *to || who.owner == Some(OwnerKind::Legal) {
                Ok(())
            } else {
                Err(Denied::NotYours)
            }
        }
        Action::ViewAs(target) => {
            needs(held, Privilege::ContactsLoginAs)?;
            if target.contact == who.contact {
                return Err(Denied::NotToOneself);
            }
            if target.credentials == Credentials::None {
                return Err(Denied::NoLogin);
            }
            commands(who, target)
        }
        Action::ChooseNotifications(target, new) => choose_notifications(who, target, new),
        Action::AskFor(asked) => {
            if asked.is_held(held) {
                Err(Denied::HeldAlready)
            } else {
                Ok(())
            }
        }
        // INVARIANT: whoever may not give it neither sees the request nor declines it; nobody decides their own.
        Action::SeeRequest(target, rights) | Action::DecideRequest(target, rights) => {
            manages(who, target)?;
            may_grant(who, target.rights, rights)
        }
    }
}

fn allowed_by_status(who: &Standing, kind: Kind) -> Result<(), Denied> {
    if who.viewing == Viewing::AsContact {
        match kind {
            Kind::Entry | Kind::Records | Kind::Read | Kind::Leave => {}
            Kind::Change | Kind::Business | Kind::Own => return Err(Denied::ViewOnly),
        }
    }
    match (who.status, kind) {
        (AccountStatus::Suspended, Kind::Business) => Err(Denied::AccountSuspended),
        (AccountStatus::Closed, Kind::Entry | Kind::Records) if who.owner.is_some() => Ok(()),
        (AccountStatus::Closed, Kind::Entry | Kind::Records | Kind::Read | Kind::Change | Kind::Business) => {
            Err(Denied::AccountClosed)
        }
        (AccountStatus::Active | AccountStatus::Suspended, _) | (AccountStatus::Closed, Kind::Leave | Kind::Own) => {
            Ok(())
        }
    }
}

const fn needs(held: &Effective, privilege: Privilege) -> Result<(), Denied> {
    if held.has(privilege) { Ok(()) } else { Err(Denied::Missing(Right::Privilege(privilege))) }
}

fn legal_owner(who: &Standing) -> Result<(), Denied> {
    if who.owner == Some(OwnerKind::Legal) { Ok(()) } else { Err(Denied::LegalOwnerOnly) }
}

/// Whoever owns an account looks after their own login: nobody else could take it over, and the account with it.
fn can_own(target: &Target<'_>) -> Result<(), Denied> {
    match target.credentials {
        Credentials::Own => Ok(()),
        // INVARIANT: nobody owns an account by an address that they only claim (SECURITY T90).
        Credentials::Unproved => Err(Denied::AddressUnproved),
        Credentials::HeldHere | Credentials::None => Err(Denied::CannotOwn),
    }
}

/// Suspending, deleting and bringing back: `contacts.manage`, no owner, not oneself.
fn manages(who: &Standing, target: &Target<'_>) -> Result<(), Denied> {
    needs(&who.effective, Privilege::ContactsManage)?;
    if target.owner.is_some() {
        return Err(Denied::OwnerProtected);
    }
    if target.contact == who.contact {
        return Err(Denied::NotToOneself);
    }
    Ok(())
}

/// What takes somebody over (address, password, sessions, viewing as them) needs a target within the actor's rights, and
/// so does another address for a contact without a login: its mails go there.
fn commands(who: &Standing, target: &Target<'_>) -> Result<(), Denied> {
    if target.owner.is_some() {
        return Err(Denied::OwnerProtected);
    }
    if who.owner.is_none() && !target.rights.effective().is_within(&who.effective) {
        return Err(Denied::StrongerTarget);
    }
    Ok(())
}

fn edit_contact(who: &Standing, target: &Target<'_>, edit: &Edit<'_>) -> Result<(), Denied> {
    needs(&who.effective, Privilege::ContactsManage)?;
    if target.owner.is_some() {
        return Err(Denied::OwnerProtected);
    }
    if target.contact == who.contact {
        may_change_own(who, target.rights, edit.rights)?;
    } else {
        may_grant(who, target.rights, edit.rights)?;
    }
    match edit.sign_in {
        SignInEdit::Keep => Ok(()),
        SignInEdit::Activate => {
            commands(who, target)?;
            // Whatever the contact has becomes usable: activating gives it.
            may_grant(who, &Rights::default(), edit.rights)
        }
        SignInEdit::Readdress => {
            commands(who, target)?;
            match target.credentials {
                Credentials::None => Ok(()),
                Credentials::HeldHere | Credentials::Unproved | Credentials::Own => Err(Denied::OwnCredentials),
            }
        }
        SignInEdit::Replace => {
            if target.contact == who.contact {
                return Err(Denied::NotToOneself);
            }
            commands(who, target)?;
            match target.credentials {
                Credentials::HeldHere => Ok(()),
                Credentials::Unproved | Credentials::Own => Err(Denied::OwnCredentials),
                Credentials::None => Err(Denied::NoLogin),
            }
        }
    }
}

fn choose_notifications(who: &Standing, target: &Target<'_>, new: &BTreeSet<Category>) -> Result<(), Denied> {
    if target.contact == who.contact {
        return Ok(());
    }
    needs(&who.effective, Privilege::ContactsNotifications)?;
    // What an owner is told is that owner's alone to choose: nobody keeps things from owners.
    if target.owner.is_some() {
        return Err(Denied::OwnersChoice);
    }
    // INVARIANT: nobody has sent to another address what they may not see themselves (SECURITY T10).
    match new.iter().find_map(|category| category.lacking(&who.effective)) {
        Some(privilege) => Err(Denied::Missing(Right::Privilege(privilege))),
        None => Ok(()),
    }
}
