//! A version of a plan as it is printed.

use std::collections::HashMap;

use jiff::Timestamp;
use model::{
    AgendaItemId, EventState, RegistrationId,
    cafe::{Attendance, CafeSchedule, CafeSetUp, PlanVersion, TableNumber, VersionHead},
};

use super::{
    Cafe, CafePerson,
    rounds::{needs_card, rounds_begun},
    versions::{require_version, set_up_of},
    way::reseated,
};
use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, Reads},
};

/// Which version is printed, and for whom.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct PaperChoice {
    /// Without it the version that participants see; without one the version that is edited.
    pub version: Option<u32>,
    /// Cards only of people who sit elsewhere than in this version.
    pub changed_since: Option<u32>,
}

/// A café with the version that is printed.
#[derive(Debug, Clone)]
pub struct CafePaper {
    pub cafe: Cafe,
    /// `None` before the first version.
    pub version: Option<PlanVersion>,
    /// The set-up that the version was made from.
    pub set_up: CafeSetUp,
    pub schedule: CafeSchedule,
    /// Whether participants see this version.
    pub is_published: bool,
    /// The people whose cards are printed; `None`: of everybody.
    pub changed: Option<Vec<RegistrationId>>,
    /// All versions, the latest first.
    pub versions: Vec<VersionHead>,
    /// The versions that participants have seen, and since when; the latest publication first.
    pub publications: Vec<(u32, Timestamp)>,
    /// The address of the event's page, while participants can open it.
    pub event_page: Option<String>,
    /// Who is not there in all rounds.
    pub attendance: HashMap<RegistrationId, Attendance>,
    /// How many rounds have begun.
    pub begun: u32,
}

impl CafePaper {
    /// Whether somebody is there in a round, counted from 1.
    pub fn is_there(&self, person: RegistrationId, round: u32) -> bool {
        let mark = self.attendance.get(&person);
        mark.is_none_or(|attendance| attendance.is_there(round))
    }

    /// Whether somebody with these tables needs a card: not who has left.
    pub fn needs_card(&self, row: &[Option<TableNumber>]) -> bool {
        let rounds = u32::try_from(row.len()).unwrap_or(u32::MAX);
        needs_card(self.begun, rounds, |round| {
            let round = usize::try_from(round - 1).unwrap_or(usize::MAX);
            row.get(round).is_some_and(Option::is_some)
        })
    }

    /// Who sits at a table in at least one round, in the order of names, with the table of each round. Whoever is not
    /// there in a round has none.
    pub fn seats(&self) -> Vec<(&CafePerson, Vec<Option<TableNumber>>)> {
        let Some(version) = &self.version else {
            return Vec::new();
        };
        let seating = &version.seating;
        let positions: HashMap<RegistrationId, usize> =
            seating.people.iter().copied().zip(0..).collect();
        let people = self.cafe.people.iter();
        people
            .filter_map(|person| {
                let position = *positions.get(&person.id)?;
                let rounds = (1_u32..).zip(&seating.rounds);
                let row: Vec<Option<TableNumber>> = rounds
                    .map(|(round, tables)| {
                        let table = tables.get(position).copied().flatten();
                        table.filter(|_| self.is_there(person.id, round))
                    })
                    .collect();
                row.iter().any(Option::is_some).then_some((person, row))
            })
            .collect()
    }
}

impl Planner {
    /// A café with a version of its plan, for print. `NotFound` if there is no such version.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn cafe_paper(
        &self,
        access: &EventAccess<Reads>,
        item: Option<AgendaItemId>,
        choice: PaperChoice,
    ) -> Result<CafePaper> {
        let (mut reader, cafe) = self.read_cafe(access, item).await?;
        let plan = cafe.plan.as_ref();
        let published = plan.and_then(|plan| plan.published.map(|(number, _)| number));
        let current = plan.and_then(|plan| plan.current);
        let mut set_up = cafe.set_up();
        let (mut version, mut changed) = (None, None);
        let (mut versions, mut publications) = (Vec::new(), Vec::new());
        let (mut attendance, mut begun) = (HashMap::new(), 0);
        match (plan, choice.version.or(published).or(current)) {
            (Some(plan), Some(number)) => {
                let printed = require_version(&mut reader, plan.id, number).await?;
                set_up = set_up_of(&mut reader, plan, &printed.head).await?;
                if let Some(before) = choice.changed_since {
                    let before = require_version(&mut reader, plan.id, before).await?;
                    changed = Some(reseated(&before.seating, &printed.seating));
                }
                versions = reader.plan_versions(plan.id).await?.rows;
                publications = reader.plan_publications(plan.id).await?;
                let marks = reader.attendance(plan.id).await?;
                attendance.extend(marks.into_iter().map(|mark| (mark.person, mark.attendance)));
                begun = rounds_begun(&mut reader, &cafe, self.now()).await?;
                version = Some(printed);
            }
            _ if choice != PaperChoice::default() => return Err(PlannerError::NotFound),
            _ => {}
        }
        let is_open = cafe.event.state == EventState::Published;
        Ok(CafePaper {
            is_published: version.as_ref().map(|version| version.head.number) == published
                && published.is_some(),
            schedule: cafe.schedule(set_up.rounds),
            event_page: is_open.then(|| self.event_page(&cafe.event)),
            version,
            set_up,
            changed,
            versions,
            publications,
            attendance,
            begun,
            cafe,
        })
    }
}
