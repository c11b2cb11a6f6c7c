//! What asks for an organiser's attention at the cafés of an event.

use std::collections::HashSet;

use model::{
    Event, RegistrationId, RegistrationState,
    cafe::{CafeKind, CafeSeating, CafeSetUp},
};
use store::{Reader, readable};

use super::{CafePerson, cafe_of_plan::plans_of_cafes, needs::needs_of};
use crate::Result;

/// What asks for attention at the cafés of an event. A plan is never changed by itself.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PlanAttention {
    /// Whether a café of the event has a set-up.
    pub is_set_up: bool,
    /// Whether the version that is edited is not the one that participants see.
    pub is_unpublished: bool,
    /// People with a seat at the event and without a table in the published plan.
    pub without_table: u32,
    /// People of the published plan who no longer come, hosts aside.
    pub gone: u32,
    /// Tables whose hosts no longer come.
    pub hosts_gone: u32,
    /// People whom the published plan seats at tables that do not meet what they need now.
    pub needs_unmet: u32,
}

impl PlanAttention {
    /// Looks the cafés of an event up.
    pub(crate) async fn read(reader: &mut Reader, event: &Event) -> Result<Self> {
        let mut found = Self::default();
        let plans = plans_of_cafes(reader, event).await?;
        found.is_set_up = !plans.is_empty();
        if plans.iter().all(|(plan, _)| plan.current.is_none()) {
            return Ok(found);
        }
        let registrations = reader.registrations_of(event.id).await?.rows;
        let people: Vec<CafePerson> = registrations
            .into_iter()
            .filter(|registration| registration.state == RegistrationState::Confirmed)
            .map(|registration| CafePerson::new(registration, &[]))
            .collect();
        let comes: HashSet<RegistrationId> = people.iter().map(|person| person.id).collect();
        let (mut without_table, mut gone) = (HashSet::new(), HashSet::new());
        let mut needs_unmet = HashSet::new();
        for (plan, _) in plans {
            let published = plan.published.map(|(number, _)| number);
            found.is_unpublished |= plan.current.is_some() && plan.current != published;
            let hosts: HashSet<RegistrationId> = plan.set_up.hosts().map(|(id, _)| id).collect();
            let lost = hosts.iter().filter(|host| !comes.contains(host)).count();
            found.hosts_gone += u32::try_from(lost).unwrap_or(u32::MAX);
            let Some(number) = published else { continue };
            let Some(version) = readable(reader.plan_version::<CafeKind>(plan.id, number).await)?
            else {
                continue;
            };
            needs_unmet.extend(
                people
                    .iter()
                    .filter(|person| has_unmet_need(person, &plan.set_up, &version.seating))
                    .map(|person| person.id),
            );
            let seated = version.seating.seated();
            let marks = reader.attendance(plan.id).await?;
            let absent: HashSet<RegistrationId> = marks
                .iter()
                .filter(|mark| mark.attendance.is_gone(plan.set_up.rounds.count))
                .map(|mark| mark.person)
                .collect();
            without_table.extend(
                comes
                    .iter()
                    .filter(|person| !seated.contains(person) && !absent.contains(person))
                    .copied(),
            );
            gone.extend(
                seated
                    .into_iter()
                    .filter(|person| !comes.contains(person) && !hosts.contains(person)),
            );
        }
        let number = |people: HashSet<RegistrationId>| u32::try_from(people.len());
        found.without_table = number(without_table).unwrap_or(u32::MAX);
        found.gone = number(gone).unwrap_or(u32::MAX);
        found.needs_unmet = number(needs_unmet).unwrap_or(u32::MAX);
        Ok(found)
    }
}

/// Whether somebody sits at a table that does not meet a need of theirs in some round.
fn has_unmet_need(person: &CafePerson, set_up: &CafeSetUp, seating: &CafeSeating) -> bool {
    let needs = needs_of(set_up, person);
    if needs.is_empty() {
        return false;
    }
    (1..=set_up.rounds.count).any(|round| {
        let table = seating.table_of(person.id, round);
        let table = table.and_then(|table| set_up.table(table));
        table.is_some_and(|table| needs.iter().any(|need| !need.is_met_by(table)))
    })
}
