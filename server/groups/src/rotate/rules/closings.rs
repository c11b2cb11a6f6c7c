//! Tables that are left alone in a round.

use std::collections::HashSet;

use super::super::problem::{Index, Problem};

/// The closed tables of a round.
///
/// Who is exempt, and which limits do not apply, is the same for every subset of the rules. A subset therefore never
/// forbids what all rules allow.
#[derive(Debug)]
pub struct Closings {
    /// For each closed table the number of people present whose seats are fixed there.
    pub members: Vec<Option<usize>>,
    is_exempt: Vec<bool>,
}

impl Closings {
    pub fn new(problem: &Problem, round: Index) -> Self {
        let mut members = vec![None; problem.tables.len()];
        for closed in problem.closed.iter().filter(|closed| closed.round == round) {
            members[closed.table] = Some(0);
        }
        let mut is_exempt = vec![false; problem.people.len()];
        let mut counted = HashSet::new();
        for fixed in problem.fixed.iter().filter(|fixed| fixed.round == round) {
            if let Some(members) = &mut members[fixed.table]
                && problem.is_present(fixed.person, round)
                && counted.insert((fixed.table, fixed.person))
            {
                is_exempt[fixed.person] = true;
                *members += 1;
            }
        }
        Self { members, is_exempt }
    }

    /// Whether the table is closed.
    pub fn is_closed(&self, table: Index) -> bool {
        self.members[table].is_some()
    }

    /// Whether the person's seat is fixed at a closed table, so that no other rule applies.
    pub fn is_exempt(&self, person: Index) -> bool {
        self.is_exempt[person]
    }
}
