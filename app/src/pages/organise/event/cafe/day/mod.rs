//! `/organise/events/{id}/cafe/day`: who is there. Made for a phone in one hand.

mod person;
mod rounds;

use leptos::prelude::*;
use model::RegistrationId;
use planner::cafes::{CafeDay, CafePerson, DayState};
use ui::{
    components::{EmptyState, Notice, PageHead, PostButton, Tone},
    dates::dates,
    forms::last_result,
    shell::{Page, Section, page},
    text::{t, waits_for},
    visit::{planner, query, visit},
};

use self::person::{fields, present_button, row, seat_now};
use super::{
    super::head::{CafePart, cafe_band},
    page_without_cafe,
    several::{asked_item, item_field, other_cafes},
};
use crate::{
    api::{
        actions::AdmitWaiting,
        authorise::reads_event,
        cafe::{cafe_page, named_item},
    },
    routes::param,
};

/// What the principal may do on this page.
#[derive(Clone, Copy)]
struct Rights {
    helps: bool,
    organises: bool,
}

#[component]
pub fn CafeDayPage() -> impl IntoView {
    page(async {
        let (_, access) = reads_event(&param("id"))?;
        let item = asked_item()?;
        let day = match planner().cafe_day(&access, item).await {
            Ok(day) => Some(day),
            Err(planner::PlannerError::WrongState) => None,
            Err(error) => return page_without_cafe(&access, CafePart::Day, error).await,
        };
        let part = CafePart::Day;
        let Some(day) = day else {
            let cafe = planner().cafe(&access, item).await?;
            let href = cafe_page(cafe.event.id, item, "", "");
            return Ok(view! {
                <Page
                    title=t!("day-title")
                    brand=&cafe.network
                    section=Section::Events
                    band=cafe_band(&cafe, part)
                >
                    <PageHead title=t!("day-title")/>
                    <EmptyState title=t!("day-no-plan")>
                        <p><a class="button" href=href>{t!("day-no-plan.action")}</a></p>
                    </EmptyState>
                </Page>
            }
            .into_any());
        };
        let cafe = &day.cafe;
        let principal = visit().signed_in()?;
        let rights = Rights {
            helps: principal.may_help_at(cafe.network.id, cafe.event.id),
            organises: principal.organises(cafe.network.id).is_ok(),
        };
        let search = query("q").unwrap_or_default();
        let band = cafe_band(cafe, part);
        let facts = vec![round_fact(&day).into_any()];
        let others = other_cafes(cafe, CafePart::Day);
        let (count, done) = (count(&day), done(&day, rights, &search));
        let search_form = search_form(&day, &search);
        let list = list(&day, rights, &search);
        let repair = repair(&day);
        let walk_in = rights.organises.then(|| walk_in(&day, &search));
        Ok(view! {
            <Page title=t!("day-title") brand=&cafe.network section=Section::Events band>
                <PageHead title=t!("day-title") facts/>
                {others}
                <div class="cols aside-first">
                    <aside class="stack">
                        {repair}
                        {walk_in}
                    </aside>
                    <div class="stack">
                        {count}
                        {done}
                        {search_form}
                        {list}
                    </div>
                </div>
            </Page>
        }
        .into_any())
    })
}

/// Which round it is.
fn round_fact(day: &CafeDay) -> impl IntoView + use<> {
    let rounds = day.rounds();
    match day.begun {
        0 => t!("day-before"),
        begun if begun >= rounds => t!("day-last", round = rounds),
        begun => t!("day-round", round = begun, of = rounds),
    }
}

fn count(day: &CafeDay) -> impl IntoView + use<> {
    let all = day.cafe.people.len();
    let missing = day.count(DayState::Missing);
    let there = day.count_there();
    let later = all.saturating_sub(there).saturating_sub(missing);
    let later = (later > 0).then(|| {
        view! { " · "<span class="soft">{t!("day-later", n = later)}</span> }
    });
    view! {
        <div class="attendance">
            <p><b class="figure">{there}</b>" "{t!("day-there", of = all)}" · "<span class="soft">{t!("day-missing", n = missing)}</span>{later}</p>
            <meter min="0" max=all.max(1).to_string() value=there.to_string() aria-label=t!("day-meter", n = there, of = all)></meter>
        </div>
    }
}

