//! `xtask release`: one binary that holds everything; `xtask bench`: its figures.

use std::env;
use std::fs;
use std::path::PathBuf;
use std::process::Command;

use crate::bundle::{self, Profile};
use crate::cold;
use crate::steps::Steps;
use crate::workspace::{Outcome, Workspace, call, output};

const SERVER: [&str; 4] = ["--package", "server", "--features", "embed"];
/// How many steps [`build_figures`] takes.
const BUILT: usize = bundle::STEPS + 1;

/// Builds it and says where it is and how large.
pub fn release(workspace: &Workspace) -> Outcome {
    let mut steps = Steps::new(bundle::STEPS + 1);
    bundle::bundle(workspace, Profile::of_release()?, &mut steps)?;
    steps.step("Building the server with everything embedded", || {
        call(workspace.cargo(["build", "--release", "--bins"]).args(SERVER).args(asked_for()))
    })?;
    let binary = binary(workspace);
    let bytes = fs::metadata(&binary)?.len();
    println!("{} ({}.{} MB)", binary.display(), bytes / 1_000_000, bytes / 100_000 % 10);
    Ok(())
}

/// What a binary has only when it is asked for: `make release FEATURES=libvirt`.
fn asked_for() -> Vec<String> {
    env::var("FEATURES").map_or_else(|_| Vec::new(), |features| vec!["--features".to_owned(), features])
}

/// Prints the figures of docs/figures.md, measured with such a binary.
pub fn bench(workspace: &Workspace) -> Outcome {
    let mut steps = Steps::new(BUILT + 3);
    build_figures(workspace, &mut steps)?;
    steps.step("Measuring", || call(&mut figures(workspace)))?;
    steps.step("Measuring in the browser", || measure_in_browser(workspace))?;
    steps.step("Compiling the programs of the browser from nothing", || cold::figure(workspace))
}

/// Prints those of many open tabs.
pub fn soak(workspace: &Workspace) -> Outcome {
    let mut steps = Steps::new(BUILT + 1);
    build_figures(workspace, &mut steps)?;
    steps.step("Measuring", || call(figures(workspace).args(["--", "soak"])))
}

fn build_figures(workspace: &Workspace, steps: &mut Steps) -> Outcome {
    bundle::bundle(workspace, Profile::of_release()?, steps)?;
    steps.step("Building the server and what measures it", || call(figures(workspace).arg("--no-run")))
}

fn figures(workspace: &Workspace) -> Command {
    let mut cargo = workspace.cargo(["bench"]);
    cargo.args(SERVER).args(["--bench", "figures"]);
    cargo
}

/// With the same binary, on the same world.
fn measure_in_browser(workspace: &Workspace) -> Outcome {
    let world = workspace.target.join("xtask").join("world.jsonl");
    fs::write(&world, output(figures(workspace).args(["--", "world"]))?)?;
    let mut browser = workspace.npx();
    browser.args(["playwright", "test", "--config", "bench.config.ts"]);
    call(browser.env("PORTICO_BIN", binary(workspace)).env("PORTICO_WORLD", world).env_remove("PORTICO_ASSETS"))
}

fn binary(workspace: &Workspace) -> PathBuf {
    workspace.target.join("release").join("portico")
}
