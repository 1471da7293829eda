//! Which roles managers hand out.

use crate::support::contacts::{account, submission, with_login};
use crate::support::owners::{denied, max};
use crate::support::{PASSWORD, for_each_database, secret};
use domain::access::Denied;
use domain::error::PortalError;
use domain::role::{Role, RoleSet};
use domain::roles::SetHandOut;

#[test]
fn an_owner_shortens_the_list_that_managers_hand_out() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let (_, manager) = max(&world, acting, &owner, &[Role::Manager]).await;
        let roles: RoleSet = [Role::Technical].into_iter().collect();
        let set = || SetHandOut { submission: submission(), roles, current: secret(PASSWORD) };
        let refused = world.portal().ports.roles.set_hand_out(&manager, acting, set()).await;
        assert_eq!(refused, denied(Denied::OwnersOnly));
        world.portal().ports.roles.set_hand_out(&owner, acting, set()).await.expect("an owner sets it");
        let contacts = &world.portal().ports.contacts;
        let billing = contacts.save(&manager, acting, with_login("Bea", "bea@example.com", &[Role::Billing])).await;
        assert!(matches!(billing, Err(PortalError::Denied { why: Denied::BeyondGrant(_) })));
        contacts
            .save(&manager, acting, with_login("Tim", "tim@example.com", &[Role::Technical]))
            .await
            .expect("what is on the list is given");
    });
}
