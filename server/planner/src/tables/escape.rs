//! Cells that spreadsheets would take for formulas.

use std::borrow::Cow;

/// The characters that begin a formula (OWASP, *CSV Injection*).
const FORMULA: [char; 7] = ['=', '+', '-', '@', '\t', '\r', '\n'];

/// A cell of CSV that no spreadsheet takes for a formula: one that begins like a formula gets an apostrophe
/// before it. So does one that looks escaped, so that [`unescape_formula`] gives back every cell.
pub(crate) fn escape_formula(cell: &str) -> Cow<'_, str> {
    if cell.trim_start_matches('\'').starts_with(FORMULA) {
        format!("'{cell}").into()
    } else {
        cell.into()
    }
}

/// The cell without the apostrophe that keeps it from being a formula.
pub(super) fn unescape_formula(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.trim_start_matches('\'').starts_with(FORMULA) => rest,
        _ => cell,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{escape_formula, unescape_formula};

    #[test]
    fn what_looks_like_a_formula_is_disarmed() {
        assert_eq!(
            escape_formula("=HYPERLINK(\"http://x\")"),
            "'=HYPERLINK(\"http://x\")"
        );
        assert_eq!(escape_formula("-1"), "'-1");
        assert_eq!(escape_formula("Anna"), "Anna");
        assert_eq!(escape_formula("'s Gravenhage"), "'s Gravenhage");
    }

    proptest! {
        #[test]
        fn every_cell_comes_back(cell in "'{0,3}[-=+@a ]{0,3}.{0,10}") {
            let escaped = escape_formula(&cell);
            prop_assert_eq!(unescape_formula(&escaped), cell.as_str());
        }
    }
}
