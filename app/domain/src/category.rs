//! The categories of mails.

use serde::{Deserialize, Serialize};

/// A category of mails.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Category {
    /// Maintenance and cloud credit thresholds (S3.23).
    TechnicalMaintenance,
    /// Services activated and extended (S3.24).
    ServiceAccess,
    /// Renewals, expirations, domains, orders (S3.25).
    Service,
    /// Invoices and reminders (S3.26).
    Billing,
    /// Changes of access and profiles (S3.27).
    UserManagement,
    /// Tickets of others (D6).
    Support,
}

impl Category {
    /// Every category, in the order of the dialog.
    pub const ALL: [Self; 6] = [
        Self::TechnicalMaintenance,
        Self::ServiceAccess,
        Self::Service,
        Self::Billing,
        Self::UserManagement,
        Self::Support,
    ];

    /// The stored key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::TechnicalMaintenance => "technical_maintenance",
            Self::ServiceAccess => "service_access",
            Self::Service => "service",
            Self::Billing => "billing",
            Self::UserManagement => "user_management",
            Self::Support => "support",
        }
    }

    /// The category stored under `key`.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|category| category.key() == key)
    }
}
