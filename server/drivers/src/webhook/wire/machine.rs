//! Machines: how they are, what there is of them, how one gets in.

use super::{Body, Senseless};
use domain::provisioning::{
    Backup, ConsoleAddress, Image, MachineAddress, MachineCredentials, MachineState, Observed, Sample,
};
use domain::text::{self, Secret};
use domain::time::Timestamp;
use serde::Deserialize;
use std::net::IpAddr;

/// The most of each list.
const ADDRESSES_MAX: usize = 64;
const IMAGES_MAX: usize = 200;
const BACKUPS_MAX: usize = 500;
const SAMPLES_MAX: usize = 300;
/// The longest name, key or password.
const NAME_MAX: usize = 200;

/// How a machine is.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MachineStateBody {
    state: MachineState,
    addresses: Vec<AddressBody>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct AddressBody {
    address: IpAddr,
    reverse: Option<String>,
}

impl Body for MachineStateBody {
    type Meaning = Observed;

    fn meaning(self) -> Result<Observed, Senseless> {
        let address = |AddressBody { address, reverse }| {
            Ok(MachineAddress { address, reverse: reverse.map(|name| named("reverse", name)).transpose()? })
        };
        Ok(Observed { state: self.state, addresses: each("addresses", self.addresses, ADDRESSES_MAX, address)? })
    }
}

/// What a machine can be rebuilt from.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ImagesBody {
    images: Vec<ImageBody>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct ImageBody {
    key: String,
    name: String,
}

impl Body for ImagesBody {
    type Meaning = Vec<Image>;

    fn meaning(self) -> Result<Vec<Image>, Senseless> {
        each("images", self.images, IMAGES_MAX, |ImageBody { key, name }| {
            Ok(Image { key: named("key", key)?, name: named("name", name)? })
        })
    }
}

/// The backups of a machine.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct BackupsBody {
    backups: Vec<BackupBody>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct BackupBody {
    key: String,
    label: String,
    made: i64,
    size: Option<u64>,
}

impl Body for BackupsBody {
    type Meaning = Vec<Backup>;

    fn meaning(self) -> Result<Vec<Backup>, Senseless> {
        let mut backups = each("backups", self.backups, BACKUPS_MAX, |BackupBody { key, label, made, size }| {
            Ok(Backup { key: named("key", key)?, label: line("label", label)?, made: at("made", made)?, size })
        })?;
        backups.sort_by_key(|backup| std::cmp::Reverse(backup.made));
        Ok(backups)
    }
}

/// What was measured of a machine.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SamplesBody {
    samples: Vec<SampleBody>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct SampleBody {
    at: i64,
    cpu_percent: f32,
    received_per_second: u64,
    sent_per_second: u64,
}

impl Body for SamplesBody {
    type Meaning = Vec<Sample>;

    fn meaning(self) -> Result<Vec<Sample>, Senseless> {
        let mut samples = each("samples", self.samples, SAMPLES_MAX, |sample| {
            let SampleBody { at: seconds, cpu_percent, received_per_second, sent_per_second } = sample;
            if !(0.0..=100.0).contains(&cpu_percent) {
                return Err("cpu_percent is not 0 to 100".to_owned());
            }
            Ok(Sample { at: at("at", seconds)?, cpu_percent, received_per_second, sent_per_second })
        })?;
        samples.sort_by_key(|sample| sample.at);
        Ok(samples)
    }
}

/// How one signs in on a machine.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CredentialsBody {
    user: String,
    password: Secret,
}

impl Body for CredentialsBody {
    type Meaning = MachineCredentials;
    const SECRET: bool = true;

    fn meaning(self) -> Result<MachineCredentials, Senseless> {
        Ok(MachineCredentials { user: named("user", self.user)?, password: password(self.password)? })
    }
}

/// Where a machine's console is.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConsoleBody {
    host: IpAddr,
    port: u16,
    password: Option<Secret>,
}

impl Body for ConsoleBody {
    type Meaning = ConsoleAddress;
    const SECRET: bool = true;

    fn meaning(self) -> Result<ConsoleAddress, Senseless> {
        let Self { host, port, password: secret } = self;
        if port == 0 {
            return Err("port is 0".to_owned());
        }
        Ok(ConsoleAddress { host, port, password: secret.map(password).transpose()? })
    }
}

fn each<T, U>(
    what: &str,
    list: Vec<T>,
    max: usize,
    meaning: impl Fn(T) -> Result<U, Senseless>,
) -> Result<Vec<U>, Senseless> {
    if list.len() > max {
        return Err(format!("{what} has more than {max} entries"));
    }
    list.into_iter().map(meaning).collect()
}

