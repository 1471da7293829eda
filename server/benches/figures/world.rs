//! A database of a given size, made anew.

use crate::figure::Figure;
use import::{generate, import_file};
use portal::Opened;
use server::clock;
use server::commands::open;
use server::settings::{Arguments, Settings, Sources};
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::PathBuf;
use std::sync::Arc;
use std::time::{Duration, Instant};
use tempfile::TempDir;
use tokio::runtime::Runtime;

const SERVICES: usize = 60;
const SEED: u64 = 7;

/// The database, and its data directory.
pub struct World {
    /// How many contacts the account has.
    pub contacts: usize,
    folder: TempDir,
    import: Duration,
}

impl World {
    /// Imports an account with so many contacts and 60 services.
    pub fn new(contacts: usize) -> Self {
        Self::with(contacts, SERVICES)
    }

    /// Imports an account with so many contacts and services.
    pub fn with(contacts: usize, services: usize) -> Self {
        Self::of(generate::generate(contacts, services, SEED), contacts)
    }

    /// Imports these lines, which hold so many contacts.
    pub fn of(content: impl IntoIterator<Item = String>, contacts: usize) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let file = folder.path().join("world.jsonl");
        write(File::create(&file).unwrap(), content);
        let mut world = Self { contacts, folder, import: Duration::ZERO };
        runtime().block_on(async {
            let portal = world.open().await;
            let begin = Instant::now();
            import_file(&portal, &file, clock::system()(), &mut |_| {}).await.unwrap();
            world.import = begin.elapsed();
            portal.close().await;
        });
        world
    }

    pub fn data(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// The portal on it, in this process.
    pub async fn open(&self) -> Arc<Opened> {
        let arguments = Arguments { data: Some(self.data()), ..Arguments::default() };
        let settings = Settings::from_sources(Sources { arguments, ..Sources::default() }).unwrap();
        open::open(&settings, &settings.public_url(settings.listen)).await.unwrap()
    }

    /// How long the import took.
    pub fn imported(&self) -> Figure {
        let asked = self.contacts == 10_000;
        Figure {
            what: format!("import of {} contacts", self.contacts),
            reach: if asked { "under 20 s" } else { "" },
            measured: format!("{:.1} s", self.import.as_secs_f64()),
            reached: asked.then_some(self.import.as_secs() < 20),
        }
    }
}

/// Prints the lines of such a world, which `portico import` reads.
pub fn print(contacts: usize) {
    write(std::io::stdout().lock(), generate::generate(contacts, SERVICES, SEED));
}

/// For what runs in this process.
pub fn runtime() -> Runtime {
    tokio::runtime::Builder::new_multi_thread().worker_threads(2).enable_all().build().unwrap()
}

fn write(to: impl Write, content: impl IntoIterator<Item = String>) {
    let mut to = BufWriter::new(to);
    for line in content {
        writeln!(to, "{line}").unwrap();
    }
    to.flush().unwrap();
}
