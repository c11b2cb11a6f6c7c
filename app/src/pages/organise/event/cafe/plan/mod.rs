//! `/organise/events/{id}/cafe/plan`: the board of a world café, who sits where and what every change would bring.

mod bar;
mod below;
mod cost;
mod failure;
mod grid;
mod held;
mod import;
mod links;
mod make_rule;
mod notices;
mod others;
mod people;
mod rules;
mod seats;
mod solving;
mod start;
mod tiles;
mod toolbar;
mod tray;
mod versions;

use std::collections::HashMap;

use leptos::prelude::*;
use model::{
    AgendaItemId, RegistrationId,
    cafe::{CafeQuality, CafeSetUp, PlanVersion, TableNumber},
};
use planner::cafes::{CafeBoard, PlanAlternative, PlanFigures, PlanState, SeatMove, SeatOption};
use ui::{
    components::{PageHead, Tag, Tone},
    error::AppError,
    page_properties::require_connecting_script,
    shell::{Page, Section, page},
    text::t,
    visit::{planner, query, visit},
};

pub(super) use self::rules::{RuleNames, rule_in_round, without_host};
pub(crate) use self::{
    failure::{contradiction, failure_text},
    import::ImportPlanPage,
    links::{Links, Target, parse_lock, parse_seat},
};
use self::{links::Chosen, people::People};
use super::{
    super::head::{CafePart, cafe_band},
    page_without_cafe,
    several::other_cafes,
};
use crate::{
    api::{authorise::reads_event, cafe::named_item},
    routes::param,
};

/// Follows a plan: shows what others have changed.
pub(crate) const BOARD_SCRIPT: &str = include_str!("board.js");

#[component]
pub fn CafePlanPage() -> impl IntoView {
    page(async {
        let (_, access) = reads_event(&param("id"))?;
        let item = item_asked_for()?;
        let chosen = Chosen::from_query();
        let (board, options) = match chosen.seat.filter(|_| chosen.version.is_none()) {
            Some(seat) => match planner().seat_options(&access, item, seat).await {
                Ok(options) => (options.board, options.options),
                // The person is gone: the board shows who is there.
                Err(planner::PlannerError::NotFound) => {
                    (planner().cafe_board(&access, item, None).await?, Vec::new())
                }
                Err(error) => return Err(error.into()),
            },
            None => match planner().cafe_board(&access, item, chosen.version).await {
                Ok(board) => (board, Vec::new()),
                Err(error) => return page_without_cafe(&access, CafePart::Plan, error).await,
            },
        };
        let comparison = match (chosen.compare, &board.version) {
            (Some(before), Some(after)) => {
                let pair = (before, after.head.number);
                let planner = planner();
                Some(planner.compare_cafe_versions(&access, item, pair).await?)
            }
            _ => None,
        };
        let others_change = match (since(), &board.version) {
            (Some(since), Some(shown)) if board.is_current && since != shown.head.number => {
                let pair = (since, shown.head.number);
                let compared = planner().compare_cafe_versions(&access, item, pair).await;
                match compared {
                    Ok(compared) => Some(compared),
                    Err(planner::PlannerError::NotFound) => None,
                    Err(error) => return Err(error.into()),
                }
            }
            _ => None,
        };
        let jobs = planner().jobs_of_event(&access).await?;
        let cafe = &board.cafe;
        let may_plan = visit().signed_in()?.organises(cafe.network.id).is_ok();
        let links = Links::new(cafe.event.id, named_item(cafe));
        let people = People::new(&board);
        let set_up = cafe.set_up();
        let content = match (&board.version, board.figures(), board.quality()) {
            (Some(version), Some(figures), Some(quality)) => {
                let shown = Shown {
                    board: &board,
                    version,
                    quality,
                    set_up: &set_up,
                    people: &people,
                    links: &links,
                    chosen,
                    options: &options,
                    alternatives: &board.alternatives,
                    may_plan: may_plan && board.is_current,
                    may_restore: may_plan && !board.is_current,
                };
                let news = others_change.as_ref();
                let news = news.map(|change| others::others_change(&shown, change));
                view! {
                    {news}
                    {plan(&shown, &figures, comparison.as_ref())}
                }
                .into_any()
            }
            _ => start::start(&board, &links, may_plan).into_any(),
        };
        let search = solving::latest_search(&board, &jobs);
        let search = solving::search_notice(&board, search, may_plan);
        let drawing = failure::failed_drawing(&board);
        let drawing =
            drawing.map(|failed| failure::failure_notice(&board, &failed, (None, may_plan)));
        // The drawing is the later one.
        let search = drawing.or(search);
        require_connecting_script(BOARD_SCRIPT);
        let title = t!("event-tab-cafe-plan");
        let others = other_cafes(cafe, CafePart::Plan);
        let version = board.version.as_ref().map(|version| version.head.number);
        let kind = version.map(|number| t!("plan-version", n = number));
        Ok(view! {
            <Page
                title=title.clone()
                brand=&cafe.network
                section=Section::Events
                band=cafe_band(cafe, CafePart::Plan)
            >
                <PageHead title kind=kind.unwrap_or_default() state=state(&board) facts=facts(&board)/>
                {others}
                <p class="unseen" role="status" id="plan-news"></p>
                {(may_plan && board.is_current).then(held::board_island)}
                <div id="plan" class="plan-part" data-state=state_key(&board) data-events=links.part("plan/events")>
                    {search}
                    {content}
                </div>
            </Page>
        }
        .into_any())
    })
}

/// The item of the agenda that the address names.
fn item_asked_for() -> Result<Option<AgendaItemId>, AppError> {
    query("item")
        .map(|item| item.parse().map_err(|_| AppError::NotFound))
        .transpose()
}

