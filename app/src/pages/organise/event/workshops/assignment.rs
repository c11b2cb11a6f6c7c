//! `/organise/events/{id}/workshops/assignment`: who attends what, computed from the wishes by three fairnesses.

use leptos::prelude::*;
use model::{
    EventState, JobKind,
    assignment::{AssignmentQuality, Fairness, Proof},
};
use planner::{
    assignments::{AssignmentBoard, AssignmentFailure, AssignmentOutcome},
    jobs::JobView,
};
use ui::{
    components::{EmptyState, Notice, PageHead, PostButton, Tone},
    dates::dates,
    shell::{Page, Section, page},
    text::t,
    visit::{planner, visit},
};

use super::super::{
    head::{EventTab, event_band},
    job,
};
use crate::{
    api::{
        actions::{
            AssignWorkshops, ChooseAssignment, PlaceLatePeople, RedoAssignment, StopJob,
            UndoAssignment,
        },
        authorise::reads_event,
    },
    routes::param,
};

#[component]
pub fn AssignmentPage() -> impl IntoView {
    page(async {
        let (_, access) = reads_event(&param("id"))?;
        let board = planner().assignment_board(&access, None).await?;
        let jobs = planner().jobs_of_event(&access).await?;
        let search = jobs
            .iter()
            .find(|view| view.job.kind == JobKind::WorkshopsAssigned);
        let shown = Shown::new(&board, search);
        let assignment = &board.assignment;
        let confirmed = u32::try_from(assignment.people.len()).unwrap_or(u32::MAX);
        let band = event_band(
            &assignment.network,
            &assignment.event,
            confirmed,
            EventTab::Assignment,
        );
        let title = assignment.event.details.title.as_str();
        let (facts, actions) = (shown.facts(), shown.actions());
        let content = shown.content();
        Ok(view! {
            <Page
                title=t!("assignment-page", event = title)
                brand=&assignment.network
                section=Section::Events
                band
            >
                <PageHead title=t!("assignment-title") facts actions/>
                {content}
            </Page>
        })
    })
}

/// What the page shows.
struct Shown<'a> {
    board: &'a AssignmentBoard,
    /// The latest search.
    search: Option<&'a JobView>,
    may_plan: bool,
}

/// An assignment in the list of those to choose from.
struct Offered<'a> {
    quality: &'a AssignmentQuality,
    /// The version and the number beside it. `None` while it is searched.
    choice: Option<(u32, Option<u32>)>,
    is_chosen: bool,
}

impl<'a> Shown<'a> {
    fn new(board: &'a AssignmentBoard, search: Option<&'a JobView>) -> Self {
        let assignment = &board.assignment;
        let principal = visit().signed_in();
        Self {
            may_plan: assignment.event.state != EventState::Cancelled
                && principal
                    .is_ok_and(|principal| principal.organises(assignment.network.id).is_ok()),
            board,
            search,
        }
    }

    fn fields(&self) -> Vec<(&'static str, String)> {
        vec![("event", self.board.assignment.event.id.to_string())]
    }

    fn is_searching(&self) -> bool {
        self.search.is_some_and(|view| view.job.state.is_active())
    }

    fn facts(&self) -> Vec<AnyView> {
        let people = t!("assignment-people", n = self.board.problem.people.len());
        let Some(version) = &self.board.version else {
            return vec![people.into_any()];
        };
        let zone = &self.board.assignment.network.time_zone;
        let made = dates().brief(&zone.clock(version.head.made_at));
        vec![
            t!("assignment-version", n = version.head.number).into_any(),
            made.into_any(),
            people.into_any(),
        ]
    }

    fn actions(&self) -> Option<AnyView> {
        if !self.may_plan || self.is_searching() || self.board.problem.people.is_empty() {
            return None;
        }
        let fields = self.fields();
        let label = match self.board.computed {
            Some(_) => t!("assignment-again"),
            None => t!("assignment-begin"),
        };
        Some(
            view! { <PostButton to=AssignWorkshops::PATH label fields class="button first"/> }
                .into_any(),
        )
    }

