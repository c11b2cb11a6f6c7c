//! Plans as files: a table of seats, read and written, and the problem and the plan as the solvers' JSON.

mod import;
mod json;
mod table;

use model::{AgendaItemId, cafe::PlanVersion};

pub use import::{PlanColumn, PlanImport, PlanLineFault, SeatFault};
pub use table::PlanTableHeadings;

use super::{
    Cafe, CafeProblem, load_facts,
    versions::{require_version, set_up_of},
};
use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, Reads},
};

/// A version of a plan, to be written to files.
#[derive(Debug, Clone)]
pub struct PlanExport {
    /// The café by the set-up that the version was made from; by the one that is edited before the first version.
    pub cafe: Cafe,
    pub version: Option<PlanVersion>,
    problem: CafeProblem,
}

impl Planner {
    /// A version of a café's plan for files; without a number the one that is edited.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn export_plan(
        &self,
        access: &EventAccess<Reads>,
        item: Option<AgendaItemId>,
        number: Option<u32>,
    ) -> Result<PlanExport> {
        let (mut reader, mut cafe) = self.read_cafe(access, item).await?;
        let mut version = None;
        if let Some(plan) = &mut cafe.plan
            && let Some(number) = number.or(plan.current)
        {
            let found = require_version(&mut reader, plan.id, number).await?;
            plan.set_up = set_up_of(&mut reader, plan, &found.head).await?;
            version = Some(found);
        } else if number.is_some() {
            return Err(PlannerError::NotFound);
        }
        let facts = load_facts(&mut reader, &cafe, self.now()).await?;
        Ok(PlanExport {
            problem: cafe.problem(&facts),
            cafe,
            version,
        })
    }
}
