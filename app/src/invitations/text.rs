//! The words of invitations.

use domain::audit::InvitationFactKind;
use domain::problem::InvitationProblem;
use domain::provider::RegisteredPeople;

/// The words of invitations in one language.
#[derive(Debug)]
pub struct InvitationsText {
    /// What inviting does for people who are registered.
    pub lead: fn(RegisteredPeople) -> &'static str,
    /// The page, and the button that leads to it.
    pub invite: &'static str,
    pub whom: &'static str,
    /// Below the addresses.
    pub emails_help: &'static str,
    pub ends_on: &'static str,
    /// Below it, with the zone.
    pub ends_help: fn(&str) -> String,
    /// Below the note.
    pub note_help: &'static str,
    pub summary: &'static str,
    /// The button of the form.
    pub send: &'static str,
    /// After sending: how many have access, how many have to accept.
    pub sent: fn(usize, usize) -> String,

    pub resend: &'static str,
    pub copy_link: &'static str,
    pub cancel: &'static str,
    /// After it was sent again.
    pub resent: &'static str,
    /// After it was taken back.
    pub cancelled: &'static str,
    /// Above a link.
    pub link_made: &'static str,
    /// The name of the field with the link.
    pub link: &'static str,
    pub copy: &'static str,
    /// It was copied.
    pub copied: &'static str,

    /// The title of the link's page.
    pub title: &'static str,
    /// Its heading: who invites, to what.
    pub heading: fn(&str, &str) -> String,
    /// Its heading where access was given at once.
    pub heading_given: fn(&str, &str) -> String,
    /// The invited address.
    pub invited: &'static str,
    /// The signed-in address.
    pub signed_in: &'static str,
    /// Nobody.
    pub nobody: &'static str,
    pub gives: &'static str,
    /// When access ends.
    pub ends: &'static str,
    /// Until when it can be answered.
    pub until: &'static str,
    pub accept: &'static str,
    pub decline: &'static str,
    pub reason: &'static str,
    /// Below it.
    pub reason_help: &'static str,
    /// Button, where access was given at once.
    pub refuse: &'static str,
    /// What that does.
    pub refuse_text: &'static str,
    /// The link was passed on by hand.
    pub by_hand: &'static str,
    pub mail_me: &'static str,
    /// After that: heading.
    pub mailed: &'static str,
    /// After that.
    pub mailed_text: &'static str,
    /// Before signing in.
    pub sign_in_first: &'static str,
    pub sign_in: &'static str,
    /// Before making a login.
    pub join_text: &'static str,
    pub join: &'static str,
    /// Before proving a login.
    pub prove_text: &'static str,
    pub prove: &'static str,
    /// To whoever is signed in as somebody else.
    pub somebody_else: fn(&str, &str) -> String,
    /// What to do then.
    pub somebody_else_text: &'static str,
    pub sign_out: &'static str,
    /// Below a new password.
    pub password_help: fn(usize) -> String,
    /// After declining: heading.
    pub declined: &'static str,
    /// After declining.
    pub declined_text: &'static str,
    /// A link that does not work: heading.
    pub dead: &'static str,
    /// What to do then.
    pub dead_text: &'static str,
    /// What the log says of a fact, before a name.
    pub fact: fn(InvitationFactKind) -> &'static str,
    /// What is wrong with inviting, or with answering an invitation.
    pub problem: fn(&InvitationProblem) -> String,
}

