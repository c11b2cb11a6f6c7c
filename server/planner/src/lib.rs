//! The use cases, a folder per subject.
//!
//! One use case is one transaction: load, apply the rule, save, write the audit line, queue the mails,
//! commit. Mails are sent after the commit, by a [`MailWorker`]; work
//! that takes long is queued as a job ([`jobs`]). A use case that needs a right takes
//! its proof as a parameter ([`access`]).

pub mod access;
pub mod agenda;
pub mod assignments;
mod audit;
mod batch_queue;
pub mod cafes;
mod clock;
pub mod contingents;
pub mod demo;
mod downloads;
mod due;
mod error;
pub mod events;
pub mod invitations;
pub mod jobs;
mod live;
mod mail;
pub mod mailings;
pub mod people;
pub mod plans;
mod random;
pub mod registrations;
mod reorder;
mod require;
pub mod tables;
pub mod timetables;
mod unavailable;
pub mod workshops;

use std::sync::Arc;

use jiff::Timestamp;
use store::Store;
use uuid::Uuid;

use registrations::Queues;

pub use access::{ClientKey, NewLoginSession, Token, TokenHash};
pub use clock::{Clock, SystemClock};
pub use error::{Changes, PlannerError, Result};
pub use live::LiveMessage;
pub use mail::{DeliveryLimits, MASK, MailWorker, OutgoingMail, ParsedMail};
pub use random::{OsRandom, RandomSource};
pub use reorder::MoveTo;
pub use store::{
    AuditFilter, ContactFilter, EncodedLogo, InvitationFilter, InvitedPerson, KeptMails, LastMail,
    Listed, MailFilter, MailLine, Occasion, OrganisationEvent, OrganisationUses, Paginated, Paging,
    RegistrationFilter, RegistrationOrder, UnreadableRow,
};

/// The installation's settings, as far as use cases need them.
#[derive(Debug, Clone)]
pub struct PlannerConfig {
    /// The base of links in mails, such as `https://treffpunkt.example`; no slash at the end.
    pub public_url: String,
    /// Whether mails are handed to a mail server, or kept to be read on the page *Outgoing mail*.
    pub delivery: Delivery,
    /// How many registration forms are taken from one address of the Internet in ten minutes.
    pub registrations_per_client: u32,
}

impl PlannerConfig {
    /// Everybody in a hall may share one address of the Internet.
    pub const REGISTRATIONS_PER_CLIENT: u32 = 300;

    /// The settings that have no default, with the defaults of the others.
    pub fn new(public_url: impl Into<String>, delivery: Delivery) -> Self {
        Self {
            public_url: public_url.into(),
            delivery,
            registrations_per_client: Self::REGISTRATIONS_PER_CLIENT,
        }
    }
}

/// The treatment of queued mails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Delivery {
    /// They are handed to the mail server.
    MailServer,
    /// No mail server is configured: they stay readable.
    Kept,
}

/// Everything a use case works with. Cloning it is cheap.
#[derive(Debug, Clone)]
pub struct Planner {
    inner: Arc<Inner>,
}

#[derive(Debug)]
struct Inner {
    store: Store,
    clock: Arc<dyn Clock>,
    random: Arc<dyn RandomSource>,
    config: PlannerConfig,
    mail_queued: tokio::sync::Notify,
    queues: Queues,
    drawing: people::DrawingQueue,
    job_queued: tokio::sync::Notify,
    /// One search for a plan at a time.
    searching: tokio::sync::Semaphore,
    stops_searching: std::sync::atomic::AtomicBool,
    short_searches: cafes::ShortSearches,
    live: tokio::sync::broadcast::Sender<live::LiveMessage>,
}

impl Planner {
    /// A planner on a store. Clock and random are parameters, so that a test can move the one and
    /// repeat the other.
    pub fn new(
        store: Store,
        clock: Arc<dyn Clock>,
        random: Arc<dyn RandomSource>,
        config: PlannerConfig,
    ) -> Self {
        Self {
            inner: Arc::new(Inner {
                store,
                clock,
                random,
                config,
                mail_queued: tokio::sync::Notify::new(),
                queues: Queues::default(),
                drawing: people::DrawingQueue::default(),
                job_queued: tokio::sync::Notify::new(),
                searching: tokio::sync::Semaphore::new(1),
                stops_searching: std::sync::atomic::AtomicBool::new(false),
                short_searches: cafes::ShortSearches::default(),
                live: tokio::sync::broadcast::Sender::new(live::MESSAGES_KEPT),
            }),
        }
    }

    /// The same planner at another time.
    pub(crate) fn with_clock(&self, clock: Arc<dyn Clock>) -> Self {
        Self::new(
            self.inner.store.clone(),
            clock,
            Arc::clone(&self.inner.random),
            self.inner.config.clone(),
        )
    }

    /// Where everything is kept.
    pub fn store(&self) -> &Store {
        &self.inner.store
    }

    pub(crate) fn queues(&self) -> &Queues {
        &self.inner.queues
    }

    pub(crate) fn short_searches(&self) -> &cafes::ShortSearches {
        &self.inner.short_searches
    }

    pub(crate) fn drawing(&self) -> &people::DrawingQueue {
        &self.inner.drawing
    }

    /// The installation's settings.
    pub fn config(&self) -> &PlannerConfig {
        &self.inner.config
    }

    /// The present instant.
    pub fn now(&self) -> Timestamp {
        self.inner.clock.now()
    }

    /// A fresh identity: a version 7 UUID (RFC 9562 §5.7), so that ids sort by the time they were given.
    pub(crate) fn new_id<Id: From<Uuid>>(&self) -> Id {
        let mut random = [0; 10];
        self.inner.random.fill(&mut random);
        let millis = u64::try_from(self.now().as_millisecond()).unwrap_or_default();
        uuid::Builder::from_unix_timestamp_millis(millis, &random)
            .into_uuid()
            .into()
    }

    /// A fresh secret for a link or a cookie.
    pub(crate) fn new_token(&self) -> Token {
        let mut random = [0; 16];
        self.inner.random.fill(&mut random);
        Token::from_random(random)
    }

    /// An address in the application, as mails carry it.
    pub fn link(&self, path: &str) -> String {
        format!("{}{path}", self.inner.config.public_url)
    }
}
