//! A point in time. The text is in the person's language and time zone, which the server knows.

use leptos::prelude::*;

/// A point in time.
#[component]
pub fn Moment(
    /// The instant in ISO 8601, with its zone.
    #[prop(into)]
    instant: String,
    /// How the person reads it.
    #[prop(into)]
    text: String,
) -> impl IntoView {
    view! { <time datetime=instant>{text}</time> }
}
