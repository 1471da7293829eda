//! The accounts that somebody may act for: their list with what waits, pins, leaving, and views that stay where they are.

use crate::support::acts::{Act, Scene, Takes};
use crate::support::behind::Rows;
use crate::support::contacts::{
    account, add_service, at, colleague, form, later, look_at, mv, on, submission, with_login,
};
use crate::support::{PASSWORD, START, World, for_each_database};
use async_trait::async_trait;
use domain::access::Denied;
use domain::account::{AccountEntry, LeaveAccount, PinAccount, Waiting};
use domain::acting::Acting;
use domain::audit::{AccountFactKind, ContactFactKind, FactKind};
use domain::caller::Caller;
use domain::contact::{ContactFilter, ContactQuery, Move, SaveContact, Verdict};
use domain::error::PortalError;
use domain::id::{AccountId, ContactId};
use domain::operation::{Operation, OperationSet};
use domain::owner::OwnerKind;
use domain::privilege::{Privilege, PrivilegeSet};
use domain::rights::Effective;
use domain::role::Role;
use domain::service::ServiceQuery;
use domain::status::{ContactState, ContactStatus};
use uuid::Uuid;

const MIA: &str = "mia@example.com";

/// Somebody with an account of their own, signed in.
async fn mia(world: &World) -> (Acting, Caller) {
    let own = world.account_of(MIA).await;
    (on(own), world.signed_in(MIA, START).await)
}

/// Puts Mia on one more account.
async fn join(world: &World, account: AccountId, number: u128, roles: &[Role]) -> ContactId {
    let contact = ContactId::new(Uuid::from_u128(number));
    world
        .insert(
            "INSERT INTO contacts (account_id, id, person_id, rank, state, first_name, last_name, email, email_key, \
             phone, note, sort_name, search_text, created_at, updated_at) \
             SELECT $1, $2, id, 1, 'active', 'Mia', 'Example', email, email_key, '', '', 'mia example', ' mia', 0, 0 \
             FROM persons WHERE email = 'mia@example.com'",
            &[&account.to_string(), &contact.to_string()],
        )
        .await;
    for role in roles {
        world
            .insert(
                "INSERT INTO grants (account_id, subject_id, kind, scope_kind, scope, key, granted_at) \
                 VALUES ($1, $2, 'role', 'account', '', $3, 0)",
                &[&account.to_string(), &contact.to_string(), role.key()],
            )
            .await;
    }
    contact
}

async fn mine(world: &World, caller: &Caller) -> Vec<AccountEntry> {
    world.portal().ports.accounts.mine(caller).await.expect("the list is shown")
}

async fn pin(world: &World, caller: &Caller, acting: Acting, pinned: bool) -> Result<(), PortalError> {
    world.portal().ports.accounts.pin(caller, acting, PinAccount { pinned }).await
}

async fn leave(world: &World, caller: &Caller, acting: Acting) -> Result<(), PortalError> {
    world.portal().ports.accounts.leave(caller, acting, LeaveAccount { submission: submission() }).await
}

