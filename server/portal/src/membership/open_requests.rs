//! The requests for access that are open: one's own, and those that one can decide.

use crate::base::error::Failure;
use crate::membership::acting::Entered;
use crate::records::contacts;
use crate::records::requests::{self as store, RequestRecord};
use crate::unit::Unit;
use domain::access::{Credentials, RequestAction, Target};
use domain::asked::Asked;
use domain::asking::OpenRequests;
use domain::contact::Contact;
use domain::privilege::Privilege;

/// What the shell shows of them.
pub(crate) async fn open_requests(unit: &mut Unit<'_>, entered: &Entered) -> Result<OpenRequests, Failure> {
    let own = store::of_contact(unit, entered.actor.account(), entered.actor.contact()).await?;
    let own = own.iter().filter(|record| record.outcome.is_none()).filter_map(|record| record.asked().transpose());
    Ok(OpenRequests { own: own.collect::<Result<Vec<_>, _>>()?, waiting: decidable(unit, entered).await?.len() })
}

/// The open requests that the actor can decide, with what was asked for and by whom.
///
/// INVARIANT: the list is what the check lets through (SECURITY I8).
pub(crate) async fn decidable(
    unit: &mut Unit<'_>,
    entered: &Entered,
) -> Result<Vec<(RequestRecord, Asked, Contact)>, Failure> {
    let account = entered.actor.account();
    if !entered.actor.standing().effective.has(Privilege::ContactsManage) {
        // They can decide none: that is no reason to read them all.
        return Ok(Vec::new());
    }
    let mut list = Vec::new();
    for record in store::open(unit, account).await? {
        let Some(asked) = record.asked()? else { continue };
        let Some(contact) = contacts::contact(unit, account, record.contact()?).await? else { continue };
        let rights = &contact.now.rights;
        let target = Target { contact: contact.id, owner: contact.owner, rights, credentials: Credentials::Own };
        if entered.actor.check(RequestAction::See(target, &asked.added_to(rights))).is_ok() {
            list.push((record, asked, contact));
        }
    }
    Ok(list)
}
