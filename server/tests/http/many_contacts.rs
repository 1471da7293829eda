//! The list of an account with many contacts weighs little.

use crate::many_services::{get, weight};
use crate::portal::{ACCOUNT, TestPortal};

/// The most that a page of the list may weigh.
const PAGE_BYTES: usize = 73_500;

/// The most that it may weigh on its way, as brotli.
const SENT_BYTES: usize = 9_500;

/// Sixty people with ids like those of real ones, of which little repeats, and with the longest cells: they signed in, and
/// nobody chose their notifications.
pub const FURNISH: &str = "INSERT INTO contacts (account_id, id, rank, state, first_name, last_name, email, email_key, phone, \
    note, last_sign_in, sort_name, search_text, created_at, updated_at) \
    WITH first(name) AS (VALUES ('Johanna'), ('Matteo'), ('Priya'), ('Oluwaseun'), ('Katarzyna'), ('Liam'), ('Yuki'), \
    ('Francesca'), ('Dmitri'), ('Amelie')), \
    last(name, host) AS (VALUES ('Lindqvist', 'northwind.example'), ('Brandstetter', 'alpenwerk.example'), \
    ('Okafor', 'lagos-media.example'), ('Papadopoulos', 'aegean.example'), ('Nguyen', 'saigon-shipping.example'), \
    ('Carruthers', 'highland-brewing.example')), \
    people(first, last, email) AS (SELECT f.name, l.name, lower(f.name || '.' || l.name) || '@' || l.host \
    FROM first f, last l) \
    SELECT a.id, '0192d3f0-7a5c-7' || substr(lower(hex(randomblob(2))), 2) || '-8' || \
    substr(lower(hex(randomblob(2))), 2) || '-' || lower(hex(randomblob(6))), 1, 'active', p.first, p.last, p.email, \
    p.email, '', '', 1790000000000 + abs(random()) % 9000000000, lower(p.first || ' ' || p.last), \
    ' ' || lower(p.first || ' ' || p.last) || ' ' || p.email, 0, 0 \
    FROM people p, accounts a WHERE a.external_id = 'demo:hosting'";

#[tokio::test]
async fn a_list_of_50_contacts_weighs_at_most_9500_bytes_on_its_way() {
    let portal = TestPortal::new().await;
    portal.execute(FURNISH).await;
    let list = format!("/a/{ACCOUNT}/contacts");
    let page = get(&portal, &list).await.body;
    // The owners stand above those of the page.
    assert_eq!(page.matches("<th scope=\"row\"").count(), 2 + 50);
    let (plain, sent) = (page.len(), weight(&portal, &list).await);
    println!("{list}: {sent} bytes as brotli, {plain} plain");
    assert!(plain <= PAGE_BYTES, "{plain} bytes");
    assert!(sent <= SENT_BYTES, "{sent} bytes as brotli");
}
