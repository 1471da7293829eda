//! The policy: what each server function and each page asks of whoever wants it.
//!
//! A function or page without a row here fails the tests, and so does a row without one.

use crate::reference::{Deed, Gift, Known, widened};
use domain::access::{AccountAction, Action, ContactAction, HoldingAction, RequestAction, Right, RightsAction};
use domain::asking::Asked;
use domain::error::{PortalError, Problem};
use domain::person::PersonProblem;
use domain::privilege::Privilege;
use domain::rights::Rights;
use domain::role::Role;
use std::collections::BTreeSet;

/// What is asked of somebody.
#[derive(Debug)]
pub enum Needs {
    Nothing,
    /// A session, even one in which the password must be changed first.
    SignIn,
    /// A session, and a password of one's own.
    OwnPassword,
    /// To be on the account of the address and to be allowed this there.
    OnAccount(Action<'static>),
    /// To be allowed to add a contact there.
    Add(Gift),
    /// To be allowed to do this to a contact there.
    Contact(Deed),
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
            Self::Nothing | Self::SignIn | Self::OwnPassword => false,
            Self::OnAccount(_) | Self::Add(_) | Self::Contact(_) | Self::Leave | Self::Depart => true,
        }
    }
}

/// Names and values.
pub type Form = Vec<(String, String)>;

/// What a form is filled in with.
#[derive(Debug)]
pub struct Inputs<'a> {
    /// The contact named.
    pub contact: String,
    /// The same, where the account of the address has it.
    pub known: Option<&'a Known>,
    pub version: i64,
    /// The categories of mails chosen for it, as its form shows them.
    pub seen: String,
    /// Whether whoever asks keeps the account at the top of their list.
    pub pinned: bool,
    /// Different for every form.
    pub number: u32,
    /// The id of the session that asks.
    pub own_session: String,
    /// The id of a session of somebody else.
    pub other_session: String,
}

/// One thing that a function or a page does.
#[derive(Debug)]
pub struct Row {
    pub path: &'static str,
    pub needs: Needs,
    /// What those get who may have it.
    pub answer: Result<(), PortalError>,
    /// Whether it ends or changes the session, so that it is asked for in one made for it alone.
    pub spends_session: bool,
    /// What is sent along, beside account and view.
    pub form: fn(&Inputs<'_>) -> Form,
}

impl Row {
    fn new(path: &'static str, needs: Needs) -> Self {
        Self { path, needs, answer: Ok(()), spends_session: false, form: |_| Form::new() }
    }

