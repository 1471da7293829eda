//! What is sent.

use super::Inputs;
use crate::reference::GivenRights;
use domain::rights::Rights;

/// Names and values.
pub type Form = Vec<(String, String)>;

/// A new password that is accepted.
pub const NEW_PASSWORD: &str = "plumber orbit lantern moss";

pub fn field(name: &str, value: impl Into<String>) -> (String, String) {
    (name.to_owned(), value.into())
}

pub fn form<const N: usize>(fields: [(&str, &str); N]) -> Form {
    fields.into_iter().map(|(name, value)| field(name, value)).collect()
}

pub fn submission(inputs: &Inputs<'_>) -> (String, String) {
    field("change[submission]", format!("00000000-0000-7000-8000-{:012x}", inputs.number))
}

pub fn added(inputs: &Inputs<'_>, gift: GivenRights) -> Form {
    let mut form = form([("change[first_name]", "Nina"), ("change[last_name]", "New")]);
    form.push(submission(inputs));
    form.push(field("change[email]", format!("nina-{}@matrix.example", inputs.number)));
    form.extend(ticks(&gift.rights()));
    form
}

pub fn invited(inputs: &Inputs<'_>, gift: GivenRights) -> Form {
    let rights = gift.rights();
    let mut form = vec![submission(inputs), field("change[reviewed]", rights.fingerprint())];
    form.push(field("change[emails]", format!("ina-{}@matrix.example", inputs.number)));
    form.extend(ticks(&rights));
    form
}

pub fn edited(inputs: &Inputs<'_>, rights: fn(&Rights) -> Rights, password: &str) -> Form {
    let before = inputs.known.map(|known| known.rights.clone()).unwrap_or_default();
    let mut form = form([
        ("change[contact]", &inputs.contact),
        ("change[first_name]", "Edith"),
        ("change[last_name]", "Edited"),
        ("change[phone]", "+49 30 5550 111"),
        ("change[password]", password),
    ]);
    form.push(submission(inputs));
    form.push(field("change[version]", inputs.version.to_string()));
    form.extend(ticks(&rights(&before)));
    form
}

pub fn chosen(inputs: &Inputs<'_>, category: &str) -> Form {
    let mut form = form([("change[contact]", &inputs.contact), ("change[seen]", &inputs.seen)]);
    form.push(submission(inputs));
    // Another choice than the present one, whatever that is.
    if !inputs.seen.contains(category) {
        form.push(field("change[categories][]", category));
    }
    form
}

pub fn command(inputs: &Inputs<'_>, to: &str) -> Form {
    let mut form = form([("change[contact]", &inputs.contact), ("change[to]", to)]);
    form.push(submission(inputs));
    form
}

/// Answers the question before it, too.
pub fn bulk_command(inputs: &Inputs<'_>, to: &str) -> Form {
    let mut form = form([("change[contacts][]", &inputs.contact), ("change[to]", to), ("ask", "false")]);
    form.push(submission(inputs));
    form
}

pub fn decided(inputs: &Inputs<'_>, decision: &str) -> Form {
    let mut form = form([
        ("change[request]", &inputs.contact),
        ("change[decision]", decision),
        ("change[duration]", "seven_days"),
    ]);
    form.push(submission(inputs));
    form
}

fn ticks(rights: &Rights) -> Form {
    let mut ticks = Form::new();
    let template = rights.template.clone().unwrap_or_default();
    ticks.push(field("change[template]", template.clone()));
    ticks.push(field("change[applied]", template));
    ticks.extend(rights.roles.iter().map(|role| field("change[roles][]", role.key())));
    ticks.extend(rights.privileges.iter().map(|privilege| field("change[privileges][]", privilege.key())));
    ticks.extend(rights.all_services.iter().map(|operation| field("change[all_services][]", operation.key())));
    for (service, operations) in &rights.services {
        let name = format!("change[services][svc-{service}][]");
        ticks.extend(operations.iter().map(|operation| field(&name, operation.key())));
    }
    ticks
}
