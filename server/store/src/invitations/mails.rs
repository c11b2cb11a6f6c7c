//! The mails about invitations.

use model::{ContactId, EventId, InvitationId, MailId, MailState, RegistrationId};
use sqlx_macros::FromRow;

use crate::{Reader, Tx, connection::rows_affected, error::Result, row_decoder::RowDecoder};

statements! {
    INSERT = "INSERT INTO invitation_mails (mail_id, invitation_id) VALUES ($1, $2)";
    DROP_QUEUED = "
        UPDATE outbox SET state = 'dropped'
        WHERE state = 'queued' AND id IN (
            SELECT mail_id FROM invitation_mails WHERE invitation_id = $1)";
    /// The mails of the invitation belong to the registration that came of it.
    ADOPT = "
        UPDATE outbox SET registration_id = $2
        WHERE registration_id IS NULL AND id IN (
            SELECT mail_id FROM invitation_mails WHERE invitation_id = $1)";
    /// The same, found by the person.
    ADOPT_OF = "
        UPDATE outbox SET registration_id = $1
        WHERE registration_id IS NULL AND state <> 'queued' AND id IN (
            SELECT about.mail_id FROM invitation_mails AS about
            JOIN invitations ON invitations.id = about.invitation_id
            JOIN registrations ON registrations.event_id = invitations.event_id
                AND registrations.contact_id = invitations.contact_id
            WHERE registrations.id = $1)";
    DROP_QUEUED_OF = "
        UPDATE outbox SET state = 'dropped'
        WHERE registration_id IS NULL AND state = 'queued' AND id IN (
            SELECT about.mail_id FROM invitation_mails AS about
            JOIN invitations ON invitations.id = about.invitation_id
            JOIN registrations ON registrations.event_id = invitations.event_id
                AND registrations.contact_id = invitations.contact_id
            WHERE registrations.id = $1)";
    SEQUENCE_OF = "
        SELECT invitations.sequence FROM invitations
        JOIN registrations ON registrations.event_id = invitations.event_id
            AND registrations.contact_id = invitations.contact_id
        WHERE registrations.id = $1 AND invitations.sequence IS NOT NULL";
    HAS_ENTRIES = "
        SELECT EXISTS (SELECT 1 FROM invitations WHERE event_id = $1 AND sequence IS NOT NULL)";
    /// What waits for a mailbox that is not the person's.
    DROP_QUEUED_OF_CONTACT = "
        UPDATE outbox SET state = 'dropped'
        WHERE registration_id IS NULL AND state = 'queued' AND id IN (
            SELECT about.mail_id FROM invitation_mails AS about
            JOIN invitations ON invitations.id = about.invitation_id
            WHERE invitations.contact_id = $1)";
    DELETE_LINKS_OF_CONTACT = "
        DELETE FROM invitation_links WHERE invitation_id IN (
            SELECT invitations.id FROM invitations WHERE invitations.contact_id = $1)";
    ENTRIES = "
        SELECT outbox.state, outbox.sequence, outbox.method, outbox.event_revision FROM outbox
        JOIN invitation_mails ON invitation_mails.mail_id = outbox.id
        WHERE invitation_mails.invitation_id = $1 AND outbox.state <> 'dropped'
        ORDER BY outbox.created_at, outbox.id";
}

/// A mail about an invitation that was not dropped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvitationMail {
    pub state: MailState,
    /// SEQUENCE and METHOD of its calendar message.
    pub sequence: Option<u32>,
    pub method: Option<String>,
    /// The revision of the event that it tells.
    pub event_revision: Option<i64>,
}

#[derive(FromRow)]
struct Row {
    state: String,
    sequence: Option<i64>,
    method: Option<String>,
    event_revision: Option<i64>,
}

impl Reader {
    /// Whether somebody has a calendar entry of the event that came with an invitation.
    pub async fn has_invitation_entries(&mut self, event: EventId) -> Result<bool> {
        dispatch!(self, query_scalar(HAS_ENTRIES), |query, c| query
            .bind(event.uuid())
            .fetch_one(c))
    }

