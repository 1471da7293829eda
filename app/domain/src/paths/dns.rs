//! The pages of a domain's zone.

use crate::acting::Acting;
use crate::id::DomainId;
use crate::paths::page;

/// The records of a zone.
pub fn zone(acting: Acting, domain: DomainId) -> String {
    page(acting, &format!("domains/{domain}/dns"))
}

/// The import of a zone file.
pub fn import_zone(acting: Acting, domain: DomainId) -> String {
    page(acting, &format!("domains/{domain}/dns/import"))
}

/// The zone as a file.
pub fn export_zone(acting: Acting, domain: DomainId) -> String {
    page(acting, &format!("domains/{domain}/dns/export"))
}
