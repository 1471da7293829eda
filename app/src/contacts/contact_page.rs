//! The page of one person: details, rights, notifications, history, and what can be done (S3.28).

use domain::access::{AccountAction, RightsAction};
use domain::acting::Acting;
use domain::contact::{ContactPage as Contact, ContactVerb, Restorable, Verdict};
use domain::id::ContactId;
use domain::role::OwnRole;
use domain::status::ContactStatus;
use domain::template;
use leptos::prelude::*;

use super::address;
use super::api::{self, BulkAnswer};
use super::contact_actions::{Actions, Leave, StepForm};
use super::delete_question::DeleteQuestion;
use super::held_rights::HeldRights;
use super::history::{HISTORY, History};
use super::last_day::last_day;
use super::notice::{Outcome, StepNotice};
use super::rights_in_words::{Ends, RightsInWords};
use super::sign_in_panel::SignInPanel;
use super::table::status_tone;
use crate::accounts::LeaveQuestion;
use crate::invitations::LinkNotice;
use crate::notifications::{Chosen, ChosenNotice};
use crate::request::{path_id, provider, query};
use crate::rights::SaveAsTemplate;
use crate::shell::{AccountContext, Instead, Page, use_account};
use crate::text::texts;
use crate::ui::{
    AddressText, Badge, Banner, Button, ButtonKind, ButtonType, Definition, Definitions, Icon, Moment, PageHeader,
    Panel, Tip, Tone,
};
use domain::paths;

pub async fn contact_page() -> Result<Page, Instead> {
    let acting = use_account().acting;
    let contact: ContactId = path_id("contact")?;
    let mut page = ask!(contacts.read(acting, contact))?;
    let history = query().text(HISTORY).to_owned();
    if !history.is_empty() {
        page.history = ask!(contacts.history(acting, contact, history))?;
    }
    let outcome = match api::bulk_answer() {
        Some(BulkAnswer::Done(answered)) => Outcome { bulk: Some(answered), ..Outcome::default() },
        None if address::bulk(&query()).is_some() => api::outcome(acting, &query()).await?,
        Some(BulkAnswer::Asked(_)) | None => Outcome::default(),
    };
    Ok(Page::new(page.row.name.clone(), view! { <Person page=page acting=acting outcome=outcome /> }))
}

#[component]
fn Person(
    page: Contact,
    acting: Acting,
    /// What came of the step before, where it was one of the list's for many.
    outcome: Outcome,
) -> impl IntoView {
    let text = &texts().contacts;
    let (id, name) = (page.row.id, page.row.name.clone());
    let (status, owner, is_me) = (page.row.status, page.row.owner, page.row.is_me);
    let until = page.row.until.as_ref().map(|until| text.until_moment(&until.text));
    let badge = move || {
        view! {
            {owner.map(|_| view! { <Badge tone=Tone::Info>{text.owner}</Badge> })}
            {is_me.then(|| view! { <Badge>{text.you}</Badge> })}
            <Badge tone=status_tone(status)>{text.status(status)}</Badge>
            {until.map(|until| view! { <span class="muted">{until}</span> })}
        }
    };
    let question = question(&page, acting);
    let restore = page.restorable.clone().map(|restorable| {
        view! { <Restore restorable=restorable page=page.clone() acting=acting /> }
    });
    let rights = page.restorable.is_none().then(|| view! { <PersonRights page=page.clone() /> });
    let chosen = view! { <Chosen row=page.row.clone() /> };
    let menu = page.row.menu.clone();
    let notice = if outcome.bulk.is_some() {
        view! { <StepNotice submission=page.submission outcome=outcome /> }.into_any()
    } else {
        view! { <StepNotice submission=page.submission /> }.into_any()
    };
    let last_day = last_day(&page, acting);
    view! {
        <div class="page">
            <PageHeader
                title=name
                back_href=paths::contacts(acting)
                back_label=text.heading(provider().people)
                badge=badge
            >
                <Actions menu=menu contact=id submission=page.submission acting=acting />
                {is_me.then(|| view! { <Leave contact=id acting=acting /> })}
            </PageHeader>
            <LinkNotice />
            {notice}
            <ChosenNotice />
            {question}
            {restore}
            <div class="columns">
                <div class="stack">
                    <PersonDetails page=page.clone() />
                    {rights}
                </div>
                <div class="stack">
                    {page.sign_in.map(|report| view! { <SignInPanel report=report /> })}
                    {last_day}
                    <Panel title=text.notifications>{chosen}</Panel>
                    <History contact=id page=page.history />
                </div>
            </div>
        </div>
    }
}

