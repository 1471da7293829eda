//! Where things are, and how other programs are called.

use std::env;
use std::error::Error;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use serde_json::Value;

/// What a step of the build gives: its message is meant for a person.
pub type Outcome<T = ()> = Result<T, Box<dyn Error>>;

const FLAVOUR: &str = "--cfg erase_components";

/// The directories of this checkout.
pub struct Workspace {
    pub root: PathBuf,
    /// Cargo's target directory, wherever `CARGO_TARGET_DIR` or a configuration puts it.
    pub target: PathBuf,
}

impl Workspace {
    /// Asks cargo.
    pub fn find() -> Outcome<Self> {
        let mut cargo = Command::new("cargo");
        cargo.args(["metadata", "--no-deps", "--format-version", "1"]);
        let metadata: Value = serde_json::from_str(&output(&mut cargo)?)?;
        let directory = |key: &str| {
            metadata[key].as_str().map(PathBuf::from).ok_or_else(|| format!("cargo metadata does not say {key}"))
        };
        Ok(Self { root: directory("workspace_root")?, target: directory("target_directory")? })
    }

    /// A call of cargo in the one flavour that everything is built in.
    pub fn cargo<const N: usize>(&self, arguments: [&str; N]) -> Command {
        let mut cargo = Command::new("cargo");
        cargo.args(arguments).current_dir(&self.root).env("RUSTFLAGS", flavour());
        // A workspace may be given another target directory than cargo's own.
        cargo.env("CARGO_TARGET_DIR", &self.target);
        cargo
    }

    /// A tool of the browser tests, of the version in their lock file.
    pub fn npx(&self) -> Command {
        let mut npx = Command::new("npx");
        npx.arg("--no-install").current_dir(self.root.join("end2end"));
        npx
    }

    /// The server's binary as `make run` builds it.
    pub fn server_binary(&self) -> PathBuf {
        self.target.join("debug").join("portico")
    }
}

/// The flags of rustc that everything is built with.
pub fn flavour() -> String {
    with_flavour(env::var("RUSTFLAGS").ok())
}

fn with_flavour(flags: Option<String>) -> String {
    match flags {
        Some(flags) if flags.contains("erase_components") => flags,
        Some(flags) if !flags.is_empty() => format!("{flags} {FLAVOUR}"),
        Some(_) | None => FLAVOUR.to_owned(),
    }
}

/// Runs a program that speaks to the terminal itself.
pub fn call(command: &mut Command) -> Outcome {
    let status =
        command.stdin(Stdio::null()).status().map_err(|error| format!("failed to start {}: {error}", name(command)))?;
    if status.success() { Ok(()) } else { Err(format!("{} failed ({status})", name(command)).into()) }
}

/// Runs a program and gives what it printed; its complaints go to the terminal.
pub fn output(command: &mut Command) -> Outcome<String> {
    let answer = command
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| format!("failed to start {}: {error}", name(command)))?;
    if answer.status.success() {
        Ok(String::from_utf8(answer.stdout)?)
    } else {
        Err(format!("{} failed ({})", name(command), answer.status).into())
    }
}

/// The command line, as one would type it.
pub fn name(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy().into_owned()];
    words.extend(command.get_args().map(|word| word.to_string_lossy().into_owned()));
    format!("`{}`", words.join(" "))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_flavour_is_added_once_and_other_flags_stay() {
        assert_eq!(with_flavour(None), FLAVOUR);
        assert_eq!(with_flavour(Some(String::new())), FLAVOUR);
        assert_eq!(with_flavour(Some(FLAVOUR.to_owned())), FLAVOUR);
        assert_eq!(with_flavour(Some("-Dwarnings".to_owned())), format!("-Dwarnings {FLAVOUR}"));
    }
}
