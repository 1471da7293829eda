//! What a page function gives: a page, or what stands or happens in its place.

use crate::request::FunctionError;
use domain::access::Denied;
use domain::error::PortalError;
use leptos::prelude::{AnyView, IntoAny, IntoView};

/// The content of a page.
pub struct Page {
    pub(super) status: u16,
    /// The page's own part of the title.
    pub(super) title: String,
    pub(super) content: AnyView,
}

impl Page {
    /// The title is the page's own part: the frame adds account and brand.
    pub fn new(title: impl Into<String>, content: impl IntoView + 'static) -> Self {
        Self { status: 200, title: title.into(), content: content.into_any() }
    }

    /// The same page, which says that what the address names is not there.
    #[must_use]
    pub fn not_found(self) -> Self {
        Self { status: 404, ..self }
    }
}

/// A file to be kept, in the place of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Download {
    /// The name under which it is kept, of plain characters.
    pub name: String,
    /// What it is, as in the header.
    pub content_type: &'static str,
    /// The whole of it.
    pub content: String,
}

/// Why there is no page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Instead {
    /// The address is that of a file.
    File(Download),
    /// It failed: the frame says so, with the status that goes with the error.
    Failed(PortalError),
    /// Another page of this portal is shown, without a step back in the browser's history.
    Elsewhere(String),
}

impl From<PortalError> for Instead {
    fn from(error: PortalError) -> Self {
        Self::Failed(error)
    }
}

impl From<FunctionError> for Instead {
    fn from(FunctionError(error): FunctionError) -> Self {
        Self::Failed(error)
    }
}

impl From<Denied> for Instead {
    fn from(why: Denied) -> Self {
        Self::Failed(PortalError::Denied { why })
    }
}
