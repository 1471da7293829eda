//! What the relay of consoles adds to a direct connection, and what 100 open consoles take.

use crate::figure::{Figure, Times, ms};
use crate::revoking;
use crate::serving::Server;
use crate::world::{World, runtime};
use futures_util::{SinkExt as _, StreamExt as _};
use import::DEMO_PASSWORD;
use sqlx::sqlite::{SqliteConnectOptions, SqlitePool};
use std::convert::Infallible;
use std::io;
use std::net::SocketAddr;
use std::time::Duration;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _};
use tokio::net::{TcpListener, TcpStream};
use tokio_tungstenite::WebSocketStream;
use tokio_tungstenite::tungstenite::{Message, http::Request};

/// 100 consoles: twenty on an account, five of a person.
const ACCOUNTS: usize = 5;
const PEOPLE: usize = 4;
const EACH: usize = 5;

const ROUNDS: usize = 2_000;
const UPDATE: [u8; 10] = [3, 1, 0, 0, 0, 0, 0, 1, 0, 1];
/// A picture of one pixel.
const PICTURE: [u8; 20] = [0, 0, 0, 1, 0, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 0, 9, 9, 9, 0];
/// A screen of one pixel, without a name.
const BEGUN: [u8; 24] = [0, 1, 0, 1, 32, 24, 0, 1, 0, 255, 0, 255, 0, 255, 16, 8, 0, 0, 0, 0, 0, 0, 0, 0];

/// A viewer: what it says in each step, and how much it is answered.
const BEGINNING: [(&[u8], usize); 4] = [(b"", 12), (b"RFB 003.008\n", 2), (&[1], 4), (&[1], BEGUN.len())];

type Viewer = WebSocketStream<TcpStream>;

/// The figures, over HTTP as a browser has them.
pub fn figures() -> Vec<Figure> {
    let world = World::of(lines(), ACCOUNTS * PEOPLE);
    let running = runtime();
    let screen = running.block_on(screen());
    let driver = format!("[[driver]]\nkind = \"demo\"\nname = \"demo\"\nconsole = \"{screen}\"\n");
    let server = Server::start_demo(&world, &format!("{}{driver}", revoking::LIMITS));
    let services = running.block_on(services(&world));
    let before = server.memory();
    let mut consoles: Vec<Viewer> = Vec::new();
    for (number, (account, service)) in services.iter().enumerate() {
        for person in 0..PEOPLE {
            let cookie = server.sign_in_with(&email(number, person), DEMO_PASSWORD);
            for _ in 0..EACH {
                consoles.push(running.block_on(open(&server, &cookie, account, service)));
            }
        }
    }
    let taken = server.memory().saturating_sub(before);
    let count = consoles.len();
    let (direct, relayed) = running.block_on(async {
        let mut machine = TcpStream::connect(screen).await.unwrap();
        machine.set_nodelay(true).unwrap();
        for (said, answered) in BEGINNING {
            machine.write_all(said).await.unwrap();
            machine.read_exact(&mut vec![0; answered]).await.unwrap();
        }
        let (mut direct, mut relayed) = (Times::none(), Times::none());
        let viewer = consoles.last_mut().unwrap();
        for _ in 0..ROUNDS {
            direct
                .add_async(async {
                    machine.write_all(&UPDATE).await.unwrap();
                    machine.read_exact(&mut [0; PICTURE.len()]).await.unwrap();
                })
                .await;
            relayed.add_async(say(viewer, &UPDATE, PICTURE.len())).await;
        }
        (direct, relayed)
    });
    let adds = relayed.p99().saturating_sub(direct.p99());
    vec![
        Figure {
            what: "console: what the relay adds to a direct connection, p99 on loopback".to_owned(),
            reach: "under 2 ms",
            measured: format!("{} ({}, direct {})", ms(adds), ms(relayed.p99()), ms(direct.p99())),
            reached: Some(adds < Duration::from_millis(2)),
        },
        Figure {
            what: format!("{count} consoles on one server, memory"),
            reach: "under 100 MB more",
            measured: format!("{} MB more", taken / 1_000_000),
            reached: Some(taken < 100_000_000),
        },
    ]
}

fn email(account: usize, person: usize) -> String {
    format!("viewer{account}-{person}@bench.example")
}

