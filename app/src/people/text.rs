//! The words of sign-in, passwords, sessions and the chooser of accounts.

use domain::audit::PersonFactKind;
use domain::problem::PersonProblem;

/// The words of a person's own pages.
#[derive(Debug)]
pub struct PeopleText {
    /// Sign in: title and button.
    pub sign_in: &'static str,
    pub sign_in_lead: fn(&str) -> String,
    pub email: &'static str,
    pub password: &'static str,
    /// Shows a password.
    pub show: &'static str,
    pub hide: &'static str,
    pub forgot: &'static str,
    /// After a password was set with a link.
    pub reset_done: &'static str,
    /// On sign-in, while a form waits to be filled again.
    pub form_waits: &'static str,
    /// Before the support address.
    pub trouble: &'static str,
    /// Before the demo people.
    pub demo_people: &'static str,
    /// What forgot does.
    pub forgot_lead: &'static str,
    /// Its button.
    pub send_link: &'static str,
    /// What is said to everybody who asked for a link.
    pub link_sent: &'static str,
    /// The text below it.
    pub link_sent_text: &'static str,
    pub back_to_sign_in: &'static str,
    /// Setting a new password: title and button.
    pub set_password: &'static str,
    /// What it does to sessions.
    pub set_password_lead: &'static str,
    pub new_password: &'static str,
    /// What makes a good one.
    pub password_help: &'static str,
    /// The new password, once more.
    pub again: &'static str,
    /// The title for a link that does not work.
    pub link_dead: &'static str,
    /// What to do then.
    pub link_dead_text: &'static str,
    /// Changing one's password: heading and button.
    pub change_password: &'static str,
    /// What it does to other sessions.
    pub change_password_lead: &'static str,
    /// The present password.
    pub current_password: &'static str,
    /// The password is wanted once more: title.
    pub password_again: &'static str,
    /// Before the name of the step that wants it.
    pub password_again_step: &'static str,
    /// Why, and that nothing happened so far.
    pub password_again_text: &'static str,
    /// Goes on with what was to be done.
    pub go_on: &'static str,
    /// After it was changed.
    pub changed: &'static str,
    /// Why it must be changed.
    pub must_change: &'static str,
    /// One's own sessions: heading.
    pub sessions: &'static str,
    /// What they are.
    pub sessions_lead: &'static str,
    /// The session that is looking.
    pub this_session: &'static str,
    /// Ends a session.
    pub end: &'static str,
    /// The accessible name of that button.
    pub end_of: fn(&str) -> String,
    /// A session that told nothing of its browser.
    pub unknown_browser: &'static str,
    /// A browser and the system it runs on.
    pub browser_on: fn(&str, &str) -> String,
    /// When it began and was seen.
    pub began: &'static str,
    /// When it was last used.
    pub last_seen: &'static str,
    /// From where.
    pub from_address: &'static str,
    /// The chooser: title.
    pub choose_account: &'static str,
    pub choose_account_lead: &'static str,
    /// Nobody gave the person an account.
    pub no_accounts: &'static str,
    /// What to do then.
    pub no_accounts_text: &'static str,
    /// A role of somebody who holds nothing.
    pub no_rights: &'static str,
    /// What the log says of a fact.
    pub fact: fn(PersonFactKind) -> &'static str,
    /// What is wrong with what people typed of their own sign-in.
    pub problem: fn(&PersonProblem) -> &'static str,
}

