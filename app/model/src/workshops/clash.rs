//! Workshops that exclude one another.

use crate::WorkshopId;

/// Two workshops that one person cannot attend both, in whatever slots. A pair has one order, so equal pairs are equal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Clash(WorkshopId, WorkshopId);

impl Clash {
    /// The pair. `None` for a workshop and itself.
    pub fn between(one: WorkshopId, other: WorkshopId) -> Option<Self> {
        (one != other).then(|| Self(one.min(other), one.max(other)))
    }

    /// Both workshops, the lower id first.
    pub const fn pair(self) -> (WorkshopId, WorkshopId) {
        (self.0, self.1)
    }

    /// The workshop that this one clashes with. `None` if it is no part of the pair.
    pub fn other(self, workshop: WorkshopId) -> Option<WorkshopId> {
        match self {
            Self(one, other) if one == workshop => Some(other),
            Self(one, other) if other == workshop => Some(one),
            Self(..) => None,
        }
    }
}
