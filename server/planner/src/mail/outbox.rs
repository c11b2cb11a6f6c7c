//! The outbox: mails decided on, frozen, and handed to the mail server until it takes or refuses them.

use std::time::Duration;

use jiff::{SignedDuration, Timestamp};
use mail::{
    Letter, Letterhead, MessageId, MessageMetadata, NetworkProfile, Recipient, SendError, Transport,
};
use model::{
    EmailAddress, EventId, Language, MailId, MailKind, Network, NetworkId, RegistrationId,
};
use store::{CalendarPart, ClaimedMail, MailOutcome, NewMail, Tx};
use tokio::task::JoinSet;

use crate::{Delivery, Planner, PlannerError, Result};

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
    Registration {
        event: EventId,
        registration: RegistrationId,
        /// The revision of the event whose facts it tells; `None` if it tells no news.
        event_revision: Option<i64>,
        /// UID and SEQUENCE of its calendar message.
        entry: Option<(String, u32)>,
    },
}

/// How long a worker has a mail to itself. Longer than any conversation with a mail server may take.
const LEASE: SignedDuration = SignedDuration::from_secs(120);

/// How long a worker waits before it tries again to note what a mail server said.
const NOTE_AGAIN: Duration = Duration::from_secs(1);

/// How long a mail server that does not answer, or asks to be tried later, is tried.
const GIVE_UP_AFTER: SignedDuration = SignedDuration::from_hours(72);

