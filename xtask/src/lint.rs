//! `xtask lint`: what clippy cannot see, found in the text.
//!
//! Each rule is one function from a path and a line to a complaint. Whole-line comments are not read. One rule is about
//! all files at once: a table has one file that writes it.

mod tables;

use std::fs;
use std::path::Path;

use crate::workspace::{Outcome, Workspace, output};

type Rule = fn(&str, &str) -> Option<&'static str>;

const RULES: [Rule; 9] = [
    raw_textarea,
    raw_title,
    inner_html,
    unchecked_sql,
    spelled_address,
    rows_in_server,
    authority_without_permit,
    home_path,
    registry_host,
];

/// Reads every file that is tracked, or would be, and lists every complaint.
pub fn check(workspace: &Workspace) -> Outcome {
    let mut git = std::process::Command::new("git");
    git.args(["ls-files", "-z", "--cached", "--others", "--exclude-standard"]).current_dir(&workspace.root);
    let mut files = Vec::new();
    for path in output(&mut git)?.split('\0').filter(|path| !path.is_empty()) {
        // Deleted but still tracked, or not text.
        if let Ok(text) = fs::read_to_string(workspace.root.join(path)) {
            files.push((path.to_owned(), text));
        }
    }
    let mut complaints: Vec<String> = files.iter().flat_map(|(path, text)| complaints_about(path, text)).collect();
    complaints.extend(tables::second_writers(&files));
    if complaints.is_empty() {
        Ok(())
    } else {
        Err(format!("{} complaint(s):\n  {}", complaints.len(), complaints.join("\n  ")).into())
    }
}

fn complaints_about(path: &str, text: &str) -> Vec<String> {
    let mut complaints = Vec::new();
    for (number, line) in text.lines().enumerate() {
        if is_rust(path) && line.trim_start().starts_with("//") {
            continue;
        }
        for rule in RULES {
            if let Some(complaint) = rule(path, line) {
                complaints.push(format!("{path}:{}: {complaint}", number + 1));
            }
        }
    }
    if is_rust(path) {
        complaints.extend(
            formatted_sql(path, text).into_iter().map(|line| {
                format!("{path}:{line}: SQL in format!: dialect.rs is the only place that puts SQL together")
            }),
        );
    }
    complaints
}

/// Server rendering does not escape what stands in a textarea.
fn raw_textarea(path: &str, line: &str) -> Option<&'static str> {
    let raw = ["<textarea", "html::textarea"].iter().any(|raw| line.contains(raw));
    (in_pages(path) && path != "app/src/ui/text_area.rs" && raw)
        .then_some("a raw textarea is not escaped by server rendering: use ui::TextArea")
}

/// A document has one title, which is made in one place of what pages give. In a picture a title names a part: a month.
fn raw_title(path: &str, line: &str) -> Option<&'static str> {
    let element = line.split("<title").skip(1).any(|rest| !rest.starts_with(|c: char| c.is_alphanumeric()));
    let raw = element || line.contains("html::title");
    (in_pages(path) && !["app/src/shell/document.rs", "app/src/ui/chart.rs"].contains(&path) && raw)
        .then_some("a raw title: give it to shell::Page, and the document writes it")
}

fn inner_html(path: &str, line: &str) -> Option<&'static str> {
    (in_pages(path) && line.contains("inner_html")).then_some("inner_html lets markup through")
}

fn unchecked_sql(path: &str, line: &str) -> Option<&'static str> {
    let inside = path.starts_with("server/") && path.contains("/src/") && !path.ends_with("/dialect.rs");
    (inside && line.contains("AssertSqlSafe")).then_some("AssertSqlSafe belongs into dialect.rs")
}

/// An address at the beginning of a literal, or after a placeholder in it.
fn spelled_address(path: &str, line: &str) -> Option<&'static str> {
    let firsts = ["a", "accounts", "me", "sign-in", "forgot", "reset", "invitations", "verify"];
    let begins = |rest: &str| {
        let first = rest.split(['/', '?', '"', '{']).next().unwrap_or_default();
        firsts.contains(&first)
    };
    let spelled = ["\"/", "}/"].iter().any(|before| line.split(before).skip(1).any(begins));
    (path.starts_with("server/portal/src/") && is_rust(path) && spelled)
        .then_some("an address spelled by hand: domain::paths builds it")
}

/// The server wires. What `portal` shows of units and rows is for `import`.
fn rows_in_server(path: &str, line: &str) -> Option<&'static str> {
    let named = ["portal::unit", "portal::records"].iter().any(|module| line.contains(module));
    (path.starts_with("server/src/") && named).then_some("units and rows are for portal and import: ask a port")
}

