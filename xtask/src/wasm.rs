//! The programs in the browser as WASM: cargo, the bindings, and wasm-opt for a release.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use wasm_bindgen_cli_support::Bindgen;

use crate::bundle::Profile;
use crate::workspace::{Outcome, Workspace, call};

/// What they are compiled for.
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

/// A program: a crate of its own, with its own WASM and loader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Program {
    /// The crate's name, and that of its files.
    pub name: &'static str,
    /// How much its WASM and its loader may weigh together as brotli, in bytes.
    pub limit: usize,
}

// What they weigh today, and a little: they shall shrink to 58 and 70 kB, and never grow.
/// The one of every page.
pub const CLIENT: Program = Program { name: "client", limit: 69_000 };
/// The one that brings forms about rights alive.
pub const RIGHTS: Program = Program { name: "rights", limit: 97_500 };

/// What wasm-bindgen made: a loader, and the WASM it loads by the name `NAME_bg.wasm`.
pub struct Bindings {
    /// The loader's text.
    pub js: String,
    pub wasm: Vec<u8>,
}

impl Program {
    /// Where its WASM is, once [`compile`] was called.
    pub fn compiled(self, workspace: &Workspace, profile: Profile) -> PathBuf {
        workspace.target.join(TARGET).join(profile.directory()).join(format!("{}.wasm", self.name))
    }
}

/// Compiles the programs.
pub fn compile(workspace: &Workspace, profile: Profile) -> Outcome {
    let packages = ["--package", CLIENT.name, "--package", RIGHTS.name];
    let kind = ["--target", TARGET, "--profile", profile.cargo_name()];
    call(workspace.cargo(["build"]).args(packages).args(kind))
}

/// Makes the bindings in `scratch`.
pub fn bind(program: Program, compiled: &Path, profile: Profile, scratch: &Path) -> Outcome<Bindings> {
    let name = program.name;
    if scratch.exists() {
        fs::remove_dir_all(scratch)?;
    }
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(compiled)
        .out_name(name)
        .typescript(false)
        // The loader names its WASM, so that `init()` alone finds it.
        .omit_default_module_path(false)
        .web(true)?;
    if profile == Profile::Release {
        bindgen.remove_name_section(true).remove_producers_section(true);
    }
    bindgen.generate(scratch).map_err(|error| format!("failed to make the bindings: {error:#}"))?;
    if scratch.join("snippets").exists() {
        return Err(format!("{name} brings along JavaScript of its own, which pages do not load").into());
    }
    let js = fs::read_to_string(scratch.join(format!("{name}.js")))?;
    Ok(Bindings { js, wasm: fs::read(scratch.join(format!("{name}_bg.wasm")))? })
}

/// Where wasm-opt would be; it comes with the npm packages.
pub fn optimiser(workspace: &Workspace) -> PathBuf {
    workspace.root.join("end2end/node_modules/.bin/wasm-opt")
}

/// The WASM made smaller, or as it is when wasm-opt is not installed.
pub fn optimise(workspace: &Workspace, wasm: Vec<u8>, scratch: &Path) -> Outcome<Vec<u8>> {
    let optimiser = optimiser(workspace);
    if !optimiser.exists() {
        println!("      wasm-opt is not installed (npm ci in end2end): the WASM goes without, and is larger");
        return Ok(wasm);
    }
    let (from, to) = (scratch.join("from.wasm"), scratch.join("to.wasm"));
    fs::write(&from, &wasm)?;
    call(Command::new(&optimiser).args(WASM_OPT).arg(&from).arg("-o").arg(&to))?;
    let smaller = fs::read(&to)?;
    println!("      wasm-opt: {} kB to {} kB", wasm.len() / 1000, smaller.len() / 1000);
    Ok(smaller)
}
