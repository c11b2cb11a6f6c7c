//! Bookings: in slots where whoever comes first is served first, a person takes a seat in an offer, or a place on its
//! waiting list. Only people with a seat at the event have any.
//!
//! The seats are given and freed by the allocator that gives those of the event, under the same lock.

mod export;
mod offer_seats;
mod overview;
mod programme_changes;
mod slot_way;

use jiff::Timestamp;
use model::{
    Event, EventId, EventState, Fault, Faults, Network, Registration, RegistrationId,
    RegistrationState, SlotId,
    assignment::AssignmentKind,
    seats::Seats,
    workshops::{
        Booking, BookingChange, BookingChoice, BookingCount, BookingState, OfferKey, Programme,
        SlotWay, TimeSlot, WishList,
    },
};
use store::Reader;

pub use self::export::BookingTexts;
use self::offer_seats::{BookingClaim, OfferSeats};
pub use self::overview::{Booked, BookingOverview};
pub(super) use self::programme_changes::WorkshopBookings;
pub use self::slot_way::SlotSeats;
use crate::{
    Planner, PlannerError, Result,
    access::{LinkAccess, Organises, Purpose, RegistrationAccess},
    audit::Who,
    events::LockedEvent,
    registrations::SeatAllocator,
    require::require_network,
};

/// What somebody has booked, and what they can book.
#[derive(Debug, Clone)]
pub struct BookingPage {
    pub network: Network,
    pub event: Event,
    pub registration: Registration,
    pub programme: Programme,
    pub bookings: Vec<Booking>,
    pub counts: Vec<BookingCount>,
    /// What the person wishes for in other slots, and where they are needed elsewhere.
    pub list: WishList,
    /// The seats that the person was given by their wishes, as participants see them.
    pub placed: Vec<OfferKey>,
}

/// What somebody has booked, for pages that are about more.
#[derive(Debug, Clone)]
pub struct OwnBookings {
    pub programme: Programme,
    pub bookings: Vec<Booking>,
}

impl OwnBookings {
    /// Somebody's bookings. `None` if the event has no slot in which seats are booked.
    pub(crate) async fn read(
        reader: &mut Reader,
        programme: &Programme,
        registration: &Registration,
    ) -> Result<Option<Self>> {
        if !programme.has_bookings() {
            return Ok(None);
        }
        Ok(Some(Self {
            programme: programme.clone(),
            bookings: reader.bookings_of(registration.id).await?,
        }))
    }

    /// The offers in which the person has a seat.
    pub(crate) fn seats(&self) -> impl Iterator<Item = OfferKey> {
        let bookings = self.bookings.iter();
        let seats = bookings.filter(|booking| booking.state == BookingState::Seated);
        seats.map(|booking| booking.offer)
    }
}

/// How many people have a seat in an offer, how many wait, and how many more can have a seat.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct OfferUse {
    pub seated: u32,
    pub waiting: u32,
    /// For this person. `None`: without a limit.
    pub left: Option<u32>,
}

impl BookingPage {
    /// What the person can book.
    pub fn choice(&self) -> BookingChoice<'_> {
        let name = self.registration.person.name();
        BookingChoice::of(&self.programme, &name, &self.bookings)
            .busy_in(self.list.busy.clone())
            .with_placed(self.placed.clone())
    }

    /// The slots in which seats are booked, in the order of their times.
    pub fn slots(&self) -> impl Iterator<Item = &TimeSlot> {
        slots_with_bookings(&self.programme)
    }

    /// Whether the person can book in a slot at an instant.
    pub fn is_open(&self, slot: &TimeSlot, now: Timestamp) -> bool {
        self.has_seat_at_event() && slot.takes_bookings(&self.event, now)
    }

    /// Whether the person has a seat at the event. Nobody else can book.
    pub fn has_seat_at_event(&self) -> bool {
        self.registration.state == RegistrationState::Confirmed
    }

    /// What is left of an offer for the person.
    pub fn offer_use(&self, offer: OfferKey) -> OfferUse {
        let counts = self.counts.iter().filter(|count| count.offer == offer);
        let waiting = counts.clone().map(|count| count.waiting).sum();
        let taken = counts.map(|count| (count.organisation.clone(), count.seated));
        let workshop = self.programme.workshop(offer.workshop);
        let seats = match workshop {
            Some(workshop) => workshop.details.seats(taken),
            None => Seats::limited(None, None, taken),
        };
        let organisation = self.registration.person.affiliation();
        OfferUse {
            seated: seats.taken(),
            waiting,
            left: seats.left_for(organisation.as_ref()),
        }
    }

    /// The place of the person on the waiting list of a slot.
    pub fn place_in(&self, slot: SlotId) -> Option<u32> {
        let mut bookings = self.bookings.iter();
        bookings.find_map(|booking| match booking.state {
            BookingState::Waiting { place } if booking.offer.slot == slot => Some(place),
            BookingState::Waiting { .. } | BookingState::Seated => None,
        })
    }
}

