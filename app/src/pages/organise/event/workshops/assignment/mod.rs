//! `/organise/events/{id}/workshops/assignment`: who attends what, computed from the wishes by three fairnesses.

mod choices;
mod free_seats;
mod held;
mod locks;
mod offers;
mod options;
mod person;
mod person_rules;
mod refused;
mod repair;
mod rules;
mod searching;
mod shortage;
mod small;
mod versions;

use leptos::prelude::*;
use model::{
    JobKind,
    assignment::{AssignmentQuality, Proof},
};
use planner::{
    assignments::{Assignment, AssignmentBoard, AssignmentComparison},
    cafes::PlanState,
    jobs::JobView,
};
use ui::{
    components::{EmptyState, Notice, PageHead, PostButton, Tone},
    dates::dates,
    page_properties::require_connecting_script,
    shell::{Page, Section, page},
    text::t,
    visit::{planner, query, visit},
};

use super::{
    super::{cafe::BOARD_SCRIPT, editable::is_editable, head::EventTab},
    band_of,
};
use crate::{
    api::{
        actions::{AssignWorkshops, PlaceLatePeople, RedoAssignment, UndoAssignment},
        authorise::reads_event,
    },
    pages::assignment_files::AssignmentFiles,
    routes::param,
};

pub(crate) use self::{
    person::AssignedPersonPage, refused::RefusedWishesPage, small::SmallWorkshopsPage,
};

#[component]
pub fn AssignmentPage() -> impl IntoView {
    page(async {
        let (_, access) = reads_event(&param("id"))?;
        // The jobs first: a search that ends in between is shown as running, and its page loads again.
        let jobs = planner().jobs_of_event(&access).await?;
        let number = |name| query(name).and_then(|text| text.parse::<u32>().ok());
        let board = planner()
            .assignment_board(&access, number("version"))
            .await?;
        let compared = match (number("compare"), &board.version) {
            (Some(before), Some(after)) => {
                let pair = (before, after.head.number);
                Some(planner().compare_assignment_versions(&access, pair).await?)
            }
            _ => None,
        };
        let search = jobs
            .iter()
            .find(|view| view.job.kind == JobKind::WorkshopsAssigned);
        let changed_seats = planner().seats_changed_since_computation(&access).await?;
        let shown = Shown {
            changed_seats,
            compared: compared.as_ref(),
            ..Shown::new(&board, search)
        };
        let assignment = &board.assignment;
        let band = band_of(assignment, EventTab::Assignment);
        let title = assignment.event.details.title.as_str();
        let (facts, actions) = (shown.facts(), shown.actions());
        let content = shown.content();
        let island = shown.may_drag().then(held::board_island);
        let state = PlanState::new(assignment.plan.as_ref()).to_string();
        let events = format!(
            "/organise/events/{}/workshops/assignment/events",
            assignment.event.id
        );
        require_connecting_script(BOARD_SCRIPT);
        Ok(view! {
            <Page
                title=t!("assignment-page", event = title)
                brand=&assignment.network
                section=Section::Events
                band
            >
                <PageHead title=t!("assignment-title") facts actions/>
                <p class="unseen" role="status" id="plan-news"></p>
                {island}
                <div id="plan" class="plan-part" data-state=state data-events=events>{content}</div>
            </Page>
        })
    })
}

/// Whether the pages have forms for changes.
fn may_plan(assignment: &Assignment) -> bool {
    is_editable(&assignment.network, &assignment.event)
}

/// What the page shows.
struct Shown<'a> {
    board: &'a AssignmentBoard,
    /// The latest search.
    search: Option<&'a JobView>,
    /// How many seats were given otherwise after the computation. `None`: there are no files of it.
    changed_seats: Option<usize>,
    /// The shown version and another one.
    compared: Option<&'a AssignmentComparison>,
    /// Whether the person may change the version: an organiser, on the current one.
    may_plan: bool,
    /// Whether the person may make the version the current one.
    may_restore: bool,
}

impl<'a> Shown<'a> {
    fn new(board: &'a AssignmentBoard, search: Option<&'a JobView>) -> Self {
        let may_plan = may_plan(&board.assignment);
        Self {
            may_plan: may_plan && board.is_current(),
            may_restore: may_plan && !board.is_current(),
            board,
            search,
            changed_seats: None,
            compared: None,
        }
    }

    fn fields(&self) -> Vec<(&'static str, String)> {
        vec![("event", self.board.assignment.event.id.to_string())]
    }

    fn is_searching(&self) -> bool {
        self.search.is_some_and(|view| view.job.state.is_active())
    }

