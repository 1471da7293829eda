//! `xtask bundle`: everything the browser loads, into `dist/`.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

use crate::console;
use crate::css;
use crate::dist::{Dist, Entry};
use crate::fingerprint;
use crate::font;
use crate::shrink;
use crate::steps::Steps;
use crate::wasm::{self, Program};
use crate::workspace::{Outcome, Workspace, output};

/// How many steps [`bundle`] takes.
pub const STEPS: usize = 2;

/// Quick to build, or small to load.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Profile {
    /// Not optimised, not compressed.
    Dev,
    /// Optimised, through wasm-opt, precompressed.
    Release,
    /// The same with a standard library of its own, compiled for size: see [`wasm::compile`].
    Small,
}

impl Profile {
    /// What a release is made with: the small one, where the compiler has the sources of its standard library.
    pub fn of_release() -> Outcome<Self> {
        let sysroot = output(Command::new("rustc").args(["--print", "sysroot"]))?;
        let sources = Path::new(sysroot.trim()).join("lib/rustlib/src/rust/library/std/Cargo.toml");
        if sources.exists() {
            return Ok(Self::Small);
        }
        println!(
            "      rustc has no sources of its standard library: the WASM goes without the size flags, and is larger"
        );
        Ok(Self::Release)
    }

    /// Whether it is made for people to load.
    pub fn is_release(self) -> bool {
        self != Self::Dev
    }

    /// The profile's name in Cargo.toml.
    pub fn cargo_name(self) -> &'static str {
        match self {
            Self::Dev => "wasm-dev",
            Self::Release | Self::Small => "wasm-release",
        }
    }

    /// The directory below the target's that cargo builds the profile in.
    pub fn directory(self) -> &'static str {
        match self.cargo_name() {
            "dev" => "debug",
            name => name,
        }
    }
}

/// Compiles the programs and writes `dist/`, or finds that it is as it should be.
pub fn bundle(workspace: &Workspace, profile: Profile, steps: &mut Steps) -> Outcome {
    steps.step("Compiling the programs of the browser to WASM", || wasm::compile(workspace, profile))?;
    steps.step("Bundling WASM, styles and public files", || {
        let scratch = workspace.target.join("xtask");
        fs::create_dir_all(&scratch)?;
        let stamp = scratch.join("bundle.stamp");
        let inputs = inputs(workspace, profile)?;
        let unchanged = fs::read_to_string(&stamp).is_ok_and(|last| last == inputs);
        if unchanged && is_complete(&workspace.root.join("dist")) {
            println!("      nothing changed");
            return Ok(());
        }
        write(workspace, profile)?;
        fs::write(&stamp, inputs)?;
        Ok(())
    })
}

fn write(workspace: &Workspace, profile: Profile) -> Outcome {
    let mut dist = Dist::new(workspace.root.join("dist"), profile);
    let (js, wasm) = add(workspace, profile, wasm::CLIENT, &mut dist)?;
    let (rights, _) = add(workspace, profile, wasm::RIGHTS, &mut dist)?;
    let (palette, _) = add(workspace, profile, wasm::PALETTE, &mut dist)?;
    let font = font::add(workspace, &mut dist)?;
    let css = css::bundle(&workspace.root.join("style"), font.as_deref())?;
    let css = dist.add_hashed("portico", "css", css.as_bytes())?;
    let icons = fs::read(workspace.root.join("style/icons.svg"))?;
    let icons = dist.add_hashed("icons", "svg", &icons)?;
    dist.add_all(&workspace.root.join("public"), "")?;
    let font = font.and_then(font::first);
    let console = console::add(workspace, &mut dist, profile.is_release())?;
    dist.finish(&Entry { js, wasm, rights, palette, css, icons, font, console })
}

