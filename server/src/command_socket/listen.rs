//! The server's end.

use super::incoming::Incoming;
use super::{FRAME, Kind, Request, is_trusted, own_user, path, read_frame, write_frame};
use crate::commands::{CommandResult, Operator, Terminal};
use crate::settings::{PublicUrl, Settings};
use import::ProgressBar;
use portal::Opened;
use std::fs::{File, Permissions};
use std::future::Future;
use std::io::{BufRead as _, BufReader, ErrorKind, Write};
use std::os::fd::AsFd as _;
use std::os::unix::fs::PermissionsExt as _;
use std::os::unix::net::UnixStream;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Duration;
use tokio::net::{UnixListener, UnixSocket};
use tokio::runtime::Handle;
use tokio::sync::{Notify, Semaphore, watch};
use tokio::task::JoinSet;

/// How many commands are carried out at once; others wait.
const AT_ONCE: usize = 4;
/// How many callers the kernel keeps until they are accepted.
const WAITING: u32 = 64;
/// How long a caller may take to send a frame, or to take one.
const PATIENCE: Duration = Duration::from_secs(20);

/// What commands are carried out with.
pub(crate) struct Desk {
    pub(crate) portal: Arc<Opened>,
    pub(crate) settings: Settings,
    pub(crate) public_url: PublicUrl,
}

/// The socket, there for as long as this value.
pub(crate) struct Socket {
    listener: UnixListener,
    path: PathBuf,
    /// The user who runs the server.
    own: u32,
}

impl Socket {
    /// Makes the socket. Whoever calls this has the database's lock: a socket that is there was left by a killed server.
    pub(crate) fn bind(data: &Path) -> std::io::Result<Self> {
        Incoming::clear(data)?;
        let path = path(data);
        match std::fs::remove_file(&path) {
            Err(error) if error.kind() != ErrorKind::NotFound => return Err(error),
            Ok(()) | Err(_) => {}
        }
        let socket = UnixSocket::new_stream()?;
        // INVARIANT: before it has a path. Linux makes the file with this mode; a path might lead elsewhere by then.
        File::from(socket.as_fd().try_clone_to_owned()?).set_permissions(Permissions::from_mode(0o600))?;
        socket.bind(&path)?;
        Ok(Self { listener: socket.listen(WAITING)?, path, own: own_user()? })
    }

    /// Carries out commands until `stop`, and ends then what is under way: its transaction leaves nothing behind.
    pub(crate) async fn serve(self, desk: Arc<Desk>, stop: impl Future<Output = ()> + Send) {
        let (end, ended) = watch::channel(());
        let places = Arc::new(Semaphore::new(AT_ONCE));
        let mut commands = JoinSet::new();
        tokio::pin!(stop);
        loop {
            let accepted = tokio::select! {
                () = &mut stop => break,
                accepted = self.listener.accept() => accepted,
            };
            while commands.try_join_next().is_some() {}
            let trusted = accepted.and_then(|(stream, _)| {
                let peer = stream.peer_cred()?.uid();
                Ok(if is_trusted(peer, self.own) { Some(stream.into_std()?) } else { None })
            });
            match trusted {
                Ok(Some(stream)) => {
                    let (desk, places, ended) = (Arc::clone(&desk), Arc::clone(&places), ended.clone());
                    commands.spawn(async move {
                        let Ok(_place) = places.acquire().await else { return };
                        let answered = tokio::task::spawn_blocking(move || answer(&desk, stream, ended)).await;
                        if let Ok(Err(error)) = answered {
                            tracing::debug!(%error, "a command's connection ended");
                        }
                    });
                }
                Ok(None) => tracing::warn!("command rejected: it is of another user"),
                Err(error) => {
                    tracing::warn!(%error, "failed to accept a command");
                    tokio::time::sleep(Duration::from_millis(50)).await;
                }
            }
        }
        drop(end);
        while commands.join_next().await.is_some() {}
    }
}

impl Drop for Socket {
    fn drop(&mut self) {
        if let Err(error) = std::fs::remove_file(&self.path) {
            tracing::warn!(%error, "failed to remove the socket for commands");
        }
    }
}

