//! The objective: integer goals to minimise, in lexicographic order.
//!
//! Leximin over people is such a sequence (fewest people on the worst level, then on the next, …).
//! Rank-maximal and generous assignments are others (Irving, Kavitha, Mehlhorn, Michail, Paluch:
//! *Rank-maximal matchings*, 2006; Huang, Kavitha, Mehlhorn, Michail: *Fair matchings and related problems*,
//! 2016).

use std::collections::HashMap;
use std::fmt;

use serde::{Serialize, Serializer};

use super::model::{Model, NO_OFFER, Seats};
use super::problem::{Fairness, Stability};

/// A goal. Its value is a sum over seats, people or pairs. Smaller is better.
///
/// The level of a seat is its rank, 1 to K. Level K + 1 is a seat without a wish for it, K + 2 is no seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Goal {
    /// Fixed seats that are not kept, and people whom open offers lack to their minimum. A plan has none;
    /// otherwise the rules contradict one another.
    MissingRequired,
    /// Pairs of person and slot without a seat.
    EmptySeats,
    /// The same, counted for people with wishes only: people without wishes go without first.
    EmptySeatsWithWishes,
    /// People with wishes whose best seat is on this level.
    BestLevel(usize),
    /// Seats of people with wishes on this level.
    SeatsOnLevel(usize),
    /// Negated number of seats of this rank.
    SeatsOfRank(usize),
    /// Pairs of one organisation in one offer.
    Spread,
    /// Seats of the previous plan that are not kept: the person still attends the slot, but sits elsewhere or
    /// nowhere. A person whom the previous plan does not seat there changes nothing.
    Changed,
}

/// Text for progress reports and the output.
impl fmt::Display for Goal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Goal::MissingRequired => f.write_str("required seats missing"),
            Goal::EmptySeats => f.write_str("seats empty"),
            Goal::EmptySeatsWithWishes => f.write_str("seats empty of people with wishes"),
            Goal::BestLevel(level) => write!(f, "people with best wish on level {level}"),
            Goal::SeatsOnLevel(level) => write!(f, "seats on level {level}"),
            Goal::SeatsOfRank(rank) => write!(f, "seats of rank {rank}, negated"),
            Goal::Spread => f.write_str("pairs of one organisation"),
            Goal::Changed => f.write_str("seats changed"),
        }
    }
}

impl Serialize for Goal {
    /// As text.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

/// The goals in lexicographic order.
pub(super) fn ordered_goals(model: &Model) -> Vec<Goal> {
    let mut goals = Vec::new();
    if model.has_required {
        goals.push(Goal::MissingRequired);
    }
    goals.push(Goal::EmptySeats);
    let with_wishes = model
        .people
        .iter()
        .filter(|person| person.has_wishes)
        .count();
    if with_wishes > 0 && with_wishes < model.people.len() {
        goals.push(Goal::EmptySeatsWithWishes);
    }
    if model.has_previous && model.stability == Stability::First {
        goals.push(Goal::Changed);
    }
    let worst_first = (2..=model.unwished()).rev();
    match model.fairness {
        _ if with_wishes == 0 => {}
        Fairness::Leximin => {
            goals.extend((2..=model.no_seat()).rev().map(Goal::BestLevel));
            // With one slot a person has one seat, so the levels of seats repeat the best levels.
            if model.slots() > 1 {
                goals.extend(worst_first.map(Goal::SeatsOnLevel));
            }
        }
        Fairness::RankMaximal => goals.extend((1..=model.ranks).map(Goal::SeatsOfRank)),
        Fairness::Generous => goals.extend(worst_first.map(Goal::SeatsOnLevel)),
    }
    if model.organisation_size.iter().any(|&size| size > 1) {
        goals.push(Goal::Spread);
    }
    if model.has_previous && model.stability == Stability::Last {
        goals.push(Goal::Changed);
    }
    goals
}

impl Goal {
    /// Whether a proof of this goal is part of a proven plan. True for the seats filled, the fairness, and the
    /// goals before it.
    pub(super) fn needs_proof(self, model: &Model) -> bool {
        match self {
            Goal::Spread => false,
            Goal::Changed => model.stability == Stability::First,
            _ => true,
        }
    }

    /// Whether the goal comes before the fairness.
    pub(super) fn precedes_fairness(self, model: &Model) -> bool {
        match self {
            Goal::MissingRequired | Goal::EmptySeats | Goal::EmptySeatsWithWishes => true,
            Goal::Changed => model.stability == Stability::First,
            _ => false,
        }
    }

    /// Contribution of one person in one slot. Best levels and spread are counted elsewhere.
    pub(super) fn seat_value(self, model: &Model, person: usize, slot: usize, offer: usize) -> i64 {
        match self {
            Goal::MissingRequired => i64::from(
                model
                    .fixed(person, slot)
                    .is_some_and(|fixed| fixed != offer),
            ),
            Goal::Changed => i64::from(model.differs_from_previous(person, slot, offer)),
            _ => self.level_value(
                model,
                model.people[person].has_wishes,
                model.level(person, offer),
            ),
        }
    }

