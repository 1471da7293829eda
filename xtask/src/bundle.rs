//! `xtask bundle`: everything the browser loads, into `dist/`.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::css;
use crate::dist::{Dist, Entry, short_hash};
use crate::fingerprint;
use crate::steps::Steps;
use crate::wasm;
use crate::workspace::{Outcome, Workspace};

/// How many steps [`bundle`] takes.
pub const STEPS: usize = 2;

/// Quick to build, or small to load.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub enum Profile {
    /// Not optimised, not compressed.
    Dev,
    /// Optimised, through wasm-opt, precompressed.
    Release,
}

impl Profile {
    /// The profile's name in Cargo.toml.
    pub fn cargo_name(self) -> &'static str {
        match self {
            Self::Dev => "wasm-dev",
            Self::Release => "wasm-release",
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

/// Compiles the pages and writes `dist/`, or finds that it is as it should be.
pub fn bundle(workspace: &Workspace, profile: Profile, steps: &mut Steps) -> Outcome {
    let compiled = steps.step("Compiling the pages to WASM", || wasm::compile(workspace, profile))?;
    steps.step("Bundling WASM, styles and public files", || {
        let stamp = workspace.target.join("xtask").join("bundle.stamp");
        let inputs = inputs(workspace, profile, &compiled)?;
        let unchanged = fs::read_to_string(&stamp).is_ok_and(|last| last == inputs);
        if unchanged && is_complete(&workspace.root.join("dist")) {
            println!("      nothing changed");
            return Ok(());
        }
        write(workspace, profile, &compiled)?;
        fs::write(&stamp, inputs)?;
        Ok(())
    })
}

fn write(workspace: &Workspace, profile: Profile, compiled: &Path) -> Outcome {
    let scratch = workspace.target.join("xtask").join(profile.cargo_name());
    let bindings = wasm::bind(compiled, profile, &scratch)?;
    let code = match profile {
        Profile::Dev => bindings.wasm,
        Profile::Release => wasm::optimise(workspace, bindings.wasm, &scratch)?,
    };

    let mut dist = Dist::new(workspace.root.join("dist"), profile);
    let wasm = dist.add_hashed("portico", "wasm", &code)?;
    let mut js = naming_wasm(&bindings.js, &wasm)?;
    if bindings.snippets.is_dir() {
        let name = format!("snippets.{}", hash_of_all(&bindings.snippets)?);
        dist.add_all(&bindings.snippets, &format!("pkg/{name}/"))?;
        js = js.replace("./snippets/", &format!("./{name}/"));
    }
    let js = dist.add_hashed("portico", "js", js.as_bytes())?;
    let css = css::bundle(&workspace.root.join("style"))?;
    let css = dist.add_hashed("portico", "css", css.as_bytes())?;
    dist.add_all(&workspace.root.join("public"), "")?;
    dist.finish(&Entry { js, wasm, css })
}

/// The loader, with the WASM's real name.
fn naming_wasm(js: &str, wasm: &str) -> Outcome<String> {
    let name = wasm.trim_start_matches("pkg/");
    if js.contains("portico_bg.wasm") {
        Ok(js.replace("portico_bg.wasm", name))
    } else {
        Err("the loader does not name its WASM: did wasm-bindgen change its output?".into())
    }
}

fn hash_of_all(directory: &Path) -> Outcome<String> {
    let mut everything = Vec::new();
    for file in fingerprint::files_under(directory)? {
        everything.extend(file.strip_prefix(directory)?.as_os_str().as_encoded_bytes());
        everything.push(0);
        everything.extend(fs::read(&file)?);
    }
    Ok(short_hash(&everything))
}

/// Everything that the outcome depends on; xtask itself included.
fn inputs(workspace: &Workspace, profile: Profile, compiled: &Path) -> Outcome<String> {
    let files = fingerprint::of(&[
        env::current_exe()?,
        compiled.to_owned(),
        workspace.root.join("style"),
        workspace.root.join("public"),
        wasm::optimiser(workspace),
    ])?;
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
        let js = "new URL('portico_bg.wasm', import.meta.url)";
        assert_eq!(
            naming_wasm(js, "pkg/portico.0a.wasm").expect("it is named"),
            "new URL('portico.0a.wasm', import.meta.url)"
        );
        assert!(naming_wasm("nothing", "pkg/portico.0a.wasm").is_err());
    }

    #[test]
    fn a_directory_without_a_manifest_is_not_complete() {
        assert!(!is_complete(Path::new("/nonexistent")));
    }
}
