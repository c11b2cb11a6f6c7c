//! Which items of a programme a visitor asks for.

use std::collections::BTreeSet;

use jiff::civil::Date;
use model::{AgendaItem, finds, workshops::Workshop};
use planner::workshops::PlannedProgramme;
use ui::visit::query;

/// The filter in the query of the page.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Filter {
    pub search: String,
    pub day: String,
    pub topic: String,
}

impl Filter {
    /// The filter of the page that is rendered.
    pub fn current() -> Self {
        let value = |name| query(name).unwrap_or_default();
        Self {
            search: value("search"),
            day: value("day"),
            topic: value("topic"),
        }
    }

    /// Whether it leaves anything out.
    pub fn is_set(&self) -> bool {
        *self != Self::default()
    }

    /// Whether it leaves an item in. Every word of the search is somewhere in the item or its workshop; only
    /// workshops have topics.
    pub fn admits(&self, item: &AgendaItem, workshop: Option<&Workshop>) -> bool {
        let on_day = self.day.is_empty() || item.starts.date().to_string() == self.day;
        let topic = workshop.and_then(|workshop| workshop.details.topic.as_ref());
        let of_topic =
            self.topic.is_empty() || topic.is_some_and(|topic| topic.as_str() == self.topic);
        on_day && of_topic && self.finds(item, workshop)
    }

    fn finds(&self, item: &AgendaItem, workshop: Option<&Workshop>) -> bool {
        if self.search.trim().is_empty() {
            return true;
        }
        let mut text = format!("{} {}", item.title, item.details);
        let lines = [item.speakers.as_ref().map(ToString::to_string)];
        let room = item.room.as_ref().map(ToString::to_string);
        let topic = workshop.and_then(|workshop| workshop.details.topic.as_ref());
        let described = workshop.map(|workshop| workshop.details.description.to_string());
        let rest = [room, topic.map(ToString::to_string), described];
        for part in lines.into_iter().chain(rest).flatten() {
            text.push(' ');
            text.push_str(&part);
        }
        finds(&text, &self.search)
    }
}

/// The days of a programme.
pub(super) fn days(found: &PlannedProgramme) -> BTreeSet<Date> {
    found.agenda.iter().map(|item| item.starts.date()).collect()
}

/// The topics of the workshops, in the order of the alphabet.
pub(super) fn topics(found: &PlannedProgramme) -> BTreeSet<String> {
    let workshops = found.programme.workshops.iter();
    workshops
        .filter_map(|workshop| workshop.details.topic.as_ref())
        .map(ToString::to_string)
        .collect()
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;
    use model::{
        AgendaItem, AgendaItemKind, Line, Text,
        local::Occurrence,
        workshops::{Workshop, WorkshopDetails, WorkshopState},
    };
    use uuid::Uuid;

    use super::Filter;

    fn item(title: &str) -> AgendaItem {
        AgendaItem {
            id: Uuid::from_u128(1).into(),
            event: Uuid::from_u128(2).into(),
            position: 0,
            kind: AgendaItemKind::Workshop,
            title: Line::parse(title).unwrap(),
            details: Text::default(),
            room: None,
            speakers: Some(Line::parse("Beate Schäfer").unwrap()),
            starts: date(2027, 4, 15).at(14, 0, 0, 0),
            occurrence: Occurrence::First,
            minutes: 90,
            offer: None,
        }
    }

    fn workshop() -> Workshop {
        let mut details = WorkshopDetails::titled(Line::parse("Handwerk").unwrap());
        details.topic = Some(Line::parse("Anerkennung").unwrap());
        details.description = Text::parse("Mit **echten** Fällen.").unwrap();
        Workshop {
            id: Uuid::from_u128(3).into(),
            event: Uuid::from_u128(2).into(),
            position: 0,
            details,
            state: WorkshopState::Planned,
            revision: 1,
        }
    }

    #[test]
    fn every_word_is_searched_in_all_that_is_said_without_accents() {
        let (item, workshop) = (item("Handwerk"), workshop());
        let admits = |search: &str| {
            let filter = Filter {
                search: search.to_owned(),
                ..Filter::default()
            };
            filter.admits(&item, Some(&workshop))
        };
        assert!(admits("schafer HANDWERK"));
        assert!(admits("fällen anerkennung"));
        assert!(admits("  "));
        assert!(!admits("handwerk pflege"));
    }

    #[test]
    fn day_and_topic_leave_the_others_out() {
        let (item, workshop) = (item("Handwerk"), workshop());
        let filter = |day: &str, topic: &str| Filter {
            day: day.to_owned(),
            topic: topic.to_owned(),
            ..Filter::default()
        };
        assert!(filter("2027-04-15", "Anerkennung").admits(&item, Some(&workshop)));
        assert!(!filter("2027-04-16", "").admits(&item, Some(&workshop)));
        assert!(!filter("", "Pflege").admits(&item, Some(&workshop)));
        assert!(!filter("", "Anerkennung").admits(&item, None));
    }
}
