//! What can go wrong, in words.

use crate::text::texts_in;
use domain::error::PortalError;
use domain::person::Language;
use domain::problem::ContactProblem;
use domain::problem::InvitationProblem;
use domain::problem::PersonProblem;
use domain::problem::Problem;
use domain::problem::RequestProblem;
use domain::problem::TemplateProblem;

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
    taken_by: fn(&str) -> String,
    has_login: &'static str,
    guessable_password: &'static str,
    passwords_differ: &'static str,
    wrong_credentials: &'static str,
    wrong_password: &'static str,
    link_dead: &'static str,
    link_by_hand: &'static str,
    lookalike: fn(&str) -> String,
    not_offered: &'static str,
    no_such_operation: &'static str,
    template_filled_in: &'static str,
    bad_address: fn(&str) -> String,
    too_many_addresses: fn(usize) -> String,
    not_a_date: &'static str,
    in_the_past: &'static str,
    review_first: &'static str,
    invited_address: &'static str,
    invited_somebody_else: &'static str,
    invitation_lapsed: &'static str,
    already_member: &'static str,
    taken_name: &'static str,
    too_many_templates: fn(usize) -> String,
    form_too_old: &'static str,
    asker_inactive: &'static str,
    same_address: &'static str,
    other_person: &'static str,
    /// Nobody is signed in any more.
    pub sign_in_required: &'static str,
    password_change_required: &'static str,
    not_found: &'static str,
    conflict: &'static str,
    conflict_by: fn(&str) -> String,
    too_many: fn(u32) -> String,
    unavailable: &'static str,
    malformed: &'static str,
    internal: fn(&str) -> String,
}

