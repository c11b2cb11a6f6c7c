//! Date and place, as all pages of an event show them.

use leptos::prelude::*;
use model::{Event, Line, Network};
use ui::{
    components::{Fact, Icon, IconFact},
    dates::{dates, machine},
    text::t,
};

/// The facts in the head of a page: the date, and the place in short.
pub(super) fn facts(network: &Network, event: &Event) -> Vec<Fact> {
    let details = &event.details;
    let when = view! {
        <time datetime=machine(details.starts.local)>
            {dates().event_for_visitors(details, &network.time_zone)}
        </time>
    };
    let place = place_in_short(event);
    let mut facts = vec![when.into_any()];
    facts.extend(place.map(IntoAny::into_any));
    facts
}

/// The place in a few words: its name and room, else its address, else that it is online.
pub(super) fn place_in_short(event: &Event) -> Option<String> {
    let place = &event.details.place;
    let named = place.name.as_ref().map(Line::as_str);
    let room = place.room.as_ref().map(Line::as_str);
    let place_name = match (named, room) {
        (Some(name), Some(room)) => Some(format!("{name}, {room}")),
        (Some(one), None) | (None, Some(one)) => Some(one.to_owned()),
        (None, None) => place.address.as_ref().map(ToString::to_string),
    };
    place_name.or_else(|| place.online_link.as_ref().map(|_| t!("event-online")))
}

/// Whether the link of an online meeting is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum OnlineLink {
    /// The person has a seat and sees it.
    Shown,
    /// The page says that a person with a seat gets the link.
    ComesWithTheSeat,
}

/// The place beside its icon: its address, a link to a map, the online link.
pub(super) fn place(event: &Event, online: OnlineLink) -> Option<IconFact> {
    let place = &event.details.place;
    let mut lines = [
        place.name.as_ref().map(ToString::to_string),
        place.room.as_ref().map(ToString::to_string),
        place.address.as_ref().map(ToString::to_string),
    ]
    .into_iter()
    .flatten();
    let name = lines.next().map(|name| view! { <p><b>{name}</b></p> });
    let lines: Vec<_> = lines.map(|line| view! { <p>{line}</p> }).collect();
    let map = place.address.as_ref().map(|address| {
        let query: String = form_urlencoded::byte_serialize(address.as_str().as_bytes()).collect();
        let href = format!("https://www.openstreetmap.org/search?query={query}");
        view! { <p><a href=href rel="noopener noreferrer">{t!("event-map")}</a></p> }
    });
    let link = place.online_link.as_ref().map(|link| match online {
        OnlineLink::Shown => view! {
            <p class="address">
                {t!("event-online-link")}" "
                <a href=link.to_string() rel="noopener noreferrer">{link.to_string()}</a>
            </p>
        }
        .into_any(),
        OnlineLink::ComesWithTheSeat => view! { <p>{t!("event-online-later")}</p> }.into_any(),
    });
    let is_known = name.is_some() || link.is_some();
    is_known.then(|| IconFact::new(Icon::Place, view! { {name}{lines}{link}{map} }))
}

/// Who organises the event, beside an icon, and how to reach them.
pub(super) fn contact(network: &Network) -> IconFact {
    let write = network.reply_to.as_ref().map(|address| {
        let href = format!("mailto:{address}");
        let label = t!("event-write", name = network.sender_name.as_str());
        view! { <p><a href=href>{label}</a></p> }
    });
    let imprint = format!("/imprint/{}", network.slug);
    let imprint = write
        .is_none()
        .then(|| view! { <p><a href=imprint>{t!("event-contact")}</a></p> });
    let name = network.name.to_string();
    IconFact::new(Icon::Person, view! { <p>{name}</p>{write}{imprint} })
}
