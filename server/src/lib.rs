//! Portico over HTTP: settings, wiring, middleware, command line.
//!
//! What the portal does is decided elsewhere: `domain` has the rules, `portal` the use-cases, `app` the pages. This crate
//! brings a request to them and an answer back, and refuses what should never reach them.

pub mod assets;
pub mod callbacks;
pub mod client;
pub mod clock;
mod command_socket;
pub mod commands;
pub mod connections;
pub mod console;
pub mod dev_outbox;
pub mod events;
pub mod functions;
pub mod live_reload;
pub mod local_path;
pub mod logging;
pub mod middleware;
pub mod outbound;
pub mod pages;
pub mod router;
pub mod serve;
pub mod settings;
pub mod site;
pub mod stalling;
pub mod underway;
pub mod well_known;
