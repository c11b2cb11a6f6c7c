//! Bookings of workshops: seats in offers, and places on their waiting lists.

use std::collections::HashMap;

use jiff::Timestamp;
use model::{
    Affiliation, EventId, Registration, RegistrationId,
    workshops::{Booking, BookingCount, BookingState, OfferKey},
};
use sqlx::AssertSqlSafe;
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{
    Reader, Tx,
    connection::rows_affected,
    error::{Result, StoreError},
    registrations::{Row as RegistrationRow, registration_columns},
    row_decoder::RowDecoder,
    statements::{padded_lists, repeat_row},
    time::micros,
};

/// A booking as `b`, with its place on the waiting list.
macro_rules! booking_columns {
    () => {
        "b.registration_id, b.slot_id, b.workshop_id,
            CASE WHEN b.state = 'waiting' THEN (
                SELECT COUNT(*) FROM workshop_bookings sooner
                WHERE sooner.slot_id = b.slot_id AND sooner.workshop_id = b.workshop_id
                AND sooner.state = 'waiting' AND sooner.waiting_position <= b.waiting_position
            ) END AS place"
    };
}

statements! {
    OF_REGISTRATION = concat!(
        "SELECT ", booking_columns!(), " FROM workshop_bookings b
         WHERE b.registration_id = $1 ORDER BY b.slot_id, b.state",
    );
    OF_EVENT = concat!(
        "SELECT ", booking_columns!(), "
         FROM slots s JOIN workshop_bookings b ON b.slot_id = s.id
         WHERE s.event_id = $1
         ORDER BY b.slot_id, b.workshop_id, b.state, b.waiting_position, b.booked_at, b.registration_id",
    );
    COUNTS = "
        SELECT b.slot_id, b.workshop_id, b.state, r.organisation_id, r.organisation_name, COUNT(*) AS people
        FROM slots s JOIN workshop_bookings b ON b.slot_id = s.id JOIN registrations r ON r.id = b.registration_id
        WHERE s.event_id = $1
        GROUP BY b.slot_id, b.workshop_id, b.state, r.organisation_id, r.organisation_name";
    SEATED = "
        SELECT r.organisation_id, r.organisation_name, COUNT(*) AS people
        FROM workshop_bookings b JOIN registrations r ON r.id = b.registration_id
        WHERE b.slot_id = $1 AND b.workshop_id = $2 AND b.state = 'seated'
        GROUP BY r.organisation_id, r.organisation_name";
    WAITING = concat!(
        "SELECT ", registration_columns!(), "
         FROM (
            SELECT registration_id, waiting_position AS place FROM workshop_bookings
            WHERE slot_id = $1 AND workshop_id = $2 AND state = 'waiting'
         ) AS waiting JOIN registrations ON id = waiting.registration_id
         ORDER BY waiting.place, id",
    );
    SEATS_OF_EVENT = "
        SELECT b.registration_id, b.slot_id, b.workshop_id
        FROM slots s JOIN workshop_bookings b ON b.slot_id = s.id
        WHERE s.event_id = $1 AND b.state = 'seated'";
    SEATS_OF_REGISTRATIONS = "
        SELECT registration_id, slot_id, workshop_id FROM workshop_bookings
        WHERE registration_id IN ($1) AND state = 'seated'";
    DELETE_WAITING_OF_SEATED = "
        DELETE FROM workshop_bookings
        WHERE slot_id = $1 AND workshop_id = $2 AND state = 'waiting' AND registration_id IN (
            SELECT registration_id FROM workshop_bookings
            WHERE slot_id = $1 AND workshop_id = $2 AND state = 'seated'
        )";
    SAVE_WAITING = "
        INSERT INTO workshop_bookings (registration_id, slot_id, workshop_id, state, waiting_position, booked_at)
        VALUES ($1, $2, $3, 'waiting', (
            SELECT COALESCE(MAX(waiting_position), 0) + 1 FROM workshop_bookings
            WHERE slot_id = $2 AND workshop_id = $3
        ), $4)
        ON CONFLICT (registration_id, slot_id, state)
        DO UPDATE SET workshop_id = excluded.workshop_id, waiting_position = excluded.waiting_position,
            booked_at = excluded.booked_at";
    DELETE = "
        DELETE FROM workshop_bookings
        WHERE registration_id = $1 AND slot_id = $2 AND workshop_id = $3 AND state = $4";
    DELETE_OF_REGISTRATION = "
        DELETE FROM workshop_bookings WHERE registration_id = $1 RETURNING slot_id, workshop_id, state";
    DELETE_OF_OFFER = "DELETE FROM workshop_bookings WHERE slot_id = $1 AND workshop_id = $2";
}

rows_statements! {
    // A person has one seat in a slot: another one replaces it.
    SAVE_SEATS [Uuid, Uuid, Uuid, Integer] = "
        INSERT INTO workshop_bookings (registration_id, slot_id, workshop_id, state, booked_at)
        SELECT column1, column2, column3, 'seated', column4 FROM {rows} WHERE TRUE
        ON CONFLICT (registration_id, slot_id, state)
        DO UPDATE SET workshop_id = excluded.workshop_id, booked_at = excluded.booked_at";
}

