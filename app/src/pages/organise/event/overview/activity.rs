//! What was done about an event, in words: the latest on its overview, all on `/organise/events/{id}/activity`.

use leptos::prelude::*;
use model::{AuditAction, AuditActor, EventId, IanaTimeZone};
use planner::{Paging, events::Activity};
use ui::{
    components::{EarlierLater, EmptyState, PageHead},
    dates::{dates, machine},
    shell::{Page, Section, page},
    text::{Named, t},
    visit::{page_number, planner, visit},
};

use crate::{
    api::authorise::reads_event,
    pages::organise::event::{EventTab, event_band},
    routes::param,
};

/// The changes on a page.
const ROWS: u32 = 100;

#[component]
pub fn EventActivityPage() -> impl IntoView {
    page(async {
        let (event, access) = reads_event(&param("id"))?;
        let number = page_number();
        let shown = planner()
            .event_activity(&access, Paging::page(number, ROWS))
            .await?;
        let zone = shown.network.time_zone.clone();
        let content = if shown.activities.is_empty() {
            view! { <EmptyState title=t!("activity-none")>""</EmptyState> }.into_any()
        } else {
            let all = shown.activities.len();
            view! { <section class="card">{lines(&shown.activities, all, event, &zone)}</section> }
                .into_any()
        };
        let at =
            move |number: u32| format!("/organise/events/{event}/activity?page={}", number + 1);
        Ok(view! {
            <Page
                title=t!("activity-page", title = shown.event.details.title.as_str())
                brand=&shown.network
                section=Section::Events
                band=event_band(&shown.network, &shown.event, shown.counts.confirmed, EventTab::Overview).on_page(t!("activity-title"))
            >
                <PageHead title=t!("activity-title")/>
                {content}
                <EarlierLater number has_more=shown.has_more at/>
            </Page>
        })
    })
}

/// A line for each of the first activities, with its time.
pub(super) fn lines(
    activities: &[Activity],
    most: usize,
    event: EventId,
    zone: &IanaTimeZone,
) -> impl IntoView + use<> {
    let today = zone.clock(visit().now).date();
    let lines = activities.iter().take(most).map(|activity| {
        let at = zone.clock(activity.at);
        let time = dates().recently(&at, today);
        let text = in_words(activity);
        let text = match &activity.registration {
            Some((registration, Some(_))) if activity.times == 1 => {
                let href = format!("/organise/events/{event}/registrations/{registration}");
                view! { <a href=href>{text}</a> }.into_any()
            }
            _ => text.into_any(),
        };
        view! {
            <li>{text}" "<time class="soft" datetime=machine(at.datetime())>{time}</time></li>
        }
    });
    view! { <ul class="activities">{lines.collect_view()}</ul> }
}

/// *Anna Jäger hat 62 Personen eingetragen*.
fn in_words(activity: &Activity) -> String {
    let name = activity.registration.as_ref().map(|(_, name)| name.clone());
    let Some(name) = name else {
        return about_event(activity);
    };
    let person = if activity.times > 1 {
        t!("activity-people", n = activity.times)
    } else {
        name.unwrap_or_else(|| t!("activity-somebody"))
    };
    let who = who(activity);
    match (activity.actor, activity.action) {
        (AuditActor::Participant, AuditAction::RegistrationPending) => {
            t!("activity-registers", person = person)
        }
        (AuditActor::Participant, AuditAction::RegistrationConfirmed) => {
            t!("activity-comes", person = person)
        }
        (AuditActor::Participant, AuditAction::RegistrationWaitlisted) => {
            t!("activity-waits", person = person)
        }
        (AuditActor::Participant, AuditAction::RegistrationUndecided) => {
            t!("activity-asks", person = person)
        }
        (AuditActor::Participant, AuditAction::RegistrationCancelled) => {
            t!("activity-leaves", person = person)
        }
        (AuditActor::Participant, AuditAction::RegistrationChanged) => {
            t!("activity-changes", person = person)
        }
        (AuditActor::Planner, AuditAction::RegistrationConfirmed) => {
            t!("activity-moves-up", person = person, n = activity.times)
        }
        (AuditActor::Member, AuditAction::RegistrationConfirmed) => {
            t!("activity-seated", who = who, person = person)
        }
        (AuditActor::Member, AuditAction::RegistrationWaitlisted) => {
            t!("activity-waitlisted", who = who, person = person)
        }
        (AuditActor::Member, AuditAction::RegistrationDeclined) => {
            t!("activity-declined", who = who, person = person)
        }
        (AuditActor::Member, AuditAction::RegistrationCancelled) => {
            t!("activity-cancelled", who = who, person = person)
        }
        (AuditActor::Member, AuditAction::RegistrationChanged) => {
            t!("activity-corrected", who = who, person = person)
        }
        (_, action) => t!("activity-other", about = person, what = action.name()),
    }
}

/// A change of the event itself.
fn about_event(activity: &Activity) -> String {
    let who = who(activity);
    match activity.action {
        AuditAction::EventCreated => t!("activity-created", who = who),
        AuditAction::EventChanged | AuditAction::EventCorrected => t!("activity-edited", who = who),
        AuditAction::EventPublished => t!("activity-published", who = who),
        AuditAction::EventCancelled => t!("activity-called-off", who = who),
        AuditAction::AgendaItemAdded
        | AuditAction::AgendaItemChanged
        | AuditAction::AgendaItemRemoved
        | AuditAction::AgendaReordered
        | AuditAction::AgendaRestored => t!("activity-agenda", who = who),
        AuditAction::QuestionAdded
        | AuditAction::QuestionChanged
        | AuditAction::QuestionRemoved
        | AuditAction::QuestionsReordered => t!("activity-questions", who = who),
        action => {
            let what = action.name();
            let what = match &activity.part {
                Some(part) => t!("activity-part", what = what, part = part.as_str()),
                None => what,
            };
            t!("activity-other", about = who, what = what)
        }
    }
}

fn who(activity: &Activity) -> String {
    match (&activity.member, activity.actor) {
        (Some(name), _) => name.clone(),
        (None, AuditActor::Member) => t!("network-history-member"),
        (None, AuditActor::Participant) => t!("network-history-participant"),
        (None, AuditActor::Operator) => t!("network-history-operator"),
        (None, AuditActor::Planner) => t!("network-history-planner"),
    }
}
