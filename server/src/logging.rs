//! What is logged goes to standard error, as text or as JSON.

use crate::middleware::panic;
use std::io::IsTerminal as _;
use tracing_subscriber::EnvFilter;

/// Begins to log, as `PORTICO_LOG` and `PORTICO_LOG_FORMAT` say.
pub fn begin() {
    let filter = EnvFilter::try_from_env("PORTICO_LOG").unwrap_or_else(|_| EnvFilter::new("info"));
    let colours = std::io::stderr().is_terminal();
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).with_ansi(colours);
    let as_json = std::env::var_os("PORTICO_LOG_FORMAT").is_some_and(|format| format == "json");
    let begun = if as_json { log.json().try_init() } else { log.with_target(false).try_init() };
    if begun.is_ok() {
        std::panic::set_hook(Box::new(panic::log));
    }
}
