//! Jobs: work that outlives a request. `claims` hands them to workers, `people` keeps whom they are about,
//! `import_lines` the tables that imports work on.

pub(crate) mod claims;
pub(crate) mod import_lines;
pub(crate) mod people;

use jiff::Timestamp;
use model::{
    EventId, JobId, JobKind, JobProblems, JobState, MemberId, NetworkId, Registration,
    RegistrationId,
};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{
    Reader, Tx,
    connection::rows_affected,
    error::{Result, StoreError},
    listed::Listed,
    registrations::{Row as RegistrationRow, registration_columns},
    row_decoder::RowDecoder,
    time::micros,
};

macro_rules! select {
    ($rest:literal) => {
        concat!(
            "SELECT job.id, job.network_id, job.event_id, job.kind, job.state, job.done, job.total,
                job.cursor, job.problems, job.stop_requested_at, member.name AS member_name,
                job.created_at, job.started_at, job.finished_at
             FROM jobs AS job LEFT JOIN members AS member ON member.id = job.member_id ",
            $rest,
        )
    };
}

statements! {
    BY_ID = select!("WHERE job.id = $1");
    BY_EVENT = select!("WHERE job.event_id = $1 ORDER BY job.id DESC LIMIT $2");
    ACTIVE_OF_KIND = "
        SELECT id, payload FROM jobs
        WHERE event_id = $1 AND kind = $2 AND state IN ('queued', 'running') ORDER BY id";
    INSERT = "
        INSERT INTO jobs (id, network_id, event_id, kind, payload, state, done, total, problems,
            attempts, next_attempt_at, member_id, created_at)
        VALUES ($1, $2, $3, $4, $5, 'queued', 0, $6, '[]', 0, $8, $7, $8)";
    /// A job that no worker has stops at once; a worker stops the others.
    REQUEST_STOP = "
        UPDATE jobs SET stop_requested_at = CAST($2 AS BIGINT),
            state = CASE WHEN state = 'queued' THEN 'stopped' ELSE state END,
            finished_at = CASE WHEN state = 'queued' THEN CAST($2 AS BIGINT) END
        WHERE id = $1 AND state IN ('queued', 'running')";
    REQUEST_STOP_BY_WORKER = "
        UPDATE jobs SET stop_requested_at = $2, next_attempt_at = CAST($2 AS BIGINT)
        WHERE id = $1 AND state IN ('queued', 'running')";
    HALT_FINISHED = "
        UPDATE jobs SET state = 'stopped', finished_at = $2 WHERE id = $1 AND state = 'done'";
    RESUME = "
        UPDATE jobs SET state = 'queued', stop_requested_at = NULL, finished_at = NULL, attempts = 0,
            next_attempt_at = $2
        WHERE id = $1 AND state IN ('stopped', 'failed')";
    /// With their staged lines.
    DELETE_FINISHED = "
        DELETE FROM jobs WHERE id IN (
            SELECT id FROM jobs
            WHERE state IN ('done', 'failed', 'stopped') AND finished_at < $1
            ORDER BY finished_at LIMIT $2)";
    REGISTRATIONS_AFTER = concat!(
        "SELECT ", registration_columns!(), " FROM registrations
         WHERE event_id = $1 AND id > $2 ORDER BY id LIMIT $3",
    );
}

/// A job to be queued.
#[derive(Debug, Clone)]
pub struct NewJob {
    pub id: JobId,
    pub network: NetworkId,
    /// The event that the job is about. Jobs of one event run one after the other.
    pub event: Option<EventId>,
    pub kind: JobKind,
    /// JSON in the planner's own format.
    pub payload: String,
    /// How many people or lines it is about.
    pub total: u32,
    /// Who started it.
    pub member: Option<MemberId>,
    pub at: Timestamp,
}

/// A job as people see it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Job {
    pub id: JobId,
    pub network: NetworkId,
    pub event: Option<EventId>,
    pub kind: JobKind,
    pub state: JobState,
    pub done: u32,
    pub total: u32,
    /// Where it goes on, in the planner's own format; `None` at the beginning.
    pub cursor: Option<String>,
    pub problems: JobProblems,
    /// Whether somebody asked a running job to stop.
    pub stops: bool,
    /// Who started it.
    pub started_by: Option<String>,
    pub created_at: Timestamp,
    pub started_at: Option<Timestamp>,
    pub finished_at: Option<Timestamp>,
}

/// A registration, or the id of a row that cannot be decoded and why.
pub type ReadRegistration = Result<Registration, (RegistrationId, StoreError)>;

#[derive(FromRow)]
struct Row {
    id: Uuid,
    network_id: Uuid,
    event_id: Option<Uuid>,
    kind: String,
    state: String,
    done: i64,
    total: i64,
    cursor: Option<String>,
    problems: String,
    stop_requested_at: Option<i64>,
    member_name: Option<String>,
    created_at: i64,
    started_at: Option<i64>,
    finished_at: Option<i64>,
}

