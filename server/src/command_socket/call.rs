//! The command's end.

use super::{FRAME, Input, Kind, Request, is_trusted, own_user, path, read_frame, write_frame};
use crate::commands::{CommandResult, Failed, Task, Terminal};
use std::fs::File;
use std::io::{BufWriter, Error, ErrorKind, IsTerminal as _, Read as _, Write as _};
use std::os::unix::fs::MetadataExt as _;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};

/// The server that has the database open.
pub(crate) struct Server(UnixStream);

impl Server {
    /// Looks for it; `None` where no server runs. One of a user who is not trusted is sent nothing.
    pub(crate) fn find(data: &Path) -> Result<Option<Self>, Failed> {
        // None was there, or one that was killed, or no socket can have so long a path.
        let absent = [ErrorKind::NotFound, ErrorKind::ConnectionRefused, ErrorKind::InvalidInput];
        match UnixStream::connect(path(data)) {
            Ok(stream) => {
                known(data, stream).map(|stream| Some(Self(stream))).map_err(|error| about(&path(data), &error))
            }
            Err(error) if absent.contains(&error.kind()) => Ok(None),
            Err(error) => Err(about(&path(data), &error)),
        }
    }

    /// Has it carry out a task, and passes on what that writes.
    pub(crate) fn ask(self, mut task: Task, terminal: &mut Terminal) -> CommandResult {
        let mut answers = self.0.try_clone()?;
        let mut sends = BufWriter::with_capacity(2 * FRAME, self.0);
        let (input, files) = task.input().map(|path| announced(path)).transpose()?.unzip();
        let version = env!("CARGO_PKG_VERSION").to_owned();
        let request = Request { version, task, input, bar: std::io::stderr().is_terminal() };
        match send(&mut sends, &request, &files.unwrap_or_default()) {
            Err(error) if !is_hung_up(&error) => return Err(error),
            // A server that refuses hangs up, and has said why.
            Ok(()) | Err(_) => {}
        }
        listen(&mut answers, terminal)
    }
}

/// The connection, where its other end may be sent what a command reads.
fn known(data: &Path, stream: UnixStream) -> std::io::Result<UnixStream> {
    stream.set_nonblocking(true)?;
    let stream = tokio::net::UnixStream::from_std(stream)?;
    let server = stream.peer_cred()?.uid();
    if !is_server(server, own_user()?, data.metadata()?.uid()) {
        return Err(Error::new(ErrorKind::PermissionDenied, "the server is of another user"));
    }
    let stream = stream.into_std()?;
    stream.set_nonblocking(false)?;
    Ok(stream)
}

/// Whether a user may be the server: the caller, root, and the owner of the data directory.
const fn is_server(server: u32, own: u32, owner: u32) -> bool {
    is_trusted(server, own) || server == owner
}

/// What a path has to be sent for, and the files themselves.
fn announced(path: &Path) -> Result<(Input, Vec<PathBuf>), Failed> {
    let name = |path: &Path| path.file_name().map(|name| name.to_string_lossy().into_owned());
    let own = name(path).or_else(|| path.canonicalize().ok().as_deref().and_then(name)).unwrap_or_default();
    if !path.is_dir() {
        return Ok((Input::File(own), vec![path.to_owned()]));
    }
    let mut files = Vec::new();
    for entry in path.read_dir().map_err(|error| about(path, &error))? {
        let file = entry.map_err(|error| about(path, &error))?.path();
        if file.extension().is_some_and(|extension| extension == "csv") {
            files.push(file);
        }
    }
    let names = files.iter().filter_map(|file| name(file)).collect();
    Ok((Input::Folder { name: own, files: names }, files))
}

fn send(to: &mut BufWriter<UnixStream>, request: &Request, files: &[PathBuf]) -> CommandResult {
    write_frame(to, Kind::Request, &serde_json::to_vec(request)?)?;
    for path in files {
        let mut file = File::open(path).map_err(|error| about(path, &error))?;
        let mut piece = vec![0; FRAME];
        loop {
            let read = file.read(&mut piece).map_err(|error| about(path, &error))?;
            write_frame(to, Kind::Data, &piece[..read])?;
            if read == 0 {
                break;
            }
        }
    }
    Ok(to.flush()?)
}

fn is_hung_up(error: &Failed) -> bool {
    let kind = error.downcast_ref().map(std::io::Error::kind);
    matches!(kind, Some(ErrorKind::BrokenPipe | ErrorKind::ConnectionReset))
}

/// An error about a file, in words: it is none of the connection's.
fn about(path: &Path, error: &std::io::Error) -> Failed {
    format!("{}: {error}", path.display()).into()
}

/// Passes on what the task writes, until its end.
fn listen(answers: &mut UnixStream, terminal: &mut Terminal) -> CommandResult {
    let mut failed: Option<Vec<u8>> = None;
    loop {
        let (kind, bytes) = read_frame(answers).map_err(|_| "the server ended before the command did")?;
        match kind {
            Kind::Out => terminal.out.write_all(&bytes)?,
            Kind::Err => {
                terminal.err.write_all(&bytes)?;
                terminal.err.flush()?;
            }
            Kind::Failed => failed.get_or_insert_default().extend(bytes),
            Kind::Done => break,
            Kind::Request | Kind::Data => return Err("the server's answer is invalid".into()),
        }
    }
    terminal.out.flush()?;
    match failed {
        None => Ok(()),
        Some(why) => Err(String::from_utf8_lossy(&why).into()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::net::UnixListener;

    #[test]
    fn nothing_is_sent_to_a_server_of_another_user() {
        assert!(is_server(1000, 1000, 1001) && is_server(0, 1000, 1001) && is_server(1001, 1000, 1001));
        assert!(!is_server(1002, 1000, 1001) && !is_server(1002, 0, 1001));
    }

    #[tokio::test]
    async fn the_server_of_the_same_user_is_found() {
        let data = tempfile::tempdir().expect("a folder");
        assert!(Server::find(data.path()).expect("none is there").is_none());
        let _listener = UnixListener::bind(path(data.path())).expect("bound");
        assert!(Server::find(data.path()).expect("it is one's own").is_some());
    }
}
