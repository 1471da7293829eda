//! What a contact gets, in a cell of the list and on its page, with the way to choose (S3.18 to S3.20).

use domain::category::Category;
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

/// On a contact's page: the categories chosen, in red where nobody has chosen yet; and the action beside it.
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

/// The same in a cell of the list, in a line: how many categories were chosen, or in red that nobody has chosen. The words
/// of the contract are what the link beside it is called.
pub fn chosen_cell(row: &ContactRow) -> AnyView {
    let text = &texts().notifications;
    let alive = row.status != ContactStatus::Deleted;
    match &row.notifications {
        Notifications::NotSet => {
            let action = alive.then(|| set_in_a_word(row));
            // Red, by the style of the list: fifty rows have no class for it.
            view! { <b>{text.setup}</b> " " {action} }.into_any()
        }
        Notifications::Chosen(chosen) => {
            let mails = text.some_of(chosen.len(), Category::ALL.len());
            let names = chosen.iter().map(|category| texts().rights.categories.name(*category)).collect::<Vec<_>>();
            let which = (!names.is_empty()).then(|| names.join(", "));
            let action = alive.then(|| {
                view! { <ChoiceWord contact=row.id name=text.view word=text.view_short which=which /> }
            });
            view! { {mails} " " {action} }.into_any()
        }
    }
}

fn set_in_a_word(row: &ContactRow) -> AnyView {
    let text = &texts().notifications;
    match &row.menu.choose {
        Verdict::Absent => ().into_any(),
        Verdict::Allowed => {
            view! { <ChoiceWord contact=row.id name=text.set word=text.set_short which=None /> }.into_any()
        }
        Verdict::Refused(why) => {
            let reason = texts().rights.denied(why);
            view! {
                <button type="button" class="link" aria-disabled="true" aria-label=text.set title=reason>
                    {text.set_short}
                </button>
            }
            .into_any()
        }
    }
}

#[component]
fn ChoiceWord(
    contact: ContactId,
    name: &'static str,
    word: &'static str,
    /// Which mails were chosen (S3.18).
    which: Option<String>,
) -> impl IntoView {
    view! {
        <a href=choice_address(contact) aria-label=name title=which data-dialog=true>
            {word}
        </a>
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
    view! {
        <a href=choice_address(contact) data-dialog=true>
            {label}
        </a>
    }
}

fn choice_address(contact: ContactId) -> String {
    let acting = use_account().acting;
    leading_to(acting, paths::contact_notifications(acting, contact), &address())
}

/// Says that a choice was saved, where it was in the step before.
#[component]
pub fn ChosenNotice() -> impl IntoView {
    view! { <SaidNotice text=(said().text("done") == "notified").then(|| texts().notifications.saved) /> }
}
