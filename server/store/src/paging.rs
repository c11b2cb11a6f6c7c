//! Pagination.

use crate::listed::{Listed, UnreadableRow};

/// A section of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paging {
    /// The maximum number of rows.
    pub limit: i64,
    /// The number of rows before the first.
    pub offset: i64,
}

impl Paging {
    /// The whole list.
    pub const ALL: Self = Self {
        limit: i64::MAX,
        offset: 0,
    };

    /// A page, counted from 0.
    pub const fn page(number: u32, rows: u32) -> Self {
        Self {
            limit: rows as i64,
            offset: number as i64 * rows as i64,
        }
    }
}

/// A section of a list, with the length of the whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paginated<T> {
    pub rows: Vec<T>,
    /// The rows of this section that cannot be decoded.
    pub unreadable: Vec<UnreadableRow>,
    /// The number of rows on all pages, with those that cannot be decoded.
    pub total: i64,
}

impl<T> Paginated<T> {
    pub(crate) fn new(Listed { rows, unreadable }: Listed<T>, total: i64) -> Self {
        Self {
            rows,
            unreadable,
            total,
        }
    }
}
