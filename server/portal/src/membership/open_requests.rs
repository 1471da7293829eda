//! The requests for access that are open: one's own, and those that one can decide.

use crate::base::error::Failure;
use crate::membership::acting::Entered;
use crate::records::grants;
use crate::records::requests::{self, OpenRecord};
use crate::unit::Unit;
use crate::unit::page::Keyset;
use domain::access::{Credentials, RequestAction, Target};
use domain::asked::Asked;
use domain::asking::{OpenRequests, WAITING_COUNTED};
use domain::list::{COUNTED, PAGE_ROWS, Page, Total};
use domain::privilege::Privilege;
use domain::rights::Rights;

/// How many are read at first. Where that is not enough, the second look reads all others: two looks, however many wait.
const FIRST_LOOK: usize = 200;

/// What the shell shows of them.
pub(crate) async fn open_requests(unit: &mut Unit<'_>, entered: &Entered) -> Result<OpenRequests, Failure> {
    let own = requests::open_of_contact(unit, entered.actor.account(), entered.actor.contact()).await?;
    let waiting = oldest(unit, entered).await?.len();
    Ok(OpenRequests { own, waiting })
}

/// The oldest open requests that the actor can decide, up to one more than are counted on every page.
pub(crate) async fn oldest(unit: &mut Unit<'_>, entered: &Entered) -> Result<Vec<(OpenRecord, Asked)>, Failure> {
    decidable(unit, entered, requests::oldest_first(""), WAITING_COUNTED + 1).await
}

/// A page of the open requests that the actor can decide, oldest first, with what is asked for.
pub(crate) async fn waiting(
    unit: &mut Unit<'_>,
    entered: &Entered,
    cursor: &str,
) -> Result<Page<(OpenRecord, Asked)>, Failure> {
    let most = usize::try_from(COUNTED).unwrap_or(usize::MAX).saturating_add(1);
    let counted = decidable(unit, entered, requests::oldest_first(""), most).await?.len();
    let total = Total::of(i64::try_from(counted).unwrap_or(i64::MAX));
    let keyset = requests::oldest_first(cursor);
    let rows = decidable(unit, entered, keyset.clone(), PAGE_ROWS + 1).await?;
    Ok(keyset.page(rows, total, |(record, _)| (record.id.clone(), record.created_at.to_string())))
}

/// The first of the open requests beyond the cursor that the actor can decide, the nearest first.
///
/// INVARIANT: the list is what the check lets through, and so is every number of them (SECURITY I8).
async fn decidable(
    unit: &mut Unit<'_>,
    entered: &Entered,
    mut keyset: Keyset,
    enough: usize,
) -> Result<Vec<(OpenRecord, Asked)>, Failure> {
    let mut list = Vec::new();
    if !entered.actor.standing().effective.has(Privilege::ContactsManage) {
        // They can decide none: that is no reason to read them all.
        return Ok(list);
    }
    for limit in [FIRST_LOOK.max(enough), usize::MAX] {
        let records = requests::open(unit, entered.actor.account(), keyset.clone(), limit).await?;
        let others = records.last().filter(|_| records.len() == limit);
        let others = others.map(|last| keyset.past(&last.id, last.created_at));
        list.extend(let_through(unit, entered, records).await?);
        match others {
            Some(others) if list.len() < enough => keyset = others,
            Some(_) | None => break,
        }
    }
    list.truncate(enough);
    Ok(list)
}

/// Those of the requests that the actor can decide. Ends of rights are not read: the decision does not ask for them.
async fn let_through(
    unit: &mut Unit<'_>,
    entered: &Entered,
    records: Vec<OpenRecord>,
) -> Result<Vec<(OpenRecord, Asked)>, Failure> {
    let askers = records.iter().map(OpenRecord::contact).collect::<Result<Vec<_>, _>>()?;
    let given = grants::of_contacts(unit, entered.actor.account(), &askers).await?;
    let nothing = Rights::NOTHING;
    let mut list = Vec::new();
    for (record, contact) in records.into_iter().zip(askers) {
        let Some(asked) = record.asked()? else { continue };
        let rights = given.get(&contact).map_or(&nothing, |given| &given.rights);
        let target = Target { contact, owner: record.owner()?, rights, credentials: Credentials::Own };
        if entered.actor.check(RequestAction::See(target, &asked.added_to(rights))).is_ok() {
            list.push((record, asked));
        }
    }
    Ok(list)
}