/// Adds a program: the paths of its loader and of its WASM.
fn add(workspace: &Workspace, profile: Profile, program: Program, dist: &mut Dist) -> Outcome<(String, String)> {
    let mut bindings = wasm::bind(program, &program.compiled(workspace, profile), profile)?;
    if profile.is_release() {
        let scratch = workspace.target.join("xtask").join(program.name);
        fs::create_dir_all(&scratch)?;
        bindings = shrink::shrink(workspace, bindings, &scratch)?;
    }
    let wasm = dist.add_hashed(program.name, "wasm", &bindings.wasm)?;
    let js = naming_wasm(program.name, &bindings.js, &wasm)?;
    let js = dist.add_hashed(program.name, "js", js.as_bytes())?;
    // Without the tools it is larger, which their own lines say.
    if profile.is_release() && shrink::is_possible(workspace) {
        within(program, profile, dist.weight(&js) + dist.weight(&wasm))?;
    }
    Ok((js, wasm))
}

/// What every visit loads stays small.
fn within(program: Program, profile: Profile, weight: usize) -> Outcome {
    let limit = if profile == Profile::Small { program.limit_small } else { program.limit };
    println!("      {}: {weight} bytes as brotli, of {limit}", program.name);
    if weight <= limit {
        Ok(())
    } else {
        Err(format!("{} weighs {weight} bytes as brotli; it may weigh {limit}", program.name).into())
    }
}

/// The loader, with the WASM's real name.
fn naming_wasm(program: &str, js: &str, wasm: &str) -> Outcome<String> {
    let (made, name) = (format!("{program}_bg.wasm"), wasm.trim_start_matches("pkg/"));
    if js.contains(&made) {
        Ok(js.replace(&made, name))
    } else {
        Err("the loader does not name its WASM: did wasm-bindgen change its output?".into())
    }
}

/// Everything that the outcome depends on; xtask itself included.
fn inputs(workspace: &Workspace, profile: Profile) -> Outcome<String> {
    let [script, font, maker] = font::sources(workspace);
    let mut files = vec![
        env::current_exe()?,
        workspace.root.join("style"),
        workspace.root.join("public"),
        shrink::tool(workspace, "wasm-opt"),
        shrink::tool(workspace, "terser"),
        script,
        font,
        maker,
    ];
    files.extend(console::sources(workspace));
    files.extend(wasm::PROGRAMS.map(|program| program.compiled(workspace, profile)));
    let files = fingerprint::of(&files)?;
    Ok(format!("{profile:?} {}\n{files}", workspace.root.display()))
}

/// Whether everything that the manifest lists is there in its size.
fn is_complete(dist: &Path) -> bool {
    let manifest = fs::read_to_string(dist.join("manifest.json")).ok();
    let manifest: Option<Value> = manifest.and_then(|text| serde_json::from_str(&text).ok());
    manifest.as_ref().and_then(|manifest| manifest["files"].as_object()).is_some_and(|files| {
        files.iter().all(|(path, about)| {
            [("", "size"), (".br", "br"), (".gz", "gz")].iter().all(|(ending, key)| {
                about[key].as_u64().is_none_or(|size| has_size(&dist.join(format!("{path}{ending}")), size))
            })
        })
    })
}

fn has_size(file: &PathBuf, size: u64) -> bool {
    fs::metadata(file).is_ok_and(|metadata| metadata.len() == size)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_loader_refers_to_the_hashed_wasm() {
        let js = "new URL('client_bg.wasm', import.meta.url)";
        assert_eq!(
            naming_wasm("client", js, "pkg/client.0a.wasm").expect("it is named"),
            "new URL('client.0a.wasm', import.meta.url)"
        );
        assert!(naming_wasm("rights", js, "pkg/rights.0a.wasm").is_err());
    }

    #[test]
    fn a_program_that_grew_too_heavy_is_no_bundle() {
        for (profile, limit) in [(Profile::Release, wasm::CLIENT.limit), (Profile::Small, wasm::CLIENT.limit_small)] {
            assert!(within(wasm::CLIENT, profile, limit).is_ok());
            assert!(within(wasm::CLIENT, profile, limit + 1).is_err());
        }
    }

    #[test]
    fn a_directory_without_a_manifest_is_not_complete() {
        assert!(!is_complete(Path::new("/nonexistent")));
    }
}
