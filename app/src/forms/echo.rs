//! The form that was posted, as it comes back with the page.

use super::again::{PasswordAgain, password_problem};
use crate::contacts::api::BulkCommandFn;
use crate::dns::api::{ImportZoneFn, ReviewZoneFn};
use crate::invitations::api::InvitationLinkFn;
use crate::people::api::{ForgotFn, ResetPasswordFn, SignInFn};
use crate::services::operations;
use crate::services::operations::api::{OrderPowerFn, ShowCredentialsFn};
use crate::text::texts;
use crate::ui::{Banner, Tone};
use crate::{accounts, asking, contacts, dns, invitations, ownership, people, profile, rights, ssh_keys};
use domain::error::PortalError;
use domain::ssh_key::is_private_key;
use leptos::prelude::*;
use leptos::server_fn::ServerFn;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// The forms that are single buttons, by feature: their failures are shown at the top of the page.
const BUTTONS: &[&[&str]] = &[
    people::api::BUTTONS,
    accounts::api::BUTTONS,
    contacts::api::BUTTONS,
    invitations::api::BUTTONS,
    rights::api::BUTTONS,
    ownership::api::BUTTONS,
    asking::api::BUTTONS,
    profile::api::BUTTONS,
    operations::api::BUTTONS,
    ssh_keys::api::BUTTONS,
    dns::api::BUTTONS,
];

/// The functions whose answer is shown on the page of their form, once, unless they lead elsewhere: it is kept nowhere,
/// and no address claims it.
pub const SHOWN: &[&str] = &[
    InvitationLinkFn::PATH,
    BulkCommandFn::PATH,
    ShowCredentialsFn::PATH,
    OrderPowerFn::PATH,
    ReviewZoneFn::PATH,
    ImportZoneFn::PATH,
];

/// The functions that act for nobody who is signed in: it does not matter for whom the page of their form was made.
pub const NOBODYS: &[&str] = &[SignInFn::PATH, ForgotFn::PATH, ResetPasswordFn::PATH];

/// What came of a form that its own page is shown again for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FormOutcome {
    /// Why it failed. `SignInRequired` also after signing in again: the form is refilled and waits.
    Failed(PortalError),
    /// What it answered, as JSON ([`SHOWN`]).
    Answered(String),
}

/// A form that was posted, as it comes back.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FormEcho {
    /// The path of the server function, `/fn/contacts/save` say.
    pub form: String,
    /// Names and values as they were posted. Never passwords.
    pub fields: Vec<(String, String)>,
    /// What came of it.
    pub outcome: FormOutcome,
}

impl FormEcho {
    /// Nothing of the form of somebody else than whoever is signed in: only that it was not carried out. INVARIANT: what one
    /// person typed is not shown to another (SECURITY T12).
    pub const fn of_somebody_else() -> Self {
        Self { form: String::new(), fields: Vec::new(), outcome: FormOutcome::Failed(PortalError::SomebodyElse) }
    }

    /// Whether it says that.
    pub fn is_somebody_elses(&self) -> bool {
        self.error() == Some(&PortalError::SomebodyElse)
    }

    /// The first value posted under `name`.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(given, _)| given == name).map(|(_, value)| value.as_str())
    }

    /// Why it failed.
    pub fn error(&self) -> Option<&PortalError> {
        match &self.outcome {
            FormOutcome::Failed(error) => Some(error),
            FormOutcome::Answered(_) => None,
        }
    }

    /// What it answered.
    pub fn answer<T: DeserializeOwned>(&self) -> Option<T> {
        match &self.outcome {
            FormOutcome::Failed(_) => None,
            FormOutcome::Answered(answer) => serde_json::from_str(answer).ok(),
        }
    }

    /// Whether a box with this name and value was ticked.
    pub fn ticked(&self, name: &str, value: &str) -> bool {
        self.fields.iter().any(|(given, posted)| given == name && posted == value)
    }
}

/// Names of inputs that hold secrets have one of these in them.
const SECRET: [&str; 5] = ["password", "again", "current", "token", "secret"];

/// Whether an input of this name with this value holds a secret, which is never shown again: by its name, or because a
/// private key was pasted into it.
pub fn holds_secret(name: &str, value: &str) -> bool {
    let name = name.to_ascii_lowercase();
    SECRET.iter().any(|secret| name.contains(secret)) || is_private_key(value)
}

/// The form that comes back with this page, whichever it is: a context value of the server.
pub fn any_echo() -> Option<FormEcho> {
    use_context()
}

/// What went wrong with a button whose form the browser posted, or with a form of somebody else, or the password that a
/// step wants. Once per page, above its content.
#[component]
pub fn EchoNotice() -> impl IntoView {
    let is_button = |echo: &FormEcho| BUTTONS.iter().any(|paths| paths.contains(&echo.form.as_str()));
    let echo = any_echo().filter(|echo| echo.is_somebody_elses() || is_button(echo))?;
    let error = echo.error()?;
    Some(match password_problem(error) {
        Some(problem) => view! {
            <div class="shell-notice" data-key="password-again" data-once>
                <PasswordAgain echo=echo problem=problem />
            </div>
        }
        .into_any(),
        None => {
            let text = texts().failure(error);
            let toast = text.clone();
            view! {
                <div class="shell-notice" role="alert" data-toast=toast data-tone=Tone::Bad.key()>
                    <Banner tone=Tone::Bad>{text}</Banner>
                </div>
            }
            .into_any()
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_echo_knows_its_ticks() {
        let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
        let echo = FormEcho {
            form: "/fn/contacts/save".to_owned(),
            fields: vec![pair("change[email]", "a@b.example"), pair("change[privileges][]", "billing.view")],
            outcome: FormOutcome::Failed(PortalError::Malformed),
        };
        assert_eq!(echo.value("change[email]"), Some("a@b.example"));
        assert!(echo.ticked("change[privileges][]", "billing.view"));
        assert!(!echo.ticked("change[privileges][]", "billing.pay"));
    }
}
