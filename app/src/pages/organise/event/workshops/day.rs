//! `/organise/events/{id}/workshops/day`: who is where now, for the desk. Found by name, or by the rooms of a slot.

use jiff::{Timestamp, civil::DateTime};
use leptos::prelude::*;
use model::{
    RegistrationId, search_key,
    workshops::{VisitPart, WorkshopVisit},
};
use planner::timetables::{DayPerson, FreeTime, Roster, WorkshopDay};
use ui::{
    components::{EmptyState, PageHead, Tag, Tone},
    dates::{clock, dates},
    shell::{Page, Section, page},
    text::t,
    visit::{planner, query, visit},
};

use super::super::head::{EventTab, event_band};
use crate::{api::authorise::reads_event, routes::param};

/// People that a search shows.
const FOUND: usize = 50;

#[component]
pub fn WorkshopDayPage() -> impl IntoView {
    page(async {
        let (event, access) = reads_event(&param("id"))?;
        let day = planner().workshop_day(&access).await?;
        let desk = Desk::new(&day);
        let confirmed = u32::try_from(day.people.len()).unwrap_or(u32::MAX);
        let band = event_band(&day.network, &day.event, confirmed, EventTab::WorkshopDay);
        let base = format!("/organise/events/{event}/workshops");
        let organises = visit().signed_in()?.organises(day.network.id).is_ok();
        let content = match &day.rosters {
            None => view! {
                <EmptyState title=t!("workshop-day-none")>
                    <p>{t!("workshop-day-none.text")}</p>
                    <p><a class="button" href=format!("{base}/publish")>{t!("workshop-day-none.action")}</a></p>
                </EmptyState>
            }
            .into_any(),
            Some(rosters) => {
                let lists = organises.then(|| {
                    view! { <a class="button" href=format!("{base}/lists")>{t!("workshop-lists")}</a> }
                });
                let list = if desk.search.is_empty() {
                    desk.rooms(rosters).into_any()
                } else {
                    desk.found().into_any()
                };
                view! {
                    {desk.form()}
                    {list}
                    <div class="row unprinted">
                        <a class="button" href=format!("{base}/signs")>{t!("workshop-signs")}</a>
                        <a class="button" href=format!("{base}/timetables")>{t!("workshop-timetables")}</a>
                        {lists}
                    </div>
                }
                .into_any()
            }
        };
        Ok(view! {
            <Page
                title=t!("workshop-day-title")
                brand=&day.network
                section=Section::Events
                band
            >
                <PageHead title=t!("workshop-day-title")/>
                {content}
            </Page>
        })
    })
}

/// What the desk asks for.
struct Desk<'a> {
    day: &'a WorkshopDay,
    search: String,
    /// Beginning and end of the slot that is shown.
    slot: Option<(Timestamp, Timestamp)>,
}

impl<'a> Desk<'a> {
    fn new(day: &'a WorkshopDay) -> Self {
        let asked = query("slot").and_then(|second| second.parse::<i64>().ok());
        let rosters = day.rosters.as_deref().unwrap_or_default();
        let asked = rosters
            .iter()
            .find(|roster| Some(roster.begins.as_second()) == asked);
        Self {
            search: query("q").unwrap_or_default().trim().to_owned(),
            slot: asked
                .map(|roster| (roster.begins, roster.ends))
                .or_else(|| day.present_slot(visit().now)),
            day,
        }
    }

    fn local(&self, at: Timestamp) -> DateTime {
        let zone = self.day.event.details.time_zone.rules();
        at.to_zoned(zone.clone()).datetime()
    }

    /// The time of a slot; with its day where the event has several.
    fn time(&self, (begins, ends): (Timestamp, Timestamp)) -> String {
        let (begins, ends) = (self.local(begins), self.local(ends));
        let time = t!(
            "way-time",
            begins = clock(begins.time()),
            ends = clock(ends.time())
        );
        let details = &self.day.event.details;
        if details.starts.local.date() == details.ends.local.date() {
            return time;
        }
        format!("{}, {time}", dates().day(begins.date()))
    }

