//! The timeline of an event: what happened, and what comes.

use jiff::{Timestamp, civil::Date};
use leptos::prelude::*;
use model::{AuditAction, EventState, JobKind, JobState, Visibility};
use planner::{events::EventOverview, jobs::JobView, mailings::ComingMail};
use ui::{
    components::{Timeline, TimelineEntry, TimelineState},
    dates::dates,
    text::{Named, t},
    visit::visit,
};

use super::steps::{StepText, quiet_text};
use crate::{
    api::jobs::path_of,
    pages::organise::{event::job::outcome, outgoing::kind_name},
};

/// An entry with its instant.
struct Milestone {
    at: Timestamp,
    text: String,
    more: Option<(String, String)>,
}

impl Milestone {
    const fn new(at: Timestamp, text: String) -> Self {
        Self {
            at,
            text,
            more: None,
        }
    }

    fn with_more(self, label: String, href: String) -> Self {
        Self {
            more: Some((label, href)),
            ..self
        }
    }
}

pub(super) fn timeline(overview: &EventOverview, may_plan: bool) -> impl IntoView + use<> {
    let now = visit().now;
    let zone = &overview.event.details.time_zone;
    let today = zone.clock(now).date();
    let mut milestones = milestones(overview, may_plan);
    milestones.sort_by_key(|milestone| milestone.at);
    let (past, coming): (Vec<_>, Vec<_>) = milestones
        .into_iter()
        .partition(|milestone| milestone.at <= now);
    let entry = |state, milestone: Milestone| {
        let day = zone.clock(milestone.at).date();
        TimelineEntry {
            state,
            day: (dates().short_day(day, today), day.to_string()),
            text: milestone.text,
            more: milestone.more,
        }
    };
    let mut entries: Vec<TimelineEntry> = past
        .into_iter()
        .map(|milestone| entry(TimelineState::Past, milestone))
        .collect();
    entries.extend(present(overview, today));
    entries.extend(
        coming
            .into_iter()
            .map(|milestone| entry(TimelineState::Coming, milestone)),
    );
    view! {
        <section class="card dense">
            <h2>{t!("timeline-title")}</h2>
            <Timeline entries/>
        </section>
    }
}

/// Today, with the next step. `None` for an event that is over or cancelled.
fn present(overview: &EventOverview, today: Date) -> Option<TimelineEntry> {
    let event = &overview.event;
    if event.state == EventState::Cancelled || event.is_over(visit().now) {
        return None;
    }
    let text = match overview.next.steps.first() {
        Some(step) => StepText::of(*step, event).title,
        None => quiet_text(event, &overview.next),
    };
    Some(TimelineEntry {
        state: TimelineState::Today,
        day: (t!("date-today"), today.to_string()),
        text,
        more: None,
    })
}

fn milestones(overview: &EventOverview, may_plan: bool) -> Vec<Milestone> {
    let event = &overview.event;
    let details = &event.details;
    let now = visit().now;
    let base = format!("/organise/events/{}", event.id);
    let mut milestones: Vec<Milestone> = overview
        .state_changes
        .iter()
        .map(|(action, at)| {
            let text = match action {
                AuditAction::EventPublished => t!("timeline-published"),
                AuditAction::EventCancelled => t!("timeline-cancelled"),
                _ => t!("timeline-created"),
            };
            Milestone::new(*at, text)
        })
        .collect();
    milestones.extend(overview.jobs.iter().filter_map(|job| of_job(overview, job)));
    if event.state == EventState::Cancelled {
        return milestones;
    }
    if details.visibility != Visibility::Invitation {
        let edit = |milestone: Milestone, field: &str| {
            if may_plan && milestone.at > now {
                milestone.with_more(t!("timeline-change"), format!("{base}/edit#f-{field}"))
            } else {
                milestone
            }
        };
        if let Some(opens) = &details.opens {
            let text = if opens.at <= now {
                t!("timeline-opened")
            } else {
                t!("timeline-opens")
            };
            milestones.push(edit(Milestone::new(opens.at, text), "opens_date"));
        }
        if let Some(closes) = &details.closes {
            let text = if closes.at <= now {
                t!("timeline-closed")
            } else {
                t!(
                    "timeline-closes",
                    at = ui::dates::clock(closes.local.time())
                )
            };
            milestones.push(edit(Milestone::new(closes.at, text), "closes_date"));
        }
    }
    milestones.extend(overview.coming_mails.iter().map(|(at, mail)| {
        let clock = ui::dates::clock(details.time_zone.clock(*at).time());
        let (text, page) = match mail {
            ComingMail::Scheduled(kind) => (
                t!("timeline-mail", kind = kind_name(*kind), at = clock),
                format!("{base}/messages"),
            ),
            ComingMail::Reminder(kind) => {
                let text = if kind.is_after() {
                    t!("timeline-thanks", at = clock)
                } else {
                    t!("timeline-reminder", at = clock)
                };
                (text, format!("{base}/messages/reminders"))
            }
        };
        Milestone::new(*at, text).with_more(t!("timeline-see"), page)
    }));
    milestones.extend(of_workshops(overview, &base));
    milestones.push(of_day(overview, &base));
    milestones
}

/// The end of the wishes for workshops, and the publication of the assignment.
fn of_workshops(overview: &EventOverview, base: &str) -> impl Iterator<Item = Milestone> {
    let workshops = overview.workshops;
    let now = visit().now;
    let closes = workshops.wishes_close.map(|closes| {
        let text = if closes.at <= now {
            t!("timeline-wishes-closed")
        } else {
            let at = ui::dates::clock(closes.local.time());
            t!("timeline-wishes-close", at = at)
        };
        let page = format!("{base}/workshops/wishes");
        Milestone::new(closes.at, text).with_more(t!("timeline-see"), page)
    });
    let published = workshops.published_at.map(|at| {
        let page = format!("{base}/workshops/assignment");
        Milestone::new(at, t!("timeline-assigned")).with_more(t!("timeline-see"), page)
    });
    closes.into_iter().chain(published)
}

fn of_job(overview: &EventOverview, view: &JobView) -> Option<Milestone> {
    let job = &view.job;
    if job.state != JobState::Done || job.done == 0 || job.kind.is_search() {
        return None;
    }
    let page = path_of(overview.event.id, job.id);
    let at = job.finished_at.unwrap_or(job.created_at);
    let text = match job.kind {
        JobKind::Import => outcome(view),
        kind => t!("timeline-mailed", kind = kind.name(), n = job.done),
    };
    Some(Milestone::new(at, text).with_more(t!("timeline-see"), page))
}

/// The day of the event.
fn of_day(overview: &EventOverview, base: &str) -> Milestone {
    let details = &overview.event.details;
    let text = if overview.event.is_over(visit().now) {
        t!("timeline-held", n = overview.counts.confirmed)
    } else {
        let time = ui::dates::clock(details.starts.local.time());
        match &details.place.name {
            Some(place) => t!(
                "timeline-begins-there",
                at = time,
                place = place.to_string()
            ),
            None => t!("timeline-begins", at = time),
        }
    };
    let milestone = Milestone::new(details.starts.at, text);
    if overview.counts.confirmed == 0 {
        return milestone;
    }
    let list = format!("{base}/registrations?state=confirmed");
    milestone.with_more(t!("timeline-list"), list)
}
