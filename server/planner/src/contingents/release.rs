//! Places that nobody uses return to everybody, on the date that the organiser has set.

use model::{AuditAction, EventId, EventState, EventTime, Fault, Faults};

use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, Locked, Organises},
    audit::{PartChange, Who},
    due::counted,
    events::LockedEvent,
};

/// The most events whose places return in one go; the others follow a minute later.
const MOST_AT_ONCE: u32 = 100;

impl Planner {
    /// Sets when unused places return to everybody. `None`: they do not. `parse` reads the form with the event's zone.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn set_contingent_release(
        &self,
        access: &EventAccess<Organises>,
        parse: impl FnOnce(&model::Event) -> Result<Option<EventTime>, Faults> + Send,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let (right, event) = access.lock(&mut tx).await?;
        if event.state == EventState::Cancelled {
            return Err(PlannerError::WrongState);
        }
        let due = parse(&event)?;
        if let Some(due) = due {
            if due.at <= self.now() {
                return Err(Faults::one("due", Fault::InThePast).into());
            }
            if due.at >= event.details.starts.at {
                return Err(Faults::one("due", Fault::WindowOutside).into());
            }
        }
        let before = tx.contingent_release(event.id).await?;
        let before = before.map(|release| release.due.local);
        let after = due.map(|due| due.local);
        tx.set_contingent_release(event.id, due).await?;
        if before != after {
            let change =
                PartChange::of(event.details.title.to_string()).value("release", before, after);
            let change = (AuditAction::ContingentReleaseChanged, change);
            self.note_named_part(&mut tx, &right, &event, change)
                .await?;
        }
        self.commit(tx).await
    }

    /// Lets the places return whose date has come. Gives the number of events.
    pub(crate) async fn release_due_contingents(&self) -> Result<usize> {
        let mut reader = self.store().read().await?;
        let due = reader
            .due_contingent_releases(self.now(), MOST_AT_ONCE)
            .await?;
        drop(reader);
        let mut released = 0;
        for event in due {
            released += counted(event, self.release_contingents(event).await)?;
        }
        Ok(released)
    }

    /// Lets the places of an event return, unless another server was faster. Whoever has a seat keeps it.
    async fn release_contingents(&self, event: EventId) -> Result<bool> {
        let mut tx = self.store().begin().await?;
        let locked = Locked::for_job(&mut tx, event).await?;
        let mut locked = LockedEvent::new(self, &mut tx, locked);
        let release = locked.tx.contingent_release(event).await?;
        let now = self.now();
        let is_due =
            release.is_some_and(|release| release.released_at.is_none() && release.due.at <= now);
        if !is_due {
            return Ok(false);
        }
        locked.tx.note_contingents_released(event, now).await?;
        let job = if locked.event.state == EventState::Cancelled {
            None
        } else {
            locked.hold_places(Vec::new(), Who::Planner).await?
        };
        self.commit_with_job(tx, job).await?;
        Ok(true)
    }
}
