//! The search page, its part for the palette, and the lists that it leads to.

use crate::demo::ACCOUNT;
use crate::many_services::get;
use crate::portal::TestPortal;
use axum::http::StatusCode;

/// Where the links lead that have a class.
fn links(html: &str, class: &str) -> Vec<String> {
    let links = html.split("<a ").skip(1).map(|link| link.split('>').next().unwrap());
    let links = links.filter(|link| link.split('"').any(|value| value.split(' ').any(|word| word == class)));
    links
        .map(|link| crate::harness::unescaped(link.split("href=\"").nth(1).unwrap().split('"').next().unwrap()))
        .collect()
}

#[tokio::test]
async fn each_kind_is_found_and_the_palette_shows_the_same() {
    let portal = TestPortal::new().await;
    let (account, search) = (&*ACCOUNT, format!("/a/{}/search", &*ACCOUNT));
    for (words, kind, leads_to) in [
        ("technician", "people", format!("/a/{account}/contacts/")),
        ("web-01", "services", format!("/a/{account}/services/")),
        ("bucherei", "domains", format!("/a/{account}/domains/")),
        ("dh-1012", "invoices", format!("/a/{account}/billing?search=DH-1012")),
        ("activity", "pages", format!("/a/{account}/activity")),
    ] {
        let page = get(&portal, &format!("{search}?q={words}")).await.body;
        assert!(page.contains(&format!("id=\"found-{kind}\"")), "{words}: {page}");
        let found = links(&page, "found-link");
        assert!(found.iter().any(|href| href.starts_with(&leads_to)), "{words}: {found:?}");
        let part = get(&portal, &format!("{search}?q={words}&part=palette")).await.body;
        assert_eq!(links(&part, "found-link"), found, "{words}");
        for href in found {
            assert_eq!(get(&portal, &href).await.status, StatusCode::OK, "{href}");
        }
    }
}

#[tokio::test]
async fn where_there_are_more_a_link_leads_to_the_list_of_the_same_words() {
    let portal = TestPortal::new().await;
    let page = get(&portal, &format!("/a/{}/search?q=DH-10", &*ACCOUNT)).await.body;
    assert_eq!(links(&page, "found-link").len(), 10, "{page}");
    let list = format!("/a/{}/billing?search=DH-10", &*ACCOUNT);
    assert!(page.contains(&format!("href=\"{list}\"")), "{page}");
    let list = get(&portal, &list).await.body;
    assert_eq!(list.matches("<th scope=\"row\"").count(), 15);
    assert!(list.contains("value=\"DH-10\""), "what is searched stands in the field: {list}");
    let one = get(&portal, &format!("/a/{}/billing?search=dh-1012", &*ACCOUNT)).await.body;
    assert!(one.contains("DH-1012") && !one.contains("DH-1013"), "{one}");
    let none = get(&portal, &format!("/a/{}/domains?search=nobody+has+this", &*ACCOUNT)).await.body;
    assert!(none.contains("Nothing found") && none.contains("Show all"), "{none}");
}

#[tokio::test]
async fn whatever_is_typed_is_shown_as_text() {
    let portal = TestPortal::new().await;
    let search = format!("/a/{}/search", &*ACCOUNT);
    let words = "%22%3E%3Cscript%3Ealert(1)%3C%2Fscript%3E";
    for address in [format!("{search}?q={words}"), format!("{search}?q={words}&part=palette")] {
        let reply = get(&portal, &address).await;
        assert_eq!(reply.status, StatusCode::OK);
        assert!(!reply.body.contains("<script>alert"), "{}", reply.body);
        assert!(reply.body.contains("Nothing found"), "{}", reply.body);
    }
    let typed = get(&portal, &format!("{search}?q=++web-01++")).await.body;
    assert!(links(&typed, "found-link").iter().any(|href| href.contains("/services/")), "{typed}");
    let nothing = get(&portal, &format!("{search}?q=+")).await.body;
    assert!(nothing.contains("id=\"found-pages\"") && !nothing.contains("id=\"found-people\""), "{nothing}");
}
