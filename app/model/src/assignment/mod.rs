//! The assignment of people to workshops: what it is made from, and its versions.

mod computation;
mod price;
mod quality;
mod seating;
mod set_up;

pub use computation::{Computation, ComputedSeats};
pub use price::{OfferOpposite, OfferPrice, OfferPrices};
pub use quality::{AssignmentQuality, Proof};
pub use seating::AssignmentSeating;
pub use set_up::{AssignmentRule, AssignmentSetUp, Fairness, OfferDecision, SeatFill};

use serde::{Deserialize, Serialize};

use crate::{
    RegistrationId, SlotId, WorkshopId,
    plan::{self, PlanKind},
    workshops::OfferKey,
};

/// The kind of a plan that assigns people to workshops.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AssignmentKind {}

impl PlanKind for AssignmentKind {
    const NAME: &'static str = "workshops";
    type SetUp = AssignmentSetUp;
    type Seating = AssignmentSeating;
    type Lock = AssignmentLock;
    type Broken = BrokenAssignmentRule;
    type Quality = AssignmentQuality;
}

/// What lists of an assignment's versions show.
pub type AssignmentHead = plan::VersionHead<AssignmentKind>;

/// A complete assignment.
pub type AssignmentVersion = plan::PlanVersion<AssignmentKind>;

/// What the solver must not touch: whoever has a seat there keeps it. A single seat that has to stay is a rule of the
/// set-up.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum AssignmentLock {
    Offer(OfferKey),
    Slot(SlotId),
}

impl AssignmentLock {
    /// Whether the seats of an offer are locked.
    pub fn covers(self, offer: OfferKey) -> bool {
        match self {
            Self::Offer(locked) => locked == offer,
            Self::Slot(slot) => slot == offer.slot,
        }
    }
}

/// A rule that an assignment breaks.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BrokenAssignmentRule {
    /// Fewer people than the workshop needs, or nobody although it was decided that it takes place.
    TooFew(OfferKey),
    /// More people than there are seats.
    TooMany(OfferKey),
    /// More people of one organisation than the workshop takes.
    TooManyOfOne(OfferKey),
    /// People sit in an offer that was called off.
    CalledOff(OfferKey),
    /// One of the set-up's rules, by its position.
    Rule { rule: u32 },
    /// A person attends a workshop twice.
    Twice {
        person: RegistrationId,
        workshop: WorkshopId,
    },
    /// A person attends two workshops that exclude one another.
    Clash {
        person: RegistrationId,
        one: WorkshopId,
        other: WorkshopId,
    },
    /// A person sits in a workshop that they have booked at another time, or that excludes what they have booked.
    Booked {
        person: RegistrationId,
        workshop: WorkshopId,
    },
    /// A person sits in a workshop without a wish for it, although only wishes are granted.
    NotWished {
        person: RegistrationId,
        workshop: WorkshopId,
    },
}
