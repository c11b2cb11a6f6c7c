//! Who sat together at earlier events: those of the series, or of the network for an event that belongs to none. People are recognised by their addresses.

use std::collections::HashMap;

use model::{
    RegistrationId,
    cafe::{CafeGoal, CafeKind},
};
use store::Reader;

use super::Cafe;
use crate::Result;

/// Groups of people of a café who shared a table, in the published plans of earlier events. Read only where the
/// set-up pursues new faces.
pub(super) async fn earlier_tables(
    reader: &mut Reader,
    cafe: &Cafe,
) -> Result<Vec<Vec<RegistrationId>>> {
    let set_up = cafe.plan.as_ref().map(|plan| &plan.set_up);
    if set_up.is_none_or(|set_up| !set_up.goals.contains(&CafeGoal::NewFaces)) {
        return Ok(Vec::new());
    }
    let people: HashMap<String, RegistrationId> = cafe
        .people
        .iter()
        .map(|person| (person.address.lower(), person.id))
        .collect();
    let mut groups = Vec::new();
    for plan in reader.cafe_plans_published_before(cafe.event.id).await? {
        let Some(version) = reader
            .plan_version::<CafeKind>(plan.plan, plan.version)
            .await?
        else {
            continue;
        };
        let registrations = reader.registrations_of(plan.event).await?.rows;
        let known: HashMap<RegistrationId, RegistrationId> = registrations
            .into_iter()
            .filter_map(|then| {
                let now = people.get(&then.person.address.lower())?;
                Some((then.id, *now))
            })
            .collect();
        let seating = version.seating;
        for round in &seating.rounds {
            let mut tables: HashMap<_, Vec<RegistrationId>> = HashMap::new();
            for (person, seat) in seating.people.iter().zip(round) {
                if let (Some(now), Some(table)) = (known.get(person), seat) {
                    tables.entry(*table).or_default().push(*now);
                }
            }
            let mut tables: Vec<_> = tables.into_iter().collect();
            tables.sort_unstable_by_key(|(table, _)| *table);
            groups.extend(tables.into_iter().map(|(_, people)| people));
        }
    }
    groups.retain(|people| people.len() > 1);
    Ok(groups)
}
