//! The seats of an offer: stored as bookings, announced by mail.

use mail::{WorkshopFacts, WorkshopNews};
use model::{
    Affiliation, AuditAction, Registration, dates,
    seats::Seats,
    workshops::{OfferKey, Programme, Workshop},
};

use crate::{
    PlannerError, Result, audit::Who, events::LockedEvent, mail::Notification,
    registrations::SeatPool,
};

/// Somebody who asks for a seat in an offer, has one, or waits for one.
#[derive(Debug)]
pub(super) struct BookingClaim {
    pub registration: Registration,
    /// Who makes the claim; the audit log names them.
    who: Who,
    is_seated: bool,
}

impl BookingClaim {
    pub const fn new(registration: Registration, who: Who, is_seated: bool) -> Self {
        Self {
            registration,
            who,
            is_seated,
        }
    }
}

/// The seats of one offer of a locked event.
pub(super) struct OfferSeats<'s, 'e> {
    event: &'s mut LockedEvent<'e>,
    programme: &'s Programme,
    offer: OfferKey,
    /// Offers of the slot in which a seat became free, because somebody has one here now.
    freed: Vec<OfferKey>,
}

impl<'s, 'e> OfferSeats<'s, 'e> {
    pub const fn new(
        event: &'s mut LockedEvent<'e>,
        programme: &'s Programme,
        offer: OfferKey,
    ) -> Self {
        Self {
            event,
            programme,
            offer,
            freed: Vec::new(),
        }
    }

    /// The offers in which a seat became free meanwhile.
    pub fn into_freed(self) -> Vec<OfferKey> {
        self.freed
    }

    fn workshop(&self) -> Result<&'s Workshop> {
        let workshop = self.programme.workshop(self.offer.workshop);
        workshop.ok_or(PlannerError::NotFound)
    }

    /// Whether somebody leads a workshop of the slot.
    fn leads(&self, registration: &Registration) -> bool {
        let led = self.programme.led_by(&registration.person.name());
        led.iter().any(|led| led.slot == self.offer.slot)
    }

    /// Tells somebody of a change that they did not make themselves.
    async fn tell(&mut self, claim: &BookingClaim, news: WorkshopNews) -> Result<()> {
        if claim.who == Who::Participant {
            return Ok(());
        }
        self.event
            .tell_of_workshop(self.programme, self.offer, &claim.registration, news)
            .await
    }
}

impl SeatPool for OfferSeats<'_, '_> {
    type Claim = BookingClaim;
    type Departure = ();
    type Organisation = Affiliation;

    async fn seats(&mut self) -> Result<Seats<Affiliation>> {
        let taken = self.event.tx.offer_seats_taken(self.offer).await?;
        Ok(self.workshop()?.details.seats(taken))
    }

    async fn waiting(&mut self) -> Result<Vec<BookingClaim>> {
        let waiting = self.event.tx.waiting_for_offer(self.offer).await?;
        let claim = |registration| BookingClaim::new(registration, Who::Planner, false);
        // Somebody may have become a speaker of another workshop since.
        let waiting = waiting.into_iter().filter(|who| !self.leads(who));
        Ok(waiting.map(claim).collect())
    }

    fn promotes(&self) -> bool {
        let now = self.event.planner.now();
        let slot = self.programme.slot(self.offer.slot);
        slot.is_some_and(|slot| slot.takes_bookings(&self.event.event, now))
            && self.workshop().is_ok_and(Workshop::is_planned)
    }

    fn organisation(claim: &BookingClaim) -> Option<Affiliation> {
        claim.registration.person.affiliation()
    }

    fn is_seated(claim: &BookingClaim) -> bool {
        claim.is_seated
    }

    async fn seat(&mut self, mut claim: BookingClaim) -> Result<BookingClaim> {
        let (id, offer) = (claim.registration.id, self.offer);
        let (tx, now) = (&mut *self.event.tx, self.event.planner.now());
        let gave_up = tx.seat_in_slot_of(id, offer).await?;
        let gave_up = gave_up.filter(|before| *before != offer);
        tx.save_seat_in_offer(id, offer, now).await?;
        tx.delete_waiting_for_offer(id, offer).await?;
        claim.is_seated = true;
        let action = AuditAction::WorkshopSeatTaken;
        self.event.note(id, claim.who, action).await?;
        let gave_up_title = gave_up
            .and_then(|before| self.programme.workshop(before.workshop))
            .map(|workshop| workshop.details.title.to_string());
        self.freed.extend(gave_up);
        let news = match claim.who {
            Who::Planner => WorkshopNews::MovedUp {
                gave_up: gave_up_title,
            },
            _ => WorkshopNews::SeatGiven {
                gave_up: gave_up_title,
            },
        };
        self.tell(&claim, news).await?;
        Ok(claim)
    }

    async fn enqueue(&mut self, mut claim: BookingClaim) -> Result<BookingClaim> {
        let (id, now) = (claim.registration.id, self.event.planner.now());
        let tx = &mut *self.event.tx;
        tx.save_waiting_for_offer(id, self.offer, now).await?;
        claim.is_seated = false;
        let action = AuditAction::WorkshopListJoined;
        self.event.note(id, claim.who, action).await?;
        Ok(claim)
    }

    async fn vacate(&mut self, mut claim: BookingClaim, (): ()) -> Result<BookingClaim> {
        let (id, offer) = (claim.registration.id, self.offer);
        let tx = &mut *self.event.tx;
        let was_seated = Self::is_seated(&claim);
        if was_seated {
            tx.delete_seat_in_offer(id, offer).await?;
        } else {
            tx.delete_waiting_for_offer(id, offer).await?;
        }
        claim.is_seated = false;
        let action = AuditAction::WorkshopLeft;
        self.event.note(id, claim.who, action).await?;
        self.tell(&claim, WorkshopNews::Withdrawn { was_seated })
            .await?;
        Ok(claim)
    }
}

impl LockedEvent<'_> {
    /// Writes to somebody about a workshop, unless they are written to about nothing yet.
    pub(super) async fn tell_of_workshop(
        &mut self,
        programme: &Programme,
        offer: OfferKey,
        registration: &Registration,
        news: WorkshopNews,
    ) -> Result<()> {
        let zone = &self.event.details.time_zone;
        let clock = |instant| zone.clock(instant);
        let (Some(slot), Some(workshop)) = (
            programme.slot(offer.slot),
            programme.workshop(offer.workshop),
        ) else {
            return Err(PlannerError::NotFound);
        };
        let stored = programme.offer(offer);
        let workshop = WorkshopFacts {
            title: workshop.details.title.to_string(),
            when: dates::span(
                &clock(slot.starts_at(zone.rules())),
                &clock(slot.ends_at(zone.rules())),
                registration.person.language,
                &self.network.time_zone,
            ),
            room: stored
                .and_then(|offer| offer.room.as_ref())
                .map(ToString::to_string),
        };
        self.write(registration, Notification::Workshop { news, workshop })
            .await
    }
}
