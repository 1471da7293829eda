//! The floors of a crate: which module may know of which, as ARCHITECTURE.md draws them.
//!
//! A module knows those of the floors below its own, and those beside it on its floor unless that floor keeps its rooms
//! apart. No two rooms know each other, directly or by way of others. A room is a module at the top of the crate, with all
//! that is in its folder. Read from the text: `crate::name` and `crate::{name, ..}` outside comments.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::workspace::{Outcome, Workspace};

/// A crate whose modules lie on floors, the lowest first.
struct House {
    source: &'static str,
    floors: &'static [Floor],
}

struct Floor {
    name: &'static str,
    rooms: &'static [&'static str],
    among: Among,
}

/// What the rooms of a floor may know of each other.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Among {
    /// Anything that makes no circle.
    NoCircle,
    /// Nothing.
    Apart,
}

const HOUSES: [House; 3] = [
    House {
        source: "app/domain/src",
        floors: &[
            Floor {
                name: "ground",
                rooms: &[
                    "acting",
                    "agent",
                    "by",
                    "caller",
                    "category",
                    "details",
                    "email",
                    "id",
                    "language",
                    "list",
                    "mark",
                    "operation",
                    "owner",
                    "privilege",
                    "problem",
                    "role",
                    "sets",
                    "status",
                    "template",
                    "text",
                    "time",
                ],
                among: Among::NoCircle,
            },
            Floor { name: "rights", rooms: &["asked", "change", "right", "rights"], among: Among::NoCircle },
            Floor { name: "access", rooms: &["access"], among: Among::NoCircle },
            Floor { name: "facts", rooms: &["audit", "error"], among: Among::NoCircle },
            Floor {
                name: "families",
                rooms: &[
                    "account",
                    "asking",
                    "billing",
                    "contact",
                    "domains",
                    "holdings",
                    "invitation",
                    "live",
                    "notification",
                    "person",
                    "profile",
                    "provider",
                    "rules",
                    "service",
                    "sign_in_check",
                ],
                among: Among::NoCircle,
            },
            Floor { name: "words, addresses and ports", rooms: &["paths", "ports", "words"], among: Among::NoCircle },
        ],
    },
    PORTAL,
    IMPORT,
];

const PORTAL: House = House {
    source: "server/portal/src",
    floors: &[
        Floor { name: "base", rooms: &["base"], among: Among::NoCircle },
        Floor { name: "mail", rooms: &["mail"], among: Among::NoCircle },
        Floor { name: "unit", rooms: &["unit"], among: Among::NoCircle },
        Floor { name: "records", rooms: &["records"], among: Among::NoCircle },
        Floor { name: "membership", rooms: &["membership"], among: Among::NoCircle },
        Floor { name: "notify", rooms: &["notify"], among: Among::NoCircle },
        Floor {
            name: "features",
            rooms: &[
                "accounts",
                "asking",
                "contacts",
                "holdings",
                "invitations",
                "live",
                "notifications",
                "people",
                "profile",
                "revoke_all",
                "rules",
            ],
            among: Among::Apart,
        },
        Floor { name: "jobs", rooms: &["jobs"], among: Among::NoCircle },
        Floor { name: "open", rooms: &["letters", "open"], among: Among::NoCircle },
    ],
};

const IMPORT: House = House {
    source: "server/import/src",
    floors: &[
        Floor {
            name: "format",
            rooms: &["fields", "parse", "problem", "progress", "read", "record", "value"],
            among: Among::NoCircle,
        },
        Floor { name: "stored", rooms: &["plan", "sql", "world"], among: Among::NoCircle },
        Floor { name: "change", rooms: &["check", "load"], among: Among::Apart },
        Floor { name: "run", rooms: &["run"], among: Among::NoCircle },
        Floor { name: "files", rooms: &["demo", "export", "generate", "whmcs"], among: Among::NoCircle },
    ],
};

/// Lists every arrow that no floor allows, and every circle.
pub fn breaches(workspace: &Workspace) -> Outcome<Vec<String>> {
    let mut breaches = Vec::new();
    for house in &HOUSES {
        let mut arrows = Vec::new();
        read(&workspace.root.join(house.source), "", &mut arrows)?;
        breaches.extend(house.breaches(&arrows));
    }
    Ok(breaches)
}

/// A room that knows another, and the file that shows it.
struct Arrow {
    file: String,
    from: String,
    to: String,
}

fn read(folder: &Path, inside: &str, arrows: &mut Vec<Arrow>) -> Outcome {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default().to_owned();
        let file = if inside.is_empty() { name } else { format!("{inside}/{name}") };
        if path.is_dir() {
            read(&path, &file, arrows)?;
        } else if Path::new(&file).extension().is_some_and(|ending| ending == "rs") && file != "lib.rs" {
            arrows.extend(arrows_of(&file, &fs::read_to_string(&path)?));
        }
    }
    Ok(())
}

fn arrows_of(file: &str, text: &str) -> Vec<Arrow> {
    let from = file.split('/').next().unwrap_or_default().trim_end_matches(".rs");
    rooms_named(text)
        .into_iter()
        .filter(|to| to != from)
        .map(|to| Arrow { file: file.to_owned(), from: from.to_owned(), to })
        .collect()
}

/// The modules at the top of the crate that a text names.
fn rooms_named(text: &str) -> BTreeSet<String> {
    let code: String =
        text.lines().filter(|line| !line.trim_start().starts_with("//")).flat_map(|line| [line, "\n"]).collect();
    let mut rooms = BTreeSet::new();
    for (start, found) in code.match_indices("crate::") {
        let rest = &code[start + found.len()..];
        match rest.strip_prefix('{') {
            Some(group) => rooms.extend(first_names(group)),
            None => rooms.extend(name_at(rest)),
        }
    }
    rooms
}

