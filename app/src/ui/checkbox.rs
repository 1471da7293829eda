//! A tick box that can say why it may not be used.

use leptos::prelude::*;

use super::OptionalText;
use super::control::{Look, described_by, field_id};

#[component]
pub fn Checkbox(
    /// The label, which is the accessible name.
    #[prop(into)]
    label: String,
    /// The name under which it is posted when ticked.
    #[prop(into)]
    name: String,
    #[prop(default = "true".to_owned(), into)] value: String,
    /// Its id; without one, made from name and value.
    #[prop(optional, into)]
    id: Option<String>,
    /// One line on what the tick means.
    #[prop(optional, into)]
    help: OptionalText,
    /// What the help goes on with for now: why it is ticked although it may be changed.
    #[prop(optional, into)]
    note: OptionalText,
    /// Whether it is ticked at first.
    #[prop(optional)]
    checked: bool,
    /// Why it may not be changed; nothing: it may.
    #[prop(optional, into)]
    disabled_reason: OptionalText,
    /// The id of a form elsewhere on the page.
    #[prop(optional, into)]
    form: Option<String>,
    /// Whether the label is shown.
    #[prop(optional)]
    look: Look,
    /// What stands after the label, such as a badge.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let id = id.unwrap_or_else(|| field_id(&format!("{name}[{value}]")));
    let (help, reason) = (help.0, disabled_reason.0);
    let off = reason.is_some();
    let bare = look == Look::Bare;
    let described = described_by(&id, [("help", help.is_some()), ("reason", off)]).filter(|_| !bare);
    let input = view! {
        <input
            type="checkbox"
            id=id.clone()
            name=name
            value=value
            form=form
            checked=checked
            disabled=off
            aria-label=bare.then(|| label.clone())
            aria-describedby=described
            title=reason.clone().or(help.clone()).filter(|_| bare)
        />
    };
    if bare {
        return input.into_any();
    }
    let help_id = format!("{id}-help");
    let reason_id = format!("{id}-reason");
    let note = note.0.map(|note| view! { <span data-note>{format!(" {note}")}</span> });
    view! {
        <div class="check" class:check-off=off>
            {input}
            <div class="check-text">
                <div class="check-top">
                    <label class="check-label" for=id>
                        {label}
                    </label>
                    {children.map(|children| children())}
                </div>
                {help.map(|text| view! { <p class="check-help" id=help_id>{text} {note}</p> })}
                {reason.map(|text| view! { <p class="check-reason" id=reason_id>{text}</p> })}
            </div>
        </div>
    }
    .into_any()
}
