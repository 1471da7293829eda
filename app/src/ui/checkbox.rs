//! A tick box that can say why it may not be used, and that a group is ticked in part.

use leptos::{html, prelude::*};

use super::control::{Look, field_id, is_hydrating};

/// A tick box. Its `checked` may depend on other boxes: it follows the signal, whatever was clicked.
///
/// A box that was ticked before the page was hydrated keeps its tick: the difference is reported to `on_change`.
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
    help: MaybeProp<String>,
    /// Whether it is ticked.
    #[prop(optional, into)]
    checked: Signal<bool>,
    /// Whether it stands for boxes of which only some are ticked.
    #[prop(optional, into)]
    indeterminate: Signal<bool>,
    /// Why it may not be changed; nothing: it may.
    #[prop(optional, into)]
    disabled_reason: MaybeProp<String>,
    /// Whether it posts nothing, although ticked: what it shows comes from somewhere else.
    #[prop(optional, into)]
    unnamed: Signal<bool>,
    /// The id of a form elsewhere on the page.
    #[prop(optional, into)]
    form: Option<String>,
    /// Whether the label is shown.
    #[prop(optional)]
    look: Look,
    /// Runs with the new state when it is clicked; it must change what `checked` says, or the click is taken back.
    #[prop(optional, into)]
    on_change: Option<Callback<bool>>,
    /// What stands after the label, such as a badge.
    #[prop(optional)]
    children: Option<Children>,
) -> impl IntoView {
    let id = id.unwrap_or_else(|| field_id(&format!("{name}[{value}]")));
    let node = NodeRef::<html::Input>::new();
    let initial = checked.get_untracked();
    follow(node, initial, checked, indeterminate, on_change);

    let bare = look == Look::Bare;
    let described = {
        let id = id.clone();
        move || {
            let help = help.get().map(|_| format!("{id}-help"));
            let reason = disabled_reason.get().map(|_| format!("{id}-reason"));
            let ids: Vec<String> = help.into_iter().chain(reason).collect();
            (!bare && !ids.is_empty()).then(|| ids.join(" "))
        }
    };
    let input = view! {
        <input
            node_ref=node
            type="checkbox"
            class="check-box"
            id=id.clone()
            name=move || if unnamed.get() { None } else { Some(name.clone()) }
            value=value
            form=form
            checked=initial
            disabled=move || disabled_reason.get().is_some()
            aria-label=bare.then(|| label.clone())
            aria-describedby=described
            title=move || if bare { disabled_reason.get().or_else(|| help.get()) } else { None }
            on:change=move |event| {
                if let Some(on_change) = on_change {
                    on_change.run(event_target_checked(&event));
                    put(node, checked.get_untracked(), indeterminate.get_untracked());
                }
            }
        />
    };
    if bare {
        return input.into_any();
    }
    let help_id = format!("{id}-help");
    let reason_id = format!("{id}-reason");
    view! {
        <div class="check" class:check-off=move || disabled_reason.get().is_some()>
            {input}
            <div class="check-text">
                <div class="check-top">
                    <label class="check-label" for=id>
                        {label}
                    </label>
                    {children.map(|children| children())}
                </div>
                {move || {
                    let id = help_id.clone();
                    help.get().map(|text| view! { <p class="check-help" id=id>{text}</p> })
                }}
                {move || {
                    let id = reason_id.clone();
                    disabled_reason
                        .get()
                        .map(|text| view! { <p class="check-reason" id=id>{text}</p> })
                }}
            </div>
        </div>
    }
    .into_any()
}

fn put(node: NodeRef<html::Input>, checked: bool, indeterminate: bool) {
    if let Some(input) = node.get_untracked() {
        input.set_checked(checked);
        input.set_indeterminate(indeterminate);
    }
}

/// Reports a click made before hydration once, and from then on makes the box show what the signals say. A box that is made
/// later shows what its own signals say from the beginning, whatever was ticked in its place before.
fn follow(
    node: NodeRef<html::Input>,
    rendered: bool,
    checked: Signal<bool>,
    indeterminate: Signal<bool>,
    on_change: Option<Callback<bool>>,
) {
    let hydrating = is_hydrating();
    Effect::new(move |before: Option<Option<bool>>| {
        let (wanted, partly) = (checked.get(), indeterminate.get());
        let input = node.get()?;
        let met = before.flatten();
        let held = input.checked();
        if hydrating && met.is_none() && held != rendered {
            if let Some(on_change) = on_change {
                on_change.run(held);
                input.set_checked(checked.get_untracked());
            }
        } else if met.is_none() || met != Some(wanted) {
            input.set_checked(wanted);
        }
        input.set_indeterminate(partly);
        Some(wanted)
    });
}
