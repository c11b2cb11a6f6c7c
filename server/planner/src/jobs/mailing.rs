//! Mailings: a letter to everybody at an event.

use model::{
    Audience, EventChange, EventState, JobProblem, LeftOut, ProblemReason, Registration,
    RegistrationId, RegistrationState,
};
use store::{ClaimedJob, ReadRegistration};

use super::{
    JobPayload,
    worker::{Batch, Pace},
};
use crate::{PlannerError, Result, audit::changes_of, events::LockedEvent, mail::Notification};

impl LockedEvent<'_> {
    /// Brings the next people up to date, in the order of their registrations' ids.
    pub(super) async fn mail_batch(
        &mut self,
        payload: &JobPayload,
        job: &mut ClaimedJob,
        pace: Pace,
    ) -> Result<Batch> {
        // After a cancellation nobody is invited; the cancellation has a job of its own.
        let cancels = matches!(payload, JobPayload::EventCancelled);
        if cancels != (self.event.state == EventState::Cancelled) {
            return Ok(Batch::Done);
        }
        let after: Option<RegistrationId> = position(job)?;
        let people = self
            .tx
            .registrations_after(self.event.id, after, pace.people())
            .await?;
        let is_last = people.len() < pace.people() as usize;
        let news = self.news(payload).await?;
        for read in people {
            let id = match &read {
                Ok(registration) => registration.id,
                Err((id, _)) => *id,
            };
            self.mail_one(read, (payload, &news), job, pace).await?;
            set_position(job, &id)?;
        }
        Ok(if is_last { Batch::Done } else { Batch::GoesOn })
    }

    /// Brings one person up to date, or notes why they are left out.
    pub(crate) async fn mail_one(
        &mut self,
        read: ReadRegistration,
        (payload, news): (&JobPayload, &[EventChange]),
        job: &mut ClaimedJob,
        pace: Pace,
    ) -> Result<()> {
        let left_out = |id, reason| JobProblem {
            left_out: LeftOut::Registration(id),
            reason,
        };
        let registration = match read {
            Ok(registration) => registration,
            Err((id, error)) => {
                tracing::error!(job = %job.id, fault = %error, "somebody cannot be written to");
                job.problems.push(left_out(id, ProblemReason::Internal));
                return Ok(());
            }
        };
        let id = registration.id;
        if pace == Pace::PassOver {
            job.problems.push(left_out(id, ProblemReason::Internal));
            return Ok(());
        }
        match self.bring_up_to_date(registration, payload, news).await {
            Ok(true) => job.done += 1,
            Ok(false) => {}
            Err(PlannerError::Invalid(_)) => {
                job.problems.push(left_out(id, ProblemReason::Address));
            }
            Err(error) => return Err(error),
        }
        Ok(())
    }

    /// The changes that the mailing tells.
    async fn news(&mut self, payload: &JobPayload) -> Result<Vec<EventChange>> {
        let JobPayload::EventChanged { since } = payload else {
            return Ok(Vec::new());
        };
        let lines = self.tx.audit_since(self.event.id, *since).await?;
        let mut changes: Vec<EventChange> = changes_of(lines.rows);
        changes.retain(|change| change.audience() != Audience::Nobody);
        Ok(changes)
    }

    /// Writes to one person what they do not know yet. Gives whether there was anything.
    async fn bring_up_to_date(
        &mut self,
        registration: Registration,
        payload: &JobPayload,
        news: &[EventChange],
    ) -> Result<bool> {
        use RegistrationState::{Confirmed, Waitlisted};
        let is_invited = registration.invitation_sequence.is_some();
        let notification = match (payload, registration.state) {
            (JobPayload::EventCancelled, state) if state.is_active() => {
                let reason = self.event.cancel_reason.as_ref();
                Notification::EventCancelled {
                    reason: reason.map(ToString::to_string).unwrap_or_default(),
                }
            }
            (JobPayload::EventPublished | JobPayload::Import, Confirmed) if !is_invited => {
                Notification::Seat
            }
            (JobPayload::EventPublished | JobPayload::Import, Waitlisted) => {
                let position = self.tx.waiting_before(&registration).await? + 1;
                Notification::Waiting { position }
            }
            (JobPayload::EventChanged { .. }, Confirmed) if !is_invited => Notification::MovedUp,
            (JobPayload::EventChanged { .. }, Confirmed | Waitlisted) if !news.is_empty() => {
                Notification::EventChanged {
                    changes: news.to_vec(),
                }
            }
            _ => return Ok(false),
        };
        let is_seated = registration.state == Confirmed;
        if is_seated {
            self.update_calendar(registration, notification).await?;
        } else {
            let Some(notification) = notification.without_a_seat() else {
                return Ok(false);
            };
            self.notify(&registration, notification).await?;
        }
        Ok(true)
    }
}

/// Where a job goes on; `None` at its beginning.
pub(crate) fn position<P: serde::de::DeserializeOwned>(job: &ClaimedJob) -> Result<Option<P>> {
    job.cursor
        .as_deref()
        .map(serde_json::from_str)
        .transpose()
        .map_err(PlannerError::internal)
}

/// Sets where a job goes on.
pub(crate) fn set_position(job: &mut ClaimedJob, position: &impl serde::Serialize) -> Result<()> {
    job.cursor = Some(serde_json::to_string(position).map_err(PlannerError::internal)?);
    Ok(())
}
