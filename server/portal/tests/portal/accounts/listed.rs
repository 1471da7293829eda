//! The list of the accounts that somebody may act for: what waits there, and what is pinned.

use crate::accounts::{MIA, furnish, join, leave, mia, mine, pin};
use crate::support::contacts::{account, at, later, on, with_login};
use crate::support::{START, World, for_each_database};
use domain::access::Denied;
use domain::account::Waiting;
use domain::acting::Acting;
use domain::audit::{AccountFactKind, ActivityQuery, FactKind};
use domain::billing::InvoiceQuery;
use domain::caller::Caller;
use domain::contact::{ContactQuery, Verdict};
use domain::domains::DomainQuery;
use domain::error::PortalError;
use domain::id::{AccountId, ContactId};
use domain::operation::Operation;
use domain::role::Role;
use domain::service::ServiceQuery;
use std::collections::HashSet;
use uuid::Uuid;

/// What the lists of an account show as overdue, expiring or expired; nothing where they are refused.
async fn listed(world: &World, caller: &Caller, account: AccountId) -> Waiting {
    let holdings = &world.portal().ports.holdings;
    let invoices = holdings.invoices(caller, on(account), InvoiceQuery::default()).await.ok();
    let services = holdings.services(caller, on(account), ServiceQuery::default()).await.ok();
    let domains = holdings.domains(caller, on(account), DomainQuery::default()).await.ok();
    let contacts = world.portal().ports.contacts.list(caller, on(account), ContactQuery::default()).await.ok();
    Waiting {
        invoices: invoices.map(|page| page.rows.iter().filter(|row| row.overdue).count()),
        services: services.map(|page| page.rows.iter().filter(|row| row.expiring).count()),
        domains: domains.map(|list| list.page.rows.iter().filter(|row| row.expiring).count()),
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
fn no_two_accounts_of_somebody_have_one_colour_and_each_has_that_of_the_list_on_its_own_pages() {
    for_each_database(async |world| {
        let (_, mia) = mia(&world).await;
        for n in 0..6 {
            let account = world.account_of(&format!("owner{n}@example.com")).await;
            join(&world, account, 5000 + n, &[Role::Manager]).await;
        }
        let entries = mine(&world, &mia).await;
        let colours: HashSet<_> = entries.iter().map(|entry| entry.mark.colour).collect();
        assert_eq!((entries.len(), colours.len()), (7, 7));
        for entry in entries {
            let view = world.portal().ports.accounts.open(&mia, on(entry.id)).await.expect("opened");
            assert_eq!(view.mark, entry.mark, "{}", entry.name);
        }
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
            let activity = world
                .portal()
                .ports
                .accounts
                .activity(owner, on(*account), ActivityQuery::default())
                .await
                .expect("shown")
                .rows;
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
