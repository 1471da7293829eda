//! My Services of an account with 5,000 services beside that of one with 10, as somebody with rights on each single one.

use crate::figure::{Figure, Times, ms, ratio};
use crate::serving::Server;
use crate::world::World;
use import::generate;
use serde_json::{Map, Value, json};

const VIEWS: usize = 400;
const SINGLE: &str = "single@bench.example";

pub fn figures() -> Vec<Figure> {
    let (few, many) = (world(10), world(5_000));
    let (mut few, mut many) = (Server::start(&few), Server::start(&many));
    let as_owner = compare("services page, 5,000 services beside 10, as the owner, p50", &few, &many);
    few.go_on_as(SINGLE);
    many.go_on_as(SINGLE);
    vec![as_owner, compare("the same as somebody with an operation on each single service", &few, &many)]
}

/// An account with so many services, and somebody who may renew each of them.
fn world(services: usize) -> World {
    const CONTACTS: usize = 20;
    let mut lines: Vec<String> = generate::generate(CONTACTS, services, 7).collect();
    let owner = lines.iter().find(|line| line.contains(generate::OWNER_EMAIL)).unwrap();
    let hash = serde_json::from_str::<Value>(owner).unwrap()["password_hash"].clone();
    let given = |line: &String| {
        let line = serde_json::from_str::<Value>(line).unwrap();
        // Every kind has this one.
        (line["type"] == "service").then(|| (line["id"].as_str().unwrap().to_owned(), json!(["svc.renew"])))
    };
    let each: Map<String, Value> = lines.iter().filter_map(given).collect();
    let person = json!({"type": "person", "id": "bench:single", "email": SINGLE, "first_name": "Sina",
        "last_name": "Single", "password_hash": hash, "password_by": "self", "verified": true});
    let contact = json!({"type": "contact", "id": "bench:single-contact", "account": generate::ACCOUNT,
        "person": "bench:single", "services": each});
    lines.extend([person.to_string(), contact.to_string()]);
    World::of(lines, CONTACTS + 1)
}

/// Both pages, turn by turn, so that a noisy machine is noisy for both.
fn compare(what: &str, few: &Server, many: &Server) -> Figure {
    let page = |server: &Server| server.read(&format!("{}/services?show=all", server.account), "");
    for _ in 0..50 {
        page(few);
        page(many);
    }
    let (mut small, mut large) = (Times::none(), Times::none());
    for _ in 0..VIEWS {
        small.add(|| page(few));
        large.add(|| page(many));
    }
    let growth = ratio(large.p50(), small.p50());
    Figure {
        what: what.to_owned(),
        reach: "at most 1.5 times",
        measured: format!("{growth:.2} times ({} beside {})", ms(large.p50()), ms(small.p50())),
        reached: Some(growth <= 1.5),
    }
}
