//! How soon an open tab hears that something was taken from its person, and whether anything of theirs is accepted after
//! that was acknowledged.

use crate::figure::{Figure, Times, ms};
use crate::serving::Server;
use crate::world::{World, runtime};
use import::{DEMO_PASSWORD, generate};
use sqlx::sqlite::{SqliteConnectOptions, SqlitePool};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc;
use std::thread;
use std::time::{Duration, Instant};
use tokio::io::{AsyncBufReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::TcpStream;

/// More of them come from one address here than any office has, and one owner suspends them all.
pub const LIMITS: &str =
    "[limits]\nconnections = 8192\nconnections_per_address = 8192\nwrites_per_minute = 1_000_000\n";
/// The longest that is waited for what should come at once.
const PATIENCE: Duration = Duration::from_secs(10);

/// So many people with an open tab each, suspended one after the other while they press buttons.
pub fn figures(tabs: usize) -> Vec<Figure> {
    let world = World::of(lines(tabs, "technical"), tabs);
    let server = Server::start_with(&world, LIMITS);
    let contacts = runtime().block_on(contacts(&world));
    let cookies: Vec<String> = contacts.iter().map(|(_, email)| server.sign_in_as(email)).collect();
    let (told, heard) = mpsc::channel();
    let listening = runtime();
    for (tab, cookie) in cookies.iter().enumerate() {
        listening.spawn(listen(server.address(), cookie.clone(), tab, told.clone()));
    }
    for _ in 0..tabs {
        assert!(matches!(heard.recv_timeout(PATIENCE), Ok(Heard { news: false, .. })), "every tab listens");
    }
    let (mut times, mut accepted, mut tried) = (Times::none(), 0, 0);
    for (tab, (contact, _)) in contacts.iter().enumerate() {
        let (over, ok, all) = (AtomicBool::new(false), AtomicUsize::new(0), AtomicUsize::new(0));
        let acknowledged = AtomicBool::new(false);
        thread::scope(|scope| {
            scope.spawn(|| {
                while !over.load(Ordering::SeqCst) {
                    let late = acknowledged.load(Ordering::SeqCst);
                    // The page of the account, which is not there for whoever may not act on it.
                    let status = server.status_as(&cookies[tab], &server.account);
                    assert!([200, 404].contains(&status), "{status}");
                    if late {
                        all.fetch_add(1, Ordering::SeqCst);
                        ok.fetch_add(usize::from(status == 200), Ordering::SeqCst);
                    }
                }
            });
            let begun = Instant::now();
            server.suspend(contact, tab);
            acknowledged.store(true, Ordering::SeqCst);
            let news = loop {
                let heard = heard.recv_timeout(PATIENCE).unwrap();
                if heard.news && heard.tab == tab {
                    break heard.at;
                }
            };
            times.note(news.duration_since(begun));
            while all.load(Ordering::SeqCst) < 3 {
                thread::yield_now();
            }
            over.store(true, Ordering::SeqCst);
        });
        accepted += ok.into_inner();
        tried += all.into_inner();
    }
    listening.shutdown_background();
    vec![
        Figure {
            what: format!("a right taken away, until the open tab hears of it, {tabs} open tabs, p50"),
            reach: "",
            measured: ms(times.p50()),
            reached: None,
        },
        Figure {
            what: "the same, p99".to_owned(),
            reach: "under 1 s",
            measured: ms(times.p99()),
            reached: Some(times.p99() < Duration::from_secs(1)),
        },
        Figure {
            what: "requests of those people accepted after that was acknowledged".to_owned(),
            reach: "none",
            measured: format!("{accepted} of {tried}"),
            reached: Some(accepted == 0),
        },
    ]
}

/// An account with an owner and so many people with this role who can sign in: `p0@bench.example` and so on.
pub fn lines(people: usize, role: &'static str) -> Vec<String> {
    let head: Vec<String> = generate::generate(1, 1, 7).collect();
    let owner = head.iter().find(|line| line.contains("password_hash")).unwrap();
    let hash = owner.split("\"password_hash\":\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let person = move |number: usize| {
        let person = format!(
            r#"{{"type":"person","id":"bench:p{number}","email":"p{number}@bench.example","first_name":"P{number}","last_name":"Tab","password_hash":"{hash}","password_by":"self","verified":true}}"#
        );
        let contact = format!(
            r#"{{"type":"contact","id":"bench:c{number}","account":"{}","person":"bench:p{number}","roles":["{role}"]}}"#,
            generate::ACCOUNT
        );
        [person, contact]
    };
    head.into_iter().chain((0..people).flat_map(person)).collect()
}

/// The ids and addresses of everybody but the owner.
async fn contacts(world: &World) -> Vec<(String, String)> {
    let file = SqliteConnectOptions::new().filename(world.data().join("portico.db")).read_only(true);
    let plain = SqlitePool::connect_with(file).await.unwrap();
    sqlx::query_as("SELECT id, email FROM contacts WHERE owner IS NULL ORDER BY id").fetch_all(&plain).await.unwrap()
}

/// What a tab heard: that it listens, or news.
struct Heard {
    tab: usize,
    at: Instant,
    news: bool,
}

/// Listens as a browser does, and says what comes: once that it listens, then each piece of news.
async fn listen(address: String, cookie: String, tab: usize, told: mpsc::Sender<Heard>) {
    let mut stream = TcpStream::connect(&address).await.unwrap();
    let request = format!("GET /me/events HTTP/1.1\r\nhost: {address}\r\ncookie: {cookie}\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut lines = BufReader::new(stream).lines();
    let mut listens = false;
    while let Ok(Some(line)) = lines.next_line().await {
        let (at, news) = (Instant::now(), line.contains("\"news\""));
        if news || (line.contains("\"beat\"") && !listens) {
            listens = true;
            let _ = told.send(Heard { tab, at, news });
        }
    }
}

impl Server {
    /// Suspends a contact, in the owner's name.
    fn suspend(&self, contact: &str, number: usize) {
        let submission = format!("00000000-0000-7000-8000-{number:012x}");
        let account = self.account.replace("/a/", "");
        let form = [
            ("acting[account]", account.as_str()),
            ("change[submission]", &submission),
            ("change[contact]", contact),
            ("change[to]", "suspend"),
        ];
        assert_eq!(self.post("/fn/contacts/move_one", form), 200, "{contact} is suspended");
    }

    /// Signs somebody in who has the password of the demonstration.
    fn sign_in_as(&self, email: &str) -> String {
        self.sign_in_with(email, DEMO_PASSWORD)
    }
}
