//! The use cases: what a person can make happen, a file per subject.
//!
//! One use case is one transaction: load, apply the rule, save, write the audit line, put the mails
//! into the outbox, commit. Nothing is sent inside a transaction, and nothing changes without its mail
//! being queued in the same one. Use cases that need a right demand its proof ([`access`]).

pub mod access;
mod audit;
mod chance;
mod clock;
pub mod demo;
mod downloads;
mod entries;
mod error;
pub mod events;
mod expired;
mod letters;
mod limits;
pub mod networks;
mod opened;
mod outbox;
mod outgoing;
pub mod registrations;
mod sign_in;
mod table;
mod token;

use std::sync::Arc;

use jiff::Timestamp;
use store::Store;
use uuid::Uuid;

pub use chance::{Chance, SystemChance};
pub use clock::{Clock, SystemClock};
pub use error::{Change, PlannerError, Result};
pub use limits::ClientKey;
pub use opened::OpenedMail;
pub use outgoing::OutgoingMail;
pub use sign_in::NewSession;
pub use store::{LastMail, Listed, MailFilter, MailLine, Paging, RegistrationOrder};
pub use table::text_of_file;
pub use token::{Token, TokenHash};

/// Settings of the installation that use cases need.
#[derive(Debug, Clone)]
pub struct Settings {
    /// What addresses in mails begin with, such as `https://treffpunkt.example`; no slash at the end.
    pub public_url: String,
    /// Whether mails are handed to a mail server, or kept to be read on the page *Outgoing mail*.
    pub delivery: Delivery,
}

/// What happens to queued mails.
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
    chance: Arc<dyn Chance>,
    settings: Settings,
    mail_queued: tokio::sync::Notify,
}

impl Planner {
    /// A planner on a store. Clock and chance are parameters, so that a test can move the one and
    /// repeat the other.
    pub fn new(
        store: Store,
        clock: Arc<dyn Clock>,
        chance: Arc<dyn Chance>,
        settings: Settings,
    ) -> Self {
        Self {
            inner: Arc::new(Inner {
                store,
                clock,
                chance,
                settings,
                mail_queued: tokio::sync::Notify::new(),
            }),
        }
    }

    /// The same planner at another time.
    pub(crate) fn with_clock(&self, clock: Arc<dyn Clock>) -> Self {
        Self::new(
            self.inner.store.clone(),
            clock,
            Arc::clone(&self.inner.chance),
            self.inner.settings.clone(),
        )
    }

    /// Where everything is kept.
    pub fn store(&self) -> &Store {
        &self.inner.store
    }

    /// The installation's settings.
    pub fn settings(&self) -> &Settings {
        &self.inner.settings
    }

    /// The present instant.
    pub fn now(&self) -> Timestamp {
        self.inner.clock.now()
    }

    /// A fresh identity: a version 7 UUID (RFC 9562 §5.7), so that ids sort by the time they were given.
    pub(crate) fn new_id<Id: From<Uuid>>(&self) -> Id {
        let mut random = [0; 10];
        self.inner.chance.fill(&mut random);
        let millis = u64::try_from(self.now().as_millisecond()).unwrap_or_default();
        uuid::Builder::from_unix_timestamp_millis(millis, &random)
            .into_uuid()
            .into()
    }

    /// A fresh secret for a link or a cookie.
    pub(crate) fn new_token(&self) -> Token {
        let mut random = [0; 16];
        self.inner.chance.fill(&mut random);
        Token::from_random(random)
    }

    /// An address in the application, as mails carry it.
    pub fn link(&self, path: &str) -> String {
        format!("{}{path}", self.inner.settings.public_url)
    }
}