/// The person who was marked last, with a way back.
fn done(day: &CafeDay, rights: Rights, search: &str) -> Option<impl IntoView + use<>> {
    let done = last_result()?;
    let person = query("person").and_then(|id| id.parse::<RegistrationId>().ok());
    let found = day.cafe.people.iter().find(|one| Some(one.id) == person);
    let name = found.map(CafePerson::name).unwrap_or_default();
    let seat = found
        .and_then(|person| seat_now(day, person.id))
        .map(|seat| view! { <p>{seat}</p> });
    let (text, tone) = match done.as_str() {
        "missing" => (t!("day-done-missing", name = name), Tone::Warn),
        "present" => (t!("day-done-present", name = name), Tone::Good),
        "rounds" => (rounds::said(day, found?), Tone::Good),
        "admitted" | "added" => (t!("day-done-added", name = name), Tone::Good),
        "waits" => (
            t!("day-done-waits", waits = waits_for(&day.cafe.event.details)),
            Tone::Warn,
        ),
        "repaired" => (t!("day-done-repaired"), Tone::Good),
        "planned" => (t!("day-done-planned"), Tone::Good),
        _ => return None,
    };
    let undo = found.filter(|_| rights.helps).and_then(|person| {
        (done == "missing" && day.state_of(person.id) == DayState::Missing)
            .then(|| present_button(day, person, search, t!("day-undo")).into_any())
    });
    let cards = changed_cards(day);
    Some(view! {
        <div id="done">
            <Notice tone action=undo.or(cards)>
                <div role="status">
                    <p><b>{text}</b></p>
                    {seat}
                </div>
            </Notice>
        </div>
    })
}

/// Where a repair has made another version: the cards of those with other seats.
fn changed_cards(day: &CafeDay) -> Option<AnyView> {
    let number = |name: &str| query(name)?.parse::<u32>().ok();
    let (before, after) = (number("changed")?, number("version")?);
    let item = named_item(&day.cafe);
    let asked = format!("version={after}&changed={before}");
    let href = cafe_page(day.cafe.event.id, item, "paper/cards", &asked);
    Some(view! { <a class="button small" href=href>{t!("day-changed-cards")}</a> }.into_any())
}

fn search_form(day: &CafeDay, search: &str) -> impl IntoView + use<> {
    let event = day.cafe.event.id;
    let item = item_field(&day.cafe);
    let item = (!item.is_empty()).then(|| view! { <input type="hidden" name="item" value=item/> });
    let clear = (!search.is_empty()).then(|| {
        let href = cafe_page(event, day.cafe.item.as_ref().map(|item| item.id), "day", "");
        view! { <a class="button" href=href>{t!("day-search-clear")}</a> }
    });
    view! {
        <form class="day-search" method="get" action=format!("/organise/events/{event}/cafe/day") role="search">
            {item}
            <label class="unseen" for="day-q">{t!("day-search")}</label>
            <input
                id="day-q"
                type="search"
                name="q"
                value=search.to_owned()
                placeholder=t!("day-search")
                autocomplete="off"
                enterkeyhint="search"
            />
            <button class="button">{t!("day-search-go")}</button>
            {clear}
        </form>
    }
}

/// Everybody whose name or organisation has the words. Who is missing stands first.
fn list(day: &CafeDay, rights: Rights, search: &str) -> AnyView {
    let words: Vec<String> = search
        .to_lowercase()
        .split_whitespace()
        .map(str::to_owned)
        .collect();
    let matches = |person: &&CafePerson| {
        let text = format!(
            "{} {}",
            person.name(),
            person.organisation_name.as_deref().unwrap_or_default()
        );
        let text = text.to_lowercase();
        words.iter().all(|word| text.contains(word))
    };
    let mut people: Vec<&CafePerson> = day.cafe.people.iter().filter(matches).collect();
    people.sort_by_key(|person| {
        day.state_of(person.id) == DayState::There && !day.is_there_in_part(person.id)
    });
    if people.is_empty() {
        let text = if search.is_empty() {
            t!("day-nobody")
        } else {
            t!("day-not-found", name = search)
        };
        return view! { <EmptyState title=text><p>{t!("day-nobody.text")}</p></EmptyState> }
            .into_any();
    }
    let rows = people
        .into_iter()
        .map(|person| row(day, person, rights, search))
        .collect_view();
    view! { <ul class="attendees" aria-label=t!("day-list")>{rows}</ul> }.into_any()
}

