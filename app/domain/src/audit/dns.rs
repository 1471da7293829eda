//! Facts about zones. The log says no names of domains: whoever reads it may not see them.

facts! {
    /// What happened to zones.
    DnsFact, DnsFactKind;
    /// A change was handed to the name server.
    Asked = "zone_change_asked", Nobody;
    /// It was made.
    Changed {
        /// How many record sets it added.
        added: usize,
        /// How many it removed.
        removed: usize,
        /// How many hold something else.
        changed: usize,
    } = "zone_changed", Nobody;
    /// It was not made.
    NotChanged = "zone_not_changed", Nobody;
    /// Nobody can tell whether it was made.
    Unknown = "zone_change_unknown", Nobody;
}

#[cfg(test)]
const KEYS: &[&str] = &["zone_change_asked", "zone_changed", "zone_not_changed", "zone_change_unknown"];
