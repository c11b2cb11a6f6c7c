//! What a plan is measured by: integer goals, each held before the next, all to be made small.
//!
//! Leximin over people is a sequence of such goals (fewest on the worst standing, then on the next
//! worst, …), as are rank-maximal and generous assignments (Irving, Kavitha, Mehlhorn, Michail, Paluch:
//! *Rank-maximal matchings*, 2006; Huang, Kavitha, Mehlhorn, Michail: *Fair matchings*, 2016).

use std::collections::HashMap;
use std::fmt;

use super::model::{Model, NONE, Seats};
use super::problem::Fairness;

/// One goal. Its value is a sum over seats, people or pairs; smaller is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Goal {
    /// Fixed seats not held: 0, or the rules contradict one another.
    Missing,
    /// Person-slots without a seat.
    Empty,
    /// The same among people with wishes: those without go without first.
    EmptyWishes,
    /// People with wishes whose best seat is on this level.
    Standing(usize),
    /// Person-slots of people with wishes on this level.
    Level(usize),
    /// The number of seats of this rank, negated: as many as possible.
    Granted(usize),
    /// Pairs of one organisation in one offer.
    Spread,
    /// Seats of the previous plan that are not kept.
    Changed,
}

/// What a person who watches reads.
impl fmt::Display for Goal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Goal::Missing => f.write_str("fixed seats missing"),
            Goal::Empty => f.write_str("seats empty"),
            Goal::EmptyWishes => f.write_str("seats empty of people with wishes"),
            Goal::Standing(level) => write!(f, "people with best wish on level {level}"),
            Goal::Level(level) => write!(f, "seats on level {level}"),
            Goal::Granted(rank) => write!(f, "seats of rank {rank}, negated"),
            Goal::Spread => f.write_str("pairs of one organisation"),
            Goal::Changed => f.write_str("seats changed"),
        }
    }
}

/// The goals of a model in their order.
pub(super) fn goals(model: &Model) -> Vec<Goal> {
    let mut goals = Vec::new();
    if model.has_fixed {
        goals.push(Goal::Missing);
    }
    goals.push(Goal::Empty);
    let with_wishes = model.people.iter().filter(|person| person.wishes).count();
    if with_wishes > 0 && with_wishes < model.people.len() {
        goals.push(Goal::EmptyWishes);
    }
    let worst_first = (2..=model.unwished()).rev();
    match model.fairness {
        _ if with_wishes == 0 => {}
        Fairness::Leximin => {
            goals.extend((2..=model.no_seat()).rev().map(Goal::Standing));
            // With one slot a person has one seat, and nothing is left to compare.
            if model.slots() > 1 {
                goals.extend(worst_first.map(Goal::Level));
            }
        }
        Fairness::RankMaximal => goals.extend((1..=model.ranks).map(Goal::Granted)),
        Fairness::Generous => goals.extend(worst_first.map(Goal::Level)),
    }
    if model.organisation_size.iter().any(|&size| size > 1) {
        goals.push(Goal::Spread);
    }
    if model.has_previous {
        goals.push(Goal::Changed);
    }
    goals
}

impl Goal {
    /// Whether the goal belongs to the fairness or to the seats filled, so that its proof is asked for.
    pub fn is_level(self) -> bool {
        !matches!(self, Goal::Spread | Goal::Changed)
    }

    /// What one person-slot adds. Standing and spread are counted elsewhere.
    pub fn of_seat(self, model: &Model, person: usize, slot: usize, offer: usize) -> i64 {
        match self {
            Goal::Missing => i64::from(
                model
                    .fixed(person, slot)
                    .is_some_and(|fixed| fixed != offer),
            ),
            Goal::Changed => i64::from(model.differs(person, slot, offer)),
            _ => self.of_level(
                model,
                model.people[person].wishes,
                model.level(person, offer),
            ),
        }
    }

    /// The part of [`Self::of_seat`] that depends on the level of the seat alone.
    pub fn of_level(self, model: &Model, wishes: bool, level: usize) -> i64 {
        match self {
            Goal::Empty => i64::from(level == model.no_seat()),
            Goal::EmptyWishes => i64::from(wishes && level == model.no_seat()),
            Goal::Level(counted) => i64::from(wishes && level == counted),
            Goal::Granted(rank) => -i64::from(level == rank),
            Goal::Missing | Goal::Standing(_) | Goal::Spread | Goal::Changed => 0,
        }
    }

