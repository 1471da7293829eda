//! Commands while the server has the embedded database open: they are carried out by the server, through its socket.

use crate::harness;
use crate::killed::Running;
use crate::starting::{portico, said};
use std::fs;
use std::os::unix::fs::PermissionsExt as _;

const CONTACT: &str = r#"{"type": "contact", "id": "more:ida", "account": "demo:hosting", "email": "ida@customer.example", "first_name": "Ida", "last_name": "Import"}"#;

#[test]
fn an_import_is_carried_out_while_the_server_serves_and_its_pages_show_it() {
    let (data, dist, elsewhere) = (tempfile::tempdir().unwrap(), harness::bundle(), tempfile::tempdir().unwrap());
    let portal = Running::start(data.path(), dist.path());
    assert!(!portal.owner.has("ida@customer.example"));
    let file = elsewhere.path().join("more.jsonl");
    fs::write(&file, format!("{CONTACT}\n")).unwrap();
    let done = portico(data.path(), &["import", file.to_str().unwrap()], &[]);
    assert!(done.status.success(), "{}", said(&done));
    assert!(String::from_utf8_lossy(&done.stdout).contains("contacts          1        0          0"), "{done:?}");
    assert!(portal.owner.has("ida@customer.example"));

    let written = portico(data.path(), &["export", "demo:hosting"], &[]);
    assert!(written.status.success() && said(&written).contains(" records"), "{}", said(&written));
    assert!(String::from_utf8_lossy(&written.stdout).contains("ida@customer.example"));
    assert_eq!(fs::read_dir(data.path().join("incoming")).unwrap().count(), 0, "nothing of the input is kept");
}

#[test]
fn a_command_that_fails_at_the_server_fails_with_its_reason() {
    let (data, dist) = (tempfile::tempdir().unwrap(), harness::bundle());
    let portal = Running::start(data.path(), dist.path());
    fs::write(data.path().join("wrong.jsonl"), "{}\n".repeat(3_000)).unwrap();
    let wrong = portico(data.path(), &["import", "wrong.jsonl"], &[]);
    assert_eq!((wrong.status.code(), wrong.stdout.len()), (Some(1), 0));
    let why = said(&wrong);
    assert!(why.contains("portico: wrong.jsonl:1: ") && why.contains("wrong.jsonl:3000: "), "{} bytes", why.len());
    assert!(why.ends_with(" problems; nothing was loaded\n"), "{} bytes", why.len());
    let missing = portico(data.path(), &["import", "missing.jsonl"], &[]);
    assert!(said(&missing).contains("missing.jsonl: No such file"), "{}", said(&missing));
    assert!(!portal.owner.has("ida@customer.example"));
}

#[test]
fn the_socket_of_a_server_that_was_killed_is_in_nobody_s_way() {
    let (data, dist) = (tempfile::tempdir().unwrap(), harness::bundle());
    drop(Running::start(data.path(), dist.path()));
    let socket = data.path().join("portico.sock");
    assert!(socket.exists(), "it was killed");
    let alone = portico(data.path(), &["migrate"], &[]);
    assert!(alone.status.success(), "{}", said(&alone));
    let _portal = Running::start(data.path(), dist.path());
    assert_eq!(socket.metadata().unwrap().permissions().mode() & 0o777, 0o600);
    let again = portico(data.path(), &["migrate"], &[]);
    assert!(again.status.success(), "{}", said(&again));
}
