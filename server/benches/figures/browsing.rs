//! Pages over HTTP: how long the server takes, how much comes, and what it holds in memory afterwards.

use crate::figure::{Figure, Times, ms, ratio};
use crate::serving::Server;
use std::time::Duration;

const VIEWS: usize = 600;
/// How long a server that nobody asks keeps what it used.
const SETTLING: Duration = Duration::from_secs(10);

/// The contacts page of both sizes, turn by turn, so that a noisy machine is noisy for both.
pub fn contacts_pages(ten: &Server, hundred: &Server) -> Vec<Figure> {
    let page = |server: &Server| server.read(&format!("{}/contacts", server.account), "");
    for _ in 0..50 {
        page(ten);
        page(hundred);
    }
    let (mut small, mut large, mut nothing) = (Times::none(), Times::none(), Times::none());
    for _ in 0..VIEWS {
        small.add(|| page(ten));
        large.add(|| page(hundred));
        nothing.add(|| ten.read("/healthz", ""));
    }
    let growth = ratio(large.p50(), small.p50());
    vec![
        Figure {
            what: "contacts page, 50 of 10,000, full HTML over HTTP, p50".to_owned(),
            reach: "at most half of commit 7d42fdd's, measured beside it; 2 ms at best",
            measured: format!("{} (p95 {}; `/healthz` {})", ms(small.p50()), ms(small.p95()), ms(nothing.p50())),
            // docs/figures.md says how to compare them.
            reached: None,
        },
        Figure {
            what: "the same at 100,000 contacts".to_owned(),
            reach: "at most 1.2 times that",
            measured: format!("{growth:.2} times ({})", ms(large.p50())),
            reached: Some(growth <= 1.2),
        },
    ]
}

/// Everything that a browser loads that was never here before, and the page itself.
pub fn first_visit(server: &Server) -> [Figure; 2] {
    let path = format!("{}/contacts", server.account);
    let html = String::from_utf8(server.read(&path, "")).unwrap();
    let page = server.read(&path, "br").len();
    let sizes: Vec<(String, usize)> = files(&html)
        .into_iter()
        .map(|file| {
            let size = server.read(&file, "br").len();
            (file, size)
        })
        .collect();
    assert!(sizes.iter().any(|(file, _)| kind(file) == "wasm"), "the page names its WASM");
    let total = page + sizes.iter().map(|(_, size)| size).sum::<usize>();
    let parts: Vec<String> = sizes.iter().map(|(file, size)| format!("{} {}", kind(file), kb(*size))).collect();
    [
        Figure {
            what: "first visit to the contacts page, everything, brotli".to_owned(),
            reach: "at most 70 kB",
            measured: format!("{} (HTML {}, {})", kb(total), kb(page), parts.join(", ")),
            reached: Some(total <= 70_000),
        },
        Figure {
            what: "its HTML, 50 of 10,000 contacts".to_owned(),
            reach: "at most 60 kB plain and 9 kB brotli",
            measured: format!("{} and {}", kb(html.len()), kb(page)),
            reached: Some(html.len() <= 60_000 && page <= 9_000),
        },
    ]
}

/// What must have come before the sign-in page can be read: its HTML and its styles.
pub fn sign_in_page(server: &Server) -> Figure {
    let html = String::from_utf8(server.read("/sign-in", "")).unwrap();
    let styles: usize =
        files(&html).iter().filter(|file| kind(file) == "css").map(|file| server.read(file, "br").len()).sum();
    let readable = ["<h1", "name=\"change[email]\"", "name=\"change[password]\"", "<button"];
    let total = server.read("/sign-in", "br").len() + styles;
    Figure {
        what: "the sign-in page is readable after HTML and styles, before any WASM".to_owned(),
        reach: "readable",
        measured: kb(total),
        reached: Some(readable.iter().all(|part| html.contains(part))),
    }
}

/// Turns every page of the list, as long as there is a next one, and waits.
pub fn memory(server: &Server, started: u64) -> Figure {
    let signed_in = server.memory();
    let mut path = Some(format!("{}/contacts", server.account));
    let mut pages = 0;
    while let Some(current) = path {
        let html = String::from_utf8(server.read(&current, "")).unwrap();
        pages += 1;
        path = next(&html);
    }
    assert!(pages >= 200, "{pages} pages of 50 are 10,000 contacts");
    let all_read = server.memory();
    std::thread::sleep(SETTLING);
    let at_rest = server.memory();
    Figure {
        what: format!("memory (RssAnon) {SETTLING:?} after 100 sign-ins and serving 10,000 contacts ({pages} pages)"),
        reach: "under 70 MB",
        measured: format!(
            "{} (started {}, signed in {}, served {}; {} of it data of the program)",
            mb(at_rest),
            mb(started),
            mb(signed_in),
            mb(all_read),
            mb(server.memory_of_the_program())
        ),
        reached: Some(at_rest < 70_000_000),
    }
}

/// Where the link to the next page leads.
fn next(html: &str) -> Option<String> {
    let end = html.find("rel=\"next\"")?;
    let tag = &html[html[..end].rfind('<')?..];
    let tag = &tag[..tag.find('>')?];
    let href = tag.split("href=\"").nth(1)?.split('"').next()?;
    Some(href.replace("&amp;", "&"))
}

/// The files that a page loads: not the programs that it names in its head and that are loaded when they are needed.
fn files(html: &str) -> Vec<String> {
    let programs: Vec<&str> =
        html.split("<meta name=\"program-").skip(1).filter_map(|rest| rest.split('"').nth(2)).collect();
    let mut files: Vec<String> = html
        .split(['"', '\''])
        // An icon is a place in the file of all icons.
        .filter_map(|text| text.split('#').next())
        .filter(|text| text.starts_with('/') && (text.starts_with("/pkg/") || kind(text) == "svg"))
        .filter(|text| !programs.contains(text))
        .map(ToOwned::to_owned)
        .collect();
    files.sort();
    files.dedup();
    files
}

fn kind(file: &str) -> &str {
    file.rsplit('.').next().unwrap_or(file)
}

fn kb(bytes: usize) -> String {
    format!("{}.{} kB", bytes / 1000, bytes / 100 % 10)
}

fn mb(bytes: u64) -> String {
    format!("{}.{} MB", bytes / 1_000_000, bytes / 100_000 % 10)
}
