//! Claims of jobs by workers.
//!
//! A worker claims a job under a lease and works in short transactions. Each of them renews the lease
//! first and stores the cursor together with what it did. So a job whose worker vanished goes on where
//! the last commit left it, and a worker whose lease another one has taken over commits nothing.

use jiff::Timestamp;
use model::{EventId, JobId, JobKind, JobProblems, JobState, MemberId, NetworkId};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{
    Reader, Tx,
    connection::rows_affected,
    error::{Result, StoreError},
    row_decoder::RowDecoder,
    time::micros,
};

/// Jobs that are due. A job waits for the earlier ones of the same event.
macro_rules! from_due {
    () => {
        "FROM jobs AS job
         WHERE ((job.state = 'queued' AND job.next_attempt_at <= $1)
            OR (job.state = 'running' AND job.leased_until <= $1))
         AND NOT EXISTS (
            SELECT 1 FROM jobs AS earlier
            WHERE earlier.event_id = job.event_id AND earlier.id < job.id
            AND earlier.state IN ('queued', 'running')
         ) "
    };
}

macro_rules! claim {
    ($lock:literal) => {
        concat!(
            "WITH due AS MATERIALIZED (
                SELECT job.id ",
            from_due!(),
            "ORDER BY job.next_attempt_at, job.id LIMIT 1 ",
            $lock,
            ")
             UPDATE jobs
             SET state = 'running', leased_until = $2, lease_token = $3,
                started_at = COALESCE(started_at, $1),
                attempts = attempts + CASE WHEN state = 'running' THEN 1 ELSE 0 END
             WHERE id IN (SELECT id FROM due)
             RETURNING id, network_id, event_id, kind, payload, cursor, done, total, problems,
                attempts, member_id",
        )
    };
}

// SQLite has one writer at a time and needs no row locks.
statements! { for sqlite:
    SQLITE_CLAIM = claim!("");
}

statements! { for postgres:
    POSTGRES_CLAIM = claim!("FOR UPDATE OF job SKIP LOCKED");
}

statements! {
    IS_DUE = concat!("SELECT COUNT(*) FROM (SELECT 1 AS due ", from_due!(), "LIMIT 1) AS due");
    RENEW = "
        UPDATE jobs SET leased_until = $3 WHERE id = $1 AND lease_token = $2
        RETURNING cursor, done, total, problems, attempts, stop_requested_at";
    CLAIM_INSERTED = "
        UPDATE jobs
        SET state = 'running', leased_until = $3, lease_token = $4, started_at = $2
        WHERE id = $1 AND NOT EXISTS (
            SELECT 1 FROM jobs AS earlier
            WHERE earlier.event_id = jobs.event_id AND earlier.id < jobs.id
            AND earlier.state IN ('queued', 'running')
        )
        RETURNING id, network_id, event_id, kind, payload, cursor, done, total, problems, attempts,
            member_id";
    PROGRESS = "
        UPDATE jobs SET cursor = $3, done = $4, total = $5, problems = $6, attempts = $7
        WHERE id = $1 AND lease_token = $2";
    SET_ASIDE = "
        UPDATE jobs SET state = 'failed', finished_at = $2, lease_token = NULL, leased_until = NULL
        WHERE id = $1";
    FINISH = "
        UPDATE jobs SET state = $3, finished_at = $4, lease_token = NULL, leased_until = NULL
        WHERE id = $1 AND lease_token = $2";
    RELEASE = "
        UPDATE jobs SET state = 'queued', attempts = $3, next_attempt_at = $4, lease_token = NULL,
            leased_until = NULL
        WHERE id = $1 AND lease_token = $2";
    RELEASE_ALL = "
        UPDATE jobs SET state = 'queued', attempts = attempts + 1, next_attempt_at = $1, lease_token = NULL,
            leased_until = NULL
        WHERE state = 'running'";
}

/// A job under a worker's lease, as far as the worker has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ClaimedJob {
    pub id: JobId,
    pub network: NetworkId,
    pub event: Option<EventId>,
    pub kind: JobKind,
    pub payload: String,
    pub cursor: Option<String>,
    pub done: u32,
    pub total: u32,
    pub problems: JobProblems,
    /// How often in a row it has failed at its present place, or its worker vanished there.
    pub attempts: u32,
    /// Who started it.
    pub member: Option<MemberId>,
    lease: Uuid,
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    network_id: Uuid,
    event_id: Option<Uuid>,
    kind: String,
    payload: String,
    cursor: Option<String>,
    done: i64,
    total: i64,
    problems: String,
    attempts: i64,
    member_id: Option<Uuid>,
}

impl Row {
    fn into_claimed(self, lease: Uuid) -> Result<ClaimedJob, StoreError> {
        let from = RowDecoder {
            table: "jobs",
            row: self.id,
        };
        Ok(ClaimedJob {
            id: self.id.into(),
            network: self.network_id.into(),
            event: self.event_id.map(EventId::from),
            kind: from.word("kind", &self.kind)?,
            payload: self.payload,
            cursor: self.cursor,
            done: from.number("done", self.done)?,
            total: from.number("total", self.total)?,
            problems: from.json("problems", &self.problems)?,
            attempts: from.number("attempts", self.attempts)?,
            member: self.member_id.map(MemberId::from),
            lease,
        })
    }
}

#[derive(FromRow)]
struct ProgressRow {
    cursor: Option<String>,
    done: i64,
    total: i64,
    problems: String,
    attempts: i64,
    stop_requested_at: Option<i64>,
}

