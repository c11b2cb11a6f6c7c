//! Date and place, as all pages of an event show them.

use leptos::prelude::*;
use model::{Event, Line, Network};
use ui::{
    components::Fact,
    dates::{dates, machine},
    text::t,
};

/// The facts in the head of a page: the date, and the place in short.
pub(super) fn facts(network: &Network, event: &Event) -> Vec<Fact> {
    let details = &event.details;
    let when = view! {
        <time datetime=machine(details.starts.local)>
            {dates().event(details, &network.time_zone)}
        </time>
    };
    let place = &details.place;
    let named = place.name.as_ref().map(Line::as_str);
    let room = place.room.as_ref().map(Line::as_str);
    let place = match (named, room) {
        (Some(name), Some(room)) => Some(format!("{name}, {room}")),
        (Some(one), None) | (None, Some(one)) => Some(one.to_owned()),
        (None, None) => place.address.as_ref().map(ToString::to_string),
    };
    let place = place.or_else(|| {
        details
            .place
            .online_link
            .as_ref()
            .map(|_| t!("event-online"))
    });
    let mut facts = vec![when.into_any()];
    facts.extend(place.map(IntoAny::into_any));
    facts
}

/// Whether the link of an online meeting is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OnlineLink {
    /// The person has a seat and sees it.
    Shown,
    /// The page says that a person with a seat gets the link.
    ComesWithTheSeat,
}

/// The place: its address, a link to a map, the online link.
pub(super) fn place(event: &Event, online: OnlineLink) -> Option<impl IntoView + use<>> {
    let place = &event.details.place;
    let lines = [
        place.name.as_ref().map(ToString::to_string),
        place.room.as_ref().map(ToString::to_string),
        place.address.as_ref().map(ToString::to_string),
    ];
    let lines: Vec<_> = lines
        .into_iter()
        .flatten()
        .map(|line| view! { <p>{line}</p> })
        .collect();
    let map = place.address.as_ref().map(|address| {
        let query: String = form_urlencoded::byte_serialize(address.as_str().as_bytes()).collect();
        let href = format!("https://www.openstreetmap.org/search?query={query}");
        view! { <p><a href=href rel="noopener noreferrer">{t!("event-map")}</a></p> }
    });
    let link = place.online_link.as_ref().map(|link| match online {
        OnlineLink::Shown => view! {
            <p>
                {t!("event-online-link")}" "
                <a href=link.to_string() rel="noopener noreferrer">{link.to_string()}</a>
            </p>
        }
        .into_any(),
        OnlineLink::ComesWithTheSeat => view! { <p>{t!("event-online-later")}</p> }.into_any(),
    });
    (!lines.is_empty() || link.is_some()).then(|| {
        view! {
            <section class="place">
                <h2>{t!("event-place")}</h2>
                <div>{lines}{link}{map}</div>
            </section>
        }
    })
}