impl Planner {
    /// Puts a mail into the outbox, in the transaction of the change that causes it. Its bytes are
    /// frozen now: sending it twice after a crash sends the same message.
    pub(crate) async fn queue(&self, tx: &mut Tx, mail: Mail<'_>) -> Result<()> {
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
        let kind = kind_of(&letter);
        let (event, registration, event_revision, entry) = match about {
            MailAbout::Person => (None, None, None, None),
            MailAbout::Registration {
                event,
                registration,
                event_revision,
                entry,
            } => (Some(event), Some(registration), event_revision, entry),
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
        let mail::ComposedMessage { subject, message } =
            mail::compose(&letter, &sender.letterhead, &recipient, &metadata).map_err(|error| {
                match error {
                    mail::ComposeError::Recipient(_) => PlannerError::Invalid(model::Faults::one(
                        "address",
                        model::Fault::NoAddress,
                    )),
                    error => PlannerError::internal(error),
                }
            })?;
        let queued = tx
            .insert_mail(&NewMail {
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
                kept: self.config().delivery == Delivery::Kept,
                at: self.now(),
            })
            .await?;
        // SEQUENCE rises from one calendar message to a person to the next, so none is there already.
        if !queued {
            return Err(PlannerError::internal(SentBefore));
        }
        Ok(())
    }

    /// The network as the sender of mails.
    pub(crate) fn sender(&self, network: &Network) -> Result<Sender> {
        let letterhead = Letterhead::new(NetworkProfile {
            name: network.name.to_string(),
            sender_name: network.sender_name.to_string(),
            sender_address: network.sender_address.clone(),
            reply_to: network.reply_to.clone(),
            time_zone: network.time_zone.clone(),
            imprint_link: self.link(&format!("/imprint/{}", network.slug)),
            privacy_link: self.link(&format!("/privacy/{}", network.slug)),
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

    /// Hands the mails that are due to the mail server, `most` at a time, and writes down what it said
    /// to each: until none is left, something fails, or `stop` says so. Gives how many there were.
    ///
    /// Mails in hand are always finished: dropping the future would break off conversations.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn deliver(
        &self,
        transport: &Transport,
        most: usize,
        stop: impl Fn() -> bool,
    ) -> Result<usize> {
        let mut sending = JoinSet::new();
        let mut count = 0;
        let mut outcome = Ok(());
        loop {
            if outcome.is_ok() && sending.len() < most && !stop() {
                let lease_ends = self.now() + LEASE;
                match self.claim(most - sending.len(), lease_ends).await {
                    Ok(claimed) => {
                        count += claimed.len();
                        for mail in claimed {
                            let (planner, transport) = (self.clone(), transport.clone());
                            sending.spawn(async move {
                                planner.hand_over(&transport, mail, lease_ends).await
                            });
                        }
                    }
                    Err(error) => outcome = Err(error),
                }
            }
            if sending.is_empty() {
                return outcome.map(|()| count);
            }
            outcome = outcome.and(some_are_done(&mut sending, most).await);
        }
    }

    async fn claim(&self, most: usize, lease_ends: Timestamp) -> Result<Vec<ClaimedMail>> {
        let mut tx = self.store().begin().await?;
        let most = u32::try_from(most).unwrap_or(u32::MAX);
        let claimed = tx
            .claim_mails(most, self.now(), lease_ends, self.new_id())
            .await?;
        tx.commit().await?;
        for error in &claimed.unreadable {
            tracing::error!(%error, "mail set aside");
        }
        Ok(claimed.mails)
    }

    async fn hand_over(
        &self,
        transport: &Transport,
        mail: ClaimedMail,
        lease_ends: Timestamp,
    ) -> Result<()> {
        let message = mail::Message {
            envelope_from: mail.envelope_from.clone(),
            envelope_to: mail.recipient.clone(),
            bytes: mail.message.clone(),
        };
        let outcome = transport.send(&message).await.map(drop);
        // A mail that the server accepted is sent again if that is not recorded.
        loop {
            match self.settle(&mail, &outcome).await {
                Err(PlannerError::Unavailable) if self.now() + NOTE_AGAIN < lease_ends => {
                    tokio::time::sleep(NOTE_AGAIN).await;
                }
                noted => return noted,
            }
        }
    }

    /// Writes down what became of an attempt.
    async fn settle(&self, mail: &ClaimedMail, outcome: &Result<(), SendError>) -> Result<()> {
        let now = self.now();
        let id = mail.lease.mail;
        let outcome = match outcome {
            Ok(()) => {
                tracing::info!(mail = %id, attempt = mail.attempts, "mail accepted");
                MailOutcome::Accepted
            }
            Err(error) if is_final(error, mail, now) => {
                tracing::warn!(mail = %id, attempt = mail.attempts, %error, "mail refused");
                MailOutcome::Refused {
                    error: error.to_string(),
                }
            }
            Err(error) => {
                let at = now + self.backoff(mail.attempts);
                tracing::warn!(mail = %id, attempt = mail.attempts, %error, again = %at, "mail put off");
                MailOutcome::Retry {
                    error: error.to_string(),
                    at,
                }
            }
        };
        let mut tx = self.store().begin().await?;
        tx.settle_mails(&[(mail.lease, outcome)], now).await?;
        tx.commit().await?;
        Ok(())
    }

    /// How long to wait after the nth attempt: twice as long each time, at most four hours, plus up
    /// to a quarter at random, so that mails that failed together are not tried together.
    fn backoff(&self, attempts: u32) -> Duration {
        const FIRST: u64 = 30;
        const LONGEST: u64 = 4 * 60 * 60;
        let seconds = FIRST
            .saturating_mul(1 << attempts.saturating_sub(1).min(16))
            .min(LONGEST);
        let mut random = [0; 2];
        self.inner.random.fill(&mut random);
        let jitter = seconds * u64::from(u16::from_be_bytes(random)) / u64::from(u16::MAX) / 4;
        Duration::from_secs(seconds + jitter)
    }

    /// Releases all leases, so that mails of a killed process need not wait for their end. Only for a
    /// process that knows at its start that no other one sends.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn take_back_leases(&self) -> Result<()> {
        let mut tx = self.store().begin().await?;
        tx.release_leases(self.now()).await?;
        tx.commit().await?;
        Ok(())
    }
}

#[derive(Debug, thiserror::Error)]
#[error("a calendar message with this SEQUENCE was queued before")]
struct SentBefore;

/// Waits until a mail is done and at most half of `most` are being sent, so that the next ones are claimed
/// several at a time. Waits no longer than a moment, so that slow mails do not delay the others.
async fn some_are_done(sending: &mut JoinSet<Result<()>>, most: usize) -> Result<()> {
    const MOMENT: Duration = Duration::from_millis(250);
    let half = async {
        while let Some(done) = sending.join_next().await {
            match done {
                Ok(noted) => noted?,
                // The mail is tried again when its lease is over.
                Err(panic) => tracing::error!(%panic, "handing a mail over ended in the middle"),
            }
            if sending.len() * 2 <= most {
                break;
            }
        }
        Ok(())
    };
    tokio::time::timeout(MOMENT, half).await.unwrap_or(Ok(()))
}

fn is_final(error: &SendError, mail: &ClaimedMail, now: Timestamp) -> bool {
    let refused_for_good = matches!(
        error,
        SendError::Refused {
            permanent: true,
            ..
        }
    );
    refused_for_good || now.duration_since(mail.created_at) > GIVE_UP_AFTER
}

/// The kind of a letter, for the mail history.
const fn kind_of(letter: &Letter) -> MailKind {
    match letter {
        Letter::SignInLink { .. } => MailKind::SignInLink,
        Letter::ConfirmAddress { .. } => MailKind::ConfirmAddress,
        Letter::SeatConfirmed { .. } => MailKind::SeatConfirmed,
        Letter::Waitlisted { .. } => MailKind::Waitlisted,
        Letter::Promoted { .. } => MailKind::Promoted,
        Letter::AlreadyRegistered { .. }
        | Letter::AlreadyWaiting { .. }
        | Letter::AlreadyDeclined { .. } => MailKind::AlreadyRegistered,
        Letter::EventChanged { .. } => MailKind::EventChanged,
        Letter::EventCancelled { .. } => MailKind::EventCancelled,
        Letter::RegistrationCancelled { .. } => MailKind::RegistrationCancelled,
        Letter::Declined { .. } => MailKind::Declined,
    }
}
