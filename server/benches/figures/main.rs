//! The figures of docs/figures.md, measured and printed: `make bench`, and `make soak` for those of many open tabs. The
//! browser's are measured by `end2end/bench`.
//!
//! Each is measured over worlds that are made for it and thrown away, with a binary built as a release is. Nothing
//! here fails for being slow: what is out of reach is printed as such.

#![expect(clippy::unwrap_used, reason = "a measurement that cannot go on ends")]

mod authorizing;
mod browsing;
mod consoles;
mod figure;
mod finding;
mod flooding;
mod revoking;
mod searching;
mod services;
mod serving;
mod signing_in;
mod statements;
mod world;

use figure::Figure;
use mimalloc::MiMalloc;
use serving::Server;
use std::io::Write;
use world::World;

// What is measured within this process has the allocator of the server.
#[global_allocator]
static ALLOCATOR: MiMalloc = MiMalloc;

type Measure = fn() -> Vec<Figure>;

/// What is measured together, by the name that measures it alone (`cargo bench .. -- flooding`).
const GROUPS: [(&str, Measure); 8] = [
    ("authorizing", || vec![authorizing::figure()]),
    ("serving", serving_figures),
    ("revoking", || revoking::figures(200)),
    ("flooding", || vec![flooding::figure()]),
    ("searching", searching_figures),
    ("services", services::figures),
    ("consoles", consoles::figures),
    ("statements", || statements::figures(&World::new(10_000))),
];

/// Takes long and is asked for by name only.
const SOAK: &str = "soak";

/// Measures nothing: prints the world of 10,000 contacts, for the browser's figures.
const WORLD: &str = "world";

fn main() {
    let arguments: Vec<String> = std::env::args().collect();
    // `cargo test --benches` runs this too, with nothing to measure.
    if !arguments.iter().any(|argument| argument == "--bench") {
        return;
    }
    let asked = |name: &str| arguments.iter().any(|argument| argument == name);
    if asked(WORLD) {
        return world::print(10_000);
    }
    let groups: Vec<_> = GROUPS.iter().filter(|(name, _)| asked(name)).collect();
    let mut figures = Vec::new();
    if asked(SOAK) {
        say("1,000 open tabs");
        figures.extend(revoking::figures(1_000));
    }
    let everything = groups.is_empty() && !asked(SOAK);
    for (name, measure) in if everything { GROUPS.iter().collect() } else { groups } {
        say(name);
        figures.extend(measure());
    }
    print(&figures);
}

/// Servers on worlds of two sizes, over HTTP.
fn serving_figures() -> Vec<Figure> {
    let ten = World::new(10_000);
    let mut small = Server::start(&ten);
    let started = small.memory();
    let mut figures = vec![ten.imported()];
    figures.extend(browsing::first_visit(&small));
    figures.push(browsing::sign_in_page(&small));
    figures.push(signing_in::figure(&small));
    // Of so many sessions of one person the first has ended.
    small.sign_in_again();
    figures.push(browsing::memory(&small, started));

    let hundred = World::new(100_000);
    figures.push(hundred.imported());
    let large = Server::start(&hundred);
    figures.extend(browsing::contacts_pages(&small, &large));
    figures
}

/// Searches in a large account, of its list of contacts and across all that it has.
fn searching_figures() -> Vec<Figure> {
    let world = World::with(100_000, 10_000);
    let mut figures = searching::figures(&world);
    figures.push(finding::figure(&world));
    figures
}

fn say(what: &str) {
    eprintln!("measuring: {what}");
}

fn print(figures: &[Figure]) {
    let mut out = std::io::stdout().lock();
    writeln!(out, "\n| what | reach | measured | |\n| --- | --- | --- | --- |").unwrap();
    for figure in figures {
        writeln!(out, "{figure}").unwrap();
    }
}
