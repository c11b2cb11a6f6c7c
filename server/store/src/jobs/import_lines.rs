//! The lines of a table that is being imported. They are staged with one statement, and turned into
//! registrations by one transaction: a reader sees all of them or none.

use jiff::Timestamp;
use model::{
    Answers, AuditAction, AuditActor, EventId, JobId, Line, MemberId, NetworkId, OrganisationId,
    Person, RegistrationId, RegistrationState, Source,
};
use serde_json::{Value, json};
use sqlx_macros::FromRow;
use uuid::Uuid;

use super::{ReadRegistration, read_registration};
use crate::{
    Reader, Tx,
    connection::rows_affected,
    contacts::of_registrations::contact_of,
    error::{Result, StoreError},
    registrations::{Row as RegistrationRow, SearchKeys, registration_columns},
    row_decoder::RowDecoder,
    time::micros,
};

/// The columns that a line has in common with a registration.
macro_rules! person_columns {
    () => {
        "given_name, family_name, address, address_lower, organisation_id, organisation_name, \
         language, answers, search, sort_key, organisation_key"
    };
}

macro_rules! stage {
    ($values:literal) => {
        concat!(
            "INSERT INTO import_lines (job_id, number, registration_id, audit_id, ",
            person_columns!(),
            ") ",
            $values,
        )
    };
}

/// Enters all lines, except the `special` ones without a position. Those with a position wait, all others
/// have a seat.
macro_rules! enter {
    ($special:literal) => {
        concat!(
            "WITH special AS MATERIALIZED (",
            $special,
            ")
             INSERT INTO registrations (id, event_id, ",
            person_columns!(),
            ", revision, source, state, state_changed_at, created_at, address_confirmed_at,
                waiting_position, contact_id)
             SELECT line.registration_id, $2, ",
            person_columns!(),
            ", 0, $3, CASE WHEN special.number IS NULL THEN 'confirmed' ELSE 'waitlisted' END, $4, $4,
                $4, special.position, ",
            contact_of!("$2", "line.address_lower"),
            "
             FROM import_lines AS line LEFT JOIN special ON special.number = line.number
             WHERE line.job_id = $1 AND (special.number IS NULL OR special.position IS NOT NULL)",
        )
    };
}

// Many rows travel as one JSON array of arrays.
statements! { for sqlite:
    SQLITE_STAGE = stage!(
        "SELECT $1, value ->> 0, unhex(value ->> 1), unhex(value ->> 2), value ->> 3, value ->> 4,
            value ->> 5, value ->> 6, unhex(value ->> 7), value ->> 8, value ->> 9, value ->> 10,
            value ->> 11, value ->> 12, value ->> 13
         FROM json_each($2)"
    );
    // Without the type of the column it is compared with, `number` gets no automatic index.
    SQLITE_ENTER = enter!(
        "SELECT CAST(value ->> 0 AS INTEGER) AS number, value ->> 1 AS position FROM json_each($5)"
    );
    SQLITE_DROP_LINES = "
        DELETE FROM import_lines
        WHERE job_id = $1 AND number IN (SELECT value FROM json_each($2))";
}

statements! { for postgres:
    POSTGRES_STAGE = stage!(
        "SELECT $1, (value ->> 0)::BIGINT, (value ->> 1)::UUID, (value ->> 2)::UUID, value ->> 3,
            value ->> 4, value ->> 5, value ->> 6, (value ->> 7)::UUID, value ->> 8, value ->> 9,
            value ->> 10, value ->> 11, value ->> 12, value ->> 13
         FROM jsonb_array_elements(CAST($2 AS JSONB))"
    );
    POSTGRES_ENTER = enter!(
        "SELECT (value ->> 0)::BIGINT AS number, (value ->> 1)::BIGINT AS position
         FROM jsonb_array_elements(CAST($5 AS JSONB))"
    );
    POSTGRES_DROP_LINES = "
        DELETE FROM import_lines
        WHERE job_id = $1
        AND number IN (SELECT value::BIGINT FROM jsonb_array_elements_text(CAST($2 AS JSONB)))";
}

