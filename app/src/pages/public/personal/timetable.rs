//! The workshops that the person attends or leads.

use jiff::Timestamp;
use leptos::prelude::*;
use model::{
    RegistrationState,
    workshops::{VisitPart, WorkshopVisit},
};
use planner::timetables::FreeTime;
use ui::{
    components::{Notice, Tag, Tone},
    dates::{clock, dates, machine},
    text::t,
};

use super::OwnRegistration;

/// The timetable of the person. Without a workshop they are told only if an assignment is published: whatever is booked
/// they can still book.
pub(super) fn timetable(mine: &OwnRegistration) -> Option<AnyView> {
    let timetable = &mine.page.workshops;
    if mine.page.registration.state != RegistrationState::Confirmed {
        return None;
    }
    if timetable.visits.is_empty() {
        return timetable.is_published.then(|| {
            view! {
                <Notice tone=Tone::Warn>
                    <p><b>{t!("timetable-none")}</b></p>
                    <p>{t!("timetable-none.text")}</p>
                </Notice>
            }
            .into_any()
        });
    }
    let mut day = None;
    let visits = timetable.visits.iter();
    let visits = visits.map(|(visit, _)| (visit.begins, row(mine, visit).into_any()));
    let free = timetable.free.iter();
    let free = free.map(|time| (time.begins, free_row(mine, time).into_any()));
    let mut rows: Vec<(Timestamp, AnyView)> = visits.chain(free).collect();
    rows.sort_by_key(|(begins, _)| *begins);
    let rows = rows.into_iter().map(|(begins, row)| {
        let date = local(mine, begins).date();
        let heading = (day != Some(date)).then(|| {
            day = Some(date);
            view! { <li class="day"><h3>{dates().day(date)}</h3></li> }
        });
        view! { {heading} {row} }
    });
    let rows = rows.collect_view();
    let has_address = !mine.page.registration.person.address.is_stand_in();
    let calendar = has_address
        .then(|| view! { <p class="soft small unprinted">{t!("timetable-calendar")}</p> });
    Some(
        view! {
            <section class="card" aria-labelledby="timetable">
                <h2 id="timetable">{t!("timetable-title")}</h2>
                <ol class="timetable">{rows}</ol>
                {calendar}
                {swaps(mine)}
            </section>
        }
        .into_any(),
    )
}

/// The way to the page on which seats are exchanged.
fn swaps(mine: &OwnRegistration) -> Option<impl IntoView + use<>> {
    let offered = mine.page.workshops.swaps?;
    let href = mine.paths.swaps();
    let (text, class) = match offered {
        0 => (t!("swaps-personal"), "button"),
        n => (t!("swaps-personal-offered", n = n), "button first"),
    };
    Some(view! {
        <div class="unprinted">
            <p>{text}</p>
            <p><a class=class href=href>{t!("swaps-personal-go")}</a></p>
        </div>
    })
}

fn row(mine: &OwnRegistration, visit: &WorkshopVisit) -> impl IntoView + use<> {
    let now = ui::visit::visit().now;
    let lang = mine.page.open.event.details.language.tag();
    let begins = local(mine, visit.begins);
    let time = time(mine, (visit.begins, visit.ends));
    let is_now = visit.begins <= now && now < visit.ends;
    let current = is_now.then(|| view! { <Tag text=t!("timetable-now") tone=Tone::Good/> });
    let room = visit
        .room
        .clone()
        .map(|room| view! { <p><b>{room}</b></p> });
    let who = match (visit.part, &visit.speakers) {
        (VisitPart::Leads, _) => Some(t!("timetable-leads")),
        (VisitPart::Attends, Some(speakers)) => {
            Some(t!("timetable-led-by", speakers = speakers.as_str()))
        }
        (VisitPart::Attends, None) => None,
    };
    let who = who.map(|who| view! { <p class="soft small">{who}</p> });
    view! {
        <li aria-current=is_now.then_some("time")>
            <time datetime=machine(begins)>{time}</time>
            <div>
                <p><span lang=lang>{visit.title.clone()}</span>" "{current}</p>
                {room}
                {who}
            </div>
        </li>
    }
}

/// A time at which the person has no workshop.
fn free_row(mine: &OwnRegistration, free: &FreeTime) -> impl IntoView + use<> {
    let begins = machine(local(mine, free.begins));
    let time = time(mine, (free.begins, free.ends));
    view! {
        <li>
            <time datetime=begins>{time}</time>
            <p class="soft">{t!("timetable-free")}</p>
        </li>
    }
}

/// *14:00–15:30 Uhr*.
fn time(mine: &OwnRegistration, (begins, ends): (Timestamp, Timestamp)) -> String {
    t!(
        "way-time",
        begins = clock(local(mine, begins).time()),
        ends = clock(local(mine, ends).time())
    )
}

fn local(mine: &OwnRegistration, at: Timestamp) -> jiff::civil::DateTime {
    let zone = mine.page.open.event.details.time_zone.rules();
    at.to_zoned(zone.clone()).datetime()
}
