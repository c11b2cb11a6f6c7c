//! The band of the pages of an event.

use leptos::prelude::*;
use model::{AgendaItemId, Event, EventKind, EventState, Network};
use planner::cafes::Cafe;
use ui::{
    components::{Band, PageHead, Tab, Tag, Tone},
    dates::dates,
    text::{Named, t},
    visit::visit,
};

use crate::api::cafe::{cafe_page, named_item};

/// The pages of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum EventTab {
    /// The overview itself and the pages that it leads to: the details, publishing, cancelling.
    Overview,
    Agenda,
    /// The list, and the pages of single people.
    Registrations,
    /// Who was invited, a part of the registrations.
    Invitations,
    /// The places held for organisations, a part of the registrations.
    Contingents,
    /// The questions of the registration form, a part of the registrations.
    Questions,
    /// The answers to them, counted; a part of the registrations.
    Answers,
    Cafe(CafePart),
    /// The workshops on offer.
    Workshops,
    /// Who has a seat in those that are booked.
    Bookings,
    /// What people wish for of them.
    Wishes,
    /// Who attends which of them.
    Assignment,
    /// What participants see of it.
    Timetables,
    /// Who is where on the day.
    WorkshopDay,
    Messages,
}

/// The pages of a world café.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CafePart {
    SetUp,
    /// The plan: who sits where.
    Plan,
    /// What participants see of it.
    Publish,
    /// Who is there, and repairs.
    Day,
    /// The clock of the day, and the screens.
    Live,
    /// Cards, signs and lists.
    Paper,
    /// What the tables wrote down.
    Harvest,
}

impl CafePart {
    const ALL: [Self; 7] = [
        Self::SetUp,
        Self::Plan,
        Self::Publish,
        Self::Day,
        Self::Live,
        Self::Paper,
        Self::Harvest,
    ];

    /// The name of the page.
    pub fn title(self) -> String {
        match self {
            Self::SetUp => t!("event-tab-cafe-set-up"),
            Self::Plan => t!("event-tab-cafe-plan"),
            Self::Publish => t!("event-tab-cafe-publish"),
            Self::Day => t!("event-tab-cafe-day"),
            Self::Live => t!("event-tab-cafe-live"),
            Self::Paper => t!("event-tab-cafe-paper"),
            Self::Harvest => t!("event-tab-cafe-harvest"),
        }
    }

    /// Its part of the address, as [`cafe_page`] takes it.
    pub const fn path(self) -> &'static str {
        match self {
            Self::SetUp => "",
            Self::Plan => "plan",
            Self::Publish => "publish",
            Self::Day => "day",
            Self::Live => "live",
            Self::Paper => "paper",
            Self::Harvest => "harvest",
        }
    }
}

/// Whether events of this kind have the pages of a world café, also before there is one in the agenda.
const fn may_have_cafe(kind: EventKind) -> bool {
    matches!(
        kind,
        EventKind::NetworkMeeting | EventKind::WorldCafe | EventKind::Conference
    )
}

/// The band of the overview: kind, title, state and facts of the event, and the tabs of its pages.
pub fn overview_band(
    network: &Network,
    event: &Event,
    confirmed: u32,
    actions: Option<AnyView>,
) -> Band {
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
    let head = view! {
        <PageHead
            title=details.title.to_string()
            lang=details.language.tag()
            kind=details.kind.name()
            state=state_tag(event.state).into_any()
            facts
            actions
        />
    };
    Band {
        label: t!("event-tabs"),
        head: Some(head.into_any()),
        caption: t!("event-tabs-caption"),
        caption_lang: None,
        page: None,
        tabs: tabs(event, confirmed, (EventTab::Overview, None)),
    }
}

/// The band of every other page of an event: a link to the overview, date and state, and the tabs. The page's
/// `<h1>` names what it is about.
pub fn event_band(network: &Network, event: &Event, confirmed: u32, current: EventTab) -> Band {
    band(network, event, confirmed, (current, None))
}

/// The band of a page of a café. Its tabs stay with that café where the event has several.
pub fn cafe_band(cafe: &Cafe, part: CafePart) -> Band {
    let current = (EventTab::Cafe(part), named_item(cafe));
    band(&cafe.network, &cafe.event, cafe.confirmed, current)
}

