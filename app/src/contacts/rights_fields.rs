//! The one form of rights: what it begins with, the services, the areas. For people, invitations, templates and roles.

use leptos::prelude::*;

use super::boxes::Boxes;
use super::presets::Presets;
use super::privileges::Privileges;
use super::service_rows::ServiceRows;
use super::services_matrix::{Rows, ServicesMatrix};

/// What is given to somebody.
#[component]
pub fn RightsFields(
    boxes: Boxes,
    /// How services without a row get one; nothing: each has one.
    rows: Option<ServiceRows>,
) -> impl IntoView {
    view! {
        <Presets boxes=boxes.clone() />
        <ServicesMatrix boxes=boxes.clone() which=Rows::Each rows=rows />
        <Privileges boxes=boxes which=Rows::Each />
    }
}

/// What a template or a role holds.
#[component]
pub fn SetFields(boxes: Boxes) -> impl IntoView {
    view! {
        <ServicesMatrix boxes=boxes.clone() which=Rows::All rows=None />
        <Privileges boxes=boxes which=Rows::All />
    }
}