/// Accounts with people who run a service each.
fn lines() -> Vec<String> {
    let head = revoking::lines(0, "technical");
    let person = head.iter().find(|line| line.contains("password_hash")).unwrap();
    let hash = person.split("\"password_hash\":\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let of_account = move |account: usize| {
        let people = (0..PEOPLE).flat_map({
            let hash = hash.clone();
            move |number| {
                let (id, email) = (format!("bench:v{account}-{number}"), email(account, number));
                let rights = if number == 0 { r#""owner":"legal""# } else { r#""roles":["technical"]"# };
                [
                    format!(
                        r#"{{"type":"person","id":"{id}","email":"{email}","first_name":"V","last_name":"Viewer","password_hash":"{hash}","password_by":"self","verified":true}}"#
                    ),
                    format!(r#"{{"type":"contact","id":"{id}","account":"bench:a{account}","person":"{id}",{rights}}}"#),
                ]
            }
        });
        let account_line = format!(
            r#"{{"type":"account","id":"bench:a{account}","name":"A{account}","status":"active","currency":"EUR"}}"#
        );
        let service = format!(
            r#"{{"type":"service","id":"bench:s{account}","account":"bench:a{account}","name":"console-{account}","product":"VPS","kind":"vps","status":"active","driver":"demo","handle":"console-{account}"}}"#
        );
        std::iter::once(account_line).chain(people).chain([service])
    };
    head.into_iter().chain((0..ACCOUNTS).flat_map(of_account)).collect()
}

/// The accounts and their services.
async fn services(world: &World) -> Vec<(String, String)> {
    let file = SqliteConnectOptions::new().filename(world.data().join("portico.db")).read_only(true);
    let plain = SqlitePool::connect_with(file).await.unwrap();
    let services = "SELECT account_id, id FROM services WHERE external_id LIKE 'bench:s%' ORDER BY external_id";
    sqlx::query_as(services).fetch_all(&plain).await.unwrap()
}

/// A machine's screen of one pixel.
async fn screen() -> SocketAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(show(stream));
        }
    });
    address
}

/// Shows it to whoever asks, until they go.
async fn show(mut stream: TcpStream) -> io::Result<Infallible> {
    stream.set_nodelay(true)?;
    let steps: [(&[u8], usize); 4] = [(b"RFB 003.008\n", 12), (&[1, 1], 1), (&[0; 4], 1), (&BEGUN, 0)];
    for (said, answered) in steps {
        stream.write_all(said).await?;
        stream.read_exact(&mut vec![0; answered]).await?;
    }
    loop {
        stream.read_exact(&mut [0; UPDATE.len()]).await?;
        stream.write_all(&PICTURE).await?;
    }
}

/// Opens a console, up to its first picture.
async fn open(server: &Server, cookie: &str, account: &str, service: &str) -> Viewer {
    let form = [("acting[account]", account), ("service", service)];
    let ticket: String = serde_json::from_str(&server.answer_as(cookie, "/fn/console/issue", form)).unwrap();
    let address = server.address();
    let request = Request::builder()
        .uri(format!("ws://{address}/a/{account}/services/{service}/console/socket?ticket={ticket}"))
        .header("host", &address)
        .header("origin", format!("http://{address}"))
        .header("cookie", cookie)
        .header("connection", "Upgrade")
        .header("upgrade", "websocket")
        .header("sec-websocket-version", "13")
        .header("sec-websocket-key", "AAAAAAAAAAAAAAAAAAAAAA==");
    let stream = TcpStream::connect(&address).await.unwrap();
    stream.set_nodelay(true).unwrap();
    let (mut viewer, _) = tokio_tungstenite::client_async(request.body(()).unwrap(), stream).await.unwrap();
    for (said, answered) in BEGINNING {
        say(&mut viewer, said, answered).await;
    }
    say(&mut viewer, &UPDATE, PICTURE.len()).await;
    viewer
}

/// Says something, and waits for so many bytes.
async fn say(viewer: &mut Viewer, said: &[u8], mut answered: usize) {
    if !said.is_empty() {
        viewer.send(Message::Binary(said.to_vec().into())).await.unwrap();
    }
    while answered > 0 {
        if let Message::Binary(bytes) = viewer.next().await.unwrap().unwrap() {
            answered -= bytes.len();
        }
    }
}
