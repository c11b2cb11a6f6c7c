//! Which swaps are possible: those with which every rule is kept, in what participants see and in what organisers prepare.

use groups::assign::ProblemLayout;
use jiff::Timestamp;
use model::{
    Fault, RegistrationId, SlotId, WorkshopId,
    assignment::{AssignmentSeating, AssignmentVersion},
    workshops::{OfferKey, SwapOffer, TimeSlot},
};
use store::Reader;

use super::{
    super::{Assignment, AssignmentMove, AssignmentProblem, moves::Trial, versions::require_plan},
    SwapSlot, SwapVersions, at_wanted,
};
use crate::Result;

/// A version and a set-up by which swaps are tried on it.
struct TriedVersion {
    problem: AssignmentProblem,
    layout: ProblemLayout,
    seating: AssignmentSeating,
}

/// What swaps are tried on: the published version by the present set-up and by its own, and the version that organisers
/// prepare.
pub(super) struct SwapBasis {
    /// The published version by the present set-up comes first.
    tried: Vec<TriedVersion>,
}

/// The versions on which swaps are tried, and the seats that participants know.
pub(super) struct SwapBoard<'a> {
    assignment: &'a Assignment,
    trials: Vec<(&'a AssignmentProblem, Trial<'a>)>,
    seating: &'a AssignmentSeating,
}

impl TriedVersion {
    fn new(assignment: &Assignment, version: &AssignmentVersion) -> Self {
        let problem = assignment.problem();
        Self {
            layout: ProblemLayout::new(&problem.problem),
            seating: version.seating.clone(),
            problem,
        }
    }
}

impl SwapBasis {
    pub async fn read(
        reader: &mut Reader,
        assignment: &Assignment,
        versions: &SwapVersions,
    ) -> Result<Self> {
        let SwapVersions {
            published,
            prepared,
        } = versions;
        let mut tried = vec![TriedVersion::new(assignment, published)];
        if published.head.set_up != require_plan(assignment)?.revision {
            let own = assignment.with_set_up_of(reader, &published.head).await?;
            tried.push(TriedVersion::new(&own, published));
        }
        if let Some(prepared) = prepared {
            tried.push(TriedVersion::new(assignment, prepared));
        }
        Ok(Self { tried })
    }
}

