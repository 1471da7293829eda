//! One line of text, and passwords.
//!
//! `required` is said with `aria-required` only: the browser's own bubble would keep the form from being sent, and with it
//! the server's message at the field, in the person's language, for every field at once.

use leptos::prelude::*;

use super::OptionalText;
use super::control::{ControlFrame, described_by, field_id};

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
    /// What it holds at first.
    #[prop(optional, into)]
    value: OptionalText,
    /// What is wrong with the value.
    #[prop(optional, into)]
    problem: OptionalText,
    /// What belongs into the field.
    #[prop(optional, into)]
    help: OptionalText,
    /// A word at the right of the label, such as "Optional".
    #[prop(optional, into)]
    mark: Option<String>,
    /// Why it may not be changed; it is read-only then and still posted.
    #[prop(optional, into)]
    disabled_reason: OptionalText,
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
) -> impl IntoView {
    let id = id.unwrap_or_else(|| field_id(&name));
    let (value, problem) = (value.0.unwrap_or_default(), problem.0);
    let fixed = disabled_reason.0.is_some();
    let help = disabled_reason.0.or(help.0);
    let wrong = problem.is_some();
    let described = described_by(&id, [("problem", wrong), ("help", help.is_some())]);
    view! {
        <ControlFrame id=id.clone() label=label mark=mark problem=problem help=help>
            <input
                class="input"
                id=id
                name=name
                type=kind.key()
                value=value
                autofocus=autofocus || wrong
                autocomplete=autocomplete
                maxlength=maxlength.map(|length| length.to_string())
                placeholder=placeholder
                inputmode=inputmode
                form=form
                readonly=fixed
                aria-required=required.then_some("true")
                aria-invalid=wrong.then_some("true")
                aria-describedby=described
            />
        </ControlFrame>
    }
}

/// A password, with a button that shows and hides it where programs run.
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
    problem: OptionalText,
    /// What belongs into the field.
    #[prop(optional, into)]
    help: OptionalText,
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
) -> impl IntoView {
    let id = id.unwrap_or_else(|| field_id(&name));
    let (problem, help) = (problem.0, help.0);
    let wrong = problem.is_some();
    let described = described_by(&id, [("problem", wrong), ("help", help.is_some())]);
    view! {
        <ControlFrame id=id.clone() label=label mark=mark problem=problem help=help>
            <div class="password">
                <input
                    class="input"
                    id=id.clone()
                    name=name
                    type="password"
                    autofocus=autofocus || wrong
                    autocomplete=autocomplete
                    autocapitalize="none"
                    spellcheck="false"
                    maxlength=maxlength.map(|length| length.to_string())
                    aria-required=required.then_some("true")
                    aria-invalid=wrong.then_some("true")
                    aria-describedby=described
                />
                <button
                    type="button"
                    class="password-toggle alive-only"
                    aria-controls=id
                    aria-pressed="false"
                    data-password
                    data-show=show_label
                    data-hide=hide_label
                >
                    {show_label.clone()}
                </button>
            </div>
        </ControlFrame>
    }
}
