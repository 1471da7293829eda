//! Makes a release's programs small: short names between WASM and loader, wasm-opt, and a loader without blanks.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use wasm_bindgen_cli_support::Output;

use crate::wasm::Bindings;
use crate::workspace::{Outcome, Workspace, call, output};

// INVARIANT: never `--all-features`: it emits an encoding that Chromium rejects.
const WASM_OPT: [&str; 7] = [
    "-Oz",
    "--enable-bulk-memory",
    "--enable-nontrapping-float-to-int",
    "--enable-sign-ext",
    "--enable-mutable-globals",
    "--enable-reference-types",
    "--enable-multivalue",
];

const TERSER: [&str; 6] = ["--module", "--ecma", "2022", "--compress", "passes=2", "--mangle"];

/// What wasm-bindgen calls by names of its own: they hold a hash each, which no compression takes away.
const MADE: [&str; 3] = ["__wbg_", "__wbindgen_", "wasm_bindgen_"];

/// A tool of the npm packages, which a release does without where they are not installed.
pub fn tool(workspace: &Workspace, name: &str) -> PathBuf {
    workspace.root.join("end2end/node_modules/.bin").join(name)
}

/// Whether everything is there to make the programs small.
pub fn is_possible(workspace: &Workspace) -> bool {
    tool(workspace, "wasm-opt").exists() && tool(workspace, "terser").exists()
}

/// The bindings with short names in the place of those that wasm-bindgen made.
pub fn shorten(bindings: &mut Output) -> Bindings {
    // Pages load programs by their default export; terser drops what no export needs.
    let js = bindings.js().replace("export { initSync, ", "export { ");
    let module = bindings.wasm_mut();
    let mut short = BTreeMap::new();
    for import in module.imports.iter_mut() {
        rename(&mut import.name, &mut short);
    }
    for export in module.exports.iter_mut() {
        rename(&mut export.name, &mut short);
    }
    Bindings { js: renamed(&js, &short), wasm: module.emit_wasm() }
}

fn rename(name: &mut String, short: &mut BTreeMap<String, String>) {
    if MADE.iter().any(|made| name.starts_with(made)) {
        // No identifier of wasm-bindgen's begins so.
        let new = format!("${}", short.len());
        name.clone_from(short.entry(name.clone()).or_insert(new));
    }
}

/// A script in which identifiers are called otherwise.
fn renamed(js: &str, names: &BTreeMap<String, String>) -> String {
    let mut script = String::with_capacity(js.len());
    for word in js.split_inclusive(|letter: char| !is_of_name(letter)) {
        let name = word.trim_end_matches(|letter: char| !is_of_name(letter));
        script.push_str(names.get(name).map_or(name, String::as_str));
        script.push_str(word.strip_prefix(name).unwrap_or_default());
    }
    script
}

fn is_of_name(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_' || letter == '$'
}

/// The program through wasm-opt and its loader through terser, each as it is where the tool is not installed.
pub fn shrink(workspace: &Workspace, bindings: Bindings, scratch: &Path) -> Outcome<Bindings> {
    let Bindings { js, wasm } = bindings;
    Ok(Bindings { js: minified(workspace, js, scratch)?, wasm: optimised(workspace, wasm, scratch)? })
}

fn optimised(workspace: &Workspace, wasm: Vec<u8>, scratch: &Path) -> Outcome<Vec<u8>> {
    let Some(mut tool) = found(workspace, "wasm-opt") else { return Ok(wasm) };
    let (from, to) = (scratch.join("from.wasm"), scratch.join("to.wasm"));
    fs::write(&from, &wasm)?;
    call(tool.args(WASM_OPT).arg(&from).arg("-o").arg(&to))?;
    let smaller = fs::read(&to)?;
    println!("      wasm-opt: {} kB to {} kB", wasm.len() / 1000, smaller.len() / 1000);
    Ok(smaller)
}

fn minified(workspace: &Workspace, js: String, scratch: &Path) -> Outcome<String> {
    let Some(mut tool) = found(workspace, "terser") else { return Ok(js) };
    let from = scratch.join("from.js");
    fs::write(&from, &js)?;
    output(tool.arg(&from).args(TERSER))
}

fn found(workspace: &Workspace, name: &str) -> Option<Command> {
    let path = tool(workspace, name);
    if path.exists() {
        return Some(Command::new(path));
    }
    println!("      {name} is not installed (npm ci in end2end): the programs go without, and are larger");
    None
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_names_alone_are_renamed() {
        let names = BTreeMap::from([("__wbg_a_0f".to_owned(), "$0".to_owned())]);
        let script = "{__wbg_a_0f: (x) => wasm.__wbg_a_0f(x) + __wbg_a_0f2 + 'ä__wbg_a_0f'}";
        assert_eq!(renamed(script, &names), "{$0: (x) => wasm.$0(x) + __wbg_a_0f2 + 'ä__wbg_a_0f'}");
    }

    #[test]
    fn one_name_is_renamed_to_the_same_everywhere() {
        let mut short = BTreeMap::new();
        let names = ["__wbg_a", "memory", "__wbindgen_b", "__wbg_a"].map(|name| {
            let mut name = name.to_owned();
            rename(&mut name, &mut short);
            name
        });
        assert_eq!(names, ["$0", "memory", "$1", "$0"]);
    }
}
