//! Invitations to events. `lists` has lists of them with the answers, `links` the secrets that open them, `mails` what
//! was written about them.

pub(crate) mod links;
pub(crate) mod lists;
pub(crate) mod mails;

use jiff::Timestamp;
use model::{ContactId, EmailAddress, EventId, Invitation, InvitationId, MailingId};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{
    Reader, Tx,
    connection::rows_affected,
    error::{Result, StoreError},
    listed::Listed,
    row_decoder::RowDecoder,
    time::micros,
};

macro_rules! invitation_columns {
    () => {
        "invitations.id AS invitation_id, invitations.event_id, invitations.contact_id, \
         invitations.instead_of, invitations.calendar, invitations.invited_at, \
         invitations.sent_at, invitations.reminded_at, invitations.declined_at, \
         invitations.taken_back_at, invitations.sequence, invitations.named_address"
    };
}
pub(crate) use invitation_columns;

statements! {
    BY_ID = concat!("SELECT ", invitation_columns!(), " FROM invitations WHERE id = $1");
    BY_CONTACT = concat!(
        "SELECT ", invitation_columns!(), " FROM invitations WHERE event_id = $1 AND contact_id = $2",
    );
    BY_EVENT = concat!("SELECT ", invitation_columns!(), " FROM invitations WHERE event_id = $1");
    /// Those who have not answered, and those of them who have the entry.
    COUNT_SILENT = "
        SELECT COUNT(*), COUNT(invitations.sequence) FROM invitations
        WHERE event_id = $1 AND sent_at IS NOT NULL AND declined_at IS NULL AND taken_back_at IS NULL
        AND NOT EXISTS (
            SELECT 1 FROM registrations WHERE registrations.event_id = invitations.event_id
            AND registrations.contact_id = invitations.contact_id
            AND registrations.state <> 'pending')";
    UPDATE = "
        UPDATE invitations SET instead_of = $2, calendar = $3, invited_at = $4, sent_at = $5,
            reminded_at = $6, declined_at = $7, taken_back_at = $8, sequence = $9, named_address = $10
        WHERE id = $1";
    /// Where both were invited to an event, the links of the one open the invitation of the other.
    MOVE_LINKS = "
        UPDATE invitation_links SET invitation_id = (
            SELECT kept.id FROM invitations AS kept JOIN invitations AS gone ON gone.event_id = kept.event_id
            WHERE kept.contact_id = $2 AND gone.contact_id = $1 AND gone.id = invitation_links.invitation_id)
        WHERE invitation_id IN (
            SELECT gone.id FROM invitations AS gone JOIN invitations AS kept ON gone.event_id = kept.event_id
            WHERE kept.contact_id = $2 AND gone.contact_id = $1)";
    /// Where both were invited, a refusal of the one is one of the other, who is invited as long as one of them is.
    /// Whoever was named in place of oneself has not refused by that.
    MERGE = "
        UPDATE invitations SET
            declined_at = CASE WHEN invitations.taken_back_at IS NULL
                THEN COALESCE(invitations.declined_at, gone.declined_at) ELSE gone.declined_at END,
            instead_of = CASE WHEN gone.instead_of = invitations.id
                THEN invitations.instead_of ELSE COALESCE(invitations.instead_of, gone.instead_of) END,
            named_address = COALESCE(invitations.named_address, gone.named_address),
            taken_back_at = NULL
        FROM invitations AS gone
        WHERE gone.contact_id = $1 AND gone.taken_back_at IS NULL
            AND invitations.contact_id = $2 AND invitations.event_id = gone.event_id
            AND (invitations.instead_of IS NULL OR invitations.instead_of <> gone.id)";
    /// Whoever was named in place of the one was named in place of the other.
    MOVE_SUBSTITUTES = "
        UPDATE invitations SET instead_of = kept.id
        FROM invitations AS gone JOIN invitations AS kept ON kept.event_id = gone.event_id
        WHERE gone.contact_id = $1 AND kept.contact_id = $2
            AND invitations.instead_of = gone.id AND invitations.id <> kept.id";
    /// Those whom a mailing was to invite: they can be invited again.
    TAKE_BACK_UNSENT = "
        UPDATE invitations SET taken_back_at = $3
        WHERE event_id = $1 AND sent_at IS NULL AND taken_back_at IS NULL AND contact_id IN (
            SELECT recipients.contact_id FROM mailing_recipients AS recipients
            WHERE recipients.mailing_id = $2 AND recipients.state = 'waiting')";
    MOVE_CONTACT = "
        UPDATE invitations SET contact_id = $2
        WHERE contact_id = $1 AND event_id NOT IN (
            SELECT kept.event_id FROM invitations AS kept WHERE kept.contact_id = $2)";
}

rows_statements! {
    INSERT [Uuid, Uuid, Uuid, Uuid, Text, Integer, Integer, Integer, Integer, Integer, Integer] = "
        INSERT INTO invitations (id, event_id, contact_id, instead_of, calendar, invited_at, sent_at,
            reminded_at, declined_at, taken_back_at, sequence)
        SELECT * FROM {rows}";
}

#[derive(FromRow)]
pub(crate) struct Row {
    invitation_id: Uuid,
    event_id: Uuid,
    contact_id: Uuid,
    instead_of: Option<Uuid>,
    calendar: String,
    invited_at: i64,
    sent_at: Option<i64>,
    reminded_at: Option<i64>,
    declined_at: Option<i64>,
    taken_back_at: Option<i64>,
    sequence: Option<i64>,
    named_address: Option<String>,
}

