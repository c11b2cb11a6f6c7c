//! Beside the form: whom to reckon with, the suggestion, and what neighbouring set-ups would bring.

use leptos::prelude::*;
use planner::cafes::{Possible, Suggestion, Variant, suggest};
use ui::{
    components::{Field, InputKind},
    text::t,
};

use super::{Shown, figures::sizes};
use crate::api::cafe::people_to_suggest_for;

pub(super) fn aside(shown: &Shown) -> impl IntoView + use<> {
    view! {
        <aside class="stack">
            {reckon_with(shown)}
            {suggestion(shown)}
            {what_if(shown)}
        </aside>
    }
}

fn reckon_with(shown: &Shown) -> impl IntoView + use<> {
    let expected = shown.form.reckon_with == "expected";
    let registered = shown.cafe.confirmed;
    let held = shown.cafe.held_seats();
    let held = (held > 0).then(|| {
        let total = registered.saturating_add(held);
        view! { <p class="hint">{t!("set-up-reckon-held", n = held, total = total)}</p> }
    });
    let solve = (shown.may_change && !shown.set_up.tables.is_empty()).then(|| {
        if registered == 0 {
            return view! { <p class="hint">{t!("set-up-solve-nobody")}</p> }.into_any();
        }
        let kept = shown.cafe.plan.as_ref().and_then(|plan| plan.current);
        let kept =
            kept.map(|number| view! { <p class="hint">{t!("set-up-solve-kept", n = number)}</p> });
        view! {
            <button class="button first full" name="do" value="solve">{t!("set-up-solve")}</button>
            {kept}
        }
        .into_any()
    });
    view! {
        <section class="card dense">
            <fieldset class="bare reckon">
                <legend><h2>{t!("set-up-reckon-with")}</h2></legend>
                <div class="check">
                    <input
                        type="radio"
                        id="f-registered"
                        name="reckon_with"
                        value="registered"
                        checked=!expected
                    />
                    <label for="f-registered">{t!("set-up-reckon-registered", n = registered)}</label>
                </div>
                <div class="check">
                    <input
                        type="radio"
                        id="f-reckon-expected"
                        name="reckon_with"
                        value="expected"
                        checked=expected
                    />
                    <label for="f-reckon-expected">{t!("set-up-reckon-expected")}</label>
                    <Field
                        name="expected"
                        label=t!("set-up-reckon-people")
                        value=shown.form.expected.clone()
                        kind=InputKind::Number
                        unmarked=true
                    />
                </div>
            </fieldset>
            {held}
            {solve}
        </section>
    }
}

/// The suggestion, unless the set-up follows it already.
fn suggestion(shown: &Shown) -> impl IntoView + use<> {
    let (cafe, set_up) = (&shown.cafe, &shown.set_up);
    let people = people_to_suggest_for(cafe, set_up);
    let topics = u32::try_from(set_up.topics.len())
        .ok()
        .filter(|count| *count > 0);
    let suggested = suggest(people, cafe.minutes(), topics);
    let differs = suggested.applied_to(set_up, |number| number.to_string()) != *set_up;
    let class = if set_up.tables.is_empty() {
        "button first full"
    } else {
        "button small"
    };
    let shown = (shown.may_change && people > 0 && differs).then(|| {
        view! {
            <section class="card dense">
                <h2>{t!("set-up-suggest-for", n = people)}</h2>
                <p>{in_words(suggested)}</p>
                <p>
                    <button class=class name="do" value="suggest" data-reload>{t!("set-up-suggest")}</button>
                </p>
            </section>
        }
    });
    let empty = shown.is_none();
    view! { <div id="live-suggestion" data-updates hidden=empty>{shown}</div> }
}

/// *3 Themen zu je 4 Tischen mit 6 Plätzen, 3 Runden zu 30 Minuten*
fn in_words(suggested: Suggestion) -> String {
    let tables = t!(
        "set-up-suggested-tables",
        topics = suggested.topics,
        tables = suggested.tables,
        seats = suggested.seats
    );
    let rounds = t!(
        "set-up-suggested-rounds",
        rounds = suggested.rounds,
        minutes = suggested.minutes,
        change = suggested.change_minutes
    );
    t!("set-up-suggested", tables = tables, rounds = rounds)
}

fn what_if(shown: &Shown) -> impl IntoView + use<> {
    let now = shown.forecast.now.clone();
    let may_change = shown.may_change;
    let rounds = shown.set_up.rounds.count;
    let items: Vec<_> = shown
        .forecast
        .variants
        .iter()
        .map(|(variant, then)| {
            let name = variant_name(*variant);
            let name = if may_change {
                view! {
                    <button class="link" name="do" value=format!("try:{}", variant.as_str()) data-reload>
                        {name}
                    </button>
                }
                .into_any()
            } else {
                name.into_any()
            };
            let change = i64::from(then.meetings) - i64::from(now.meetings);
            let class = match change {
                0 => "cost",
                1.. => "cost good",
                _ => "cost warn",
            };
            view! {
                <li>
                    <div>{name}<p class="hint">{consequences(*variant, &now, then)}</p></div>
                    <span class=class>{signed(change)}</span>
                </li>
            }
        })
        .collect();
    let empty = items.is_empty();
    view! {
        <section class="card dense" id="live-what-if" data-updates hidden=empty>
            <h2>{t!("set-up-what-if")}</h2>
            <ul class="lines">
                <li>
                    <div>
                        <p><b>{t!("set-up-what-if-now", tables = now.tables, rounds = rounds)}</b></p>
                        <p class="hint">{t!("set-up-what-if-meetings")}</p>
                    </div>
                    <span class="cost"><b>{t!("number", n = now.meetings)}</b></span>
                </li>
                {items}
            </ul>
        </section>
    }
}

fn variant_name(variant: Variant) -> String {
    match variant {
        Variant::FewerTables => t!("set-up-fewer-tables"),
        Variant::MoreTables => t!("set-up-more-tables"),
        Variant::MoreRounds => t!("set-up-more-rounds"),
        Variant::FewerRounds => t!("set-up-fewer-rounds"),
        Variant::Uneven => t!("set-up-uneven"),
    }
}

/// *zu sechst oder siebt; 8 Plätze fehlen*
fn consequences(variant: Variant, now: &Possible, then: &Possible) -> String {
    let mut parts = Vec::new();
    if matches!(variant, Variant::FewerTables | Variant::MoreTables) {
        parts.push(sizes(then));
    }
    if then.seats_missing() > 0 {
        parts.push(t!("set-up-seats-missing", n = then.seats_missing()));
    }
    if then.hosts_missing > now.hosts_missing {
        parts.push(t!(
            "set-up-hosts-more",
            n = then.hosts_missing - now.hosts_missing
        ));
    }
    if then.topics_each != now.topics_each {
        parts.push(t!(
            "set-up-topics-then",
            each = then.topics_each,
            topics = then.topics
        ));
    }
    if then.repeats > now.repeats {
        parts.push(t!("set-up-repeats-then", n = then.repeats - now.repeats));
    }
    if then.minutes_left < 0 && then.minutes_left != now.minutes_left {
        parts.push(t!("set-up-time-over", n = then.minutes_left.unsigned_abs()));
    }
    parts.retain(|part| !part.is_empty());
    parts.join("; ")
}

/// *+159*, *−96*
fn signed(number: i64) -> String {
    match number {
        0 => "±0".to_owned(),
        1.. => format!("+{}", t!("number", n = number)),
        _ => format!("−{}", t!("number", n = -number)),
    }
}
