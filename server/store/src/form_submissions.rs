//! Forms that were submitted lately, and where their actions led.

use jiff::Timestamp;

use crate::{Reader, Tx, connection::rows_affected, error::Result, time::micros};

statements! {
    BEGIN = "
        INSERT INTO form_submissions (form_hash, client_hash, created_at) VALUES ($1, $2, $3)
        ON CONFLICT (form_hash) DO UPDATE SET created_at = excluded.created_at, location = NULL
        WHERE form_submissions.created_at <= $4
        OR (form_submissions.location IS NULL AND form_submissions.created_at <= $5)";
    COUNT = "
        SELECT COUNT(*) FROM form_submissions WHERE client_hash = $1 AND created_at > $2";
    LOCATION = "
        SELECT location FROM form_submissions
        WHERE form_hash = $1 AND created_at > $2 AND (location IS NOT NULL OR created_at > $3)";
    RENEW = "UPDATE form_submissions SET created_at = $2 WHERE form_hash = $1 AND location IS NULL";
    FINISH = "UPDATE form_submissions SET location = $2 WHERE form_hash = $1";
    DELETE = "DELETE FROM form_submissions WHERE form_hash = $1";
    DELETE_RUNNING = "DELETE FROM form_submissions WHERE location IS NULL AND created_at > $1";
    DELETE_BEFORE = "DELETE FROM form_submissions WHERE created_at <= $1";
}

/// Until when a form that is submitted again is a submission of its own.
#[derive(Debug, Clone, Copy)]
pub struct FormExpiry {
    /// Forms of this instant or before.
    pub finished: Timestamp,
    /// Forms of this instant or before whose action has not ended: its server was killed.
    pub running: Timestamp,
}

/// The state of a form that was submitted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FormSubmission {
    /// Its action is running.
    Running,
    /// Its action succeeded and led here.
    Finished { location: String },
}

impl Reader {
    /// The state of a form; `None` if it was not submitted lately, or was refused.
    pub async fn form_submission(
        &mut self,
        form_hash: &[u8],
        expiry: FormExpiry,
    ) -> Result<Option<FormSubmission>> {
        let found: Option<Option<String>> =
            dispatch!(self, query_scalar(LOCATION), |query, c| query
                .bind(form_hash)
                .bind(micros(expiry.finished))
                .bind(micros(expiry.running))
                .fetch_optional(c))?;
        Ok(found.map(|location| match location {
            None => FormSubmission::Running,
            Some(location) => FormSubmission::Finished { location },
        }))
    }

    /// The number of forms that a client submitted after an instant.
    pub async fn count_form_submissions(
        &mut self,
        client_hash: &[u8],
        after: Timestamp,
    ) -> Result<i64> {
        dispatch!(self, query_scalar(COUNT), |query, c| query
            .bind(client_hash)
            .bind(micros(after))
            .fetch_one(c))
    }
}

impl Tx {
    /// Notes that a form is submitted. Returns `false` if it was already, lately.
    pub async fn begin_form_submission(
        &mut self,
        form_hash: &[u8],
        client_hash: &[u8],
        now: Timestamp,
        expiry: FormExpiry,
    ) -> Result<bool> {
        let begun = dispatch!(self, query(BEGIN), |query, c| rows_affected(
            query
                .bind(form_hash)
                .bind(client_hash)
                .bind(micros(now))
                .bind(micros(expiry.finished))
                .bind(micros(expiry.running))
                .execute(c)
        ))?;
        Ok(begun == 1)
    }

    /// Notes that the action of a form is still running.
    pub async fn renew_form_submission(&mut self, form_hash: &[u8], now: Timestamp) -> Result<()> {
        dispatch!(self, query(RENEW), |query, c| rows_affected(
            query.bind(form_hash).bind(micros(now)).execute(c)
        ))
        .map(drop)
    }

    /// Notes where the action of a form led.
    pub async fn finish_form_submission(&mut self, form_hash: &[u8], location: &str) -> Result<()> {
        dispatch!(self, query(FINISH), |query, c| rows_affected(
            query.bind(form_hash).bind(location).execute(c)
        ))
        .map(drop)
    }

    /// Forgets a form, so that it can be submitted again.
    pub async fn delete_form_submission(&mut self, form_hash: &[u8]) -> Result<()> {
        dispatch!(self, query(DELETE), |query, c| rows_affected(
            query.bind(form_hash).execute(c)
        ))
        .map(drop)
    }

    /// Forgets the forms that were submitted after an instant and whose action has not ended. Only for a
    /// process that knows that no other one works on this database.
    pub async fn delete_running_form_submissions(&mut self, after: Timestamp) -> Result<u64> {
        dispatch!(self, query(DELETE_RUNNING), |query, c| rows_affected(
            query.bind(micros(after)).execute(c)
        ))
    }

    /// Forgets the forms that were submitted at this instant or before.
    pub async fn delete_form_submissions_before(&mut self, instant: Timestamp) -> Result<u64> {
        dispatch!(self, query(DELETE_BEFORE), |query, c| rows_affected(
            query.bind(micros(instant)).execute(c)
        ))
    }
}
