//! Free seats that somebody would rather have, as after a cancellation or in a bigger room.

use std::collections::HashMap;

use groups::assign::{Offer, ProblemLayout};
use model::workshops::OfferKey;

use super::{
    AssignmentBoard, RankChange,
    moves::{AssignmentMove, Trial},
    origin::fairness_of_version,
};

/// The free seats of an offer, and those for whom one would be better than what they have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FreeSeats {
    pub offer: OfferKey,
    /// `None`: the workshop takes everybody.
    pub free: Option<u32>,
    /// Those with the best wish first, then in the order of names.
    pub wishers: Vec<RankChange>,
}

impl AssignmentBoard {
    /// The offers of the version that is shown with a free seat that would make the assignment better by itself: nobody
    /// else moves, and no rule breaks. Right after a computation there is none.
    pub fn free_seats(&self) -> Vec<FreeSeats> {
        let Some(version) = &self.version else {
            return Vec::new();
        };
        let solved = self
            .problem
            .by(fairness_of_version(&self.heads(), version.head.number));
        let layout = ProblemLayout::new(&solved);
        let seats = self.problem.seating(&version.seating);
        let mut trial = Trial::new(&self.problem, &solved, &layout, &version.seating);
        let mut taken: HashMap<Offer, u32> = HashMap::new();
        for row in &seats.workshops {
            for (slot, workshop) in row.iter().enumerate() {
                if let Some(workshop) = *workshop {
                    *taken.entry(Offer { workshop, slot }).or_default() += 1;
                }
            }
        }
        // Only whoever has nothing there, or something that they wish less, can gain by it.
        let would_gain = |person: usize, offer: Offer| {
            let has = seats.workshop(person, offer.slot);
            let rank = |workshop| layout.rank(person, workshop);
            match (rank(offer.workshop), has.map(rank)) {
                (None, _) => false,
                (Some(_), None | Some(None)) => has != Some(offer.workshop),
                (Some(there), Some(Some(here))) => there < here,
            }
        };
        let mut found = Vec::new();
        for (workshop, limits) in solved.workshops.iter().enumerate() {
            for &slot in &limits.slots {
                let offer = Offer { workshop, slot };
                let free = limits
                    .max
                    .saturating_sub(taken.get(&offer).copied().unwrap_or(0));
                if free == 0 || solved.closed.contains(&offer) {
                    continue;
                }
                let key = self.problem.offer_key(offer);
                let mut wishers: Vec<RankChange> = (0..solved.people.len())
                    .filter(|&person| solved.attends(person, slot) && would_gain(person, offer))
                    .filter_map(|person| {
                        let person = self.problem.people[person];
                        let place = AssignmentMove::Place { person, offer: key };
                        let effect = trial.evaluate(place)?;
                        let is_better = effect.breaks.is_empty() && effect.loss() < 0;
                        effect.people.into_iter().next().filter(|_| is_better)
                    })
                    .collect();
                if !wishers.is_empty() {
                    wishers.sort_by_key(|change| change.rank_after);
                    found.push(FreeSeats {
                        offer: key,
                        free: (limits.max != u32::MAX).then_some(free),
                        wishers,
                    });
                }
            }
        }
        found.sort_by_key(|seats| self.problem.slot_at(seats.offer.slot));
        found
    }
}
