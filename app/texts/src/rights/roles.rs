//! The words for roles, and for the templates that the portal comes with.

use super::{Named, named};
use crate::RightsRolesText;
use domain::role::Role;
use domain::template;

impl RightsRolesText {
    pub(super) const fn named(&self, role: Role) -> Named {
        match role {
            Role::Manager => named(self.manager, self.manager_help),
            Role::Technical => named(self.technical, self.technical_help),
            Role::Billing => named(self.billing, self.billing_help),
            Role::Purchasing => named(self.purchasing, self.purchasing_help),
            Role::Visitation => named(self.visitation, self.visitation_help),
        }
    }

    /// The name of a built-in template.
    pub(super) fn template(&self, key: &str) -> Option<&'static str> {
        match key {
            template::NONE => Some(self.template_none),
            template::ACCOUNTING => Some(self.template_accounting),
            template::READ_ONLY => Some(self.template_read_only),
            template::DOMAINS_DNS => Some(self.template_domains_dns),
            template::FULL_ACCESS => Some(self.template_full_access),
            template::TECHNICAL_STAFF => Some(self.template_technical_staff),
            _ => None,
        }
    }

    /// What a built-in template is for.
    pub(super) fn template_help(&self, key: &str) -> Option<&'static str> {
        match key {
            template::NONE => Some(self.template_none_help),
            template::ACCOUNTING => Some(self.template_accounting_help),
            template::READ_ONLY => Some(self.template_read_only_help),
            template::DOMAINS_DNS => Some(self.template_domains_dns_help),
            template::FULL_ACCESS => Some(self.template_full_access_help),
            template::TECHNICAL_STAFF => Some(self.template_technical_staff_help),
            _ => None,
        }
    }
}
