//! The page of one person: details, rights, notifications, history, and what can be done (S3.28).

use domain::access::{AccountAction, RightsAction};
use domain::acting::Acting;
use domain::contact::{ContactPage as Contact, ContactVerb, Restorable, RowMenu, Verdict};
use domain::error::PortalError;
use domain::id::{ContactId, SubmissionId};
use domain::invitation::InvitationVerb;
use domain::role::OwnRole;
use domain::status::ContactStatus;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use leptos_router::hooks::use_query_map;

use super::address;
use super::api::{self, ContactCommandFn, ViewAsFn};
use super::commands::answered;
use super::edit_page::contact_in_address;
use super::history::{HISTORY, History};
use super::notice::StepNotice;
use super::post_form::{CommandInputs, InvitationInputs, PostForm};
use super::rights_in_words::RightsInWords;
use super::sign_in_panel::SignInPanel;
use super::table::status_tone;
use crate::accounts::{LeaveQuestion, OfAccount};
use crate::invitations::LinkNotice;
use crate::invitations::api::InvitationCommandFn;
use crate::notifications::{ChoosingDialog, Chosen, ChosenNotice, provide_choosing};
use crate::request::{FunctionError, page_resource, provider};
use crate::rights::SaveAsTemplate;
use crate::shell::{Loaded, PageTitle, use_account, use_cursor_of};
use crate::text::texts;
use crate::ui::{
    Badge, Banner, Button, ButtonKind, ButtonType, Definition, Definitions, Icon, LinkButton, Moment, PageHeader,
    Panel, Tip, Tone,
};
use domain::paths;

/// The contact, with the page of its history that begins at a cursor.
async fn load(acting: Acting, contact: Option<ContactId>, history: String) -> Result<Contact, FunctionError> {
    let contact = contact.ok_or(FunctionError(PortalError::NotFound))?;
    let mut page = api::read(acting, contact).await?;
    if !history.is_empty() {
        page.history = api::history(acting, contact, history).await?;
    }
    Ok(page)
}

#[component]
pub fn ContactPage() -> impl IntoView {
    let acting = use_account().acting;
    let contact = contact_in_address();
    let (answered, history) = (answered(), use_cursor_of(HISTORY));
    let wanted = move || (contact.get(), history.get(), answered.get());
    let page = page_resource(wanted, move |(contact, history, _)| load(acting, contact, history));
    view! { <Loaded resource=page view=move |page| view! { <Person page=page acting=acting /> } /> }
}

#[component]
fn Person(page: Contact, acting: Acting) -> impl IntoView {
    let text = &texts().contacts;
    let (id, name) = (page.row.id, page.row.name.clone());
    let (status, owner, is_me) = (page.row.status, page.row.owner, page.row.is_me);
    let until = page.row.until.as_ref().map(|until| (text.until_moment)(&until.text));
    let badge = move || {
        view! {
            {owner.map(|_| view! { <Badge tone=Tone::Info>{text.owner}</Badge> })}
            {is_me.then(|| view! { <Badge>{text.you}</Badge> })}
            <Badge tone=status_tone(status)>{text.status(status)}</Badge>
            {until.clone().map(|until| view! { <span class="muted">{until}</span> })}
        }
    };
    let restore = page.restorable.clone().map(|restorable| {
        view! { <Restore restorable=restorable page=page.clone() acting=acting /> }
    });
    let rights = page.restorable.is_none().then(|| view! { <PersonRights page=page.clone() /> });
    let choosing = provide_choosing();
    let chosen = view! { <Chosen row=page.row.clone() /> };
    let menu = page.row.menu.clone();
    let deletable = page.row.menu.delete == Verdict::Allowed;
    view! {
        <PageTitle text=name.clone() />
        <div class="page">
            <PageHeader
                title=name.clone()
                back_href=paths::contacts(acting)
                back_label=text.heading(provider().people)
                badge=badge
            >
                <Actions menu=menu contact=id submission=page.submission acting=acting />
                {is_me.then(|| view! { <Leave contact=id acting=acting /> })}
            </PageHeader>
            <LinkNotice />
            <StepNotice submission=page.submission />
            <ChosenNotice />
            {deletable
                .then(|| view! { <ConfirmDelete contact=id name=name submission=page.submission acting=acting /> })}
            {is_me.then(|| view! { <ConfirmLeave contact=id submission=page.submission acting=acting /> })}
            {restore}
            <div class="columns">
                <div class="stack">
                    <PersonDetails page=page.clone() />
                    {rights}
                </div>
                <div class="stack">
                    {page.sign_in.map(|report| view! { <SignInPanel report=report /> })}
                    <Panel title=text.notifications>{chosen}</Panel>
                    <History contact=id page=page.history />
                </div>
            </div>
            <ChoosingDialog choosing=choosing />
        </div>
    }
}

