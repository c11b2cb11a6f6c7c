//! Pages of long lists.

/// Which part of a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Paging {
    /// How many rows at most.
    pub limit: i64,
    /// How many rows of the list come before the first.
    pub offset: i64,
}

impl Paging {
    /// The whole list.
    pub const ALL: Self = Self {
        limit: i64::MAX,
        offset: 0,
    };

    /// The nth page, from 0, of so many rows each.
    pub const fn page(number: u32, rows: u32) -> Self {
        Self {
            limit: rows as i64,
            offset: number as i64 * rows as i64,
        }
    }
}

/// A part of a list, and how long the whole is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Listed<T> {
    pub rows: Vec<T>,
    /// How many rows all pages have together.
    pub total: i64,
}
