//! Facts about the whole installation.

facts! {
    /// What happened to the whole installation.
    InstallationFact, InstallationFactKind;
    /// Every session, link and open offer was ended by the operator.
    AllRevoked {
        /// What was ended, and how many of each.
        ended: Vec<(&'static str, u64)>,
    } = "all_revoked", Nobody;
}

#[cfg(test)]
const KEYS: &[&str] = &["all_revoked"];
