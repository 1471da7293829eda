//! The people of the tests are those of the demo, wherever they are written down.

use crate::fixtures;
use domain::owner::OwnerKind;
use domain::rights::Rights;
use serde_json::Value;

const DEMO: &str = include_str!("../../import/demo/demo.jsonl");
const BROWSER_TESTS: &str = include_str!("../../../end2end/support/people.ts");

/// The contact of somebody on the account of the demo.
fn contact_of(name: &str) -> Value {
    let id = format!("demo:contact-{name}");
    let mut lines = DEMO.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    lines.find(|line| line["id"] == *id).unwrap_or_else(|| panic!("the demo has no {name}"))
}

/// What is listed there, as far as something is.
fn listed<T: Default + serde::de::DeserializeOwned>(value: &Value) -> T {
    if value.is_null() { T::default() } else { serde_json::from_value(value.clone()).unwrap() }
}

#[test]
fn the_people_of_the_demo_are_those_of_the_tests() {
    for person in fixtures::people() {
        let contact = contact_of(person.name);
        assert_eq!(contact["account"], "demo:hosting", "{}", person.name);
        assert_eq!(contact["person"], format!("demo:{}", person.name));
        assert_eq!(contact["owner"].as_str(), person.owner.map(OwnerKind::key), "{}", person.name);
        let rights = Rights {
            roles: listed(&contact["roles"]),
            privileges: listed(&contact["privileges"]),
            all_services: listed(&contact["services"]["all"]),
            new_services: listed(&contact["services"]["new"]),
            template: contact["template"].as_str().map(str::to_owned),
            ..Rights::default()
        };
        assert_eq!(rights, person.rights, "{}", person.name);
    }
}

#[test]
fn the_people_of_the_browser_tests_are_those_of_the_tests() {
    let (_, union) = BROWSER_TESTS.split_once("export type Demo =").unwrap();
    let (union, _) = union.split_once(';').unwrap();
    let browser: Vec<&str> = union.split('\'').skip(1).step_by(2).collect();
    let mut tests: Vec<&str> = fixtures::people().iter().map(|person| person.name).collect();
    tests.push("outsider");
    assert_eq!(browser, tests);
}
