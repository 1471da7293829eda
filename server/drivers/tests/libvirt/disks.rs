//! Fresh disks, keys, and backups.

use crate::bench::{self, DISK, HARD_STOP, Hosted, START};
use crate::support::{self, disk};
use domain::provisioning::{FailureReason, MachineState, Provisioner as _, Task};
use std::fs;

const KEY: &str = "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIGPKd3V2LkPxBZkHQy2cVVzD8gSPjNmDkR7pR0fPtZkW it's \"mine\"";

fn rebuild(image: &str, keys: &[&str]) -> Task {
    Task::Rebuild { image: image.to_owned(), keys: keys.iter().map(|key| (*key).to_owned()).collect() }
}

#[test]
fn a_rebuilt_machine_has_a_fresh_disk_and_the_keys() {
    Hosted::new("rebuild").run(async |hosted| {
        hosted.done(&hosted.polite, START).await;
        hosted.guests.wait_until_said(&hosted.polite.handle, "disk says: polite first.", 1);
        let images = hosted.driver.images(&hosted.polite).await.unwrap();
        assert_eq!(images.iter().map(|image| image.name.as_str()).collect::<Vec<_>>(), ["Polite image"]);

        hosted.done(&hosted.polite, rebuild(&images[0].key, &[KEY])).await;
        assert_eq!(hosted.state(&hosted.polite).await, MachineState::Running);
        hosted.guests.wait_until_said(&hosted.polite.handle, "disk says: polite image.", 1);
        let said = hosted.guests.said(&hosted.polite.handle);
        let keys = serde_json::json!({ "ssh_authorized_keys": [KEY] }).to_string();
        assert!(said.contains(&format!("seed user-data: #cloud-config {keys}")), "{said}");
        assert!(said.contains("seed meta-data: {\"instance-id\":"), "{said}");
        let file = hosted.guests.folder.join(format!("driver/disks/{}.raw", hosted.polite.handle));
        assert_eq!(fs::metadata(file).unwrap().len(), DISK as u64, "it is as large as before");
    });
}

#[test]
fn keys_are_not_lost_and_images_fit() {
    Hosted::new("images").run(async |hosted| {
        let without_seed = hosted.order(&hosted.deaf, rebuild("polite-image.raw", &[KEY]));
        assert_eq!(bench::refusal(hosted.driver.carry_out(&without_seed).await), FailureReason::Unsupported);

        let large = hosted.guests.folder.join("driver/images/large.raw");
        fs::write(large, disk("polite large", 2 * DISK)).unwrap();
        let large = hosted.order(&hosted.polite, rebuild("large.raw", &[]));
        assert_eq!(bench::failure(hosted.carried_out(&large).await), FailureReason::NoSpace);
        assert_eq!(hosted.line(), "polite first");

        hosted.done(&hosted.deaf, rebuild("polite-image.raw", &[])).await;
        hosted.guests.wait_until_said(&hosted.deaf.handle, "disk says: polite image.", 1);
    });
}

#[test]
fn a_backup_of_a_running_and_of_a_stopped_machine_comes_back() {
    Hosted::new("backup").run(async |hosted| {
        let (machine, handle) = (&hosted.polite, &hosted.polite.handle);
        let file = hosted.guests.folder.join(format!("driver/disks/{handle}.raw"));
        let back_up = |label: &str| Task::CreateBackup { label: label.to_owned() };
        hosted.done(machine, START).await;
        hosted.guests.wait_until_said(handle, "disk says: polite first.", 1);
        hosted.done(machine, back_up("running")).await;
        assert_eq!(support::virsh(&["domstate", handle]).trim(), "running");

        hosted.done(machine, HARD_STOP).await;
        fs::write(&file, disk("polite second", DISK)).unwrap();
        hosted.done(machine, back_up("stopped")).await;
        let backups = hosted.driver.backups(machine).await.unwrap();
        assert_eq!(backups.iter().map(|backup| backup.label.as_str()).collect::<Vec<_>>(), ["stopped", "running"]);
        assert!(backups.iter().all(|backup| backup.size.is_some_and(|size| size > 0)), "{backups:?}");

        hosted.done(machine, Task::RestoreBackup { backup: backups[1].key.clone() }).await;
        assert_eq!((hosted.line().as_str(), hosted.state(machine).await), ("polite first", MachineState::Stopped));
        hosted.done(machine, START).await;
        hosted.guests.wait_until_said(handle, "disk says: polite first.", 2);
        hosted.done(machine, Task::RestoreBackup { backup: backups[0].key.clone() }).await;
        hosted.guests.wait_until_said(handle, "disk says: polite second.", 1);

        let mut other = machine.clone();
        other.service = "0192d3f0-7a5c-7cc0-8a61-000000000001".parse().unwrap();
        assert_eq!(hosted.driver.backups(&other).await.unwrap(), [], "backups are the service's own");
    });
}