    fn form(&self) -> impl IntoView + use<> {
        let (search, path) = (self.search.clone(), self.path());
        let all = (!search.is_empty()).then(|| {
            view! { <a class="button" href=path.clone()>{t!("workshop-day-all")}</a> }
        });
        view! {
            <form class="day-search unprinted" method="get" action=path.clone() role="search">
                <label class="unseen" for="q">{t!("workshop-day-search")}</label>
                <input
                    id="q"
                    name="q"
                    type="search"
                    value=search
                    placeholder=t!("workshop-day-search")
                    autocomplete="off"
                    enterkeyhint="search"
                />
                <button class="button">{t!("workshop-day-find")}</button>
                {all}
            </form>
        }
    }

    fn path(&self) -> String {
        format!("/organise/events/{}/workshops/day", self.day.event.id)
    }

    /// The workshops of a slot with everybody in them.
    fn rooms(&self, rosters: &[Roster]) -> impl IntoView + use<> {
        let times: Vec<(Timestamp, Timestamp)> = self.day.event_slots().collect();
        let links = times.iter().map(|time| {
            let current = (Some(*time) == self.slot).then_some("page");
            let href = format!("{}?slot={}", self.path(), time.0.as_second());
            view! { <a href=href aria-current=current>{self.time(*time)}</a> }
        });
        let links = (times.len() > 1).then(|| {
            let links = links.collect_view();
            view! { <nav class="segment" aria-label=t!("workshop-day-slots")>{links}</nav> }
        });
        let is_now = self
            .slot
            .is_some_and(|(begins, ends)| begins <= visit().now && visit().now < ends);
        let now = is_now.then(|| view! { <Tag text=t!("timetable-now") tone=Tone::Good/> });
        let heading = self.slot.map(|slot| self.time(slot));
        let mut shown: Vec<&Roster> = rosters
            .iter()
            .filter(|roster| Some((roster.begins, roster.ends)) == self.slot)
            .collect();
        shown.sort_by(|one, other| one.room.cmp(&other.room));
        let rows = shown
            .into_iter()
            .map(|roster| self.room(roster))
            .collect_view();
        view! {
            {links}
            <section class="card" aria-labelledby="slot">
                <h2 id="slot">{heading}" "{now}</h2>
                <ul class="rosters">{rows}</ul>
            </section>
        }
    }

    fn room(&self, roster: &Roster) -> impl IntoView + use<> {
        let lang = self.day.event.details.language.tag();
        let count = match roster.most {
            Some(most) => t!("workshop-day-count-of", n = roster.people.len(), of = most),
            None => t!("workshop-day-count", n = roster.people.len()),
        };
        let names = roster
            .people
            .iter()
            .filter_map(|person| self.person(*person))
            .map(|person| view! { <li>{name_and_house(person)}</li> })
            .collect_view();
        let speakers = roster
            .speakers
            .as_ref()
            .map(|speakers| t!("timetable-led-by", speakers = speakers.as_str()))
            .map(|speakers| view! { <p class="soft small">{speakers}</p> });
        view! {
            <li>
                <p><b>{room_or_none(roster.room.as_ref())}</b></p>
                <div>
                    <p lang=lang>{roster.title.clone()}</p>
                    {speakers}
                    <details>
                        <summary>{count}</summary>
                        <ul class="plain">{names}</ul>
                    </details>
                </div>
            </li>
        }
    }

    fn person(&self, id: RegistrationId) -> Option<&DayPerson> {
        let mut people = self.day.people.iter();
        people.find(|person| person.registration.id == id)
    }

