//! The mails that a worker has claimed, from the claim to the record of the answer.

use std::{
    collections::{HashMap, HashSet, VecDeque},
    sync::Arc,
    time::{Duration, Instant},
};

use jiff::Timestamp;
use mail::{AttachedFile, SendError};
use model::{EmailAddress, MailingId, NetworkId};
use store::{ClaimedMail, MailLease, MailOutcome};
use tokio::task::{Id, JoinError, JoinSet};
use uuid::Uuid;

use super::LEASE;
use crate::Planner;

/// The interval of renewing leases.
const RENEW_AFTER: Duration = Duration::from_secs(30);

/// The number of answers that are worth a transaction while other mails are still being handed over. A killed
/// worker's mails are handed over again: fewer than these and two for each connection.
const SETTLE_SIZE: usize = 20;

/// How long an answer waits for others, and how often a worker with slow mails in hand looks for new ones.
const MOMENT: Duration = Duration::from_millis(100);

/// The delays after a failure of the database.
const FIRST_PAUSE: Duration = Duration::from_millis(250);
const LONGEST_PAUSE: Duration = Duration::from_secs(5);

/// A claimed mail without its message.
#[derive(Debug)]
pub(super) struct ActiveMail {
    pub lease: MailLease,
    pub network: NetworkId,
    pub is_about_event: bool,
    pub recipient: EmailAddress,
    pub attempts: u32,
    pub created_at: Timestamp,
    /// The mailing whose files go with it.
    pub mailing: Option<MailingId>,
}

/// What became of a mail.
#[derive(Debug)]
pub(super) struct Answer {
    pub mail: ActiveMail,
    pub outcome: MailOutcome,
    /// The mail server's reply, if it refuses the address for good.
    pub stops_address: Option<String>,
}

/// The mails that a worker has claimed.
#[derive(Debug)]
pub(super) struct ActiveMails {
    pub waiting: VecDeque<ClaimedMail>,
    pub conversations: JoinSet<Result<(), SendError>>,
    pub sending: HashMap<Id, ActiveMail>,
    pub answers: Vec<Answer>,
    /// When the leases began, by both clocks.
    pub leased: (Instant, Timestamp),
    pub settled_at: Instant,
    /// When nothing was due.
    pub found_nothing_at: Option<Instant>,
    pub pause: Option<Pause>,
    pub count: usize,
    /// The files of the mailings that were claimed.
    pub files: HashMap<MailingId, Arc<[AttachedFile]>>,
}

/// A pause after a failure of the database.
#[derive(Debug)]
pub(super) struct Pause {
    pub until: Instant,
    pub length: Duration,
}

/// What a conversation needs.
pub(super) struct ToSend {
    pub message: mail::Message,
    pub stopped: Option<String>,
}

pub(super) fn split(mail: ClaimedMail) -> (ActiveMail, ToSend) {
    let message = mail::Message {
        envelope_from: mail.envelope_from,
        envelope_to: mail.recipient.clone(),
        bytes: mail.message,
    };
    let in_hand = ActiveMail {
        lease: mail.lease,
        network: mail.network,
        is_about_event: mail.is_about_event,
        recipient: mail.recipient,
        attempts: mail.attempts,
        created_at: mail.created_at,
        mailing: mail.mailing,
    };
    let to_send = ToSend {
        message,
        stopped: mail.stopped,
    };
    (in_hand, to_send)
}

impl ActiveMails {
    pub(super) fn new(now: Timestamp) -> Self {
        let begun = Instant::now();
        Self {
            waiting: VecDeque::new(),
            conversations: JoinSet::new(),
            sending: HashMap::new(),
            answers: Vec::new(),
            leased: (begun, now),
            settled_at: begun,
            found_nothing_at: None,
            pause: None,
            count: 0,
            files: HashMap::new(),
        }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.waiting.is_empty() && self.sending.is_empty() && self.answers.is_empty()
    }

