//! The directory `dist/`: what the server serves as files, and `manifest.json`, which lists it.
//!
//! ```json
//! { "js": "pkg/client.0123456789ab.js", "wasm": "pkg/..", "rights": "pkg/rights...js", "palette": "pkg/..", "css": "pkg/..",
//!   "icons": "pkg/..", "font": "pkg/.." or null, "console_js": the same, "console_css": the same, "files": { "favicon.svg": { "size": 300, "type": "image/svg+xml", "hash": "..", "br": 120, "gz": 140 } } }
//! ```
//! Paths are relative to `dist/`. What lies under `pkg/` has its content's hash in its path and never
//! changes; `br` and `gz` are there when the same path with that ending holds it compressed, and say
//! its size.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};

use flate2::Compression;
use flate2::write::GzEncoder;
use serde_json::{Map, Value, json};
use sha2::{Digest as _, Sha256};

use crate::bundle::Profile;
use crate::console::Console;
use crate::fingerprint::files_under;
use crate::workspace::Outcome;

/// Files on their way into `dist/`.
pub struct Dist {
    directory: PathBuf,
    profile: Profile,
    files: BTreeMap<String, Value>,
    written: BTreeSet<PathBuf>,
}

/// The files that pages refer to.
pub struct Entry {
    /// The loader of the program of every page.
    pub js: String,
    pub wasm: String,
    /// The loader of the program of forms about rights.
    pub rights: String,
    /// The loader of the program of the palette.
    pub palette: String,
    pub css: String,
    /// The drawings of all icons.
    pub icons: String,
    /// The letters of the font that every page shows, where there is one.
    pub font: Option<String>,
    /// What the document of a console loads, where there is one.
    pub console: Option<Console>,
}

impl Dist {
    /// Nothing is written or deleted yet.
    pub fn new(directory: PathBuf, profile: Profile) -> Self {
        Self { directory, profile, files: BTreeMap::new(), written: BTreeSet::new() }
    }

    /// Writes a file as `pkg/STEM.HASH.ENDING` and gives that path.
    pub fn add_hashed(&mut self, stem: &str, ending: &str, content: &[u8]) -> Outcome<String> {
        let path = format!("pkg/{stem}.{}.{ending}", short_hash(content));
        self.add(&path, content)?;
        Ok(path)
    }

    /// Writes a file, compressed beside it in a release when that saves something.
    pub fn add(&mut self, path: &str, content: &[u8]) -> Outcome {
        let mut about = Map::new();
        about.insert("size".to_owned(), json!(content.len()));
        about.insert("type".to_owned(), json!(content_type(path)));
        about.insert("hash".to_owned(), json!(short_hash(content)));
        self.write(path, content)?;
        if self.profile.is_release() && compresses(path) {
            for (ending, compressed) in [("br", brotli(content)?), ("gz", gzip(content)?)] {
                if compressed.len() < content.len() {
                    about.insert(ending.to_owned(), json!(compressed.len()));
                    self.write(&format!("{path}.{ending}"), &compressed)?;
                }
            }
        }
        self.files.insert(path.to_owned(), Value::Object(about));
        Ok(())
    }

    /// How many bytes of a file travel, at best.
    pub fn weight(&self, path: &str) -> usize {
        let about = self.files.get(path);
        let size = about.and_then(|about| about.get("br").or_else(|| about.get("size"))).and_then(Value::as_u64);
        size.and_then(|size| usize::try_from(size).ok()).unwrap_or_default()
    }

    /// Writes every file under `from` below `to` (empty: the top).
    pub fn add_all(&mut self, from: &Path, to: &str) -> Outcome {
        for file in files_under(from)? {
            let name = file.strip_prefix(from)?.to_string_lossy().into_owned();
            self.add(&format!("{to}{name}"), &fs::read(&file)?)?;
        }
        Ok(())
    }

    /// Writes the manifest, in one go, and deletes what is no longer listed.
    pub fn finish(mut self, entry: &Entry) -> Outcome {
        let manifest = json!({
            "js": entry.js,
            "wasm": entry.wasm,
            "rights": entry.rights,
            "palette": entry.palette,
            "css": entry.css,
            "icons": entry.icons,
            "font": entry.font,
            "console_js": entry.console.as_ref().map(|console| &console.js),
            "console_css": entry.console.as_ref().map(|console| &console.css),
            "files": std::mem::take(&mut self.files),
        });
        let text = serde_json::to_string_pretty(&manifest)?;
        let unfinished = self.directory.join(".manifest.json");
        fs::write(&unfinished, &text)?;
        fs::rename(&unfinished, self.directory.join("manifest.json"))?;
        self.written.insert(self.directory.join("manifest.json"));
        for file in files_under(&self.directory)? {
            if !self.written.contains(&file) {
                fs::remove_file(file)?;
            }
        }
        Ok(())
    }

    fn write(&mut self, path: &str, content: &[u8]) -> Outcome {
        let file = self.directory.join(path);
        if let Some(parent) = file.parent() {
            fs::create_dir_all(parent)?;
        }
        fs::write(&file, content)?;
        self.written.insert(file);
        Ok(())
    }
}

/// Twelve hex digits of the content's SHA-256.
pub fn short_hash(content: &[u8]) -> String {
    let mut hash = String::new();
    for byte in Sha256::digest(content).iter().take(6) {
        write!(hash, "{byte:02x}").expect("a String takes everything");
    }
    hash
}

fn content_type(path: &str) -> &'static str {
    match path.rsplit('.').next().unwrap_or_default() {
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "css" => "text/css; charset=utf-8",
        "html" => "text/html; charset=utf-8",
        "txt" => "text/plain; charset=utf-8",
        "json" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "jpg" | "jpeg" => "image/jpeg",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        _ => "application/octet-stream",
    }
}

fn compresses(path: &str) -> bool {
    let kind = content_type(path);
    kind.starts_with("text/")
        || matches!(
            kind,
            "application/wasm" | "application/json" | "application/manifest+json" | "image/svg+xml" | "image/x-icon"
        )
}

fn brotli(content: &[u8]) -> Outcome<Vec<u8>> {
    let parameters =
        brotli::enc::BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: content.len(), ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut compressed, &parameters)?;
    Ok(compressed)
}

fn gzip(content: &[u8]) -> Outcome<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn hashes_are_the_contents_own() {
        // The beginning of SHA-256 of nothing, as any tool prints it.
        assert_eq!(short_hash(b""), "e3b0c44298fc");
        assert_ne!(short_hash(b"a"), short_hash(b"b"));
    }

    #[test]
    fn pictures_are_not_compressed_again() {
        assert!(compresses("pkg/portico.wasm") && compresses("logo.svg"));
        assert!(!compresses("photo.png") && !compresses("font.woff2"));
    }
}
