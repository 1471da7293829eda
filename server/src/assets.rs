//! What is served as files: the bundle that the build wrote, and the provider's own: logos, icon, font.
//!
//! Only what the bundle's manifest lists exists, so no path of a request ever reaches the disk. What lies under `pkg/`
//! has its content's hash in its name and never changes.

mod negotiate;
mod source;

use app::request::ConsoleAssets;
use axum::Router;
use axum::body::{Body, Bytes};
use axum::http::{HeaderMap, HeaderName, HeaderValue, StatusCode, Uri, header};
use axum::response::Response;
use axum::routing::get;
use negotiate::Coding;
use serde::Deserialize;
use source::Source;
use std::collections::BTreeMap;
use std::hash::{DefaultHasher, Hash as _, Hasher as _};
use std::io;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The largest file of the brand, and the largest font.
const BRAND_BYTES: usize = 256 * 1024;
const FONT_BYTES: usize = 512 * 1024;

/// What every WOFF2 file begins with.
const WOFF2: &[u8] = b"wOF2";

/// A logo may be an SVG with anything in it: as a page of its own it can do nothing.
const BRAND_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/// Who may show a file in a page of theirs.
const CROSS_ORIGIN: HeaderName = HeaderName::from_static("cross-origin-resource-policy");

/// The files cannot be served.
#[derive(Debug, thiserror::Error)]
pub enum FilesError {
    /// The bundle was not built, or not here.
    #[error("{}: {why}; `make run` builds the pages", .file.display())]
    NoBundle {
        /// Its manifest.
        file: PathBuf,
        /// What is wrong with it.
        why: String,
    },
    /// A file of the provider's brand.
    #[error("{key}: {}: {why}", .file.display())]
    Brand {
        /// Its key in the settings.
        key: &'static str,
        file: PathBuf,
        /// What is wrong with it.
        why: String,
    },
}

/// A file of the provider's brand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BrandFile {
    /// Its key in the settings.
    pub key: &'static str,
    /// Where it lies.
    pub file: PathBuf,
    /// Where it is served.
    pub address: String,
}

/// Everything that is served as a file.
#[derive(Clone)]
pub struct Files {
    manifest: Arc<Manifest>,
    source: Source,
    /// The files of the brand, each with its address.
    brand: Vec<(String, Bytes)>,
    /// See [`app::request::Assets::build`].
    build: String,
}

#[derive(Deserialize)]
struct Manifest {
    js: String,
    wasm: String,
    rights: String,
    palette: String,
    css: String,
    icons: String,
    /// None where the bundle was made without one.
    #[serde(default)]
    font: Option<String>,
    /// The same.
    #[serde(default)]
    console_js: Option<String>,
    #[serde(default)]
    console_css: Option<String>,
    files: BTreeMap<String, About>,
}

#[derive(Deserialize)]
struct About {
    #[serde(rename = "type")]
    kind: String,
    hash: String,
    #[serde(default)]
    br: Option<u64>,
    #[serde(default)]
    gz: Option<u64>,
}

impl Files {
    /// The files in the binary, when it was built with them; else those in `PORTICO_ASSETS` or the build's own place.
    ///
    /// # Errors
    /// When there is no bundle.
    pub fn find() -> Result<Self, FilesError> {
        Self::from_source(Source::find())
    }

    /// The files in a directory that the build wrote.
    ///
    /// # Errors
    /// When there is no bundle in it.
    pub fn in_directory(directory: &Path) -> Result<Self, FilesError> {
        Self::from_source(Source::Directory(directory.to_owned()))
    }

    fn from_source(source: Source) -> Result<Self, FilesError> {
        let wrong = |why: String| FilesError::NoBundle { file: source.place("manifest.json"), why };
        let text = source.read_now("manifest.json").map_err(|error| wrong(error.to_string()))?;
        let manifest: Manifest = serde_json::from_slice(&text).map_err(|error| wrong(error.to_string()))?;
        let build = build(&manifest);
        Ok(Self { manifest: Arc::new(manifest), source, brand: Vec::new(), build })
    }

    /// With the files of the provider's brand.
    ///
    /// # Errors
    /// When one can't be read, is too large, or is no font where it should be one.
    pub fn with_brand(mut self, files: &[BrandFile]) -> Result<Self, FilesError> {
        for BrandFile { key, file, address } in files {
            let wrong = |why: String| FilesError::Brand { key, file: file.clone(), why };
            let content = std::fs::read(file).map_err(|error| wrong(error.to_string()))?;
            let is_font = address.rsplit('.').next() == Some("woff2");
            let most = if is_font { FONT_BYTES } else { BRAND_BYTES };
            if content.len() > most {
                return Err(wrong(format!("it can have at most {most} bytes")));
            }
            if is_font && !content.starts_with(WOFF2) {
                return Err(wrong("it is no WOFF2 file".to_owned()));
            }
            self.brand.push((address.clone(), content.into()));
        }
        Ok(self)
    }

