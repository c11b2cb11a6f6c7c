//! A plan that is edited by hand, with the effect of each change.

mod broken_rule;
mod worsened_rule;

use std::collections::BTreeSet;

use super::change::{SeatMove, StandingChange, differences, pairs_difference};
use super::figures::Figures;
use super::goals::Goal;
use super::layout::ProblemLayout;
use super::model::{Model, NO_OFFER, Seats};
use super::problem::{Offer, Problem};
use super::seating::Seating;
pub use broken_rule::BrokenRule;
use broken_rule::RuleIndex;

/// A change of seats in one slot of a plan.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SeatChange {
    /// A person goes to another workshop, takes a first seat, or gives up the seat.
    Place {
        slot: usize,
        person: usize,
        workshop: Option<usize>,
    },
    /// Two people exchange their seats. One of them may have none.
    Swap {
        slot: usize,
        one: usize,
        other: usize,
    },
}

/// A person whose seat changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SeatEffect {
    pub person: usize,
    pub before: Option<usize>,
    pub after: Option<usize>,
    /// The person's ranks of both workshops. `None` without a wish for it, or without a seat.
    pub rank_before: Option<usize>,
    pub rank_after: Option<usize>,
}

/// The effect of a change.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChangeEffect {
    pub people: Vec<SeatEffect>,
    /// The goals that change, the most important first, and by how much. Less than 0 is better.
    pub differences: Vec<(Goal, i64)>,
    /// Hard rules that the people and offers of the change break after it, ascending.
    pub broken: Vec<BrokenRule>,
}

/// A plan that is edited by hand. People may be without a seat.
///
/// The evaluation of a change takes microseconds: it examines the people of two offers.
#[derive(Debug)]
pub struct Draft<'a> {
    problem: &'a Problem,
    layout: &'a ProblemLayout,
    seats: Seats,
    /// The people in each offer.
    people_in: Vec<Vec<usize>>,
    rules: RuleIndex,
}

impl<'a> Draft<'a> {
    /// Starts from a plan, which may break rules. Seats that no offer has, or in slots that the person does not
    /// attend, are ignored. `layout` belongs to the same problem.
    pub fn new(problem: &'a Problem, layout: &'a ProblemLayout, plan: &Seating) -> Self {
        let model = &layout.model;
        let seats = plan.to_seats(model);
        let mut people_in = vec![Vec::new(); model.offers.len()];
        for (index, &offer) in seats.iter().enumerate() {
            if offer != NO_OFFER {
                people_in[offer].push(index / model.slots());
            }
        }
        Self {
            problem,
            layout,
            seats,
            people_in,
            rules: RuleIndex::new(problem),
        }
    }

    /// Present seating.
    pub fn seating(&self) -> Seating {
        Seating::from_seats(self.model(), &self.seats)
    }

    /// Counts of the present plan.
    pub fn figures(&self) -> Figures {
        Figures::of_seats(self.model(), &self.seats)
    }

    /// The workshop of a person in a slot.
    pub fn workshop(&self, person: usize, slot: usize) -> Option<usize> {
        let offer = *self.seats.get(self.model().seat_index(person, slot))?;
        self.workshop_of(offer)
    }

    /// The people in an offer.
    pub fn people_in(&self, offer: Offer) -> &[usize] {
        let index = self.model().offer_in(offer.workshop, offer.slot);
        index.map_or(&[], |index| &self.people_in[index])
    }

    /// The hard rules that the plan breaks, ascending.
    pub fn broken_rules(&self) -> Vec<BrokenRule> {
        let model = self.model();
        let mut broken = self.broken(0..self.problem.people.len(), 0..model.offers.len());
        // The model has no place for an offer that must take place without being offered.
        let missing = self.problem.open.iter().copied();
        let missing = missing.filter(|one| model.offer_in(one.workshop, one.slot).is_none());
        broken.extend(missing.map(BrokenRule::TooFew));
        broken.sort_unstable();
        broken
    }

    /// The effect of a change, which is not made. `None` if it changes nothing: the person does not attend the slot,
    /// the workshop is not offered in it, or the seats are the same.
    pub fn evaluate(&mut self, change: SeatChange) -> Option<ChangeEffect> {
        let moves = self.moves(change)?;
        let model = &self.layout.model;
        let standings: Vec<StandingChange> = moves
            .iter()
            .map(|&one| StandingChange::new(model, &self.seats, one))
            .collect();
        // Missing seats of open offers depend on more than one person; they are among the broken rules.
        let goals = self.layout.goals.iter().copied();
        let goals: Vec<Goal> = goals
            .filter(|&goal| goal != Goal::MissingRequired)
            .collect();
        let spread = || pairs_difference(model, &self.people_in, &moves);
        let differences = differences(model, &goals, &standings, spread).collect();
        let people = moves.iter().map(|one| {
            let (before, after) = (self.workshop_of(one.from), self.workshop_of(one.to));
            let rank = |workshop: Option<usize>| self.layout.rank(one.person, workshop?);
            SeatEffect {
                person: one.person,
                before,
                after,
                rank_before: rank(before),
                rank_after: rank(after),
            }
        });
        let people = people.collect();
        let moved = moves.iter().map(|one| one.person);
        let offers = moves.iter().flat_map(|one| [one.from, one.to]);
        let offers: BTreeSet<usize> = offers.filter(|&offer| offer != NO_OFFER).collect();
        self.make(&moves);
        let broken = self.broken(moved, offers);
        self.make(&moves.iter().map(SeatMove::reversed).collect::<Vec<_>>());
        Some(ChangeEffect {
            people,
            differences,
            broken,
        })
    }

    /// Makes a change. Returns whether it changes anything.
    pub fn apply(&mut self, change: SeatChange) -> bool {
        let moves = self.moves(change).unwrap_or_default();
        self.make(&moves);
        !moves.is_empty()
    }

    fn model(&self) -> &'a Model {
        &self.layout.model
    }

    fn workshop_of(&self, offer: usize) -> Option<usize> {
        Some(self.model().offers.get(offer)?.workshop)
    }

    fn moves(&self, change: SeatChange) -> Option<Vec<SeatMove>> {
        let model = self.model();
        let seat = |person: usize, slot: usize| {
            let is_known = person < self.problem.people.len() && slot < model.slots();
            (is_known && self.problem.attends(person, slot))
                .then(|| self.seats[model.seat_index(person, slot)])
        };
        let moves = match change {
            SeatChange::Place {
                slot,
                person,
                workshop,
            } => {
                let from = seat(person, slot)?;
                let to = match workshop {
                    Some(workshop) if workshop < self.problem.workshops.len() => {
                        model.offer_in(workshop, slot)?
                    }
                    Some(_) => return None,
                    None => NO_OFFER,
                };
                vec![SeatMove {
                    person,
                    slot,
                    from,
                    to,
                }]
            }
            SeatChange::Swap { slot, one, other } => {
                let (source, target) = (seat(one, slot)?, seat(other, slot)?);
                let step = |person, from, to| SeatMove {
                    person,
                    slot,
                    from,
                    to,
                };
                vec![step(one, source, target), step(other, target, source)]
            }
        };
        (moves[0].from != moves[0].to).then_some(moves)
    }

    fn make(&mut self, moves: &[SeatMove]) {
        for one in moves {
            if one.from != NO_OFFER {
                self.people_in[one.from].retain(|&person| person != one.person);
            }
            if one.to != NO_OFFER {
                self.people_in[one.to].push(one.person);
            }
            let index = self.model().seat_index(one.person, one.slot);
            self.seats[index] = one.to;
        }
    }
}
