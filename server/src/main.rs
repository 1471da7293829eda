//! The binary `portico`.

use mimalloc::MiMalloc;
use server::commands;
use std::process::ExitCode;

// A page of a table is thousands of small strings: a quarter of the time with the system's allocator went into it.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

fn main() -> ExitCode {
    commands::run()
}
