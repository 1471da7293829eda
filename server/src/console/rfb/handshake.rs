//! How a connection begins: with the machine as its viewer, with the viewer as its machine. INVARIANT: a VNC password goes no
//! further than its answer to the machine's challenge; a viewer is offered no authentication but none.

use super::{SECURITY_NONE, SECURITY_VNC, VERSION};
use des::Des;
use des::cipher::{Block, BlockCipherEncrypt as _, Key, KeyInit as _};
use domain::text::Secret;
use std::io;
use tokio::io::{AsyncRead, AsyncReadExt as _, AsyncWrite, AsyncWriteExt as _};

/// The longest reason that is read of a machine that refuses, in bytes.
const REASON_MAX: u32 = 1_024;

/// Why there is no connection with a machine.
#[derive(Debug, thiserror::Error)]
pub enum HandshakeError {
    /// It went away, or says nothing.
    #[error("{0}")]
    Connection(#[from] io::Error),
    /// It speaks something else.
    #[error("no RFB 3.8")]
    Version,
    /// It wants an authentication that is not known here, or a password that there is not.
    #[error("no security type of {0:?} can be used")]
    Security(Vec<u8>),
    /// It refuses.
    #[error("refused: {0:?}")]
    Refused(String),
}

/// Begins as the viewer of a machine, up to its last word of security.
///
/// # Errors
/// Why it cannot be gone on with.
pub async fn with_machine<S>(machine: &mut S, password: Option<&Secret>) -> Result<(), HandshakeError>
where
    S: AsyncRead + AsyncWrite + Unpin,
{
    let mut version = [0; 12];
    machine.read_exact(&mut version).await?;
    if !speaks_3_8(&version) {
        return Err(HandshakeError::Version);
    }
    machine.write_all(VERSION).await?;
    let mut offered = vec![0; usize::from(machine.read_u8().await?)];
    if offered.is_empty() {
        return Err(HandshakeError::Refused(reason(machine).await?));
    }
    machine.read_exact(&mut offered).await?;
    match password {
        Some(password) if offered.contains(&SECURITY_VNC) => {
            machine.write_u8(SECURITY_VNC).await?;
            let mut challenge = [0; 16];
            machine.read_exact(&mut challenge).await?;
            machine.write_all(&answer(challenge, password)).await?;
        }
        _ if offered.contains(&SECURITY_NONE) => machine.write_u8(SECURITY_NONE).await?,
        _ => return Err(HandshakeError::Security(offered)),
    }
    match machine.read_u32().await? {
        0 => Ok(()),
        _ => Err(HandshakeError::Refused(reason(machine).await?)),
    }
}

/// Whether a machine speaks 3.8, or something later, which is spoken as 3.8.
fn speaks_3_8(version: &[u8; 12]) -> bool {
    let number = |digits: &[u8]| std::str::from_utf8(digits).ok().and_then(|digits| digits.parse::<u16>().ok());
    let numbers = (number(&version[4..7]), number(&version[8..11]));
    version.starts_with(b"RFB ") && version[7] == b'.' && version[11] == b'\n' && numbers >= (Some(3), Some(8))
}

/// What a machine says of its refusal; not all of it when it says much.
async fn reason(machine: &mut (impl AsyncRead + Unpin)) -> io::Result<String> {
    let length = machine.read_u32().await?.min(REASON_MAX);
    let mut text = Vec::new();
    machine.take(length.into()).read_to_end(&mut text).await?;
    Ok(String::from_utf8_lossy(&text).into_owned())
}

/// The answer to a challenge: encrypted with the first eight bytes of the password, each with its bits in reverse.
fn answer(challenge: [u8; 16], password: &Secret) -> [u8; 16] {
    let mut key = [0; 8];
    for (place, byte) in key.iter_mut().zip(password.expose().bytes()) {
        *place = byte.reverse_bits();
    }
    let cipher = Des::new(&Key::<Des>::from(key));
    let mut answer = [0; 16];
    for (block, of) in answer.chunks_exact_mut(8).zip(challenge.chunks_exact(8)) {
        let mut encrypted = Block::<Des>::from(<[u8; 8]>::try_from(of).unwrap_or_default());
        cipher.encrypt_block(&mut encrypted);
        block.copy_from_slice(&encrypted);
    }
    answer
}

/// What the relay says to a viewer, as its machine, and how many bytes it answers each time.
pub const WITH_VIEWER: [(&[u8], usize); 3] = [
    (VERSION, VERSION.len()),
    // One security type.
    (&[1, SECURITY_NONE], 1),
    // That was well; the viewer says whether it shares the machine.
    (&[0, 0, 0, 0], 1),
];

/// Whether a viewer answered as it should.
pub fn is_answer(step: usize, answer: &[u8]) -> bool {
    match step {
        0 => answer == VERSION,
        1 => answer == [SECURITY_NONE],
        _ => true,
    }
}

/// What the machine is told in the viewer's place: nobody who opens a console closes that of another.
pub const SHARED: u8 = 1;

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::io::duplex;

