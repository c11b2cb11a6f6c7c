//! Plans that are made as a whole: computed, drawn, chosen among alternatives.

use leptos::prelude::*;
use model::{JobKind, JobState, cafe::CafeQuality};
use planner::{
    cafes::{CafeBoard, PlanAlternative, RuleSource, SolveFailure, SolveOutcome},
    jobs::JobView,
};
use ui::{
    components::{Field, Form, Hidden, InputKind, Notice, PostButton, SubmittedBy, Tone},
    forms::resubmitted,
    text::t,
    visit::query,
};

use super::{Shown, failure::failure_notice, rules::rule_list, versions::compared};
use crate::{
    api::{
        actions::{ChooseAlternative, DrawPlan, SolvePlan, StopJob},
        jobs::path_of,
    },
    pages::organise::event::job,
};

/// The latest search for a plan of a café, if it runs or found none.
pub(super) fn latest_search<'a>(board: &CafeBoard, jobs: &'a [JobView]) -> Option<&'a JobView> {
    let item = board.cafe.item.as_ref().map(|item| item.id);
    let mut searches = jobs.iter().filter(|view| {
        view.job.kind == JobKind::CafeSolved
            && (view.cafe_item() == item || view.job.state == JobState::Queued)
    });
    searches.next()
}

/// What the latest search does, or why it found no plan.
pub(super) fn search_notice(
    board: &CafeBoard,
    search: Option<&JobView>,
    may_plan: bool,
) -> Option<AnyView> {
    let search = search?;
    let event = board.cafe.event.id;
    if search.job.state.is_active() {
        let fields = vec![
            ("event", event.to_string()),
            ("job", search.job.id.to_string()),
        ];
        let stop = (may_plan && !search.job.stops).then(|| {
            view! { <PostButton to=StopJob::PATH label=t!("job-stop") fields class="button small"/> }
        });
        return Some(
            view! {
                <section class="card dense searching">
                    <h2>{t!("cafe-solving")}</h2>
                    {job::progress(event, search)}
                    <div class="row">{stop}<p class="hint">{t!("job-stop-solving")}</p></div>
                </section>
            }
            .into_any(),
        );
    }
    let Some(SolveOutcome::Failure(failure)) = search.solve_outcome() else {
        return None;
    };
    // A version that was made since answers it.
    let made_at = board.version.as_ref().map(|version| version.head.made_at);
    let is_answered = made_at.is_some_and(|made| made > search.job.created_at);
    // So does another set-up.
    let is_outdated = search
        .solved_set_up()
        .is_some_and(|solved| solved != board.cafe.revision());
    if is_answered || is_outdated || somebody_is_back(board, &failure) {
        return None;
    }
    let job = path_of(event, search.job.id);
    Some(failure_notice(board, &failure, (Some(job), may_plan)))
}

/// Whether somebody who was not there at the search is there by now.
fn somebody_is_back(board: &CafeBoard, failure: &SolveFailure) -> bool {
    let SolveFailure::Contradiction(sources) = failure else {
        return false;
    };
    let absent = &board.facts.presence;
    let mut sources = sources.iter();
    sources.any(|source| match source {
        RuleSource::Absent(person) => !absent.contains_key(person),
        _ => false,
    })
}

/// Buttons that compute the plan: around what is locked, and anew.
pub(super) fn solve_buttons(shown: &Shown<'_>) -> impl IntoView + use<> {
    let label = if shown.version.locks.is_empty() {
        t!("cafe-solve-again")
    } else {
        t!("cafe-solve-rest")
    };
    view! { <PostButton to=SolvePlan::PATH label fields=shown.fields() class="button small"/> }
}

