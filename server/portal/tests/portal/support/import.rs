//! Files that are imported, and exports.

use crate::support::behind::Rows;
use crate::support::{START, World, portal_in};
use domain::time::Timestamp;
use import::export::{Hashes, export_account};
use import::{ImportError, ImportReport, import_from};
use portal::Opened;
use portal::base::db::Database;

pub const LATER: Timestamp = START.plus_seconds(3600);

async fn import(world: &World, text: &str) -> Result<ImportReport, ImportError> {
    import_at(world.portal(), text, LATER).await
}

pub async fn import_at(portal: &Opened, text: &str, now: Timestamp) -> Result<ImportReport, ImportError> {
    import_from(portal, "test.jsonl", text.as_bytes(), text.len() as u64, now, &mut |_| {}).await
}

pub async fn loaded(world: &World, text: &str) -> ImportReport {
    import(world, text).await.unwrap_or_else(|error| panic!("{error}"))
}

pub async fn problems(world: &World, text: &str) -> Vec<String> {
    match import(world, text).await {
        Err(ImportError::Lines(problems)) => problems.iter().map(ToString::to_string).collect(),
        other => panic!("the file is wrong, but: {other:?}"),
    }
}

pub async fn export(database: &Database, account: &str, hashes: Hashes) -> String {
    let mut text = Vec::new();
    export_account(database, account, hashes, LATER, &mut text).await.expect("it is exported");
    String::from_utf8(text).expect("text")
}

/// How many rows there are of everything an import writes.
pub async fn rows(world: &World) -> Vec<i64> {
    vec![
        world.count(Rows::Accounts).await,
        world.count(Rows::Persons).await,
        world.count(Rows::Contacts).await,
        world.count(Rows::Grants).await,
        world.count(Rows::NotificationChoices).await,
        world.count(Rows::ContactVersions).await,
        world.count(Rows::Services).await,
        world.count(Rows::Domains).await,
        world.count(Rows::Invoices).await,
        world.count(Rows::Events).await,
    ]
}

/// An account with an owner, a server, and a technician.
pub const SMALL: &str = r#"
{"type":"account","id":"t:acct","name":"Test Ltd","currency":"EUR"}
{"type":"person","id":"t:owner","email":"Owner@Test.example","first_name":"Olga","last_name":"Owner"}
{"type":"person","id":"t:tech","email":"tech@test.example","first_name":"Tim","last_name":"Tech","verified":true}
{"type":"contact","id":"t:c-owner","account":"t:acct","person":"t:owner","owner":"legal"}
{"type":"contact","id":"t:c-tech","account":"t:acct","person":"t:tech","roles":["technical"],"services":{"t:web":["svc.renew"]}}
{"type":"service","id":"t:web","account":"t:acct","name":"web","product":"VPS","kind":"vps","status":"active","expires":"2027-01-01"}
"#;

/// Another installation.
pub struct Elsewhere {
    pub portal: Opened,
    _folder: tempfile::TempDir,
}

impl Elsewhere {
    pub async fn open() -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        Self { portal: portal_in(folder.path()).await, _folder: folder }
    }
}
