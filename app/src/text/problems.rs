//! What can go wrong, in words. What only one family says is in its own file.

use crate::text::texts_in;
use domain::error::PortalError;
use domain::person::Language;
use domain::problem::Problem;

/// The words for problems with fields and for whole failures.
#[derive(Debug)]
pub struct ProblemsText {
    language: Language,
    /// Above the list of what is wrong with a form.
    pub summary: &'static str,
    /// On a form that was refilled after signing in again.
    pub signed_in_again: &'static str,
    required: &'static str,
    too_long: fn(usize) -> String,
    too_short: fn(usize) -> String,
    hidden_characters: &'static str,
    not_an_email: &'static str,
    not_a_phone_number: &'static str,
    link_dead: &'static str,
    lookalike: fn(&str) -> String,
    not_offered: &'static str,
    no_such_operation: &'static str,
    not_a_date: &'static str,
    in_the_past: &'static str,
    form_too_old: &'static str,
    /// Nobody is signed in any more.
    pub sign_in_required: &'static str,
    password_change_required: &'static str,
    not_found: &'static str,
    conflict: &'static str,
    conflict_by: fn(&str) -> String,
    somebody_else: &'static str,
    too_many: fn(u32) -> String,
    unavailable: &'static str,
    malformed: &'static str,
    internal: fn(&str) -> String,
}

impl ProblemsText {
    /// What is wrong with a field.
    pub fn field(&self, problem: &Problem) -> String {
        let texts = texts_in(self.language);
        match problem {
            Problem::Required => self.required.to_owned(),
            Problem::TooLong { max } => (self.too_long)(*max),
            Problem::TooShort { min } => (self.too_short)(*min),
            Problem::HiddenCharacters => self.hidden_characters.to_owned(),
            Problem::NotAnEmail => self.not_an_email.to_owned(),
            Problem::Lookalike { address } => (self.lookalike)(address),
            Problem::NotAPhoneNumber => self.not_a_phone_number.to_owned(),
            Problem::NotADate => self.not_a_date.to_owned(),
            Problem::InThePast => self.in_the_past.to_owned(),
            Problem::NotOffered => self.not_offered.to_owned(),
            Problem::NoSuchOperation => self.no_such_operation.to_owned(),
            Problem::LinkDead => self.link_dead.to_owned(),
            Problem::FormTooOld => self.form_too_old.to_owned(),
            Problem::Contact(problem) => (texts.contacts.problem)(problem),
            Problem::Invitation(problem) => (texts.invitations.problem)(problem),
            Problem::Template(problem) => (texts.roles.problem)(problem),
            Problem::Request(problem) => (texts.asking.problem)(problem).to_owned(),
            Problem::Person(problem) => (texts.people.problem)(problem).to_owned(),
        }
    }

    /// Why a request was not carried out, in one or two sentences.
    pub fn failure(&self, error: &PortalError) -> String {
        match error {
            PortalError::SignInRequired => self.sign_in_required.to_owned(),
            PortalError::PasswordChangeRequired => self.password_change_required.to_owned(),
            PortalError::NotFound => self.not_found.to_owned(),
            PortalError::Denied { why } => texts_in(self.language).rights.denied(why),
            PortalError::Invalid { fields } => {
                fields.iter().map(|problem| self.field(&problem.problem)).collect::<Vec<_>>().join(" ")
            }
            PortalError::Conflict { by: None, .. } => self.conflict.to_owned(),
            PortalError::Conflict { by: Some(by), .. } => {
                (self.conflict_by)(&texts_in(self.language).accounts.activity.by(by))
            }
            PortalError::SomebodyElse => self.somebody_else.to_owned(),
            PortalError::TooMany { retry_after } => (self.too_many)(*retry_after),
            PortalError::Unavailable => self.unavailable.to_owned(),
            PortalError::Malformed => self.malformed.to_owned(),
            PortalError::Internal { request_id } => (self.internal)(&request_id.to_string()),
        }
    }
}

pub const EN: ProblemsText = ProblemsText {
    language: Language::En,
    summary: "Please check what you entered",
    signed_in_again: "You are signed in again. Nothing has been sent yet: please check the form and send it. Passwords have to be entered again.",
    required: "This is needed.",
    too_long: |max| format!("This may have at most {max} characters."),
    too_short: |min| format!("This needs at least {min} characters."),
    hidden_characters: "This contains invisible or control characters.",
    not_an_email: "This is not an email address. It should look like name@example.com.",
    not_a_phone_number: "This is not a telephone number.",
    link_dead: "This link was used already, was replaced by a newer one or is too old. Ask for a new one.",
    lookalike: |address| {
        format!(
            "{address} has letters of another alphabet and reads like a different address. If it is meant so, tick the box below."
        )
    },
    not_offered: "Please choose one of the values offered.",
    no_such_operation: "This service is no longer active or has no such operation. Please load the form again.",
    not_a_date: "This is not a date.",
    in_the_past: "This day is over already.",
    form_too_old: "This form was opened too long ago. What you entered is still here: please submit it again.",
    sign_in_required: "Your session has ended. Sign in again to go on; what you entered here stays.",
    password_change_required: "Please choose a password of your own first.",
    not_found: "This does not exist, or it is not yours to see.",
    conflict: "Somebody else changed this meanwhile. Nothing was saved.",
    conflict_by: |name| format!("{name} changed this meanwhile. Nothing was saved."),
    somebody_else: "Somebody else is signed in in this browser now. Nothing was done.",
    too_many: |seconds| match seconds {
        0..=1 => "Too many attempts. Please try again in a second.".to_owned(),
        2..=90 => format!("Too many attempts. Please try again in {seconds} seconds."),
        91..=5400 => format!("Too many attempts. Please try again in {} minutes.", seconds.div_ceil(60)),
        _ => format!("Too many attempts. Please try again in {} hours.", seconds.div_ceil(3600)),
    },
    unavailable: "The portal is busy or cannot be reached right now. Nothing was changed: please try again in a moment.",
    malformed: "The portal could not read this request. Please load the page again.",
    internal: |id| {
        format!(
            "Something went wrong on our side. Nothing was changed. If it happens again, tell support this number: {id}"
        )
    },
};