/// Carries out one command, on a thread that may wait.
fn answer(desk: &Desk, stream: UnixStream, ended: watch::Receiver<()>) -> std::io::Result<()> {
    stream.set_nonblocking(false)?;
    stream.set_read_timeout(Some(PATIENCE))?;
    stream.set_write_timeout(Some(PATIENCE))?;
    let mut answers = stream.try_clone()?;
    if let Err(why) = carry_out(desk, stream, ended) {
        // Of a file with many wrong lines it is a long text.
        write_frame(&mut answers, Kind::Failed, &[])?;
        for piece in why.to_string().as_bytes().chunks(FRAME) {
            write_frame(&mut answers, Kind::Failed, piece)?;
        }
    }
    write_frame(&mut answers, Kind::Done, &[])?;
    // Also wakes the thread that waits for the caller to go.
    answers.shutdown(std::net::Shutdown::Both)
}

fn carry_out(desk: &Desk, stream: UnixStream, mut ended: watch::Receiver<()>) -> CommandResult {
    let frames = |kind| stream.try_clone().map(|stream| Box::new(Frames { stream, kind }) as Box<dyn Write + Send>);
    let (out, err, bar) = (frames(Kind::Out)?, frames(Kind::Err)?, frames(Kind::Err)?);
    let mut input = BufReader::with_capacity(FRAME, stream);
    let (Kind::Request, request) = read_frame(&mut input)? else { return Err("no request".into()) };
    let version = env!("CARGO_PKG_VERSION");
    let Request { mut task, input: announced, bar: shows, .. } = serde_json::from_slice::<Request>(&request)
        .ok()
        .filter(|request| request.version == version)
        .ok_or_else(|| format!("the server that runs is portico {version}: use that version, or restart the server"))?;
    let incoming =
        announced.map(|announced| Incoming::receive(&desk.settings.portal.data, &announced, &mut input)).transpose()?;
    match (task.input(), &incoming) {
        (Some(path), Some(incoming)) => path.clone_from(&incoming.path),
        (None, None) => {}
        (Some(_), None) | (None, Some(_)) => return Err("the request is incomplete".into()),
    }
    let mut terminal = Terminal { out, err, bar: ProgressBar::new(shows.then_some(bar)) };
    let gone = gone(input)?;
    let operator = Operator { portal: &desk.portal, settings: &desk.settings, public_url: &desk.public_url };
    let outcome = Handle::current().block_on(async {
        tokio::select! {
            outcome = operator.carry_out(&task, &mut terminal) => outcome,
            () = gone.notified() => Err("the command was stopped".into()),
            _ = ended.changed() => Err("the server stops".into()),
        }
    });
    // The caller knows its file by another name.
    outcome.map_err(|why| match &incoming {
        Some(incoming) => incoming.renamed(&why.to_string()).into(),
        None => why,
    })
}

/// Rung when the caller goes away. It sends nothing more, so a read ends with it.
fn gone(mut input: BufReader<UnixStream>) -> std::io::Result<Arc<Notify>> {
    input.get_ref().set_read_timeout(None)?;
    let gone = Arc::new(Notify::new());
    let bell = Arc::clone(&gone);
    std::thread::spawn(move || {
        let _ = input.fill_buf();
        bell.notify_one();
    });
    Ok(gone)
}

/// What a command writes, as frames.
struct Frames {
    stream: UnixStream,
    kind: Kind,
}

impl Write for Frames {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let piece = &bytes[..bytes.len().min(FRAME)];
        write_frame(&mut self.stream, self.kind, piece)?;
        Ok(piece.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::os::unix::fs::MetadataExt as _;

    #[tokio::test]
    async fn the_socket_is_its_owner_s_alone_and_replaces_that_of_a_killed_server() {
        let data = tempfile::tempdir().expect("a folder");
        // Dropping it closes it and leaves the file.
        drop(std::os::unix::net::UnixListener::bind(path(data.path())).expect("bound"));
        assert!(path(data.path()).exists());
        let socket = Socket::bind(data.path()).expect("replaced");
        let mode = path(data.path()).metadata().expect("it is there").permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
        assert_eq!(socket.own, data.path().metadata().expect("it is there").uid(), "who made the folder");
        assert!(UnixStream::connect(path(data.path())).is_ok());
        drop(socket);
        assert!(!path(data.path()).exists(), "it goes with the server");
    }
}
