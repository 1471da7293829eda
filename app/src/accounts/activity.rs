//! Who did what on the account.

use super::api::activity;
use crate::paths;
use crate::request::page_resource;
use crate::shell::{Gate, Loaded, PageTitle, use_account};
use crate::text::texts;
use crate::ui::{Badge, EmptyState, Glyph, Icon, Moment, PageHeader, Panel, SkeletonRows, Tone};
use domain::access::{AccountAction, ContactAction};
use domain::audit::{ActivityRow, AuditKind, By};
use domain::ports::Acting;
use leptos::either::Either;
use leptos::prelude::*;

/// The page Activity.
#[component]
pub fn ActivityPage() -> impl IntoView {
    view! {
        <PageTitle text=texts().shell.activity />
        <Gate action=AccountAction::SeeActivity>
            <Activity />
        </Gate>
    }
}

#[component]
fn Activity() -> impl IntoView {
    let text = texts();
    let account = use_account();
    let acting = account.acting;
    let linked = account.view.actor.check(ContactAction::List).is_ok().then_some(acting);
    let rows = page_resource(move || acting, activity);
    let view = move |rows: Vec<ActivityRow>| {
        if rows.is_empty() {
            return Either::Left(view! {
                <EmptyState title=text.lists.no_activity text=text.lists.no_activity_text icon=Icon::Activity />
            });
        }
        let rows = rows.into_iter().map(|row| view! { <Entry row=row linked=linked /> }).collect_view();
        Either::Right(view! { <Panel><ol class="timeline">{rows}</ol></Panel> })
    };
    let skeleton = || view! { <SkeletonRows rows=6 columns=2 label=texts().shell.loading /> };
    view! {
        <div class="page page-narrow">
            <PageHeader title=text.shell.activity lead=text.lists.activity_lead />
            <Loaded resource=rows view=view skeleton=skeleton />
        </div>
    }
}

/// One event. Its contacts are links for those who may list them.
#[component]
fn Entry(row: ActivityRow, linked: Option<Acting>) -> impl IntoView {
    let text = texts();
    let done = text.lists.audit(row.kind, row.targets.len());
    let targets = row
        .targets
        .into_iter()
        .enumerate()
        .map(|(index, (contact, name))| {
            let gap = if index == 0 { " " } else { ", " };
            let name = name.unwrap_or_else(|| text.lists.unnamed_contact.0.to_owned());
            match linked {
                Some(acting) => view! { {gap} <a href=paths::contact(acting, contact)>{name}</a> }.into_any(),
                None => view! { {gap} {name} }.into_any(),
            }
        })
        .collect_view();
    let changes = row.changes.iter().map(|change| view! { <li>{text.contacts.change(change)}</li> }).collect_view();
    let changes = (!row.changes.is_empty()).then(|| view! { <ul class="small">{changes}</ul> });
    view! {
        <li class="timeline-item">
            <span class="timeline-mark"><Glyph icon=icon(row.kind) /></span>
            <div class="timeline-body">
                <p class="timeline-text"><Author by=row.by linked=linked /> " " {done} {targets}</p>
                {changes}
                <p class="timeline-when"><Moment instant=row.at.iso text=row.at.text /></p>
            </div>
        </li>
    }
}

/// Who did it: somebody with their address, which tells them from others who call themselves the same, or the provider.
#[component]
fn Author(by: By, linked: Option<Acting>) -> impl IntoView {
    match by {
        By::Provider => view! { <Badge tone=Tone::Info>{texts().lists.provider}</Badge> }.into_any(),
        By::Person { name, email, contact } => {
            let name = if name.is_empty() { texts().lists.unnamed_contact.0.to_owned() } else { name };
            let name = match linked.zip(contact) {
                Some((acting, contact)) => view! { <a href=paths::contact(acting, contact)>{name}</a> }.into_any(),
                None => name.into_any(),
            };
            let email = email.map(|email| view! { " " <span class="muted">{email}</span> });
            view! { <strong>{name}</strong> {email} }.into_any()
        }
    }
}

const fn icon(kind: AuditKind) -> Icon {
    match kind {
        AuditKind::SignedIn | AuditKind::SignedOut | AuditKind::SessionEnded | AuditKind::AllRevoked => Icon::Lock,
        AuditKind::PasswordConfirmed
        | AuditKind::PasswordChanged
        | AuditKind::ResetRequested
        | AuditKind::PasswordReset
        | AuditKind::ResetSent
        | AuditKind::OwnerAppointed
        | AuditKind::OwnerDismissed
        | AuditKind::OwnershipOffered
        | AuditKind::OwnershipOfferEnded
        | AuditKind::OwnershipTransferred
        | AuditKind::OwnershipTransferUndone => Icon::Key,
        AuditKind::AccountCreated | AuditKind::Imported => Icon::Building,
        AuditKind::ContactAdded => Icon::Plus,
        AuditKind::ContactEdited
        | AuditKind::PersonRenamed
        | AuditKind::ProfileChanged
        | AuditKind::HandOutChanged
        | AuditKind::TemplateChanged
        | AuditKind::RoleChanged => Icon::Pencil,
        AuditKind::ContactSuspended => Icon::Pause,
        AuditKind::ContactDeleted | AuditKind::InvitationCancelled | AuditKind::InvitationDeclined => Icon::Trash,
        AuditKind::ContactRestored => Icon::Undo,
        AuditKind::NotificationsChosen => Icon::Bell,
        AuditKind::ViewingStarted | AuditKind::ViewingStopped => Icon::Eye,
        AuditKind::Invited
        | AuditKind::InvitationResent
        | AuditKind::InvitationLinkMade
        | AuditKind::AccessAsked
        | AuditKind::EmailAsked
        | AuditKind::EmailCancelled
        | AuditKind::EmailConfirmed => Icon::Mail,
        AuditKind::ContactReactivated
        | AuditKind::InvitationAccepted
        | AuditKind::AccessGranted
        | AuditKind::AccessDeclined
        | AuditKind::AccessMet => Icon::Check,
        AuditKind::ContactLeft => Icon::SignOut,
        AuditKind::AccountPinned | AuditKind::AccountUnpinned => Icon::Pin,
    }
}
