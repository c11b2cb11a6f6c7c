//! Files that are sent with a mailing.
//!
//! They are uploaded while the message is written, belong to no mailing until it is sent, and go with each of its mails
//! when that is handed to the mail server. So they are stored once, however many people get them.

use jiff::SignedDuration;
use mail::AttachedFile;
use model::{
    Attachment, AttachmentId, AttachmentKind, Event, Fault, Faults, MAX_ATTACHED_BYTES,
    MOST_ATTACHMENTS, MailingId,
};
use store::{AttachmentFile, Reader};

use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, Organises, Reads},
    events::LockedEvent,
};

/// How long a file waits for its message to be sent.
const UNSENT_LASTS: SignedDuration = SignedDuration::from_hours(48);

/// The most bytes of files that wait at an event for their messages to be sent.
const MOST_UNSENT_BYTES: usize = 20 * MAX_ATTACHED_BYTES;

/// A file as it was uploaded.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UploadedFile {
    /// The name on the sender's machine.
    pub name: String,
    pub bytes: Vec<u8>,
}

impl Planner {
    /// Keeps files for a message that is being written, beside those that it has. Gives all of them. A file that is
    /// neither a PDF nor a picture, or is too large beside the others, is a fault of the field `files`, and none is kept.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn keep_attachments(
        &self,
        access: &EventAccess<Organises>,
        before: &[AttachmentId],
        uploaded: Vec<UploadedFile>,
    ) -> Result<Vec<AttachmentId>> {
        let mut tx = self.store().begin().await?;
        let (_, event) = access.read(&mut tx).await?;
        let mut kept = unsent(&mut tx, &event, before).await?;
        for UploadedFile { name, bytes } in uploaded {
            let Some(kind) = AttachmentKind::of(&bytes) else {
                return Err(Faults::one("files", Fault::UnusableAttachment { name }).into());
            };
            let file = AttachmentFile {
                attachment: Attachment {
                    id: self.new_id(),
                    name: kind.name(&name),
                    kind,
                    size: bytes.len(),
                },
                bytes,
            };
            tx.insert_attachment(event.id, &file, self.now()).await?;
            kept.push(file.attachment);
        }
        check_size(&kept)?;
        // What was taken away again, or belongs to a message that is not sent, is deleted after two days. Until then there is a limit.
        let waiting = tx.unsent_attachments(event.id).await?;
        if waiting.iter().map(|file| file.size).sum::<usize>() > MOST_UNSENT_BYTES {
            let megabytes = MOST_UNSENT_BYTES / 1_000_000;
            return Err(Faults::one("files", Fault::AttachmentsTooLarge { megabytes }).into());
        }
        tx.commit().await?;
        Ok(kept.iter().map(|kept| kept.id).collect())
    }

    /// The files of a message that is being written. Those that are gone are left out.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn unsent_attachments(
        &self,
        access: &EventAccess<Organises>,
        ids: &[AttachmentId],
    ) -> Result<Vec<Attachment>> {
        let mut reader = self.store().read().await?;
        let (_, event) = access.read(&mut reader).await?;
        unsent(&mut reader, &event, ids).await
    }

    /// The files of a mailing.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn attachments(
        &self,
        access: &EventAccess<Reads>,
        mailing: MailingId,
    ) -> Result<Vec<Attachment>> {
        let mut reader = self.store().read().await?;
        let (_, event) = access.read(&mut reader).await?;
        let found = reader.mailing(mailing).await?;
        found
            .filter(|found| found.event == event.id)
            .ok_or(PlannerError::NotFound)?;
        Ok(reader.attachments(mailing).await?)
    }

    /// A file, for whoever may read the event's mails.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn attachment_file(
        &self,
        access: &EventAccess<Reads>,
        id: AttachmentId,
    ) -> Result<AttachmentFile> {
        let mut reader = self.store().read().await?;
        let (_, event) = access.read(&mut reader).await?;
        let file = reader.attachment_file(event.id, id).await?;
        file.ok_or(PlannerError::NotFound)
    }

    /// Deletes files whose message was never sent, and those of mailings whose mails are deleted: `keep` is how long
    /// mails are kept. Gives their number.
    pub(crate) async fn delete_old_attachments(&self, keep: SignedDuration) -> Result<u64> {
        let mut tx = self.store().begin().await?;
        let now = self.now();
        let deleted = tx
            .delete_old_attachments(now - UNSENT_LASTS, now - keep)
            .await?;
        if deleted > 0 {
            tx.commit().await?;
        }
        Ok(deleted)
    }
}

impl LockedEvent<'_> {
    /// Makes files part of a mailing. One that is gone is a fault of the field `files`.
    pub(super) async fn attach(
        &mut self,
        mailing: MailingId,
        files: &[AttachmentId],
    ) -> Result<()> {
        for file in files {
            if !self.tx.attach(self.event.id, *file, mailing).await? {
                return Err(Faults::one("files", Fault::AttachmentGone).into());
            }
        }
        check_size(&self.tx.attachments(mailing).await?)
    }
}

/// The files of a mailing, as they go with its mails.
pub(crate) async fn files_of(reader: &mut Reader, mailing: MailingId) -> Result<Vec<AttachedFile>> {
    let files = reader.attachment_files(mailing).await?;
    Ok(files.into_iter().map(attached).collect())
}

/// Files that belong to no mailing, as they go with a mail on trial.
pub(super) async fn unsent_files(
    reader: &mut Reader,
    event: &Event,
    ids: &[AttachmentId],
) -> Result<Vec<AttachedFile>> {
    let kept = unsent(reader, event, ids).await?;
    check_size(&kept)?;
    let mut files = Vec::with_capacity(kept.len());
    for file in kept {
        files.extend(reader.attachment_file(event.id, file.id).await?);
    }
    Ok(files.into_iter().map(attached).collect())
}

async fn unsent(
    reader: &mut Reader,
    event: &Event,
    ids: &[AttachmentId],
) -> Result<Vec<Attachment>> {
    if ids.is_empty() {
        return Ok(Vec::new());
    }
    let mut found = reader.unsent_attachments(event.id).await?;
    found.retain(|found| ids.contains(&found.id));
    Ok(found)
}

fn check_size(files: &[Attachment]) -> Result<()> {
    let fault = if files.len() > MOST_ATTACHMENTS {
        Fault::TooManyAttachments {
            most: MOST_ATTACHMENTS,
        }
    } else if files.iter().map(|file| file.size).sum::<usize>() > MAX_ATTACHED_BYTES {
        Fault::AttachmentsTooLarge {
            megabytes: MAX_ATTACHED_BYTES / 1_000_000,
        }
    } else {
        return Ok(());
    };
    Err(Faults::one("files", fault).into())
}

fn attached(file: AttachmentFile) -> AttachedFile {
    AttachedFile {
        name: file.attachment.name,
        kind: file.attachment.kind,
        bytes: file.bytes,
    }
}
