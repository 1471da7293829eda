//! The binary `portico`.

use mimalloc::MiMalloc;
use server::commands;
use std::process::ExitCode;

// The system's allocator keeps the 19 MB that each sign-in takes for a while: 180 MB after a hundred of them.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    commands::run()
}
