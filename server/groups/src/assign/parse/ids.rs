//! The ids that a problem refers to.

use crate::input::IdIndex;

/// The ids of slots, workshops and people.
pub struct IdIndexes<'a> {
    pub slots: IdIndex<'a>,
    pub workshops: IdIndex<'a>,
    pub people: IdIndex<'a>,
}