/// The first name of each path in `a::b, c::{d, e}}`.
fn first_names(group: &str) -> Vec<String> {
    let (mut depth, mut begins, mut names) = (0, true, Vec::new());
    for (index, character) in group.char_indices() {
        match character {
            '{' => depth += 1,
            '}' if depth == 0 => break,
            '}' => depth -= 1,
            ',' if depth == 0 => begins = true,
            _ if begins && !character.is_whitespace() => {
                names.extend(name_at(&group[index..]));
                begins = false;
            }
            _ => {}
        }
    }
    names
}

/// A module's name: constants, types and macros are those of the crate itself.
fn name_at(text: &str) -> Option<String> {
    let end = text.find(|c: char| !(c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')).unwrap_or(text.len());
    let called = text[end..].starts_with('!');
    (end > 0 && !called).then(|| text[..end].to_owned())
}

impl House {
    fn breaches(&self, arrows: &[Arrow]) -> Vec<String> {
        let mut breaches: Vec<String> = arrows.iter().filter_map(|arrow| self.breach(arrow)).collect();
        if let Some(circle) = circle(arrows) {
            breaches.push(format!("{}: modules in a circle: {}", self.source, circle.join(" -> ")));
        }
        breaches.sort();
        breaches.dedup();
        breaches
    }

    fn breach(&self, arrow: &Arrow) -> Option<String> {
        let Arrow { file, from, to } = arrow;
        let complain = |why: &str| Some(format!("{}/{file}: {why}", self.source));
        let Some(low) = self.floor(to) else { return complain(&format!("{to} is on no floor")) };
        let Some(high) = self.floor(from) else { return complain(&format!("{from} is on no floor")) };
        let (own, other) = (&self.floors[high], &self.floors[low]);
        if low > high {
            complain(&format!("{} may not know of {to}, which is above it ({})", own.name, other.name))
        } else if low == high && own.among == Among::Apart {
            complain(&format!("{from} may not know of {to}: {} stand apart", own.name))
        } else {
            None
        }
    }

    fn floor(&self, room: &str) -> Option<usize> {
        self.floors.iter().position(|floor| floor.rooms.contains(&room))
    }
}

/// Rooms of which each knows the next and the last the first.
fn circle(arrows: &[Arrow]) -> Option<Vec<String>> {
    let mut known: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for arrow in arrows {
        known.entry(&arrow.from).or_default().insert(&arrow.to);
    }
    let mut done = BTreeSet::new();
    known.keys().find_map(|room| walk(room, &known, &mut Vec::new(), &mut done))
}

fn walk<'a>(
    room: &'a str,
    known: &BTreeMap<&'a str, BTreeSet<&'a str>>,
    way: &mut Vec<&'a str>,
    done: &mut BTreeSet<&'a str>,
) -> Option<Vec<String>> {
    if let Some(start) = way.iter().position(|passed| *passed == room) {
        return Some(way[start..].iter().chain([&room]).map(|&room| room.to_owned()).collect());
    }
    if !done.insert(room) {
        return None;
    }
    way.push(room);
    let found = known.get(room).into_iter().flatten().find_map(|next| walk(next, known, way, done));
    way.pop();
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    const HOUSE: House = House {
        source: "src",
        floors: &[
            Floor { name: "base", rooms: &["db", "error"], among: Among::NoCircle },
            Floor { name: "features", rooms: &["contacts", "people"], among: Among::Apart },
        ],
    };

    fn breaches(files: &[(&str, &str)]) -> Vec<String> {
        let arrows: Vec<Arrow> = files.iter().flat_map(|(file, text)| arrows_of(file, text)).collect();
        HOUSE.breaches(&arrows)
    }

    #[test]
    fn what_is_below_may_be_known() {
        assert!(breaches(&[("contacts/list.rs", "use crate::db::Database;\nuse crate::contacts::page;\n")]).is_empty());
        assert!(breaches(&[("db.rs", "use crate::error::Failure;\n")]).is_empty());
    }

    #[test]
    fn an_arrow_upwards_is_a_breach_however_it_is_written() {
        let up = ["src/db.rs: base may not know of people, which is above it (features)"];
        assert_eq!(breaches(&[("db.rs", "use crate::people::store;")]), up);
        assert_eq!(breaches(&[("db.rs", "use crate::{error, people::{self, store}};")]), up);
        assert_eq!(breaches(&[("db.rs", "fn a() { crate::people::store() }")]), up);
        assert!(breaches(&[("db.rs", "// crate::people knows better\nuse crate::Config;\ncrate::all!();")]).is_empty());
    }

    #[test]
    fn features_know_nothing_of_each_other() {
        let apart = ["src/contacts/list.rs: contacts may not know of people: features stand apart"];
        assert_eq!(breaches(&[("contacts/list.rs", "use crate::people;")]), apart);
    }

    #[test]
    fn a_circle_on_one_floor_is_a_breach() {
        let circle = [("db.rs", "use crate::error;"), ("error.rs", "use crate::db::Database;")];
        assert_eq!(breaches(&circle), ["src: modules in a circle: db -> error -> db"]);
    }

    #[test]
    fn a_module_without_a_floor_is_a_breach() {
        assert_eq!(breaches(&[("attic.rs", "use crate::db;")]), ["src/attic.rs: attic is on no floor"]);
        assert_eq!(breaches(&[("db.rs", "use crate::attic;")]), ["src/db.rs: attic is on no floor"]);
    }
}
