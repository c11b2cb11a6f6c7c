//! `/registration/{token}`: the state and data of a registration.

use leptos::prelude::*;
use model::{Answer, Event, RegistrationState, Visibility, workshops::BookingState};
use planner::registrations::Availability;
use ui::{
    components::{Icon, IconFact, IconList, Notice, PageHead, Tag, Tone},
    dates::dates,
    forms::last_result,
    paths::EventPath,
    shell::{Page, page},
    text::{Named, state_name, t},
    visit::{language, visit},
};

use super::{OwnRegistration, status::status, timetable::timetable, way::way};
use crate::pages::public::{
    calendar_links::{EntryPlace, calendar_links},
    facts::{OnlineLink, contact, facts, place},
    programme::programme,
};

#[component]
pub fn RegistrationPage() -> impl IntoView {
    page(async {
        let mine = OwnRegistration::load().await?;
        let event = &mine.page.open.event;
        let state = mine.page.registration.state;
        let done = match last_result().as_deref() {
            Some("saved") => Some(t!("personal-saved")),
            _ => None,
        };
        let done = done.map(|done| {
            view! { <Notice tone=Tone::Good><p><b>{done}</b></p></Notice> }
        });
        let head = view! {
            <PageHead
                title=event.details.title.to_string()
                lang=event.details.language.tag()
                kind=t!("personal-title")
                state=view! { <Tag text=state_name(state, &event.details, language()) tone=tone(state)/> }.into_any()
                facts=facts(&mine.page.open.network, event)
            />
        };
        let brand = mine.brand();
        let (timetable, way) = (timetable(&mine), way(&mine));
        // On the day, people look for their table or their room.
        let order = if timetable.is_some() || way.is_some() {
            "cols aside-last"
        } else {
            "cols aside-first"
        };
        Ok(view! {
            <Page title=t!("personal-title") brand>
                {head}
                {done}
                {status(&mine)}
                <div class=order>
                    {appointment(&mine)}
                    <div class="stack">
                        {timetable}
                        {way}
                        {bookings(&mine)}
                        {wishes(&mine)}
                        {data(&mine)}
                        {programme(&mine.page.open, event_path(&mine.page.open.event).as_ref())}
                    </div>
                </div>
            </Page>
        })
    })
}

const fn tone(state: RegistrationState) -> Tone {
    match state {
        RegistrationState::Confirmed => Tone::Good,
        RegistrationState::Pending | RegistrationState::Waitlisted => Tone::Warn,
        RegistrationState::Declined | RegistrationState::Cancelled => Tone::Plain,
    }
}

/// The public pages of the event. `None`: those who are invited see it through their links only.
pub(in super::super) fn event_path(event: &Event) -> Option<EventPath> {
    let key = match event.details.visibility {
        Visibility::Public => "",
        Visibility::Link => event.link_key.as_str(),
        Visibility::Invitation => return None,
    };
    Some(EventPath::of(&event.slug, key))
}

/// Date and place of the event, the calendar for whoever may come, and the link to cancel.
fn appointment(mine: &OwnRegistration) -> impl IntoView + use<> {
    let event = &mine.page.open.event;
    let online = if mine.page.registration.state == RegistrationState::Confirmed {
        OnlineLink::Shown
    } else {
        OnlineLink::ComesWithTheSeat
    };
    let cancel = mine.can_be_changed().then(|| {
        view! { <a class="button harm" href=mine.paths.cancel()>{t!("personal-cancel")}</a> }
    });
    let public = event_path(event).map(|paths| {
        view! { <p><a href=paths.page()>{t!("personal-event")}</a></p> }
    });
    let takes_part = mine.page.registration.state.is_active()
        && !matches!(
            mine.availability,
            Availability::Cancelled | Availability::Over
        );
    let calendar = takes_part.then(|| {
        let place = match online {
            OnlineLink::Shown => EntryPlace::WithOnlineLink,
            OnlineLink::ComesWithTheSeat => EntryPlace::Public,
        };
        let page = (event.details.visibility == Visibility::Public)
            .then(|| EventPath::of(&event.slug, "").page());
        IconFact::new(
            Icon::Calendar,
            calendar_links(event, mine.paths.calendar(), page, place),
        )
    });
    let facts = [
        calendar,
        place(event, online),
        Some(contact(&mine.page.open.network)),
    ];
    view! {
        <aside class="card" aria-labelledby="appointment">
            <h2 id="appointment">{t!("personal-appointment")}</h2>
            <IconList facts=facts.into_iter().flatten().collect()/>
            {public}
            {cancel}
        </aside>
    }
}

