//! Data of earlier versions, brought up to date: nobody's rights change, and the audit chains hold.

use crate::support::{Stored, World, for_each_stored};
use domain::id::{AccountId, ContactId};
use domain::ports::{Acting, Caller};
use domain::rights::{Effective, Rights};
use domain::time::Timestamp;

/// Some minutes after the data was stored: what was granted for seven days still is.
const NOW: Timestamp = Timestamp(1_795_866_000_000);
const DEMO: &str = "portico-demo-password";

async fn demo(world: &World, person: &str) -> Caller {
    let session = world.sign_in(&format!("{person}@demo.example"), DEMO, NOW).await.expect("the password is right");
    world.caller(&session.token, NOW).await.expect("the session lives")
}

#[test]
fn nobody_s_rights_change_with_the_update_from_7d42fdd() {
    for_each_stored("7d42fdd", async |world, Stored { contacts, people }| {
        let owner = demo(&world, "owner").await;
        let account = world.portal().ports.accounts.mine(&owner).await.expect("the owner's")[0].id;
        let acting = Acting { account, viewing: None };
        assert!(contacts.len() > 15, "{}", contacts.len());
        for (id, then) in contacts {
            let contact: ContactId = id.parse().expect("an id");
            let now = world.portal().ports.contacts.read(&owner, acting, contact).await.expect("it is there").now;
            let given: Rights = serde_json::from_value(then.rights).expect("stored rights are understood");
            assert_eq!((now.state.key(), &now.rights), (then.state.as_str(), &given), "{id}");
        }
        assert!(people.len() > 10, "{}", people.len());
        for (place, then) in people {
            let (person, account) = place.split_once(' ').expect("a person and an account");
            let account: AccountId = account.parse().expect("an id");
            let caller = demo(&world, person).await;
            let acting = Acting { account, viewing: None };
            let standing =
                world.portal().ports.accounts.open(&caller, acting).await.expect("they are on it").actor.standing;
            let effective: Effective = serde_json::from_value(then.effective).expect("stored rights are understood");
            assert_eq!(standing.owner, then.owner, "{place}");
            assert_eq!(standing.effective, effective, "{place}");
        }
        assert!(world.number("SELECT COUNT(*) FROM grants WHERE scope_kind = 'service'").await > 0);
        let of_another_kind = "SELECT COUNT(*) FROM grants WHERE (kind = 'operation') <> (scope_kind = 'service')";
        assert_eq!(world.number(of_another_kind).await, 0);
    });
}

#[test]
fn the_audit_chains_of_7d42fdd_hold_and_go_on() {
    for_each_stored("7d42fdd", async |world, _| {
        let owner = demo(&world, "owner").await;
        let account = world.portal().ports.accounts.mine(&owner).await.expect("the owner's")[0].id;
        assert!(world.number("SELECT COUNT(*) FROM audit").await > 30);
        assert_eq!(world.first_bad_audit_row(None).await, None, "with what signing in added");
        assert_eq!(world.first_bad_audit_row(Some(account)).await, None);
        world.tamper_with_audit(account, 3).await;
        assert_eq!(world.first_bad_audit_row(Some(account)).await, Some(3));
    });
}
