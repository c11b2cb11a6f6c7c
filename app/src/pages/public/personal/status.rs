//! The state of a registration and the next step.

use leptos::prelude::*;
use model::{RegistrationState, Visibility};
use planner::registrations::Availability;
use ui::{
    components::{Notice, PostButton, Tone},
    paths::EventPath,
    text::{t, waits_for},
    visit::visit,
};

use super::OwnRegistration;
use crate::{
    api::actions::ConfirmAddress,
    pages::public::{event::cancelled, wish_notice::wishes_close},
};

/// The notice at the top of the page.
pub(super) fn status(mine: &OwnRegistration) -> AnyView {
    let registration = &mine.page.registration;
    let details = &mine.page.open.event.details;
    let waits = waits_for(details);
    match (mine.availability, registration.state) {
        (Availability::Cancelled, _) => cancelled(&mine.page.open).into_any(),
        (_, RegistrationState::Cancelled) => gone(mine, t!("status-cancelled")).into_any(),
        (_, RegistrationState::Declined) => view! {
            <Notice tone=Tone::Warn>
                <p><b>{t!("status-declined")}</b></p>
                <p>{t!("status-declined.advice")}</p>
            </Notice>
        }
        .into_any(),
        (Availability::Over, _) => status_notice(Tone::Plain, t!("offer-over"), None),
        (Availability::Running, RegistrationState::Waitlisted | RegistrationState::Pending) => {
            status_notice(Tone::Plain, t!("offer-running"), None)
        }
        (_, RegistrationState::Confirmed) => with_wishes(
            mine,
            Tone::Good,
            t!("status-confirmed"),
            t!("status-confirmed.advice"),
        ),
        (_, RegistrationState::Waitlisted) if details.is_by_approval() => with_wishes(
            mine,
            Tone::Warn,
            t!("status-undecided"),
            t!("status-undecided.advice"),
        ),
        (_, RegistrationState::Waitlisted) => {
            let position = mine.page.position.unwrap_or(1);
            let what = t!("status-waiting", position = position);
            with_wishes(mine, Tone::Warn, what, t!("status-waiting.advice"))
        }
        (_, RegistrationState::Pending) => {
            let confirm = view! {
                <PostButton
                    to=ConfirmAddress::PATH
                    label=t!("confirm-go")
                    fields=vec![("token", mine.token.clone())]
                    class="button first"
                />
            };
            view! {
                <Notice tone=Tone::Warn action=confirm.into_any()>
                    <p><b>{t!("status-pending")}</b></p>
                    <p>{t!("status-pending.advice", waits = waits)}</p>
                </Notice>
            }
            .into_any()
        }
    }
}

/// A notice that leads straight to the wishes for workshops, while people can wish.
fn with_wishes(mine: &OwnRegistration, tone: Tone, what: String, advice: String) -> AnyView {
    let open = &mine.page.open;
    let registration = &mine.page.registration;
    // Once the assignment is published, the card below the timetable leads to the wishes.
    let is_assigned = registration.state == RegistrationState::Confirmed
        && open
            .wishes
            .as_ref()
            .is_some_and(|one| one.assigned.is_some());
    let is_late = open
        .wishes
        .as_ref()
        .is_some_and(|one| one.is_open_late(registration, &open.event, visit().now));
    let text = match wishes_close(open) {
        Some(closes) if !is_assigned => t!("wishes-personal.open", closes = closes),
        _ if is_late => t!("wishes-late.about"),
        _ => return status_notice(tone, what, Some(advice)),
    };
    let href = mine.paths.wishes("");
    let go = view! { <a class="button first" href=href>{t!("wishes-personal-go")}</a> };
    view! {
        <Notice tone action=go.into_any()>
            <p><b>{what}</b></p>
            <p>{advice}</p>
            <p>{text}</p>
        </Notice>
    }
    .into_any()
}

fn status_notice(tone: Tone, what: String, advice: Option<String>) -> AnyView {
    view! {
        <Notice tone>
            <p><b>{what}</b></p>
            {advice.map(|advice| view! { <p>{advice}</p> })}
        </Notice>
    }
    .into_any()
}

/// After a cancellation: a link to register again, while registration is open.
fn gone(mine: &OwnRegistration, what: String) -> impl IntoView + use<> {
    let event = &mine.page.open.event;
    let again = mine.availability.is_open().then(|| {
        let key = match event.details.visibility {
            Visibility::Link => event.link_key.as_str(),
            Visibility::Public | Visibility::Invitation => "",
        };
        let href = EventPath::of(&event.slug, key).register();
        view! { <a class="button" href=href>{t!("status-again")}</a> }.into_any()
    });
    view! {
        <Notice tone=Tone::Plain action=again>
            <p><b>{what}</b></p>
        </Notice>
    }
}
