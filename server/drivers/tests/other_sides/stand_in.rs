//! Another side for a test: it keeps what it hears, and answers as it is told.

use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

/// A request.
#[derive(Debug, Clone)]
pub struct Asked {
    pub method: String,
    pub target: String,
    /// With names in lower case.
    pub headers: Vec<(String, String)>,
    pub body: Vec<u8>,
}

impl Asked {
    pub fn header(&self, name: &str) -> &str {
        self.headers.iter().find(|(header, _)| header == name).map_or("", |(_, value)| value)
    }
}

/// What it does with one.
#[derive(Debug, Clone)]
pub enum Reply {
    /// Answers with JSON.
    Json(u16, String),
    /// Writes just these bytes and closes.
    Raw(Vec<u8>),
    /// Closes without a word.
    Close,
    /// Never says anything. The clock of the test runs on by itself from there.
    Hang,
}

/// The other side, for as long as it lives.
pub struct StandIn {
    pub address: SocketAddr,
    heard: Arc<Mutex<Vec<Asked>>>,
    accepting: JoinHandle<()>,
}

impl StandIn {
    /// One that answers the first, second, .. request it hears.
    pub async fn new(answer: impl Fn(usize, &Asked) -> Reply + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let (heard, answer) = (Arc::new(Mutex::new(Vec::new())), Arc::new(answer));
        let keeping = Arc::clone(&heard);
        let accepting = tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let (keeping, answer) = (Arc::clone(&keeping), Arc::clone(&answer));
                tokio::spawn(async move {
                    // Whoever asks may go away at any time.
                    let _ = serve(stream, &keeping, &*answer).await;
                });
            }
        });
        Self { address, heard, accepting }
    }

    /// One that always answers the same.
    pub async fn always(reply: Reply) -> Self {
        Self::new(move |_, _| reply.clone()).await
    }

    pub fn url(&self) -> String {
        format!("http://{}/portico", self.address)
    }

    pub fn heard(&self) -> Vec<Asked> {
        self.heard.lock().unwrap().clone()
    }
}

impl Drop for StandIn {
    fn drop(&mut self) {
        self.accepting.abort();
    }
}

async fn serve(
    mut stream: TcpStream,
    heard: &Mutex<Vec<Asked>>,
    answer: &(dyn Fn(usize, &Asked) -> Reply + Send + Sync),
) -> io::Result<()> {
    let asked = read(&mut stream).await?;
    let number = {
        let mut heard = heard.lock().unwrap();
        heard.push(asked.clone());
        heard.len() - 1
    };
    match answer(number, &asked) {
        Reply::Json(status, body) => {
            let length = body.len();
            let first =
                format!("HTTP/1.1 {status} x\r\ncontent-type: application/json\r\ncontent-length: {length}\r\n\r\n");
            stream.write_all(first.as_bytes()).await?;
            stream.write_all(body.as_bytes()).await
        }
        Reply::Raw(bytes) => stream.write_all(&bytes).await,
        Reply::Close => Ok(()),
        Reply::Hang => {
            tokio::time::pause();
            std::future::pending().await
        }
    }
}

async fn read(stream: &mut TcpStream) -> io::Result<Asked> {
    let mut bytes = Vec::new();
    let end = loop {
        if let Some(end) = bytes.windows(4).position(|four| four == b"\r\n\r\n") {
            break end;
        }
        more(stream, &mut bytes).await?;
    };
    let head = String::from_utf8_lossy(&bytes[..end]).into_owned();
    let mut lines = head.split("\r\n");
    let mut first = lines.next().unwrap().split(' ').map(str::to_owned);
    let (method, target) = (first.next().unwrap(), first.next().unwrap());
    let headers: Vec<(String, String)> = lines
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name.to_ascii_lowercase(), value.to_owned()))
        .collect();
    let mut asked = Asked { method, target, headers, body: Vec::new() };
    let length: usize = asked.header("content-length").parse().unwrap_or(0);
    let mut body = bytes.split_off(end + 4);
    while body.len() < length {
        more(stream, &mut body).await?;
    }
    asked.body = body;
    Ok(asked)
}

async fn more(stream: &mut TcpStream, bytes: &mut Vec<u8>) -> io::Result<()> {
    let mut buffer = [0; 4096];
    match stream.read(&mut buffer).await? {
        0 => Err(io::ErrorKind::UnexpectedEof.into()),
        count => {
            bytes.extend_from_slice(&buffer[..count]);
            Ok(())
        }
    }
}
