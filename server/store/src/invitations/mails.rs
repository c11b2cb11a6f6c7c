//! The mails about invitations.

use model::{InvitationId, MailId, MailState, RegistrationId};
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
    ENTRIES = "
        SELECT outbox.state, outbox.sequence, outbox.method, outbox.message_id FROM outbox
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
    pub message_id: String,
}

#[derive(FromRow)]
struct Row {
    state: String,
    sequence: Option<i64>,
    method: Option<String>,
    message_id: String,
}

impl Reader {
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
                    message_id: row.message_id,
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

    /// Drops the mails about an invitation that are still queued, and returns their number.
    pub async fn drop_mails_of_invitation(&mut self, invitation: InvitationId) -> Result<u64> {
        dispatch!(self, query(DROP_QUEUED), |query, c| rows_affected(
            query.bind(invitation.uuid()).execute(c)
        ))
    }
}
