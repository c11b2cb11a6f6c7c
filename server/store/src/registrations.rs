//! Registrations, one at a time. Lists are in `registration_lists`, numbers in `registration_counts`.

use model::{EventId, OrganisationId, Person, Registration, RegistrationId};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{
    Reader, Tx,
    connection::affected,
    error::{Result, StoreError},
    folded::folded,
    origin::Origin,
};

/// What the person, or somebody for them, entered: the parameters 2 to 12.
macro_rules! entered {
    () => {
        "given_name, family_name, address, address_lower, organisation_id, organisation_name, \
         language, answers, search, sort_key, organisation_key"
    };
}

macro_rules! entered_values {
    () => {
        "$2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12"
    };
}

macro_rules! registration_columns {
    () => {
        "id, event_id, given_name, family_name, address, organisation_id, organisation_name, \
         language, answers, state, source, created_at, state_changed_at, waiting_position, \
         consent_version, consent_at, invitation_sequence, revision"
    };
}
pub(crate) use registration_columns;

statements! {
    BY_ID = concat!("SELECT ", registration_columns!(), " FROM registrations WHERE id = $1");
    BY_ADDRESS = concat!(
        "SELECT ", registration_columns!(), " FROM registrations
         WHERE event_id = $1 AND address_lower = $2",
    );
    INSERT = concat!(
        "INSERT INTO registrations (id, ", entered!(), ", revision, source, state,
            state_changed_at, waiting_position, consent_version, consent_at, invitation_sequence,
            event_id, created_at)
         VALUES ($1, ", entered_values!(), ", $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)",
    );
    REPLACE = concat!(
        "UPDATE registrations SET (", entered!(), ") = (", entered_values!(), "),
            revision = $13, source = $14, state = $15, state_changed_at = $16,
            waiting_position = $17, consent_version = $18, consent_at = $19,
            invitation_sequence = $20
         WHERE id = $1",
    );
    UPDATE_DETAILS = concat!(
        "UPDATE registrations SET (", entered!(), ") = (", entered_values!(), "), revision = $13
         WHERE id = $1 AND revision = $14",
    );
    UPDATE_STATE = "
        UPDATE registrations SET state = $2, state_changed_at = $3, waiting_position = $4
        WHERE id = $1";
    SET_WAITING_POSITION = "
        UPDATE registrations SET waiting_position = $2 WHERE id = $1 AND state = 'waitlisted'";
    SET_INVITATION_SEQUENCE = "UPDATE registrations SET invitation_sequence = $2 WHERE id = $1";
}

#[derive(FromRow)]
pub(crate) struct Row {
    id: Uuid,
    event_id: Uuid,
    given_name: String,
    family_name: String,
    address: String,
    organisation_id: Option<Uuid>,
    organisation_name: Option<String>,
    language: String,
    answers: String,
    state: String,
    source: String,
    created_at: i64,
    state_changed_at: i64,
    waiting_position: Option<i64>,
    consent_version: Option<i64>,
    consent_at: Option<i64>,
    invitation_sequence: Option<i64>,
    revision: i64,
}

impl TryFrom<Row> for Registration {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let from = Origin {
            table: "registrations",
            row: row.id,
        };
        let consent = from.optional_number("consent_version", row.consent_version)?;
        Ok(Self {
            id: row.id.into(),
            event: row.event_id.into(),
            person: Person {
                given_name: from.parsed("given_name", &row.given_name)?,
                family_name: from.parsed("family_name", &row.family_name)?,
                address: from.parsed("address", &row.address)?,
                organisation: row.organisation_id.map(OrganisationId::from),
                organisation_name: from
                    .optional("organisation_name", row.organisation_name.as_deref())?,
                language: from.word("language", &row.language)?,
            },
            answers: from.json("answers", &row.answers)?,
            state: from.word("state", &row.state)?,
            source: from.word("source", &row.source)?,
            created_at: row.created_at,
            state_changed_at: row.state_changed_at,
            waiting_position: row.waiting_position,
            consent: consent.zip(row.consent_at),
            invitation_sequence: from
                .optional_number("invitation_sequence", row.invitation_sequence)?,
            revision: row.revision,
        })
    }
}

/// What the list is searched and sorted by.
struct Found {
    search: String,
    sort_key: String,
    organisation_key: String,
}

impl Found {
    fn by(person: &Person) -> Self {
        let organisation = person
            .organisation_name
            .as_ref()
            .map_or("", |name| name.as_str());
        Self {
            search: folded(&format!(
                "{} {} {organisation}",
                person.name(),
                person.address
            )),
            sort_key: folded(&format!("{} {}", person.family_name, person.given_name)),
            organisation_key: folded(organisation),
        }
    }
}

/// Binds what was entered, and the revision.
macro_rules! details {
    ($statement:expr, $registration:expr, $answers:expr, $found:expr) => {
        sqlx::query($statement)
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
            .bind($found.search)
            .bind($found.sort_key)
            .bind($found.organisation_key)
            .bind($registration.revision)
    };
}

