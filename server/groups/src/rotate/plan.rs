//! A plan and its quality, counted from scratch.

#![expect(
    clippy::cast_possible_truncation,
    reason = "people and tables are bounded far below u16::MAX by the problem"
)]

use super::bounds::Bounds;
use super::problem::{Goal, Problem};
use super::rules::ABSENT;

/// For each round the table of each person; [`ABSENT`] for people who are not present.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Seating {
    pub rounds: Vec<Vec<u16>>,
}

/// The counts of a seating, as the output shows them.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Quality {
    /// Fewest different topics that a person sees (hosts and people without a round aside).
    pub topics_min: usize,
    /// Different topics seen, summed over people (hosts aside).
    pub topics_sum: usize,
    /// Pairs of different organisations that share a table at least once.
    pub meetings: usize,
    /// Times together beyond the first, summed over all pairs.
    pub repeats: usize,
    /// Fewest people of other organisations that a person meets (people without a round aside).
    pub min_person: usize,
    /// Pairs of one organisation at one table, summed over rounds and tables.
    pub mix: usize,
    /// Weights of the pairs of past meetings that share a table, summed over rounds and tables.
    pub met: usize,
    /// People who sit elsewhere than in the previous plan, in a round where both plans seat them.
    pub changed_people: usize,
}

/// A quality in lexicographic order of the goals. Smaller is better.
pub type Objective = [i64; 9];

impl Quality {
    /// Counts a seating from scratch, in time people² + seats × table size.
    pub fn new(problem: &Problem, seating: &Seating) -> Self {
        let people = problem.people.len();
        let mut times = vec![0_u8; people * people];
        let mut seen = vec![false; people * problem.topics];
        let mut quality = Self::default();
        for seats in &seating.rounds {
            let mut tables: Vec<Vec<usize>> = vec![Vec::new(); problem.tables.len()];
            for (person, &table) in seats
                .iter()
                .enumerate()
                .filter(|&(_, &table)| table != ABSENT)
            {
                tables[usize::from(table)].push(person);
                seen[person * problem.topics + problem.tables[usize::from(table)].topic] = true;
            }
            for table in &tables {
                for (position, &one) in table.iter().enumerate() {
                    for &other in &table[position + 1..] {
                        // People at a table ascend.
                        times[one * people + other] += 1;
                    }
                }
            }
        }
        let mut met = vec![0_usize; people];
        for one in 0..people {
            for other in one + 1..people {
                let count = usize::from(times[one * people + other]);
                quality.repeats += count.saturating_sub(1);
                if problem.people[one].organisation == problem.people[other].organisation {
                    quality.mix += count;
                } else if count > 0 {
                    quality.meetings += 1;
                    met[one] += 1;
                    met[other] += 1;
                }
            }
        }
        for past in &problem.met {
            for (position, &one) in past.people.iter().enumerate() {
                for &other in &past.people[position + 1..] {
                    let pair = one.min(other) * people + one.max(other);
                    quality.met += usize::from(times[pair]) * past.weight;
                }
            }
        }
        let met = (0..people)
            .filter(|&person| problem.attends(person))
            .map(|person| met[person]);
        quality.min_person = met.min().unwrap_or(0);
        let hosts = problem.hosts();
        let count = |person: usize| {
            let row = &seen[person * problem.topics..(person + 1) * problem.topics];
            row.iter().filter(|&&seen| seen).count()
        };
        let topics: Vec<usize> = (0..people)
            .filter(|&person| !hosts[person] && problem.attends(person))
            .map(count)
            .collect();
        quality.topics_min = topics.iter().copied().min().unwrap_or(0);
        quality.topics_sum = topics.iter().sum();
        let moved = |person: usize| {
            (0..problem.rounds).any(|round| {
                let before = problem.previous_seat(round, person);
                before.is_some_and(|table| seating.rounds[round][person] != table as u16)
            })
        };
        quality.changed_people = (0..people).filter(|&person| moved(person)).count();
        quality
    }

    /// The objective of the problem: its goals in order. In a repair changed people come first, beyond those who
    /// may change seats freely.
    pub fn objective_of(&self, problem: &Problem) -> Objective {
        let mut objective = self.objective(&problem.order);
        let free = problem.free_changes;
        if free > 0 {
            let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
            objective[0] = number(self.changed_people.saturating_sub(free));
            objective[Objective::default().len() - 1] = number(self.changed_people);
        }
        objective
    }

    /// The objective under an order of goals. Changed people come first.
    pub fn objective(&self, order: &[Goal]) -> Objective {
        let number = |count: usize| i64::try_from(count).unwrap_or(i64::MAX);
        let mut objective = Objective::default();
        objective[0] = number(self.changed_people);
        let mut next = 1;
        let mut add = |part: i64| {
            if let Some(slot) = objective.get_mut(next) {
                *slot = part;
            }
            next += 1;
        };
        for goal in order {
            match goal {
                Goal::Topics => {
                    add(-number(self.topics_min));
                    add(-number(self.topics_sum));
                }
                Goal::Meetings => {
                    add(-number(self.meetings));
                    add(number(self.repeats));
                    add(-number(self.min_person));
                }
                Goal::Mix => add(number(self.mix)),
                Goal::Met => add(number(self.met)),
            }
        }
        objective
    }
}

/// A plan with its quality and bounds.
#[derive(Clone, Debug)]
pub struct Plan {
    pub seating: Seating,
    pub quality: Quality,
    pub bounds: Bounds,
    pub seed: u64,
    /// Proposals made. The same number as a limit reproduces the plan.
    pub iterations: u64,
    /// The methods that found the plan, in words.
    pub method: String,
}

impl Plan {
    /// The goals whose value equals a bound.
    pub fn proven(&self) -> Vec<Goal> {
        let (quality, bounds) = (&self.quality, &self.bounds);
        let mut proven = Vec::new();
        if (quality.topics_min, quality.topics_sum) == (bounds.topics_min, bounds.topics_sum) {
            proven.push(Goal::Topics);
        }
        if quality.meetings == bounds.meetings {
            proven.push(Goal::Meetings);
        }
        if quality.mix == bounds.mix {
            proven.push(Goal::Mix);
        }
        if let Some(bound) = bounds.met
            && quality.met == bound
        {
            proven.push(Goal::Met);
        }
        proven
    }

    /// Whether every goal of the order meets its bounds, but for the smallest count of people met, and for
    /// changes that are free.
    pub fn proves_all_values(problem: &Problem, quality: &Quality, bounds: &Bounds) -> bool {
        let free = problem.free_changes;
        let best = Quality {
            min_person: quality.min_person,
            changed_people: quality.changed_people.min(free),
            ..bounds.quality()
        };
        quality.objective_of(problem) <= best.objective_of(problem)
    }

    /// Whether every goal of the order meets its bounds, so that no plan is better.
    pub fn meets_all_bounds(problem: &Problem, quality: &Quality, bounds: &Bounds) -> bool {
        quality.objective_of(problem) <= bounds.quality().objective_of(problem)
    }
}
