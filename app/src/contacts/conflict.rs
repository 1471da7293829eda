//! Somebody else changed what is being edited: what they changed, line by line.

use domain::acting::Acting;
use domain::audit::Change;
use domain::change::ContactChange;
use domain::error::PortalError;
use domain::id::ContactId;
use domain::paths;
use leptos::prelude::*;

use super::merged::clashes;
use crate::forms::form_state;
use crate::text::texts;
use crate::ui::{Banner, Tone};

/// Says what was changed meanwhile, and what both changed. The next Submit keeps both: the page that answers was drawn with
/// the present version, and the form has what the others changed ([`merged`](super::merged::merged)).
#[component]
pub fn Conflict(acting: Acting, contact: ContactId) -> impl IntoView {
    let text = &texts().contacts.form;
    let Some(PortalError::Conflict { by, changed, wanted }) = form_state().error else { return None };
    let clashes = clashes(&changed, &wanted).into_iter().map(|(field, theirs)| {
        let field = texts().field(field).unwrap_or(field);
        let said = if theirs.is_empty() { text.clash_emptied(field) } else { text.clash(field, theirs) };
        view! { <p class="clash">{said}</p> }
    });
    let clashes = clashes.collect::<Vec<_>>();
    let load = move || {
        view! {
            <a class="button" href=paths::edit_contact(acting, contact) data-load>
                {text.load_new}
            </a>
        }
    };
    Some(view! {
        <Banner tone=Tone::Warn actions=load>
            <p>{text.conflict(by.map(|by| texts().accounts.activity.by(&by)).as_deref())}</p>
            <Changes changes=changed />
            {clashes}
            <p>{text.conflict_text}</p>
        </Banner>
    })
}

/// What changed, line by line.
#[component]
pub fn Changes(changes: Vec<Change>) -> impl IntoView {
    let lines = changes
        .iter()
        .map(|change| {
            let line = texts().change(change);
            match change {
                Change::Contact(ContactChange::Given { .. } | ContactChange::Subscribed { .. }) => {
                    view! { <li><ins>{line}</ins></li> }.into_any()
                }
                Change::Contact(ContactChange::Taken { .. } | ContactChange::Unsubscribed { .. }) => {
                    view! { <li><del>{line}</del></li> }.into_any()
                }
                Change::Contact(
                    ContactChange::Detail { .. }
                    | ContactChange::Renamed { .. }
                    | ContactChange::State { .. }
                    | ContactChange::Ends { .. },
                ) => view! { <li>{line}</li> }.into_any(),
            }
        })
        .collect::<Vec<_>>();
    (!lines.is_empty()).then(|| view! { <ul class="changes">{lines}</ul> })
}
