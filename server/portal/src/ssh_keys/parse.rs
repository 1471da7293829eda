//! What somebody pasted, read as a public key.

use domain::problem::{Problem, SshKeyProblem};
use domain::ssh_key::{SSH_KEY_MAX, is_private_key};
use domain::text::Secret;
use ssh_key::public::KeyData;
use ssh_key::{Algorithm, HashAlg, PublicKey};

/// The least bytes of an RSA modulus: 2,048 bits.
const RSA_BYTES: usize = 256;

/// A public key.
#[derive(Debug)]
pub(super) struct Parsed {
    pub(super) algorithm: String,
    pub(super) fingerprint: String,
    /// The line of OpenSSH, without a comment.
    pub(super) line: String,
    /// What stands behind the key.
    pub(super) comment: String,
}

/// Reads one line of OpenSSH. No error says anything of what was pasted.
pub(super) fn public_key(pasted: &Secret) -> Result<Parsed, Problem> {
    let pasted = pasted.expose().trim();
    if pasted.is_empty() {
        return Err(Problem::Required);
    }
    // INVARIANT: a private key is neither read further nor kept.
    if is_private_key(pasted) {
        return Err(SshKeyProblem::PrivateKey.into());
    }
    if pasted.chars().count() > SSH_KEY_MAX {
        return Err(Problem::TooLong { max: SSH_KEY_MAX });
    }
    let not_one = || Problem::from(SshKeyProblem::NotAPublicKey);
    if pasted.lines().count() > 1 {
        return Err(not_one());
    }
    let mut key = PublicKey::from_openssh(pasted).map_err(|_| not_one())?;
    let comment = key.comment().to_owned();
    match key.key_data() {
        KeyData::Rsa(rsa) if rsa.n.as_positive_bytes().is_none_or(|modulus| modulus.len() < RSA_BYTES) => {
            return Err(SshKeyProblem::TooWeak.into());
        }
        KeyData::Dsa(_) => return Err(SshKeyProblem::TooWeak.into()),
        KeyData::Rsa(_)
        | KeyData::Ed25519(_)
        | KeyData::Ecdsa(_)
        | KeyData::SkEd25519(_)
        | KeyData::SkEcdsaSha2NistP256(_) => {}
        // The library's list grows: kinds that it knows by then are looked at first.
        KeyData::Other(_) | _ => return Err(not_one()),
    }
    key.set_comment("");
    let algorithm: Algorithm = key.algorithm();
    Ok(Parsed {
        algorithm: algorithm.as_str().to_owned(),
        fingerprint: key.fingerprint(HashAlg::Sha256).to_string(),
        line: key.to_openssh().map_err(|_| not_one())?.trim().to_owned(),
        comment,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILM+rvN+ot98qgEN796jTiQfZfG1KaT0PtFDJ/XFSqti";

    fn parsed(text: &str) -> Result<Parsed, Problem> {
        public_key(&Secret::new(text.to_owned()))
    }

    #[test]
    fn a_line_of_openssh_is_read_with_its_fingerprint() {
        let key = parsed(&format!("  {KEY} ada@laptop\n")).expect("a key");
        assert_eq!((key.algorithm.as_str(), key.comment.as_str()), ("ssh-ed25519", "ada@laptop"));
        // As `ssh-keygen -l` says it.
        assert_eq!(key.fingerprint, "SHA256:UCUiLr7Pjs9wFFJMDByLgc3NrtdU344OgUM45wZPcIQ");
        assert_eq!(key.line, KEY);
    }

    #[test]
    fn nothing_else_is() {
        let not_one = || Problem::from(SshKeyProblem::NotAPublicKey);
        for (text, problem) in [
            ("", Problem::Required),
            ("ssh-ed25519", not_one()),
            ("ssh-ed25519 AAAA", not_one()),
            ("hello world", not_one()),
            (&format!("{KEY}\n{KEY}"), not_one()),
            (&format!("command=\"x\" {KEY}"), not_one()),
            (&format!("{KEY} {}", "x".repeat(SSH_KEY_MAX)), Problem::TooLong { max: SSH_KEY_MAX }),
            ("-----BEGIN OPENSSH PRIVATE KEY-----\nAAAA", SshKeyProblem::PrivateKey.into()),
        ] {
            assert_eq!(parsed(text).err(), Some(problem), "{text}");
        }
    }
}
