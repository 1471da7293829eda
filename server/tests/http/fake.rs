//! Use-cases that count what would be changed and answer what a test tells them to.

use crate::fake_live::FakeLive;
use domain::account::{AccountEntry, Dashboard, LeaveAccount, PinAccount};
use domain::asking::{AskForAccess, DecideAccess, Outcome, Requests};
use domain::audit::ActivityRow;
use domain::billing::InvoiceRow;
use domain::contact::{
    BulkOutcome, ContactForm, ContactPage, ContactQuery, ContactRow, MoveContact, MoveContacts, SaveContact,
    UndoContacts, ViewContactAs,
};
use domain::domains::DomainRow;
use domain::error::PortalError;
use domain::id::{AccountId, BulkId, ContactId, PersonId, SessionId, TemplateId};
use domain::invitation::{
    AcceptInvitation, DeclineInvitation, InvitationPage, InviteForm, InvitePeople, Invited, JoinByInvitation,
    MailInvitation, MakeInvitationLink, MoveInvitation,
};
use domain::list::Page;
use domain::live::SessionStanding;
use domain::notification::{ChooseNotifications, NotificationChoice, NotificationMatrix};
use domain::person::{ChangePassword, EndSession, Forgot, Me, PersonProblem, ResetPassword, SessionRow, SignIn};
use domain::ports::{
    AccountView, Accounts, Acting, Answer, Asking, Caller, Contacts, Holdings, Invitations, NewSession,
    NotificationChoices, People, Portal, Profiles, Rules, SignedIn,
};
use domain::profile::{ChangeEmail, ConfirmEmail, EmailLink, Profile, SaveProfile};
use domain::rules::{
    ChangeOwner, DeleteTemplate, MoveTransfer, OfferOwnership, RulesPage, SaveTemplate, SetHandOut, SetTemplate,
    TemplatePage,
};
use domain::service::{ServiceQuery, ServiceRow};
use domain::text::Secret;
use domain::time::Timestamp;
use server::backend::{Backend, Mail, Mailbox, Sessions};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};

/// The token of the owner's session.
pub const OWNER: &str = "0wner0wner";
/// The token of a session of the owner that has run out.
pub const OVER: &str = "0ver0ver";
/// The token of somebody who must choose an own password first.
pub const NEWCOMER: &str = "newc0mer";
/// The token by which a browser is known again after signing in.
pub const DEVICE: &str = "dev1ce";
/// A token that nobody can look up at the moment.
pub const BROKEN: &str = "br0ken";
/// The password that signs the owner in.
pub const PASSWORD: &str = "correct horse battery staple";

/// Use-cases for tests.
#[derive(Default)]
pub struct Fake {
    changes: AtomicUsize,
    save: Mutex<Option<PortalError>>,
    panics: Mutex<bool>,
    device: Mutex<Option<Secret>>,
    /// What open tabs are told.
    pub live: FakeLive,
}

impl Fake {
    /// How many changes were asked for.
    pub fn changes(&self) -> usize {
        self.changes.load(Ordering::SeqCst)
    }

    /// What saving a contact, or viewing as one, shall fail with.
    pub fn fail_saving_with(&self, error: PortalError) {
        *self.save.lock().unwrap() = Some(error);
    }

    /// The browser that the last sign-in came from.
    pub fn device(&self) -> Option<Secret> {
        self.device.lock().unwrap().clone()
    }

    /// Makes saving a contact panic.
    pub fn panic_when_saving(&self) {
        *self.panics.lock().unwrap() = true;
    }

    fn change<T: Send + 'static>(&self, outcome: Result<T, PortalError>) -> Answer<'_, T> {
        self.changes.fetch_add(1, Ordering::SeqCst);
        Box::pin(async { outcome })
    }

    /// It as what the server knows.
    pub fn backend(self: &Arc<Self>) -> Backend {
        let this = || Arc::clone(self);
        Backend {
            ports: Portal {
                people: this(),
                profiles: this(),
                accounts: this(),
                contacts: this(),
                invitations: this(),
                notifications: this(),
                rules: this(),
                asking: this(),
                holdings: this(),
                live: this(),
            },
            sessions: this(),
            mailbox: Some(this()),
        }
    }
}

pub fn owner() -> PersonId {
    "0192d3f0-7a5c-7cc0-8a61-000000000001".parse().unwrap()
}

/// Somebody else.
pub fn outsider() -> PersonId {
    "0192d3f0-7a5c-7cc0-8a61-000000000002".parse().unwrap()
}

/// The contact that saving answers with.
pub fn saved() -> ContactId {
    "0192d3f0-7a5c-7cc0-8a61-000000000003".parse().unwrap()
}

