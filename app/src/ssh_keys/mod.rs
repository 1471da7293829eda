//! The SSH keys of an account.

pub mod api;
mod page;

pub use page::ssh_keys_page;