/// Whoever has no permit writes by an authority that only their own code makes. Split, so that this file does not
/// complain about itself.
fn authority_without_permit(path: &str, line: &str) -> Option<&'static str> {
    let inside = |code: &[&str]| {
        path.strip_prefix("server/portal/src/").is_some_and(|file| code.iter().any(|part| file.contains(part)))
    };
    if !is_rust(path) {
        None
    } else if line.contains(concat!("Authority", "::operator")) && !inside(&["accounts/create.rs", "revoke_all.rs"]) {
        Some("only the operator's commands have the operator's authority")
    } else if line.contains(concat!("Authority", "::import")) && !path.starts_with("server/import/src/") {
        Some("only an import has an import's authority")
    } else {
        line.contains(concat!("Authority", " as ")).then_some("Authority under another name hides who makes one")
    }
}

/// The home of somebody who develops it: it is on one machine only.
fn home_path(_: &str, line: &str) -> Option<&'static str> {
    let inside = |root: &str| {
        line.match_indices(root).any(|(start, _)| {
            let before = line[..start].chars().next_back();
            let is_absolute = !before.is_some_and(|c| c.is_alphanumeric() || "._-/}~".contains(c));
            is_absolute && line[start + root.len()..].starts_with(|c: char| c.is_alphanumeric() || c == '.')
        })
    };
    ["/home/", "/root/", "/Users/"].iter().any(|root| inside(root)).then_some("a path in somebody's home directory")
}

/// Where one machine has packages from. Split, as above.
fn registry_host(path: &str, line: &str) -> Option<&'static str> {
    if path.ends_with("package-lock.json") && line.contains("\"resolved\": \"http") {
        return Some("the lock file names a registry: npm install with end2end/.npmrc leaves it out");
    }
    let hosts = [
        concat!("registry.npm", "js.org"),
        concat!("index.crates", ".io"),
        concat!("static.crates", ".io"),
        concat!("files.python", "hosted.org"),
        concat!("deb.debi", "an.org"),
    ];
    hosts.iter().any(|host| line.contains(host)).then_some("the host of a registry")
}

/// The lines of each `format!` whose literal begins with an SQL verb.
fn formatted_sql(path: &str, text: &str) -> Vec<usize> {
    let inside = path.starts_with("server/") && path.contains("/src/") && !path.ends_with("/dialect.rs");
    if !inside {
        return Vec::new();
    }
    text.match_indices("format!(")
        .filter(|(start, found)| begins_with_sql(&text[start + found.len()..]))
        .map(|(start, _)| text[..start].lines().count().max(1))
        .collect()
}

fn begins_with_sql(arguments: &str) -> bool {
    let literal = arguments.trim_start().trim_start_matches('r').trim_start_matches('#');
    literal.strip_prefix('"').is_some_and(|literal| {
        let literal = literal.trim_start_matches(|character: char| character.is_whitespace() || character == '\\');
        let verb = literal.split(|character: char| !character.is_ascii_alphabetic()).next().unwrap_or_default();
        ["SELECT", "INSERT", "UPDATE", "DELETE", "WITH"].contains(&verb)
    })
}

fn in_pages(path: &str) -> bool {
    path.starts_with("app/src/") && is_rust(path)
}

