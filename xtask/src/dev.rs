//! `xtask dev`: rebuilds and restarts whenever a file changes.
//!
//! A build that fails leaves the running server as it is. After each build that does not,
//! `dist/.build-id` holds another id, by which open pages notice.

use std::fs;
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use crate::dist::short_hash;
use crate::fingerprint;
use crate::run;
use crate::steps::{Steps, elapsed};
use crate::workspace::{Outcome, Workspace};

const LOOK_EVERY: Duration = Duration::from_millis(300);
const PATIENCE: Duration = Duration::from_secs(5);

/// Does not return by itself.
pub fn dev(workspace: &Workspace) -> Outcome {
    let watched = watched(workspace);
    let mut server = None;
    loop {
        let seen = fingerprint::of(&watched)?;
        match rebuild(workspace) {
            Ok(()) => {
                if let Some(running) = server.take() {
                    stop(running)?;
                }
                server = Some(start(workspace)?);
            }
            Err(error) => println!("      {error}; the last good build goes on"),
        }
        wait_for_change(&watched, &seen, &mut server)?;
    }
}

fn watched(workspace: &Workspace) -> Vec<PathBuf> {
    ["app", "frontend", "server", "style", "public", "Cargo.toml", "Cargo.lock"]
        .map(|name| workspace.root.join(name))
        .to_vec()
}

fn rebuild(workspace: &Workspace) -> Outcome {
    let begun = Instant::now();
    run::build(workspace, &mut Steps::new(run::STEPS))?;
    let dist = workspace.root.join("dist");
    let made = fingerprint::of(&[workspace.server_binary(), dist.join("manifest.json")])?;
    fs::write(dist.join(".build-id"), short_hash(made.as_bytes()))?;
    println!("      built in {}", elapsed(begun.elapsed()));
    Ok(())
}

fn start(workspace: &Workspace) -> Outcome<Child> {
    let mut server = run::serve(workspace);
    Ok(server.env("PORTICO_LIVE_RELOAD", "1").stdin(Stdio::null()).spawn()?)
}

/// Politely first, so that the server can end its connections.
fn stop(mut server: Child) -> Outcome {
    Command::new("kill").arg(server.id().to_string()).status()?;
    let asked = Instant::now();
    while server.try_wait()?.is_none() {
        if asked.elapsed() > PATIENCE {
            server.kill()?;
        }
        thread::sleep(Duration::from_millis(20));
    }
    Ok(())
}

/// Returns when a file changed and then none did for a moment: editors write several.
fn wait_for_change(watched: &[PathBuf], seen: &str, server: &mut Option<Child>) -> Outcome {
    let mut last = seen.to_owned();
    loop {
        thread::sleep(LOOK_EVERY);
        if let Some(status) = server.as_mut().map(Child::try_wait).transpose()?.flatten() {
            println!("      the server ended ({status}); a change starts it again");
            *server = None;
        }
        let now = fingerprint::of(watched)?;
        if now != seen && now == last {
            return Ok(());
        }
        last = now;
    }
}
