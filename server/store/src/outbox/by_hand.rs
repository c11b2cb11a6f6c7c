//! What people decide about mails that were not sent, and the deletion of old messages.

use jiff::Timestamp;
use model::{EventId, MailId, NetworkId};
use uuid::Uuid;

use crate::{Reader, Tx, connection::rows_affected, error::Result, time::micros};

/// Selects refused mails that can be sent again: the message is there, no later mail about the registration
/// tells more, the address is still that of the person and not stopped, and the link in it has not expired at $2.
macro_rules! can_be_sent_again {
    () => {
        "state = 'refused' AND registration_id IS NOT NULL
            AND EXISTS (SELECT 1 FROM registrations WHERE registrations.id = outbox.registration_id
                AND registrations.address_lower = outbox.recipient_lower)
            AND (kind <> 'confirm address' OR created_at > $2)
            AND EXISTS (SELECT 1 FROM mail_messages WHERE mail_id = outbox.id)
            AND NOT EXISTS (
                SELECT 1 FROM outbox AS later
                WHERE later.registration_id = outbox.registration_id
                AND later.position > outbox.position
                AND later.state IN ('queued', 'sending', 'accepted', 'kept'))
            AND NOT EXISTS (
                SELECT 1 FROM stopped_addresses AS stopped
                WHERE stopped.network_id = outbox.network_id
                AND stopped.address_lower = outbox.recipient_lower)"
    };
}

/// Selects mails of a network that were kept while there was no mail server, and about which nobody has decided
/// while their message was there.
macro_rules! undecided {
    () => {
        concat!("network_id = $1 AND ", is_undecided!())
    };
}

/// Selects those of them that still make sense at $2: the event is not over, and the link has not expired:
/// one of a mail from before $3.
macro_rules! still_of_use {
    () => {
        "registration_id IS NOT NULL AND (kind <> 'confirm address' OR created_at > $3)
            AND EXISTS (SELECT 1 FROM events WHERE events.id = outbox.event_id AND events.ends_at > $2)"
    };
}

statements! {
    CAN_SEND_AGAIN = concat!(
        "SELECT EXISTS (SELECT 1 FROM outbox WHERE id = $1 AND ", can_be_sent_again!(), ")",
    );
    COUNT_TO_SEND_AGAIN = concat!(
        "SELECT COUNT(*) FROM outbox WHERE event_id = $1 AND ", can_be_sent_again!(),
    );
    SEND_AGAIN = concat!(
        "UPDATE outbox SET state = 'queued', attempts = 0, next_attempt_at = $3, last_error = NULL,
            settled_at = NULL
         WHERE id = $1 AND ", can_be_sent_again!(),
    );
    SEND_ALL_AGAIN = concat!(
        "UPDATE outbox SET state = 'queued', attempts = 0, next_attempt_at = $3, last_error = NULL,
            settled_at = NULL
         WHERE event_id = $1 AND ", can_be_sent_again!(),
    );
    COUNT_KEPT = concat!("SELECT COUNT(*) FROM outbox WHERE ", undecided!());
    COUNT_KEPT_OF_USE = concat!(
        "SELECT COUNT(*) FROM outbox WHERE ", undecided!(), " AND ", still_of_use!(),
    );
    SEND_KEPT = concat!(
        "UPDATE outbox SET state = 'queued', next_attempt_at = $2 WHERE ", undecided!(), " AND ",
        still_of_use!(),
    );
    LEAVE_KEPT = concat!("UPDATE outbox SET settled_at = $2 WHERE ", undecided!());
    /// Ids sort by the time they were given, and a mail is settled after that: $1 bounds the search.
    DELETE_MESSAGES = "
        DELETE FROM mail_messages WHERE mail_id IN (
            SELECT old.mail_id FROM mail_messages AS old JOIN outbox AS mail ON mail.id = old.mail_id
            WHERE old.mail_id < $1 AND mail.state NOT IN ('queued', 'sending')
            AND COALESCE(mail.settled_at,
                CASE WHEN mail.state IN ('dropped', 'kept') THEN mail.created_at END) < $2
            ORDER BY old.mail_id LIMIT $3)";
}