/// Things that have run out, run out soon, and don't.
async fn furnish(world: &World, account: AccountId, number: u128) {
    add_service(world, account, number, "web-01", "vps").await;
    add_service(world, account, number + 1, "web-02", "vps").await;
    add_service(world, account, number + 2, "web-03", "vps").await;
    add_service(world, account, number + 3, "old-01", "vps").await;
    for (at, name, status, ends) in [
        (4, "soon.example", "active", "1767657600000"),
        (5, "gone.example", "expired", "1767139200000"),
        (6, "moved.example", "ended", "1767139200000"),
        (7, "later.example", "active", "1798761600000"),
    ] {
        let id = Uuid::from_u128(number + at).to_string();
        world
            .insert(
                "INSERT INTO domains (account_id, id, name, status, expires_at, sort_name, created_at) \
                 VALUES ($1, $2, $3, $4, CAST($5 AS BIGINT), $3, 0)",
                &[&account.to_string(), &id, name, status, ends],
            )
            .await;
    }
    for (at, status, due) in [
        (8, "unpaid", "1767139200000"),
        (9, "unpaid", "1767312000000"),
        (10, "paid", "1767139200000"),
        (11, "unpaid", "1766016000000"),
    ] {
        let id = Uuid::from_u128(number + at).to_string();
        world
            .insert(
                "INSERT INTO invoices (account_id, id, number, status, issued_at, due_at, total_minor, currency, \
                 created_at) VALUES ($1, $2, $2, $3, 0, CAST($4 AS BIGINT), 100, 'EUR', 0)",
                &[&account.to_string(), &id, status, due],
            )
            .await;
    }
    // web-01 ends in five days, web-02 in a year, web-03 has no end, old-01 has run out.
    world.execute("UPDATE services SET expires_at = 1767657600000 WHERE name = 'web-01'").await;
    world.execute("UPDATE services SET expires_at = 1798761600000 WHERE name = 'web-02'").await;
    world.execute("UPDATE services SET expires_at = 1767139200000, status = 'expired' WHERE name = 'old-01'").await;
}

/// What the lists of an account show as overdue, expiring or expired; nothing where they are refused.
async fn listed(world: &World, caller: &Caller, account: AccountId) -> Waiting {
    let holdings = &world.portal().ports.holdings;
    let invoices = holdings.invoices(caller, on(account), String::new()).await.ok();
    let services = holdings.services(caller, on(account), ServiceQuery::default()).await.ok();
    let domains = holdings.domains(caller, on(account), String::new()).await.ok();
    let contacts = world.portal().ports.contacts.list(caller, on(account), ContactQuery::default()).await.ok();
    Waiting {
        invoices: invoices.map(|page| page.rows.iter().filter(|row| row.overdue).count()),
        services: services.map(|page| page.rows.iter().filter(|row| row.expiring).count()),
        domains: domains.map(|page| page.rows.iter().filter(|row| row.expiring).count()),
        contacts: contacts.map(|page| page.rows.iter().filter(|row| row.name.starts_with("Ending")).count()),
    }
}

#[test]
fn what_waits_is_what_the_lists_show_and_nothing_is_counted_without_the_right() {
    for_each_database(async |world| {
        let (own, mia) = mia(&world).await;
        let roles: [&[Role]; 5] =
            [&[Role::Billing], &[Role::Technical], &[Role::Manager], &[], &[Role::Visitation, Role::Purchasing]];
        let mut accounts = vec![own.account];
        furnish(&world, own.account, 1000).await;
        for (n, roles) in roles.into_iter().enumerate() {
            let account = world.account_of(&format!("owner{n}@example.com")).await;
            join(&world, account, 5000 + n as u128, roles).await;
            furnish(&world, account, 2000 + 100 * n as u128).await;
            accounts.push(account);
        }
        // One more, with a single service that has run out.
        let single = world.account_of("single@example.com").await;
        let contact = join(&world, single, 5100, &[]).await;
        furnish(&world, single, 3000).await;
        let old = Uuid::from_u128(3003).to_string();
        world
            .insert(
                "INSERT INTO grants (account_id, subject_id, kind, scope_kind, scope, key, service_id, granted_at) \
                 VALUES ($1, $2, 'operation', 'service', $3, $4, $3, 0)",
                &[&single.to_string(), &contact.to_string(), &old, Operation::Power.key()],
            )
            .await;
        accounts.push(single);

        let entries = mine(&world, &mia).await;
        assert_eq!(entries.len(), accounts.len());
        for entry in &entries {
            assert_eq!(entry.waiting, listed(&world, &mia, entry.id).await, "{:?}", entry.access);
            let shown = world.portal().ports.accounts.dashboard(&mia, on(entry.id)).await.expect("shown");
            assert_eq!(shown.waiting, entry.waiting, "the dashboard says what the chooser says");
        }
        let of = |account: AccountId| entries.iter().find(|entry| entry.id == account).expect("it is listed");
        let full = Waiting { invoices: Some(2), services: Some(2), domains: Some(2), contacts: Some(0) };
        assert_eq!(of(own.account).waiting, full);
        assert_eq!(of(accounts[1]).waiting, Waiting { domains: None, contacts: None, ..full }, "Billing");
        assert_eq!(of(accounts[3]).waiting, Waiting { invoices: None, ..full }, "Manager");
        assert_eq!(of(accounts[4]).waiting, Waiting::default(), "no rights, no counts");
        assert_eq!(of(single).waiting, Waiting { services: Some(1), ..Waiting::default() });
        assert_eq!(of(own.account).leave, Verdict::Refused(Denied::LegalOwnerStays));
        assert_eq!(of(single).leave, Verdict::Allowed);
    });
}

