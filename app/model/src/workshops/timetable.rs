//! The timetable of a participant: the workshops that they attend or lead.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use crate::AgendaItemId;

/// A workshop in somebody's timetable, in the words that the person reads.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct WorkshopVisit {
    /// The item of the agenda that is the offer.
    pub offer: AgendaItemId,
    pub part: VisitPart,
    pub title: String,
    pub begins: Timestamp,
    pub ends: Timestamp,
    pub room: Option<String>,
    /// As the programme names them.
    pub speakers: Option<String>,
}

/// What somebody does in a workshop.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VisitPart {
    Attends,
    Leads,
}

impl WorkshopVisit {
    /// Whether time or place differ: its calendar entry is answered anew then (RFC 5546 §2.1.4).
    pub fn is_moved(&self, other: &Self) -> bool {
        (self.begins, self.ends, &self.room) != (other.begins, other.ends, &other.room)
    }
}

/// A workshop of which somebody was told something else, or nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct VisitChange<'a> {
    pub before: Option<&'a WorkshopVisit>,
    pub after: Option<&'a WorkshopVisit>,
}

/// The workshops in which two timetables of a person differ, in the order of their times.
pub fn visit_changes<'a>(
    before: &'a [WorkshopVisit],
    after: &'a [WorkshopVisit],
) -> Vec<VisitChange<'a>> {
    let find = |visits: &'a [WorkshopVisit], offer: AgendaItemId| {
        visits.iter().find(|visit| visit.offer == offer)
    };
    let gone = before
        .iter()
        .filter(|visit| find(after, visit.offer).is_none());
    let mut changes: Vec<VisitChange<'a>> = gone
        .map(|visit| VisitChange {
            before: Some(visit),
            after: None,
        })
        .collect();
    changes.extend(after.iter().filter_map(|visit| {
        let before = find(before, visit.offer);
        (before != Some(visit)).then_some(VisitChange {
            before,
            after: Some(visit),
        })
    }));
    changes.sort_by_key(|change| change.after.or(change.before).map(|visit| visit.begins));
    changes
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use uuid::Uuid;

    use super::{VisitPart, WorkshopVisit, visit_changes};

    fn visit(offer: u128, minute: i64, room: &str) -> WorkshopVisit {
        let at = |minute: i64| Timestamp::from_second(minute * 60).unwrap();
        WorkshopVisit {
            offer: Uuid::from_u128(offer).into(),
            part: VisitPart::Attends,
            title: format!("Workshop {offer}"),
            begins: at(minute),
            ends: at(minute + 45),
            room: Some(room.to_owned()),
            speakers: None,
        }
    }

    #[test]
    fn only_workshops_that_differ_are_changes() {
        let before = [visit(1, 0, "Saal"), visit(2, 60, "Saal")];
        let after = [visit(1, 0, "Saal"), visit(3, 60, "Raum 2")];
        let changes = visit_changes(&before, &after);
        let ends: Vec<_> = changes
            .iter()
            .map(|change| (change.before.is_some(), change.after.is_some()))
            .collect();
        assert_eq!(ends, [(true, false), (false, true)]);
        assert_eq!(visit_changes(&after, &after), []);
    }

    #[test]
    fn another_room_or_time_moves_a_workshop_and_another_title_does_not() {
        let one = visit(1, 0, "Saal");
        assert!(one.is_moved(&visit(1, 0, "Raum 2")));
        assert!(one.is_moved(&visit(1, 5, "Saal")));
        let renamed = WorkshopVisit {
            title: "Anders".to_owned(),
            ..one.clone()
        };
        assert!(!one.is_moved(&renamed));
    }
}
