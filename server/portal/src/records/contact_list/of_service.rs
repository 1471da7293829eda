//! Who sees a service, page by page.

use crate::base::dialect::Statement;
use crate::base::error::Failure;
use crate::records::contacts::{ContactRecord, contact_columns};
use crate::records::grants::Showing;
use crate::unit::Unit;
use crate::unit::page::{Key, Keyset, List, Pinned};
use domain::id::{AccountId, ServiceId};
use domain::list::{Direction, Page};

/// The people who act on the account and hold one of these grants: owners first, then by surname.
pub(crate) async fn of_service(
    unit: &mut Unit<'_>,
    account: AccountId,
    (service, showing): (ServiceId, &Showing),
    cursor: &str,
) -> Result<Page<ContactRecord>, Failure> {
    let (now, account, service) = (unit.now().0, account.to_string(), service.to_string());
    let lists = [serde_json::to_string(&showing.on_account)?, serde_json::to_string(&showing.on_all)?];
    let ([on_account, on_all], on_it) = (lists, serde_json::to_string(&showing.on_it)?);
    let filter = |statement: &mut Statement| {
        statement.push("account_id = ").bind(account.as_str());
        // With the bare column SQLite would sort them all. An owner's access has no end meanwhile.
        statement
            .push(" AND COALESCE(state, '') = 'active' AND (rank = 0 OR ((ends_at IS NULL OR ends_at > ")
            .bind(now);
        statement.push(") AND EXISTS (SELECT 1 FROM grants g WHERE g.account_id = contacts.account_id");
        statement.push(" AND g.subject_id = contacts.id AND (g.starts_at IS NULL OR g.starts_at <= ").bind(now);
        statement.push(") AND (g.ends_at IS NULL OR g.ends_at > ").bind(now);
        statement.push(") AND ((g.kind IN ('role', 'privilege') AND g.scope_kind = 'account' AND g.key IN ");
        statement.bind_list(on_account.clone());
        statement.push(") OR (g.kind = 'operation' AND g.scope_kind = 'service' AND ((g.scope = ").bind(Showing::ALL);
        statement.push(" AND g.key IN ").bind_list(on_all.clone());
        statement.push(") OR (g.scope = ").bind(service.as_str()).push(" AND g.key IN ").bind_list(on_it.clone());
        statement.push(")))))))");
    };
    let list = List {
        columns: contact_columns!(),
        from: "contacts",
        filter: &filter,
        pinned: Some(Pinned { first: "rank = 0", others: "rank = 1" }),
        keyset: Keyset::new(Key::Text("sort_surname"), Direction::Ascending, cursor),
    };
    let statement = Statement::new(unit.dialect());
    list.page(unit, statement, |record: &ContactRecord| (record.id.clone(), record.sort_surname.clone())).await
}
