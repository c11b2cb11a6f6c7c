//! What the page of an assignment shows.

use groups::assign::{Offer, ProblemLayout, write_compact};
use model::{
    Event, RegistrationId, SlotId,
    assignment::{
        AssignmentHead, AssignmentQuality, AssignmentSeating, AssignmentVersion,
        BrokenAssignmentRule,
    },
    plan::VersionCause,
};
use store::Reader;

use super::{
    Assignment, AssignmentAlternative, AssignmentProblem, AssignmentVersionLine,
    origin::fairness_of_version,
    quality::{broken_rules, people_with_wishes, quality_of},
    repair::AssignmentRepair,
    solving::known_quality,
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
    /// A repair of the current version that nobody has taken over yet. A later computation discards it.
    pub repair: Option<AssignmentRepair>,
    pub steps: UndoSteps,
    /// The versions, the latest first.
    pub versions: Vec<AssignmentVersionLine>,
}

/// What a version is worth now.
#[derive(Debug, Clone)]
pub struct AssignmentState {
    /// Counted for the present people, wishes and workshops.
    pub quality: AssignmentQuality,
    /// The rules that it breaks now.
    pub broken: Vec<BrokenAssignmentRule>,
}

impl AssignmentBoard {
    /// Whether people, wishes, programme and set-up are still those of the last computation.
    pub fn is_up_to_date(&self) -> bool {
        let computed = self.computed.as_ref();
        computed
            .is_some_and(|(version, _)| version.head.quality.problem == self.problem.fingerprint)
    }

    /// Whether the version that is shown is the one that organisers edit.
    pub fn is_current(&self) -> bool {
        let version = self.version.as_ref().map(|version| version.head.number);
        let plan = self.assignment.plan.as_ref();
        version == plan.and_then(|plan| plan.current)
    }

    /// What the version that is shown is worth now. Its proof holds as long as nothing has changed.
    pub fn state(&self) -> Option<AssignmentState> {
        let version = self.version.as_ref()?;
        let seats = self.problem.seating(&version.seating);
        let quality = known_quality(quality_of(&self.problem, &seats), &version.head.quality);
        Some(AssignmentState {
            quality,
            broken: broken_rules(&self.problem, &seats),
        })
    }

    /// Whether the version that is shown gives everybody who is there now the same seats.
    pub fn has_same_seats(&self, seating: &AssignmentSeating) -> bool {
        let version = self.version.as_ref();
        version.is_some_and(|version| {
            self.problem.seating(&version.seating) == self.problem.seating(seating)
        })
    }

    /// Those who attend a slot and have no seat in the version that is shown, in the order of names, by slot. A seat in an
    /// offer that was called off is none.
    pub fn without_seat(&self) -> Vec<(SlotId, Vec<RegistrationId>)> {
        let Some(version) = &self.version else {
            return Vec::new();
        };
        let problem = &self.problem.problem;
        let seats = self.problem.seating(&version.seating);
        let slots = self.problem.slots.iter().enumerate();
        let without = slots.map(|(slot, &id)| {
            let has_seat = |person: usize| {
                let workshop = seats.workshop(person, slot);
                workshop.is_some_and(|workshop| !problem.closed.contains(&Offer { workshop, slot }))
            };
            let people = self.problem.people.iter().enumerate();
            let people =
                people.filter(|&(person, _)| problem.attends(person, slot) && !has_seat(person));
            (id, people.map(|(_, &person)| person).collect())
        });
        without
            .filter(|(_, people): &(_, Vec<_>)| !people.is_empty())
            .collect()
    }

    /// People who take part and have wishes that they can attend.
    pub fn people_with_wishes(&self) -> usize {
        people_with_wishes(&self.problem, &ProblemLayout::new(&self.problem.problem))
    }

    /// The problem and the seats of the version that is shown, for the board in the browser, with the last rank of a
    /// wish. `None` before a version is chosen.
    pub fn compact(&self) -> Option<(String, usize)> {
        let version = self.version.as_ref()?;
        let fairness = fairness_of_version(&self.heads(), version.head.number);
        let problem = self.problem.by(fairness);
        let text = write_compact(&problem, &self.problem.seating(&version.seating));
        let wishes = problem.people.iter().map(|person| person.wishes.len());
        Some((text, wishes.max().unwrap_or(0)))
    }

    /// The heads of all versions.
    pub(super) fn heads(&self) -> Vec<AssignmentHead> {
        let versions = self.versions.iter();
        versions.map(|version| version.head.clone()).collect()
    }

    /// The current version alone, without the versions before it and without computations.
    pub(super) async fn of_current(reader: &mut Reader, assignment: Assignment) -> Result<Self> {
        let plan = assignment.plan.as_ref();
        let current = plan.and_then(|plan| Some((plan, plan.current?)));
        let version = match current {
            Some((plan, number)) => Some(require_version(reader, plan, number).await?),
            None => None,
        };
        Ok(Self {
            problem: assignment.problem(),
            assignment,
            version,
            computed: None,
            repair: None,
            steps: UndoSteps::default(),
            versions: Vec::new(),
        })
    }

    /// The current version, or another one, in a transaction that has checked the right.
    pub(super) async fn read(
        reader: &mut Reader,
        event: Event,
        shown: Option<u32>,
    ) -> Result<Self> {
        let network = require_network(reader, event.network).await?;
        let assignment = Assignment::load(reader, network, event).await?;
        let problem = assignment.problem();
        let Some(plan) = &assignment.plan else {
            return Ok(Self {
                problem,
                assignment,
                version: None,
                computed: None,
                repair: None,
                steps: UndoSteps::default(),
                versions: Vec::new(),
            });
        };
        let heads: Vec<AssignmentHead> = reader.plan_versions(plan.id).await?.rows;
        let computed = heads
            .iter()
            .find(|head| matches!(head.cause, VersionCause::Solved | VersionCause::RestSolved));
        let computed_number = computed.map(|head| head.number);
        let computed = match computed {
            Some(head) => {
                let version = require_version(reader, plan, head.number).await?;
                let found = reader.plan_alternatives(plan.id, head.number).await?;
                Some((version, found))
            }
            None => None,
        };
        let version = match shown.or(plan.current) {
            Some(number) => Some(require_version(reader, plan, number).await?),
            None => None,
        };
        let repair = match &version {
            Some(current) if plan.current == Some(current.head.number) => {
                let newest = heads.iter().find(|head| {
                    head.cause == VersionCause::Repaired
                        && head.parent == plan.current
                        && plan.newest != Some(head.number)
                        && computed_number.is_none_or(|number| head.number > number)
                        && head.quality.problem == problem.fingerprint
                });
                match newest {
                    Some(head) => {
                        let repaired = require_version(reader, plan, head.number).await?;
                        Some(AssignmentRepair::new(&problem, current, repaired))
                    }
                    None => None,
                }
            }
            _ => None,
        };
        let steps = UndoSteps::new(plan, &heads);
        let versions = listed_versions(reader, &assignment.network, heads).await?;
        Ok(Self {
            assignment,
            problem,
            version,
            computed,
            repair,
            steps,
            versions,
        })
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
        AssignmentBoard::read(&mut reader, event, shown).await
    }
}