/// Draws a plan, by a number that somebody may name to repeat one.
pub(super) fn draw_form(
    fields: Vec<(&'static str, String)>,
    class: &'static str,
) -> impl IntoView + use<> {
    let seed = resubmitted::<DrawPlan>().map(|form| form.seed);
    let hidden = fields
        .into_iter()
        .map(|(name, value)| view! { <Hidden name value/> })
        .collect_view();
    view! {
        <Form to=DrawPlan::PATH submitted_by=SubmittedBy::Browser>
            {hidden}
            <Field
                name="seed"
                label=t!("cafe-seed")
                value=seed.unwrap_or_default()
                kind=InputKind::Number
                hint=t!("cafe-seed.hint")
            />
            <p><button class=class>{t!("cafe-start-random.do")}</button></p>
        </Form>
    }
}

/// Less usual ways to another plan.
pub(super) fn other_ways(shown: &Shown<'_>) -> impl IntoView + use<> {
    let mut anew = shown.fields();
    anew.push(("anew", "on".to_owned()));
    let has_locks = !shown.version.locks.is_empty();
    let anew = has_locks.then(|| {
        view! {
            <li>
                <PostButton to=SolvePlan::PATH label=t!("cafe-solve-anew") fields=anew class="button small"/>
                <p>{t!("cafe-solve-anew.hint")}</p>
            </li>
        }
    });
    let import = shown.links.part("plan/import");
    // A refused seed stands in the panel.
    let open = resubmitted::<DrawPlan>().is_some();
    view! {
        <details class="menu" open=open>
            <summary class="button small bare">{t!("cafe-more-ways")}</summary>
            <div class="panel">
                <ul class="plain">
                    {anew}
                    <li>
                        <p>{t!("cafe-start-random.hint")}</p>
                        {draw_form(shown.fields(), "button small")}
                    </li>
                    <li>
                        <PostButton to=crate::api::actions::EmptyPlan::PATH label=t!("cafe-start-empty.do") fields=shown.fields() class="button small"/>
                        <p>{t!("cafe-start-empty.hint")}</p>
                    </li>
                    <li>
                        <a href=import>{t!("cafe-start-import.do")}</a>
                        <p>{t!("cafe-start-import.hint")}</p>
                    </li>
                </ul>
            </div>
        </details>
    }
}

/// Other plans that the search found, beside the shown one.
pub(super) fn alternatives(shown: &Shown<'_>) -> Option<impl IntoView + use<>> {
    if shown.alternatives.is_empty() {
        return None;
    }
    let own = column(shown, None, &shown.version.head.quality).into_any();
    let others = shown
        .alternatives
        .iter()
        .map(|other| column(shown, Some(other), &other.quality).into_any());
    let columns: Vec<AnyView> = std::iter::once(own).chain(others).collect();
    let refused = (query("refused").as_deref() == Some("alternative")).then(
        || view! { <Notice tone=Tone::Warn><p role="alert">{t!("plan-not-taken")}</p></Notice> },
    );
    Some(view! {
        <section class="stack" id="alternatives">
            <h2>{t!("cafe-alternatives")}</h2>
            <p class="hint">{t!("cafe-alternatives-hint")}</p>
            {refused}
            <ul class="ways">{columns}</ul>
        </section>
    })
}

/// A plan with its numbers; an alternative with the rules that it would break, and the button that takes it.
fn column(
    shown: &Shown<'_>,
    other: Option<&PlanAlternative>,
    quality: &CafeQuality,
) -> impl IntoView + use<> {
    let own = &shown.version.head.quality;
    let values = compared(shown.set_up, own, quality)
        .into_iter()
        .map(|(name, own, value)| {
            let value = if own == value {
                view! { <dd>{value}</dd> }.into_any()
            } else {
                view! { <dd><b>{value}</b></dd> }.into_any()
            };
            view! { <div><dt>{name}</dt>{value}</div> }
        })
        .collect_view();
    let heading = other.map_or_else(
        || t!("cafe-alternative-own"),
        |other| t!("cafe-alternative", n = other.number),
    );
    let against = other.map(|other| shown.board.rules_against(&other.seating));
    let against = against.unwrap_or_default();
    let breaks = (!against.is_empty()).then(|| {
        view! {
            <p class="warn">{t!("cafe-alternative-breaks", n = against.len())}</p>
            {rule_list(shown, &against)}
        }
    });
    let choose = other.filter(|_| shown.may_plan).map(|other| {
        let mut fields = shown.current_fields();
        fields.push(("beside", shown.version.head.number.to_string()));
        fields.push(("alternative", other.number.to_string()));
        let label = if against.is_empty() {
            t!("cafe-alternative-choose")
        } else {
            fields.push(("anyway", "on".to_owned()));
            t!("cafe-alternative-anyway")
        };
        view! {
            <PostButton
                to=ChooseAlternative::PATH
                label
                about=heading.clone()
                fields
                class="button small"
            />
        }
    });
    view! {
        <li class="card dense">
            <h3>{heading}</h3>
            <dl class="compared">{values}</dl>
            {breaks}
            {choose}
        </li>
    }
}
