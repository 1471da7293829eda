//! How many invoices there are, where they stand, and amounts of money.

use crate::BillingText;
use domain::billing::{InvoiceStatus, Money};
use domain::list::Total;

impl BillingText {
    /// How many invoices.
    pub fn count(&self, total: Total) -> String {
        match total {
            Total::Exact(count) => self.count_exact(count),
            Total::Many => self.count_many.to_owned(),
        }
    }

    /// An amount as it is written in the language: “€1,299.00”, “1.299,00 €”.
    pub fn money(&self, money: &Money) -> String {
        let amount = money.amount(self.decimal_mark, self.thousands_mark);
        let written = match money.sign() {
            Some(sign) => self.amount_signed(sign, &amount),
            None => self.amount_coded(&money.currency, &amount),
        };
        if money.minor < 0 { format!("-{written}") } else { written }
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

#[cfg(test)]
mod tests {
    use crate::testing::{de, en};
    use domain::billing::Money;

    #[test]
    fn amounts_are_written_as_the_language_has_them() {
        for (minor, currency, english, german) in [
            (129_900, "EUR", "€1,299.00", "1.299,00\u{a0}€"),
            (-5, "USD", "-$0.05", "-0,05\u{a0}$"),
            (123_456_789, "CHF", "CHF\u{a0}1,234,567.89", "1.234.567,89\u{a0}CHF"),
            (1_200, "JPY", "¥1,200", "1.200\u{a0}¥"),
        ] {
            let money = Money { minor, currency: currency.to_owned() };
            assert_eq!(
                (en().billing.money(&money), de().billing.money(&money)),
                (english.to_owned(), german.to_owned())
            );
        }
    }
}
