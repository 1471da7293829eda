//! Which rows of an account's log a filter means, in SQL.

use crate::base::canon;
use crate::base::dialect::{Statement, holding};
use crate::membership::acting::Entered;
use domain::audit::{ActivityFilter, ContactFactKind, FactKind};

/// How many characters of a name are searched.
const SEARCHED: usize = 200;

/// The end of a view is no row of its own: that of its beginning says how long it lasted.
pub(super) const VIEW_ENDED: FactKind = FactKind::Contact(ContactFactKind::ViewingStopped);

/// A filter as values of a statement.
pub(super) struct Wanted {
    chain: String,
    kinds: Option<String>,
    after: Option<i64>,
    before: Option<i64>,
    person: Option<Person>,
}

/// Who did it, or whom it was done to.
enum Person {
    /// Contacts of this name or address, whatever they were called at the time.
    Contact(String),
    /// Those whom the log calls so: in small letters, and as typed. INVARIANT: whoever may not see addresses finds nobody
    /// by one, nor by a name that the log does not show them (SECURITY T10).
    Called { small: String, typed: String },
}

impl Wanted {
    pub(super) fn new(entered: &Entered, filter: &ActivityFilter) -> Self {
        let bounds = |day| entered.author.reader.bounds_of(day);
        let kinds = filter.topic.map(|topic| {
            let kinds: Vec<&str> = topic.kinds().filter(|kind| *kind != VIEW_ENDED).map(FactKind::key).collect();
            serde_json::Value::from(kinds).to_string()
        });
        let typed: String = filter.person.trim().chars().take(SEARCHED).collect();
        let standing = entered.actor.standing();
        let person = (!typed.is_empty()).then(|| {
            if standing.effective.reads_addresses() {
                Person::Contact(holding(&canon::fold(&typed)))
            } else {
                Person::Called { small: holding(&typed.to_lowercase()), typed: holding(&typed) }
            }
        });
        Self {
            chain: entered.actor.account().to_string(),
            kinds,
            after: filter.from.and_then(bounds).map(|(begins, _)| begins.0),
            before: filter.to.and_then(bounds).map(|(_, ends)| ends.0),
            person,
        }
    }

    /// The condition that a row of `audit` meets.
    pub(super) fn filter(&self, statement: &mut Statement) {
        statement.push("chain = ").bind(self.chain.as_str());
        match &self.kinds {
            Some(kinds) => statement.push(" AND kind IN ").bind_list(kinds.clone()),
            None => statement.push(" AND kind <> ").bind(VIEW_ENDED.key()),
        };
        if let Some(after) = self.after {
            statement.push(" AND at >= ").bind(after);
        }
        if let Some(before) = self.before {
            statement.push(" AND at < ").bind(before);
        }
        // A bare parameter after LIKE would have SQLite prepare the statement anew for every value.
        match &self.person {
            None => {}
            Some(Person::Contact(like)) => {
                statement.push(" AND seq IN (SELECT seq FROM audit_contacts WHERE chain = ").bind(self.chain.as_str());
                statement.push(" AND contact_id IN (SELECT id FROM contacts WHERE account_id = ");
                statement.bind(self.chain.as_str()).push(" AND search_text LIKE ('' || ").bind(like.as_str());
                statement.push(") ESCAPE '\\'))");
            }
            Some(Person::Called { small, typed }) => {
                statement.push(" AND seq IN (SELECT seq FROM audit_contacts WHERE chain = ").bind(self.chain.as_str());
                statement.push(" AND name NOT LIKE '%@%' AND (LOWER(name) LIKE ('' || ").bind(small.as_str());
                statement.push(") ESCAPE '\\' OR name LIKE ('' || ").bind(typed.as_str()).push(") ESCAPE '\\'))");
            }
        }
    }
}
