//! Pages of the registrations of an event: list, person, adding, import.

mod add;
mod answers;
mod choosing;
mod columns;
mod correct;
mod decide;
mod export;
mod history;
mod import;
mod list;
mod list_query;
mod person;
mod several;
mod several_answers;
mod table;
mod tiles;
mod waiting;

use leptos::prelude::*;
use model::{EmailAddress, EventDetails, MailState, Registration, RegistrationState};
use ui::{
    components::{Tag, Tone},
    text::{DeliveryProblem, Named, original, state_name, t},
    visit::language,
};

pub(crate) use add::AddPersonPage;
pub(crate) use answers::AnswersPage;
pub(crate) use correct::CorrectPersonPage;
pub(crate) use import::ImportPeoplePage;
pub(super) use import::{column_name, field_name, organisation_of, person_fault};
pub(crate) use list::RegistrationsPage;
pub use list_query::ListQuery;
pub(crate) use person::PersonPage;
pub(crate) use several::DecideSeveralPage;
pub(crate) use several_answers::AnswerSeveralPage;
pub(crate) use tiles::{Represented, tiles};

/// *Jäger, Anna*: the name as lists sort it.
fn sorted_name(registration: &Registration) -> String {
    let person = &registration.person;
    format!("{}, {}", person.family_name, person.given_name)
}

/// The address, or that there is none.
fn address_text(address: &EmailAddress) -> String {
    if address.is_stand_in() {
        t!("person-no-address")
    } else {
        address.to_string()
    }
}

/// The state of a registration, with the position on the waiting list.
pub(super) fn state_tag(
    state: RegistrationState,
    details: &EventDetails,
    position: Option<usize>,
) -> impl IntoView + use<> {
    let tone = match state {
        RegistrationState::Confirmed => Tone::Good,
        RegistrationState::Waitlisted => Tone::Warn,
        RegistrationState::Pending => Tone::Plain,
        RegistrationState::Declined | RegistrationState::Cancelled => Tone::Bad,
    };
    let text = match position {
        Some(position) if !details.is_by_approval() => {
            t!("person-waits-at", position = position)
        }
        _ => state_name(state, details, language()),
    };
    view! { <Tag text tone/> }
}

/// The state of a mail, with the reason why it was not delivered.
pub(super) fn mail_tag(state: MailState, error: Option<&str>) -> impl IntoView + use<> {
    let tone = match (state, error) {
        (MailState::Refused, _) => Tone::Bad,
        (MailState::Queued | MailState::Sending, Some(_)) => Tone::Warn,
        (MailState::Accepted, _) => Tone::Good,
        _ => Tone::Plain,
    };
    let text = match (state, error) {
        (MailState::Queued, Some(_)) => t!("mail-tried-again"),
        _ => state.name(),
    };
    let error = error.filter(|_| state != MailState::Accepted).map(|error| {
        let says = DeliveryProblem::parse(error).text(language());
        view! {
            <details class="small soft">
                <summary>{says}</summary>
                <q lang="en">{original(error).to_owned()}</q>
            </details>
        }
    });
    view! { <Tag text tone/>{error} }
}