#[test]
fn on_a_closed_account_only_what_may_still_be_read_is_counted() {
    for_each_database(async |world| {
        let (own, mia) = mia(&world).await;
        let other = world.account_of("owner@example.com").await;
        join(&world, other, 5000, &[Role::Billing]).await;
        for (account, number) in [(own.account, 1000), (other, 2000)] {
            furnish(&world, account, number).await;
        }
        world.execute("UPDATE accounts SET status = 'closed'").await;
        let entries = mine(&world, &mia).await;
        for entry in &entries {
            assert_eq!(entry.waiting, listed(&world, &mia, entry.id).await);
        }
        let of = |account: AccountId| entries.iter().find(|entry| entry.id == account).expect("it is listed");
        assert_eq!(of(own.account).waiting, Waiting { invoices: Some(2), ..Waiting::default() });
        assert_eq!(of(other).waiting, Waiting::default());
        assert_eq!(leave(&world, &mia, on(other)).await, Ok(()), "nobody is kept on a closed account");
        assert_eq!(mine(&world, &mia).await.len(), 1);
    });
}

#[test]
fn access_that_ends_soon_is_told_to_oneself_and_counted_for_those_who_see_the_people() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        world.account_of(MIA).await;
        join(&world, acting.account, 5000, &[Role::Manager]).await;
        for name in ["Ending", "Staying", "Gone"] {
            let change = with_login(name, &format!("{name}@example.com"), &[Role::Technical]);
            world.portal().ports.contacts.save(&owner, acting, change).await.expect("added");
        }
        // In five days, in a year, yesterday; and for Mia herself in five days.
        world.execute("UPDATE contacts SET ends_at = 1767657600000 WHERE first_name IN ('Ending', 'Mia')").await;
        world.execute("UPDATE contacts SET ends_at = 1798761600000 WHERE first_name = 'Staying'").await;
        world.execute("UPDATE contacts SET ends_at = 1767139200000 WHERE first_name = 'Gone'").await;
        let mia = world.signed_in(MIA, START).await;
        let entries = mine(&world, &mia).await;
        let there = entries.iter().find(|entry| entry.id == acting.account).expect("it is listed");
        assert_eq!(there.waiting.contacts, Some(1), "herself is told, not counted");
        assert_eq!(there.ends.as_ref().map(|at| at.at.0), Some(1_767_657_600_000));
        assert!(there.needs_attention());
        let own = entries.iter().find(|entry| entry.id != acting.account).expect("her own");
        assert_eq!((own.ends.clone(), own.needs_attention()), (None, false));
        assert_eq!(mine(&world, &owner).await[0].waiting.contacts, Some(2));
        let over = at(&mia, later(5 * 24 * 60));
        assert_eq!(mine(&world, &over).await.len(), 1, "what has ended is not there");
    });
}

