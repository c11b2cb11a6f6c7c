//! Rules for an event's details as a whole. The types of the fields enforce the rest.

use std::collections::HashSet;

use jiff::{ToSpan as _, civil::Date};

use crate::{Contingent, EventDetails, EventTime, Fault, Faults, NumberRange, OrganisationId};

/// Organisations that seats are held for. Each has one contingent.
#[derive(Debug, Clone, Default)]
pub struct ContingentHolders(HashSet<OrganisationId>);

impl ContingentHolders {
    /// Adds an organisation, unless it has a contingent already.
    pub fn add(&mut self, organisation: OrganisationId) -> Result<OrganisationId, Fault> {
        if self.0.insert(organisation) {
            Ok(organisation)
        } else {
            Err(Fault::Twice)
        }
    }
}

impl EventDetails {
    /// How many seats an event or a contingent may have.
    pub const SEATS: NumberRange = NumberRange {
        least: 1,
        most: 100_000,
    };

    /// Refuses details that contradict each other, each with the field that is wrong.
    pub fn check(&self) -> Result<(), Faults> {
        let mut faults = Faults::none();
        let window = (self.opens.as_ref(), self.closes.as_ref());
        Self::check_times(&mut faults, (&self.starts, &self.ends), window);
        Self::check_seats(&mut faults, self.capacity, &self.contingents);
        faults.or(Some(()))
    }

    /// Whether the event takes place on this day, by the clocks of its zone. An event that ends at midnight does
    /// not take place on the day that begins then.
    pub fn has_day(&self, day: Date) -> bool {
        let last = self.ends.local.saturating_sub(1.minute()).date();
        (self.starts.local.date()..=last).contains(&day)
    }

    /// The rules about the times of an event, and about the window in which people can register: its beginning
    /// and its end.
    pub fn check_times(
        faults: &mut Faults,
        (starts, ends): (&EventTime, &EventTime),
        (opens, closes): (Option<&EventTime>, Option<&EventTime>),
    ) {
        let (starts, ends) = (&starts.at, &ends.at);
        if ends <= starts {
            faults.add("ends", Fault::EndsBeforeStart);
        }
        if closes.is_some_and(|closes| closes.at > *ends) {
            faults.add("closes", Fault::WindowOutside);
        }
        if let (Some(opens), Some(closes)) = (opens, closes)
            && opens.at >= closes.at
        {
            faults.add("closes", Fault::WindowOutside);
        }
        if opens.is_some_and(|opens| opens.at >= *ends) {
            faults.add("opens", Fault::WindowOutside);
        }
    }

    /// The rules about the number of seats, and about those that are held for organisations.
    pub fn check_seats(faults: &mut Faults, capacity: Option<u32>, contingents: &[Contingent]) {
        let mut holders = ContingentHolders::default();
        let mut held: u64 = 0;
        for Contingent {
            organisation,
            seats,
        } in contingents
        {
            faults.keep("contingents", holders.add(*organisation));
            faults.keep("contingents", Self::SEATS.check(*seats));
            held += u64::from(*seats);
        }
        let Some(capacity) = capacity else {
            return;
        };
        faults.keep("capacity", Self::SEATS.check(capacity));
        if held > capacity.into() {
            faults.add("capacity", Fault::ContingentsExceedCapacity { capacity });
        }
    }
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use jiff::{civil::date, tz::TimeZone};

    use crate::{
        Contingent, EventDetails, EventKind, EventTime, Fault, IanaTimeZone, Language, Line, Place,
        Text, Visibility,
    };

    fn at(hour: i8) -> EventTime {
        let local = date(2024, 9, 19).at(hour, 0, 0, 0);
        EventTime::resolve(local, &TimeZone::UTC, None).unwrap()
    }

    /// From 9 to 16 o'clock.
    fn details() -> EventDetails {
        EventDetails {
            kind: EventKind::NetworkMeeting,
            title: Line::parse("Netzwerktreffen").unwrap(),
            summary: Text::default(),
            plain_language: Text::default(),
            body: Text::default(),
            language: Language::De,
            time_zone: IanaTimeZone::parse("UTC").unwrap(),
            starts: at(9),
            ends: at(16),
            place: Place::default(),
            capacity: None,
            contingents: Vec::new(),
            opens: None,
            closes: None,
            visibility: Visibility::Public,
            admission: crate::Admission::Open,
            colleagues: crate::ColleagueConfirmation::Each,
            funding_notice: Text::default(),
        }
    }

    fn faults(details: &EventDetails) -> Vec<(String, Fault)> {
        let Err(faults) = details.check() else {
            return Vec::new();
        };
        faults
            .iter()
            .map(|(field, fault)| (field.to_owned(), fault.clone()))
            .collect()
    }

    fn held(organisation: u128, seats: u32) -> Contingent {
        Contingent {
            organisation: Uuid::from_u128(organisation).into(),
            seats,
        }
    }

    #[test]
    fn the_end_comes_after_the_beginning_and_the_window_before_the_end() {
        let wrong = EventDetails {
            ends: at(9),
            closes: Some(at(10)),
            ..details()
        };
        assert_eq!(
            faults(&wrong),
            [
                ("ends".into(), Fault::EndsBeforeStart),
                ("closes".into(), Fault::WindowOutside),
            ]
        );
    }

    #[test]
    fn an_event_that_ends_at_midnight_ends_on_the_day_before() {
        let two_days = EventDetails {
            ends: EventTime::resolve(date(2024, 9, 21).at(0, 0, 0, 0), &TimeZone::UTC, None)
                .unwrap(),
            ..details()
        };
        let has = |day| two_days.has_day(date(2024, 9, day));
        assert_eq!([18, 19, 20, 21].map(has), [false, true, true, false]);
    }

    #[test]
    fn registration_opens_before_it_closes_and_before_the_end() {
        let window = |opens, closes| EventDetails {
            opens: Some(at(opens)),
            closes: Some(at(closes)),
            ..details()
        };
        assert_eq!(faults(&window(1, 2)), []);
        assert_eq!(
            faults(&window(2, 2)),
            [("closes".into(), Fault::WindowOutside)]
        );
        let late = EventDetails {
            opens: Some(at(16)),
            ..details()
        };
        assert_eq!(faults(&late), [("opens".into(), Fault::WindowOutside)]);
    }

    #[test]
    fn contingents_fit_into_the_capacity() {
        let with = |capacity, contingents| EventDetails {
            capacity: Some(capacity),
            contingents,
            ..details()
        };
        assert_eq!(faults(&with(5, vec![held(1, 2), held(2, 3)])), []);
        assert_eq!(
            faults(&with(5, vec![held(1, 3), held(2, 3)])),
            [(
                "capacity".into(),
                Fault::ContingentsExceedCapacity { capacity: 5 }
            )]
        );
    }

    #[test]
    fn each_organisation_has_one_contingent_of_some_seats() {
        let with = |contingents| EventDetails {
            contingents,
            ..details()
        };
        assert_eq!(
            faults(&with(vec![held(1, 1), held(1, 2)])),
            [("contingents".into(), Fault::Twice)]
        );
        let range = Fault::OutOfRange {
            least: 1,
            most: 100_000,
        };
        assert_eq!(
            faults(&with(vec![held(1, 0)])),
            [("contingents".into(), range)]
        );
    }
}