pub const EN: InvitationsText = InvitationsText {
    lead: |registered| match registered {
        RegisteredPeople::AtOnce => {
            "They get a mail. Whoever has a login here already has access at once; everybody else accepts first."
        }
        RegisteredPeople::AfterAcceptance => "They get a mail with a link, and have access once they accept.",
    },
    invite: "Invite User",
    whom: "Who is invited",
    emails_help: "One address, or several: each on a line or between commas. All get the same rights.",
    ends_on: "Last day of access",
    ends_help: |zone| format!("Access ends with this day ({zone}). Empty: it does not end by itself."),
    note_help: "Only who may see contacts reads it. It is not in the mail.",
    summary: "What you are about to give",
    send: "Send invitation",
    sent: |at_once, waiting| match (at_once, waiting) {
        (0, 1) => "The invitation is on its way. It can be accepted for seven days.".to_owned(),
        (0, many) => format!("{many} invitations are on their way. They can be accepted for seven days."),
        (1, 0) => "Has access at once, and was told by mail.".to_owned(),
        (many, 0) => format!("{many} people have access at once, and were told by mail."),
        (at_once, waiting) => format!("{at_once} with access at once, {waiting} invited. All were told by mail."),
    },
    resend: "Resend invitation",
    copy_link: "Copy invitation link",
    cancel: "Cancel invitation",
    resent: "The invitation was sent again. The link sent before no longer works.",
    cancelled: "The invitation was cancelled. Its links no longer work.",
    link_made: "A link for this invitation. Give it to the person invited. To accept they sign in with the invited address, or have the link sent there by mail. It is shown this once; the one in the mail goes on working.",
    link: "Invitation link",
    copy: "Copy",
    copied: "Copied",
    title: "Invitation",
    heading: |by, account| format!("{by} invites you to {account}"),
    heading_given: |by, account| format!("{by} gave you access to {account}"),
    invited: "Invited address",
    signed_in: "Signed in as",
    nobody: "Nobody",
    gives: "What you will be able to do",
    ends: "Access ends",
    until: "Answer until",
    accept: "Accept",
    decline: "Decline",
    reason: "Reason",
    reason_help: "Whoever invited you reads it.",
    refuse: "I don\u{2019}t want this",
    refuse_text: "You can use this account now. If you don\u{2019}t want to, give the access back with one click.",
    by_hand: "This link was passed on by hand. To accept, have it sent to the invited address by mail, or sign in with that address.",
    mail_me: "Send it to the invited address",
    mailed: "The mail is on its way",
    mailed_text: "Open the link in it to accept. It is sent to the invited address only.",
    sign_in_first: "You have a login with this address. Sign in to accept.",
    sign_in: "Sign in to accept",
    join_text: "To accept, make your login. You sign in with the invited address.",
    join: "Accept and create account",
    prove_text: "There is a login with this address that was never confirmed. To accept, choose a new password for it; whatever was set before ends.",
    prove: "Accept and set password",
    somebody_else: |invited, me| format!("This invitation is for {invited}. You are signed in as {me}."),
    somebody_else_text: "Nothing is linked to your login. To accept as the invited person, sign out first.",
    sign_out: "Sign out and go on",
    password_help: |min| {
        format!("At least {min} characters. Long beats complicated: a few unrelated words make a good one.")
    },
    declined: "You declined",
    declined_text: "The access is gone, and whoever invited you was told. You need not do anything else.",
    dead: "This invitation is no longer open",
    dead_text: "It was answered, taken back, replaced by a newer mail, or is too old. Ask whoever invited you to send it again.",
    fact: |kind| match kind {
        InvitationFactKind::Sent => "invited",
        InvitationFactKind::Resent => "sent the invitation again to",
        InvitationFactKind::LinkMade => "made an invitation link for",
        InvitationFactKind::Cancelled => "took back the invitation of",
        InvitationFactKind::Accepted => "accepted the invitation as",
        InvitationFactKind::Declined => "declined the invitation for",
    },
    problem: |problem| match problem {
        InvitationProblem::BadAddress { address } => format!("{address} is not an email address."),
        InvitationProblem::TooManyAddresses { max } => format!("At most {max} addresses can be invited at once."),
        InvitationProblem::ReviewFirst => {
            String::from("Please look over what you are about to give, then send the invitation.")
        }
        InvitationProblem::LinkByHand => {
            String::from("This link was passed on by hand. Have it sent to the invited address first.")
        }
        InvitationProblem::InvitedSomebodyElse => {
            String::from("This invitation is for somebody else. Sign in as the invited person, or sign out.")
        }
        InvitationProblem::InvitationLapsed => {
            String::from("This access can no longer be given. Ask whoever invited you to send a new invitation.")
        }
        InvitationProblem::AlreadyMember => String::from("You have access to this account already."),
    },
};

