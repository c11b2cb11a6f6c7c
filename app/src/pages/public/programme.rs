//! The public agenda of an event.

use jiff::{civil::Date, tz::TimeZone};
use leptos::prelude::*;
use model::{AgendaItem, AgendaItemKind, Language};
use planner::{agenda::end_of, registrations::OpenEvent};
use ui::{
    components::{Agenda, AgendaLine},
    dates::{Dates, clock, machine},
    text::{Named, t},
};

/// The agenda in a card. `None` if it is empty.
pub(crate) fn programme(open: &OpenEvent) -> Option<impl IntoView + use<>> {
    let details = &open.event.details;
    // The page's head has the date of an event of one day.
    let known_day =
        Some(details.starts.local.date()).filter(|day| *day == details.ends.local.date());
    let zone = details.time_zone.rules();
    let items = items(&open.agenda, known_day, zone, details.language);
    (!items.is_empty()).then(|| {
        view! {
            <section class="card" aria-labelledby="programme">
                <h2 id="programme">{t!("event-programme")}</h2>
                <div lang=open.event.details.language.tag()>
                    <Agenda items/>
                </div>
            </section>
        }
    })
}

/// The lines of the agenda. A line shows its day if the previous line has another one.
fn items(
    agenda: &[AgendaItem],
    known_day: Option<Date>,
    zone: &TimeZone,
    language: Language,
) -> Vec<AgendaLine> {
    let mut day = known_day;
    agenda
        .iter()
        .map(|item| {
            let (starts, ends) = (item.starts, end_of(item, zone));
            let new_day = (day != Some(starts.date())).then(|| Dates(language).day(starts.date()));
            day = Some(starts.date());
            AgendaLine {
                day: new_day,
                starts: clock(starts.time()),
                starts_machine: machine(starts),
                until: Dates(language).until_beside(ends, starts),
                title: item.title.to_string(),
                is_break: item.kind == AgendaItemKind::Break,
                tag: tag(item, language),
                details: details(item),
            }
        })
        .collect()
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

fn details(item: &AgendaItem) -> Vec<String> {
    let room = item.room.as_ref().map(ToString::to_string);
    let speakers = item.speakers.as_ref().map(ToString::to_string);
    let lines = item.details.as_str().lines().map(str::to_owned);
    lines
        .chain(speakers)
        .chain(room)
        .filter(|line| !line.trim().is_empty())
        .collect()
}

#[cfg(test)]
mod tests {
    use jiff::{
        civil::{Date, date},
        tz::TimeZone,
    };
    use model::{AgendaItem, AgendaItemKind, Language, Line, Text};
    use uuid::Uuid;

    use ui::components::AgendaLine;

    use super::items;

    fn shown(agenda: &[AgendaItem], known_day: Option<Date>) -> Vec<AgendaLine> {
        items(agenda, known_day, &TimeZone::UTC, Language::De)
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
            minutes: 30,
        }
    }

    #[test]
    fn the_day_is_said_where_it_changes() {
        let agenda = [
            item(AgendaItemKind::Plenary, "Begrüßung", "2023-09-19T23:45"),
            item(AgendaItemKind::Break, "Pause", "2023-09-20T09:00"),
            item(AgendaItemKind::Plenary, "Abschluss", "2023-09-20T09:30"),
        ];
        let days = |known| {
            shown(&agenda, known)
                .into_iter()
                .map(|item| item.day.is_some())
                .collect::<Vec<_>>()
        };
        assert_eq!(days(None), [true, true, false]);
        assert_eq!(days(Some(date(2023, 9, 19))), [false, true, false]);
        assert_eq!(shown(&agenda, None)[0].until, "\u{a0}– Mi.,\u{a0}0:15");
        assert_eq!(shown(&agenda, None)[1].until, "–9:30");
    }

    #[test]
    fn an_item_says_its_kind_unless_its_title_does() {
        let tag = |title| {
            let agenda = [item(AgendaItemKind::Cafe, title, "2023-09-19T09:00")];
            shown(&agenda, None).remove(0).tag
        };
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
            shown(&agenda, None)[0].details,
            ["Drei Runden.", "Mit Pausen.", "Aula"]
        );
    }
}
