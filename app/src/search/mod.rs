//! Search across an account: a page, and the part of it that the palette shows (Ctrl or Cmd and K). Both hold the same
//! groups.

mod groups;
mod keys;
mod page;
mod palette;
mod results;

pub use page::search_page;