fn band(
    network: &Network,
    event: &Event,
    confirmed: u32,
    current: (EventTab, Option<AgendaItemId>),
) -> Band {
    let details = &event.details;
    let overview = format!("/organise/events/{}", event.id);
    let lang = details.language.tag();
    let line = view! {
        <p class="line">
            <a href=overview lang=lang>{details.title.to_string()}</a>
            " "
            <span>{dates().event(details, &network.time_zone)}</span>
            " "
            {state_tag(event.state)}
        </p>
    };
    Band {
        label: t!("event-tabs"),
        head: Some(line.into_any()),
        caption: details.title.to_string(),
        caption_lang: Some(lang),
        page: None,
        tabs: tabs(event, confirmed, current),
    }
}

/// The tabs. The item is that of a café among several.
fn tabs(
    event: &Event,
    confirmed: u32,
    (current, item): (EventTab, Option<AgendaItemId>),
) -> Vec<Tab> {
    let base = format!("/organise/events/{}", event.id);
    let tab = |tab: EventTab, path: &str, label: String| {
        Tab::new(label, format!("{base}{path}"), tab == current)
    };
    let parts = |parts: &[(EventTab, &str, String)]| -> Vec<Tab> {
        parts
            .iter()
            .map(|(part, path, label)| tab(*part, path, label.clone()))
            .collect()
    };
    let registrations = tab(
        EventTab::Registrations,
        "/registrations",
        t!("event-tab-registrations"),
    );
    let registrations = registrations.with_count(confirmed).with_parts(parts(&[
        (
            EventTab::Registrations,
            "/registrations",
            t!("event-tab-list"),
        ),
        (
            EventTab::Invitations,
            "/invitations",
            t!("event-tab-invitations"),
        ),
        (
            EventTab::Contingents,
            "/contingents",
            t!("event-tab-contingents"),
        ),
        (EventTab::Questions, "/questions", t!("event-tab-questions")),
        (
            EventTab::Answers,
            "/registrations/answers",
            t!("answers-title"),
        ),
    ]));
    // A plan of the event stays when its kind becomes another.
    let has_cafe = may_have_cafe(event.details.kind) || matches!(current, EventTab::Cafe(_));
    let cafe = has_cafe.then(|| {
        let page = |part: CafePart, label: String| {
            let href = cafe_page(event.id, item, part.path(), "");
            Tab::new(label, href, current == EventTab::Cafe(part))
        };
        let parts = CafePart::ALL.map(|part| page(part, part.title())).to_vec();
        page(CafePart::SetUp, t!("event-tab-cafe")).with_parts(parts)
    });
    let mut tabs = vec![
        tab(EventTab::Overview, "", t!("event-tab-overview")),
        tab(EventTab::Agenda, "/agenda", t!("event-tab-agenda")),
        registrations,
    ];
    tabs.extend(cafe);
    // Whatever the kind of an event, it may offer workshops in parallel.
    let workshops = tab(EventTab::Workshops, "/workshops", t!("event-tab-workshops"));
    tabs.push(workshops.with_parts(parts(&[
        (EventTab::Workshops, "/workshops", t!("wishes-tab-offer")),
        (EventTab::Wishes, "/workshops/wishes", t!("wishes-tab")),
        (
            EventTab::Bookings,
            "/workshops/bookings",
            t!("bookings-tab"),
        ),
        (
            EventTab::Assignment,
            "/workshops/assignment",
            t!("assignment-tab"),
        ),
        (
            EventTab::Timetables,
            "/workshops/publish",
            t!("timetables-tab"),
        ),
        (
            EventTab::WorkshopDay,
            "/workshops/day",
            t!("workshop-day-tab"),
        ),
    ])));
    // The mails are those of the network, which some members do not see.
    let principal = visit().signed_in();
    if principal.is_ok_and(|principal| !principal.works_for_events_only(event.network)) {
        tabs.push(tab(
            EventTab::Messages,
            "/messages",
            t!("event-tab-messages"),
        ));
    }
    tabs
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
