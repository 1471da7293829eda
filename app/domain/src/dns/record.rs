//! Record sets, and the zone that has them.

use super::DnsName;
use serde::{Deserialize, Serialize};

/// The shortest time, in seconds, that a record may be kept by others.
pub const TTL_MIN: u32 = 30;
/// The longest: four weeks.
pub const TTL_MAX: u32 = 28 * 24 * 3600;
/// The most values of one set.
pub const VALUES_MAX: usize = 100;

macro_rules! record_types {
    ($($(#[$doc:meta])* $name:ident = $key:literal;)+) => {
        /// A kind of record that is changed here.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        pub enum RecordType { $($(#[$doc])* #[serde(rename = $key)] $name),+ }

        impl RecordType {
            /// Every kind, in the order of the form.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// Its name in DNS.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key),+ }
            }
        }
    };
}

record_types! {
    /// An IPv4 address.
    A = "A";
    /// An IPv6 address.
    Aaaa = "AAAA";
    /// Another name for a name.
    Cname = "CNAME";
    /// Where mail goes.
    Mx = "MX";
    /// Text.
    Txt = "TXT";
    /// Where a service is.
    Srv = "SRV";
    /// Who may issue certificates.
    Caa = "CAA";
    /// Who answers for a name.
    Ns = "NS";
    /// The name of an address.
    Ptr = "PTR";
}

impl RecordType {
    /// The kind of this name, in any case.
    pub fn from_key(key: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|kind| kind.key().eq_ignore_ascii_case(key))
    }
}

/// What a record set holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// For how many seconds others keep it.
    pub ttl: u32,
    /// Its values as zone files have them, sorted; names with the dot at their end, text in quotes.
    pub values: Vec<String>,
}

impl Content {
    /// The same values in their order, each once.
    pub fn new(ttl: u32, mut values: Vec<String>) -> Self {
        values.sort();
        values.dedup();
        Self { ttl, values }
    }

    /// By what a form knows again what it showed. No secret, and nothing rests on it being hard to make up: whoever forges
    /// one overwrites a record that they may overwrite.
    pub fn mark(&self) -> String {
        let mut hash: u64 = 0xcbf2_9ce4_8422_2325;
        let mut add = |byte: u8| hash = (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3);
        self.ttl.to_be_bytes().into_iter().for_each(&mut add);
        for value in &self.values {
            value.bytes().for_each(&mut add);
            add(b'\n');
        }
        format!("{hash:016x}")
    }
}

/// All records of one kind that a name has.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct RecordSet {
    /// The name.
    pub name: DnsName,
    /// The kind.
    pub kind: RecordType,
    /// What it holds.
    pub content: Content,
}

/// A set of the zone that is only kept: of another kind (SOA, DNSKEY), or of a name that nobody types.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeptSet {
    /// Its name as the server has it, without the dot at its end.
    pub name: String,
    /// Its kind as the server calls it.
    pub kind: String,
}

/// A zone as its name server has it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Zone {
    /// Its name.
    pub name: DnsName,
    /// The serial number of its SOA, where that is known.
    pub serial: Option<u32>,
    /// Whether it is signed.
    pub is_signed: bool,
    /// What can be changed. INVARIANT: in the order of the table, each name and kind once.
    pub sets: Vec<RecordSet>,
    /// What is only kept.
    pub kept: Vec<KeptSet>,
}

impl Zone {
    /// A zone with its sets in the order of the table.
    pub fn new(name: DnsName, serial: Option<u32>, is_signed: bool, sets: Vec<RecordSet>, kept: Vec<KeptSet>) -> Self {
        let mut zone = Self { name, serial, is_signed, sets, kept };
        zone.sort();
        zone
    }

    pub(super) fn sort(&mut self) {
        let name = &self.name;
        self.sets.sort_by(|one, other| one.name.order(&other.name, name).then(one.kind.cmp(&other.kind)));
        self.sets.dedup_by(|later, earlier| later.kind == earlier.kind && later.name == earlier.name);
    }

    /// What a name has of a kind.
    pub fn content(&self, name: &DnsName, kind: RecordType) -> Option<&Content> {
        let found = self.sets.binary_search_by(|set| set.name.order(name, &self.name).then(set.kind.cmp(&kind)));
        found.ok().and_then(|place| self.sets.get(place)).map(|set| &set.content)
    }
}
