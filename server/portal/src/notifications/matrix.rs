//! Who gets what: the people of an account by the categories of mails, and the categories that nobody gets.

use crate::base::error::Failure;
use crate::membership::acting::Entered;
use crate::membership::menu;
use crate::notifications::choose;
use crate::notify::recipients;
use crate::records::contact_list;
use crate::records::listed::listed;
use crate::unit::Unit;
use domain::access::{ContactAction, Credentials};
use domain::category::Category;
use domain::contact::{Contact, ContactQuery, Notifications};
use domain::id::AccountId;
use domain::list::{Page, Total};
use domain::notification::{Addressee, NotificationMatrix, NotificationRow, REACH_COUNTED, Reach};

pub(crate) async fn matrix(mut unit: Unit<'_>, entered: Entered, cursor: &str) -> Result<NotificationMatrix, Failure> {
    let account = entered.actor.account();
    entered.actor.check(ContactAction::List)?;
    let query = ContactQuery { cursor: cursor.to_owned(), ..ContactQuery::default() };
    let Page { rows: records, total, previous, next } = contact_list::page(&mut unit, account, &query).await?;
    let listed = listed(&mut unit, account, &records).await?;
    let rows = listed.into_iter().map(|(contact, notifications)| row(&entered, &contact, notifications)).collect();
    let reach = reach(&mut unit, account).await?;
    Ok(NotificationMatrix { page: Page { rows, total, previous, next }, reach })
}

fn row(entered: &Entered, contact: &Contact, notifications: Notifications) -> NotificationRow {
    let (held, chosen) = (choose::effective(contact), notifications.chosen());
    let status = contact.now.state.status(contact.ends, entered.now);
    let delivery = |category: Category| {
        let chosen = chosen.contains(&category);
        category.delivery(Addressee { owner: contact.owner, status, effective: &held, chosen })
    };
    NotificationRow {
        contact: contact.id,
        name: contact.name(),
        owner: contact.owner,
        is_me: entered.actor.contact() == contact.id,
        status,
        deliveries: Category::ALL.into_iter().map(delivery).collect(),
        choose: menu::of(&entered.actor, contact, Credentials::Own, None).choose,
        notifications,
    }
}

async fn reach(unit: &mut Unit<'_>, account: AccountId) -> Result<Vec<Reach>, Failure> {
    let mut reach = Vec::new();
    for category in Category::ALL {
        let counted = recipients::count(unit, account, category, REACH_COUNTED).await?;
        let people = match i64::try_from(counted) {
            Ok(people) if counted <= REACH_COUNTED => Total::Exact(people),
            Ok(_) | Err(_) => Total::Many,
        };
        reach.push(Reach { category, people });
    }
    Ok(reach)
}
