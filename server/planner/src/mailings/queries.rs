//! The mailings of an event.

use std::collections::HashMap;

use model::{Event, JobState, Mailing, MailingId, MailingState, Network};
use store::{Job, RecipientCounts};

use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, Reads},
    events::Counts,
    require::require_network,
};

/// The most mailings that the page of an event lists.
const MOST_LISTED: u32 = 200;

/// A mailing, and how far it has come.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MailingView {
    pub mailing: Mailing,
    pub counts: RecipientCounts,
    /// Until it is deleted.
    pub job: Option<Job>,
}

/// The latest mailings of an event.
#[derive(Debug, Clone)]
pub struct Mailings {
    pub network: Network,
    pub event: Event,
    pub counts: Counts,
    /// The latest first.
    pub rows: Vec<MailingView>,
}

impl MailingView {
    /// Whether it waits for its time.
    pub fn is_scheduled(&self) -> bool {
        self.mailing.state == MailingState::Scheduled
    }

    /// Whether a worker writes to people, or soon will.
    pub fn is_running(&self) -> bool {
        let job = self.job.as_ref();
        job.is_some_and(|job| job.state.is_active())
    }

    /// Whether it was stopped, or failed, before everybody was written to.
    pub fn is_halted(&self) -> bool {
        let job = self.job.as_ref();
        job.is_some_and(|job| matches!(job.state, JobState::Stopped | JobState::Failed))
    }
}

impl Planner {
    /// The latest mailings of an event.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn mailings(&self, access: &EventAccess<Reads>) -> Result<Mailings> {
        let mut reader = self.store().read().await?;
        let (_, event) = access.read(&mut reader).await?;
        let rows = reader.mailings_of_event(event.id, MOST_LISTED).await?.rows;
        let counts: HashMap<MailingId, RecipientCounts> = reader
            .count_recipients(event.id)
            .await?
            .into_iter()
            .collect();
        let jobs = reader.jobs_of_event(event.id, MOST_LISTED).await?.rows;
        let mut jobs: HashMap<_, Job> = jobs.into_iter().map(|job| (job.id, job)).collect();
        let rows = rows.into_iter().map(|mailing| MailingView {
            counts: counts.get(&mailing.id).copied().unwrap_or_default(),
            job: mailing.job.and_then(|id| jobs.remove(&id)),
            mailing,
        });
        Ok(Mailings {
            rows: rows.collect(),
            network: require_network(&mut reader, event.network).await?,
            counts: reader.count_registrations(event.id).await?,
            event,
        })
    }

    /// A mailing of an event, with what it said.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access, mailing = %id), err(level = "debug"))]
    pub async fn mailing(
        &self,
        access: &EventAccess<Reads>,
        id: MailingId,
    ) -> Result<(Mailings, MailingView)> {
        let listed = self.mailings(access).await?;
        let found = listed.rows.iter().find(|row| row.mailing.id == id);
        let found = found.cloned().ok_or(PlannerError::NotFound)?;
        Ok((listed, found))
    }
}
