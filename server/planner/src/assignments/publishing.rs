//! Publishing an assignment of workshops, and withdrawing it: who is told which timetable.

use std::collections::HashSet;

use jiff::Timestamp;
use model::{
    EventState, MailId, RegistrationId,
    assignment::{AssignmentKind, AssignmentSeating},
    workshops::{SwapOffer, WorkshopVisit},
};
use store::Reader;

use super::{
    Assignment,
    versions::{require_plan, require_version},
};
use crate::{
    Changes, Planner, PlannerError, Result,
    access::{EventAccess, Organises, Right},
    audit::Who,
    events::LockedEvent,
    mail::Correspondence,
    plans::Recipient,
    require::require_network,
    timetables::{EntryChange, EntryScope, Timetables},
};

/// What publishing the current assignment does.
#[derive(Debug, Clone)]
pub struct AssignmentPublication {
    pub assignment: Assignment,
    /// The version that is to be published; `None` before one is chosen.
    pub version: Option<u32>,
    /// What participants see now, and since when.
    pub published: Option<(u32, Timestamp)>,
    /// Those who will be written to, in the order of names, each with the workshops that change. Empty while the event is
    /// no published one.
    pub recipients: Vec<Recipient<WorkshopVisit>>,
    /// People with a slot in which they attend nothing, in the order of names.
    pub without_workshop: Vec<RegistrationId>,
    /// How many people have their seats by a swap and would lose them.
    pub reverted_swaps: usize,
}

impl AssignmentPublication {
    /// Whether publishing changes anything: what participants see, or what somebody was told.
    pub fn has_effect(&self) -> bool {
        let shown = self.published.map(|(version, _)| version);
        self.version.is_some() && (self.version != shown || !self.recipients.is_empty())
    }

    /// The number of calendar messages that are written.
    pub fn mails(&self) -> usize {
        let changes = self.recipients.iter().map(|one| {
            let gone = one.before.iter().filter(|visit| {
                let mut after = one.after.iter();
                !after.any(|other| other.offer == visit.offer)
            });
            one.after.len() + gone.count()
        });
        changes.sum()
    }
}

impl Planner {
    /// What publishing the current assignment does, and to whom.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn assignment_publication(
        &self,
        access: &EventAccess<impl Right>,
    ) -> Result<AssignmentPublication> {
        let mut reader = self.store().read().await?;
        let (_, event) = access.read(&mut reader).await?;
        let network = require_network(&mut reader, event.network).await?;
        let assignment = Assignment::load(&mut reader, network, event).await?;
        let plan = assignment.plan.as_ref();
        let version = plan.and_then(|plan| plan.current);
        let mut publication = AssignmentPublication {
            version,
            published: plan.and_then(|plan| plan.published),
            recipients: Vec::new(),
            without_workshop: Vec::new(),
            reverted_swaps: 0,
            assignment,
        };
        let assignment = &publication.assignment;
        if let (Some(plan), Some(version)) = (&assignment.plan, version) {
            let seating = require_version(&mut reader, plan, version).await?.seating;
            publication.without_workshop = assignment.without_workshop(&seating);
            if let Some((shown, _)) = publication.published.filter(|(shown, _)| *shown != version) {
                let shown = require_version(&mut reader, plan, shown).await?.seating;
                let swaps = reader.swaps_of_event(assignment.event.id).await?;
                publication.reverted_swaps = reverted(&swaps, &shown, &seating);
            }
            if assignment.event.state == EventState::Published {
                let timetables = assignment.timetables(&mut reader, &seating).await?;
                let people = &assignment.people;
                let outdated = timetables
                    .outdated(&mut reader, people, EntryScope::All, self.now())
                    .await?;
                publication.recipients = outdated.into_iter().filter_map(recipient).collect();
            }
        }
        Ok(publication)
    }

    /// Shows participants the current assignment, and writes to those whose timetable it changes. `seen` is the version
    /// that the organiser looked at: another one is a conflict. Publishing the same version again writes only to people
    /// who do not know their timetable, such as those of a workshop that got another room.
    ///
    /// # Errors
    ///
    /// `WrongState` before an assignment is chosen, or for a cancelled event.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn publish_assignment(
        &self,
        access: &EventAccess<Organises>,
        seen: u32,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let (right, locked) = access.lock_with_network(&mut tx).await?;
        if locked.event.state == EventState::Cancelled {
            return Err(PlannerError::WrongState);
        }
        let (network, event) = (locked.network.clone(), locked.event.clone());
        let assignment = Assignment::load(&mut tx, network, event).await?;
        let plan = require_plan(&assignment)?;
        if plan.current != Some(seen) {
            return Err(PlannerError::Conflict(Changes::Unknown));
        }
        let mut locked = LockedEvent::new(self, &mut tx, locked);
        locked.show_version(plan, seen, Who::from(&right)).await?;
        let outdated = match assignment.event.state {
            EventState::Published => {
                let seating = require_version(locked.tx, plan, seen).await?.seating;
                locked.end_swaps_of_moved(&seating).await?;
                let timetables = assignment.timetables(locked.tx, &seating).await?;
                let people = &assignment.people;
                timetables
                    .outdated(locked.tx, people, EntryScope::All, self.now())
                    .await?
            }
            EventState::Draft | EventState::Cancelled => Vec::new(),
        };
        let count = u32::try_from(outdated.len()).unwrap_or(u32::MAX);
        let job = locked.queue_publication(count, right.member().id).await?;
        self.commit_publication::<AssignmentKind>(tx, plan.id, job)
            .await
    }

    /// Takes the timetables away from participants. Nobody is written to about it: entries stay in their calendars until
    /// another assignment is published. Calendar messages that were not sent are dropped.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn withdraw_assignment(&self, access: &EventAccess<Organises>) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let (right, locked) = access.lock_with_network(&mut tx).await?;
        let (network, event) = (locked.network.clone(), locked.event.clone());
        let assignment = Assignment::load(&mut tx, network, event).await?;
        let plan = require_plan(&assignment)?;
        if plan.published.is_none() {
            return Ok(());
        }
        let ids: Vec<RegistrationId> = assignment.people.iter().map(|one| one.id).collect();
        let mut locked = LockedEvent::new(self, &mut tx, locked);
        locked.hide_plan(plan.id, Who::from(&right)).await?;
        let event = locked.event.id;
        locked.tx.delete_open_swaps_of_event(event).await?;
        let waiting = unsent_entries(locked.tx, &ids).await?;
        locked.tx.drop_all_queued(&waiting).await?;
        self.commit_publication::<AssignmentKind>(tx, plan.id, None)
            .await
    }
}

