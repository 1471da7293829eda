//! What contacts were given that counts on one service, and which grants show it.

use super::{Grants, columns, link};
use crate::base::dialect::both;
use crate::base::error::Failure;
use crate::records::templates;
use crate::unit::Unit;
use domain::access::{ServiceTarget, sees_service};
use domain::id::{AccountId, ContactId, RoleId, ServiceId};
use domain::operation::{Operation, OperationSet};
use domain::privilege::{Privilege, PrivilegeSet};
use domain::rights::Rights;
use domain::role::{OwnRole, Role};
use std::collections::{BTreeMap, HashMap};

/// What each of these contacts was given, with the ends, but for what was given on other services.
pub(crate) async fn on_service(
    unit: &mut Unit<'_>,
    account: AccountId,
    contacts: &[ContactId],
    service: ServiceId,
) -> Result<HashMap<ContactId, Grants>, Failure> {
    let statement = both!(
        "SELECT ",
        json("subject_id, kind, scope_kind, scope, key, ends_at"),
        " FROM grants WHERE account_id = $1 AND subject_id IN ",
        list("$2"),
        " AND (kind <> 'operation' OR scope IN ('all', $3)) \
         AND (starts_at IS NULL OR starts_at <= $4) AND (ends_at IS NULL OR ends_at > $4)"
    );
    let (rows,): (String,) = sqlx::query_as(statement.on(unit.dialect()))
        .bind(account.to_string())
        .bind(serde_json::to_string(contacts)?)
        .bind(service.to_string())
        .bind(unit.now().0)
        .fetch_one(unit.connection())
        .await?;
    let mut given: HashMap<ContactId, Grants> = HashMap::new();
    for (subject, kind, scope_kind, scope, key, ends) in serde_json::from_str::<Vec<Row>>(&rows)? {
        given.entry(subject.parse()?).or_default().add(&kind, (&scope_kind, &scope), &key, ends);
    }
    link(unit, account, given.values_mut()).await?;
    Ok(given.into_iter().map(|(contact, grants)| (contact, grants.in_order())).collect())
}

/// Contact, kind, scope kind, scope, key and end of a grant.
type Row = (String, String, String, String, String, Option<i64>);

/// The grants that show a service to whoever has one of them, as keys.
#[expect(clippy::struct_field_names, reason = "each says on what")]
pub(crate) struct Showing {
    /// Of roles and privileges.
    pub(crate) on_account: Vec<String>,
    /// Of operations on all services.
    pub(crate) on_all: Vec<&'static str>,
    /// Of operations on this one.
    pub(crate) on_it: Vec<&'static str>,
}

impl Showing {
    /// Each is asked by itself what it shows: rights are a union, so whoever sees the service has one that does.
    pub(crate) async fn of(unit: &mut Unit<'_>, account: AccountId, service: ServiceTarget) -> Result<Self, Failure> {
        let roles = templates::roles(unit, account).await?;
        let sees = |rights: Rights| sees_service(&rights.effective(), service);
        let built_in = Role::ALL
            .into_iter()
            .filter(|role| sees(Rights { roles: [*role].into_iter().collect(), ..Rights::default() }));
        let own = roles.iter().filter(|(id, role)| sees(with_role(**id, role))).map(|(id, _)| id.to_string());
        let privileges = Privilege::ALL
            .iter()
            .filter(|privilege| sees(Rights { privileges: PrivilegeSet::of(&[**privilege]), ..Rights::default() }));
        let all = |operation: Operation| Rights { all_services: OperationSet::of(&[operation]), ..Rights::default() };
        let single = |operation: Operation| Rights {
            services: BTreeMap::from([(service.id, OperationSet::of(&[operation]))]),
            ..Rights::default()
        };
        let operations = |rights: &dyn Fn(Operation) -> Rights| -> Vec<&'static str> {
            Operation::ALL.iter().filter(|each| sees(rights(**each))).map(|each| each.key()).collect()
        };
        let keys = built_in.map(|role| role.key().to_owned()).chain(own);
        Ok(Self {
            on_account: keys.chain(privileges.map(|privilege| privilege.key().to_owned())).collect(),
            on_all: operations(&all),
            on_it: operations(&single),
        })
    }

    /// The scope of what holds on all services.
    pub(crate) const ALL: &'static str = columns::ALL;
}

fn with_role(id: RoleId, role: &OwnRole) -> Rights {
    Rights { own_roles: BTreeMap::from([(id, role.clone())]), ..Rights::default() }
}
