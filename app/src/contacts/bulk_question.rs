//! The question before many are deleted, in place of the list, when the address asks it: for plain forms, what the
//! dialog is on a living page.

use domain::contact::{ContactQuery, ContactRow, Move};
use domain::id::SubmissionId;
use domain::list::Page;
use domain::ports::Acting;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::address::{self, Picked};
use super::api::MoveContactsFn;
use super::bulk::{counted, filter_inputs};
use super::post_form::{MoveInputs, PostForm};
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
    let (count, names, inputs) = match picked {
        Picked::Everybody => {
            let everything = view! { <input type="hidden" name="change[everything]" value="true" /> };
            (counted(page.total), Vec::new(), (everything, filter_inputs(&query)).into_any())
        }
        Picked::These(ids) => {
            let named = page.rows.into_iter().filter(|row| ids.contains(&row.id)).map(|row| row.name);
            let input =
                |id: &_| view! { <input type="hidden" name="change[contacts][]" value=ToString::to_string(id) /> };
            (ids.len().to_string(), named.collect::<Vec<_>>(), ids.iter().map(input).collect::<Vec<_>>().into_any())
        }
    };
    let names = names.into_iter().map(|name| view! { <li>{name}</li> }).collect::<Vec<_>>();
    view! {
        <Panel title=(text.bulk_title)(Move::Delete, &count)>
            <OfAccount />
            <p>{(text.bulk_delete_text)(provider().restore_days)}</p>
            <ul>{names}</ul>
            <div class="form-actions">
                <PostForm path=MoveContactsFn::PATH acting=acting>
                    <MoveInputs submission=submission to=Move::Delete />
                    {inputs}
                    <Button kind=ButtonKind::Danger icon=Icon::Trash>
                        {text.delete}
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
