//! What each person attends, and why not what they wished for more: the solver's reasons, by id.

use groups::assign::{self, Offer, ProblemLayout, Reasons, Refusal, Seating};
use jiff::Timestamp;
use model::{
    RegistrationId, SlotId, WorkshopId,
    assignment::{AssignmentSeating, Fairness},
    workshops::{OfferKey, WishChoice},
};

use super::{
    Assignment, AssignmentProblem, origin::Origin, quality::number, refusal_reason::RefusalReason,
};

/// What a person attends, slot by slot, with the wishes that were not granted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Explanation {
    pub person: RegistrationId,
    /// The fairness by which wishes were compared.
    pub fairness: Fairness,
    /// Whether somebody changed seats after the solver.
    pub is_changed_by_hand: bool,
    /// Every slot with seats by wishes, in the order of time.
    pub slots: Vec<ExplainedSlot>,
}

/// A time slot of one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExplainedSlot {
    pub slot: SlotId,
    pub place: Place,
    /// Wishes that rank before the seat, best first, each with what stood against it.
    pub refused: Vec<RefusedWish>,
    /// Wishes that rank behind the seat.
    pub behind: Vec<RankedWish>,
    /// The swap that brought the person to this seat, after which wishes explain nothing.
    pub swap: Option<SeatSwap>,
    /// Without a seat: how many workshops beside the wishes had none for this person.
    pub other_offers: u32,
    /// Without a seat: how many workshops beside the wishes have room for this person. A change by hand leaves such.
    pub free_offers: u32,
}

/// How somebody came to another seat than the one that was assigned.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SeatSwap {
    /// The workshop that was assigned.
    pub assigned: WorkshopId,
    pub made_at: Timestamp,
}

/// Where somebody is in a time slot.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// In a workshop; the rank of the wish for it, if there was one.
    Workshop {
        workshop: WorkshopId,
        rank: Option<usize>,
    },
    NoSeat,
    /// The person does not take part in this slot.
    Absent,
    /// Organisers need the person elsewhere.
    Busy,
    /// The person leads a workshop.
    Leads(WorkshopId),
}

/// A wish with its rank.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RankedWish {
    pub workshop: WorkshopId,
    pub rank: usize,
}

/// A wish that was not granted in a slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedWish {
    pub wish: RankedWish,
    pub reason: RefusalReason,
}

/// Somebody without their first wish, and why in the first slot in which it is offered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RefusedFirstWish {
    pub person: RegistrationId,
    pub slot: SlotId,
    pub refused: RefusedWish,
}

/// Explains one seating to any of its people.
#[derive(Debug)]
pub struct Explainer<'a> {
    assignment: &'a Assignment,
    problem: &'a AssignmentProblem,
    /// The seats in offers that take place.
    seats: Seating,
    origin: &'a Origin,
    solved: assign::Problem,
    /// The problem of a repair without the seats that were to be kept: what stands against a wish by the fairness alone.
    by_fairness: Option<assign::Problem>,
}

/// What the solver says of a wish: for the problem that was solved, and by the fairness alone if that was a repair.
#[derive(Clone, Copy, Default)]
struct Refusals<'a> {
    solved: Option<&'a Refusal>,
    by_fairness: Option<&'a Refusal>,
}

impl<'a> Explainer<'a> {
    pub(super) fn new(
        assignment: &'a Assignment,
        problem: &'a AssignmentProblem,
        seating: &'a AssignmentSeating,
        origin: &'a Origin,
    ) -> Self {
        Self {
            solved: origin.problem(problem),
            by_fairness: origin.is_repair().then(|| problem.by(origin.fairness)),
            seats: seats_that_take_place(assignment, problem, seating),
            assignment,
            problem,
            origin,
        }
    }

    /// What one person attends, and why. `None` for whoever takes part in no slot with seats by wishes.
    pub fn explain(&self, person: RegistrationId) -> Option<Explanation> {
        let position = self.problem.person_at(person)?;
        let layout = ProblemLayout::new(&self.solved);
        let seats = &self.seats;
        let refusals = Reasons::new(&self.solved, &layout, seats).of_person(position);
        let by_fairness = self.by_fairness.as_ref().map(|problem| {
            let layout = ProblemLayout::new(problem);
            Reasons::new(problem, &layout, seats).of_person(position)
        });
        let by_fairness = by_fairness.unwrap_or_default();
        let slots = (0..self.problem.slots.len())
            .map(|slot| {
                let of_slot = |refusal: &&Refusal| refusal.slot == slot;
                let refusals = Refusals {
                    solved: refusals.iter().find(of_slot),
                    by_fairness: by_fairness.iter().find(of_slot),
                };
                self.slot(person, slot, refusals)
            })
            .collect();
        Some(Explanation {
            person,
            fairness: self.origin.fairness,
            is_changed_by_hand: self.origin.is_changed_by_hand,
            slots,
        })
    }

