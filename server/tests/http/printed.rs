//! What the commands print, as an operator reads it.

use crate::demo::database;
use crate::harness;
use crate::killed::Running;
use crate::starting::portico;
use sqlx::Connection as _;
use std::fs;
use std::path::Path;

const PEOPLE: &str = r#"{"type": "account", "id": "crm:acme", "name": "Acme", "currency": "EUR"}
{"type": "person", "id": "crm:ada", "email": "ada@acme.example", "first_name": "Ada", "last_name": "Acker", "password_hash": "$2b$10$92IXUNpkjO0rOQ5byMi.Ye4oKoEa3Ro9llC/.og/at2.uheWG/igi", "password_by": "self", "verified": true}
{"type": "contact", "id": "crm:ada", "account": "crm:acme", "person": "crm:ada", "owner": "legal", "phone": "+49 30 5550 100"}
{"type": "contact", "id": "crm:ben", "account": "crm:acme", "first_name": "Ben", "last_name": "Baum", "email": "ben@acme.example", "roles": ["billing"], "services": {"new": ["svc.power"]}}
{"type": "service", "id": "crm:web", "account": "crm:acme", "name": "web-01", "product": "VPS", "kind": "vps", "status": "active", "expires": "2040-01-31"}
{"type": "domain", "id": "crm:domain", "account": "crm:acme", "name": "acme.example", "status": "active"}
"#;

const LATER: &str = r#"{"type": "service", "id": "crm:mail", "account": "crm:acme", "name": "mail-01", "product": "VPS", "kind": "vps", "status": "active"}
{"type": "domain", "id": "crm:domain", "account": "crm:acme", "name": "acme.example", "status": "expired"}
"#;

const WRONG: &str = r#"{"type": "person", "id": "crm:eve", "email": "eve", "first_name": "Eve", "shoe_size": 40}
{"type": "visitor", "id": "crm:fay"}
{"type": "service", "id": "crm:web", "account": "crm:acme", "name": "web-01", "product": "VPS", "kind": "vps", "status": "on"}
no JSON
"#;

const NOWHERE: &str = r#"{"type": "domain", "id": "crm:domain", "account": "crm:nowhere", "name": "x.example", "status": "active"}
"#;

/// Carries out command lines one after the other, each shown with what it prints.
fn session(data: &Path, lines: &[&str]) -> String {
    lines.iter().map(|line| shown(data, line)).collect::<Vec<_>>().join("\n")
}

/// What goes to standard error is marked with `2>`.
fn shown(data: &Path, line: &str) -> String {
    let words: Vec<&str> = line.split(' ').collect();
    let output = portico(data, &words, &[("PORTICO_LOG", "off")]);
    let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
    let mut shown = format!("$ portico {line}\n{out}");
    shown.extend(err.lines().flat_map(|line| ["2> ", line, "\n"]));
    if !output.status.success() {
        shown.extend([output.status.to_string(), "\n".to_owned()]);
    }
    masked(&shown.replace(&data.display().to_string(), "[data]"))
}

/// The text without ids, hashes and tokens, which differ each time.
fn masked(text: &str) -> String {
    let is_end = |c: char| !(c.is_ascii_hexdigit() || c == '-');
    let pieces = text.split_inclusive(is_end).flat_map(|piece| {
        let word = piece.trim_end_matches(is_end);
        let name = match (word.len(), word.matches('-').count()) {
            (36, 4) => "[id]",
            (64, 0) => "[hex]",
            _ => word,
        };
        [name, &piece[word.len()..]]
    });
    pieces.collect()
}

#[test]
fn an_import_says_what_it_changed_or_what_is_wrong() {
    let data = tempfile::tempdir().unwrap();
    for (file, text) in [("people", PEOPLE), ("later", LATER), ("wrong", WRONG), ("nowhere", NOWHERE)] {
        fs::write(data.path().join(format!("{file}.jsonl")), text).unwrap();
    }
    let files = ["people", "people", "later", "wrong", "nowhere", "missing"];
    let lines = files.map(|file| format!("import {file}.jsonl"));
    insta::assert_snapshot!("import", session(data.path(), &lines.each_ref().map(String::as_str)));
}

