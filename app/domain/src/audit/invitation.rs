//! Facts about invitations.

facts! {
    /// What happened to invitations.
    InvitationFact, InvitationFactKind;
    /// People were invited.
    Sent = "invited", Contacts;
    /// An invitation was sent again.
    Resent = "invitation_resent", Nobody;
    /// A link of an invitation was made, to be passed on by hand.
    LinkMade = "invitation_link_made", Nobody;
    /// An invitation was taken back.
    Cancelled = "invitation_cancelled", Contacts;
    /// An invitation was accepted.
    Accepted = "invitation_accepted", Contacts;
    /// An invitation was declined, or access given at once was refused.
    Declined = "invitation_declined", Contacts;
}

#[cfg(test)]
const KEYS: &[&str] = &[
    "invited",
    "invitation_resent",
    "invitation_link_made",
    "invitation_cancelled",
    "invitation_accepted",
    "invitation_declined",
];
