//! Versions of plans, of every kind. A version is never changed after it is written.

use std::fmt::Debug;

use jiff::Timestamp;
use serde::{Serialize, de::DeserializeOwned};

use crate::{MemberId, PlanId, string_enum::string_enum};

/// What is stored with a plan or a version.
pub trait PlanPart:
    Debug + Clone + PartialEq + Eq + Serialize + DeserializeOwned + Send + Sync + 'static
{
}

impl<Part> PlanPart for Part where
    Part: Debug + Clone + PartialEq + Eq + Serialize + DeserializeOwned + Send + Sync + 'static
{
}

/// A kind of plan: what its set-up and its versions consist of.
pub trait PlanKind: Debug + Clone + Copy + PartialEq + Eq + Send + Sync + 'static {
    /// The word that is stored.
    const NAME: &'static str;
    /// What plans are made from.
    type SetUp: PlanPart;
    /// Who sits where.
    type Seating: PlanPart;
    /// What the solver must not touch.
    type Lock: PlanPart;
    /// A rule that a version breaks.
    type Broken: PlanPart;
    type Quality: PlanPart;
}

string_enum! {
    /// What a version came from.
    VersionCause {
        /// The solver.
        Solved = "solved",
        /// The solver, around what is locked.
        RestSolved = "rest solved",
        /// Another plan of the solver's was chosen.
        Alternative = "alternative",
        /// Somebody was moved by hand.
        Moved = "moved",
        /// Two people were exchanged by hand.
        Swapped = "swapped",
        /// A seat, a table or a round was locked or unlocked.
        Locked = "locked",
        /// Adapted to who is there.
        Repaired = "repaired",
        /// An earlier version was made the current one.
        Restored = "restored",
        /// Drawn at random.
        Random = "random",
        /// Begun without seats.
        Empty = "empty",
        /// Read from a table.
        Imported = "imported",
        /// People who registered late were placed where there was room.
        LatePlaced = "late placed",
        /// Two participants have agreed to exchange their seats.
        Agreed = "agreed",
    }
}

/// What lists of versions show.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VersionHead<K: PlanKind> {
    pub plan: PlanId,
    /// Counted from 1.
    pub number: u32,
    /// The version that it was made from.
    pub parent: Option<u32>,
    pub cause: VersionCause,
    /// The revision of the set-up that it was made from.
    pub set_up: i64,
    pub quality: K::Quality,
    /// How the solver found it, and what reproduces it. `None` for a change by hand.
    pub seed: Option<u64>,
    pub iterations: Option<u64>,
    pub member: Option<MemberId>,
    pub made_at: Timestamp,
}

/// A complete seating.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanVersion<K: PlanKind> {
    pub head: VersionHead<K>,
    pub seating: K::Seating,
    pub locks: Vec<K::Lock>,
    /// Rules that are broken because an organiser said so.
    pub broken: Vec<K::Broken>,
}
