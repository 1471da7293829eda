//! A name server of tests: it behaves as it is told.

use crate::support::World;
use async_trait::async_trait;
use domain::dns::{ChangeSet, Content, DnsName, NameServer, NameServerError, RecordSet, RecordType, Zone};
use domain::id::{AccountId, DomainId};
use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};
use tokio::sync::Notify;
use uuid::Uuid;

/// Under which name it is.
pub const DRIVER: &str = "zones";

/// What it does with a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Manner {
    /// What it should.
    #[default]
    Well,
    /// It refuses.
    Refuses,
    /// It cannot be reached.
    Away,
    /// It makes the change, and its answer is lost.
    Silent,
    /// It has not made it when its answer is lost.
    Late,
    /// It makes the change and never answers.
    Hangs,
    /// It never answers, and makes no change.
    HangsBefore,
    /// Somebody else changes the same records while its answer is lost.
    Meddled,
}

/// The name server.
#[derive(Default)]
pub struct Zones {
    held: Mutex<BTreeMap<String, Zone>>,
    manner: Mutex<Manner>,
    applied: AtomicUsize,
    /// Rings when a change hangs.
    pub hangs: Notify,
}

impl Zones {
    /// How it behaves from now on.
    pub fn behave(&self, manner: Manner) {
        *self.manner.lock().expect("nobody panicked") = manner;
    }

    /// How often it was asked for a change.
    pub fn asked(&self) -> usize {
        self.applied.load(Ordering::SeqCst)
    }

    /// The values of a name, an A record.
    pub fn values(&self, zone: &str, name: &str) -> Vec<String> {
        let zones = self.held.lock().expect("nobody panicked");
        let name = DnsName::whole(name).expect("a name");
        let content = zones.get(zone).and_then(|zone| zone.content(&name, RecordType::A));
        content.map(|content| content.values.clone()).unwrap_or_default()
    }

    /// Gives a zone an A record, by another hand.
    pub fn set(&self, zone: &str, name: &str, value: &str) {
        let mut zones = self.held.lock().expect("nobody panicked");
        let zone = zones.get_mut(zone).expect("a zone");
        meddle(zone, &DnsName::whole(name).expect("a name"), value);
    }

    /// Makes a zone with so many hosts.
    pub fn add(&self, zone: &str, hosts: usize) {
        let name = DnsName::whole(zone).expect("a name");
        let host = |number: usize| RecordSet {
            name: DnsName::whole(&format!("host{number}.{zone}")).expect("a name"),
            kind: RecordType::A,
            content: Content::new(300, vec![format!("192.0.2.{}", number % 250)]),
        };
        let own = RecordSet {
            name: name.clone(),
            kind: RecordType::Ns,
            content: Content::new(300, vec!["ns1.example.net.".to_owned()]),
        };
        let sets = (0..hosts).map(host).chain([own]).collect();
        let made = Zone::new(name, Some(1), false, sets, Vec::new());
        self.held.lock().expect("nobody panicked").insert(zone.to_owned(), made);
    }

    fn make(&self, zone: &str, changes: &ChangeSet) -> Result<(), NameServerError> {
        let mut zones = self.held.lock().expect("nobody panicked");
        let zone = zones.get_mut(zone).ok_or_else(|| NameServerError::NoSuchZone(zone.to_owned()))?;
        if !changes.fits(zone) {
            return Err(NameServerError::Overtaken);
        }
        changes.make(zone);
        Ok(())
    }
}

fn meddle(zone: &mut Zone, name: &DnsName, value: &str) {
    let (name, kind) = (name.clone(), RecordType::A);
    let content = Content::new(60, vec![value.to_owned()]);
    let before = zone.content(&name, kind).cloned();
    let change = domain::dns::SetChange { name, kind, before, after: Some(content) };
    ChangeSet { changes: vec![change] }.make(zone);
}

#[async_trait]
impl NameServer for Zones {
    async fn read(&self, zone: &str) -> Result<Zone, NameServerError> {
        if *self.manner.lock().expect("nobody panicked") == Manner::Away {
            return Err(NameServerError::NotReached("away".to_owned()));
        }
        let zones = self.held.lock().expect("nobody panicked");
        zones.get(zone).cloned().ok_or_else(|| NameServerError::NoSuchZone(zone.to_owned()))
    }

    async fn apply(&self, zone: &str, changes: &ChangeSet) -> Result<(), NameServerError> {
        self.applied.fetch_add(1, Ordering::SeqCst);
        let manner = *self.manner.lock().expect("nobody panicked");
        let lost = || Err(NameServerError::NoAnswer("lost".to_owned()));
        match manner {
            Manner::Well => self.make(zone, changes),
            Manner::Refuses => Err(NameServerError::Refused("no".to_owned())),
            Manner::Away => Err(NameServerError::NotReached("away".to_owned())),
            Manner::Late => lost(),
            Manner::Silent => {
                self.make(zone, changes)?;
                lost()
            }
            Manner::Hangs => {
                self.make(zone, changes)?;
                self.hangs.notify_one();
                std::future::pending().await
            }
            Manner::HangsBefore => {
                self.hangs.notify_one();
                std::future::pending().await
            }
            Manner::Meddled => {
                let mut zones = self.held.lock().expect("nobody panicked");
                let name = changes.changes.first().expect("a change").name.clone();
                meddle(zones.get_mut(zone).expect("a zone"), &name, "203.0.113.99");
                lost()
            }
        }
    }
}

/// Gives an account a domain whose zone is there.
pub async fn add_domain(world: &World, account: AccountId, number: u128, name: &str) -> DomainId {
    let id = DomainId::new(Uuid::from_u128(number));
    world
        .insert(
            "INSERT INTO domains (account_id, id, name, status, driver, sort_name, created_at) \
             VALUES ($1, $2, $3, 'active', $4, $3, 0)",
            &[&account.to_string(), &id.to_string(), name, DRIVER],
        )
        .await;
    world.zones().add(name, 3);
    id
}
