//! Rights on single domains: what they show, who gives them, and what becomes of rights from before there were any.

mod migrated;

use crate::support::contacts::{OWNER, account, colleague, form, many_changes, on, submission, with_login};
use crate::support::{World, for_each_database, for_each_database_with};
use domain::access::Denied;
use domain::acting::Acting;
use domain::asking::{AskForAccess, DecideAccess, Decision, Duration, RequestOutcome, RequestsQuery};
use domain::caller::Caller;
use domain::contact::SaveContact;
use domain::domains::{DomainQuery, ShownDomains};
use domain::error::PortalError;
use domain::id::{AccountId, ContactId, DomainId};
use domain::list::Total;
use domain::operation::{DomainOperation, DomainOperationSet};
use domain::privilege::{Privilege, PrivilegeSet};
use domain::rights::Rights;
use domain::search::SearchWords;
use std::collections::BTreeMap;
use uuid::Uuid;

const DNS: DomainOperationSet = DomainOperationSet::of(&[DomainOperation::Dns]);

async fn add_domain(world: &World, account: AccountId, number: u128, name: &str, status: &str) -> DomainId {
    let id = DomainId::new(Uuid::from_u128(number));
    world
        .insert(
            "INSERT INTO domains (account_id, id, name, status, expires_at, sort_name, created_at) \
             VALUES ($1, $2, $3, $4, 1767312000000, $3, 0)",
            &[&account.to_string(), &id.to_string(), name, status],
        )
        .await;
    id
}

fn on_one(change: SaveContact, domain: DomainId, operations: DomainOperationSet) -> SaveContact {
    SaveContact { domains: [(domain, operations)].into(), ..change }
}

async fn listed(world: &World, who: &Caller, acting: Acting) -> Vec<String> {
    let list = world.portal().ports.holdings.domains(who, acting, DomainQuery::default()).await.expect("shown");
    list.page.rows.into_iter().map(|row| row.name).collect()
}

async fn rights_of(world: &World, owner: &Caller, acting: Acting, contact: ContactId) -> Rights {
    world.portal().ports.contacts.read(owner, acting, contact).await.expect("it is there").now.rights
}

#[test]
fn whoever_has_one_domain_finds_that_one_and_no_other() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let one = add_domain(&world, acting.account, 1, "one.example", "active").await;
        let two = add_domain(&world, acting.account, 2, "two.example", "active").await;
        let other = world.account_of("other@example.com").await;
        let foreign = add_domain(&world, other, 3, "foreign.example", "active").await;
        let change = on_one(with_login("Dan", "dan@example.com", &[]), one, DNS);
        let (_, dan) = colleague(&world, acting, &owner, change).await;
        let ports = &world.portal().ports;

        let list = ports.holdings.domains(&dan, acting, DomainQuery::default()).await.expect("shown");
        assert_eq!(list.page.rows.iter().map(|row| row.id).collect::<Vec<_>>(), [one]);
        assert_eq!(list.page.rows[0].operations, DNS);
        assert_eq!(list.page.total, Total::Exact(1));
        let only_one = list.counts.iter().all(|(_, total)| *total == Total::Exact(1));
        assert!(only_one && !list.counts.is_empty(), "each count is of what is seen: {:?}", list.counts);
        for shown in [ShownDomains::All, ShownDomains::Expiring] {
            for (search, found) in [("example", 1), ("one", 1), ("two", 0)] {
                let query = DomainQuery { shown, search: search.to_owned(), ..DomainQuery::default() };
                let list = ports.holdings.domains(&dan, acting, query).await.expect("shown");
                assert_eq!((list.page.rows.len() == 1, list.page.total), (found == 1, Total::Exact(found)), "{search}");
            }
        }

        assert_eq!(ports.holdings.domain(&dan, acting, one).await.expect("theirs").row.name, "one.example");
        let nothing = ports.holdings.domain(&dan, acting, DomainId::new(Uuid::from_u128(9))).await;
        assert_eq!(nothing, Err(PortalError::NotFound));
        for hidden in [two, foreign] {
            assert_eq!(ports.holdings.domain(&dan, acting, hidden).await, nothing, "{hidden}");
        }
        assert_eq!(ports.holdings.domain(&owner, acting, foreign).await, nothing, "of another account");

        let find = |words: &str| SearchWords::read(words).expect("words");
        let found = ports.search.find(&dan, acting, find("example")).await.expect("searched").domains.expect("seen");
        assert_eq!(found.rows.iter().map(|hit| hit.id).collect::<Vec<_>>(), [one]);

        let dashboard = ports.accounts.dashboard(&dan, acting).await.expect("shown");
        assert_eq!(dashboard.numbers.domains, Some(Total::Exact(1)));
        assert_eq!(dashboard.waiting.domains, Some(1));
        let said = serde_json::to_string(&dashboard).expect("JSON");
        assert!(said.contains("one.example") && !said.contains("two.example"), "{said}");
        let mine = ports.accounts.mine(&dan).await.expect("their accounts");
        assert_eq!(mine[0].waiting.domains, Some(1));
    });
}

