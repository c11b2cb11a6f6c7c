//! `/organise/events/{id}`: the state of an event and the next step.

use leptos::prelude::*;
use model::{EventState, Visibility};
use planner::{events::PlannedEvent, jobs::JobView};
use ui::{
    components::{Notice, Tile, Tiles, Tone},
    dates::dates,
    shell::{Page, Section, page},
    text::{Named, t},
    visit::{planner, query, visit},
};

use super::{head::overview_band, job::outcome};
use crate::{
    api::{authorise::reads_event, jobs::path_of},
    routes::param,
};

#[component]
pub fn EventOverviewPage() -> impl IntoView {
    page(async {
        let (_, access) = reads_event(&param("id"))?;
        let planned = planner().planned_event(&access).await?;
        let may_plan = visit().signed_in()?.organises(planned.network.id).is_ok();
        let jobs = planner().jobs_of_event(&access).await?;
        let public = planner().event_page(&planned.event);
        Ok(view! {
            <Page
                title=planned.event.details.title.to_string()
                brand=&planned.network
                section=Section::Events
                band=overview_band(&planned.network, &planned.event, planned.counts.confirmed, None)
            >
                {saved()}
                {running(&planned, &jobs)}
                {next_step(&planned, may_plan)}
                <Tiles tiles=tiles(&planned)/>
                <div class="cols">
                    {facts(&planned, &public, may_plan)}
                    {may_plan.then(|| acts(&planned))}
                </div>
                {recent(&planned, &jobs)}
            </Page>
        })
    })
}

/// The notice about the last action.
fn saved() -> Option<impl IntoView> {
    let text = match query("saved")?.as_str() {
        "new" => t!("event-saved-new"),
        "published" => t!("event-saved-published"),
        "cancelled" => t!("event-saved-cancelled"),
        _ => t!("event-saved-changed"),
    };
    Some(view! { <Notice tone=Tone::Good><p role="status">{text}</p></Notice> })
}

/// The notice about a job that runs or waits.
fn running(planned: &PlannedEvent, jobs: &[JobView]) -> Option<impl IntoView + use<>> {
    let job = &jobs.iter().find(|job| job.job.state.is_active())?.job;
    let text = t!(
        "jobs-running",
        kind = job.kind.name(),
        done = job.done,
        total = job.total
    );
    let page = path_of(planned.event.id, job.id);
    let action = view! { <a class="button" href=page>{t!("jobs-show")}</a> }.into_any();
    Some(view! { <Notice action><p>{text}</p></Notice> })
}

/// The latest jobs.
fn recent(planned: &PlannedEvent, jobs: &[JobView]) -> Option<impl IntoView + use<>> {
    if jobs.is_empty() {
        return None;
    }
    let zone = &planned.network.time_zone;
    let lines = jobs.iter().map(|view| {
        let job = &view.job;
        let page = path_of(planned.event.id, job.id);
        let at = dates().brief(&zone.clock(job.created_at));
        view! {
            <li><a href=page>{job.kind.name()}</a>" · "{at}" · "{outcome(view)}</li>
        }
    });
    Some(view! {
        <section class="card">
            <h2>{t!("jobs-title")}</h2>
            <ul class="jobs">{lines.collect_view()}</ul>
        </section>
    })
}

/// The next step.
fn next_step(planned: &PlannedEvent, may_plan: bool) -> Option<AnyView> {
    let base = format!("/organise/events/{}", planned.event.id);
    let button = |path: &str, label: String| {
        let href = format!("{base}{path}");
        may_plan.then(|| view! { <a class="button first" href=href>{label}</a> }.into_any())
    };
    let now = visit().now;
    let (text, action) = match planned.event.state {
        EventState::Cancelled => {
            let reason = planned
                .event
                .cancel_reason
                .as_ref()
                .map(ToString::to_string);
            (
                t!("event-next-cancelled", reason = reason.unwrap_or_default()),
                None,
            )
        }
        EventState::Draft if planned.event.details.ends.at <= now => (
            t!("event-next-draft-over"),
            button("/edit", t!("event-edit")),
        ),
        EventState::Draft if planned.agenda.is_empty() => (
            t!("event-next-agenda"),
            button("/agenda", t!("event-next-agenda.action")),
        ),
        EventState::Draft => (
            t!("event-next-publish"),
            button("/publish", t!("event-publish")),
        ),
        EventState::Published if planned.event.details.ends.at <= now => {
            (t!("event-next-over"), None)
        }
        EventState::Published if planned.counts.waitlisted > 0 => (
            t!("event-next-waiting", n = planned.counts.waitlisted),
            button(
                "/registrations?state=waitlisted",
                t!("event-next-waiting.action"),
            ),
        ),
        EventState::Published if planned.counts.confirmed == 0 => {
            let text = match planned.event.details.visibility {
                Visibility::Invitation => t!("event-next-add"),
                Visibility::Public | Visibility::Link => t!("event-next-share"),
            };
            (text, button("/registrations", t!("event-next-add.action")))
        }
        EventState::Published => return None,
    };
    Some(view! { <Notice action><p>{text}</p></Notice> }.into_any())
}

