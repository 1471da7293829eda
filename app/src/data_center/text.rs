//! The words of Data Center.

/// Those words in one language.
#[derive(Debug)]
pub struct DataCenterText {
    /// There are no visits.
    pub none: &'static str,
    /// How to arrange one.
    pub none_text: &'static str,
}

pub const EN: DataCenterText = DataCenterText {
    none: "No visits here yet",
    none_text: "Visits to the data center are not arranged in this portal yet. Support arranges them by mail.",
};

pub const DE: DataCenterText = DataCenterText {
    none: "Hier gibt es noch keine Besuche",
    none_text: "Besuche im Rechenzentrum werden noch nicht in diesem Portal vereinbart. Der Support vereinbart sie per E-Mail.",
};