#[test]
fn the_list_is_what_the_check_lets_through() {
    for_each_database_with(many_changes, async |world| {
        let (acting, owner) = account(&world).await;
        let mut domains = Vec::new();
        for number in 0..5 {
            domains
                .push(add_domain(&world, acting.account, 10 + number, &format!("d{number}.example"), "active").await);
        }
        let mut dice = migrated::Dice(5);
        for person in 0..8 {
            let mut change = with_login("Pat", &format!("pat{person}@example.com"), &[]);
            for domain in &domains {
                if dice.one_in(3) {
                    change.domains.insert(*domain, dice.domain_operations());
                }
            }
            if dice.one_in(4) {
                change.all_domains = dice.domain_operations();
            }
            if dice.one_in(5) {
                change.privileges = PrivilegeSet::of(&[Privilege::DomainsView]);
            }
            let (all, single, views) = (change.all_domains, change.domains.clone(), !change.privileges.is_empty());
            let (contact, pat) = colleague(&world, acting, &owner, change).await;
            let has = |domain: &DomainId| single.get(domain).copied().unwrap_or_default().union(all);
            let seen: Vec<DomainId> =
                domains.iter().copied().filter(|domain| views || !all.is_empty() || !has(domain).is_empty()).collect();
            let ports = &world.portal().ports;
            let list = ports.holdings.domains(&pat, acting, DomainQuery::default()).await;
            let ids: Vec<DomainId> =
                list.map_or_else(|_| Vec::new(), |list| list.page.rows.iter().map(|row| row.id).collect());
            assert_eq!(ids, seen, "{contact}");
            for domain in &domains {
                let page = ports.holdings.domain(&pat, acting, *domain).await;
                assert_eq!(page.is_ok(), seen.contains(domain), "{contact} {domain}");
                if let Ok(page) = page {
                    assert_eq!(page.row.operations, has(domain), "{contact} {domain}");
                }
            }
        }
    });
}

#[test]
fn nobody_gives_on_a_domain_what_they_do_not_hold_there() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let one = add_domain(&world, acting.account, 1, "one.example", "active").await;
        let two = add_domain(&world, acting.account, 2, "two.example", "active").await;
        let manager = SaveContact {
            privileges: PrivilegeSet::of(&[Privilege::ContactsManage]),
            ..on_one(with_login("Mona", "mona@example.com", &[]), one, DNS)
        };
        let (mona_id, mona) = colleague(&world, acting, &owner, manager).await;
        let contacts = &world.portal().ports.contacts;
        let gives = async |change: SaveContact| contacts.save(&mona, acting, change).await;
        let beyond = |answer: &Result<ContactId, PortalError>| {
            matches!(answer, Err(PortalError::Denied { why: Denied::BeyondGrant(_) }))
        };
        for change in [
            on_one(form("Ann", "ann@example.com"), two, DNS),
            on_one(form("Ann", "ann@example.com"), one, DomainOperationSet::of(&[DomainOperation::Transfer])),
            SaveContact { all_domains: DNS, ..form("Ann", "ann@example.com") },
            SaveContact { new_domains: DNS, ..form("Ann", "ann@example.com") },
            SaveContact { privileges: PrivilegeSet::of(&[Privilege::DomainsView]), ..form("Ann", "ann@example.com") },
        ] {
            let answer = gives(change.clone()).await;
            assert!(beyond(&answer), "{answer:?} to {change:?}");
        }
        let ann = gives(on_one(form("Ann", "ann@example.com"), one, DNS)).await.expect("theirs to give");
        assert_eq!(rights_of(&world, &owner, acting, ann).await.domains, BTreeMap::from([(one, DNS)]));

        // Not to oneself, and on no domain that the account does not have.
        let own = SaveContact {
            contact: Some(mona_id),
            version: 1,
            privileges: PrivilegeSet::of(&[Privilege::ContactsManage]),
            domains: [(one, DNS.union(DomainOperationSet::of(&[DomainOperation::Whois])))].into(),
            shown_domains: [one].into(),
            ..form("Mona", "mona@example.com")
        };
        let page = contacts.read(&owner, acting, mona_id).await.expect("it is there");
        let answer = gives(SaveContact { version: page.version, ..own }).await;
        assert_eq!(answer, Err(Denied::NotToOneself.into()));
        let nowhere = DomainId::new(Uuid::from_u128(9));
        let answer = contacts.save(&owner, acting, on_one(form("Bob", "bob@example.com"), nowhere, DNS)).await;
        assert!(matches!(answer, Err(PortalError::Invalid { .. })), "{answer:?}");
    });
}

