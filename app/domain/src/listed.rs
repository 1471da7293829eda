//! Lists of privileges as settings and histories have them. What is done on domains were privileges of the account, before
//! single domains had rights: it stands in these lists under the same keys, and meant all domains.

use crate::operation::{DomainOperation, DomainOperationSet};
use crate::privilege::{Privilege, PrivilegeSet};
use serde::de::Error;
use serde::{Deserialize, Deserializer};

/// What such a list comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Listed {
    /// The privileges.
    pub(crate) privileges: PrivilegeSet,
    /// The operations on all domains.
    pub(crate) domain_operations: DomainOperationSet,
}

impl<'de> Deserialize<'de> for Listed {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let mut listed = Self::default();
        for one in Vec::<One>::deserialize(deserializer)? {
            match one {
                One::OnAllDomains(operation) => listed.domain_operations.insert(operation),
                One::Privilege(privilege) => listed.privileges.insert(privilege),
            }
        }
        Ok(listed)
    }
}

/// One key of such a list.
pub(crate) enum One {
    OnAllDomains(DomainOperation),
    Privilege(Privilege),
}

impl<'de> Deserialize<'de> for One {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let key = String::deserialize(deserializer)?;
        let privilege = || Privilege::from_key(&key).map(Self::Privilege);
        let found = DomainOperation::from_key(&key).map(Self::OnAllDomains).or_else(privilege);
        found.ok_or_else(|| D::Error::custom("unknown privilege"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_list_from_before_says_what_it_said() {
        let listed: Listed = serde_json::from_str(r#"["domains.view","domains.dns","billing.pay"]"#).expect("a list");
        assert_eq!(listed.privileges, PrivilegeSet::of(&[Privilege::DomainsView, Privilege::BillingPay]));
        assert_eq!(listed.domain_operations, DomainOperationSet::of(&[DomainOperation::Dns]));
        assert!(serde_json::from_str::<Listed>(r#"["domains.everything"]"#).is_err());
    }
}