fn session() -> SessionId {
    "0192d3f0-7a5c-7cc0-8a61-000000000004".parse().unwrap()
}

fn denied<T: Send + 'static>(caller: &Caller) -> Answer<'_, T> {
    let signed_in = caller.signed_in().is_some();
    Box::pin(async move { Err(if signed_in { PortalError::NotFound } else { PortalError::SignInRequired }) })
}

impl Sessions for Fake {
    fn resolve<'a>(&'a self, token: &'a str, _: Timestamp) -> Answer<'a, Option<SignedIn>> {
        let person = |person, must_change_password| {
            Ok(Some(SignedIn { person, session: session(), must_change_password, language: None }))
        };
        Box::pin(async move {
            match token {
                OWNER => person(owner(), false),
                NEWCOMER => person(outsider(), true),
                BROKEN => Err(PortalError::Unavailable),
                "0utsider" => person(outsider(), false),
                _ => Ok(None),
            }
        })
    }

    fn look<'a>(&'a self, token: &'a str, now: Timestamp) -> Answer<'a, Option<SignedIn>> {
        self.resolve(token, now)
    }

    fn standing<'a>(&'a self, _: SessionId, _: &'a str, _: Timestamp) -> Answer<'a, SessionStanding> {
        self.live.standing()
    }

    fn last_person<'a>(&'a self, token: &'a str) -> Answer<'a, Option<PersonId>> {
        Box::pin(async move { Ok((token == OVER).then(owner)) })
    }
}

impl Mailbox for Fake {
    fn list(&self) -> Answer<'_, Vec<Mail>> {
        Box::pin(async {
            Ok(vec![Mail {
                id: "0192d3f0-7a5c-7cc0-8a61-00000000000a".to_owned(),
                to: "<b>owner</b>@demo.example".to_owned(),
                subject: "<script>alert(1)</script>".to_owned(),
                text: "Follow http://localhost:8080/reset/abc and not https://evil.example/ <b>".to_owned(),
                at: Timestamp(0),
            }])
        })
    }
}

impl People for Fake {
    fn sign_in<'a>(&'a self, caller: &'a Caller, change: SignIn) -> Answer<'a, NewSession> {
        self.device.lock().unwrap().clone_from(&caller.device);
        let token = match change.email.as_str() {
            _ if change.password.expose() != PASSWORD => None,
            "owner@demo.example" => Some(OWNER),
            "outsider@demo.example" => Some("0utsider"),
            "newcomer@demo.example" => Some(NEWCOMER),
            _ => None,
        };
        let session = |token: &str| NewSession {
            token: Secret::new(token.to_owned()),
            must_change_password: token == NEWCOMER,
            device: Some(Secret::new(DEVICE.to_owned())),
        };
        self.change(token.map(session).ok_or_else(|| PortalError::invalid("password", PersonProblem::WrongCredentials)))
    }

    fn sign_out<'a>(&'a self, _: &'a Caller) -> Answer<'a, ()> {
        self.change(Ok(()))
    }

    fn me<'a>(&'a self, caller: &'a Caller) -> Answer<'a, Me> {
        let me = caller.signed_in().map(|signed_in| Me {
            person: signed_in.person,
            name: "Olive Owner".to_owned(),
            email: "owner@demo.example".to_owned(),
            accounts: 0,
            must_change_password: signed_in.must_change_password,
        });
        Box::pin(async { me.ok_or(PortalError::SignInRequired) })
    }

    fn change_password<'a>(&'a self, _: &'a Caller, change: ChangePassword) -> Answer<'a, NewSession> {
        let token = Secret::new(OWNER.to_owned());
        let session = NewSession { token, must_change_password: false, device: None };
        let right = change.current.expose() == PASSWORD;
        self.change(right.then_some(session).ok_or(PortalError::invalid("current", PersonProblem::WrongPassword)))
    }

    fn forgot<'a>(&'a self, _: &'a Caller, _: Forgot) -> Answer<'a, ()> {
        self.change(Ok(()))
    }

    fn reset_link<'a>(&'a self, _: &'a Caller, _: Secret) -> Answer<'a, bool> {
        Box::pin(async { Ok(true) })
    }

    fn reset_password<'a>(&'a self, _: &'a Caller, _: ResetPassword) -> Answer<'a, ()> {
        self.change(Ok(()))
    }

    fn sessions<'a>(&'a self, caller: &'a Caller) -> Answer<'a, Vec<SessionRow>> {
        denied(caller)
    }

    fn end_session<'a>(&'a self, _: &'a Caller, _: EndSession) -> Answer<'a, ()> {
        self.change(Ok(()))
    }
}

impl Profiles for Fake {
    fn read<'a>(&'a self, caller: &'a Caller) -> Answer<'a, Profile> {
        denied(caller)
    }

