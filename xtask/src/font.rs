//! The font of the pages: made out of an npm package as `style/font.css` says, and passed on with its licence.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::dist::Dist;
use crate::fingerprint::files_under;
use crate::workspace::{Outcome, Workspace, call};

/// The style sheet whose rules name the font's files.
pub const SHEET: &str = "font.css";

/// The file whose letters every page shows.
const FIRST: &str = "inter-latin.woff2";

/// How many bytes its files may have together.
const LIMIT: usize = 60_000;

/// What it is made with; a bundle does without the font where that is not installed.
pub fn sources(workspace: &Workspace) -> [PathBuf; 3] {
    let npm = workspace.root.join("end2end");
    let package = |name: &str| npm.join("node_modules").join(name).join("package.json");
    [npm.join("font.mjs"), package("@fontsource-variable/inter"), package("subset-font")]
}

/// Adds the files, by the names that the sheet has for them, each with the name that it is served under; nothing where
/// the packages are not installed.
pub fn add(workspace: &Workspace, dist: &mut Dist) -> Outcome<Option<Vec<(String, String)>>> {
    let [script, package, _] = sources(workspace);
    if !sources(workspace).iter().all(|source| source.exists()) {
        println!("      the font is not installed (npm ci in end2end): pages go without it, in the system's own");
        return Ok(None);
    }
    let made = workspace.target.join("xtask/font");
    // What an earlier version made.
    if made.exists() {
        fs::remove_dir_all(&made)?;
    }
    fs::create_dir_all(&made)?;
    call(Command::new("node").arg(script).arg(workspace.root.join("style").join(SHEET)).arg(&made))?;
    let (mut names, mut weight) = (Vec::new(), 0);
    for file in files_under(&made)? {
        let content = fs::read(&file)?;
        weight += content.len();
        let name = name_of(&file);
        let served = dist.add_hashed(name.trim_end_matches(".woff2"), "woff2", &content)?;
        names.push((name, served.trim_start_matches("pkg/").to_owned()));
    }
    dist.add_hashed("inter-licence", "txt", &fs::read(package.with_file_name("LICENSE"))?)?;
    println!("      font: {weight} bytes, of {LIMIT}");
    if weight <= LIMIT { Ok(Some(names)) } else { Err(format!("the font weighs {weight} bytes of {LIMIT}").into()) }
}

/// The file whose letters every page shows, of those that were added.
pub fn first(names: Vec<(String, String)>) -> Option<String> {
    names.into_iter().find(|(name, _)| name == FIRST).map(|(_, served)| format!("pkg/{served}"))
}

fn name_of(file: &Path) -> String {
    file.file_name().unwrap_or_default().to_string_lossy().into_owned()
}

/// A style sheet with the names that files are served under. Both lie in one directory.
pub fn naming(css: &str, names: &[(String, String)]) -> String {
    names.iter().fold(css.to_owned(), |css, (name, served)| {
        css.replace(&format!("url(\"{name}\")"), &format!("url(\"{served}\")"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sheet_names_the_files_as_they_are_served() {
        let names = [("inter-latin.woff2".to_owned(), "inter-latin.0a.woff2".to_owned())];
        assert_eq!(naming("src: url(\"inter-latin.woff2\")", &names), "src: url(\"inter-latin.0a.woff2\")");
        assert_eq!(first(names.into()), Some("pkg/inter-latin.0a.woff2".to_owned()));
    }
}
