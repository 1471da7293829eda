//! Links to other sites.

use crate::support::contacts::{OWNER, account, at};
use crate::support::{START, for_each_database};
use domain::text::Secret;

const PANEL: &str = "https://panel.example/sso?key=1";

#[test]
fn a_link_to_another_site_works_once_in_its_session_for_a_minute() {
    for_each_database(async |world| {
        let (_, owner) = account(&world).await;
        let other = world.signed_in(OWNER, START).await;
        let outbound = &world.portal().ports.outbound;
        let issue = async || outbound.issue(&owner, Secret::new(PANEL.to_owned())).await.expect("an address");
        let token = issue().await;
        assert_eq!(outbound.host(&other, token.clone()).await, Ok(None));
        assert!(outbound.follow(&other, token.clone()).await.expect("an answer").is_none());
        for _ in 0..2 {
            assert_eq!(outbound.host(&owner, token.clone()).await, Ok(Some("panel.example".to_owned())));
        }
        let led = outbound.follow(&owner, token.clone()).await.expect("an answer");
        assert_eq!(led.expect("it works").expose(), PANEL);
        assert!(outbound.follow(&owner, token.clone()).await.expect("an answer").is_none());
        assert_eq!(outbound.host(&owner, token).await, Ok(None));

        let token = issue().await;
        let late = at(&owner, owner.now.plus_seconds(60));
        assert_eq!(outbound.host(&late, token.clone()).await, Ok(None));
        assert!(outbound.follow(&late, token).await.expect("an answer").is_none());
    });
}
