//! Deciding on a request: by whoever may give what is asked for, never by whoever asks.

use crate::asking::letters;
use crate::base::error::Failure;
use crate::membership::acting::Entered;
use crate::membership::reading::Places;
use crate::membership::target_contact::ask_first;
use crate::notify;
use crate::records::contacts::{self, ContactRecord};
use crate::records::grants;
use crate::records::requests::{self, RequestRecord, RequestVerdict};
use crate::unit::Unit;
use crate::unit::audit::AuditEvent;
use crate::unit::core::Core;
use domain::access::{Authority, Credentials, Permit, RequestAction, Target, authorize};
use domain::asked::Asked;
use domain::asking::{DecideAccess, Decision, REASON_MAX, RequestOutcome};
use domain::audit::{RequestFact, Subject};
use domain::change::ContactChange;
use domain::contact::Contact;
use domain::error::PortalError;
use domain::id::{AccountId, ContactId};
use domain::problem::RequestProblem;
use domain::status::ContactStatus;
use domain::text;
use domain::time::Timestamp;
use uuid::Uuid;

pub(crate) async fn decide(
    core: &Core,
    mut unit: Unit<'_>,
    entered: Entered,
    change: &DecideAccess,
) -> Result<RequestOutcome, Failure> {
    let account = entered.actor.account();
    // Nor does a refusal tell whether a request exists; whose it is shows when it is read.
    let anybody = ContactId::new(Uuid::nil());
    ask_first(&entered.actor, anybody, |asker| RequestAction::Decide(asker, asker.rights))?;
    let found = LoadedRequest::read(&mut unit, account, change).await?;
    let permit = found.authorize(&entered)?;
    let word = text::line(&change.word, REASON_MAX).map_err(|problem| PortalError::invalid("word", problem))?;
    let until = change.duration.seconds().map(|seconds| unit.now().plus_seconds(seconds));
    let outcome = found.outcome(&entered, change.decision)?;
    let granted = (outcome == RequestOutcome::Granted).then_some(()).and(until);
    let verdict = RequestVerdict { outcome, by: &entered.author, until: granted, word: &word };
    if !requests::close(&mut unit, permit.authority(), (found.contact.id, change.request), &verdict).await? {
        return Err(PortalError::overtaken_by(found.record.decided_by()?).into());
    }
    let changes = match outcome {
        RequestOutcome::Granted => found.give(core, &mut unit, permit.authority(), &entered, until).await?,
        RequestOutcome::Declined | RequestOutcome::Met | RequestOutcome::Withdrawn => Vec::new(),
    };
    let rights = &found.contact.now.rights;
    let held = match outcome {
        RequestOutcome::Granted => found.asked.added_to(rights).effective(),
        RequestOutcome::Declined | RequestOutcome::Met | RequestOutcome::Withdrawn => rights.effective(),
    };
    let place = Places::known(&mut unit, account, &held).await?.named(found.asked.place());
    letters::notify_asker(core, &mut unit, &entered, &found.contact, (found.asked.right, &place), &verdict).await?;
    let event = AuditEvent::new(closed(outcome, found.asked), Subject::Request(change.request), entered.author.by())
        .to(found.contact.id, found.contact.name())
        .with(changes);
    unit.commit(permit, outcome, event).await
}

/// What the log says of a request that was closed.
pub(super) const fn closed(outcome: RequestOutcome, asked: Asked) -> RequestFact {
    match outcome {
        RequestOutcome::Granted => RequestFact::Granted { asked },
        RequestOutcome::Declined => RequestFact::Declined { asked },
        RequestOutcome::Met => RequestFact::Met { asked },
        RequestOutcome::Withdrawn => RequestFact::Withdrawn { asked },
    }
}

/// A request with whoever asked.
struct LoadedRequest {
    record: RequestRecord,
    asked: Asked,
    contact: Contact,
    row: ContactRecord,
}

impl LoadedRequest {
    async fn read(unit: &mut Unit<'_>, account: AccountId, change: &DecideAccess) -> Result<Self, Failure> {
        let record = requests::request(unit, account, change.request).await?.ok_or(PortalError::NotFound)?;
        let asked = record.asked()?.ok_or(PortalError::NotFound)?;
        let id = record.contact()?;
        let row = contacts::record(unit, account, id).await?.ok_or(PortalError::NotFound)?;
        let given = grants::of_contact(unit, account, id).await?;
        let contact = row.with_rights(account, given)?;
        Ok(Self { record, asked, contact, row })
    }

    fn authorize(&self, entered: &Entered) -> Result<Permit, Failure> {
        let rights = &self.contact.now.rights;
        let target =
            Target { contact: self.contact.id, owner: self.contact.owner, rights, credentials: Credentials::Own };
        Ok(authorize(&entered.actor, RequestAction::Decide(target, &self.asked.added_to(rights)))?)
    }

    /// What the decision comes to: nothing is given to somebody who could not use it, nor twice.
    fn outcome(&self, entered: &Entered, decision: Decision) -> Result<RequestOutcome, Failure> {
        let status = self.contact.now.state.status(self.contact.ends, entered.now);
        match decision {
            Decision::Decline => Ok(RequestOutcome::Declined),
            Decision::Grant if self.record.outcome.is_some() => Ok(RequestOutcome::Granted),
            Decision::Grant if status != ContactStatus::Active => {
                Err(PortalError::invalid("request", RequestProblem::AskerInactive).into())
            }
            Decision::Grant if self.asked.is_held(&self.contact.now.rights.effective()) => Ok(RequestOutcome::Met),
            Decision::Grant => Ok(RequestOutcome::Granted),
        }
    }

    async fn give(
        &self,
        core: &Core,
        unit: &mut Unit<'_>,
        authority: Authority<'_>,
        entered: &Entered,
        until: Option<Timestamp>,
    ) -> Result<Vec<ContactChange>, Failure> {
        let before = self.contact.clone();
        let revision = before.granted(self.asked, until);
        contacts::save(unit, authority, &entered.author.by(), &revision, &self.row.email_key).await?;
        grants::explain(unit, authority, self.contact.id, self.asked, &self.record.reason).await?;
        let changes = revision.before.now.changes_to(&revision.after);
        notify::letters::notify_of_change(core, unit, entered, (self.contact.id, &revision.after), &changes).await?;
        Ok(changes)
    }
}