pub const EN: PeopleText = PeopleText {
    sign_in: "Sign in",
    sign_in_lead: |brand| format!("to {brand}"),
    email: "Email address",
    password: "Password",
    show: "Show",
    hide: "Hide",
    forgot: "Forgot your password?",
    reset_done: "Sign in with your new password.",
    form_waits: "Your session has ended. Sign in, and your form is waiting as you filled it in; passwords have to be entered again.",
    trouble: "Trouble signing in?",
    demo_people: "Demonstration: sign in as ROLE@demo.example with the password portico-demo-password. Roles: owner, coowner, manager, technician, accountant, buyer, visitor, readonly, outsider.",
    forgot_lead: "We send you a link to set a new password.",
    send_link: "Send link",
    link_sent: "Look into your mail",
    link_sent_text: "If somebody signs in with this address, a link is on its way to it. It works once and only for a short time. Nothing there? Look into the spam folder, and check the address for typing errors.",
    back_to_sign_in: "Back to sign-in",
    set_password: "Set new password",
    set_password_lead: "All your sessions end; afterwards you sign in with the new password.",
    new_password: "New password",
    password_help: "Long beats complicated: a few unrelated words make a good one.",
    again: "Repeat new password",
    link_dead: "This link no longer works",
    link_dead_text: "It was used already, was replaced by a newer one or is too old. You can ask for a new one at any time.",
    change_password: "Change password",
    change_password_lead: "All your other sessions end.",
    current_password: "Present password",
    password_again: "Enter your password to continue",
    password_again_step: "Step",
    password_again_text: "You last entered it more than 15 minutes ago, and this step requires it. Nothing has been changed yet.",
    go_on: "Continue",
    changed: "Your password is changed. All your other sessions have ended.",
    must_change: "Your present password was set by somebody else. Choose one of your own; then you can go on.",
    sessions: "Sessions",
    sessions_lead: "Where you are signed in. End what you do not recognise, and change your password.",
    this_session: "This session",
    end: "End",
    end_of: |session| format!("End session: {session}"),
    unknown_browser: "Unknown browser",
    browser_on: |browser, system| format!("{browser} on {system}"),
    began: "Signed in",
    last_seen: "last used",
    from_address: "from",
    choose_account: "Accounts",
    choose_account_lead: "Choose the account you want to open.",
    no_accounts: "No account yet",
    no_accounts_text: "You can sign in, but no account is shared with you at present. Ask the person who sent you here to add you.",
    no_rights: "No rights yet",
    fact: |kind| match kind {
        PersonFactKind::SignedIn => "signed in",
        PersonFactKind::SignedOut => "signed out",
        PersonFactKind::SessionEnded => "ended a session",
        PersonFactKind::PasswordConfirmed => "entered their password again",
        PersonFactKind::PasswordChanged => "changed their password",
        PersonFactKind::ResetRequested => "asked for a link to set a password",
        PersonFactKind::PasswordReset => "set a new password with a link",
        PersonFactKind::ProfileChanged => "changed their own details",
        PersonFactKind::Renamed => "changed their own name; contact:",
        PersonFactKind::EmailAsked => "asked for a link that proves an e-mail address",
        PersonFactKind::EmailCancelled => "called off another e-mail address",
        PersonFactKind::EmailConfirmed => "proved an e-mail address",
    },
    problem: |problem| match problem {
        PersonProblem::GuessablePassword => "This password is easy to guess. A few unrelated words make a good one.",
        PersonProblem::PasswordsDiffer => "The two passwords are not the same.",
        PersonProblem::WrongCredentials => {
            "Email address and password do not match. Check the address for typing errors; if the password may be the reason, use \u{201c}Forgot your password?\u{201d}."
        }
        PersonProblem::WrongPassword => "This is not your present password.",
        PersonProblem::SameAddress => "This is your address already.",
        PersonProblem::OtherPerson => {
            "This link was made for somebody else than who is signed in here. Nothing was changed."
        }
    },
};