/// A line that a page can show, and that says something.
fn named(what: &str, text: String) -> Result<String, Senseless> {
    if text.is_empty() { Err(format!("{what} is empty")) } else { line(what, text) }
}

/// A line that a page can show.
fn line(what: &str, text: String) -> Result<String, Senseless> {
    match text::line(&text, NAME_MAX) {
        Ok(line) if line == text => Ok(text),
        Ok(_) | Err(_) => Err(format!("{what} is no line of at most {NAME_MAX} characters that can be seen")),
    }
}

fn password(secret: Secret) -> Result<Secret, Senseless> {
    let text = secret.expose();
    let fits = !text.is_empty() && text.chars().count() <= NAME_MAX && text.chars().all(text::is_plain);
    fits.then_some(secret).ok_or_else(|| format!("password is no line of 1 to {NAME_MAX} characters"))
}

/// An instant of the years that anybody measures in.
fn at(what: &str, seconds: i64) -> Result<Timestamp, Senseless> {
    if (0..=253_402_300_799).contains(&seconds) {
        Ok(Timestamp(0).plus_seconds(seconds))
    } else {
        Err(format!("{what} is no time in seconds since 1970"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::webhook::wire::read;

    #[test]
    fn lists_and_texts_have_limits() {
        let image = |name: &str| format!(r#"{{"key": "debian-12", "name": "{name}"}}"#);
        let images = |list: &[String]| read::<ImagesBody>(format!(r#"{{"images": [{}]}}"#, list.join(",")).as_bytes());
        assert_eq!(images(&[image("Debian 12")]).map(|images| images.len()), Ok(1));
        assert_eq!(images(&vec![image("Debian"); IMAGES_MAX]).map(|images| images.len()), Ok(IMAGES_MAX));
        for bad in [vec![image("Debian"); IMAGES_MAX + 1], vec![image("")], vec![image(&"x".repeat(NAME_MAX + 1))]] {
            assert!(images(&bad).is_err());
        }
        assert!(images(&[image("a\\u202eb")]).is_err());
        let sample = |cpu: &str, at: &str| {
            let sample =
                format!(r#"{{"at": {at}, "cpu_percent": {cpu}, "received_per_second": 1, "sent_per_second": 2}}"#);
            read::<SamplesBody>(format!(r#"{{"samples": [{sample}]}}"#).as_bytes())
        };
        assert!(sample("99.5", "1767225600").is_ok_and(|samples| samples[0].at == Timestamp(1_767_225_600_000)));
        for (cpu, at) in [("100.5", "1"), ("-1", "1"), ("1e39", "1"), ("1", "-1"), ("1", "1767225600000000")] {
            assert!(sample(cpu, at).is_err(), "{cpu}, {at}");
        }
    }

    #[test]
    fn lists_come_in_the_portal_s_order() {
        let backups =
            r#"{"backups": [{"key": "a", "label": "A", "made": 1}, {"key": "b", "label": "B", "made": 2, "size": 3}]}"#;
        let backups = read::<BackupsBody>(backups.as_bytes()).expect("two backups");
        assert_eq!(backups.iter().map(|backup| backup.key.as_str()).collect::<Vec<_>>(), ["b", "a"]);
    }

    #[test]
    fn where_a_console_is_and_how_one_signs_in_is_read_as_a_whole() {
        let console = |text: &str| read::<ConsoleBody>(text.as_bytes());
        assert!(console(r#"{"host": "10.0.0.1", "port": 5900, "password": "abc"}"#).is_ok());
        for bad in [
            r#"{"host": "hypervisor.example", "port": 5900}"#,
            r#"{"host": "10.0.0.1", "port": 0}"#,
            r#"{"host": "10.0.0.1", "port": 65536}"#,
            r#"{"host": "10.0.0.1", "port": 5900, "password": ""}"#,
            r#"{"host": "10.0.0.1", "port": 5900, "url": "https://elsewhere.example"}"#,
        ] {
            assert!(console(bad).is_err(), "{bad}");
        }
        let signing_in = read::<CredentialsBody>(br#"{"user": "root", "password": "a b"}"#).expect("both");
        assert_eq!((signing_in.user.as_str(), signing_in.password.expose()), ("root", "a b"));
        assert!(read::<CredentialsBody>(br#"{"user": "root"}"#).is_err());
        let problem = read::<CredentialsBody>(br#"{"user": ["hunter2"], "password": "hunter2"}"#).expect_err("a list");
        assert!(!problem.contains("hunter2"), "{problem}");
        assert!(read::<CredentialsBody>(b"[]").is_err() && read::<CredentialsBody>(b"").is_err());
    }
}
