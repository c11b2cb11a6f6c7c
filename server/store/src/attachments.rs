//! Files that are sent with mailings.

use jiff::Timestamp;
use model::{Attachment, AttachmentId, EventId, MailingId};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{
    Reader, Tx,
    connection::rows_affected,
    error::{Result, StoreError},
    row_decoder::RowDecoder,
    time::micros,
};

statements! {
    INSERT = "
        INSERT INTO attachments (id, event_id, name, kind, size, bytes, created_at)
        VALUES ($1, $2, $3, $4, $5, $6, $7)";
    UNSENT = "
        SELECT id, name, kind, size FROM attachments
        WHERE event_id = $1 AND mailing_id IS NULL ORDER BY id";
    OF_MAILING = "
        SELECT id, name, kind, size FROM attachments WHERE mailing_id = $1 ORDER BY id";
    FILES_OF_MAILING = "
        SELECT id, name, kind, bytes FROM attachments
        WHERE mailing_id = $1 AND bytes IS NOT NULL ORDER BY id";
    FILE = "
        SELECT id, name, kind, bytes FROM attachments
        WHERE id = $1 AND event_id = $2 AND bytes IS NOT NULL";
    ATTACH = "
        UPDATE attachments SET mailing_id = $3
        WHERE id = $1 AND event_id = $2 AND mailing_id IS NULL";
    DELETE_UNSENT = "DELETE FROM attachments WHERE mailing_id IS NULL AND created_at < $1";
    /// Those of mailings whose mails are all written, and deleted.
    DELETE_BYTES = "
        UPDATE attachments SET bytes = NULL
        WHERE bytes IS NOT NULL AND created_at < $1
        AND EXISTS (
            SELECT 1 FROM mailings WHERE mailings.id = attachments.mailing_id AND mailings.state <> 'scheduled')
        AND NOT EXISTS (
            SELECT 1 FROM mailing_recipients AS waiting
            WHERE waiting.mailing_id = attachments.mailing_id AND waiting.state = 'waiting')
        AND NOT EXISTS (
            SELECT 1 FROM outbox JOIN mail_messages ON mail_messages.mail_id = outbox.id
            WHERE outbox.mailing_id = attachments.mailing_id)";
}

/// A file with its bytes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttachmentFile {
    pub attachment: Attachment,
    pub bytes: Vec<u8>,
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    name: String,
    kind: String,
    size: i64,
}

impl TryFrom<Row> for Attachment {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let from = RowDecoder {
            table: "attachments",
            row: row.id,
        };
        Ok(Self {
            id: row.id.into(),
            kind: from.word("kind", &row.kind)?,
            size: from.number("size", row.size)?,
            name: row.name,
        })
    }
}

#[derive(FromRow)]
struct FileRow {
    id: Uuid,
    name: String,
    kind: String,
    bytes: Vec<u8>,
}

impl TryFrom<FileRow> for AttachmentFile {
    type Error = StoreError;

    fn try_from(row: FileRow) -> Result<Self> {
        let from = RowDecoder {
            table: "attachments",
            row: row.id,
        };
        Ok(Self {
            attachment: Attachment {
                id: row.id.into(),
                kind: from.word("kind", &row.kind)?,
                size: row.bytes.len(),
                name: row.name,
            },
            bytes: row.bytes,
        })
    }
}

impl Reader {
    /// The files of an event that belong to no mailing yet, in the order of their upload.
    pub async fn unsent_attachments(&mut self, event: EventId) -> Result<Vec<Attachment>> {
        let rows: Vec<Row> = dispatch!(self, query_as(UNSENT), |query, c| query
            .bind(event.uuid())
            .fetch_all(c))?;
        rows.into_iter().map(Attachment::try_from).collect()
    }

    /// The files of a mailing, in the order of their upload.
    pub async fn attachments(&mut self, mailing: MailingId) -> Result<Vec<Attachment>> {
        let rows: Vec<Row> = dispatch!(self, query_as(OF_MAILING), |query, c| query
            .bind(mailing.uuid())
            .fetch_all(c))?;
        rows.into_iter().map(Attachment::try_from).collect()
    }

    /// The files of a mailing with their bytes.
    pub async fn attachment_files(&mut self, mailing: MailingId) -> Result<Vec<AttachmentFile>> {
        let rows: Vec<FileRow> = dispatch!(self, query_as(FILES_OF_MAILING), |query, c| query
            .bind(mailing.uuid())
            .fetch_all(c))?;
        rows.into_iter().map(AttachmentFile::try_from).collect()
    }

    /// A file of an event, unless its bytes are deleted.
    pub async fn attachment_file(
        &mut self,
        event: EventId,
        id: AttachmentId,
    ) -> Result<Option<AttachmentFile>> {
        let row: Option<FileRow> = dispatch!(self, query_as(FILE), |query, c| query
            .bind(id.uuid())
            .bind(event.uuid())
            .fetch_optional(c))?;
        row.map(AttachmentFile::try_from).transpose()
    }
}

impl Tx {
    /// Saves a file that belongs to no mailing yet.
    pub async fn insert_attachment(
        &mut self,
        event: EventId,
        file: &AttachmentFile,
        now: Timestamp,
    ) -> Result<()> {
        let attachment = &file.attachment;
        dispatch!(self, query(INSERT), |query, c| rows_affected(
            query
                .bind(attachment.id.uuid())
                .bind(event.uuid())
                .bind(attachment.name.as_str())
                .bind(attachment.kind.as_str())
                .bind(i64::try_from(attachment.size).unwrap_or(i64::MAX))
                .bind(file.bytes.as_slice())
                .bind(micros(now))
                .execute(c)
        ))
        .map(drop)
    }

    /// Makes a file of the event part of a mailing. Returns `false` if it is gone, or part of one already.
    pub async fn attach(
        &mut self,
        event: EventId,
        id: AttachmentId,
        mailing: MailingId,
    ) -> Result<bool> {
        self.flush().await?;
        let attached = dispatch!(self, query(ATTACH), |query, c| rows_affected(
            query
                .bind(id.uuid())
                .bind(event.uuid())
                .bind(mailing.uuid())
                .execute(c)
        ))?;
        Ok(attached == 1)
    }

    /// Deletes files that belong to no mailing since `unsent_before`, and the bytes of those uploaded before
    /// `before` whose mailings have no messages any more.
    pub async fn delete_old_attachments(
        &mut self,
        unsent_before: Timestamp,
        before: Timestamp,
    ) -> Result<u64> {
        let mut deleted = 0;
        for (statement, bound) in [(DELETE_UNSENT, unsent_before), (DELETE_BYTES, before)] {
            deleted += dispatch!(self, query(statement), |query, c| rows_affected(
                query.bind(micros(bound)).execute(c)
            ))?;
        }
        Ok(deleted)
    }
}
