//! Single registrations. `lists` has lists of them, `counts` their numbers, `promotion` seats many at once.

pub(crate) mod counts;
pub(crate) mod lists;
pub(crate) mod promotion;
mod row;

use std::{collections::HashMap, slice};

use model::{EventId, Person, Registration, RegistrationId, search_key};
use sqlx::AssertSqlSafe;

pub(crate) use self::row::Row;
use crate::{
    Reader, Tx,
    connection::rows_affected,
    error::{Result, StoreError},
    statements::{repeat_row, row_chunks},
    time::micros,
};

/// Person and answers, with the keys made of them: parameters 2 to 12.
macro_rules! detail_columns {
    () => {
        "given_name, family_name, address, address_lower, organisation_id, organisation_name, \
         language, answers, search, sort_key, organisation_key"
    };
}

macro_rules! detail_values {
    () => {
        "$2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12"
    };
}

macro_rules! registration_columns {
    () => {
        "id, event_id, given_name, family_name, address, organisation_id, organisation_name, \
         language, answers, state, source, created_at, state_changed_at, waiting_position, \
         consent_version, consent_at, invitation_sequence, address_confirmed_at, revision"
    };
}
pub(crate) use registration_columns;

macro_rules! inserted_row {
    () => {
        concat!(
            "($1, ",
            detail_values!(),
            ", $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23)"
        )
    };
}

statements! {
    BY_ID = concat!("SELECT ", registration_columns!(), " FROM registrations WHERE id IN ($1)");
    BY_ADDRESS = concat!(
        "SELECT ", registration_columns!(), " FROM registrations
         WHERE event_id = $1 AND address_lower IN ($2)",
    );
    INSERT = concat!(
        "INSERT INTO registrations (id, ", detail_columns!(), ", revision, source, state,
            state_changed_at, waiting_position, consent_version, consent_at, invitation_sequence,
            address_confirmed_at, event_id, created_at)
         VALUES ", inserted_row!(),
    );
    REPLACE = concat!(
        "UPDATE registrations SET (", detail_columns!(), ") = (", detail_values!(), "),
            revision = $13, source = $14, state = $15, state_changed_at = $16,
            waiting_position = $17, consent_version = $18, consent_at = $19,
            invitation_sequence = $20, address_confirmed_at = $21
         WHERE id = $1",
    );
    UPDATE_DETAILS = concat!(
        "UPDATE registrations SET (", detail_columns!(), ") = (", detail_values!(), "), revision = $13
         WHERE id = $1 AND revision = $14",
    );
    UPDATE_STATE = "
        UPDATE registrations SET state = $2, state_changed_at = $3, waiting_position = $4,
            invitation_sequence = $5, address_confirmed_at = $6
        WHERE id = $1";
    SET_WAITING_POSITION = "
        UPDATE registrations SET waiting_position = $2 WHERE id = $1 AND state = 'waitlisted'";
    DELETE_BY_EVENT = "DELETE FROM registrations WHERE event_id = $1";
    SET_INVITATION_SEQUENCE = "UPDATE registrations SET invitation_sequence = $2 WHERE id = $1";
}

/// The number of values in [`inserted_row`].
const INSERTED_VALUES: usize = 23;

/// The columns that lists are searched and sorted by.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct SearchKeys {
    pub search: String,
    pub sort_key: String,
    pub organisation_key: String,
}

impl SearchKeys {
    pub fn of(person: &Person) -> Self {
        let organisation = person
            .organisation_name
            .as_ref()
            .map_or("", |name| name.as_str());
        let organisation_key = search_key(organisation);
        let names = search_key(&person.name());
        let addresses = person.address.spellings().join(" ");
        Self {
            // The organisation's key is the end: a renamed organisation replaces it.
            search: format!("{names} {addresses} {organisation_key}"),
            sort_key: search_key(&format!("{} {}", person.family_name, person.given_name)),
            organisation_key,
        }
    }
}

