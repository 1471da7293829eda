//! Reading and changing one's own details.

use crate::base::error::Failure;
use crate::base::moment::Reader;
use crate::profile::contacts;
use crate::records::email_links;
use crate::records::persons::{self, PersonRecord};
use crate::unit::Unit;
use crate::unit::audit::AuditEvent;
use domain::access::ContactAction;
use domain::audit::{PersonFact, Subject};
use domain::error::PortalError;
use domain::id::{AccountId, ContactId, PersonId};
use domain::person::Language;
use domain::problem::Problem;
use domain::profile::{Details, PendingEmail, Profile, ProfileAccount, SaveProfile};
use jiff::tz;

/// How many accounts the page lists; the chooser has them all.
const LISTED: usize = 50;

pub(crate) async fn read(mut unit: Unit<'_>) -> Result<Profile, Failure> {
    let person = unit.signed_in()?.person;
    let record = persons::by_id(unit.connection(), person).await?.ok_or(PortalError::SignInRequired)?;
    let (version, verified_at): (i64, Option<i64>) =
        sqlx::query_as("SELECT version, verified_at FROM persons WHERE id = $1")
            .bind(person.to_string())
            .fetch_one(unit.connection())
            .await?;
    let reader = Reader::new(record.language(unit.caller().language), record.time_zone.as_deref());
    let pending = email_links::pending(&mut unit, person).await?;
    Ok(Profile {
        pending: pending.map(|pending| PendingEmail { email: pending.email, until: reader.moment(pending.until) }),
        accounts: listed_accounts(&mut unit).await?,
        first_name: record.first_name,
        last_name: record.last_name,
        email: record.email,
        verified: verified_at.is_some(),
        language: record.language.as_deref().and_then(texts::spoken),
        time_zone: record.time_zone,
        time_zones: time_zones(),
        version,
    })
}

/// One's accounts, those one owns first, with why their people are not one's to see.
async fn listed_accounts(unit: &mut Unit<'_>) -> Result<Vec<ProfileAccount>, Failure> {
    let mut members = unit.memberships().await?;
    members.sort_by_key(|member| {
        (member.actor.standing().owner.is_none(), crate::base::canon::fold(&member.account_name))
    });
    members.truncate(LISTED);
    let listed = members.into_iter().map(|member| ProfileAccount {
        id: member.actor.account(),
        owner: member.actor.standing().owner,
        refused: member.actor.check(ContactAction::List).err(),
        name: member.account_name,
    });
    Ok(listed.collect())
}

/// The zones that are places, and UTC: not the many other names for the same ones.
fn time_zones() -> Vec<String> {
    let of_places = [
        "Africa/",
        "America/",
        "Antarctica/",
        "Arctic/",
        "Asia/",
        "Atlantic/",
        "Australia/",
        "Europe/",
        "Indian/",
        "Pacific/",
    ];
    let names = tz::db().available().map(|name| name.as_str().to_owned());
    let mut zones: Vec<String> = names.filter(|name| of_places.iter().any(|place| name.starts_with(place))).collect();
    zones.sort_unstable();
    zones
}

pub(crate) async fn save(mut unit: Unit<'_>, change: &SaveProfile) -> Result<(), Failure> {
    let person = unit.signed_in()?.person;
    let details = change.checked()?;
    if details.language.is_some_and(|language| texts::spoken(language.tag()) != Some(language)) {
        return Err(PortalError::invalid("language", Problem::NotOffered).into());
    }
    let zone = (!change.time_zone.is_empty()).then(|| change.time_zone.clone());
    if zone.as_ref().is_some_and(|zone| !time_zones().contains(zone)) {
        return Err(PortalError::invalid("time_zone", Problem::NotOffered).into());
    }
    let before = persons::by_id(unit.connection(), person).await?.ok_or(PortalError::SignInRequired)?;
    if is_so(&before, &details, zone.as_deref()) {
        unit.counts()?;
        return unit.commit_progress(()).await;
    }
    let renamed = before.first_name != details.first_name || before.last_name != details.last_name;
    let linked = if renamed { contacts::locked(&mut unit, person).await? } else { Vec::new() };
    if !persons::keep_details(&mut unit, change.version, &details, zone.as_deref()).await? {
        return Err(PortalError::overtaken().into());
    }
    let after = PersonRecord { first_name: details.first_name, last_name: details.last_name, ..before.clone() };
    commit(unit, person, linked, &before, &after).await
}

/// Whether somebody's details are these already.
fn is_so(before: &PersonRecord, details: &Details, zone: Option<&str>) -> bool {
    before.first_name == details.first_name
        && before.last_name == details.last_name
        && before.language.as_deref() == details.language.as_ref().map(Language::tag)
        && before.time_zone.as_deref() == zone
}

async fn commit(
    mut unit: Unit<'_>,
    person: PersonId,
    linked: Vec<(AccountId, ContactId)>,
    before: &PersonRecord,
    after: &PersonRecord,
) -> Result<(), Failure> {
    let (was, now) = (before.name(), after.name());
    if was != now {
        unit.count_ahead().await?;
        contacts::renamed(&mut unit, person, linked, &was, &now).await?;
    }
    let event = AuditEvent::new(PersonFact::ProfileChanged, Subject::Person(person), after.by());
    unit.commit_own((), event).await
}
