//! The figures of docs/figures.md, measured and printed: `make bench`, and `make soak` for those of many open tabs.
//!
//! Each is measured over worlds that are made for it and thrown away, with a binary built as a release is. Nothing
//! here fails for being slow: what is out of reach is printed as such.

#![expect(clippy::unwrap_used, reason = "a measurement that cannot go on ends")]

mod authorizing;
mod browsing;
mod figure;
mod flooding;
mod revoking;
mod searching;
mod serving;
mod signing_in;
mod statements;
mod world;

use figure::Figure;
use serving::Server;
use std::io::Write;
use world::World;

fn main() {
    // `cargo test --benches` runs this too, with nothing to measure.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    if std::env::args().any(|argument| argument == "soak") {
        say("1,000 open tabs");
        return print(&revoking::figures(1_000));
    }
    let mut figures = Vec::new();
    say("authorize");
    figures.push(authorizing::figure());

    say("a world of 10,000 contacts");
    let ten = World::new(10_000);
    figures.push(ten.imported());
    say("a server on it");
    let mut small = Server::start(&ten);
    let started = small.memory();
    figures.push(browsing::first_visit(&small));
    figures.push(browsing::sign_in_page(&small));
    figures.push(signing_in::figure(&small));
    // Of so many sessions of one person the first has ended.
    small.sign_in_again();
    figures.push(browsing::memory(&small, started));

    say("a world of 100,000 contacts");
    let hundred = World::new(100_000);
    figures.push(hundred.imported());
    let large = Server::start(&hundred);
    figures.extend(browsing::contacts_pages(&small, &large));
    drop((small, large));

    say("200 open tabs");
    figures.extend(revoking::figures(200));

    say("pages beside a flood of passwords");
    figures.push(flooding::figure());

    say("searches");
    figures.extend(searching::figures(&hundred));
    say("statements");
    figures.extend(statements::figures(&ten));
    print(&figures);
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