    /// What a person adds whose best seat is on this level.
    pub fn of_standing(self, standing: usize) -> i64 {
        i64::from(self == Goal::Standing(standing))
    }

    /// The least the goal can be, whatever the plan.
    pub fn floor(self, model: &Model) -> i64 {
        match self {
            Goal::Granted(rank) => -model.could_grant[rank],
            Goal::Empty => model
                .offers_in
                .iter()
                .enumerate()
                .map(|(slot, offers)| {
                    let attend = model
                        .people
                        .iter()
                        .filter(|person| person.slots.contains(&slot))
                        .count();
                    let room: i64 = offers
                        .iter()
                        .map(|&offer| i64::from(model.offers[offer].max))
                        .sum();
                    (i64::try_from(attend).unwrap_or(i64::MAX) - room).max(0)
                })
                .sum(),
            _ => 0,
        }
    }

    /// The goal's value for a whole plan.
    pub fn value(self, model: &Model, seats: &Seats) -> i64 {
        values(model, &[self], seats)[0]
    }
}

/// The best level among the seats of a person.
pub(super) fn standing(model: &Model, person: usize, seats: &Seats) -> usize {
    let levels = model.people[person]
        .slots
        .iter()
        .map(|&slot| model.level(person, seats[model.at(person, slot)]));
    levels.min().unwrap_or(model.no_seat())
}

/// The values of all goals, comparable as they are: the smaller list is the better plan.
pub(super) fn values(model: &Model, goals: &[Goal], seats: &Seats) -> Vec<i64> {
    let tally = Tally::new(model, goals, seats);
    goals.iter().map(|&goal| tally.value(model, goal)).collect()
}

/// What a plan has of everything, counted in one go.
struct Tally {
    /// Person-slots by level, of people without wishes and with.
    levels: [Vec<i64>; 2],
    standings: Vec<i64>,
    changed: i64,
    missing: i64,
    pairs: i64,
}

impl Tally {
    fn new(model: &Model, goals: &[Goal], seats: &Seats) -> Self {
        let none = vec![0; model.no_seat() + 1];
        let mut tally = Self {
            levels: [none.clone(), none.clone()],
            standings: none,
            changed: 0,
            missing: 0,
            pairs: 0,
        };
        for (person, attendee) in model.people.iter().enumerate() {
            let mut best = model.no_seat();
            for &slot in &attendee.slots {
                let offer = seats[model.at(person, slot)];
                let level = model.level(person, offer);
                best = best.min(level);
                tally.levels[usize::from(attendee.wishes)][level] += 1;
                if model.has_previous {
                    tally.changed += i64::from(model.differs(person, slot, offer));
                }
                if model.has_fixed {
                    tally.missing += Goal::Missing.of_seat(model, person, slot, offer);
                }
            }
            if attendee.wishes {
                tally.standings[best] += 1;
            }
        }
        if goals.contains(&Goal::Spread) {
            tally.pairs = pairs(model, seats);
        }
        tally
    }

    fn value(&self, model: &Model, goal: Goal) -> i64 {
        match goal {
            Goal::Missing => self.missing,
            Goal::Changed => self.changed,
            Goal::Spread => self.pairs,
            Goal::Standing(level) => self.standings[level],
            Goal::Empty => self.levels[0][model.no_seat()] + self.levels[1][model.no_seat()],
            Goal::EmptyWishes => self.levels[1][model.no_seat()],
            Goal::Level(level) => self.levels[1][level],
            Goal::Granted(rank) => -self.levels[1][rank],
        }
    }
}

/// Pairs of one organisation in one offer, over all offers.
pub(super) fn pairs(model: &Model, seats: &Seats) -> i64 {
    let mut sharing: HashMap<(usize, usize), i64> = HashMap::new();
    let mut pairs = 0;
    for (person, attendee) in model.people.iter().enumerate() {
        let Some(organisation) = attendee.organisation else {
            continue;
        };
        for &slot in &attendee.slots {
            let offer = seats[model.at(person, slot)];
            if offer != NONE {
                let before = sharing.entry((organisation, offer)).or_insert(0);
                pairs += *before;
                *before += 1;
            }
        }
    }
    pairs
}
