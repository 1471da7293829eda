//! Zones that are served by nobody: rows of the driver's memory, for demonstrations and tests. A zone that it has not seen
//! yet has a few records at once.

use async_trait::async_trait;
use domain::dns::{ChangeSet, Content, DnsName, NameServer, NameServerError, RecordSet, RecordType, Zone};
use domain::provisioning::{DriverError, DriverMemory};
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The demo name server.
pub struct DemoZones {
    name: String,
    memory: Arc<dyn DriverMemory>,
}

/// A zone as it is kept. The memory has room for some hundred sets.
#[derive(Serialize, Deserialize)]
struct Kept {
    serial: u32,
    sets: Vec<RecordSet>,
}

impl DemoZones {
    /// A name server of this name, which keeps its zones in a memory.
    pub fn new(name: &str, memory: Arc<dyn DriverMemory>) -> Self {
        Self { name: name.to_owned(), memory }
    }

    fn key(&self, zone: &DnsName) -> String {
        format!("{}/zone/{zone}", self.name)
    }

    async fn load(&self, zone: &str) -> Result<(Zone, i64), NameServerError> {
        let name = DnsName::whole(zone).map_err(|_| NameServerError::NoSuchZone(zone.to_owned()))?;
        let (kept, version) = match self.memory.load(&self.key(&name)).await.map_err(of_memory)? {
            Some((kept, version)) => {
                let kept = serde_json::from_str(&kept).map_err(|error| NameServerError::Nonsense(error.to_string()))?;
                (kept, version)
            }
            None => (Kept { serial: 1, sets: first_records(&name) }, 0),
        };
        Ok((Zone::new(name, Some(kept.serial), false, kept.sets, Vec::new()), version))
    }
}

#[async_trait]
impl NameServer for DemoZones {
    async fn read(&self, zone: &str) -> Result<Zone, NameServerError> {
        Ok(self.load(zone).await?.0)
    }

    async fn apply(&self, zone: &str, changes: &ChangeSet) -> Result<(), NameServerError> {
        let (mut zone, version) = self.load(zone).await?;
        if !changes.fits(&zone) {
            return Err(NameServerError::Overtaken);
        }
        changes.make(&mut zone);
        let key = self.key(&zone.name);
        let kept = Kept { serial: zone.serial.unwrap_or_default().wrapping_add(1), sets: zone.sets };
        let kept = serde_json::to_string(&kept).map_err(|error| NameServerError::Refused(error.to_string()))?;
        let stored = self.memory.store(&key, &kept, version).await.map_err(of_memory)?;
        if stored { Ok(()) } else { Err(NameServerError::Overtaken) }
    }
}

fn of_memory(error: DriverError) -> NameServerError {
    match error {
        DriverError::NotReached(why) => NameServerError::NotReached(why),
        DriverError::NoAnswer(why) => NameServerError::NoAnswer(why),
        DriverError::Nonsense(why) => NameServerError::Nonsense(why),
        DriverError::Refused(_, why) => NameServerError::Refused(why),
    }
}

/// What a new zone holds.
fn first_records(zone: &DnsName) -> Vec<RecordSet> {
    let own = zone.with_dot();
    let sets: [(&str, RecordType, &[&str]); 6] = [
        ("", RecordType::A, &["192.0.2.10"]),
        ("", RecordType::Aaaa, &["2001:db8::10"]),
        ("", RecordType::Mx, &["10 mail.provider.example."]),
        ("", RecordType::Txt, &["\"v=spf1 include:provider.example -all\""]),
        ("", RecordType::Ns, &["ns1.provider.example.", "ns2.provider.example."]),
        ("www.", RecordType::Cname, &[&own]),
    ];
    let set = |(at, kind, values): (&str, RecordType, &[&str])| {
        let values = values.iter().map(|value| (*value).to_owned()).collect();
        let name = DnsName::whole(&format!("{at}{zone}")).ok()?;
        Some(RecordSet { name, kind, content: Content::new(3_600, values) })
    };
    sets.into_iter().filter_map(set).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::dns::SetChange;
    use std::collections::HashMap;
    use std::sync::Mutex;

    #[derive(Default)]
    struct Memory(Mutex<HashMap<String, (String, i64)>>);

    #[async_trait]
    impl DriverMemory for Memory {
        async fn load(&self, key: &str) -> Result<Option<(String, i64)>, DriverError> {
            Ok(self.0.lock().expect("nobody panicked").get(key).cloned())
        }

        async fn store(&self, key: &str, value: &str, version: i64) -> Result<bool, DriverError> {
            let mut kept = self.0.lock().expect("nobody panicked");
            let present = kept.get(key).map_or(0, |(_, version)| *version);
            if present == version {
                kept.insert(key.to_owned(), (value.to_owned(), version + 1));
            }
            Ok(present == version)
        }
    }

    #[tokio::test]
    async fn a_zone_is_changed_as_a_whole_or_not_at_all() {
        let server = DemoZones::new("demo", Arc::new(Memory::default()));
        let zone = server.read("example.com").await.expect("a zone");
        let name = DnsName::whole("www.example.com").expect("a name");
        let before = zone.content(&name, RecordType::Cname).cloned();
        let added = DnsName::whole("new.example.com").expect("a name");
        let content = Content::new(300, vec!["192.0.2.7".to_owned()]);
        let changes = ChangeSet {
            changes: vec![
                SetChange { name: name.clone(), kind: RecordType::Cname, before, after: None },
                SetChange { name: added.clone(), kind: RecordType::A, before: None, after: Some(content) },
            ],
        };
        server.apply("example.com", &changes).await.expect("applied");
        let after = server.read("example.com.").await.expect("a zone");
        assert!(changes.is_in(&after) && after.serial == Some(2));
        assert_eq!(server.apply("example.com", &changes).await, Err(NameServerError::Overtaken));
        assert_eq!(server.read("example.com").await.expect("a zone"), after);
        server.apply("example.com", &changes.inverse()).await.expect("taken back");
        assert_eq!(server.read("example.com").await.expect("a zone").sets, zone.sets);
        assert!(matches!(server.read("not a name").await, Err(NameServerError::NoSuchZone(_))));
    }
}
