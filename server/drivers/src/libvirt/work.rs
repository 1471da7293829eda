//! What is done for an order. Each step ends well, or says how the order ended.

use super::calls::CallError;
use super::description::{Disk, Format};
use super::disks::{self, Source};
use super::host::{Host, Which, reason};
use super::journal::{Ending, Stage, put, replace};
use super::seed;
use domain::provisioning::{FailureReason, MachineState, Order, PowerChange, Task};
use std::path::Path;
use std::time::Duration;
use tokio::process::Command;
use tokio::time::{Instant, sleep};

/// How often a machine that is waited for is looked at.
const LOOK: Duration = Duration::from_millis(300);

/// How often the power button is pressed while a machine does not go down.
const AGAIN: Duration = Duration::from_secs(5);

/// How long a machine's state is asked for after a call that had no answer.
const SETTLING: Duration = Duration::from_secs(20);

/// How long a backup of a running machine may take.
const BACKING_UP: Duration = Duration::from_hours(3);

type Step<T = ()> = Result<T, Ending>;

impl Host {
    /// Carries an order on from a stage.
    pub(super) async fn work(&self, order: &Order, stage: Stage) -> Step {
        let service = order.machine.service;
        match &order.task {
            Task::Power(change) => self.power(order, *change, stage).await,
            Task::Rebuild { image, keys } => {
                let gone = || Ending::failed(FailureReason::ImageGone, format!("no image {image:?}"));
                let source = self.folder.image(image).ok_or_else(gone);
                self.replace_disk(order, source, Some(keys.as_slice()), stage).await
            }
            Task::RestoreBackup { backup } => {
                let gone = || Ending::failed(FailureReason::BackupGone, format!("no backup {backup:?}"));
                let source = self.folder.backup(service, backup).ok_or_else(gone);
                self.replace_disk(order, source, None, stage).await
            }
            Task::CreateBackup { label } => self.back_up(order, label).await,
            Task::SetReverseDns { .. } | Task::ResetCredentials => {
                Err(Ending::failed(FailureReason::Unsupported, "libvirt knows no such thing"))
            }
        }
    }

    async fn power(&self, order: &Order, change: PowerChange, stage: Stage) -> Step {
        let handle = &order.machine.handle;
        match change {
            PowerChange::Start => self.start(handle).await,
            PowerChange::HardStop => self.cut(handle).await,
            PowerChange::ShutDown => self.shut_down(order, &stage).await,
            // libvirt's own reboot says nothing when the system ignores it.
            PowerChange::Reboot => {
                if stage == Stage::Asking && self.is_off(handle).await? {
                    return Err(Ending::failed(FailureReason::WrongState, "it does not run"));
                }
                if stage != Stage::Starting {
                    self.shut_down(order, &stage).await?;
                    self.noted(order, Stage::Starting).await?;
                }
                self.start(handle).await
            }
        }
    }

    /// Starts a machine. One that runs is left alone.
    async fn start(&self, handle: &str) -> Step {
        let asked = self.ask(handle, |domain| domain.create().map(drop)).await;
        self.settle(handle, MachineState::Running, asked).await
    }

    /// Cuts a machine's power. One that is off is left alone.
    async fn cut(&self, handle: &str) -> Step {
        let asked = self.ask(handle, virt::domain::Domain::destroy).await;
        self.settle(handle, MachineState::Stopped, asked).await
    }

    /// What an attempt to bring a machine into a state came to, told by the state where the answer does not.
    async fn settle(&self, handle: &str, wanted: MachineState, asked: Result<(), CallError>) -> Step {
        match asked {
            Ok(()) => Ok(()),
            Err(CallError::NotReached(cause)) => Err(Ending::failed(FailureReason::Unreachable, cause)),
            Err(CallError::Refused(error)) => match self.state(handle).await {
                Ok(state) if state == wanted => Ok(()),
                Ok(_) | Err(_) => Err(Ending::failed(reason(&error), error.message())),
            },
            Err(CallError::NoAnswer(cause)) => {
                let until = Instant::now() + SETTLING;
                while Instant::now() < until {
                    if self.state(handle).await == Ok(wanted) {
                        return Ok(());
                    }
                    sleep(LOOK).await;
                }
                Err(Ending::Unknown { cause })
            }
        }
    }

