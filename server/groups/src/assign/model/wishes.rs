//! Wishes and permissions as the model holds them.

use std::collections::{BTreeSet, HashSet};

use super::super::problem::Problem;
use super::super::rule::Rule;
use super::Attendee;
use super::build::DrawnOrder;

/// The people with their ranks and what they may attend.
pub(super) struct Wishes {
    pub people: Vec<Attendee>,
    pub rank: Vec<u16>,
    pub forbidden: Vec<bool>,
    pub also_accepted: HashSet<(usize, usize)>,
    pub ranks: usize,
    pub grantable: Vec<i64>,
}

impl Wishes {
    pub fn new(problem: &Problem, without: &BTreeSet<Rule>, draw: &DrawnOrder) -> Self {
        let workshops = draw.workshops.len();
        let mut found = Self {
            forbidden: Vec::new(),
            also_accepted: HashSet::new(),
            people: Vec::with_capacity(draw.people.len()),
            rank: vec![0; draw.people.len() * workshops],
            ranks: 1,
            grantable: vec![0; 2],
        };
        for (p, &index) in draw.people.iter().enumerate() {
            let person = &problem.people[index];
            let mut wishes = false;
            let (mut tied, mut last) = (0, 0);
            let is_restricted = person.workshops.is_some();
            let is_left_out = is_restricted && without.contains(&Rule::PersonWorkshops(index));
            if is_left_out && effective_wishes(problem, index, true).next().is_none() {
                let allowed = person.workshops.iter().flatten();
                (found.also_accepted)
                    .extend(allowed.map(|&workshop| (p, draw.workshop_at[workshop])));
            }
            if is_restricted && !is_left_out {
                found.forbid(problem, draw, p);
            }
            for (workshop, position) in effective_wishes(problem, index, !is_left_out) {
                found.rank[p * workshops + draw.workshop_at[workshop]] =
                    u16::try_from(position).unwrap_or(u16::MAX);
                found.ranks = found.ranks.max(position);
                found.grantable.resize(found.ranks + 1, 0);
                tied = if position == last { tied + 1 } else { 1 };
                last = position;
                found.grantable[position] += i64::from(tied <= person.slots.len());
                wishes = true;
            }
            let mut slots: Vec<usize> = person
                .slots
                .iter()
                .map(|&slot| draw.slot_at[slot])
                .collect();
            slots.sort_unstable();
            found.people.push(Attendee {
                index,
                slots,
                organisation: person.organisation,
                has_wishes: wishes,
            });
        }
        found
    }

    /// Forbids the workshops that the person may not attend.
    fn forbid(&mut self, problem: &Problem, draw: &DrawnOrder, person: usize) {
        let workshops = draw.workshops.len();
        self.forbidden.resize(draw.people.len() * workshops, false);
        for (w, &workshop) in draw.workshops.iter().enumerate() {
            self.forbidden[person * workshops + w] =
                !problem.is_allowed(draw.people[person], workshop);
        }
    }
}

/// The wishes that the person can attend, as `(workshop, rank)`. A rank is the position among all wishes of
/// the person, also those that cannot be attended. `only_allowed` tells whether `people[].workshops` holds.
fn effective_wishes(
    problem: &Problem,
    index: usize,
    only_allowed: bool,
) -> impl Iterator<Item = (usize, usize)> {
    let person = &problem.people[index];
    let positions = person.wishes.iter().zip(1..);
    positions
        .flat_map(|(tie, rank)| tie.iter().map(move |&workshop| (workshop, rank)))
        .filter(move |&(workshop, _)| {
            let mut slots = problem.workshops[workshop].slots.iter();
            slots.any(|slot| person.slots.binary_search(slot).is_ok())
                && (!only_allowed || problem.is_allowed(index, workshop))
        })
}
