//! What the driver writes down of each order, a file for each, so that it can say what became of it after the portal was
//! killed.

use domain::id::OrderId;
use domain::provisioning::{FailureReason, Order, Progress, TaskFailure};
use domain::time::Timestamp;
use serde::{Deserialize, Serialize};
use std::fs::{self, File};
use std::io::{self, Write as _};
use std::path::{Path, PathBuf};

/// How far an order was when it was last written down. The names are stored.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Stage {
    /// Nothing was done to the machine: files are made beside it.
    Preparing,
    /// libvirt is about to be asked, or was.
    Asking,
    /// The machine's system was asked to shut down.
    Asked,
    /// The machine is off, and to be started.
    Starting,
    /// The fresh disk is complete. The machine is stopped, and the disk takes the place of the old one.
    Switching {
        /// Whether the machine is started then.
        start: bool,
    },
    /// It is over.
    Ended(Ending),
}

/// How an order ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Ending {
    Done,
    Failed { reason: FailureReason, cause: String },
    Unknown { cause: String },
}

impl Ending {
    pub(super) fn failed(reason: FailureReason, cause: impl Into<String>) -> Self {
        Self::Failed { reason, cause: cause.into() }
    }

    pub(super) fn progress(self) -> Progress {
        match self {
            Self::Done => Progress::Done,
            Self::Failed { reason, cause } => Progress::Failed(TaskFailure { reason, cause }),
            Self::Unknown { cause } => Progress::Unknown { cause },
        }
    }
}

/// An order with its stage.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Record {
    pub(super) order: Order,
    pub(super) stage: Stage,
    /// When this stage began.
    pub(super) at: Timestamp,
}

/// How long records are kept.
const KEPT_DAYS: i64 = 60;

/// The folder of records.
#[derive(Debug, Clone)]
pub(super) struct Journal {
    folder: PathBuf,
}

impl Journal {
    pub(super) const fn new(folder: PathBuf) -> Self {
        Self { folder }
    }

    /// What was written down of an order.
    pub(super) fn read(&self, order: OrderId) -> io::Result<Option<Record>> {
        match fs::read(self.path(order)) {
            Ok(bytes) => Ok(Some(serde_json::from_slice(&bytes)?)),
            Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(error) => Err(error),
        }
    }

    /// Writes an order's stage down, whole or not at all.
    pub(super) fn write(&self, record: &Record) -> io::Result<()> {
        replace(&self.path(record.order.id), &serde_json::to_vec(record)?)
    }

    /// Every order that had not ended. Records that nobody asks for any more are deleted.
    pub(super) fn unfinished(&self, now: Timestamp) -> io::Result<Vec<Record>> {
        let mut unfinished = Vec::new();
        for entry in fs::read_dir(&self.folder)? {
            let path = entry?.path();
            if path.extension().is_none_or(|extension| extension != "json") {
                continue;
            }
            match fs::read(&path).map(|bytes| serde_json::from_slice::<Record>(&bytes)) {
                Ok(Ok(record)) if record.at < now.plus_seconds(-KEPT_DAYS * 24 * 3600) => fs::remove_file(&path)?,
                Ok(Ok(Record { stage: Stage::Ended(_), .. })) => {}
                Ok(Ok(record)) => unfinished.push(record),
                Ok(Err(error)) => tracing::error!(path = %path.display(), %error, "an order's record cannot be read"),
                Err(error) => return Err(error),
            }
        }
        Ok(unfinished)
    }

    fn path(&self, order: OrderId) -> PathBuf {
        self.folder.join(format!("{order}.json"))
    }
}

/// Writes a file so that it is there as a whole, or as it was before, whatever happens.
pub(super) fn replace(path: &Path, content: &[u8]) -> io::Result<()> {
    let new = path.with_extension("tmp");
    let mut file = File::create(&new)?;
    file.write_all(content)?;
    file.sync_all()?;
    put(&new, path)
}

/// Gives a file its name for good.
pub(super) fn put(new: &Path, path: &Path) -> io::Result<()> {
    fs::rename(new, path)?;
    path.parent().map_or(Ok(()), |folder| File::open(folder)?.sync_all())
}
