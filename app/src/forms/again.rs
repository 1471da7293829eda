//! The password once more: what a plain form wants whose step takes it, when it was not given lately. The form comes back
//! with this in place of a notice, and is sent again as it was, with the password.

use super::{FormEcho, ReturnTo};
use crate::text::texts;
use crate::ui::{Button, ButtonKind, Panel, PasswordField};
use domain::error::PortalError;
use leptos::prelude::*;

/// The field of commands that holds the present password.
const FIELD: &str = "current";

/// What is wrong with the password of a form that came back, if that is all that is wrong.
pub(super) fn password_problem(error: &PortalError) -> Option<String> {
    let PortalError::Invalid { fields } = error else { return None };
    match &fields[..] {
        [problem] if problem.field == FIELD => Some(texts().problems.field(&problem.problem)),
        _ => None,
    }
}

/// The question.
#[component]
pub(super) fn PasswordAgain(
    /// The form that came back.
    echo: FormEcho,
    /// What is wrong with its password.
    problem: String,
) -> impl IntoView {
    let text = &texts().people;
    let fields = echo
        .fields
        .into_iter()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value /> })
        .collect::<Vec<_>>();
    view! {
        <Panel title=text.password_again>
            <p>{text.password_again_text}</p>
            <form method="post" action=echo.form class="form" novalidate=true>
                <ReturnTo />
                {fields}
                <PasswordField
                    label=text.current_password
                    name=format!("change[{FIELD}]")
                    id="password-again"
                    show_label=text.show
                    hide_label=text.hide
                    problem=problem
                    autocomplete="current-password"
                    required=true
                />
                <div>
                    <Button kind=ButtonKind::Primary>{text.go_on}</Button>
                </div>
            </form>
        </Panel>
    }
}
