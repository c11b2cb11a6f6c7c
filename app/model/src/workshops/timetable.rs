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
    /// Where the event takes place, for a workshop without a room.
    #[serde(default)]
    pub place: Option<String>,
    /// As the programme names them.
    pub speakers: Option<String>,
    #[serde(default)]
    pub news: VisitNews,
}

/// When people are told of a workshop in their timetable, and of its changes.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum VisitNews {
    /// When an organiser publishes the assignment.
    #[default]
    Published,
    /// At once: its seats are booked.
    AtOnce,
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
        (self.begins, self.ends, self.location()) != (other.begins, other.ends, other.location())
    }

    /// Its place in calendars: its room, or that of the event where it has none.
    pub fn location(&self) -> Option<&str> {
        self.room.as_deref().or(self.place.as_deref())
    }

    /// Whether both say the same to the person, who was told this one. A seat that was assigned and is booked now does, and
    /// so does one that was told without the event's place, by an earlier version of this program.
    pub fn says_same(&self, other: &Self) -> bool {
        let other = Self {
            news: self.news,
            place: self.place.as_ref().and(other.place.clone()),
            ..other.clone()
        };
        *self == other
    }

    /// Whether somebody who was told the one knows the other.
    pub fn say_same(one: Option<&Self>, other: Option<&Self>) -> bool {
        match (one, other) {
            (Some(one), Some(other)) => one.says_same(other),
            (None, None) => true,
            _ => false,
        }
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
        (!WorkshopVisit::say_same(before, Some(visit))).then_some(VisitChange {
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

    use super::{VisitNews, VisitPart, WorkshopVisit, visit_changes};

    fn visit(offer: u128, minute: i64, room: &str) -> WorkshopVisit {
        let at = |minute: i64| Timestamp::from_second(minute * 60).unwrap();
        WorkshopVisit {
            offer: Uuid::from_u128(offer).into(),
            part: VisitPart::Attends,
            title: format!("Workshop {offer}"),
            begins: at(minute),
            ends: at(minute + 45),
            room: Some(room.to_owned()),
            place: None,
            speakers: None,
            news: VisitNews::Published,
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

    #[test]
    fn without_a_room_the_event_moves_its_workshop() {
        let at = |place: &str| WorkshopVisit {
            room: None,
            place: Some(place.to_owned()),
            ..visit(1, 0, "")
        };
        assert!(at("Leipzig").is_moved(&at("Dresden")));
        assert_eq!(at("Leipzig").location(), Some("Leipzig"));
        assert_eq!(visit(1, 0, "Saal").location(), Some("Saal"));
    }

    #[test]
    fn an_assigned_seat_that_is_booked_now_is_no_news() {
        let assigned = visit(1, 0, "Saal");
        let booked = WorkshopVisit {
            news: VisitNews::AtOnce,
            ..assigned.clone()
        };
        assert!(assigned.says_same(&booked));
        let (before, after) = ([assigned], [booked]);
        assert_eq!(visit_changes(&before, &after), []);
    }

    #[test]
    fn a_visit_that_an_earlier_version_told_is_read() {
        let told = r#"{"offer":"00000000-0000-0000-0000-000000000001","part":"attends","title":"Handwerk",
            "begins":"2023-09-19T08:00:00Z","ends":"2023-09-19T09:30:00Z","room":null,"speakers":null}"#;
        let visit: WorkshopVisit = serde_json::from_str(told).unwrap();
        assert_eq!((visit.place, visit.news), (None, VisitNews::Published));
    }
}