statements! {
    LINES = "
        SELECT line.number, line.organisation_id, known.id AS known, known.state
        FROM import_lines AS line LEFT JOIN registrations AS known
            ON known.event_id = $2 AND known.address_lower = line.address_lower
        WHERE line.job_id = $1 ORDER BY line.number";
    /// Registrations as they are, with person and answers of the line.
    RETURNING_PEOPLE = "
        SELECT line.number, known.id, known.event_id, line.given_name, line.family_name, line.address,
            line.organisation_id, line.organisation_name, line.language, line.answers, known.state,
            known.source, known.created_at, known.state_changed_at, known.waiting_position,
            known.consent_version, known.consent_at, known.invitation_sequence,
            known.address_confirmed_at, known.entered_by, known.revision
        FROM import_lines AS line JOIN registrations AS known
            ON known.event_id = $2 AND known.address_lower = line.address_lower
        WHERE line.job_id = $1 ORDER BY line.number";
    NOTE_STATES = "
        INSERT INTO audit (id, network_id, event_id, registration_id, member_id, who, what, changes, at)
        SELECT line.audit_id, $2, $3, line.registration_id, $4, $5,
            CASE WHEN person.state = 'confirmed' THEN $6 ELSE $7 END, '[]', $8
        FROM import_lines AS line JOIN registrations AS person ON person.id = line.registration_id
        WHERE line.job_id = $1";
    PEOPLE_AFTER = concat!(
        "SELECT line_number, ", registration_columns!(), " FROM (
            SELECT line.number AS line_number, person.*
            FROM import_lines AS line JOIN registrations AS person
                ON person.event_id = $2 AND person.address_lower = line.address_lower
            WHERE line.job_id = $1 AND line.number > $3 ORDER BY line.number LIMIT $4
         ) AS people ORDER BY line_number",
    );
    DELETE = "DELETE FROM import_lines WHERE job_id = $1";
}

/// A line to be staged.
#[derive(Debug, Clone)]
pub struct NewImportLine {
    /// The number of the line in the table.
    pub number: u64,
    /// The id of the registration that it becomes.
    pub registration: RegistrationId,
    /// The id of the audit line that says how it was entered.
    pub audit: Uuid,
    pub person: Person,
    pub answers: Answers,
}

/// Lines as the database takes them. They are made before the transaction begins: others wait for it.
#[derive(Debug)]
pub struct ImportRows(String);

impl ImportRows {
    pub fn of(lines: &[NewImportLine]) -> Result<Self> {
        let rows: Vec<Value> = lines.iter().map(row_of).collect::<Result<_>>()?;
        Ok(Self(Value::Array(rows).to_string()))
    }
}

/// A staged line, and the registration of its address if there is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ImportLine {
    pub number: u64,
    pub organisation: Option<OrganisationId>,
    pub known: Option<(RegistrationId, RegistrationState)>,
}

/// Who enters lines, where and when.
#[derive(Debug, Clone, Copy)]
pub struct ImportEntry {
    pub job: JobId,
    pub network: NetworkId,
    pub event: EventId,
    pub member: Option<MemberId>,
    pub at: Timestamp,
}

#[derive(FromRow)]
struct LineRow {
    number: i64,
    organisation_id: Option<Uuid>,
    known: Option<Uuid>,
    state: Option<String>,
}

#[derive(FromRow)]
struct PersonRow {
    line_number: i64,
    #[sqlx(flatten)]
    registration: RegistrationRow,
}

#[derive(FromRow)]
struct ReturningRow {
    number: i64,
    #[sqlx(flatten)]
    registration: RegistrationRow,
}

const fn decoder(job: JobId) -> RowDecoder<JobId> {
    RowDecoder {
        table: "import_lines",
        row: job,
    }
}

impl Reader {
    /// The staged lines of a job, in their order.
    pub async fn import_lines(&mut self, job: JobId, event: EventId) -> Result<Vec<ImportLine>> {
        let rows: Vec<LineRow> = dispatch!(self, query_as(LINES), |query, c| query
            .bind(job.uuid())
            .bind(event.uuid())
            .fetch_all(c))?;
        let from = decoder(job);
        rows.into_iter()
            .map(|row| {
                let state = row.state.map(|state| from.word("state", &state));
                let known = row.known.map(RegistrationId::from);
                Ok(ImportLine {
                    number: from.number("number", row.number)?,
                    organisation: row.organisation_id.map(OrganisationId::from),
                    known: known.zip(state.transpose()?),
                })
            })
            .collect()
    }

    /// The registrations whose address is in a staged line, with person and answers of the line.
    pub async fn returning_people(
        &mut self,
        job: JobId,
        event: EventId,
    ) -> Result<Vec<(u64, ReadRegistration)>> {
        let rows: Vec<ReturningRow> =
            dispatch!(self, query_as(RETURNING_PEOPLE), |query, c| query
                .bind(job.uuid())
                .bind(event.uuid())
                .fetch_all(c))?;
        rows.into_iter()
            .map(|row| {
                let number = decoder(job).number("number", row.number)?;
                Ok((number, read_registration(row.registration)))
            })
            .collect()
    }

