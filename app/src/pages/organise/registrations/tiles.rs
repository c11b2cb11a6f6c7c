//! The numbers of an event's registrations.

use model::{EventDetails, RegistrationState};
use planner::events::Counts;
use ui::{
    components::Tile,
    text::{t, waits_for},
};

/// How many organisations have a seat, and how many there are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Represented {
    pub organisations: usize,
    pub of: usize,
}

/// The tiles of an event: each links to what it counts in the list at `list`.
pub(crate) fn tiles(
    counts: Counts,
    details: &EventDetails,
    represented: Represented,
    list: &str,
) -> Vec<Tile> {
    let of_state = |state: RegistrationState, number: u32, label: String| Tile {
        number: number.to_string(),
        of: None,
        label,
        href: Some(format!("{list}?state={state}")),
    };
    let mut tiles = vec![
        Tile {
            of: details.capacity,
            ..of_state(
                RegistrationState::Confirmed,
                counts.confirmed,
                t!("people-tile-confirmed"),
            )
        },
        of_state(
            RegistrationState::Waitlisted,
            counts.waitlisted,
            t!("people-tile-waiting", waits = waits_for(details)),
        ),
        of_state(
            RegistrationState::Pending,
            counts.pending,
            t!("people-tile-pending"),
        ),
        of_state(
            RegistrationState::Cancelled,
            counts.cancelled,
            t!("people-tile-cancelled", declined = counts.declined),
        ),
    ];
    // Where everybody comes from elsewhere, partners are not what counts.
    let nobody_of_partners = represented.organisations == 0 && counts.confirmed > 0;
    if !nobody_of_partners {
        tiles.push(Tile {
            number: represented.organisations.to_string(),
            of: u32::try_from(represented.of).ok(),
            label: t!("people-tile-organisations"),
            href: Some(format!("{list}?order=organisation")),
        });
    }
    tiles
}
