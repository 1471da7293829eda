//! `xtask deps-check`: which crate and which module may know of which, as ARCHITECTURE.md says.

use serde_json::Value;

use crate::floors;
use crate::wasm;
use crate::workspace::{Outcome, Workspace, output};

/// Asks cargo for the manifests and trees and lists every breach.
pub fn check(workspace: &Workspace) -> Outcome {
    let metadata = output(&mut workspace.cargo(["metadata", "--no-deps", "--format-version", "1"]))?;
    let metadata: Value = serde_json::from_str(&metadata)?;
    let mut breaches = floors::breaches(workspace)?;

    let domain = direct_dependencies(&metadata, "domain")?;
    breaches.extend(only("domain", &domain, &["async-trait", "serde", "thiserror", "uuid"]));
    let texts = direct_dependencies(&metadata, "texts")?;
    breaches.extend(only("texts", &texts, &["domain", "fluent-bundle", "fluent-syntax"]));
    let app = direct_dependencies(&metadata, "app")?;
    breaches.extend(none_named("app", &app, &["sqlx", "argon2", "tokio"]));

    for package in ["portal", "import", "drivers"] {
        let tree = crates_in(&output(&mut workspace.cargo([
            "tree",
            "--package",
            package,
            "--all-features",
            "--edges",
            "normal",
            "--prefix",
            "none",
        ]))?);
        breaches.extend(none_of_family(package, &tree, &["leptos", "axum"]));
    }
    let app = crates_in(&output(&mut workspace.cargo([
        "tree",
        "--package",
        "app",
        "--edges",
        "normal",
        "--prefix",
        "none",
    ]))?);
    breaches.extend(none_of_family("app", &app, &["sqlx", "argon2"]));
    for program in wasm::PROGRAMS {
        let tree = crates_in(&output(&mut workspace.cargo([
            "tree",
            "--package",
            program.name,
            "--target",
            wasm::TARGET,
            "--edges",
            "normal",
            "--prefix",
            "none",
        ]))?);
        breaches.extend(none_of_family(program.name, &tree, &["app", "leptos", "server"]));
        breaches.extend(one_version(program.name, &tree, &["gloo-net", "wasm-bindgen", "web-sys"]));
    }

    if breaches.is_empty() {
        Ok(())
    } else {
        Err(format!("the dependency rule is broken:\n  {}", breaches.join("\n  ")).into())
    }
}

/// A crate of a tree: its name and its version.
type Crate = (String, String);

/// The names of a package's own normal dependencies, optional ones included.
fn direct_dependencies(metadata: &Value, package: &str) -> Outcome<Vec<String>> {
    let packages = metadata["packages"].as_array().ok_or("cargo metadata lists no packages")?;
    let found = packages
        .iter()
        .find(|candidate| candidate["name"] == package)
        .ok_or_else(|| format!("there is no package {package}"))?;
    let dependencies = found["dependencies"].as_array().ok_or("a package has no list of dependencies")?;
    Ok(dependencies
        .iter()
        // Normal dependencies have no kind; the others are `dev` and `build`.
        .filter(|dependency| dependency["kind"].is_null())
        .filter_map(|dependency| dependency["name"].as_str().map(str::to_owned))
        .collect())
}

/// The crates in what `cargo tree --prefix none` prints, each once: `serde v1.0.1 (proc-macro) (*)`.
fn crates_in(tree: &str) -> Vec<Crate> {
    let mut crates: Vec<Crate> = tree
        .lines()
        .filter_map(|line| {
            let mut words = line.split_whitespace();
            let name = words.next()?;
            let version = words.next()?.strip_prefix('v')?;
            Some((name.to_owned(), version.to_owned()))
        })
        .collect();
    crates.sort();
    crates.dedup();
    crates
}

fn only(package: &str, dependencies: &[String], allowed: &[&str]) -> Vec<String> {
    dependencies
        .iter()
        .filter(|name| !allowed.contains(&name.as_str()))
        .map(|name| format!("{package} depends on {name}; only {} may be there", allowed.join(", ")))
        .collect()
}

fn none_named(package: &str, dependencies: &[String], forbidden: &[&str]) -> Vec<String> {
    dependencies
        .iter()
        .filter(|name| forbidden.contains(&name.as_str()))
        .map(|name| format!("{package} depends on {name}"))
        .collect()
}

/// A family is a crate and all whose names begin with it and a dash or underscore.
fn none_of_family(package: &str, tree: &[Crate], families: &[&str]) -> Vec<String> {
    tree.iter()
        .filter(|(name, _)| families.iter().any(|family| is_of_family(name, family)))
        .map(|(name, version)| format!("{package} has {name} {version} in its tree"))
        .collect()
}

fn is_of_family(name: &str, family: &str) -> bool {
    name.strip_prefix(family).is_some_and(|rest| rest.is_empty() || rest.starts_with(['-', '_']))
}

/// Two versions of these would both be in the WASM.
fn one_version(package: &str, tree: &[Crate], names: &[&str]) -> Vec<String> {
    names
        .iter()
        .filter_map(|name| {
            let versions: Vec<&str> =
                tree.iter().filter(|(found, _)| found == name).map(|(_, version)| version.as_str()).collect();
            (versions.len() > 1).then(|| format!("{package} has {name} in versions {}", versions.join(" and ")))
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    const TREE: &str = "\
portal v0.1.0 (/somewhere/server/portal)
├── not a line without prefix
axum-core v0.5.2
leptos v0.8.23
leptos v0.8.23 (*)
leptosque v1.0.0
gloo-net v0.6.0
gloo-net v0.7.0
serde_derive v1.0.0 (proc-macro)";

    #[test]
    fn a_tree_is_read_once_per_crate() {
        let crates = crates_in(TREE);
        assert_eq!(crates.iter().filter(|(name, _)| name == "leptos").count(), 1);
        assert!(crates.contains(&("serde_derive".to_owned(), "1.0.0".to_owned())));
    }

    #[test]
    fn a_forbidden_family_in_the_tree_is_a_breach() {
        assert_eq!(
            none_of_family("portal", &crates_in(TREE), &["leptos", "axum"]),
            ["portal has axum-core 0.5.2 in its tree", "portal has leptos 0.8.23 in its tree"]
        );
        assert!(none_of_family("portal", &crates_in(TREE), &["sqlx"]).is_empty());
    }

    #[test]
    fn two_versions_of_one_crate_are_a_breach() {
        assert_eq!(
            one_version("client", &crates_in(TREE), &["gloo-net", "leptos"]),
            ["client has gloo-net in versions 0.6.0 and 0.7.0"]
        );
    }

    #[test]
    fn direct_dependencies_are_the_normal_ones_and_the_optional_ones() {
        let metadata = json!({ "packages": [{ "name": "domain", "dependencies": [
            { "name": "serde", "kind": null, "optional": false },
            { "name": "tokio", "kind": null, "optional": true },
            { "name": "proptest", "kind": "dev", "optional": false },
        ] }] });
        let direct = direct_dependencies(&metadata, "domain").expect("it is there");
        assert_eq!(direct, ["serde", "tokio"]);
        assert_eq!(only("domain", &direct, &["serde"]), ["domain depends on tokio; only serde may be there"]);
        assert_eq!(none_named("app", &direct, &["tokio"]), ["app depends on tokio"]);
        assert!(direct_dependencies(&metadata, "app").is_err());
    }
}
