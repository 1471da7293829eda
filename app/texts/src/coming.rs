//! What each of the pages says on which there is nothing yet.

use crate::ComingText;

/// What one of them says.
#[derive(Debug, Clone, Copy)]
pub struct NothingYet {
    /// There is nothing.
    pub title: &'static str,
    /// How to get it all the same.
    pub text: &'static str,
}

impl ComingText {
    /// The page Support.
    pub const fn tickets(&self) -> NothingYet {
        NothingYet { title: self.tickets_title, text: self.tickets_text }
    }

    /// The page Data Center.
    pub const fn visits(&self) -> NothingYet {
        NothingYet { title: self.visits_title, text: self.visits_text }
    }

    /// The page Order.
    pub const fn orders(&self) -> NothingYet {
        NothingYet { title: self.orders_title, text: self.orders_text }
    }
}
