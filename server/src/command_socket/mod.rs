//! Commands of the same binary while the server has the embedded database open: they are carried out by the server, through a
//! Unix socket in the data directory. What a command reads is sent along, and what it writes comes back.
//!
//! One connection is one command. It consists of frames: a kind, a length, and at most [`FRAME`] bytes. The caller sends a
//! request and the files that it announces, the server answers with output and in the end with how it went.

mod call;
mod incoming;
mod listen;

pub(crate) use call::Server;
pub(crate) use listen::{Desk, Socket};

use crate::commands::Task;
use serde::{Deserialize, Serialize};
use std::io::{Error, ErrorKind, Read, Result, Write};
use std::path::{Path, PathBuf};
use tokio::net::UnixStream;

/// The most bytes of a frame.
const FRAME: usize = 64 * 1024;
/// The most files that a command brings.
const FILES: usize = 64;
/// The most bytes of all of them.
const BYTES: u64 = 4 << 30;

/// Where it is.
fn path(data: &Path) -> PathBuf {
    data.join("portico.sock")
}

/// The user of this process, as the kernel names them to the other end of a socket.
fn own_user() -> Result<u32> {
    let (end, _other) = UnixStream::pair()?;
    Ok(end.peer_cred()?.uid())
}

/// Whether a user may have commands carried out: the one who runs the server, and root.
const fn is_trusted(peer: u32, own: u32) -> bool {
    peer == own || peer == 0
}

/// What is asked for.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Request {
    /// The caller's version: another one may mean something else by the rest.
    version: String,
    task: Task,
    input: Option<Input>,
    /// Whether the caller shows how far it is.
    bar: bool,
}

/// What the task reads: its name, and the files that follow.
#[derive(Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
enum Input {
    File(String),
    Folder { name: String, files: Vec<String> },
}

/// What a frame holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// The request, as JSON.
    Request = 1,
    /// A piece of a file; an empty one ends it.
    Data = 2,
    /// For standard output.
    Out = 3,
    /// For standard error.
    Err = 4,
    /// A piece of why it failed.
    Failed = 5,
    /// The end.
    Done = 6,
}

impl Kind {
    fn of(byte: u8) -> Result<Self> {
        [Self::Request, Self::Data, Self::Out, Self::Err, Self::Failed, Self::Done]
            .into_iter()
            .find(|kind| *kind as u8 == byte)
            .ok_or_else(|| invalid("an unknown kind of frame"))
    }
}

fn write_frame(to: &mut impl Write, kind: Kind, bytes: &[u8]) -> Result<()> {
    let length = u32::try_from(bytes.len()).ok().filter(|_| bytes.len() <= FRAME);
    let length = length.ok_or_else(|| invalid("a frame is too long"))?.to_be_bytes();
    let head = [kind as u8, length[0], length[1], length[2], length[3]];
    to.write_all(&head)?;
    to.write_all(bytes)
}

fn read_frame(from: &mut impl Read) -> Result<(Kind, Vec<u8>)> {
    let mut head = [0; 5];
    from.read_exact(&mut head)?;
    let [kind, length @ ..] = head;
    let length = usize::try_from(u32::from_be_bytes(length)).unwrap_or(usize::MAX);
    if length > FRAME {
        return Err(invalid("a frame is too long"));
    }
    let mut bytes = vec![0; length];
    from.read_exact(&mut bytes)?;
    Ok((Kind::of(kind)?, bytes))
}

fn invalid(what: &'static str) -> Error {
    Error::new(ErrorKind::InvalidData, what)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_user_of_the_server_and_root_are_trusted() {
        assert!(is_trusted(1000, 1000) && is_trusted(0, 1000));
        assert!(!is_trusted(1001, 1000) && !is_trusted(1000, 0));
    }

    #[test]
    fn a_frame_is_read_as_it_was_written_and_no_longer_than_it_may_be() {
        let mut bytes = Vec::new();
        write_frame(&mut bytes, Kind::Out, b"hello").expect("written");
        assert_eq!(read_frame(&mut bytes.as_slice()).expect("read"), (Kind::Out, b"hello".to_vec()));
        assert!(write_frame(&mut bytes, Kind::Out, &vec![0; FRAME + 1]).is_err());
        assert!(read_frame(&mut [3, 255, 255, 255, 255].as_slice()).is_err());
        assert!(read_frame(&mut [9, 0, 0, 0, 0].as_slice()).is_err());
    }
}
