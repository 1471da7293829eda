//! The rights that a form posted, as far as the account has what they speak of.

use crate::base::error::Failure;
use crate::records::holdings;
use crate::records::templates;
use crate::unit::Unit;
use crate::unit::core::Core;
use domain::error::PortalError;
use domain::id::{AccountId, DomainId, RoleId, ServiceId};
use domain::operation::OperationSet;
use domain::problem::ContactProblem;
use domain::problem::Problem;
use domain::rights::Rights;
use std::collections::{BTreeMap, BTreeSet};

/// What a form says of rights.
pub(crate) struct PostedRights<'a> {
    /// The template picked.
    pub(crate) template: &'a str,
    /// The template whose ticks the form showed.
    pub(crate) applied: &'a str,
    /// The roles ticked that the account made.
    pub(crate) own_roles: &'a BTreeSet<RoleId>,
    /// The services whose row showed what was given there, where not every one did.
    pub(crate) shown: Option<&'a BTreeSet<ServiceId>>,
    /// The domains whose row showed what was given there.
    pub(crate) shown_domains: &'a BTreeSet<DomainId>,
    /// The rights that the other boxes say.
    pub(crate) rights: Rights,
}

/// The rights ticked. What the contact had `before` stays on services that the form did not show: on those that are not
/// active, which are on no form, and on those that it says it left out. It stays on domains that the form did not show.
///
/// # Errors
/// `Invalid` when they speak of something that was not offered, or want a look first.
pub(crate) async fn read(
    core: &Core,
    unit: &mut Unit<'_>,
    account: AccountId,
    posted: PostedRights<'_>,
    before: &Rights,
) -> Result<Rights, Failure> {
    let templates = templates::offered(core, unit, account).await?;
    let known = |key: &str| key.is_empty() || templates.iter().any(|template| template.key == key);
    if !known(posted.template) && before.template.as_deref() != Some(posted.template) {
        return Err(PortalError::invalid("template", Problem::NotOffered).into());
    }
    if posted.template != posted.applied {
        return Err(PortalError::invalid("template", ContactProblem::TemplateFilledIn).into());
    }
    let active: BTreeMap<ServiceId, OperationSet> = holdings::active(unit, account)
        .await?
        .into_iter()
        .map(|service| (service.id, service.kind.operations()))
        .collect();
    let mut rights = posted.rights;
    if !posted.own_roles.is_empty() {
        rights.own_roles = templates::roles(unit, account).await?;
        rights.own_roles.retain(|role, _| posted.own_roles.contains(role));
        if rights.own_roles.len() < posted.own_roles.len() {
            return Err(PortalError::invalid("own_roles", Problem::NotOffered).into());
        }
    }
    let fits = |(service, operations): (&ServiceId, &OperationSet)| {
        active.get(service).is_some_and(|has| operations.is_within(*has))
    };
    if !rights.services.iter().all(fits) {
        return Err(PortalError::invalid("services", Problem::NoSuchOperation).into());
    }
    for (service, operations) in &before.services {
        if !active.contains_key(service) {
            rights.services.insert(*service, *operations);
        }
    }
    if let Some(shown) = posted.shown {
        rights.keep_on_others(|service| shown.contains(&service), before);
    }
    let posted_on = rights.domains.keys().copied().collect();
    if holdings::domains_there(unit, account, &posted_on).await? != posted_on {
        return Err(PortalError::invalid("domains", Problem::NoSuchOperation).into());
    }
    rights.keep_on_other_domains(|domain| posted.shown_domains.contains(&domain), before);
    Ok(rights)
}
