//! How many invoices there are, and where they stand.

use crate::BillingText;
use domain::billing::InvoiceStatus;
use domain::list::Total;

impl BillingText {
    /// How many invoices.
    pub fn count(&self, total: Total) -> String {
        match total {
            Total::Exact(count) => self.count_exact(count),
            Total::Many => self.count_many.to_owned(),
        }
    }

    /// Where an invoice stands.
    pub const fn invoice_status(&self, status: InvoiceStatus) -> &'static str {
        match status {
            InvoiceStatus::Unpaid => self.invoice_status_unpaid,
            InvoiceStatus::Paid => self.invoice_status_paid,
            InvoiceStatus::Cancelled => self.invoice_status_cancelled,
            InvoiceStatus::Refunded => self.invoice_status_refunded,
        }
    }
}