impl ProblemsText {
    /// What is wrong with a field.
    pub fn field(&self, problem: &Problem) -> String {
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
            Problem::Contact(problem) => self.contact(problem),
            Problem::Invitation(problem) => self.invitation(problem),
            Problem::Template(problem) => self.template(problem),
            Problem::Request(RequestProblem::AskerInactive) => self.asker_inactive.to_owned(),
            Problem::Person(problem) => self.person(problem).to_owned(),
        }
    }

    fn contact(&self, problem: &ContactProblem) -> String {
        match problem {
            ContactProblem::TakenBy { contact: _, name } => (self.taken_by)(name),
            ContactProblem::HasLogin => self.has_login.to_owned(),
            ContactProblem::InvitedAddress => self.invited_address.to_owned(),
            ContactProblem::TemplateFilledIn => self.template_filled_in.to_owned(),
        }
    }

    fn invitation(&self, problem: &InvitationProblem) -> String {
        match problem {
            InvitationProblem::BadAddress { address } => (self.bad_address)(address),
            InvitationProblem::TooManyAddresses { max } => (self.too_many_addresses)(*max),
            InvitationProblem::ReviewFirst => self.review_first.to_owned(),
            InvitationProblem::LinkByHand => self.link_by_hand.to_owned(),
            InvitationProblem::InvitedSomebodyElse => self.invited_somebody_else.to_owned(),
            InvitationProblem::InvitationLapsed => self.invitation_lapsed.to_owned(),
            InvitationProblem::AlreadyMember => self.already_member.to_owned(),
        }
    }

    fn template(&self, problem: &TemplateProblem) -> String {
        match problem {
            TemplateProblem::TakenName => self.taken_name.to_owned(),
            TemplateProblem::TooManyTemplates { max } => (self.too_many_templates)(*max),
        }
    }

    const fn person(&self, problem: &PersonProblem) -> &'static str {
        match problem {
            PersonProblem::GuessablePassword => self.guessable_password,
            PersonProblem::PasswordsDiffer => self.passwords_differ,
            PersonProblem::WrongCredentials => self.wrong_credentials,
            PersonProblem::WrongPassword => self.wrong_password,
            PersonProblem::SameAddress => self.same_address,
            PersonProblem::OtherPerson => self.other_person,
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
            PortalError::Conflict { by: Some(by), .. } => (self.conflict_by)(&texts_in(self.language).lists.by(by)),
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
    taken_by: |name| format!("{name} already has this email address on this account."),
    has_login: "Somebody with this email address looks after their own login. If they were here before, restore them under Deleted; else invite them.",
    guessable_password: "This password is easy to guess. A few unrelated words make a good one.",
    passwords_differ: "The two passwords are not the same.",
    wrong_credentials: "Email address and password do not match. Check the address for typing errors; if the password may be the reason, use \u{201c}Forgot your password?\u{201d}.",
    wrong_password: "This is not your present password.",
    link_dead: "This link was used already, was replaced by a newer one or is too old. Ask for a new one.",
    lookalike: |address| {
        format!(
            "{address} has letters of another alphabet and reads like a different address. If it is meant so, tick the box below."
        )
    },
    link_by_hand: "This link was passed on by hand. Have it sent to the invited address first.",
    not_offered: "Please choose one of the values offered.",
    no_such_operation: "This service is no longer active or has no such operation. Please load the form again.",
    template_filled_in: "The ticks of the template are filled in. Please look at them and submit again.",
    bad_address: |address| format!("{address} is not an email address."),
    too_many_addresses: |max| format!("At most {max} addresses can be invited at once."),
    not_a_date: "This is not a date.",
    in_the_past: "This day is over already.",
    review_first: "Please look over what you are about to give, then send the invitation.",
    invited_address: "The invitation went to this address. To invite another one, cancel it and send a new invitation.",
    invited_somebody_else: "This invitation is for somebody else. Sign in as the invited person, or sign out.",
    invitation_lapsed: "This access can no longer be given. Ask whoever invited you to send a new invitation.",
    already_member: "You have access to this account already.",
    taken_name: "A template of this account has this name.",
    too_many_templates: |max| format!("An account can keep {max} templates. Delete one first."),
    asker_inactive: "This person cannot act on the account at present, so there is nothing to grant. Reactivate them first, or decline.",
    same_address: "This is your address already.",
    other_person: "This link was made for somebody else than who is signed in here. Nothing was changed.",
    form_too_old: "This form was opened too long ago. What you entered is still here: please submit it again.",
    sign_in_required: "Your session has ended. Sign in again to go on; what you entered here stays.",
    password_change_required: "Please choose a password of your own first.",
    not_found: "This does not exist, or it is not yours to see.",
    conflict: "Somebody else changed this meanwhile. Nothing was saved.",
    conflict_by: |name| format!("{name} changed this meanwhile. Nothing was saved."),
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
    taken_by: |name| format!("{name} hat diese E-Mail-Adresse in diesem Konto bereits."),
    has_login: "Wer diese E-Mail-Adresse hat, verwaltet den eigenen Zugang selbst. War die Person schon einmal hier, stellen Sie sie unter „Gelöscht“ wieder her; sonst laden Sie sie ein.",
    guessable_password: "Dieses Passwort ist leicht zu erraten. Einige Wörter ohne Zusammenhang ergeben ein gutes.",
    passwords_differ: "Die beiden Passwörter stimmen nicht überein.",
    wrong_credentials: "E-Mail-Adresse und Passwort passen nicht zusammen. Prüfen Sie die Adresse auf Tippfehler; liegt es am Passwort, hilft „Passwort vergessen?“.",
    wrong_password: "Das ist nicht Ihr derzeitiges Passwort.",
    link_dead: "Dieser Link wurde bereits benutzt, durch einen neueren ersetzt oder ist zu alt. Fordern Sie einen neuen an.",
    lookalike: |address| {
        format!(
            "{address} hat Buchstaben eines anderen Alphabets und liest sich wie eine andere Adresse. Wenn sie so gemeint ist, kreuzen Sie das Feld darunter an."
        )
    },
    link_by_hand: "Dieser Link wurde von Hand weitergegeben. Lassen Sie ihn zuerst an die eingeladene Adresse schicken.",
    not_offered: "Bitte wählen Sie einen der angebotenen Werte.",
    no_such_operation: "Dieser Dienst ist nicht mehr aktiv oder kennt diese Aktion nicht. Bitte laden Sie das Formular neu.",
    template_filled_in: "Die Häkchen der Vorlage sind eingetragen. Bitte sehen Sie sie durch und senden Sie erneut ab.",
    bad_address: |address| format!("{address} ist keine E-Mail-Adresse."),
    too_many_addresses: |max| format!("Höchstens {max} Adressen können auf einmal eingeladen werden."),
    not_a_date: "Das ist kein Datum.",
    in_the_past: "Dieser Tag ist schon vorbei.",
    review_first: "Bitte sehen Sie durch, was Sie geben, und senden Sie dann die Einladung.",
    invited_address: "Die Einladung ging an diese Adresse. Um eine andere einzuladen, ziehen Sie sie zurück und senden eine neue.",
    invited_somebody_else: "Diese Einladung ist für jemand anderen. Melden Sie sich als die eingeladene Person an oder melden Sie sich ab.",
    invitation_lapsed: "Dieser Zugriff kann nicht mehr gegeben werden. Bitten Sie, wer Sie eingeladen hat, um eine neue Einladung.",
    already_member: "Sie haben schon Zugriff auf dieses Konto.",
    taken_name: "Eine Vorlage dieses Kontos heißt schon so.",
    too_many_templates: |max| format!("Ein Konto kann {max} Vorlagen haben. Löschen Sie zuerst eine."),
    asker_inactive: "Diese Person kann im Konto derzeit nichts tun, also gibt es nichts zu bewilligen. Geben Sie sie zuerst wieder frei oder lehnen Sie ab.",
    same_address: "Das ist bereits Ihre Adresse.",
    other_person: "Dieser Link ist für jemand anderes als die hier angemeldete Person. Es wurde nichts geändert.",
    form_too_old: "Dieses Formular wurde vor zu langer Zeit geöffnet. Ihre Eingaben sind noch da: Bitte senden Sie es erneut ab.",
    sign_in_required: "Ihre Sitzung ist beendet. Melden Sie sich wieder an; Ihre Eingaben bleiben hier erhalten.",
    password_change_required: "Bitte wählen Sie zuerst ein eigenes Passwort.",
    not_found: "Das gibt es nicht, oder Sie dürfen es nicht sehen.",
    conflict: "Jemand anderes hat dies inzwischen geändert. Es wurde nichts gespeichert.",
    conflict_by: |name| format!("{name} hat dies inzwischen geändert. Es wurde nichts gespeichert."),
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