fn tiles(planned: &PlannedEvent) -> Vec<Tile> {
    let list = |state: &str| {
        Some(format!(
            "/organise/events/{}/registrations?state={state}",
            planned.event.id
        ))
    };
    let counts = planned.counts;
    let seats = planned.event.details.capacity.map_or_else(
        || counts.confirmed.to_string(),
        |capacity| format!("{} / {capacity}", counts.confirmed),
    );
    vec![
        Tile {
            number: seats,
            label: t!("event-tile-confirmed"),
            href: list("confirmed"),
        },
        Tile {
            number: counts.pending.to_string(),
            label: t!("event-tile-pending"),
            href: list("pending"),
        },
        Tile {
            number: counts.waitlisted.to_string(),
            label: t!("event-tile-waitlisted"),
            href: list("waitlisted"),
        },
        Tile {
            number: planned.agenda.len().to_string(),
            label: t!("event-tile-agenda", n = planned.agenda.len()),
            href: Some(format!("/organise/events/{}/agenda", planned.event.id)),
        },
    ]
}

fn facts(planned: &PlannedEvent, public: &str, may_plan: bool) -> impl IntoView + use<> {
    let details = &planned.event.details;
    let edit = (may_plan && planned.event.state != EventState::Cancelled).then(|| {
        let href = format!("/organise/events/{}/edit", planned.event.id);
        view! { <a class="quiet" href=href>{t!("event-facts-edit")}</a> }
    });
    let opens = details.opens.as_ref().map(|when| dates().when(when));
    let closes = details.closes.as_ref().map(|when| dates().when(when));
    let link = match (planned.event.state, details.visibility) {
        (EventState::Draft, _) => view! { <dd>{t!("event-link-draft")}</dd> }.into_any(),
        (_, Visibility::Invitation) => view! { <dd>{t!("event-link-invitation")}</dd> }.into_any(),
        _ => view! { <dd><a href=public.to_owned()>{public.to_owned()}</a></dd> }.into_any(),
    };
    let contingents: Vec<String> = details
        .contingents
        .iter()
        .filter_map(|contingent| {
            let organisation = planned
                .organisations
                .iter()
                .find(|known| known.id == contingent.organisation)?;
            Some(format!("{}: {}", organisation.short_name, contingent.seats))
        })
        .collect();
    let summary = details.summary.to_string();
    view! {
        <section class="card">
            <div class="head">
                <h2>{t!("event-facts")}</h2>
                {edit}
            </div>
            {(!summary.is_empty()).then(|| view! { <p lang=details.language.tag()>{summary}</p> })}
            <dl class="values">
                <dt>{t!("event-link")}</dt>
                {link}
                <dt>{t!("event-opens")}</dt>
                <dd>{opens.unwrap_or_else(|| t!("event-opens-none"))}</dd>
                <dt>{t!("event-closes")}</dt>
                <dd>{closes.unwrap_or_else(|| t!("event-closes-none"))}</dd>
                {(!contingents.is_empty()).then(|| view! {
                    <dt>{t!("event-contingents")}</dt>
                    <dd>{contingents.join(" · ")}</dd>
                })}
            </dl>
        </section>
    }
}

/// Actions on the event.
fn acts(planned: &PlannedEvent) -> impl IntoView + use<> {
    let base = format!("/organise/events/{}", planned.event.id);
    let link = |path: String, label: String| view! { <li><a href=path>{label}</a></li> }.into_any();
    let mut acts = vec![
        link(format!("{base}/preview"), t!("event-preview")),
        link(
            format!("/organise/events/new?from={}", planned.event.id),
            t!("event-copy"),
        ),
    ];
    match planned.event.state {
        EventState::Draft => {
            acts.insert(0, link(format!("{base}/publish"), t!("event-publish")));
            acts.push(link(format!("{base}/discard"), t!("event-discard")));
        }
        EventState::Published => {
            acts.insert(
                0,
                link(format!("{base}/registrations/new"), t!("event-add-person")),
            );
            acts.push(link(format!("{base}/cancel"), t!("event-cancel")));
        }
        EventState::Cancelled => {}
    }
    view! {
        <aside class="card">
            <h2>{t!("event-acts")}</h2>
            <ul class="acts">{acts}</ul>
        </aside>
    }
}
