//! Delivery: mails that are due are handed to the mail server until it takes or refuses them.
//!
//! A [`MailWorker`] claims many mails in one transaction, hands them over on several connections, and records
//! many answers in the transaction of the next claim. An answer is recorded until the database takes it. The
//! leases of all mails in hand are renewed together.

mod active_mails;
mod domain_rate;
mod retry;

use std::{
    collections::hash_map::Entry,
    num::NonZeroU32,
    time::{Duration, Instant},
};

use jiff::{SignedDuration, Timestamp};
use mail::{SendError, Transport};
use store::{MailLease, MailOutcome};

use self::{
    active_mails::{ActiveMail, ActiveMails, Answer, split},
    domain_rate::DomainRate,
};
use crate::{Planner, PlannerError, Result, mailings::files_of};

/// How long other workers leave a claimed mail alone. A conversation may take longer: the lease is renewed.
const LEASE: SignedDuration = SignedDuration::from_secs(120);

/// The number of mails that are claimed in one transaction.
const CLAIM_SIZE: usize = 100;

/// A clock that goes back by more than this was set.
const CLOCK_STEP: SignedDuration = SignedDuration::from_secs(5);

/// How fast mails are handed over.
#[derive(Debug, Clone, Copy)]
pub struct DeliveryLimits {
    /// The number of mails that are handed over at a time.
    pub connections: usize,
    /// The number of mails per minute to one domain.
    pub per_domain: Option<NonZeroU32>,
}

/// Hands mails to the mail server.
#[derive(Debug)]
pub struct MailWorker {
    planner: Planner,
    transport: Transport,
    connections: usize,
    rate: Option<DomainRate>,
    /// The clock at the last look at the outbox.
    looked_at: Option<Timestamp>,
}

impl MailWorker {
    /// A worker that keeps to the limits for as long as it lives.
    pub fn new(planner: Planner, transport: Transport, limits: DeliveryLimits) -> Self {
        Self {
            planner,
            transport,
            connections: limits.connections,
            rate: limits.per_domain.map(DomainRate::new),
            looked_at: None,
        }
    }

