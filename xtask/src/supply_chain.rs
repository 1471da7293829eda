//! `xtask supply-chain`: what dependencies may be: their licences, where they come from, and which are banned.
//!
//! The policy is `supply_chain.toml` beside this folder. Known vulnerabilities are not looked up here: their database is
//! not in a registry of packages.

use std::fs;

use serde::Deserialize;
use serde_json::Value;
use spdx::{Expression, ParseMode};

use crate::workspace::{Outcome, Workspace, output};

/// The one registry of crates, as Cargo.lock names it.
const CRATES_IO: &str = "registry+https://github.com/rust-lang/crates.io-index";

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Policy {
    licences: Vec<String>,
    exceptions: Vec<Exception>,
    banned: Vec<Ban>,
}

/// A licence for one package only.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Exception {
    package: String,
    licence: String,
    reason: String,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Ban {
    package: String,
    reason: String,
}

/// A dependency, of the server, the pages or the tools.
#[derive(Debug)]
struct Package {
    name: String,
    version: String,
    licence: Option<String>,
    origin: Origin,
}

#[derive(Debug, PartialEq, Eq)]
enum Origin {
    /// A registry of packages, which keeps what it once gave.
    Registry,
    /// A repository, a folder or an address.
    Elsewhere(String),
}

/// Lists every breach of the policy.
pub fn check(workspace: &Workspace) -> Outcome {
    let read = |path: &str| fs::read_to_string(workspace.root.join(path)).map_err(|error| format!("{path}: {error}"));
    let policy: Policy = toml::from_str(&read("xtask/supply_chain.toml")?)?;
    let metadata = output(&mut workspace.cargo(["metadata", "--locked", "--all-features", "--format-version", "1"]))?;
    let mut packages = crates(&serde_json::from_str(&metadata)?)?;
    packages.extend(npm_packages(&serde_json::from_str(&read("end2end/package-lock.json")?)?)?);
    println!(
        "Advisories were not checked: `cargo audit`, or `cargo deny check advisories`, does that with its database."
    );
    let breaches = breaches(&policy, &packages);
    if breaches.is_empty() {
        Ok(())
    } else {
        Err(format!("the supply chain policy is broken:\n  {}", breaches.join("\n  ")).into())
    }
}

/// The crates of the lock file that any target and feature of ours may use, without our own.
fn crates(metadata: &Value) -> Outcome<Vec<Package>> {
    let members = metadata["workspace_members"].as_array().ok_or("cargo metadata lists no members")?;
    let packages = metadata["packages"].as_array().ok_or("cargo metadata lists no packages")?;
    packages
        .iter()
        .filter(|package| !members.contains(&package["id"]))
        .map(|package| {
            let origin = match package["source"].as_str() {
                Some(CRATES_IO) => Origin::Registry,
                Some(source) => Origin::Elsewhere(source.to_owned()),
                None => Origin::Elsewhere(text(package, "manifest_path")?),
            };
            let licence = package["license"].as_str().map(str::to_owned);
            Ok(Package { name: text(package, "name")?, version: text(package, "version")?, licence, origin })
        })
        .collect()
}

/// The packages of npm's lock file, without our own.
fn npm_packages(lock: &Value) -> Outcome<Vec<Package>> {
    let packages = lock["packages"].as_object().ok_or("package-lock.json lists no packages")?;
    packages
        .iter()
        .filter(|(path, _)| !path.is_empty())
        .map(|(path, package)| {
            let (_, name) = path.rsplit_once("node_modules/").ok_or_else(|| format!("{path} is no package of npm"))?;
            // What npm takes from a registry, and nothing else, has a hash of its contents.
            let origin = match package["integrity"].as_str() {
                Some(_) => Origin::Registry,
                None => Origin::Elsewhere(package["resolved"].as_str().unwrap_or(path).to_owned()),
            };
            let licence = package["license"].as_str().map(str::to_owned);
            Ok(Package { name: name.to_owned(), version: text(package, "version")?, licence, origin })
        })
        .collect()
}

fn text(package: &Value, key: &str) -> Outcome<String> {
    Ok(package[key].as_str().ok_or_else(|| format!("a package has no {key}"))?.to_owned())
}

fn breaches(policy: &Policy, packages: &[Package]) -> Vec<String> {
    let mut breaches = Vec::new();
    for package in packages {
        let Package { name, version, origin, .. } = package;
        if let Origin::Elsewhere(source) = origin {
            breaches.push(format!("{name} {version} comes from {source}, which is no registry"));
        }
        if let Some(ban) = policy.banned.iter().find(|ban| ban.package == *name) {
            breaches.push(format!("{name} {version} is banned: {}", ban.reason));
        }
        if let Err(problem) = licence(policy, package) {
            breaches.push(format!("{name} {version} {problem}"));
        }
    }
    let stale = policy.exceptions.iter().filter(|exception| !packages.iter().any(|p| p.name == exception.package));
    breaches.extend(stale.map(|Exception { package, reason, .. }| {
        format!("there is no {package} any more to make an exception for ({reason})")
    }));
    breaches
}