    /// Everybody whose first wish of those that are offered was not granted, in the order of names.
    pub(super) fn refused_first_wishes(&self) -> Vec<RefusedFirstWish> {
        let layout = ProblemLayout::new(&self.solved);
        let seats = &self.seats;
        let mut reasons = Reasons::new(&self.solved, &layout, seats);
        let fair_layout = self.by_fairness.as_ref().map(ProblemLayout::new);
        let mut fair = (self.by_fairness.as_ref().zip(fair_layout.as_ref()))
            .map(|(problem, layout)| Reasons::new(problem, layout, seats));
        let mut found = Vec::new();
        for (position, row) in self.solved.people.iter().enumerate() {
            let mut wishes = row.wishes.iter().flatten().copied();
            let first = wishes.find_map(|wish| {
                let slot = self.solved.workshops[wish].slots.first()?;
                Some((wish, *slot))
            });
            let Some((first, slot)) = first else {
                continue;
            };
            if layout.rank(position, first).is_none() {
                let mut missed = self.missed(position, slot);
                missed.extend(self.booked(position, slot));
                let refused = missed
                    .into_iter()
                    .find(|one| one.wish.workshop == self.problem.workshops[first]);
                found.extend(refused.map(|refused| RefusedFirstWish {
                    person: self.problem.people[position],
                    slot: self.problem.slots[slot],
                    refused,
                }));
                continue;
            }
            let is_attended = |&slot: &usize| seats.workshop(position, slot) == Some(first);
            if row.slots.iter().any(is_attended) {
                continue;
            }
            let first = self.problem.workshops[first];
            let by_fairness = fair.as_mut().map(|fair| fair.of_person(position));
            let by_fairness = by_fairness.unwrap_or_default();
            for refusal in reasons.of_person(position) {
                let refusals = Refusals {
                    solved: Some(&refusal),
                    by_fairness: by_fairness.iter().find(|fair| fair.slot == refusal.slot),
                };
                let refused = self.refused(refusals, position, refusal.slot);
                let refused = refused.into_iter().find(|one| one.wish.workshop == first);
                let slot = self.problem.slots[refusal.slot];
                if let Some(refused) = refused {
                    found.push(RefusedFirstWish {
                        person: self.problem.people[position],
                        slot,
                        refused,
                    });
                    break;
                }
            }
        }
        found
    }

    fn slot(&self, person: RegistrationId, slot: usize, refusals: Refusals<'_>) -> ExplainedSlot {
        let id = self.problem.slots[slot];
        let position = self.problem.person_at(person).unwrap_or_default();
        let place = self.place(person, position, slot);
        let refused = match place {
            Place::Workshop { .. } | Place::NoSeat => self.refused(refusals, position, slot),
            Place::Absent | Place::Busy | Place::Leads(_) => self.missed(position, slot),
        };
        let behind = match place {
            Place::Workshop {
                rank: Some(held), ..
            } => self
                .wishes(position, slot)
                .filter(|wish| wish.rank > held)
                .collect(),
            _ => Vec::new(),
        };
        let behind: Vec<RankedWish> = behind;
        let others = refusals
            .solved
            .iter()
            .flat_map(|refusal| refusal.others.values());
        let others: usize = others.sum();
        let free = match place {
            Place::NoSeat => self.unwished(position, slot).saturating_sub(others),
            Place::Workshop { .. } | Place::Absent | Place::Busy | Place::Leads(_) => 0,
        };
        ExplainedSlot {
            slot: id,
            place,
            refused,
            behind,
            swap: None,
            other_offers: number(others),
            free_offers: number(free),
        }
    }

    /// The workshop that somebody attends in a slot.
    fn held(&self, position: usize, slot: usize) -> Option<WorkshopId> {
        let workshop = self.seats.workshop(position, slot)?;
        Some(self.problem.workshops[workshop])
    }

    fn place(&self, person: RegistrationId, position: usize, slot: usize) -> Place {
        let id = self.problem.slots[slot];
        if let Some(workshop) = self.held(position, slot) {
            let list = self.assignment.lists.get(&person);
            let rank = list.and_then(|list| list.rank(workshop));
            return Place::Workshop { workshop, rank };
        }
        if self.solved.attends(position, slot) {
            return Place::NoSeat;
        }
        let registration = self.assignment.person(person);
        let leads = registration.and_then(|registration| {
            let choice = WishChoice::of(&self.assignment.programme, &registration.person.name());
            choice.led_in(id).map(|workshop| workshop.id)
        });
        let list = self.assignment.lists.get(&person);
        let is_busy = list.is_some_and(|list| list.busy.contains(&id));
        match leads {
            Some(workshop) => Place::Leads(workshop),
            None if is_busy => Place::Busy,
            None => Place::Absent,
        }
    }

