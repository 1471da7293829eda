//! The build of Portico: bundles, the development server, the test command and the
//! project's own lints.
//!
//! The Makefile is its face and `xtask/toolchain.sh` prepares the machine; xtask itself
//! installs nothing and knows nothing of the product.

mod bundle;
mod cold;
mod console;
mod css;
mod deps_check;
mod dev;
mod dist;
mod fingerprint;
mod floors;
mod font;
mod lint;
mod release;
mod run;
mod shrink;
mod steps;
mod supply_chain;
mod tally;
mod test;
mod wasm;
mod workspace;

use std::env;
use std::process::ExitCode;

use bundle::Profile;
use steps::Steps;
use workspace::{Outcome, Workspace};

const USAGE: &str = "\
usage: xtask COMMAND

  run                  builds what changed and serves the portal with demo data
  dev                  the same, rebuilt and restarted whenever a file changes
  test                 every check of the project, one numbered step after the other
  release              one self-contained binary
  bench                the figures of docs/figures.md, measured with that binary
  soak                 those of 1,000 open tabs
  bundle [--release]   WASM, CSS and public files into dist/; with --plain a release without the size flags
  deps-check           the dependency rule of ARCHITECTURE.md
  supply-chain         licences, sources and bans of dependencies, as supply_chain.toml says
  lint                 the text lints (raw textarea, SQL in format!, ..)";

fn main() -> ExitCode {
    let arguments: Vec<String> = env::args().skip(1).collect();
    let words: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match obey(&words) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error}");
            ExitCode::FAILURE
        }
    }
}

fn obey(words: &[&str]) -> Outcome {
    match words {
        ["run"] => run::run(&Workspace::find()?),
        ["dev"] => dev::dev(&Workspace::find()?),
        ["test"] => test::test(&Workspace::find()?),
        ["release"] => release::release(&Workspace::find()?),
        ["bench"] => release::bench(&Workspace::find()?),
        ["soak"] => release::soak(&Workspace::find()?),
        ["bundle"] => bundle_alone(Profile::Dev),
        ["bundle", "--release"] => bundle_alone(Profile::of_release()?),
        ["bundle", "--plain"] => bundle_alone(Profile::Release),
        ["deps-check"] => deps_check::check(&Workspace::find()?),
        ["supply-chain"] => supply_chain::check(&Workspace::find()?),
        ["lint"] => lint::check(&Workspace::find()?),
        _ => Err(USAGE.into()),
    }
}

fn bundle_alone(profile: Profile) -> Outcome {
    let mut steps = Steps::new(bundle::STEPS);
    bundle::bundle(&Workspace::find()?, profile, &mut steps)
}
