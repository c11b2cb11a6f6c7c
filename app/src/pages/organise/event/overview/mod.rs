//! `/organise/events/{id}`: how an event stands, what is next, what happened last.

mod actions;
mod activity;
mod aside;
mod copied;
mod steps;
mod timeline;

use leptos::prelude::*;
use model::{EventState, JobState, Visibility};
use planner::events::EventOverview;
use ui::{
    components::{CopyField, NextSteps, Notice, Tiles, Tone},
    shell::{Page, Section, page},
    text::{Named, t},
    visit::{planner, query, visit},
};

pub(crate) use activity::EventActivityPage;
pub(crate) use steps::{StepText, quiet_text};

use super::{head::overview_band, job::outcome};
use crate::{
    api::{authorise::reads_event, jobs::path_of},
    pages::organise::registrations::{Represented, tiles},
    routes::param,
};

#[component]
pub fn EventOverviewPage() -> impl IntoView {
    page(async {
        let (_, access) = reads_event(&param("id"))?;
        let overview = planner().event_overview(&access).await?;
        let (network, event) = (&overview.network, &overview.event);
        let may_plan = visit().signed_in()?.organises(network.id).is_ok();
        let public = planner().event_page(event);
        let actions = actions::actions(event, &public, may_plan);
        let steps = steps::steps(&overview, may_plan);
        let quiet = quiet_text(event, &overview.next);
        Ok(view! {
            <Page
                title=event.details.title.to_string()
                brand=network
                section=Section::Events
                band=overview_band(network, event, overview.counts.confirmed, Some(actions))
            >
                {saved()}
                {unfinished(&overview)}
                {cancelled(&overview)}
                <div class="cols">
                    <div class="stack loose">
                        <NextSteps steps quiet/>
                        {copied::notes(&overview, may_plan)}
                        {figures(&overview)}
                        {invitations(&overview)}
                        {timeline::timeline(&overview, may_plan)}
                        {contingents(&overview)}
                    </div>
                    {aside::aside(&overview, &public, may_plan)}
                </div>
            </Page>
        })
    })
}

/// The field with the address of the public page, to copy.
pub(super) fn link_field(public: &str) -> impl IntoView + use<> {
    view! {
        <CopyField
            id="public-link"
            label=t!("event-link-share")
            value=public.to_owned()
            action=t!("event-link-copy")
        />
    }
}

/// Whether the public page of the event can be seen.
pub(super) fn is_shared(state: EventState, visibility: Visibility) -> bool {
    state == EventState::Published && visibility != Visibility::Invitation
}

/// The notice about the last action.
fn saved() -> Option<impl IntoView> {
    let text = match query("saved")?.as_str() {
        "new" => t!("event-saved-new"),
        "next" => t!("event-saved-next"),
        "published" => t!("event-saved-published"),
        "cancelled" => t!("event-saved-cancelled"),
        _ => t!("event-saved-changed"),
    };
    Some(view! { <Notice tone=Tone::Good><p role="status">{text}</p></Notice> })
}

/// The notice about the latest job, unless it has done everything.
fn unfinished(overview: &EventOverview) -> Option<impl IntoView + use<>> {
    let latest = overview
        .jobs
        .first()
        .filter(|view| view.job.state != JobState::Done)?;
    let job = &latest.job;
    let kind = job.kind.name();
    let (tone, text) = if job.state.is_active() {
        let text = t!("jobs-running", kind = kind, outcome = outcome(latest));
        (Tone::Plain, text)
    } else {
        let text = t!("jobs-unfinished", kind = kind, outcome = outcome(latest));
        (Tone::Warn, text)
    };
    let page = path_of(overview.event.id, job.id);
    let action = view! { <a class="button" href=page>{t!("jobs-show")}</a> }.into_any();
    Some(view! { <Notice tone action><p>{text}</p></Notice> })
}

/// Why the event was cancelled.
fn cancelled(overview: &EventOverview) -> Option<impl IntoView + use<>> {
    let reason = overview.event.cancel_reason.as_ref()?;
    let text = t!("event-next-cancelled", reason = reason.to_string());
    Some(view! { <Notice tone=Tone::Bad><p>{text}</p></Notice> })
}

fn figures(overview: &EventOverview) -> impl IntoView + use<> {
    let (organisations, of) = overview.organisations;
    let tiles = tiles(
        overview.counts,
        &overview.event.details,
        Represented { organisations, of },
        &format!("/organise/events/{}/registrations", overview.event.id),
    );
    view! { <Tiles tiles/> }
}

/// How many invited people have answered, and how.
fn invitations(overview: &EventOverview) -> Option<impl IntoView + use<>> {
    let counts = overview.invitations;
    let href = format!("/organise/events/{}/invitations", overview.event.id);
    (counts.invited() > 0).then(|| {
        let figures = [
            t!("overview-invited", n = counts.invited()),
            t!("overview-invited-registered", n = counts.registered),
            t!("overview-invited-declined", n = counts.declined),
            t!("overview-invited-silent", n = counts.silent),
        ];
        view! {
            <section class="card dense" aria-labelledby="invitations">
                <div class="row apart">
                    <h2 id="invitations">{t!("overview-invitations")}</h2>
                    <a class="small" href=href>{t!("overview-invitations-who")}</a>
                </div>
                <p>{figures.join(" · ")}</p>
            </section>
        }
    })
}

/// The seats that are held for organisations, and how many of them are taken.
fn contingents(overview: &EventOverview) -> Option<impl IntoView + use<>> {
    if overview.contingents.is_empty() {
        return None;
    }
    let rows = overview.contingents.iter().map(|contingent| {
        let (taken, held) = (contingent.taken, contingent.held);
        let used = taken.min(held);
        let text = if taken >= held {
            t!("contingent-full", taken = taken, held = held)
        } else {
            t!(
                "contingent-held",
                taken = taken,
                left = held - taken,
                held = held
            )
        };
        view! {
            <li>
                <b>{contingent.organisation.to_string()}</b>
                " "
                <span class="small soft">{text.clone()}</span>
                <meter min="0" max=held.to_string() value=used.to_string() aria-label=text></meter>
            </li>
        }
    });
    Some(view! {
        <section class="card dense">
            <h2>{t!("event-contingents")}</h2>
            <ul class="contingents">{rows.collect_view()}</ul>
        </section>
    })
}
