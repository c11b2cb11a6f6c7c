//! How rules that contradict one another are told: alike by both solvers.

/// A longer list of rules that may or may not be to blame helps nobody.
const MOST_LINES: usize = 100;

/// The end of a sentence: among which rules those to blame are.
pub fn to_blame(lines: &[String]) -> String {
    if lines.len() > MOST_LINES {
        format!("; they are among {} rules", lines.len())
    } else {
        format!("; they are among these:\n{}", lines.join("\n"))
    }
}

/// An id that keeps to its line, whatever characters it has.
pub fn quoted(id: &str) -> String {
    if id
        .chars()
        .all(|letter| !letter.is_control() && !letter.is_whitespace())
        && !id.is_empty()
    {
        return id.to_owned();
    }
    format!("{id:?}")
}
