//! The words for rights live in `domain`, because the server's mails use them too.

pub use domain::words::{DE, EN, Named, RightsText};