    fn content(&self) -> AnyView {
        let is_empty = self.board.problem.workshops.is_empty();
        if is_empty || self.board.problem.people.is_empty() {
            let advice = if is_empty {
                t!("assignment-none.workshops")
            } else {
                t!("assignment-none.people")
            };
            return view! { <EmptyState title=t!("assignment-none")><p>{advice}</p></EmptyState> }
                .into_any();
        }
        view! {
            {self.progress()}
            {self.failure()}
            {self.late()}
            {self.summary()}
            {self.choices()}
            {self.steps()}
        }
        .into_any()
    }

    /// The search that runs, with what it has found so far.
    fn progress(&self) -> Option<AnyView> {
        let search = self.search.filter(|_| self.is_searching())?;
        let event = self.board.assignment.event.id;
        let mut fields = self.fields();
        fields.push(("job", search.job.id.to_string()));
        let stop = (self.may_plan && !search.job.stops).then(|| {
            view! { <PostButton to=StopJob::PATH label=t!("assignment-stop") fields class="button small"/> }
        });
        let candidates = search.candidates();
        let columns = candidates
            .iter()
            .map(|candidate| {
                self.column(&Offered {
                    quality: &candidate.quality,
                    choice: None,
                    is_chosen: false,
                })
            })
            .collect_view();
        Some(
            view! {
                <section class="card dense searching">
                    <h2>{t!("assignment-searching")}</h2>
                    {job::progress(event, search)}
                    <div class="row">{stop}</div>
                </section>
                <ul class="ways">{columns}</ul>
            }
            .into_any(),
        )
    }

    /// Why the latest search found nothing.
    fn failure(&self) -> Option<AnyView> {
        let search = self.search.filter(|_| !self.is_searching())?;
        let Some(AssignmentOutcome::Failure(failure)) = search.assignment_outcome() else {
            return None;
        };
        let text = match failure {
            AssignmentFailure::Contradiction(_) => t!("assignment-contradiction"),
            AssignmentFailure::Unexplained => t!("job-solve-unexplained"),
            AssignmentFailure::Undecided => t!("job-solve-undecided"),
        };
        Some(view! { <Notice tone=Tone::Bad><p>{text}</p></Notice> }.into_any())
    }

    /// The people who registered after the current version was made.
    fn late(&self) -> Option<AnyView> {
        let version = self.board.version.as_ref()?;
        let assignment = &self.board.assignment;
        let late = assignment.late_people(&self.board.problem, &version.seating);
        if late.is_empty() {
            return None;
        }
        let fields = self.fields();
        let action = self.may_plan.then(|| {
            view! { <PostButton to=PlaceLatePeople::PATH label=t!("assignment-late.do") fields/> }
                .into_any()
        });
        Some(
            view! {
                <Notice tone=Tone::Warn action>
                    <p>{t!("assignment-late", n = late.len())}</p>
                </Notice>
            }
            .into_any(),
        )
    }

    /// What the current version gives, in one sentence.
    fn summary(&self) -> Option<AnyView> {
        let version = self.board.version.as_ref()?;
        let quality = &version.head.quality;
        Some(
            view! {
                <p class="lead"><b>{sentence(quality)}</b></p>
                <p class="hint">{t!("assignment-seats", n = quality.seats, of = quality.seats + quality.empty)}</p>
            }
            .into_any(),
        )
    }

    /// The assignments of the latest computation, side by side.
    fn choices(&self) -> Option<AnyView> {
        let (version, beside) = self.board.computed.as_ref()?;
        if self.is_searching() {
            return None;
        }
        let current = self.board.version.as_ref();
        let is_chosen = |quality: &AssignmentQuality| {
            current.is_some_and(|current| current.head.quality == *quality)
        };
        let number = version.head.number;
        let own = (&version.head.quality, None);
        let others = beside
            .iter()
            .map(|found| (&found.quality, Some(found.number)));
        let columns = std::iter::once(own)
            .chain(others)
            .map(|(quality, alternative)| {
                self.column(&Offered {
                    quality,
                    choice: Some((number, alternative)),
                    is_chosen: is_chosen(quality),
                })
            })
            .collect_view();
        let stale = (!self.board.is_up_to_date()).then(|| {
            view! { <Notice tone=Tone::Warn><p>{t!("assignment-stale")}</p></Notice> }
        });
        Some(
            view! {
                <section class="stack" id="fairness">
                    <h2>{t!("assignment-fairness")}</h2>
                    <p class="hint">{t!("assignment-fairness.hint")}</p>
                    {stale}
                    <ul class="ways">{columns}</ul>
                </section>
            }
            .into_any(),
        )
    }

