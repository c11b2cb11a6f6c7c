//! The offer to register: seats, button, deadline; place and contact.

use leptos::prelude::*;
use model::Visibility;
use planner::registrations::{Availability, OpenEvent};
use ui::{
    components::{Icon, IconFact, IconList, SeatMeter},
    dates::dates,
    paths::EventPath,
    text::t,
};

use crate::pages::public::{
    calendar_links::{EntryPlace, calendar_links},
    facts::{OnlineLink, contact, place},
};

/// Seats, the button, and what is to know beside the programme.
pub(super) fn offer(
    open: &OpenEvent,
    availability: Availability,
    paths: &EventPath,
) -> impl IntoView + use<> {
    let seats = (availability.is_open() || availability == Availability::NotYetOpen)
        .then(|| seats(open, availability));
    let register = availability.is_open().then(|| {
        let (label, after) = match availability {
            Availability::WaitingList => (t!("offer-wait"), t!("offer-after-waiting")),
            Availability::ByApproval => (t!("offer-register"), t!("offer-after-decision")),
            _ => (t!("offer-register"), t!("offer-after")),
        };
        view! {
            <a class="button first" href=paths.register()>{label}</a>
            <p class="soft small">{after}</p>
        }
    });
    let closed = closed(open, availability).map(|says| view! { <p><b>{says}</b></p> });
    let facts = [
        period(open, availability, paths),
        place(&open.event, OnlineLink::ComesWithTheSeat),
        Some(contact(&open.network)),
    ];
    view! {
        <aside class="card" aria-labelledby="registration">
            <h2 id="registration" class="unseen">{t!("offer-title")}</h2>
            {closed}
            {seats}
            {register}
            <IconList facts=facts.into_iter().flatten().collect()/>
        </aside>
    }
}

/// The button once more, at the end of the programme. On a narrow screen it stays in sight beside the programme.
pub(super) fn sticky(
    open: &OpenEvent,
    availability: Availability,
    paths: &EventPath,
) -> Option<impl IntoView + use<>> {
    availability.is_open().then(|| {
        let label = match availability {
            Availability::WaitingList => t!("offer-wait"),
            _ => t!("offer-register"),
        };
        let free = open
            .event
            .details
            .capacity
            .map(|capacity| capacity.saturating_sub(open.seats.taken()));
        let free = free
            .filter(|_| availability != Availability::WaitingList)
            .map(|free| format!(" · {}", t!("offer-free", n = free)));
        view! {
            <div class="sticky-offer">
                <a class="button first" href=paths.register()>{label}{free}</a>
            </div>
        }
    })
}

/// Why one cannot register. A cancelled event says so at the top of the page.
fn closed(open: &OpenEvent, availability: Availability) -> Option<String> {
    let details = &open.event.details;
    match availability {
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
        Availability::Cancelled
        | Availability::ByApproval
        | Availability::Seats
        | Availability::HeldSeats
        | Availability::WaitingList => None,
    }
}

/// Until when one can register, and the event for a calendar, unless it is cancelled or over.
fn period(open: &OpenEvent, availability: Availability, paths: &EventPath) -> Option<IconFact> {
    if matches!(availability, Availability::Cancelled | Availability::Over) {
        return None;
    }
    let details = &open.event.details;
    let until = availability.is_open().then(|| {
        let until = match &details.closes {
            Some(closes) => t!("offer-until", when = dates().when(closes)),
            None => t!("offer-until-start"),
        };
        view! { <p>{until}</p> }
    });
    // The key in the link of an event that is not public is for this person.
    let calendars = match details.visibility {
        // There is no page yet that a calendar could lead back to.
        _ if paths.is_preview() => None,
        Visibility::Public => {
            let page = Some(paths.page());
            let links = calendar_links(&open.event, paths.calendar(), page, EntryPlace::Public);
            Some(links.into_any())
        }
        Visibility::Link | Visibility::Invitation => {
            let file = t!("event-calendar-only-file");
            Some(view! { <p><a href=paths.calendar() rel="nofollow">{file}</a></p> }.into_any())
        }
    };
    if until.is_none() && calendars.is_none() {
        return None;
    }
    Some(IconFact::new(Icon::Calendar, view! { {until}{calendars} }))
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
    let is_short = matches!(
        availability,
        Availability::HeldSeats | Availability::WaitingList
    );
    let waiting = (open.waiting > 0 && is_short)
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
