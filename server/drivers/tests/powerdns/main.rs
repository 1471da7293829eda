//! The driver of PowerDNS against a real server: what is changed is asked for by DNS. Without PowerDNS these tests fail.

mod support;

use domain::dns::{ChangeSet, Content, DnsName, NameServer, NameServerError, RecordType, SetChange, Zone};
use domain::text::Secret;
use drivers::client::Target;
use drivers::powerdns::PowerDns;
use std::fmt::Write as _;
use std::time::Duration;
use support::pdns::Server;

fn driver(server: &Server, key: &str) -> PowerDns {
    let target = Target::parse(&server.api(), false).expect("an address");
    PowerDns::new(target, &Secret::new(key.to_owned()), "localhost", None).expect("a server")
}

fn name(text: &str) -> DnsName {
    DnsName::whole(text).expect("a name")
}

/// One change of what a zone holds.
fn set(zone: &Zone, at: &str, kind: RecordType, values: &[&str]) -> SetChange {
    let at = name(at);
    let before = zone.content(&at, kind).cloned();
    let values: Vec<String> = values.iter().map(|value| (*value).to_owned()).collect();
    SetChange { name: at, kind, before, after: (!values.is_empty()).then(|| Content::new(300, values)) }
}

#[tokio::test]
async fn what_is_changed_is_what_the_running_server_answers() {
    let server = Server::start(&[("example.com", "www 300 IN A 192.0.2.1\nold IN CNAME www\n")]).await;
    let driver = driver(&server, Server::KEY);
    let zone = driver.read("example.com").await.expect("a zone");
    assert_eq!(server.ask("www.example.com.", "A").await, ["192.0.2.1"]);
    let changes = ChangeSet {
        changes: vec![
            set(&zone, "www.example.com", RecordType::A, &["192.0.2.7", "192.0.2.8"]),
            set(&zone, "old.example.com", RecordType::Cname, &[]),
            set(&zone, "old.example.com", RecordType::Txt, &["\"a \\\"text\\\"; of \\195\\188\""]),
            set(&zone, "example.com", RecordType::Mx, &["10 mail.example.net."]),
            set(&zone, "_sip._tcp.example.com", RecordType::Srv, &["1 2 5060 sip.example.net."]),
            set(&zone, "example.com", RecordType::Caa, &["0 issue \"ca.example\""]),
            set(&zone, "v6.example.com", RecordType::Aaaa, &["2001:db8::7"]),
            set(&zone, "sub.example.com", RecordType::Ns, &["ns.example.org."]),
            set(&zone, "7.example.com", RecordType::Ptr, &["host.example.net."]),
        ],
    };
    driver.apply("example.com", &changes).await.expect("applied");
    assert_eq!(server.ask("www.example.com.", "A").await, ["192.0.2.7", "192.0.2.8"]);
    assert_eq!(server.ask("example.com.", "MX").await, ["10 mail.example.net."]);
    assert_eq!(server.ask("v6.example.com.", "AAAA").await, ["2001:db8::7"]);
    assert_eq!(server.ask("7.example.com.", "PTR").await, ["host.example.net."]);
    assert_eq!(server.ask("old.example.com.", "TXT").await.len(), 1);
    let after = driver.read("example.com").await.expect("a zone");
    assert!(changes.is_in(&after), "every kind is read as it was written");

    driver.apply("example.com", &changes.inverse()).await.expect("taken back");
    assert_eq!(server.ask("www.example.com.", "A").await, ["192.0.2.1"]);
    assert_eq!(driver.read("example.com").await.expect("a zone").sets, zone.sets);
}

#[tokio::test]
async fn a_change_that_is_refused_or_comes_late_applies_nothing() {
    let server = Server::start(&[("example.com", "www 300 IN A 192.0.2.1\n")]).await;
    let driver = driver(&server, Server::KEY);
    let zone = driver.read("example.com").await.expect("a zone");
    let good = set(&zone, "new.example.com", RecordType::A, &["192.0.2.9"]);
    let bad = set(&zone, "bad.example.com", RecordType::A, &["192.0.2"]);
    let refused = driver.apply("example.com", &ChangeSet { changes: vec![good.clone(), bad] }).await;
    assert!(matches!(refused, Err(NameServerError::Refused(_))), "{refused:?}");
    assert_eq!(server.ask("new.example.com.", "A").await, Vec::<String>::new());

    let mut stale = set(&zone, "www.example.com", RecordType::A, &["192.0.2.9"]);
    stale.before = Some(Content::new(300, vec!["192.0.2.5".to_owned()]));
    for changes in [vec![stale.clone()], vec![good, stale]] {
        assert_eq!(driver.apply("example.com", &ChangeSet { changes }).await, Err(NameServerError::Overtaken));
    }
    assert_eq!(driver.read("example.com").await.expect("a zone"), zone);
}

#[tokio::test]
async fn what_does_not_answer_well_is_told_apart() {
    let server = Server::start(&[("example.com", "")]).await;
    let wrong_key = driver(&server, "another").read("example.com").await;
    assert!(matches!(wrong_key, Err(NameServerError::Refused(_))), "{wrong_key:?}");
    let gone = driver(&server, Server::KEY).read("example.net").await;
    assert_eq!(gone, Err(NameServerError::NoSuchZone("example.net".to_owned())));
    let api = server.api();
    drop(server);
    let nobody =
        PowerDns::new(Target::parse(&api, false).expect("an address"), &Secret::new("k".to_owned()), "localhost", None);
    let unreached = nobody.expect("a server").read("example.com").await;
    assert!(matches!(unreached, Err(NameServerError::NotReached(_))), "{unreached:?}");
}

#[tokio::test]
async fn a_redirect_is_not_followed() {
    let elsewhere = support::answering("HTTP/1.1 302 Found\r\nLocation: /elsewhere\r\nContent-Length: 0\r\n\r\n").await;
    let target = Target::parse(&elsewhere.address, false).expect("an address");
    let driver = PowerDns::new(target, &Secret::new("k".to_owned()), "localhost", None).expect("a server");
    assert!(matches!(driver.read("example.com").await, Err(NameServerError::Nonsense(_))));
    assert_eq!(elsewhere.requests(), 1);
}

#[tokio::test]
async fn a_zone_of_5000_records_is_read_and_changed() {
    let mut records = String::new();
    for host in 0..5_000 {
        let _ = writeln!(records, "host{host} 300 IN A 192.0.{}.{}", host / 250, host % 250);
    }
    let server = Server::start(&[("example.com", &records)]).await;
    let driver = driver(&server, Server::KEY);
    let zone = tokio::time::timeout(Duration::from_secs(5), driver.read("example.com")).await;
    let zone = zone.expect("in time").expect("a zone");
    assert_eq!(zone.sets.len(), 5_001, "with its name server");
    let change = set(&zone, "host4711.example.com", RecordType::A, &["198.51.100.1"]);
    driver.apply("example.com", &ChangeSet { changes: vec![change] }).await.expect("applied");
    assert_eq!(server.ask("host4711.example.com.", "A").await, ["198.51.100.1"]);
}
