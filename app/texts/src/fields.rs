//! What forms call their fields.

use crate::Texts;

impl Texts {
    /// What forms call a field of a change; `None` for what has no single field.
    pub fn field(&self, name: &str) -> Option<&'static str> {
        match name {
            "first_name" => Some(self.contacts.first_name),
            "last_name" => Some(self.contacts.last_name),
            "email" | "emails" => Some(self.contacts.email_address),
            "ends_on" => Some(self.invitations.ends_on),
            "reason" => Some(self.invitations.reason),
            "name" => Some(self.roles.template_name),
            "phone" => Some(self.contacts.phone),
            "note" => Some(self.contacts.note),
            "language" => Some(self.profile.language_label),
            "time_zone" => Some(self.profile.time_zone),
            "word" => Some(self.asking.word),
            "current" => Some(self.people.current_password),
            "password" => Some(self.contacts.form.password),
            "again" => Some(self.people.again),
            _ => None,
        }
    }
}
