//! The effect of a few seats on the goals, without counting the whole plan.

use super::goals::Goal;
use super::model::{Model, NO_OFFER, Seats};

/// A person who goes from one offer to another in a slot. [`NO_OFFER`] is no seat.
#[derive(Debug, Clone, Copy)]
pub(super) struct SeatMove {
    pub person: usize,
    pub slot: usize,
    pub from: usize,
    pub to: usize,
}

impl SeatMove {
    /// The move that undoes this one.
    pub fn reversed(&self) -> Self {
        Self {
            from: self.to,
            to: self.from,
            ..*self
        }
    }
}

/// What the goals see of a person: the seat in one slot, and the best seat of all.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Standing {
    pub level: usize,
    pub best_level: usize,
    differs: bool,
    is_missing: bool,
}

impl Standing {
    /// The standing with this offer in the slot and the other seats of the plan.
    pub fn new(model: &Model, seats: &Seats, person: usize, slot: usize, offer: usize) -> Self {
        let level = model.level(person, offer);
        let others = model.people[person]
            .slots
            .iter()
            .filter(|&&other| other != slot);
        let levels =
            others.map(|&other| model.level(person, seats[model.seat_index(person, other)]));
        Self {
            level,
            best_level: levels.min().unwrap_or(level).min(level),
            differs: model.has_previous && model.differs_from_previous(person, slot, offer),
            is_missing: (model.fixed(person, slot)).is_some_and(|fixed| fixed != offer),
        }
    }

    fn value(self, model: &Model, goal: Goal, has_wishes: bool) -> i64 {
        match goal {
            Goal::Changed => i64::from(self.differs),
            Goal::MissingRequired => i64::from(self.is_missing),
            goal => {
                goal.level_value(model, has_wishes, self.level)
                    + i64::from(has_wishes) * goal.best_level_value(self.best_level)
            }
        }
    }
}

/// A person's standing before and after a change.
#[derive(Debug, Clone, Copy)]
pub(super) struct StandingChange {
    pub has_wishes: bool,
    pub before: Standing,
    pub after: Standing,
}

impl StandingChange {
    pub fn new(model: &Model, seats: &Seats, change: SeatMove) -> Self {
        let SeatMove {
            person,
            slot,
            from,
            to,
        } = change;
        Self {
            has_wishes: model.people[person].has_wishes,
            before: Standing::new(model, seats, person, slot, from),
            after: Standing::new(model, seats, person, slot, to),
        }
    }
}

/// The first goal that changes, and by how much. Less than 0 is better. `None` if no goal changes.
pub(super) fn first_difference(
    model: &Model,
    goals: &[Goal],
    people: &[StandingChange],
    spread: impl Fn() -> i64,
) -> Option<(Goal, i64)> {
    differences(model, goals, people, spread).next()
}

/// The goals that change, in order, and by how much.
pub(super) fn differences(
    model: &Model,
    goals: &[Goal],
    people: &[StandingChange],
    spread: impl Fn() -> i64,
) -> impl Iterator<Item = (Goal, i64)> {
    goals.iter().filter_map(move |&goal| {
        let difference = if goal == Goal::Spread {
            spread()
        } else {
            let of_person = |person: &StandingChange| {
                let StandingChange {
                    has_wishes,
                    before,
                    after,
                } = *person;
                after.value(model, goal, has_wishes) - before.value(model, goal, has_wishes)
            };
            people.iter().map(of_person).sum()
        };
        (difference != 0).then_some((goal, difference))
    })
}

/// Change of the pairs of one organisation in one offer. `people_in` lists the people of each offer before.
pub(super) fn pairs_difference(model: &Model, people_in: &[Vec<usize>], moves: &[SeatMove]) -> i64 {
    let organisation = |person: usize| model.people[person].organisation;
    let is_moving = |person: usize| moves.iter().any(|change| change.person == person);
    let pairs = |offer_of: &dyn Fn(&SeatMove) -> usize| -> usize {
        let with_moving = |i: usize, offer: usize| {
            let others = moves[..i].iter().filter(|other| offer_of(other) == offer);
            let own = organisation(moves[i].person);
            others
                .filter(|other| organisation(other.person) == own)
                .count()
        };
        let of_move = |(i, change): (usize, &SeatMove)| {
            let (own, offer) = (organisation(change.person), offer_of(change));
            if own.is_none() || offer == NO_OFFER {
                return 0;
            }
            let staying = people_in[offer].iter().filter(|&&other| !is_moving(other));
            staying.filter(|&&other| organisation(other) == own).count() + with_moving(i, offer)
        };
        moves.iter().enumerate().map(of_move).sum()
    };
    let count = |number: usize| i64::try_from(number).unwrap_or(i64::MAX);
    count(pairs(&|change| change.to)) - count(pairs(&|change| change.from))
}
