//! What changes of the programme do to bookings: more seats go to those who wait, and what does not take place any more
//! is told.

use mail::WorkshopNews;
use model::{
    AuditAction, Event, Fault, Faults, Registration, SlotId, WorkshopId,
    workshops::{
        BookingCount, BookingState, OfferKey, Programme, SlotWay, TimeSlot, Workshop,
        WorkshopDetails,
    },
};
use store::Tx;

use super::super::LockedProgramme;
use crate::{
    Planner, Result, access::Locked, audit::Who, events::LockedEvent, require::require_network,
};

/// The bookings of one workshop, before it changes.
pub(in crate::workshops) struct WorkshopBookings {
    counts: Vec<BookingCount>,
}

impl WorkshopBookings {
    /// The bookings of a workshop, if it has any.
    pub(in crate::workshops) async fn read(
        tx: &mut Tx,
        locked: &LockedProgramme,
        workshop: WorkshopId,
    ) -> Result<Option<Self>> {
        let mut offers = locked.programme.offers_of(workshop);
        if !offers.any(|(_, slot)| slot.way == SlotWay::FirstCome) {
            return Ok(None);
        }
        let mut counts = tx.booking_counts(locked.event.id).await?;
        counts.retain(|count| count.offer.workshop == workshop);
        Ok((!counts.is_empty()).then_some(Self { counts }))
    }

    /// The offers that are booked, each once.
    fn offers(&self) -> Vec<OfferKey> {
        let mut offers: Vec<OfferKey> = self.counts.iter().map(|count| count.offer).collect();
        offers.sort_unstable();
        offers.dedup();
        offers
    }

    /// Refuses limits below the seats that are taken, unless they are not lower than before.
    pub(in crate::workshops) fn check(
        &self,
        before: &WorkshopDetails,
        after: &WorkshopDetails,
    ) -> Result<(), Faults> {
        let mut faults = Faults::none();
        let (mut taken, mut of_one_organisation) = (0, 0);
        for offer in self.offers() {
            let counts = self.counts.iter().filter(|count| count.offer == offer);
            let seats = after.seats(counts.map(|count| (count.organisation.clone(), count.seated)));
            taken = taken.max(seats.taken());
            of_one_organisation = of_one_organisation.max(seats.most_of_one_organisation());
        }
        for (field, before, after, taken) in [
            ("most", before.most, after.most, taken),
            (
                "organisation_most",
                before.organisation_most,
                after.organisation_most,
                of_one_organisation,
            ),
        ] {
            let is_lower = |after| before.is_none_or(|before| after < before);
            if after.is_some_and(|after| after < taken && is_lower(after)) {
                faults.add(field, Fault::FewerThanTaken { taken });
            }
        }
        faults.or(Some(()))
    }
}

impl LockedProgramme {
    /// Refuses another way for a slot in which people have booked.
    pub(in crate::workshops) async fn check_way(
        &self,
        tx: &mut Tx,
        before: &TimeSlot,
        after: &TimeSlot,
    ) -> Result<()> {
        if before.way != SlotWay::FirstCome || after.way == SlotWay::FirstCome {
            return Ok(());
        }
        let counts = tx.booking_counts(self.event.id).await?;
        let in_slot = counts.iter().filter(|count| count.offer.slot == before.id);
        match in_slot.map(|count| count.seated + count.waiting).sum() {
            0 => Ok(()),
            people => Err(Faults::one("way", Fault::SlotBooked { people }).into()),
        }
    }

    fn who(&self) -> Who {
        Who::from(&self.right)
    }
}