/// The queued mails that tell people of a published assignment. Nothing has to be told again without them: they are about
/// workshops alone.
async fn unsent_entries(reader: &mut Reader, people: &[RegistrationId]) -> Result<Vec<MailId>> {
    let mails = reader.sent_mails_of(people).await?;
    let mails = mails.into_values().map(Correspondence::new);
    Ok(mails
        .flat_map(|knows| knows.unsent_publications())
        .collect())
}

impl Assignment {
    /// What people attend once an assignment is published, with what they have booked.
    async fn timetables(
        &self,
        reader: &mut Reader,
        seating: &AssignmentSeating,
    ) -> Result<Timetables> {
        let mut timetables = Timetables::of(&self.event, self.programme.clone(), Some(seating));
        timetables.add_booked(reader.seats_booked(self.event.id).await?);
        Ok(timetables)
    }

    /// The people with a slot in which they attend nothing, or a workshop that does not take place.
    fn without_workshop(&self, seating: &AssignmentSeating) -> Vec<RegistrationId> {
        let problem = self.problem();
        let seats: HashSet<_> = seating
            .all()
            .filter(|(_, offer)| self.programme.offer(*offer).is_some())
            .filter(|(_, offer)| self.programme.is_planned(*offer))
            .map(|(person, offer)| (person, offer.slot))
            .collect();
        let people = self.people.iter().filter(|person| {
            let position = problem.person_at(person.id);
            position.is_some_and(|position| {
                let mut slots = problem.problem.people[position].slots.iter();
                slots.any(|&slot| !seats.contains(&(person.id, problem.slots[slot])))
            })
        });
        people.map(|person| person.id).collect()
    }
}

/// How many people sit where a swap has brought them, and would sit elsewhere.
fn reverted(swaps: &[SwapOffer], shown: &AssignmentSeating, new: &AssignmentSeating) -> usize {
    let people: HashSet<RegistrationId> = swaps
        .iter()
        .filter(|swap| swap.made_at.is_some())
        .filter(|swap| {
            let held = |seating: &AssignmentSeating| seating.workshop_of(swap.person, swap.slot);
            held(shown) == Some(swap.wants) && held(new) != Some(swap.wants)
        })
        .map(|swap| swap.person)
        .collect();
    people.len()
}

/// What somebody is written to about. `None` if mails that wait are dropped and nothing else is written.
fn recipient(
    (person, changes): (RegistrationId, Vec<EntryChange>),
) -> Option<Recipient<WorkshopVisit>> {
    let told: Vec<EntryChange> = changes.into_iter().filter(EntryChange::is_told).collect();
    (!told.is_empty()).then(|| Recipient {
        person,
        before: told.iter().filter_map(|one| one.before.clone()).collect(),
        after: told.into_iter().filter_map(|one| one.after).collect(),
    })
}