    /// The addresses that every page names.
    pub fn addresses(&self) -> app::request::Assets {
        let Manifest { js, wasm, rights, palette, css, icons, font, console_js, console_css, .. } = &*self.manifest;
        let path = |file: &Option<String>| file.as_ref().map(|file| format!("/{file}"));
        app::request::Assets {
            js: format!("/{js}"),
            wasm: format!("/{wasm}"),
            rights: format!("/{rights}"),
            palette: format!("/{palette}"),
            css: format!("/{css}"),
            icons: format!("/{icons}"),
            font: path(font),
            console: path(console_js).zip(path(console_css)).map(|(js, css)| ConsoleAssets { js, css }),
            build: self.build.clone(),
        }
    }

    /// What changes with every build, for pages that reload themselves while developing.
    pub async fn build_id(&self) -> Option<Bytes> {
        self.source.read(".build-id").await.ok()
    }

    /// One route for everything under `pkg/`, and one for each other file.
    pub fn routes(&self) -> Router {
        let mut router = Router::new();
        let others = self.manifest.files.keys().filter(|path| !path.starts_with("pkg/"));
        for path in others.map(|path| format!("/{path}")).chain(["/pkg/{*path}".to_owned()]) {
            let files = self.clone();
            router = router.route(
                &path,
                get(move |uri: Uri, headers: HeaderMap| async move { files.serve(&uri, &headers).await }),
            );
        }
        for (address, content) in self.brand.clone() {
            router = router.route(&address.clone(), get(move || async move { of_brand(&address, content) }));
        }
        router
    }

    async fn serve(&self, uri: &Uri, headers: &HeaderMap) -> Response {
        let path = uri.path().trim_start_matches('/');
        let Some((path, about)) = self.manifest.files.get_key_value(path) else {
            return status(StatusCode::NOT_FOUND);
        };
        let tag = format!("\"{}\"", about.hash);
        let known = headers.get(header::IF_NONE_MATCH).is_some_and(|given| given.as_bytes() == tag.as_bytes());
        let mut response =
            if known { status(StatusCode::NOT_MODIFIED) } else { self.content(path, about, headers).await };
        let caching =
            if path.starts_with("pkg/") { "public, max-age=31536000, immutable" } else { "public, max-age=3600" };
        if response.status() != StatusCode::INTERNAL_SERVER_ERROR {
            insert(response.headers_mut(), header::CACHE_CONTROL, caching);
            insert(response.headers_mut(), header::ETAG, &tag);
            insert(response.headers_mut(), header::VARY, "accept-encoding");
        }
        response
    }

    async fn content(&self, path: &str, about: &About, headers: &HeaderMap) -> Response {
        let coding = negotiate::coding(headers, about.br.is_some(), about.gz.is_some());
        let (ending, name) = match coding {
            Coding::Plain => ("", None),
            Coding::Brotli => (".br", Some("br")),
            Coding::Gzip => (".gz", Some("gzip")),
        };
        match self.source.read(&format!("{path}{ending}")).await {
            Ok(content) => {
                let mut response = Response::new(Body::from(content));
                insert(response.headers_mut(), header::CONTENT_TYPE, &about.kind);
                if let Some(name) = name {
                    insert(response.headers_mut(), header::CONTENT_ENCODING, name);
                }
                response
            }
            Err(error) => {
                tracing::error!(path, %error, "failed to read a file of the bundle");
                status(StatusCode::INTERNAL_SERVER_ERROR)
            }
        }
    }
}

/// A mark of the files that pages name, and of the version that renders them.
fn build(Manifest { js, wasm, rights, palette, css, icons, .. }: &Manifest) -> String {
    let mut hasher = DefaultHasher::new();
    (js, wasm, rights, palette, css, icons, env!("CARGO_PKG_VERSION")).hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

fn of_brand(address: &str, content: Bytes) -> Response {
    let kind = match address.rsplit('.').next().unwrap_or_default() {
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webp" => "image/webp",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        _ => "image/jpeg",
    };
    let mut response = Response::new(Body::from(content));
    insert(response.headers_mut(), header::CONTENT_TYPE, kind);
    insert(response.headers_mut(), header::CONTENT_SECURITY_POLICY, BRAND_POLICY);
    insert(response.headers_mut(), header::CACHE_CONTROL, "public, max-age=3600");
    // Mails show the logo too, in the pages of whoever shows the mail.
    insert(response.headers_mut(), CROSS_ORIGIN, "cross-origin");
    response
}

fn status(status: StatusCode) -> Response {
    let mut response = Response::new(Body::empty());
    *response.status_mut() = status;
    response
}

fn insert(headers: &mut HeaderMap, name: HeaderName, value: &str) {
    if let Ok(value) = HeaderValue::from_str(value) {
        headers.insert(name, value);
    }
}

/// A file's content.
type Read = io::Result<Bytes>;
