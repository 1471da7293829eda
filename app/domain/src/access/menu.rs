//! The entries of an account's menu, each with the action that it leads to: the menu itself, and the forms that say what
//! somebody will see.

use super::{AccountAction, Action, ContactAction, HoldingAction};

/// An entry of an account's menu.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum MenuEntry {
    /// The dashboard.
    Dashboard,
    /// My Services.
    Services,
    /// Domains.
    Domains,
    /// Invoices and payments.
    Billing,
    /// Tickets.
    Support,
    /// The data center.
    DataCenter,
    /// Ordering.
    Order,
    /// The people of the account.
    People,
    /// Who did what.
    Activity,
}

impl MenuEntry {
    /// Every one, in the order of the menu.
    pub const ALL: [Self; 9] = [
        Self::Dashboard,
        Self::Services,
        Self::Domains,
        Self::Billing,
        Self::Support,
        Self::DataCenter,
        Self::Order,
        Self::People,
        Self::Activity,
    ];

    /// What it leads to: whoever may not do that has no such entry (S2.19, D7).
    pub fn action(self) -> Action<'static> {
        match self {
            Self::Dashboard => AccountAction::SeeDashboard.into(),
            Self::Services => HoldingAction::SeeServices.into(),
            Self::Domains => HoldingAction::SeeDomains.into(),
            Self::Billing => HoldingAction::SeeInvoices.into(),
            Self::Support => HoldingAction::SeeTickets.into(),
            Self::DataCenter => HoldingAction::SeeDataCenter.into(),
            Self::Order => HoldingAction::PlaceOrder.into(),
            Self::People => ContactAction::List.into(),
            Self::Activity => AccountAction::SeeActivity.into(),
        }
    }
}
