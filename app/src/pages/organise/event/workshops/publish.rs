//! `/organise/events/{id}/workshops/publish`: what participants see of the assignment, and who is written to.

use jiff::Timestamp;
use leptos::prelude::*;
use model::{
    EventState, JobKind, RegistrationId,
    workshops::{VisitPart, WorkshopVisit, visit_changes},
};
use planner::{assignments::AssignmentPublication, jobs::JobView, plans::Recipient};
use ui::{
    components::{EmptyState, Notice, PageHead, Tone},
    dates::{clock, dates},
    shell::{Page, Section, page},
    text::t,
    visit::{planner, visit},
};

use super::{
    super::{
        head::EventTab,
        job,
        publication::{PublishQuestion, done, question, recipients, state, withdraw},
    },
    band_of,
};
use crate::{
    api::{
        actions::{PublishAssignment, WithdrawAssignment},
        authorise::reads_event,
    },
    routes::param,
};

#[component]
pub fn PublishAssignmentPage() -> impl IntoView {
    page(async {
        let (_, access) = reads_event(&param("id"))?;
        // The jobs first: one that ends in between is shown as running, and its page loads again.
        let jobs = planner().jobs_of_event(&access).await?;
        let running = jobs
            .iter()
            .find(|view| view.job.kind == JobKind::PlanPublished && view.job.state.is_active());
        let publication = planner().assignment_publication(&access).await?;
        let assignment = &publication.assignment;
        let may_plan = visit()
            .signed_in()?
            .organises(assignment.network.id)
            .is_ok();
        let content = if publication.version.is_none() {
            let href = assignment_page(&publication);
            view! {
                <EmptyState title=t!("timetables-no-plan")>
                    <p>{t!("timetables-no-plan.text")}</p>
                    <p><a class="button" href=href>{t!("timetables-no-plan.action")}</a></p>
                </EmptyState>
            }
            .into_any()
        } else {
            let told = &publication.recipients;
            let changes = recipients(
                told.iter().map(|one| one.person).collect(),
                |person| name_of(&publication, person),
                |position| worded(&publication, &told[position]),
            );
            let question = match running {
                Some(job) => Some(writing(&publication, job).into_any()),
                None if may_plan => publish(&publication).map(IntoAny::into_any),
                None => None,
            };
            view! {
                {standing(&publication)}
                {open_wishes(&publication)}
                {question}
                {without_workshop(&publication)}
                {changes}
                {may_plan.then(|| withdrawal(&publication))}
            }
            .into_any()
        };
        let band = band_of(assignment, EventTab::Timetables);
        let shown = publication.published.map(|(shown, _)| shown);
        let state = state(shown, publication.version).into_any();
        Ok(view! {
            <Page
                title=t!("timetables-title")
                brand=&assignment.network
                section=Section::Events
                band
            >
                <PageHead title=t!("timetables-title") state/>
                {done()}
                {content}
            </Page>
        }
        .into_any())
    })
}

fn assignment_page(publication: &AssignmentPublication) -> String {
    let event = publication.assignment.event.id;
    format!("/organise/events/{event}/workshops/assignment")
}

/// What participants see now.
fn standing(publication: &AssignmentPublication) -> impl IntoView + use<> {
    let assignment = &publication.assignment;
    let text = match publication.published {
        None => t!("timetables-nobody-sees"),
        Some((version, _)) if assignment.event.state == EventState::Draft => {
            t!("timetables-seen-later", version = version)
        }
        Some((version, at)) => t!(
            "timetables-seen",
            version = version,
            when = dates().brief(&assignment.network.time_zone.clock(at))
        ),
    };
    let is_prepared = publication
        .published
        .is_some_and(|(shown, _)| publication.version != Some(shown));
    let allows_swaps = (assignment.wish_setup.as_ref()).is_some_and(|setup| setup.allows_swaps);
    let swaps = (is_prepared && allows_swaps)
        .then(|| view! { <p class="small soft">{t!("timetables-swaps-wait")}</p> });
    view! {
        <p>{text}</p>
        {swaps}
    }
}

/// The mails that are being written: whoever has none yet is in the queue.
fn writing(publication: &AssignmentPublication, job: &JobView) -> impl IntoView + use<> {
    let progress = job::progress(publication.assignment.event.id, job);
    view! {
        <section class="card dense">
            <h2>{t!("timetables-writing")}</h2>
            {progress}
        </section>
    }
}

/// Warns before an assignment is published while people still wish.
fn open_wishes(publication: &AssignmentPublication) -> Option<impl IntoView + use<>> {
    let assignment = &publication.assignment;
    let setup = assignment.wish_setup.as_ref()?;
    if !setup.is_open(&assignment.event, visit().now) {
        return None;
    }
    let closes = dates().when(&setup.closes);
    Some(view! {
        <Notice tone=Tone::Bad>
            <p><b>{t!("timetables-wishes-open", closes = closes)}</b></p>
            <p>{t!("timetables-wishes-open.about")}</p>
        </Notice>
    })
}

