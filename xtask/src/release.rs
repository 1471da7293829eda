//! `xtask release`: one binary that holds everything; `xtask bench`: its figures.

use std::fs;

use crate::bundle::{self, Profile};
use crate::steps::Steps;
use crate::workspace::{Outcome, Workspace, call};

const SERVER: [&str; 4] = ["--package", "server", "--features", "embed"];

/// Builds it and says where it is and how large.
pub fn release(workspace: &Workspace) -> Outcome {
    let mut steps = Steps::new(bundle::STEPS + 1);
    bundle::bundle(workspace, Profile::of_release()?, &mut steps)?;
    steps.step("Building the server with everything embedded", || {
        call(workspace.cargo(["build", "--release", "--bins"]).args(SERVER))
    })?;
    let binary = workspace.target.join("release").join("portico");
    let bytes = fs::metadata(&binary)?.len();
    println!("{} ({}.{} MB)", binary.display(), bytes / 1_000_000, bytes / 100_000 % 10);
    Ok(())
}

/// Prints the figures of docs/figures.md, measured with such a binary; with `soak` those of many open tabs.
pub fn bench(workspace: &Workspace, what: &[&str]) -> Outcome {
    let mut steps = Steps::new(bundle::STEPS + 2);
    bundle::bundle(workspace, Profile::of_release()?, &mut steps)?;
    let figures = |what: &[&str]| call(workspace.cargo(["bench"]).args(SERVER).args(["--bench", "figures"]).args(what));
    steps.step("Building the server and what measures it", || figures(&["--no-run"]))?;
    steps.step("Measuring", || figures(&[&["--"], what].concat()))
}