impl<'a> SwapBoard<'a> {
    pub fn new(
        assignment: &'a Assignment,
        published: &'a AssignmentVersion,
        basis: &'a SwapBasis,
    ) -> Self {
        let trial = |tried: &'a TriedVersion| {
            let problem = &tried.problem;
            let trial = Trial::new(problem, &problem.problem, &tried.layout, &tried.seating);
            (problem, trial)
        };
        Self {
            trials: basis.tried.iter().map(trial).collect(),
            seating: &published.seating,
            assignment,
        }
    }

    /// What somebody can swap, by slots in the order of their times.
    pub fn slots_of(
        &mut self,
        person: RegistrationId,
        swaps: &[SwapOffer],
        now: Timestamp,
    ) -> Vec<SwapSlot> {
        let slots: Vec<OfferKey> = (self.assignment.programme.slots.iter())
            .filter(|slot| self.is_ahead(slot.id, now))
            .filter_map(|slot| self.seat(person, slot.id))
            .collect();
        slots
            .into_iter()
            .map(|held| self.slot_of(person, held, swaps))
            .collect()
    }

    /// How many seats others offer to somebody for theirs.
    pub fn offers_to(
        &mut self,
        person: RegistrationId,
        swaps: &[SwapOffer],
        now: Timestamp,
    ) -> usize {
        let wanted: Vec<OfferKey> = (self.assignment.programme.slots.iter())
            .filter(|slot| self.is_ahead(slot.id, now))
            .filter_map(|slot| self.seat(person, slot.id))
            .collect();
        let offered = wanted.into_iter();
        offered
            .map(|held| self.offered_to(person, held, swaps).len())
            .sum()
    }

    /// What a person can do with a seat.
    fn slot_of(&mut self, person: RegistrationId, held: OfferKey, swaps: &[SwapOffer]) -> SwapSlot {
        let own = || {
            let swaps = swaps.iter();
            swaps.filter(|swap| swap.person == person && swap.slot == held.slot)
        };
        let wanted = own().filter(|swap| swap.made_at.is_none() && swap.gives == held.workshop);
        let wanted: Vec<WorkshopId> = wanted.map(|swap| swap.wants).collect();
        let made = own().filter(|swap| swap.made_at.is_some() && swap.wants == held.workshop);
        let offered = self.offered_to(person, held, swaps);
        let mut choices = self.choices(person, held);
        choices.retain(|choice| !wanted.contains(choice) && !offered.contains(choice));
        SwapSlot {
            slot: held.slot,
            gives: held.workshop,
            made: made.max_by_key(|swap| swap.made_at).copied(),
            offered,
            wanted,
            choices,
        }
    }

    /// The seat of somebody who takes part in a slot, if its workshop takes place.
    fn seat(&self, person: RegistrationId, slot: SlotId) -> Option<OfferKey> {
        let workshop = self.seating.workshop_of(person, slot)?;
        let seat = OfferKey { slot, workshop };
        let attends = |problem: &AssignmentProblem| {
            let (person, slot) = (problem.person_at(person), problem.slot_at(slot));
            person.is_some_and(|person| {
                slot.is_some_and(|slot| problem.problem.attends(person, slot))
            })
        };
        let takes_part = self.trials.iter().all(|(problem, _)| attends(problem));
        (takes_part && self.takes_place(seat)).then_some(seat)
    }

    /// Whether an offer is in the programme and called off by nobody: a seat in it is worth nothing otherwise.
    fn takes_place(&self, offer: OfferKey) -> bool {
        self.trials.iter().all(|(problem, _)| {
            let offer = problem.offer_at(offer);
            offer.is_some_and(|offer| !problem.problem.closed.contains(&offer))
        })
    }

    fn is_ahead(&self, slot: SlotId, now: Timestamp) -> bool {
        let zone = self.assignment.event.details.time_zone.rules();
        let slot: Option<&TimeSlot> = self.assignment.programme.slot(slot);
        slot.is_some_and(|slot| slot.starts_at(zone) > now)
    }

    /// Refuses a swap in a slot that has begun, and one of a seat that the person does not have any more or that nobody
    /// can have.
    pub fn check(&self, own: &SwapOffer, now: Timestamp) -> Result<()> {
        if !self.is_ahead(own.slot, now) {
            return Err(at_wanted(Fault::SlotBegan));
        }
        if self.seating.workshop_of(own.person, own.slot) != Some(own.gives) {
            return Err(at_wanted(Fault::SeatMoved));
        }
        if self.seat(own.person, own.slot).is_none() || !self.takes_place(own.wanted()) {
            return Err(at_wanted(Fault::SwapRefused));
        }
        Ok(())
    }

    /// Whoever has waited longest of those with whom a swap keeps every rule.
    pub fn partner(&mut self, own: &SwapOffer, swaps: &[SwapOffer]) -> Option<SwapOffer> {
        let is_open = |other: &&SwapOffer| other.made_at.is_none() && own.matches(other);
        let mut others = swaps.iter().filter(is_open).copied();
        others.find(|other| self.keeps_rules(own, other))
    }

    /// Whether two people sit where they offer, everywhere, and every rule holds once they have exchanged their seats.
    fn keeps_rules(&mut self, one: &SwapOffer, other: &SwapOffer) -> bool {
        let offers = [one, other];
        if offers.iter().any(|offer| {
            let seat = self.seat(offer.person, offer.slot);
            seat.map(|seat| seat.workshop) != Some(offer.gives)
        }) {
            return false;
        }
        let change = AssignmentMove::Swap {
            slot: one.slot,
            one: one.person,
            other: other.person,
        };
        self.trials.iter_mut().all(|(_, trial)| {
            trial.evaluate(change).is_some_and(|effect| {
                effect.breaks.is_empty()
                    && offers.iter().all(|offer| {
                        let mut people = effect.people.iter();
                        people.any(|seat| {
                            seat.person == offer.person && seat.before == Some(offer.gives)
                        })
                    })
            })
        })
    }

    /// The workshops whose seats others would give for a seat of the person.
    fn offered_to(
        &mut self,
        person: RegistrationId,
        gives: OfferKey,
        swaps: &[SwapOffer],
    ) -> Vec<WorkshopId> {
        let mut workshops: Vec<WorkshopId> = Vec::new();
        for other in swaps.iter().filter(|swap| swap.wanted() == gives) {
            let own = other.opposite(person);
            if !workshops.contains(&other.gives) && self.partner(&own, &[*other]).is_some() {
                workshops.push(other.gives);
            }
        }
        workshops
    }

    /// The workshops in which somebody sits with whom the person could swap, in the order of the programme.
    fn choices(&mut self, person: RegistrationId, held: OfferKey) -> Vec<WorkshopId> {
        let programme = &self.assignment.programme;
        let offers = programme.offers_in(held.slot);
        let workshops = offers.map(|(_, workshop)| workshop.id);
        workshops
            .filter(|&wants| self.can_have(person, held, wants))
            .collect()
    }

    /// Whether somebody sits in a workshop with whom the person could swap.
    pub fn can_have(&mut self, person: RegistrationId, held: OfferKey, wants: WorkshopId) -> bool {
        let own = SwapOffer {
            person,
            slot: held.slot,
            gives: held.workshop,
            wants,
            offered_at: Timestamp::UNIX_EPOCH,
            made_at: None,
        };
        let seating = self.seating;
        let mut others = seating.people_in(own.wanted());
        wants != held.workshop && others.any(|other| self.keeps_rules(&own, &own.opposite(other)))
    }
}
