//! What earlier versions left behind: data directories, dumps, and what their pages said.

use crate::support::{World, administer, config, on_database, postgres, runtime};
use domain::owner::OwnerKind;
use domain::text::Secret;
use portal::{AuditChain, Config};
use std::collections::BTreeMap;
use std::io::Read;
use std::path::{Path, PathBuf};

/// Runs a test on each of the data directories and dumps that an earlier version left behind, brought up to date.
pub fn for_each_stored(version: &'static str, test: impl AsyncFn(World, Stored)) {
    for_each_stored_after(version, "SELECT 1", test);
}

/// The same after a statement that is run before they are brought up to date.
pub fn for_each_stored_after(version: &'static str, change: &'static str, test: impl AsyncFn(World, Stored)) {
    let runtime = runtime();
    eprintln!("{version} on SQLite:");
    let folder = tempfile::tempdir().expect("a folder");
    std::fs::write(folder.path().join("portico.db"), unpacked(version, "sqlite.gz")).expect("the file is written");
    let config_of_file = config(folder.path(), None);
    runtime.block_on(async {
        administer(&format!("sqlite://{}", folder.path().join("portico.db").display()), change.to_owned()).await;
        let stored = Stored::read(version, "sqlite", &config_of_file).await;
        test(World::open(config_of_file, folder).await, stored).await;
    });
    if let Some(server) = postgres() {
        eprintln!("{version} on PostgreSQL:");
        let dump = String::from_utf8(unpacked(version, "postgres.sql.gz")).expect("a dump is text");
        on_database(&server, "template0", async |folder, url| {
            administer(&url, dump.clone()).await;
            administer(&url, change.to_owned()).await;
            let config = config(folder.path(), Some(url));
            let stored = Stored::read(version, "postgres", &config).await;
            test(World::open(config, folder).await, stored).await;
        });
    }
}

/// What an earlier version said of its data, on its own pages.
#[derive(Debug, serde::Deserialize)]
pub struct Stored {
    /// What each contact of the demo account was given, and in which state it was.
    pub contacts: BTreeMap<String, StoredContact>,
    /// What each person could do, by name of the demo person and account.
    pub people: BTreeMap<String, StoredStanding>,
    /// The chains of its audit log, verified before it was brought up to date.
    #[serde(skip)]
    pub chains: Vec<AuditChain>,
}

/// A contact as an earlier version showed it.
#[derive(Debug, serde::Deserialize)]
pub struct StoredContact {
    pub state: String,
    pub rights: serde_json::Value,
}

/// What somebody was on an account.
#[derive(Debug, serde::Deserialize)]
pub struct StoredStanding {
    pub owner: Option<OwnerKind>,
    pub effective: serde_json::Value,
}

impl Stored {
    async fn read(version: &str, database: &str, config: &Config) -> Self {
        let text = std::fs::read_to_string(stored(version, &format!("{database}.json"))).expect("it is stored");
        let url = config.database.url.as_ref().map(Secret::expose);
        let chains = portal::verify_audit(&config.data, url, &[]).await.expect("the database is read");
        Self { chains, ..serde_json::from_str(&text).expect("it is JSON") }
    }
}

fn stored(version: &str, kind: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/portal/data").join(format!("{version}.{kind}"))
}

fn unpacked(version: &str, kind: &str) -> Vec<u8> {
    let file = std::fs::File::open(stored(version, kind)).expect("it is stored");
    let mut bytes = Vec::new();
    flate2::read::GzDecoder::new(file).read_to_end(&mut bytes).expect("it is gzip");
    bytes
}
