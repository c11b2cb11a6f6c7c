//! What it is called that somebody has no seat yet: they wait for one, or for the organisers' decision.

use model::{EventDetails, Language, RegistrationState};

use super::{Named, t};

/// The name of a registration's state at an event.
pub fn state_name(state: RegistrationState, details: &EventDetails, language: Language) -> String {
    match state {
        RegistrationState::Waitlisted if details.is_by_approval() => {
            t!(language => "registration-undecided")
        }
        state => state.name_in(language),
    }
}

/// What people wait for at an event, for texts that depend on it: their `$waits`.
pub fn waits_for(details: &EventDetails) -> &'static str {
    if details.is_by_approval() {
        "decision"
    } else {
        "seat"
    }
}
