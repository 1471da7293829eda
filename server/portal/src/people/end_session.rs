//! One's own sessions: seeing them and ending them.

use crate::base::error::Failure;
use crate::records::sessions;
use crate::unit::Unit;
use crate::unit::audit::AuditEvent;
use domain::audit::{PersonFact, Subject};
use domain::error::PortalError;
use domain::id::SessionId;
use domain::person::SessionRow;
use domain::time::Timestamp;

pub(crate) async fn list(mut unit: Unit<'_>) -> Result<Vec<SessionRow>, Failure> {
    let signed_in = unit.signed_in()?;
    let reader = unit.author().await?.reader;
    let records = sessions::list(&mut unit, signed_in.person).await?;
    records
        .into_iter()
        .map(|record| {
            let id: SessionId = record.id.parse()?;
            Ok(SessionRow {
                id,
                current: id == signed_in.session,
                began: reader.moment(Timestamp(record.created_at)),
                seen: reader.moment(Timestamp(record.seen_at)),
                ip: record.ip,
                agent: record.agent,
            })
        })
        .collect()
}

pub(crate) async fn end_session(mut unit: Unit<'_>, session: SessionId) -> Result<(), Failure> {
    let person = unit.signed_in()?.person;
    unit.session_lives().await?;
    let author = unit.author().await?;
    if !sessions::end(&mut unit, person, session).await? {
        return Err(PortalError::NotFound.into());
    }
    unit.commit_without_session((), AuditEvent::new(PersonFact::SessionEnded, Subject::Person(person), author.by()))
        .await
}
