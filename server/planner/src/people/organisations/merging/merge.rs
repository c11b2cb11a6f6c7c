//! One organisation takes over what belongs to another.

use model::{
    AuditAction, Event, EventChange, EventDetails, EventId, Faults, Organisation, OrganisationId,
};
use store::{OrganisationUses, Tx};

use super::{
    super::change::{change_of, check},
    compare::ComparedOrganisations,
    merged_contingents,
};
use crate::{
    Changes, Planner, PlannerError, Result,
    access::{Locked, Organises},
    audit::{PartChange, Who},
    events::LockedEvent,
    people::pictures::forget_pictures,
};

/// Which of two organisations stays, as somebody decided who saw both.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OrganisationMerge {
    /// In the order of the page.
    pub organisations: [OrganisationId; 2],
    pub kept: OrganisationId,
    /// [`ComparedOrganisations::seal`] of what the page showed.
    pub seen: String,
}

impl Planner {
    /// Makes one organisation of two. The kept one gets the contacts and registrations of the other with their
    /// invitations, its places, links, lists and parts, and what it lacks itself. Two contingents at one event are added;
    /// seats that both did not use go to whoever waits, who is written to, and nobody else is. Refuses organisations that
    /// are not as they were seen.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network(), kept = %merge.kept), err(level = "debug"))]
    pub async fn merge_organisations(
        &self,
        right: &Organises,
        merge: &OrganisationMerge,
    ) -> Result<()> {
        let [one, other] = merge.organisations;
        let removed = if merge.kept == one {
            other
        } else if merge.kept == other {
            one
        } else {
            return Err(PlannerError::NotFound);
        };
        let mut tx = self.store().begin().await?;
        let events = lock_events(&mut tx, removed).await?;
        // Whoever uploads a logo locks them before the organisation.
        tx.lock_logos(right.network()).await?;
        let compared =
            ComparedOrganisations::read(&mut tx, &right.reads(), merge.organisations, self.now())
                .await?;
        if compared.seal() != merge.seen {
            return Err(PlannerError::Conflict(Changes::Unknown));
        }
        let MergedPair {
            all,
            before,
            removed,
            after,
            uses,
        } = MergedPair::of(compared, merge.kept);
        let who = Who::from(right);
        tx.move_uses_of_organisation(removed.id, &after).await?;
        for event in events {
            self.add_places(&mut tx, event, (removed.id, after.id), who)
                .await?;
        }
        let left: Vec<Organisation> = all
            .iter()
            .filter(|one| one.id != removed.id)
            .map(|one| Organisation {
                parent: match one.parent {
                    Some(parent) if parent == removed.id => Some(after.id),
                    parent => parent,
                },
                ..one.clone()
            })
            .collect();
        check(&left, &after)?;
        tx.update_organisation(&after).await?;
        tx.set_organisation_logo(after.id, after.logo.as_ref())
            .await?;
        tx.delete_organisation(removed.id).await?;
        forget_pictures(&mut tx, right.network(), &removed.logo).await?;
        let change = merged_change(change_of(&all, Some(&before), &after), &removed, uses);
        let merged = AuditAction::OrganisationsMerged;
        self.note_network(&mut tx, (right.network(), who), merged, Some(change))
            .await?;
        self.commit(tx).await
    }

    /// Adds the places that an event holds for one organisation to those for another, and gives seats that are free by
    /// that to whoever waits.
    async fn add_places(
        &self,
        tx: &mut Tx,
        event: EventId,
        (removed, kept): (OrganisationId, OrganisationId),
        who: Who,
    ) -> Result<()> {
        let locked = Locked::for_network(tx, event).await?;
        let mut locked = LockedEvent::new(self, tx, locked);
        let before = locked.event.details.clone();
        let contingents = merged_contingents(&before.contingents, removed, kept);
        if contingents != before.contingents {
            let sum = contingents.iter().find(|one| one.organisation == kept);
            let sum = sum.map_or(0, |contingent| contingent.seats);
            let checked = EventDetails::SEATS.check(sum);
            checked.map_err(|fault| Faults::one("keep", fault))?;
            locked.event.details.contingents = contingents;
            locked.save_places(&before, who).await?;
        }
        locked.allocator().promote_from_waiting_list().await?;
        Ok(())
    }
}

impl LockedEvent<'_> {
    async fn save_places(&mut self, before: &EventDetails, who: Who) -> Result<()> {
        let Event { details, .. } = &self.event;
        let changes = EventChange::between(before, details);
        self.event.revision += 1;
        let now = self.planner.now();
        self.tx.update_event(&self.event, now).await?;
        self.note_event(who, AuditAction::EventChanged, &changes)
            .await
    }
}

/// Locks the events at which an organisation has people or places, in the order in which others lock them.
async fn lock_events(tx: &mut Tx, organisation: OrganisationId) -> Result<Vec<EventId>> {
    let events = tx.event_ids_of_organisation(organisation).await?;
    for event in &events {
        Locked::for_network(tx, *event).await?;
    }
    // Somebody may have registered for another one meanwhile.
    if tx.event_ids_of_organisation(organisation).await? == events {
        Ok(events)
    } else {
        Err(PlannerError::Conflict(Changes::Unknown))
    }
}

/// Two organisations, one of which stays.
struct MergedPair {
    /// All organisations of the network, as they were.
    all: Vec<Organisation>,
    before: Organisation,
    removed: Organisation,
    /// The one that stays, with what it gets of the other.
    after: Organisation,
    /// What belonged to the removed one.
    uses: OrganisationUses,
}

impl MergedPair {
    fn of(compared: ComparedOrganisations, kept: OrganisationId) -> Self {
        let ComparedOrganisations {
            organisations,
            others: mut all,
            uses,
            ..
        } = compared;
        all.extend(organisations.iter().cloned());
        let [one, other] = organisations;
        let (before, removed, uses) = if one.id == kept {
            (one, other, uses[1])
        } else {
            (other, one, uses[0])
        };
        let parent = if removed.has_below(before.id, &all) {
            // What stood between the two becomes a part of the one that stays.
            removed.parent
        } else if before.has_below(removed.id, &all) {
            before.parent
        } else {
            before.parent.or(removed.parent)
        };
        let after = Organisation {
            region: before.region.clone().or_else(|| removed.region.clone()),
            field: before.field.clone().or_else(|| removed.field.clone()),
            logo: before.logo.clone().or_else(|| removed.logo.clone()),
            parent,
            ..before.clone()
        };
        Self {
            all,
            before,
            removed,
            after,
            uses,
        }
    }
}

/// The change as the history shows it: the removed organisation became the other one, which got so much of it.
fn merged_change(change: PartChange, removed: &Organisation, uses: OrganisationUses) -> PartChange {
    let before = format!("{} ({})", removed.short_name, removed.name);
    let change = PartChange {
        before: Some(before),
        ..change
    };
    let OrganisationUses {
        contacts,
        registrations,
        invitations,
        contingents,
        links,
        lists,
        parts,
    } = uses;
    let moved = [
        ("moved_contacts", contacts),
        ("moved_registrations", registrations),
        ("moved_invitations", invitations),
        ("moved_contingents", contingents),
        ("moved_links", links),
        ("moved_lists", lists),
        ("moved_parts", parts),
    ];
    let moved = moved.into_iter().filter(|(_, number)| *number > 0);
    moved.fold(change, |change, (field, number)| {
        change.value(field, None, Some(number))
    })
}
