//! Mailings: everybody at an event is told what they do not know yet.

use model::{
    EventState, JobKind, JobProblem, LeftOut, ProblemReason, RegistrationId, workshops::OfferKey,
};
use store::{ClaimedJob, ReadRegistration};

use super::worker::{Batch, Pace};
use crate::{
    PlannerError, Result,
    events::LockedEvent,
    mail::{Correspondence, WorkshopAttendee},
    timetables::EntryScope,
};

impl LockedEvent<'_> {
    /// Brings the next people up to date, in the order of their registrations' ids.
    pub(super) async fn mail_batch(&mut self, job: &mut ClaimedJob, pace: Pace) -> Result<Batch> {
        // After a cancellation nobody is invited; the cancellation has a job of its own.
        let cancels = job.kind == JobKind::EventCancelled;
        if cancels != (self.event.state == EventState::Cancelled) {
            return Ok(Batch::Done);
        }
        let after: Option<RegistrationId> = position(job)?;
        let people = self
            .tx
            .registrations_after(self.event.id, after, pace.people())
            .await?;
        let is_last = people.len() < pace.people() as usize;
        let last = people.last().map(|read| match read {
            Ok(registration) => registration.id,
            Err((id, _)) => *id,
        });
        self.mail_all(people, job, pace).await?;
        if let Some(last) = last {
            set_position(job, &last)?;
        }
        Ok(if is_last { Batch::Done } else { Batch::GoesOn })
    }

    /// Brings people up to date, or notes why they are left out. Counts those who were written to. Their mails
    /// are looked up together, so that what is inserted for them is inserted together.
    pub(crate) async fn mail_all(
        &mut self,
        people: Vec<ReadRegistration>,
        job: &mut ClaimedJob,
        pace: Pace,
    ) -> Result<()> {
        let ids = people.iter().flatten().map(|registration| registration.id);
        let ids: Vec<RegistrationId> = ids.collect();
        let mut mails = self.tx.sent_mails_of(&ids).await?;
        let mut booked = self.tx.seats_booked_by(&ids).await?;
        for read in people {
            let id = match &read {
                Ok(registration) => registration.id,
                Err((id, _)) => *id,
            };
            let knows = Correspondence::new(mails.remove(&id).unwrap_or_default());
            let booked = booked.remove(&id).unwrap_or_default();
            self.mail_one(read, (knows, booked), job, pace).await?;
        }
        Ok(())
    }

    async fn mail_one(
        &mut self,
        read: ReadRegistration,
        (knows, booked): (Correspondence, Vec<OfferKey>),
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
        if !registration.state.is_active() {
            return Ok(());
        }
        let written = if job.kind == JobKind::ProgrammeChanged {
            let attendee = WorkshopAttendee {
                registration: &registration,
                knows,
                booked,
            };
            self.enter_booked(attendee, EntryScope::AtOnce, Vec::new())
                .await
        } else {
            self.bring_up_to_date(registration, knows, booked).await
        };
        match written {
            Ok(false) => {}
            Ok(true) => job.done += 1,
            Err(PlannerError::Invalid(_)) => {
                job.problems.push(left_out(id, ProblemReason::Address));
            }
            Err(error) => return Err(error),
        }
        Ok(())
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