fn is_rust(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|ending| ending == "rs")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn complaints(path: &str, text: &str) -> usize {
        complaints_about(path, text).len()
    }

    #[test]
    fn a_raw_textarea_is_found_outside_its_component() {
        assert_eq!(complaints("app/src/tickets/page.rs", "view! { <textarea name=\"a\"></textarea> }"), 1);
        assert_eq!(complaints("app/src/tickets/page.rs", "html::textarea()"), 1);
        assert_eq!(complaints("app/src/tickets/page.rs", "// <textarea is not escaped"), 0);
        assert_eq!(complaints("app/src/ui/text_area.rs", "view! { <textarea></textarea> }"), 0);
    }

    #[test]
    fn a_raw_title_is_found_outside_the_document() {
        assert_eq!(complaints("app/src/tickets/page.rs", "view! { <title>{name}</title> }"), 1);
        assert_eq!(complaints("app/src/tickets/page.rs", "    <title\n        lang=language\n    >"), 1);
        assert_eq!(complaints("app/src/tickets/page.rs", "html::title().child(name)"), 1);
        assert_eq!(complaints("app/src/tickets/page.rs", "view! { <titlebar></titlebar> <Panel title=name /> }"), 0);
        assert_eq!(complaints("app/src/shell/document.rs", "view! { <title>{title}</title> }"), 0);
    }

    #[test]
    fn inner_html_is_found_in_every_page() {
        assert_eq!(complaints("app/src/ui/icon.rs", "view! { <i inner_html=x/> }"), 1);
        assert_eq!(complaints("server/src/main.rs", "let inner_html = 1;"), 0);
    }

    #[test]
    fn sql_is_not_put_together_outside_the_dialect() {
        let text = "let a = 1;\nlet sql = format!(\n    \"SELECT {a}\"\n);\n";
        assert_eq!(formatted_sql("server/portal/src/contacts/store.rs", text), [2]);
        assert_eq!(formatted_sql("server/portal/src/a.rs", "format!(r#\"\n  UPDATE a\"#)"), [1]);
        assert!(formatted_sql("server/portal/src/dialect.rs", text).is_empty());
        assert!(formatted_sql("server/portal/src/a.rs", "format!(\"Selected {a}\")").is_empty());
        assert_eq!(complaints("server/portal/src/a.rs", "query(AssertSqlSafe(sql))"), 1);
        assert_eq!(complaints("server/import/src/a.rs", "query(AssertSqlSafe(sql))"), 1);
        assert_eq!(formatted_sql("server/import/src/a.rs", text), [2]);
        assert_eq!(complaints("server/portal/tests/a.rs", "query(AssertSqlSafe(sql))"), 0);
    }

    #[test]
    fn an_address_spelled_by_hand_is_found_in_the_portal() {
        let found = |line| complaints("server/portal/src/a/letters.rs", line);
        assert_eq!(found("format!(\"{}/a/{account}/requests\", url)"), 1);
        assert_eq!(found("format!(\"/a/{account}\")"), 1);
        assert_eq!(found("let forgot = format!(\"{url}/forgot\");"), 1);
        assert_eq!(found("url.to(\"/me?done=saved\")"), 1);
        assert_eq!(found("format!(\"{url}/verify/{token}\")"), 1);
        assert_eq!(found("url.to(&paths::verify(token))"), 0);
        assert_eq!(found("assert!(text.contains(\"https://portal.example/sign-in\"))"), 0);
        assert_eq!(found("folder.join(format!(\"{language}/messages.txt\"))"), 0);
        assert_eq!(complaints("server/portal/tests/portal/profile.rs", "line.contains(\"/verify/\")"), 0);
    }

    #[test]
    fn the_server_opens_no_unit() {
        for line in ["use portal::unit::Unit;", "portal::records::persons::overwrite(unit, row)"] {
            assert_eq!(complaints("server/src/commands/operator.rs", line), 1, "{line}");
            assert_eq!(complaints("server/import/src/run.rs", line), 0, "{line}");
        }
        assert_eq!(complaints("server/src/commands/operator.rs", "use portal::Opened;"), 0);
    }

    #[test]
    fn only_the_code_of_those_without_a_permit_makes_their_authority() {
        for (call, own) in [
            (concat!("Authority::", "operator(account)"), "server/portal/src/accounts/create.rs"),
            (concat!("Authority::", "operator(account)"), "server/portal/src/revoke_all.rs"),
            (concat!("Authority::", "import(account)"), "server/import/src/load/contacts.rs"),
        ] {
            assert_eq!(complaints(own, call), 0, "{own}");
            assert_eq!(complaints("server/portal/src/contacts/save.rs", call), 1, "{call}");
            assert_eq!(complaints("server/portal/src/import/load.rs", call), 1, "{call}");
            assert_eq!(complaints("server/src/main.rs", call), 1, "{call}");
        }
        assert_eq!(complaints("server/portal/src/a.rs", concat!("use domain::access::Authority ", "as Any;")), 1);
    }

    #[test]
    fn what_holds_on_one_machine_is_found() {
        for path in [concat!("cd /ho", "me/anna/portico"), concat!("(/ro", "ot/.cargo)"), concat!("'/Us", "ers/anna'")]
        {
            assert_eq!(complaints("README.md", path), 1, "{path}");
        }
        for path in ["https://portal.example/home/page", "/home/", "var/root/x", "cd ~/portico"] {
            assert_eq!(complaints("README.md", path), 0, "{path}");
        }
        assert_eq!(complaints("end2end/package-lock.json", "\"resolved\": \"https://somewhere/a.tgz\""), 1);
        assert_eq!(complaints("README.md", concat!("from registry.npm", "js.org")), 1);
        assert_eq!(complaints("README.md", "cd portico && make run"), 0);
    }
}
