//! The four figures at the top: seats, topics, meetings, time.

use jiff::Zoned;
use leptos::prelude::*;
use planner::cafes::{Cafe, Possible};
use ui::{components::Tone, dates::clock, text::t};

use super::Shown;

/// The most unreadable fields that are named.
const MOST_NAMED: usize = 3;

/// A figure with its verdict.
struct Figure {
    label: String,
    number: String,
    of: String,
    tone: Tone,
    verdict: String,
    detail: String,
}

pub(super) fn figures(shown: &Shown) -> impl IntoView + use<> {
    let now = &shown.forecast.now;
    let figures = [
        seats(now),
        topics(now),
        meetings(now),
        time(&shown.cafe, now, shown),
    ];
    let items = figures.into_iter().map(|figure| {
        let verdict = (!figure.verdict.is_empty())
            .then(|| view! { <b class=figure.tone.class()>{figure.verdict}</b>" " });
        view! {
            <li>
                <h2>{figure.label}</h2>
                <p class="figure">{figure.number}" "<small>{figure.of}</small></p>
                <p>{verdict}{figure.detail}</p>
            </li>
        }
    });
    view! {
        <ul
            class="figures"
            id="live-figures"
            data-updates
            data-is-stale=(!shown.is_current).then_some("true")
            aria-label=t!("set-up-figures")
        >
            {items.collect_view()}
        </ul>
        <p class="stale" id="live-stale" data-updates role="status" hidden=shown.is_current>
            {(!shown.is_current).then(|| stale(shown))}
        </p>
    }
}

/// Why the figures are not those of what is typed: the fields that cannot be read.
fn stale(shown: &Shown) -> String {
    let mut fields: Vec<String> = unreadable(shown);
    let more = fields.len().saturating_sub(MOST_NAMED);
    fields.truncate(MOST_NAMED);
    let mut text = t!("set-up-stale", fields = fields.join(", "));
    if more > 0 {
        text = t!("set-up-stale-more", fields = fields.join(", "), n = more);
    }
    text
}

/// The names of the fields that cannot be read, as the page labels them.
fn unreadable(shown: &Shown) -> Vec<String> {
    let Err(faults) = shown.form.parse(&shown.cafe) else {
        return Vec::new();
    };
    faults
        .iter()
        .map(|(field, _)| field_name(shown, field))
        .collect()
}

/// *Tisch 3: Leitung*
fn field_name(shown: &Shown, field: &str) -> String {
    let parts: Vec<&str> = field
        .split(['[', ']'])
        .filter(|part| !part.is_empty())
        .collect();
    let place = |text: &str| text.parse::<usize>().ok();
    match parts.as_slice() {
        ["topics", topic, "tables", table, name] => {
            let row = place(topic).and_then(|topic| shown.form.topics.get(topic));
            let row = row.and_then(|row| row.tables.get(place(table)?));
            let table = row.map(|row| row.name.clone()).unwrap_or_default();
            let field = match *name {
                "least" => t!("set-up-table-least"),
                "most" => t!("set-up-table-most"),
                "room" => t!("set-up-table-room"),
                "language" => t!("set-up-table-language"),
                "host" => t!("set-up-table-host-short"),
                _ => t!("set-up-table"),
            };
            t!("set-up-table-field", table = table, field = field)
        }
        ["topics", topic, ..] => {
            let number = place(topic).map_or(1, |place| place + 1);
            t!("set-up-topic-number", number = number)
        }
        ["begins"] => t!("set-up-begins"),
        ["rounds"] => t!("set-up-rounds-count"),
        ["minutes"] => t!("set-up-round-minutes"),
        ["change_minutes"] => t!("set-up-change-minutes"),
        ["expected"] => t!("set-up-reckon-people"),
        _ => t!("set-up-rules"),
    }
}

