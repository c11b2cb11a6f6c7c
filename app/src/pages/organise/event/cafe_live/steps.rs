//! The buttons that move a clock. Each names the state that it was rendered from.

use jiff::SignedDuration;
use leptos::prelude::*;
use model::{AgendaItemId, EventId, IanaTimeZone, cafe::CafePhase};
use planner::cafes::CafeNow;
use ui::{
    components::{Notice, PostButton, Tag, Tone},
    dates::dates,
    text::t,
};

use crate::api::{actions::StepCafeClock, cafe_live::StepName};

/// The hidden fields of a step.
fn fields(
    event: EventId,
    item: Option<AgendaItemId>,
    now: &CafeNow,
    step: StepName,
) -> Vec<(&'static str, String)> {
    let seen = now.seen();
    let mut fields = vec![
        ("event", event.to_string()),
        ("plan", now.plan.to_string()),
        ("revision", seen.revision.to_string()),
        ("phase", seen.phase.to_string()),
        ("step", step.as_str().to_owned()),
    ];
    fields.extend(item.map(|item| ("item", item.to_string())));
    fields
}

/// How long before its planned time a café begins without a question.
const EARLY: SignedDuration = SignedDuration::from_hours(2);

/// Whether to begin now is so early that it may be a mistake.
fn is_early(now: &CafeNow) -> bool {
    now.reading.now.phase == CafePhase::Before && now.reading.remaining > EARLY
}

/// What can be done now, the next step first.
#[component]
pub fn Steps(
    event: EventId,
    item: Option<AgendaItemId>,
    now: CafeNow,
    /// The zone of the event.
    zone: IanaTimeZone,
) -> impl IntoView {
    let reading = now.reading;
    let next = reading.next.map(|next| {
        let label = match (reading.now.phase, next.phase) {
            (CafePhase::Talk(_), CafePhase::Change(_)) => t!("live-to-change"),
            (_, CafePhase::Talk(round)) => t!("live-begin-round", n = round),
            _ => t!("live-end"),
        };
        let button = |label: String| {
            view! {
                <PostButton
                    to=StepCafeClock::PATH
                    label
                    class="button first full"
                    fields=fields(event, item, &now, StepName::Next)
                />
            }
        };
        if is_early(&now) {
            let when = dates().moment(zone.clock(reading.now.ends).datetime());
            let says = if now.at < now.day.start {
                t!("live-rehearse", when = when)
            } else {
                t!("live-early", when = when)
            };
            view! {
                <details class="early">
                    <summary class="button first full">{label}" …"</summary>
                    <div class="stack">
                        <p>{says}</p>
                        {button(t!("live-begin-now"))}
                    </div>
                </details>
            }
            .into_any()
        } else {
            button(label).into_any()
        }
    });
    let is_on = matches!(reading.now.phase, CafePhase::Talk(_) | CafePhase::Change(_));
    let button = |step: StepName, label: String| {
        view! { <PostButton to=StepCafeClock::PATH label fields=fields(event, item, &now, step)/> }
    };
    let minute = reading
        .next
        .is_some()
        .then(|| button(StepName::AddMinute, t!("live-add-minute")));
    let pause = is_on.then(|| match reading.paused {
        None => button(StepName::Pause, t!("live-pause")),
        Some(_) => button(StepName::Resume, t!("live-resume")),
    });
    let ring = button(StepName::Ring, t!("live-ring"));
    let back = (reading.now.phase != CafePhase::Before)
        .then(|| view! { <p>{button(StepName::Back, t!("live-back"))}</p> });
    view! {
        {next}
        <div class="thirds">{minute}{pause}{ring}</div>
        {back}
    }
}

/// That the clock is tried out on another day than that of the café.
#[component]
pub fn Rehearsal(
    event: EventId,
    item: Option<AgendaItemId>,
    now: CafeNow,
    /// The zone of the event.
    zone: IanaTimeZone,
    /// Whether the person may end it.
    may_help: bool,
) -> impl IntoView {
    now.is_rehearsal().then(|| {
        let begins = now
            .schedule
            .rounds
            .first()
            .map_or(now.at, |round| round.begins);
        let when = dates().moment(zone.clock(begins).datetime());
        let action = may_help.then(|| {
            let fields = fields(event, item, &now, StepName::FollowPlan);
            let label = t!("live-rehearsal-end");
            view! { <PostButton to=StepCafeClock::PATH label fields class="button small"/> }
                .into_any()
        });
        view! {
            <Notice tone=Tone::Warn action>
                <p><b>{t!("live-rehearsal")}</b>" "{t!("live-rehearsal-text", when = when)}</p>
            </Notice>
        }
    })
}

/// What the clock does by itself.
#[component]
pub fn Switches(event: EventId, item: Option<AgendaItemId>, now: CafeNow) -> impl IntoView {
    let switch = |is_on: bool, label: String, off: StepName, on: StepName| {
        let (state, tone) = if is_on {
            (t!("live-on"), Tone::Good)
        } else {
            (t!("live-off"), Tone::Plain)
        };
        let (step, action) = if is_on {
            (off, t!("live-switch-off"))
        } else {
            (on, t!("live-switch-on"))
        };
        view! {
            <li class="apart">
                <span>{label.clone()}" "<Tag text=state tone/></span>
                <PostButton to=StepCafeClock::PATH label=action about=label fields=fields(event, item, &now, step)/>
            </li>
        }
    };
    view! {
        <section class="card">
            <h2>{t!("live-by-itself")}</h2>
            <ul class="switches">
                {switch(now.clock.automatic, t!("live-automatic"), StepName::ByHand, StepName::ByClock)}
                {switch(now.clock.bells, t!("live-bells"), StepName::BellsOff, StepName::BellsOn)}
            </ul>
        </section>
    }
}
