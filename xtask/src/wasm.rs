//! The programs in the browser as WASM: cargo and the bindings.

use std::path::{Path, PathBuf};

use wasm_bindgen_cli_support::Bindgen;

use crate::bundle::Profile;
use crate::shrink;
use crate::workspace::{Outcome, Workspace, call, flavour};

/// What they are compiled for.
pub const TARGET: &str = "wasm32-unknown-unknown";

/// A program: a crate of its own, with its own WASM and loader.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Program {
    /// The crate's name, and that of its files.
    pub name: &'static str,
    /// How much its WASM and its loader may weigh together as brotli, in bytes.
    pub limit: usize,
    /// The same in [`Profile::Small`].
    pub limit_small: usize,
}

/// The one of every page.
pub const CLIENT: Program = Program { name: "client", limit: 58_000, limit_small: 45_000 };
/// The one that brings forms about rights alive.
pub const RIGHTS: Program = Program { name: "rights", limit: 70_000, limit_small: 60_000 };
/// The one of the palette, and of the keys beside it.
pub const PALETTE: Program = Program { name: "palette", limit: 25_000, limit_small: 20_000 };

/// Every program.
pub const PROGRAMS: [Program; 3] = [CLIENT, RIGHTS, PALETTE];

/// What makes programs small: no texts for panics, nor code that prints them. An experiment of the compiler's until it is
/// stable, so only what is known to end is compiled so: nothing here relies on a message or on `{:?}`.
const SMALL_FLAGS: &str = "-Zunstable-options -Cpanic=immediate-abort -Zlocation-detail=none -Zfmt-debug=none";
/// The standard library has to be compiled anew for them.
const SMALL_STD: [&str; 2] = ["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"];

/// What wasm-bindgen made: a loader, and the WASM it loads by the name `NAME_bg.wasm`.
pub struct Bindings {
    /// The loader's text.
    pub js: String,
    pub wasm: Vec<u8>,
}

impl Program {
    /// Where its WASM is, once [`compile`] was called.
    pub fn compiled(self, workspace: &Workspace, profile: Profile) -> PathBuf {
        directory(workspace, profile).join(TARGET).join(profile.directory()).join(format!("{}.wasm", self.name))
    }
}

/// Cargo's target directory for a profile. The small one has its own: its files bear the names of the plain one's.
pub fn directory(workspace: &Workspace, profile: Profile) -> PathBuf {
    if profile == Profile::Small { workspace.target.join("small") } else { workspace.target.clone() }
}

/// Compiles the programs.
pub fn compile(workspace: &Workspace, profile: Profile) -> Outcome {
    let mut cargo = workspace.cargo(["build"]);
    for program in PROGRAMS {
        cargo.args(["--package", program.name]);
    }
    cargo.args(["--target", TARGET, "--profile", profile.cargo_name()]);
    if profile == Profile::Small {
        cargo.args(SMALL_STD).arg("--target-dir").arg(directory(workspace, profile));
        cargo.env("RUSTFLAGS", format!("{} {SMALL_FLAGS}", flavour())).env("RUSTC_BOOTSTRAP", "1");
    }
    call(&mut cargo)
}

/// Makes the bindings.
pub fn bind(program: Program, compiled: &Path, profile: Profile) -> Outcome<Bindings> {
    let name = program.name;
    let mut bindgen = Bindgen::new();
    bindgen
        .input_path(compiled)
        .out_name(name)
        .typescript(false)
        // The loader names its WASM, so that `init()` alone finds it.
        .omit_default_module_path(false)
        .web(true)?;
    if profile.is_release() {
        bindgen.remove_name_section(true).remove_producers_section(true);
    }
    let made = bindgen.generate_output().map_err(|error| format!("failed to make the bindings: {error:#}"));
    let mut made = made?;
    if made.snippets().values().any(|snippets| !snippets.is_empty()) || !made.local_modules().is_empty() {
        return Err(format!("{name} brings along JavaScript of its own, which pages do not load").into());
    }
    match profile {
        Profile::Dev => Ok(Bindings { js: made.js().to_owned(), wasm: made.wasm_mut().emit_wasm() }),
        Profile::Release | Profile::Small => Ok(shrink::shorten(&mut made)),
    }
}
