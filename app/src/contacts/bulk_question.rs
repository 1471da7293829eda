//! The question before something is done to many, in place of the list when the address asks it. Where the program
//! runs, the list stays and a dialog shows it.

use domain::acting::Acting;
use domain::contact::{ContactQuery, ContactRow, ContactVerb};
use domain::id::SubmissionId;
use domain::list::{Page, Total};
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

use super::address::{self, Picked, Question};
use super::api::{self, BulkCommandFn};
use super::bulk::{counted, everything_inputs};
use super::post_form::{CommandInputs, PostForm};
use super::table::pickable;
use super::whom::Whom;
use crate::accounts::OfAccount;
use crate::request::{FunctionError, provider};
use crate::text::texts;
use crate::ui::{Button, ButtonKind, Icon, LinkButton, Panel};

/// Whom a question is about, as it is told and as it is posted.
pub struct Asked {
    to: ContactVerb,
    picked: Picked,
    names: Vec<String>,
    total: Total,
}

impl Asked {
    /// Finds the names: of all that match, those on this page of the list.
    pub async fn read(acting: Acting, question: Question, page: &Page<ContactRow>) -> Result<Self, FunctionError> {
        let Question { to, picked } = question;
        let (names, total) = match &picked {
            Picked::Everybody => {
                let names = page.rows.iter().filter(|row| pickable(row)).map(|row| row.name.clone()).collect();
                (names, page.total)
            }
            Picked::These(ids) => {
                let names = api::names(acting, ids, &page.rows).await?;
                (names, Total::Exact(i64::try_from(ids.len()).unwrap_or(i64::MAX)))
            }
        };
        Ok(Self { to, picked, names, total })
    }
}

/// The question.
#[component]
pub fn BulkQuestion(
    /// The account and the view.
    acting: Acting,
    asked: Asked,
    /// What the list asks for.
    wanted: ContactQuery,
    /// The submission id of the page.
    submission: SubmissionId,
) -> impl IntoView {
    let text = &texts().contacts;
    let Asked { to, picked, names, total } = asked;
    let (label, icon, consequence) = if to == ContactVerb::Delete {
        (text.commands.delete, Icon::Trash, (text.bulk.delete_text)(provider().restore_days))
    } else {
        (text.commands.suspend, Icon::Pause, text.bulk.suspend_text.to_owned())
    };
    let (list, inputs) = (address::write(acting, &wanted), picked_inputs(&picked, &wanted));
    view! {
        <Panel title=(text.bulk.title)(to, &counted(total)) attr:data-question=true>
            <OfAccount />
            <Whom names=names total=total />
            <p>{consequence}</p>
            <div class="form-actions">
                <PostForm path=BulkCommandFn::PATH acting=acting return_to=Some(list.clone())>
                    <input type="hidden" name="ask" value="false" />
                    <CommandInputs submission=submission to=to />
                    {inputs}
                    <Button kind=ButtonKind::Danger icon=icon>
                        {label}
                    </Button>
                </PostForm>
                <LinkButton href=list attr:data-close=true>
                    {text.cancel}
                </LinkButton>
            </div>
        </Panel>
    }
}

fn picked_inputs(picked: &Picked, wanted: &ContactQuery) -> AnyView {
    match picked {
        Picked::Everybody => everything_inputs(wanted).into_any(),
        Picked::These(ids) => ids
            .iter()
            .map(|id| view! { <input type="hidden" name="change[contacts][]" value=id.to_string() /> })
            .collect::<Vec<_>>()
            .into_any(),
    }
}
