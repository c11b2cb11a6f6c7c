//! The programme of a conference: slots, workshops, and the offers that put one into the other.
//!
//! An offer is an item of the agenda, and repeats what its slot and its workshop say. Every change here saves the items of
//! the offers that it concerns, and a change of the agenda that moves offers moves their slot (`slots::follow_offers`).

mod bookings;
mod busy;
mod copying;
mod editing;
mod exchange;
mod news;
mod rooms;
mod slots;
mod wishes;

use jiff::tz::TimeZone;
use model::{
    AgendaItem, AuditAction, Event, EventId, Network, SlotId, WorkshopId,
    workshops::{Programme, RoomConflict, TimeSlot, Workshop, room_conflicts},
};
use store::{Reader, Tx};

pub use self::{
    bookings::{
        Booked, BookingOverview, BookingPage, BookingTexts, OfferUse, OwnBookings, SlotSeats,
    },
    busy::BusyOverview,
    editing::{NewOffer, WorkshopEdit, WorkshopInput},
    exchange::{LineWorkshop, ProgrammeColumn, ProgrammePreview, ProgrammeTexts},
    slots::{NewSlot, SeatsOnChange, SlotEdit},
    wishes::{
        OpenWishes, Profile, RecentlyReminded, WishOverview, WishPage, WishReminderPreview,
        WishSetupEdit, seed_hash,
    },
};
pub(crate) use self::{
    copying::copy_programme,
    news::ChangedProgramme,
    slots::{follow_offers, move_slots},
    wishes::{RemindOfWishes, Wishless, check_wishes_of_form},
};
use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, Organises, Right},
    agenda::in_order,
    events::lock_changeable,
    registrations::visible_event,
    require::require_network,
};

/// A programme with what its pages show beside it.
#[derive(Debug, Clone)]
pub struct PlannedProgramme {
    pub network: Network,
    pub event: Event,
    pub programme: Programme,
    /// All items of the agenda, in the order it is shown.
    pub agenda: Vec<AgendaItem>,
    /// How many people have a seat.
    pub confirmed: u32,
}

impl PlannedProgramme {
    /// The pairs of items that use one room at one time. Workshops that are called off use none.
    pub fn room_conflicts(&self) -> Vec<RoomConflict> {
        let takes_place = |item: &AgendaItem| {
            item.offer
                .is_none_or(|offer| self.programme.is_planned(offer))
        };
        room_conflicts(&self.agenda, self.zone(), takes_place)
    }

    /// The item of the agenda of this id.
    pub fn item(&self, id: model::AgendaItemId) -> Option<&AgendaItem> {
        self.agenda.iter().find(|item| item.id == id)
    }

    /// The slots on days that the event does not have.
    pub fn slots_outside(&self) -> impl Iterator<Item = &TimeSlot> {
        let slots = self.programme.slots.iter();
        slots.filter(|slot| !self.event.details.has_day(slot.starts.date()))
    }

    /// The zone of the event.
    pub fn zone(&self) -> &TimeZone {
        self.event.details.time_zone.rules()
    }
}

impl Planner {
    /// The programme of an event, for its organisers.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn programme(&self, access: &EventAccess<impl Right>) -> Result<PlannedProgramme> {
        let mut reader = self.store().read().await?;
        let (_, event) = access.read(&mut reader).await?;
        let network = require_network(&mut reader, event.network).await?;
        planned_programme(&mut reader, network, event).await
    }

    /// The programme of a published or cancelled event that a visitor may see.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn open_programme(&self, slug: &str, key: Option<&str>) -> Result<PlannedProgramme> {
        let mut reader = self.store().read().await?;
        let event = visible_event(&mut reader, slug, key).await?;
        let network = require_network(&mut reader, event.network).await?;
        planned_programme(&mut reader, network, event).await
    }

    /// Saves a change of a programme with its audit line, and tells whoever has booked what changed. The last change of the
    /// agenda cannot be undone any more: its offers may be others now.
    async fn commit_programme(
        &self,
        mut tx: Tx,
        locked: &LockedProgramme,
        action: AuditAction,
    ) -> Result<()> {
        tx.delete_agenda_change(locked.event.id).await?;
        self.note_event_part(&mut tx, &locked.right, &locked.event, action)
            .await?;
        let changed = ChangedProgramme {
            event: &locked.event,
            slots: &locked.programme.slots,
            member: locked.right.member().id,
        };
        // On the heap: the future of every change of a programme has it.
        let job = Box::pin(self.queue_programme_news(&mut tx, changed)).await?;
        self.commit_with_job(tx, job).await
    }
}

/// Reads the programme of an event that the caller may see.
pub(crate) async fn planned_programme(
    reader: &mut Reader,
    network: Network,
    event: Event,
) -> Result<PlannedProgramme> {
    let programme = reader.programme(event.id).await?;
    let agenda = reader.agenda(event.id).await?.rows;
    Ok(PlannedProgramme {
        network,
        programme,
        confirmed: reader.count_registrations(event.id).await?.confirmed,
        agenda: in_order(agenda, event.details.time_zone.rules()),
        event,
    })
}

/// The programme of an event that nobody else changes until the transaction ends.
struct LockedProgramme {
    right: Organises,
    event: Event,
    programme: Programme,
}

impl LockedProgramme {
    async fn lock(tx: &mut Tx, access: &EventAccess<Organises>) -> Result<Self> {
        let (right, event) = lock_changeable(tx, access).await?;
        let programme = tx.programme(event.id).await?;
        Ok(Self {
            right,
            event,
            programme,
        })
    }

    fn id(&self) -> EventId {
        self.event.id
    }

    fn zone(&self) -> &TimeZone {
        self.event.details.time_zone.rules()
    }

    fn slot(&self, id: SlotId) -> Result<&TimeSlot> {
        self.programme.slot(id).ok_or(PlannerError::NotFound)
    }

    fn workshop(&self, id: WorkshopId) -> Result<&Workshop> {
        self.programme.workshop(id).ok_or(PlannerError::NotFound)
    }
}
