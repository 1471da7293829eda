//! The words of why somebody cannot sign in (S0.28).

use domain::sign_in_check::Finding;

/// The words of the panel.
#[derive(Debug)]
pub struct SignInCheckText {
    pub title: &'static str,
    pub lead: &'static str,
    /// Until when tries do not count.
    pub until: &'static str,
    finding: fn(Finding) -> String,
}

impl SignInCheckText {
    /// What stands in the way, and what helps.
    pub fn finding(&self, finding: Finding) -> String {
        (self.finding)(finding)
    }
}

pub const EN: SignInCheckText = SignInCheckText {
    title: "Sign-in",
    lead: "What stands in the way of signing in and working here, if anything does.",
    until: "Until",
    finding: |finding| match finding {
        Finding::Deleted => "Deleted: there is nothing to sign in to until this contact is restored.".to_owned(),
        Finding::NoLogin => "No login: tick \u{201c}Activate Sub-Account\u{201d} when editing to give one.".to_owned(),
        Finding::Invited => "Invited, and not accepted yet: the link is in their mail.".to_owned(),
        Finding::InvitationExpired => "The invitation has run out: send it again.".to_owned(),
        Finding::Declined => "The invitation was declined.".to_owned(),
        Finding::AccountClosed => "The account is closed: only its owners can still open it.".to_owned(),
        Finding::Suspended => "Suspended here: they can sign in, but not open this account.".to_owned(),
        Finding::AccessEnded => "Their access to this account has ended.".to_owned(),
        Finding::OtherAddress => {
            "They sign in with another e-mail address than the one that stands here; only they know which.".to_owned()
        }
        Finding::NoPassword => "No password is set: a reset link lets them choose one.".to_owned(),
        Finding::PasswordToBeChanged => {
            "The password was set by somebody else: it must be changed at the first sign-in, before anything else."
                .to_owned()
        }
        Finding::Locked => "Too many wrong passwords: the next try counts only after a wait.".to_owned(),
        Finding::WrongPassword { times: 1 } => {
            "The password was wrong once lately. If they forgot it, a reset link helps.".to_owned()
        }
        Finding::WrongPassword { times } => {
            format!("The password was wrong {times} times lately. If they forgot it, a reset link helps.")
        }
        Finding::NoRights => "They can sign in, but no right was given: there is nothing to see.".to_owned(),
        Finding::Fine => {
            "Nothing stands in the way. If it fails all the same, they may be typing another e-mail address.".to_owned()
        }
    },
};

pub const DE: SignInCheckText = SignInCheckText {
    title: "Anmeldung",
    lead: "Was der Anmeldung und der Arbeit hier im Weg steht, wenn es etwas gibt.",
    until: "Bis",
    finding: |finding| match finding {
        Finding::Deleted => {
            "Gelöscht: Bis zur Wiederherstellung gibt es nichts, wozu man sich anmelden könnte.".to_owned()
        }
        Finding::NoLogin => "Kein Zugang: Beim Bearbeiten gibt „Unterkonto aktivieren“ einen.".to_owned(),
        Finding::Invited => "Eingeladen und noch nicht angenommen: Der Link steht in der E-Mail.".to_owned(),
        Finding::InvitationExpired => "Die Einladung ist abgelaufen: Senden Sie sie noch einmal.".to_owned(),
        Finding::Declined => "Die Einladung wurde abgelehnt.".to_owned(),
        Finding::AccountClosed => "Das Konto ist geschlossen: Nur Inhaber können es noch öffnen.".to_owned(),
        Finding::Suspended => "Hier gesperrt: Die Anmeldung geht, das Konto öffnet sich nicht.".to_owned(),
        Finding::AccessEnded => "Der Zugriff auf dieses Konto ist abgelaufen.".to_owned(),
        Finding::OtherAddress => {
            "Die Person meldet sich mit einer anderen E-Mail-Adresse an als der, die hier steht; welche, weiß nur sie."
                .to_owned()
        }
        Finding::NoPassword => {
            "Es ist kein Passwort gesetzt: Mit einem Link zum Zurücksetzen wählt sie eines.".to_owned()
        }
        Finding::PasswordToBeChanged => {
            "Das Passwort hat jemand anderes gesetzt: Es muss bei der ersten Anmeldung zuerst geändert werden."
                .to_owned()
        }
        Finding::Locked => {
            "Zu viele falsche Passwörter: Der nächste Versuch zählt erst nach einer Wartezeit.".to_owned()
        }
        Finding::WrongPassword { times: 1 } => {
            "Das Passwort war kürzlich einmal falsch. Ist es vergessen, hilft ein Link zum Zurücksetzen.".to_owned()
        }
        Finding::WrongPassword { times } => {
            format!("Das Passwort war kürzlich {times}-mal falsch. Ist es vergessen, hilft ein Link zum Zurücksetzen.")
        }
        Finding::NoRights => {
            "Die Anmeldung geht, aber es wurde kein Recht erteilt: Es gibt nichts zu sehen.".to_owned()
        }
        Finding::Fine => {
            "Nichts steht im Weg. Klappt es trotzdem nicht, wird vielleicht eine andere E-Mail-Adresse eingegeben."
                .to_owned()
        }
    },
};
