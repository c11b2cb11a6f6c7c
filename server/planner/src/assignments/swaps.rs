//! Swaps: a participant offers the seat in a slot for one in another workshop, and somebody who sits there agrees. Neither
//! learns who the other is.
//!
//! A swap is made on the published version, and becomes the published one at once. If organisers prepare another version,
//! it is made on that one, too, so that it is not lost when that is published.

use groups::assign::ProblemLayout;
use jiff::Timestamp;
use model::{
    AuditAction, Event, EventState, Fault, Faults, Network, Registration, RegistrationId, SlotId,
    WorkshopId,
    assignment::{AssignmentKind, AssignmentSeating, AssignmentVersion},
    plan::VersionCause,
    workshops::{OfferKey, Programme, SwapOffer, TimeSlot, Workshop},
};
use store::Reader;

use super::{
    Assignment, AssignmentMove, AssignmentProblem,
    moves::Trial,
    quality::quality_of,
    versions::{NewVersion, require_plan, require_version},
};
use crate::{
    Planner, PlannerError, Result,
    access::{LinkAccess, Purpose},
    audit::Who,
    events::LockedEvent,
    require::require_network,
};

/// What somebody can swap.
#[derive(Debug, Clone)]
pub struct SwapPage {
    pub network: Network,
    pub event: Event,
    pub programme: Programme,
    pub registration: Registration,
    /// The slots that have not begun and in which the person has a seat, in the order of their times.
    pub slots: Vec<SwapSlot>,
}

/// What somebody can swap in a slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SwapSlot {
    pub slot: SlotId,
    /// Where the person sits.
    pub gives: WorkshopId,
    /// The workshops whose seats others would give for the person's.
    pub offered: Vec<WorkshopId>,
    /// What the person would like to have, and nobody has agreed to.
    pub wanted: Vec<WorkshopId>,
    /// What else the person can ask for.
    pub choices: Vec<WorkshopId>,
    /// The last swap that brought the person to this seat.
    pub made: Option<SwapOffer>,
}

/// A change of somebody's swaps.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SwapRequest {
    /// The seat that the person has seen as theirs.
    pub gives: OfferKey,
    /// The workshop of the same slot.
    pub wants: WorkshopId,
    pub change: SwapChange,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SwapChange {
    /// Offers a swap. It is made at once if somebody offers the opposite.
    Offer,
    /// Agrees to a swap that somebody offers.
    Agree,
    /// Takes the offer back.
    Withdraw,
}

/// What became of a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Swapped {
    /// Nobody has agreed yet.
    Offered,
    Made,
    Withdrawn,
}

/// The published version, on which swaps are tried.
struct SwapBoard<'a> {
    assignment: &'a Assignment,
    problem: &'a AssignmentProblem,
    seating: &'a AssignmentSeating,
    trial: Trial<'a>,
}

impl Planner {
    /// What the person that a personal link was sent to can swap.
    ///
    /// # Errors
    ///
    /// `NotFound` where swaps are not allowed, and before an assignment is published.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn swap_page(&self, access: &LinkAccess) -> Result<SwapPage> {
        let (mut reader, opened) = self.read_by_link(access, Purpose::Manage).await?;
        let (registration, event) = opened.right.read(&mut reader).await?;
        let network = require_network(&mut reader, event.network).await?;
        let assignment = Assignment::load(&mut reader, network, event).await?;
        let published = published(&mut reader, &assignment).await?;
        let swaps = reader.swaps_of_event(assignment.event.id).await?;
        let problem = assignment.problem();
        let layout = ProblemLayout::new(&problem.problem);
        let mut board = SwapBoard::new(&assignment, &problem, &layout, &published.seating);
        let slots = board.slots_of(registration.id, &swaps, self.now());
        Ok(SwapPage {
            slots,
            registration,
            programme: assignment.programme,
            event: assignment.event,
            network: assignment.network,
        })
    }

    /// Changes the swaps of the person that a personal link was sent to. If it makes a swap, both have their new seats,
    /// and are told.
    ///
    /// # Errors
    ///
    /// `NotFound` where swaps are not allowed. A fault of `wants` if the swap is not possible any more.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn change_swaps(&self, access: &LinkAccess, request: SwapRequest) -> Result<Swapped> {
        let (mut tx, opened) = self.begin_by_link(access, Purpose::Manage).await?;
        let (locked, registration) = opened.right.lock(&mut tx).await?;
        let (network, event) = (locked.network.clone(), locked.event.clone());
        let assignment = Assignment::load(&mut tx, network, event).await?;
        let published = published(&mut tx, &assignment).await?;
        let own = SwapOffer {
            person: registration.id,
            slot: request.gives.slot,
            gives: request.gives.workshop,
            wants: request.wants,
            offered_at: self.now(),
            made_at: None,
        };
        if request.change == SwapChange::Withdraw {
            tx.delete_swap(own.person, own.wanted()).await?;
            self.commit(tx).await?;
            return Ok(Swapped::Withdrawn);
        }
        let swaps = tx.swaps_of_event(assignment.event.id).await?;
        let problem = assignment.problem();
        let layout = ProblemLayout::new(&problem.problem);
        let mut board = SwapBoard::new(&assignment, &problem, &layout, &published.seating);
        board.check(&own, self.now())?;
        let Some(other) = board.partner(&own, &swaps) else {
            if request.change == SwapChange::Agree {
                return Err(at_wanted(Fault::SwapGone));
            }
            if !board.choices(own.person, own.slot).contains(&own.wants) {
                return Err(at_wanted(Fault::SwapRefused));
            }
            tx.save_swap(&own).await?;
            self.commit(tx).await?;
            return Ok(Swapped::Offered);
        };
        let plan = require_plan(&assignment)?.id;
        let mut locked = LockedEvent::new(self, &mut tx, locked);
        locked
            .make_swap((&assignment, &problem), &published, [own, other])
            .await?;
        self.commit_publication::<AssignmentKind>(tx, plan, None)
            .await?;
        Ok(Swapped::Made)
    }
}