    /// Asks a machine's system to shut down, and waits until it has.
    async fn shut_down(&self, order: &Order, stage: &Stage) -> Step {
        let handle = &order.machine.handle;
        if *stage == Stage::Asking {
            // Where only the answer is missing, the machine may go down.
            match self.press(handle).await {
                Err(CallError::NoAnswer(_)) => {}
                asked => self.settle(handle, MachineState::Stopped, asked).await?,
            }
            self.noted(order, Stage::Asked).await?;
        }
        let until = Instant::now() + self.settings.shutdown;
        let mut again = Instant::now() + AGAIN;
        loop {
            match self.state(handle).await {
                Ok(MachineState::Stopped) => return Ok(()),
                Err(CallError::Refused(error)) => return Err(Ending::failed(reason(&error), error.message())),
                Ok(_) if Instant::now() >= until => {
                    let cause = format!("it still ran after {} s", self.settings.shutdown.as_secs());
                    return Err(Ending::failed(FailureReason::NoReaction, cause));
                }
                Err(CallError::NotReached(cause) | CallError::NoAnswer(cause))
                    if Instant::now() >= until + SETTLING =>
                {
                    return Err(Ending::Unknown { cause });
                }
                Ok(_) | Err(CallError::NotReached(_) | CallError::NoAnswer(_)) => sleep(LOOK).await,
            }
            // A system that is still starting has not seen it.
            if Instant::now() >= again {
                again = Instant::now() + AGAIN;
                if let Err(error) = self.press(handle).await {
                    tracing::debug!(handle, ?error, "the power button was not pressed again");
                }
            }
        }
    }

    /// Presses a machine's power button.
    async fn press(&self, handle: &str) -> Result<(), CallError> {
        let button = virt_sys::VIR_DOMAIN_SHUTDOWN_ACPI_POWER_BTN;
        self.ask(handle, move |domain| domain.shutdown_flags(button).map(drop)).await
    }

    async fn is_off(&self, handle: &str) -> Step<bool> {
        match self.state(handle).await {
            Ok(state) => Ok(state == MachineState::Stopped),
            Err(error) => Err(untouched(error)),
        }
    }

    /// Puts a fresh disk, copied from `source`, in the place of a machine's own.
    async fn replace_disk(&self, order: &Order, source: Step<Source>, keys: Option<&[String]>, stage: Stage) -> Step {
        let handle = &order.machine.handle;
        let disk = self.disk(handle, Which::Next).await?;
        let fresh = self.folder.fresh(order.id);
        let done = async {
            let start = if let Stage::Switching { start } = stage {
                start
            } else {
                self.make_fresh(handle, &disk, source?, &fresh).await?;
                let start = keys.is_some() || !self.is_off(handle).await?;
                self.noted(order, Stage::Switching { start }).await?;
                start
            };
            // Already in its place where an earlier process came that far.
            if fresh.exists() {
                self.cut(handle).await?;
                self.forget_saved(handle).await?;
                if let Some(keys) = keys {
                    let (path, image) = (self.folder.seed(handle), seed::image(&order.id.to_string(), handle, keys));
                    self.files(move |_| replace(&path, &image)).await.map_err(|error| disks::fault(&error))?;
                }
                let (new, place) = (fresh.clone(), disk.path.clone());
                self.files(move |_| put(&new, &place)).await.map_err(|error| disks::fault(&error))?;
            }
            if start { self.start(handle).await } else { Ok(()) }
        };
        let done = done.await;
        let left = self.files(move |_| disks::remove(&fresh)).await;
        done.and(left.map_err(|error| disks::fault(&error)))
    }

    /// Makes a disk as large as the machine's own.
    async fn make_fresh(&self, handle: &str, disk: &Disk, source: Source, fresh: &Path) -> Step {
        let room = self.room(handle, disk).await?;
        let needed = disks::size(&source).await?;
        if needed > room {
            let cause = format!("the disk has {room} bytes, and {} needs {needed}", source.path.display());
            return Err(Ending::failed(FailureReason::NoSpace, cause));
        }
        let path = fresh.to_owned();
        self.files(move |_| disks::create(&path)).await.map_err(|error| disks::fault(&error))?;
        disks::copy(&source, fresh, disk.format).await?;
        if needed < room {
            disks::grow(fresh, disk.format, room).await?;
        }
        let path = fresh.to_owned();
        self.files(move |_| std::fs::File::open(path)?.sync_all()).await.map_err(|error| disks::fault(&error))
    }

    /// How large a disk is to its machine, in bytes. libvirt reads it where only the machine's process may.
    async fn room(&self, handle: &str, disk: &Disk) -> Step<u64> {
        let target = disk.target.clone();
        let info = self.ask(handle, move |domain| domain.get_block_info(&target, 0)).await.map_err(untouched)?;
        Ok(info.capacity)
    }

    /// The memory that libvirt saved of a machine does not go with another disk.
    async fn forget_saved(&self, handle: &str) -> Step {
        let forget = self.ask(handle, |domain| {
            if domain.has_managed_save(0)? { domain.managed_save_remove(0).map(drop) } else { Ok(()) }
        });
        forget.await.map_err(untouched)
    }

