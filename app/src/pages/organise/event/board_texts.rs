//! The texts that the islands of boards read, one in a line.

/// Stands in for a number in a text of several. No text contains it.
const SEVERAL: i64 = 77;

/// A text of one, and one of several.
pub(super) fn counted(text: impl Fn(i64) -> String) -> [String; 2] {
    let several = text(SEVERAL).replace(&SEVERAL.to_string(), "{n}");
    [text(1), several]
}
