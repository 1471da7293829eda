//! What the program `rights` needs of a form with boxes: what the form was opened with, the sentences that it may have to
//! say, and the markup that it copies.

use domain::rights_form::{Level, Sentence};
use leptos::prelude::*;

use super::boxes::{Boxes, wordings};
use crate::request::caller;
use crate::text::texts;

/// Another one with every rendering, whatever else of the page stays: the program then begins anew.
#[component]
pub fn RightsProgram(boxes: Boxes) -> impl IntoView {
    let text = &texts().contacts.privileges;
    let ground = boxes.draft().ground().clone().for_program().write();
    let rendering = caller().map(|caller| caller.request.to_string()).unwrap_or_default();
    let sentences = Sentence::ALL.iter().flat_map(|which| {
        let say = |wording: texts::Wording| {
            let when = Some(wording.when).filter(|when| !when.is_empty());
            view! { <template data-say=which.key() data-when=when>{wording.text}</template> }
        };
        wordings(*which).into_iter().map(say).collect::<Vec<_>>()
    });
    let levels = Level::ALL.map(|level| {
        view! {
            <label>
                <input type="radio" form="-" value=level.key() />
                {text.level(level)}
            </label>
        }
    });
    view! {
        <div hidden data-program="rights" data-key=rendering>
            <template data-ground>{ground}</template>
            {sentences.collect::<Vec<_>>()}
            // Belongs to no form: what it picks is posted by the boxes.
            <template data-template="row-levels">
                <span class="levels" role="radiogroup">
                    {levels.into_iter().collect::<Vec<_>>()}
                </span>
            </template>
        </div>
    }
}
