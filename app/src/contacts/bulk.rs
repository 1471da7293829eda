//! The same for many: the bar for whom is picked.

use domain::acting::Acting;
use domain::contact::{BulkVerb, ContactFilter, ContactQuery};
use domain::id::SubmissionId;
use domain::list::Total;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::address;
use super::api::BulkCommandFn;
use crate::forms::{ActingInputs, ReturnTo};
use crate::text::texts;
use crate::ui::{Button, ButtonKind, ButtonType, Icon, IconButton, MenuButton, MenuLook, MenuSubmit};

/// The form that the boxes of the rows belong to.
pub const BULK_FORM: &str = "bulk";

/// The name of the inputs that hold ids.
pub const CONTACTS: &str = "change[contacts][]";

/// The name of what says what is done.
pub const TO: &str = "change[to]";

const EVERYTHING: &str = "change[everything]";

/// How many match, in words.
pub fn counted(total: Total) -> String {
    match total {
        Total::Exact(count) => count.to_string(),
        Total::Many => texts().contacts.bulk.many.to_owned(),
    }
}

/// The bar for whom is picked. With JavaScript it comes up over the foot of the window once somebody is; else it stands
/// below the table and posts the boxes ticked.
#[component]
pub fn BulkBar(
    /// The account and the view.
    acting: Acting,
    /// What the list asks for.
    wanted: ContactQuery,
    /// The submission id of the page.
    submission: SubmissionId,
    /// How many match the filter.
    total: Total,
    /// Whether it was just done to those picked before.
    done: bool,
) -> impl IntoView {
    let text = &texts().contacts;
    let more = [
        (BulkVerb::GiveRole, text.bulk.give_role, Icon::Shield),
        (BulkVerb::Notify, text.bulk.choose_mails, Icon::Bell),
        (BulkVerb::SetEnd, text.bulk.set_end, Icon::Calendar),
        (BulkVerb::Resend, text.bulk.resend, Icon::Mail),
    ];
    let more = more
        .map(|(to, label, icon)| view! { <MenuSubmit label=label icon=icon name=TO value=to.key() /> })
        .collect_view();
    view! {
        <form
            id=BULK_FORM
            class="bulk"
            method="post"
            action=BulkCommandFn::PATH
            aria-label=text.bulk.bar
            data-bulk=address::filtered_by(acting, &wanted.filter)
            data-dialog=true
            data-done=done
        >
            <ReturnTo />
            <ActingInputs acting=acting />
            <input type="hidden" name="change[submission]" value=submission.to_string() />
            {filter_inputs(&wanted.filter)}
            <p
                class="bulk-text"
                aria-live="polite"
                data-picked=true
                data-one=text.bulk.picked("1")
                data-many=text.bulk.picked("{count}")
            ></p>
            <PickAll label=text.bulk.pick_all(&counted(total)) />
            <Button name=TO value=BulkVerb::Suspend.key() icon=Icon::Pause>
                {text.commands.suspend}
            </Button>
            <Button kind=ButtonKind::Danger name=TO value=BulkVerb::Delete.key() icon=Icon::Trash>
                {text.commands.delete}
            </Button>
            <MenuButton label=text.bulk.more id="bulk-more" look=MenuLook::Text>
                {more}
            </MenuButton>
            <span class="bulk-unpick">
                <IconButton
                    label=text.bulk.unpick
                    icon=Icon::Close
                    button_type=ButtonType::Button
                    attr:data-unpick=true
                />
            </span>
        </form>
    }
}

/// The box for all that match: a `Checkbox` that the browser's program knows.
#[component]
fn PickAll(label: String) -> impl IntoView {
    let id = "contacts-pick-all";
    view! {
        <div class="check">
            <input type="checkbox" id=id name=EVERYTHING value="true" data-pick-all=true />
            <div class="check-text">
                <div class="check-top">
                    <label class="check-label" for=id>
                        {label}
                    </label>
                </div>
            </div>
        </div>
    }
}

/// All that match, and the filter that says who that is.
pub fn everything_inputs(filter: &ContactFilter) -> impl IntoView + use<> {
    view! {
        <input type="hidden" name=EVERYTHING value="true" />
        {filter_inputs(filter)}
    }
}

/// The filter, for "all that match".
fn filter_inputs(filter: &ContactFilter) -> impl IntoView + use<> {
    use domain::contact::AccessFilter;
    let access = filter.access.as_ref().map(|access| match access {
        AccessFilter::Role(role) => ("change[filter][access][role]", role.key().to_owned()),
        AccessFilter::Template(key) => ("change[filter][access][template]", key.clone()),
        AccessFilter::Owner => ("change[filter][access]", "owner".to_owned()),
        AccessFilter::Nothing => ("change[filter][access]", "nothing".to_owned()),
    });
    let status = filter.status.map(|status| ("change[filter][status]", status.key().to_owned()));
    let search = Some(("change[filter][search]", filter.search.clone()));
    [search, status, access]
        .into_iter()
        .flatten()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value /> })
        .collect::<Vec<_>>()
}
