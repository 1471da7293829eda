//! Where the bundle is: in the binary, or in a directory.

use super::Read;
#[cfg(feature = "embed")]
use std::io;
use std::path::PathBuf;

/// The bundle when it is part of the binary.
#[cfg(feature = "embed")]
#[derive(rust_embed::RustEmbed)]
#[folder = "$CARGO_MANIFEST_DIR/../dist"]
struct Embedded;

/// Where the bundle is.
#[derive(Debug, Clone)]
pub enum Source {
    Directory(PathBuf),
    #[cfg(feature = "embed")]
    Binary,
}

impl Source {
    /// In the binary.
    #[cfg(feature = "embed")]
    pub fn find() -> Self {
        Self::Binary
    }

    /// Where `PORTICO_ASSETS` says, else where the build puts it.
    #[cfg(not(feature = "embed"))]
    pub fn find() -> Self {
        let built = concat!(env!("CARGO_MANIFEST_DIR"), "/../dist");
        Self::Directory(std::env::var_os("PORTICO_ASSETS").map_or_else(|| PathBuf::from(built), PathBuf::from))
    }

    /// Reads a file while serving.
    pub async fn read(&self, path: &str) -> Read {
        match self {
            Self::Directory(directory) => tokio::fs::read(directory.join(path)).await.map(Into::into),
            #[cfg(feature = "embed")]
            Self::Binary => embedded(path),
        }
    }

    /// Reads a file at the start.
    pub fn read_now(&self, path: &str) -> Read {
        match self {
            Self::Directory(directory) => std::fs::read(directory.join(path)).map(Into::into),
            #[cfg(feature = "embed")]
            Self::Binary => embedded(path),
        }
    }

    /// The file's name for messages.
    pub fn place(&self, path: &str) -> PathBuf {
        match self {
            Self::Directory(directory) => directory.join(path),
            #[cfg(feature = "embed")]
            Self::Binary => PathBuf::from(path),
        }
    }
}

#[cfg(feature = "embed")]
fn embedded(path: &str) -> Read {
    let file = Embedded::get(path).ok_or(io::ErrorKind::NotFound)?;
    Ok(match file.data {
        std::borrow::Cow::Borrowed(bytes) => axum::body::Bytes::from_static(bytes),
        std::borrow::Cow::Owned(bytes) => bytes.into(),
    })
}
