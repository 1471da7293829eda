//! The example receiver (docs/examples/webhook-receiver) keeps the contract of drivers and of the file, and calls back.

use crate::contract_file::Contract;
use crate::stand_in::{Asked, Reply, StandIn};
use crate::{ABLE, KEY_ID, SECRET, keys, parts};
use async_trait::async_trait;
use domain::provisioning::{Abilities, DriverError, Machine, Order, PowerChange, Progress, Provisioner, Task};
use domain::time::Timestamp;
use drivers::contract::{self, Bench, machine, order_id};
use drivers::signing::{KEY, Message, NONCE, SIGNATURE, TIMESTAMP, Way};
use drivers::webhook::{CallbackReader, Incoming, Parts, Webhook};
use serde_json::Value;
use std::path::Path;
use std::process::Stdio;
use std::sync::Arc;
use std::time::{SystemTime, UNIX_EPOCH};
use tokio::io::{AsyncBufReadExt as _, AsyncReadExt as _, AsyncWriteExt as _, BufReader};
use tokio::net::TcpStream;
use tokio::process::{Child, Command};

/// The receiver checks times by its own clock.
fn now() -> Timestamp {
    #[expect(clippy::disallowed_methods, reason = "another process has the same clock")]
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap();
    Timestamp(i64::try_from(since.as_millis()).unwrap())
}

/// The receiver, for as long as it lives.
struct Receiver {
    url: String,
    process: Child,
}

impl Receiver {
    /// It may only be missing where there is no Python.
    async fn start() -> Self {
        let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/examples/webhook-receiver/receiver.py");
        let mut process = Command::new("python3")
            .arg(script)
            .args(["--port", "0", "--path", "/portico", "--machine", "vm-1", "--seconds", "0"])
            .env("WEBHOOK_KEYS", format!("{KEY_ID}={SECRET},old={}", "o".repeat(32)))
            .stdout(Stdio::piped())
            .kill_on_drop(true)
            .spawn()
            .expect("python3 is there");
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let line = lines.next_line().await.unwrap().expect("it says where it listens");
        let address = line.strip_prefix("listening on ").unwrap();
        Self { url: format!("http://{address}/portico"), process }
    }

    fn driver(&self, callback: &str) -> Webhook {
        // It has no console.
        let abilities = Abilities { console: false, ..ABLE };
        Webhook::new(Parts { abilities, callback: callback.to_owned(), clock: Arc::new(now), ..parts(&self.url) })
    }
}

struct Stand(Webhook);

#[async_trait]
impl Bench for Stand {
    fn driver(&self) -> &dyn Provisioner {
        &self.0
    }

    fn machine(&self) -> Machine {
        machine("vm-1")
    }

    fn stranger(&self) -> Machine {
        machine("vm-9")
    }

    fn now(&self) -> Timestamp {
        now()
    }

    /// Asking again takes long enough.
    async fn pass(&self) {
        tokio::task::yield_now().await;
    }
}

#[tokio::test]
async fn the_example_keeps_the_contract_of_drivers() {
    let portal = StandIn::always(Reply::Json(202, String::new())).await;
    let receiver = Receiver::start().await;
    contract::holds(&Stand(receiver.driver(&format!("{}/callbacks/drivers/own", portal.url())))).await;
}

/// What a callback reports, as the portal reads it.
fn reported(asked: &Asked) -> Progress {
    let incoming = Incoming {
        target: &asked.target,
        timestamp: asked.header(TIMESTAMP),
        key: asked.header(KEY),
        nonce: asked.header(NONCE),
        signature: asked.header(SIGNATURE),
        body: &asked.body,
    };
    CallbackReader::new(keys()).read(&incoming, now()).expect("it is signed").progress
}

