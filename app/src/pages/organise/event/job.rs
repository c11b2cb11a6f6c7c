//! `/organise/events/{id}/jobs/{job}`: how far a job has come, what it left out, and how to stop it.

use leptos::prelude::*;
use model::{EventId, JobKind, JobState, LeftOut, MailingPurpose, ProblemReason};
use planner::{
    assignments::{AssignmentFailure, AssignmentOutcome},
    cafes::{SolveFailure, SolveOutcome},
    jobs::{JobPage as Shown, JobView, LeftOutPerson},
};
use ui::{
    components::{JobProgress, Notice, PageHead, PostButton, Tag, Tone, numbers_shown},
    dates::dates,
    error::AppError,
    page_properties::page_properties,
    shell::{Page, Section, page},
    text::{Named, t},
    visit::{planner, query, visit},
};

use super::{
    cafe::contradiction,
    head::{EventTab, event_band},
};
use crate::{
    api::{
        actions::{ResumeJob, StopJob},
        authorise::reads_event,
        cafe::cafe_page,
        jobs::path_of,
    },
    pages::{organise::outgoing::kind_name, public::redirect::redirect_to},
    routes::param,
};

#[component]
pub fn JobPage() -> impl IntoView {
    page(async {
        let (_, access) = reads_event(&param("id"))?;
        let job = param("job").parse().map_err(|_| AppError::NotFound)?;
        let shown = planner().job_page(&access, job).await?;
        let may_plan = visit().signed_in()?.organises(shown.network.id).is_ok();
        let mailing = shown
            .mailing
            .map(|mailing| kind_name(mailing.purpose.mail_kind()));
        let title = mailing.unwrap_or_else(|| shown.job.job.kind.name());
        if let Some(board) = followed_to(&shown) {
            return Ok(redirect_to(board, t!("job-see-plan")).into_any());
        }
        let conflict = match shown.job.solve_outcome() {
            Some(SolveOutcome::Failure(SolveFailure::Contradiction(sources))) => {
                let item = shown.job.cafe_item();
                // The café may be gone.
                let board = planner().cafe_board(&access, item, None).await.ok();
                board.map(|board| contradiction(&board, &sources, may_plan))
            }
            _ => None,
        };
        Ok(view! {
            <Page
                title=title.clone()
                brand=&shown.network
                section=Section::Events
                band=event_band(&shown.network, &shown.event, shown.counts.confirmed, EventTab::Messages)
            >
                <PageHead title state=state_tag(&shown.job).into_any()/>
                {saved(shown.job.job.state)}
                <section class="card job">
                    {progress(shown.event.id, &shown.job)}
                    {unsent(&shown)}
                    {facts(&shown)}
                    {search_links(&shown)}
                    {mailing_link(&shown)}
                    {may_plan.then(|| buttons(&shown))}
                </section>
                {conflict}
                {left_out(&shown)}
            </Page>
        }
        .into_any())
    })
}

/// Where somebody who has waited for a plan goes on to, once it is there.
fn followed_to(shown: &Shown) -> Option<String> {
    query("follow")?;
    let is_there = matches!(
        shown.job.solve_outcome(),
        Some(SolveOutcome::Version {
            is_current: true,
            ..
        })
    );
    let is_done = shown.job.job.state == JobState::Done && is_there;
    is_done.then(|| cafe_page(shown.event.id, shown.job.cafe_item(), "plan", ""))
}

/// The notice about the change that queued the job. The change is saved, whatever becomes of the job; a table
/// is on its way only while the job is.
fn saved(state: JobState) -> Option<impl IntoView> {
    let text = match query("saved")?.as_str() {
        "published" => t!("event-saved-published"),
        "cancelled" => t!("event-saved-cancelled"),
        "plan" => t!("plan-saved-published"),
        "message" => t!("messages-sent"),
        "invited" => t!("invited-done"),
        "reminded" => t!("invited-reminded-done"),
        "reminder" => t!("wishes-reminded"),
        "imported" if state.is_active() => t!("job-saved-imported"),
        "accepted" | "declined" | "imported" => return None,
        _ => t!("event-saved-changed"),
    };
    Some(view! { <Notice tone=Tone::Good><p role="status">{text}</p></Notice> })
}

