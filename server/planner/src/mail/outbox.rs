//! The outbox: mails decided on and frozen.

use mail::{
    AttachedFile, Letter, Letterhead, MessageId, MessageMetadata, NetworkProfile, Recipient,
};
use model::{
    EmailAddress, EventId, Language, MailId, MailKind, MailingId, Network, NetworkId,
    RegistrationId,
};
use store::{CalendarPart, NewMail, Tx};

use crate::{Delivery, Planner, PlannerError, Result, access::FORMS_LAST};

/// A mail to be queued.
#[derive(Debug, Clone)]
pub(crate) struct Mail<'a> {
    pub letter: Letter,
    pub sender: &'a Sender,
    pub name: Option<String>,
    pub address: EmailAddress,
    pub language: Language,
    pub about: MailAbout,
    /// The Message-ID of the mail that it refers to, so that mail programs show them together.
    pub references: Option<String>,
}

/// Who mails come from: a network. All recipients share it.
#[derive(Debug, Clone)]
pub(crate) struct Sender {
    network: NetworkId,
    address: EmailAddress,
    letterhead: Letterhead,
}

/// The subject of a mail, for the mail history and for the order of calendar messages.
#[derive(Debug, Clone)]
pub(crate) enum MailAbout {
    /// The person it goes to, as a sign-in link does.
    Person,
    /// An invitation of somebody who need not be registered.
    Invitation {
        event: EventId,
        /// The revision of the event whose facts it tells.
        event_revision: i64,
        /// UID and SEQUENCE of its calendar message.
        entry: Option<(String, u32)>,
    },
    Registration {
        event: EventId,
        registration: RegistrationId,
        /// The revision of the event whose facts it tells; `None` if it tells no news.
        event_revision: Option<i64>,
        /// UID and SEQUENCE of its calendar message.
        entry: Option<(String, u32)>,
        /// The ways through cafés, or the workshop, that its calendar message says: JSON.
        said: Option<String>,
    },
    /// One mail of a mailing.
    Mailing(MailingPart),
}

/// The place of a mail in a mailing.
#[derive(Debug, Clone)]
pub(crate) struct MailingPart {
    pub mailing: MailingId,
    pub kind: MailKind,
    pub event: EventId,
    /// The registration that it is about, if it is about one.
    pub registration: Option<RegistrationId>,
    /// UID and SEQUENCE of its calendar message.
    pub entry: Option<(String, u32)>,
    /// The revision of the event that it tells with the entry.
    pub event_revision: Option<i64>,
}

impl Planner {
    /// Puts a mail into the outbox, in the transaction of the change that causes it. Its bytes are
    /// frozen now: sending it twice after a crash sends the same message. Nobody is written to at a stand-in:
    /// `None` then.
    pub(crate) async fn queue(&self, tx: &mut Tx, mail: Mail<'_>) -> Result<Option<MailId>> {
        // A mail is large, and many use cases wait for one.
        Box::pin(self.queue_with_files(tx, mail, &[])).await
    }

