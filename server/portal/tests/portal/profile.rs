//! One's own details and address: what a change tells whom, when it counts, and for whom a link works.

mod address;
mod details;

use crate::support::contacts::{account, colleague, with_login};
use crate::support::profile::{change, confirm, link, profiles};
use crate::support::{PASSWORD, START, for_each_database};
use domain::error::PortalError;
use domain::person::EndSession;
use domain::profile::SaveProfile;

const OWNER: &str = "owner@example.com";

#[test]
fn nothing_of_one_s_own_changes_after_the_end_of_the_session() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        // Nobody proved her address yet.
        let (_, tina) = colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[])).await;
        let elsewhere = world.signed_in("tina@example.com", START).await;
        change(&world, &tina, "tina@new.example", PASSWORD).await.expect("asked for");
        let token = link(&world).await;
        let session = elsewhere.signed_in().expect("somebody").session;
        world.people().end_session(&tina, EndSession { session }).await.expect("it is one's own");

        // The forms were under way when it ended.
        let over = Err(PortalError::SignInRequired);
        let version = profiles(&world).read(&tina).await.expect("shown").version;
        let names = SaveProfile {
            version,
            first_name: "Other".to_owned(),
            last_name: "Name".to_owned(),
            ..SaveProfile::default()
        };
        assert_eq!(profiles(&world).save(&elsewhere, names).await, over);
        assert_eq!(change(&world, &elsewhere, "thief@x.example", PASSWORD).await, over);
        assert_eq!(profiles(&world).cancel_email(&elsewhere).await, over);
        assert_eq!(profiles(&world).verify_email(&elsewhere).await, over);
        assert_eq!(confirm(&world, &elsewhere, &token).await, over);
        assert!(world.outbox().await.iter().all(|mail| mail.to != "thief@x.example"));
        let profile = profiles(&world).read(&tina).await.expect("shown");
        assert_eq!((profile.version, profile.email.as_str()), (version, "tina@example.com"));
        confirm(&world, &tina, &token).await.expect("the link still works where it was asked for");
    });
}
