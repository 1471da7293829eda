//! The requests for access that wait for the reader's decision.

use crate::base::error::Failure;
use crate::membership::acting::Entered;
use crate::membership::open_requests;
use crate::membership::reading::Reading;
use crate::records::requests::OpenRecord;
use crate::unit::Unit;
use domain::account::dashboard::{Few, NAMED, RequestWaiting};
use domain::asked::Asked;
use domain::asking::WAITING_COUNTED;
use domain::list::Total;
use domain::time::Timestamp;

pub(super) async fn waiting(unit: &mut Unit<'_>, entered: &Entered) -> Result<Few<RequestWaiting>, Failure> {
    let mut found = open_requests::oldest(unit, entered).await?;
    let all = match i64::try_from(found.len()) {
        Ok(count) if found.len() <= WAITING_COUNTED => Total::Exact(count),
        Ok(_) | Err(_) => Total::Many,
    };
    found.truncate(NAMED);
    let services = found.iter().filter_map(|(_, asked)| asked.service).collect();
    let domains = found.iter().filter_map(|(_, asked)| asked.domain).collect();
    let reading = Reading::about(unit, entered, (&services, &domains)).await?;
    let row = |(record, asked): (OpenRecord, Asked)| {
        Ok(RequestWaiting {
            id: record.request()?,
            name: record.name(),
            right: asked.right,
            place: reading.place(asked.place()),
            at: entered.author.reader.moment(Timestamp(record.created_at)),
        })
    };
    Ok(Few::of(found.into_iter().map(row).collect::<Result<_, Failure>>()?, all))
}
