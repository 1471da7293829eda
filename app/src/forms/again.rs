//! The password once more: what a form wants whose step takes it, when it was not given lately. The form comes back
//! with this in place of a notice, and is sent again as it was, with the password.

use super::{FormEcho, ReturnTo};
use crate::contacts::api::ViewAsFn;
use crate::shell::mark_of;
use crate::text::texts;
use crate::ui::{Button, ButtonKind, Panel, PasswordField};
use domain::error::PortalError;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;

/// The field of commands that holds the present password.
const FIELD: &str = "current";

/// What is wrong with the password of a form that came back, if that is all that is wrong.
pub(super) fn password_problem(error: &PortalError) -> Option<String> {
    let PortalError::Invalid { fields } = error else { return None };
    match &fields[..] {
        [problem] if problem.field == FIELD => Some(texts().field_problem(FIELD, &problem.problem)),
        _ => None,
    }
}

/// What a step that takes the password again is called, as on its button.
fn step(echo: &FormEcho) -> Option<&'static str> {
    let text = texts();
    match (echo.form.as_str(), echo.value("change[to]")) {
        ("/fn/contacts/view_as", _) => Some(text.contacts.commands.view_as),
        ("/fn/rules/set_hand_out", _) => Some(text.roles.hand_out),
        ("/fn/ownership/change_owner", Some("appoint")) => Some(text.ownership.appoint),
        ("/fn/ownership/change_owner", Some("dismiss")) => Some(text.ownership.dismiss_yes),
        ("/fn/ownership/move_transfer", Some("accept")) => Some(text.ownership.accept),
        ("/fn/ownership/move_transfer", Some("undo")) => Some(text.ownership.undo),
        _ => None,
    }
}

#[component]
pub(super) fn PasswordAgain(
    /// The form that came back.
    echo: FormEcho,
    /// What is wrong with its password.
    problem: String,
) -> impl IntoView {
    let text = &texts().people;
    // The password is for this step and for no other, whatever is asked next at the same place.
    let about = mark_of(&(&echo.form, &echo.fields));
    // A view begins with a document of its own.
    let begins_view = echo.form == ViewAsFn::PATH;
    let step = step(&echo).map(|step| view! { <p>{text.password_again_step} ": " <strong>{step}</strong></p> });
    let fields = echo
        .fields
        .into_iter()
        .map(|(name, value)| view! { <input type="hidden" name=name value=value /> })
        .collect::<Vec<_>>();
    view! {
        <Panel title=text.password_again>
            {step}
            <p>{text.password_again_text}</p>
            <form
                method="post"
                action=echo.form
                class="form"
                novalidate=true
                data-load=begins_view
                data-key=about
                data-once
            >
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::forms::FormOutcome;

    #[test]
    fn the_password_is_asked_for_with_the_name_of_its_step() {
        let echo = |form: &str, to: &str| FormEcho {
            form: form.to_owned(),
            fields: vec![("change[to]".to_owned(), to.to_owned())],
            outcome: FormOutcome::Failed(PortalError::Malformed),
        };
        for (form, to, name) in [
            ("/fn/contacts/view_as", "", "Login as This Contact"),
            ("/fn/rules/set_hand_out", "", "Roles managers can assign"),
            ("/fn/ownership/change_owner", "appoint", "Add co-owner"),
            ("/fn/ownership/change_owner", "dismiss", "Remove as co-owner"),
            ("/fn/ownership/move_transfer", "accept", "Accept ownership"),
            ("/fn/ownership/move_transfer", "undo", "Undo transfer"),
        ] {
            assert_eq!(step(&echo(form, to)), Some(name), "{form} {to}");
        }
    }
}
