//! The words of Order.

/// Those words in one language.
#[derive(Debug)]
pub struct OrdersText {
    /// There is nothing to order.
    pub none: &'static str,
    /// How to order.
    pub none_text: &'static str,
}

pub const EN: OrdersText = OrdersText {
    none: "Nothing to order here yet",
    none_text: "Orders are not placed in this portal yet. Tell support by mail what you need.",
};

pub const DE: OrdersText = OrdersText {
    none: "Hier gibt es noch nichts zu bestellen",
    none_text: "Bestellungen sind in diesem Portal noch nicht möglich. Schreiben Sie dem Support, was Sie brauchen.",
};
