//! `xtask test`: every check of the project, the cheap ones first; the first that fails ends it.

use std::process::Command;

use crate::bundle::{self, Profile};
use crate::deps_check;
use crate::lint;
use crate::steps::Steps;
use crate::supply_chain;
use crate::tally::Tally;
use crate::wasm;
use crate::workspace::{Outcome, Workspace, call};

const STEPS: usize = 12 + bundle::STEPS;

// INVARIANT: xtask stays out of the calls that build the server. Cargo unites the features of all
// packages of one call; with xtask among them, Leptos and fifty more would be built a second time.
const PRODUCT: [&str; 3] = ["--workspace", "--exclude", "xtask"];
const TOOL: [&str; 2] = ["--package", "xtask"];
// The driver of real machines, which a build has only when it is asked for.
const LIBVIRT: [&str; 2] = ["--features", "server/libvirt,drivers/contract"];

/// Prints one line with the number of tests at the end.
pub fn test(workspace: &Workspace) -> Outcome {
    let mut tally = Tally::default();
    let outcome = checks(workspace, &mut Steps::new(STEPS), &mut tally);
    println!("{tally}");
    outcome
}

fn checks(workspace: &Workspace, steps: &mut Steps, tally: &mut Tally) -> Outcome {
    steps.step("Format", || call(&mut workspace.cargo(["fmt", "--all", "--check"])))?;
    steps.step("Text lints", || lint::check(workspace))?;
    steps.step("Dependency rule", || deps_check::check(workspace))?;
    steps.step("Supply chain", || supply_chain::check(workspace))?;
    steps.step("Types of the browser tests", || call(workspace.npx().args(["tsc", "--noEmit"])))?;
    steps.step("Clippy, server flavour", || {
        clippy(workspace, &[&TOOL[..], &["--all-targets"]])?;
        clippy(workspace, &[&PRODUCT[..], &["--all-targets"]])
    })?;
    steps.step("Clippy, with libvirt", || clippy(workspace, &[&PRODUCT[..], &LIBVIRT[..], &["--all-targets"]]))?;
    steps.step("Clippy, WASM flavour", || clippy(workspace, &[&wasm_flavour()]))?;
    // As a release has it: the browser tests try what people get, and its weight is a check.
    bundle::bundle(workspace, Profile::of_release()?, steps)?;
    steps.step("Building the server and the tests", || {
        call(workspace.cargo(["build", "--bins", "--tests"]).args(PRODUCT))
    })?;
    steps.step("Rust tests, on SQLite and PostgreSQL", || {
        tally.run(workspace.cargo(["test"]).args(TOOL))?;
        tally.run(&mut product_tests(workspace))
    })?;
    steps.step("The driver libvirt, on real machines", || tally.run(&mut libvirt_tests(workspace)))?;
    steps.step("Browser tests", || tally.run(&mut browser_tests(workspace)))
}

fn clippy(workspace: &Workspace, what: &[&[&str]]) -> Outcome {
    call(workspace.cargo(["clippy"]).args(what.concat()).args(["--", "-D", "warnings"]))
}

/// Covers `domain` and `dom` too.
fn wasm_flavour() -> [&'static str; 8] {
    let profile = Profile::Dev.cargo_name();
    ["--package", wasm::CLIENT.name, "--package", wasm::RIGHTS.name, "--target", wasm::TARGET, "--profile", profile]
}

/// `need_libvirt` of xtask/toolchain.sh has started the hypervisor.
fn libvirt_tests(workspace: &Workspace) -> Command {
    let mut tests = workspace.cargo(["test", "--no-fail-fast", "--package", "drivers"]);
    tests.args(["--features", "libvirt,contract"]);
    tests
}

/// With a private PostgreSQL for as long as they run.
fn product_tests(workspace: &Workspace) -> Command {
    let mut cargo = workspace.cargo(["test", "--no-fail-fast"]);
    cargo.args(PRODUCT);
    let mut tests = Command::new(workspace.root.join("xtask/postgres.sh"));
    tests.arg(cargo.get_program()).args(cargo.get_args()).current_dir(&workspace.root);
    for (name, value) in cargo.get_envs() {
        tests.envs(value.map(|value| (name, value)));
    }
    // A snapshot that differs fails, and is never written here.
    tests.env("INSTA_UPDATE", "no").env_remove("INSTA_FORCE_PASS");
    tests
}

/// The tests start their own servers.
fn browser_tests(workspace: &Workspace) -> Command {
    let mut tests = workspace.npx();
    tests.args(["playwright", "test"]).env("PORTICO_BIN", workspace.server_binary());
    tests
}
