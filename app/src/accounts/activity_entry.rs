//! One event of the log: who did what to whom in a line, and what changed, folded where it is much.

use crate::contacts::Changes;
use crate::text::{ago, texts};
use crate::ui::{AddressText, Badge, Glyph, Icon, Moment, Tone};
use crate::{asking, contacts, invitations, people};
use domain::acting::Acting;
use domain::audit::{AccountFactKind, ActivityRow, Change, FactKind, Gist, InvitationFactKind};
use domain::by::By;
use domain::id::ContactId;
use domain::paths;
use domain::template::Template;
use leptos::prelude::*;

/// How many names stand in the line.
const NAMED: usize = 3;
/// How many changes are shown without being asked for.
const SHOWN: usize = 3;

/// A contact by name; `None`: it has none that the reader may know.
type Target = (ContactId, Option<String>);

/// An event. Its contacts are links where `linked` says for whom.
pub fn entry(row: ActivityRow, linked: Option<Acting>, templates: &[Template]) -> impl IntoView + use<> {
    let text = texts();
    let gist = Gist::of(&row.changes, templates);
    let deed = text.deed(row.kind, row.noted.as_ref(), row.targets.len());
    let names = deed.after.is_some().then(|| names(&row.targets, linked));
    let invited = row.kind == FactKind::Invitation(InvitationFactKind::Sent);
    let invited_as = invited.then(|| text.invited_as(&gist)).flatten().map(|role| format!(" {role}"));
    let said = (row.changes.len() > SHOWN).then(|| text.gist(&gist));
    let everybody = (row.targets.len() > NAMED && deed.after.is_some()).then(|| everybody(&row.targets, linked));
    let changes = changes(row.changes, said);
    let ago = (row.day.ago == 0).then(|| format!(" · {}", ago(row.at.at)));
    view! {
        <li class="timeline-item" data-key=row.id>
            <span class="timeline-mark"><Glyph icon=icon(row.kind) /></span>
            <div class="timeline-body">
                <p class="timeline-text">
                    <Author by=row.by linked=linked /> " " {deed.before} {names} {deed.after} {invited_as}
                </p>
                {everybody}
                {changes}
                <p class="timeline-when"><Moment instant=row.at.iso text=row.time /> {ago}</p>
            </div>
        </li>
    }
}

/// What changed: a few lines as they are, many behind what they come to.
fn changes(changes: Vec<Change>, said: Option<String>) -> AnyView {
    match said {
        None => view! { <Changes changes=changes /> }.into_any(),
        Some(said) => view! {
            <details class="log-more">
                <summary>{said}</summary>
                <Changes changes=changes />
            </details>
        }
        .into_any(),
    }
}

/// The first names, and how many more there are.
fn names(targets: &[Target], linked: Option<Acting>) -> impl IntoView + use<> {
    let shown = if targets.len() > NAMED { NAMED - 1 } else { targets.len() };
    let first: Vec<AnyView> = targets
        .iter()
        .take(shown)
        .enumerate()
        .map(|(index, target)| {
            let gap = if index == 0 { "" } else { ", " };
            view! { {gap} {name(target, linked)} }.into_any()
        })
        .collect();
    let others =
        (targets.len() > shown).then(|| format!(" {}", texts().accounts.activity.and_others(targets.len() - shown)));
    view! { {first} {others} }
}

/// All names, folded.
fn everybody(targets: &[Target], linked: Option<Acting>) -> impl IntoView + use<> {
    let said = texts().accounts.activity.people(targets.len());
    let names = targets.iter().map(|target| view! { <li>{name(target, linked)}</li> }).collect_view();
    view! {
        <details class="log-more">
            <summary>{said}</summary>
            <ul class="small">{names}</ul>
        </details>
    }
}

fn name((contact, name): &Target, linked: Option<Acting>) -> AnyView {
    let name = name.clone().unwrap_or_else(|| texts().accounts.activity.unnamed_contact.to_owned());
    match linked {
        Some(acting) => view! { <a href=paths::contact(acting, *contact)>{name}</a> }.into_any(),
        None => name.into_any(),
    }
}

/// Who did it: somebody with their address, which tells them from others who call themselves the same, or the provider.
#[component]
fn Author(by: By, linked: Option<Acting>) -> impl IntoView {
    match by {
        By::Provider => view! { <Badge tone=Tone::Info>{texts().accounts.activity.provider}</Badge> }.into_any(),
        By::Person { name, email, contact } => {
            let name = if name.is_empty() { texts().accounts.activity.unnamed_contact.to_owned() } else { name };
            let name = match linked.zip(contact) {
                Some((acting, contact)) => view! { <a href=paths::contact(acting, contact)>{name}</a> }.into_any(),
                None => name.into_any(),
            };
            let email = email.map(|email| view! { " " <span class="muted"><AddressText address=email /></span> });
            view! { <strong>{name}</strong> {email} }.into_any()
        }
    }
}

const fn icon(kind: FactKind) -> Icon {
    match kind {
        FactKind::Contact(kind) => contacts::fact_icon(kind),
        FactKind::Invitation(kind) => invitations::fact_icon(kind),
        FactKind::Person(kind) => people::fact_icon(kind),
        FactKind::Account(kind) => account(kind),
        FactKind::Role(_) => Icon::Pencil,
        FactKind::Ownership(_) | FactKind::SshKey(_) => Icon::Key,
        FactKind::Notification(_) => Icon::Bell,
        FactKind::Console(_) | FactKind::Operation(_) => Icon::Server,
        FactKind::Request(kind) => asking::fact_icon(kind),
        FactKind::Dns(_) => Icon::Globe,
        FactKind::Installation(_) => Icon::Lock,
    }
}

const fn account(kind: AccountFactKind) -> Icon {
    match kind {
        AccountFactKind::Created | AccountFactKind::Imported => Icon::Building,
        AccountFactKind::Pinned | AccountFactKind::Unpinned => Icon::Pin,
    }
}
