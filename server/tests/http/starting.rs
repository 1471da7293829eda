//! The program itself, on the command line.

use std::path::Path;
use std::process::{Command, Output};

/// The program, with none of the settings that are in the environment of the tests.
pub fn program() -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_portico"));
    for (name, _) in std::env::vars_os() {
        if name == "DATABASE_URL" || name.to_string_lossy().starts_with("PORTICO_") {
            command.env_remove(name);
        }
    }
    command
}

/// Carries out a command.
pub fn portico(data: &Path, words: &[&str], environment: &[(&str, &str)]) -> Output {
    let mut command = program();
    command.args(words).arg("--data").arg(data);
    command.envs(environment.iter().copied()).current_dir(data).output().unwrap()
}

/// What it wrote to standard error.
pub fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn an_unencrypted_way_to_another_machine_stops_the_start() {
    let data = tempfile::tempdir().unwrap();
    for (variable, address, setting) in [
        ("DATABASE_URL", "postgres://u:hunter2@db.example/x?sslmode=prefer", "database.allow_plaintext"),
        ("PORTICO_SMTP_URL", "smtp://u:hunter2@mail.example?tls=opportunistic", "mail.allow_plaintext"),
    ] {
        let output = portico(data.path(), &["serve"], &[(variable, address)]);
        let said = said(&output);
        assert_eq!(output.status.code(), Some(1), "{said}");
        assert!(said.contains(variable) && said.contains(setting) && !said.contains("hunter2"), "{said}");
    }
}

#[test]
fn nothing_is_revoked_by_accident() {
    let data = tempfile::tempdir().unwrap();
    let refused = portico(data.path(), &["revoke-all"], &[]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(said(&refused).contains("--yes"), "{}", said(&refused));
    assert!(!data.path().join("portico.db").exists(), "it was not even opened");
    let done = portico(data.path(), &["revoke-all", "--yes"], &[]);
    assert!(done.status.success(), "{}", said(&done));
    assert!(String::from_utf8_lossy(&done.stdout).contains("sessions: 0\n"));
}

#[test]
fn an_intact_audit_log_is_printed_and_a_rewritten_one_fails() {
    let data = tempfile::tempdir().unwrap();
    assert!(portico(data.path(), &["revoke-all", "--yes"], &[]).status.success());
    let intact = portico(data.path(), &["audit", "verify"], &[]);
    let head = String::from_utf8(intact.stdout.clone()).unwrap();
    assert!(intact.status.success() && head.starts_with("installation 1 "), "{head}{}", said(&intact));
    let kept = data.path().join("heads.txt");
    std::fs::write(&kept, &head).unwrap();
    let against = ["audit", "verify", "--against", kept.to_str().unwrap()];
    assert!(portico(data.path(), &against, &[]).status.success());
    std::fs::write(&kept, "installation 1 00ff\n").unwrap();
    let rewritten = portico(data.path(), &against, &[]);
    assert_eq!((rewritten.status.code(), rewritten.stdout), (Some(1), Vec::new()));
    let problem = "chain installation: row 1 was altered, removed or moved";
    assert!(String::from_utf8_lossy(&rewritten.stderr).contains(problem));
}
