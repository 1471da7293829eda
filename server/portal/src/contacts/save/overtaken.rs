//! What has changed since the form was rendered.

use crate::base::error::Failure;
use crate::base::random;
use crate::contacts::save::Save;
use crate::membership::acting::Entered;
use crate::membership::reading::Reading;
use crate::records::contact_versions::{self, ContactVersion};
use crate::records::grants;
use crate::unit::Unit;
use domain::change::ContactChange;
use domain::contact::{Contact, ContactSnapshot, ReviseProblem};
use domain::error::PortalError;
use domain::rights::Rights;
use domain::time::Timestamp;

impl Save<'_> {
    /// Refuses a form that shows as given what has ended since it was rendered: nobody means to prolong it.
    pub(super) async fn refuse_revived_rights(
        &self,
        unit: &mut Unit<'_>,
        entered: &Entered,
        before: &Contact,
        wanted: &Rights,
    ) -> Result<(), Failure> {
        let rendered = self.change.submission.map_or(Timestamp(0), random::made_at);
        let ended = grants::ended_since(unit, before.account, before.id, rendered).await?;
        let revived = wanted.reviving(&before.now.rights, &ended);
        if revived.is_empty() {
            return Ok(());
        }
        let changed = revived.into_iter().map(|(right, place)| ContactChange::Taken { right, place }).collect();
        let changed = Reading::of(unit, entered).await?.changes(changed, &[before.id]);
        Err(PortalError::overtaken_with(None, changed).into())
    }

    /// What somebody else changed after the version that was edited, and what the form changes beside it.
    pub(super) async fn conflict(
        &self,
        unit: &mut Unit<'_>,
        entered: &Entered,
        now: &Contact,
        wanted: &ContactSnapshot,
        problem: &ReviseProblem,
    ) -> Result<Failure, Failure> {
        let last = contact_versions::latest(unit, now.account, now.id, 1).await?;
        let by = last.into_iter().next().map(|version| version.by);
        let seen = contact_versions::up_to(unit, now.account, now.id, self.change.version).await?;
        let seen = seen.filter(|version| version.version == self.change.version);
        let (changed, wanted) = match (problem, seen) {
            (ReviseProblem::Stale, Some(ContactVersion { snapshot: seen, .. })) => {
                (seen.changes_to(&now.now), seen.changes_to(&ContactSnapshot { state: seen.state, ..wanted.clone() }))
            }
            (ReviseProblem::Stale | ReviseProblem::State, _) => (Vec::new(), Vec::new()),
        };
        let reading = Reading::of(unit, entered).await?;
        let [changed, wanted] =
            [changed, wanted].map(|changes| reading.changes(changes, &[now.id]).into_iter().map(Into::into).collect());
        Ok(PortalError::Conflict { by, changed, wanted }.into())
    }
}
