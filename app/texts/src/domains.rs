//! How many domains there are, and where they stand.

use crate::DomainsText;
use domain::domains::DomainStatus;
use domain::list::Total;

impl DomainsText {
    /// How many domains.
    pub fn count(&self, total: Total) -> String {
        match total {
            Total::Exact(count) => self.count_exact(count),
            Total::Many => self.count_many.to_owned(),
        }
    }

    /// Where a domain stands.
    pub const fn domain_status(&self, status: DomainStatus) -> &'static str {
        match status {
            DomainStatus::Pending => self.domain_status_pending,
            DomainStatus::Active => self.domain_status_active,
            DomainStatus::Expired => self.domain_status_expired,
            DomainStatus::Ended => self.domain_status_ended,
        }
    }
}
