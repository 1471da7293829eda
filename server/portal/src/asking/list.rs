//! The requests somebody sees: their own, and those that they can decide.

use crate::base::error::Failure;
use crate::base::moment::Reader;
use crate::base::random;
use crate::membership::acting::Entered;
use crate::membership::open_requests;
use crate::membership::reading::Reading;
use crate::records::requests::{self, RequestRecord};
use crate::unit::Unit;
use domain::access::AccountAction;
use domain::asking::{Decided, OwnRequest, Requests, RequestsQuery, WaitingRequest};
use domain::id::SubmissionId;
use domain::list::Page;
use domain::status::ContactStatus;
use domain::time::Timestamp;

pub(crate) async fn requests(mut unit: Unit<'_>, entered: Entered, query: &RequestsQuery) -> Result<Requests, Failure> {
    entered.actor.check(AccountAction::SeeDashboard)?;
    let (reading, reader) = (Reading::of(&mut unit, &entered).await?, &entered.author.reader);
    let (account, contact) = (entered.actor.account(), entered.actor.contact());
    let Page { rows, total, previous, next } = requests::of_contact(&mut unit, account, contact, &query.own).await?;
    let rows = rows.iter().filter_map(|record| own_request(record, &reading, reader).transpose());
    let own = Page { rows: rows.collect::<Result<_, _>>()?, total, previous, next };
    let Page { rows, total, previous, next } = open_requests::waiting(&mut unit, &entered, &query.waiting).await?;
    let rows = rows.into_iter().map(|(record, asked)| {
        Ok(WaitingRequest {
            id: record.request()?,
            contact: record.contact()?,
            name: record.name(),
            right: asked.right,
            place: reading.place(asked.place()),
            at: reader.moment(Timestamp(record.created_at)),
            active: record.status(entered.now) == ContactStatus::Active,
            reason: record.reason,
        })
    });
    let waiting = Page { rows: rows.collect::<Result<_, Failure>>()?, total, previous, next };
    Ok(Requests { own, waiting, submission: SubmissionId::new(random::id(unit.now())) })
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
        id: record.id.parse()?,
        right: asked.right,
        place: reading.place(asked.place()),
        reason: record.reason.clone(),
        at: reader.moment(Timestamp(record.created_at)),
        decided,
    }))
}
