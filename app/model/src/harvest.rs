//! The harvest of a café: what its tables write down, and what is agreed on.

use jiff::{Timestamp, civil::Date};
use serde::Serialize;

use crate::{
    ActionItemId, EventId, Fault, Line, PlanId, PointId, Text, WorkshopId,
    cafe::{TableNumber, TopicNumber},
    string_enum::string_enum,
};

string_enum! {
    /// What a point is.
    PointKind {
        Insight = "insight",
        Proposal = "proposal",
        Question = "question",
    }
}

string_enum! {
    /// Whether a point belongs to the results.
    PointState {
        Shown = "shown",
        /// Its table is still typing it.
        Draft = "draft",
        /// An organiser left it out.
        Hidden = "hidden",
        /// Another point contains its text.
        Merged = "merged",
        /// Its table took it back.
        Removed = "removed",
    }
}

/// The most characters of a point.
const MOST_CHARACTERS: usize = 1_000;

/// The text of a point, of several lines.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct PointText(Text<MOST_CHARACTERS>);

impl PointText {
    /// The most characters.
    pub const MOST: usize = MOST_CHARACTERS;

    pub fn parse(text: &str) -> Result<Self, Fault> {
        let text = Text::parse(text)?;
        if text.is_empty() {
            return Err(Fault::Missing);
        }
        Ok(Self(text))
    }

    pub fn as_str(&self) -> &str {
        self.0.as_str()
    }
}

/// Something that a table wrote down.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HarvestPoint {
    /// Given by the device that wrote it, so that sending it twice saves it once.
    pub id: PointId,
    pub plan: PlanId,
    pub table: TableNumber,
    /// That of the table at first. An organiser can move it.
    pub topic: TopicNumber,
    /// Counted from 1.
    pub round: u32,
    pub kind: PointKind,
    pub text: PointText,
    /// What it stands under in the results of its topic.
    pub heading: Option<Line<120>>,
    pub state: PointState,
    /// The point whose text it was to replace. Somebody else had changed that meanwhile, so both texts are kept.
    pub differs_from: Option<PointId>,
    /// Its place in the results.
    pub position: i64,
    pub revision: i64,
    pub written_at: Timestamp,
    pub changed_at: Timestamp,
}

impl HarvestPoint {
    /// The most points that a table can write down in one round.
    pub const MOST_IN_ROUND: usize = 100;
}

string_enum! {
    /// How far an action item has come.
    ActionState {
        Open = "open",
        Done = "done",
    }
}

/// Something agreed: what, who, by when.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ActionItem {
    pub id: ActionItemId,
    pub event: EventId,
    /// The point that it came from.
    pub point: Option<PointId>,
    pub what: Line<500>,
    /// Who does it: people or organisations, as typed.
    pub who: Line<200>,
    pub due: Option<Date>,
    pub state: ActionState,
    pub revision: i64,
    pub created_at: Timestamp,
}

impl ActionItem {
    /// The most action items of an event.
    pub const MOST: usize = 500;
}

string_enum! {
    /// What a secret link of a plan opens.
    PlanLinkPurpose {
        /// The page of the projector.
        Screen = "screen",
        /// The page on which a table writes its harvest.
        Harvest = "harvest",
        /// Who comes to a workshop.
        List = "list",
    }
}

/// A secret link of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanLink {
    /// The hash of its secret, which nobody can follow.
    pub token_hash: Vec<u8>,
    pub plan: PlanId,
    pub purpose: PlanLinkPurpose,
    /// `None`: it is not about a table.
    pub table: Option<TableNumber>,
    /// `None`: it is not about a workshop.
    pub workshop: Option<WorkshopId>,
    /// What it is for, as typed: *Saal*.
    pub name: Option<Line<60>>,
    pub made_at: Timestamp,
}

#[cfg(test)]
mod tests {
    use super::PointText;
    use crate::Fault;

    #[test]
    fn a_point_has_lines_but_not_none() {
        let text = PointText::parse(" Kurse\r\nim Betrieb ").unwrap();
        assert_eq!(text.as_str(), "Kurse\nim Betrieb");
        assert_eq!(PointText::parse(" \n "), Err(Fault::Missing));
        let long = "ä".repeat(PointText::MOST + 1);
        let fault = Fault::TooLong {
            most: PointText::MOST,
        };
        assert_eq!(PointText::parse(&long), Err(fault));
    }
}
