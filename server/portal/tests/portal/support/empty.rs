//! Databases with today's schema and nothing in them. Each is made once, and every test has a copy: making the schema takes
//! longer than most tests.

use crate::support::{administer, config, runtime};
use portal::Drivers;
use std::fs;
use std::path::Path;
use std::sync::OnceLock;
use tempfile::TempDir;

const FILE: &str = "portico.db";

/// A data folder of one's own.
pub fn folder() -> TempDir {
    static MADE: OnceLock<Vec<u8>> = OnceLock::new();
    let made = MADE.get_or_init(|| {
        let folder = tempfile::tempdir().expect("a folder");
        make(folder.path(), None);
        fs::read(folder.path().join(FILE)).expect("the file is read")
    });
    let folder = tempfile::tempdir().expect("a folder");
    fs::write(folder.path().join(FILE), made).expect("the file is written");
    folder
}

/// The name of a database on this server, to be copied. It is left there: `xtask/postgres.sh` deletes its server.
pub fn database(server: &str) -> &'static str {
    static MADE: OnceLock<String> = OnceLock::new();
    MADE.get_or_init(|| {
        let name = format!("portico_test_empty_{}", std::process::id());
        let (address, _) = server.rsplit_once('/').expect("an address with a database");
        runtime().block_on(administer(server, format!("CREATE DATABASE {name} TEMPLATE template0")));
        make(tempfile::tempdir().expect("a folder").path(), Some(format!("{address}/{name}")));
        name
    })
}

fn make(data: &Path, database_url: Option<String>) {
    let config = config(data, database_url);
    runtime().block_on(async {
        portal::open(config, |_| Ok(Drivers::default())).await.expect("the portal opens").close().await;
    });
}
