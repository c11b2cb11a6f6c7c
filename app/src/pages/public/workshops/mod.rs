//! `/events/{slug}/programme`: everything that an event offers, with search, by day and by topic. It has no script.

mod filter;

use std::collections::HashSet;

use leptos::prelude::*;
use model::{
    AgendaItem, AgendaItemKind, Language, Visibility,
    workshops::{SlotWay, Workshop},
};
use planner::{
    agenda::{ScheduledItem, Slot, by_day},
    assignments::PublishedFiles,
    workshops::PlannedProgramme,
};
use ui::{
    components::{Choice, EmptyState, Field, Hidden, InputKind, PageHead, Select, Tag, Tone},
    dates::{Dates, clock, dates, machine},
    markdown,
    paths::EventPath,
    shell::{Audience, Brand, Page, Section, page},
    text::{slot_name, t, with_numbers_kept},
    visit::{language, planner, query},
};

use self::filter::{Filter, days, topics};
use super::offer_about::workshop_facts;
use crate::{
    pages::assignment_files::{AssignmentFiles, about_files},
    routes::param,
};

#[component]
pub fn ProgrammePage() -> impl IntoView {
    page(async {
        let found = planner()
            .open_programme(&param("slug"), query("key").as_deref())
            .await?;
        let published = planner()
            .assignment_files(&param("slug"), query("key").as_deref())
            .await?;
        let details = &found.event.details;
        let audience = match details.visibility {
            Visibility::Public => Audience::Everybody,
            Visibility::Link | Visibility::Invitation => Audience::Person,
        };
        let lang = details.language.tag();
        let title = details.title.to_string();
        let paths = EventPath::current(&found.event.slug);
        let filter = Filter::current();
        let facts = vec![dates().event(details, &found.network.time_zone).into_any()];
        let page_title = t!("programme-page", event = title.as_str());
        Ok(view! {
            <Page
                title=page_title
                brand=Brand::of_event(&found.network, &found.event)
                section=Section::Upcoming
                audience
            >
                <p class="back"><a href=paths.page() lang=lang>{title}</a></p>
                <PageHead title=t!("programme-title") facts/>
                {filters(&found, &filter, &paths)}
                {programme(&found, &filter, &paths)}
                {files(published.as_ref(), &paths)}
            </Page>
        })
    })
}

fn filters(found: &PlannedProgramme, filter: &Filter, paths: &EventPath) -> impl IntoView + use<> {
    let key = query("key").map(|key| view! { <Hidden name="key" value=key/> });
    let days = days(found).into_iter();
    let days: Vec<Choice> = days
        .map(|day| Choice::new(day.to_string(), dates().day(day)))
        .collect();
    let topics: Vec<Choice> = topics(found)
        .into_iter()
        .map(|topic| Choice::new(topic.clone(), topic))
        .collect();
    let by_day = (days.len() > 1).then(|| {
        view! {
            <Select
                name="day"
                label=t!("programme-day")
                value=filter.day.clone()
                choices=days
                none=t!("programme-day-all")
                unmarked=true
            />
        }
    });
    let by_topic = (!topics.is_empty()).then(|| {
        view! {
            <Select
                name="topic"
                label=t!("programme-topic")
                value=filter.topic.clone()
                choices=topics
                none=t!("programme-topic-all")
                unmarked=true
            />
        }
    });
    let all = filter
        .is_set()
        .then(|| view! { <a class="quiet" href=paths.programme()>{t!("programme-all")}</a> });
    view! {
        <form class="filters" method="get" action=paths.programme() role="search">
            {key}
            <Field
                name="search"
                label=t!("programme-search")
                value=filter.search.clone()
                kind=InputKind::Search
            />
            {by_day}
            {by_topic}
            <div class="row">
                <button class="button">{t!("programme-find")}</button>
                {all}
            </div>
        </form>
    }
}

fn programme(
    found: &PlannedProgramme,
    filter: &Filter,
    paths: &EventPath,
) -> impl IntoView + use<> {
    let workshop = |item: &AgendaItem| workshop_of(found, item);
    let agenda: Vec<AgendaItem> = found
        .agenda
        .iter()
        .filter(|item| filter.admits(item, workshop(item)))
        .cloned()
        .collect();
    // A workshop that is offered twice is one.
    let offered = agenda.iter().filter_map(|item| item.offer);
    let workshops: HashSet<_> = offered.map(|offer| offer.workshop).collect();
    let others = agenda.iter().filter(|item| item.offer.is_none()).count();
    let (workshops, all) = (workshops.len(), workshops.len() + others);
    let summary = filter.is_set().then(|| {
        view! { <p role="status">{t!("programme-found", n = all, workshops = workshops)}</p> }
    });
    if agenda.is_empty() {
        let all = paths.programme();
        return view! {
            <EmptyState title=t!("programme-nothing")>
                <p><a href=all>{t!("programme-all")}</a></p>
            </EmptyState>
        }
        .into_any();
    }
    let language = found.event.details.language;
    let days: Vec<_> = by_day(&agenda, found.zone())
        .into_iter()
        .map(|day| {
            let heading = Dates(language).day(day.date);
            let slots: Vec<_> = day
                .slots
                .iter()
                .map(|slot| one_slot(found, slot, filter))
                .collect();
            view! {
                <h2 class="day">{heading}</h2>
                <ol class="agenda">{slots}</ol>
            }
        })
        .collect();
    view! {
        {summary}
        <section class="card programme workshops" lang=language.tag() aria-label=t!("programme-title")>
            {days}
        </section>
    }
    .into_any()
}

