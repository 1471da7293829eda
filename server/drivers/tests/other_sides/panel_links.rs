//! The examples of docs/panel-links.md take the portal's links, once, and no others.

use domain::provisioning::PanelVisit;
use domain::text::Secret;
use domain::time::Timestamp;
use drivers::contract::machine;
use drivers::panel::{LASTS, PanelLinks};
use drivers::signing::Key;
use serde_json::Value;
use std::path::Path;
use std::process::Command;

const NOW: i64 = 1_767_225_600;
const SECRET: &str = "panel-secret-of-the-examples-0001";
const PERSON: &str = "0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e6f";
const ISSUER: &str = "https://portal.example";
const PANEL: &str = "https://panel.example/sso";

/// A token of the portal for a panel.
fn token(panel: &str, issuer: &str, secret: &str) -> String {
    let key = Key::new("2026-01".to_owned(), Secret::new(secret.to_owned())).unwrap();
    let links = PanelLinks::new(panel, key, issuer.to_owned()).unwrap();
    let visit = PanelVisit { person: PERSON.parse().unwrap(), now: Timestamp(0).plus_seconds(NOW) };
    let address = links.address(&machine("vm-1"), &visit).unwrap();
    address.expose().split_once("?token=").unwrap().1.to_owned()
}

/// What an example says of each token, in one run.
fn checked(program: &str, example: &str, now: i64, tokens: &[String]) -> Vec<String> {
    let example = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../docs/examples/panel-links").join(example);
    let run = Command::new(program)
        .arg(example.canonicalize().unwrap())
        .args([ISSUER, "panel.example", &now.to_string()])
        .args(tokens)
        .env("PANEL_KEYS", format!("older={},2026-01={SECRET}", "o".repeat(32)))
        .output()
        .unwrap_or_else(|error| panic!("{program}: {error}"));
    assert!(run.status.success(), "{}", String::from_utf8_lossy(&run.stderr));
    String::from_utf8(run.stdout).unwrap().lines().map(str::to_owned).collect()
}

fn examples(now: i64, tokens: &[String]) -> [Vec<String>; 2] {
    [("python3", "verify.py"), ("node", "verify.mjs")].map(|(program, file)| checked(program, file, now, tokens))
}

#[test]
fn the_examples_let_a_person_into_one_machine_once() {
    let token = token(PANEL, ISSUER, SECRET);
    for lines in examples(NOW, &[token.clone(), token]) {
        let claims: Value = serde_json::from_str(&lines[0]).unwrap();
        assert_eq!([&claims["sub"], &claims["handle"]], [PERSON, "vm-1"]);
        assert_eq!(lines[1], "refused: it was used");
    }
}

#[test]
fn the_examples_refuse_what_is_old_of_others_or_forged() {
    let ours = token(PANEL, ISSUER, SECRET);
    let (signed, signature) = ours.rsplit_once('.').unwrap();
    let (header, claims) = signed.split_once('.').unwrap();
    let unsigned = "eyJhbGciOiJub25lIiwidHlwIjoiSldUIn0";
    let tokens = [
        token("https://other.example/sso", ISSUER, SECRET),
        token(PANEL, "https://other.example", SECRET),
        token(PANEL, ISSUER, &"x".repeat(32)),
        format!("{unsigned}.{claims}."),
        format!("{header}.{claims}."),
        format!("{header}.{}A.{signature}", &claims[..claims.len() - 1]),
        "a.b.c".to_owned(),
        String::new(),
    ];
    for lines in examples(NOW, &tokens) {
        assert_eq!(lines.len(), tokens.len());
        assert!(lines.iter().all(|line| line.starts_with("refused: ")), "{lines:#?}");
    }
    for now in [NOW - 10, NOW + LASTS + 5] {
        for lines in examples(now, std::slice::from_ref(&ours)) {
            assert_eq!(lines, ["refused: it is over"]);
        }
    }
}
