//! Facts about who owns an account.

facts! {
    /// What happened to the ownership of an account.
    OwnershipFact, OwnershipFactKind;
    /// Somebody was made a co-owner.
    Appointed = "owner_appointed", Contacts;
    /// A co-owner was made an ordinary contact.
    Dismissed = "owner_dismissed", Contacts;
    /// The account was offered to somebody.
    Offered = "ownership_offered", Nobody;
    /// The offer was taken back or declined.
    OfferEnded = "ownership_offer_ended", Nobody;
    /// The offer was accepted: the account has another legal owner.
    Transferred = "ownership_transferred", Everybody;
    /// A transfer was undone.
    TransferUndone = "ownership_transfer_undone", Everybody;
}

#[cfg(test)]
const KEYS: &[&str] = &[
    "owner_appointed",
    "owner_dismissed",
    "ownership_offered",
    "ownership_offer_ended",
    "ownership_transferred",
    "ownership_transfer_undone",
];