/// What the marks mean for the plan.
fn repair(day: &CafeDay) -> impl IntoView + use<> {
    let missing = day.count(DayState::Missing);
    let joined = day.count(DayState::WithoutTable);
    let has_version = day.version.is_some();
    let set_up = day.cafe.set_up();
    let hostless: Vec<String> = day
        .without_host()
        .into_iter()
        .filter_map(|table| Some(set_up.table(table)?.name.to_string()))
        .collect();
    let is_due = has_version && (joined > 0 || day.has_empty_seats());
    let hosts_gone = (!hostless.is_empty()).then(|| {
        let says = t!(
            "day-hosts-gone",
            n = hostless.len(),
            tables = hostless.join(", ")
        );
        view! { <p class="warn">{says}</p> }
    });
    let people = day.cafe.people.iter();
    let in_part = people
        .filter(|person| day.is_there_in_part(person.id))
        .count();
    let title = match (missing, joined, in_part) {
        (0, 0, 0) => t!("day-plan-fits"),
        (0, 0, _) => t!("day-plan-nobody-missing"),
        _ => t!("day-plan-misses", missing = missing, joined = joined),
    };
    let broken = day.broken_rules();
    let in_part = (in_part > 0).then(|| view! { <p>{t!("day-plan-in-part", n = in_part)}</p> });
    let rounds = day.rounds();
    let text = if is_due && day.begun >= rounds {
        t!("day-plan-over")
    } else if is_due {
        t!("day-plan-repair")
    } else if broken > 0 {
        t!("day-plan-breaks", n = broken)
    } else {
        t!("day-plan-as-is")
    };
    let item = day.cafe.item.as_ref().map(|item| item.id);
    let href = cafe_page(day.cafe.event.id, item, "repair", "");
    let link = (is_due && day.begun < rounds)
        .then(|| view! { <a class="button first" href=href>{t!("day-repair")}</a> });
    view! {
        <section class="card" aria-labelledby="day-plan">
            <h2 id="day-plan">{title}</h2>
            {in_part}
            {hosts_gone}
            <p>{text}</p>
            {link}
            {cards(day)}
        </section>
    }
}

/// The cards that have changed with the last publication.
fn cards(day: &CafeDay) -> Option<impl IntoView + use<>> {
    let changed = day.reseated.as_ref()?;
    let version = day.version.as_ref()?.head.number;
    let asked = format!("version={version}&changed={}", changed.before);
    let href = cafe_page(
        day.cafe.event.id,
        named_item(&day.cafe),
        "paper/cards",
        &asked,
    );
    let zone = &day.cafe.event.details.time_zone;
    let when = dates().brief(&zone.clock(changed.since));
    let text = t!("day-cards", n = changed.people.len(), when = when);
    Some(view! {
        <p class="soft">{text}</p>
        <p><a class="button" href=href>{t!("day-changed-cards")}</a></p>
    })
}

/// Who walked in: somebody new, or somebody from the waiting list.
fn walk_in(day: &CafeDay, search: &str) -> impl IntoView + use<> {
    let item = day.cafe.item.as_ref().map(|item| item.id);
    let href = cafe_page(day.cafe.event.id, item, "day/new", "");
    let waiting = day
        .waiting
        .iter()
        .map(|person| {
            let fields = fields(day, person, search);
            view! {
                <li>
                    <div>
                        <b>{person.name()}</b>
                        <p class="soft small">{person.organisation_name.clone()}</p>
                    </div>
                    <PostButton to=AdmitWaiting::PATH label=t!("day-admit") fields about=person.name()/>
                </li>
            }
        })
        .collect_view();
    let waiting = (!day.waiting.is_empty()).then(|| {
        let waits = waits_for(&day.cafe.event.details);
        view! {
            <h3>{t!("day-waiting", waits = waits)}</h3>
            <ul class="attendees">{waiting}</ul>
        }
    });
    view! {
        <section class="card" aria-labelledby="day-walk-in">
            <h2 id="day-walk-in">{t!("day-walk-in")}</h2>
            <a class="button" href=href>{t!("day-walk-in.action")}</a>
            {waiting}
        </section>
    }
}