pub const DE: InvitationsText = InvitationsText {
    lead: |registered| match registered {
        RegisteredPeople::AtOnce => {
            "Alle bekommen eine Mail. Wer hier schon eine Anmeldung hat, hat sofort Zugriff; alle anderen nehmen zuerst an."
        }
        RegisteredPeople::AfterAcceptance => {
            "Alle bekommen eine Mail mit einem Link und haben Zugriff, sobald sie annehmen."
        }
    },
    invite: "Benutzer einladen",
    whom: "Wer eingeladen wird",
    emails_help: "Eine Adresse oder mehrere: jede in einer Zeile oder zwischen Kommas. Alle bekommen dieselben Rechte.",
    ends_on: "Letzter Tag des Zugriffs",
    ends_help: |zone| format!("Der Zugriff endet mit diesem Tag ({zone}). Leer: Er endet nicht von selbst."),
    note_help: "Nur wer Kontakte sehen darf, kann sie lesen. Sie steht nicht in der Mail.",
    summary: "Was Sie gleich geben",
    send: "Einladung senden",
    sent: |at_once, waiting| match (at_once, waiting) {
        (0, 1) => "Die Einladung ist unterwegs. Sie kann sieben Tage lang angenommen werden.".to_owned(),
        (0, many) => format!("{many} Einladungen sind unterwegs. Sie können sieben Tage lang angenommen werden."),
        (1, 0) => "Hat sofort Zugriff und wurde per Mail benachrichtigt.".to_owned(),
        (many, 0) => format!("{many} Personen haben sofort Zugriff und wurden per Mail benachrichtigt."),
        (at_once, waiting) => {
            format!("{at_once} mit sofortigem Zugriff, {waiting} eingeladen. Alle wurden per Mail benachrichtigt.")
        }
    },
    resend: "Einladung erneut senden",
    copy_link: "Einladungslink kopieren",
    cancel: "Einladung zurückziehen",
    resent: "Die Einladung wurde erneut gesendet. Der frühere Link gilt nicht mehr.",
    cancelled: "Die Einladung wurde zurückgezogen. Ihre Links gelten nicht mehr.",
    link_made: "Ein Link zu dieser Einladung. Geben Sie ihn der eingeladenen Person. Zum Annehmen meldet sie sich mit der eingeladenen Adresse an oder lässt sich den Link dorthin mailen. Er wird nur dieses eine Mal gezeigt; der in der Mail gilt weiter.",
    link: "Einladungslink",
    copy: "Kopieren",
    copied: "Kopiert",
    title: "Einladung",
    heading: |by, account| format!("{by} lädt Sie zu {account} ein"),
    heading_given: |by, account| format!("{by} hat Ihnen Zugriff auf {account} gegeben"),
    invited: "Eingeladene Adresse",
    signed_in: "Angemeldet als",
    nobody: "Niemand",
    gives: "Was Sie tun können werden",
    ends: "Zugriff endet",
    until: "Antwort bis",
    accept: "Annehmen",
    decline: "Ablehnen",
    reason: "Grund",
    reason_help: "Wer Sie eingeladen hat, liest ihn.",
    refuse: "Das möchte ich nicht",
    refuse_text: "Sie können dieses Konto jetzt benutzen. Wenn Sie das nicht möchten, geben Sie den Zugriff mit einem Klick zurück.",
    by_hand: "Dieser Link wurde von Hand weitergegeben. Zum Annehmen lassen Sie ihn per Mail an die eingeladene Adresse schicken, oder melden Sie sich mit ihr an.",
    mail_me: "An die eingeladene Adresse schicken",
    mailed: "Die Mail ist unterwegs",
    mailed_text: "Öffnen Sie den Link darin, um anzunehmen. Sie geht nur an die eingeladene Adresse.",
    sign_in_first: "Sie haben eine Anmeldung mit dieser Adresse. Melden Sie sich an, um anzunehmen.",
    sign_in: "Anmelden und annehmen",
    join_text: "Um anzunehmen, legen Sie Ihre Anmeldung an. Sie melden sich mit der eingeladenen Adresse an.",
    join: "Annehmen und Zugang anlegen",
    prove_text: "Zu dieser Adresse gibt es eine Anmeldung, die nie bestätigt wurde. Um anzunehmen, wählen Sie ein neues Passwort dafür; was früher gesetzt war, endet.",
    prove: "Annehmen und Passwort setzen",
    somebody_else: |invited, me| format!("Diese Einladung ist für {invited}. Sie sind als {me} angemeldet."),
    somebody_else_text: "Mit Ihrer Anmeldung wird nichts verknüpft. Um als die eingeladene Person anzunehmen, melden Sie sich zuerst ab.",
    sign_out: "Abmelden und weiter",
    password_help: |min| {
        format!(
            "Mindestens {min} Zeichen. Lang schlägt kompliziert: Einige Wörter ohne Zusammenhang ergeben ein gutes."
        )
    },
    declined: "Sie haben abgelehnt",
    declined_text: "Der Zugriff ist weg, und wer Sie eingeladen hat, weiß es. Mehr müssen Sie nicht tun.",
    dead: "Diese Einladung ist nicht mehr offen",
    dead_text: "Sie wurde beantwortet, zurückgezogen, durch eine neuere Mail ersetzt oder ist zu alt. Bitten Sie, wer Sie eingeladen hat, sie erneut zu senden.",
    fact: |kind| match kind {
        InvitationFactKind::Sent => "hat eingeladen:",
        InvitationFactKind::Resent => "hat die Einladung erneut gesendet an:",
        InvitationFactKind::LinkMade => "hat einen Einladungslink erstellt für:",
        InvitationFactKind::Cancelled => "hat die Einladung zurückgezogen von:",
        InvitationFactKind::Accepted => "hat die Einladung angenommen als:",
        InvitationFactKind::Declined => "hat die Einladung abgelehnt für:",
    },
    problem: |problem| match problem {
        InvitationProblem::BadAddress { address } => format!("{address} ist keine E-Mail-Adresse."),
        InvitationProblem::TooManyAddresses { max } => {
            format!("Höchstens {max} Adressen können auf einmal eingeladen werden.")
        }
        InvitationProblem::ReviewFirst => {
            String::from("Bitte sehen Sie durch, was Sie geben, und senden Sie dann die Einladung.")
        }
        InvitationProblem::LinkByHand => String::from(
            "Dieser Link wurde von Hand weitergegeben. Lassen Sie ihn zuerst an die eingeladene Adresse schicken.",
        ),
        InvitationProblem::InvitedSomebodyElse => String::from(
            "Diese Einladung ist für jemand anderen. Melden Sie sich als die eingeladene Person an oder melden Sie sich ab.",
        ),
        InvitationProblem::InvitationLapsed => String::from(
            "Dieser Zugriff kann nicht mehr gegeben werden. Bitten Sie, wer Sie eingeladen hat, um eine neue Einladung.",
        ),
        InvitationProblem::AlreadyMember => String::from("Sie haben schon Zugriff auf dieses Konto."),
    },
};