fn seats(now: &Possible) -> Figure {
    let missing = now.seats_missing();
    let (tone, verdict) = match (now.tables, missing) {
        (0, _) => (Tone::Plain, String::new()),
        (_, 0) => (Tone::Good, t!("set-up-seats-enough")),
        (_, n) => (Tone::Bad, t!("set-up-seats-missing", n = n)),
    };
    let detail = match (now.tables, now.empty_tables()) {
        (0, _) => t!("set-up-seats-none"),
        (_, 0) if missing > 0 => String::new(),
        (_, 0) => sizes(now),
        (_, n) => t!("set-up-tables-empty", n = n),
    };
    Figure {
        label: t!("set-up-seats"),
        number: t!("number", n = now.seats),
        of: t!("set-up-seats-for", n = now.people),
        tone,
        verdict,
        detail,
    }
}

/// *10 Tische zu fünft, 2 zu sechst*
pub(super) fn sizes(now: &Possible) -> String {
    if let Some(least) = now.uneven {
        return t!("set-up-tables-uneven", n = now.tables, least = least);
    }
    let [first, rest @ ..] = now.sizes.as_slice() else {
        return String::new();
    };
    let (size, tables) = *first;
    let mut parts = vec![t!(
        "set-up-tables-of",
        n = tables,
        size = t!("set-up-size", size = size)
    )];
    // More than three sizes say nothing.
    for (size, tables) in rest.iter().take(2) {
        parts.push(t!(
            "set-up-tables-of-more",
            n = *tables,
            size = t!("set-up-size", size = *size)
        ));
    }
    parts.join(", ")
}

fn topics(now: &Possible) -> Figure {
    let (tone, verdict) = if now.topics == 0 || now.people == 0 {
        (Tone::Plain, String::new())
    } else if now.topics_each >= now.topics {
        (Tone::Good, t!("set-up-topics-all"))
    } else {
        (
            Tone::Warn,
            t!("set-up-topics-some", n = now.topics - now.topics_each),
        )
    };
    Figure {
        label: t!("set-up-topics-each"),
        number: now.topics_each.to_string(),
        of: t!("set-up-topics-of", n = now.topics),
        tone,
        verdict,
        detail: String::new(),
    }
}

fn meetings(now: &Possible) -> Figure {
    let (fewest, most) = now.met;
    let detail = match (now.people, now.repeats) {
        (0 | 1, _) => t!("set-up-meetings-nobody"),
        (_, 0) if fewest == most => t!("set-up-meetings-each-same", most = most),
        (_, 0) => t!("set-up-meetings-each", fewest = fewest, most = most),
        (_, n) if fewest == most => t!("set-up-meetings-repeats-same", most = most, n = n),
        (_, n) => t!(
            "set-up-meetings-repeats",
            fewest = fewest,
            most = most,
            n = n
        ),
    };
    Figure {
        label: t!("set-up-meetings"),
        number: t!("number", n = now.meetings),
        of: t!("set-up-meetings-most"),
        tone: Tone::Plain,
        verdict: String::new(),
        detail,
    }
}

fn time(cafe: &Cafe, now: &Possible, shown: &Shown) -> Figure {
    let zone = cafe.event.details.time_zone.rules();
    let ends = cafe.schedule(shown.set_up.rounds).ends();
    let ends = ends.map(|at| clock(Zoned::new(at, zone.clone()).time()));
    let (tone, verdict, detail) = match now.minutes_left {
        left if left < 0 => (
            Tone::Bad,
            t!("set-up-time-over", n = left.unsigned_abs()),
            String::new(),
        ),
        0 => (Tone::Good, t!("set-up-time-fits"), t!("set-up-time-exact")),
        left => (
            Tone::Good,
            t!("set-up-time-fits"),
            t!("set-up-time-left", n = left),
        ),
    };
    Figure {
        label: t!("set-up-time"),
        number: ends.unwrap_or_default(),
        of: t!("set-up-time-end"),
        tone,
        verdict,
        detail,
    }
}
