//! What is wrong with what was typed of a DNS zone.

use serde::{Deserialize, Serialize};

/// What is wrong with what was typed of a DNS zone.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "problem", rename_all = "snake_case")]
pub enum DnsProblem {
    /// It is no name that DNS has.
    NotADnsName,
    /// A part of the name is longer than 63 characters, or all of it longer than 253.
    DnsNameTooLong,
    /// The name lies outside of the zone.
    OutsideZone {
        /// The zone.
        zone: String,
    },
    /// The name of a host has no underscore.
    Underscore,
    /// A star stands for a whole first part, and nowhere else.
    StarPlace,
    /// How long a record is kept is no number of seconds in this range.
    TtlRange {
        /// The least.
        min: u32,
        /// The most.
        max: u32,
    },
    /// Not an IPv4 address.
    NotIpv4,
    /// Not an IPv6 address.
    NotIpv6,
    /// An address stands where a name is wanted.
    AddressForName,
    /// Not `10 mail.example.com`.
    MxForm,
    /// Not `10 5 5060 sip.example.com`.
    SrvForm,
    /// Not `0 issue "ca.example"`.
    CaaForm,
    /// Quotes of a text are not closed, or something stands between them.
    TextQuotes,
    /// The text is longer than so many bytes.
    TextBytes {
        /// The most there may be.
        max: usize,
    },
    /// More than so many values.
    TooManyValues {
        /// The most there may be.
        max: usize,
    },
    /// The same value twice.
    SameValue {
        /// The value.
        value: String,
    },
    /// The same name and type twice.
    SameSet,
    /// The name server has a set of this name and type that is not changed here: a part of it is switched off, or is not
    /// understood.
    OnlyKept,
    /// A name with a CNAME has nothing else.
    CnameAlone,
    /// The zone itself has no CNAME.
    CnameAtApex,
    /// A CNAME has one value.
    CnameOne,
    /// The zone's own name servers are not changed here.
    ApexNs,
    /// A name below one that other name servers answer for would never be seen.
    Delegated {
        /// The name that is delegated.
        name: String,
    },
    /// An MX without a server stands alone.
    NullMxAlone,
    /// Somebody changed this record meanwhile; this is what it is now.
    ChangedMeanwhile {
        /// Its values, a line each; empty where it is gone.
        now: String,
    },
    /// A record of this kind is not changed here.
    UnknownRecordType {
        /// The kind as it was typed.
        kind: String,
    },
    /// Brackets or quotes are left open.
    Unclosed,
    /// A line of a zone file without a value or a kind.
    NotARecord,
    /// So much more is wrong, which is not named.
    AndMore {
        /// How much.
        count: usize,
    },
    /// A directive that is not understood.
    UnknownDirective {
        /// The directive.
        name: String,
    },
    /// Nothing is different.
    NothingChanged,
    /// The record cannot be sent by a name server.
    NotSendable,
    /// The values of one record have different times.
    TtlsDiffer,
    /// More than so many record sets at once.
    TooManySets {
        /// The most there may be.
        max: usize,
    },
    /// Another change of this zone is under way.
    ZoneBusy,
    /// The name server did not take the change; nothing was changed.
    NotTaken,
}