    /// As [`Self::queue`], with files that belong to this mail alone.
    pub(crate) async fn queue_with_files(
        &self,
        tx: &mut Tx,
        mail: Mail<'_>,
        files: &[AttachedFile],
    ) -> Result<Option<MailId>> {
        if mail.address.is_stand_in() {
            return Ok(None);
        }
        let id: MailId = self.new_id();
        let Mail {
            letter,
            sender,
            name,
            address,
            language,
            about,
            references,
        } = mail;
        let message_id = MessageId::of(id, &sender.address).map_err(PlannerError::internal)?;
        let metadata = MessageMetadata {
            message_id: message_id.clone(),
            date: self.now(),
            references: references.and_then(|id| MessageId::parse(&id).ok()),
        };
        let (kind, mailing) = match &about {
            MailAbout::Mailing(part) => (part.kind, Some(part.mailing)),
            MailAbout::Person | MailAbout::Invitation { .. } | MailAbout::Registration { .. } => {
                (letter.kind(), None)
            }
        };
        let (event, registration, event_revision, entry, said) = match about {
            MailAbout::Person => (None, None, None, None, None),
            MailAbout::Invitation {
                event,
                event_revision,
                entry,
            } => (Some(event), None, Some(event_revision), entry, None),
            MailAbout::Mailing(part) => {
                let MailingPart {
                    event,
                    registration,
                    event_revision,
                    entry,
                    ..
                } = part;
                (Some(event), registration, event_revision, entry, None)
            }
            MailAbout::Registration {
                event,
                registration,
                event_revision,
                entry,
                said,
            } => (Some(event), Some(registration), event_revision, entry, said),
        };
        let calendar = entry
            .zip(letter.calendar())
            .map(|((uid, sequence), part)| CalendarPart {
                uid,
                sequence,
                method: part.method.to_string(),
            });
        let recipient = Recipient {
            name,
            address,
            language,
        };
        let mail::ComposedMessage {
            subject,
            mut message,
        } = mail::compose(&letter, &sender.letterhead, &recipient, &metadata).map_err(|error| {
            match error {
                mail::ComposeError::Recipient(_) => {
                    PlannerError::Invalid(model::Faults::one("address", model::Fault::NoAddress))
                }
                error => PlannerError::internal(error),
            }
        })?;
        message.attach(files, id);
        // SEQUENCE rises from one calendar message to a person to the next, unless only its description is new.
        tx.insert_mail(NewMail {
            id,
            network: sender.network,
            event,
            registration,
            recipient: message.envelope_to,
            kind,
            language,
            subject,
            message: message.bytes,
            message_id: message_id.to_string(),
            envelope_from: message.envelope_from,
            calendar,
            event_revision,
            way: said,
            mailing,
            kept: self.config().delivery == Delivery::Kept,
            at: self.now(),
        })
        .await?;
        Ok(Some(id))
    }

    /// Subject and text of a letter, as somebody without a name will read it.
    #[expect(
        clippy::unused_self,
        reason = "its siblings write letters with the planner"
    )]
    pub(crate) fn preview(
        &self,
        letter: &Letter,
        sender: &Sender,
        language: Language,
    ) -> Result<(String, String)> {
        mail::words(letter, &sender.letterhead, language).map_err(PlannerError::internal)
    }

    /// The network as the sender of mails.
    pub(crate) fn sender(&self, network: &Network) -> Result<Sender> {
        let letterhead = Letterhead::new(NetworkProfile {
            name: network.name.to_string(),
            sender_name: network.sender_name.to_string(),
            sender_address: network.sender_address.clone(),
            reply_to: network.reply_to.clone(),
            time_zone: network.time_zone.clone(),
            hue: network.hue,
            imprint_link: self.link(&format!("/imprint/{}", network.slug)),
            privacy_link: self.link(&format!("/privacy/{}", network.slug)),
            own_words: network.own_words.clone(),
        })
        .map_err(PlannerError::internal)?;
        Ok(Sender {
            network: network.id,
            address: network.sender_address.clone(),
            letterhead,
        })
    }

    /// Commits a change, and wakes the worker for the mails that it queued.
    pub(crate) async fn commit(&self, tx: Tx) -> Result<()> {
        tx.commit().await?;
        self.inner.mail_queued.notify_one();
        Ok(())
    }

    /// Returns when this process has queued a mail. Mails of other servers are found by polling.
    #[tracing::instrument(level = "debug", skip_all)]
    pub async fn mail_was_queued(&self) {
        self.inner.mail_queued.notified().await;
    }

    /// Releases all leases, so that mails, jobs and forms of a killed process need not wait for their end. Only
    /// for a process that knows at its start that no other one works on the database.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn release_leases(&self) -> Result<()> {
        let mut tx = self.store().begin().await?;
        tx.release_leases(self.now()).await?;
        tx.release_job_leases(self.now()).await?;
        tx.delete_running_form_submissions(self.now() - FORMS_LAST)
            .await?;
        tx.commit().await?;
        Ok(())
    }
}
