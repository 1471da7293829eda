//! The page of a zone: reviewed, made, taken back, and with everything typed where something is wrong.

use crate::demo::OWNER;
use crate::many_services::get;
use crate::portal::{ACCOUNT, Reply, TestPortal, post_with, submission};
use axum::http::StatusCode;
use std::fmt::Write as _;

/// The id of a domain of the demo.
async fn domain(portal: &TestPortal, name: &str) -> String {
    let statement = "SELECT id FROM domains WHERE name = $1";
    sqlx::query_scalar(statement).bind(name).fetch_one(&mut portal.database().await).await.unwrap()
}

async fn does(portal: &TestPortal, function: &str, domain: &str, fields: &[(&str, &str)]) -> Reply {
    let page = format!("/a/{ACCOUNT}/domains/{domain}/dns");
    let mut form = form_urlencoded::Serializer::new(String::new());
    form.append_pair("return_to", &page).append_pair("acting[account]", &ACCOUNT);
    form.append_pair("change[domain]", domain);
    for (name, value) in fields {
        form.append_pair(name, value);
    }
    let cookie = format!("__Host-portico={OWNER}");
    portal.send(post_with(function, &[("cookie", &cookie)], &form.finish())).await
}

/// The value of a hidden input, as it would be posted.
fn hidden(page: &str, name: &str) -> String {
    let (_, rest) = page.split_once(&format!("name=\"{name}\" value=\"")).expect(name);
    let value = rest.split('"').next().unwrap_or_default();
    value.replace("&quot;", "\"").replace("&#x27;", "'").replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

const NEW: [(&str, &str); 4] = [
    ("change[rows][0][name]", "shop"),
    ("change[rows][0][kind]", "A"),
    ("change[rows][0][ttl]", "300"),
    ("change[rows][0][values]", "192.0.2.44"),
];

#[tokio::test]
async fn an_edit_is_shown_before_it_is_made_and_taken_back_with_a_button() {
    let portal = TestPortal::demo().await;
    let domain = domain(&portal, "demo-hosting.example").await;
    let page = format!("/a/{ACCOUNT}/domains/{domain}/dns");
    let review = does(&portal, "/fn/dns/review", &domain, &NEW).await;
    assert_eq!(review.status, StatusCode::OK, "{review:?}");
    assert!(review.body.contains("shop.demo-hosting.example A") && review.body.contains("Apply changes"));
    assert!(!get(&portal, &page).await.body.contains("192.0.2.44"), "nothing is made yet");

    let rows = hidden(&review.body, "change[rows]");
    let fields = [("change[rows]", rows.as_str()), ("change[submission]", &*submission())];
    let applied = does(&portal, "/fn/dns/apply", &domain, &fields).await;
    assert_eq!(applied.status, StatusCode::SEE_OTHER, "{applied:?}");
    let told = get(&portal, applied.header("location")).await.body;
    assert!(told.contains("DNS records changed.") && told.contains("192.0.2.44"), "{told}");
    let file = get(&portal, &format!("{page}/export")).await;
    assert!(file.body.contains("shop\t300\tIN\tA\t192.0.2.44\n"), "{}", file.body);
    assert_eq!(file.header("content-disposition"), "attachment; filename=\"demo-hosting.example.zone\"");

    let fields = [("change[change]", &*hidden(&told, "change[change]")), ("change[submission]", &*submission())];
    let undone = does(&portal, "/fn/dns/undo", &domain, &fields).await;
    assert_eq!(undone.status, StatusCode::SEE_OTHER, "{undone:?}");
    assert!(!get(&portal, &format!("{page}/export")).await.body.contains("192.0.2.44"));
}

#[tokio::test]
async fn what_is_wrong_is_said_at_its_row_and_everything_typed_is_still_there() {
    let portal = TestPortal::demo().await;
    let domain = domain(&portal, "demo-hosting.example").await;
    let mut fields = NEW.to_vec();
    fields[3].1 = "192.0.2";
    fields.extend([
        ("change[rows][1][name]", "b\u{fc}ro"),
        ("change[rows][1][kind]", "MX"),
        ("change[rows][1][ttl]", "1h"),
        ("change[rows][1][values]", "10 mail\n20 </textarea><script>"),
    ]);
    let wrong = does(&portal, "/fn/dns/review", &domain, &fields).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong:?}");
    for kept in [
        "192.0.2",
        "b\u{fc}ro",
        "20 &lt;/textarea&gt;&lt;script&gt;",
        "This is not an IPv4 address.",
        "This is not a DNS name.",
    ] {
        assert!(wrong.body.contains(kept), "{kept}: {}", wrong.body);
    }
    assert!(!wrong.body.contains("Apply changes"));
    let mut file = String::new();
    for line in 1..=100 {
        let _ = writeln!(file, "host{line} A {}", if line % 50 == 0 { "x" } else { "192.0.2.1" });
    }
    let bad = does(&portal, "/fn/dns/import", &domain, &[("change[file]", &file)]).await;
    assert_eq!(bad.status, StatusCode::UNPROCESSABLE_ENTITY);
}

#[tokio::test]
async fn more_rows_than_a_page_has_are_refused_and_not_drawn() {
    let portal = TestPortal::demo().await;
    let domain = domain(&portal, "demo-hosting.example").await;
    let names: Vec<String> = (0..2_000).map(|row| format!("change[rows][{row}][name]")).collect();
    let fields: Vec<(&str, &str)> = names.iter().map(|name| (name.as_str(), "-")).collect();
    let wrong = does(&portal, "/fn/dns/review", &domain, &fields).await;
    assert_eq!(wrong.status, StatusCode::UNPROCESSABLE_ENTITY, "{wrong:?}");
    assert!(wrong.body.contains("Change at most 300 records at once."), "{wrong:?}");
    assert!(wrong.body.len() < 100_000, "{} bytes", wrong.body.len());
}
