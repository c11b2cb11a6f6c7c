//! `/screen/{token}`: the screen of a café, by a secret link. It shows round and time, and during a change
//! where everybody sits next.

mod names;
mod rooms;

use leptos::prelude::*;
use model::{
    AgendaItem, Language,
    cafe::{CafePhase, ClockReading},
};
use planner::{access::ScreenAccess, cafes::CafeScreen};
use ui::{
    dates::{Dates, clock},
    shell::{FullScreenPage, page},
    text::t,
    visit::{planner, visit},
};

use self::{names::Names, rooms::Rooms};
use crate::{
    pages::cafe_clock::{Alone, ClockView, FollowedClock, Remaining, local_clock},
    routes::param,
};

/// For how long before the first round the screen says where people sit in it.
const NAMES_BEFORE: i64 = 60 * 60;

#[component]
pub fn ScreenPage() -> impl IntoView {
    page(async {
        let token = param("token");
        let access = ScreenAccess::new(&token, &visit().client);
        let screen = planner().cafe_screen(&access).await?;
        let language = screen.event.details.language;
        let title = screen.event.details.title.to_string();
        let zone = screen.event.details.time_zone.clone();
        let brand = screen.network.clone();
        Ok(view! {
            <FullScreenPage title=t!(language => "screen-title", event = title.as_str()) brand=&brand language>
                <FollowedClock
                    now=screen.now.clone()
                    view=ClockView::Screen
                    source=format!("/screen/{token}")
                    zone
                    language
                    class="board"
                    shows=shown(&screen)
                >
                    {quiet_head(&screen)}
                    {names_head(&screen)}
                    <main>
                        {calm(&screen)}
                        {talk(&screen)}
                        {over(&screen)}
                        <div class="when-names">
                            <Names
                                seats=screen.seats.clone()
                                set_up=screen.set_up.clone()
                                round=next_round(&screen.now.reading)
                                at=screen.now.at
                                language
                            />
                        </div>
                    </main>
                    <footer>
                        {progress(&screen)}
                        <Rooms tables=screen.set_up.tables.clone() language/>
                        <Alone language/>
                    </footer>
                </FollowedClock>
            </FullScreenPage>
        })
    })
}

/// What the style sheet shows.
fn shown(screen: &CafeScreen) -> &'static str {
    let reading = &screen.now.reading;
    match reading.now.phase {
        CafePhase::Before
            if reading.remaining.as_secs() <= NAMES_BEFORE && !screen.seats.is_empty() =>
        {
            "soon"
        }
        CafePhase::Before => "calm",
        CafePhase::Talk(_) => "talk",
        CafePhase::Change(_) => "change",
        CafePhase::Over => "over",
    }
}

/// The round that people sit down for.
fn next_round(reading: &ClockReading) -> u32 {
    reading.now.phase.round().unwrap_or(1)
}

fn cafe_name(screen: &CafeScreen, language: Language) -> String {
    let item = screen.item.as_ref();
    item.map_or_else(
        || t!(language => "screen-cafe"),
        |item| item.title.to_string(),
    )
}

fn quiet_head(screen: &CafeScreen) -> impl IntoView + use<> {
    let details = &screen.event.details;
    let language = details.language;
    let now = local_clock(screen.now.at, &details.time_zone);
    view! {
        <header class="when-quiet">
            <p>{details.title.to_string()}</p>
            <p>{cafe_name(screen, language)}</p>
            <p>
                <button type="button" class="sound" data-sound hidden>{t!(language => "screen-sound")}</button>
                <time data-time=t!(language => "screen-time", time = "{time}")>{t!(language => "screen-time", time = now)}</time>
            </p>
        </header>
    }
}

fn names_head(screen: &CafeScreen) -> impl IntoView + use<> {
    let details = &screen.event.details;
    let language = details.language;
    let reading = &screen.now.reading;
    let begins = local_clock(reading.now.ends, &details.time_zone);
    view! {
        <header class="when-names">
            <h1>
                <span class="when-change">{t!(language => "screen-where-to")}</span>
                <span class="when-soon">{t!(language => "screen-first-table")}</span>
                " "
                <span class="letters" data-letters></span>
            </h1>
            <p
                data-begins=t!(language => "screen-begins", round = "{round}", time = "{time}")
                data-soon=t!(language => "screen-begins-soon", round = "{round}")
            >
                {t!(language => "screen-begins", round = next_round(reading), time = begins)}
            </p>
            <Remaining now=screen.now.clone() language class="big"/>
        </header>
    }
}

