//! The assignment of people to workshops: computed from their wishes, chosen, completed for those who come late.
//!
//! An event has one plan of its workshops, for all slots in which seats are given by wishes. Its set-up is saved with the
//! first computation. A computation writes a version with the other fairnesses beside it; none of them counts before an
//! organiser chooses one.

mod attention;
mod board;
mod choosing;
mod computation;
mod contradictions;
mod explanation;
mod export;
mod fingerprint;
mod free_seats;
mod known;
mod late;
mod locks;
mod moves;
mod operations;
mod origin;
mod person;
mod pricing;
mod problem;
mod publishing;
mod quality;
mod refusal_reason;
mod repair;
mod request;
mod restoring;
mod search;
mod set_up;
mod small_offers;
mod solving;
mod state;
mod stored_seats;
mod swaps;
mod turns;
mod version_basis;
mod versions;

use std::collections::{BTreeMap, HashMap};

use model::{
    Event, Network, Registration, RegistrationId, RegistrationState,
    assignment::{AssignmentKind, AssignmentSetUp},
    workshops::{OfferKey, Programme, WishList, WishSetup},
};
use store::{AssignmentPlan, Listed, Reader, StoreError};

pub use self::{
    attention::WorkshopAttention,
    board::{AssignmentBoard, AssignmentState},
    choosing::Choice,
    computation::PublishedFiles,
    explanation::{
        ExplainedSlot, Explainer, Explanation, Place, RankedWish, RefusedFirstWish, RefusedWish,
        SeatSwap,
    },
    export::AssignmentExport,
    free_seats::FreeSeats,
    locks::LockChange,
    moves::{AssignmentEffect, AssignmentMove, OfferOption, RankChange, SlotOptions},
    operations::{AssignmentEdit, AssignmentEdited},
    origin::Origin,
    person::{AssignedPerson, OwnAssignment, RefusedFirstWishes},
    problem::{AssignmentProblem, AssignmentRuleSource, SeatShortage},
    publishing::AssignmentPublication,
    refusal_reason::{Comparison, RefusalReason},
    repair::{AssignmentRepair, SeatReplacement},
    restoring::{AssignmentComparison, AssignmentTakeOver},
    small_offers::{PriceState, SmallOffer, SmallOffers},
    solving::{AssignmentFailure, AssignmentOutcome, Candidate},
    swaps::{SwapChange, SwapPage, SwapRequest, SwapSlot, Swapped},
    versions::AssignmentVersionLine,
};
pub(crate) use self::{
    computation::PublishedAssignment,
    known::KnownAssignment,
    pricing::{PriceCursor, PriceSmallOffers},
    solving::{AssignCursor, AssignWorkshops},
    swaps::swaps_offered_to,
    versions::plan_of,
};
use crate::Result;

/// Another assignment that was found beside a version, by another fairness.
pub type AssignmentAlternative = store::PlanAlternative<AssignmentKind>;

/// What an assignment is made from.
#[derive(Debug, Clone)]
pub struct Assignment {
    pub network: Network,
    pub event: Event,
    pub programme: Programme,
    /// `None`: nobody can wish yet.
    pub wish_setup: Option<WishSetup>,
    /// `None` until the first computation or decision.
    pub plan: Option<AssignmentPlan>,
    /// Everybody with a confirmed registration, in the order of names.
    pub people: Vec<Registration>,
    /// The wishes of everybody who has any.
    pub lists: BTreeMap<RegistrationId, WishList>,
    /// The seats that people have booked in other slots.
    pub booked: HashMap<RegistrationId, Vec<OfferKey>>,
}

impl Assignment {
    /// Loads what an assignment is made from, in a transaction that has checked the right.
    pub(crate) async fn load(reader: &mut Reader, network: Network, event: Event) -> Result<Self> {
        let mut people = reader.registrations_of(event.id).await?.rows;
        people.retain(|person| person.state == RegistrationState::Confirmed);
        let Listed {
            rows: mut plans,
            unreadable,
        } = reader.plans_of_event(event.id).await?;
        if let Some(row) = unreadable.into_iter().next() {
            // An event has one plan of its workshops: another one must not be begun.
            return Err(StoreError::from(row).into());
        }
        let mut booked: HashMap<RegistrationId, Vec<OfferKey>> = HashMap::new();
        for (person, offer) in reader.seats_booked(event.id).await? {
            booked.entry(person).or_default().push(offer);
        }
        Ok(Self {
            booked,
            programme: reader.programme(event.id).await?,
            wish_setup: reader.wish_setup(event.id).await?,
            plan: plans.pop(),
            lists: reader.wishes_of_event(event.id).await?,
            people,
            network,
            event,
        })
    }

    /// The set-up that is edited; one without rules before the first is saved.
    pub fn set_up(&self) -> AssignmentSetUp {
        let plan = self.plan.as_ref();
        plan.map_or_else(AssignmentSetUp::default, |plan| plan.set_up.clone())
    }

    /// The revision of the set-up; 0 before the first is saved.
    pub fn revision(&self) -> i64 {
        self.plan.as_ref().map_or(0, |plan| plan.revision)
    }

    /// The person of this registration, if they have a seat at the event.
    pub fn person(&self, id: RegistrationId) -> Option<&Registration> {
        self.people.iter().find(|person| person.id == id)
    }

    /// The assignment with another set-up.
    pub(super) fn with_set_up(&self, set_up: &AssignmentSetUp) -> Self {
        let mut changed = self.clone();
        if let Some(plan) = &mut changed.plan {
            plan.set_up = set_up.clone();
        }
        changed
    }

    /// The assignment as the solver sees it.
    pub fn problem(&self) -> AssignmentProblem {
        AssignmentProblem::new(self)
    }
}