    /// Hands over the mails that are due and records the mail server's answers, until none is left, the
    /// database fails while no mail is in hand, or `stop` says so. Returns the number of mails.
    ///
    /// Conversations that have begun are always finished: dropping the future would break them off.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn run(&mut self, stop: impl Fn() -> bool) -> Result<usize> {
        let mut active = ActiveMails::new(self.planner.now());
        loop {
            let stopping = stop();
            if stopping {
                active.hand_back_waiting(self.planner.now());
            }
            self.begin_conversations(&mut active);
            let may_claim = !stopping && active.waiting.len() < self.connections;
            let outcome = match &active.pause {
                Some(pause) if pause.until > Instant::now() && !stopping => Ok(false),
                _ => self.exchange(&mut active, may_claim).await,
            };
            match outcome {
                Ok(_) if active.is_empty() => return Ok(active.count),
                Ok(true) => {}
                Ok(false) => active.some_are_done(&self.planner).await,
                Err(error) if active.is_empty() => return Err(error),
                // The last attempt.
                Err(error) if stopping && active.sending.is_empty() => return Err(error),
                Err(error) => {
                    tracing::warn!(%error, answers = active.answers.len(), "answers of the mail server are not recorded yet");
                    if !matches!(error, PlannerError::Unavailable) {
                        self.settle_singly(&mut active).await;
                    }
                    active.pause_longer();
                    active.some_are_done(&self.planner).await;
                }
            }
        }
    }

    fn begin_conversations(&mut self, active: &mut ActiveMails) {
        if active.pause.is_some() {
            return;
        }
        while active.sending.len() < self.connections {
            let Some(mail) = active.waiting.pop_front() else {
                return;
            };
            let (mail, message) = split(mail);
            if let Some(reason) = message.stopped.filter(|_| mail.is_about_event) {
                tracing::info!(mail = %mail.lease.mail, "mail to a stopped address refused");
                active.answers.push(Answer {
                    mail,
                    outcome: MailOutcome::Refused { error: reason },
                    stops_address: None,
                });
                continue;
            }
            let has_files = mail
                .mailing
                .is_none_or(|mailing| active.files.contains_key(&mailing));
            if !has_files {
                // They could not be read. The mail does not go without them.
                let at = self.planner.now();
                active.answers.push(Answer {
                    mail,
                    outcome: MailOutcome::HandedBack { at },
                    stops_address: None,
                });
                continue;
            }
            let admitted = match &mut self.rate {
                Some(rate) => rate.admit(mail.recipient.domain(), Instant::now()),
                None => Ok(()),
            };
            if let Err(wait) = admitted {
                let at = self.planner.now() + wait;
                active.answers.push(Answer {
                    mail,
                    outcome: MailOutcome::HandedBack { at },
                    stops_address: None,
                });
                continue;
            }
            active.count += 1;
            let transport = self.transport.clone();
            let files = mail.mailing.and_then(|id| active.files.get(&id).cloned());
            let id = mail.lease.mail;
            let mut message = message.message;
            let conversation = active.conversations.spawn(async move {
                message.attach(&files.unwrap_or_default(), id);
                transport.send(&message).await.map(drop)
            });
            active.sending.insert(conversation.id(), mail);
        }
    }

    /// Renews leases, records answers and claims mails, as far as there is something to do. Returns whether
    /// it did something.
    async fn exchange(&mut self, active: &mut ActiveMails, may_claim: bool) -> Result<bool> {
        let (begun, now) = (Instant::now(), self.planner.now());
        let clock_was_set_back = self
            .looked_at
            .is_some_and(|looked| now + CLOCK_STEP < looked);
        let renews = active.needs_renewal(now);
        let settles = active.wants_to_settle();
        let mut claims = false;
        if may_claim && active.may_find_mails() {
            claims = clock_was_set_back || self.is_due(now).await?;
            active.found_nothing_at = (!claims).then_some(begun);
        }
        if !renews && !settles && !claims {
            if !clock_was_set_back {
                self.looked_at = Some(now);
            }
            return Ok(false);
        }
        let lease_ends = now + LEASE;
        let mut tx = self.planner.store().begin().await?;
        if renews {
            let mut renewed = 0;
            for token in active.tokens() {
                renewed += tx.renew_mail_leases(token, lease_ends).await?;
            }
            if renewed < active.len() {
                // Other workers have some of them. Those of this one are due again.
                active.hand_back_waiting(now);
            }
        }
        settle(&mut tx, &active.answers, now).await?;
        let mut claim = store::Claim::default();
        let mut recalled = 0;
        if claims {
            if clock_was_set_back {
                recalled = tx.make_mails_due(now).await?;
            }
            let limit = u32::try_from(CLAIM_SIZE.max(self.connections)).unwrap_or(u32::MAX);
            let token = self.planner.new_id();
            claim = tx.claim_mails(limit, now, lease_ends, token).await?;
        }
        let changes = renews || !active.answers.is_empty() || !claim.is_empty() || recalled > 0;
        if changes {
            tx.commit().await?;
        }
        active.answers.clear();
        for error in &claim.unreadable {
            tracing::error!(%error, "mail that cannot be read set aside");
        }
        if renews || active.is_empty() {
            active.leased = (begun, now);
        }
        active.settled_at = begun;
        if claims || !clock_was_set_back {
            self.looked_at = Some(now);
        }
        if claims {
            active.found_nothing_at = claim.is_empty().then_some(begun);
        }
        active.pause = None;
        active.forget_files();
        active.waiting.extend(claim.mails);
        self.read_files(active).await?;
        Ok(changes)
    }

    /// Reads the files of the mailings whose mails are in hand. After the claim: a large file holds no other write up.
    async fn read_files(&self, active: &mut ActiveMails) -> Result<()> {
        let mailings: Vec<_> = active
            .waiting
            .iter()
            .filter_map(|mail| mail.mailing)
            .collect();
        for mailing in mailings {
            if let Entry::Vacant(unread) = active.files.entry(mailing) {
                let mut reader = self.planner.store().read().await?;
                unread.insert(files_of(&mut reader, mailing).await?.into());
            }
        }
        Ok(())
    }

    /// Records each answer in a transaction of its own, so that one that the database refuses keeps no other
    /// from being recorded.
    async fn settle_singly(&self, active: &mut ActiveMails) {
        for answer in std::mem::take(&mut active.answers) {
            if let Err(error) = self.settle_one(&answer).await {
                tracing::error!(%error, mail = %answer.mail.lease.mail, "answer of the mail server not recorded");
                active.answers.push(answer);
            }
        }
    }

    async fn settle_one(&self, answer: &Answer) -> Result<()> {
        let mut tx = self.planner.store().begin().await?;
        settle(&mut tx, std::slice::from_ref(answer), self.planner.now()).await?;
        Ok(tx.commit().await?)
    }

    async fn is_due(&self, now: Timestamp) -> Result<bool> {
        let mut reader = self.planner.store().read().await?;
        Ok(reader.is_mail_due(now).await?)
    }
}

/// Records answers.
async fn settle(tx: &mut store::Tx, answers: &[Answer], now: Timestamp) -> Result<()> {
    let outcomes: Vec<(MailLease, MailOutcome)> = answers
        .iter()
        .map(|answer| (answer.mail.lease, answer.outcome.clone()))
        .collect();
    tx.settle_mails(&outcomes, now).await?;
    for answer in answers {
        if let Some(reply) = &answer.stops_address {
            tx.stop_address(answer.mail.network, &answer.mail.recipient, reply, now)
                .await?;
        }
    }
    Ok(())
}

impl Planner {
    /// The consequence of the mail server's reply.
    fn answer(&self, mail: ActiveMail, reply: Result<(), SendError>) -> Answer {
        let now = self.now();
        let (id, attempt) = (mail.lease.mail, mail.attempts);
        let mut stops_address = None;
        let outcome = match reply {
            Ok(()) => {
                tracing::info!(mail = %id, attempt, "mail accepted");
                MailOutcome::Accepted
            }
            Err(error) if retry::is_final(&error, mail.attempts, mail.created_at, now) => {
                tracing::warn!(mail = %id, attempt, %error, "mail refused");
                // A sign-in link is asked for by its recipient, and stops nothing.
                if mail.is_about_event && retry::refuses_address(&error) {
                    stops_address = Some(error.to_string());
                }
                MailOutcome::Refused {
                    error: error.to_string(),
                }
            }
            Err(error) => {
                let at = now + self.backoff(mail.attempts);
                tracing::warn!(mail = %id, attempt, %error, again = %at, "mail put off");
                MailOutcome::Retry {
                    error: error.to_string(),
                    at,
                }
            }
        };
        Answer {
            mail,
            outcome,
            stops_address,
        }
    }

    fn backoff(&self, attempts: u32) -> Duration {
        let mut random = [0; 2];
        self.inner.random.fill(&mut random);
        retry::backoff(attempts, u16::from_be_bytes(random))
    }
}
