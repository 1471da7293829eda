//! `xtask release`: one binary that holds everything.

use std::fs;

use crate::bundle::{self, Profile};
use crate::steps::Steps;
use crate::workspace::{Outcome, Workspace, call};

/// Builds it and says where it is and how large.
pub fn release(workspace: &Workspace) -> Outcome {
    let mut steps = Steps::new(bundle::STEPS + 1);
    bundle::bundle(workspace, Profile::Release, &mut steps)?;
    steps.step("Building the server with everything embedded", || {
        call(&mut workspace.cargo(["build", "--release", "--package", "server", "--features", "embed"]))
    })?;
    let binary = workspace.target.join("release").join("portico");
    let bytes = fs::metadata(&binary)?.len();
    println!("{} ({}.{} MB)", binary.display(), bytes / 1_000_000, bytes / 100_000 % 10);
    Ok(())
}
