//! The list of people: what is said of whom was saved, and the list as a file.

use crate::demo::OWNER;
use crate::many_services::get;
use crate::portal::{ACCOUNT, TestPortal, post_with};
use axum::http::StatusCode;

/// Adds somebody as the owner; where that leads.
async fn add(portal: &TestPortal, first_name: &str, email: &str) -> String {
    let first_name: String = form_urlencoded::byte_serialize(first_name.as_bytes()).collect();
    let form = format!(
        "return_to=/a/{ACCOUNT}/contacts/new&acting[account]={ACCOUNT}\
         &change[submission]=00000000-0000-7000-8000-0000000{:05}&change[first_name]={first_name}\
         &change[last_name]=Typed&change[email]={email}",
        email.len()
    );
    let cookie = format!("__Host-portico={OWNER}");
    let reply = portal.send(post_with("/fn/contacts/save", &[("cookie", &cookie)], &form)).await;
    assert_eq!(reply.status, StatusCode::SEE_OTHER, "{reply:?}");
    reply.header("location").to_owned()
}

#[tokio::test]
async fn whoever_was_saved_is_named_once_and_their_row_is_marked() {
    let portal = TestPortal::new().await;
    let told = get(&portal, &add(&portal, "Ines", "ines@people.example").await).await;
    assert!(told.body.contains("Saved Ines Typed.") && told.body.contains("class=\"row-saved\""), "{}", told.body);
    // The address that the browser shows, and that a reload asks for, says nothing of it.
    let list = format!("/a/{ACCOUNT}/contacts");
    assert!(told.body.contains(&format!("data-page=\"{list}\"")), "{}", told.body);
    let again = get(&portal, &list).await.body;
    assert!(again.contains("Ines Typed") && !again.contains("Saved Ines") && !again.contains("row-saved"), "{again}");
}

#[tokio::test]
async fn the_list_as_a_file_is_no_page_and_has_no_formula() {
    let portal = TestPortal::new().await;
    for (name, email) in [("=HYPERLINK(1)", "one@people.example"), ("@SUM", "three@people.example")] {
        add(&portal, name, email).await;
    }
    let file = get(&portal, &format!("/a/{ACCOUNT}/contacts/export?search=people.example&sort=name-down")).await;
    assert_eq!(file.header("content-type"), "text/csv; charset=utf-8");
    assert_eq!(file.header("content-disposition"), "attachment; filename=\"contacts.csv\"");
    assert_eq!((file.header("portico-page"), file.header("cache-control")), ("", "no-store"));
    let lines: Vec<&str> = file.body.trim_start_matches('\u{feff}').lines().collect();
    assert_eq!(lines[0], "\"Name\",\"Email\",\"Access\",\"Notifications\",\"Status\",\"Until\",\"Last sign-in\"");
    let rest = ",\"No access\",\"\",\"Contact only\",\"\",\"\"";
    let people = [
        format!("\"'@SUM Typed\",\"three@people.example\"{rest}"),
        format!("\"'=HYPERLINK(1) Typed\",\"one@people.example\"{rest}"),
    ];
    // The owners stand first in every list, where the search finds them.
    assert!(people.iter().all(|line| lines.contains(&line.as_str())) && lines.len() == 3, "{}", file.body);
}

#[tokio::test]
async fn a_row_has_few_elements() {
    let portal = TestPortal::new().await;
    portal.execute(crate::many_contacts::FURNISH).await;
    let page = get(&portal, &format!("/a/{ACCOUNT}/contacts")).await.body;
    let (_, body) = page.split_once("<tbody>").unwrap();
    let (body, _) = body.split_once("</tbody>").unwrap();
    let elements = body.matches('<').count() - body.matches("</").count() - body.matches("<!").count();
    let rows = body.matches("<tr").count();
    println!("{elements} elements in {rows} rows");
    assert!(elements <= rows * 15, "{elements} elements in {rows} rows");
}
