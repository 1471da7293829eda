//! Forms for single steps: one button, or shared by the buttons of many rows, which name it.

use super::{ActingInputs, ReturnTo};
use domain::acting::Acting;
use leptos::prelude::*;

/// A form without fields to fill in. What goes wrong with it is said at the top of the page: its path must be in the
/// `BUTTONS` of its feature.
#[component]
pub fn PostForm(
    /// The path of the server function.
    path: &'static str,
    /// The account and the view, where it acts on an account.
    #[prop(optional)]
    acting: Option<Acting>,
    /// The id, for buttons that stand elsewhere.
    #[prop(optional, into)]
    id: Option<String>,
    #[prop(default = "form-button".to_owned(), into)] class: String,
    /// The page that it leads back to, where that is not the one it stands on.
    #[prop(optional_no_strip)]
    return_to: Option<String>,
    /// What it leads to is a document of its own: it begins or ends a session or a view.
    #[prop(optional)]
    load: bool,
    /// Hidden inputs and buttons.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    view! {
        <form method="post" action=path id=id class=class data-load=load>
            <ReturnTo page=return_to />
            {acting.map(|acting| view! { <ActingInputs acting=acting /> })}
            {children.map(|children| children())}
        </form>
    }
}
