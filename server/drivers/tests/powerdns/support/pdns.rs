//! A PowerDNS of a test's own: on ports of 127.0.0.1 that nobody else has, in a folder that goes with it.

use hickory_proto::op::{Message, Query};
use hickory_proto::rr::{Name, RecordType};
use std::fs;
use std::net::{TcpListener, UdpSocket as StdUdpSocket};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::str::FromStr as _;
use std::time::Duration;
use tempfile::TempDir;
use tokio::net::{TcpStream, UdpSocket};

const SCHEMA: &str = "/usr/share/pdns-backend-sqlite3/schema/schema.sqlite3.sql";

/// A running server.
pub struct Server {
    process: Child,
    dns: u16,
    api: u16,
    _folder: TempDir,
}

impl Server {
    /// The key of its API.
    pub const KEY: &str = "a-key-of-tests";

    /// Starts one with these zones: a name, and the records beside SOA and NS, as a zone file has them.
    ///
    /// # Panics
    /// Where PowerDNS is not installed (`need_pdns` in xtask/toolchain.sh), or does not start.
    pub async fn start(zones: &[(&str, &str)]) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let at = folder.path();
        run(Command::new("sqlite3").arg(at.join("pdns.db")).arg(format!(".read {SCHEMA}")));
        for attempt in 0.. {
            let (dns, api) = free_ports();
            configure(at, dns, api);
            if attempt == 0 {
                for (zone, records) in zones {
                    load(at, zone, records);
                }
            }
            let mut server = Command::new("pdns_server");
            server.arg(format!("--config-dir={}", at.display())).stdin(Stdio::null()).stdout(Stdio::null());
            let log = fs::File::create(at.join("log")).expect("a log");
            let mut process = server.stderr(log).spawn().expect("PowerDNS is installed");
            if is_up(&mut process, api).await {
                return Self { process, dns, api, _folder: folder };
            }
            let _ = process.kill();
            let _ = process.wait();
            let log = fs::read_to_string(at.join("log")).unwrap_or_default();
            assert!(attempt < 4, "PowerDNS does not start: {log}");
        }
        unreachable!("it starts or panics")
    }

    /// The address of its API.
    pub fn api(&self) -> String {
        format!("http://127.0.0.1:{}", self.api)
    }

    /// What it answers to a question: the values, sorted.
    ///
    /// # Panics
    /// When it does not answer.
    pub async fn ask(&self, name: &str, kind: &str) -> Vec<String> {
        let kind = RecordType::from_str(kind).expect("a kind");
        let mut question = Message::query();
        question.add_query(Query::query(Name::from_ascii(name).expect("a name"), kind));
        let socket = UdpSocket::bind("127.0.0.1:0").await.expect("a socket");
        socket.connect(("127.0.0.1", self.dns)).await.expect("an address");
        let question = question.to_vec().expect("a question");
        let mut answer = vec![0; 4096];
        for _ in 0..5 {
            socket.send(&question).await.expect("sent");
            if let Ok(length) = tokio::time::timeout(Duration::from_secs(2), socket.recv(&mut answer)).await {
                let length = length.expect("an answer");
                let answer = Message::from_vec(answer.get(..length).expect("an answer")).expect("DNS");
                let found = answer.answers.iter().filter(|record| record.record_type() == kind);
                let mut values: Vec<String> = found.map(|record| record.data.to_string()).collect();
                values.sort();
                return values;
            }
        }
        panic!("no answer to {name}")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

/// Two ports that nobody has at the moment, for DNS (UDP and TCP) and for the API.
fn free_ports() -> (u16, u16) {
    let port = |listener: &TcpListener| listener.local_addr().expect("an address").port();
    let (dns, api) =
        (TcpListener::bind("127.0.0.1:0").expect("a port"), TcpListener::bind("127.0.0.1:0").expect("a port"));
    let _ = StdUdpSocket::bind(("127.0.0.1", port(&dns)));
    (port(&dns), port(&api))
}

fn configure(at: &Path, dns: u16, api: u16) {
    let folder = at.display();
    let lines = format!(
        "launch=gsqlite3\ngsqlite3-database={folder}/pdns.db\ngsqlite3-pragma-synchronous=0\n\
         local-address=127.0.0.1\nlocal-port={dns}\napi=yes\napi-key={}\nwebserver=yes\n\
         webserver-address=127.0.0.1\nwebserver-port={api}\nwebserver-allow-from=127.0.0.1\n\
         socket-dir={folder}\nguardian=no\ndaemon=no\ndisable-syslog=yes\nwrite-pid=no\n",
        Server::KEY
    );
    fs::write(at.join("pdns.conf"), lines).expect("written");
}

fn load(at: &Path, zone: &str, records: &str) {
    let file = at.join(format!("{zone}.zone"));
    let text = format!(
        "$TTL 300\n@ IN SOA ns1.example.net. hostmaster.example.net. 1 7200 3600 1209600 300\n\
         @ IN NS ns1.example.net.\n{records}"
    );
    fs::write(&file, text).expect("written");
    run(Command::new("pdnsutil").arg(format!("--config-dir={}", at.display())).arg("load-zone").arg(zone).arg(file));
}

fn run(command: &mut Command) {
    let output = command.stdin(Stdio::null()).output().expect("PowerDNS and sqlite3 are installed");
    assert!(output.status.success(), "{command:?}: {}", String::from_utf8_lossy(&output.stderr));
}

/// Waits until it listens; whether it does.
async fn is_up(process: &mut Child, api: u16) -> bool {
    for _ in 0..100 {
        if !matches!(process.try_wait(), Ok(None)) {
            return false;
        }
        if TcpStream::connect(("127.0.0.1", api)).await.is_ok() {
            return true;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    false
}