/// Binds the parameters 1 to 13: id, person, answers, keys and revision.
macro_rules! bind_details {
    ($query:expr, $registration:expr, $answers:expr, $keys:expr) => {
        $query
            .bind($registration.id.uuid())
            .bind($registration.person.given_name.as_str())
            .bind($registration.person.family_name.as_str())
            .bind($registration.person.address.as_str())
            .bind($registration.person.address.lower())
            .bind($registration.person.organisation.map(|id| id.uuid()))
            .bind(
                $registration
                    .person
                    .organisation_name
                    .as_ref()
                    .map(|name| name.as_str()),
            )
            .bind($registration.person.language.as_str())
            .bind($answers)
            .bind($keys.search)
            .bind($keys.sort_key)
            .bind($keys.organisation_key)
            .bind($registration.revision)
    };
}

/// Binds the parameters 1 to 21: all columns except those that never change.
macro_rules! bind_registration {
    ($query:expr, $registration:expr, $answers:expr, $keys:expr) => {
        bind_details!($query, $registration, $answers, $keys)
            .bind($registration.source.as_str())
            .bind($registration.state.as_str())
            .bind(micros($registration.state_changed_at))
            .bind($registration.waiting_position)
            .bind($registration.consent.map(|(version, _)| i64::from(version)))
            .bind($registration.consent.map(|(_, at)| micros(at)))
            .bind($registration.invitation_sequence.map(i64::from))
            .bind($registration.address_confirmed_at.map(micros))
    };
}

impl Reader {
    /// The registration of this id.
    pub async fn registration(&mut self, id: RegistrationId) -> Result<Option<Registration>> {
        let row: Option<Row> = dispatch!(self, query_as(BY_ID), |query, c| query
            .bind(id.uuid())
            .fetch_optional(c))?;
        row.map(Registration::try_from).transpose()
    }

    /// The registrations of these ids.
    pub async fn registrations(
        &mut self,
        ids: &[RegistrationId],
    ) -> Result<HashMap<RegistrationId, Registration>> {
        let mut registrations = HashMap::new();
        for ids in row_chunks(ids) {
            let sql = BY_ID.replace("$1", &repeat_row("$1", 1, ids.len()));
            let rows: Vec<Row> = dispatch!(self, query_as(AssertSqlSafe(sql)), |query, c| {
                let query = ids.iter().fold(query, |query, id| query.bind(id.uuid()));
                query.fetch_all(c)
            })?;
            for row in rows {
                registrations.insert(row.id(), Registration::try_from(row)?);
            }
        }
        Ok(registrations)
    }

    /// The registration of an address for an event. The address is given in its comparison form.
    pub async fn registration_by_address(
        &mut self,
        event: EventId,
        address_lower: &str,
    ) -> Result<Option<Registration>> {
        let row: Option<Row> = dispatch!(self, query_as(BY_ADDRESS), |query, c| query
            .bind(event.uuid())
            .bind(address_lower)
            .fetch_optional(c))?;
        row.map(Registration::try_from).transpose()
    }

    /// The registrations of these addresses for an event. The addresses are given in their comparison form,
    /// and so are the keys.
    pub async fn registrations_by_address(
        &mut self,
        event: EventId,
        addresses_lower: &[String],
    ) -> Result<HashMap<String, Registration>> {
        let mut registrations = HashMap::new();
        for addresses in row_chunks(addresses_lower) {
            let sql = BY_ADDRESS.replace("$2", &repeat_row("$2", 1, addresses.len()));
            let rows: Vec<Row> = dispatch!(self, query_as(AssertSqlSafe(sql)), |query, c| {
                let query = query.bind(event.uuid());
                let query = addresses
                    .iter()
                    .fold(query, |query, address| query.bind(address.as_str()));
                query.fetch_all(c)
            })?;
            for row in rows {
                let registration = Registration::try_from(row)?;
                registrations.insert(registration.person.address.lower(), registration);
            }
        }
        Ok(registrations)
    }
}

impl Tx {
    /// Deletes all registrations for an event with their links.
    pub async fn delete_registrations_of(&mut self, event: EventId) -> Result<()> {
        dispatch!(self, query(DELETE_BY_EVENT), |query, c| rows_affected(
            query.bind(event.uuid()).execute(c)
        ))
        .map(drop)
    }

    /// Adds a registration. [`StoreError::Duplicate`] `registrations_event_id_address_lower_key` if the
    /// address is registered for the event.
    pub async fn insert_registration(&mut self, registration: &Registration) -> Result<()> {
        self.insert_registrations(slice::from_ref(registration))
            .await
    }

