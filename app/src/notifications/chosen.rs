//! What a contact gets, in a cell of the list or on its page, with the way to choose (S3.18 to S3.20).

use domain::contact::{ContactRow, Notifications, Verdict};
use domain::id::ContactId;
use domain::status::ContactStatus;
use leptos::prelude::*;

use crate::contacts::address::leading_to;
use crate::request::{address, said};
use crate::shell::use_account;
use crate::text::texts;
use crate::ui::{Button, ButtonKind, ButtonType, SaidNotice};
use domain::paths;

/// The categories chosen, in red where nobody has chosen yet; and the action beside it.
#[component]
pub fn Chosen(
    /// Whose.
    row: ContactRow,
) -> impl IntoView {
    let (text, words) = (&texts().notifications, &texts().rights.categories);
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
            let action = alive.then(|| view! { <ChoiceLink contact=row.id label=text.view /> });
            view! { <div class="notify">{names} {action}</div> }.into_any()
        }
    }
}

fn set(row: &ContactRow) -> AnyView {
    let label = texts().notifications.set;
    match &row.menu.choose {
        Verdict::Absent => ().into_any(),
        Verdict::Allowed => view! { <ChoiceLink contact=row.id label=label /> }.into_any(),
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

/// Leads to the page of one contact's notifications, and from there back to this one.
#[component]
pub fn ChoiceLink(contact: ContactId, label: &'static str) -> impl IntoView {
    let acting = use_account().acting;
    let page = paths::contact_notifications(acting, contact);
    let href = leading_to(acting, page, &address());
    view! {
        <a href=href data-dialog=true>
            {label}
        </a>
    }
}

/// Says that a choice was saved, where it was in the step before.
#[component]
pub fn ChosenNotice() -> impl IntoView {
    view! { <SaidNotice text=(said().text("done") == "notified").then(|| texts().notifications.saved) /> }
}
