//! Invoices.

use crate::id::InvoiceId;
use crate::time::Moment;
use serde::{Deserialize, Serialize};

/// Whether a code is of the form that ISO 4217 gives to currencies: three capital letters.
pub fn is_currency(code: &str) -> bool {
    code.len() == 3 && code.bytes().all(|byte| byte.is_ascii_uppercase())
}

/// Where an invoice stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum InvoiceStatus {
    /// To be paid.
    Unpaid,
    /// Paid.
    Paid,
    /// Withdrawn.
    Cancelled,
    /// Paid back.
    Refunded,
}

impl InvoiceStatus {
    /// Every status.
    pub const ALL: [Self; 4] = [Self::Unpaid, Self::Paid, Self::Cancelled, Self::Refunded];

    /// The stored key.
    pub const fn key(self) -> &'static str {
        match self {
            Self::Unpaid => "unpaid",
            Self::Paid => "paid",
            Self::Cancelled => "cancelled",
            Self::Refunded => "refunded",
        }
    }

    /// The status stored under `key`.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|status| status.key() == key)
    }
}

/// Whether an invoice should have been paid before `now` (milliseconds).
pub const fn is_overdue(status: InvoiceStatus, due_at: Option<i64>, now: i64) -> bool {
    match (status, due_at) {
        (InvoiceStatus::Unpaid, Some(at)) => at < now,
        (InvoiceStatus::Unpaid, None)
        | (InvoiceStatus::Paid | InvoiceStatus::Cancelled | InvoiceStatus::Refunded, _) => false,
    }
}

/// An amount of money: minor units and currency, always together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Money {
    /// Cents, say.
    pub minor: i64,
    /// The ISO 4217 code.
    pub currency: String,
}

impl Money {
    /// How many decimal places the currency has.
    fn decimals(&self) -> usize {
        match self.currency.as_str() {
            "JPY" | "KRW" | "VND" | "CLP" | "ISK" | "XAF" | "XOF" => 0,
            "BHD" | "KWD" | "OMR" | "TND" | "JOD" => 3,
            _ => 2,
        }
    }

    /// The sign of the currency, where it is understood without a country; else it is called by its code.
    pub fn sign(&self) -> Option<&'static str> {
        match self.currency.as_str() {
            "EUR" => Some("€"),
            "USD" => Some("$"),
            "GBP" => Some("£"),
            "JPY" => Some("¥"),
            "INR" => Some("₹"),
            "KRW" => Some("₩"),
            "VND" => Some("₫"),
            _ => None,
        }
    }

    /// The amount without its currency and as if it were positive, `1,234.50`, with these marks for the decimal point and
    /// between thousands.
    pub fn amount(&self, decimal_mark: &str, thousands_mark: &str) -> String {
        let decimals = self.decimals();
        let digits = format!("{:0>width$}", self.minor.unsigned_abs(), width = decimals + 1);
        let (whole, part) = digits.split_at(digits.len() - decimals);
        let mut amount = String::new();
        for (place, digit) in whole.chars().enumerate() {
            if place > 0 && (whole.len() - place).is_multiple_of(3) {
                amount.push_str(thousands_mark);
            }
            amount.push(digit);
        }
        if decimals > 0 {
            amount.push_str(decimal_mark);
            amount.push_str(part);
        }
        amount
    }

    /// The amount with its currency, `1234.50 EUR`, with `mark` for the decimal point.
    pub fn text(&self, mark: &str) -> String {
        let decimals = self.decimals();
        let digits = format!("{:0>width$}", self.minor.unsigned_abs(), width = decimals + 1);
        let (whole, part) = digits.split_at(digits.len() - decimals);
        let sign = if self.minor < 0 { "-" } else { "" };
        if decimals == 0 {
            format!("{sign}{whole} {}", self.currency)
        } else {
            format!("{sign}{whole}{mark}{part} {}", self.currency)
        }
    }
}

/// Which invoices a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ShownInvoices {
    /// All of them.
    #[default]
    All,
    /// Those to be paid.
    Unpaid,
}

/// What a page of Billing & Payment is asked with.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct InvoiceQuery {
    /// Which invoices.
    #[serde(default)]
    pub shown: ShownInvoices,
    /// What to look for in numbers.
    #[serde(default)]
    pub search: String,
    /// Where the page begins; empty for the first.
    #[serde(default)]
    pub cursor: String,
}

/// A row of Billing & Payment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct InvoiceRow {
    /// Which invoice.
    pub id: InvoiceId,
    /// The number printed on it.
    pub number: String,
    /// Where it stands.
    pub status: InvoiceStatus,
    /// When it was issued.
    pub issued: Moment,
    /// When it is to be paid.
    pub due: Option<Moment>,
    /// Whether it is unpaid and past due.
    pub overdue: bool,
    /// What it comes to.
    pub total: Money,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_written_with_their_currency() {
        let text = |minor, currency: &str| Money { minor, currency: currency.to_owned() }.text(".");
        assert_eq!(text(123_450, "EUR"), "1234.50 EUR");
        assert_eq!(text(-5, "USD"), "-0.05 USD");
        assert_eq!(text(1200, "JPY"), "1200 JPY");
        assert_eq!(text(1, "KWD"), "0.001 KWD");
    }

    #[test]
    fn thousands_are_set_apart() {
        let amount = |minor, currency: &str| Money { minor, currency: currency.to_owned() }.amount(",", ".");
        for (minor, currency, written) in [
            (0, "EUR", "0,00"),
            (99_999, "EUR", "999,99"),
            (123_450, "EUR", "1.234,50"),
            (-123_456_789, "EUR", "1.234.567,89"),
            (1_200, "JPY", "1.200"),
            (100_000, "KWD", "100,000"),
        ] {
            assert_eq!(amount(minor, currency), written);
        }
    }
}
