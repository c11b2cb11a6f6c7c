//! The person's way through a café: which table now, which next. The table is the largest thing on the page.

use jiff::{SignedDuration, Timestamp, tz::TimeZone};
use leptos::prelude::*;
use model::{
    Event, RegistrationState,
    cafe::{CafeWay, StopHost, WayStop, way_changes},
};
use ui::{
    components::{Notice, Tone},
    dates::{clock, machine},
    page_properties::require_connecting_script,
    text::t,
    visit::visit,
};

use super::OwnRegistration;

/// The ways of the person; nothing while no plan is published.
pub(super) fn way(mine: &OwnRegistration) -> Option<AnyView> {
    let cafes = &mine.page.cafes;
    if mine.page.registration.state != RegistrationState::Confirmed || !cafes.are_published {
        return None;
    }
    let event = &mine.page.open.event;
    let content = if cafes.ways.is_empty() {
        view! {
            <Notice tone=Tone::Warn>
                <p><b>{t!("way-none")}</b></p>
                <p>{t!("way-none.text")}</p>
            </Notice>
        }
        .into_any()
    } else {
        let ways = cafes.ways.iter().enumerate();
        let ways = ways.map(|(index, way)| one_way(event, way, index));
        view! { {changed(mine)} {ways.collect_view()} }.into_any()
    };
    let follows = is_on(event, &cafes.ways);
    if follows {
        require_connecting_script(include_str!("way.js"));
    }
    let state = if follows { "follows" } else { "" };
    Some(view! { <div class="stack" data-way=state>{content}</div> }.into_any())
}

/// Whether a café is on, or begins within three hours. Who has no way may be given one during the event.
fn is_on(event: &Event, ways: &[CafeWay]) -> bool {
    let now = visit().now;
    let soon = now.saturating_add(SignedDuration::from_hours(3));
    let details = &event.details;
    let stops = || ways.iter().flat_map(|way| &way.stops);
    let begins = stops().map(|stop| stop.begins).min();
    let ends = stops().map(|stop| stop.ends).max();
    let (begins, ends) = (
        begins.unwrap_or(details.starts.at),
        ends.unwrap_or(details.ends.at),
    );
    soon.is_ok_and(|soon| begins <= soon) && now < ends
}

/// What changed last, until the café is over.
fn changed(mine: &OwnRegistration) -> Option<impl IntoView + use<>> {
    let cafes = &mine.page.cafes;
    let (at, before) = cafes.changed.as_ref()?;
    let now = visit().now;
    let is_over = cafes
        .ways
        .iter()
        .flat_map(|way| &way.stops)
        .all(|stop| stop.ends <= now);
    if is_over {
        return None;
    }
    let lines: Vec<_> = way_changes(before, &cafes.ways)
        .into_iter()
        .filter_map(|change| {
            let table = |stop: Option<&WayStop>| stop.map(|stop| stop.table.clone());
            match (table(change.before), table(change.after)) {
                (Some(before), Some(after)) if before != after => Some(t!(
                    "way-moved",
                    round = change.round,
                    before = before,
                    after = after
                )),
                (None, Some(after)) => Some(t!("way-added", round = change.round, after = after)),
                (Some(before), None) => Some(t!("way-lost", round = change.round, before = before)),
                _ => None,
            }
        })
        .collect();
    if lines.is_empty() {
        return None;
    }
    let zone = &mine.page.open.event.details.time_zone;
    let (at, today) = (zone.clock(*at), zone.clock(now));
    let when = if at.date() == today.date() {
        t!("way-changed-today", at = clock(at.time()))
    } else {
        t!("way-changed")
    };
    let lines = lines.into_iter().map(|line| view! { <p>{line}</p> });
    Some(view! {
        <Notice tone=Tone::Warn>
            <p><b>{when}</b></p>
            {lines.collect_view()}
        </Notice>
    })
}

/// Where a round is, by the server's time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Phase {
    Past,
    Now,
    Next,
    Later,
}

/// The stops of a way with their phases.
fn phases(stops: &[WayStop], now: Timestamp) -> Vec<Phase> {
    let next = stops.iter().position(|stop| stop.begins > now);
    let is_running = stops
        .iter()
        .any(|stop| stop.begins <= now && now < stop.ends);
    stops
        .iter()
        .enumerate()
        .map(|(index, stop)| {
            if stop.ends <= now {
                Phase::Past
            } else if stop.begins <= now {
                Phase::Now
            } else if next == Some(index) && !is_running {
                Phase::Next
            } else {
                Phase::Later
            }
        })
        .collect()
}

fn one_way(event: &Event, way: &CafeWay, index: usize) -> impl IntoView + use<> {
    let now = visit().now;
    let zone = event.details.time_zone.rules();
    let lang = event.details.language.tag();
    let phases = phases(&way.stops, now);
    let of = |wanted: Phase| -> Vec<&WayStop> {
        let stops = way.stops.iter().zip(&phases);
        stops
            .filter(|(_, phase)| **phase == wanted)
            .map(|(stop, _)| stop)
            .collect()
    };
    let id = format!("way-{index}");
    let cafe = way.cafe.as_ref().map(|cafe| {
        view! { <p class="kind"><span lang=lang>{cafe.clone()}</span></p> }
    });
    let current = of(Phase::Now)
        .into_iter()
        .map(|stop| now_card(stop, zone, lang, now));
    let next = of(Phase::Next)
        .into_iter()
        .map(|stop| next_card(stop, zone, lang, now));
    let later = list(t!("way-later"), "", of(Phase::Later), zone, lang);
    let past = list(t!("way-past"), "soft", of(Phase::Past), zone, lang);
    let labelled_by = id.clone();
    view! {
        <section class="way" aria-labelledby=labelled_by>
            <div>
                {cafe}
                <h2 id=id>{t!("way-title")}</h2>
            </div>
            {current.collect_view()}
            {next.collect_view()}
            {later}
            {past}
        </section>
    }
}