const SEATED_STATE: &str = "seated";
const WAITING_STATE: &str = "waiting";

#[derive(FromRow)]
struct Row {
    registration_id: Uuid,
    slot_id: Uuid,
    workshop_id: Uuid,
    place: Option<i64>,
}

impl TryFrom<Row> for Booking {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let from = RowDecoder {
            table: "workshop_bookings",
            row: format!("of registration {}", row.registration_id),
        };
        let place = from.optional_number("waiting_position", row.place)?;
        Ok(Self {
            registration: row.registration_id.into(),
            offer: offer(row.slot_id, row.workshop_id),
            state: place.map_or(BookingState::Seated, |place| BookingState::Waiting {
                place,
            }),
        })
    }
}

#[derive(FromRow)]
struct CountRow {
    slot_id: Uuid,
    workshop_id: Uuid,
    state: String,
    organisation_id: Option<Uuid>,
    organisation_name: Option<String>,
    people: i64,
}

#[derive(FromRow)]
struct SeatedRow {
    organisation_id: Option<Uuid>,
    organisation_name: Option<String>,
    people: i64,
}

fn offer(slot: Uuid, workshop: Uuid) -> OfferKey {
    OfferKey {
        slot: slot.into(),
        workshop: workshop.into(),
    }
}

fn affiliation(organisation: Option<Uuid>, name: Option<&str>) -> Option<Affiliation> {
    Affiliation::of(organisation.map(Into::into), name)
}

impl Reader {
    /// Somebody's bookings.
    pub async fn bookings_of(&mut self, registration: RegistrationId) -> Result<Vec<Booking>> {
        let rows: Vec<Row> = dispatch!(self, query_as(OF_REGISTRATION), |query, c| query
            .bind(registration.uuid())
            .fetch_all(c))?;
        rows.into_iter().map(Booking::try_from).collect()
    }

    /// All bookings for an event. Those of an offer are together: the seats in the order in which they were taken, then
    /// the waiting list.
    pub async fn bookings_of_event(&mut self, event: EventId) -> Result<Vec<Booking>> {
        let rows: Vec<Row> = dispatch!(self, query_as(OF_EVENT), |query, c| query
            .bind(event.uuid())
            .fetch_all(c))?;
        rows.into_iter().map(Booking::try_from).collect()
    }

    /// How many people of each organisation have booked each offer of an event.
    pub async fn booking_counts(&mut self, event: EventId) -> Result<Vec<BookingCount>> {
        let rows: Vec<CountRow> = dispatch!(self, query_as(COUNTS), |query, c| query
            .bind(event.uuid())
            .fetch_all(c))?;
        let from = RowDecoder {
            table: "workshop_bookings",
            row: format!("of event {event}"),
        };
        rows.into_iter()
            .map(|row| {
                let people = from.number("registration_id", row.people)?;
                let (seated, waiting) = if row.state == WAITING_STATE {
                    (0, people)
                } else {
                    (people, 0)
                };
                Ok(BookingCount {
                    offer: offer(row.slot_id, row.workshop_id),
                    organisation: affiliation(
                        row.organisation_id,
                        row.organisation_name.as_deref(),
                    ),
                    seated,
                    waiting,
                })
            })
            .collect()
    }

    /// How many people of each organisation have a seat in an offer. One organisation may be in several entries.
    pub async fn offer_seats_taken(
        &mut self,
        offer: OfferKey,
    ) -> Result<Vec<(Option<Affiliation>, u32)>> {
        let rows: Vec<SeatedRow> = dispatch!(self, query_as(SEATED), |query, c| query
            .bind(offer.slot.uuid())
            .bind(offer.workshop.uuid())
            .fetch_all(c))?;
        let from = RowDecoder {
            table: "workshop_bookings",
            row: format!("of workshop {}", offer.workshop),
        };
        rows.into_iter()
            .map(|row| {
                let organisation =
                    affiliation(row.organisation_id, row.organisation_name.as_deref());
                Ok((organisation, from.number("registration_id", row.people)?))
            })
            .collect()
    }

    /// Those who wait for a seat in an offer, in their order.
    pub async fn waiting_for_offer(&mut self, offer: OfferKey) -> Result<Vec<Registration>> {
        let rows: Vec<RegistrationRow> = dispatch!(self, query_as(WAITING), |query, c| query
            .bind(offer.slot.uuid())
            .bind(offer.workshop.uuid())
            .fetch_all(c))?;
        rows.into_iter().map(Registration::try_from).collect()
    }

    /// The seats that are booked for an event.
    pub async fn seats_booked(&mut self, event: EventId) -> Result<Vec<BookedSeat>> {
        let rows: Vec<(Uuid, Uuid, Uuid)> =
            dispatch!(self, query_as(SEATS_OF_EVENT), |query, c| query
                .bind(event.uuid())
                .fetch_all(c))?;
        Ok(rows.into_iter().map(booked_seat).collect())
    }