#[test]
fn pinned_accounts_stand_first_and_a_pin_is_nobody_else_s_affair() {
    for_each_database(async |world| {
        let (own, mia) = mia(&world).await;
        let mut others = Vec::new();
        for n in 0..3 {
            let email = format!("owner{n}@example.com");
            let account = world.account_of(&email).await;
            join(&world, account, 5000 + n, &[Role::Manager]).await;
            others.push((account, world.signed_in(&email, START).await));
        }
        let ids = async || mine(&world, &mia).await.into_iter().map(|entry| entry.id).collect::<Vec<_>>();
        let before = ids().await;
        let last = *before.last().expect("there are four");
        pin(&world, &mia, on(last), true).await.expect("pinned");
        pin(&world, &mia, on(last), true).await.expect("twice is once");
        assert_eq!(ids().await[0], last);
        let entries = mine(&world, &mia).await;
        assert_eq!(entries.iter().map(|entry| entry.pinned).collect::<Vec<_>>(), [true, false, false, false]);
        for (account, owner) in &others {
            assert!(!mine(&world, owner).await[0].pinned);
            let activity =
                world.portal().ports.accounts.activity(owner, on(*account), String::new()).await.expect("shown").rows;
            let pins = [FactKind::Account(AccountFactKind::Pinned), FactKind::Account(AccountFactKind::Unpinned)];
            assert!(activity.iter().all(|row| !pins.contains(&row.kind)), "{activity:?}");
        }
        pin(&world, &mia, on(last), false).await.expect("unpinned");
        assert_eq!(ids().await, before);
        assert_eq!(
            world.number("SELECT COUNT(*) FROM audit WHERE chain = '' AND kind LIKE 'account_%pinned'").await,
            2
        );
        let stranger = world.account_of("stranger@example.com").await;
        assert_eq!(pin(&world, &mia, on(stranger), true).await, Err(PortalError::NotFound));
        let view = Acting { viewing: Some(ContactId::new(Uuid::from_u128(5000))), ..own };
        assert_eq!(pin(&world, &mia, view, true).await, Err(PortalError::Denied { why: Denied::ViewOnly }));
        assert_eq!(world.number("SELECT COUNT(*) FROM account_pins").await, 0);
    });
}

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
        let activity = ports.accounts.activity(&owner, acting, String::new()).await.expect("shown").rows;
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

        mv(&world, &owner, acting, contact, Move::Restore).await.expect("the owner brings her back");
        let view = ports.accounts.open(&mia, acting).await.expect("she is back");
        assert_eq!(view.actor.standing.owner, None, "ownership is given, not restored");
        assert!(view.actor.standing.effective.privileges().is_empty());
    });
}

#[test]
fn a_view_dies_when_either_side_leaves_and_nobody_leaves_for_another() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let ports = &world.portal().ports;
        let (tina, tinas) =
            colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[Role::Technical])).await;
        ports.contacts.view_as(&owner, acting, look_at(tina)).await.expect("begun");
        let viewing = Acting { viewing: Some(tina), ..acting };
        assert!(ports.accounts.open(&owner, viewing).await.is_ok());
        let view_only = Err(PortalError::Denied { why: Denied::ViewOnly });
        assert_eq!(leave(&world, &owner, viewing).await, view_only, "T34");
        assert!(ports.accounts.open(&tinas, acting).await.is_ok());
        leave(&world, &tinas, acting).await.expect("she leaves");
        assert_eq!(ports.accounts.open(&owner, viewing).await, Err(PortalError::NotFound), "T35");
        assert_eq!(world.count(Rows::Views).await, 0);

        let looker = SaveContact {
            privileges: PrivilegeSet::of(&[Privilege::ContactsLoginAs]),
            ..with_login("Lou", "lou@example.com", &[])
        };
        let (_, lous) = colleague(&world, acting, &owner, looker).await;
        let (weak, _) = colleague(&world, acting, &owner, with_login("Wes", "wes@example.com", &[])).await;
        ports.contacts.view_as(&lous, acting, look_at(weak)).await.expect("begun");
        let viewing = Acting { viewing: Some(weak), ..acting };
        assert!(ports.accounts.open(&lous, viewing).await.is_ok());
        leave(&world, &lous, acting).await.expect("the viewer leaves");
        assert_eq!(ports.accounts.open(&lous, viewing).await, Err(PortalError::NotFound), "T35");
    });
}

