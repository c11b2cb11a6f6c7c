//! Publishing the plan of a café, and withdrawing it: who is told which way.

use std::collections::HashMap;

use jiff::Timestamp;
use model::{
    AgendaItemId, EventState, Registration, RegistrationId, RegistrationState,
    cafe::{CafeKind, CafeSeating, CafeSetUp, CafeWay, way_changes},
};
use store::{CafePlan, Reader};

use super::{Cafe, load_cafe, versions::require_version, way::ShownPlans};
use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, Organises, Right},
    audit::Who,
    events::LockedEvent,
    mail::Correspondence,
    plans::Recipient,
};

/// What publishing the current version does.
#[derive(Debug, Clone)]
pub struct Publication {
    pub cafe: Cafe,
    /// The version that is to be published; `None` if there is none yet.
    pub version: Option<u32>,
    /// What participants see now, and since when.
    pub published: Option<(u32, Timestamp)>,
    /// Those who will be written to, in the order of names. Empty while the event is no published one.
    pub recipients: Vec<Recipient<CafeWay>>,
    /// People with a seat at the event and without a table in the version.
    pub without_table: Vec<RegistrationId>,
    /// How many seats of the version break rules.
    pub broken: usize,
    /// People whom the version seats at tables that the set-up no longer has. Such a version cannot be published.
    pub at_removed_tables: Vec<RegistrationId>,
}

impl Publication {
    /// Whether publishing changes anything: what participants see, or what somebody was told.
    pub fn has_effect(&self) -> bool {
        let shown = self.published.map(|(version, _)| version);
        self.version.is_some() && (self.version != shown || !self.recipients.is_empty())
    }
}

impl Planner {
    /// What publishing the current version of a café's plan does, and to whom.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn cafe_publication(
        &self,
        access: &EventAccess<impl Right>,
        item: Option<AgendaItemId>,
    ) -> Result<Publication> {
        let (mut reader, cafe) = self.read_cafe(access, item).await?;
        let plan = cafe.plan.as_ref();
        let version = plan.and_then(|plan| plan.current);
        let published = plan.and_then(|plan| plan.published);
        let (mut recipients, mut without_table) = (Vec::new(), Vec::new());
        let (mut at_removed_tables, mut broken) = (Vec::new(), 0);
        if let (Some(plan), Some(version)) = (plan, version) {
            let event = &cafe.event;
            let shown = ShownPlans::with_version(&mut reader, event, plan.id, version).await?;
            let registrations = reader.registrations_of(event.id).await?.rows;
            let version = require_version(&mut reader, plan.id, version).await?;
            broken = version.broken.len();
            let seating = version.seating;
            at_removed_tables = people_at_removed_tables(&seating, &plan.set_up);
            let seated = seating.seated();
            without_table = cafe
                .people
                .iter()
                .map(|person| person.id)
                .filter(|person| !seated.contains(person))
                .collect();
            if event.state == EventState::Published {
                recipients = outdated(&mut reader, &shown, &registrations).await?;
                // Whoever was told nothing else yet gets no mail: the one that waits is replaced or dropped.
                recipients.retain(|one| !way_changes(&one.before, &one.after).is_empty());
            }
        }
        Ok(Publication {
            cafe,
            version,
            published,
            recipients,
            without_table,
            broken,
            at_removed_tables,
        })
    }

    /// Shows participants the current version, and writes to those whose way it changes. `seen` is the version that
    /// the organiser looked at: another one is a conflict. Publishing the same version again writes only to people who
    /// do not know their way. `WrongState` if the version seats people at tables that were removed.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn publish_cafe_plan(
        &self,
        access: &EventAccess<Organises>,
        item: Option<AgendaItemId>,
        seen: u32,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let (right, mut locked) = self.lock_event(&mut tx, access).await?;
        if locked.event.state == EventState::Cancelled {
            return Err(PlannerError::WrongState);
        }
        let plan = locked.require_plan(item).await?;
        if plan.current != Some(seen) {
            return Err(PlannerError::Conflict(crate::Changes::Unknown));
        }
        let seating = require_version(locked.tx, plan.id, seen).await?.seating;
        if !people_at_removed_tables(&seating, &plan.set_up).is_empty() {
            return Err(PlannerError::WrongState);
        }
        let recipients = locked
            .publish_version(&plan, seen, Who::from(&right))
            .await?;
        let job = locked
            .queue_publication(recipients, right.member().id)
            .await?;
        self.commit_publication::<CafeKind>(tx, plan.id, job).await
    }

    /// Takes the plan away from participants. Nobody is written to about it. Mails that were not sent and say a way are
    /// dropped; whatever else they told is written again, without the way.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn withdraw_cafe_plan(
        &self,
        access: &EventAccess<Organises>,
        item: Option<AgendaItemId>,
    ) -> Result<()> {
        let mut tx = self.store().begin().await?;
        let (right, mut locked) = self.lock_event(&mut tx, access).await?;
        let plan = locked.require_plan(item).await?;
        if plan.published.is_none() {
            return Ok(());
        }
        locked.hide_plan(plan.id, Who::from(&right)).await?;
        let event = &locked.event;
        let people = locked.tx.drop_queued_mails_with_ways(event.id).await?;
        // A dropped mail may have been an invitation, or have told news of the event.
        let job = if event.state == EventState::Published {
            let people = u32::try_from(people).unwrap_or(u32::MAX);
            let member = right.member().id;
            locked.queue_publication(people, member).await?
        } else {
            None
        };
        self.commit_publication::<CafeKind>(tx, plan.id, job).await
    }
}

