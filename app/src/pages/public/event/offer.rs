//! The offer to register: seats, button, deadline.

use leptos::prelude::*;
use planner::registrations::{Availability, OpenEvent};
use ui::{components::SeatMeter, dates::dates, paths::EventPath, text::t};

use crate::pages::public::facts::{OnlineLink, place};

pub(super) fn offer(
    open: &OpenEvent,
    availability: Availability,
    paths: &EventPath,
) -> impl IntoView + use<> {
    let details = &open.event.details;
    let says = match availability {
        Availability::Cancelled => Some(t!("offer-cancelled")),
        Availability::Over => Some(t!("offer-over")),
        Availability::Running => Some(t!("offer-running")),
        Availability::ByInvitation => Some(t!("offer-by-invitation")),
        Availability::NotYetOpen => {
            let opens = details.opens.as_ref();
            opens.map(|opens| t!("offer-opens", when = dates().when(opens)))
        }
        Availability::Closed => Some(match &details.closes {
            Some(closes) => t!("offer-closed", when = dates().when(closes)),
            None => t!("offer-running"),
        }),
        Availability::Seats | Availability::HeldSeats | Availability::WaitingList => None,
    };
    let seats = (availability.is_open() || availability == Availability::NotYetOpen)
        .then(|| seats(open, availability));
    let register = availability.is_open().then(|| {
        let label = match availability {
            Availability::WaitingList => t!("offer-wait"),
            _ => t!("offer-register"),
        };
        let until = match &details.closes {
            Some(closes) => t!("offer-until", when = dates().when(closes)),
            None => t!("offer-until-start"),
        };
        let after = match availability {
            Availability::WaitingList => t!("offer-after-waiting"),
            _ => t!("offer-after"),
        };
        view! {
            <a class="button first" href=paths.register()>{label}</a>
            <div class="soft small stack tight">
                <p>{until}</p>
                <p>{after}</p>
            </div>
        }
    });
    let calendar = (availability != Availability::Over).then(|| {
        view! { <a class="button" href=paths.calendar() rel="nofollow">{t!("event-calendar")}</a> }
    });
    view! {
        <aside class="card" aria-labelledby="registration">
            <h2 id="registration">{t!("offer-title")}</h2>
            {says.map(|says| view! { <p>{says}</p> })}
            {seats}
            {register}
            {calendar}
            {place(&open.event, OnlineLink::ComesWithTheSeat)}
            <section>
                <h2>{t!("event-organiser")}</h2>
                <p>
                    {open.network.name.to_string()}<br/>
                    <a href=format!("/imprint/{}", open.network.slug)>{t!("event-contact")}</a>
                </p>
            </section>
        </aside>
    }
}

/// Capacity, free seats, and the length of the waiting list.
fn seats(open: &OpenEvent, availability: Availability) -> impl IntoView + use<> {
    let Some(capacity) = open.event.details.capacity else {
        return view! { <p>{t!("seats-unlimited")}</p> }.into_any();
    };
    let taken = open.seats.taken();
    let left = capacity.saturating_sub(taken);
    let held = left.saturating_sub(open.seats.left_for(None).unwrap_or(left));
    let held = (held > 0).then(|| match availability {
        Availability::HeldSeats => view! { <p class="soft">{t!("seats-held-all")}</p> }.into_any(),
        _ => view! { <p class="soft">{t!("seats-held", n = held)}</p> }.into_any(),
    });
    let waiting = (open.waiting > 0 && availability != Availability::Seats)
        .then(|| view! { <p class="soft">{t!("seats-waiting", n = open.waiting)}</p> });
    view! {
        <div class="stack tight">
            <SeatMeter taken capacity/>
            {held}
            {waiting}
        </div>
    }
    .into_any()
}
