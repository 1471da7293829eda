//! What ends soon or has run out, as conditions in SQL: what `is_expiring` of `domain` says.

use crate::base::dialect::Statement;
use domain::service::EXPIRING_WITHIN_MS;
use domain::time::Timestamp;

/// Adds the condition of services.
pub(crate) fn services(statement: &mut Statement, now: Timestamp) {
    statement.push("(status = 'expired' OR (status IN ('active', 'suspended') AND expires_at <= ");
    statement.bind(now.0 + EXPIRING_WITHIN_MS).push("))");
}

/// Adds the condition of domains.
pub(crate) fn domains(statement: &mut Statement, now: Timestamp) {
    statement.push("(status = 'expired' OR (status = 'active' AND expires_at <= ");
    statement.bind(now.0 + EXPIRING_WITHIN_MS).push("))");
}
