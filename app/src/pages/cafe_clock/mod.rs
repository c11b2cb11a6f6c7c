//! A clock that a page follows: the server renders it, and `clock.js` counts on from the same state.

use jiff::Timestamp;
use leptos::prelude::*;
use model::{IanaTimeZone, Language, cafe::CafePhase};
use planner::cafes::CafeNow;
use ui::{
    dates::clock,
    page_properties::{page_properties, require_connecting_script},
    text::t,
};

/// After how many seconds the page loads itself again without a script.
const RELOAD_SECONDS: u32 = 10;

/// Who looks at a clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ClockView {
    /// Everybody in the room. The page goes on by itself, also without the server.
    Screen,
    /// Whoever moves it. Its buttons name the phase, so each phase is rendered by the server.
    Remote,
}

/// A part of a page that follows the clock of a café.
#[component]
pub(crate) fn FollowedClock(
    now: CafeNow,
    view: ClockView,
    /// The path before `/clock` and `/events`.
    source: String,
    zone: IanaTimeZone,
    language: Language,
    class: &'static str,
    /// What the style sheet shows: the phase, or a variant of it.
    shows: &'static str,
    children: Children,
) -> impl IntoView {
    let properties = page_properties();
    properties.set_reloads_every(RELOAD_SECONDS);
    require_connecting_script(include_str!("clock.js"));
    let state = serde_json::to_string(&now.screen_state()).unwrap_or_default();
    let kind = match view {
        ClockView::Screen => "screen",
        ClockView::Remote => "remote",
    };
    view! {
        <div
            class=class
            data-clock=kind
            data-view=shows
            data-state=state
            data-phase=now.reading.now.phase.to_string()
            data-source=source
            data-zone=zone.to_string()
            data-lang=language.tag()
        >
            {children()}
        </div>
    }
}

/// The time that remains. Minutes, which a script replaces by minutes and seconds.
#[component]
pub(crate) fn Remaining(now: CafeNow, language: Language, class: &'static str) -> impl IntoView {
    let minutes = now.reading.remaining.as_secs().max(0).saturating_add(59) / 60;
    let text = match (now.reading.now.phase, minutes) {
        (CafePhase::Before, 60..) | (CafePhase::Over, _) => String::new(),
        _ => t!(language => "clock-minutes", n = minutes),
    };
    view! { <p class=class role="timer" data-remaining>{text}</p> }
}

/// That the page has no connection, once a script has noticed.
#[component]
pub(crate) fn Alone(language: Language) -> impl IntoView {
    view! { <p class="alone" data-alone=t!(language => "clock-alone", time = "{time}") role="status"></p> }
}

/// The local time of an instant, such as *13:50*.
pub(crate) fn local_clock(at: Timestamp, zone: &IanaTimeZone) -> String {
    clock(zone.clock(at).time())
}
