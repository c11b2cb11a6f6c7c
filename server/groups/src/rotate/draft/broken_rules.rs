//! The hard rules that a draft breaks.

use super::super::problem::{Index, Problem};
use super::super::rules::{Closings, Rule};
use super::Draft;

/// The rules by person and by round.
#[derive(Debug)]
pub struct RuleIndex {
    /// For each person the indices of the groups.
    together: Vec<Vec<Index>>,
    apart: Vec<Vec<Index>>,
    fixed: Vec<Vec<Index>>,
    hosted: Vec<Vec<Index>>,
    closings: Vec<Closings>,
}

impl RuleIndex {
    pub fn new(problem: &Problem) -> Self {
        let by_person = |groups: &[Vec<Index>]| {
            let mut found = vec![Vec::new(); problem.people.len()];
            for (index, group) in groups.iter().enumerate() {
                for &person in group {
                    found[person].push(index);
                }
            }
            found
        };
        let fixed: Vec<Vec<Index>> = (problem.fixed.iter())
            .map(|fixed| vec![fixed.person])
            .collect();
        let hosted: Vec<Vec<Index>> = (problem.tables.iter())
            .map(|table| table.host.into_iter().collect())
            .collect();
        Self {
            together: by_person(&problem.together),
            apart: by_person(&problem.apart),
            fixed: by_person(&fixed),
            hosted: by_person(&hosted),
            closings: (0..problem.rounds)
                .map(|round| Closings::new(problem, round))
                .collect(),
        }
    }
}

impl Draft<'_> {
    /// Rules that these people and tables break in the round, ascending.
    pub(super) fn broken(
        &self,
        round: Index,
        people: impl IntoIterator<Item = Index>,
        tables: impl IntoIterator<Item = Index>,
    ) -> Vec<Rule> {
        if self.state.layout.is_frozen[round] {
            return Vec::new();
        }
        let closings = &self.rules.closings[round];
        let mut broken = Vec::new();
        let mut concerns_balance = false;
        for table in tables {
            if closings.is_closed(table) {
                continue;
            }
            let size = self.size(round, table);
            let row = &self.problem.tables[table];
            broken.extend(row.min.filter(|&min| size < min).map(|_| Rule::Min(table)));
            broken.extend(row.max.filter(|&max| size > max).map(|_| Rule::Max(table)));
            concerns_balance |= row.is_balanced();
        }
        if concerns_balance && !self.is_balanced(round) {
            broken.push(Rule::Balance);
        }
        for person in people {
            self.add_broken_by(round, person, &mut broken);
        }
        broken.sort_unstable();
        broken.dedup();
        broken
    }

    fn size(&self, round: Index, table: Index) -> usize {
        self.state.people_by_table[round * self.state.layout.tables + table].len()
    }

    fn is_balanced(&self, round: Index) -> bool {
        let sizes = &self.state.layout.sizes[round];
        let balanced = (0..sizes.len()).filter(|&table| sizes[table].balanced);
        let sizes: Vec<usize> = balanced.map(|table| self.size(round, table)).collect();
        sizes.iter().max().copied().unwrap_or(0) - sizes.iter().min().copied().unwrap_or(0) <= 1
    }

    /// Adds the rules that the person breaks.
    fn add_broken_by(&self, round: Index, person: Index, broken: &mut Vec<Rule>) {
        let Some(table) = self.seat(round, person) else {
            return;
        };
        let (problem, rules) = (self.problem, &self.rules);
        let closings = &rules.closings[round];
        for &index in &rules.fixed[person] {
            let fixed = problem.fixed[index];
            if fixed.round == round && fixed.table != table {
                broken.push(Rule::Fixed(index));
            }
        }
        if closings.is_exempt(person) {
            return;
        }
        let mut closed = problem.closed.iter();
        broken.extend(
            closed
                .position(|closed| (closed.round, closed.table) == (round, table))
                .map(Rule::Closed),
        );
        let allowed = problem.people[person].tables.as_ref();
        if allowed.is_some_and(|allowed| !allowed.contains(&table)) {
            broken.push(Rule::Tables(person));
        }
        for &hosted in &rules.hosted[person] {
            if hosted != table && !closings.is_closed(hosted) {
                broken.push(Rule::Host(hosted));
            }
        }
        let has_other = |group: &[Index], is_at_table: bool| {
            group.iter().any(|&other| {
                other != person
                    && !closings.is_exempt(other)
                    && self
                        .seat(round, other)
                        .is_some_and(|seat| (seat == table) == is_at_table)
            })
        };
        let groups = |indices: &[Index], all: &[Vec<Index>], is_at_table: bool| -> Vec<Index> {
            (indices.iter().copied())
                .filter(|&index| has_other(&all[index], is_at_table))
                .collect()
        };
        let separated = groups(&rules.together[person], &problem.together, false);
        let joined = groups(&rules.apart[person], &problem.apart, true);
        broken.extend(separated.into_iter().map(Rule::Together));
        broken.extend(joined.into_iter().map(Rule::Apart));
    }
}