    /// The mails about an invitation, the earliest first, without the dropped ones.
    pub async fn mails_of_invitation(
        &mut self,
        invitation: InvitationId,
    ) -> Result<Vec<InvitationMail>> {
        let rows: Vec<Row> = dispatch!(self, query_as(ENTRIES), |query, c| query
            .bind(invitation.uuid())
            .fetch_all(c))?;
        let from = RowDecoder {
            table: "outbox",
            row: format!("of invitation {invitation}"),
        };
        rows.into_iter()
            .map(|row| {
                Ok(InvitationMail {
                    state: from.word("state", &row.state)?,
                    sequence: from.optional_number("sequence", row.sequence)?,
                    method: row.method,
                    event_revision: row.event_revision,
                })
            })
            .collect()
    }
}

impl Tx {
    /// Notes that a queued mail is about an invitation.
    pub async fn insert_invitation_mail(
        &mut self,
        mail: MailId,
        invitation: InvitationId,
    ) -> Result<()> {
        dispatch!(self, query(INSERT), |query, c| rows_affected(
            query.bind(mail.uuid()).bind(invitation.uuid()).execute(c)
        ))
        .map(drop)
    }

    /// Counts the mails about an invitation as mails about the registration that came of it, so that its calendar
    /// messages go on from theirs.
    pub async fn adopt_invitation_mails(
        &mut self,
        invitation: InvitationId,
        registration: RegistrationId,
    ) -> Result<()> {
        dispatch!(self, query(ADOPT), |query, c| rows_affected(
            query
                .bind(invitation.uuid())
                .bind(registration.uuid())
                .execute(c)
        ))
        .map(drop)
    }

    /// Counts the mails about the invitation of a registered person as mails about the registration, drops those that
    /// are still queued, and gives the SEQUENCE of the last calendar message. `None` if no entry came with it.
    pub async fn take_over_invitation(
        &mut self,
        registration: RegistrationId,
    ) -> Result<Option<u32>> {
        let sequence: Option<i64> = dispatch!(self, query_scalar(SEQUENCE_OF), |query, c| query
            .bind(registration.uuid())
            .fetch_optional(c))?;
        let from = RowDecoder {
            table: "invitations",
            row: format!("of registration {registration}"),
        };
        let sequence = from.optional_number("sequence", sequence)?;
        if sequence.is_some() {
            for statement in [DROP_QUEUED_OF, ADOPT_OF] {
                dispatch!(self, query(statement), |query, c| rows_affected(
                    query.bind(registration.uuid()).execute(c)
                ))?;
            }
        }
        Ok(sequence)
    }

    /// Drops the mails about invitations of a contact that are still queued.
    pub async fn drop_invitation_mails_to(&mut self, contact: ContactId) -> Result<()> {
        dispatch!(self, query(DROP_QUEUED_OF_CONTACT), |query, c| {
            rows_affected(query.bind(contact.uuid()).execute(c))
        })
        .map(drop)
    }

    /// Ends the links that were mailed to a contact, and drops what is queued: the mailbox was not the person's.
    pub async fn end_invitation_links(&mut self, contact: ContactId) -> Result<()> {
        for statement in [DROP_QUEUED_OF_CONTACT, DELETE_LINKS_OF_CONTACT] {
            dispatch!(self, query(statement), |query, c| rows_affected(
                query.bind(contact.uuid()).execute(c)
            ))?;
        }
        Ok(())
    }

    /// Drops the mails about an invitation that are still queued, and returns their number.
    pub async fn drop_mails_of_invitation(&mut self, invitation: InvitationId) -> Result<u64> {
        dispatch!(self, query(DROP_QUEUED), |query, c| rows_affected(
            query.bind(invitation.uuid()).execute(c)
        ))
    }
}
