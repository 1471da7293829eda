//! The words of the pages on which there is nothing yet.

/// Those words in one language.
#[derive(Debug)]
pub struct ComingText {
    /// The page Support.
    pub tickets: NothingYet,
    /// The page Data Center.
    pub visits: NothingYet,
    /// The page Order.
    pub orders: NothingYet,
}

/// What one of them says.
#[derive(Debug)]
pub struct NothingYet {
    /// There is nothing.
    pub title: &'static str,
    /// How to get it all the same.
    pub text: &'static str,
}

pub const EN: ComingText = ComingText {
    tickets: NothingYet {
        title: "No tickets here yet",
        text: "Tickets are not part of this portal yet. Support answers your mail.",
    },
    visits: NothingYet {
        title: "No visits here yet",
        text: "Visits to the data center are not arranged in this portal yet. Support arranges them by mail.",
    },
    orders: NothingYet {
        title: "Nothing to order here yet",
        text: "Orders are not placed in this portal yet. Tell support by mail what you need.",
    },
};

pub const DE: ComingText = ComingText {
    tickets: NothingYet {
        title: "Hier gibt es noch keine Tickets",
        text: "Tickets sind noch nicht Teil dieses Portals. Der Support beantwortet Ihre E-Mail.",
    },
    visits: NothingYet {
        title: "Hier gibt es noch keine Besuche",
        text: "Besuche im Rechenzentrum werden noch nicht in diesem Portal vereinbart. Der Support vereinbart sie per E-Mail.",
    },
    orders: NothingYet {
        title: "Hier gibt es noch nichts zu bestellen",
        text: "Bestellungen sind in diesem Portal noch nicht möglich. Schreiben Sie dem Support, was Sie brauchen.",
    },
};