fn state_tag(view: &JobView) -> impl IntoView + use<> {
    let state = view.job.state;
    let tone = match state {
        JobState::Queued | JobState::Running => Tone::Accent,
        JobState::Done if view.job.problems.is_empty() => Tone::Good,
        JobState::Done | JobState::Stopped => Tone::Warn,
        JobState::Failed => Tone::Bad,
    };
    let text = if state == JobState::Running && view.job.stops {
        t!("job-stops")
    } else {
        state.name()
    };
    view! { <Tag text tone/> }
}

/// What a job has done: a bar while it runs, else a sentence.
pub(super) fn progress(event: EventId, view: &JobView) -> AnyView {
    let job = &view.job;
    let (done, total) = (job.done, job.total);
    if !job.state.is_active() {
        return view! { <p>{outcome(view)}</p> }.into_any();
    }
    let is_still = query("reload").as_deref() == Some("off");
    if !is_still {
        page_properties().set_reloads();
    }
    let page = path_of(event, job.id);
    let is_search = job.kind.is_search();
    // The words change when the table is entered; the page is loaded again only at the end.
    let text = so_far(job.kind);
    let figures = view.figures();
    let meetings = figures.map(|figures| (figures.meetings, figures.meetings_bound));
    let before = view
        .is_before_entry()
        .then(|| view! { <p>{t!("job-before-entry", n = total)}</p> });
    let reloads = (!is_still).then(|| format!("{} ", t!("job-reloads")));
    let reloading = if is_still {
        view! { <a href=page.clone()>{t!("job-reload-on")}</a> }
    } else {
        view! { <a href=format!("{page}?reload=off")>{t!("job-reload-off")}</a> }
    };
    view! {
        {before}
        <JobProgress done total meetings text events=format!("{page}/events")>
            <p class="hint">{reloads}{reloading}</p>
        </JobProgress>
        <p class="hint">{if is_search { t!("job-solve-leave") } else { t!("job-leave") }}</p>
    }
    .into_any()
}

/// The mails of a message that everybody has been written, as long as the mail server has not taken all of them.
fn unsent(shown: &Shown) -> Option<impl IntoView + use<>> {
    let job = &shown.job.job;
    (shown.unsent() > 0 && !job.state.is_active()).then(|| {
        if shown.hands_over() {
            page_properties().set_reloads();
        }
        let sent = job.done.saturating_sub(shown.unsent());
        view! { <p>{t!("job-unsent", sent = sent, n = shown.unsent())}</p> }
    })
}

/// What a running job has done, with `{done}` and `{total}` in place of its numbers.
fn so_far(kind: JobKind) -> String {
    if matches!(kind, JobKind::WorkshopsAssigned | JobKind::OffersPriced) {
        t!("assignment-job", done = "{done}", total = "{total}")
    } else if kind == JobKind::CafeSolved {
        t!(
            "job-solving",
            meetings = "{meetings}",
            bound = "{bound}",
            done = "{done}",
            total = "{total}"
        )
    } else if kind == JobKind::Decision {
        t!("job-deciding", done = "{done}", total = "{total}")
    } else {
        t!("job-so-far", done = "{done}", total = "{total}")
    }
}

/// What a job that is over has done.
pub(super) fn outcome(view: &JobView) -> String {
    let job = &view.job;
    let left = job.total.saturating_sub(job.done);
    if job.kind.is_search() && !job.state.is_active() {
        return search_outcome(view);
    }
    match job.state {
        JobState::Queued | JobState::Running => {
            let figures = view.figures();
            let meetings = figures.map(|figures| (figures.meetings, figures.meetings_bound));
            numbers_shown(&so_far(job.kind), (job.done, job.total), meetings)
        }
        JobState::Stopped | JobState::Failed if view.is_before_entry() => t!("job-nothing-entered"),
        JobState::Done if job.kind == JobKind::Import => t!("job-entered", n = job.done),
        JobState::Done if job.kind == JobKind::Decision => t!("job-decided", n = job.done),
        JobState::Done => t!("job-done", n = job.done),
        JobState::Stopped | JobState::Failed if job.kind == JobKind::Decision => {
            t!("job-decided-left", done = job.done, n = left)
        }
        JobState::Stopped | JobState::Failed => t!("job-left", done = job.done, n = left),
    }
}

