//! How to come: the seats, the button, and until when.

use leptos::prelude::*;
use planner::registrations::{OpenEvent, Standing};

use crate::{
    components::SeatMeter,
    dates::dates,
    pages::public::facts::{OnlineLink, place},
    paths::EventPath,
    text::t,
};

pub(super) fn offer(
    open: &OpenEvent,
    standing: Standing,
    paths: &EventPath,
) -> impl IntoView + use<> {
    let details = &open.event.details;
    let says = match standing {
        Standing::Cancelled => Some(t!("offer-cancelled")),
        Standing::Over => Some(t!("offer-over")),
        Standing::Running => Some(t!("offer-running")),
        Standing::ByInvitation => Some(t!("offer-by-invitation")),
        Standing::NotYetOpen => {
            let opens = details.opens.as_ref();
            opens.map(|opens| t!("offer-opens", when = dates().when(opens)))
        }
        Standing::Closed => Some(match &details.closes {
            Some(closes) => t!("offer-closed", when = dates().when(closes)),
            None => t!("offer-running"),
        }),
        Standing::Seats | Standing::HeldSeats | Standing::WaitingList => None,
    };
    let seats =
        (standing.is_open() || standing == Standing::NotYetOpen).then(|| seats(open, standing));
    let register = standing.is_open().then(|| {
        let label = match standing {
            Standing::WaitingList => t!("offer-wait"),
            _ => t!("offer-register"),
        };
        let until = match &details.closes {
            Some(closes) => t!("offer-until", when = dates().when(closes)),
            None => t!("offer-until-start"),
        };
        let after = match standing {
            Standing::WaitingList => t!("offer-after-waiting"),
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
    let calendar = (standing != Standing::Over).then(|| {
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

/// The seats there are, those that are left, and who waits for one.
pub(crate) fn seats(open: &OpenEvent, standing: Standing) -> impl IntoView + use<> {
    let Some(capacity) = open.event.details.capacity else {
        return view! { <p>{t!("seats-unlimited")}</p> }.into_any();
    };
    let taken = open.seats.taken();
    let left = capacity.saturating_sub(taken);
    let held = left.saturating_sub(open.seats.left_for(None).unwrap_or(left));
    let held = (held > 0).then(|| match standing {
        Standing::HeldSeats => view! { <p class="soft">{t!("seats-held-all")}</p> }.into_any(),
        _ => view! { <p class="soft">{t!("seats-held", n = held)}</p> }.into_any(),
    });
    let waiting = (open.waiting > 0 && standing != Standing::Seats)
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