impl TryFrom<Row> for Job {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let from = RowDecoder {
            table: "jobs",
            row: row.id,
        };
        Ok(Self {
            id: row.id.into(),
            network: row.network_id.into(),
            event: row.event_id.map(EventId::from),
            kind: from.word("kind", &row.kind)?,
            state: from.word("state", &row.state)?,
            done: from.number("done", row.done)?,
            total: from.number("total", row.total)?,
            cursor: row.cursor,
            problems: from.json("problems", &row.problems)?,
            stops: row.stop_requested_at.is_some(),
            started_by: row.member_name,
            created_at: from.time("created_at", row.created_at)?,
            started_at: from.optional_time("started_at", row.started_at)?,
            finished_at: from.optional_time("finished_at", row.finished_at)?,
        })
    }
}

impl Reader {
    /// The job of this id.
    pub async fn job(&mut self, id: JobId) -> Result<Option<Job>> {
        let row: Option<Row> = dispatch!(self, query_as(BY_ID), |query, c| query
            .bind(id.uuid())
            .fetch_optional(c))?;
        row.map(Job::try_from).transpose()
    }

    /// The latest jobs of an event, the latest first.
    pub async fn jobs_of_event(&mut self, event: EventId, limit: u32) -> Result<Listed<Job>> {
        let rows: Vec<Row> = dispatch!(self, query_as(BY_EVENT), |query, c| query
            .bind(event.uuid())
            .bind(i64::from(limit))
            .fetch_all(c))?;
        Listed::from_rows(rows)
    }

    /// The jobs of an event of a kind that are not over, with their payloads.
    pub async fn active_jobs(
        &mut self,
        event: EventId,
        kind: JobKind,
    ) -> Result<Vec<(JobId, String)>> {
        let rows: Vec<(Uuid, String)> =
            dispatch!(self, query_as(ACTIVE_OF_KIND), |query, c| query
                .bind(event.uuid())
                .bind(kind.as_str())
                .fetch_all(c))?;
        let job = |(id, payload): (Uuid, String)| (id.into(), payload);
        Ok(rows.into_iter().map(job).collect())
    }

    /// The registrations of an event in the order of their ids, beginning after one of them.
    pub async fn registrations_after(
        &mut self,
        event: EventId,
        after: Option<RegistrationId>,
        limit: u32,
    ) -> Result<Vec<ReadRegistration>> {
        let after = after.map_or_else(Uuid::nil, RegistrationId::uuid);
        let rows: Vec<RegistrationRow> =
            dispatch!(self, query_as(REGISTRATIONS_AFTER), |query, c| query
                .bind(event.uuid())
                .bind(after)
                .bind(i64::from(limit))
                .fetch_all(c))?;
        Ok(rows.into_iter().map(read_registration).collect())
    }
}

/// Decodes a row and keeps its id if that fails.
fn read_registration(row: RegistrationRow) -> ReadRegistration {
    let id = row.id();
    Registration::try_from(row).map_err(|error| (id, error))
}

impl Tx {
    /// Queues a job.
    pub async fn insert_job(&mut self, job: &NewJob) -> Result<()> {
        dispatch!(self, query(INSERT), |query, c| rows_affected(
            query
                .bind(job.id.uuid())
                .bind(job.network.uuid())
                .bind(job.event.map(EventId::uuid))
                .bind(job.kind.as_str())
                .bind(job.payload.as_str())
                .bind(i64::from(job.total))
                .bind(job.member.map(MemberId::uuid))
                .bind(micros(job.at))
                .execute(c)
        ))
        .map(drop)
    }

    /// Asks a job to stop. Returns `false` if it is over.
    pub async fn request_job_stop(&mut self, id: JobId, now: Timestamp) -> Result<bool> {
        let stops = dispatch!(self, query(REQUEST_STOP), |query, c| rows_affected(
            query.bind(id.uuid()).bind(micros(now)).execute(c)
        ))?;
        Ok(stops == 1)
    }

    /// Asks the next worker of a job to stop it, also where no worker has it: what it has found is still to be stored.
    /// Returns `false` if it is over.
    pub async fn request_job_stop_by_worker(&mut self, id: JobId, now: Timestamp) -> Result<bool> {
        let stops = dispatch!(self, query(REQUEST_STOP_BY_WORKER), |query, c| {
            rows_affected(query.bind(id.uuid()).bind(micros(now)).execute(c))
        })?;
        Ok(stops == 1)
    }

    /// Makes a job that is over a stopped one. Returns `false` if it is not over.
    pub async fn halt_finished_job(&mut self, id: JobId, now: Timestamp) -> Result<bool> {
        let halted = dispatch!(self, query(HALT_FINISHED), |query, c| rows_affected(
            query.bind(id.uuid()).bind(micros(now)).execute(c)
        ))?;
        Ok(halted == 1)
    }

    /// Queues a stopped or failed job again; it goes on where it ended. Returns `false` if it is neither.
    pub async fn resume_job(&mut self, id: JobId, now: Timestamp) -> Result<bool> {
        let resumed = dispatch!(self, query(RESUME), |query, c| rows_affected(
            query.bind(id.uuid()).bind(micros(now)).execute(c)
        ))?;
        Ok(resumed == 1)
    }

    /// Deletes up to `limit` jobs that ended before `before`, with the lines of tables that were staged for
    /// them, and returns their number.
    pub async fn delete_finished_jobs(&mut self, before: Timestamp, limit: u32) -> Result<u64> {
        dispatch!(self, query(DELETE_FINISHED), |query, c| rows_affected(
            query.bind(micros(before)).bind(i64::from(limit)).execute(c)
        ))
    }
}