    /// Whether people are dragged from one workshop to another.
    fn may_drag(&self) -> bool {
        self.may_plan && !self.is_searching()
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
        if !self.may_plan || self.is_searching() || self.obstacle().is_some() {
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

    /// Why nothing can be assigned.
    fn obstacle(&self) -> Option<String> {
        let problem = &self.board.problem;
        if problem.slots.is_empty() {
            Some(t!("assignment-none.slots"))
        } else if !problem.has_offers() {
            Some(t!("assignment-none.workshops"))
        } else if self.board.assignment.people.is_empty() {
            Some(t!("assignment-none.people"))
        } else if problem.people.is_empty() {
            Some(t!("assignment-none.nobody-there"))
        } else {
            None
        }
    }

    fn content(&self) -> AnyView {
        if let Some(advice) = self.obstacle() {
            return view! { <EmptyState title=t!("assignment-none")><p>{advice}</p></EmptyState> }
                .into_any();
        }
        if !self.board.is_current() {
            return view! {
                {versions::earlier(self)}
                {self.summary()}
                {self.tools()}
                {self.comparison()}
                {offers::offers(self)}
            }
            .into_any();
        }
        view! {
            {self.open_wishes()}
            {self.progress()}
            {self.failure()}
            {shortage::too_few_seats(self)}
            {self.start()}
            {self.late()}
            {repair::repair(self)}
            {free_seats::free_seats(self)}
            {self.summary()}
            {self.tools()}
            {self.comparison()}
            {shortage::without_workshop(self.board)}
            {rules::broken_rules(self.board)}
            {rules::rules(self)}
            {choices::choices(self)}
            {offers::offers(self)}
            {self.files()}
        }
        .into_any()
    }

    /// Until when people wish: what is computed before is a trial.
    fn open_wishes(&self) -> Option<AnyView> {
        let assignment = &self.board.assignment;
        let setup = assignment.wish_setup.as_ref()?;
        if !setup.is_open(&assignment.event, visit().now) {
            return None;
        }
        let text = t!(
            "assignment-wishes-open",
            closes = dates().when(&setup.closes),
            n = self.board.people_with_wishes(),
            of = self.board.problem.people.len()
        );
        Some(view! { <Notice><p>{text}</p></Notice> }.into_any())
    }

    /// What a computation will do, before the first one.
    fn start(&self) -> Option<AnyView> {
        let has_none = self.board.computed.is_none() && self.board.version.is_none();
        (has_none && !self.is_searching()).then(|| {
            view! {
                <EmptyState title=t!("assignment-start")><p>{t!("assignment-start.about")}</p></EmptyState>
            }
            .into_any()
        })
    }

    /// The people whom the current version does not know.
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

    /// What the current version gives: in one sentence, and in numbers.
    fn summary(&self) -> Option<AnyView> {
        let quality = self.board.state()?.quality;
        let about = t!(
            "assignment-about",
            people = quality.people,
            workshops = self.board.problem.offered_workshops(),
            slots = self.board.problem.slots.len(),
            wishes = quality.with_wishes
        );
        let seats = t!(
            "assignment-seats",
            n = quality.seats,
            of = quality.seats + quality.empty
        );
        let event = self.board.assignment.event.id;
        let refused = format!("/organise/events/{event}/workshops/assignment/refused");
        let small = format!("/organise/events/{event}/workshops/assignment/small");
        Some(
            view! {
                <div class="stack tight">
                    <p class="lead"><b>{sentence(&quality)}</b></p>
                    <p>{about}</p>
                    <p>{seats}" · "{proof(&quality)}</p>
                    <p class="small soft">{t!("assignment-seats.about")}</p>
                    <p class="row">
                        <a href=refused>{t!("refused-link")}</a>
                        <a href=small>{t!("small-link")}</a>
                    </p>
                </div>
            }
            .into_any(),
        )
    }

    /// Problem and plan as files, to be computed again by anybody.
    fn files(&self) -> Option<AnyView> {
        let changed = self.changed_seats?;
        let event = self.board.assignment.event.id;
        let path =
            |kind: &str| format!("/organise/events/{event}/workshops/assignment/{kind}.json");
        let mut says = vec![t!("wishes-files"), t!("wishes-files.organisations")];
        if changed > 0 {
            says.push(t!("wishes-files.changed", n = changed));
        }
        let says = says.join(" ");
        Some(view! { <AssignmentFiles says paths=["problem", "plan"].map(path)/> }.into_any())
    }

    fn comparison(&self) -> Option<AnyView> {
        let compared = self.compared?;
        Some(versions::comparison(self, compared).into_any())
    }

    /// What can be done with the whole plan: undoing and redoing, what is locked, the versions. Nothing before one is
    /// chosen.
    fn tools(&self) -> Option<AnyView> {
        let version = self.board.version.as_ref()?;
        let steps = self.board.steps;
        let swap = (self.may_plan && steps.stops_at_swap)
            .then(|| view! { <p class="small soft">{t!("assignment-undo.swap")}</p> });
        let mut fields = self.fields();
        fields.push(("version", version.head.number.to_string()));
        let undo = steps.undo.filter(|_| self.may_plan).map(|_| {
            let fields = fields.clone();
            view! { <PostButton to=UndoAssignment::PATH label=t!("assignment-undo") fields class="button small"/> }
        });
        let redo = steps.redo.filter(|_| self.may_plan).map(|_| {
            view! { <PostButton to=RedoAssignment::PATH label=t!("assignment-redo") fields class="button small"/> }
        });
        Some(
            view! {
                <div class="tools">{undo}{redo}{locks::locks(self)}{versions::versions(self)}{swap}</div>
            }
            .into_any(),
        )
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
        Some(1) => t!("assignment-sentence.all"),
        Some(rank) => t!("assignment-sentence.worst", percent = percent, rank = rank),
        None => t!("assignment-sentence.no-wishes"),
    }
}

/// What is known about how good an assignment could be at best.
fn proof(quality: &AssignmentQuality) -> String {
    match quality.proof {
        Proof::Optimal if quality.around_locks => t!("assignment-proven-around"),
        Proof::Optimal => t!("assignment-proven"),
        Proof::FewestChanges => t!("assignment-fewest-changes"),
        Proof::Gap(seats) => t!("assignment-gap", n = seats),
        Proof::Unknown => t!("assignment-unproven"),
    }
}
