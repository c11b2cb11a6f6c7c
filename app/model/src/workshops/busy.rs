//! People whom organisers need elsewhere in a time slot: helpers, hosts, the desk.

use crate::{Line, RegistrationId, SlotId};

/// Somebody who is needed elsewhere in a slot, and is placed in no workshop there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BusyMark {
    pub person: RegistrationId,
    pub slot: SlotId,
    /// What for, as *Empfang*.
    pub reason: Option<Line>,
}
