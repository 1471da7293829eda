//! A stand-in for the RFB server of a machine's screen: it speaks RFB 3.8 without a password, shows one picture, and keeps
//! what it is sent.

use std::net::SocketAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpSocket, TcpStream};
use tokio::sync::watch;

const VERSION: &[u8; 12] = b"RFB 003.008\n";
/// How wide and how high the screen is.
const SIZE: u16 = 8;

/// The screen, until it is dropped.
pub struct Screen {
    pub address: SocketAddr,
    state: Arc<State>,
}

struct State {
    /// Whether it goes on showing pictures that nobody asked for.
    floods: bool,
    /// Everything that was sent once a connection had begun.
    sent: watch::Sender<Vec<u8>>,
    connections: watch::Sender<usize>,
    written: AtomicUsize,
    shared: Mutex<Vec<u8>>,
}

impl Screen {
    /// One that shows its picture to whoever asks.
    pub fn quiet() -> Self {
        Self::new(false)
    }

    /// One that never stops showing.
    pub fn flooding() -> Self {
        Self::new(true)
    }

    fn new(floods: bool) -> Self {
        let socket = TcpSocket::new_v4().unwrap();
        // What it has written is not far from what was read.
        socket.set_send_buffer_size(32 * 1024).unwrap();
        socket.bind(SocketAddr::from(([127, 0, 0, 1], 0))).unwrap();
        let listener = socket.listen(16).unwrap();
        let address = listener.local_addr().unwrap();
        let state = Arc::new(State {
            floods,
            sent: watch::Sender::default(),
            connections: watch::Sender::default(),
            written: AtomicUsize::new(0),
            shared: Mutex::default(),
        });
        let shown = Arc::clone(&state);
        tokio::spawn(async move {
            while let Ok((stream, _)) = listener.accept().await {
                let state = Arc::clone(&shown);
                tokio::spawn(async move {
                    state.connections.send_modify(|count| *count += 1);
                    // Whoever goes away has seen enough.
                    let _ = state.show(stream).await;
                    state.connections.send_modify(|count| *count -= 1);
                });
            }
        });
        Self { address, state }
    }

    /// What was sent, once it is at least this long.
    pub async fn sent(&self, length: usize) -> Vec<u8> {
        self.state.sent.subscribe().wait_for(|sent| sent.len() >= length).await.unwrap().clone()
    }

    /// Ready when so many are connected.
    pub async fn connected(&self, count: usize) {
        self.state.connections.subscribe().wait_for(|connected| *connected == count).await.unwrap();
    }

    /// How many bytes the system took.
    pub fn written(&self) -> usize {
        self.state.written.load(Ordering::SeqCst)
    }

    /// Whether each of those who connected shares the screen.
    pub fn is_shared(&self) -> bool {
        let shared = self.state.shared.lock().unwrap();
        !shared.is_empty() && shared.iter().all(|shared| *shared == 1)
    }
}

impl State {
    async fn show(&self, mut stream: TcpStream) -> std::io::Result<()> {
        stream.write_all(VERSION).await?;
        let mut version = [0; 12];
        stream.read_exact(&mut version).await?;
        assert_eq!(&version, VERSION);
        stream.write_all(&[1, 1]).await?;
        assert_eq!(stream.read_u8().await?, 1);
        stream.write_all(&[0; 4]).await?;
        let shared = stream.read_u8().await?;
        self.shared.lock().unwrap().push(shared);
        stream.write_all(&begun()).await?;
        if self.floods {
            loop {
                let written = stream.write(&picture()).await?;
                self.written.fetch_add(written, Ordering::SeqCst);
            }
        }
        let mut piece = [0; 1_024];
        loop {
            let length = stream.read(&mut piece).await?;
            if length == 0 {
                return Ok(());
            }
            let sent = &piece[..length];
            self.sent.send_modify(|all| all.extend_from_slice(sent));
            // Every message of the tests is sent by itself.
            if sent.contains(&3) {
                stream.write_all(&picture()).await?;
            }
        }
    }
}

/// What a machine says of its screen: its size, 32 bits a pixel, and its name.
pub fn begun() -> Vec<u8> {
    let mut begun = [SIZE.to_be_bytes(), SIZE.to_be_bytes()].concat();
    begun.extend([32, 24, 0, 1, 0, 255, 0, 255, 0, 255, 16, 8, 0, 0, 0, 0]);
    begun.extend([0, 0, 0, 4]);
    begun.extend(b"test");
    begun
}

/// The picture, as it is shown.
pub fn picture() -> Vec<u8> {
    let mut picture = vec![0, 0, 0, 1, 0, 0, 0, 0];
    picture.extend([SIZE.to_be_bytes(), SIZE.to_be_bytes()].concat());
    picture.extend([0; 4]);
    picture.extend((0..usize::from(SIZE * SIZE)).flat_map(|pixel| [u8::try_from(pixel).unwrap(), 0, 255, 0]));
    picture
}