/// Binds everything but what never changes.
macro_rules! whole {
    ($statement:expr, $registration:expr, $answers:expr, $found:expr) => {
        details!($statement, $registration, $answers, $found)
            .bind($registration.source.as_str())
            .bind($registration.state.as_str())
            .bind($registration.state_changed_at)
            .bind($registration.waiting_position)
            .bind($registration.consent.map(|(version, _)| i64::from(version)))
            .bind($registration.consent.map(|(_, at)| at))
            .bind($registration.invitation_sequence.map(i64::from))
    };
}

impl Reader {
    /// The registration of this id.
    pub async fn registration(&mut self, id: RegistrationId) -> Result<Option<Registration>> {
        let row: Option<Row> = on!(self, |c| sqlx::query_as(BY_ID)
            .bind(id.uuid())
            .fetch_optional(c))?;
        row.map(Registration::try_from).transpose()
    }

    /// The registration of an address, which is given in lower case, for an event.
    pub async fn registration_by_address(
        &mut self,
        event: EventId,
        address_lower: &str,
    ) -> Result<Option<Registration>> {
        let row: Option<Row> = on!(self, |c| sqlx::query_as(BY_ADDRESS)
            .bind(event.uuid())
            .bind(address_lower)
            .fetch_optional(c))?;
        row.map(Registration::try_from).transpose()
    }
}

impl Tx {
    /// Deletes everybody's registration for an event, with their links.
    pub async fn delete_registrations_of(&mut self, event: EventId) -> Result<()> {
        const DELETE: &str = "DELETE FROM registrations WHERE event_id = $1";
        on!(self, |c| affected(
            sqlx::query(DELETE).bind(event.uuid()).execute(c)
        ))
        .map(drop)
    }

    /// [`StoreError::Duplicate`] `registrations_event_id_address_lower_key` where the address is
    /// registered for the event.
    pub async fn insert_registration(&mut self, registration: &Registration) -> Result<()> {
        let (answers, found) = (answers(registration)?, Found::by(&registration.person));
        on!(self, |c| affected(
            whole!(INSERT, registration, answers, found)
                .bind(registration.event.uuid())
                .bind(registration.created_at)
                .execute(c)
        ))
        .map(drop)
    }

    /// Writes a registration anew, as when a person comes back who had cancelled.
    pub async fn replace_registration(&mut self, registration: &Registration) -> Result<()> {
        let (answers, found) = (answers(registration)?, Found::by(&registration.person));
        let saved = on!(self, |c| affected(
            whole!(REPLACE, registration, answers, found).execute(c)
        ))?;
        exists(saved, registration.id)
    }

    /// Saves person, answers and revision, if the stored revision is still `made_from`; `false`, and
    /// nothing is saved, when somebody else saved in between.
    #[must_use = "somebody else may have saved in between"]
    pub async fn update_registration_details(
        &mut self,
        registration: &Registration,
        made_from: i64,
    ) -> Result<bool> {
        let (answers, found) = (answers(registration)?, Found::by(&registration.person));
        let saved = on!(self, |c| affected(
            details!(UPDATE_DETAILS, registration, answers, found)
                .bind(made_from)
                .execute(c)
        ))?;
        Ok(saved == 1)
    }

    /// Saves the state, since when it is so, and the place on the waiting list. The caller holds the
    /// event's lock.
    pub async fn update_registration_state(&mut self, registration: &Registration) -> Result<()> {
        let saved = on!(self, |c| affected(
            sqlx::query(UPDATE_STATE)
                .bind(registration.id.uuid())
                .bind(registration.state.as_str())
                .bind(registration.state_changed_at)
                .bind(registration.waiting_position)
                .execute(c)
        ))?;
        exists(saved, registration.id)
    }

    /// Moves somebody who waits to another place. The caller holds the event's lock.
    pub async fn set_waiting_position(&mut self, id: RegistrationId, position: i64) -> Result<()> {
        let saved = on!(self, |c| affected(
            sqlx::query(SET_WAITING_POSITION)
                .bind(id.uuid())
                .bind(position)
                .execute(c)
        ))?;
        exists(saved, id)
    }

    /// Notes the SEQUENCE of the last calendar message that a person was sent.
    pub async fn set_invitation_sequence(
        &mut self,
        id: RegistrationId,
        sequence: u32,
    ) -> Result<()> {
        let saved = on!(self, |c| affected(
            sqlx::query(SET_INVITATION_SEQUENCE)
                .bind(id.uuid())
                .bind(i64::from(sequence))
                .execute(c)
        ))?;
        exists(saved, id)
    }
}

fn answers(registration: &Registration) -> Result<String> {
    serde_json::to_string(&registration.answers).map_err(StoreError::unwritable)
}

fn exists(saved: u64, id: RegistrationId) -> Result<()> {
    if saved == 1 {
        return Ok(());
    }
    Err(StoreError::Outdated {
        table: "registrations",
        row: id.to_string(),
    })
}
