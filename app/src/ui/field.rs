//! One line of text, and passwords.
//!
//! `required` is said with `aria-required` only: the browser's own bubble would keep the form from being sent, and with it
//! the server's message at the field, in the person's language, for every field at once.

use leptos::{ev::MouseEvent, html, prelude::*};

use super::control::{ControlFrame, described_by, field_id, keep_in_step};

/// What kind of text a field takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum FieldKind {
    #[default]
    Text,
    Email,
    Search,
    Tel,
    Url,
    Number,
    Date,
    Time,
    DateTime,
}

impl FieldKind {
    const fn key(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Email => "email",
            Self::Search => "search",
            Self::Tel => "tel",
            Self::Url => "url",
            Self::Number => "number",
            Self::Date => "date",
            Self::Time => "time",
            Self::DateTime => "datetime-local",
        }
    }
}

/// One line of text with label, help and problem.
#[component]
pub fn Field(
    /// The label, which is the accessible name.
    #[prop(into)]
    label: String,
    /// The name under which it is posted.
    #[prop(into)]
    name: String,
    /// Its id; without one, made from the name.
    #[prop(optional, into)]
    id: Option<String>,
    /// What kind of text.
    #[prop(optional)]
    kind: FieldKind,
    /// What it holds at first; later changes are written into it.
    #[prop(optional, into)]
    value: MaybeProp<String>,
    /// What is wrong with the value.
    #[prop(optional, into)]
    problem: MaybeProp<String>,
    /// What belongs into the field.
    #[prop(optional, into)]
    help: MaybeProp<String>,
    /// A word at the right of the label, such as "Optional".
    #[prop(optional, into)]
    mark: Option<String>,
    /// Why it may not be changed; it is read-only then and still posted.
    #[prop(optional, into)]
    disabled_reason: MaybeProp<String>,
    /// It must be filled in.
    #[prop(optional)]
    required: bool,
    /// The page opens with the focus here. A field with a problem has it anyway, the first one wins.
    #[prop(optional)]
    autofocus: bool,
    /// What the browser may fill in.
    #[prop(optional, into)]
    autocomplete: Option<String>,
    /// The longest text, in UTF-16 units.
    #[prop(optional, into)]
    maxlength: Option<u32>,
    /// An example, never the label.
    #[prop(optional, into)]
    placeholder: Option<String>,
    /// Which on-screen keyboard.
    #[prop(optional, into)]
    inputmode: Option<String>,
    /// The id of a form elsewhere on the page.
    #[prop(optional, into)]
    form: Option<String>,
    /// Runs with the text at every change.
    #[prop(optional, into)]
    on_input: Option<Callback<String>>,
) -> impl IntoView {
    let id = id.unwrap_or_else(|| field_id(&name));
    let node = NodeRef::<html::Input>::new();
    let initial = value.get_untracked().unwrap_or_default();
    keep_in_step(node, initial.clone(), value, on_input);
    let explanation = Signal::derive(move || disabled_reason.get().or_else(|| help.get()));
    let described = described_by(&id, problem, explanation.into());
    let autofocus = autofocus || problem.get_untracked().is_some();
    view! {
        <ControlFrame id=id.clone() label=label mark=mark problem=problem help=explanation.into()>
            <input
                node_ref=node
                class="input"
                id=id
                name=name
                type=kind.key()
                value=initial
                autofocus=autofocus
                autocomplete=autocomplete
                maxlength=maxlength.map(|length| length.to_string())
                placeholder=placeholder
                inputmode=inputmode
                form=form
                readonly=move || disabled_reason.get().is_some()
                aria-required=required.then_some("true")
                aria-invalid=move || problem.get().map(|_| "true")
                aria-describedby=move || described.get()
                on:input=move |event| {
                    if let Some(on_input) = on_input {
                        on_input.run(event_target_value(&event));
                    }
                }
            />
        </ControlFrame>
    }
}

/// A password, with a button that shows and hides it once the page is alive.
///
/// It never has a value at first: passwords are not sent back to the browser.
#[component]
pub fn PasswordField(
    /// The label, which is the accessible name.
    #[prop(into)]
    label: String,
    /// The name under which it is posted.
    #[prop(into)]
    name: String,
    /// The button's text while the password is hidden. It must not hold the field's label, or looking up by label finds both.
    #[prop(into)]
    show_label: String,
    /// The button's text while the password is shown.
    #[prop(into)]
    hide_label: String,
    /// Its id; without one, made from the name.
    #[prop(optional, into)]
    id: Option<String>,
    /// What is wrong with the value.
    #[prop(optional, into)]
    problem: MaybeProp<String>,
    /// What belongs into the field.
    #[prop(optional, into)]
    help: MaybeProp<String>,
    /// A word at the right of the label, such as "Optional".
    #[prop(optional, into)]
    mark: Option<String>,
    /// It must be filled in.
    #[prop(optional)]
    required: bool,
    /// The page opens with the focus here.
    #[prop(optional)]
    autofocus: bool,
    /// `current-password` or `new-password`.
    #[prop(optional, into)]
    autocomplete: Option<String>,
    /// The longest text, in UTF-16 units.
    #[prop(optional, into)]
    maxlength: Option<u32>,
    /// Runs with the text at every change.
    #[prop(optional, into)]
    on_input: Option<Callback<String>>,
) -> impl IntoView {
    let id = id.unwrap_or_else(|| field_id(&name));
    let node = NodeRef::<html::Input>::new();
    keep_in_step(node, String::new(), MaybeProp::default(), on_input);
    let described = described_by(&id, problem, help);
    let autofocus = autofocus || problem.get_untracked().is_some();
    let shown = RwSignal::new(false);
    let alive = RwSignal::new(false);
    Effect::new(move |_| alive.set(true));
    view! {
        <ControlFrame id=id.clone() label=label mark=mark problem=problem help=help>
            <div class="password">
                <input
                    node_ref=node
                    class="input"
                    id=id.clone()
                    name=name
                    type=move || if shown.get() { "text" } else { "password" }
                    autofocus=autofocus
                    autocomplete=autocomplete
                    autocapitalize="none"
                    spellcheck="false"
                    maxlength=maxlength.map(|length| length.to_string())
                    aria-required=required.then_some("true")
                    aria-invalid=move || problem.get().map(|_| "true")
                    aria-describedby=move || described.get()
                    on:input=move |event| {
                        if let Some(on_input) = on_input {
                            on_input.run(event_target_value(&event));
                        }
                    }
                />
                <button
                    type="button"
                    class="password-toggle"
                    hidden=move || !alive.get()
                    aria-controls=id
                    aria-pressed=move || shown.get().to_string()
                    on:click=move |_: MouseEvent| shown.update(|shown| *shown = !*shown)
                >
                    {move || if shown.get() { hide_label.clone() } else { show_label.clone() }}
                </button>
            </div>
        </ControlFrame>
    }
}