    /// What a viewer with this password makes of a machine that says all of this, and what it answers.
    async fn begun(said: &[u8], password: Option<&str>) -> (Result<(), HandshakeError>, Vec<u8>) {
        let (mut ours, mut theirs) = duplex(4_096);
        theirs.write_all(said).await.expect("there is room");
        theirs.shutdown().await.expect("it is open");
        let password = password.map(|password| Secret::new(password.to_owned()));
        let outcome = with_machine(&mut ours, password.as_ref()).await;
        drop(ours);
        let mut answered = Vec::new();
        theirs.read_to_end(&mut answered).await.expect("it is open");
        (outcome, answered)
    }

    #[tokio::test]
    async fn a_machine_without_a_password_is_answered_none() {
        let said = [&VERSION[..], &[2, SECURITY_VNC, SECURITY_NONE], &[0; 4]].concat();
        let (outcome, answered) = begun(&said, None).await;
        assert!(outcome.is_ok());
        assert_eq!(answered, [&VERSION[..], &[SECURITY_NONE]].concat());
    }

    #[tokio::test]
    async fn a_challenge_is_answered_with_the_password() {
        let challenge: Vec<u8> = (0..16).collect();
        let said = [&b"RFB 003.889\n"[..], &[1, SECURITY_VNC], &challenge, &[0; 4]].concat();
        let (outcome, answered) = begun(&said, Some("secret")).await;
        assert!(outcome.is_ok());
        let answer = &answered[13..];
        assert_eq!((&answered[..12], answered[12], answer.len()), (&VERSION[..], SECURITY_VNC, 16));
        // Nothing of the password, and another one gives another answer.
        assert_ne!(answer, &begun(&said, Some("secreT")).await.1[13..]);
        assert_eq!(answer, &begun(&said, Some("secret\0\0and more")).await.1[13..]);
    }

    #[test]
    fn des_is_the_one_of_vnc() {
        // DES itself: the key of all zeros encrypts zeros to this.
        let zeros = answer([0; 16], &Secret::new(String::new()));
        assert_eq!(zeros[..8], [0x8c, 0xa6, 0x4d, 0xe9, 0xc1, 0xb1, 0x23, 0xa7]);
        assert_eq!(zeros[8..], zeros[..8]);
        // What QEMU took for an answer of whoever knows this password.
        let challenge = 0xb621_0e7c_56f9_47ac_861b_c705_1746_99ea_u128.to_be_bytes();
        let taken = 0x8ecf_8dc1_87ba_7611_29de_84d5_5e65_af0d_u128.to_be_bytes();
        assert_eq!(answer(challenge, &Secret::new("secret".to_owned())), taken);
    }

    #[tokio::test]
    async fn what_cannot_be_gone_on_with_is_said() {
        let none = [&VERSION[..], &[1, SECURITY_NONE]].concat();
        let cases: [(&[u8], Option<&str>, &str); 8] = [
            (b"RFB 003.003\n\0\0\0\x01", None, "no RFB 3.8"),
            (b"SSH-2.0-OpenSSH_9.2\r\n", None, "no RFB 3.8"),
            (&[&VERSION[..], &[2, 19, 16]].concat(), Some("a"), "no security type of [19, 16]"),
            (&[&VERSION[..], &[1, SECURITY_VNC]].concat(), None, "no security type of [2]"),
            (&[&VERSION[..], &[0, 0, 0, 0, 4], b"full"].concat(), None, "refused: \"full\""),
            (&[&none[..], &[0, 0, 0, 1, 0xff, 0xff, 0xff, 0xff], b"no"].concat(), None, "refused: \"no\""),
            (&none, None, "end of file"),
            (b"", None, "eof"),
        ];
        for (said, password, why) in cases {
            let error = begun(said, password).await.0.expect_err("it is no connection").to_string();
            assert!(error.contains(why), "{error}: {why}");
        }
    }
}
