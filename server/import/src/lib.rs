//! Importing and exporting: the JSON Lines format of `docs/import.md`, dumps of other systems turned into the same records,
//! the demo data, and made-up worlds.
//!
//! A file is read and checked in full before anything is locked; a file with anything wrong in it loads nothing. What it
//! says is compared with what is stored, row by row, and only the difference is written, in one transaction. The same
//! file again therefore changes nothing. An import acts for the operator: it asks for no rights and grants what the file
//! says. Its mails go to an address that is a person's no longer, and to whoever's password ended with it.
//!
//! Everything is written by `portal::records`, in a `portal::unit::Unit`. Floors, each of which knows only those before it:
//! the format (`value` to `read`), what is stored (`sql`, `plan`, `world`), `check` and `load`, `run`, and where records
//! come from and go to (`demo`, `generate`, `whmcs`, `export`). `xtask deps-check` holds the list.

#![warn(missing_docs)]

pub mod export;
pub mod generate;
pub mod whmcs;

mod check;
mod demo;
mod fields;
mod load;
mod parse;
mod plan;
mod problem;
mod progress;
mod read;
mod record;
mod run;
mod sql;
mod value;
mod world;

pub use crate::demo::{DEMO_PASSWORD, DEMO_PEOPLE, load_demo};
pub use crate::plan::Counts;
pub use crate::problem::{LineProblem, Place};
pub use crate::progress::{Progress, ProgressBar, Stage};
pub use crate::run::{ImportError, ImportReport, import_file, import_from};
