//! Workshops.

use serde::Serialize;

use crate::{
    EventId, Fault, Faults, Line, NumberRange, Text, WorkshopId, string_enum::string_enum,
};

string_enum! {
    /// Whether a workshop takes place.
    WorkshopState {
        Planned = "planned",
        CalledOff = "called off",
    }
}

/// A workshop. It is offered in one slot or several.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Workshop {
    pub id: WorkshopId,
    pub event: EventId,
    /// The order in which workshops are shown; set by the organiser.
    pub position: i64,
    pub details: WorkshopDetails,
    pub state: WorkshopState,
    /// Counts the edits.
    pub revision: i64,
}

impl Workshop {
    /// The most workshops of an event.
    pub const MOST: usize = 500;

    /// Whether it takes place.
    pub fn is_planned(&self) -> bool {
        self.state == WorkshopState::Planned
    }

    /// Whether its speakers name this person, who is written as given and family name. Titles before the name and
    /// brackets after it do not matter.
    pub fn is_led_by(&self, name: &str) -> bool {
        let name = name.trim().to_lowercase();
        let Some(speakers) = self.details.speakers.as_ref() else {
            return false;
        };
        let speakers = speakers.as_str().to_lowercase();
        let speakers = speakers.replace(" und ", ",").replace(" and ", ",");
        speakers
            .split([',', ';', '/', '&'])
            .map(|speaker| speaker.split('(').next().unwrap_or_default().trim())
            .filter_map(|speaker| speaker.strip_suffix(name.as_str()))
            .any(|titles| !name.is_empty() && is_titles(titles))
    }
}

/// What an organiser enters about a workshop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct WorkshopDetails {
    pub title: Line<200>,
    /// Markdown.
    pub description: Text<4_000>,
    /// As the programme names them.
    pub speakers: Option<Line<600>>,
    pub topic: Option<Line<120>>,
    /// The language spoken in it. `None`: that of the event.
    pub language: Option<Line<60>>,
    pub step_free: bool,
    /// The fewest people with whom an offer takes place.
    pub least: Option<u32>,
    /// The most people in an offer.
    pub most: Option<u32>,
    /// The most people of one organisation in an offer.
    pub organisation_most: Option<u32>,
}

impl WorkshopDetails {
    /// How many people there can be in an offer.
    pub const SEATS: NumberRange = NumberRange {
        least: 1,
        most: 100_000,
    };

    /// A workshop of which only the title is known.
    pub fn titled(title: Line<200>) -> Self {
        Self {
            title,
            description: Text::default(),
            speakers: None,
            topic: None,
            language: None,
            step_free: false,
            least: None,
            most: None,
            organisation_most: None,
        }
    }

    /// Refuses numbers that contradict each other.
    pub fn check(&self) -> Result<(), Faults> {
        let mut faults = Faults::none();
        let numbers = [
            ("least", self.least),
            ("most", self.most),
            ("organisation_most", self.organisation_most),
        ];
        for (field, number) in numbers {
            if let Some(number) = number {
                faults.keep(field, Self::SEATS.check(number));
            }
        }
        if let (Some(least), Some(most)) = (self.least, self.most)
            && least > most
        {
            faults.add("least", Fault::AboveMaximum { most });
        }
        faults.or(Some(()))
    }
}

/// Whether what stands before a name is titles: nothing, or words that end with a point and a space.
fn is_titles(text: &str) -> bool {
    let mut words = text.split_whitespace();
    text.is_empty() || (text.ends_with(' ') && words.all(|word| word.ends_with('.')))
}

#[cfg(test)]
mod tests {
    use super::WorkshopDetails;
    use crate::{Fault, Faults, Line};

    #[test]
    fn a_minimum_above_the_maximum_is_refused_beside_it() {
        let details = WorkshopDetails {
            least: Some(12),
            most: Some(10),
            ..WorkshopDetails::titled(Line::parse("Pflegeberufe").unwrap())
        };
        let above = Faults::one("least", Fault::AboveMaximum { most: 10 });
        assert_eq!(details.check(), Err(above));
        let equal = WorkshopDetails {
            least: Some(10),
            ..details
        };
        assert_eq!(equal.check(), Ok(()));
    }

    #[test]
    fn nobody_can_attend_a_workshop_without_seats() {
        let details = WorkshopDetails {
            most: Some(0),
            ..WorkshopDetails::titled(Line::parse("Pflegeberufe").unwrap())
        };
        let fault = Fault::OutOfRange {
            least: 1,
            most: 100_000,
        };
        assert_eq!(details.check(), Err(Faults::one("most", fault)));
    }
}
