//! The program of consoles: noVNC, of an npm package, and our own around it, in one file with the licence beside it.

use std::fs;
use std::path::PathBuf;
use std::process::Command;

use serde_json::Value;

use crate::css;
use crate::dist::Dist;
use crate::shrink;
use crate::workspace::{Outcome, Workspace, output};

/// The most bytes of it as brotli in a release: only who opens a console loads it.
const LIMIT: usize = 55_000;

/// The files that the document of a console loads.
pub struct Console {
    pub js: String,
    pub css: String,
}

/// What it is made with; a bundle does without consoles where that is not installed.
pub fn sources(workspace: &Workspace) -> [PathBuf; 3] {
    let package = workspace.root.join("end2end/node_modules/@novnc/novnc/package.json");
    [workspace.root.join("frontend/console"), package, shrink::tool(workspace, "esbuild")]
}

/// Adds it; nothing where the packages are not installed.
pub fn add(workspace: &Workspace, dist: &mut Dist, is_release: bool) -> Outcome<Option<Console>> {
    let [own, package, esbuild] = sources(workspace);
    if !package.exists() || !esbuild.exists() {
        println!(
            "      noVNC is not installed (npm ci in end2end): the portal goes without consoles, and its pages say so"
        );
        return Ok(None);
    }
    let about: Value = serde_json::from_str(&fs::read_to_string(&package)?)?;
    let version = about["version"].as_str().unwrap_or_default();
    let banner = format!("/* noVNC {version}, MPL-2.0, its source: https://github.com/novnc/noVNC */");
    let mut command = Command::new(esbuild);
    command.arg(own.join("console.js")).args(["--bundle", "--format=esm", "--target=es2022", "--log-level=warning"]);
    command.arg(format!("--banner:js={banner}")).env("NODE_PATH", workspace.root.join("end2end/node_modules"));
    if is_release {
        command.arg("--minify");
    }
    let js = dist.add_hashed("console", "js", output(&mut command)?.as_bytes())?;
    let css = css::lean(&fs::read_to_string(own.join("console.css"))?)?;
    let css = dist.add_hashed("console", "css", css.as_bytes())?;
    let licence = package.with_file_name("docs").join("LICENSE.MPL-2.0");
    dist.add_hashed("novnc-licence", "txt", &fs::read(licence)?)?;
    let weight = dist.weight(&js);
    if is_release {
        println!("      console: {weight} bytes as brotli, of {LIMIT}");
    }
    if is_release && weight > LIMIT {
        return Err(format!("the program of consoles weighs {weight} bytes as brotli; it may weigh {LIMIT}").into());
    }
    Ok(Some(Console { js, css }))
}
