//! The words of Billing & Payment.

use domain::billing::InvoiceStatus;
use domain::list::Total;

/// Those words in one language.
#[derive(Debug)]
pub struct BillingText {
    /// What Billing & Payment is.
    pub lead: &'static str,
    /// How many invoices.
    pub count: fn(Total) -> String,
    /// The column of invoice numbers.
    pub invoice: &'static str,
    /// The column of statuses.
    pub status: &'static str,
    /// The column of dates of issue.
    pub issued: &'static str,
    /// The column of due dates.
    pub due: &'static str,
    /// The column of totals.
    pub total: &'static str,
    pub overdue: &'static str,
    /// There is no invoice.
    pub none: &'static str,
    /// Where they will be.
    pub none_text: &'static str,
    /// The mark between whole units and cents.
    pub decimal_mark: char,
    invoice_status: fn(InvoiceStatus) -> &'static str,
}

impl BillingText {
    /// Where an invoice stands.
    pub fn invoice_status(&self, status: InvoiceStatus) -> &'static str {
        (self.invoice_status)(status)
    }
}

pub const EN: BillingText = BillingText {
    lead: "The invoices of this account, latest first.",
    count: |total| match total {
        Total::Exact(1) => "1 invoice".to_owned(),
        Total::Exact(count) => format!("{count} invoices"),
        Total::Many => "More than 1,000 invoices".to_owned(),
    },
    invoice: "Invoice",
    status: "Status",
    issued: "Issued",
    due: "Due",
    total: "Total",
    overdue: "Overdue",
    none: "No invoices",
    none_text: "Invoices appear here as soon as they are issued.",
    decimal_mark: '.',
    invoice_status: |status| match status {
        InvoiceStatus::Unpaid => "Unpaid",
        InvoiceStatus::Paid => "Paid",
        InvoiceStatus::Cancelled => "Cancelled",
        InvoiceStatus::Refunded => "Refunded",
    },
};

pub const DE: BillingText = BillingText {
    lead: "Die Rechnungen dieses Kontos, neueste zuerst.",
    count: |total| match total {
        Total::Exact(1) => "1 Rechnung".to_owned(),
        Total::Exact(count) => format!("{count} Rechnungen"),
        Total::Many => "Mehr als 1.000 Rechnungen".to_owned(),
    },
    invoice: "Rechnung",
    status: "Status",
    issued: "Ausgestellt",
    due: "Fällig",
    total: "Betrag",
    overdue: "Überfällig",
    none: "Keine Rechnungen",
    none_text: "Rechnungen erscheinen hier, sobald sie ausgestellt sind.",
    decimal_mark: ',',
    invoice_status: |status| match status {
        InvoiceStatus::Unpaid => "Offen",
        InvoiceStatus::Paid => "Bezahlt",
        InvoiceStatus::Cancelled => "Storniert",
        InvoiceStatus::Refunded => "Erstattet",
    },
};
