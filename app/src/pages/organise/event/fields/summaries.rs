//! The values of each part of an event's form in a line, as typed.

use model::{
    Admission, EventKind, Language, Visibility,
    local::{parse_date, parse_time},
};
use ui::{
    dates::dates,
    text::{Named, shortened, t},
};

use crate::{
    api::events::{ContingentRow, EventForm},
    pages::organise::time_zone::zone_label,
};

/// The longest text in a line.
const MAX_CHARS: usize = 80;

pub(super) fn what(form: &EventForm) -> String {
    let kind = form.kind.parse().map(EventKind::name).ok();
    joined([Some(form.title.clone()), kind])
}

pub(super) fn when(form: &EventForm) -> String {
    let starts = parse_date(&form.starts_date).and_then(|date| {
        let time = parse_time(&form.starts_time)?;
        Ok(date.to_datetime(time))
    });
    let Ok(starts) = starts else {
        return t!("form-part-empty");
    };
    let date = parse_date(&form.ends_date).unwrap_or(starts.date());
    let times = match parse_time(&form.ends_time) {
        Ok(time) => dates().span_of_item(starts, date.to_datetime(time)),
        Err(_) => String::new(),
    };
    joined([Some(dates().day(starts.date())), Some(times)])
}

pub(super) fn place(form: &EventForm) -> String {
    let online = (!form.online_link.trim().is_empty()).then(|| t!("event-online"));
    joined([
        Some(form.place_name.clone()),
        Some(form.place_room.clone()),
        Some(form.place_address.clone()),
        online,
    ])
}

pub(super) fn texts(form: &EventForm) -> String {
    joined([
        Some(form.summary.clone()),
        Some(form.plain_language.clone()),
        Some(form.body.clone()),
    ])
}

pub(super) fn seats(form: &EventForm) -> String {
    let capacity = match form.capacity.trim().parse::<u32>() {
        Ok(capacity) => t!("event-summary-seats", n = capacity),
        Err(_) => t!("event-summary-unlimited"),
    };
    let filled = |row: &&ContingentRow| !row.seats.trim().is_empty();
    let contingents = match form.contingents.iter().filter(filled).count() {
        0 => None,
        n => Some(t!("event-summary-contingents", n = n)),
    };
    let closes = parse_date(&form.closes_date);
    let closes = closes.map(|date| t!("event-summary-closes", day = dates().day(date)));
    joined([Some(capacity), contingents, closes.ok()])
}

pub(super) fn who(form: &EventForm) -> String {
    let visibility = form.visibility.parse().map(Visibility::name).ok();
    let admission = form.admission.parse().ok();
    // Only what is unusual is named.
    let admission = admission.filter(|admission| *admission != Admission::Open);
    let admission = admission.map(Admission::name);
    joined([visibility, admission, Some(form.funding_notice.clone())])
}

pub(super) fn language(form: &EventForm) -> String {
    let language = form.language.parse().map(Language::name).ok();
    joined([language, Some(zone_label(&form.time_zone))])
}

/// The parts that are not empty, on one line.
fn joined<const N: usize>(parts: [Option<String>; N]) -> String {
    let parts = parts.into_iter().flatten();
    let filled: Vec<String> = parts.filter(|part| !part.trim().is_empty()).collect();
    if filled.is_empty() {
        return t!("form-part-empty");
    }
    shortened(&filled.join(" · "), MAX_CHARS)
}
