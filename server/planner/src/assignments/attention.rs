//! What asks for an organiser's attention at the workshops of an event.

use std::collections::HashSet;

use jiff::Timestamp;
use model::{Event, EventTime, Network, RegistrationId, assignment::AssignmentKind};
use store::{Reader, readable};

use super::{Assignment, AssignmentBoard};
use crate::Result;

/// What asks for attention at the workshops that seats are given for by wishes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct WorkshopAttention {
    /// When the wishes close. `None`: nobody wishes.
    pub wishes_close: Option<EventTime>,
    /// When the assignment was published.
    pub published_at: Option<Timestamp>,
    /// The wishes are closed, and no assignment is chosen.
    pub is_unassigned: bool,
    /// People, wishes or workshops are others than those that the chosen assignment was made for.
    pub is_outdated: bool,
    /// People who have no workshop in some slot.
    pub without_workshop: u32,
    /// The chosen assignment is not the one that participants see.
    pub is_unpublished: bool,
}

impl WorkshopAttention {
    /// Looks the workshops of an event up. Before the wishes close everything is a trial.
    pub(crate) async fn read(
        reader: &mut Reader,
        (network, event): (&Network, &Event),
        now: Timestamp,
    ) -> Result<Self> {
        let Some(setup) = reader.wish_setup(event.id).await? else {
            return Ok(Self::default());
        };
        let mut found = Self {
            wishes_close: Some(setup.closes),
            ..Self::default()
        };
        // Once the event is over nothing is left to do about them.
        if now < setup.closes.at || event.details.ends.at <= now {
            return Ok(found);
        }
        let assignment = Assignment::load(reader, network.clone(), event.clone()).await?;
        // One that cannot be read does not hide the overview, from which it would be mended.
        if let Some((plan, number)) =
            (assignment.plan.as_ref()).and_then(|plan| Some((plan.id, plan.current?)))
            && readable(reader.plan_version::<AssignmentKind>(plan, number).await)?.is_none()
        {
            return Ok(found);
        }
        let board = AssignmentBoard::of_current(reader, assignment).await?;
        let plan = board.assignment.plan.as_ref();
        let published = plan.and_then(|plan| plan.published);
        found.published_at = published.map(|(_, at)| at);
        let Some(version) = &board.version else {
            found.is_unassigned = board.problem.has_offers() && !board.problem.people.is_empty();
            return Ok(found);
        };
        found.is_outdated = version.head.quality.problem != board.problem.fingerprint;
        found.is_unpublished = published.map(|(number, _)| number) != Some(version.head.number);
        let without: HashSet<RegistrationId> = board
            .without_seat()
            .into_iter()
            .flat_map(|(_, people)| people)
            .collect();
        found.without_workshop = super::quality::number(without.len());
        Ok(found)
    }
}
