//! A version with what it was made from.

use model::{
    assignment::{AssignmentHead, AssignmentVersion},
    plan::VersionCause,
};
use store::Reader;

use super::{Assignment, Origin, versions::require_version};
use crate::{PlannerError, Result};

/// A version with what it was made from: what is said about it follows no later edits of the set-up.
pub(super) struct VersionBasis {
    /// With the set-up of the version.
    pub assignment: Assignment,
    pub version: AssignmentVersion,
    pub origin: Origin,
}

impl VersionBasis {
    /// The version that participants have swapped on.
    pub(super) async fn before_swaps(self, reader: &mut Reader) -> Result<Self> {
        let plan = self.assignment.plan.as_ref();
        let plan = plan.ok_or(PlannerError::NotFound)?.id;
        let heads: Vec<AssignmentHead> = reader.plan_versions(plan).await?.rows;
        let mut head = self.version.head.clone();
        while head.cause == VersionCause::Agreed
            && let Some(parent) = head.parent.filter(|parent| *parent < head.number)
            && let Some(found) = heads.iter().find(|found| found.number == parent)
        {
            head = found.clone();
        }
        self.assignment.basis_of(reader, head.number).await
    }
}

impl Assignment {
    /// A version with what it was made from. `NotFound` if there is none of this number.
    pub(super) async fn basis_of(
        mut self,
        reader: &mut Reader,
        number: u32,
    ) -> Result<VersionBasis> {
        let plan = self.plan.as_mut().ok_or(PlannerError::NotFound)?;
        let version = require_version(reader, plan, number).await?;
        let heads: Vec<AssignmentHead> = reader.plan_versions(plan.id).await?.rows;
        let origin = Origin::of(reader, plan, &heads, number).await?;
        if plan.revision != version.head.set_up
            && let Some(set_up) = reader.set_up(plan.id, version.head.set_up).await?
        {
            plan.set_up = set_up;
        }
        Ok(VersionBasis {
            assignment: self,
            version,
            origin,
        })
    }

    /// The assignment with the set-up that a version was made from, where that is kept.
    pub(super) async fn with_set_up_of(
        &self,
        reader: &mut Reader,
        head: &AssignmentHead,
    ) -> Result<Self> {
        let mut own = self.clone();
        if let Some(plan) = own.plan.as_mut()
            && plan.revision != head.set_up
            && let Some(set_up) = reader.set_up(plan.id, head.set_up).await?
        {
            plan.set_up = set_up;
            plan.revision = head.set_up;
        }
        Ok(own)
    }

    /// The published version. `NotFound` before one is published.
    pub(super) async fn published_basis(self, reader: &mut Reader) -> Result<VersionBasis> {
        let published = self.plan.as_ref().and_then(|plan| plan.published);
        let (number, _) = published.ok_or(PlannerError::NotFound)?;
        self.basis_of(reader, number).await
    }
}