#[test]
fn a_form_takes_away_only_what_it_shows() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let one = add_domain(&world, acting.account, 1, "one.example", "active").await;
        let two = add_domain(&world, acting.account, 2, "two.example", "active").await;
        let contacts = &world.portal().ports.contacts;
        let given = SaveContact { domains: [(one, DNS), (two, DNS)].into(), ..form("Ann", "ann@example.com") };
        let ann = contacts.save(&owner, acting, given).await.expect("added");
        let edit = async |shown: &[DomainId], domains: BTreeMap<DomainId, DomainOperationSet>| {
            let version = contacts.read(&owner, acting, ann).await.expect("it is there").version;
            let shown_domains = shown.iter().copied().collect();
            let ticked =
                SaveContact { contact: Some(ann), version, shown_domains, domains, ..form("Ann", "ann@example.com") };
            contacts.save(&owner, acting, ticked).await.expect("saved");
            rights_of(&world, &owner, acting, ann).await.domains
        };
        // As a form from before single domains had rows.
        assert_eq!(edit(&[], BTreeMap::new()).await, [(one, DNS), (two, DNS)].into());
        assert_eq!(edit(&[one], BTreeMap::new()).await, [(two, DNS)].into());
        let whois = DomainOperationSet::of(&[DomainOperation::Whois]);
        assert_eq!(edit(&[one, two], [(one, whois)].into()).await, [(one, whois)].into());
        let form = contacts.form(&owner, acting, Some(ann)).await.expect("shown");
        assert_eq!(form.domains.iter().map(|domain| domain.id).collect::<Vec<_>>(), [one, two], "what is given first");

        // A domain that goes takes with it what was given there (SECURITY T8).
        world.insert("DELETE FROM domains WHERE id = $1", &[&one.to_string()]).await;
        assert_eq!(rights_of(&world, &owner, acting, ann).await.domains, BTreeMap::new());
        assert_eq!(world.number("SELECT COUNT(*) FROM grants WHERE scope_kind = 'domain'").await, 0);
    });
}

