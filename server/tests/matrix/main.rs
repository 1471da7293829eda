//! The matrix: every server function, and every page with its parts, asked for by everybody, at every kind of address, of
//! the real portal with the demo data. The answers are compared with what the rules say of rights that are written down
//! here, and whatever is refused must leave the database as it was.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "../../../app/domain/tests/fixtures/mod.rs"]
mod fixtures;
#[path = "../harness/mod.rs"]
mod harness;

mod arrivals;
mod behind;
mod callbacks;
mod demo;
mod forged;
mod functions;
mod made;
mod markup;
mod named;
mod outsider;
mod pages;
mod parts;
mod people;
mod reference;
mod rows;
mod words;
mod world;