impl Planner {
    /// Brings the bookings of a workshop that was changed up to date: those of offers that are gone are ended, and free
    /// seats go to those who wait.
    pub(in crate::workshops) async fn follow_workshop(
        &self,
        tx: &mut Tx,
        locked: &LockedProgramme,
        (bookings, changed): (&WorkshopBookings, &Workshop),
        offered_in: &[SlotId],
    ) -> Result<()> {
        let mut after = locked.programme.clone();
        for workshop in &mut after.workshops {
            if workshop.id == changed.id {
                *workshop = changed.clone();
            }
        }
        let (kept, gone): (Vec<_>, Vec<_>) = bookings
            .offers()
            .into_iter()
            .partition(|offer| offered_in.contains(&offer.slot));
        let mut event = self.locked_event(tx, locked).await?;
        event
            .call_off(&locked.programme, &gone, locked.who())
            .await?;
        event.promote_in(&after, kept).await
    }

    /// Ends all bookings of a workshop that is called off or removed.
    pub(in crate::workshops) async fn call_off_workshop(
        &self,
        tx: &mut Tx,
        locked: &LockedProgramme,
        workshop: WorkshopId,
    ) -> Result<()> {
        let Some(bookings) = WorkshopBookings::read(tx, locked, workshop).await? else {
            return Ok(());
        };
        let mut event = self.locked_event(tx, locked).await?;
        event
            .call_off(&locked.programme, &bookings.offers(), locked.who())
            .await
    }

    /// Ends all bookings of offers that are removed from the agenda.
    pub(crate) async fn call_off_offers(
        &self,
        tx: &mut Tx,
        event: &Event,
        offers: &[OfferKey],
        who: Who,
    ) -> Result<()> {
        let programme = tx.programme(event.id).await?;
        let network = require_network(tx, event.network).await?;
        let event = event.clone();
        let mut locked = LockedEvent::new(self, tx, Locked { network, event });
        locked.call_off(&programme, offers, who).await
    }

    /// Ends all bookings in a slot that is removed.
    pub(in crate::workshops) async fn call_off_slot(
        &self,
        tx: &mut Tx,
        locked: &LockedProgramme,
        slot: &TimeSlot,
    ) -> Result<()> {
        if slot.way != SlotWay::FirstCome {
            return Ok(());
        }
        let offers = locked.programme.offers_in(slot.id);
        let offers: Vec<OfferKey> = offers.map(|(offer, _)| offer.key).collect();
        let mut event = self.locked_event(tx, locked).await?;
        event
            .call_off(&locked.programme, &offers, locked.who())
            .await
    }

    /// The event of a locked programme, for those who are written to.
    async fn locked_event<'a>(
        &'a self,
        tx: &'a mut Tx,
        locked: &LockedProgramme,
    ) -> Result<LockedEvent<'a>> {
        let network = require_network(tx, locked.event.network).await?;
        let event = locked.event.clone();
        Ok(LockedEvent::new(self, tx, Locked { network, event }))
    }
}

impl LockedEvent<'_> {
    /// Ends all bookings of offers that do not take place, and tells those who had them, unless the time is over.
    async fn call_off(
        &mut self,
        programme: &Programme,
        offers: &[OfferKey],
        who: Who,
    ) -> Result<()> {
        if offers.is_empty() {
            return Ok(());
        }
        let bookings = self.tx.bookings_of_event(self.event.id).await?;
        let bookings: Vec<_> = bookings
            .into_iter()
            .filter(|booking| offers.contains(&booking.offer))
            .collect();
        let ids: Vec<_> = bookings
            .iter()
            .map(|booking| booking.registration)
            .collect();
        let people = self.tx.registrations(&ids).await?;
        for offer in offers {
            self.tx.delete_bookings_of_offer(*offer).await?;
        }
        for booking in bookings {
            let registration: Option<&Registration> = people.get(&booking.registration);
            let Some(registration) = registration else {
                continue;
            };
            let action = AuditAction::WorkshopLeft;
            self.note(registration.id, who, action).await?;
            let slot = programme.slot(booking.offer.slot);
            if !slot.is_some_and(|slot| slot.takes_bookings(&self.event, self.planner.now())) {
                continue;
            }
            let news = WorkshopNews::CalledOff {
                was_seated: booking.state == BookingState::Seated,
            };
            self.tell_of_workshop(programme, booking.offer, registration, news)
                .await?;
        }
        Ok(())
    }
}
