//! What a contact gets, in a cell of the list or on its page, with the way to choose (S3.18 to S3.20).

use domain::contact::{ContactRow, Notifications, Verdict};
use domain::id::ContactId;
use domain::status::ContactStatus;
use leptos::ev::MouseEvent;
use leptos::prelude::*;
use leptos_router::hooks::use_query_map;

use super::dialog::use_choosing;
use crate::shell::use_account;
use crate::text::texts;
use crate::ui::{Banner, Button, ButtonKind, ButtonType, Tone};
use domain::paths;

/// The categories chosen, in red where nobody has chosen yet; and the action beside it.
#[component]
pub fn Chosen(
    /// Whose.
    row: ContactRow,
) -> impl IntoView {
    let (text, words) = (&texts().notifications, texts().rights.categories);
    let alive = row.status != ContactStatus::Deleted;
    match &row.notifications {
        Notifications::NotSet => {
            let action = alive.then(|| set(&row));
            view! { <div class="notify"><span class="notify-missing">{text.setup}</span> {action}</div> }.into_any()
        }
        Notifications::Chosen(chosen) => {
            let names = if chosen.is_empty() {
                view! { <span class="muted">{text.none}</span> }.into_any()
            } else {
                chosen.iter().map(|category| words.name(*category)).collect::<Vec<_>>().join(", ").into_any()
            };
            let action = alive.then(|| view! { <ChoiceLink contact=row.id name=row.name.clone() label=text.view /> });
            view! { <div class="notify"><span>{names}</span> {action}</div> }.into_any()
        }
    }
}

fn set(row: &ContactRow) -> AnyView {
    let label = texts().notifications.set;
    match &row.menu.choose {
        Verdict::Absent => ().into_any(),
        Verdict::Allowed => view! { <ChoiceLink contact=row.id name=row.name.clone() label=label /> }.into_any(),
        Verdict::Refused(why) => {
            let reason = texts().rights.denied(why);
            view! {
                <Button kind=ButtonKind::Quiet button_type=ButtonType::Button disabled_reason=reason>
                    {label}
                </Button>
            }
            .into_any()
        }
    }
}

/// Leads to the page of one contact's notifications; on a living page with the dialog, opens that instead.
#[component]
pub fn ChoiceLink(contact: ContactId, name: String, label: &'static str) -> impl IntoView {
    let href = paths::contact_notifications(use_account().acting, contact);
    let choosing = use_choosing();
    let open = move |event: MouseEvent| {
        let elsewhere = event.ctrl_key() || event.meta_key() || event.shift_key();
        if let (Some(choosing), false) = (choosing, elsewhere) {
            event.prevent_default();
            choosing.open(contact, name.clone());
        }
    };
    view! { <a class="notify-action" href=href on:click=open>{label}</a> }
}

/// Says that a choice was saved, where the address says so.
#[component]
pub fn ChosenNotice() -> impl IntoView {
    let query = use_query_map();
    let saved = Memo::new(move |_| query.with(|query| query.get("notified").is_some()));
    let text = &texts().notifications;
    view! {
        <div class="when-said" role="status">
            {move || saved.get().then(|| view! { <Banner tone=Tone::Good>{text.saved}</Banner> })}
        </div>
    }
}
