//! The signs for the doors of workshops, in the language of the event: what the print page and the PDF say.

use jiff::Timestamp;
use paper::{Papers, Sign};
use planner::timetables::{Roster, WorkshopDay};
use ui::{
    dates::{Dates, clock},
    text::t,
};

/// A sign for each workshop of a day. `None` before anybody knows which workshops take place.
pub fn door_signs(day: &WorkshopDay) -> Option<Papers> {
    let rosters = day.rosters.as_ref()?;
    let details = &day.event.details;
    Some(Papers {
        title: details.title.to_string(),
        heading: details.title.to_string(),
        language: details.language.tag().to_owned(),
        signs: rosters.iter().map(|roster| sign(day, roster)).collect(),
        ..Papers::default()
    })
}

/// Room, time and workshop.
fn sign(day: &WorkshopDay, roster: &Roster) -> Sign {
    let details = &day.event.details;
    let language = details.language;
    let local = |at: Timestamp| at.to_zoned(details.time_zone.rules().clone()).datetime();
    let (begins, ends) = (local(roster.begins), local(roster.ends));
    let time = t!(
        language => "way-time",
        begins = clock(begins.time()),
        ends = clock(ends.time())
    );
    let speakers = roster.speakers.as_ref();
    Sign {
        word: Dates(language).day(begins.date()),
        table: roster.room.clone().unwrap_or_default(),
        topic: roster.title.clone(),
        room: Some(time),
        host: speakers
            .map(|speakers| t!(language => "timetable-led-by", speakers = speakers.as_str())),
        code: None,
        note: None,
    }
}
