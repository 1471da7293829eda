//! DNS zones: their record sets, what people type of them, what an edit changes, and zone files.
//!
//! Shapes and the cheap rules are here, so that pages, use-cases and drivers speak of the same things and the rules are
//! tested without any of them. What takes a library (turning names of other scripts into ASCII, and judging whether a name
//! server could send a record at all) is `portal::dns`.
//!
//! A zone is edited by whole record sets, the unit that name servers replace. INVARIANT: the set of the zone's own start
//! (SOA) and its own name servers are read and never written here.

mod change;
mod edit;
mod file;
mod name;
mod port;
mod record;
mod rules;
mod server;
mod value;

pub use change::{ChangeKind, ChangeSet, SetChange};
pub use edit::{EditedRow, Reviewed, read_rows, read_ttl};
pub use file::{BadLine, FILE_BYTES, from_file, to_file};
pub use name::{DnsName, NameReader};
pub use port::{
    ApplyZone, ChangeState, Dns, EditZone, ImportZone, UndoZone, ZoneChangeRow, ZoneDone, ZoneFile, ZonePage,
    ZoneQuery, ZoneRecords, ZoneReview, ZoneSeen,
};
pub use record::{Content, KeptSet, RecordSet, RecordType, TTL_MAX, TTL_MIN, VALUES_MAX, Zone};
pub use rules::check;
pub use server::{NameServer, NameServerError};
pub use value::read_value;
