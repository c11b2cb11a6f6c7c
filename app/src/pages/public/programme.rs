//! The public agenda of an event.

use jiff::{civil::Date, tz::TimeZone};
use leptos::prelude::*;
use model::{AgendaItem, AgendaItemKind, Language, assignment::Fairness};
use planner::{
    agenda::{ScheduledItem, Slot, Timing, by_day},
    registrations::OpenEvent,
    workshops::OpenWishes,
};
use ui::{
    components::{Agenda, AgendaDayLines, AgendaLine, AgendaSlot, AgendaTime},
    dates::{Dates, clock, machine},
    paths::EventPath,
    text::{Named, slot_name, t, with_numbers_kept},
    visit::visit,
};

use crate::pages::assignment_files::{AssignmentFiles, about_files};

/// The agenda in a card. `None` if it is empty. `paths` are those of the event's public pages, if it has some.
pub(crate) fn programme(
    open: &OpenEvent,
    paths: Option<&EventPath>,
) -> Option<impl IntoView + use<>> {
    let details = &open.event.details;
    // The page's head has the date of an event of one day.
    let known_day =
        Some(details.starts.local.date()).filter(|day| *day == details.ends.local.date());
    let zone = details.time_zone.rules();
    let language = details.language;
    let days = days(&open.agenda, known_day, zone, language);
    let has_workshops = open.agenda.iter().any(|item| item.offer.is_some());
    // A preview has no pages below it.
    let paths = paths.filter(|paths| has_workshops && !paths.is_preview());
    let workshops = paths.map(|paths| {
        view! { <p><a class="button" href=paths.programme()>{t!("programme-link")}</a></p> }
    });
    let wishes = open
        .wishes
        .as_ref()
        .map(|wishes| method(open, wishes, paths));
    (!days.is_empty()).then(|| {
        view! {
            <section class="card" aria-labelledby="programme">
                <h2 id="programme">{t!("event-programme")}</h2>
                <div class="programme" lang=language.tag()>
                    <Agenda days language/>
                </div>
                {workshops}
                {wishes}
            </section>
        }
    })
}

/// How wishes become seats: until when people wish, how wishes are compared, and what draws between equals. Once an
/// assignment is published, everybody can compute it again.
fn method(
    open: &OpenEvent,
    wishes: &OpenWishes,
    paths: Option<&EventPath>,
) -> impl IntoView + use<> {
    let language = open.event.details.language;
    let now = visit().now;
    let closes = Dates(language).when(&wishes.closes);
    let until = (wishes.is_open(&open.event, now))
        .then(|| view! { <p>{t!(language => "wishes-open-event", closes = closes)}</p> });
    let fairness = wishes.assigned.map_or("open", Fairness::as_str);
    let seed = wishes.revealed_seed(now).map(|seed| {
        let seed = seed.to_string();
        view! {
            <p class="small">
                {t!(language => "wishes-seed-revealed")}" "<code class="hash">{seed}</code>
            </p>
        }
    });
    let files = paths.zip(wishes.files(now)).map(|(paths, files)| {
        let says = about_files(files, language);
        view! { <AssignmentFiles says paths=paths.assignment_files() language/> }
    });
    view! {
        {until}
        <details class="more" lang=language.tag()>
            <summary>{t!(language => "wishes-method")}</summary>
            <p>{t!(language => "wishes-method.text", fairness = fairness)}</p>
            <p class="small">{t!(language => "wishes-seed.about")}</p>
            <p class="small">
                {t!(language => "wishes-seed")}" "<code class="hash">{wishes.seed_hash.clone()}</code>
            </p>
            {seed}
            {files}
        </details>
    }
}

/// The days of the agenda. All have headings, unless the only one is known.
fn days(
    agenda: &[AgendaItem],
    known_day: Option<Date>,
    zone: &TimeZone,
    language: Language,
) -> Vec<AgendaDayLines> {
    let days = by_day(agenda, zone);
    let is_known = days.iter().all(|day| known_day == Some(day.date));
    days.into_iter()
        .map(|day| AgendaDayLines {
            heading: (!is_known).then(|| Dates(language).day(day.date)),
            slots: day.slots.iter().map(|slot| lines(slot, language)).collect(),
        })
        .collect()
}

fn lines(slot: &Slot, language: Language) -> AgendaSlot {
    AgendaSlot {
        time: time(&slot.timing, language),
        choice: slot.is_parallel().then(|| slot_name(slot, language)),
        items: slot
            .items
            .iter()
            .map(|item| line(item, slot, language))
            .collect(),
    }
}

fn line(scheduled: &ScheduledItem, slot: &Slot, language: Language) -> AgendaLine {
    let ScheduledItem { item, timing, .. } = scheduled;
    let all_workshops = slot.is_parallel()
        && slot
            .items
            .iter()
            .all(|other| other.item.kind == AgendaItemKind::Workshop);
    AgendaLine {
        time: (*timing != slot.timing).then(|| time(timing, language)),
        title: item.title.to_string(),
        is_break: item.kind == AgendaItemKind::Break,
        tag: if all_workshops {
            None
        } else {
            tag(item, language)
        },
        details: details(item),
    }
}

fn time(timing: &Timing, language: Language) -> AgendaTime {
    AgendaTime {
        starts: clock(timing.starts.time()),
        starts_machine: machine(timing.starts),
        until: Dates(language).until_beside(timing.ends, timing.starts),
    }
}

