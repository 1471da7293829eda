//! The console of a service: a document of its own, whose program (`frontend/console`) shows the screen.

pub mod api;
mod page;

pub use page::console_page;