/// The seats that somebody was given by their wishes, as participants see them: of what takes place, where seats are still
/// given by wishes.
async fn placed(
    reader: &mut Reader,
    (event, programme): (EventId, &Programme),
    person: RegistrationId,
) -> Result<Vec<OfferKey>> {
    let seating = reader.published_seating::<AssignmentKind>(event).await?;
    let Some(seating) = seating else {
        return Ok(Vec::new());
    };
    let seats = seating.slots.iter().filter_map(|&slot| {
        let workshop = seating.workshop_of(person, slot)?;
        Some(OfferKey { slot, workshop })
    });
    let counts = |offer: &OfferKey| {
        let slot = programme.slot(offer.slot);
        slot.is_some_and(|slot| slot.way == SlotWay::Wishes) && programme.is_planned(*offer)
    };
    Ok(seats.filter(counts).collect())
}

/// The slots of a programme in which seats are booked.
fn slots_with_bookings(programme: &Programme) -> impl Iterator<Item = &TimeSlot> {
    let slots = programme.slots.iter();
    slots.filter(|slot| slot.way == SlotWay::FirstCome)
}

impl Planner {
    /// The bookings of the person that a personal link was sent to. There may be nothing to book any more: earlier mails lead
    /// here.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn booking_page(&self, access: &LinkAccess) -> Result<BookingPage> {
        let (mut reader, opened) = self.read_by_link(access, Purpose::Manage).await?;
        let (registration, event) = opened.right.read(&mut reader).await?;
        let programme = reader.programme(event.id).await?;
        Ok(BookingPage {
            network: require_network(&mut reader, event.network).await?,
            bookings: reader.bookings_of(registration.id).await?,
            counts: reader.booking_counts(event.id).await?,
            list: reader.wishes(registration.id).await?,
            placed: placed(&mut reader, (event.id, &programme), registration.id).await?,
            programme,
            event,
            registration,
        })
    }

    /// Changes somebody's bookings by their personal link. A change that is sent twice changes them once.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn change_own_bookings(
        &self,
        access: &LinkAccess,
        change: BookingChange,
    ) -> Result<()> {
        let (mut tx, opened) = self.begin_by_link(access, Purpose::Manage).await?;
        let (locked, registration) = opened.right.lock(&mut tx).await?;
        let mut event = LockedEvent::new(self, &mut tx, locked);
        event
            .change_bookings(registration, Who::Participant, change)
            .await?;
        self.commit(tx).await
    }

    /// Changes bookings for somebody, and tells them. Gives the event that the registration is for.
    #[tracing::instrument(level = "debug", skip_all, fields(registration = %access), err(level = "debug"))]
    pub async fn change_bookings_of(
        &self,
        access: &RegistrationAccess<Organises>,
        change: BookingChange,
    ) -> Result<EventId> {
        let mut tx = self.store().begin().await?;
        let (right, locked, registration) = access.lock(&mut tx).await?;
        let mut event = LockedEvent::new(self, &mut tx, locked);
        let id = event.event.id;
        event
            .change_bookings(registration, Who::from(&right), change)
            .await?;
        self.commit(tx).await?;
        Ok(id)
    }
}