/// What publishing does, and the button.
fn publish(publication: &AssignmentPublication) -> Option<impl IntoView + use<>> {
    let version = publication.version?;
    if !publication.has_effect() {
        return None;
    }
    let event = &publication.assignment.event;
    let people = publication.recipients.len();
    let mails = match event.state {
        EventState::Draft => t!("timetables-mails-draft"),
        EventState::Cancelled => return None,
        EventState::Published if people == 0 => t!("timetables-mails-none"),
        EventState::Published => t!("timetables-mails", n = people, mails = publication.mails()),
    };
    let is_shown = publication.published.map(|(shown, _)| shown) == Some(version);
    let mut consequences = Vec::new();
    if !is_shown {
        consequences.push(t!("timetables-means", version = version));
    }
    consequences.push(mails);
    let known = publication.recipients.iter();
    let changed = known.filter(|one| !one.before.is_empty()).count();
    if changed > 0 {
        consequences.push(t!("timetables-changed", n = changed));
    }
    if publication.reverted_swaps > 0 {
        consequences.push(t!("timetables-swaps", n = publication.reverted_swaps));
    }
    if people > 0 {
        consequences.push(t!("timetables-calendar"));
    }
    Some(question(PublishQuestion {
        version,
        is_shown,
        tell: t!("timetables-tell-question"),
        consequences,
        to: PublishAssignment::PATH,
        fields: vec![("event", event.id.to_string())],
        board: assignment_page(publication),
    }))
}

/// People with a slot in which they attend nothing.
fn without_workshop(publication: &AssignmentPublication) -> Option<impl IntoView + use<>> {
    const NAMED: usize = 30;
    let people = &publication.without_workshop;
    if people.is_empty() {
        return None;
    }
    let names: Vec<String> = people
        .iter()
        .take(NAMED)
        .map(|person| name_of(publication, *person))
        .collect();
    let more = people.len().saturating_sub(NAMED);
    let more = (more > 0).then(|| view! { <p class="small">{t!("publish-more", n = more)}</p> });
    let count = people.len();
    let board = assignment_page(publication);
    let action = view! { <a class="button" href=board>{t!("publish-board")}</a> }.into_any();
    Some(view! {
        <Notice tone=Tone::Warn action>
            <p><b>{t!("timetables-without", n = count)}</b></p>
            <p>{names.join(", ")}</p>
            {more}
        </Notice>
    })
}

/// A line for each workshop that changes.
fn worded(
    publication: &AssignmentPublication,
    recipient: &Recipient<WorkshopVisit>,
) -> Vec<String> {
    let zone = publication.assignment.event.details.time_zone.rules();
    let at = |instant: Timestamp| clock(instant.to_zoned(zone.clone()).time());
    let room = |visit: &WorkshopVisit| match &visit.room {
        Some(room) => t!("timetables-new-room", room = room.as_str()),
        None => t!("timetables-no-room"),
    };
    visit_changes(&recipient.before, &recipient.after)
        .into_iter()
        .map(|change| match (change.before, change.after) {
            (Some(before), Some(after)) => {
                let differs = [
                    (
                        (before.begins, before.ends) != (after.begins, after.ends),
                        t!("timetables-new-time", time = at(after.begins)),
                    ),
                    (before.room != after.room, room(after)),
                    (
                        before.room == after.room && before.place != after.place,
                        t!("timetables-new-place"),
                    ),
                    (before.title != after.title, t!("timetables-new-title")),
                    (
                        before.speakers != after.speakers || before.part != after.part,
                        t!("timetables-new-speakers"),
                    ),
                ];
                let words = differs.into_iter().filter(|(differs, _)| *differs);
                let words: Vec<String> = words.map(|(_, word)| word).collect();
                let (time, title) = (at(after.begins), after.title.as_str());
                t!(
                    "timetables-stays",
                    time = time,
                    title = title,
                    what = words.join(", ")
                )
            }
            (None, Some(after)) => {
                let (time, title) = (at(after.begins), after.title.as_str());
                match after.part {
                    VisitPart::Attends => t!("timetables-gets", time = time, title = title),
                    VisitPart::Leads => t!("timetables-leads", time = time, title = title),
                }
            }
            (Some(before), None) => t!(
                "timetables-loses",
                time = at(before.begins),
                title = before.title.as_str()
            ),
            (None, None) => String::new(),
        })
        .collect()
}

fn withdrawal(publication: &AssignmentPublication) -> Option<impl IntoView + use<>> {
    publication.published?;
    let fields = vec![("event", publication.assignment.event.id.to_string())];
    let means = t!("timetables-withdraw");
    Some(withdraw(means, WithdrawAssignment::PATH, fields))
}

fn name_of(publication: &AssignmentPublication, person: RegistrationId) -> String {
    let found = publication.assignment.person(person);
    found.map(|person| person.person.name()).unwrap_or_default()
}