#[tokio::test]
async fn the_example_calls_back_until_it_was_heard() {
    let portal = StandIn::new(|number, _| Reply::Json(if number == 0 { 503 } else { 202 }, String::new())).await;
    let receiver = Receiver::start().await;
    let driver = receiver.driver(&format!("{}/callbacks/drivers/own", portal.url()));
    let start = Order { id: order_id(7), machine: machine("vm-1"), task: Task::Power(PowerChange::Start) };
    driver.carry_out(&start).await.expect("it is taken");
    let mut heard = portal.heard();
    for _ in 0..100_000 {
        if heard.len() == 2 {
            break;
        }
        driver.inquire(&start).await.expect("it is known");
        heard = portal.heard();
    }
    assert_eq!(heard.len(), 2);
    let contract = Contract::read();
    for asked in &heard {
        assert_eq!((asked.method.as_str(), asked.target.as_str()), ("POST", "/portico/callbacks/drivers/own"));
        assert_eq!(reported(asked), Progress::Done);
        contract.check("Progress", &serde_json::from_slice(&asked.body).unwrap());
    }
    assert_ne!(heard[0].header(NONCE), heard[1].header(NONCE));
}

#[tokio::test]
async fn one_that_dies_in_the_middle_of_an_order_is_not_reached_any_more() {
    let portal = StandIn::always(Reply::Json(202, String::new())).await;
    let mut receiver = Receiver::start().await;
    let driver = receiver.driver(&format!("{}/callbacks/drivers/own", portal.url()));
    let start = Order { id: order_id(8), machine: machine("vm-1"), task: Task::Power(PowerChange::Start) };
    driver.carry_out(&start).await.expect("it is taken");
    receiver.process.kill().await.unwrap();
    let outcome = driver.inquire(&start).await;
    assert!(matches!(outcome, Err(DriverError::NotReached(_))), "{outcome:?}");
}

/// Sends a request to the receiver, signed then, and with this nonce; status and body.
async fn ask(url: &str, path: &str, seconds: i64, nonce: &str) -> (u16, Vec<u8>) {
    let target = format!("/portico{path}");
    let message = Message { way: Way::Request, timestamp: seconds, nonce, method: "GET", target: &target, body: b"" };
    let signature = message.sign(&keys());
    let head = format!(
        "GET {target} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n{TIMESTAMP}: {seconds}\r\n{KEY}: {KEY_ID}\r\n\
         {NONCE}: {nonce}\r\n{SIGNATURE}: {signature}\r\n\r\n"
    );
    let address = url.strip_prefix("http://").unwrap().strip_suffix("/portico").unwrap();
    let mut stream = TcpStream::connect(address).await.unwrap();
    stream.write_all(head.as_bytes()).await.unwrap();
    let mut answer = Vec::new();
    stream.read_to_end(&mut answer).await.unwrap();
    let end = answer.windows(4).position(|four| four == b"\r\n\r\n").unwrap();
    let status = std::str::from_utf8(&answer[9..12]).unwrap().parse().unwrap();
    (status, answer.split_off(end + 4))
}

#[tokio::test]
async fn the_example_answers_as_the_file_says_and_only_what_is_signed_now() {
    let (receiver, contract) = (Receiver::start().await, Contract::read());
    let seconds = now().0 / 1_000;
    for (number, path) in [
        "/machines/vm-1",
        "/machines/vm-1/images",
        "/machines/vm-1/backups",
        "/machines/vm-1/measurements?from=0",
        "/machines/vm-1/credentials",
        "/orders/0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e6f",
        "/machines/vm-9",
        "/machines/vm-1/console",
    ]
    .into_iter()
    .enumerate()
    {
        let (status, body) = ask(&receiver.url, path, seconds, &format!("nonce-of-a-test-{number}")).await;
        let value: Value = serde_json::from_slice(&body).unwrap();
        assert_eq!(status, if path.ends_with("vm-9") || path.ends_with("console") { 422 } else { 200 }, "{path}");
        contract.check_answer("GET", path.split('?').next().unwrap(), status, &value);
    }
    let path = "/machines/vm-1";
    let of = |seconds, nonce| ask(&receiver.url, path, seconds, nonce);
    assert_eq!(of(seconds, "nonce-of-a-test-0").await.0, 401, "it came before");
    assert_eq!(of(seconds - 400, "nonce-of-a-test-old").await.0, 401, "it is old");
    assert_eq!(of(seconds + 400, "nonce-of-a-test-new").await.0, 401, "it is of the future");
    assert_eq!(of(seconds, "nonce-of-a-test-last").await.0, 200);
}
