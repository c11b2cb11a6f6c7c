//! The seats of an offer: stored as bookings, announced by mail.

use std::collections::{HashMap, HashSet};

use mail::{WorkshopFacts, WorkshopNews, WorkshopPage};
use model::{
    Affiliation, AuditAction, Language, Registration, RegistrationId, dates,
    seats::Seats,
    workshops::{OfferKey, Programme, Workshop},
};
use store::SentMail;

use crate::{
    PlannerError, Result,
    audit::Who,
    events::LockedEvent,
    mail::{Correspondence, SeatNews, WorkshopAttendee},
    registrations::SeatPool,
    timetables::EntryScope,
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

    /// Saves that people have seats. Gives what they had booked before, and what they were told.
    async fn save_seats(&mut self, people: &[RegistrationId]) -> Result<SeatedPeople> {
        let (tx, now) = (&mut *self.event.tx, self.event.planner.now());
        let booked = tx.seats_booked_by(people).await?;
        let mails = tx.sent_mails_of(people).await?;
        let seats: Vec<_> = people.iter().map(|id| (*id, self.offer)).collect();
        tx.save_seats(&seats, now).await?;
        Ok(SeatedPeople { booked, mails })
    }

    /// Notes that somebody has a seat, and enters it into their calendar.
    async fn announce(
        &mut self,
        mut claim: BookingClaim,
        people: &mut SeatedPeople,
    ) -> Result<BookingClaim> {
        let (id, offer) = (claim.registration.id, self.offer);
        claim.is_seated = true;
        let action = AuditAction::WorkshopSeatTaken;
        self.event.note(id, claim.who, action).await?;
        let mut booked = people.booked.remove(&id).unwrap_or_default();
        let in_slot = booked.iter().position(|seat| seat.slot == offer.slot);
        let before = in_slot.map(|position| booked.swap_remove(position));
        booked.push(offer);
        let gave_up = before.filter(|before| *before != offer);
        let title = |key: OfferKey| {
            let workshop = self.programme.workshop(key.workshop);
            workshop.map(|workshop| workshop.details.title.to_string())
        };
        let gave_up_title = gave_up.and_then(title);
        let news = match claim.who {
            Who::Planner => WorkshopNews::MovedUp {
                gave_up: gave_up_title,
            },
            Who::Participant => WorkshopNews::Booked {
                gave_up: gave_up_title,
            },
            Who::Member(_) | Who::Operator => WorkshopNews::SeatGiven {
                gave_up: gave_up_title,
            },
        };
        let language = claim.registration.person.language;
        let here = SeatInOffer {
            programme: self.programme,
            offer,
            language,
        };
        let mut all = vec![self.event.seat_news(here, news)?];
        if let (Some(before), Some(other)) = (gave_up, title(offer)) {
            let there = SeatInOffer {
                offer: before,
                ..here
            };
            let changed = WorkshopNews::ChangedTo { other };
            all.push(self.event.seat_news(there, changed)?);
        }
        self.freed.extend(gave_up);
        let attendee = WorkshopAttendee {
            registration: &claim.registration,
            knows: Correspondence::new(people.mails.remove(&id).unwrap_or_default()),
            booked,
        };
        self.event
            .enter_booked(attendee, EntryScope::AtOnce, all)
            .await?;
        Ok(claim)
    }
}