/// Mails that were kept while there was no mail server.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct KeptMails {
    /// Those about which nobody has decided.
    pub all: i64,
    /// Those of them that are of use: the event is not over, and no link in them has expired.
    pub of_use: i64,
}

impl Reader {
    /// Whether a refused mail can be sent again. A mail that asks for confirmation has to be later than
    /// `expired`.
    pub async fn can_send_mail_again(&mut self, mail: MailId, expired: Timestamp) -> Result<bool> {
        dispatch!(self, query_scalar(CAN_SEND_AGAIN), |query, c| query
            .bind(mail.uuid())
            .bind(micros(expired))
            .fetch_one(c))
    }

    /// The number of an event's refused mails that can be sent again.
    pub async fn count_mails_to_send_again(
        &mut self,
        event: EventId,
        expired: Timestamp,
    ) -> Result<i64> {
        dispatch!(self, query_scalar(COUNT_TO_SEND_AGAIN), |query, c| query
            .bind(event.uuid())
            .bind(micros(expired))
            .fetch_one(c))
    }

    /// A network's mails that were kept and not decided about.
    pub async fn kept_mails(
        &mut self,
        network: NetworkId,
        now: Timestamp,
        expired: Timestamp,
    ) -> Result<KeptMails> {
        let all = dispatch!(self, query_scalar(COUNT_KEPT), |query, c| query
            .bind(network.uuid())
            .fetch_one(c))?;
        let of_use = dispatch!(self, query_scalar(COUNT_KEPT_OF_USE), |query, c| query
            .bind(network.uuid())
            .bind(micros(now))
            .bind(micros(expired))
            .fetch_one(c))?;
        Ok(KeptMails { all, of_use })
    }
}

impl Tx {
    /// Queues a refused mail again. Returns `false` if it cannot be sent again.
    pub async fn send_mail_again(
        &mut self,
        mail: MailId,
        expired: Timestamp,
        now: Timestamp,
    ) -> Result<bool> {
        let queued = self.queue_again(SEND_AGAIN, mail.uuid(), expired, now);
        Ok(queued.await? == 1)
    }

    /// Queues an event's refused mails again, as far as they can be sent again, and returns their number.
    pub async fn send_mails_of_event_again(
        &mut self,
        event: EventId,
        expired: Timestamp,
        now: Timestamp,
    ) -> Result<u64> {
        self.queue_again(SEND_ALL_AGAIN, event.uuid(), expired, now)
            .await
    }

    async fn queue_again(
        &mut self,
        statement: &'static str,
        id: Uuid,
        expired: Timestamp,
        now: Timestamp,
    ) -> Result<u64> {
        dispatch!(self, query(statement), |query, c| rows_affected(
            query
                .bind(id)
                .bind(micros(expired))
                .bind(micros(now))
                .execute(c)
        ))
    }

    /// Queues the kept mails of a network that are of use, and returns their number.
    pub async fn send_kept_mails(
        &mut self,
        network: NetworkId,
        now: Timestamp,
        expired: Timestamp,
    ) -> Result<u64> {
        dispatch!(self, query(SEND_KEPT), |query, c| rows_affected(
            query
                .bind(network.uuid())
                .bind(micros(now))
                .bind(micros(expired))
                .execute(c)
        ))
    }

    /// Decides that the kept mails of a network are not sent, and returns their number.
    pub async fn leave_kept_mails(&mut self, network: NetworkId, now: Timestamp) -> Result<u64> {
        dispatch!(self, query(LEAVE_KEPT), |query, c| rows_affected(
            query.bind(network.uuid()).bind(micros(now)).execute(c)
        ))
    }

    /// Deletes up to `limit` messages of mails that were settled before `before`, or were kept before it and
    /// not decided about, and returns their number. The lines stay.
    pub async fn delete_mail_messages(&mut self, before: Timestamp, limit: u32) -> Result<u64> {
        let millis = u64::try_from(before.as_millisecond()).unwrap_or_default();
        let bound = uuid::Builder::from_unix_timestamp_millis(millis, &[0xff; 10]).into_uuid();
        dispatch!(self, query(DELETE_MESSAGES), |query, c| rows_affected(
            query
                .bind(bound)
                .bind(micros(before))
                .bind(i64::from(limit))
                .execute(c)
        ))
    }
}
