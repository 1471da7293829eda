//! `[[driver]]` of the kind `libvirt`. docs/drivers-libvirt.md says what it does.

use super::panel::PanelSection;
use crate::clock::Clock;
use domain::provisioning::Provisioner;
use portal::SettingProblems;
use serde::Deserialize;
use std::path::PathBuf;
use std::sync::Arc;

/// A section of the kind `libvirt`.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LibvirtDriver {
    pub(super) name: String,
    pub(super) panel: Option<PanelSection>,
    #[serde(default = "default_uri")]
    uri: String,
    folder: PathBuf,
    prefix: String,
    #[serde(default = "default_shutdown_seconds")]
    shutdown_seconds: u64,
    #[serde(default)]
    #[cfg_attr(not(feature = "libvirt"), expect(dead_code, reason = "read where there is a driver to hand it to"))]
    remote_display: bool,
}

fn default_uri() -> String {
    "qemu:///system".to_owned()
}

const fn default_shutdown_seconds() -> u64 {
    120
}

impl LibvirtDriver {
    /// Adds what is wrong with the section.
    pub(super) fn check(&self, problems: &mut SettingProblems) {
        let name = &self.name;
        if !cfg!(feature = "libvirt") {
            problems.add("driver", format_args!("{name:?}: this binary was built without the kind \"libvirt\""));
        }
        if self.uri.is_empty() || self.uri.contains(char::is_control) {
            problems.add("driver", format_args!("{name:?}: the uri {:?} is no address of libvirt's", self.uri));
        }
        if !self.folder.is_absolute() {
            problems
                .add("driver", format_args!("{name:?}: the folder {} must be an absolute path", self.folder.display()));
        }
        let is_plain = self.prefix.starts_with(|c: char| c.is_ascii_alphanumeric())
            && self.prefix.bytes().all(|byte| byte.is_ascii_alphanumeric() || b".-_".contains(&byte));
        if !is_plain || self.prefix.len() > 40 {
            problems.add(
                "driver",
                format_args!("{name:?}: the prefix {:?} must be 1 to 40 of letters, digits, . - and _", self.prefix),
            );
        }
        if !(10..=3600).contains(&self.shutdown_seconds) {
            problems.add("driver", format_args!("{name:?}: shutdown_seconds must be from 10 to 3600"));
        }
    }

    /// The driver itself.
    #[cfg(feature = "libvirt")]
    pub(super) fn open(&self, clock: &Clock) -> Result<Arc<dyn Provisioner>, String> {
        use drivers::libvirt::{Libvirt, LibvirtSettings};
        use std::time::Duration;

        let settings = LibvirtSettings {
            uri: self.uri.clone(),
            folder: self.folder.clone(),
            prefix: self.prefix.clone(),
            shutdown: Duration::from_secs(self.shutdown_seconds),
            remote_display: self.remote_display,
            answer: Duration::from_secs(15),
            measure_seconds: 300,
        };
        let opened = Libvirt::open(settings, Arc::clone(clock));
        let opened = opened.map_err(|error| format!("{}: {}: {error}", self.name, self.folder.display()))?;
        Ok(Arc::new(opened))
    }

    /// Nothing: [`Self::check`] has said so before.
    #[cfg(not(feature = "libvirt"))]
    pub(super) fn open(&self, _clock: &Clock) -> Result<Arc<dyn Provisioner>, String> {
        Err(format!("{}: built without libvirt", self.name))
    }
}
