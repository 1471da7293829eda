//! Leaving an account.

use crate::accounts::{MIA, join, leave, mine, pin};
use crate::support::contacts::{account, colleague, run_command, submission, with_login};
use crate::support::{PASSWORD, START, for_each_database};
use domain::access::Denied;
use domain::account::LeaveAccount;
use domain::audit::{ActivityQuery, ContactFactKind, FactKind};
use domain::contact::{ContactFilter, ContactQuery, ContactVerb, SaveContact};
use domain::error::PortalError;
use domain::operation::{Operation, OperationSet};
use domain::owner::OwnerKind;
use domain::privilege::{Privilege, PrivilegeSet};
use domain::role::Role;
use domain::status::ContactStatus;

#[test]
fn whoever_leaves_is_gone_at_once_and_the_owner_is_told() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let ports = &world.portal().ports;
        let change = SaveContact {
            privileges: PrivilegeSet::of(&[Privilege::TicketsOpen]),
            all_services: OperationSet::of(&[Operation::Power]),
            ..with_login("Tina", "tina@example.com", &[Role::Technical])
        };
        let (tina, tinas) = colleague(&world, acting, &owner, change).await;
        pin(&world, &tinas, acting, true).await.expect("pinned");
        let change = LeaveAccount { submission: submission() };
        ports.accounts.leave(&tinas, acting, change.clone()).await.expect("she leaves");
        assert_eq!(ports.accounts.open(&tinas, acting).await, Err(PortalError::NotFound));
        assert_eq!(ports.accounts.leave(&tinas, acting, change).await, Ok(()), "a retry has the same answer");
        assert_eq!(leave(&world, &tinas, acting).await, Err(PortalError::SignInRequired), "a new form has not");
        for nothing in ["SELECT COUNT(*) FROM grants", "SELECT COUNT(*) FROM account_pins"] {
            assert_eq!(world.number(nothing).await, 0, "{nothing}");
        }

        world.send_digests(START).await;
        let mails = world.outbox().await;
        let told: Vec<&str> =
            mails.iter().filter(|mail| mail.subject.contains("has left")).map(|mail| mail.to.as_str()).collect();
        assert_eq!(told, ["owner@example.com"]);
        let activity = ports.accounts.activity(&owner, acting, ActivityQuery::default()).await.expect("shown").rows;
        assert_eq!(
            (activity[0].kind, activity[0].by.name()),
            (FactKind::Contact(ContactFactKind::Left), "Tina Example")
        );
        assert_eq!(activity[0].targets, [(tina, Some("Tina Example".to_owned()))]);
        assert_eq!(world.first_bad_audit_row(Some(acting.account)).await, None);
        let filter = ContactFilter { status: Some(ContactStatus::Deleted), ..ContactFilter::default() };
        let deleted = ContactQuery { filter, ..ContactQuery::default() };
        let page = ports.contacts.list(&owner, acting, deleted).await.expect("listed");
        assert_eq!(page.rows.iter().map(|row| row.id).collect::<Vec<_>>(), [tina]);
        let read = ports.contacts.read(&owner, acting, tina).await.expect("her page is there");
        assert_eq!(read.history.rows[0].by.name(), "Tina Example");
        assert!(read.restorable.is_some_and(|restorable| restorable.rights.roles.contains(Role::Technical)));

        // She was nowhere else: the sign-in goes with the last account, as with any deletion.
        assert!(world.sign_in("tina@example.com", PASSWORD, START).await.is_err());
        assert_eq!(
            world
                .number(
                    "SELECT COUNT(*) FROM sessions s JOIN persons p ON p.id = s.person_id WHERE p.email LIKE 'tina%'"
                )
                .await,
            0
        );
    });
}

#[test]
fn a_legal_owner_stays_and_a_co_owner_may_go() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let ports = &world.portal().ports;
        world.account_of(MIA).await;
        let contact = join(&world, acting.account, 5000, &[]).await;
        world.execute("UPDATE contacts SET owner = 'co', rank = 0 WHERE first_name = 'Mia'").await;
        let mia = world.signed_in(MIA, START).await;
        let view = ports.accounts.open(&mia, acting).await.expect("she owns it too");
        assert_eq!(view.actor.standing.owner, Some(OwnerKind::CoOwner));

        let stays = Err(PortalError::Denied { why: Denied::LegalOwnerStays });
        assert_eq!(leave(&world, &owner, acting).await, stays);
        assert!(ports.accounts.open(&owner, acting).await.is_ok());
        assert_eq!(leave(&world, &mia, acting).await, Ok(()));
        assert_eq!(ports.accounts.open(&mia, acting).await, Err(PortalError::NotFound));
        assert_eq!(mine(&world, &mia).await.len(), 1, "her own account stays hers");
        assert!(world.sign_in(MIA, PASSWORD, START).await.is_ok(), "and her sign-in too");
        world.send_digests(START).await;
        assert!(world.outbox().await.iter().any(|mail| mail.to == "owner@example.com"));

        run_command(&world, &owner, acting, contact, ContactVerb::Restore).await.expect("the owner brings her back");
        let view = ports.accounts.open(&mia, acting).await.expect("she is back");
        assert_eq!(view.actor.standing.owner, None, "ownership is given, not restored");
        assert!(view.actor.standing.effective.privileges().is_empty());
    });
}