/// The way to the wishes for workshops.
fn wishes(mine: &OwnRegistration) -> Option<impl IntoView + use<>> {
    let wishes = mine.page.open.wishes.as_ref()?;
    if !mine.page.registration.state.is_active() {
        return None;
    }
    let is_assigned =
        wishes.assigned.is_some() && mine.page.registration.state == RegistrationState::Confirmed;
    // While people can wish, the state at the top of the page leads there.
    let is_open = wishes.is_open(&mine.page.open.event, visit().now);
    if is_open && !is_assigned {
        return None;
    }
    let closes = dates().when(&wishes.closes);
    let text = if is_open {
        t!("wishes-personal.open", closes = closes)
    } else {
        t!("wishes-personal.closed", closes = closes)
    };
    let why = is_assigned.then(|| {
        view! { <a class="button" href=mine.paths.assignment()>{t!("explained-link")}</a> }
    });
    Some(view! {
        <section class="card" aria-labelledby="wishes">
            <h2 id="wishes">{t!("wishes-personal")}</h2>
            <p>{text}</p>
            <p class="row">
                {why}
                <a class="button" href=mine.paths.wishes("")>{t!("wishes-personal-see")}</a>
            </p>
        </section>
    })
}

/// The way to book workshops, and the waiting lists that the person is on. The seats are in the timetable.
fn bookings(mine: &OwnRegistration) -> Option<impl IntoView + use<>> {
    let own = mine.page.bookings.as_ref()?;
    let registration = &mine.page.registration;
    if !registration.state.is_active() {
        return None;
    }
    let event = &mine.page.open.event;
    let waits = own.bookings.iter().filter_map(|booking| {
        let BookingState::Waiting { place } = booking.state else {
            return None;
        };
        let slot = own.programme.slot(booking.offer.slot)?;
        let workshop = own.programme.workshop(booking.offer.workshop)?;
        Some((slot, workshop, place))
    });
    let mut waits: Vec<_> = waits.collect();
    waits.sort_by_key(|(slot, ..)| slot.starts);
    let lang = event.details.language.tag();
    let items: Vec<_> = waits
        .into_iter()
        .map(|(slot, workshop, place)| {
            view! {
                <li>
                    {dates().moment(slot.starts)}": "
                    <b lang=lang>{workshop.details.title.to_string()}</b>
                    " "
                    <Tag text=t!("bookings-place", n = place) tone=Tone::Warn/>
                </li>
            }
        })
        .collect();
    let has_booked = own
        .bookings
        .iter()
        .any(|booking| booking.state == BookingState::Seated);
    let has_seat = registration.state == RegistrationState::Confirmed;
    let now = visit().now;
    let is_open = has_seat
        && own
            .programme
            .slots
            .iter()
            .any(|slot| slot.takes_bookings(event, now));
    let content = if has_seat {
        let seats = if has_booked {
            t!("bookings-personal.seats")
        } else {
            t!("bookings-personal.none")
        };
        let waits = (!items.is_empty()).then(|| view! { <ul>{items}</ul> });
        view! { <p>{seats}</p>{waits} }.into_any()
    } else {
        view! { <p>{t!("bookings-personal.waiting")}</p> }.into_any()
    };
    let (label, class) = if is_open {
        (t!("bookings-personal-go"), "button first")
    } else {
        (t!("bookings-personal-see"), "button")
    };
    Some(view! {
        <section class="card" aria-labelledby="bookings">
            <h2 id="bookings">{t!("bookings-personal")}</h2>
            {content}
            <p><a class=class href=mine.paths.workshops()>{label}</a></p>
        </section>
    })
}

/// The data of the registration.
fn data(mine: &OwnRegistration) -> impl IntoView + use<> {
    let registration = &mine.page.registration;
    let person = &registration.person;
    let lang = mine.page.open.event.details.language.tag();
    let organisation = person.organisation_name.as_ref().map(|name| {
        view! {
            <dt>{t!("register-organisation")}</dt>
            <dd>{name.to_string()}</dd>
        }
    });
    let answers = mine
        .page
        .open
        .questions
        .iter()
        .map(|question| {
            let answer = registration
                .answers
                .get(question.id)
                .and_then(|answer| match answer {
                    Answer::YesNo(yes) => yes.then(|| t!("personal-yes")),
                    answer => answer.shown(),
                });
            view! {
                <dt lang=lang>{question.label.to_string()}</dt>
                <dd class="words">{answer.unwrap_or_else(|| "–".to_owned())}</dd>
            }
        })
        .collect_view();
    let change = mine.can_be_changed().then(|| {
        view! {
            <div class="row">
                <a class="button" href=mine.paths.change()>{t!("personal-change")}</a>
            </div>
        }
    });
    view! {
        <section class="card" aria-labelledby="data">
            <h2 id="data">{t!("personal-data")}</h2>
            <dl class="values">
                <dt>{t!("personal-name")}</dt>
                <dd>{person.name()}</dd>
                <dt>{t!("register-address")}</dt>
                <dd>{person.address.to_string()}</dd>
                {organisation}
                <dt>{t!("register-language")}</dt>
                <dd lang=person.language.tag()>{person.language.name()}</dd>
                {answers}
            </dl>
            {change}
            <p class="soft small">{t!("personal-link-is-secret")}</p>
        </section>
    }
}
