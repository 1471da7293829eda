//! The list as a file for spreadsheets: what it shows, of all its pages, in its order.

use domain::access::ContactAction;
use domain::contact::{ContactRow, Notifications};

use super::address;
use crate::csv;
use crate::request::query;
use crate::shell::{Download, Instead, Page, use_account};
use crate::text::texts;

/// Answers the file. What a list may not show is not in it: it is read by the same rules.
pub async fn export_page() -> Result<Page, Instead> {
    let account = use_account();
    // Before it waits for its turn to be read.
    account.view.actor.check(ContactAction::List)?;
    let acting = account.acting;
    let rows = ask!(contacts.export(acting, address::read(&query())))?;
    let text = &texts().contacts;
    let head = [
        text.name,
        text.list.email,
        text.list.access,
        text.notifications,
        text.list.status_column,
        text.list.until,
        text.last_sign_in,
    ];
    let head = head.map(str::to_owned);
    let content = csv::table(std::iter::once(head).chain(rows.into_iter().map(cells)));
    Err(Instead::File(Download { name: "contacts.csv".to_owned(), content_type: csv::TYPE, content }))
}

/// Times as they are told apart by programs.
fn cells(row: ContactRow) -> [String; 7] {
    let (text, rights) = (&texts().contacts, &texts().rights);
    let access = match row.owner {
        Some(_) => rights.everything.to_owned(),
        None => {
            let parts = rights.access_parts(&row.access, row.only_service.as_ref());
            if parts.is_empty() { rights.nothing.to_owned() } else { parts.join("; ") }
        }
    };
    let mails = match row.notifications {
        Notifications::NotSet => String::new(),
        Notifications::Chosen(chosen) if chosen.is_empty() => texts().notifications.none.to_owned(),
        Notifications::Chosen(chosen) => {
            chosen.into_iter().map(|category| rights.categories.name(category)).collect::<Vec<_>>().join("; ")
        }
    };
    let time = |moment: Option<domain::time::Moment>| moment.map(|moment| moment.iso).unwrap_or_default();
    let status = text.status(row.status).to_owned();
    [row.name, row.email, access, mails, status, time(row.until), time(row.last_sign_in)]
}
