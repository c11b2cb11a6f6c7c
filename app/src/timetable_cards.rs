//! The timetables of all people on paper, in the language of the event: what the print page and the PDF say.

use jiff::Timestamp;
use paper::{Card, Papers, Stop};
use planner::timetables::{DayPerson, WorkshopDay};
use ui::{
    dates::{Dates, clock},
    text::t,
};

/// A card for everybody who attends workshops. `None` before anybody knows which workshops take place.
pub fn timetable_cards(day: &WorkshopDay) -> Option<Papers> {
    day.rosters.as_ref()?;
    let details = &day.event.details;
    let attending = day.people.iter().filter(|person| !person.visits.is_empty());
    Some(Papers {
        title: details.title.to_string(),
        heading: details.title.to_string(),
        language: details.language.tag().to_owned(),
        cards: attending.map(|person| card(day, person)).collect(),
        ..Papers::default()
    })
}

fn card(day: &WorkshopDay, of: &DayPerson) -> Card {
    let language = day.event.details.language;
    let visits = of.visits.iter().map(|visit| {
        let leads = visit.part == model::workshops::VisitPart::Leads;
        let told = visit.speakers.as_ref().filter(|_| !leads);
        let led_by =
            told.map(|speakers| t!(language => "timetable-led-by", speakers = speakers.as_str()));
        let leads = leads.then(|| t!(language => "timetable-leads"));
        let room = led_by.or(leads);
        let place = visit.room.clone().or_else(|| visit.place.clone());
        stop(
            day,
            (visit.begins, visit.ends),
            (place, visit.title.clone(), room),
        )
    });
    let free = of.free.iter().map(|free| {
        let text = t!(language => "timetable-free");
        stop(day, (free.begins, free.ends), (None, text, None))
    });
    let mut stops: Vec<(Timestamp, Stop)> = visits.chain(free).collect();
    stops.sort_by_key(|(begins, _)| *begins);
    let person = &of.registration.person;
    Card {
        name: person.name(),
        organisation: person.organisation_name.as_ref().map(ToString::to_string),
        stops: stops.into_iter().map(|(_, stop)| stop).collect(),
        note: t!(language => "timetable-card-note"),
        code: None,
    }
}

/// A time, with its room, its title and what is said about it.
fn stop(
    day: &WorkshopDay,
    (begins, ends): (Timestamp, Timestamp),
    (table, topic, room): (Option<String>, String, Option<String>),
) -> (Timestamp, Stop) {
    let details = &day.event.details;
    let local = |at: Timestamp| at.to_zoned(details.time_zone.rules().clone()).datetime();
    let (from, to) = (local(begins), local(ends));
    let stop = Stop {
        round: Dates(details.language).short_day(from.date(), from.date()),
        time: format!("{}–{}", clock(from.time()), clock(to.time())),
        table,
        topic,
        room,
    };
    (begins, stop)
}