impl LockedEvent<'_> {
    async fn change_bookings(
        &mut self,
        registration: Registration,
        who: Who,
        change: BookingChange,
    ) -> Result<()> {
        let (BookingChange::Take(offer) | BookingChange::Wait(offer) | BookingChange::Leave(offer)) =
            change;
        let programme = self.tx.programme(self.event.id).await?;
        let bookings = self.tx.bookings_of(registration.id).await?;
        let booked = bookings.iter().find(|booking| booking.offer == offer);
        let state = booked.map(|booking| booking.state);
        let (leaves, is_done) = match change {
            BookingChange::Take(_) => (false, state == Some(BookingState::Seated)),
            BookingChange::Wait(_) => (false, state.is_some()),
            BookingChange::Leave(_) => (true, state.is_none()),
        };
        if is_done {
            return Ok(());
        }
        self.check_open(&programme, offer, who)?;
        self.know_programme(&programme).await?;
        let claim = BookingClaim::new(registration, who, state == Some(BookingState::Seated));
        if leaves {
            return self.leave_offer(&programme, offer, claim).await;
        }
        if claim.registration.state != RegistrationState::Confirmed {
            return Err(PlannerError::WrongState);
        }
        let name = claim.registration.person.name();
        let person = claim.registration.id;
        let choice = BookingChoice::of(&programme, &name, &bookings)
            .busy_in(self.tx.busy_slots(person).await?)
            .with_placed(placed(self.tx, (self.event.id, &programme), person).await?);
        choice.check(offer).map_err(at_offer)?;
        let mut seats = OfferSeats::new(self, &programme, offer);
        let mut allocator = SeatAllocator::of(&mut seats);
        match change {
            BookingChange::Take(_) => allocator.give(claim).await.map_err(|error| match error {
                PlannerError::Full => at_offer(Fault::WorkshopFull).into(),
                error => error,
            })?,
            _ => allocator.give_or_enqueue(claim).await?,
        };
        let freed = seats.into_freed();
        self.promote_in(&programme, freed).await
    }

    /// Refuses a participant once the slot has begun. Organisers settle things until the event is over.
    fn check_open(&self, programme: &Programme, offer: OfferKey, who: Who) -> Result<()> {
        let now = self.planner.now();
        if self.event.state == EventState::Cancelled || self.event.is_over(now) {
            return Err(PlannerError::WrongState);
        }
        let slot = programme.slot(offer.slot);
        let slot = slot.ok_or_else(|| at_offer(Fault::NoSuchChoice))?;
        let is_closed = slot.way == SlotWay::FirstCome && !slot.takes_bookings(&self.event, now);
        if who == Who::Participant && is_closed {
            return Err(at_offer(Fault::SlotBegan).into());
        }
        Ok(())
    }

    async fn leave_offer(
        &mut self,
        programme: &Programme,
        offer: OfferKey,
        claim: BookingClaim,
    ) -> Result<()> {
        let mut seats = OfferSeats::new(self, programme, offer);
        SeatAllocator::of(&mut seats).release(claim, ()).await?;
        let freed = seats.into_freed();
        self.promote_in(programme, freed).await
    }

    /// Frees all seats of somebody who gives up the seat at the event, and gives them to those who are next. What they
    /// offer to swap is offered no more.
    pub(crate) async fn leave_workshops(&mut self, registration: RegistrationId) -> Result<()> {
        self.tx.delete_open_swaps_of(registration).await?;
        let freed = self.tx.delete_bookings_of(registration).await?;
        if freed.is_empty() {
            return Ok(());
        }
        let programme = self.tx.programme(self.event.id).await?;
        self.know_programme(&programme).await?;
        self.promote_in(&programme, freed).await
    }

    /// Gives the seats that somebody's other organisation makes free to those who are next.
    pub(crate) async fn follow_organisation(&mut self, person: RegistrationId) -> Result<()> {
        let bookings = self.tx.bookings_of(person).await?;
        if bookings.is_empty() {
            return Ok(());
        }
        let programme = self.tx.programme(self.event.id).await?;
        self.know_programme(&programme).await?;
        let offers = bookings.into_iter().map(|booking| booking.offer);
        self.promote_in(&programme, offers.collect()).await
    }

    /// Gives the free seats of offers to those who are next. Whoever moves up may free a seat in another offer, which
    /// goes to the next one there.
    async fn promote_in(&mut self, programme: &Programme, offers: Vec<OfferKey>) -> Result<()> {
        let mut offers = offers;
        while let Some(offer) = offers.pop() {
            let mut seats = OfferSeats::new(self, programme, offer);
            SeatAllocator::of(&mut seats)
                .promote_from_waiting_list()
                .await?;
            // Several people may have left one offer.
            offers.extend(seats.into_freed());
            offers.sort_unstable();
            offers.dedup();
        }
        Ok(())
    }
}

fn at_offer(fault: Fault) -> Faults {
    Faults::one("offer", fault)
}