#[test]
fn what_is_missing_on_one_domain_is_asked_for_there() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let one = add_domain(&world, acting.account, 1, "one.example", "active").await;
        let two = add_domain(&world, acting.account, 2, "two.example", "active").await;
        let change = on_one(with_login("Dan", "dan@example.com", &[]), one, DNS);
        let (dan_id, dan) = colleague(&world, acting, &owner, change).await;
        let asking = &world.portal().ports.asking;
        let ask = async |right: &str, domain: DomainId| {
            let reason = "to move it".to_owned();
            let change =
                AskForAccess { right: right.to_owned(), domain: Some(domain), reason, ..AskForAccess::default() };
            asking.ask(&dan, acting, change).await
        };
        assert_eq!(ask("domains.dns", one).await, Err(Denied::HeldAlready.into()));
        assert_eq!(ask("domains.transfer", two).await, Err(PortalError::NotFound), "not theirs to know of");
        assert_eq!(ask("domains.transfer", DomainId::new(Uuid::from_u128(9))).await, Err(PortalError::NotFound));
        ask("domains.transfer", one).await.expect("asked");
        ask("domains.transfer", one).await.expect("the same is one request");
        let requests = asking.requests(&owner, acting, RequestsQuery::default()).await.expect("shown");
        assert_eq!(requests.waiting.rows.len(), 1);
        let said = serde_json::to_string(&requests.waiting.rows[0].place).expect("JSON");
        assert!(said.contains("one.example"), "{said}");
        let decision = DecideAccess {
            submission: submission(),
            request: requests.waiting.rows[0].id,
            decision: Decision::Grant,
            duration: Duration::ForGood,
            word: String::new(),
        };
        assert_eq!(asking.decide(&owner, acting, decision).await, Ok(RequestOutcome::Granted));
        let both = DNS.union(DomainOperationSet::of(&[DomainOperation::Transfer]));
        assert_eq!(rights_of(&world, &owner, acting, dan_id).await.domains, BTreeMap::from([(one, both)]));
        assert_eq!(listed(&world, &dan, acting).await, ["one.example"]);
        let own = world.portal().ports.accounts.own_access(&dan, acting).await.expect("shown");
        assert!(serde_json::to_string(&own.held).expect("JSON").contains("one.example"));
    });
}

#[test]
fn a_role_of_the_account_gives_on_all_domains_and_says_so_in_the_log() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let _ = add_domain(&world, acting.account, 1, "one.example", "active").await;
        // As a role was stored before domains had rights of their own.
        let role = Uuid::from_u128(70).to_string();
        world
            .insert(
                "INSERT INTO account_templates (account_id, id, name, name_key, privileges, operations, created_at, kind) \
                 VALUES ($1, $2, 'Zones', 'zones', '[\"domains.dns\",\"domains.view\"]', '[\"svc.sso\"]', 0, 'role')",
                &[&acting.account.to_string(), &role],
            )
            .await;
        let roles = &world.portal().ports.roles;
        let page = roles.read(&owner, acting).await.expect("shown");
        let template = &page.templates[0].template;
        assert_eq!(template.privileges, PrivilegeSet::of(&[Privilege::DomainsView]));
        assert_eq!(template.domain_operations, DNS);
        let change = SaveContact {
            own_roles: [role.parse().expect("an id")].into(),
            ..with_login("Dan", "dan@example.com", &[])
        };
        let (dan_id, dan) = colleague(&world, acting, &owner, change).await;
        assert_eq!(listed(&world, &dan, acting).await, ["one.example"]);
        let held = rights_of(&world, &owner, acting, dan_id).await.effective();
        assert_eq!((held.all_domains(), held.has(Privilege::DomainsView)), (DNS, true));

        // Written again it stands in the new form, and gives what it gave.
        let change = domain::roles::SetTemplate {
            submission: submission(),
            template: role.parse().expect("an id"),
            name: "Zones and WHOIS".to_owned(),
            privileges: template.privileges,
            operations: template.operations,
            domain_operations: DomainOperationSet::of(&[DomainOperation::Dns, DomainOperation::Whois]),
            seen: domain::roles::SetTemplate::seen(template),
        };
        roles.set_template(&owner, acting, change).await.expect("changed");
        assert!(!world.text("SELECT privileges FROM account_templates").await.contains("domains.dns"));
        let held = rights_of(&world, &owner, acting, dan_id).await.effective();
        assert_eq!(held.all_domains(), DomainOperationSet::of(&[DomainOperation::Dns, DomainOperation::Whois]));
        assert_eq!(held.all_services().len(), 1);
    });
}

#[test]
fn nothing_of_another_account_is_given_or_shown() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let other = on(world.account_of("other@example.com").await);
        let foreign = add_domain(&world, other.account, 3, "foreign.example", "active").await;
        let contacts = &world.portal().ports.contacts;
        let answer = contacts.save(&owner, acting, on_one(form("Bob", "bob@example.com"), foreign, DNS)).await;
        assert!(matches!(answer, Err(PortalError::Invalid { .. })), "{answer:?}");
        assert!(listed(&world, &owner, acting).await.is_empty(), "{OWNER} has none");
    });
}
