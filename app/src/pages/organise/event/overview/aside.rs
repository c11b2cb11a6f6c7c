//! Beside the overview: details, team, the latest changes.

use leptos::prelude::*;
use model::{Admission, EventDetails, EventState};
use planner::events::EventOverview;
use ui::{
    dates::dates,
    text::{Named, t},
};

use super::{activity, copied, is_shared, link_field};

/// How many of the latest changes are shown.
const ACTIVITIES: usize = 5;

pub(super) fn aside(
    overview: &EventOverview,
    public: &str,
    may_plan: bool,
) -> impl IntoView + use<> {
    let base = format!("/organise/events/{}", overview.event.id);
    let edit = (may_plan && overview.event.state != EventState::Cancelled).then(|| {
        view! { <a class="small" href=format!("{base}/edit")>{t!("event-facts-edit")}</a> }
    });
    let all = format!("{base}/activity");
    let zone = &overview.network.time_zone;
    let latest = activity::lines(&overview.activities, ACTIVITIES, overview.event.id, zone);
    view! {
        <aside class="card dense parts-of-card">
            <section>
                <div class="row apart"><h2>{t!("event-facts")}</h2>{edit}</div>
                {details(overview)}
                {share(overview, public, &base)}
            </section>
            {copied::series(overview, may_plan)}
            {team(overview, may_plan)}
            <section>
                <div class="row apart">
                    <h2>{t!("activity-latest")}</h2>
                    <a class="small" href=all>{t!("activity-all")}</a>
                </div>
                {latest}
            </section>
        </aside>
    }
}

fn details(overview: &EventOverview) -> impl IntoView + use<> {
    let details = &overview.event.details;
    let summary = details.summary.to_string();
    let who = match details.admission {
        Admission::Open => details.visibility.name(),
        Admission::Approved | Admission::Invited => details.admission.name(),
    };
    let seats = seats(overview);
    let registration = (overview.event.state != EventState::Cancelled).then(|| {
        let when = registration(details);
        view! { <p class="small">{t!("event-registration", when = when, who = who)}</p> }
    });
    view! {
        {(!summary.is_empty()).then(|| view! { <p class="small" lang=details.language.tag()>{summary}</p> })}
        {registration}
        <p class="small soft">{seats}</p>
    }
}

/// When people can register.
fn registration(details: &EventDetails) -> String {
    match (&details.opens, &details.closes) {
        (None, None) => t!("event-registration-always"),
        (Some(opens), None) => dates().from(opens),
        (None, Some(closes)) => dates().until(closes),
        (Some(opens), Some(closes)) => t!(
            "event-registration-between",
            opens = dates().when(opens),
            closes = dates().when(closes)
        ),
    }
}

fn seats(overview: &EventOverview) -> String {
    let Some(capacity) = overview.event.details.capacity else {
        return t!("event-seats-unlimited");
    };
    let held: Vec<String> = overview
        .contingents
        .iter()
        .map(|contingent| format!("{} {}", contingent.organisation, contingent.held))
        .collect();
    let seats = t!("seats", n = capacity);
    if held.is_empty() {
        seats
    } else {
        t!("event-seats-held", seats = seats, held = held.join(", "))
    }
}

/// How people hear of the event.
fn share(overview: &EventOverview, public: &str, base: &str) -> AnyView {
    let (state, visibility) = (overview.event.state, overview.event.details.visibility);
    if !is_shared(state, visibility) {
        return ().into_any();
    }
    view! {
        {link_field(public)}
        <p class="row small">
            <a href=public.to_owned()>{t!("event-link")}</a>
            <a href=format!("{base}/share")>{t!("share-qr")}</a>
        </p>
    }
    .into_any()
}

fn team(overview: &EventOverview, may_plan: bool) -> impl IntoView + use<> {
    let href = format!("/organise/events/{}/team", overview.event.id);
    let invite =
        may_plan.then(|| view! { <a class="small" href=href>{t!("event-team-invite")}</a> });
    let people = overview.team.iter().map(|member| {
        view! {
            <li>{member.name.to_string()}" "<span class="soft">{member.role.name()}</span></li>
        }
    });
    let of_event = overview.event_team.iter().map(|(member, role)| {
        let role = t!("event-team-role-here", role = role.name());
        view! { <li>{member.name.to_string()}" "<span class="soft">{role}</span></li> }
    });
    view! {
        <section>
            <div class="row apart"><h2>{t!("event-team")}</h2>{invite}</div>
            <ul class="plain small">{people.collect_view()}{of_event.collect_view()}</ul>
        </section>
    }
}
