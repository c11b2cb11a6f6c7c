//! The words of mails and calendar entries for workshops.

use jiff::{Timestamp, Zoned};
use mail::{ChangedField, VisitFacts};
use model::{
    Event, Language, dates,
    workshops::{VisitPart, WorkshopVisit},
};

use crate::timetables::FreeTime;

/// A workshop as a letter tells it.
pub(super) fn visit_facts(visit: &WorkshopVisit, event: &Event, language: Language) -> VisitFacts {
    let mut details: Vec<String> = visit.room.iter().cloned().collect();
    details.extend(who(visit, language));
    VisitFacts {
        title: visit.title.clone(),
        when: when(visit, event, language),
        details,
        is_led: visit.part == VisitPart::Leads,
    }
}

/// The workshops of a person as lines of a text.
pub(crate) fn visits_as_text(
    visits: &[WorkshopVisit],
    event: &Event,
    language: Language,
) -> String {
    let lines = visits.iter().map(|visit| {
        let facts = visit_facts(visit, event, language);
        let mut line = format!("{}: {}", facts.when, facts.title);
        for detail in facts.details {
            line.push_str(" · ");
            line.push_str(&detail);
        }
        line
    });
    lines.collect::<Vec<_>>().join("\n")
}

/// The workshops of a person in the order of their times, and the times at which they have none.
pub(super) fn timetable_facts(
    visits: &[WorkshopVisit],
    free: &[FreeTime],
    event: &Event,
    language: Language,
) -> Vec<VisitFacts> {
    let visits = visits
        .iter()
        .map(|visit| (visit.begins, visit_facts(visit, event, language)));
    let free = free.iter().map(|time| {
        let title = match language {
            Language::De => "kein Workshop",
            Language::En => "no workshop",
        };
        let facts = VisitFacts {
            title: title.to_owned(),
            when: span((time.begins, time.ends), event, language),
            details: Vec::new(),
            is_led: false,
        };
        (time.begins, facts)
    });
    let mut rows: Vec<_> = visits.chain(free).collect();
    rows.sort_by_key(|(begins, _)| *begins);
    rows.into_iter().map(|(_, facts)| facts).collect()
}

/// What differs from what somebody knows of a workshop.
pub(super) fn worded_changes(
    before: &WorkshopVisit,
    after: &WorkshopVisit,
    event: &Event,
    language: Language,
) -> Vec<ChangedField> {
    let [title, time, room, place, speakers] = match language {
        Language::De => ["Titel", "Zeit", "Raum", "Ort", "Leitung"],
        Language::En => ["Title", "Time", "Room", "Place", "Led by"],
    };
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let location = |visit: &WorkshopVisit| visit.location().unwrap_or_default().to_owned();
    let is_in_rooms = before.room.is_some() || after.room.is_some();
    let fields = [
        (title, before.title.clone(), after.title.clone()),
        (
            time,
            when(before, event, language),
            when(after, event, language),
        ),
        (
            if is_in_rooms { room } else { place },
            location(before),
            location(after),
        ),
        (speakers, text(&before.speakers), text(&after.speakers)),
    ];
    let changed = fields
        .into_iter()
        .filter(|(_, before, after)| before != after);
    changed
        .map(|(label, before, after)| ChangedField {
            label: label.to_owned(),
            before,
            after,
        })
        .collect()
}

/// Who leads a workshop, in the description of its calendar entry and in letters.
pub(super) fn who(visit: &WorkshopVisit, language: Language) -> Option<String> {
    let [leads, led_by] = match language {
        Language::De => ["Sie leiten diesen Workshop", "Leitung"],
        Language::En => ["You lead this workshop", "Led by"],
    };
    match (visit.part, &visit.speakers) {
        (VisitPart::Leads, _) => Some(leads.to_owned()),
        (VisitPart::Attends, Some(speakers)) => Some(format!("{led_by}: {speakers}")),
        (VisitPart::Attends, None) => None,
    }
}

/// Beginning and end of a workshop, in the zone of its event.
pub(super) fn workshop_times(visit: &WorkshopVisit, event: &Event) -> (Zoned, Zoned) {
    local_times((visit.begins, visit.ends), event)
}

fn local_times((begins, ends): (Timestamp, Timestamp), event: &Event) -> (Zoned, Zoned) {
    let zone = event.details.time_zone.rules();
    let at = |instant: Timestamp| instant.to_zoned(zone.clone());
    (at(begins), at(ends))
}

fn when(visit: &WorkshopVisit, event: &Event, language: Language) -> String {
    span((visit.begins, visit.ends), event, language)
}

fn span(times: (Timestamp, Timestamp), event: &Event, language: Language) -> String {
    let (begins, ends) = local_times(times, event);
    dates::span(&begins, &ends, language, &event.details.time_zone)
}
