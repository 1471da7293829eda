//! The release binary as a server of its own, and a client that keeps its connection.

use crate::world::World;
use import::{DEMO_PASSWORD, generate};
use std::fs;
use std::io::{BufRead, BufReader};
use std::process::{Child, Command, Stdio};
use std::time::Duration;
use ureq::Agent;
use ureq::http::Response;

/// Threads that share the client keep a connection each.
const IDLE_CONNECTIONS: usize = 64;

/// A running `portico serve`, with its owner signed in.
pub struct Server {
    process: Child,
    origin: String,
    /// The address of the account.
    pub account: String,
    agent: Agent,
    cookie: String,
}

impl Server {
    /// Starts it on a free port and signs in.
    pub fn start(world: &World) -> Self {
        Self::start_with(world, "")
    }

    /// The same with these settings.
    pub fn start_with(world: &World, settings: &str) -> Self {
        Self::start_as(world, settings, &[])
    }

    /// The same as a demonstration.
    pub fn start_demo(world: &World, settings: &str) -> Self {
        Self::start_as(world, settings, &["--demo"])
    }

    fn start_as(world: &World, settings: &str, arguments: &[&str]) -> Self {
        let file = world.data().with_extension("toml");
        fs::write(&file, settings).unwrap();
        let mut process = Command::new(env!("CARGO_BIN_EXE_portico"))
            .arg("--config")
            .arg(file)
            .args(["serve", "--listen", "127.0.0.1:0", "--insecure-cookie"])
            .args(arguments)
            .arg("--data")
            .arg(world.data())
            .env("PORTICO_LOG", "error")
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let origin = listening(&mut process);
        let agent = Agent::config_builder()
            .max_redirects(0)
            .http_status_as_error(false)
            .timeout_global(Some(Duration::from_secs(30)))
            .max_idle_connections(IDLE_CONNECTIONS)
            .max_idle_connections_per_host(IDLE_CONNECTIONS)
            .build()
            .into();
        let mut server = Self { process, origin, account: String::new(), agent, cookie: String::new() };
        server.cookie = server.sign_in();
        server.account = location(&server.get("/", ""));
        server
    }

    /// Signs in once more: the new session's cookie.
    pub fn sign_in(&self) -> String {
        self.sign_in_with(generate::OWNER_EMAIL, DEMO_PASSWORD)
    }

    /// Goes on in a new session.
    pub fn sign_in_again(&mut self) {
        self.cookie = self.sign_in();
    }

    /// Goes on as somebody else.
    pub fn go_on_as(&mut self, email: &str) {
        self.cookie = self.sign_in_with(email, DEMO_PASSWORD);
    }

    /// Signs somebody in: the new session's cookie.
    pub fn sign_in_with(&self, email: &str, password: &str) -> String {
        let form = [("return_to", "/sign-in"), ("change[email]", email), ("change[password]", password)];
        let answer = self
            .agent
            .post(format!("{}/fn/people/sign_in", self.origin))
            .header("origin", &self.origin)
            .header("accept", "text/html")
            .send_form(form)
            .unwrap();
        assert_eq!(answer.status(), 303, "signed in");
        let cookie = answer.headers()["set-cookie"].to_str().unwrap();
        cookie.split(';').next().unwrap().to_owned()
    }

    /// The status that somebody else's request for a page is answered with.
    pub fn status_as(&self, cookie: &str, path: &str) -> u16 {
        let request = self.agent.get(format!("{}{path}", self.origin)).header("accept", "text/html");
        request.header("cookie", cookie).call().unwrap().status().as_u16()
    }

    /// The status that a form is answered with, which the owner sends.
    pub fn post<const N: usize>(&self, path: &str, form: [(&str, &str); N]) -> u16 {
        self.post_as(&self.cookie, path, form)
    }

    /// The status that a form is answered with, which somebody sends, on the first page. It is JSON: no page is rendered.
    pub fn post_as<const N: usize>(&self, cookie: &str, path: &str, form: [(&str, &str); N]) -> u16 {
        self.send_as(cookie, path, form).status().as_u16()
    }

    /// What it is answered with.
    pub fn answer_as<const N: usize>(&self, cookie: &str, path: &str, form: [(&str, &str); N]) -> String {
        self.send_as(cookie, path, form).body_mut().read_to_string().unwrap()
    }

    fn send_as<const N: usize>(&self, cookie: &str, path: &str, form: [(&str, &str); N]) -> Response<ureq::Body> {
        let request = self.agent.post(format!("{}{path}", self.origin)).header("origin", &self.origin);
        let request = request.header("accept", "application/json").header("cookie", cookie);
        request.send_form(form.into_iter().chain([("return_to", "/")])).unwrap()
    }

    /// Where it listens.
    pub fn address(&self) -> String {
        self.origin.replace("http://", "")
    }

    /// A page or file, all of it; with an encoding when one is named.
    pub fn read(&self, path: &str, encoding: &str) -> Vec<u8> {
        let mut answer = self.get(path, encoding);
        assert_eq!(answer.status(), 200, "{path}");
        answer.body_mut().with_config().limit(64 << 20).read_to_vec().unwrap()
    }

    fn get(&self, path: &str, encoding: &str) -> Response<ureq::Body> {
        let request = self.agent.get(format!("{}{path}", self.origin)).header("accept", "text/html");
        let request = request.header("cookie", &self.cookie).header("accept-encoding", encoding);
        request.call().unwrap()
    }

    /// What the process holds in memory that no file backs, in bytes (`RssAnon` of Linux).
    pub fn memory(&self) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.process.id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("RssAnon:")).unwrap();
        kilobytes(line)
    }

    /// How much of that is data of the program itself, which starting it made its own, in bytes.
    pub fn memory_of_the_program(&self) -> u64 {
        let maps = fs::read_to_string(format!("/proc/{}/smaps", self.process.id())).unwrap();
        let (mut inside, mut total) = (false, 0);
        for line in maps.lines() {
            if let Some(anonymous) = line.strip_prefix("Anonymous:") {
                total += if inside { kilobytes(anonymous) } else { 0 };
            } else if line.split_whitespace().next().is_some_and(|range| range.contains('-')) {
                inside = line.contains('/');
            }
        }
        total
    }
}

fn kilobytes(text: &str) -> u64 {
    text.trim().trim_end_matches(" kB").parse::<u64>().unwrap() * 1024
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

fn listening(process: &mut Child) -> String {
    let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
    let first = lines.next().unwrap().unwrap();
    let address = first.split_whitespace().find(|word| word.starts_with("127.0.0.1:")).unwrap();
    format!("http://{}", address.trim_end_matches(':'))
}

fn location(answer: &Response<ureq::Body>) -> String {
    answer.headers()["location"].to_str().unwrap().to_owned()
}
