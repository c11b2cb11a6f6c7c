//! `/organise/events/{id}/cafe/live`: the remote control of a café's clock, and the addresses of its screens.

mod screens;
mod steps;

use leptos::prelude::*;
use model::{IanaTimeZone, cafe::CafePhase};
use planner::cafes::{CafeNow, CafeRemote};
use ui::{
    components::{EmptyState, Notice, PageHead, Tone},
    dates::dates,
    shell::{Page, Section, Width, page},
    text::t,
    visit::{language, planner, query, visit},
};

use self::{
    screens::Screens,
    steps::{Rehearsal, Steps, Switches},
};
use super::{
    cafe::{asked_item, other_cafes, page_without_cafe},
    head::{CafePart, cafe_band},
};
use crate::{
    api::{
        authorise::reads_event,
        cafe::{cafe_page, named_item},
    },
    pages::cafe_clock::{Alone, ClockView, FollowedClock, Remaining, local_clock},
    routes::param,
};

#[component]
pub fn CafeLivePage() -> impl IntoView {
    page(async {
        let (_, access) = reads_event(&param("id"))?;
        let remote = match planner().cafe_remote(&access, asked_item()?).await {
            Ok(remote) => remote,
            Err(error) => return page_without_cafe(&access, CafePart::Live, error).await,
        };
        let cafe = &remote.cafe;
        let may_help = visit()
            .signed_in()?
            .may_help_at(cafe.network.id, cafe.event.id);
        let title = t!("live-title");
        let kind = cafe.item.as_ref().map(|item| item.title.to_string());
        let lang = cafe.event.details.language.tag();
        let others = other_cafes(cafe, CafePart::Live);
        let content = match &remote.now {
            None => nothing_yet(&remote).into_any(),
            Some(now) => clock(&remote, now, may_help).into_any(),
        };
        Ok(view! {
            <Page
                title=title.clone()
                brand=&cafe.network
                section=Section::Events
                width=Width::Narrow
                band=cafe_band(cafe, CafePart::Live)
            >
                <PageHead title kind=kind.unwrap_or_default() kind_lang=lang/>
                {others}
                {outcome()}
                {content}
            </Page>
        }
        .into_any())
    })
}

/// What became of the last step, if it was not done. The script takes it over with the clock.
fn outcome() -> impl IntoView {
    let text = match query("outcome").as_deref() {
        Some("meanwhile") => Some(t!("live-meanwhile")),
        Some("revoked-one") => Some(t!("live-revoked-one")),
        Some("revoked") => Some(t!("live-revoked")),
        _ => None,
    };
    let is_empty = text.is_none();
    let notice =
        text.map(|text| view! { <Notice tone=Tone::Warn><p role="status">{text}</p></Notice> });
    view! { <div id="outcome" hidden=is_empty>{notice}</div> }
}

fn nothing_yet(remote: &CafeRemote) -> impl IntoView + use<> {
    let cafe = &remote.cafe;
    let set_up = cafe_page(cafe.event.id, named_item(cafe), "", "");
    view! {
        <EmptyState title=t!("live-nothing")>
            <p>{t!("live-nothing-text")}</p>
            <p><a class="button" href=set_up>{t!("live-set-up")}</a></p>
        </EmptyState>
    }
}

fn clock(remote: &CafeRemote, now: &CafeNow, may_help: bool) -> impl IntoView + use<> {
    let now = now.clone();
    let phase = phase_name(&now);
    let is_running = now.reading.paused.is_none();
    let event = &remote.cafe.event;
    let item = named_item(&remote.cafe);
    let zone = event.details.time_zone.clone();
    let until = until(&now, &zone);
    let source = format!("/organise/events/{}/cafe/{}", event.id, now.plan);
    let steps = may_help.then(|| {
        view! { <Steps event=event.id item now=now.clone() zone=zone.clone()/> }
    });
    let rehearsal =
        view! { <Rehearsal event=event.id item now=now.clone() zone=zone.clone() may_help/> };
    let switches = may_help.then(|| {
        view! { <Switches event=event.id item now=now.clone()/> }
    });
    let screens = may_help.then(|| {
        view! {
            <Screens
                event=event.id
                item
                plan=now.plan
                links=remote.screens.clone()
                zone=remote.cafe.network.time_zone.clone()
            />
        }
    });
    let unpublished = now.published.is_none().then(|| {
        view! { <Notice tone=Tone::Warn><p>{t!("live-not-published")}</p></Notice> }
    });
    view! {
        <FollowedClock
            now=now.clone()
            view=ClockView::Remote
            source
            zone
            language=language()
            class="stack"
            shows=""
        >
            <Alone language=language()/>
            <p class="alone" role="alert" data-answer data-failed=t!("live-failed") data-waiting=t!("live-waiting")></p>
            {rehearsal}
            <section class="card now-card" aria-label=t!("live-clock") tabindex="-1" data-steps>
                <p class="apart">
                    <b>{phase}</b>
                    " "
                    {until}
                </p>
                <Remaining now=now.clone() language=language() class="big-number"/>
                <p class="stopped" data-paused hidden=is_running>{t!("clock-paused")}</p>
                {steps}
            </section>
            {switches}
        </FollowedClock>
        {unpublished}
        {screens}
    }
}

/// When the phase ends; on another day with the date, which the script leaves as it is.
fn until(now: &CafeNow, zone: &IanaTimeZone) -> AnyView {
    let ends = now.reading.now.ends;
    let local = zone.clock(ends);
    if now.reading.now.phase == CafePhase::Before && local.date() != zone.clock(now.at).date() {
        let when = dates().moment(local.datetime());
        return view! { <span class="soft">{t!("live-planned", when = when)}</span> }.into_any();
    }
    let has_end = now.reading.next.is_some() && now.reading.paused.is_none();
    view! {
        <span class="soft" data-until=t!("live-until", time = "{time}") hidden=!has_end>
            {t!("live-until", time = local_clock(ends, zone))}
        </span>
    }
    .into_any()
}

/// What is on: *Runde 2 von 3*.
fn phase_name(now: &CafeNow) -> String {
    let of = now.rounds.count;
    match now.reading.now.phase {
        CafePhase::Before => t!("live-before"),
        CafePhase::Talk(round) => t!("live-round", n = round, of = of),
        CafePhase::Change(after) => t!("live-change", n = after + 1),
        CafePhase::Over => t!("live-over"),
    }
}
