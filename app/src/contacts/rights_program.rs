//! What the program `rights` needs of a form with boxes: what the form was opened with, the sentences that it may have to
//! say, and the markup that it copies.

use domain::rights_form::Sentence;
use leptos::prelude::*;

use super::boxes::{Boxes, sentence};
use crate::request::caller;
use crate::text::texts;
use crate::ui::{Icon, Tip};

/// What the contact will newly be able to do that calls for trust (S0.27); nothing while there is no such thing.
#[component]
pub fn SensitiveSummary(
    boxes: Boxes,
    /// The contact's name, where it has one.
    name: Option<String>,
) -> impl IntoView {
    let text = texts();
    let title = name.map_or_else(
        || text.contacts.privileges.newly_sensitive_unnamed.to_owned(),
        |name| text.contacts.privileges.newly_sensitive(&name),
    );
    let list = boxes.draft().newly_sensitive();
    let lines: Vec<String> = list.iter().map(|(right, place)| text.rights.right_at(*right, place)).collect();
    let said = (!lines.is_empty()).then(|| view! { <SensitiveTip title=title.clone() lines=lines /> });
    view! {
        <div class="when-said" id="rights-sensitive" aria-live="polite">{said}</div>
        <Program boxes=boxes title=title />
    }
}

#[component]
fn SensitiveTip(title: String, lines: Vec<String>) -> impl IntoView {
    let lines = lines.into_iter().map(|line| view! { <li>{line}</li> }).collect::<Vec<_>>();
    view! {
        <Tip icon=Icon::Shield title=title>
            <ul class="rights">{lines}</ul>
        </Tip>
    }
}

/// Another one with every rendering, whatever else of the page stays: the program then begins anew.
#[component]
fn Program(boxes: Boxes, title: String) -> impl IntoView {
    let ground = boxes.draft().ground().clone().for_program().write();
    let rendering = caller().map(|caller| caller.request.to_string()).unwrap_or_default();
    let sentences = Sentence::ALL
        .iter()
        .map(|which| view! { <template data-say=which.key()>{about_anything(*which)}</template> })
        .collect::<Vec<_>>();
    view! {
        <div hidden data-program="rights" data-key=rendering>
            <template data-ground>{ground}</template>
            {sentences}
            <template data-template="rights-sensitive">
                <SensitiveTip title=title lines=Vec::new() />
            </template>
        </div>
    }
}

/// A sentence with places for a name and a number.
fn about_anything(which: Sentence) -> String {
    // No sentence has this number by itself.
    const ANY: usize = 987_654_321;
    sentence(which, "{name}", ANY).replace(&ANY.to_string(), "{count}")
}