    /// Wishes that are offered in the slot and not attended in another one, best first.
    fn wishes(&self, position: usize, slot: usize) -> impl Iterator<Item = RankedWish> {
        let person = self.problem.people[position];
        let wishes = self.solved.people[position].wishes.iter().flatten();
        wishes.filter_map(move |&wish| {
            let workshop = self.problem.workshops[wish];
            let mut slots = 0..self.problem.slots.len();
            let is_attended = slots.any(|slot| self.held(position, slot) == Some(workshop));
            let list = self.assignment.lists.get(&person)?;
            let rank = list.rank(workshop)?;
            (!is_attended && self.solved.is_offered(wish, slot))
                .then_some(RankedWish { workshop, rank })
        })
    }

    /// How many workshops of a slot the person may attend without a wish.
    fn unwished(&self, position: usize, slot: usize) -> usize {
        let wishes = &self.solved.people[position].wishes;
        if self.solved.fill == assign::Fill::WishesOnly && !wishes.is_empty() {
            return 0;
        }
        let offered = (0..self.solved.workshops.len()).filter(|&workshop| {
            self.solved.is_offered(workshop, slot) && self.solved.is_allowed(position, workshop)
        });
        offered
            .filter(|workshop| !wishes.iter().flatten().any(|wish| wish == workshop))
            .count()
    }

    /// Wishes offered in a slot for which the person attends neither this slot nor another one.
    fn missed(&self, position: usize, slot: usize) -> Vec<RefusedWish> {
        let attends_one = |workshop: WorkshopId| {
            let mut slots = self.problem.slots.iter().enumerate();
            slots.any(|(slot, &id)| {
                let offer = OfferKey { slot: id, workshop };
                self.solved.attends(position, slot) && self.problem.offer_at(offer).is_some()
            })
        };
        self.wishes(position, slot)
            .filter(|wish| !attends_one(wish.workshop))
            .map(|wish| RefusedWish {
                wish,
                reason: RefusalReason::NotThere,
            })
            .collect()
    }

    /// Wishes offered in a slot against which a booking stands.
    fn booked(&self, position: usize, slot: usize) -> impl Iterator<Item = RefusedWish> {
        let person = self.problem.people[position];
        let wishes = self.wishes(position, slot);
        let booked = wishes.filter(move |wish| self.is_booked(position, wish.workshop));
        booked.map(move |wish| RefusedWish {
            wish,
            reason: RefusalReason::Booked { person },
        })
    }

    /// Whether a booking stands against a workshop.
    fn is_booked(&self, position: usize, workshop: WorkshopId) -> bool {
        let mut workshops = self.problem.workshops.iter();
        let index = workshops.position(|one| *one == workshop);
        index.is_some_and(|index| !self.solved.is_allowed(position, index))
    }

    fn refused(&self, refusals: Refusals<'_>, position: usize, slot: usize) -> Vec<RefusedWish> {
        let Some(refusal) = refusals.solved else {
            return Vec::new();
        };
        let person = self.problem.people[position];
        let held = self.held(position, slot);
        let list = self.assignment.lists.get(&person);
        let held_rank = held.and_then(|held| list?.rank(held)).unwrap_or(usize::MAX);
        let before = self
            .wishes(position, slot)
            .filter(|wish| wish.rank < held_rank);
        let refused = before.map(|wish| {
            let reason = |refusal: &Refusal| {
                let mut wishes = refusal.wishes.iter();
                let found =
                    wishes.find(|(workshop, _)| self.problem.workshops[*workshop] == wish.workshop);
                found.map(|(_, obstacle)| RefusalReason::of(self.problem, obstacle))
            };
            if self.is_booked(position, wish.workshop) {
                let reason = RefusalReason::Booked { person };
                return RefusedWish { wish, reason };
            }
            // Nothing stands against a seat that a change by hand has left free.
            let solved = reason(refusal).unwrap_or(RefusalReason::Better);
            let reason = match refusals.by_fairness.and_then(reason) {
                Some(by_fairness) => solved.unless(&by_fairness),
                None => solved,
            };
            RefusedWish { wish, reason }
        });
        refused.collect()
    }
}

/// The seats without those in offers that were called off.
fn seats_that_take_place(
    assignment: &Assignment,
    problem: &AssignmentProblem,
    seating: &AssignmentSeating,
) -> Seating {
    let mut seats = problem.seating(seating);
    for row in &mut seats.workshops {
        for (slot, seat) in row.iter_mut().enumerate() {
            *seat = seat.filter(|&workshop| {
                let offer = Offer { workshop, slot };
                !problem.problem.closed.contains(&offer)
                    && assignment.programme.is_planned(problem.offer_key(offer))
            });
        }
    }
    seats
}
