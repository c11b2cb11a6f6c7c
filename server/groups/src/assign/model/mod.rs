//! The problem as the solvers see it: dense indices, and rules that can be left out one by one.
//!
//! The seed draws the order of the indices, so that a plan does not depend on the order of the input.

use std::collections::{HashMap, HashSet};

use super::problem::{Fairness, Stability};

mod build;
mod units;
mod wishes;

/// No offer: the person has no seat.
pub(super) const NO_OFFER: usize = usize::MAX;

/// An offer: one workshop in one slot.
#[derive(Debug, Clone)]
pub(super) struct Offer {
    pub workshop: usize,
    pub slot: usize,
    pub min: u32,
    pub max: u32,
    pub organisation_max: u32,
    /// Whether a rule or a fixed seat holds the offer open.
    pub is_held_open: bool,
    /// Whether a rule makes the offer take place.
    pub is_required: bool,
    /// Whether a rule closes the offer. It then has no seats.
    pub is_closed: bool,
}

/// A person with the fields that solvers read often.
#[derive(Debug, Clone)]
pub(super) struct Attendee {
    /// Index into `Problem::people`.
    pub index: usize,
    pub slots: Vec<usize>,
    pub organisation: Option<usize>,
    /// Whether the person has a wish that can be attended.
    pub has_wishes: bool,
}

/// People who take the same offer in one slot, or no seat.
#[derive(Debug, Clone)]
pub(super) struct Decision {
    pub people: Vec<usize>,
    pub slot: usize,
}

/// People whose decisions depend on one another. A person without `together` is a unit alone.
#[derive(Debug, Clone)]
pub(super) struct Unit {
    pub people: Vec<usize>,
    pub decisions: Vec<Decision>,
    /// For each person, the indices of the decisions that include the person.
    pub decisions_of: Vec<Vec<usize>>,
}

/// The seats of a plan: an offer or [`NO_OFFER`] per person and slot.
pub(super) type Seats = Vec<usize>;

#[derive(Debug, Clone)]
pub(super) struct Model {
    pub people: Vec<Attendee>,
    /// Index into `Problem::workshops` of each workshop of the model.
    pub workshop_index: Vec<usize>,
    pub slot_index: Vec<usize>,
    pub offers: Vec<Offer>,
    pub offers_in: Vec<Vec<usize>>,
    /// The last rank of any wish; 1 if there is no wish.
    pub ranks: usize,
    /// For each rank, the seats that could be granted without competition.
    pub grantable: Vec<i64>,
    pub units: Vec<Unit>,
    /// Groups of whom no two share an offer.
    pub apart: Vec<Vec<usize>>,
    /// The `apart` groups of each person.
    pub apart_of: Vec<Vec<usize>>,
    pub organisation_size: Vec<usize>,
    pub fairness: Fairness,
    pub has_previous: bool,
    pub stability: Stability,
    /// Whether a seat is fixed or an offer must take place.
    pub has_required: bool,
    only_wishes: bool,
    rank: Vec<u16>,
    /// By person and workshop: whether the person may not attend it. Empty if everybody may attend everything.
    forbidden: Vec<bool>,
    /// Workshops that a person accepts without a wish for them, because a rule is left out: leaving out a rule
    /// must not take away a seat.
    also_accepted: HashSet<(usize, usize)>,
    conflict: Vec<bool>,
    conflicts: Vec<Vec<usize>>,
    offer_at: Vec<usize>,
    fixed: HashMap<(usize, usize), usize>,
    /// All fixed seats, also of rules that are left out: a person may take one without a wish for it.
    listed_seats: HashMap<(usize, usize), usize>,
    /// Workshop of the previous plan by person and slot. `None` is a workshop that is gone.
    previous: HashMap<(usize, usize), Option<usize>>,
}

impl Model {
    pub fn slots(&self) -> usize {
        self.slot_index.len()
    }