    fn column(&self, offered: &Offered<'_>) -> impl IntoView + use<> {
        let quality = offered.quality;
        let (heading, explained) = match quality.fairness {
            Some(Fairness::RankMaximal) => (
                t!("assignment-rank-maximal"),
                t!("assignment-rank-maximal.means"),
            ),
            Some(Fairness::Generous) => {
                (t!("assignment-generous"), t!("assignment-generous.means"))
            }
            Some(Fairness::Leximin) | None => {
                (t!("assignment-leximin"), t!("assignment-leximin.means"))
            }
        };
        let values = profile(quality)
            .into_iter()
            .map(|(name, value)| view! { <div><dt>{name}</dt><dd>{value}</dd></div> })
            .collect_view();
        let proof = match quality.proof {
            Proof::Optimal => t!("assignment-proven"),
            Proof::Gap(seats) => t!("assignment-gap", n = seats),
            Proof::Unknown if offered.choice.is_none() => t!("assignment-still-searching"),
            Proof::Unknown => t!("assignment-unproven"),
        };
        let choose = offered
            .choice
            .filter(|_| self.may_plan && !offered.is_chosen);
        let choose = choose.map(|(version, alternative)| {
            let mut fields = self.fields();
            fields.push(("version", version.to_string()));
            let alternative = alternative.map(|number| number.to_string());
            fields.push(("alternative", alternative.unwrap_or_default()));
            view! {
                <PostButton
                    to=ChooseAssignment::PATH
                    label=t!("assignment-choose")
                    about=heading.clone()
                    fields
                    class="button small"
                />
            }
        });
        let chosen = offered
            .is_chosen
            .then(|| view! { <p><b>{t!("assignment-chosen")}</b></p> });
        view! {
            <li class="card dense">
                <h3>{heading}</h3>
                <p class="hint">{explained}</p>
                <p>{sentence(quality)}</p>
                <dl class="values">{values}</dl>
                <p class="hint">{proof}</p>
                {chosen}
                {choose}
            </li>
        }
    }

    /// Undoing and redoing.
    fn steps(&self) -> Option<AnyView> {
        let version = self.board.version.as_ref().filter(|_| self.may_plan)?;
        let steps = self.board.steps;
        let mut fields = self.fields();
        fields.push(("version", version.head.number.to_string()));
        let undo = steps.undo.map(|_| {
            let fields = fields.clone();
            view! { <PostButton to=UndoAssignment::PATH label=t!("assignment-undo") fields class="button small"/> }
        });
        let redo = steps.redo.map(|_| {
            view! { <PostButton to=RedoAssignment::PATH label=t!("assignment-redo") fields class="button small"/> }
        });
        Some(view! { <div class="row">{undo}{redo}</div> }.into_any())
    }
}

/// What people get, in one sentence.
fn sentence(quality: &AssignmentQuality) -> String {
    let percent = quality.first_wish_percent();
    match quality.worst_best_wish() {
        _ if quality.without_wish > 0 => t!(
            "assignment-sentence.without",
            percent = percent,
            n = quality.without_wish
        ),
        Some(rank) => t!("assignment-sentence.worst", percent = percent, rank = rank),
        None => t!("assignment-sentence.no-wishes"),
    }
}

/// People by their best wish, and the seats that nobody wished for.
fn profile(quality: &AssignmentQuality) -> Vec<(String, u32)> {
    let best = |rank: usize| quality.best_wish.get(rank).copied().unwrap_or(0);
    let later: u32 = quality.best_wish.iter().skip(3).sum();
    let wished: u32 = quality.profile.iter().sum();
    vec![
        (t!("assignment-first"), best(0)),
        (t!("assignment-second"), best(1)),
        (t!("assignment-third"), best(2)),
        (t!("assignment-later"), later + quality.without_wish),
        (
            t!("assignment-unwished"),
            quality.seats - wished.min(quality.seats),
        ),
    ]
}
