//! Which café a plan belongs to. A plan outlives the item of the agenda that it was made for: an item may be removed
//! and restored, or be another kind for a while. Until then the plan has no café, and nobody sees it.

use model::{AgendaItem, AgendaItemId, AgendaItemKind, Event, PlanId, cafe::CafeKind};
use store::{CafePlan, Reader};

use crate::{
    Planner, PlannerError, Result,
    access::{LinkAccess, Purpose},
};

impl Planner {
    /// The plans of cafés of the event of a personal link, whether published or not.
    pub async fn cafe_plans_of_participant(&self, access: &LinkAccess) -> Result<Vec<PlanId>> {
        let (mut reader, opened) = self.read_by_link(access, Purpose::Manage).await?;
        let (_, event) = opened.right.ids();
        let plans = reader.plans_of_event::<CafeKind>(event).await?.rows;
        Ok(plans.into_iter().map(|plan| plan.id).collect())
    }
}

/// The item of the agenda that is the café of a plan; `None`: the event itself is. `NotFound` if the item was removed,
/// or is no café any more.
pub(crate) fn item_of_plan(
    agenda: &[AgendaItem],
    item: Option<AgendaItemId>,
) -> Result<Option<&AgendaItem>> {
    let Some(id) = item else {
        return Ok(None);
    };
    let cafe = agenda
        .iter()
        .find(|item| item.id == id && item.kind == AgendaItemKind::Cafe);
    cafe.map(Some).ok_or(PlannerError::NotFound)
}

/// A plan of an event, with the item of the agenda that it is for. `NotFound` if it has no café.
pub(super) async fn plan_of(
    reader: &mut Reader,
    event: &Event,
    plan: PlanId,
) -> Result<(CafePlan, Option<AgendaItem>)> {
    let plan = reader.plan(plan).await?;
    let plan = plan
        .filter(|plan| plan.event == event.id)
        .ok_or(PlannerError::NotFound)?;
    if plan.item.is_none() {
        return Ok((plan, None));
    }
    let agenda = reader.agenda(event.id).await?.rows;
    let item = item_of_plan(&agenda, plan.item)?.cloned();
    Ok((plan, item))
}

/// The plans of an event that have a café, each with the item of the agenda that it is for. One that cannot be read is
/// left out.
pub(super) async fn plans_of_cafes(
    reader: &mut Reader,
    event: &Event,
) -> Result<Vec<(CafePlan, Option<AgendaItem>)>> {
    let plans = reader.plans_of_event(event.id).await?.rows;
    let agenda = if plans.iter().any(|plan| plan.item.is_some()) {
        reader.agenda(event.id).await?.rows
    } else {
        Vec::new()
    };
    let with_cafe = plans.into_iter().filter_map(|plan| {
        let item = item_of_plan(&agenda, plan.item).ok()?.cloned();
        Some((plan, item))
    });
    Ok(with_cafe.collect())
}
