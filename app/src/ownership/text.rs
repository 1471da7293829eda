//! The words of who owns an account.

use domain::audit::OwnershipFactKind;

/// The words of who owns an account in one language.
#[derive(Debug)]
pub struct OwnershipText {
    pub owners: &'static str,
    /// What they may do.
    pub owners_lead: &'static str,
    pub new_co_owner: &'static str,
    pub appoint: &'static str,
    /// The choice of nobody yet.
    pub choose_person: &'static str,
    /// The question before it: title, with the name.
    pub appoint_title: fn(&str) -> String,
    /// What it does, with the name.
    pub appoint_text: fn(&str) -> String,
    /// Their access would have ended then.
    pub end_waits: fn(&str) -> String,
    /// Their access has ended then.
    pub end_is_lifted: fn(&str) -> String,
    /// Carries it out, with the name.
    pub appoint_yes: fn(&str) -> String,
    /// Button, with the name.
    pub dismiss: fn(&str) -> String,
    /// The question before it: title, with the name.
    pub dismiss_title: fn(&str) -> String,
    /// What it does, with the name.
    pub dismiss_text: fn(&str) -> String,
    /// When their access ends afterwards.
    pub end_returns: fn(&str) -> String,
    /// Their access ended then, so that they lose it at once.
    pub end_is_past: fn(&str) -> String,
    /// Carries it out.
    pub dismiss_yes: &'static str,
    /// There is nobody else who could own the account.
    pub nobody_to_appoint: &'static str,
    /// The names of those who have not proved their address.
    pub unproved: fn(&str) -> String,

    pub hand_over: &'static str,
    /// What it does.
    pub hand_over_lead: &'static str,
    /// What to think of first.
    pub hand_over_tip: &'static str,
    pub new_owner: &'static str,
    pub offer: &'static str,
    /// A transfer is offered: title.
    pub offered: &'static str,
    /// From whom, to whom, until when.
    pub offered_text: fn(&str, &str, &str) -> String,
    /// A transfer is done: title.
    pub transferred: &'static str,
    /// From whom, to whom, until when it can be undone.
    pub transferred_text: fn(&str, &str, &str) -> String,
    pub accept: &'static str,
    pub withdraw: &'static str,
    pub undo: &'static str,
    /// What the log says of a fact of ownership, before a name.
    pub fact: fn(OwnershipFactKind) -> &'static str,
}

pub const EN: OwnershipText = OwnershipText {
    owners: "Owners",
    owners_lead: "Owners have full access, always. The legal owner answers for the account, and alone appoints co-owners and hands the account over.",
    new_co_owner: "New co-owner",
    appoint: "Make co-owner",
    choose_person: "Choose a person",
    appoint_title: |name| format!("Make {name} a co-owner?"),
    appoint_text: |name| {
        format!(
            "{name} will have every right on this account, including billing, all services and all contacts. Managers can no longer edit, suspend or delete {name}. Only the legal owner can undo this."
        )
    },
    end_waits: |until| format!("Their access as a contact ends on {until}. As a co-owner it does not end."),
    end_is_lifted: |until| format!("Their access ended on {until}. As a co-owner they have access again."),
    appoint_yes: |name| format!("Make {name} co-owner"),
    dismiss: |name| format!("Dismiss {name}"),
    dismiss_title: |name| format!("Dismiss {name} as co-owner?"),
    dismiss_text: |name| format!("{name} loses full access at once, and keeps the rights that they have as a contact."),
    end_returns: |until| format!("Their access then ends on {until}."),
    end_is_past: |until| format!("Their access as a contact expired on {until}: they can no longer open this account."),
    dismiss_yes: "Dismiss as co-owner",
    nobody_to_appoint: "There is nobody else with a login of their own and a confirmed email address.",
    unproved: |names| {
        format!(
            "Not in the list, because their email address is not confirmed: {names}. They confirm it under My Account, with a link by mail."
        )
    },
    hand_over: "Hand the account over",
    hand_over_lead: "Somebody else becomes the legal owner, once they accept. You stay as a co-owner.",
    hand_over_tip: "The new owner can do everything with the account, also remove you later. You can undo the transfer for 72 hours after it was accepted.",
    new_owner: "New legal owner",
    offer: "Offer ownership",
    offered: "Ownership is offered",
    offered_text: |from, to, until| {
        format!(
            "{from} offers this account to {to}. It can be accepted until {until}; whoever offers it becomes a co-owner then."
        )
    },
    transferred: "The account was handed over",
    transferred_text: |from, to, until| {
        format!("{from} handed this account over to {to}, and can undo that until {until}.")
    },
    accept: "Accept ownership",
    withdraw: "Withdraw the offer",
    undo: "Undo the transfer",
    fact: |kind| match kind {
        OwnershipFactKind::Appointed => "made co-owner:",
        OwnershipFactKind::Dismissed => "dismissed as co-owner:",
        OwnershipFactKind::Offered => "offered the account to",
        OwnershipFactKind::OfferEnded => "ended the offer of the account to",
        OwnershipFactKind::Transferred => "accepted the account as its legal owner:",
        OwnershipFactKind::TransferUndone => "took the account back from",
    },
};

