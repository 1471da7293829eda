//! Facts about the SSH keys of an account.

facts! {
    /// What happened to SSH keys.
    SshKeyFact, SshKeyFactKind;
    /// One was added.
    Added {
        /// What it is called.
        name: String,
        /// Its fingerprint.
        fingerprint: String,
    } = "ssh_key_added", Nobody;
    /// One was removed.
    Removed {
        /// What it was called.
        name: String,
        /// Its fingerprint.
        fingerprint: String,
    } = "ssh_key_removed", Nobody;
}

#[cfg(test)]
const KEYS: &[&str] = &["ssh_key_added", "ssh_key_removed"];
