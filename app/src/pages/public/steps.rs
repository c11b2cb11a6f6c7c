//! The steps of registering, and the one that is being taken.

use leptos::prelude::*;
use planner::registrations::Availability;
use ui::text::t;

/// A step that a page is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum RegistrationStep {
    Details,
    Confirmation,
}

/// What somebody has at the end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ExpectedOutcome {
    Seat,
    WaitingList,
    /// Seats are left for some organisations only.
    Either,
    /// Organisers decide.
    Decision,
}

impl ExpectedOutcome {
    pub fn of(availability: Availability) -> Self {
        match availability {
            Availability::WaitingList => Self::WaitingList,
            Availability::HeldSeats => Self::Either,
            Availability::ByApproval => Self::Decision,
            _ => Self::Seat,
        }
    }
}

pub(super) fn steps(current: RegistrationStep, outcome: ExpectedOutcome) -> impl IntoView {
    let end = match outcome {
        ExpectedOutcome::Seat => t!("steps-seat"),
        ExpectedOutcome::WaitingList => t!("steps-waiting"),
        ExpectedOutcome::Either => t!("steps-either"),
        ExpectedOutcome::Decision => t!("steps-decision"),
    };
    let on = |step| (step == current).then_some("step");
    view! {
        <ol class="progress" aria-label=t!("steps-label")>
            <li aria-current=on(RegistrationStep::Details)>{t!("steps-details")}</li>
            <li aria-current=on(RegistrationStep::Confirmation)>{t!("steps-confirmation")}</li>
            <li>{end}</li>
        </ol>
    }
}
