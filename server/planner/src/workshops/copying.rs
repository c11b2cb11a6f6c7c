//! The programme of an earlier event, taken over.

use std::collections::HashMap;

use jiff::civil::DateTime;
use model::{
    AuditAction, Event, EventId, Fault, Faults, SlotId, WorkshopId,
    local::Occurrence,
    workshops::{Clash, Offer, OfferKey, Programme, TimeSlot, Workshop, WorkshopState},
};
use store::Tx;

use super::LockedProgramme;
use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, Organises},
    events::moved_start,
    require::require_event,
};

impl Planner {
    /// Takes the programme of another event of the network over, with its rooms. Slots keep their distance to the
    /// beginning; those on days that the event does not have are left out with their offers. Refused unless the
    /// programme is empty.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access, %from), err(level = "debug"))]
    pub async fn take_over_programme(
        &self,
        access: &EventAccess<Organises>,
        from: EventId,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let locked = LockedProgramme::lock(&mut tx, access).await?;
        let from = require_event(&mut tx, from).await?;
        if from.network != locked.event.network || from.id == locked.event.id {
            return Err(PlannerError::NotFound);
        }
        if !locked.programme.is_empty() {
            return Err(Faults::one("from", Fault::ProgrammeExists).into());
        }
        copy_programme(self, &mut tx, &from, &locked.event).await?;
        self.commit_programme(tx, &locked, AuditAction::ProgrammeImported)
            .await
    }
}

/// Copies the programme of an event into one without a programme. Workshops that were called off are planned again.
/// Gives the titles of offers on days that the event does not have: they are left out.
pub(crate) async fn copy_programme(
    planner: &Planner,
    tx: &mut Tx,
    from: &Event,
    event: &Event,
) -> Result<Vec<String>> {
    let Programme {
        slots,
        workshops,
        offers,
        clashes,
        rooms,
        called_off: _,
    } = tx.programme(from.id).await?;
    let mut new_slots: HashMap<SlotId, TimeSlot> = HashMap::new();
    for slot in slots {
        let (starts, occurrence) = moved_slot(&slot, from, event);
        if event.details.has_day(starts.date()) {
            let copy = TimeSlot {
                id: planner.new_id(),
                event: event.id,
                starts,
                occurrence,
                revision: 1,
                ..slot
            };
            tx.insert_slot(&copy).await?;
            new_slots.insert(slot.id, copy);
        }
    }
    let mut new_workshops: HashMap<WorkshopId, Workshop> = HashMap::new();
    for workshop in workshops {
        let before = workshop.id;
        let copy = Workshop {
            id: planner.new_id(),
            event: event.id,
            state: WorkshopState::Planned,
            revision: 1,
            ..workshop
        };
        tx.insert_workshop(&copy).await?;
        new_workshops.insert(before, copy);
    }
    let mut left_out = Vec::new();
    for offer in offers {
        let slot = new_slots.get(&offer.key.slot);
        let workshop = new_workshops.get(&offer.key.workshop);
        let Some((slot, workshop)) = slot.zip(workshop) else {
            left_out.extend(workshop.map(|workshop| workshop.details.title.to_string()));
            continue;
        };
        let copy = Offer {
            id: planner.new_id(),
            key: OfferKey {
                slot: slot.id,
                workshop: workshop.id,
            },
            room: offer.room,
        };
        tx.insert_agenda_item(&copy.item(slot, workshop)).await?;
    }
    for (one, other) in clashes.into_iter().map(Clash::pair) {
        let pair = new_workshops.get(&one).zip(new_workshops.get(&other));
        let clash = pair.and_then(|(one, other)| Clash::between(one.id, other.id));
        if let Some(clash) = clash {
            tx.insert_clash(clash).await?;
        }
    }
    for room in rooms {
        tx.save_room(event.id, &room).await?;
    }
    Ok(left_out)
}

fn moved_slot(slot: &TimeSlot, from: &Event, event: &Event) -> (DateTime, Occurrence) {
    let (before, after) = (from.details.starts, event.details.starts);
    let zone = event.details.time_zone.rules();
    moved_start((slot.starts, slot.occurrence), before, after, zone)
}
