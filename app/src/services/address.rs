//! What the address of My Services says: which services, filters, search, order and page.

use crate::request::Query;
use domain::acting::Acting;
use domain::list::Direction;
use domain::paths;
use domain::service::{MachineState, ServiceKind, ServiceQuery, ServiceSort, Shown};

/// An order: by what, and which way.
type Order = (ServiceSort, Direction);

/// Every order, with the key that stands for it in addresses and forms.
pub const ORDERS: [(Order, &str); 6] = [
    ((ServiceSort::Name, Direction::Ascending), "name"),
    ((ServiceSort::Name, Direction::Descending), "name-down"),
    ((ServiceSort::Expires, Direction::Ascending), "expires"),
    ((ServiceSort::Expires, Direction::Descending), "expires-down"),
    ((ServiceSort::NextDue, Direction::Ascending), "due"),
    ((ServiceSort::NextDue, Direction::Descending), "due-down"),
];

/// The key of the order that a list has.
pub fn order_key(query: &ServiceQuery) -> &'static str {
    let order = (query.sort, query.direction);
    ORDERS.iter().find(|(each, _)| *each == order).map_or("", |(_, key)| key)
}

/// What the address asks for; without a word on which services, these. What it can't mean is left out.
pub fn read(query: &Query, begins_with: Shown) -> ServiceQuery {
    let order = ORDERS.iter().find(|(_, key)| *key == query.text("sort"));
    let (sort, direction) = order.map(|(order, _)| *order).unwrap_or_default();
    ServiceQuery {
        shown: match query.text("show") {
            "expiring" => Shown::Expiring,
            "all" => Shown::All,
            _ => begins_with,
        },
        kind: ServiceKind::from_key(query.text("kind")),
        state: MachineState::from_key(query.text("state")),
        search: query.text("search").trim().to_owned(),
        sort,
        direction,
        cursor: query.text("cursor").to_owned(),
    }
}

/// What the address of a list says of it beside the page; what it does not say is empty.
pub fn pairs(query: &ServiceQuery) -> [(&'static str, String); 5] {
    let show = match query.shown {
        Shown::All => "all",
        Shown::Active => "",
        Shown::Expiring => "expiring",
    };
    let sort = if (query.sort, query.direction) == Order::default() { "" } else { order_key(query) };
    [
        ("show", show.to_owned()),
        ("search", query.search.clone()),
        ("kind", query.kind.map(ServiceKind::key).unwrap_or_default().to_owned()),
        ("state", query.state.map(MachineState::key).unwrap_or_default().to_owned()),
        ("sort", sort.to_owned()),
    ]
}

/// The address of the first page of a list.
pub fn write(acting: Acting, query: &ServiceQuery) -> String {
    let pairs = pairs(query);
    paths::with_query(paths::services(acting), pairs.iter().map(|(name, value)| (*name, value.as_str())))
}

/// The address that sorts by a column: the other way round when it is sorted by it already.
pub fn sorted_by(acting: Acting, query: &ServiceQuery, sort: ServiceSort) -> String {
    let direction = match (query.sort == sort, query.direction) {
        (true, Direction::Ascending) => Direction::Descending,
        (true, Direction::Descending) | (false, _) => Direction::Ascending,
    };
    write(acting, &ServiceQuery { sort, direction, ..query.clone() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_an_address_says_is_read_again() {
        let acting = Acting { account: "0192d3f0-7a5c-7cc0-8a61-3f1c2b4d5e6f".parse().unwrap(), viewing: None };
        let query = ServiceQuery {
            shown: Shown::Expiring,
            kind: Some(ServiceKind::Vps),
            state: Some(MachineState::Stopped),
            search: "web & co".to_owned(),
            sort: ServiceSort::NextDue,
            direction: Direction::Descending,
            cursor: String::new(),
        };
        for query in [query, ServiceQuery { shown: Shown::Active, ..ServiceQuery::default() }] {
            let address = write(acting, &query);
            let said = address.split_once('?').map(|(_, said)| said).unwrap_or_default();
            assert_eq!(read(&Query::read(said), Shown::Active), query, "{address}");
        }
        let odd = Query::read("show=some&kind=car&state=on&sort=size");
        assert_eq!(read(&odd, Shown::All), ServiceQuery::default());
    }
}
