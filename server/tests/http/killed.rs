//! The program itself, killed while it works: what it has answered is there when it starts again (SECURITY I13).

use crate::harness;
use crate::starting::program;
use std::io::{BufRead as _, BufReader, Read as _, Write as _};
use std::net::{SocketAddr, TcpStream};
use std::path::Path;
use std::process::{Child, ChildStdout, Stdio};
use std::sync::mpsc;
use std::thread;

/// A running `portico serve --demo`. Dropping it is no way to stop: it is killed.
pub struct Running {
    process: Child,
    output: BufReader<ChildStdout>,
    first_line: String,
    pub owner: Owner,
}

/// The owner, signed in.
#[derive(Clone)]
pub struct Owner {
    address: SocketAddr,
    cookie: String,
    account: String,
}

impl Running {
    pub fn start(data: &Path, dist: &Path) -> Self {
        let mut process = program()
            .args(["serve", "--demo", "--listen", "127.0.0.1:0", "--data"])
            .arg(data)
            .env("PORTICO_ASSETS", dist)
            .env("PORTICO_LOG", "off")
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let (mut output, mut first_line) = (BufReader::new(process.stdout.take().unwrap()), String::new());
        output.read_line(&mut first_line).unwrap();
        let address = first_line.trim_start_matches("Portico listens on ").split(": ").next().unwrap().parse().unwrap();
        Self { process, output, first_line, owner: Owner::sign_in(address) }
    }

    /// Kills it, and answers what it had printed; the port differs each time.
    pub fn printed(mut self) -> String {
        self.process.kill().unwrap();
        let mut printed = self.first_line.clone();
        self.output.read_to_string(&mut printed).unwrap();
        printed.replace(&self.owner.address.port().to_string(), "PORT")
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Owner {
    fn sign_in(address: SocketAddr) -> Self {
        let mut owner = Self { address, cookie: String::new(), account: String::new() };
        let form = "return_to=/&change[email]=owner@demo.example&change[password]=portico-demo-password";
        let answer = owner.ask("POST", "/fn/people/sign_in", form);
        let session = answer.lines().find(|line| line.starts_with("set-cookie: __Host-portico=")).unwrap();
        let (cookie, _) = session.trim_start_matches("set-cookie: ").split_once(';').unwrap();
        cookie.clone_into(&mut owner.cookie);
        // It leads to the one account.
        let first_page = owner.ask("GET", "/", "");
        let account = first_page.lines().find_map(|line| line.strip_prefix("location: /a/")).unwrap();
        account.clone_into(&mut owner.account);
        owner
    }

    /// The whole answer, or what came of it.
    fn ask(&self, method: &str, path: &str, form: &str) -> String {
        self.send(method, path, "accept: application/json", form)
    }

    /// A page, for a browser that prefers these languages.
    pub fn page_in(&self, path: &str, languages: &str) -> String {
        self.send("GET", path, &format!("accept-language: {languages}"), "")
    }

    fn send(&self, method: &str, path: &str, header: &str, form: &str) -> String {
        let mut answer = String::new();
        let (Self { address, cookie, .. }, length) = (self, form.len());
        if let Ok(mut stream) = TcpStream::connect(address) {
            let _ = write!(
                stream,
                "{method} {path} HTTP/1.1\r\nhost: localhost:{}\r\ncookie: {cookie}\r\n{header}\r\n\
                 sec-fetch-site: same-origin\r\ncontent-type: application/x-www-form-urlencoded\r\n\
                 content-length: {length}\r\nconnection: close\r\n\r\n{form}",
                address.port()
            );
            let _ = stream.read_to_string(&mut answer);
        }
        answer
    }

    /// Adds a contact; whether that was acknowledged.
    fn add(&self, email: &str, number: usize) -> bool {
        let form = format!(
            "return_to=/&acting[account]={}&change[submission]=00000000-0000-7000-8000-{number:012}&change[first_name]=Kept\
             &change[last_name]=Safe&change[email]={email}",
            self.account
        );
        self.ask("POST", "/fn/contacts/save", &form).starts_with("HTTP/1.1 200")
    }

    pub fn has(&self, email: &str) -> bool {
        let path = format!("/a/{}/contacts?search={email}", self.account);
        // As text: what was searched for stands in attributes.
        self.ask("GET", &path, "").contains(&format!(">{email}<"))
    }
}

#[test]
fn what_was_acknowledged_survives_being_killed() {
    let (data, dist) = (tempfile::tempdir().unwrap(), harness::bundle());
    let mut acknowledged = Vec::new();
    for round in 0..3 {
        let portal = Running::start(data.path(), dist.path());
        let owner = portal.owner.clone();
        let (acknowledge, arrived) = mpsc::channel();
        let client = thread::spawn(move || {
            for number in 1000 * round.. {
                let email = format!("kept-{number}@example.com");
                if !owner.add(&email, number) || acknowledge.send(email).is_err() {
                    break;
                }
            }
        });
        acknowledged.extend(arrived.iter().take(10));
        drop(portal);
        client.join().unwrap();
        acknowledged.extend(arrived.try_iter());
    }
    assert!(acknowledged.len() >= 30, "{acknowledged:?}");
    let portal = Running::start(data.path(), dist.path());
    let lost: Vec<_> = acknowledged.iter().filter(|email| !portal.owner.has(email)).collect();
    assert!(lost.is_empty(), "{lost:?} of {}", acknowledged.len());
}