#[test]
fn an_export_is_the_account_and_a_count() {
    let data = tempfile::tempdir().unwrap();
    fs::write(data.path().join("people.jsonl"), PEOPLE).unwrap();
    session(data.path(), &["import people.jsonl"]);
    insta::assert_snapshot!("export", session(data.path(), &["export crm:acme", "export crm:nowhere"]));
}

#[test]
fn a_new_account_is_a_link_for_its_owner_or_where_they_sign_in() {
    let data = tempfile::tempdir().unwrap();
    fs::write(data.path().join("people.jsonl"), PEOPLE).unwrap();
    session(data.path(), &["import people.jsonl"]);
    let lines = [
        "account create --name Bolt --owner-email bea@bolt.example --first-name Bea --last-name Blum",
        "account create --name Cork --owner-email ada@acme.example --first-name Ada --last-name Acker",
        "account create --name Dust --owner-email dan --first-name Dan --last-name Damm --currency euro",
    ];
    insta::assert_snapshot!("account_create", session(data.path(), &lines));
}

#[tokio::test]
async fn the_audit_log_is_its_heads_or_the_first_row_that_was_altered() {
    let data = tempfile::tempdir().unwrap();
    fs::write(data.path().join("people.jsonl"), PEOPLE).unwrap();
    fs::write(data.path().join("heads.txt"), "installation\n").unwrap();
    session(data.path(), &["import people.jsonl"]);
    let intact = session(data.path(), &["audit verify", "audit verify --against heads.txt"]);
    let altered = "DROP TRIGGER audit_no_update; UPDATE audit SET subject_id = NULL WHERE chain <> ''";
    let mut database = database(data.path()).await;
    sqlx::raw_sql(altered).execute(&mut database).await.unwrap();
    database.close().await.unwrap();
    let broken = session(data.path(), &["audit verify"]);
    insta::assert_snapshot!("audit_verify", [intact, broken].join("\n"));
}

#[test]
fn everything_is_revoked_when_confirmed_and_counted() {
    let data = tempfile::tempdir().unwrap();
    let account = "account create --name Bolt --owner-email bea@bolt.example --first-name Bea --last-name Blum";
    session(data.path(), &[account]);
    insta::assert_snapshot!("revoke_all", session(data.path(), &["revoke-all", "revoke-all --yes", "migrate"]));
}

#[test]
fn every_problem_of_the_settings_is_told_at_once_with_its_place() {
    let data = tempfile::tempdir().unwrap();
    fs::write(
        data.path().join("wrong.toml"),
        "listen = 'localhost'\npublic_url = 'portal.example'\nsupport_email = 'support'\nrestore_days = 400\n\
         trusted_proxies = ['proxy']\n[brand]\nname = ''\ncolour = 'red'\nlogo = 'logo.gif'\n[mail]\n\
         timeout_seconds = 60\n[sessions]\nidle_hours = 25\nabsolute_days = 1\n[[templates]]\nkey = 'Own'\n",
    )
    .unwrap();
    fs::write(data.path().join("unknown.toml"), "[brand]\ncolor = '#ffffff'\n").unwrap();
    let lines = [
        "serve --config wrong.toml",
        "serve --config unknown.toml",
        "serve --config missing.toml",
        "serve --demo --listen 0.0.0.0:8080 --public-url https://portal.example --insecure-cookie",
    ];
    insta::assert_snapshot!("settings", session(data.path(), &lines));
}

#[test]
fn a_demonstration_says_where_it_is_and_who_is_in_it() {
    let (data, dist) = (tempfile::tempdir().unwrap(), harness::bundle());
    let portal = Running::start(data.path(), dist.path());
    let second = portico(
        data.path(),
        &["serve", "--listen", "127.0.0.1:0"],
        &[("PORTICO_LOG", "off"), ("PORTICO_ASSETS", dist.path().to_str().unwrap())],
    );
    let refused = String::from_utf8(second.stderr).unwrap().replace(&data.path().display().to_string(), "[data]");
    insta::assert_snapshot!("demo", portal.printed());
    assert_eq!(refused, "portico: [data]/portico.lock is in use by another portico process\n");
}
