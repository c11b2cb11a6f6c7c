//! The steps of registering, and the one that is being taken.

use leptos::prelude::*;
use planner::registrations::Availability;
use ui::text::t;

/// A step that a page is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Step {
    Details,
    Confirmation,
}

/// What somebody has at the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Outcome {
    Seat,
    WaitingList,
    /// Seats are left for some organisations only.
    Either,
}

impl Outcome {
    pub fn expected(availability: Availability) -> Self {
        match availability {
            Availability::WaitingList => Self::WaitingList,
            Availability::HeldSeats => Self::Either,
            _ => Self::Seat,
        }
    }
}

pub(super) fn steps(current: Step, outcome: Outcome) -> impl IntoView {
    let end = match outcome {
        Outcome::Seat => t!("steps-seat"),
        Outcome::WaitingList => t!("steps-waiting"),
        Outcome::Either => t!("steps-either"),
    };
    let on = |step| (step == current).then_some("step");
    view! {
        <ol class="progress" aria-label=t!("steps-label")>
            <li aria-current=on(Step::Details)>{t!("steps-details")}</li>
            <li aria-current=on(Step::Confirmation)>{t!("steps-confirmation")}</li>
            <li>{end}</li>
        </ol>
    }
}
