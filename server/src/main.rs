//! The binary `portico`.

use server::commands;
use std::process::ExitCode;

fn main() -> ExitCode {
    commands::run()
}