/// What a search for a plan has come to.
fn search_outcome(view: &JobView) -> String {
    match view.assignment_outcome() {
        Some(AssignmentOutcome::Version { number, .. }) => return t!("job-solved", n = number),
        Some(AssignmentOutcome::Failure(AssignmentFailure::Contradiction(_))) => {
            return t!("assignment-contradiction");
        }
        Some(AssignmentOutcome::Failure(AssignmentFailure::Unexplained)) => {
            return t!("job-solve-unexplained");
        }
        Some(AssignmentOutcome::Failure(AssignmentFailure::Undecided)) => {
            return t!("job-solve-undecided");
        }
        None => {}
    }
    match view.solve_outcome() {
        Some(SolveOutcome::Version {
            number, is_current, ..
        }) => {
            if is_current {
                t!("job-solved", n = number)
            } else {
                t!("job-solved-beside", n = number)
            }
        }
        Some(SolveOutcome::Failure(SolveFailure::Contradiction(_))) => {
            t!("job-solve-contradiction")
        }
        Some(SolveOutcome::Failure(SolveFailure::Unexplained)) => t!("job-solve-unexplained"),
        Some(SolveOutcome::Failure(SolveFailure::Undecided)) => t!("job-solve-undecided"),
        None => t!("job-solve-stopped"),
    }
}

/// Where a mailing leads to: to the answers of invited people, or to its mails.
fn mailing_link(shown: &Shown) -> Option<impl IntoView + use<>> {
    let mailing = shown.mailing?;
    let base = format!("/organise/events/{}", shown.event.id);
    let (href, label) = match mailing.purpose {
        MailingPurpose::Invitation | MailingPurpose::InvitationReminder => {
            (format!("{base}/invitations"), t!("invited-title"))
        }
        MailingPurpose::Message | MailingPurpose::Reminder => (
            format!("{base}/messages/{}", mailing.id),
            t!("job-see-message"),
        ),
    };
    Some(view! { <p><a href=href>{label}</a></p> })
}

/// Where a search that is over leads to.
fn search_links(shown: &Shown) -> Option<impl IntoView + use<>> {
    let job = &shown.job.job;
    (job.kind.is_search() && !job.state.is_active()).then(|| {
        if job.kind == JobKind::OffersPriced {
            let href = format!(
                "/organise/events/{}/workshops/assignment/small",
                shown.event.id
            );
            return view! { <p><a class="button first" href=href>{t!("small-title")}</a></p> }
                .into_any();
        }
        if job.kind == JobKind::WorkshopsAssigned {
            let href = format!("/organise/events/{}/workshops/assignment", shown.event.id);
            return view! { <p><a class="button first" href=href>{t!("job-see-plan")}</a></p> }
                .into_any();
        }
        let cafe = |part: &str| cafe_page(shown.event.id, shown.job.cafe_item(), part, "");
        let (href, label) = match shown.job.solve_outcome() {
            Some(SolveOutcome::Failure(failure)) if failure.is_of_set_up() => {
                (cafe(""), t!("job-see-set-up"))
            }
            _ => (cafe("plan"), t!("job-see-plan")),
        };
        view! { <p><a class="button first" href=href>{label}</a></p> }.into_any()
    })
}