    /// The registrations of the lines after one of them, with the numbers of their lines.
    pub async fn imported_people_after(
        &mut self,
        job: JobId,
        event: EventId,
        after: u64,
        limit: u32,
    ) -> Result<Vec<(u64, ReadRegistration)>> {
        let after = i64::try_from(after).unwrap_or(i64::MAX);
        let rows: Vec<PersonRow> = dispatch!(self, query_as(PEOPLE_AFTER), |query, c| query
            .bind(job.uuid())
            .bind(event.uuid())
            .bind(after)
            .bind(i64::from(limit))
            .fetch_all(c))?;
        rows.into_iter()
            .map(|row| {
                let number = decoder(job).number("number", row.line_number)?;
                Ok((number, read_registration(row.registration)))
            })
            .collect()
    }
}

impl Tx {
    /// Stages lines of a job that was inserted before.
    pub async fn stage_import_lines(&mut self, job: JobId, rows: &ImportRows) -> Result<()> {
        let stage = self.on_engine(SQLITE_STAGE, POSTGRES_STAGE);
        dispatch!(self, query(stage), |query, c| rows_affected(
            query.bind(job.uuid()).bind(rows.0.as_str()).execute(c)
        ))
        .map(drop)
    }

    /// Takes lines out of a job.
    pub async fn drop_import_lines(&mut self, job: JobId, numbers: &[u64]) -> Result<()> {
        let drop_lines = self.on_engine(SQLITE_DROP_LINES, POSTGRES_DROP_LINES);
        dispatch!(self, query(drop_lines), |query, c| rows_affected(
            query
                .bind(job.uuid())
                .bind(json!(numbers).to_string())
                .execute(c)
        ))
        .map(drop)
    }

    /// Enters the lines of a job as new registrations, and notes that in the audit log. The lines of
    /// `special` wait at their position, or are left out if they have none; all others have a seat. The
    /// caller holds the event's lock.
    pub async fn enter_import_lines(
        &mut self,
        entry: &ImportEntry,
        special: &[(u64, Option<i64>)],
    ) -> Result<()> {
        let enter = self.on_engine(SQLITE_ENTER, POSTGRES_ENTER);
        dispatch!(self, query(enter), |query, c| rows_affected(
            query
                .bind(entry.job.uuid())
                .bind(entry.event.uuid())
                .bind(Source::Import.as_str())
                .bind(micros(entry.at))
                .bind(json!(special).to_string())
                .execute(c)
        ))?;
        let seated = AuditAction::registration_entered(RegistrationState::Confirmed);
        let waits = AuditAction::registration_entered(RegistrationState::Waitlisted);
        let actor = match entry.member {
            Some(_) => AuditActor::Member,
            None => AuditActor::Planner,
        };
        dispatch!(self, query(NOTE_STATES), |query, c| rows_affected(
            query
                .bind(entry.job.uuid())
                .bind(entry.network.uuid())
                .bind(entry.event.uuid())
                .bind(entry.member.map(MemberId::uuid))
                .bind(actor.as_str())
                .bind(seated.as_str())
                .bind(waits.as_str())
                .bind(micros(entry.at))
                .execute(c)
        ))
        .map(drop)
    }

    /// Deletes the staged lines of a job.
    pub async fn delete_import_lines(&mut self, job: JobId) -> Result<()> {
        dispatch!(self, query(DELETE), |query, c| rows_affected(
            query.bind(job.uuid()).execute(c)
        ))
        .map(drop)
    }
}

/// A line as a row of the JSON array that stages it.
fn row_of(line: &NewImportLine) -> Result<Value, StoreError> {
    let NewImportLine {
        number,
        registration,
        audit,
        person,
        answers,
    } = line;
    let keys = SearchKeys::of(person);
    Ok(json!([
        number,
        registration.uuid().simple().to_string(),
        audit.simple().to_string(),
        person.given_name.as_str(),
        person.family_name.as_str(),
        person.address.as_str(),
        person.address.lower(),
        person.organisation.map(|id| id.uuid().simple().to_string()),
        person.organisation_name.as_ref().map(Line::as_str),
        person.language.as_str(),
        serde_json::to_string(answers).map_err(StoreError::encode_error)?,
        keys.search,
        keys.sort_key,
        keys.organisation_key,
    ]))
}
