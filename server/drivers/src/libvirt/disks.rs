//! The driver's folder: images, disks, backups, and the journal, with what `qemu-img` does to them.

use super::description::{Disk, Format};
use super::journal::{Ending, Journal, put, replace};
use super::names;
use domain::id::{OrderId, ServiceId};
use domain::provisioning::{Backup, FailureReason, Image};
use domain::time::Timestamp;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::ffi::OsStr;
use std::fs::{self, OpenOptions};
use std::io;
use std::os::unix::fs::{DirBuilderExt as _, OpenOptionsExt as _};
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;
use tokio::process::Command;

/// How long a copy of a disk may take.
const COPYING: Duration = Duration::from_hours(3);

/// How many images and backups are listed.
const LISTED: usize = 500;

/// The folder with its four parts.
#[derive(Debug, Clone)]
pub(super) struct Folder {
    images: PathBuf,
    disks: PathBuf,
    backups: PathBuf,
    pub(super) journal: Journal,
}

/// A file that a disk is made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Source {
    pub(super) path: PathBuf,
    pub(super) format: Format,
}

/// What is kept beside a backup.
#[derive(Debug, Serialize, Deserialize)]
struct Label {
    label: String,
    made: Timestamp,
}

impl Folder {
    /// Makes what is missing of it.
    pub(super) fn open(folder: &Path) -> io::Result<Self> {
        let part = |name: &str, mode: u32| {
            let path = folder.join(name);
            fs::DirBuilder::new().recursive(true).mode(0o711).create(folder)?;
            fs::DirBuilder::new().recursive(true).mode(mode).create(&path)?;
            fs::canonicalize(path)
        };
        Ok(Self {
            images: part("images", 0o700)?,
            // The hypervisor's own user comes through to the files that it is told, and sees no names.
            disks: part("disks", 0o711)?,
            backups: part("backups", 0o711)?,
            journal: Journal::new(part("orders", 0o700)?),
        })
    }

    /// The disk with a machine's keys.
    pub(super) fn seed(&self, handle: &str) -> PathBuf {
        self.disks.join(format!("{handle}.seed.iso"))
    }

    /// Whether a disk is a file of the folder of disks: no other is ever written.
    pub(super) fn holds(&self, disk: &Disk) -> bool {
        disk.path.parent().and_then(|folder| fs::canonicalize(folder).ok()).as_ref() == Some(&self.disks)
            && disk.path.file_name().and_then(OsStr::to_str).is_some_and(names::is_plain)
            && fs::symlink_metadata(&disk.path).is_ok_and(|found| found.is_file())
    }

    /// Where an order makes a machine's fresh disk.
    pub(super) fn fresh(&self, order: OrderId) -> PathBuf {
        self.disks.join(format!("{order}.new"))
    }

    /// Every image, by name.
    pub(super) fn images(&self) -> io::Result<Vec<Image>> {
        let mut images = Vec::new();
        for entry in fs::read_dir(&self.images)?.take(LISTED) {
            if let Ok(key) = entry?.file_name().into_string()
                && self.image(&key).is_some()
            {
                images.push(Image { name: names::spoken(&key), key });
            }
        }
        images.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(images)
    }

    /// The image of this key, where there is one: a file of the folder of images itself.
    pub(super) fn image(&self, key: &str) -> Option<Source> {
        let format = Format::of_file(key).filter(|_| names::is_plain(key))?;
        let path = self.images.join(key);
        fs::symlink_metadata(&path).is_ok_and(|found| found.is_file()).then_some(Source { path, format })
    }

