//! Hard rules that contradict one another, and the search for an irreducible infeasible subset.
//!
//! A plan without seats breaks no rule unless a seat is fixed or an offer must take place, so every contradiction
//! contains such a rule. A
//! direct check finds two or three rules that meet at one person or in one offer. `QuickXplain` (Junker, AAAI
//! 2004) finds the others: it leaves out half of the rules at a time until none can be left out.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use super::branch_and_price::{FixedSeatsResult, seat_fixed_people};
use super::model::Model;
use super::problem::{Fill, Offer, Problem};
use super::rule::Rule;
use crate::SearchControl;
use crate::error;

/// An irreducible infeasible subset: the rules contradict one another, and any proper subset can hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Contradiction {
    /// The rules, ascending.
    pub rules: Vec<Rule>,
    /// One line per rule: its path in the input and its ids.
    pub lines: Vec<String>,
}

impl Contradiction {
    fn new(problem: &Problem, rules: impl IntoIterator<Item = Rule>) -> Self {
        let rules: BTreeSet<Rule> = rules.into_iter().collect();
        let lines = rules.iter().map(|rule| rule.describe(problem)).collect();
        Self {
            rules: rules.into_iter().collect(),
            lines,
        }
    }
}

impl fmt::Display for Contradiction {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.lines.join("\n"))
    }
}

impl std::error::Error for Contradiction {}

/// Why the solver returns no plan.
pub type SolveError = error::SolveError<Contradiction>;

/// Finds a contradiction of rules that meet at one person or in one offer.
pub(super) fn find_direct_contradiction(problem: &Problem) -> Option<Contradiction> {
    let found = invalid_fixed_seat(problem)
        .or_else(|| invalid_open_offer(problem))
        .or_else(|| conflicting_seats_of_person(problem))
        .or_else(|| overfull_offer(problem))
        .or_else(|| split_together_group(problem))?;
    Some(Contradiction::new(problem, found))
}

fn invalid_fixed_seat(problem: &Problem) -> Option<Vec<Rule>> {
    problem.fixed.iter().enumerate().find_map(|(i, seat)| {
        if !problem.is_offered(seat.workshop, seat.slot) {
            return Some(vec![Rule::Fixed(i), Rule::WorkshopSlots(seat.workshop)]);
        }
        if !problem.attends(seat.person, seat.slot) {
            return Some(vec![Rule::Fixed(i), Rule::PersonSlots(seat.person)]);
        }
        if !problem.is_allowed(seat.person, seat.workshop) {
            return Some(vec![Rule::Fixed(i), Rule::PersonWorkshops(seat.person)]);
        }
        let closed = closing_rule(problem, seat.workshop, seat.slot)?;
        Some(vec![Rule::Fixed(i), closed])
    })
}

fn invalid_open_offer(problem: &Problem) -> Option<Vec<Rule>> {
    (problem.open.iter().enumerate()).find_map(|(i, &Offer { workshop, slot })| {
        // Then the rule alone cannot hold.
        if !(0..problem.people.len()).any(|person| problem.attends(person, slot)) {
            return Some(vec![Rule::Open(i)]);
        }
        if !problem.is_offered(workshop, slot) {
            return Some(vec![Rule::Open(i), Rule::WorkshopSlots(workshop)]);
        }
        let closed = closing_rule(problem, workshop, slot)?;
        Some(vec![Rule::Open(i), closed])
    })
}

fn closing_rule(problem: &Problem, workshop: usize, slot: usize) -> Option<Rule> {
    let offer = Offer { workshop, slot };
    let position = problem.closed.iter().position(|&closed| closed == offer);
    position.map(Rule::Closed)
}

fn conflicting_seats_of_person(problem: &Problem) -> Option<Vec<Rule>> {
    let mut of_person: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    for (i, seat) in problem.fixed.iter().enumerate() {
        let before = of_person.entry(seat.person).or_default();
        for &j in before.iter() {
            let other = problem.fixed[j];
            if (seat.slot == other.slot) != (seat.workshop == other.workshop) {
                return Some(vec![Rule::Fixed(j), Rule::Fixed(i)]);
            }
            if let Some(clash_rule) = clash_rule(problem, seat.workshop, other.workshop) {
                return Some(vec![Rule::Fixed(j), Rule::Fixed(i), clash_rule]);
            }
        }
        // A duplicate of a fixed seat adds no rule.
        if !before.iter().any(|&j| problem.fixed[j] == *seat) {
            before.push(i);
        }
    }
    None
}

fn clash_rule(problem: &Problem, a: usize, b: usize) -> Option<Rule> {
    let named = |a: usize, b: usize| {
        problem.workshops[a]
            .clashes
            .iter()
            .position(|&other| other == b)
            .map(|j| Rule::Clash(a, j))
    };
    named(a, b).or_else(|| named(b, a))
}

