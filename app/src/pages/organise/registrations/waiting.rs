//! Those who wait: for a seat, in the order in which seats are given, or for the organisers' decision.

use leptos::prelude::*;
use model::{Registration, RegistrationState};
use planner::registrations::Listing;
use ui::{
    components::PostButton,
    text::{t, waits_for},
    visit::visit,
};

use super::sorted_name;
use crate::api::actions::MoveUp;

/// The most people shown above the list of registrations.
const MAX_SHOWN: usize = 8;

/// Those who wait, with buttons for people who may decide.
pub(super) fn waiting_list(list: &Listing, may_decide: bool) -> Option<impl IntoView + use<>> {
    if list.waiting.is_empty() {
        return None;
    }
    let page = format!("/organise/events/{}/registrations", list.event.id);
    let people = list.waiting.iter().take(MAX_SHOWN).enumerate();
    let items = people
        .map(|(before, registration)| item(list, &page, before, registration, may_decide))
        .collect_view();
    let by_approval = list.event.details.is_by_approval();
    let waits = waits_for(&list.event.details);
    let n = list.waiting.len();
    let more = (n > MAX_SHOWN || (by_approval && may_decide && n > 1)).then(|| {
        let href = format!("{page}?state={}", RegistrationState::Waitlisted);
        view! { <p><a href=href>{t!("waiting-all", waits = waits, n = n)}</a></p> }
    });
    let hint = (may_decide && !by_approval && n > 1)
        .then(|| view! { <p class="hint">{t!("waiting-hint")}</p> });
    Some(view! {
        <section class="card" aria-labelledby="waiting">
            <h2 id="waiting">{t!("waiting-title", waits = waits)}</h2>
            <ol class="waiting">{items}</ol>
            {more}
            {hint}
        </section>
    })
}

fn item(
    list: &Listing,
    page: &str,
    before: usize,
    registration: &Registration,
    may_decide: bool,
) -> impl IntoView + use<> {
    let href = format!("{page}/{}", registration.id);
    let name = sorted_name(registration);
    let organisation = registration.person.organisation_name.as_ref().map(|name| {
        view! { <small class="soft">{name.to_string()}</small> }
    });
    let admitted = list.seats.admits(registration.person.organisation.as_ref())
        && list.event.gives_seats(visit().now);
    let seat = (may_decide && admitted).then(|| {
        let href = format!("{href}?decide=confirm");
        view! { <a class="button small first" href=href>{t!("decide-confirm")}</a> }
    });
    let by_approval = list.event.details.is_by_approval();
    let decline = (may_decide && by_approval).then(|| {
        let href = format!("{href}?decide=decline");
        view! { <a class="button small" href=href>{t!("decide-decline")}</a> }
    });
    let up = (may_decide && !by_approval && before > 0).then(|| {
        view! {
            <PostButton
                to=MoveUp::PATH
                label=t!("waiting-up")
                about=name.clone()
                fields=vec![
                    ("registration", registration.id.to_string()),
                    ("back", visit().path.clone()),
                ]
                class="button small"
            />
        }
    });
    view! {
        <li>
            <div>
                <span><a href=href>{name}</a>" "{organisation}</span>
                <span class="row">{seat}{decline}{up}</span>
            </div>
        </li>
    }
}