    /// People that offers which must take place lack to their minimum.
    pub fn required_people_missing(&self, seats: &Seats) -> i64 {
        if !self.offers.iter().any(|offer| offer.is_required) {
            return 0;
        }
        let offers = self.offers.iter().zip(self.loads(seats));
        let missing = offers
            .filter(|(offer, _)| offer.is_required)
            .map(|(offer, load)| i64::from(offer.min.saturating_sub(load)));
        missing.sum()
    }

    /// Position of a person's seat in [`Seats`].
    pub fn seat_index(&self, person: usize, slot: usize) -> usize {
        person * self.slot_index.len() + slot
    }

    pub fn empty_seats(&self) -> Seats {
        vec![NO_OFFER; self.people.len() * self.slots()]
    }

    /// The person's rank of the workshop; 0 without a wish for it.
    pub fn rank(&self, person: usize, workshop: usize) -> usize {
        usize::from(self.rank[person * self.workshop_index.len() + workshop])
    }

    /// Level of a seat: its rank (1 to K), K + 1 without a wish for it, K + 2 for no seat.
    pub fn level(&self, person: usize, offer: usize) -> usize {
        if offer == NO_OFFER {
            return self.ranks + 2;
        }
        match self.rank(person, self.offers[offer].workshop) {
            0 => self.ranks + 1,
            rank => rank,
        }
    }

    pub fn unwished(&self) -> usize {
        self.ranks + 1
    }

    pub fn no_seat(&self) -> usize {
        self.ranks + 2
    }

    /// Whether nobody may attend both: the same workshop, or two that clash.
    pub fn conflict(&self, workshop: usize, other: usize) -> bool {
        self.conflict[workshop * self.workshop_index.len() + other]
    }

    pub fn fixed(&self, person: usize, slot: usize) -> Option<usize> {
        self.fixed.get(&(person, slot)).copied()
    }

    /// Whether the previous plan has a seat here that this offer does not keep.
    pub fn differs_from_previous(&self, person: usize, slot: usize, offer: usize) -> bool {
        self.previous.get(&(person, slot)).is_some_and(|&workshop| {
            offer == NO_OFFER || workshop != Some(self.offers[offer].workshop)
        })
    }

    /// The offer of the previous plan, as far as it still exists.
    pub fn previous_offer(&self, person: usize, slot: usize) -> Option<usize> {
        let workshop = (*self.previous.get(&(person, slot))?)?;
        self.offer_in(workshop, slot)
    }

    /// Whether the person may sit in the offer, regardless of all others.
    pub fn may_sit(&self, person: usize, offer: usize) -> bool {
        let Offer {
            workshop,
            slot,
            max,
            organisation_max,
            ..
        } = self.offers[offer];
        if let Some(fixed) = self.fixed(person, slot) {
            return fixed == offer;
        }
        max > 0
            && (organisation_max > 0 || self.people[person].organisation.is_none())
            && self.is_allowed(person, workshop)
            && (self.accepts(person, workshop)
                || self.listed_seats.get(&(person, slot)) == Some(&offer))
    }

    /// Whether the offer could take these people if it took nobody else.
    pub fn can_take(&self, decision: &Decision, offer: usize) -> bool {
        let limits = &self.offers[offer];
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        if !decision.people.iter().all(|&p| self.may_sit(p, offer)) {
            return false;
        }
        if decision.people.len() == 1 {
            return limits.max > 0;
        }
        let mut colleagues: HashMap<usize, usize> = HashMap::new();
        let mut apart = HashSet::new();
        count(decision.people.len()) <= limits.max
            && decision.people.iter().all(|&person| {
                let members = self.people[person].organisation.map_or(0, |organisation| {
                    let members = colleagues.entry(organisation).or_insert(0);
                    *members += 1;
                    *members
                });
                count(members) <= limits.organisation_max
                    && self.apart_of[person]
                        .iter()
                        .all(|&group| apart.insert(group))
            })
    }

