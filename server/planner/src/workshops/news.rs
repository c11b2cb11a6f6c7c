//! What changes of a programme tell those who have booked, or lead a workshop that is booked: another time, another room,
//! other speakers. Seats that end are told by `bookings`.

use model::{
    Event, EventState, MemberId,
    workshops::{SlotWay, TimeSlot},
};
use store::Tx;

use crate::{
    Planner, Result,
    access::Locked,
    events::LockedEvent,
    jobs::{JobPayload, QueuedJob},
    require::require_network,
    timetables::{EntryChange, EntryScope, Timetables, people_of},
};

/// A programme that has been changed.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ChangedProgramme<'p> {
    pub event: &'p Event,
    /// The slots as they were before.
    pub slots: &'p [TimeSlot],
    pub member: MemberId,
}

impl Planner {
    /// Queues the mails to those whose workshops, which they are told of at once, are others now than their calendars say.
    pub(crate) async fn queue_programme_news(
        &self,
        tx: &mut Tx,
        changed: ChangedProgramme<'_>,
    ) -> Result<Option<QueuedJob>> {
        let event = changed.event;
        if event.state != EventState::Published {
            return Ok(None);
        }
        let slots = tx.slots(event.id).await?;
        let mut all = slots.iter().chain(changed.slots);
        if all.all(|slot| slot.way == SlotWay::Wishes) {
            return Ok(None);
        }
        let timetables = Timetables::read(tx, event).await?;
        let people = people_of(tx, event).await?;
        let outdated = timetables
            .outdated(tx, &people, EntryScope::AtOnce, self.now())
            .await?;
        let is_told = |changes: &[EntryChange]| changes.iter().any(EntryChange::is_told);
        let told = outdated.iter().filter(|(_, changes)| is_told(changes));
        let count = u32::try_from(told.count()).unwrap_or(u32::MAX);
        if outdated.is_empty() {
            return Ok(None);
        }
        let network = require_network(tx, event.network).await?;
        let event = event.clone();
        let mut locked = LockedEvent::new(self, tx, Locked { network, event });
        let payload = JobPayload::ProgrammeChanged;
        let job = locked.queue_job(&payload, count, changed.member).await?;
        Ok(Some(job))
    }
}