    /// A machine's backups, latest first. They belong to the service, whatever its machine is called.
    pub(super) fn backups(&self, service: ServiceId) -> io::Result<Vec<Backup>> {
        let folder = self.backups_of(service);
        let mut backups = Vec::new();
        let entries = match fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(backups),
            Err(error) => return Err(error),
        };
        for entry in entries {
            let name = entry?.file_name();
            let Some(key) = name.to_str().and_then(|name| name.strip_suffix(".json")) else { continue };
            let Some(source) = self.backup(service, key) else { continue };
            let Label { label, made } = serde_json::from_slice(&fs::read(folder.join(&name))?)?;
            let size = fs::metadata(source.path).ok().map(|found| found.len());
            backups.push(Backup { key: key.to_owned(), label, made, size });
        }
        backups.sort_by(|a, b| b.made.cmp(&a.made).then_with(|| b.key.cmp(&a.key)));
        backups.truncate(LISTED);
        Ok(backups)
    }

    /// The backup of this key, where the service has one.
    pub(super) fn backup(&self, service: ServiceId, key: &str) -> Option<Source> {
        let order: OrderId = key.parse().ok()?;
        let path = self.backups_of(service).join(format!("{order}.qcow2"));
        fs::symlink_metadata(&path).is_ok_and(|found| found.is_file()).then_some(Source { path, format: Format::Qcow2 })
    }

    /// Begins a backup: the file to write, with nothing in it.
    pub(super) fn begin_backup(&self, service: ServiceId, order: OrderId) -> io::Result<PathBuf> {
        let folder = self.backups_of(service);
        fs::DirBuilder::new().recursive(true).mode(0o711).create(&folder)?;
        // One is made at a time: what lies there was given up.
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.extension().is_some_and(|extension| extension == "part" || extension == "xml") {
                remove(&path)?;
            }
        }
        let part = folder.join(format!("{order}.part"));
        create(&part)?;
        Ok(part)
    }

    /// Lists a backup whose file is complete.
    pub(super) fn list_backup(
        &self,
        service: ServiceId,
        order: OrderId,
        label: &str,
        made: Timestamp,
    ) -> io::Result<()> {
        let folder = self.backups_of(service);
        let label = serde_json::to_vec(&Label { label: label.to_owned(), made })?;
        replace(&folder.join(format!("{order}.json")), &label)?;
        let part = folder.join(format!("{order}.part"));
        fs::File::open(&part)?.sync_all()?;
        put(&part, &folder.join(format!("{order}.qcow2")))
    }

    /// Deletes the fresh disks of orders that were given up, all but these.
    pub(super) fn sweep(&self, but: &HashSet<OrderId>) -> io::Result<()> {
        for entry in fs::read_dir(&self.disks)? {
            let entry = entry?;
            let order = entry.file_name().to_str().and_then(|name| name.strip_suffix(".new")?.parse::<OrderId>().ok());
            if order.is_some_and(|order| !but.contains(&order)) {
                fs::remove_file(entry.path())?;
            }
        }
        Ok(())
    }

    fn backups_of(&self, service: ServiceId) -> PathBuf {
        self.backups.join(service.to_string())
    }
}

/// An empty file that only its owner reads; whatever was there is gone.
pub(super) fn create(path: &Path) -> io::Result<()> {
    remove(path)?;
    OpenOptions::new().write(true).create_new(true).mode(0o600).open(path).map(drop)
}

/// Deletes a file that may be there.
pub(super) fn remove(path: &Path) -> io::Result<()> {
    match fs::remove_file(path) {
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        removed => removed,
    }
}

/// What a fault of the file system is to an order.
pub(super) fn fault(error: &io::Error) -> Ending {
    let is_full = matches!(error.kind(), io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded);
    let reason = if is_full { FailureReason::NoSpace } else { FailureReason::Other };
    Ending::failed(reason, error.to_string())
}

/// Copies a disk into a file of its own, which is empty before.
pub(super) async fn copy(from: &Source, to: &Path, format: Format) -> Result<(), Ending> {
    let options = ["convert", "-f", from.format.key(), "-O", format.key()];
    qemu_img(&options, &[from.path.as_os_str(), to.as_os_str()]).await.map(drop)
}

/// How large a disk is to a machine, in bytes.
pub(super) async fn size(disk: &Source) -> Result<u64, Ending> {
    let read = qemu_img(&["info", "--output=json", "-f", disk.format.key()], &[disk.path.as_os_str()]).await?;
    let read: serde_json::Value = serde_json::from_slice(&read)
        .map_err(|error| Ending::failed(FailureReason::Other, format!("qemu-img info: {error}")))?;
    read["virtual-size"]
        .as_u64()
        .ok_or_else(|| Ending::failed(FailureReason::Other, "qemu-img info names no size".to_owned()))
}

/// Makes a disk larger.
pub(super) async fn grow(disk: &Path, format: Format, size: u64) -> Result<(), Ending> {
    let size = size.to_string();
    qemu_img(&["resize", "-f", format.key()], &[disk.as_os_str(), OsStr::new(&size)]).await.map(drop)
}

/// Makes an empty disk.
pub(super) async fn blank(disk: &Path, format: Format, size: u64) -> Result<(), Ending> {
    let size = size.to_string();
    qemu_img(&["create", "-f", format.key()], &[disk.as_os_str(), OsStr::new(&size)]).await.map(drop)
}

async fn qemu_img(options: &[&str], files: &[&OsStr]) -> Result<Vec<u8>, Ending> {
    let mut command = Command::new("qemu-img");
    command.args(options).arg("--").args(files);
    run(command, COPYING).await
}

/// Runs a program to its end and hands back what it wrote. Without success, or in time, the order has failed.
pub(super) async fn run(mut command: Command, limit: Duration) -> Result<Vec<u8>, Ending> {
    let program = command.as_std().get_program().display().to_string();
    let running = command.stdin(Stdio::null()).kill_on_drop(true).output();
    let failed = |cause: String| Ending::failed(FailureReason::Other, format!("{program}: {cause}"));
    let output = tokio::time::timeout(limit, running)
        .await
        .map_err(|_| failed(format!("not done within {} s", limit.as_secs())))?
        .map_err(|error| failed(error.to_string()))?;
    if output.status.success() {
        return Ok(output.stdout);
    }
    let cause = String::from_utf8_lossy(&output.stderr).trim().to_owned();
    if cause.contains("No space left") {
        return Err(Ending::failed(FailureReason::NoSpace, cause));
    }
    Err(failed(cause))
}
