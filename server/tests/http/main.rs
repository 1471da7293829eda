//! The portal over HTTP, in process: everything from the socket to the database.

#![expect(clippy::unwrap_used, reason = "a test that cannot go on fails")]

#[path = "../harness/mod.rs"]
mod harness;

mod callbacks;
mod commands;
mod connections;
mod console;
mod cross_site;
mod demo;
mod dns;
mod domains;
mod downloads;
mod events;
mod faulty;
mod files;
mod forms;
mod functions;
mod headers;
mod hosts;
mod killed;
mod limits;
mod made_for;
mod many_contacts;
mod many_services;
mod many_ticked;
mod marks;
mod outbound;
mod outbox;
mod pages;
mod people_list;
mod portal;
mod printed;
mod said;
mod screen;
mod search;
mod starting;
mod theme;
mod unnamed;
mod viewer;
mod well_known;
mod words;