fn overfull_offer(problem: &Problem) -> Option<Vec<Rule>> {
    // For each offer, the first rule that fixes each person there.
    let mut offers: BTreeMap<(usize, usize), BTreeMap<usize, usize>> = BTreeMap::new();
    for (i, seat) in problem.fixed.iter().enumerate() {
        offers
            .entry((seat.workshop, seat.slot))
            .or_default()
            .entry(seat.person)
            .or_insert(i);
    }
    for (&(workshop, _), inspection) in &offers {
        let limits = &problem.workshops[workshop];
        let too_many = |rules: Vec<usize>, limit: u32, rule: Rule| {
            (rules.len() > limit as usize).then(|| {
                let first = rules.into_iter().take(limit as usize + 1).map(Rule::Fixed);
                first.chain(std::iter::once(rule)).collect::<Vec<_>>()
            })
        };
        let found = too_many(
            inspection.values().copied().collect(),
            limits.max,
            Rule::Max(workshop),
        );
        if found.is_some() {
            return found;
        }
        let mut colleagues: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
        for (&person, &i) in inspection {
            if let Some(organisation) = problem.people[person].organisation {
                colleagues.entry(organisation).or_default().push(i);
            }
        }
        for rules in colleagues.into_values() {
            let found = too_many(
                rules,
                limits.organisation_max,
                Rule::OrganisationMax(workshop),
            );
            if found.is_some() {
                return found;
            }
        }
        for (g, group) in problem.apart.iter().enumerate() {
            let in_offer: Vec<Rule> = group
                .iter()
                .filter_map(|person| inspection.get(person).map(|&i| Rule::Fixed(i)))
                .collect();
            if let [first, second, ..] = in_offer[..] {
                return Some(vec![first, second, Rule::Apart(g)]);
            }
        }
    }
    None
}

fn split_together_group(problem: &Problem) -> Option<Vec<Rule>> {
    let seats: BTreeMap<(usize, usize), (usize, usize)> = problem
        .fixed
        .iter()
        .enumerate()
        .map(|(i, seat)| ((seat.person, seat.slot), (i, seat.workshop)))
        .collect();
    for (g, group) in problem.together.iter().enumerate() {
        for slot in 0..problem.slots.len() {
            if !group.iter().all(|&person| problem.attends(person, slot)) {
                continue;
            }
            let mut in_offer = group
                .iter()
                .filter_map(|&person| seats.get(&(person, slot)));
            if let Some(&(first, workshop)) = in_offer.next()
                && let Some(&(second, _)) = in_offer.find(|&&(_, other)| other != workshop)
            {
                return Some(vec![
                    Rule::Fixed(first),
                    Rule::Fixed(second),
                    Rule::Together(g),
                ]);
            }
        }
    }
    None
}

/// Finds an irreducible subset of the rules that is proved infeasible.
pub(super) fn explain_infeasibility(problem: &Problem, control: &dyn SearchControl) -> SolveError {
    let all = removable_rules(problem);
    let mut search = QuickXplain {
        problem,
        all: all.iter().copied().collect(),
        control,
        is_conclusive: true,
    };
    let found = Contradiction::new(
        problem,
        search.minimal_subset(&BTreeSet::new(), false, &all),
    );
    if search.is_conclusive {
        SolveError::Contradiction(found)
    } else {
        SolveError::Unexplained { candidates: found }
    }
}

/// All rules that can be left out. Those that are most often part of a contradiction come last.
fn removable_rules(problem: &Problem) -> Vec<Rule> {
    let mut rules = Vec::new();
    if problem.fill == Fill::WishesOnly {
        rules.push(Rule::Fill);
    }
    let people = problem.people.iter().enumerate();
    let restricted = people.filter(|(_, person)| person.workshops.is_some());
    rules.extend(restricted.map(|(i, _)| Rule::PersonWorkshops(i)));
    for (i, workshop) in problem.workshops.iter().enumerate() {
        if workshop.max < u32::MAX {
            rules.push(Rule::Max(i));
        }
        if workshop.organisation_max < u32::MAX {
            rules.push(Rule::OrganisationMax(i));
        }
        rules.extend((0..workshop.clashes.len()).map(|j| Rule::Clash(i, j)));
        if workshop.min > 0 {
            rules.push(Rule::Min(i));
        }
    }
    rules.extend((0..problem.apart.len()).map(Rule::Apart));
    rules.extend((0..problem.together.len()).map(Rule::Together));
    rules.extend((0..problem.closed.len()).map(Rule::Closed));
    rules.extend((0..problem.open.len()).map(Rule::Open));
    rules.extend((0..problem.fixed.len()).map(Rule::Fixed));
    rules
}

struct QuickXplain<'a> {
    problem: &'a Problem,
    all: BTreeSet<Rule>,
    control: &'a dyn SearchControl,
    /// Whether every test was decided. If one was not, the result may contain a superfluous rule.
    is_conclusive: bool,
}

impl QuickXplain<'_> {
    /// The rules among `candidates` that are needed to contradict `background`.
    fn minimal_subset(
        &mut self,
        background: &BTreeSet<Rule>,
        changed: bool,
        candidates: &[Rule],
    ) -> Vec<Rule> {
        if changed && self.is_infeasible(background) {
            return Vec::new();
        }
        if let [only] = candidates {
            return vec![*only];
        }
        let (first, second) = candidates.split_at(candidates.len() / 2);
        let with = |background: &BTreeSet<Rule>, more: &[Rule]| {
            background
                .iter()
                .chain(more)
                .copied()
                .collect::<BTreeSet<_>>()
        };
        let in_second = self.minimal_subset(&with(background, first), !first.is_empty(), second);
        let in_first =
            self.minimal_subset(&with(background, &in_second), !in_second.is_empty(), first);
        [in_first, in_second].concat()
    }

    fn is_infeasible(&mut self, background: &BTreeSet<Rule>) -> bool {
        let needs_seats = |rule: &Rule| matches!(rule, Rule::Fixed(_) | Rule::Open(_));
        if !background.iter().any(needs_seats) {
            return false;
        }
        let without: BTreeSet<Rule> = self.all.difference(background).copied().collect();
        let model = Model::for_fixed_seats(self.problem, &without);
        let background = seat_fixed_people(&model, self.control);
        self.is_conclusive &= !matches!(background, FixedSeatsResult::Unknown);
        matches!(background, FixedSeatsResult::Infeasible)
    }
}