impl LockedEvent<'_> {
    /// Exchanges the seats of two people in what participants see, and in what organisers prepare; tells both.
    async fn make_swap(
        &mut self,
        (assignment, problem): (&Assignment, &AssignmentProblem),
        published: &AssignmentVersion,
        swap: [SwapOffer; 2],
    ) -> Result<()> {
        let (planner, now) = (self.planner, self.planner.now());
        let plan = require_plan(assignment)?;
        let prepared = match plan.current {
            Some(number) if number != published.head.number => {
                Some(require_version(self.tx, plan, number).await?)
            }
            _ => None,
        };
        let (mut shown, mut newest) = (None, None);
        for version in std::iter::once(published).chain(&prepared) {
            let new = swapped(problem, version, swap)?;
            let from = (assignment, Some(version.head.number));
            let number = planner.write_version(self.tx, from, problem, new).await?;
            shown = shown.or(Some(number));
            newest = Some(number);
        }
        if let (Some(shown), Some(newest)) = (shown, newest) {
            self.tx.set_current_version(plan.id, newest, newest).await?;
            self.tx
                .set_published_version(plan.id, Some((shown, now)))
                .await?;
        }
        self.forget_shown_plans();
        for offer in swap {
            self.tx.delete_open_swaps(offer.person, offer.slot).await?;
            let made = SwapOffer {
                made_at: Some(now),
                ..offer
            };
            self.tx.save_swap(&made).await?;
            self.note(
                offer.person,
                Who::Participant,
                AuditAction::WorkshopsSwapped,
            )
            .await?;
            if let Some(registration) = assignment.person(offer.person) {
                let knows = self.correspondence(registration).await?;
                self.enter_workshops(registration, knows).await?;
            }
        }
        Ok(())
    }
}

/// A version after a swap.
fn swapped(
    problem: &AssignmentProblem,
    version: &AssignmentVersion,
    [one, other]: [SwapOffer; 2],
) -> Result<NewVersion> {
    let seating = &version.seating;
    let sits =
        |offer: &SwapOffer| seating.workshop_of(offer.person, offer.slot) == Some(offer.gives);
    let layout = ProblemLayout::new(&problem.problem);
    let mut trial = Trial::new(problem, &problem.problem, &layout, seating);
    let change = exchange(&one, &other);
    let is_allowed = sits(&one) && sits(&other) && {
        let effect = trial.evaluate(change);
        effect.is_some_and(|effect| effect.breaks.is_empty())
    };
    let after = trial.seating_after(change).filter(|_| is_allowed);
    let after = after.ok_or_else(|| at_wanted(Fault::SwapRefused))?;
    Ok(NewVersion {
        cause: VersionCause::Agreed,
        quality: quality_of(problem, &after),
        seating: problem.stored(&after, |person| seating.people.contains(&person)),
        member: None,
    })
}

const fn exchange(one: &SwapOffer, other: &SwapOffer) -> AssignmentMove {
    AssignmentMove::Swap {
        slot: one.slot,
        one: one.person,
        other: other.person,
    }
}

fn at_wanted(fault: Fault) -> PlannerError {
    Faults::one("wants", fault).into()
}

/// The published version, where participants may swap.
async fn published(reader: &mut Reader, assignment: &Assignment) -> Result<AssignmentVersion> {
    let is_allowed = assignment
        .wish_setup
        .as_ref()
        .is_some_and(|setup| setup.allows_swaps);
    let plan = assignment.plan.as_ref().filter(|_| is_allowed);
    let plan = plan.filter(|_| assignment.event.state == EventState::Published);
    let found = plan.and_then(|plan| Some((plan, plan.published?)));
    let (plan, (number, _)) = found.ok_or(PlannerError::NotFound)?;
    require_version(reader, plan, number).await
}

