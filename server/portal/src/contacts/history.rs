//! What was changed about a contact, page by page.

use crate::base::error::Failure;
use crate::membership::acting::Entered;
use crate::membership::reading::Reading;
use crate::membership::target_contact::TargetContact;
use crate::records::contact_versions::{self, ContactVersion};
use crate::unit::Unit;
use domain::access::ContactAction;
use domain::change::ContactChange;
use domain::contact::{ContactSnapshot, HistoryEntry};
use domain::id::ContactId;
use domain::list::Page;

pub(crate) async fn history(
    mut unit: Unit<'_>,
    entered: Entered,
    id: ContactId,
    cursor: &str,
) -> Result<Page<HistoryEntry>, Failure> {
    let found = TargetContact::asked_for(&mut unit, &entered.actor, id, ContactAction::See).await?;
    entered.actor.check(ContactAction::See(found.target()))?;
    let reading = Reading::of(&mut unit, &entered).await?;
    page(&mut unit, &entered, &reading, id, cursor).await
}

/// The changes between neighbouring versions, latest first; the oldest version has none. Whether the contact may be seen
/// was asked.
pub(super) async fn page(
    unit: &mut Unit<'_>,
    entered: &Entered,
    reading: &Reading<'_>,
    id: ContactId,
    cursor: &str,
) -> Result<Page<HistoryEntry>, Failure> {
    let account = entered.actor.account();
    let Page { rows, total, previous, next } = contact_versions::page(unit, account, id, cursor).await?;
    // What the last version of the page changed, the first one of the next page says.
    let beside = match rows.last().filter(|_| next.is_some()) {
        Some(last) => contact_versions::up_to(unit, account, id, last.version - 1).await?,
        None => None,
    };
    let earlier = rows.iter().skip(1).map(|version| Some(version.snapshot.clone()));
    let earlier: Vec<_> = earlier.chain([beside.map(|version| version.snapshot)]).collect();
    let rows = rows.into_iter().zip(earlier).map(|(version, before)| {
        let changes = before.map(|before| changes(before, &version)).unwrap_or_default();
        let changes = reading.changes(changes, &[id]);
        HistoryEntry { at: entered.author.reader.moment(version.at), by: reading.by(version.by), changes }
    });
    Ok(Page { rows: rows.collect(), total, previous, next })
}

/// What a version changed. What had ended by itself by then was taken by nobody.
fn changes(mut before: ContactSnapshot, version: &ContactVersion) -> Vec<ContactChange> {
    before.rights = before.rights.at(version.at);
    before.changes_to(&version.snapshot)
}
