//! What is served as files: the bundle that the build wrote, and the provider's logo.
//!
//! Only what the bundle's manifest lists exists, so no path of a request ever reaches the disk. What lies under `pkg/`
//! has its content's hash in its name and never changes.

mod negotiate;
mod source;

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

/// The largest logo.
const LOGO_BYTES: usize = 256 * 1024;

/// A logo may be an SVG with anything in it: as a page of its own it can do nothing.
const LOGO_POLICY: &str = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

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
    /// The provider's logo.
    #[error("brand.logo: {}: {why}", .file.display())]
    Logo {
        file: PathBuf,
        /// What is wrong with it.
        why: String,
    },
}

/// Everything that is served as a file.
#[derive(Clone)]
pub struct Files {
    manifest: Arc<Manifest>,
    source: Source,
    logo: Option<(String, Bytes)>,
    /// See [`app::request::Assets::build`].
    build: String,
}

#[derive(Deserialize)]
struct Manifest {
    js: String,
    wasm: String,
    rights: String,
    css: String,
    icons: String,
    /// None where the bundle was made without one.
    #[serde(default)]
    font: Option<String>,
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
        Ok(Self { manifest: Arc::new(manifest), source, logo: None, build })
    }

    /// With the provider's logo, served at `address`.
    ///
    /// # Errors
    /// When the file can't be read or is too large.
    pub fn with_logo(mut self, file: &Path, address: &str) -> Result<Self, FilesError> {
        let wrong = |why: String| FilesError::Logo { file: file.to_owned(), why };
        let content = std::fs::read(file).map_err(|error| wrong(error.to_string()))?;
        if content.len() > LOGO_BYTES {
            return Err(wrong(format!("it can have at most {LOGO_BYTES} bytes")));
        }
        self.logo = Some((address.to_owned(), content.into()));
        Ok(self)
    }

    /// The addresses that every page names.
    pub fn addresses(&self) -> app::request::Assets {
        let Manifest { js, wasm, rights, css, icons, font, .. } = &*self.manifest;
        app::request::Assets {
            js: format!("/{js}"),
            wasm: format!("/{wasm}"),
            rights: format!("/{rights}"),
            css: format!("/{css}"),
            icons: format!("/{icons}"),
            font: font.as_ref().map(|font| format!("/{font}")),
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
        if let Some((address, content)) = self.logo.clone() {
            router = router.route(&address.clone(), get(move || async move { logo(&address, content) }));
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
fn build(Manifest { js, wasm, rights, css, icons, .. }: &Manifest) -> String {
    let mut hasher = DefaultHasher::new();
    (js, wasm, rights, css, icons, env!("CARGO_PKG_VERSION")).hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

fn logo(address: &str, content: Bytes) -> Response {
    let kind = match address.rsplit('.').next().unwrap_or_default() {
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "webp" => "image/webp",
        _ => "image/jpeg",
    };
    let mut response = Response::new(Body::from(content));
    insert(response.headers_mut(), header::CONTENT_TYPE, kind);
    insert(response.headers_mut(), header::CONTENT_SECURITY_POLICY, LOGO_POLICY);
    insert(response.headers_mut(), header::CACHE_CONTROL, "public, max-age=3600");
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
