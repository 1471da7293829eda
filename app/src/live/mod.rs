//! What open pages say when they are no longer what they were. The browser's program hears of changes and says it: these
//! are its words and its markup.

mod templates;

pub use templates::LiveTemplates;
