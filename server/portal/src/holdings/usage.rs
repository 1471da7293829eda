//! What a driver measures of a service. It is asked once the reader was allowed, with no transaction open, and not for long.

use crate::base::error::Failure;
use crate::base::moment::Reader;
use crate::membership::acting::Entered;
use crate::membership::target_service::seen;
use crate::unit::Unit;
use crate::unit::core::Core;
use crate::unit::run::use_case;
use domain::acting::Acting;
use domain::caller::Caller;
use domain::error::PortalError;
use domain::holdings::{ServiceUsage, USAGE_HOURS, Usage, UsageHour};
use domain::id::ServiceId;
use domain::provisioning::{Machine, Sample};
use domain::service::ServiceRow;
use domain::time::Timestamp;
use std::sync::Arc;
use std::time::Duration;
use tokio::time::timeout;

const HOUR_SECONDS: i64 = 3_600;
/// For how long a driver is waited for.
const PATIENCE: Duration = Duration::from_secs(3);
/// The most samples of a driver that are read.
const SAMPLES: usize = 300;

/// The service as its reader sees it, with what runs it.
struct Found {
    row: ServiceRow,
    machine: Option<(String, Machine)>,
    reader: Reader,
}

pub(super) async fn read(
    core: &Core,
    caller: &Caller,
    acting: Acting,
    id: ServiceId,
) -> Result<ServiceUsage, PortalError> {
    let find = |unit, entered| find(unit, entered, id);
    let Found { row, machine, reader } = core.look(caller, acting, use_case!("holdings.service_usage"), find).await?;
    let from = caller.now.plus_seconds(-HOUR_SECONDS * i64::try_from(USAGE_HOURS).unwrap_or(24));
    let measured = machine.and_then(|(driver, machine)| Some((core.drivers.services.get(&driver)?, machine)));
    let usage = match measured {
        Some((driver, machine)) if driver.abilities().measurements => {
            let driver = Arc::clone(driver);
            // One that panics takes no page along.
            let asked = core.drivers.ask(async move { driver.measurements(&machine, from).await });
            match timeout(PATIENCE, asked).await {
                Ok(Ok(samples)) => Usage::Hours(hours(&samples, from, &reader)),
                Ok(Err(error)) => {
                    tracing::warn!(service = %id, %error, "a driver does not say what it measured");
                    Usage::NoAnswer
                }
                Err(_) => {
                    tracing::warn!(service = %id, "a driver does not say in time what it measured");
                    Usage::NoAnswer
                }
            }
        }
        Some(_) | None => Usage::NotMeasured,
    };
    Ok(ServiceUsage { service: row, usage })
}

async fn find(mut unit: Unit<'_>, entered: Entered, id: ServiceId) -> Result<Found, Failure> {
    let found = seen(&mut unit, &entered, id).await?;
    let reader = entered.author.reader.clone();
    let machine = found.machine();
    Ok(Found { row: found.row(&entered.actor.standing().effective, &reader, entered.now), machine, reader })
}

/// The averages of each hour. What a driver says of another day, or of more than there is, is left out.
fn hours(samples: &[Sample], from: Timestamp, reader: &Reader) -> Vec<UsageHour> {
    let hour = |number: usize| {
        let begins = from.plus_seconds(HOUR_SECONDS * i64::try_from(number).unwrap_or(0));
        let ends = begins.plus_seconds(HOUR_SECONDS);
        let within = |sample: &&Sample| (begins..ends).contains(&sample.at);
        let samples: Vec<&Sample> = samples.iter().take(SAMPLES).filter(within).collect();
        let count = samples.len() as u64;
        let average = |of: fn(&Sample) -> u64| {
            let sum = samples.iter().fold(0_u64, |sum, sample| sum.saturating_add(of(sample)));
            sum.checked_div(count).unwrap_or(0)
        };
        let cpu = average(percent);
        let mut at = reader.moment(begins);
        at.text = reader.clock(begins);
        UsageHour {
            from: at,
            cpu_percent: (count > 0).then(|| u8::try_from(cpu).unwrap_or(100)),
            received: average(|sample| sample.received_per_second),
            sent: average(|sample| sample.sent_per_second),
        }
    };
    (0..USAGE_HOURS).map(hour).collect()
}

/// As a whole number from 0 to 100, whatever the driver says.
fn percent(sample: &Sample) -> u64 {
    (0..=100_u8).rev().find(|percent| sample.cpu_percent >= f32::from(*percent)).map_or(0, u64::from)
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::person::Language;

    fn sample(minutes: i64, cpu_percent: f32, received_per_second: u64) -> Sample {
        Sample { at: Timestamp(minutes * 60_000), cpu_percent, received_per_second, sent_per_second: u64::MAX }
    }

    #[test]
    fn samples_become_averages_of_hours_whatever_a_driver_says() {
        let samples = [
            sample(-1, 50.0, 1),
            sample(0, 10.0, 100),
            sample(59, 31.0, 300),
            sample(60, f32::NAN, 5),
            sample(61, 900.0, 5),
            sample(24 * 60, 50.0, 1),
        ];
        let hours = hours(&samples, Timestamp(0), &Reader::new(Language::EN, None));
        assert_eq!(hours.len(), USAGE_HOURS);
        let said =
            |number: usize| (hours[number].from.text.as_str(), hours[number].cpu_percent, hours[number].received);
        assert_eq!(said(0), ("00:00 UTC", Some(20), 200));
        assert_eq!(said(1), ("01:00 UTC", Some(50), 5), "what is no number is none, and 900 is 100");
        assert_eq!(said(2), ("02:00 UTC", None, 0));
        assert!(hours.iter().skip(2).all(|hour| hour.cpu_percent.is_none()));
    }
}
