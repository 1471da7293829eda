//! A form as it was posted, and what of it may be shown again.

use crate::local_path::LocalPath;
use app::forms::{FOR, FormEcho, FormOutcome, holds_secret, made_for};
use domain::id::PersonId;
use domain::paths;

/// The input that says which page the form stands on.
pub const RETURN_TO: &str = "return_to";

/// Names and values as they came.
#[derive(Debug)]
pub struct Form {
    /// All of them, in order.
    pub fields: Vec<(String, String)>,
    /// The page it stands on, when it says one of ours.
    pub return_to: Option<LocalPath>,
}

impl Form {
    /// Reads a body. What is not UTF-8 in it is replaced.
    pub fn parse(body: &[u8]) -> Self {
        let fields: Vec<(String, String)> = form_urlencoded::parse(body).into_owned().collect();
        let return_to = fields.iter().find(|(name, _)| name == RETURN_TO);
        // A file is no page: nothing could be shown on it again.
        let return_to =
            return_to.and_then(|(_, path)| LocalPath::parse(path)).filter(|path| !app::is_download(path.path()));
        Self { fields, return_to }
    }

    /// The value of one field.
    pub fn value(&self, name: &str) -> Option<&str> {
        self.fields.iter().find(|(given, _)| given == name).map(|(_, value)| value.as_str())
    }

    /// Whether it would act somewhere else than the page it stands on: on another account, or not in its view.
    pub fn strays(&self) -> bool {
        let page = self.return_to.as_ref().map(LocalPath::as_str).and_then(paths::acting_at);
        let (Some(page), Some(account)) = (page, self.value("acting[account]")) else { return false };
        let viewing = self.value("acting[viewing]").filter(|viewing| !viewing.is_empty());
        account != page.account.to_string() || viewing.map(str::to_owned) != page.viewing.map(|id| id.to_string())
    }

    /// Whether its page was made for this person, as far as it says for whom.
    pub fn is_for(&self, person: PersonId) -> bool {
        self.value(FOR).is_none_or(|given| given == made_for(person))
    }

    /// Whether a NUL stands in it: no text has one, and neither database takes it.
    pub fn holds_nul(&self) -> bool {
        self.fields.iter().any(|(name, value)| name.contains('\0') || value.contains('\0'))
    }

    /// The form to be shown again.
    pub fn echo(&self, path: &str, outcome: FormOutcome) -> FormEcho {
        let fields = self.fields.iter().filter(|(name, value)| may_be_shown(name, value)).cloned().collect();
        FormEcho { form: path.to_owned(), fields, outcome }
    }
}

/// Whether a field is the person's own text, neither a secret nor the page's.
pub fn may_be_shown(name: &str, value: &str) -> bool {
    !name.eq_ignore_ascii_case(RETURN_TO) && !name.eq_ignore_ascii_case(FOR) && !holds_secret(name, value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::error::PortalError;

    #[test]
    fn secrets_are_not_shown_again() {
        let body = "return_to=%2Fsign-in&for=3f1c2b4d5e6f&change%5Bemail%5D=a%40b.example&change%5Bpassword%5D=hunter2\
                    &change%5Bagain%5D=hunter2&change%5Bcurrent%5D=hunter2&change%5Btoken%5D=hunter2&PASSWORD=hunter2\
                    &change%5Bprivileges%5D%5B%5D=a&change%5Bprivileges%5D%5B%5D=b";
        let echo = Form::parse(body.as_bytes()).echo("/fn/people/sign_in", FormOutcome::Failed(PortalError::Malformed));
        assert!(!format!("{echo:?}").contains("hunter2"));
        assert_eq!(
            echo.fields.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>(),
            ["change[email]=a@b.example", "change[privileges][]=a", "change[privileges][]=b"]
        );
    }

    #[test]
    fn a_private_key_is_not_shown_again_wherever_it_was_pasted() {
        let key = "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXktdjEAAAAA\n-----END OPENSSH PRIVATE KEY-----";
        let mut form = form_urlencoded::Serializer::new(String::new());
        let body = form.append_pair("change[label]", "laptop").append_pair("change[key]", key).finish();
        let echo = Form::parse(body.as_bytes()).echo("/fn/ssh_keys/add", FormOutcome::Failed(PortalError::Malformed));
        assert_eq!(echo.fields, [("change[label]".to_owned(), "laptop".to_owned())]);
    }

    #[test]
    fn a_form_acts_where_its_page_does() {
        const ONE: &str = "0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e6f";
        const TWO: &str = "0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e70";
        let posted = |page: &str, acting: &[(&str, &str)]| {
            let mut form = form_urlencoded::Serializer::new(String::new());
            form.append_pair("return_to", page);
            for (name, value) in acting {
                form.append_pair(&format!("acting[{name}]"), value);
            }
            Form::parse(form.finish().as_bytes())
        };
        let strays = |page: &str, acting: &[(&str, &str)]| posted(page, acting).strays();
        let own = format!("/a/{ONE}/contacts?search=x");
        let view = format!("/a/{ONE}/as/{TWO}/contacts");
        assert!(!strays(&own, &[("account", ONE)]));
        assert!(!strays(&own, &[("account", ONE), ("viewing", "")]));
        assert!(!strays(&view, &[("account", ONE), ("viewing", TWO)]));
        assert!(!strays("/accounts", &[("account", ONE)]) && !strays(&own, &[]));
        assert!(strays(&own, &[("account", TWO)]));
        assert!(strays(&own, &[("account", ONE), ("viewing", TWO)]));
        assert!(strays(&view, &[("account", ONE)]));
        assert!(strays(&view, &[("account", ONE), ("viewing", ONE)]));
    }

    #[test]
    fn a_form_is_for_whom_its_page_was_made() {
        let person: PersonId = "0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e6f".parse().expect("an id");
        let is_for = |body: &str| Form::parse(body.as_bytes()).is_for(person);
        assert!(is_for("return_to=%2Fme&for=3f1c2b4d5e6f") && is_for("return_to=%2Fme"));
        // The first one counts.
        for other in ["for=", "for=3f1c2b4d5e70", "for=5e6f", "for=3f1c2b4d5e70&for=3f1c2b4d5e6f"] {
            assert!(!is_for(other), "{other}");
        }
    }

    #[test]
    fn only_own_pages_are_returned_to() {
        let page = |body: &str| Form::parse(body.as_bytes()).return_to.map(|path| path.as_str().to_owned());
        assert_eq!(page("return_to=%2Fa%3Fb%3Dc"), Some("/a?b=c".to_owned()));
        for other in ["", "return_to=", "return_to=https%3A%2F%2Fevil.example", "return_to=%2F%2Fevil.example"] {
            assert_eq!(page(other), None, "{other}");
        }
    }
}
