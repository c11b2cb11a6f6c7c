//! Why there is no plan, in terms of the set-up, of locks and of who is there.

use groups::rotate::{Contradiction, Rule, SolveError};
use serde::{Deserialize, Serialize};

use super::{CafeProblem, RuleSource};

/// Why no plan was found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SolveFailure {
    /// These cannot all be kept. Without any one of them the others can; people who are not there count as one.
    Contradiction(Vec<RuleSource>),
    /// The rules contradict one another. Which of them was not found out in time.
    Unexplained,
    /// Neither a plan nor a contradiction was found in time.
    Undecided,
}

impl SolveFailure {
    /// Whether only the set-up is to blame, so that its page says the same. It knows no locks and no absences.
    pub fn is_of_set_up(&self) -> bool {
        let Self::Contradiction(sources) = self else {
            return false;
        };
        let mut sources = sources.iter();
        !sources.any(|source| matches!(source, RuleSource::Lock(_) | RuleSource::Absent(_)))
    }
}

/// Why no plan was found, in terms of the set-up.
pub(super) fn failure_of(problem: &CafeProblem, error: &SolveError) -> SolveFailure {
    match error {
        SolveError::Contradiction(found) => {
            let mut sources = problem.sources(&found.rules);
            sources.extend(absences(problem, found));
            SolveFailure::Contradiction(sources)
        }
        SolveError::Unexplained { .. } => SolveFailure::Unexplained,
        SolveError::Undecided => SolveFailure::Undecided,
    }
}

/// The people whose absence leaves tables with too few, where enough are registered for all of them.
fn absences(problem: &CafeProblem, found: &Contradiction) -> Vec<RuleSource> {
    let cafe = &problem.problem;
    let needed: usize = cafe.tables.iter().filter_map(|table| table.min).sum();
    let is_about_too_few = found.rules.iter().any(|rule| matches!(rule, Rule::Min(_)));
    if !is_about_too_few || cafe.people.len() < needed {
        return Vec::new();
    }
    let absent = (0..cafe.people.len()).filter(|person| !cafe.is_present(*person, found.round));
    absent
        .map(|person| RuleSource::Absent(problem.people[person]))
        .collect()
}
