//! How the assignment of an event stands, for open boards.

use model::{PlanId, assignment::AssignmentKind};
use store::{Listed, Plan};

use crate::{
    Planner, Result,
    access::{EventAccess, Reads},
    plans::PlanState,
};

impl Planner {
    /// How the assignment of an event stands. Without an id before there is one.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn assignment_state(
        &self,
        access: &EventAccess<Reads>,
    ) -> Result<(Option<PlanId>, PlanState)> {
        let mut reader = self.store().read().await?;
        let (_, event) = access.read(&mut reader).await?;
        let Listed { mut rows, .. } = reader.plans_of_event::<AssignmentKind>(event.id).await?;
        let plan: Option<Plan<AssignmentKind>> = rows.pop();
        Ok((
            plan.as_ref().map(|plan| plan.id),
            PlanState::new(plan.as_ref()),
        ))
    }
}
