//! Single registrations. `lists` has lists of them, `counts` their numbers, `states` saves their states, `promotion`
//! seats many at once.

pub(crate) mod counts;
pub(crate) mod lists;
pub(crate) mod promotion;
mod row;
pub(crate) mod states;

use std::{collections::HashMap, slice};

use jiff::Timestamp;
use model::{EventId, Line, OrganisationId, Person, Registration, RegistrationId, search_key};
use sqlx::AssertSqlSafe;

pub(crate) use self::row::Row;
use crate::{
    Reader, Tx,
    connection::rows_affected,
    contacts::of_registrations::contact_of,
    error::{Result, StoreError},
    rows::Value,
    statements::{padded_lists, repeat_row},
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
         consent_version, consent_at, invitation_sequence, address_confirmed_at, entered_by, revision"
    };
}
pub(crate) use registration_columns;

statements! {
    BY_ID = concat!("SELECT ", registration_columns!(), " FROM registrations WHERE id IN ($1)");
    CONFIRM_ADDRESS = "
        UPDATE registrations SET address_confirmed_at = $2
        WHERE id = $1 AND address_confirmed_at IS NULL";
    BY_ADDRESS = concat!(
        "SELECT ", registration_columns!(), " FROM registrations
         WHERE event_id = $1 AND address_lower IN ($2)",
    );
    REPLACE = concat!(
        "UPDATE registrations SET (", detail_columns!(), ") = (", detail_values!(), "),
            revision = $13, source = $14, state = $15, state_changed_at = $16,
            waiting_position = $17, consent_version = $18, consent_at = $19,
            invitation_sequence = $20, address_confirmed_at = $21, entered_by = $22
         WHERE id = $1",
    );
    UPDATE_DETAILS = concat!(
        "UPDATE registrations SET (", detail_columns!(), ") = (", detail_values!(), "), revision = $13
         WHERE id = $1 AND revision = $14",
    );
    SET_WAITING_POSITION = "
        UPDATE registrations SET waiting_position = $2 WHERE id = $1 AND state = 'waitlisted'";
    DELETE_BY_EVENT = "DELETE FROM registrations WHERE event_id = $1";
    SET_INVITATION_SEQUENCE = "UPDATE registrations SET invitation_sequence = $2 WHERE id = $1";
}

rows_statements! {
    INSERT [
        Uuid, Text, Text, Text, Text, Uuid, Text, Text, Text, Text, Text, Text, Integer, Text, Text, Integer,
        Integer, Integer, Integer, Integer, Integer, Uuid, Integer, Text
    ] = concat!(
        "INSERT INTO registrations (id, ", detail_columns!(), ", revision, source, state,
            state_changed_at, waiting_position, consent_version, consent_at, invitation_sequence,
            address_confirmed_at, event_id, created_at, entered_by, contact_id)
         SELECT new.*, ", contact_of!("column22", "column5"), " FROM {rows}",
    );
}

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

/// Binds the parameters 1 to 22: all columns except those that never change.
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
            .bind($registration.entered_by.as_ref().map(Line::as_str))
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
        for ids in padded_lists(ids) {
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
        let addresses: Vec<&str> = addresses_lower.iter().map(String::as_str).collect();
        for addresses in padded_lists(&addresses) {
            let sql = BY_ADDRESS.replace("$2", &repeat_row("$2", 1, addresses.len()));
            let rows: Vec<Row> = dispatch!(self, query_as(AssertSqlSafe(sql)), |query, c| {
                let query = query.bind(event.uuid());
                let query = addresses
                    .iter()
                    .fold(query, |query, address| query.bind(*address));
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
    /// Deletes all registrations for an event with their links, and the contacts that are there because of them
    /// alone.
    pub async fn delete_registrations_of(&mut self, event: EventId) -> Result<()> {
        self.delete_contacts_of_event(event).await?;
        dispatch!(self, query(DELETE_BY_EVENT), |query, c| rows_affected(
            query.bind(event.uuid()).execute(c)
        ))
        .map(drop)
    }

    /// Notes that the owner of the address confirmed a registration. An earlier time stays.
    pub async fn confirm_registration(&mut self, id: RegistrationId, at: Timestamp) -> Result<()> {
        dispatch!(self, query(CONFIRM_ADDRESS), |query, c| rows_affected(
            query.bind(id.uuid()).bind(micros(at)).execute(c)
        ))
        .map(drop)
    }

    /// Adds a registration. [`StoreError::Duplicate`] `registrations_event_id_address_lower_key` if the
    /// address is registered for the event.
    pub async fn insert_registration(&mut self, registration: &Registration) -> Result<()> {
        self.insert_registrations(slice::from_ref(registration))
            .await
    }

    /// Adds registrations, with the contacts that they belong to. The error is that of
    /// [`Self::insert_registration`].
    pub async fn insert_registrations(&mut self, registrations: &[Registration]) -> Result<()> {
        let rows = registrations
            .iter()
            .map(inserted_row)
            .collect::<Result<Vec<_>>>()?;
        self.make_contacts(registrations).await?;
        self.write_rows::<(), _>(INSERT, &rows).await.map(drop)
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
        require_saved(saved, registration.id)?;
        self.join_contact(registration).await
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
        self.flush_states().await?;
        let saved = dispatch!(unflushed self, query(SET_INVITATION_SEQUENCE), |query, c| {
            rows_affected(query.bind(id.uuid()).bind(i64::from(sequence)).execute(c))
        })?;
        require_saved(saved, id)
    }
}

fn inserted_row(registration: &Registration) -> Result<[Value<'_>; 24]> {
    let person = &registration.person;
    let keys = SearchKeys::of(person);
    let organisation_name = person.organisation_name.as_ref().map(Line::as_str);
    Ok([
        registration.id.uuid().into(),
        person.given_name.as_str().into(),
        person.family_name.as_str().into(),
        person.address.as_str().into(),
        person.address.lower().into(),
        person.organisation.map(OrganisationId::uuid).into(),
        organisation_name.into(),
        person.language.as_str().into(),
        encode_answers(registration)?.into(),
        keys.search.into(),
        keys.sort_key.into(),
        keys.organisation_key.into(),
        registration.revision.into(),
        registration.source.as_str().into(),
        registration.state.as_str().into(),
        micros(registration.state_changed_at).into(),
        registration.waiting_position.into(),
        registration
            .consent
            .map(|(version, _)| i64::from(version))
            .into(),
        registration.consent.map(|(_, at)| micros(at)).into(),
        registration.invitation_sequence.map(i64::from).into(),
        registration.address_confirmed_at.map(micros).into(),
        registration.event.uuid().into(),
        micros(registration.created_at).into(),
        registration.entered_by.as_ref().map(Line::as_str).into(),
    ])
}

fn encode_answers(registration: &Registration) -> Result<String> {
    serde_json::to_string(&registration.answers).map_err(StoreError::encode_error)
}

/// Turns an update of no row into an error.
fn require_saved(saved: u64, id: RegistrationId) -> Result<()> {
    if saved == 1 {
        Ok(())
    } else {
        Err(outdated(id))
    }
}

fn outdated(id: RegistrationId) -> StoreError {
    StoreError::Outdated {
        table: "registrations",
        row: id.to_string(),
    }
}
