//! The pages as WASM: cargo, the bindings, and wasm-opt for a release.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use wasm_bindgen_cli_support::Bindgen;

use crate::bundle::Profile;
use crate::workspace::{Outcome, Workspace, call};

/// What the pages are compiled for.
pub const TARGET: &str = "wasm32-unknown-unknown";

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

/// What wasm-bindgen made: a loader, the WASM it loads by the name `portico_bg.wasm`, and a
/// directory of snippets that the loader imports, if there are any.
pub struct Bindings {
    /// The loader's text.
    pub js: String,
    pub wasm: Vec<u8>,
    /// The directory `snippets`.
    pub snippets: PathBuf,
}

/// Compiles the crate `frontend` and says where the WASM is.
pub fn compile(workspace: &Workspace, profile: Profile) -> Outcome<PathBuf> {
    let name = profile.cargo_name();
    call(&mut workspace.cargo(["build", "--package", "frontend", "--target", TARGET, "--profile", name]))?;
    Ok(workspace.target.join(TARGET).join(profile.directory()).join("frontend.wasm"))
}

/// Makes the bindings in `scratch`.
pub fn bind(compiled: &Path, profile: Profile, scratch: &Path) -> Outcome<Bindings> {
    if scratch.exists() {
        fs::remove_dir_all(scratch)?;
    }
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(compiled)
        .out_name("portico")
        .typescript(false)
        // The loader names its WASM, so that `init()` alone finds it.
        .omit_default_module_path(false)
        .web(true)?;
    if profile == Profile::Release {
        bindgen.remove_name_section(true).remove_producers_section(true);
    }
    bindgen.generate(scratch).map_err(|error| format!("failed to make the bindings: {error:#}"))?;
    Ok(Bindings {
        js: fs::read_to_string(scratch.join("portico.js"))?,
        wasm: fs::read(scratch.join("portico_bg.wasm"))?,
        snippets: scratch.join("snippets"),
    })
}

/// Where wasm-opt would be; it comes with the npm packages.
pub fn optimiser(workspace: &Workspace) -> PathBuf {
    workspace.root.join("end2end/node_modules/.bin/wasm-opt")
}

/// The WASM made smaller, or as it is when wasm-opt is not installed.
pub fn optimise(workspace: &Workspace, wasm: Vec<u8>, scratch: &Path) -> Outcome<Vec<u8>> {
    let optimiser = optimiser(workspace);
    if !optimiser.exists() {
        println!("      wasm-opt is not installed (npm ci in end2end): the WASM goes without, about twice the size");
        return Ok(wasm);
    }
    let (from, to) = (scratch.join("from.wasm"), scratch.join("to.wasm"));
    fs::write(&from, &wasm)?;
    call(Command::new(&optimiser).args(WASM_OPT).arg(&from).arg("-o").arg(&to))?;
    let smaller = fs::read(&to)?;
    println!("      wasm-opt: {} kB to {} kB", wasm.len() / 1000, smaller.len() / 1000);
    Ok(smaller)
}
