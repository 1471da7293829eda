//! Whatever talks to other servers for services and domains: a file or a folder for each kind of driver. Each implements
//! [`Provisioner`](domain::provisioning::Provisioner) (services) or the port of name servers (domains), and passes the same
//! contract test suite (`contract`).
//!
//! Drivers know nothing of who may do what, of SQL, or of pages. A driver is configured by a `[[driver]]` section of the
//! settings; services and domains name theirs.

#![warn(missing_docs)]

use domain::time::Timestamp;
use std::sync::Arc;

pub mod client;
#[cfg(any(test, feature = "contract"))]
pub mod contract;
pub mod demo;
pub mod demo_zones;
#[cfg(feature = "libvirt")]
pub mod libvirt;
pub mod panel;
pub mod powerdns;
pub mod signing;
pub mod webhook;

/// Says what time it is.
pub type Clock = Arc<dyn Fn() -> Timestamp + Send + Sync>;