    /// Adds registrations. The error is that of [`Self::insert_registration`].
    pub async fn insert_registrations(&mut self, registrations: &[Registration]) -> Result<()> {
        let row = inserted_row!();
        for registrations in row_chunks(registrations) {
            let mut values = Vec::with_capacity(registrations.len());
            for registration in registrations {
                let keys = SearchKeys::of(&registration.person);
                values.push((registration, encode_answers(registration)?, keys));
            }
            let sql = INSERT.replace(row, &repeat_row(row, INSERTED_VALUES, values.len()));
            dispatch!(unflushed self, query(AssertSqlSafe(sql)), |query, c| {
                let mut query = query;
                for (registration, answers, keys) in values {
                    query = bind_registration!(query, registration, answers, keys)
                        .bind(registration.event.uuid())
                        .bind(micros(registration.created_at));
                }
                rows_affected(query.execute(c))
            })?;
        }
        Ok(())
    }

    /// Overwrites a registration: somebody who had cancelled registers again.
    pub async fn replace_registration(&mut self, registration: &Registration) -> Result<()> {
        let (answers, keys) = (
            encode_answers(registration)?,
            SearchKeys::of(&registration.person),
        );
        let saved = dispatch!(self, query(REPLACE), |query, c| rows_affected(
            bind_registration!(query, registration, answers, keys).execute(c)
        ))?;
        require_saved(saved, registration.id)
    }

    /// Saves person, answers and revision if the stored revision is `made_from`. Returns `false` and saves
    /// nothing if somebody else saved in between.
    #[must_use = "somebody else may have saved in between"]
    pub async fn update_registration_details(
        &mut self,
        registration: &Registration,
        made_from: i64,
    ) -> Result<bool> {
        let (answers, keys) = (
            encode_answers(registration)?,
            SearchKeys::of(&registration.person),
        );
        let saved = dispatch!(self, query(UPDATE_DETAILS), |query, c| rows_affected(
            bind_details!(query, registration, answers, keys)
                .bind(made_from)
                .execute(c)
        ))?;
        Ok(saved == 1)
    }

    /// Saves the state, the time of its change, the waiting position, the SEQUENCE of the last calendar
    /// message, and when the address was confirmed. The caller holds the event's lock.
    pub async fn update_registration_state(&mut self, registration: &Registration) -> Result<()> {
        let saved = dispatch!(unflushed self, query(UPDATE_STATE), |query, c| rows_affected(
            query
                .bind(registration.id.uuid())
                .bind(registration.state.as_str())
                .bind(micros(registration.state_changed_at))
                .bind(registration.waiting_position)
                .bind(registration.invitation_sequence.map(i64::from))
                .bind(registration.address_confirmed_at.map(micros))
                .execute(c)
        ))?;
        require_saved(saved, registration.id)
    }

    /// Changes a waiting position. The caller holds the event's lock.
    pub async fn set_waiting_position(&mut self, id: RegistrationId, position: i64) -> Result<()> {
        let saved = dispatch!(self, query(SET_WAITING_POSITION), |query, c| rows_affected(
            query.bind(id.uuid()).bind(position).execute(c)
        ))?;
        require_saved(saved, id)
    }

    /// Saves the SEQUENCE of the last calendar message to a person.
    pub async fn set_invitation_sequence(
        &mut self,
        id: RegistrationId,
        sequence: u32,
    ) -> Result<()> {
        let saved = dispatch!(unflushed self, query(SET_INVITATION_SEQUENCE), |query, c| {
            rows_affected(query.bind(id.uuid()).bind(i64::from(sequence)).execute(c))
        })?;
        require_saved(saved, id)
    }
}

fn encode_answers(registration: &Registration) -> Result<String> {
    serde_json::to_string(&registration.answers).map_err(StoreError::encode_error)
}

/// Turns an update of no row into an error.
fn require_saved(saved: u64, id: RegistrationId) -> Result<()> {
    if saved == 1 {
        return Ok(());
    }
    Err(StoreError::Outdated {
        table: "registrations",
        row: id.to_string(),
    })
}
