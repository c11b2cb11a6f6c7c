//! What open pages are told: that something has changed. A message carries ids and numbers only; a page then
//! asks for what it shows, and its right is checked.

use model::PlanId;
use serde::{Deserialize, Serialize};
use store::Tx;
use tokio::sync::broadcast;

use crate::{Planner, Result, jobs::JobProgress};

/// How many messages are kept for receivers that are slow.
pub(crate) const MESSAGES_KEPT: usize = 256;

/// A change that open pages follow.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum LiveMessage {
    /// A job has come further.
    Job(JobProgress),
    /// A plan's set-up, current version or published version is another one.
    Plan {
        plan: PlanId,
        /// The revision of the set-up.
        set_up: i64,
        current: Option<u32>,
        published: Option<u32>,
    },
    /// The clock of a café was moved on, stopped or changed.
    Clock { plan: PlanId, revision: i64 },
    /// A table has written to the harvest of a café, or somebody has tidied it.
    Harvest { plan: PlanId },
}

impl LiveMessage {
    /// Tells the pages of other servers when the transaction commits.
    pub(crate) async fn send_with(self, tx: &mut Tx) -> Result<()> {
        let text = serde_json::to_string(&self).unwrap_or_default();
        Ok(tx.notify_servers(&text).await?)
    }

    /// The plan that it is about.
    pub const fn plan(self) -> Option<PlanId> {
        match self {
            Self::Job(_) => None,
            Self::Plan { plan, .. } | Self::Clock { plan, .. } | Self::Harvest { plan } => {
                Some(plan)
            }
        }
    }
}

impl Planner {
    /// The messages of all servers from now on. A receiver that is slow misses some.
    pub fn watch_live(&self) -> broadcast::Receiver<LiveMessage> {
        self.inner.live.subscribe()
    }

    /// Commits a change and tells the pages of all servers.
    pub(crate) async fn commit_with_message(&self, mut tx: Tx, message: LiveMessage) -> Result<()> {
        message.send_with(&mut tx).await?;
        self.commit(tx).await?;
        self.show_message(message);
        Ok(())
    }

    /// Tells the pages that this process serves.
    pub(crate) fn show_message(&self, message: LiveMessage) {
        // Nobody need be listening.
        let _ = self.inner.live.send(message);
    }

    /// Tells them what other servers send, until the database is unavailable. Returns at once on SQLite, where
    /// this is the only server.
    pub async fn receive_live_messages(&self) -> Result<()> {
        let Some(mut listener) = self.store().listen().await? else {
            return Ok(());
        };
        loop {
            let text = listener.next().await?;
            match serde_json::from_str(&text) {
                Ok(message) => self.show_message(message),
                Err(error) => tracing::warn!(fault = %error, "a message of a server is unreadable"),
            }
        }
    }
}