    fn save<'a>(&'a self, _: &'a Caller, _: SaveProfile) -> Answer<'a, ()> {
        self.change(Ok(()))
    }

    fn change_email<'a>(&'a self, _: &'a Caller, _: ChangeEmail) -> Answer<'a, ()> {
        self.change(Ok(()))
    }

    fn verify_email<'a>(&'a self, _: &'a Caller) -> Answer<'a, ()> {
        self.change(Ok(()))
    }

    fn cancel_email<'a>(&'a self, _: &'a Caller) -> Answer<'a, ()> {
        self.change(Ok(()))
    }

    fn email_link<'a>(&'a self, _: &'a Caller, _: Secret) -> Answer<'a, EmailLink> {
        Box::pin(async { Ok(EmailLink::Dead) })
    }

    fn confirm_email<'a>(&'a self, _: &'a Caller, _: ConfirmEmail) -> Answer<'a, ()> {
        self.change(Ok(()))
    }
}

impl Accounts for Fake {
    fn mine<'a>(&'a self, caller: &'a Caller) -> Answer<'a, Vec<AccountEntry>> {
        let signed_in = caller.signed_in().is_some();
        Box::pin(async move { if signed_in { Ok(Vec::new()) } else { Err(PortalError::SignInRequired) } })
    }

    fn open<'a>(&'a self, caller: &'a Caller, _: Acting) -> Answer<'a, AccountView> {
        denied(caller)
    }

    fn dashboard<'a>(&'a self, caller: &'a Caller, _: Acting) -> Answer<'a, Dashboard> {
        denied(caller)
    }

    fn activity<'a>(&'a self, caller: &'a Caller, _: Acting, _: String) -> Answer<'a, Page<ActivityRow>> {
        denied(caller)
    }

    fn pin<'a>(&'a self, _: &'a Caller, _: Acting, _: PinAccount) -> Answer<'a, ()> {
        self.change(Ok(()))
    }

    fn leave<'a>(&'a self, _: &'a Caller, _: Acting, _: LeaveAccount) -> Answer<'a, ()> {
        self.change(Ok(()))
    }
}

impl Contacts for Fake {
    fn list<'a>(&'a self, caller: &'a Caller, _: Acting, _: ContactQuery) -> Answer<'a, Page<ContactRow>> {
        denied(caller)
    }

    fn read<'a>(&'a self, caller: &'a Caller, _: Acting, _: ContactId) -> Answer<'a, ContactPage> {
        denied(caller)
    }

    fn form<'a>(&'a self, caller: &'a Caller, _: Acting, _: Option<ContactId>) -> Answer<'a, ContactForm> {
        denied(caller)
    }

    fn save<'a>(&'a self, caller: &'a Caller, _: Acting, _: SaveContact) -> Answer<'a, ContactId> {
        assert!(!*self.panics.lock().unwrap(), "a secret in a panic: {}", "hunter2");
        match caller.signed_in() {
            None => Box::pin(async { Err(PortalError::SignInRequired) }),
            Some(SignedIn { must_change_password: true, .. }) => {
                Box::pin(async { Err(PortalError::PasswordChangeRequired) })
            }
            Some(_) => {
                let failure = self.save.lock().unwrap().clone();
                self.change(failure.map_or(Ok(saved()), Err))
            }
        }
    }

    fn move_one<'a>(&'a self, _: &'a Caller, _: Acting, _: MoveContact) -> Answer<'a, ()> {
        self.change(Ok(()))
    }

    fn move_many<'a>(&'a self, _: &'a Caller, _: Acting, _: MoveContacts) -> Answer<'a, BulkOutcome> {
        self.change(Err(PortalError::NotFound))
    }

    fn undo_many<'a>(&'a self, _: &'a Caller, _: Acting, _: UndoContacts) -> Answer<'a, BulkOutcome> {
        self.change(Err(PortalError::NotFound))
    }

    fn bulk<'a>(&'a self, _: &'a Caller, _: Acting, _: BulkId) -> Answer<'a, BulkOutcome> {
        self.change(Err(PortalError::NotFound))
    }

    fn view_as<'a>(&'a self, _: &'a Caller, _: Acting, _: ViewContactAs) -> Answer<'a, ()> {
        let failure = self.save.lock().unwrap().clone();
        self.change(failure.map_or(Ok(()), Err))
    }

    fn stop_viewing<'a>(&'a self, _: &'a Caller, _: Acting) -> Answer<'a, ()> {
        self.change(Ok(()))
    }
}

impl Invitations for Fake {
    fn form<'a>(&'a self, caller: &'a Caller, _: Acting) -> Answer<'a, InviteForm> {
        denied(caller)
    }

