//! The services that a search found, for the program: it adds the row of the one that is chosen.

use super::boxes::Boxes;
use super::services_matrix::MatrixRow;
use crate::text::texts;
use domain::rights_form::{Ground, Row};
use domain::service::FoundServices;
use leptos::prelude::*;

#[component]
pub fn ServicesFound(
    answer: FoundServices,
    /// What a form would be opened with that has a row for each.
    ground: Ground,
) -> impl IntoView {
    let text = &texts().contacts.privileges;
    let said = text.found(&answer);
    let told = ground.clone().for_program().write();
    let boxes = Boxes::fresh(ground);
    let found = answer
        .found
        .into_iter()
        .map(|found| {
            let (id, name) = (found.service.id, found.service.name.unwrap_or_default());
            view! {
                <li>
                    <button type="button" class="button button-quiet" data-service=id.to_string()>
                        {name.clone()}
                    </button>
                    <span class="muted">{found.product}</span>
                    <template>
                        <MatrixRow boxes=boxes.clone() row=Row::One(id) name=name says_shown=true />
                    </template>
                </li>
            }
        })
        .collect::<Vec<_>>();
    view! {
        <div data-part="services">
            <p role="status">{said}</p>
            <ul class="service-hits">{found}</ul>
            <template data-ground>{told}</template>
        </div>
    }
}
