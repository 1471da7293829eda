//! What the form calls its inputs, and what the page brings for the program: both sides find things by these names.

use crate::contact::{DOMAIN_KEY, SERVICE_KEY};
use crate::id::{DomainId, ServiceId};
use crate::privilege::Area;
use crate::right::{Place, Right};

/// The name of the boxes of roles.
pub const ROLES_FIELD: &str = "change[roles][]";
/// The name of the boxes of roles that the account made.
pub const OWN_ROLES_FIELD: &str = "change[own_roles][]";
/// The name of the boxes of privileges.
pub const PRIVILEGES_FIELD: &str = "change[privileges][]";
/// The name of the template picker.
pub const TEMPLATE_FIELD: &str = "change[template]";
/// The name of the input that says whose ticks are shown.
pub const APPLIED_FIELD: &str = "change[applied]";
/// The name of the inputs that say on which services the form shows what is given, where it does not show all.
pub const SHOWN_FIELD: &str = "change[shown][]";
/// The name of the inputs that say on which domains the form shows what is given.
pub const SHOWN_DOMAINS_FIELD: &str = "change[shown_domains][]";
/// The id of the card that gives nothing, for picking single services.
pub const ONE_SERVICE: &str = "template-one-service";
/// The name of the input that says which rights a summary showed.
pub const REVIEWED_FIELD: &str = "change[reviewed]";

/// A row of the services matrix.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Row {
    /// All services.
    All,
    /// One service.
    One(ServiceId),
    /// Services bought later.
    New,
}

impl Row {
    /// The name of the row's boxes.
    pub fn field(self) -> String {
        match self {
            Self::All => "change[all_services][]".to_owned(),
            Self::One(id) => ["change[services][", SERVICE_KEY, &id.to_string(), "][]"].concat(),
            Self::New => "change[new_services][]".to_owned(),
        }
    }

    /// The id of the row.
    pub fn id(self) -> String {
        match self {
            Self::All => "row-all".to_owned(),
            Self::One(service) => ["row-", &service.to_string()].concat(),
            Self::New => "row-new".to_owned(),
        }
    }
}

/// A row of the matrix of domains.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DomainRow {
    /// All domains.
    All,
    /// One domain.
    One(DomainId),
    /// Domains that come later.
    New,
}

impl DomainRow {
    /// The name of the row's boxes.
    pub fn field(self) -> String {
        match self {
            Self::All => "change[all_domains][]".to_owned(),
            Self::One(id) => ["change[domains][", DOMAIN_KEY, &id.to_string(), "][]"].concat(),
            Self::New => "change[new_domains][]".to_owned(),
        }
    }

    /// The id of the row. All domains have none: their boxes stand in the area.
    pub fn id(self) -> String {
        match self {
            Self::All => String::new(),
            Self::One(domain) => ["row-", &domain.to_string()].concat(),
            Self::New => "row-new-domains".to_owned(),
        }
    }
}

/// The domain that the boxes of this name are about.
pub fn domain_of(field: &str) -> Option<DomainId> {
    let key = field.strip_prefix("change[domains][")?.strip_suffix("][]")?;
    key.strip_prefix(DOMAIN_KEY)?.parse().ok()
}

/// The service that the boxes of this name are about.
pub fn service_of(field: &str) -> Option<ServiceId> {
    let key = field.strip_prefix("change[services][")?.strip_suffix("][]")?;
    key.strip_prefix(SERVICE_KEY)?.parse().ok()
}

/// The id of an area's heading; with `-all` that of the box that ticks the whole area, with `-on` that of what is on in it.
pub fn area_id(area: Area) -> String {
    ["area-", area.key()].concat()
}

/// The id of a box, by the name and value that it posts.
pub fn box_id(name: &str, value: &str) -> String {
    let mut id = String::new();
    for text in [name, value] {
        for word in text.split(|letter: char| !(letter.is_ascii_alphanumeric() || letter == '_')) {
            if !(id.is_empty() || word.is_empty()) {
                id.push('-');
            }
            id.push_str(word);
        }
    }
    id
}

