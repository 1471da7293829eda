//! Why something is refused, where the reason names no right.

use crate::access::Denied;

pub(super) const fn refused_en(why: &Denied) -> &'static str {
    match why {
        Denied::Missing(_) => "A right is missing. An owner of the account can give it to you.",
        Denied::BeyondGrant(_) => "You may not give what you do not hold yourself. Ask an owner of the account.",
        Denied::StrongerTarget => "This person holds rights that you do not hold. Ask an owner of the account.",
        Denied::OwnerProtected => "Account owners always have full access to the account.",
        Denied::OwnersChoice => "Owners choose for themselves which mails they get.",
        Denied::OwnersOnly => "Only owners do this.",
        Denied::LegalOwnerOnly => "Only the legal owner does this.",
        Denied::NotYours => "This is somebody else's to decide.",
        Denied::CannotOwn => "Only an active contact who looks after their own login can own an account.",
        Denied::AddressUnproved => {
            "An owner must have confirmed the email address that their contact shows. The person confirms it under My Account, with a link by mail."
        }
        Denied::NotToOneself => "You cannot do this to yourself. Ask an owner of the account.",
        Denied::OwnCredentials => "This person looks after their own sign-in. You can send them a reset link.",
        Denied::NoLogin => "This contact has no login.",
        Denied::LegalOwnerStays => {
            "You answer for this account as its legal owner. You can leave once it belongs to somebody else."
        }
        Denied::ViewOnly => "You are viewing the portal as somebody else, so nothing can be changed.",
        Denied::HeldAlready => "You have this already. Load the page again, and it is there.",
        Denied::AccountSuspended => "The account is suspended. Paying open invoices or a ticket to support helps.",
        Denied::AccountClosed => "The account is closed.",
    }
}

pub(super) const fn refused_de(why: &Denied) -> &'static str {
    match why {
        Denied::Missing(_) => "Es fehlt ein Recht. Ein Inhaber des Kontos kann es Ihnen erteilen.",
        Denied::BeyondGrant(_) => {
            "Sie dürfen nicht erteilen, was Sie selbst nicht haben. Fragen Sie einen Inhaber des Kontos."
        }
        Denied::StrongerTarget => "Diese Person hat Rechte, die Sie nicht haben. Fragen Sie einen Inhaber des Kontos.",
        Denied::OwnerProtected => "Inhaber haben immer vollen Zugriff auf das Konto.",
        Denied::OwnersChoice => "Inhaber wählen selbst, welche E-Mails sie erhalten.",
        Denied::OwnersOnly => "Das tun nur Inhaber.",
        Denied::LegalOwnerOnly => "Das tut nur der rechtliche Inhaber.",
        Denied::NotYours => "Das entscheidet jemand anderes.",
        Denied::CannotOwn => "Nur ein aktiver Kontakt mit eigener Anmeldung kann ein Konto besitzen.",
        Denied::AddressUnproved => {
            "Inhaber müssen die E-Mail-Adresse ihres Kontakts bestätigt haben. Die Person bestätigt sie unter Mein Konto, mit einem Link per E-Mail."
        }
        Denied::NotToOneself => "Das können Sie nicht für sich selbst tun. Fragen Sie einen Inhaber des Kontos.",
        Denied::OwnCredentials => {
            "Diese Person kümmert sich selbst um ihre Anmeldung. Sie können ihr einen Link zum Zurücksetzen schicken."
        }
        Denied::NoLogin => "Dieser Kontakt hat keinen Zugang.",
        Denied::LegalOwnerStays => {
            "Sie stehen als Inhaber für dieses Konto ein. Verlassen können Sie es, sobald es jemand anderem gehört."
        }
        Denied::ViewOnly => "Sie sehen das Portal als jemand anderes, deshalb lässt sich nichts ändern.",
        Denied::HeldAlready => "Das haben Sie bereits. Laden Sie die Seite neu, dann ist es da.",
        Denied::AccountSuspended => {
            "Das Konto ist gesperrt. Offene Rechnungen zu bezahlen oder ein Ticket an den Support hilft weiter."
        }
        Denied::AccountClosed => "Das Konto ist geschlossen.",
    }
}