impl LockedEvent<'_> {
    /// The plan of a café.
    pub(super) async fn require_plan(&mut self, item: Option<AgendaItemId>) -> Result<CafePlan> {
        let cafe = load_cafe(self.tx, self.network.clone(), self.event.clone(), item).await?;
        cafe.plan.ok_or(PlannerError::NotFound)
    }

    /// Sets the pointer to what participants see, and gives the number of people to be written to. Does not write the
    /// mails: a job does.
    pub(super) async fn publish_version(
        &mut self,
        plan: &CafePlan,
        version: u32,
        who: Who,
    ) -> Result<u32> {
        self.show_version(plan, version, who).await?;
        if self.event.state != EventState::Published {
            return Ok(0);
        }
        let shown = ShownPlans::published(self.tx, &self.event).await?;
        let registrations = self.tx.registrations_of(self.event.id).await?.rows;
        let recipients = outdated(self.tx, &shown, &registrations).await?;
        Ok(u32::try_from(recipients.len()).unwrap_or(u32::MAX))
    }
}

/// The people of a seating at tables that a set-up does not have.
fn people_at_removed_tables(seating: &CafeSeating, set_up: &CafeSetUp) -> Vec<RegistrationId> {
    let people = seating.people.iter().enumerate();
    people
        .filter(|(position, _)| {
            let mut tables =
                (seating.rounds.iter()).filter_map(|round| round.get(*position).copied().flatten());
            tables.any(|table| set_up.table(table).is_none())
        })
        .map(|(_, person)| *person)
        .collect()
}

/// Those whose ways are not what they were told last, in the order of names. A mail that waits to be sent counts.
async fn outdated(
    reader: &mut Reader,
    shown: &ShownPlans,
    registrations: &[Registration],
) -> Result<Vec<Recipient<CafeWay>>> {
    let seated: Vec<RegistrationId> = registrations
        .iter()
        .filter(|registration| {
            registration.state == RegistrationState::Confirmed
                && !registration.person.address.is_stand_in()
        })
        .map(|registration| registration.id)
        .collect();
    let mut mails: HashMap<_, _> = reader.sent_mails_of(&seated).await?;
    let changed = seated.into_iter().filter_map(|person| {
        let after = shown.ways_of(person);
        let knows = Correspondence::new(mails.remove(&person).unwrap_or_default());
        let said = shown.still_shown(knows.said_ways());
        (!way_changes(&said, &after).is_empty()).then(|| Recipient {
            person,
            before: shown.still_shown(knows.told_ways()),
            after,
        })
    });
    Ok(changed.collect())
}
