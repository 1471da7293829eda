//! The requests somebody sees: their own, and those that they can decide.

use crate::acting::Entered;
use crate::asking::store::{self, RequestRecord};
use crate::core::Core;
use crate::error::Failure;
use crate::moment::Reader;
use crate::reading::Reading;
use crate::unit::Unit;
use crate::{contacts, random};
use domain::access::{AccountAction, Credentials, RequestAction, Target};
use domain::asking::{Asked, Decided, OpenRequests, OwnRequest, Requests, WaitingRequest};
use domain::contact::{Contact, ContactStatus};
use domain::id::SubmissionId;
use domain::ports::{Acting, Caller};
use domain::privilege::Privilege;
use domain::time::Timestamp;

pub(crate) async fn requests(core: &Core, caller: &Caller, acting: Acting) -> Result<Requests, Failure> {
    let mut unit = Unit::read(&core.database, caller).await?;
    let entered = unit.acting(acting).await?;
    entered.actor.check(AccountAction::SeeDashboard)?;
    let (reading, reader) = (Reading::of(&mut unit, &entered).await?, &entered.author.reader);
    let own = store::of_contact(&mut unit, acting.account, entered.actor.contact()).await?;
    let own = own.iter().filter_map(|record| own_request(record, &reading, reader).transpose());
    let own = own.collect::<Result<Vec<_>, _>>()?;
    let waiting = decidable(&mut unit, &entered).await?.into_iter().map(|(record, asked, contact)| {
        let status = contact.now.state.status(contact.ends, entered.now);
        Ok(WaitingRequest {
            id: record.request()?,
            contact: contact.id,
            name: contact.name(),
            right: asked.right,
            place: reading.place(asked.place()),
            at: reader.moment(Timestamp(record.created_at)),
            active: status == ContactStatus::Active,
            reason: record.reason,
        })
    });
    let waiting = waiting.collect::<Result<Vec<_>, Failure>>()?;
    Ok(Requests { own, waiting, submission: SubmissionId::new(random::id(unit.now())) })
}

/// What the shell shows of them.
pub(crate) async fn open_requests(unit: &mut Unit<'_>, entered: &Entered) -> Result<OpenRequests, Failure> {
    let own = store::of_contact(unit, entered.actor.account(), entered.actor.contact()).await?;
    let own = own.iter().filter(|record| record.outcome.is_none()).filter_map(|record| record.asked().transpose());
    Ok(OpenRequests { own: own.collect::<Result<Vec<_>, _>>()?, waiting: decidable(unit, entered).await?.len() })
}

/// The open requests that the actor can decide, with what was asked for and by whom.
///
/// INVARIANT: the list is what the check lets through (SECURITY I8).
async fn decidable(unit: &mut Unit<'_>, entered: &Entered) -> Result<Vec<(RequestRecord, Asked, Contact)>, Failure> {
    let account = entered.actor.account();
    if !entered.actor.standing().effective.has(Privilege::ContactsManage) {
        // They can decide none: that is no reason to read them all.
        return Ok(Vec::new());
    }
    let mut list = Vec::new();
    for record in store::open(unit, account).await? {
        let Some(asked) = record.asked()? else { continue };
        let Some(contact) = contacts::store::contact(unit, account, record.contact()?).await? else { continue };
        let rights = &contact.now.rights;
        let target = Target { contact: contact.id, owner: contact.owner, rights, credentials: Credentials::Own };
        if entered.actor.check(RequestAction::See(target, &asked.added_to(rights))).is_ok() {
            list.push((record, asked, contact));
        }
    }
    Ok(list)
}

fn own_request(record: &RequestRecord, reading: &Reading<'_>, reader: &Reader) -> Result<Option<OwnRequest>, Failure> {
    let Some(asked) = record.asked()? else { return Ok(None) };
    let decided = record.outcome()?.zip(record.decided_at).map(|(outcome, at)| {
        Ok::<_, Failure>(Decided {
            outcome,
            at: reader.moment(Timestamp(at)),
            by: reading.by(record.decided_by()?),
            until: record.granted_until.map(|until| reader.moment(Timestamp(until))),
            word: record.word.clone(),
        })
    });
    let decided = decided.transpose()?;
    Ok(Some(OwnRequest {
        right: asked.right,
        place: reading.place(asked.place()),
        reason: record.reason.clone(),
        at: reader.moment(Timestamp(record.created_at)),
        decided,
    }))
}