pub const DE: OwnershipText = OwnershipText {
    owners: "Inhaber",
    owners_lead: "Inhaber haben immer vollen Zugriff. Der rechtliche Inhaber steht für das Konto ein und ernennt allein Mitinhaber und gibt das Konto weiter.",
    new_co_owner: "Neuer Mitinhaber",
    appoint: "Zum Mitinhaber machen",
    choose_person: "Wählen Sie eine Person",
    appoint_title: |name| format!("{name} zum Mitinhaber machen?"),
    appoint_text: |name| {
        format!(
            "{name} erhält jedes Recht auf diesem Konto, auch für Rechnungen, alle Dienste und alle Kontakte. Verwalter können {name} nicht mehr bearbeiten, sperren oder löschen. Nur der rechtliche Inhaber kann das rückgängig machen."
        )
    },
    end_waits: |until| format!("Der Zugriff als Kontakt endet am {until}. Als Mitinhaber endet er nicht."),
    end_is_lifted: |until| format!("Der Zugriff endete am {until}. Als Mitinhaber besteht er wieder."),
    appoint_yes: |name| format!("{name} zum Mitinhaber machen"),
    dismiss: |name| format!("{name} entlassen"),
    dismiss_title: |name| format!("{name} als Mitinhaber entlassen?"),
    dismiss_text: |name| format!("{name} verliert sofort den vollen Zugriff und behält die Rechte als Kontakt."),
    end_returns: |until| format!("Der Zugriff endet dann am {until}."),
    end_is_past: |until| {
        format!("Der Zugriff als Kontakt ist am {until} abgelaufen: Dieses Konto lässt sich dann nicht mehr öffnen.")
    },
    dismiss_yes: "Als Mitinhaber entlassen",
    nobody_to_appoint: "Es gibt sonst niemanden mit eigener Anmeldung und bestätigter E-Mail-Adresse.",
    unproved: |names| {
        format!(
            "Nicht in der Liste, weil die E-Mail-Adresse nicht bestätigt ist: {names}. Sie wird unter Mein Konto bestätigt, mit einem Link per E-Mail."
        )
    },
    hand_over: "Konto weitergeben",
    hand_over_lead: "Jemand anderes wird rechtlicher Inhaber, sobald er annimmt. Sie bleiben Mitinhaber.",
    hand_over_tip: "Der neue Inhaber kann mit dem Konto alles tun, Sie später auch entfernen. Sie können die Übertragung 72 Stunden lang nach der Annahme rückgängig machen.",
    new_owner: "Neuer rechtlicher Inhaber",
    offer: "Inhaberschaft anbieten",
    offered: "Die Inhaberschaft ist angeboten",
    offered_text: |from, to, until| {
        format!(
            "{from} bietet dieses Konto {to} an. Bis {until} kann es angenommen werden; wer es anbietet, wird dann Mitinhaber."
        )
    },
    transferred: "Das Konto wurde weitergegeben",
    transferred_text: |from, to, until| {
        format!("{from} hat dieses Konto an {to} weitergegeben und kann das bis {until} rückgängig machen.")
    },
    accept: "Inhaberschaft annehmen",
    withdraw: "Angebot zurückziehen",
    undo: "Übertragung rückgängig machen",
    fact: |kind| match kind {
        OwnershipFactKind::Appointed => "hat zum Mitinhaber gemacht:",
        OwnershipFactKind::Dismissed => "hat als Mitinhaber entlassen:",
        OwnershipFactKind::Offered => "hat das Konto angeboten:",
        OwnershipFactKind::OfferEnded => "hat das Angebot des Kontos beendet an:",
        OwnershipFactKind::Transferred => "hat das Konto als rechtlicher Inhaber angenommen:",
        OwnershipFactKind::TransferUndone => "hat das Konto zurückgenommen von:",
    },
};
