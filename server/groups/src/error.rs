//! The errors of both solvers.

use thiserror::Error;

/// A longer list of candidates is replaced by its length.
const MAX_LINES: usize = 100;

/// Why a solver returns no plan. `C` is the contradiction of the solver.
#[derive(Clone, Debug, PartialEq, Eq, Error)]
pub enum SolveError<C> {
    /// Proved: the rules contradict one another.
    #[error(transparent)]
    Contradiction(#[from] C),
    /// The rules contradict one another, but the search ended before it found an irreducible subset.
    #[error(
        "the rules contradict one another, but which of them are to blame was not found out within the time limit{}",
        describe_candidates(.candidates)
    )]
    Unexplained {
        /// Lines of contradicting rules. Some of them may be superfluous.
        candidates: Vec<String>,
    },
    /// Neither a plan nor a proof of infeasibility was found.
    #[error(
        "no plan was found within the time limit; the rules are hard to keep together, and whether they contradict one another is not known"
    )]
    Undecided,
}

/// The end of the message: the rules that may be responsible.
fn describe_candidates(lines: &[String]) -> String {
    if lines.len() > MAX_LINES {
        format!("; they are among {} rules", lines.len())
    } else {
        format!("; they are among these:\n{}", lines.join("\n"))
    }
}

/// An id for a one-line message. Ids with white space or control characters are quoted and escaped.
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
