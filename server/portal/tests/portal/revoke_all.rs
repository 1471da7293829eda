//! After a backup was restored: nothing that was revoked since the backup opens anything again.

use crate::support::behind::Rows;
use crate::support::contacts::{OWNER, account, look_at};
use crate::support::invitations::{given_to, invite, send, token_for};
use crate::support::owners::{go_on, offer};
use crate::support::{PASSWORD, START, for_each_database, profile, visitor};
use domain::caller::Caller;
use domain::contact::ContactQuery;
use domain::error::PortalError;
use domain::ownership::TransferVerb;
use domain::problem::Problem;
use domain::role::Role;
use domain::status::ContactStatus;
use domain::time::Timestamp;

const GUEST: &str = "guest@elsewhere.example";
const NEW: &str = "new@elsewhere.example";
const NOW: Timestamp = START.plus_seconds(60);

fn dead<T>() -> Result<T, PortalError> {
    Err(PortalError::invalid("token", Problem::LinkDead))
}

#[test]
fn nothing_that_was_open_when_the_backup_was_made_opens_anything_after_it_was_restored() {
    for_each_database(async |world| {
        let (acting, owner) = account(&world).await;
        let ports = &world.portal().ports;
        let session = world.sign_in(OWNER, PASSWORD, START).await.expect("right");
        world.account_of(GUEST).await;
        let refusal = given_to(&world, &owner, acting, GUEST).await;
        send(&world, &owner, acting, invite(NEW, &[Role::Billing])).await.expect("invited");
        let invitation = token_for(&world, NEW).await;
        let status = async |owner: &Caller, email: &str| {
            let list = ports.contacts.list(owner, acting, ContactQuery::default()).await.expect("listed");
            list.rows.into_iter().find(|row| row.email == email).map(|row| (row.id, row.status)).expect("it is there")
        };
        let (guest, _) = status(&owner, GUEST).await;
        ports.contacts.view_as(&owner, acting, look_at(guest)).await.expect("viewed");
        offer(&world, &owner, acting, guest).await.expect("offered");
        let reset = world.ask_for_link(OWNER, START).await;
        profile::change(&world, &owner, "olivia@new.example", PASSWORD).await.expect("asked for");
        let proof = profile::link(&world).await;
        assert!(world.count(Rows::Devices).await > 0);

        let revoked = world.portal().revoke_all(NOW).await.expect("revoked").to_string();
        for line in ["views: 1\n", "links of invitations: 2\n", "offers of ownership: 1\n", "\ninvitations: 1\n"] {
            assert!(revoked.contains(line), "{revoked}");
        }
        assert!(world.caller(&session.token, NOW).await.is_none());
        assert_eq!(world.count(Rows::Views).await, 0);
        assert_eq!(world.count(Rows::Devices).await, 0, "the next sign-in is told by mail");
        let done = world.portal().jobs.run_due(NOW).await.expect("the database answers");
        assert_eq!(done.mails, 0, "no mail goes out again");
        assert_eq!(world.people().reset_link(&visitor(NOW), reset).await, Ok(false));
        for token in [invitation, refusal] {
            assert_eq!(ports.invitations.open(&visitor(NOW), token).await, Err(PortalError::NotFound));
        }
        let owner = world.signed_in(OWNER, NOW).await;
        assert_eq!(profile::confirm(&world, &owner, &proof).await, dead());
        assert_eq!(status(&owner, NEW).await.1, ContactStatus::InvitationExpired);
        let guest = world.signed_in(GUEST, NOW).await;
        assert_eq!(go_on(&world, &guest, acting, TransferVerb::Accept).await, Err(PortalError::NotFound));

        assert_eq!(world.number("SELECT COUNT(*) FROM audit WHERE chain = '' AND kind = 'all_revoked'").await, 1);
        assert_eq!(world.first_bad_audit_row(None).await, None);
    });
}

/// A new table has to be thought of: does a row of it open anything that may have been revoked since?
#[test]
fn of_each_table_it_is_decided_what_a_restored_backup_means() {
    const REVOKED: [&str; 16] = [
        "devices",
        "email_tokens",
        "ended_sessions",
        "invitation_tokens",
        "invitations",
        "jobs",
        "notices",
        // With their sessions.
        "console_tickets",
        "outbound_links",
        "outbox",
        "ownership_transfers",
        // What came of those that were open is unknown.
        "service_operations",
        "sessions",
        "tokens",
        "viewings",
        // Those who wait for an answer.
        "contacts",
    ];
    const KEPT: [&str; 29] = [
        "access_requests",
        "account_pins",
        "account_templates",
        "accounts",
        "attempts",
        "audit",
        "audit_contacts",
        "audit_heads",
        // Their rest is not carried out: the sessions that asked for it have ended.
        "bulk_actions",
        "bulk_items",
        // Those that were open are not: they are swept away.
        "consoles",
        "contact_versions",
        "domains",
        // What drivers remember is theirs; what was called back is of orders that have ended as unknown.
        "driver_callbacks",
        "driver_memory",
        "driver_reports",
        "grants",
        "invoices",
        "live_events",
        "live_head",
        "notification_choices",
        "persons",
        "services",
        "ssh_keys",
        "submissions",
        // What came of them is told by the zones.
        "zone_changes",
        "_sqlx_migrations",
        "contact_search_accounts",
        "contact_search_rows",
    ];
    for_each_database(async |world| {
        let tables = if world.is_postgres() {
            "SELECT string_agg(tablename, ' ') FROM pg_tables WHERE schemaname = 'public'"
        } else {
            "SELECT group_concat(name, ' ') FROM pragma_table_list WHERE schema = 'main' AND type = 'table' \
             AND name NOT LIKE 'sqlite_%'"
        };
        let tables = world.text(tables).await;
        let undecided: Vec<&str> =
            tables.split(' ').filter(|table| !REVOKED.contains(table) && !KEPT.contains(table)).collect();
        assert!(undecided.is_empty(), "{undecided:?}");
    });
}
