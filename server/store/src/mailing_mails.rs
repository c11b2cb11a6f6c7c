//! The mails of mailings that are not handed over yet. Those of a mailing that was stopped are held: they count as
//! dropped, and go out unchanged when it goes on.

use std::collections::HashMap;

use jiff::Timestamp;
use model::{EventId, JobId, MailingId, MailingPurpose};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{
    Reader, Tx,
    connection::rows_affected,
    error::{Result, StoreError},
    row_decoder::RowDecoder,
    time::micros,
};

macro_rules! is_unsent {
    () => {
        "(outbox.state IN ('queued', 'sending') OR outbox.held_at IS NOT NULL)"
    };
}

statements! {
    UNSENT_OF_EVENT = concat!(
        "SELECT mailing_id, COUNT(*) AS mails FROM outbox
         WHERE mailing_id IN (SELECT id FROM mailings WHERE event_id = $1) AND ", is_unsent!(),
        " GROUP BY mailing_id",
    );
    OF_JOB = concat!(
        "SELECT id, purpose, halted_at IS NOT NULL AS is_halted, (
            SELECT COUNT(*) FROM outbox WHERE outbox.mailing_id = mailings.id AND ", is_unsent!(), "
         ) AS mails
         FROM mailings WHERE job_id = $1",
    );
    HALT = "UPDATE mailings SET halted_at = $2 WHERE id = $1 AND halted_at IS NULL";
    GO_ON = "UPDATE mailings SET halted_at = NULL WHERE id = $1";
    HALTED = "SELECT id FROM mailings WHERE halted_at IS NOT NULL";
    HOLD = "
        UPDATE outbox SET state = 'dropped', held_at = $2 WHERE state = 'queued' AND mailing_id = $1";
    /// What is still of use goes out: nobody has answered an invitation meanwhile, or was told something newer of it.
    RELEASE = "
        UPDATE outbox SET state = 'queued', held_at = NULL, next_attempt_at = $2
        WHERE mailing_id = $1 AND held_at IS NOT NULL
        AND EXISTS (SELECT 1 FROM mail_messages WHERE mail_messages.mail_id = outbox.id)
        AND NOT EXISTS (
            SELECT 1 FROM invitation_mails AS about
            JOIN invitations ON invitations.id = about.invitation_id
            LEFT JOIN registrations ON registrations.event_id = invitations.event_id
                AND registrations.contact_id = invitations.contact_id AND registrations.state <> 'pending'
            WHERE about.mail_id = outbox.id AND (invitations.declined_at IS NOT NULL
                OR invitations.taken_back_at IS NOT NULL OR registrations.id IS NOT NULL
                OR EXISTS (
                    SELECT 1 FROM invitation_mails AS later JOIN outbox AS newer ON newer.id = later.mail_id
                    WHERE later.invitation_id = about.invitation_id AND newer.id > outbox.id
                    AND newer.state <> 'dropped')))";
    /// Whoever has not been written to, or whose mail is held.
    LEAVE_OUT = "
        UPDATE mailing_recipients SET state = 'left out' WHERE mailing_id = $1
        AND (state = 'waiting' OR (state = 'written' AND registration_id IN (
            SELECT registration_id FROM outbox WHERE mailing_id = $1 AND held_at IS NOT NULL)))";
    /// The others stay dropped.
    FORGET = "UPDATE outbox SET held_at = NULL WHERE mailing_id = $1 AND held_at IS NOT NULL";
}

/// A mailing that a job writes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MailingOfJob {
    pub id: MailingId,
    pub purpose: MailingPurpose,
    /// Whether it was stopped.
    pub is_halted: bool,
    /// How many of its mails are not handed over yet.
    pub unsent: u32,
}

#[derive(FromRow)]
struct OfJobRow {
    id: Uuid,
    purpose: String,
    is_halted: bool,
    mails: i64,
}

impl TryFrom<OfJobRow> for MailingOfJob {
    type Error = StoreError;