/// The kind of a special item, unless its title has it. In the language of the agenda.
fn tag(item: &AgendaItem, language: Language) -> Option<String> {
    match item.kind {
        AgendaItemKind::Plenary | AgendaItemKind::Break => None,
        AgendaItemKind::IntroductionRound | AgendaItemKind::Cafe | AgendaItemKind::Workshop => {
            let kind = item.kind.name_in(language);
            let said = item
                .title
                .as_str()
                .to_lowercase()
                .contains(&kind.to_lowercase());
            (!said).then_some(kind)
        }
    }
}

/// The description, then speakers and room in one line.
fn details(item: &AgendaItem) -> Vec<String> {
    let room = item.room.as_ref();
    let room = room.map(|room| with_numbers_kept(room.as_str()));
    let speakers = item.speakers.as_ref().map(ToString::to_string);
    let who_and_where: Vec<String> = speakers.into_iter().chain(room).collect();
    let lines = item.details.as_str().lines().map(str::to_owned);
    lines
        .chain([who_and_where.join(" · ")])
        .filter(|line| !line.trim().is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use jiff::{
        civil::{Date, date},
        tz::TimeZone,
    };
    use model::{AgendaItem, AgendaItemKind, Language, Line, Text, local::Occurrence};
    use uuid::Uuid;

    use ui::components::{AgendaDayLines, AgendaLine};

    use super::days;

    fn shown(agenda: &[AgendaItem], known_day: Option<Date>) -> Vec<AgendaDayLines> {
        days(agenda, known_day, &TimeZone::UTC, Language::De)
    }

    fn first(agenda: &[AgendaItem]) -> AgendaLine {
        shown(agenda, None)
            .remove(0)
            .slots
            .remove(0)
            .items
            .remove(0)
    }

    fn item(kind: AgendaItemKind, title: &str, starts: &str) -> AgendaItem {
        AgendaItem {
            id: Uuid::from_u128(1).into(),
            event: Uuid::from_u128(2).into(),
            position: 0,
            kind,
            title: Line::parse(title).unwrap(),
            details: Text::parse("Drei Runden.\n\nMit Pausen.").unwrap(),
            room: Some(Line::parse("Aula").unwrap()),
            speakers: None,
            starts: starts.parse().unwrap(),
            occurrence: Occurrence::First,
            minutes: 30,
            offer: None,
        }
    }

    #[test]
    fn each_day_has_a_heading_unless_the_only_one_is_known() {
        let agenda = [
            item(AgendaItemKind::Plenary, "Begrüßung", "2023-09-19T23:45"),
            item(AgendaItemKind::Break, "Pause", "2023-09-20T09:00"),
            item(AgendaItemKind::Plenary, "Abschluss", "2023-09-20T09:30"),
        ];
        let known = Some(date(2023, 9, 19));
        let headings: Vec<_> = shown(&agenda, known)
            .into_iter()
            .map(|day| day.heading)
            .collect();
        assert_eq!(headings.len(), 2);
        assert!(headings.iter().all(Option::is_some), "{headings:?}");
        assert_eq!(shown(&agenda[..1], known)[0].heading, None);
        let days = shown(&agenda, None);
        assert_eq!(days[0].slots[0].time.until, "\u{a0}– Mi.,\u{a0}0:15");
        assert_eq!(days[1].slots[0].time.until, "–9:30");
    }

    #[test]
    fn what_runs_in_parallel_stands_under_one_time() {
        let at = |kind, title| item(kind, title, "2023-09-19T14:00");
        let mut agenda = vec![
            at(AgendaItemKind::Workshop, "Handwerk"),
            at(AgendaItemKind::Workshop, "Pflege"),
        ];
        agenda[1].minutes = 60;
        let slot = shown(&agenda, None).remove(0).slots.remove(0);
        assert_eq!(slot.choice.as_deref(), Some("2 Workshops zur Wahl"));
        assert_eq!(slot.time.until, "–15:00");
        // All are workshops, and one ends earlier.
        assert!(slot.items.iter().all(|item| item.tag.is_none()));
        assert_eq!(slot.items[0].time.clone().unwrap().until, "–14:30");
        assert_eq!(slot.items[1].time, None);
        agenda.push(at(AgendaItemKind::Plenary, "Presse"));
        let slot = shown(&agenda, None).remove(0).slots.remove(0);
        assert_eq!(slot.choice.as_deref(), Some("3 Punkte zur gleichen Zeit"));
    }

    #[test]
    fn an_item_says_its_kind_unless_its_title_does() {
        let tag = |title| first(&[item(AgendaItemKind::Cafe, title, "2023-09-19T09:00")]).tag;
        assert_eq!(tag("World-Café: drei Themen"), None);
        assert_eq!(tag("Drei Themen").as_deref(), Some("World-Café"));
    }

    #[test]
    fn what_is_to_know_about_an_item_stands_on_lines_of_their_own() {
        let agenda = [item(
            AgendaItemKind::Plenary,
            "Begrüßung",
            "2023-09-19T09:00",
        )];
        assert_eq!(
            first(&agenda).details,
            ["Drei Runden.", "Mit Pausen.", "Aula"]
        );
    }
}
