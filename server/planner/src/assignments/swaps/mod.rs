//! Swaps: a participant offers the seat in a slot for one in another workshop, and somebody who sits there agrees. Neither
//! learns who the other is.
//!
//! A swap is made on the published version, and becomes the published one at once. If organisers prepare another version,
//! it is made on that one, too, so that it is not lost when that is published.

mod board;
mod explained;
mod making;

use jiff::Timestamp;
use model::{
    Event, EventId, EventState, Fault, Faults, Network, Registration, RegistrationId, SlotId,
    WorkshopId,
    assignment::{AssignmentKind, AssignmentSeating, AssignmentVersion},
    workshops::{OfferKey, Programme, SwapOffer},
};
use store::{Reader, Tx};

use self::board::{SwapBasis, SwapBoard};
use super::{
    Assignment,
    versions::{require_plan, require_version},
};
use crate::{
    Planner, PlannerError, Result,
    access::{LinkAccess, Purpose},
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
    /// An offer that was to be taken back was agreed to before.
    MadeBefore,
}

/// The versions that a swap changes.
struct SwapVersions {
    published: AssignmentVersion,
    /// What organisers prepare, if it is another one.
    prepared: Option<AssignmentVersion>,
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
        let versions = SwapVersions::read(&mut reader, &assignment).await?;
        let swaps = reader.swaps_of_event(assignment.event.id).await?;
        let basis = SwapBasis::read(&mut reader, &assignment, &versions).await?;
        let mut board = SwapBoard::new(&assignment, &versions.published, &basis);
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
        let own = SwapOffer {
            person: registration.id,
            slot: request.gives.slot,
            gives: request.gives.workshop,
            wants: request.wants,
            offered_at: self.now(),
            made_at: None,
        };
        if request.change == SwapChange::Withdraw {
            let withdrawn = withdraw(&mut tx, locked.event.id, &own).await?;
            self.commit(tx).await?;
            return Ok(withdrawn);
        }
        let (network, event) = (locked.network.clone(), locked.event.clone());
        let assignment = Assignment::load(&mut tx, network, event).await?;
        let versions = SwapVersions::read(&mut tx, &assignment).await?;
        let swaps = tx.swaps_of_event(assignment.event.id).await?;
        let basis = SwapBasis::read(&mut tx, &assignment, &versions).await?;
        let mut board = SwapBoard::new(&assignment, &versions.published, &basis);
        board.check(&own, self.now())?;
        let Some(other) = board.partner(&own, &swaps) else {
            if request.change == SwapChange::Agree {
                return Err(at_wanted(Fault::SwapGone));
            }
            if !board.can_have(own.person, request.gives, own.wants) {
                return Err(at_wanted(Fault::SwapRefused));
            }
            // An offer that is sent again keeps its place.
            if !swaps.iter().any(|swap| swap.is_same_offer(&own)) {
                tx.save_swap(&own).await?;
            }
            self.commit(tx).await?;
            return Ok(Swapped::Offered);
        };
        let plan = require_plan(&assignment)?.id;
        let mut locked = LockedEvent::new(self, &mut tx, locked);
        locked
            .make_swap(&assignment, &versions, [own, other])
            .await?;
        self.commit_publication::<AssignmentKind>(tx, plan, None)
            .await?;
        Ok(Swapped::Made)
    }
}

/// Takes an offer back, also where participants may not swap any more. Somebody may have agreed before.
async fn withdraw(tx: &mut Tx, event: EventId, own: &SwapOffer) -> Result<Swapped> {
    if tx.delete_open_swap(own).await? {
        return Ok(Swapped::Withdrawn);
    }
    let swaps = tx.swaps_of_event(event).await?;
    let is_made = |swap: &SwapOffer| {
        swap.made_at.is_some()
            && (swap.person, swap.slot) == (own.person, own.slot)
            && (swap.gives, swap.wants) == (own.gives, own.wants)
    };
    Ok(if swaps.iter().any(is_made) {
        Swapped::MadeBefore
    } else {
        Swapped::Withdrawn
    })
}

fn at_wanted(fault: Fault) -> PlannerError {
    Faults::one("wants", fault).into()
}

impl SwapVersions {
    /// The versions of an event where participants may swap.
    async fn read(reader: &mut Reader, assignment: &Assignment) -> Result<Self> {
        let is_allowed = assignment
            .wish_setup
            .as_ref()
            .is_some_and(|setup| setup.allows_swaps);
        let plan = assignment.plan.as_ref().filter(|_| is_allowed);
        let plan = plan.filter(|_| assignment.event.state == EventState::Published);
        let found = plan.and_then(|plan| Some((plan, plan.published?)));
        let (plan, (number, _)) = found.ok_or(PlannerError::NotFound)?;
        let published = require_version(reader, plan, number).await?;
        let prepared = match plan.current.filter(|current| *current != number) {
            Some(current) => Some(require_version(reader, plan, current).await?),
            None => None,
        };
        Ok(Self {
            published,
            prepared,
        })
    }
}

/// How many swaps others offer to somebody, as the page of swaps shows them. `seating` is what participants know.
pub(crate) async fn swaps_offered_to(
    reader: &mut Reader,
    (network, event): (&Network, &Event),
    person: RegistrationId,
    seating: &AssignmentSeating,
    now: Timestamp,
) -> Result<usize> {
    let swaps = reader.swaps_of_event(event.id).await?;
    let is_for = |swap: &SwapOffer| {
        let held = seating.workshop_of(person, swap.slot);
        swap.made_at.is_none() && swap.person != person && held == Some(swap.wants)
    };
    // Whether rules allow it is asked only where somebody offers something.
    if !swaps.iter().any(is_for) {
        return Ok(0);
    }
    let assignment = Assignment::load(reader, network.clone(), event.clone()).await?;
    let versions = SwapVersions::read(reader, &assignment).await?;
    let basis = SwapBasis::read(reader, &assignment, &versions).await?;
    let mut board = SwapBoard::new(&assignment, &versions.published, &basis);
    Ok(board.offers_to(person, &swaps, now))
}