    fn send<'a>(&'a self, _: &'a Caller, _: Acting, _: InvitePeople) -> Answer<'a, Invited> {
        self.change(Err(PortalError::NotFound))
    }

    fn move_one<'a>(&'a self, _: &'a Caller, _: Acting, _: MoveInvitation) -> Answer<'a, ()> {
        self.change(Ok(()))
    }

    fn link<'a>(&'a self, _: &'a Caller, _: Acting, _: MakeInvitationLink) -> Answer<'a, String> {
        self.change(Ok("http://localhost:8080/invitations/<b>abc</b>".to_owned()))
    }

    fn open<'a>(&'a self, _: &'a Caller, _: Secret) -> Answer<'a, InvitationPage> {
        Box::pin(async { Err(PortalError::NotFound) })
    }

    fn accept<'a>(&'a self, _: &'a Caller, _: AcceptInvitation) -> Answer<'a, AccountId> {
        self.change(Err(PortalError::NotFound))
    }

    fn join<'a>(&'a self, _: &'a Caller, _: JoinByInvitation) -> Answer<'a, (AccountId, NewSession)> {
        self.change(Err(PortalError::NotFound))
    }

    fn mail<'a>(&'a self, _: &'a Caller, _: MailInvitation) -> Answer<'a, ()> {
        self.change(Ok(()))
    }

    fn decline<'a>(&'a self, _: &'a Caller, _: DeclineInvitation) -> Answer<'a, ()> {
        self.change(Ok(()))
    }
}

impl NotificationChoices for Fake {
    fn read<'a>(&'a self, caller: &'a Caller, _: Acting, _: ContactId) -> Answer<'a, NotificationChoice> {
        denied(caller)
    }

    fn choose<'a>(&'a self, _: &'a Caller, _: Acting, _: ChooseNotifications) -> Answer<'a, ()> {
        self.change(Ok(()))
    }

    fn matrix<'a>(&'a self, caller: &'a Caller, _: Acting, _: String) -> Answer<'a, NotificationMatrix> {
        denied(caller)
    }
}

impl Rules for Fake {
    fn read<'a>(&'a self, caller: &'a Caller, _: Acting) -> Answer<'a, RulesPage> {
        denied(caller)
    }

    fn set_hand_out<'a>(&'a self, _: &'a Caller, _: Acting, _: SetHandOut) -> Answer<'a, ()> {
        self.change(Ok(()))
    }

    fn save_template<'a>(&'a self, _: &'a Caller, _: Acting, _: SaveTemplate) -> Answer<'a, ()> {
        self.change(Ok(()))
    }

    fn template<'a>(&'a self, caller: &'a Caller, _: Acting, _: TemplateId) -> Answer<'a, TemplatePage> {
        denied(caller)
    }

    fn set_template<'a>(&'a self, _: &'a Caller, _: Acting, _: SetTemplate) -> Answer<'a, ()> {
        self.change(Ok(()))
    }

    fn delete_template<'a>(&'a self, _: &'a Caller, _: Acting, _: DeleteTemplate) -> Answer<'a, ()> {
        self.change(Ok(()))
    }

    fn change_owner<'a>(&'a self, _: &'a Caller, _: Acting, _: ChangeOwner) -> Answer<'a, ()> {
        self.change(Ok(()))
    }

    fn offer<'a>(&'a self, _: &'a Caller, _: Acting, _: OfferOwnership) -> Answer<'a, ()> {
        self.change(Ok(()))
    }

    fn move_transfer<'a>(&'a self, _: &'a Caller, _: Acting, _: MoveTransfer) -> Answer<'a, ()> {
        self.change(Ok(()))
    }
}

impl Asking for Fake {
    fn ask<'a>(&'a self, _: &'a Caller, _: Acting, _: AskForAccess) -> Answer<'a, ()> {
        self.change(Ok(()))
    }

    fn requests<'a>(&'a self, caller: &'a Caller, _: Acting) -> Answer<'a, Requests> {
        denied(caller)
    }

    fn decide<'a>(&'a self, _: &'a Caller, _: Acting, _: DecideAccess) -> Answer<'a, Outcome> {
        self.change(Ok(Outcome::Granted))
    }
}

impl Holdings for Fake {
    fn services<'a>(&'a self, caller: &'a Caller, _: Acting, _: ServiceQuery) -> Answer<'a, Page<ServiceRow>> {
        denied(caller)
    }

    fn domains<'a>(&'a self, caller: &'a Caller, _: Acting, _: String) -> Answer<'a, Page<DomainRow>> {
        denied(caller)
    }

    fn invoices<'a>(&'a self, caller: &'a Caller, _: Acting, _: String) -> Answer<'a, Page<InvoiceRow>> {
        denied(caller)
    }
}