/// The version that the page showed before it took over the change of somebody else.
fn since() -> Option<u32> {
    query("since")?.parse().ok()
}

/// The version, and whether participants see it.
fn state(board: &CafeBoard) -> Option<AnyView> {
    let number = board.version.as_ref()?.head.number;
    let published = board.cafe.plan.as_ref().and_then(|plan| plan.published);
    let tag = match published {
        Some((published, _)) if published == number => {
            view! { <Tag text=t!("cafe-published") tone=Tone::Good/> }.into_any()
        }
        _ if !board.is_current => view! { <Tag text=t!("cafe-earlier")/> }.into_any(),
        Some((published, _)) => {
            view! { <Tag text=t!("cafe-published-other", n = published) tone=Tone::Warn/> }
                .into_any()
        }
        None => view! { <Tag text=t!("cafe-draft") tone=Tone::Warn/> }.into_any(),
    };
    Some(tag)
}

/// What the events of the plan name, as the page shows it.
fn state_key(board: &CafeBoard) -> String {
    let plan = board.cafe.plan.as_ref();
    PlanState::new(plan).to_string()
}

fn facts(board: &CafeBoard) -> Vec<AnyView> {
    let set_up = board.cafe.set_up();
    vec![
        t!("cafe-people", n = board.cafe.people.len()).into_any(),
        t!("cafe-tables", n = set_up.tables.len()).into_any(),
        t!("cafe-rounds", n = set_up.rounds.count).into_any(),
    ]
}

fn plan(
    shown: &Shown<'_>,
    figures: &PlanFigures,
    comparison: Option<&planner::cafes::VersionComparison>,
) -> impl IntoView + use<> {
    view! {
        {notices::notices(shown)}
        {tiles::tiles(shown, figures)}
        {toolbar::toolbar(shown)}
        {comparison.map(|comparison| versions::comparison(shown, comparison))}
        {rules::broken_rules(shown)}
        <div id="board" class="board-part">
            {toolbar::rounds(shown)}
            {tray::tray(shown)}
            {grid::grid(shown, figures)}
            {bar::seat_bar(shown)}
            {held::board_data(shown)}
        </div>
        {below::below(shown, figures)}
        {solving::alternatives(shown)}
    }
}

/// A version as the page shows it.
struct Shown<'a> {
    board: &'a CafeBoard,
    version: &'a PlanVersion,
    /// The quality of the version, with the people and the set-up of today.
    quality: CafeQuality,
    set_up: &'a CafeSetUp,
    people: &'a People,
    links: &'a Links,
    chosen: Chosen,
    /// Where the chosen person could go, the best first.
    options: &'a [SeatOption],
    /// Other plans that the search found beside the version.
    alternatives: &'a [PlanAlternative],
    /// Whether the person may change the version: an organiser, on the current one.
    may_plan: bool,
    /// Whether the person may make the version the current one.
    may_restore: bool,
}

impl Shown<'_> {
    /// The chosen person and round, if the person may be moved.
    fn choice(&self) -> Option<(RegistrationId, u32)> {
        let (person, round) = self.chosen.seat?;
        let is_here = self.may_plan && self.people.get(person).is_some();
        (is_here && (1..=self.set_up.rounds.count).contains(&round)).then_some((person, round))
    }

    /// The table of the chosen seat.
    fn chosen_table(&self) -> Option<TableNumber> {
        let (person, round) = self.choice()?;
        self.version.seating.table_of(person, round)
    }

    /// Whether the person's seat is the chosen target.
    fn is_target(&self, person: RegistrationId, round: u32) -> bool {
        self.choice().is_some_and(|(_, chosen)| chosen == round)
            && self.chosen.target == Some(Target::Person(person))
    }

    fn options_by_target(&self) -> HashMap<(TableNumber, Option<RegistrationId>), &SeatOption> {
        let seats = self.options.iter();
        let seats = seats.filter(|option| !matches!(option.change, SeatMove::Unseat { .. }));
        seats
            .map(|option| ((option.table, option.with), option))
            .collect()
    }

    /// The class of the column that a narrow screen shows.
    fn column(&self, round: u32) -> Option<&'static str> {
        let last = self.set_up.rounds.count;
        (self.chosen.round.clamp(1, last.max(1)) == round).then_some("at")
    }

    /// The hidden fields of the forms of the board.
    fn fields(&self) -> Vec<(&'static str, String)> {
        self.links.fields(self.version.head.number)
    }

    /// The hidden fields of a form that replaces the version that is edited, which need not be the shown one.
    fn current_fields(&self) -> Vec<(&'static str, String)> {
        let plan = self.board.cafe.plan.as_ref();
        let current = plan.and_then(|plan| plan.current).unwrap_or_default();
        self.links.fields(current)
    }

    /// The hidden fields of a form about a seat.
    fn seat_fields(&self, (person, round): (RegistrationId, u32)) -> Vec<(&'static str, String)> {
        let mut fields = self.fields();
        fields.push(("seat", format!("{round}.{person}")));
        fields
    }

    /// The address without a chosen seat.
    fn close(&self) -> String {
        let row = self.chosen_table().map(|table| format!("#t{table}"));
        let round = self.chosen.round;
        self.links.with(&format!("round={round}")) + &row.unwrap_or_default()
    }

    /// The address with a chosen seat and no target.
    fn choose(&self, (person, round): (RegistrationId, u32)) -> String {
        let row = self.version.seating.table_of(person, round);
        let row = row.map(|table| format!("#t{table}"));
        self.links.with(&format!("seat={round}.{person}")) + &row.unwrap_or_default()
    }
}
