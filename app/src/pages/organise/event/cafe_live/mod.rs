//! `/organise/events/{id}/cafe/live`: the remote control of a café's clock, and the addresses of its screens.

mod screens;
mod steps;

use leptos::prelude::*;
use model::cafe::CafePhase;
use planner::cafes::{CafeNow, CafeRemote};
use ui::{
    components::{EmptyState, Notice, PageHead, Tone},
    error::AppError,
    shell::{Page, Section, Width, page},
    text::t,
    visit::{language, planner, query, visit},
};

use self::{
    screens::Screens,
    steps::{Steps, Switches},
};
use super::{
    cafe::page_without_cafe,
    head::{CafePart, EventTab, event_band},
};
use crate::{
    api::authorise::reads_event,
    pages::cafe_clock::{Alone, ClockView, FollowedClock, Remaining, local_clock},
    routes::param,
};

#[component]
pub fn CafeLivePage() -> impl IntoView {
    page(async {
        let (_, access) = reads_event(&param("id"))?;
        let item = query("item").map(|id| id.parse().map_err(|_| AppError::NotFound));
        let remote = match planner().cafe_remote(&access, item.transpose()?).await {
            Ok(remote) => remote,
            Err(error) => return page_without_cafe(&access, CafePart::Live, error).await,
        };
        let may_help = visit().signed_in()?.helps(remote.network.id).is_ok();
        let title = t!("live-title");
        let cafe = remote.item.as_ref().map(|item| item.title.to_string());
        let content = match &remote.now {
            None => nothing_yet(&remote).into_any(),
            Some(now) => clock(&remote, now, may_help).into_any(),
        };
        Ok(view! {
            <Page
                title=title.clone()
                brand=&remote.network
                section=Section::Events
                width=Width::Narrow
                band=event_band(
                    &remote.network,
                    &remote.event,
                    remote.confirmed,
                    EventTab::Cafe(CafePart::Live),
                )
            >
                <PageHead title kind=cafe.unwrap_or_default() kind_lang=remote.event.details.language.tag()/>
                {others(&remote)}
                {outcome()}
                {content}
            </Page>
        }
        .into_any())
    })
}

/// Where an event has several cafés, links to the others.
fn others(remote: &CafeRemote) -> Option<impl IntoView + use<>> {
    let base = format!("/organise/events/{}/cafe/live", remote.event.id);
    let current = remote.item.as_ref().map(|item| item.id);
    let others = remote.items.iter().filter(|item| Some(item.id) != current);
    let links: Vec<_> = others
        .map(|item| {
            let to = format!("{base}?item={}", item.id);
            view! { <a href=to>{item.title.to_string()}</a> }
        })
        .collect();
    (!links.is_empty()).then(|| view! { <p class="row">{t!("live-others")}" "{links}</p> })
}

/// What became of the last step, if it was not done.
fn outcome() -> Option<impl IntoView> {
    let text = match query("outcome")?.as_str() {
        "meanwhile" => t!("live-meanwhile"),
        "revoked" => t!("live-revoked"),
        _ => return None,
    };
    Some(view! { <Notice tone=Tone::Warn><p role="status">{text}</p></Notice> })
}

fn nothing_yet(remote: &CafeRemote) -> impl IntoView + use<> {
    let set_up = format!("/organise/events/{}/cafe", remote.event.id);
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
    let zone = remote.event.details.time_zone.clone();
    let until = local_clock(now.reading.now.ends, &zone);
    let has_end = now.reading.next.is_some() && is_running;
    let source = format!("/organise/events/{}/cafe/{}", remote.event.id, now.plan);
    let steps = may_help.then(|| {
        view! { <Steps event=remote.event.id item=remote.item.as_ref().map(|item| item.id) now=now.clone()/> }
    });
    let switches = may_help.then(|| {
        view! { <Switches event=remote.event.id item=remote.item.as_ref().map(|item| item.id) now=now.clone()/> }
    });
    let screens = may_help.then(|| {
        view! {
            <Screens
                event=remote.event.id
                item=remote.item.as_ref().map(|item| item.id)
                plan=now.plan
                links=remote.screens.clone()
                zone=remote.network.time_zone.clone()
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
            <section class="card now-card" aria-label=t!("live-clock")>
                <p class="apart">
                    <b>{phase}</b>
                    " "
                    <span class="soft" data-until=t!("live-until", time = "{time}") hidden=!has_end>
                        {t!("live-until", time = until)}
                    </span>
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
