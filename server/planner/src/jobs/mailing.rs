//! Mailings: everybody at an event is told what they do not know yet.

use model::{
    EventState, JobKind, JobProblem, LeftOut, ProblemReason, Registration, RegistrationId,
    workshops::OfferKey,
};
use store::{ClaimedJob, ReadRegistration};

use super::worker::{Batch, Pace};
use crate::{
    PlannerError, Result,
    events::LockedEvent,
    invitations::InvitedPosition,
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
        if let Some(position) = InvitedPosition::of(job) {
            return self.tell_invited(position, job, pace).await;
        }
        let (people, batch) = self.next_people(job, pace).await?;
        self.mail_all(people, job, pace).await?;
        self.then_invited(job, batch).await
    }

    /// The next people of the event in the order of their registrations' ids, and whether others come after them. Moves
    /// the job on.
    pub(crate) async fn next_people(
        &mut self,
        job: &mut ClaimedJob,
        pace: Pace,
    ) -> Result<(Vec<ReadRegistration>, Batch)> {
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
        if let Some(last) = last {
            set_position(job, &last)?;
        }
        let batch = if is_last { Batch::Done } else { Batch::GoesOn };
        Ok((people, batch))
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
        let Some(registration) = readable(read, job, pace) else {
            return Ok(());
        };
        if !registration.state.is_active() {
            return Ok(());
        }
        let id = registration.id;
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
        count_mail(job, id, written)
    }
}

/// Somebody whom a job can write to. `None`: whoever cannot be read, or is passed over, is noted as left out.
pub(crate) fn readable(
    read: ReadRegistration,
    job: &mut ClaimedJob,
    pace: Pace,
) -> Option<Registration> {
    let registration = match read {
        Ok(registration) => registration,
        Err((id, error)) => {
            tracing::error!(job = %job.id, fault = %error, "somebody cannot be written to");
            job.problems.push(left_out(id, ProblemReason::Internal));
            return None;
        }
    };
    if pace == Pace::PassOver {
        let problem = left_out(registration.id, ProblemReason::Internal);
        job.problems.push(problem);
        return None;
    }
    Some(registration)
}

/// Counts a person who was written to, or notes that the address takes no mail.
pub(crate) fn count_mail(
    job: &mut ClaimedJob,
    who: impl Into<LeftOut>,
    written: Result<bool>,
) -> Result<()> {
    match written {
        Ok(false) => {}
        Ok(true) => job.done += 1,
        Err(PlannerError::Invalid(_)) => job.problems.push(left_out(who, ProblemReason::Address)),
        Err(error) => return Err(error),
    }
    Ok(())
}

/// Somebody whom a job left out, and why.
pub(crate) fn left_out(who: impl Into<LeftOut>, reason: ProblemReason) -> JobProblem {
    JobProblem {
        left_out: who.into(),
        reason,
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
