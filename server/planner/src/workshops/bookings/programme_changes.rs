//! What changes of the programme do to bookings: more seats go to those who wait, and what does not take place any more
//! is told.

use std::collections::BTreeMap;

use mail::{WorkshopNews, WorkshopPage};
use model::{
    AuditAction, Event, Fault, Faults, Registration, RegistrationId, SlotId, WorkshopId,
    workshops::{
        Booking, BookingCount, BookingState, OfferKey, Programme, SlotWay, TimeSlot, Workshop,
        WorkshopDetails,
    },
};
use store::Tx;

use super::{super::LockedProgramme, offer_seats::SeatInOffer};
use crate::{
    Planner, Result,
    access::Locked,
    audit::Who,
    events::LockedEvent,
    mail::{Correspondence, SeatNews, WorkshopAttendee},
    require::require_network,
    timetables::EntryScope,
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
    pub(super) fn who(&self) -> Who {
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
        // The offers that are gone are in the programme as it was.
        event.know_programme(&locked.programme).await?;
        let end = (BookingsEnd::CalledOff, locked.who());
        event.end_bookings(&locked.programme, &gone, end).await?;
        let mut event = self.locked_event(tx, locked).await?;
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
        let end = (BookingsEnd::CalledOff, locked.who());
        event
            .end_bookings(&locked.programme, &bookings.offers(), end)
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
        let end = (BookingsEnd::CalledOff, who);
        locked.end_bookings(&programme, offers, end).await
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
        let end = (BookingsEnd::SlotRemoved, locked.who());
        event.end_bookings(&locked.programme, &offers, end).await
    }

    /// The event of a locked programme, for those who are written to.
    pub(super) async fn locked_event<'a>(
        &'a self,
        tx: &'a mut Tx,
        locked: &LockedProgramme,
    ) -> Result<LockedEvent<'a>> {
        let network = require_network(tx, locked.event.network).await?;
        let event = locked.event.clone();
        Ok(LockedEvent::new(self, tx, Locked { network, event }))
    }
}

/// Why bookings end although nobody gave them back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum BookingsEnd {
    /// The offers do not take place, or not at that time.
    CalledOff,
    /// The slot is removed.
    SlotRemoved,
    /// The seats of the slot are no longer booked.
    GivenOtherwise,
}

impl LockedEvent<'_> {
    /// Ends all bookings of offers, and tells those who had them, unless the time is over.
    pub(super) async fn end_bookings(
        &mut self,
        programme: &Programme,
        offers: &[OfferKey],
        (end, who): (BookingsEnd, Who),
    ) -> Result<()> {
        if offers.is_empty() {
            return Ok(());
        }
        let mut ended: BTreeMap<RegistrationId, Vec<Booking>> = BTreeMap::new();
        for booking in self.tx.bookings_of_event(self.event.id).await? {
            if offers.contains(&booking.offer) {
                ended.entry(booking.registration).or_default().push(booking);
            }
        }
        for offer in offers {
            self.tx.delete_bookings_of_offer(*offer).await?;
        }
        let ids: Vec<RegistrationId> = ended.keys().copied().collect();
        let people = self.tx.registrations(&ids).await?;
        let mut mails = self.tx.sent_mails_of(&ids).await?;
        let mut booked = self.tx.seats_booked_by(&ids).await?;
        for (id, bookings) in ended {
            let registration: Option<&Registration> = people.get(&id);
            let Some(registration) = registration else {
                continue;
            };
            let mut news = Vec::new();
            for booking in bookings {
                self.note(id, who, AuditAction::WorkshopLeft).await?;
                news.extend(self.ended_booking(programme, booking, (end, registration))?);
            }
            if news.is_empty() {
                continue;
            }
            let attendee = WorkshopAttendee {
                registration,
                knows: Correspondence::new(mails.remove(&id).unwrap_or_default()),
                booked: booked.remove(&id).unwrap_or_default(),
            };
            self.enter_booked(attendee, EntryScope::AtOnce, news)
                .await?;
        }
        Ok(())
    }

    /// What somebody is told about the end of a booking. `None` once its time has begun.
    fn ended_booking(
        &self,
        programme: &Programme,
        booking: Booking,
        (end, registration): (BookingsEnd, &Registration),
    ) -> Result<Option<SeatNews>> {
        let slot = programme.slot(booking.offer.slot);
        if !slot.is_some_and(|slot| slot.takes_bookings(&self.event, self.planner.now())) {
            return Ok(None);
        }
        let was_seated = booking.state == BookingState::Seated;
        let news = match end {
            BookingsEnd::CalledOff | BookingsEnd::SlotRemoved => {
                WorkshopNews::CalledOff { was_seated }
            }
            BookingsEnd::GivenOtherwise => WorkshopNews::GivenOtherwise { was_seated },
        };
        let seat = SeatInOffer {
            programme,
            offer: booking.offer,
            language: registration.person.language,
        };
        let mut told = self.seat_news(seat, news)?;
        if end != BookingsEnd::CalledOff {
            // Nothing can be booked at that time any more.
            told.page = WorkshopPage::Registration;
        }
        Ok(Some(told))
    }
}