/// The question that the address asks, where its answer may be yes.
fn question(page: &Contact, acting: Acting) -> Option<AnyView> {
    let (contact, submission, query) = (page.row.id, page.submission, query());
    match query.get("confirm")? {
        "delete" if page.row.menu.delete == Verdict::Allowed => {
            let (name, next) = (page.row.name.clone(), address::next(acting, &query));
            let question = view! {
                <DeleteQuestion acting=acting contact=contact name=name submission=submission next=next />
            };
            Some(question.into_any())
        }
        "leave" if page.row.is_me => {
            let AccountContext { view, .. } = use_account();
            view.actor.check(AccountAction::Leave).ok()?;
            let cancel = paths::contact(acting, contact);
            let question = view! {
                <LeaveQuestion acting=acting name=view.name mark=view.mark submission=submission cancel=cancel />
            };
            Some(question.into_any())
        }
        _ => None,
    }
}

/// For a deleted contact: what it could do, and the two ways back (PRODUCT D9).
#[component]
fn Restore(restorable: Restorable, page: Contact, acting: Acting) -> impl IntoView {
    let text = &texts().contacts;
    let (contact, submission) = (page.row.id, page.submission);
    let summary = texts().rights.access(&restorable.access);
    let with = (!restorable.rights.is_empty()).then(|| {
        view! {
            <StepForm
                contact=contact
                page=submission
                to=ContactVerb::Restore
                label=text.page.restore_with
                icon=Icon::Undo
                acting=acting
                kind=ButtonKind::Primary
            />
        }
    });
    let buttons = match &page.row.menu.restore {
        Verdict::Refused(why) => {
            let reason = texts().rights.denied(why);
            view! {
                <Button button_type=ButtonType::Button icon=Icon::Undo disabled_reason=reason>
                    {text.commands.restore}
                </Button>
            }
            .into_any()
        }
        Verdict::Allowed | Verdict::Absent => view! {
            {with}
            <StepForm
                contact=contact
                page=submission
                to=ContactVerb::RestoreBare
                label=text.page.restore_bare
                icon=Icon::Undo
                acting=acting
            />
        }
        .into_any(),
    };
    view! {
        <Banner tone=Tone::Warn>
            <strong>{text.page.restore_title}</strong>
            <p>{text.page.restore_until(&restorable.until.text)}</p>
        </Banner>
        <Panel title=text.page.had_rights>
            <RightsInWords rights=restorable.rights services=page.services domains=page.domains summary=summary />
            <div class="form-actions">{buttons}</div>
        </Panel>
    }
}

#[component]
fn PersonRights(page: Contact) -> impl IntoView {
    let text = texts();
    let account = use_account();
    let worth_keeping = page.row.owner.is_none() && page.row.status != ContactStatus::Deleted;
    let keeps = worth_keeping && account.view.actor.check(RightsAction::KeepTemplates).is_ok();
    let (contact, acting, submission) = (page.row.id, account.acting, page.submission);
    // Only what is all one's own to give.
    let made = page.now.rights.to_role();
    let refused = account.view.actor.check(RightsAction::ChangeRole(&OwnRole::default(), &made)).err();
    let save = keeps.then(|| {
        view! { <SaveAsTemplate contact=contact acting=acting submission=submission refused=refused /> }
    });
    let summary = text.rights.access(&page.row.access);
    let body = if page.row.owner.is_some() {
        view! { <Tip icon=Icon::Shield>{text.contacts.privileges.owner_tip}</Tip> }.into_any()
    } else {
        let mut templates = template::built_in().into_iter().chain(account.view.own_templates);
        let template = page.now.rights.began_with().and_then(|key| templates.find(|template| template.key == key));
        let held = page.held(template.as_ref());
        view! {
            <p class="rights-from">{summary}</p>
            <Ends ends=page.ends />
            <HeldRights held=held template=template none=text.contacts.page.no_rights />
        }
        .into_any()
    };
    view! { <Panel title=text.contacts.page.rights>{body} {save}</Panel> }
}

#[component]
fn PersonDetails(page: Contact) -> impl IntoView {
    let text = &texts().contacts;
    let details = page.now.details;
    let optional = |term: &'static str, value: String| {
        (!value.is_empty()).then(|| view! { <Definition term=term>{value}</Definition> })
    };
    let last = page.row.last_sign_in.map_or_else(
        || view! { <span class="muted">{text.never}</span> }.into_any(),
        |at| view! { <Moment instant=at.iso text=at.text /> }.into_any(),
    );
    view! {
        <Panel title=text.details>
            <Definitions>
                <Definition term=text.first_name>{details.first_name}</Definition>
                <Definition term=text.last_name>{details.last_name}</Definition>
                <Definition term=text.email_address><AddressText address=details.email.to_string() /></Definition>
                {optional(text.phone, details.phone)}
                {optional(text.note, details.note)}
                <Definition term=text.last_sign_in>{last}</Definition>
                <Definition term=text.page.added_on>
                    <Moment instant=page.added.iso text=page.added.text />
                </Definition>
            </Definitions>
        </Panel>
    }
}
