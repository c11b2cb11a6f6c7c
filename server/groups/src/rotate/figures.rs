//! Figures of a plan for people: what each of them gets, who meets again, and who meets whom.

use super::bounds::most_people_met;
use super::plan::Seating;
use super::problem::{Index, Problem};
use super::rules::ABSENT;

/// Figures of one person.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PersonFigures {
    /// Rounds in which the person is present.
    pub rounds_present: usize,
    /// Rounds in which the person has a seat.
    pub rounds_seated: usize,
    /// Different topics seen. For hosts, too.
    pub topics: usize,
    /// Most topics that the rounds present allow: one each.
    pub most_topics: usize,
    /// Different people of other organisations met.
    pub people_met: usize,
    /// Upper bound of [`Self::people_met`] over all plans that keep the rules.
    pub most_people_met: usize,
    /// Different people of the own organisation met.
    pub colleagues_met: usize,
}

/// A pair that shares a table in several rounds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repeat {
    pub one: Index,
    /// Comes after `one` in the list of people.
    pub other: Index,
    /// The rounds, ascending, at least two.
    pub rounds: Vec<Index>,
}

/// Figures of a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Figures {
    pub people: Vec<PersonFigures>,
    /// Pairs that meet again, the most frequent first, then in the order of people.
    pub repeats: Vec<Repeat>,
}

impl Figures {
    /// Counts a plan, in time people² + seats × table size. Open seats count for nobody.
    pub fn new(problem: &Problem, seating: &Seating) -> Self {
        let times = times_together(problem, seating);
        let mut people = own_figures(problem, seating);
        let mut repeats = Vec::new();
        for ((one, other), &times) in pairs(problem.people.len()).zip(&times) {
            if times == 0 {
                continue;
            }
            let is_colleague =
                problem.people[one].organisation == problem.people[other].organisation;
            for person in [one, other] {
                people[person].people_met += usize::from(!is_colleague);
                people[person].colleagues_met += usize::from(is_colleague);
            }
            if times > 1 {
                repeats.push(Repeat {
                    one,
                    other,
                    rounds: rounds_together(seating, one, other),
                });
            }
        }
        // The sort is stable.
        repeats.sort_by_key(|repeat| std::cmp::Reverse(repeat.rounds.len()));
        Self { people, repeats }
    }
}

/// For each pair of organisations the pairs of their people who share a table at least once. The diagonal counts
/// colleagues.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OrganisationMatrix {
    organisations: usize,
    counts: Vec<u32>,
}

impl OrganisationMatrix {
    /// Counts a plan, in time people² + organisations² + seats × table size.
    pub fn new(problem: &Problem, seating: &Seating) -> Self {
        let organisations = problem.organisations;
        let mut counts = vec![0; organisations * organisations];
        let times = times_together(problem, seating);
        let met = pairs(problem.people.len()).zip(&times);
        for ((one, other), _) in met.filter(|&(_, &times)| times > 0) {
            let one = problem.people[one].organisation;
            let other = problem.people[other].organisation;
            counts[one * organisations + other] += 1;
            if one != other {
                counts[other * organisations + one] += 1;
            }
        }
        Self {
            organisations,
            counts,
        }
    }

    /// Pairs of people of the two organisations who share a table at least once.
    pub fn pairs_met(&self, one: Index, other: Index) -> u32 {
        self.counts[one * self.organisations + other]
    }

    /// Number of organisations.
    pub const fn len(&self) -> usize {
        self.organisations
    }

    /// Whether there are no organisations.
    pub const fn is_empty(&self) -> bool {
        self.organisations == 0
    }
}

/// The pairs of so many people, each once.
fn pairs(people: usize) -> impl Iterator<Item = (Index, Index)> {
    (0..people).flat_map(move |one| (one + 1..people).map(move |other| (one, other)))
}

/// The number of rounds in which each pair shares a table, in the order of [`pairs`].
fn times_together(problem: &Problem, seating: &Seating) -> Vec<u8> {
    let people = problem.people.len();
    let first_pair = |one: Index| one * people - one * (one + 1) / 2;
    let mut times = vec![0_u8; people * people.saturating_sub(1) / 2];
    for seats in &seating.rounds {
        let mut tables: Vec<Vec<Index>> = vec![Vec::new(); problem.tables.len()];
        let seated = seats.iter().enumerate();
        for (person, &table) in seated.filter(|&(_, &table)| table != ABSENT) {
            tables[usize::from(table)].push(person);
        }
        for table in &tables {
            for (position, &one) in table.iter().enumerate() {
                for &other in &table[position + 1..] {
                    times[first_pair(one) + other - one - 1] += 1;
                }
            }
        }
    }
    times
}

fn rounds_together(seating: &Seating, one: Index, other: Index) -> Vec<Index> {
    let rounds = seating.rounds.iter().enumerate();
    rounds
        .filter(|(_, seats)| seats[one] != ABSENT && seats[one] == seats[other])
        .map(|(round, _)| round)
        .collect()
}

/// The figures that need no pairs.
fn own_figures(problem: &Problem, seating: &Seating) -> Vec<PersonFigures> {
    let most_people_met = most_people_met(problem);
    let mut seen_by = vec![usize::MAX; problem.topics];
    let figures = |(person, most_people_met): (Index, usize)| {
        let present = (problem.people[person].present.iter()).filter(|&&present| present);
        let rounds_present = present.count();
        let mut figures = PersonFigures {
            rounds_present,
            most_topics: rounds_present.min(problem.topics),
            most_people_met,
            ..PersonFigures::default()
        };
        for seats in &seating.rounds {
            if let Some(table) = problem.tables.get(usize::from(seats[person])) {
                figures.rounds_seated += 1;
                let is_first = std::mem::replace(&mut seen_by[table.topic], person) != person;
                figures.topics += usize::from(is_first);
            }
        }
        figures
    };
    most_people_met
        .into_iter()
        .enumerate()
        .map(figures)
        .collect()
}