    /// Whether every offer keeps its sizes, organisation limits and `apart` groups. Plans that come from
    /// floats need this check.
    pub fn respects_limits(&self, seats: &Seats) -> bool {
        let mut colleagues: HashMap<(usize, usize), u32> = HashMap::new();
        let mut apart = HashSet::new();
        let loads = self.loads(seats);
        let mut sizes = self.offers.iter().zip(&loads);
        sizes.all(|(limits, &load)| load == 0 || (limits.min..=limits.max).contains(&load))
            && self.people.iter().enumerate().all(|(person, attendee)| {
                attendee.slots.iter().all(|&slot| {
                    let offer = seats[self.seat_index(person, slot)];
                    if offer == NO_OFFER {
                        return true;
                    }
                    let members = attendee.organisation.map_or(0, |organisation| {
                        let members = colleagues.entry((organisation, offer)).or_insert(0);
                        *members += 1;
                        *members
                    });
                    members <= self.offers[offer].organisation_max
                        && self.apart_of[person]
                            .iter()
                            .all(|&group| apart.insert((group, offer)))
                })
            })
    }

    /// Whether the person has a wish for the workshop, or needs none.
    pub fn accepts(&self, person: usize, workshop: usize) -> bool {
        !self.only_wishes
            || !self.people[person].has_wishes
            || self.rank(person, workshop) > 0
            || self.also_accepted.contains(&(person, workshop))
    }

    /// Whether the person may attend the workshop at all.
    pub fn is_allowed(&self, person: usize, workshop: usize) -> bool {
        self.forbidden.is_empty() || !self.forbidden[person * self.workshop_index.len() + workshop]
    }

    pub fn offer_in(&self, workshop: usize, slot: usize) -> Option<usize> {
        Some(self.offer_at[workshop * self.slots() + slot]).filter(|&offer| offer != NO_OFFER)
    }

    /// The workshops that conflict with this one, itself included.
    pub fn conflicts_of(&self, workshop: usize) -> &[usize] {
        &self.conflicts[workshop]
    }

    /// Number of people in each offer.
    pub fn loads(&self, seats: &Seats) -> Vec<u32> {
        let mut loads = vec![0; self.offers.len()];
        for &offer in seats.iter().filter(|&&offer| offer != NO_OFFER) {
            loads[offer] += 1;
        }
        loads
    }
}

/// Workshops that people cannot attend in a slot because of their seats in other slots.
#[derive(Debug)]
pub(super) struct BlockedWorkshops {
    /// By workshop: the generation that blocked it last, and the seat that blocks it, as person and slot.
    marks: Vec<(u32, usize, usize)>,
    generation: u32,
}

impl BlockedWorkshops {
    pub fn new(model: &Model) -> Self {
        Self {
            marks: vec![(0, 0, 0); model.workshop_index.len()],
            generation: 0,
        }
    }

    /// Replaces the blocked workshops by those of these people's seats outside this slot.
    pub fn block_for(&mut self, model: &Model, people: &[usize], slot: usize, seats: &Seats) {
        self.generation += 1;
        for &person in people {
            let others = model.people[person].slots.iter();
            for &other in others.filter(|&&other| other != slot) {
                let Some(offer) = model.offers.get(seats[model.seat_index(person, other)]) else {
                    continue;
                };
                for &workshop in model.conflicts_of(offer.workshop) {
                    let mark = &mut self.marks[workshop];
                    if mark.0 != self.generation {
                        *mark = (self.generation, person, other);
                    }
                }
            }
        }
    }

    /// The seat that blocks the workshop, as person and slot.
    pub fn blocker(&self, workshop: usize) -> Option<(usize, usize)> {
        let (generation, person, slot) = self.marks[workshop];
        (generation == self.generation && generation > 0).then_some((person, slot))
    }

    pub fn contains(&self, workshop: usize) -> bool {
        self.blocker(workshop).is_some()
    }
}
