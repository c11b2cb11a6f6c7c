//! The ids that a problem refers to.

use crate::input::IdIndex;

/// What people, workshops, rules and an earlier plan refer to.
pub struct IdIndexes<'a> {
    pub slots: IdIndex<'a>,
    pub workshops: IdIndex<'a>,
    pub people: IdIndex<'a>,
}