fn now_card(
    stop: &WayStop,
    zone: &TimeZone,
    lang: &'static str,
    now: Timestamp,
) -> impl IntoView + use<> {
    let minutes = |from: Timestamp, to: Timestamp| (to.as_second() - from.as_second() + 59) / 60;
    let (left, all) = (minutes(now, stop.ends), minutes(stop.begins, stop.ends));
    let gone = (all - left).max(0);
    view! {
        <div class="card way-now">
            <p class="row apart">
                <b>{t!("way-now", round = stop.round)}</b>
                <span class="soft">{t!("way-left", n = left)}</span>
            </p>
            {table(stop)}
            {about(stop, lang)}
            <meter min="0" max=all.max(1).to_string() value=gone.to_string() aria-label=t!("way-gone", n = gone, of = all)></meter>
            <p class="soft small">{time(stop, zone)}</p>
        </div>
    }
}

fn next_card(
    stop: &WayStop,
    zone: &TimeZone,
    lang: &'static str,
    now: Timestamp,
) -> impl IntoView + use<> {
    let minutes = (stop.begins.as_second() - now.as_second() + 59) / 60;
    let soon = (minutes <= 60)
        .then(|| view! { <span class="soft">{t!("way-begins", n = minutes)}</span> });
    view! {
        <div class="card way-now">
            <p class="row apart"><b>{t!("way-next", round = stop.round)}</b>{soon}</p>
            {table(stop)}
            {about(stop, lang)}
            <p class="soft small">{time(stop, zone)}</p>
        </div>
    }
}

fn table(stop: &WayStop) -> impl IntoView + use<> {
    view! { <p class="way-table"><span class="soft">{t!("way-table")}</span>" "<b>{stop.table.clone()}</b></p> }
}

/// Topic, room, host and other guests.
fn about(stop: &WayStop, lang: &'static str) -> impl IntoView + use<> {
    let others = (!stop.others.is_empty())
        .then(|| view! { <p class="small">{t!("way-with", names = stop.others.join(", "))}</p> });
    let place = place(stop);
    let place = (!place.is_empty()).then(|| view! { <p class="soft">{place}</p> });
    view! {
        <div>
            <p><b lang=lang>{stop.topic.clone()}</b></p>
            {place}
            {others}
        </div>
    }
}

fn place(stop: &WayStop) -> String {
    let host = match &stop.host {
        StopHost::Nobody => None,
        StopHost::Oneself => Some(t!("way-you-host")),
        StopHost::Other(name) => Some(t!("way-host", name = name.as_str())),
    };
    let parts: Vec<String> = stop.room.iter().cloned().chain(host).collect();
    parts.join(" · ")
}

fn time(stop: &WayStop, zone: &TimeZone) -> impl IntoView + use<> {
    let at = |instant: Timestamp| instant.to_zoned(zone.clone()).datetime();
    let (begins, ends) = (at(stop.begins), at(stop.ends));
    let text = t!(
        "way-time",
        begins = clock(begins.time()),
        ends = clock(ends.time())
    );
    view! { <time datetime=machine(begins)>{text}</time> }
}

fn list(
    title: String,
    class: &'static str,
    stops: Vec<&WayStop>,
    zone: &TimeZone,
    lang: &'static str,
) -> Option<impl IntoView + use<>> {
    if stops.is_empty() {
        return None;
    }
    let rows = stops
        .into_iter()
        .map(|stop| {
            let place = place(stop);
            let place = (!place.is_empty()).then(|| format!(" · {place}"));
            // One that was passed over has no time.
            let time = (stop.begins < stop.ends).then(|| view! { " · "{time(stop, zone)} });
            let others = (!stop.others.is_empty()).then(|| {
                view! { <p class="small">{t!("way-with", names = stop.others.join(", "))}</p> }
            });
            view! {
                <li>
                    <b class="way-number"><span class="unseen">{t!("way-table")}" "</span>{stop.table.clone()}</b>
                    <div>
                        <b lang=lang>{stop.topic.clone()}</b>
                        <p class="soft small">
                            {t!("way-round", round = stop.round)}{time}{place}
                        </p>
                        {others}
                    </div>
                </li>
            }
        })
        .collect_view();
    Some(view! {
        <div class="stack tight">
            <h3 class=class>{title}</h3>
            <ol class="way-stops">{rows}</ol>
        </div>
    })
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use model::cafe::{StopHost, WayStop};

    use super::{Phase, phases};

    /// Rounds of 30 minutes with 5 minutes between them.
    fn stops() -> Vec<WayStop> {
        (0..3)
            .map(|round| WayStop {
                round: round + 1,
                begins: minute(i64::from(round) * 35),
                ends: minute(i64::from(round) * 35 + 30),
                table: String::new(),
                topic: String::new(),
                room: None,
                host: StopHost::Nobody,
                others: Vec::new(),
            })
            .collect()
    }

    fn minute(minute: i64) -> Timestamp {
        Timestamp::from_second(minute * 60).unwrap()
    }

    #[test]
    fn a_round_is_now_until_it_ends_and_then_the_next_one_counts() {
        use Phase::{Later, Next, Now, Past};
        assert_eq!(phases(&stops(), minute(-10)), [Next, Later, Later]);
        assert_eq!(phases(&stops(), minute(0)), [Now, Later, Later]);
        assert_eq!(phases(&stops(), minute(30)), [Past, Next, Later]);
        assert_eq!(phases(&stops(), minute(40)), [Past, Now, Later]);
        assert_eq!(phases(&stops(), minute(100)), [Past, Past, Past]);
    }
}
