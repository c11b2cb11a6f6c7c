//! Why there is no plan, and how rules that contradict one another are told: alike by both solvers.

use thiserror::Error;

/// A longer list of rules that may or may not be to blame helps nobody.
const MAX_LINES: usize = 100;

/// Why there is no plan. What a contradiction is, each solver says itself.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SolveError<C> {
    /// The rules cannot hold together: that is proved.
    #[error(transparent)]
    Contradiction(#[from] C),
    /// They cannot, but the search was ended before it knew which of them are to blame.
    #[error(
        "the rules contradict one another, but which of them are to blame was not found out within the time limit{}",
        to_blame(.among)
    )]
    Unexplained {
        /// Lines of rules that cannot hold together, as far as they were narrowed down: some may have no part in it.
        among: Vec<String>,
    },
    /// Neither a plan nor a proof that there is none was found.
    #[error(
        "no plan was found within the time limit; the rules are hard to keep together, and whether they contradict one another is not known"
    )]
    Undecided,
}

/// The end of a sentence: among which rules those to blame are.
fn to_blame(lines: &[String]) -> String {
    if lines.len() > MAX_LINES {
        format!("; they are among {} rules", lines.len())
    } else {
        format!("; they are among these:\n{}", lines.join("\n"))
    }
}

/// An id that keeps to its line, whatever characters it has.
pub fn quote_id(id: &str) -> String {
    if id
        .chars()
        .all(|letter| !letter.is_control() && !letter.is_whitespace())
        && !id.is_empty()
    {
        return id.to_owned();
    }
    format!("{id:?}")
}