pub const DE: ProblemsText = ProblemsText {
    language: Language::De,
    summary: "Bitte prüfen Sie Ihre Eingaben",
    signed_in_again: "Sie sind wieder angemeldet. Es wurde noch nichts gesendet: Bitte prüfen Sie das Formular und senden Sie es ab. Passwörter müssen Sie neu eingeben.",
    required: "Diese Angabe wird benötigt.",
    too_long: |max| format!("Höchstens {max} Zeichen sind möglich."),
    too_short: |min| format!("Mindestens {min} Zeichen sind nötig."),
    hidden_characters: "Die Eingabe enthält unsichtbare Zeichen oder Steuerzeichen.",
    not_an_email: "Das ist keine E-Mail-Adresse. Sie sollte aussehen wie name@example.com.",
    not_a_phone_number: "Das ist keine Telefonnummer.",
    link_dead: "Dieser Link wurde bereits benutzt, durch einen neueren ersetzt oder ist zu alt. Fordern Sie einen neuen an.",
    lookalike: |address| {
        format!(
            "{address} hat Buchstaben eines anderen Alphabets und liest sich wie eine andere Adresse. Wenn sie so gemeint ist, kreuzen Sie das Feld darunter an."
        )
    },
    not_offered: "Bitte wählen Sie einen der angebotenen Werte.",
    no_such_operation: "Dieser Dienst ist nicht mehr aktiv oder kennt diese Aktion nicht. Bitte laden Sie das Formular neu.",
    not_a_date: "Das ist kein Datum.",
    in_the_past: "Dieser Tag ist schon vorbei.",
    form_too_old: "Dieses Formular wurde vor zu langer Zeit geöffnet. Ihre Eingaben sind noch da: Bitte senden Sie es erneut ab.",
    sign_in_required: "Ihre Sitzung ist beendet. Melden Sie sich wieder an; Ihre Eingaben bleiben hier erhalten.",
    password_change_required: "Bitte wählen Sie zuerst ein eigenes Passwort.",
    not_found: "Das gibt es nicht, oder Sie dürfen es nicht sehen.",
    conflict: "Jemand anderes hat dies inzwischen geändert. Es wurde nichts gespeichert.",
    conflict_by: |name| format!("{name} hat dies inzwischen geändert. Es wurde nichts gespeichert."),
    somebody_else: "In diesem Browser ist jetzt jemand anderes angemeldet. Es wurde nichts ausgeführt.",
    too_many: |seconds| match seconds {
        0..=1 => "Zu viele Versuche. Bitte versuchen Sie es in einer Sekunde wieder.".to_owned(),
        2..=90 => format!("Zu viele Versuche. Bitte versuchen Sie es in {seconds} Sekunden wieder."),
        91..=5400 => format!("Zu viele Versuche. Bitte versuchen Sie es in {} Minuten wieder.", seconds.div_ceil(60)),
        _ => format!("Zu viele Versuche. Bitte versuchen Sie es in {} Stunden wieder.", seconds.div_ceil(3600)),
    },
    unavailable: "Das Portal ist ausgelastet oder gerade nicht erreichbar. Es wurde nichts geändert: Bitte versuchen Sie es gleich noch einmal.",
    malformed: "Das Portal konnte diese Anfrage nicht lesen. Bitte laden Sie die Seite neu.",
    internal: |id| {
        format!(
            "Bei uns ist ein Fehler aufgetreten. Es wurde nichts geändert. Nennen Sie dem Support bei Wiederholung diese Nummer: {id}"
        )
    },
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_language_says_what_it_is_given() {
        for text in [&EN, &DE] {
            assert!(text.field(&Problem::TooLong { max: 100 }).contains("100"));
            assert!(text.failure(&PortalError::TooMany { retry_after: 600 }).contains("10 "));
            for (wait, said) in [(0, " 0 "), (1, " 1 ")] {
                assert!(!text.failure(&PortalError::TooMany { retry_after: wait }).contains(said));
            }
            let id = "0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e6f";
            assert!(text.failure(&PortalError::Internal { request_id: id.parse().unwrap() }).contains(id));
        }
    }
}