/// What people had booked before they got their seats, and what they were told.
struct SeatedPeople {
    booked: HashMap<RegistrationId, Vec<OfferKey>>,
    mails: HashMap<RegistrationId, Vec<SentMail>>,
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
        if waiting.is_empty() {
            return Ok(Vec::new());
        }
        let (event, slot) = (self.event.event.id, self.offer.slot);
        let busy = self.event.tx.busy_people(event).await?.into_iter();
        let busy: HashSet<RegistrationId> = busy
            .filter(|mark| mark.slot == slot)
            .map(|mark| mark.person)
            .collect();
        // Somebody may have become a speaker of another workshop since, or be needed elsewhere.
        let waiting = waiting
            .into_iter()
            .filter(|who| !self.leads(who) && !busy.contains(&who.id));
        Ok(waiting.map(claim).collect())
    }

    fn promotes(&self) -> bool {
        let now = self.event.planner.now();
        let slot = self.programme.slot(self.offer.slot);
        slot.is_some_and(|slot| slot.takes_bookings(&self.event.event, now))
            && self.programme.is_planned(self.offer)
    }

    fn organisation(claim: &BookingClaim) -> Option<Affiliation> {
        claim.registration.person.affiliation()
    }

    fn is_seated(claim: &BookingClaim) -> bool {
        claim.is_seated
    }

    async fn seat(&mut self, claim: BookingClaim) -> Result<BookingClaim> {
        let mut people = self.save_seats(&[claim.registration.id]).await?;
        self.announce(claim, &mut people).await
    }

    async fn seat_all(&mut self, claims: Vec<BookingClaim>) -> Result<()> {
        let ids: Vec<_> = claims.iter().map(|claim| claim.registration.id).collect();
        let mut people = self.save_seats(&ids).await?;
        for claim in claims {
            self.announce(claim, &mut people).await?;
        }
        Ok(())
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
        let here = SeatInOffer {
            programme: self.programme,
            offer,
            language: claim.registration.person.language,
        };
        let news = match (claim.who, was_seated) {
            (Who::Participant, true) => WorkshopNews::GivenBack,
            (Who::Participant, false) => return Ok(claim),
            (_, was_seated) => WorkshopNews::Withdrawn { was_seated },
        };
        let news = self.event.seat_news(here, news)?;
        let mut booked = self.event.tx.seats_booked_by(&[id]).await?;
        let attendee = WorkshopAttendee {
            knows: self.event.correspondence(&claim.registration).await?,
            registration: &claim.registration,
            booked: booked.remove(&id).unwrap_or_default(),
        };
        self.event
            .enter_booked(attendee, EntryScope::AtOnce, vec![news])
            .await?;
        Ok(claim)
    }
}

/// A seat in an offer, for somebody who reads a language.
#[derive(Clone, Copy)]
pub(super) struct SeatInOffer<'p> {
    pub programme: &'p Programme,
    pub offer: OfferKey,
    pub language: Language,
}

impl LockedEvent<'_> {
    /// What somebody is told about a seat in an offer, or about a place on its waiting list.
    pub(super) fn seat_news(&self, seat: SeatInOffer<'_>, news: WorkshopNews) -> Result<SeatNews> {
        let SeatInOffer {
            programme,
            offer,
            language,
        } = seat;
        let zone = &self.event.details.time_zone;
        let clock = |instant| zone.clock(instant);
        let (Some(slot), Some(workshop)) = (
            programme.slot(offer.slot),
            programme.workshop(offer.workshop),
        ) else {
            return Err(PlannerError::NotFound);
        };
        let stored = programme.offer(offer);
        let is_waiting = matches!(
            news,
            WorkshopNews::Withdrawn { was_seated: false }
                | WorkshopNews::CalledOff { was_seated: false }
                | WorkshopNews::GivenOtherwise { was_seated: false }
        );
        let now = self.planner.now();
        Ok(SeatNews {
            offer: stored.map(|offer| offer.id).filter(|_| !is_waiting),
            page: if slot.takes_bookings(&self.event, now) {
                WorkshopPage::Bookings
            } else {
                WorkshopPage::Registration
            },
            news,
            workshop: WorkshopFacts {
                title: workshop.details.title.to_string(),
                when: dates::span(
                    &clock(slot.starts_at(zone.rules())),
                    &clock(slot.ends_at(zone.rules())),
                    language,
                    &self.network.time_zone,
                ),
                room: stored
                    .and_then(|offer| offer.room.as_ref())
                    .map(ToString::to_string),
            },
        })
    }
}
