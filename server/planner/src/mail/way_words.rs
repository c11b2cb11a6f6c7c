//! The words of mails and calendar entries for ways through cafés.

use jiff::{Timestamp, tz::TimeZone};
use model::{
    Language,
    cafe::{CafeWay, StopHost, WayStop, way_changes},
    dates,
};

/// The ways of a person, for text: a heading for each café, and a line for each round.
pub(crate) fn ways_as_text(ways: &[CafeWay], language: Language, zone: &TimeZone) -> String {
    let cafes = ways.iter().map(|way| {
        let stops = way.stops.iter().map(|stop| stop_line(stop, language, zone));
        let heading = format!("{}:", cafe_name(way.cafe.as_deref()));
        std::iter::once(heading)
            .chain(stops)
            .collect::<Vec<_>>()
            .join("\n")
    });
    cafes.collect::<Vec<_>>().join("\n\n")
}

/// The ways of a person as a letter lists them.
pub(super) fn listed_ways(
    ways: &[CafeWay],
    language: Language,
    zone: &TimeZone,
) -> Vec<mail::WayFacts> {
    ways.iter()
        .map(|way| mail::WayFacts {
            cafe: cafe_name(way.cafe.as_deref()).to_owned(),
            stops: way
                .stops
                .iter()
                .map(|stop| mail::WayStopFacts {
                    time: time(stop.begins, stop.ends, language, zone),
                    round: round(stop.round, language),
                    table: table(stop, language),
                    topic: stop.topic.clone(),
                    details: details(stop, language),
                })
                .collect(),
        })
        .collect()
}

/// What differs from the ways that somebody knows.
pub(super) fn worded_changes(
    before: &[CafeWay],
    after: &[CafeWay],
    language: Language,
    zone: &TimeZone,
) -> Vec<mail::ChangedField> {
    let several = before.len().max(after.len()) > 1;
    way_changes(before, after)
        .into_iter()
        .map(|change| {
            let label = round(change.round, language);
            // A new time, host or guest alone changes neither table nor topic.
            let same_table = matches!(
                (change.before, change.after),
                (Some(before), Some(after)) if place(before, language) == place(after, language)
            );
            let worded = |stop: Option<&WayStop>| {
                stop.map(|stop| {
                    if same_table {
                        stop_line(stop, language, zone)
                    } else {
                        place(stop, language)
                    }
                })
                .unwrap_or_default()
            };
            mail::ChangedField {
                label: match change.cafe.filter(|_| several) {
                    Some(cafe) => format!("{cafe}, {label}"),
                    None => label,
                },
                before: worded(change.before),
                after: worded(change.after),
            }
        })
        .collect()
}

/// A round in one line.
fn stop_line(stop: &WayStop, language: Language, zone: &TimeZone) -> String {
    let time = time(stop.begins, stop.ends, language, zone);
    let mut line = format!("{time}: {}", place(stop, language));
    for detail in details(stop, language)
        .into_iter()
        .skip(usize::from(stop.room.is_some()))
    {
        line.push_str(". ");
        line.push_str(&detail);
    }
    line
}

/// Table, topic and room.
fn place(stop: &WayStop, language: Language) -> String {
    let mut place = table(stop, language);
    if !stop.topic.is_empty() {
        place = format!("{place}, {}", stop.topic);
    }
    match &stop.room {
        Some(room) => format!("{place} ({room})"),
        None => place,
    }
}

/// Room, host and other guests, as far as they are known.
fn details(stop: &WayStop, language: Language) -> Vec<String> {
    let [host, oneself, with] = match language {
        Language::De => ["Tischleitung", "Sie leiten den Tisch", "Mit"],
        Language::En => ["Host", "You host this table", "With"],
    };
    let mut details: Vec<String> = stop.room.iter().cloned().collect();
    match &stop.host {
        StopHost::Nobody => {}
        StopHost::Oneself => details.push(oneself.to_owned()),
        StopHost::Other(name) => details.push(format!("{host}: {name}")),
    }
    if !stop.others.is_empty() {
        details.push(format!("{with}: {}", stop.others.join(", ")));
    }
    details
}

fn table(stop: &WayStop, language: Language) -> String {
    match language {
        Language::De => format!("Tisch {}", stop.table),
        Language::En => format!("Table {}", stop.table),
    }
}

fn round(number: u32, language: Language) -> String {
    match language {
        Language::De => format!("Runde {number}"),
        Language::En => format!("Round {number}"),
    }
}

fn time(begins: Timestamp, ends: Timestamp, language: Language, zone: &TimeZone) -> String {
    let clock = |at: Timestamp| dates::clock(at.to_zoned(zone.clone()).time());
    let span = format!("{}–{}", clock(begins), clock(ends));
    match language {
        Language::De => format!("{span} Uhr"),
        Language::En => span,
    }
}

/// What a café is called that is no item of an agenda.
fn cafe_name(cafe: Option<&str>) -> &str {
    cafe.unwrap_or("World-Café")
}