/// Problem and plan of the published assignment, to be computed again by anybody.
fn files(published: Option<&PublishedFiles>, paths: &EventPath) -> Option<impl IntoView + use<>> {
    published.map(|files| {
        let says = about_files(files, language());
        view! { <AssignmentFiles says paths=paths.assignment_files()/> }
    })
}

fn workshop_of<'f>(found: &'f PlannedProgramme, item: &AgendaItem) -> Option<&'f Workshop> {
    found.programme.workshop(item.offer?.workshop)
}

fn one_slot(found: &PlannedProgramme, slot: &Slot, filter: &Filter) -> impl IntoView + use<> {
    let language = found.event.details.language;
    let pause = slot
        .items
        .iter()
        .all(|item| item.item.kind == AgendaItemKind::Break);
    let time = time(slot.timing.starts, slot.timing.ends, language);
    // How many run in parallel is not said of what a search found.
    let choice = (slot.is_parallel() && !filter.is_set()).then(|| {
        view! { <b class="choice">{slot_name(slot, language)}</b> }
    });
    let items: Vec<_> = slot
        .items
        .iter()
        .map(|scheduled| view! { <li>{one_item(found, slot, scheduled)}</li> })
        .collect();
    let class = if slot.is_parallel() || slot.items.iter().any(|item| item.item.offer.is_some()) {
        "parallel"
    } else {
        "single"
    };
    view! {
        <li class=pause.then_some("pause")>
            {time}
            <div>{choice}{first_come(found, slot)}<ul class=class>{items}</ul></div>
        </li>
    }
}

/// How people come to a seat where nobody places them.
fn first_come(found: &PlannedProgramme, slot: &Slot) -> Option<impl IntoView + use<>> {
    let offer = slot.items.iter().find_map(|item| item.item.offer)?;
    let way = found.programme.slot(offer.slot)?.way;
    let language = found.event.details.language;
    (way == SlotWay::FirstCome)
        .then(|| view! { <p class="soft">{t!(language => "programme-first-come")}</p> })
}

fn time(
    starts: jiff::civil::DateTime,
    ends: jiff::civil::DateTime,
    language: Language,
) -> impl IntoView {
    let until = Dates(language).until_beside(ends, starts);
    view! {
        <time datetime=machine(starts)>{clock(starts.time())}<span class="until">{until}</span></time>
    }
}

fn one_item(
    found: &PlannedProgramme,
    slot: &Slot,
    scheduled: &ScheduledItem,
) -> impl IntoView + use<> {
    let ScheduledItem { item, timing, .. } = scheduled;
    let language = found.event.details.language;
    let workshop = workshop_of(found, item);
    let own_time = (*timing != slot.timing).then(|| time(timing.starts, timing.ends, language));
    let speakers = item.speakers.as_ref().map(ToString::to_string);
    let room = item.room.as_ref();
    let room = room.map(|room| with_numbers_kept(room.as_str()));
    let who_and_where: Vec<String> = speakers.into_iter().chain(room).collect();
    let who_and_where =
        (!who_and_where.is_empty()).then(|| view! { <small>{who_and_where.join(" · ")}</small> });
    let called_off = item
        .offer
        .is_some_and(|offer| !found.programme.is_planned(offer));
    let called_off = called_off.then(|| {
        view! { " "<Tag text=t!(language => "workshops-called-off") tone=Tone::Bad/> }
    });
    let details = (!item.details.is_empty())
        .then(|| view! { <small class="words">{item.details.to_string()}</small> });
    view! {
        {own_time}
        <span class="title">{item.title.to_string()}{called_off}</span>
        {who_and_where}
        {details}
        {workshop.map(|workshop| about(found, item, workshop))}
    }
}

/// What there is to know about a workshop: in a line, and in a fold.
fn about(
    found: &PlannedProgramme,
    item: &AgendaItem,
    workshop: &Workshop,
) -> impl IntoView + use<> {
    let language = found.event.details.language;
    let details = &workshop.details;
    let most = details
        .most
        .map(|most| t!(language => "programme-most", n = most));
    let facts = workshop_facts(workshop, language, language);
    let line: Vec<String> = facts.into_iter().chain(most).collect();
    let line = (!line.is_empty()).then(|| view! { <small>{line.join(" · ")}</small> });
    let again: Vec<String> = found
        .programme
        .offers_of(workshop.id)
        .filter(|(offer, _)| offer.id != item.id && found.programme.is_planned(offer.key))
        .map(|(_, slot)| Dates(language).moment(slot.starts))
        .collect();
    let again = (!again.is_empty()).then(|| {
        let when = again.join("; ");
        view! { <small>{t!(language => "programme-again", when = when)}</small> }
    });
    let description = (!details.description.is_empty()).then(|| {
        let html = markdown::html(details.description.as_str());
        let title = details.title.to_string();
        view! {
            <details class="more">
                <summary>
                    {t!(language => "programme-about")}
                    <span class="unseen">" "{title}</span>
                </summary>
                <div class="prose" inner_html=html></div>
            </details>
        }
    });
    view! { {line}{again}{description} }
}