    /// The seats that several people have booked. Whoever has none is left out.
    pub async fn seats_booked_by(
        &mut self,
        registrations: &[RegistrationId],
    ) -> Result<HashMap<RegistrationId, Vec<OfferKey>>> {
        let mut seats: HashMap<RegistrationId, Vec<OfferKey>> = HashMap::new();
        for ids in padded_lists(registrations) {
            let sql = SEATS_OF_REGISTRATIONS.replace("$1", &repeat_row("$1", 1, ids.len()));
            let rows: Vec<(Uuid, Uuid, Uuid)> =
                dispatch!(self, query_as(AssertSqlSafe(sql)), |query, c| {
                    let query = ids.iter().fold(query, |query, id| query.bind(id.uuid()));
                    query.fetch_all(c)
                })?;
            for (registration, offer) in rows.into_iter().map(booked_seat) {
                seats.entry(registration).or_default().push(offer);
            }
        }
        Ok(seats)
    }
}

/// A seat that somebody has booked.
pub type BookedSeat = (RegistrationId, OfferKey);

fn booked_seat((registration, slot, workshop): (Uuid, Uuid, Uuid)) -> BookedSeat {
    (registration.into(), offer(slot, workshop))
}

impl Tx {
    /// Gives people seats. Each replaces the one that the person has in the slot, and the place on the waiting list of
    /// the offer. The caller holds the event's lock.
    pub async fn save_seats(&mut self, seats: &[BookedSeat], at: Timestamp) -> Result<()> {
        let rows: Vec<_> = seats
            .iter()
            .map(|(registration, offer)| {
                [
                    registration.uuid().into(),
                    offer.slot.uuid().into(),
                    offer.workshop.uuid().into(),
                    micros(at).into(),
                ]
            })
            .collect();
        self.write_rows::<(), _>(SAVE_SEATS, &rows).await?;
        let mut offers: Vec<OfferKey> = seats.iter().map(|(_, offer)| *offer).collect();
        offers.sort_unstable();
        offers.dedup();
        for offer in offers {
            dispatch!(self, query(DELETE_WAITING_OF_SEATED), |query, c| {
                rows_affected(
                    query
                        .bind(offer.slot.uuid())
                        .bind(offer.workshop.uuid())
                        .execute(c),
                )
            })?;
        }
        Ok(())
    }

    /// Puts somebody at the end of the waiting list. It replaces their place on another one of the slot. The caller
    /// holds the event's lock.
    pub async fn save_waiting_for_offer(
        &mut self,
        registration: RegistrationId,
        offer: OfferKey,
        at: Timestamp,
    ) -> Result<()> {
        dispatch!(self, query(SAVE_WAITING), |query, c| rows_affected(
            query
                .bind(registration.uuid())
                .bind(offer.slot.uuid())
                .bind(offer.workshop.uuid())
                .bind(micros(at))
                .execute(c)
        ))
        .map(drop)
    }

    /// Takes a seat in an offer back, if the person has it.
    pub async fn delete_seat_in_offer(
        &mut self,
        registration: RegistrationId,
        offer: OfferKey,
    ) -> Result<()> {
        self.delete_booking(registration, offer, SEATED_STATE).await
    }

    /// Takes somebody off the waiting list of an offer, if they are on it.
    pub async fn delete_waiting_for_offer(
        &mut self,
        registration: RegistrationId,
        offer: OfferKey,
    ) -> Result<()> {
        self.delete_booking(registration, offer, WAITING_STATE)
            .await
    }

    async fn delete_booking(
        &mut self,
        registration: RegistrationId,
        offer: OfferKey,
        state: &'static str,
    ) -> Result<()> {
        dispatch!(self, query(DELETE), |query, c| rows_affected(
            query
                .bind(registration.uuid())
                .bind(offer.slot.uuid())
                .bind(offer.workshop.uuid())
                .bind(state)
                .execute(c)
        ))
        .map(drop)
    }

    /// Deletes all of somebody's bookings. Gives the offers in which they had a seat.
    pub async fn delete_bookings_of(
        &mut self,
        registration: RegistrationId,
    ) -> Result<Vec<OfferKey>> {
        let rows: Vec<(Uuid, Uuid, String)> =
            dispatch!(self, query_as(DELETE_OF_REGISTRATION), |query, c| query
                .bind(registration.uuid())
                .fetch_all(c))?;
        let seats = rows
            .into_iter()
            .filter(|(_, _, state)| state == SEATED_STATE);
        Ok(seats
            .map(|(slot, workshop, _)| offer(slot, workshop))
            .collect())
    }

    /// Deletes all bookings of an offer.
    pub async fn delete_bookings_of_offer(&mut self, offer: OfferKey) -> Result<()> {
        dispatch!(self, query(DELETE_OF_OFFER), |query, c| rows_affected(
            query
                .bind(offer.slot.uuid())
                .bind(offer.workshop.uuid())
                .execute(c)
        ))
        .map(drop)
    }
}
