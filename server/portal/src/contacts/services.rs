//! The services of a rights form that get a row while it is filled in: those that it names, and those that a search finds.

use crate::base::error::Failure;
use crate::membership::acting::Entered;
use crate::membership::target_contact::{TargetContact, editing};
use crate::records::holdings;
use crate::unit::Unit;
use domain::access::ContactAction;
use domain::id::ContactId;
use domain::rights::Rights;
use domain::service::{FOUND_SERVICES, FoundService, FoundServices, ServiceSearch, Shown};

/// Whoever is shown the form may ask for them. The actor finds those that they see.
pub(crate) async fn services(
    mut unit: Unit<'_>,
    entered: Entered,
    contact: Option<ContactId>,
    search: &ServiceSearch,
) -> Result<FoundServices, Failure> {
    let before = match contact {
        None => {
            entered.actor.check(ContactAction::Add(&[], &Rights::default()))?;
            Rights::default()
        }
        Some(id) => {
            let found = TargetContact::asked_for(&mut unit, &entered.actor, id, editing).await?;
            entered.actor.check(editing(found.target()))?;
            found.contact.now.rights
        }
    };
    let who = entered.actor.standing();
    let (account, held) = (who.account, &who.effective);
    let mut named = holdings::active_of(&mut unit, account, held, &search.ids).await?;
    // What is neither seen nor given is none of the actor's business.
    named.retain(|service| service.name.is_some() || before.services.contains_key(&service.id));
    let mut found = Vec::new();
    if let Some(text) = &search.text {
        found = holdings::search(&mut unit, account, held, Shown::Active, (text, FOUND_SERVICES + 1)).await?;
    }
    let is_cut = found.len() > FOUND_SERVICES;
    let found = found.into_iter().take(FOUND_SERVICES).map(|record| FoundService {
        service: record.known_to(held, entered.now),
        given: before.services.get(&record.id).copied().unwrap_or_default(),
        product: record.product,
    });
    Ok(FoundServices { named, found: found.collect(), is_cut })
}
