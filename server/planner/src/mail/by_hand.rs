//! What organisers decide about mails that were not sent.

use jiff::{SignedDuration, Timestamp};
use model::{AuditAction, EmailAddress, MailId};
use store::KeptMails;

use crate::{
    Planner, PlannerError, Result,
    access::{CONFIRMATION_LINK_LASTS, EventAccess, Organises, Reads, Right},
};

impl Planner {
    /// The time before which links in mails have expired.
    pub(super) fn expired_before(&self) -> Timestamp {
        self.now() - CONFIRMATION_LINK_LASTS
    }

    /// Queues a mail again that the mail server refused for good.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network(), %mail), err(level = "debug"))]
    pub async fn send_mail_again(&self, right: &Organises, mail: MailId) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let line = tx
            .mail(mail)
            .await?
            .filter(|line| line.network == right.network() && line.registration.is_some())
            .ok_or(PlannerError::NotFound)?;
        let (expired, now) = (self.expired_before(), self.now());
        if !tx.send_mail_again(mail, expired, now).await? {
            return Err(PlannerError::WrongState);
        }
        let about = (line.event, line.registration);
        self.note_unrevised(&mut tx, right, about, AuditAction::MailSentAgain)
            .await?;
        self.commit(tx).await
    }

    /// Queues an event's mails again that the mail server refused for good, and returns their number.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn send_refused_mails_again(&self, access: &EventAccess<Organises>) -> Result<u64> {
        let mut tx = self.store().begin().await?;
        let (right, event) = access.read(&mut tx).await?;
        let (expired, now) = (self.expired_before(), self.now());
        let mails = tx.send_mails_of_event_again(event.id, expired, now).await?;
        if mails > 0 {
            let about = (Some(event.id), None);
            self.note_unrevised(&mut tx, &right, about, AuditAction::MailSentAgain)
                .await?;
        }
        self.commit(tx).await?;
        Ok(mails)
    }

    /// The number of an event's mails that can be sent again.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn refused_mails(&self, access: &EventAccess<impl Right>) -> Result<i64> {
        let mut reader = self.store().read().await?;
        let (_, event) = access.read(&mut reader).await?;
        let expired = self.expired_before();
        Ok(reader.count_mails_to_send_again(event.id, expired).await?)
    }

    /// Writes to an address again that the mail server refused.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network()), err(level = "debug"))]
    pub async fn resume_address(&self, right: &Organises, address: &EmailAddress) -> Result<()> {
        let mut tx = self.store().begin().await?;
        if tx.resume_address(right.network(), address).await? {
            self.note_unrevised(&mut tx, right, (None, None), AuditAction::AddressResumed)
                .await?;
        }
        self.commit(tx).await
    }

    /// The addresses that a network writes to no longer, each with the mail server's reply.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network()), err(level = "debug"))]
    pub async fn stopped_addresses(&self, right: &Reads) -> Result<Vec<(String, String)>> {
        let mut reader = self.store().read().await?;
        Ok(reader.stopped_addresses(right.network()).await?)
    }

    /// A network's mails that were kept while there was no mail server, if there is one now.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network()), err(level = "debug"))]
    pub async fn kept_mails(&self, right: &Reads) -> Result<KeptMails> {
        if !self.hands_over() {
            return Ok(KeptMails::default());
        }
        let mut reader = self.store().read().await?;
        let (now, expired) = (self.now(), self.expired_before());
        Ok(reader.kept_mails(right.network(), now, expired).await?)
    }

    /// Sends the kept mails that are of use, and leaves the others. Returns the number of those sent.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network()), err(level = "debug"))]
    pub async fn send_kept_mails(&self, right: &Organises) -> Result<u64> {
        if !self.hands_over() {
            return Err(PlannerError::WrongState);
        }
        let mut tx = self.store().begin().await?;
        let (now, expired) = (self.now(), self.expired_before());
        let sent = tx.send_kept_mails(right.network(), now, expired).await?;
        let left = tx.leave_kept_mails(right.network(), now).await?;
        if sent + left > 0 {
            self.note_unrevised(&mut tx, right, (None, None), AuditAction::KeptMailsSent)
                .await?;
        }
        self.commit(tx).await?;
        Ok(sent)
    }

    /// Decides that the kept mails are not sent.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network()), err(level = "debug"))]
    pub async fn leave_kept_mails(&self, right: &Organises) -> Result<()> {
        if !self.hands_over() {
            return Err(PlannerError::WrongState);
        }
        let mut tx = self.store().begin().await?;
        if tx.leave_kept_mails(right.network(), self.now()).await? > 0 {
            self.note_unrevised(&mut tx, right, (None, None), AuditAction::KeptMailsLeft)
                .await?;
        }
        self.commit(tx).await
    }

    /// Deletes the messages of mails that were settled, or kept without a mail server, longer ago than
    /// `keep`. Returns their number.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn delete_old_messages(&self, keep: SignedDuration) -> Result<u64> {
        // A transaction of this size keeps others waiting for some milliseconds.
        const BATCH: u32 = 200;
        let before = self.now() - keep;
        let mut deleted = 0;
        loop {
            let mut tx = self.store().begin().await?;
            let batch = tx.delete_mail_messages(before, BATCH).await?;
            if batch == 0 {
                drop(tx);
                self.delete_old_attachments(keep).await?;
                return Ok(deleted);
            }
            tx.commit().await?;
            deleted += batch;
        }
    }
}