    /// The people whose name or organisation has the words of the search, each with their timetable.
    fn found(&self) -> impl IntoView + use<> {
        let key = search_key(&self.search);
        let words: Vec<&str> = key.split_whitespace().collect();
        let people: Vec<&DayPerson> = self
            .day
            .people
            .iter()
            .filter(|person| {
                let text = search_key(&name_and_house(person));
                words.iter().all(|word| text.contains(word))
            })
            .collect();
        let led = self.led_by(&words);
        if people.is_empty() && led.is_empty() {
            return view! {
                <EmptyState title=t!("workshop-day-nobody", search = self.search.as_str())>
                    <p>{t!("workshop-day-nobody.text")}</p>
                </EmptyState>
            }
            .into_any();
        }
        let more = people.len().saturating_sub(FOUND);
        let more = (more > 0).then(|| view! { <p class="hint">{t!("publish-more", n = more)}</p> });
        let cards = people
            .into_iter()
            .take(FOUND)
            .map(|person| self.card(person))
            .collect_view();
        let led = (!led.is_empty()).then(|| {
            let rows = led
                .into_iter()
                .map(|roster| self.led_row(roster))
                .collect_view();
            view! {
                <section class="card">
                    <h2>{t!("workshop-day-led")}</h2>
                    <ol class="timetable">{rows}</ol>
                </section>
            }
        });
        view! { <div class="stack">{cards}{led}</div>{more} }.into_any()
    }

    /// The workshops whose speakers have the words of the search. Speakers need no seat at the event.
    fn led_by(&self, words: &[&str]) -> Vec<&Roster> {
        let rosters = self.day.rosters.iter().flatten();
        rosters
            .filter(|roster| {
                let speakers = roster.speakers.as_deref().unwrap_or_default();
                let speakers = search_key(speakers);
                !speakers.is_empty() && words.iter().all(|word| speakers.contains(word))
            })
            .collect()
    }

    fn led_row(&self, roster: &Roster) -> impl IntoView + use<> {
        let lang = self.day.event.details.language.tag();
        let time = self.time((roster.begins, roster.ends));
        let speakers = roster.speakers.clone().unwrap_or_default();
        view! {
            <li>
                <span>{time}</span>
                <div>
                    <p><b>{room_or_none(roster.room.as_ref())}</b></p>
                    <p lang=lang>{roster.title.clone()}</p>
                    <p class="soft small">{t!("timetable-led-by", speakers = speakers)}</p>
                </div>
            </li>
        }
    }

    fn card(&self, person: &DayPerson) -> impl IntoView + use<> {
        let visits = person.visits.iter();
        let visits = visits.map(|visit| (visit.begins, self.row(visit).into_any()));
        let free = person.free.iter();
        let free = free.map(|time| (time.begins, self.free_row(time).into_any()));
        let mut rows: Vec<(Timestamp, AnyView)> = visits.chain(free).collect();
        rows.sort_by_key(|(begins, _)| *begins);
        let rows = if rows.is_empty() {
            view! { <p class="soft">{t!("workshop-day-no-workshop")}</p> }.into_any()
        } else {
            let rows: Vec<AnyView> = rows.into_iter().map(|(_, row)| row).collect();
            view! { <ol class="timetable">{rows}</ol> }.into_any()
        };
        view! {
            <section class="card">
                <h2>{name_and_house(person)}</h2>
                {rows}
            </section>
        }
    }

    fn row(&self, visit: &WorkshopVisit) -> impl IntoView + use<> {
        let now = ui::visit::visit().now;
        let is_now = visit.begins <= now && now < visit.ends;
        let tag = is_now.then(|| view! { <Tag text=t!("timetable-now") tone=Tone::Good/> });
        let time = self.time((visit.begins, visit.ends));
        let leads = (visit.part == VisitPart::Leads)
            .then(|| view! { <p class="soft small">{t!("workshop-day-leads")}</p> });
        view! {
            <li aria-current=is_now.then_some("time")>
                <span>{time}</span>
                <div>
                    <p><b>{room_or_none(visit.room.as_ref())}</b>" "{tag}</p>
                    <p>{visit.title.clone()}</p>
                    {leads}
                </div>
            </li>
        }
    }

    /// A time at which somebody has no workshop, although others have.
    fn free_row(&self, free: &FreeTime) -> impl IntoView + use<> {
        let time = self.time((free.begins, free.ends));
        view! { <li><span>{time}</span><p class="soft">{t!("timetable-free")}</p></li> }
    }
}

fn room_or_none(room: Option<&String>) -> String {
    room.cloned().unwrap_or_else(|| t!("workshop-day-no-room"))
}

fn name_and_house(person: &DayPerson) -> String {
    let person = &person.registration.person;
    match &person.organisation_name {
        Some(organisation) => format!("{}, {organisation}", person.name()),
        None => person.name(),
    }
}
