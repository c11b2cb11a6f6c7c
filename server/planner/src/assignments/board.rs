//! What the page of an assignment shows.

use model::assignment::{AssignmentHead, AssignmentVersion};

use super::{
    Assignment, AssignmentAlternative, AssignmentProblem, AssignmentVersionLine,
    versions::require_version,
};
use crate::{
    Planner, Result,
    access::{EventAccess, Reads},
    plans::{UndoSteps, listed_versions},
    require::require_network,
};

/// An assignment with its versions.
#[derive(Debug, Clone)]
pub struct AssignmentBoard {
    pub assignment: Assignment,
    /// The assignment as the solver sees it now.
    pub problem: AssignmentProblem,
    /// The version that is shown: the current one, or the one that was asked for. `None` before one is chosen.
    pub version: Option<AssignmentVersion>,
    /// The latest computed version, with the others that were found beside it.
    pub computed: Option<(AssignmentVersion, Vec<AssignmentAlternative>)>,
    pub steps: UndoSteps,
    /// The versions, the latest first.
    pub versions: Vec<AssignmentVersionLine>,
}

impl AssignmentBoard {
    /// Whether people, wishes, programme and set-up are still those of the last computation.
    pub fn is_up_to_date(&self) -> bool {
        let computed = self.computed.as_ref();
        computed
            .is_some_and(|(version, _)| version.head.quality.problem == self.problem.fingerprint())
    }
}

impl Planner {
    /// The assignment of an event, with its current version or another one.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn assignment_board(
        &self,
        access: &EventAccess<Reads>,
        shown: Option<u32>,
    ) -> Result<AssignmentBoard> {
        let mut reader = self.store().read().await?;
        let (_, event) = access.read(&mut reader).await?;
        let network = require_network(&mut reader, event.network).await?;
        let assignment = Assignment::load(&mut reader, network, event).await?;
        let problem = assignment.problem();
        let Some(plan) = &assignment.plan else {
            return Ok(AssignmentBoard {
                problem,
                assignment,
                version: None,
                computed: None,
                steps: UndoSteps::default(),
                versions: Vec::new(),
            });
        };
        let heads: Vec<AssignmentHead> = reader.plan_versions(plan.id).await?.rows;
        let computed = heads
            .iter()
            .find(|head| head.cause == model::plan::VersionCause::Solved);
        let computed = match computed {
            Some(head) => {
                let version = require_version(&mut reader, plan, head.number).await?;
                let found = reader.plan_alternatives(plan.id, head.number).await?;
                Some((version, found))
            }
            None => None,
        };
        let version = match shown.or(plan.current) {
            Some(number) => Some(require_version(&mut reader, plan, number).await?),
            None => None,
        };
        let steps = UndoSteps::new(plan, &heads);
        let versions = listed_versions(&mut reader, &assignment.network, heads).await?;
        Ok(AssignmentBoard {
            assignment,
            problem,
            version,
            computed,
            steps,
            versions,
        })
    }
}