    /// The claims of the mails in hand.
    pub(super) fn tokens(&self) -> Vec<Uuid> {
        let waiting = self.waiting.iter().map(|mail| mail.lease.token);
        let sending = self.sending.values().map(|mail| mail.lease.token);
        let answered = self.answers.iter().map(|answer| answer.mail.lease.token);
        let mut tokens: Vec<Uuid> = waiting.chain(sending).chain(answered).collect();
        tokens.sort_unstable();
        tokens.dedup();
        tokens
    }

    /// Whether leases are due to be renewed. A clock that was set makes them end too early or too late.
    pub(super) fn needs_renewal(&self, now: Timestamp) -> bool {
        let (instant, timestamp) = self.leased;
        let clock_was_set = now < timestamp || now.duration_since(timestamp) > LEASE / 2;
        !self.is_empty() && (instant.elapsed() >= RENEW_AFTER || clock_was_set)
    }

    /// Forgets the files of mailings that no mail in hand belongs to.
    pub(super) fn forget_files(&mut self) {
        let waiting = self.waiting.iter().filter_map(|mail| mail.mailing);
        let sending = self.sending.values().filter_map(|mail| mail.mailing);
        let needed: HashSet<MailingId> = waiting.chain(sending).collect();
        self.files.retain(|mailing, _| needed.contains(mailing));
    }

    /// Whether there are answers that wait for no others.
    pub(super) fn wants_to_settle(&self) -> bool {
        let is_idle = self.waiting.is_empty() && self.sending.is_empty();
        !self.answers.is_empty()
            && (is_idle
                || self.pause.is_some()
                || self.answers.len() >= SETTLE_SIZE
                || self.settled_at.elapsed() >= MOMENT)
    }

    /// Whether a claim may find mails that the last one did not. After a failure answers come first.
    pub(super) fn may_find_mails(&self) -> bool {
        let looked = self
            .found_nothing_at
            .is_some_and(|looked| looked.elapsed() < MOMENT && !self.is_empty());
        self.pause.is_none() && (!looked || self.wants_to_settle())
    }

    pub(super) fn len(&self) -> u64 {
        let all = self.waiting.len() + self.sending.len() + self.answers.len();
        u64::try_from(all).unwrap_or(u64::MAX)
    }

    /// Gives up the mails whose conversation has not begun.
    pub(super) fn hand_back_waiting(&mut self, now: Timestamp) {
        for mail in std::mem::take(&mut self.waiting) {
            self.answers.push(Answer {
                mail: split(mail).0,
                outcome: MailOutcome::HandedBack { at: now },
                stops_address: None,
            });
        }
    }

    pub(super) fn pause_longer(&mut self) {
        let length = match &self.pause {
            Some(pause) => (pause.length * 2).min(LONGEST_PAUSE),
            None => FIRST_PAUSE,
        };
        self.pause = Some(Pause {
            until: Instant::now() + length,
            length,
        });
    }

    /// Waits a moment, or until conversations have ended: one, and those that ended with it.
    pub(super) async fn some_are_done(&mut self, planner: &Planner) {
        if self.sending.is_empty() {
            let pause = self.pause.as_ref();
            let rest = pause.map(|pause| pause.until.saturating_duration_since(Instant::now()));
            tokio::time::sleep(rest.unwrap_or_default().min(MOMENT)).await;
            return;
        }
        let one = tokio::time::timeout(MOMENT, self.conversations.join_next_with_id()).await;
        let mut ended = one.ok().flatten();
        while let Some(conversation) = ended {
            self.note_end(planner, conversation);
            ended = self.conversations.try_join_next_with_id();
        }
    }

    pub(super) fn note_end(
        &mut self,
        planner: &Planner,
        conversation: Result<(Id, Result<(), SendError>), JoinError>,
    ) {
        let (id, reply) = match conversation {
            Ok((id, reply)) => (id, reply),
            Err(panic) => {
                tracing::error!(%panic, "a conversation with the mail server ended in the middle");
                let text = "the conversation ended in the middle".to_owned();
                (panic.id(), Err(SendError::Unreachable { text }))
            }
        };
        if let Some(mail) = self.sending.remove(&id) {
            self.answers.push(planner.answer(mail, reply));
        }
    }
}