fn licence(policy: &Policy, package: &Package) -> Result<(), String> {
    let Some(licence) = &package.licence else { return Err("names no licence".to_owned()) };
    // As older crates write it: `MIT/Apache-2.0`.
    let expression = Expression::parse_mode(licence, ParseMode::LAX)
        .map_err(|error| format!("has the licence {licence:?}, which is invalid: {}", error.reason))?;
    let is_allowed = |name: &str| {
        let excepted = |exception: &Exception| exception.package == package.name && exception.licence == name;
        policy.licences.iter().any(|allowed| allowed == name) || policy.exceptions.iter().any(excepted)
    };
    if expression.evaluate(|required| is_allowed(&required.to_string())) {
        Ok(())
    } else {
        Err(format!("has the licence {licence}, which xtask/supply_chain.toml does not allow"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn policy() -> Policy {
        let text = r#"
            licences = ["MIT", "Apache-2.0", "Unicode-3.0"]
            exceptions = [{ package = "roots", licence = "CDLA-Permissive-2.0", reason = "data" }]
            banned = [{ package = "openssl", reason = "TLS is rustls" }]"#;
        toml::from_str(text).expect("a policy")
    }

    fn package(name: &str, licence: &str) -> Package {
        let (name, version, licence) = (name.to_owned(), "1.0.0".to_owned(), Some(licence.to_owned()));
        Package { name, version, licence, origin: Origin::Registry }
    }

    fn is_allowed(name: &str, text: &str) -> bool {
        licence(&policy(), &package(name, text)).is_ok()
    }

    #[test]
    fn of_alternatives_one_licence_has_to_be_allowed_and_of_a_sum_all() {
        for text in ["MIT", "MIT OR GPL-3.0-only", "MIT/Apache-2.0", "(MIT OR Apache-2.0) AND Unicode-3.0"] {
            assert!(is_allowed("a", text), "{text}");
        }
        for text in ["GPL-3.0-only", "MIT AND GPL-3.0-only", "Apache-2.0 WITH LLVM-exception", "Proprietary", ""] {
            assert!(!is_allowed("a", text), "{text}");
        }
        let nothing = Package { licence: None, ..package("a", "") };
        assert_eq!(licence(&policy(), &nothing), Err("names no licence".to_owned()));
    }

    #[test]
    fn an_exception_is_for_one_package_and_goes_with_it() {
        assert!(is_allowed("roots", "CDLA-Permissive-2.0"));
        assert!(!is_allowed("a", "CDLA-Permissive-2.0"));
        let stale = breaches(&policy(), &[package("a", "MIT")]);
        assert_eq!(stale, ["there is no roots any more to make an exception for (data)"]);
    }

    #[test]
    fn a_banned_crate_and_one_from_a_repository_are_breaches() {
        let metadata = json!({ "workspace_members": ["ours"], "packages": [
            { "id": "ours", "name": "ours", "version": "0.1.0", "license": null, "source": null },
            { "id": "1", "name": "roots", "version": "1.0.0", "license": "MIT", "source": CRATES_IO },
            { "id": "2", "name": "openssl", "version": "1.0.0", "license": "MIT", "source": CRATES_IO },
            { "id": "3", "name": "fork", "version": "1.0.0", "license": "MIT", "source": "git+https://git.example/fork" },
            { "id": "4", "name": "copy", "version": "1.0.0", "license": "MIT", "source": null, "manifest_path": "/a" },
        ] });
        let found = breaches(&policy(), &crates(&metadata).expect("it is read"));
        assert_eq!(
            found,
            [
                "openssl 1.0.0 is banned: TLS is rustls",
                "fork 1.0.0 comes from git+https://git.example/fork, which is no registry",
                "copy 1.0.0 comes from /a, which is no registry",
            ]
        );
    }

    #[test]
    fn packages_of_npm_are_held_to_the_same() {
        let lock = json!({ "packages": {
            "": { "name": "ours" },
            "node_modules/@a/b": { "version": "1.0.0", "license": "MIT", "integrity": "sha512-00" },
            "node_modules/c/node_modules/d": { "version": "2.0.0", "license": "GPL-3.0-only", "integrity": "sha512-00" },
            "node_modules/e": { "version": "3.0.0", "license": "MIT", "resolved": "git+ssh://git.example/e" },
        } });
        let packages = npm_packages(&lock).expect("it is read");
        assert_eq!(packages[0].name, "@a/b");
        assert_eq!(
            breaches(&Policy { exceptions: Vec::new(), ..policy() }, &packages),
            [
                "d 2.0.0 has the licence GPL-3.0-only, which xtask/supply_chain.toml does not allow",
                "e 3.0.0 comes from git+ssh://git.example/e, which is no registry",
            ]
        );
    }
}
