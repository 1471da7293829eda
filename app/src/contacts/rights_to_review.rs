//! What is about to be given, in words: the form says which rights it showed, and nothing else is given.

use domain::contact::AccessSummary;
use domain::rights_form::REVIEWED_FIELD;
use leptos::prelude::*;

use super::boxes::Boxes;
use super::rights_in_words::RightsInWords;
use crate::text::texts;
use crate::ui::{Badge, Definition, Definitions, Icon, Tone};

#[component]
pub fn RightsToReview(boxes: Boxes) -> impl IntoView {
    let text = texts();
    let (rights, ground) = (boxes.draft().rights(), boxes.draft().ground());
    let summary = text.rights.access(&AccessSummary::of(rights, &ground.templates));
    let (fingerprint, services) = (rights.fingerprint(), ground.services.clone());
    view! {
        <div class="stack" id="rights-review">
            <RightsInWords rights=rights.clone() services=services summary=summary />
        </div>
        <input type="hidden" name=REVIEWED_FIELD value=fingerprint />
        // What the program draws it of when something is clicked.
        <template data-template="rights-none">
            <p class="muted">{text.contacts.page.no_rights}</p>
        </template>
        <template data-template="rights-from">
            <p class="rights-from"></p>
        </template>
        <template data-template="rights-given">
            <Definitions>
                <Definition term="">
                    <ul class="rights">
                        <li>
                            <Badge tone=Tone::Warn icon=Icon::Shield>
                                {text.contacts.privileges.sensitive}
                            </Badge>
                        </li>
                    </ul>
                </Definition>
            </Definitions>
        </template>
    }
}
