//! How the plan of a café stands, for open boards.

use model::{AgendaItemId, PlanId};

use crate::{
    Planner, Result,
    access::{EventAccess, Reads},
    plans::PlanState,
};

impl Planner {
    /// How the plan of a café stands. Without an id before its set-up is saved.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn plan_state(
        &self,
        access: &EventAccess<Reads>,
        item: Option<AgendaItemId>,
    ) -> Result<(Option<PlanId>, PlanState)> {
        let (_reader, cafe) = self.read_cafe(access, item).await?;
        let plan = cafe.plan.as_ref();
        Ok((plan.map(|plan| plan.id), PlanState::new(plan)))
    }
}
