//! Two organisations become one: what that would do, and doing it.

mod compare;
mod merge;

use model::{Contingent, OrganisationId};

pub use self::{
    compare::{ComparedOrganisations, MergedPlaces},
    merge::OrganisationMerge,
};

/// The contingents of an event after one organisation took those of another over: two at one event are added.
fn merged_contingents(
    contingents: &[Contingent],
    removed: OrganisationId,
    kept: OrganisationId,
) -> Vec<Contingent> {
    let mut merged: Vec<Contingent> = Vec::with_capacity(contingents.len());
    for contingent in contingents {
        let organisation = if contingent.organisation == removed {
            kept
        } else {
            contingent.organisation
        };
        let seats = contingent.seats;
        match merged
            .iter_mut()
            .find(|one| one.organisation == organisation)
        {
            Some(known) => known.seats = known.seats.saturating_add(seats),
            None => merged.push(Contingent {
                organisation,
                seats,
            }),
        }
    }
    // As the database lists them.
    merged.sort_by_key(|contingent| contingent.organisation);
    merged
}

#[cfg(test)]
mod tests {
    use model::Contingent;
    use uuid::Uuid;

    use super::merged_contingents;

    fn held(organisation: u128, seats: u32) -> Contingent {
        Contingent {
            organisation: Uuid::from_u128(organisation).into(),
            seats,
        }
    }

    #[test]
    fn two_contingents_at_one_event_are_added() {
        let id = |number| Uuid::from_u128(number).into();
        let before = [held(1, 5), held(2, 3), held(3, 1)];
        let merged = merged_contingents(&before, id(1), id(3));
        assert_eq!(merged, [held(2, 3), held(3, 6)]);
        let alone = merged_contingents(&before[..2], id(1), id(3));
        assert_eq!(alone, [held(2, 3), held(3, 5)]);
        assert_eq!(merged_contingents(&before, id(9), id(8)), before);
    }
}