impl TryFrom<Row> for Invitation {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let from = RowDecoder {
            table: "invitations",
            row: row.invitation_id,
        };
        Ok(Self {
            id: row.invitation_id.into(),
            event: row.event_id.into(),
            contact: row.contact_id.into(),
            instead_of: row.instead_of.map(InvitationId::from),
            calendar: from.word("calendar", &row.calendar)?,
            invited_at: from.time("invited_at", row.invited_at)?,
            sent_at: from.optional_time("sent_at", row.sent_at)?,
            reminded_at: from.optional_time("reminded_at", row.reminded_at)?,
            declined_at: from.optional_time("declined_at", row.declined_at)?,
            taken_back_at: from.optional_time("taken_back_at", row.taken_back_at)?,
            sequence: from.optional_number("sequence", row.sequence)?,
            named: from.optional("named_address", row.named_address.as_deref())?,
        })
    }
}

impl Reader {
    /// The invitation of this id.
    pub async fn invitation(&mut self, id: InvitationId) -> Result<Option<Invitation>> {
        let row: Option<Row> = dispatch!(self, query_as(BY_ID), |query, c| query
            .bind(id.uuid())
            .fetch_optional(c))?;
        row.map(Invitation::try_from).transpose()
    }

    /// The invitation of a contact to an event, also one that was taken back.
    pub async fn invitation_of_contact(
        &mut self,
        event: EventId,
        contact: ContactId,
    ) -> Result<Option<Invitation>> {
        let row: Option<Row> = dispatch!(self, query_as(BY_CONTACT), |query, c| query
            .bind(event.uuid())
            .bind(contact.uuid())
            .fetch_optional(c))?;
        row.map(Invitation::try_from).transpose()
    }

    /// All invitations to an event, also those that were taken back.
    pub async fn invitations_of(&mut self, event: EventId) -> Result<Listed<Invitation>> {
        let rows: Vec<Row> = dispatch!(self, query_as(BY_EVENT), |query, c| query
            .bind(event.uuid())
            .fetch_all(c))?;
        Listed::from_rows(rows)
    }

    /// How many people were invited to an event and have not answered, and how many of them have its calendar entry.
    pub async fn count_silent(&mut self, event: EventId) -> Result<(u32, u32)> {
        let (all, with_entry): (i64, i64) =
            dispatch!(self, query_as(COUNT_SILENT), |query, c| query
                .bind(event.uuid())
                .fetch_one(c))?;
        let from = RowDecoder {
            table: "invitations",
            row: event,
        };
        Ok((
            from.number("COUNT(*)", all)?,
            from.number("COUNT(*)", with_entry)?,
        ))
    }
}

impl Tx {
    /// Adds invitations. [`StoreError::Duplicate`] `invitations_event_id_contact_id_key` if one of the contacts has
    /// an invitation to the event.
    pub async fn insert_invitations(&mut self, invitations: &[Invitation]) -> Result<()> {
        let rows: Vec<_> = invitations
            .iter()
            .map(|invitation| {
                [
                    invitation.id.uuid().into(),
                    invitation.event.uuid().into(),
                    invitation.contact.uuid().into(),
                    invitation.instead_of.map(InvitationId::uuid).into(),
                    invitation.calendar.as_str().into(),
                    micros(invitation.invited_at).into(),
                    invitation.sent_at.map(micros).into(),
                    invitation.reminded_at.map(micros).into(),
                    invitation.declined_at.map(micros).into(),
                    invitation.taken_back_at.map(micros).into(),
                    invitation.sequence.map(i64::from).into(),
                ]
            })
            .collect();
        self.write_rows::<(), _>(INSERT, &rows).await.map(drop)
    }

    /// Saves what changes of an invitation. The caller holds the event's lock.
    pub async fn update_invitation(&mut self, invitation: &Invitation) -> Result<()> {
        let saved = dispatch!(self, query(UPDATE), |query, c| rows_affected(
            query
                .bind(invitation.id.uuid())
                .bind(invitation.instead_of.map(InvitationId::uuid))
                .bind(invitation.calendar.as_str())
                .bind(micros(invitation.invited_at))
                .bind(invitation.sent_at.map(micros))
                .bind(invitation.reminded_at.map(micros))
                .bind(invitation.declined_at.map(micros))
                .bind(invitation.taken_back_at.map(micros))
                .bind(invitation.sequence.map(i64::from))
                .bind(invitation.named.as_ref().map(EmailAddress::as_str))
                .execute(c)
        ))?;
        if saved == 1 {
            Ok(())
        } else {
            Err(StoreError::Outdated {
                table: "invitations",
                row: invitation.id.to_string(),
            })
        }
    }

    /// Takes back the invitations that a withdrawn mailing would have sent.
    pub async fn take_back_unsent(
        &mut self,
        event: EventId,
        mailing: MailingId,
        now: Timestamp,
    ) -> Result<()> {
        dispatch!(self, query(TAKE_BACK_UNSENT), |query, c| rows_affected(
            query
                .bind(event.uuid())
                .bind(mailing.uuid())
                .bind(micros(now))
                .execute(c)
        ))
        .map(drop)
    }

    /// Gives the invitations of a contact to another one. Where both have one, that of the other stays: the links of
    /// both open it, and it has the refusal and the substitute of both.
    pub async fn move_invitations(&mut self, from: ContactId, to: ContactId) -> Result<()> {
        for statement in [MOVE_LINKS, MERGE, MOVE_SUBSTITUTES, MOVE_CONTACT] {
            dispatch!(self, query(statement), |query, c| rows_affected(
                query.bind(from.uuid()).bind(to.uuid()).execute(c)
            ))?;
        }
        Ok(())
    }
}
