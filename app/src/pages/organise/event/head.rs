//! The head of the pages of an event.

use leptos::prelude::*;
use model::{Event, EventState, Network};
use ui::{
    components::{PageHead, Tab, Tabs, Tag, Tone},
    dates::dates,
    text::{Named, t},
    visit::visit,
};

/// The pages of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventTab {
    Overview,
    Details,
    Agenda,
    Questions,
    Registrations,
    Messages,
}

impl EventTab {
    const ALL: [Self; 6] = [
        Self::Overview,
        Self::Details,
        Self::Agenda,
        Self::Questions,
        Self::Registrations,
        Self::Messages,
    ];

    const fn path(self) -> &'static str {
        match self {
            Self::Overview => "",
            Self::Details => "/edit",
            Self::Agenda => "/agenda",
            Self::Questions => "/questions",
            Self::Registrations => "/registrations",
            Self::Messages => "/messages",
        }
    }

    fn label(self) -> String {
        match self {
            Self::Overview => t!("event-tab-overview"),
            Self::Details => t!("event-tab-details"),
            Self::Agenda => t!("event-tab-agenda"),
            Self::Questions => t!("event-tab-questions"),
            Self::Registrations => t!("event-tab-registrations"),
            Self::Messages => t!("event-tab-messages"),
        }
    }
}

/// Kind, state, title, date and place of an event, and the tabs of its pages.
#[component]
pub fn EventHead(network: Network, event: Event, current: EventTab) -> impl IntoView {
    let details = &event.details;
    let mut facts = vec![dates().event(details, &network.time_zone).into_any()];
    facts.extend(
        details
            .place
            .name
            .as_ref()
            .map(|name| match &details.place.room {
                Some(room) => format!("{name}, {room}").into_any(),
                None => name.to_string().into_any(),
            }),
    );
    if let EventState::Published | EventState::Draft = event.state {
        let today = network.time_zone.clock(visit().now).date();
        let starts = details.starts.local.date();
        facts.push(dates().countdown(starts, today).into_any());
    }
    let tabs = EventTab::ALL
        .into_iter()
        .map(|tab| Tab {
            label: tab.label(),
            href: format!("/organise/events/{}{}", event.id, tab.path()),
            current: tab == current,
        })
        .collect();
    view! {
        <PageHead
            title=details.title.to_string()
            lang=details.language.tag()
            kind=details.kind.name()
            state=state_tag(event.state).into_any()
            facts
        />
        <Tabs label=t!("event-tabs") tabs/>
    }
}

/// The state of an event as a tag.
pub fn state_tag(state: EventState) -> impl IntoView {
    let tone = match state {
        EventState::Draft => Tone::Warn,
        EventState::Published => Tone::Good,
        EventState::Cancelled => Tone::Bad,
    };
    view! { <Tag text=state.name() tone/> }
}
