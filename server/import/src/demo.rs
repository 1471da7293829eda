//! The demo data: a file like any other, kept in the program.

use crate::run::{ImportError, ImportReport, import_from};
use domain::time::Timestamp;
use portal::Opened;
use portal::base::error::Failure;
use portal::unit::Unit;

const DEMO: &str = include_str!("../demo/demo.jsonl");

/// What the file keeps of the password: argon2id with m=19456, t=2, p=1.
pub(crate) const DEMO_HASH: &str =
    "$argon2id$v=19$m=19456,t=2,p=1$iqqgCsYldseMJewJ64hTPA$l/9GINkdcmphW+WCn2SYgoZSfVUiI5qRNUkd5yj3M4A";

/// The password of every demo person.
pub const DEMO_PASSWORD: &str = "portico-demo-password";

/// The demo people, by what they are on the demo account: each signs in as `NAME@demo.example`.
pub const DEMO_PEOPLE: [&str; 9] =
    ["owner", "coowner", "manager", "technician", "accountant", "buyer", "visitor", "readonly", "outsider"];

/// Loads the demo data into an empty database.
///
/// # Errors
/// [`ImportError::NotEmpty`] when there is anybody in it already; else as [`crate::import_file`].
pub async fn load_demo(portal: &Opened, now: Timestamp) -> Result<ImportReport, ImportError> {
    if !is_empty(portal, now).await? {
        return Err(ImportError::NotEmpty);
    }
    import_from(portal, "demo.jsonl", DEMO.as_bytes(), DEMO.len() as u64, now, &mut |_| {}).await
}

async fn is_empty(portal: &Opened, now: Timestamp) -> Result<bool, Failure> {
    let caller = portal.operator(now);
    let mut unit = Unit::read(portal.database(), &caller).await?;
    let anything: Option<(String,)> =
        sqlx::query_as("SELECT id FROM accounts UNION ALL SELECT id FROM persons LIMIT 1")
            .fetch_optional(unit.connection())
            .await?;
    Ok(anything.is_none())
}
