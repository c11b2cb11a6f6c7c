//! The page of a table: what it writes down, without an account.

use jiff::{SignedDuration, Timestamp};
use model::{
    Event, EventState, HarvestPoint, Network, PointState,
    cafe::{CafePhase, CafeTable},
};
use store::Reader;

use super::{host_name, topic_name};
use crate::{
    Planner, PlannerError, Result,
    access::{OpenedTable, TableAccess},
    cafes::{Cafe, CafeNow, clock::cafe_now, item_of_plan},
    require::{require_event, require_network},
};

/// How long a table can be written to after its café.
const OPEN_AFTER: SignedDuration = SignedDuration::from_hours(14 * 24);

/// The round that is on, by the clock.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct RoundNow {
    /// Counted from 1.
    pub number: u32,
    /// `None`: its time is up.
    pub ends: Option<Timestamp>,
}

/// The page of a table.
#[derive(Debug, Clone)]
pub struct TablePage {
    pub network: Network,
    pub event: Event,
    pub table: CafeTable,
    pub topic: Option<String>,
    pub host: Option<String>,
    /// How many rounds the café has.
    pub rounds: u32,
    /// `None` before the first one.
    pub now: Option<RoundNow>,
    /// The points of the table that it and organisers have not taken out, the earliest first.
    pub points: Vec<HarvestPoint>,
    /// Whether something can be written.
    pub is_open: bool,
}

impl TablePage {
    /// The round to write to, if none is chosen.
    pub fn round(&self) -> u32 {
        self.now.map_or(1, |now| now.number).min(self.rounds)
    }
}

impl RoundNow {
    /// The round of a clock. People who change tables still belong to the round that is over.
    fn of(now: &CafeNow) -> Option<Self> {
        let phase = now.reading.now;
        let (number, ends) = match phase.phase {
            CafePhase::Before => return None,
            CafePhase::Talk(round) => (round, Some(phase.ends)),
            CafePhase::Change(round) => (round, None),
            CafePhase::Over => (now.rounds.count, None),
        };
        Some(Self {
            number,
            ends: ends.filter(|ends| *ends > now.at),
        })
    }
}

/// Whether a table of the café can be written to.
pub(super) fn is_open(cafe: &Cafe, now: Timestamp) -> bool {
    let closes = cafe.ends().saturating_add(OPEN_AFTER);
    cafe.event.state != EventState::Cancelled && closes.is_ok_and(|closes| now < closes)
}

/// The café of a table, without its people.
pub(super) async fn load_cafe_of_table(reader: &mut Reader, opened: OpenedTable) -> Result<Cafe> {
    let event = require_event(reader, opened.plan.event).await?;
    let agenda = reader.agenda(event.id).await?.rows;
    let item = item_of_plan(&agenda, opened.plan.item)?.cloned();
    Ok(Cafe {
        network: require_network(reader, event.network).await?,
        item,
        all: Vec::new(),
        plan: Some(opened.plan),
        people: Vec::new(),
        former: Vec::new(),
        questions: Vec::new(),
        confirmed: 0,
        event,
    })
}

impl Planner {
    /// The page of a table.
    #[tracing::instrument(level = "debug", skip_all, err(level = "debug"))]
    pub async fn table_page(&self, access: &TableAccess) -> Result<TablePage> {
        let (mut reader, opened) = self.read_by_table(access).await?;
        let number = opened.table;
        let cafe = load_cafe_of_table(&mut reader, opened).await?;
        let plan = super::require_own_plan(&cafe)?;
        // A table that the set-up no longer has.
        let table = plan.set_up.table(number).ok_or(PlannerError::NotFound)?;
        let now = cafe_now(
            &mut reader,
            plan,
            &cafe.event,
            cafe.item.as_ref(),
            self.now(),
        )
        .await?;
        let round = RoundNow::of(&now);
        let marks = reader.attendance(plan.id).await?;
        let mark = marks.iter().find(|mark| Some(mark.person) == table.host);
        // Whoever has left leads no table.
        let is_gone = mark.is_some_and(|mark| {
            !mark
                .attendance
                .is_there(round.map_or(1, |round| round.number))
        });
        let host = if is_gone {
            None
        } else {
            host_name(&mut reader, table).await?
        };
        let mut points = reader.harvest_points_of_table(plan.id, number).await?.rows;
        points.retain(|point| {
            use PointState::{Draft, Merged, Shown};
            matches!(point.state, Shown | Draft | Merged)
        });
        Ok(TablePage {
            topic: topic_name(&plan.set_up, table.topic).map(|name| name.to_string()),
            host,
            rounds: plan.set_up.rounds.count,
            now: round,
            points,
            is_open: is_open(&cafe, self.now()),
            table: table.clone(),
            network: cafe.network,
            event: cafe.event,
        })
    }
}