fn facts(shown: &Shown) -> impl IntoView + use<> {
    let job = &shown.job.job;
    let zone = &shown.network.time_zone;
    let by = job.started_by.clone().map(|name| {
        view! { <dt>{t!("job-started-by")}</dt><dd>{name}</dd> }
    });
    let over = job.finished_at.map(|at| {
        view! { <dt>{t!("job-finished-at")}</dt><dd>{dates().brief(&zone.clock(at))}</dd> }
    });
    view! {
        <dl class="values">
            {by}
            <dt>{t!("job-started-at")}</dt>
            <dd>{dates().brief(&zone.clock(job.created_at))}</dd>
            {over}
        </dl>
    }
}

fn buttons(shown: &Shown) -> Option<impl IntoView + use<>> {
    let job = &shown.job.job;
    let fields = vec![
        ("event", shown.event.id.to_string()),
        ("job", job.id.to_string()),
    ];
    let stops = match job.kind {
        JobKind::Import if shown.job.is_before_entry() => t!("job-stop-import"),
        JobKind::Import => t!("job-stop-import-mails"),
        JobKind::EventPublished
        | JobKind::EventChanged
        | JobKind::EventCancelled
        | JobKind::PlanPublished
        | JobKind::ProgrammeChanged
        | JobKind::WishReminder => t!("job-stop-mails"),
        JobKind::Mailing => t!("job-stop-message"),
        JobKind::Decision => t!("job-stop-deciding"),
        JobKind::CafeSolved | JobKind::WorkshopsAssigned | JobKind::OffersPriced => {
            t!("job-stop-solving")
        }
    };
    if (job.state.is_active() && !job.stops) || shown.hands_over() {
        return Some(
            view! {
                <div class="row">
                    <PostButton to=StopJob::PATH label=t!("job-stop") fields/>
                    <p class="hint">{stops}</p>
                </div>
            }
            .into_any(),
        );
    }
    let means = match job.kind {
        JobKind::Decision => t!("job-resume-deciding"),
        _ => t!("job-resume-means"),
    };
    shown.job.can_resume().then(|| {
        view! {
            <div class="row">
                <PostButton to=ResumeJob::PATH label=t!("job-resume") fields class="button first"/>
                <p class="hint">{means}</p>
            </div>
        }
        .into_any()
    })
}

/// Who or what was left out, and why.
fn left_out(shown: &Shown) -> Option<impl IntoView + use<>> {
    if shown.left_out.is_empty() {
        return None;
    }
    let lines = shown.left_out.iter().map(|left_out| {
        let reason = reason(left_out.reason);
        view! { <li>{who(shown.event.id, left_out)}": "{reason}</li> }
    });
    let besides = (shown.left_out_besides > 0)
        .then(|| view! { <li>{t!("job-left-out-besides", n = shown.left_out_besides)}</li> });
    Some(view! {
        <section class="card">
            <h2>{t!("job-left-out")}</h2>
            <ul class="jobs">{lines.collect_view()}{besides}</ul>
        </section>
    })
}

fn who(event: EventId, left_out: &LeftOutPerson) -> AnyView {
    match left_out.left_out {
        LeftOut::Registration(id) => {
            let name = left_out.name.clone().unwrap_or_else(|| t!("job-somebody"));
            let person = format!("/organise/events/{event}/registrations/{id}");
            view! { <a href=person>{name}</a> }.into_any()
        }
        LeftOut::Contact(id) => {
            let name = left_out.name.clone().unwrap_or_else(|| t!("job-somebody"));
            view! { <a href=format!("/organise/contacts/{id}")>{name}</a> }.into_any()
        }
        LeftOut::Line(number) => t!("job-line", n = number).into_any(),
        LeftOut::Rest => t!("job-rest").into_any(),
    }
}

fn reason(reason: ProblemReason) -> String {
    match reason {
        ProblemReason::Address => t!("job-problem-address"),
        ProblemReason::RegisteredMeanwhile => t!("job-problem-registered"),
        ProblemReason::EventCancelled => t!("job-problem-cancelled"),
        ProblemReason::NoPlan => t!("job-problem-no-plan"),
        ProblemReason::Internal => t!("job-problem-internal"),
    }
}
