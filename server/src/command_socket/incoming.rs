//! The files that a command brings, kept in the data directory for as long as it is carried out.

use super::{BYTES, FILES, Input, Kind, invalid, read_frame};
use crate::clock;
use std::fs::{DirBuilder, OpenOptions};
use std::io::{Error, ErrorKind, Read, Result, Write as _};
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};

/// A directory that is deleted with this value.
#[derive(Debug)]
pub(super) struct Incoming {
    directory: PathBuf,
    /// What the command is to read.
    pub(super) path: PathBuf,
}

impl Incoming {
    /// Deletes what a server that was killed has left behind.
    pub(super) fn clear(data: &Path) -> Result<()> {
        match std::fs::remove_dir_all(all(data)) {
            Err(error) if error.kind() == ErrorKind::NotFound => Ok(()),
            outcome => outcome,
        }
    }

    /// Takes the files that `input` announces.
    pub(super) fn receive(data: &Path, input: &Input, from: &mut impl Read) -> Result<Self> {
        let directory = all(data).join(clock::nonce());
        let (Input::File(name) | Input::Folder { name, .. }) = input;
        let incoming = Self { path: directory.join(plain(name)?), directory };
        DirBuilder::new().recursive(true).mode(0o700).create(&incoming.directory)?;
        let mut left = BYTES;
        match input {
            Input::File(_) => receive_file(&incoming.path, &mut left, from)?,
            Input::Folder { files, .. } if files.len() > FILES => return Err(invalid("too many files")),
            Input::Folder { files, .. } => {
                DirBuilder::new().mode(0o700).create(&incoming.path)?;
                for file in files {
                    receive_file(&incoming.path.join(plain(file)?), &mut left, from)?;
                }
            }
        }
        Ok(incoming)
    }

    /// A text in which the path is called as the caller called it, without where it lies.
    pub(super) fn renamed(&self, text: &str) -> String {
        let directory = format!("{}/", self.directory.display());
        text.replace(&directory, "")
    }
}

impl Drop for Incoming {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_dir_all(&self.directory) {
            tracing::warn!(%error, directory = %self.directory.display(), "failed to delete what a command has read");
        }
    }
}

fn all(data: &Path) -> PathBuf {
    data.join("incoming")
}

fn receive_file(path: &Path, left: &mut u64, from: &mut impl Read) -> Result<()> {
    let mut file = OpenOptions::new().write(true).create_new(true).mode(0o600).open(path)?;
    loop {
        let (Kind::Data, bytes) = read_frame(from)? else { return Err(invalid("a frame is out of place")) };
        if bytes.is_empty() {
            return Ok(());
        }
        let length = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        *left =
            left.checked_sub(length).ok_or_else(|| Error::new(ErrorKind::FileTooLarge, "the input is too large"))?;
        file.write_all(&bytes)?;
    }
}

/// A name that leads nowhere else.
fn plain(name: &str) -> Result<&str> {
    let leads_away = name.is_empty() || name.len() > 255 || name == "." || name == ".." || name.contains(['/', '\0']);
    if leads_away { Err(invalid("the name of a file is invalid")) } else { Ok(name) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::command_socket::write_frame;

    fn sent(pieces: &[&[u8]]) -> Vec<u8> {
        let mut bytes = Vec::new();
        for piece in pieces {
            write_frame(&mut bytes, Kind::Data, piece).expect("written");
        }
        bytes
    }

    #[test]
    fn what_a_command_reads_is_deleted_with_its_end() {
        let data = tempfile::tempdir().expect("a folder");
        let input = Input::Folder { name: "dumps".to_owned(), files: vec!["a.csv".to_owned(), "b.csv".to_owned()] };
        let sent = sent(&[b"1", b"2", b"", b"3", b""]);
        let incoming = Incoming::receive(data.path(), &input, &mut sent.as_slice()).expect("received");
        let read = |name: &str| std::fs::read_to_string(incoming.path.join(name)).expect("it is there");
        assert_eq!((read("a.csv"), read("b.csv")), ("12".to_owned(), "3".to_owned()));
        assert!(incoming.path.ends_with("dumps"));
        drop(incoming);
        assert_eq!(all(data.path()).read_dir().expect("a folder").count(), 0);
    }

    #[test]
    fn no_name_of_a_file_leads_out_of_its_directory() {
        let data = tempfile::tempdir().expect("a folder");
        for name in ["", ".", "..", "../x", "/etc/x", "a/b", "a\0b"] {
            let sent = sent(&[b"1", b""]);
            for input in
                [Input::File(name.to_owned()), Input::Folder { name: "dumps".to_owned(), files: vec![name.to_owned()] }]
            {
                assert!(Incoming::receive(data.path(), &input, &mut sent.as_slice()).is_err(), "{name:?}");
            }
        }
    }

    #[test]
    fn a_file_that_breaks_off_is_not_read() {
        let data = tempfile::tempdir().expect("a folder");
        let input = Input::File("x.jsonl".to_owned());
        assert!(Incoming::receive(data.path(), &input, &mut sent(&[b"1"]).as_slice()).is_err());
        assert_eq!(all(data.path()).read_dir().expect("a folder").count(), 0);
    }
}