    fn try_from(row: OfJobRow) -> Result<Self> {
        let from = RowDecoder {
            table: "mailings",
            row: row.id,
        };
        Ok(Self {
            id: row.id.into(),
            purpose: from.word("purpose", &row.purpose)?,
            is_halted: row.is_halted,
            unsent: from.number("mails", row.mails)?,
        })
    }
}

#[derive(FromRow)]
struct CountRow {
    mailing_id: Uuid,
    mails: i64,
}

impl Reader {
    /// How many mails of the mailings of an event are not handed over yet. Those without any are left out.
    pub async fn unsent_of_mailings(&mut self, event: EventId) -> Result<HashMap<MailingId, u32>> {
        let rows: Vec<CountRow> = dispatch!(self, query_as(UNSENT_OF_EVENT), |query, c| query
            .bind(event.uuid())
            .fetch_all(c))?;
        rows.into_iter()
            .map(|row| {
                let from = RowDecoder {
                    table: "outbox",
                    row: row.mailing_id,
                };
                Ok((row.mailing_id.into(), from.number("COUNT(*)", row.mails)?))
            })
            .collect()
    }

    /// The mailing that a job writes.
    pub async fn mailing_of_job(&mut self, job: JobId) -> Result<Option<MailingOfJob>> {
        let row: Option<OfJobRow> = dispatch!(self, query_as(OF_JOB), |query, c| query
            .bind(job.uuid())
            .fetch_optional(c))?;
        row.map(MailingOfJob::try_from).transpose()
    }
}

impl Tx {
    /// Stops a mailing: what waits of it is held. Returns `false` if it was stopped already.
    pub async fn halt_mailing(&mut self, mailing: MailingId, now: Timestamp) -> Result<bool> {
        self.flush().await?;
        let halted = dispatch!(self, query(HALT), |query, c| rows_affected(
            query.bind(mailing.uuid()).bind(micros(now)).execute(c)
        ))?;
        self.hold_mails(mailing.uuid(), now).await?;
        Ok(halted == 1)
    }

    /// Holds what waits of mailings that were stopped. A worker gives mails back that it had claimed before.
    ///
    /// One statement for all of them would read the whole queue on PostgreSQL, for each claim.
    pub(crate) async fn hold_mails_of_halted(&mut self, now: Timestamp) -> Result<()> {
        let halted: Vec<Uuid> =
            dispatch!(self, query_scalar(HALTED), |query, c| query.fetch_all(c))?;
        for mailing in halted {
            self.hold_mails(mailing, now).await?;
        }
        Ok(())
    }

    async fn hold_mails(&mut self, mailing: Uuid, now: Timestamp) -> Result<()> {
        dispatch!(self, query(HOLD), |query, c| rows_affected(
            query.bind(mailing).bind(micros(now)).execute(c)
        ))
        .map(drop)
    }

    /// Lets a stopped mailing go on: what was held of it waits to be handed over again.
    pub async fn release_mailing(&mut self, mailing: MailingId, now: Timestamp) -> Result<()> {
        self.flush().await?;
        dispatch!(self, query(RELEASE), |query, c| rows_affected(
            query.bind(mailing.uuid()).bind(micros(now)).execute(c)
        ))?;
        self.change_mailing(mailing, &[FORGET, GO_ON]).await
    }

    /// Ends a stopped mailing: what was held of it is dropped, and who has not got it is left out.
    pub async fn give_up_mailing(&mut self, mailing: MailingId, now: Timestamp) -> Result<()> {
        self.flush().await?;
        self.hold_mails(mailing.uuid(), now).await?;
        self.change_mailing(mailing, &[LEAVE_OUT, FORGET, GO_ON])
            .await
    }

    /// Executes statements whose only parameter is the mailing.
    async fn change_mailing(
        &mut self,
        mailing: MailingId,
        statements: &[&'static str],
    ) -> Result<()> {
        for statement in statements {
            dispatch!(self, query(*statement), |query, c| rows_affected(
                query.bind(mailing.uuid()).execute(c)
            ))?;
        }
        Ok(())
    }
}
