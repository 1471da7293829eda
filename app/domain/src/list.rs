//! Lists: keyset pages and exact-enough totals.

use serde::{Deserialize, Serialize};

/// How many rows a page holds.
pub const PAGE_ROWS: usize = 50;

/// The highest total that is counted exactly.
pub const COUNTED: i64 = 1000;

/// How many there are: exact up to [`COUNTED`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Total {
    /// So many.
    Exact(i64),
    /// More than [`COUNTED`].
    Many,
}

impl Total {
    /// The total of so many rows, counted up to one more than [`COUNTED`].
    pub const fn of(counted: i64) -> Self {
        if counted > COUNTED { Self::Many } else { Self::Exact(counted) }
    }
}

/// A page of a list.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Page<T> {
    /// The rows.
    pub rows: Vec<T>,
    /// How many there are on all pages.
    pub total: Total,
    /// The cursor of the page before, if there is one.
    pub previous: Option<String>,
    /// The cursor of the page after, if there is one.
    pub next: Option<String>,
}

impl<T> Page<T> {
    /// Whether there are others beside it.
    pub const fn has_neighbours(&self) -> bool {
        self.previous.is_some() || self.next.is_some()
    }
}

/// Which way a list is sorted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Direction {
    /// Smallest first.
    #[default]
    Ascending,
    /// Largest first.
    Descending,
}