/// Long before the first round.
fn calm(screen: &CafeScreen) -> impl IntoView + use<> {
    let details = &screen.event.details;
    let language = details.language;
    let begins = details.time_zone.clock(screen.now.reading.now.ends);
    let unpublished = screen
        .now
        .published
        .is_none()
        .then(|| view! { <p class="then">{t!(language => "screen-not-published")}</p> });
    view! {
        <section class="middle when-calm">
            <h1 class="round">{cafe_name(screen, language)}</h1>
            <p class="then">{t!(language => "screen-first-round")}</p>
            <p class="moment">{Dates(language).moment(begins.datetime())}</p>
            {unpublished}
        </section>
    }
}

fn talk(screen: &CafeScreen) -> impl IntoView + use<> {
    let details = &screen.event.details;
    let language = details.language;
    let reading = &screen.now.reading;
    let time = local_clock(reading.now.ends, &details.time_zone);
    let change = |time: &str| t!(language => "screen-then-change", time = time);
    let round =
        |time: &str, round: &str| t!(language => "screen-then-round", time = time, round = round);
    let over = |time: &str| t!(language => "screen-then-over", time = time);
    let hand = t!(language => "screen-then-hand");
    let then = match reading.next.map(|next| next.phase) {
        _ if !screen.now.clock.automatic || reading.paused.is_some() => hand.clone(),
        Some(CafePhase::Change(_)) => change(&time),
        Some(CafePhase::Talk(next)) => round(&time, &next.to_string()),
        _ => over(&time),
    };
    view! {
        <section class="middle when-talk">
            <h1 class="round">
                {t!(language => "screen-round")}" "<span data-round>{next_round(reading)}</span>
                " "<small>{t!(language => "screen-of", n = screen.now.rounds.count)}</small>
            </h1>
            <Remaining now=screen.now.clone() language class="countdown"/>
            <p class="then stopped" data-paused hidden=reading.paused.is_none()>{t!(language => "clock-paused")}</p>
            <p
                class="then"
                data-then
                data-change=change("{time}")
                data-talk=round("{time}", "{round}")
                data-over=over("{time}")
                data-hand=hand
            >
                {then}
            </p>
        </section>
    }
}

fn over(screen: &CafeScreen) -> impl IntoView + use<> {
    let language = screen.event.details.language;
    let next = screen.next_item.as_ref().map(|item| {
        view! { <p class="then">{t!(language => "screen-next-item", time = clock(item.starts.time()), title = item.title.as_str())}</p> }
    });
    view! {
        <section class="middle when-over">
            <h1 class="round">{t!(language => "screen-over")}</h1>
            <p class="then">{t!(language => "screen-thanks")}</p>
            {next}
        </section>
    }
}

/// A bar for each round, and what follows in the agenda.
fn progress(screen: &CafeScreen) -> impl IntoView + use<> {
    let language = screen.event.details.language;
    let reading = &screen.now.reading;
    let begun = reading.now.phase.rounds_begun(screen.now.rounds.count);
    let bars = (1..=screen.now.rounds.count).map(|round| {
        let is_now = reading.now.phase == CafePhase::Talk(round);
        let name = t!(language => "screen-round-n", n = round);
        let all = reading
            .now
            .ends
            .duration_since(reading.now.begins)
            .as_secs_f64();
        let value = match () {
            () if is_now => 1.0 - (reading.remaining.as_secs_f64() / all).clamp(0.0, 1.0),
            () if round <= begun => 1.0,
            () => 0.0,
        };
        view! {
            <li data-bar=round data-now=is_now>
                <progress value=format!("{value:.3}") max="1" aria-label=name.clone()></progress>
                <span>{name}</span>
            </li>
        }
    });
    let next = screen.next_item.as_ref().map(|item: &AgendaItem| {
        let time = clock(item.starts.time());
        let text = t!(language => "screen-item", title = item.title.as_str(), time = time);
        view! { <li class="after"><span>{text}</span></li> }
    });
    view! { <ol class="rounds when-quiet">{bars.collect_view()}{next}</ol> }
}
