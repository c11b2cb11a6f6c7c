//! The errors of both solvers.

use std::{error::Error, fmt::Display};

/// A longer list of candidates is replaced by its length.
const MAX_LINES: usize = 100;

/// Why a solver returns no plan. `C` is the contradiction of the solver.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SolveError<C: Error + 'static> {
    /// Proved: the rules contradict one another.
    #[error(transparent)]
    Contradiction(#[from] C),
    /// The rules contradict one another, but the search ended before it found an irreducible subset.
    #[error(
        "the rules contradict one another, but which of them are to blame was not found out within the time limit{}",
        describe_candidates(.candidates)
    )]
    Unexplained {
        /// Contradicting rules. Some of them may be superfluous.
        candidates: C,
    },
    /// Neither a plan nor a proof of infeasibility was found.
    #[error(
        "no plan was found within the time limit; the rules are hard to keep together, and whether they contradict one another is not known"
    )]
    Undecided,
}

/// The end of the message: the rules that may be responsible.
fn describe_candidates(candidates: &impl Display) -> String {
    let candidates = candidates.to_string();
    let rules = candidates.lines().count();
    if rules > MAX_LINES {
        format!("; they are among {rules} rules")
    } else {
        format!("; they are among these:\n{candidates}")
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
