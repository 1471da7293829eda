//! What the driver touches: domains of its prefix, disks and images of its folder.

use crate::bench::{self, Hosted, START};
use crate::support::disk;
use domain::provisioning::{FailureReason, Provisioner as _, Task};
use drivers::contract;
use std::fs;
use std::os::unix::fs::symlink;

#[test]
fn it_touches_nothing_that_is_not_its_own() {
    Hosted::new("names").run(async |hosted| {
        let prefix = &hosted.guests.prefix;
        for handle in ["other", "", "../x", &format!("{prefix}a/b"), &format!("{prefix}a b"), &format!("{prefix}a'")] {
            let machine = contract::machine(handle);
            let order = hosted.order(&machine, START);
            assert_eq!(bench::refusal(hosted.driver.carry_out(&order).await), FailureReason::MachineGone, "{handle}");
            assert_eq!(bench::refusal(hosted.driver.observe(&machine).await), FailureReason::MachineGone, "{handle}");
            assert_eq!(bench::refusal(hosted.driver.console(&machine).await), FailureReason::MachineGone, "{handle}");
        }

        let secret = hosted.guests.folder.join("secret.raw");
        fs::write(&secret, disk("polite secret", 4096)).unwrap();
        symlink(&secret, hosted.guests.folder.join("driver/images/link.raw")).unwrap();
        fs::write(hosted.guests.folder.join("driver/images/notes.txt"), "no image").unwrap();
        let images = hosted.driver.images(&hosted.polite).await.unwrap();
        assert_eq!(images.iter().map(|image| image.key.as_str()).collect::<Vec<_>>(), ["polite-image.raw"]);
        let absolute = secret.to_str().unwrap();
        for image in ["link.raw", "notes.txt", "../../secret.raw", absolute, "", "gone.raw", "-f.raw"] {
            let order = hosted.order(&hosted.polite, Task::Rebuild { image: image.to_owned(), keys: Vec::new() });
            assert_eq!(bench::refusal(hosted.driver.carry_out(&order).await), FailureReason::ImageGone, "{image}");
        }

        // A disk elsewhere is started, and never written or copied.
        let outside = contract::machine(&hosted.guests.define("outside", &secret, None));
        let image = "polite-image.raw".to_owned();
        for task in [Task::Rebuild { image, keys: Vec::new() }, Task::CreateBackup { label: String::new() }] {
            let order = hosted.order(&outside, task);
            assert_eq!(bench::failure(hosted.carried_out(&order).await), FailureReason::Unsupported);
        }
        assert!(fs::read(&secret).unwrap().starts_with(b"polite secret\n"));
    });
}