#[test]
fn a_view_dies_with_whatever_it_hangs_on() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let ports = &world.portal().ports;
        let looker = SaveContact {
            privileges: PrivilegeSet::of(&[Privilege::ContactsLoginAs, Privilege::DomainsView]),
            ..with_login("Lou", "lou@example.com", &[])
        };
        let (lou, lous) = colleague(&world, acting, &owner, looker).await;
        let (weak, _) = colleague(&world, acting, &owner, with_login("Wes", "wes@example.com", &[])).await;
        let viewing = Acting { viewing: Some(weak), ..acting };
        let begin = async || ports.contacts.view_as(&lous, acting, look_at(weak)).await;
        let looks = async || ports.accounts.open(&lous, viewing).await.is_ok();
        let version = async |contact| ports.contacts.read(&owner, acting, contact).await.expect("read").version;

        // The viewed one is suspended, and comes back.
        begin().await.expect("begun");
        assert!(looks().await);
        mv(&world, &owner, acting, weak, Move::Suspend).await.expect("suspended");
        assert!(!looks().await);
        mv(&world, &owner, acting, weak, Move::Reactivate).await.expect("reactivated");
        assert!(!looks().await, "what ended does not come back");
        // The viewed one becomes stronger than the viewer.
        begin().await.expect("begun again");
        let stronger = SaveContact {
            contact: Some(weak),
            version: version(weak).await,
            roles: [Role::Billing].into_iter().collect(),
            ..form("Wes", "wes@example.com")
        };
        ports.contacts.save(&owner, acting, stronger).await.expect("widened");
        assert!(!looks().await);
        let weaker =
            SaveContact { contact: Some(weak), version: version(weak).await, ..form("Wes", "wes@example.com") };
        ports.contacts.save(&owner, acting, weaker).await.expect("trimmed");
        // The account is suspended or closed.
        assert!(looks().await, "it is the same view, within its half hour");
        for status in ["UPDATE accounts SET status = 'suspended'", "UPDATE accounts SET status = 'closed'"] {
            world.execute(status).await;
            assert!(!looks().await, "{status}");
        }
        world.execute("UPDATE accounts SET status = 'active'").await;
        // The viewer is suspended.
        assert!(looks().await);
        mv(&world, &owner, acting, lou, Move::Suspend).await.expect("suspended");
        assert!(!looks().await);
        mv(&world, &owner, acting, lou, Move::Reactivate).await.expect("reactivated");
        // The session ends, and with it its views.
        world.people().sign_out(&lous).await.expect("signed out");
        assert_eq!(world.count(Rows::Views).await, 0);
    });
}

#[test]
fn the_start_and_the_end_of_a_view_name_both_people() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let ports = &world.portal().ports;
        let (tina, _) =
            colleague(&world, acting, &owner, with_login("Tina", "tina@example.com", &[Role::Technical])).await;
        ports.contacts.view_as(&owner, acting, look_at(tina)).await.expect("begun");
        ports.contacts.stop_viewing(&owner, Acting { viewing: Some(tina), ..acting }).await.expect("stopped");
        let activity = ports.accounts.activity(&owner, acting, String::new()).await.expect("shown").rows;
        let both: Vec<_> = activity.iter().take(2).map(|row| (row.kind, row.by.name(), row.targets.clone())).collect();
        let named = vec![(tina, Some("Tina Example".to_owned()))];
        let expected =
            [FactKind::Contact(ContactFactKind::ViewingStopped), FactKind::Contact(ContactFactKind::ViewingStarted)]
                .map(|kind| (kind, "Olivia Owner", named.clone()));
        assert_eq!(both, expected);
        assert_eq!(
            world.number("SELECT COUNT(*) FROM audit WHERE as_contact IS NOT NULL AND person_id IS NOT NULL").await,
            2
        );
    });
}

