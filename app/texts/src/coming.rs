//! What each of the pages says that lead elsewhere.

use crate::ComingText;

/// What one of them says.
#[derive(Debug, Clone, Copy)]
pub struct AreaWords {
    /// What it is for.
    pub title: &'static str,
    /// The button to the provider's own page.
    pub open: &'static str,
}

impl ComingText {
    /// The page Support.
    pub const fn tickets(&self) -> AreaWords {
        AreaWords { title: self.tickets_title, open: self.tickets_open }
    }

    /// The page Data Center.
    pub const fn visits(&self) -> AreaWords {
        AreaWords { title: self.visits_title, open: self.visits_open }
    }

    /// The page Order.
    pub const fn orders(&self) -> AreaWords {
        AreaWords { title: self.orders_title, open: self.orders_open }
    }
}
