//! The state of a registration and the next step.

use leptos::prelude::*;
use model::{RegistrationState, Visibility};
use planner::registrations::Availability;
use ui::{
    components::{Notice, PostButton, Tone},
    paths::EventPath,
    text::t,
};

use super::OwnRegistration;
use crate::{api::actions::ConfirmAddress, pages::public::event::cancelled};

/// The notice at the top of the page.
pub(super) fn status(mine: &OwnRegistration) -> AnyView {
    let registration = &mine.page.registration;
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
        (_, RegistrationState::Confirmed) => status_notice(
            Tone::Good,
            t!("status-confirmed"),
            Some(t!("status-confirmed.advice")),
        ),
        (_, RegistrationState::Waitlisted) => {
            let position = mine.page.position.unwrap_or(1);
            let advice = t!("status-waiting.advice");
            status_notice(
                Tone::Warn,
                t!("status-waiting", position = position),
                Some(advice),
            )
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
                    <p>{t!("status-pending.advice")}</p>
                </Notice>
            }
            .into_any()
        }
    }
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