/// The answer to a worker that goes on with a job.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Renewal {
    /// The worker has the job until the lease ends.
    Renewed,
    /// Somebody asked the job to stop.
    StopRequested,
    /// Another worker has the job, or it no longer exists.
    Lost,
}

impl Reader {
    /// Whether a job can be claimed. An idle worker reads this and writes nothing.
    pub async fn has_due_job(&mut self, now: Timestamp) -> Result<bool> {
        let due: i64 = dispatch!(self, query_scalar(IS_DUE), |query, c| query
            .bind(micros(now))
            .fetch_one(c))?;
        Ok(due > 0)
    }
}

impl Tx {
    /// Claims the job that is due longest. No other worker gets it until the lease ends. `lease` is a new
    /// id for each call. A job that cannot be read fails, so that the others go on.
    pub async fn claim_job(
        &mut self,
        now: Timestamp,
        lease_ends: Timestamp,
        lease: Uuid,
    ) -> Result<Option<ClaimedJob>> {
        let claim = self.on_engine(SQLITE_CLAIM, POSTGRES_CLAIM);
        loop {
            let row: Option<Row> = dispatch!(self, query_as(claim), |query, c| query
                .bind(micros(now))
                .bind(micros(lease_ends))
                .bind(lease)
                .fetch_optional(c))?;
            let Some(row) = row else {
                return Ok(None);
            };
            let id = row.id;
            match row.into_claimed(lease) {
                Ok(job) => return Ok(Some(job)),
                Err(error) => {
                    tracing::error!(%error, "a job that cannot be read has failed");
                    self.set_aside_job(id, now).await?;
                }
            }
        }
    }

    async fn set_aside_job(&mut self, id: Uuid, now: Timestamp) -> Result<()> {
        dispatch!(self, query(SET_ASIDE), |query, c| rows_affected(
            query.bind(id).bind(micros(now)).execute(c)
        ))
        .map(drop)
    }

    /// Claims a job that this transaction inserted. `None` if an earlier job of the event goes first.
    pub async fn claim_inserted_job(
        &mut self,
        id: JobId,
        now: Timestamp,
        lease_ends: Timestamp,
        lease: Uuid,
    ) -> Result<Option<ClaimedJob>> {
        let row: Option<Row> = dispatch!(self, query_as(CLAIM_INSERTED), |query, c| query
            .bind(id.uuid())
            .bind(micros(now))
            .bind(micros(lease_ends))
            .bind(lease)
            .fetch_optional(c))?;
        row.map(|row| row.into_claimed(lease)).transpose()
    }

    /// Renews the lease, locks the job and reads how far it has come: after a commit without an answer the
    /// worker does not know.
    #[must_use = "without the lease, another worker does the same"]
    pub async fn renew_job(
        &mut self,
        job: &mut ClaimedJob,
        lease_ends: Timestamp,
    ) -> Result<Renewal> {
        let row: Option<ProgressRow> = dispatch!(self, query_as(RENEW), |query, c| query
            .bind(job.id.uuid())
            .bind(job.lease)
            .bind(micros(lease_ends))
            .fetch_optional(c))?;
        let Some(row) = row else {
            return Ok(Renewal::Lost);
        };
        let from = RowDecoder {
            table: "jobs",
            row: job.id,
        };
        job.cursor = row.cursor;
        job.done = from.number("done", row.done)?;
        job.total = from.number("total", row.total)?;
        job.problems = from.json("problems", &row.problems)?;
        job.attempts = from.number("attempts", row.attempts)?;
        Ok(match row.stop_requested_at {
            Some(_) => Renewal::StopRequested,
            None => Renewal::Renewed,
        })
    }

    /// Stores how far a job has come: cursor, numbers, problems and attempts. The job is locked.
    pub async fn save_job_progress(&mut self, job: &ClaimedJob) -> Result<()> {
        let problems = serde_json::to_string(&job.problems).map_err(StoreError::encode_error)?;
        dispatch!(self, query(PROGRESS), |query, c| rows_affected(
            query
                .bind(job.id.uuid())
                .bind(job.lease)
                .bind(job.cursor.as_deref())
                .bind(i64::from(job.done))
                .bind(i64::from(job.total))
                .bind(problems)
                .bind(i64::from(job.attempts))
                .execute(c)
        ))
        .map(drop)
    }

    /// Ends a job in one of the states that are final.
    pub async fn finish_job(
        &mut self,
        job: &ClaimedJob,
        state: JobState,
        now: Timestamp,
    ) -> Result<()> {
        dispatch!(self, query(FINISH), |query, c| rows_affected(
            query
                .bind(job.id.uuid())
                .bind(job.lease)
                .bind(state.as_str())
                .bind(micros(now))
                .execute(c)
        ))
        .map(drop)
    }

    /// Gives a job back to the queue, for a later attempt.
    pub async fn release_job(
        &mut self,
        job: &ClaimedJob,
        attempts: u32,
        again_at: Timestamp,
    ) -> Result<()> {
        dispatch!(self, query(RELEASE), |query, c| rows_affected(
            query
                .bind(job.id.uuid())
                .bind(job.lease)
                .bind(i64::from(attempts))
                .bind(micros(again_at))
                .execute(c)
        ))
        .map(drop)
    }

    /// Ends all leases of jobs. Only for a process that knows that no other one works on this database.
    pub async fn release_job_leases(&mut self, now: Timestamp) -> Result<u64> {
        dispatch!(self, query(RELEASE_ALL), |query, c| rows_affected(
            query.bind(micros(now)).execute(c)
        ))
    }
}
