//! The words for the categories of mails.

use super::{Named, named};
use crate::RightsCategoriesText;
use domain::category::Category;

impl RightsCategoriesText {
    /// What a category is called.
    pub const fn name(&self, category: Category) -> &'static str {
        self.named(category).name
    }

    /// What it holds.
    pub const fn holds(&self, category: Category) -> &'static str {
        self.named(category).help
    }

    const fn named(&self, category: Category) -> Named {
        match category {
            Category::TechnicalMaintenance => named(self.technical_maintenance, self.technical_maintenance_help),
            Category::ServiceAccess => named(self.service_access, self.service_access_help),
            Category::Service => named(self.service, self.service_help),
            Category::Billing => named(self.billing, self.billing_help),
            Category::UserManagement => named(self.user_management, self.user_management_help),
            Category::Support => named(self.support, self.support_help),
        }
    }
}