    async fn disk(&self, handle: &str, which: Which) -> Step<Disk> {
        let description = self.description(handle, which).await.map_err(untouched)?;
        description
            .and_then(|description| description.disk)
            .filter(|disk| self.folder.holds(disk))
            .ok_or_else(|| Ending::failed(FailureReason::Unsupported, "its disk is no file of the folder of disks"))
    }

    /// Copies a machine's disk: of a running one as it is at this moment, which libvirt does while it runs on.
    async fn back_up(&self, order: &Order, label: &str) -> Step {
        let (service, id) = (order.machine.service, order.id);
        let disk = self.disk(&order.machine.handle, Which::Live).await?;
        let begun = self.files(move |folder| folder.begin_backup(service, id)).await;
        let part = begun.map_err(|error| disks::fault(&error))?;
        let copied = if self.is_off(&order.machine.handle).await? {
            disks::copy(&Source { path: disk.path, format: disk.format }, &part, Format::Qcow2).await
        } else {
            self.copy_running(&order.machine.handle, &disk, &part).await
        };
        let (label, made) = (label.to_owned(), (self.clock)());
        let listed = match copied {
            Ok(()) => self.files(move |folder| folder.list_backup(service, id, &label, made)).await,
            Err(ending) => {
                let left = self.files(move |_| disks::remove(&part)).await;
                left.map_err(|error| disks::fault(&error))?;
                return Err(ending);
            }
        };
        listed.map_err(|error| disks::fault(&error))
    }

    /// The library's crate has no word for backups, so libvirt's own program begins them.
    async fn copy_running(&self, handle: &str, disk: &Disk, part: &Path) -> Step {
        disks::blank(part, Format::Qcow2, self.room(handle, disk).await?).await?;
        let wanted = part.with_extension("xml");
        let (file, xml) = (wanted.clone(), backup_xml(disk, part));
        self.files(move |_| replace(&file, xml.as_bytes())).await.map_err(|error| disks::fault(&error))?;
        let begun = disks::run(
            self.virsh(&["backup-begin", "--reuse-external", "--domain", handle, "--backupxml"], Some(&wanted)),
            SETTLING,
        );
        let begun = begun.await;
        self.files(move |_| disks::remove(&wanted)).await.map_err(|error| disks::fault(&error))?;
        begun?;
        let until = Instant::now() + BACKING_UP;
        loop {
            match self.ask(handle, |domain| Ok(domain.get_job_info()?.r#type)).await {
                Ok(job) if u32::try_from(job) == Ok(virt_sys::VIR_DOMAIN_JOB_NONE) => break,
                Err(CallError::Refused(error)) => return Err(Ending::failed(reason(&error), error.message())),
                Ok(_) | Err(_) if Instant::now() >= until => {
                    return Err(Ending::failed(FailureReason::Other, "the backup was not done in time"));
                }
                Ok(_) | Err(CallError::NotReached(_) | CallError::NoAnswer(_)) => sleep(LOOK).await,
            }
        }
        let report = disks::run(self.virsh(&["domjobinfo", "--completed", "--domain", handle], None), SETTLING).await?;
        let report = String::from_utf8_lossy(&report);
        let says = |key: &str, value: &str| {
            report.lines().filter_map(|line| line.split_once(':')).any(|(k, v)| k.trim() == key && v.trim() == value)
        };
        if says("Job type", "Completed") && says("Operation", "Backup") {
            return Ok(());
        }
        Err(Ending::failed(FailureReason::Other, format!("libvirt says of the backup: {}", report.trim())))
    }

    fn virsh(&self, arguments: &[&str], file: Option<&Path>) -> Command {
        let mut command = Command::new("virsh");
        command.args(["--quiet", "--connect", &self.settings.uri]).args(arguments).args(file).env("LC_ALL", "C");
        command
    }

    async fn noted(&self, order: &Order, stage: Stage) -> Step {
        self.note(order, stage).await.map_err(|error| disks::fault(&error))
    }
}

/// What a failed question is to an order that has changed nothing yet.
fn untouched(error: CallError) -> Ending {
    match error {
        CallError::NotReached(cause) | CallError::NoAnswer(cause) => Ending::failed(FailureReason::Unreachable, cause),
        CallError::Refused(error) => Ending::failed(reason(&error), error.message()),
    }
}

/// What libvirt is told to back up: this disk alone.
fn backup_xml(disk: &Disk, part: &Path) -> String {
    let file = part.display().to_string().replace('&', "&amp;").replace('<', "&lt;").replace('\'', "&apos;");
    format!(
        "<domainbackup mode='push'><disks><disk name='{}' backup='yes' type='file'><target file='{file}'/>\
         <driver type='qcow2'/></disk></disks></domainbackup>",
        disk.target
    )
}
