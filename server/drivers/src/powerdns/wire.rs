//! Zones and changes as the API writes them.

use domain::dns::{ChangeSet, Content, DnsName, KeptSet, NameReader, RecordSet, RecordType, Zone, read_value};
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

#[derive(Deserialize)]
struct ZoneText<'a> {
    #[serde(borrow)]
    name: Cow<'a, str>,
    serial: Option<u32>,
    #[serde(default)]
    dnssec: bool,
    #[serde(borrow, default)]
    rrsets: Vec<SetText<'a>>,
}

#[derive(Deserialize)]
struct SetText<'a> {
    #[serde(borrow)]
    name: Cow<'a, str>,
    #[serde(borrow, rename = "type")]
    kind: Cow<'a, str>,
    ttl: u32,
    #[serde(borrow)]
    records: Vec<RecordText<'a>>,
}

#[derive(Deserialize)]
struct RecordText<'a> {
    #[serde(borrow)]
    content: Cow<'a, str>,
    #[serde(default)]
    disabled: bool,
}

/// A zone as it was answered.
///
/// # Errors
/// Why it is none, or another one.
pub(super) fn read(body: &[u8], zone: &DnsName) -> Result<Zone, String> {
    let text: ZoneText<'_> = serde_json::from_slice(body).map_err(|error| error.to_string())?;
    if DnsName::whole(&text.name).as_ref() != Ok(zone) {
        return Err(format!("it is the zone {}", text.name));
    }
    let (mut sets, mut kept) = (Vec::with_capacity(text.rrsets.len()), Vec::new());
    for set in &text.rrsets {
        match changeable(set, zone) {
            Some(set) => sets.push(set),
            None => kept.push(KeptSet {
                name: set.name.trim_end_matches('.').to_ascii_lowercase(),
                kind: set.kind.to_string(),
            }),
        }
    }
    Ok(Zone::new(zone.clone(), text.serial, text.dnssec, sets, kept))
}

/// A set that is understood as a whole, and in use as a whole: of another one a change would drop something.
fn changeable(set: &SetText<'_>, zone: &DnsName) -> Option<RecordSet> {
    let kind = RecordType::from_key(&set.kind)?;
    let name = DnsName::whole(&set.name).ok().filter(|name| name.lies_in(zone))?;
    if set.records.iter().any(|record| record.disabled) || set.records.is_empty() {
        return None;
    }
    let names = NameReader::file(zone, zone, |_| None);
    let values = set.records.iter().map(|record| read_value(kind, &record.content, names).ok());
    Some(RecordSet { name, kind, content: Content::new(set.ttl, values.collect::<Option<_>>()?) })
}

#[derive(Serialize)]
struct Patch<'a> {
    rrsets: Vec<SetPatch<'a>>,
}

#[derive(Serialize)]
struct SetPatch<'a> {
    name: String,
    #[serde(rename = "type")]
    kind: &'static str,
    changetype: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    ttl: Option<u32>,
    records: Vec<RecordPatch<'a>>,
}

#[derive(Serialize)]
struct RecordPatch<'a> {
    content: &'a str,
    disabled: bool,
}

/// A change set as one request. What is removed comes first, so that a CNAME gives way to what takes its place.
///
/// # Errors
/// Never in practice: texts and numbers can be written.
pub(super) fn write(changes: &ChangeSet) -> Result<Vec<u8>, String> {
    let mut rrsets = Vec::with_capacity(changes.changes.len());
    for change in &changes.changes {
        let changetype = if change.after.is_some() { "REPLACE" } else { "DELETE" };
        let (name, kind) = (change.name.with_dot(), change.kind.key());
        let values = change.after.iter().flat_map(|after| &after.values);
        let records = values.map(|content| RecordPatch { content, disabled: false }).collect();
        rrsets.push(SetPatch { name, kind, changetype, ttl: change.after.as_ref().map(|after| after.ttl), records });
    }
    rrsets.sort_by_key(|set| set.changetype);
    serde_json::to_vec(&Patch { rrsets }).map_err(|error| error.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::dns::SetChange;

    const ZONE: &str = r#"{"name": "Example.com.", "serial": 7, "dnssec": true, "rrsets": [
        {"name": "www.Example.com.", "type": "A", "ttl": 300, "comments": [],
         "records": [{"content": "192.0.2.2", "disabled": false}, {"content": "192.0.2.1", "disabled": false}]},
        {"name": "t.example.com.", "type": "TXT", "ttl": 60, "records": [{"content": "\"a\\\"b\"", "disabled": false}]},
        {"name": "off.example.com.", "type": "A", "ttl": 60, "records": [{"content": "192.0.2.3", "disabled": true}]},
        {"name": "odd\\052.example.com.", "type": "A", "ttl": 60, "records": [{"content": "192.0.2.3"}]},
        {"name": "example.com.", "type": "SOA", "ttl": 60, "records": [{"content": "a. b. 1 2 3 4 5"}]},
        {"name": "h.example.com.", "type": "SSHFP", "ttl": 60, "records": [{"content": "1 1 aa"}]}
    ]}"#;

    #[test]
    fn what_can_be_changed_is_told_from_what_is_only_kept() {
        let name = DnsName::whole("example.com").expect("a name");
        let zone = read(ZONE.as_bytes(), &name).expect("a zone");
        assert_eq!((zone.serial, zone.is_signed, zone.sets.len(), zone.kept.len()), (Some(7), true, 2, 4));
        let www = DnsName::whole("www.example.com").expect("a name");
        assert_eq!(zone.content(&www, RecordType::A).map(|content| content.values.len()), Some(2));
        assert!(read(ZONE.as_bytes(), &www).is_err(), "another zone");
        assert!(read(b"<html>", &name).is_err());
    }

    #[test]
    fn a_change_set_is_one_request() {
        let name = DnsName::whole("www.example.com").expect("a name");
        let content = Content::new(300, vec!["192.0.2.1".to_owned()]);
        let added = SetChange { name: name.clone(), kind: RecordType::A, before: None, after: Some(content.clone()) };
        let removed = SetChange { name, kind: RecordType::Cname, before: Some(content), after: None };
        let body = write(&ChangeSet { changes: vec![added, removed] }).expect("a body");
        assert_eq!(
            String::from_utf8(body).expect("text"),
            r#"{"rrsets":[{"name":"www.example.com.","type":"CNAME","changetype":"DELETE","records":[]},"#.to_owned()
                + r#"{"name":"www.example.com.","type":"A","changetype":"REPLACE","ttl":300,"#
                + r#""records":[{"content":"192.0.2.1","disabled":false}]}]}"#
        );
    }
}
