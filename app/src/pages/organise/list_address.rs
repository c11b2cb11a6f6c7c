//! The addresses of lists: path, search, filters and rows.

use planner::Paging;
use ui::visit::{page_number, query};

/// Rows of a page of a list.
pub(super) const ROWS: u32 = 100;

/// The word in an address for all rows.
const ALL: &str = "all";

/// The rows of a list that its page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ShownRows {
    /// A page, counted from 0.
    Page(u32),
    /// All of them, to be printed.
    All,
}

impl Default for ShownRows {
    fn default() -> Self {
        Self::Page(0)
    }
}

impl ShownRows {
    /// The rows that the address of the visit asks for.
    pub fn current() -> Self {
        match query("rows") {
            Some(rows) if rows == ALL => Self::All,
            _ => Self::Page(page_number()),
        }
    }

    pub const fn paging(self) -> Paging {
        match self {
            Self::Page(number) => Paging::page(number, ROWS),
            Self::All => Paging::ALL,
        }
    }

    pub fn is_all(self) -> bool {
        self == Self::All
    }

    /// The attribute `data-print` of all rows: the script of the frame opens the print dialog.
    pub fn for_print(self) -> Option<&'static str> {
        self.is_all().then_some("")
    }

    /// The address of these rows of the list that `values` select.
    pub fn address(self, path: &str, values: &[(&str, &str)]) -> String {
        let page = match self {
            Self::Page(number) if number > 0 => (number + 1).to_string(),
            Self::Page(_) | Self::All => String::new(),
        };
        let rows = if self.is_all() { ALL } else { "" };
        let rows = [("page", page.as_str()), ("rows", rows)];
        list_address(path, &[values, &rows].concat())
    }
}

/// A path with those values of a query that are given.
pub(super) fn list_address(path: &str, values: &[(&str, &str)]) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.extend_pairs(values.iter().filter(|(_, value)| !value.is_empty()));
    match query.finish() {
        query if query.is_empty() => path.to_owned(),
        query => format!("{path}?{query}"),
    }
}
