//! Reasons for the wishes that a person would have preferred to the seat held.

use std::collections::BTreeMap;

use super::super::change::{SeatMove, StandingChange, first_difference, pairs_difference};
use super::super::model::{Decision, NO_OFFER};
use super::super::refusal::{Obstacle, Refusal};
use super::PlanInspection;

impl PlanInspection<'_> {
    /// Why the person sits in no better offer of the slot. `None` if no wish ranks before the seat.
    pub fn refusal_of(&mut self, person: usize, slot: usize) -> Option<Refusal> {
        let model = self.model;
        let decision = self.decision_of[model.seat_index(person, slot)]?;
        let held = self.seats[model.seat_index(person, slot)];
        if held == NO_OFFER {
            return Some(self.refusal_without_seat(person, decision));
        }
        let rank_of = |offer: usize| self.written_rank(person, model.offers[offer].workshop);
        let rank_held = rank_of(held).unwrap_or(usize::MAX);
        let offers = model.offers_in[slot].iter();
        let mut preferred: Vec<(usize, usize)> = offers
            .filter_map(|&offer| Some((rank_of(offer)?, offer)))
            .filter(|&(rank, _)| rank < rank_held)
            .collect();
        preferred.sort_by_key(|&(rank, offer)| {
            (rank, model.workshop_index[model.offers[offer].workshop])
        });
        if preferred.is_empty() {
            return None;
        }
        let wishes = preferred.into_iter().map(|(_, offer)| {
            let workshop = model.workshop_index[model.offers[offer].workshop];
            (workshop, self.obstacle_to_moving(decision, held, offer))
        });
        Some(Refusal {
            wishes: wishes.collect(),
            person: model.people[person].index,
            slot: model.slot_index[slot],
            held: Some(model.workshop_index[model.offers[held].workshop]),
            others: BTreeMap::new(),
            is_anything_offered: true,
        })
    }

    /// The obstacle to moving these people from one offer to another.
    fn obstacle_to_moving(&mut self, decision: &Decision, from: usize, to: usize) -> Obstacle {
        let model = self.model;
        for &person in &decision.people {
            self.seat(person, decision.slot, NO_OFFER);
        }
        self.prepare(decision);
        let obstacle = self.obstacle_to(decision, to);
        let leaves_too_few = self.lacks_people(from);
        for &person in &decision.people {
            self.seat(person, decision.slot, from);
        }
        match obstacle {
            Some(Obstacle::Full { seats, .. }) => Obstacle::Full {
                seats,
                by_rank: self.holders_by_rank(to),
                priority: self.exchange_priority(decision, to),
            },
            Some(obstacle) => obstacle,
            None if leaves_too_few => Obstacle::NeededElsewhere {
                workshop: model.workshop_index[model.offers[from].workshop],
                min: model.offers[from].min,
            },
            None => self.effect_of_moving(decision, from, to),
        }
    }

    /// What a move that no rule forbids does to the plan.
    fn effect_of_moving(&self, decision: &Decision, from: usize, to: usize) -> Obstacle {
        let model = self.model;
        let moves = decision.people.iter().map(|&person| SeatMove {
            person,
            slot: decision.slot,
            from,
            to,
        });
        let moves: Vec<SeatMove> = moves.collect();
        let people = moves.iter();
        let people: Vec<StandingChange> = people
            .map(|&change| StandingChange::new(model, &self.seats, change))
            .collect();
        let spread = || pairs_difference(model, &self.people_in, &moves);
        match first_difference(model, self.goals, &people, spread) {
            Some((goal, 1..)) => Obstacle::Outweighed { goal },
            Some(_) => Obstacle::Free,
            None => Obstacle::Drawn,
        }
    }
}
