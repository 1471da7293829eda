//! `xtask run`: builds what changed and becomes the server with demo data.

use std::os::unix::process::CommandExt as _;
use std::process::Command;

use crate::bundle::{self, Profile};
use crate::steps::Steps;
use crate::workspace::{Outcome, Workspace, call};

/// How many steps [`build`] takes.
pub const STEPS: usize = bundle::STEPS + 1;

/// Does not return once the server runs.
pub fn run(workspace: &Workspace) -> Outcome {
    build(workspace, &mut Steps::new(STEPS))?;
    let error = serve(workspace).exec();
    Err(format!("failed to start the server: {error}").into())
}

/// The bundle and the server, both as fast to build as they get.
pub fn build(workspace: &Workspace, steps: &mut Steps) -> Outcome {
    bundle::bundle(workspace, Profile::Dev, steps)?;
    steps.step("Building the server", || call(&mut workspace.cargo(["build", "--package", "server"])))
}

/// The server with demo data, in the repository's directory.
pub fn serve(workspace: &Workspace) -> Command {
    let mut server = Command::new(workspace.server_binary());
    server.args(["serve", "--demo"]).current_dir(&workspace.root);
    server
}
