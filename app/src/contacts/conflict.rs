//! Somebody else changed what is being edited: what they changed, line by line.

use domain::acting::Acting;
use domain::audit::Change;
use domain::change::ContactChange;
use domain::error::PortalError;
use domain::id::ContactId;
use domain::paths;
use leptos::prelude::*;

use crate::forms::form_state;
use crate::text::texts;
use crate::ui::{Banner, Tone};

/// Says what was changed meanwhile. What was typed stays, and the next Submit goes over it: the page that answers was drawn
/// with the present version.
#[component]
pub fn Conflict(acting: Acting, contact: ContactId) -> impl IntoView {
    let text = &texts().contacts.form;
    let Some(PortalError::Conflict { by, changed }) = form_state().error else { return None };
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
                    ContactChange::Detail { .. } | ContactChange::Renamed { .. } | ContactChange::State { .. },
                ) => view! { <li>{line}</li> }.into_any(),
            }
        })
        .collect::<Vec<_>>();
    (!lines.is_empty()).then(|| view! { <ul class="changes">{lines}</ul> })
}
