//! Below the matrix where not every service has a row: a search for the others, and what is kept of them.

use super::service_rows::{FIND, FIND_ALWAYS, FIND_TYPED, SEARCH, ServiceRows};
use crate::text::texts;
use crate::ui::{Button, Field, FieldKind};
use leptos::prelude::*;

/// The longest that is searched, in UTF-16 units.
const LONGEST: u32 = 200;

#[component]
pub fn SearchServices(
    rows: ServiceRows,
    /// Nothing can be given here: nobody changes their own.
    is_fixed: bool,
) -> impl IntoView {
    let text = &texts().contacts.privileges;
    let kept = (rows.kept > 0).then(|| view! { <p class="muted">{text.kept(rows.kept)}</p> });
    let said = rows.said.map(|said| view! { <p role="status">{said}</p> });
    let search = (!is_fixed).then(|| {
        view! {
            <div class="service-search" data-services=rows.part>
                // Browsers press the first button of a form when somebody presses Enter: that saves, as ever, unless
                // something is typed here.
                <button
                    type="submit"
                    class="visually-hidden"
                    name=FIND
                    value=FIND_TYPED
                    tabindex="-1"
                    aria-hidden="true"
                ></button>
                <Field
                    label=text.search
                    name=SEARCH
                    kind=FieldKind::Search
                    help=text.search_help
                    autocomplete="off"
                    maxlength=LONGEST
                />
                <Button name=FIND value=FIND_ALWAYS formaction=format!("{}#change-services", rows.function)>
                    {text.find}
                </Button>
            </div>
        }
    });
    view! {
        {search}
        <div id="services-found">{said}</div>
        {kept}
    }
}