/// How many swaps others offer to somebody in slots that have not begun, by the seats that participants know.
pub(crate) fn swaps_offered_to(
    person: RegistrationId,
    (programme, event): (&Programme, &Event),
    seating: &AssignmentSeating,
    swaps: &[SwapOffer],
    now: Timestamp,
) -> usize {
    let zone = event.details.time_zone.rules();
    let mut offered: Vec<OfferKey> = swaps
        .iter()
        .filter(|swap| swap.made_at.is_none() && swap.person != person)
        .filter(|swap| {
            let sits = |person| seating.workshop_of(person, swap.slot);
            let slot = programme.slot(swap.slot);
            sits(person) == Some(swap.wants)
                && sits(swap.person) == Some(swap.gives)
                && slot.is_some_and(|slot| slot.starts_at(zone) > now)
        })
        .map(|swap| OfferKey {
            slot: swap.slot,
            workshop: swap.gives,
        })
        .collect();
    offered.sort_unstable();
    offered.dedup();
    offered.len()
}

impl<'a> SwapBoard<'a> {
    fn new(
        assignment: &'a Assignment,
        problem: &'a AssignmentProblem,
        layout: &'a ProblemLayout,
        seating: &'a AssignmentSeating,
    ) -> Self {
        Self {
            trial: Trial::new(problem, &problem.problem, layout, seating),
            assignment,
            problem,
            seating,
        }
    }

    fn slots_of(
        &mut self,
        person: RegistrationId,
        swaps: &[SwapOffer],
        now: Timestamp,
    ) -> Vec<SwapSlot> {
        let slots: Vec<OfferKey> = (self.assignment.programme.slots.iter())
            .filter(|slot| self.is_ahead(slot.id, now))
            .filter_map(|slot| {
                let workshop = self.seat(person, slot.id)?;
                let slot = slot.id;
                Some(OfferKey { slot, workshop })
            })
            .collect();
        slots
            .into_iter()
            .map(|held| self.slot_of(person, held, swaps))
            .collect()
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
        let mut choices = self.choices(person, held.slot);
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

    /// The seat of somebody who takes part in a slot.
    fn seat(&self, person: RegistrationId, slot: SlotId) -> Option<WorkshopId> {
        self.problem.person_at(person)?;
        self.seating.workshop_of(person, slot)
    }

    fn is_ahead(&self, slot: SlotId, now: Timestamp) -> bool {
        let zone = self.assignment.event.details.time_zone.rules();
        let slot: Option<&TimeSlot> = self.assignment.programme.slot(slot);
        slot.is_some_and(|slot| slot.starts_at(zone) > now)
    }

    /// Refuses a swap in a slot that has begun, and one of a seat that the person does not have any more.
    fn check(&self, own: &SwapOffer, now: Timestamp) -> Result<()> {
        if !self.is_ahead(own.slot, now) {
            return Err(at_wanted(Fault::SlotBegan));
        }
        if self.seat(own.person, own.slot) != Some(own.gives) {
            return Err(at_wanted(Fault::SeatMoved));
        }
        Ok(())
    }

    /// Whoever has waited longest of those with whom a swap keeps every rule.
    fn partner(&mut self, own: &SwapOffer, swaps: &[SwapOffer]) -> Option<SwapOffer> {
        let is_open = |other: &&SwapOffer| {
            other.made_at.is_none()
                && own.matches(other)
                && self.seat(other.person, other.slot) == Some(other.gives)
        };
        let others: Vec<SwapOffer> = swaps.iter().filter(is_open).copied().collect();
        let keeps_rules = |other: &SwapOffer| {
            let effect = self.trial.evaluate(exchange(own, other));
            effect.is_some_and(|effect| effect.breaks.is_empty())
        };
        others.into_iter().find(keeps_rules)
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
            let own = SwapOffer {
                person,
                gives: other.wants,
                wants: other.gives,
                ..*other
            };
            if !workshops.contains(&other.gives) && self.partner(&own, &[*other]).is_some() {
                workshops.push(other.gives);
            }
        }
        workshops
    }

    /// The workshops in which somebody sits with whom the person could swap, in the order of the programme.
    fn choices(&mut self, person: RegistrationId, slot: SlotId) -> Vec<WorkshopId> {
        let options = self.trial.options(person, slot);
        let offers = options.map(|options| options.offers).unwrap_or_default();
        let is_possible = |workshop: &Workshop| {
            workshop.is_planned()
                && offers.iter().any(|option| {
                    let mut swaps = option.swaps.iter();
                    option.offer.workshop == workshop.id
                        && swaps.any(|(_, effect)| effect.breaks.is_empty())
                })
        };
        let offers = self.assignment.programme.offers_in(slot);
        let workshops = offers.filter(|(_, workshop)| is_possible(workshop));
        workshops.map(|(_, workshop)| workshop.id).collect()
    }
}