    /// The part of [`Self::seat_value`] that depends only on the level of the seat.
    pub(super) fn level_value(self, model: &Model, wishes: bool, level: usize) -> i64 {
        match self {
            Goal::EmptySeats => i64::from(level == model.no_seat()),
            Goal::EmptySeatsWithWishes => i64::from(wishes && level == model.no_seat()),
            Goal::SeatsOnLevel(counted) => i64::from(wishes && level == counted),
            Goal::SeatsOfRank(rank) => -i64::from(level == rank),
            Goal::MissingRequired | Goal::BestLevel(_) | Goal::Spread | Goal::Changed => 0,
        }
    }

    /// Contribution of a person whose best seat is on this level.
    pub(super) fn best_level_value(self, level: usize) -> i64 {
        i64::from(self == Goal::BestLevel(level))
    }

    /// A lower bound that follows from the counts of the model.
    pub(super) fn trivial_bound(self, model: &Model) -> i64 {
        match self {
            Goal::SeatsOfRank(rank) => -model.grantable[rank],
            Goal::EmptySeats => model
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

    /// Value of the goal for a plan.
    pub(super) fn value(self, model: &Model, seats: &Seats) -> i64 {
        values(model, &[self], seats)[0]
    }
}

/// Best level among the seats of a person.
pub(super) fn best_level(model: &Model, person: usize, seats: &Seats) -> usize {
    let levels = model.people[person]
        .slots
        .iter()
        .map(|&slot| model.level(person, seats[model.seat_index(person, slot)]));
    levels.min().unwrap_or(model.no_seat())
}

/// Values of all goals. Lists compare lexicographically: the smaller one is the better plan.
pub(super) fn values(model: &Model, goals: &[Goal], seats: &Seats) -> Vec<i64> {
    let counts = GoalCounts::new(model, goals, seats);
    goals
        .iter()
        .map(|&goal| counts.value(model, goal))
        .collect()
}

/// Counts of a plan from which every goal follows.
struct GoalCounts {
    /// Seats by level, of people without wishes and with.
    levels: [Vec<i64>; 2],
    best_levels: Vec<i64>,
    changed: i64,
    missing: i64,
    pairs: i64,
}

impl GoalCounts {
    fn new(model: &Model, goals: &[Goal], seats: &Seats) -> Self {
        let none = vec![0; model.no_seat() + 1];
        let mut counts = Self {
            levels: [none.clone(), none.clone()],
            best_levels: none,
            changed: 0,
            missing: model.required_people_missing(seats),
            pairs: 0,
        };
        for (person, attendee) in model.people.iter().enumerate() {
            let mut best = model.no_seat();
            for &slot in &attendee.slots {
                let offer = seats[model.seat_index(person, slot)];
                let level = model.level(person, offer);
                best = best.min(level);
                counts.levels[usize::from(attendee.has_wishes)][level] += 1;
                if model.has_previous {
                    counts.changed += i64::from(model.differs_from_previous(person, slot, offer));
                }
                if model.has_required {
                    counts.missing += Goal::MissingRequired.seat_value(model, person, slot, offer);
                }
            }
            if attendee.has_wishes {
                counts.best_levels[best] += 1;
            }
        }
        if goals.contains(&Goal::Spread) {
            counts.pairs = colleague_pairs(model, seats);
        }
        counts
    }

    fn value(&self, model: &Model, goal: Goal) -> i64 {
        match goal {
            Goal::MissingRequired => self.missing,
            Goal::Changed => self.changed,
            Goal::Spread => self.pairs,
            Goal::BestLevel(level) => self.best_levels[level],
            Goal::EmptySeats => self.levels[0][model.no_seat()] + self.levels[1][model.no_seat()],
            Goal::EmptySeatsWithWishes => self.levels[1][model.no_seat()],
            Goal::SeatsOnLevel(level) => self.levels[1][level],
            Goal::SeatsOfRank(rank) => -self.levels[1][rank],
        }
    }
}

/// Pairs of one organisation in one offer, over all offers.
pub(super) fn colleague_pairs(model: &Model, seats: &Seats) -> i64 {
    let mut organisation_load: HashMap<(usize, usize), i64> = HashMap::new();
    let mut pairs = 0;
    for (person, attendee) in model.people.iter().enumerate() {
        let Some(organisation) = attendee.organisation else {
            continue;
        };
        for &slot in &attendee.slots {
            let offer = seats[model.seat_index(person, slot)];
            if offer != NO_OFFER {
                let before = organisation_load.entry((organisation, offer)).or_insert(0);
                pairs += *before;
                *before += 1;
            }
        }
    }
    pairs
}
