//! The question before many are deleted, in place of the list, when the address asks it: for plain forms, what the
//! dialog is on a living page.

use domain::acting::Acting;
use domain::contact::{ContactQuery, ContactRow, ContactVerb};
use domain::id::SubmissionId;
use domain::list::{Page, Total};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::address::{self, Picked};
use super::api::BulkCommandFn;
use super::bulk::{counted, filter_inputs};
use super::post_form::{CommandInputs, PostForm};
use super::table::pickable;
use super::whom::Whom;
use crate::accounts::OfAccount;
use crate::request::provider;
use crate::text::texts;
use crate::ui::{Button, ButtonKind, Icon, Panel};

/// The question. Those picked are named as far as they stand on this page of the list.
#[component]
pub fn DeleteMany(
    /// The account and the view.
    acting: Acting,
    /// Whom it is about.
    picked: Picked,
    /// What the address asks for.
    query: ContactQuery,
    /// What the list would show.
    page: Page<ContactRow>,
    /// The submission id of the page.
    submission: SubmissionId,
) -> impl IntoView {
    let text = &texts().contacts;
    let (total, names, inputs) = match picked {
        Picked::Everybody => {
            let everything = view! { <input type="hidden" name="change[everything]" value="true" /> };
            let names = page.rows.iter().filter(|row| pickable(row)).map(|row| row.name.clone()).collect();
            (page.total, names, (everything, filter_inputs(&query)).into_any())
        }
        Picked::These(ids) => {
            let named = page.rows.into_iter().filter(|row| ids.contains(&row.id)).map(|row| row.name);
            let input =
                |id: &_| view! { <input type="hidden" name="change[contacts][]" value=ToString::to_string(id) /> };
            let total = Total::Exact(i64::try_from(ids.len()).unwrap_or(i64::MAX));
            (total, named.collect::<Vec<_>>(), ids.iter().map(input).collect::<Vec<_>>().into_any())
        }
    };
    view! {
        <Panel title=(text.bulk.title)(ContactVerb::Delete, &counted(total))>
            <OfAccount />
            <Whom names=Signal::stored(names) total=Signal::stored(total) />
            <p>{(text.bulk.delete_text)(provider().restore_days)}</p>
            <div class="form-actions">
                <PostForm path=BulkCommandFn::PATH acting=acting>
                    <CommandInputs submission=submission to=ContactVerb::Delete />
                    {inputs}
                    <Button kind=ButtonKind::Danger icon=Icon::Trash>
                        {text.commands.delete}
                    </Button>
                </PostForm>
                // The browser goes there itself: to the router it is the same list.
                <a class="button" href=address::write(acting, &query) rel="external">
                    {text.cancel}
                </a>
            </div>
        </Panel>
    }
}
