//! SSH keys of an account: public keys with which its servers are set up.

mod port;

pub use port::SshKeys;

use crate::by::By;
use crate::id::{SshKeyId, SubmissionId};
use crate::problem::Problem;
use crate::text::{self, Secret};
use crate::time::Moment;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// The most keys that an account may keep.
pub const SSH_KEYS_MAX: usize = 100;
/// The longest name of a key, in characters.
pub const SSH_KEY_LABEL_MAX: usize = 60;
/// The longest public key that is read, in characters: RSA with 16,384 bits has fewer than 3,000.
pub const SSH_KEY_MAX: usize = 8_000;

/// How the lines within a private key of OpenSSH begin: `openssh-key-v1` in base64. Some copy those alone.
const OPENSSH_PRIVATE: &str = "b3BlbnNzaC1rZXktdjEA";

/// Whether what was typed is a private key, of OpenSSH, PEM or PuTTY: it is shown to nobody and kept nowhere.
pub fn is_private_key(typed: &str) -> bool {
    if typed.contains(OPENSSH_PRIVATE) {
        return true;
    }
    let typed = typed.to_ascii_uppercase();
    (typed.contains("-----BEGIN") && typed.contains("PRIVATE KEY")) || typed.contains("PUTTY-USER-KEY-FILE")
}

/// A key of the account.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SshKey {
    /// Which.
    pub id: SshKeyId,
    /// What it is called.
    pub label: String,
    /// Its kind, `ssh-ed25519` say.
    pub algorithm: String,
    /// `SHA256:..`, as OpenSSH writes it.
    pub fingerprint: String,
    /// Who added it, as far as the reader may know.
    pub by: By,
    /// When.
    pub added: Moment,
}

/// The keys of an account, as their page shows them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct SshKeysPage {
    /// Every one, by name; at most [`SSH_KEYS_MAX`].
    pub keys: Vec<SshKey>,
    /// For the forms of the page.
    pub submission: SubmissionId,
}

/// A key that is put on a server.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PublicSshKey {
    /// Which.
    pub id: SshKeyId,
    /// What it is called.
    pub label: String,
    /// The line of OpenSSH, without a comment.
    pub line: String,
}

/// The command to add a key.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AddSshKey {
    /// Made when the form was rendered.
    pub submission: Option<SubmissionId>,
    /// What it shall be called; empty: what the key's comment says.
    #[serde(default)]
    pub label: String,
    /// A line of OpenSSH. Somebody may paste a private key by mistake, so that it is held as a secret.
    #[serde(default)]
    pub key: Secret,
}

impl AddSshKey {
    /// What it shall be called, checked; `None` where nothing was typed.
    ///
    /// # Errors
    /// When it is too long or has characters that can't be seen.
    pub fn label(&self) -> Result<Option<String>, Problem> {
        let label = text::line(&self.label, SSH_KEY_LABEL_MAX)?;
        Ok((!label.is_empty()).then_some(label))
    }
}

/// The command to remove one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct RemoveSshKey {
    /// Made when the form was rendered.
    pub submission: SubmissionId,
    /// Which.
    pub key: SshKeyId,
}

/// The keys that are to be put on a server.
pub type ChosenSshKeys = BTreeSet<SshKeyId>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_private_key_is_known_whatever_program_wrote_it() {
        for private in [
            "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1rZXk",
            "x\r\n-----begin rsa private key-----",
            "-----BEGIN ENCRYPTED PRIVATE KEY-----",
            "PuTTY-User-Key-File-3: ssh-ed25519",
            "b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAMwAAAAtzc2gtZW",
        ] {
            assert!(is_private_key(private), "{private}");
        }
        for other in ["", "ssh-ed25519 AAAA me@private", "-----BEGIN PUBLIC KEY-----", "My private key is at home"] {
            assert!(!is_private_key(other), "{other}");
        }
    }
}