/// Name and value of a role's box.
pub fn role_input(role: Right) -> Option<(String, String)> {
    match role {
        Right::Role(role) => Some((ROLES_FIELD.to_owned(), role.key().to_owned())),
        Right::OwnRole(id) => Some((OWN_ROLES_FIELD.to_owned(), id.to_string())),
        Right::Privilege(_) | Right::Operation(_) | Right::DomainOperation(_) => None,
    }
}

/// Name and value of the box of a right; `None` where the form has no such box.
pub fn grant_input(right: Right, place: &Place) -> Option<(String, String)> {
    let field = match (right, place) {
        (Right::Role(_) | Right::OwnRole(_), _) => return role_input(right),
        (Right::Privilege(_), Place::Account) => PRIVILEGES_FIELD.to_owned(),
        (Right::Operation(_), Place::AllServices) => Row::All.field(),
        (Right::Operation(_), Place::NewServices) => Row::New.field(),
        (Right::Operation(_), Place::Service { id, .. }) => Row::One(*id).field(),
        (Right::DomainOperation(_), Place::AllDomains) => DomainRow::All.field(),
        (Right::DomainOperation(_), Place::NewDomains) => DomainRow::New.field(),
        (Right::DomainOperation(_), Place::Domain { id, .. }) => DomainRow::One(*id).field(),
        (Right::Privilege(_) | Right::Operation(_) | Right::DomainOperation(_), _) => return None,
    };
    Some((field, right.key()))
}

macro_rules! sentences {
    ($($(#[$doc:meta])* $name:ident = $key:literal;)+) => {
        /// What the program says in the page's words: the page brings each one, with `{name}` and `{count}` in the places
        /// of a name and a number.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Sentence { $($(#[$doc])* $name),+ }

        impl Sentence {
            /// Every one.
            pub const ALL: &[Self] = &[$(Self::$name),+];

            /// What the page calls it.
            pub const fn key(self) -> &'static str {
                match self { $(Self::$name => $key),+ }
            }
        }
    };
}

sentences! {
    /// Something ticked includes it.
    ImpliedBy = "implied_by";
    /// A role gives it.
    ByRole = "by_role";
    /// A role gives it that goes as a whole.
    WithRole = "with_role";
    /// All services have it.
    OnAllServices = "on_all_services";
    /// All domains have it.
    OnAllDomains = "on_all_domains";
    /// The actor may not give it.
    MayNotGrant = "may_not_grant";
    /// The actor may not hand the role out.
    MayNotHandOut = "may_not_hand_out";
    /// Nobody changes their own.
    NotToOneself = "not_to_oneself";
    /// A role was turned into its single rights.
    RoleDissolved = "role_dissolved";
    /// Ticks of the template were left out.
    LeftOut = "left_out";
    /// Ticks differ from the template.
    Changed = "changed";
    /// A right is new.
    Gained = "gained";
    /// A right goes.
    Lost = "lost";
    /// Nothing is on in an area or a row.
    NothingOn = "nothing_on";
    /// So many rights were found.
    RightsFound = "rights_found";
    /// The form has all the services that one form may have.
    RowsFull = "rows_full";
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::privilege::Privilege;

    #[test]
    fn a_row_is_known_by_the_name_of_its_boxes() {
        let service: ServiceId = "00000000-0000-7000-8000-000000000001".parse().expect("an id");
        assert_eq!(service_of(&Row::One(service).field()), Some(service));
        for other in [Row::All.field().as_str(), SHOWN_FIELD, "change[services][svc-1][]", ""] {
            assert_eq!(service_of(other), None, "{other}");
        }
        let domain: DomainId = "00000000-0000-7000-8000-000000000002".parse().expect("an id");
        assert_eq!(domain_of(&DomainRow::One(domain).field()), Some(domain));
        for other in [DomainRow::All.field(), DomainRow::New.field(), Row::One(service).field()] {
            assert_eq!(domain_of(&other), None, "{other}");
        }
    }

    #[test]
    fn names_and_values_become_ids() {
        assert_eq!(box_id(PRIVILEGES_FIELD, Privilege::BillingAddFunds.key()), "change-privileges-billing-add_funds");
        assert_eq!(box_id("change[services][svc-1][]", "svc.power"), "change-services-svc-1-svc-power");
        assert_eq!(area_id(Area::Account), "area-account");
    }
}