#[test]
fn a_view_stays_on_its_account_though_the_contact_is_on_others_too() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let ports = &world.portal().ports;
        let (own, mia) = mia(&world).await;
        let here = join(&world, acting.account, 5000, &[Role::Manager]).await;
        let elsewhere = world.account_of("elsewhere@example.com").await;
        let there = join(&world, elsewhere, 5001, &[Role::Manager]).await;
        ports.contacts.view_as(&owner, acting, look_at(here)).await.expect("begun");
        assert!(ports.accounts.open(&owner, Acting { viewing: Some(here), ..acting }).await.is_ok());
        for account in [own.account, elsewhere] {
            for viewing in [None, Some(here), Some(there)] {
                let at = Acting { account, viewing };
                assert_eq!(ports.accounts.open(&owner, at).await, Err(PortalError::NotFound), "T32");
                let list = ports.contacts.list(&owner, at, ContactQuery::default()).await;
                assert_eq!(list, Err(PortalError::NotFound), "T32");
            }
        }
        assert_eq!(mine(&world, &owner).await.len(), 1, "the list stays that of whoever looks");
        assert_eq!(mine(&world, &mia).await.len(), 3);
    });
}

#[test]
fn somebody_on_two_accounts_reaches_nothing_of_one_through_the_other() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let ports = &world.portal().ports;
        let (own, mia) = mia(&world).await;
        join(&world, acting.account, 5000, &[Role::Manager]).await;
        let theirs = ports.contacts.save(&owner, acting, form("Tom", "tom@example.com")).await.expect("added");
        let hers = ports.contacts.save(&mia, own, form("Hal", "hal@example.com")).await.expect("added");
        let nobody = ContactId::new(Uuid::from_u128(9));
        for (account, foreign) in [(acting, hers), (own, theirs)] {
            for id in [foreign, nobody] {
                assert_eq!(ports.contacts.read(&mia, account, id).await, Err(PortalError::NotFound), "T11");
                for to in [Move::Suspend, Move::Delete, Move::SendReset] {
                    assert_eq!(mv(&world, &mia, account, id, to).await, Err(PortalError::NotFound), "T11");
                }
                let change = SaveContact { contact: Some(id), version: 1, ..form("X", "x@example.com") };
                assert_eq!(ports.contacts.save(&mia, account, change).await, Err(PortalError::NotFound), "T11");
            }
        }
        for (account, id) in [(acting, theirs), (own, hers)] {
            let page = ports.contacts.read(&mia, account, id).await.expect("where it belongs it is found");
            assert_eq!((page.version, page.now.state), (1, ContactState::ContactOnly));
        }
    });
}

#[test]
fn what_is_given_on_a_single_domain_gives_nothing_on_the_account() {
    for_each_database(async |world| {
        let (_, mia) = mia(&world).await;
        let account = world.account_of("other@example.com").await;
        furnish(&world, account, 3000).await;
        let contact = join(&world, account, 5100, &[]).await;
        let domain = Uuid::from_u128(3004).to_string();
        for (kind, key) in [
            ("privilege", Privilege::DomainsView.key()),
            ("privilege", Privilege::ContactsManage.key()),
            ("operation", Operation::Power.key()),
        ] {
            world
                .insert(
                    "INSERT INTO grants (account_id, subject_id, kind, scope_kind, scope, key, domain_id, granted_at) \
                     VALUES ($1, $2, $3, 'domain', $4, $5, $4, 0)",
                    &[&account.to_string(), &contact.to_string(), kind, &domain, key],
                )
                .await;
        }
        let entries = mine(&world, &mia).await;
        let entry = entries.iter().find(|entry| entry.id == account).expect("it is listed");
        assert_eq!(entry.waiting, Waiting::default());
        let opened = world.portal().ports.accounts.open(&mia, on(account)).await.expect("they are on it");
        assert_eq!(opened.actor.standing.effective, Effective::default());
    });
}

/// For `revoking.rs`.
pub fn acts() -> Vec<Box<dyn Act>> {
    vec![Box::new(Pinning)]
}

#[derive(Debug)]
struct Pinning;

#[async_trait(?Send)]
impl Act for Pinning {
    fn use_case(&self) -> &'static str {
        "Accounts::pin"
    }

    fn takes(&self) -> Takes {
        Takes::APlace
    }

    async fn attempt(&self, scene: &Scene<'_>, _: ContactId, number: usize) -> Result<(), PortalError> {
        pin(scene.world, &scene.manager, scene.acting, number.is_multiple_of(2)).await
    }
}