/// The buttons beside the name.
#[component]
fn Actions(menu: RowMenu, contact: ContactId, submission: SubmissionId, acting: Acting) -> impl IntoView {
    let text = &texts().contacts;
    let edit = offered(&menu.edit, text.commands.edit, Icon::Pencil, || {
        view! {
            <LinkButton href=paths::edit_contact(acting, contact) kind=ButtonKind::Primary icon=Icon::Pencil>
                {text.commands.edit}
            </LinkButton>
        }
        .into_any()
    });
    let view_as = offered(&menu.view_as, text.commands.view_as, Icon::Eye, || {
        view! {
            <PostForm path=ViewAsFn::PATH acting=acting>
                <Button name="change[contact]" value=contact.to_string() icon=Icon::Eye>
                    {text.commands.view_as}
                </Button>
            </PostForm>
        }
        .into_any()
    });
    let step = |to: ContactVerb, label: &'static str, icon: Icon| {
        move || {
            view! { <StepForm contact=contact page=submission to=to label=label icon=icon acting=acting /> }.into_any()
        }
    };
    let suspend = offered(
        &menu.suspend,
        text.commands.suspend,
        Icon::Pause,
        step(ContactVerb::Suspend, text.commands.suspend, Icon::Pause),
    );
    let reactivate = offered(
        &menu.reactivate,
        text.commands.reactivate,
        Icon::Check,
        step(ContactVerb::Reactivate, text.commands.reactivate, Icon::Check),
    );
    let remove = offered(&menu.delete, text.page.remove, Icon::Trash, || {
        view! {
            <LinkButton href=address::confirm_delete(acting, contact) kind=ButtonKind::Danger icon=Icon::Trash>
                {text.page.remove}
            </LinkButton>
        }
        .into_any()
    });
    let words = &texts().invitations;
    let invitation = |to: InvitationVerb, label: &'static str, icon: Icon| {
        move || {
            view! {
                <PostForm path=InvitationCommandFn::PATH acting=acting>
                    <InvitationInputs submission=submission contact=contact to=to />
                    <Button icon=icon>{label}</Button>
                </PostForm>
            }
            .into_any()
        }
    };
    let resend =
        offered(&menu.invite, words.resend, Icon::Mail, invitation(InvitationVerb::Resend, words.resend, Icon::Mail));
    let cancel =
        offered(&menu.cancel, words.cancel, Icon::Trash, invitation(InvitationVerb::Cancel, words.cancel, Icon::Trash));
    (edit, view_as, suspend, reactivate, resend, cancel, remove)
}

/// A button as far as it is offered: itself, disabled with the reason, or none.
fn offered(verdict: &Verdict, label: &'static str, icon: Icon, allowed: impl FnOnce() -> AnyView) -> Option<AnyView> {
    match verdict {
        Verdict::Absent => None,
        Verdict::Allowed => Some(allowed()),
        Verdict::Refused(why) => {
            let reason = texts().rights.denied(why);
            Some(
                view! { <Button button_type=ButtonType::Button icon=icon disabled_reason=reason>{label}</Button> }
                    .into_any(),
            )
        }
    }
}

/// A form that is one step on this contact.
#[component]
fn StepForm(
    contact: ContactId,
    page: SubmissionId,
    to: ContactVerb,
    label: &'static str,
    icon: Icon,
    acting: Acting,
    #[prop(optional)] kind: ButtonKind,
) -> impl IntoView {
    let submission = address::submission(page, contact, to);
    view! {
        <PostForm path=ContactCommandFn::PATH acting=acting>
            <CommandInputs submission=submission contact=contact to=to />
            <Button kind=kind icon=icon>{label}</Button>
        </PostForm>
    }
}

/// The question before deleting, when the address asks it.
#[component]
fn ConfirmDelete(contact: ContactId, name: String, submission: SubmissionId, acting: Acting) -> impl IntoView {
    let text = &texts().contacts;
    let query = use_query_map();
    let days = provider().restore_days;
    let asked = Memo::new(move |_| query.with(|query| query.get_str("confirm") == Some("delete")));
    move || {
        let (title, body) = ((text.commands.delete_title)(&name), (text.commands.delete_text)(&name, days));
        asked.get().then(|| {
            view! {
                <Panel title=title>
                    <OfAccount />
                    <p>{body}</p>
                    <div class="form-actions">
                        <StepForm
                            contact=contact
                            page=submission
                            to=ContactVerb::Delete
                            label=text.commands.delete
                            icon=Icon::Trash
                            acting=acting
                            kind=ButtonKind::Danger
                        />
                        <LinkButton href=paths::contact(acting, contact)>{text.cancel}</LinkButton>
                    </div>
                </Panel>
            }
        })
    }
}

/// Leave this account, on one's own page.
#[component]
fn Leave(contact: ContactId, acting: Acting) -> impl IntoView {
    let text = &texts().accounts;
    let verdict = Verdict::from(use_account().view.actor.check(AccountAction::Leave));
    offered(&verdict, text.leave, Icon::SignOut, || {
        view! {
            <LinkButton href=address::confirm_leave(acting, contact) kind=ButtonKind::Danger icon=Icon::SignOut>
                {text.leave}
            </LinkButton>
        }
        .into_any()
    })
}

/// The question before leaving, when the address asks it.
#[component]
fn ConfirmLeave(contact: ContactId, submission: SubmissionId, acting: Acting) -> impl IntoView {
    let account = use_account();
    let may = account.view.actor.check(AccountAction::Leave).is_ok();
    let query = use_query_map();
    let asked = Memo::new(move |_| may && query.with(|query| query.get_str("confirm") == Some("leave")));
    move || {
        let (name, cancel) = (account.view.name.clone(), paths::contact(acting, contact));
        asked.get().then(|| {
            view! { <LeaveQuestion acting=acting name=name submission=submission cancel=cancel /> }
        })
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
            <p>{(text.page.restore_until)(&restorable.until.text)}</p>
        </Banner>
        <Panel title=text.page.had_rights>
            <RightsInWords rights=restorable.rights services=page.services summary=summary />
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
        view! { <RightsInWords rights=page.now.rights services=page.services summary=summary ends=page.ends /> }
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
                <Definition term=text.email_address>{details.email.to_string()}</Definition>
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
