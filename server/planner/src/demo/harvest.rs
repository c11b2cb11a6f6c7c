//! What the tables of the network meeting's café have written down, tidied and not published yet.

use jiff::ToSpan as _;
use model::{EventId, HarvestPoint, Line, PointState, PointText, cafe::TableNumber};

use super::{
    files::{BadScenario, CafeFile, line, wrong},
    network::DemoNetwork,
};
use crate::{
    PlannerError, Result,
    cafes::{harvest::NewActionItem, lock_cafe, require_plan},
};

impl DemoNetwork<'_> {
    /// Fills the harvest of an event's café.
    pub(super) async fn fill_harvest(&self, event: EventId, file: &CafeFile) -> Result<()> {
        let access = self.access(event);
        let planner = self.planner;
        let mut tx = planner.store().begin().await?;
        let (_, cafe) = lock_cafe(&mut tx, &access, None).await?;
        let plan = require_plan(&cafe)?;
        let mut agreed = None;
        for (position, written) in (1..).zip(&file.harvest) {
            let table = plan.set_up.table(TableNumber(written.table));
            let table = table.ok_or_else(|| PlannerError::internal(BadScenario("table")))?;
            let heading = written.heading.as_deref().unwrap_or_default();
            let now = planner.now();
            let point = HarvestPoint {
                id: planner.new_id(),
                plan: plan.id,
                table: table.number,
                topic: table.topic,
                round: written.round,
                kind: written.kind,
                text: PointText::parse(&written.text).map_err(wrong("point"))?,
                heading: Line::optional(heading).map_err(wrong("heading"))?,
                state: PointState::Shown,
                differs_from: None,
                position,
                revision: 1,
                written_at: now,
                changed_at: now,
            };
            tx.insert_harvest_point(&point).await?;
            if written.text.starts_with(&file.agreed.point) {
                agreed = Some(point.id);
            }
        }
        tx.commit().await?;
        let ends = cafe.event.details.ends.local.date();
        let new = NewActionItem {
            what: line(&file.agreed.what)?,
            who: line(&file.agreed.who)?,
            due: ends.checked_add(file.agreed.days.days()).ok(),
            point: agreed,
        };
        let helps = self.principal.helps_event(event);
        planner.add_action_item(&helps, new).await?;
        Ok(())
    }
}