pub const DE: PeopleText = PeopleText {
    sign_in: "Anmelden",
    sign_in_lead: |brand| format!("bei {brand}"),
    email: "E-Mail-Adresse",
    password: "Passwort",
    show: "Anzeigen",
    hide: "Verbergen",
    forgot: "Passwort vergessen?",
    reset_done: "Melden Sie sich mit Ihrem neuen Passwort an.",
    form_waits: "Ihre Sitzung ist beendet. Melden Sie sich an: Ihr Formular wartet so, wie Sie es ausgefüllt haben; Passwörter müssen Sie neu eingeben.",
    trouble: "Probleme bei der Anmeldung?",
    demo_people: "Vorführung: Melden Sie sich als ROLLE@demo.example mit dem Passwort portico-demo-password an. Rollen: owner, coowner, manager, technician, accountant, buyer, visitor, readonly, outsider.",
    forgot_lead: "Wir senden Ihnen einen Link, mit dem Sie ein neues Passwort setzen.",
    send_link: "Link senden",
    link_sent: "Sehen Sie in Ihr Postfach",
    link_sent_text: "Wenn sich jemand mit dieser Adresse anmeldet, ist ein Link dorthin unterwegs. Er gilt einmal und nur kurze Zeit. Nichts da? Sehen Sie im Spam-Ordner nach und prüfen Sie die Adresse auf Tippfehler.",
    back_to_sign_in: "Zurück zur Anmeldung",
    set_password: "Neues Passwort setzen",
    set_password_lead: "Alle Ihre Sitzungen enden; danach melden Sie sich mit dem neuen Passwort an.",
    new_password: "Neues Passwort",
    password_help: "Lang schlägt kompliziert: Einige Wörter ohne Zusammenhang ergeben ein gutes.",
    again: "Neues Passwort wiederholen",
    link_dead: "Dieser Link gilt nicht mehr",
    link_dead_text: "Er wurde bereits benutzt, durch einen neueren ersetzt oder ist zu alt. Sie können jederzeit einen neuen anfordern.",
    change_password: "Passwort ändern",
    change_password_lead: "Alle Ihre anderen Sitzungen enden.",
    current_password: "Derzeitiges Passwort",
    password_again: "Geben Sie Ihr Passwort ein, um fortzufahren",
    password_again_step: "Schritt",
    password_again_text: "Sie haben es zuletzt vor mehr als 15 Minuten eingegeben, und dieser Schritt verlangt es. Es wurde noch nichts geändert.",
    go_on: "Fortfahren",
    changed: "Ihr Passwort ist geändert. Alle Ihre anderen Sitzungen sind beendet.",
    must_change: "Ihr derzeitiges Passwort hat jemand anderes gesetzt. Wählen Sie ein eigenes, dann geht es weiter.",
    sessions: "Sitzungen",
    sessions_lead: "Wo Sie angemeldet sind. Beenden Sie, was Sie nicht kennen, und ändern Sie Ihr Passwort.",
    this_session: "Diese Sitzung",
    end: "Beenden",
    end_of: |session| format!("Sitzung beenden: {session}"),
    unknown_browser: "Unbekannter Browser",
    browser_on: |browser, system| format!("{browser} unter {system}"),
    began: "Angemeldet",
    last_seen: "zuletzt benutzt",
    from_address: "von",
    choose_account: "Konten",
    choose_account_lead: "Wählen Sie das Konto, das Sie öffnen möchten.",
    no_accounts: "Noch kein Konto",
    no_accounts_text: "Sie können sich anmelden, haben aber derzeit auf kein Konto Zugriff. Bitten Sie die Person, die Sie hierher geschickt hat, Sie hinzuzufügen.",
    no_rights: "Noch keine Rechte",
    fact: |kind| match kind {
        PersonFactKind::SignedIn => "hat sich angemeldet",
        PersonFactKind::SignedOut => "hat sich abgemeldet",
        PersonFactKind::SessionEnded => "hat eine Sitzung beendet",
        PersonFactKind::PasswordConfirmed => "hat das eigene Passwort erneut eingegeben",
        PersonFactKind::PasswordChanged => "hat das eigene Passwort geändert",
        PersonFactKind::ResetRequested => "hat einen Link für ein neues Passwort angefordert",
        PersonFactKind::PasswordReset => "hat mit einem Link ein neues Passwort gesetzt",
        PersonFactKind::ProfileChanged => "hat die eigenen Angaben geändert",
        PersonFactKind::Renamed => "hat den eigenen Namen geändert; Kontakt:",
        PersonFactKind::EmailAsked => "hat einen Link angefordert, der eine E-Mail-Adresse nachweist",
        PersonFactKind::EmailCancelled => "hat eine andere E-Mail-Adresse zurückgezogen",
        PersonFactKind::EmailConfirmed => "hat eine E-Mail-Adresse nachgewiesen",
    },
    problem: |problem| match problem {
        PersonProblem::GuessablePassword => {
            "Dieses Passwort ist leicht zu erraten. Einige Wörter ohne Zusammenhang ergeben ein gutes."
        }
        PersonProblem::PasswordsDiffer => "Die beiden Passwörter stimmen nicht überein.",
        PersonProblem::WrongCredentials => {
            "E-Mail-Adresse und Passwort passen nicht zusammen. Prüfen Sie die Adresse auf Tippfehler; liegt es am Passwort, hilft „Passwort vergessen?“."
        }
        PersonProblem::WrongPassword => "Das ist nicht Ihr derzeitiges Passwort.",
        PersonProblem::SameAddress => "Das ist bereits Ihre Adresse.",
        PersonProblem::OtherPerson => {
            "Dieser Link ist für jemand anderes als die hier angemeldete Person. Es wurde nichts geändert."
        }
    },
};

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_button_beside_a_password_does_not_hold_its_label() {
        for text in [EN, DE] {
            assert!(!text.show.contains(text.password) && !text.hide.contains(text.password));
        }
    }
}
