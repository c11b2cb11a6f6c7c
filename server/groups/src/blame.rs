//! Rules that contradict one another, where it is not known which of them are to blame: both solvers say it alike.

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