    fn with(self, form: fn(&Inputs<'_>) -> Form) -> Self {
        Self { form, ..self }
    }

    fn answers(self, error: PortalError) -> Self {
        Self { answer: Err(error), ..self }
    }

    fn in_a_session_of_its_own(self) -> Self {
        Self { spends_session: true, ..self }
    }
}

/// Every server function.
pub fn functions() -> Vec<Row> {
    let mut rows = people();
    rows.extend(accounts());
    rows.extend(contacts());
    rows.extend(invitations());
    rows.extend(notifications());
    rows.extend(rules());
    rows.extend(asking());
    // The last of all: whoever may leave is gone then.
    rows.push(Row::new("/fn/accounts/leave", Needs::Depart).with(|inputs| vec![submission(inputs)]));
    rows
}

fn people() -> Vec<Row> {
    let wrong = |field, problem: Problem| PortalError::invalid(field, problem);
    vec![
        Row::new("/fn/people/sign_in", Needs::Nothing).in_a_session_of_its_own().with(|_| {
            form([("change[email]", "outsider@demo.example"), ("change[password]", portal::import::DEMO_PASSWORD)])
        }),
        Row::new("/fn/people/sign_out", Needs::Nothing).in_a_session_of_its_own(),
        Row::new("/fn/people/me", Needs::SignIn),
        // A right answer would end the sessions of those who come after.
        Row::new("/fn/people/change_password", Needs::SignIn)
            .answers(wrong("current", PersonProblem::WrongPassword.into()))
            .with(|_| {
                form([
                    ("change[current]", "not the present password"),
                    ("change[password]", NEW_PASSWORD),
                    ("change[again]", NEW_PASSWORD),
                ])
            }),
        Row::new("/fn/people/forgot", Needs::Nothing)
            .with(|inputs| vec![field("change[email]", format!("nobody-{}@matrix.example", inputs.number))]),
        Row::new("/fn/people/reset_link", Needs::Nothing).with(|_| form([("token", "no-such-token")])),
        Row::new("/fn/people/reset_password", Needs::Nothing).answers(wrong("token", Problem::LinkDead)).with(|_| {
            form([
                ("change[token]", "no-such-token"),
                ("change[password]", NEW_PASSWORD),
                ("change[again]", NEW_PASSWORD),
            ])
        }),
        Row::new("/fn/people/sessions", Needs::OwnPassword),
        Row::new("/fn/people/end_session", Needs::OwnPassword)
            .in_a_session_of_its_own()
            .with(|inputs| form([("change[session]", &inputs.own_session)])),
        Row::new("/fn/profile/read", Needs::OwnPassword),
        // Whatever is saved for good would be another version for those who come after.
        Row::new("/fn/profile/save", Needs::OwnPassword)
            .answers(wrong("first_name", Problem::Required))
            .with(|_| form([("change[version]", "1"), ("change[last_name]", "Body"), ("change[language]", "de")])),
        Row::new("/fn/profile/change_email", Needs::OwnPassword)
            .answers(wrong("current", Problem::Required))
            .with(|inputs| vec![field("change[email]", format!("nobody-{}@matrix.example", inputs.number))]),
        Row::new("/fn/profile/verify_email", Needs::OwnPassword),
        Row::new("/fn/profile/cancel_email", Needs::OwnPassword),
        Row::new("/fn/profile/email_link", Needs::Nothing).with(|_| form([("token", "no-such-token")])),
        Row::new("/fn/profile/confirm_email", Needs::OwnPassword)
            .answers(wrong("token", Problem::LinkDead))
            .with(|_| form([("change[token]", "no-such-token")])),
        Row::new("/fn/people/end_session", Needs::OwnPassword)
            .answers(PortalError::NotFound)
            .with(|inputs| form([("change[session]", &inputs.other_session)])),
    ]
}

fn accounts() -> Vec<Row> {
    vec![
        Row::new("/fn/accounts/mine", Needs::OwnPassword),
        Row::new("/fn/accounts/open", Needs::on_account(AccountAction::SeeDashboard)),
        Row::new("/fn/accounts/dashboard", Needs::on_account(AccountAction::SeeDashboard)),
        Row::new("/fn/accounts/activity", Needs::on_account(AccountAction::SeeActivity)),
        Row::new("/fn/accounts/pin", Needs::on_account(AccountAction::Pin))
            .with(|inputs| vec![field("change[pinned]", (!inputs.pinned).to_string())]),
        Row::new("/fn/holdings/services", Needs::on_account(HoldingAction::SeeServices)),
        Row::new("/fn/holdings/domains", Needs::on_account(HoldingAction::SeeDomains)),
        Row::new("/fn/holdings/invoices", Needs::on_account(HoldingAction::SeeInvoices)),
    ]
}

fn contacts() -> Vec<Row> {
    let one = |deed, form| Row::new("/fn/contacts/move_one", Needs::Contact(deed)).with(form);
    let many = |deed, form| Row::new("/fn/contacts/move_many", Needs::Contact(deed)).with(form);
    let save = |needs, form| Row::new("/fn/contacts/save", needs).with(form);
    vec![
        Row::new("/fn/contacts/list", Needs::on_account(ContactAction::List)).with(|_| form([("query[cursor]", "")])),
        Row::new("/fn/contacts/read", Needs::Contact(Deed::See)).with(|inputs| form([("contact", &inputs.contact)])),
        Row::new("/fn/contacts/form", Needs::Add(Gift::Nothing)),
        Row::new("/fn/contacts/form", Needs::Contact(Deed::Edit)).with(|inputs| form([("contact", &inputs.contact)])),
        save(Needs::Add(Gift::Nothing), |inputs| added(inputs, Gift::Nothing)),
        save(Needs::Add(Gift::Technical), |inputs| added(inputs, Gift::Technical)),
        save(Needs::Add(Gift::Paying), |inputs| added(inputs, Gift::Paying)),
        save(Needs::Contact(Deed::Edit), |inputs| edited(inputs, Clone::clone, "")),
        save(Needs::Contact(Deed::Widen), |inputs| edited(inputs, widened, "")),
        save(Needs::Contact(Deed::SetPassword), |inputs| edited(inputs, Clone::clone, NEW_PASSWORD)),
        Row::new("/fn/contacts/told", Needs::Contact(Deed::Suspend))
            .with(|inputs| form([("contact", &inputs.contact)])),
        one(Deed::Suspend, |inputs| moved(inputs, "suspend")),
        one(Deed::Reactivate, |inputs| moved(inputs, "reactivate")),
        one(Deed::Delete, |inputs| moved(inputs, "delete")),
        one(Deed::Restore, |inputs| moved(inputs, "restore")),
        one(Deed::RestoreBare, |inputs| moved(inputs, "restore_bare")),
        one(Deed::SendReset, |inputs| moved(inputs, "send_reset")),
        many(Deed::SuspendMany, |inputs| moved_with_others(inputs, "suspend")),
        many(Deed::DeleteMany, |inputs| moved_with_others(inputs, "delete")),
        // Nobody's bulk action has this id.
        Row::new("/fn/contacts/undo_many", Needs::on_account(ContactAction::ChangeMany))
            .answers(PortalError::NotFound)
            .with(|inputs| vec![submission(inputs), field("change[bulk]", NOTHING)]),
        Row::new("/fn/contacts/bulk", Needs::on_account(ContactAction::ChangeMany))
            .answers(PortalError::NotFound)
            .with(|_| form([("bulk", NOTHING)])),
        Row::new("/fn/contacts/view_as", Needs::Contact(Deed::ViewAs))
            .with(|inputs| form([("change[contact]", &inputs.contact)])),
        Row::new("/fn/contacts/stop_viewing", Needs::Leave).with(|inputs| form([("acting[viewing]", &inputs.contact)])),
    ]
}

fn invitations() -> Vec<Row> {
    let send = |needs, form| Row::new("/fn/invitations/send", needs).with(form);
    let one = |deed, form| Row::new("/fn/invitations/move_one", Needs::Contact(deed)).with(form);
    let dead = PortalError::invalid("token", Problem::LinkDead);
    vec![
        Row::new("/fn/invitations/form", Needs::Add(Gift::Nothing)),
        send(Needs::Add(Gift::Nothing), |inputs| invited(inputs, Gift::Nothing)),
        send(Needs::Add(Gift::Technical), |inputs| invited(inputs, Gift::Technical)),
        send(Needs::Add(Gift::Paying), |inputs| invited(inputs, Gift::Paying)),
        one(Deed::InviteAgain, |inputs| moved(inputs, "resend")),
        one(Deed::CancelInvitation, |inputs| moved(inputs, "cancel")),
        Row::new("/fn/invitations/link", Needs::Contact(Deed::InviteAgain))
            .with(|inputs| form([("change[contact]", &inputs.contact)])),
        // The token is nobody's.
        Row::new("/fn/invitations/open", Needs::Nothing)
            .answers(PortalError::NotFound)
            .with(|_| form([("token", "no-such-token")])),
        Row::new("/fn/invitations/accept", Needs::OwnPassword).answers(dead.clone()).with(no_such_token),
        Row::new("/fn/invitations/join", Needs::Nothing).answers(dead.clone()).with(no_such_token),
        Row::new("/fn/invitations/mail", Needs::Nothing).answers(dead.clone()).with(no_such_token),
        Row::new("/fn/invitations/decline", Needs::Nothing)
            .answers(dead)
            .with(|_| form([("change[token]", "no-such-token"), ("change[reason]", "No time")])),
    ]
}

fn rules() -> Vec<Row> {
    let owner = |deed, form| Row::new("/fn/rules/change_owner", Needs::Contact(deed)).with(form);
    vec![
        Row::new("/fn/rules/read", Needs::on_account(ContactAction::List)),
        Row::new("/fn/rules/set_hand_out", Needs::on_account(RightsAction::SetHandOut)).with(|inputs| {
            // Another list each time: one that says what is so already changes nothing.
            let mut form = vec![submission(inputs)];
            let ticked = Role::ALL.into_iter().enumerate().filter(|(bit, _)| inputs.number >> bit & 1 == 1);
            form.extend(ticked.map(|(_, role)| field("change[roles][]", role.key())));
            form
        }),
        Row::new("/fn/rules/save_template", Needs::on_account(RightsAction::KeepTemplates))
            .answers(PortalError::NotFound)
            .with(|inputs| vec![submission(inputs), field("change[contact]", NOTHING), field("change[name]", "Night")]),
        Row::new("/fn/rules/template", Needs::on_account(RightsAction::KeepTemplates))
            .answers(PortalError::NotFound)
            .with(|_| form([("template", NOTHING)])),
        Row::new("/fn/rules/set_template", Needs::on_account(RightsAction::KeepTemplates))
            .answers(PortalError::NotFound)
            .with(|inputs| {
                vec![submission(inputs), field("change[template]", NOTHING), field("change[name]", "Night")]
            }),
        Row::new("/fn/rules/delete_template", Needs::on_account(RightsAction::KeepTemplates))
            .answers(PortalError::NotFound)
            .with(|inputs| vec![submission(inputs), field("change[template]", NOTHING)]),
        owner(Deed::AppointOwner, |inputs| moved(inputs, "appoint")),
        // Whoever may be dismissed here is no owner.
        owner(Deed::DismissOwner, |inputs| moved(inputs, "dismiss")).answers(PortalError::overtaken()),
        // The present password is asked for.
        Row::new("/fn/rules/offer", Needs::Contact(Deed::OfferOwnership))
            .answers(PortalError::invalid("current", Problem::Required))
            .with(|inputs| vec![submission(inputs), field("change[contact]", &inputs.contact)]),
        Row::new("/fn/rules/move_transfer", Needs::on_account(AccountAction::SeeDashboard))
            .answers(PortalError::NotFound)
            .with(|inputs| vec![submission(inputs), field("change[to]", "accept")]),
    ]
}

fn no_such_token(_: &Inputs<'_>) -> Form {
    form([("change[token]", "no-such-token")])
}

fn notifications() -> Vec<Row> {
    vec![
        Row::new("/fn/notifications/read", Needs::Contact(Deed::See))
            .with(|inputs| form([("contact", &inputs.contact)])),
        Row::new("/fn/notifications/matrix", Needs::on_account(ContactAction::List)),
        Row::new("/fn/notifications/choose", Needs::Contact(Deed::ChooseNotifications))
            .with(|inputs| chosen(inputs, "technical_maintenance")),
        Row::new("/fn/notifications/choose", Needs::Contact(Deed::ChooseBilling))
            .with(|inputs| chosen(inputs, "billing")),
    ]
}

fn asking() -> Vec<Row> {
    let decide = |form| Row::new("/fn/asking/decide", Needs::Contact(Deed::Decide)).with(form);
    vec![
        Row::new("/fn/asking/ask", Needs::on_account(RequestAction::Ask(Asked::on_account(NOBODY_S))))
            .with(|_| form([("change[right]", &NOBODY_S.key()), ("change[reason]", "I need it")])),
        Row::new("/fn/asking/requests", Needs::on_account(AccountAction::SeeDashboard)),
        decide(|inputs| decided(inputs, "grant")),
        decide(|inputs| decided(inputs, "decline")),
    ]
}

/// A right that only owners hold, so that everybody else asks for it.
const NOBODY_S: Right = Right::Privilege(Privilege::AffiliatesWithdraw);

/// The request of a contact has the contact's own id here.
fn decided(inputs: &Inputs<'_>, decision: &str) -> Form {
    let mut form = form([
        ("change[request]", &inputs.contact),
        ("change[decision]", decision),
        ("change[duration]", "seven_days"),
    ]);
    form.push(submission(inputs));
    form
}

/// Every page; those of an account stand for their views too.
pub fn pages() -> Vec<Row> {
    let mut rows = vec![
        Row::new("/", Needs::OwnPassword),
        Row::new("/sign-in", Needs::Nothing),
        Row::new("/forgot", Needs::Nothing),
        // The token is nobody's.
        Row::new("/reset/{token}", Needs::Nothing).answers(PortalError::NotFound),
        Row::new("/invitations/{token}", Needs::Nothing).answers(PortalError::NotFound),
        Row::new("/accounts", Needs::OwnPassword),
        Row::new("/me/security", Needs::SignIn),
        Row::new("/me", Needs::OwnPassword),
        Row::new("/verify/{token}", Needs::Nothing).answers(PortalError::NotFound),
    ];
    rows.extend([
        Row::new("/a/{account}", Needs::on_account(AccountAction::SeeDashboard)),
        Row::new("/a/{account}/services", Needs::on_account(HoldingAction::SeeServices)),
        Row::new("/a/{account}/domains", Needs::on_account(HoldingAction::SeeDomains)),
        Row::new("/a/{account}/billing", Needs::on_account(HoldingAction::SeeInvoices)),
        Row::new("/a/{account}/tickets", Needs::on_account(HoldingAction::SeeTickets)),
        Row::new("/a/{account}/data-center", Needs::on_account(HoldingAction::SeeDataCenter)),
        Row::new("/a/{account}/orders", Needs::on_account(HoldingAction::PlaceOrder)),
        Row::new("/a/{account}/contacts", Needs::on_account(ContactAction::List)),
        Row::new("/a/{account}/contacts/new", Needs::Add(Gift::Nothing)),
        Row::new("/a/{account}/contacts/invite", Needs::Add(Gift::Nothing)),
        Row::new("/a/{account}/contacts/{contact}", Needs::Contact(Deed::See)),
        Row::new("/a/{account}/contacts/{contact}/edit", Needs::Contact(Deed::Edit)),
        Row::new("/a/{account}/contacts/{contact}/notifications", Needs::Contact(Deed::See)),
        Row::new("/a/{account}/notifications", Needs::on_account(ContactAction::List)),
        Row::new("/a/{account}/rules", Needs::on_account(ContactAction::List)),
        Row::new("/a/{account}/rules/{template}", Needs::on_account(RightsAction::KeepTemplates))
            .answers(PortalError::NotFound),
        Row::new("/a/{account}/requests", Needs::on_account(AccountAction::SeeDashboard)),
        Row::new("/a/{account}/activity", Needs::on_account(AccountAction::SeeActivity)),
        Row::new("/a/{account}/settings", Needs::on_account(AccountAction::SeeDashboard)),
    ]);
    rows
}

/// The id of nothing at all.
pub const NOTHING: &str = "0192d3f0-7a5c-7cc0-8a61-00000000dead";

/// A password that does.
const NEW_PASSWORD: &str = "plumber orbit lantern moss";

fn field(name: &str, value: impl Into<String>) -> (String, String) {
    (name.to_owned(), value.into())
}

fn form<const N: usize>(fields: [(&str, &str); N]) -> Form {
    fields.into_iter().map(|(name, value)| field(name, value)).collect()
}

fn submission(inputs: &Inputs<'_>) -> (String, String) {
    field("change[submission]", format!("00000000-0000-7000-8000-{:012x}", inputs.number))
}

fn added(inputs: &Inputs<'_>, gift: Gift) -> Form {
    let mut form = form([("change[first_name]", "Nina"), ("change[last_name]", "New")]);
    form.push(submission(inputs));
    form.push(field("change[email]", format!("nina-{}@matrix.example", inputs.number)));
    form.extend(ticks(&gift.rights()));
    form
}

fn invited(inputs: &Inputs<'_>, gift: Gift) -> Form {
    let rights = gift.rights();
    let mut form = vec![submission(inputs), field("change[reviewed]", rights.fingerprint())];
    form.push(field("change[emails]", format!("ina-{}@matrix.example", inputs.number)));
    form.extend(ticks(&rights));
    form
}

fn edited(inputs: &Inputs<'_>, rights: fn(&Rights) -> Rights, password: &str) -> Form {
    let before = inputs.known.map(|known| known.rights.clone()).unwrap_or_default();
    let mut form = form([
        ("change[contact]", &inputs.contact),
        ("change[first_name]", "Edith"),
        ("change[last_name]", "Edited"),
        ("change[phone]", "+49 30 5550 111"),
        ("change[password]", password),
    ]);
    form.push(submission(inputs));
    form.push(field("change[version]", inputs.version.to_string()));
    form.extend(ticks(&rights(&before)));
    form
}

fn chosen(inputs: &Inputs<'_>, category: &str) -> Form {
    let mut form = form([("change[contact]", &inputs.contact), ("change[seen]", &inputs.seen)]);
    form.push(submission(inputs));
    // Another choice than the present one, whatever that is.
    if !inputs.seen.contains(category) {
        form.push(field("change[categories][]", category));
    }
    form
}

fn moved(inputs: &Inputs<'_>, to: &str) -> Form {
    let mut form = form([("change[contact]", &inputs.contact), ("change[to]", to)]);
    form.push(submission(inputs));
    form
}

fn moved_with_others(inputs: &Inputs<'_>, to: &str) -> Form {
    let mut form = form([("change[contacts][]", &inputs.contact), ("change[to]", to)]);
    form.push(submission(inputs));
    form
}

fn ticks(rights: &Rights) -> Form {
    let mut ticks = Form::new();
    let template = rights.template.clone().unwrap_or_default();
    ticks.push(field("change[template]", template.clone()));
    ticks.push(field("change[applied]", template));
    ticks.extend(rights.roles.iter().map(|role| field("change[roles][]", role.key())));
    ticks.extend(rights.privileges.iter().map(|privilege| field("change[privileges][]", privilege.key())));
    ticks.extend(rights.all_services.iter().map(|operation| field("change[all_services][]", operation.key())));
    for (service, operations) in &rights.services {
        let name = format!("change[services][svc-{service}][]");
        ticks.extend(operations.iter().map(|operation| field(&name, operation.key())));
    }
    ticks
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
