//! Parses the form of an event into [`EventDetails`].

use model::{
    ColleagueConfirmation, Contingent, ContingentHolders, EventDetails, Fault, Faults,
    IanaTimeZone, Line, Organisation, OrganisationId, Place, Text, WebAddress,
};

use ui::markdown;

use super::{
    form::{ContingentRow, EventForm},
    local_datetime::Entered,
};

impl EventForm {
    /// Parses all fields. Fails with every fault, by field name.
    pub fn parse(&self, organisations: &[Organisation]) -> Result<EventDetails, Faults> {
        let mut faults = Faults::none();
        let no_choice = |_| Fault::NoSuchChoice;
        let kind = faults.keep("kind", self.kind.parse().map_err(no_choice));
        let title = faults.keep("title", Line::parse(&self.title));
        let summary = faults.keep("summary", Text::parse(&self.summary));
        let plain_language = faults.keep("plain_language", Text::parse(&self.plain_language));
        let body = faults.keep("body", markdown::parse_text(&self.body));
        let language = faults.keep("language", self.language.parse().map_err(no_choice));
        let time_zone = faults.keep("time_zone", IanaTimeZone::of_city(&self.time_zone));
        let zone = time_zone.as_ref().map(IanaTimeZone::rules);
        let starts = self.starts().parse(zone, &mut faults);
        // The end defaults to the day of the beginning.
        let ends = self.ends().parse(zone, &mut faults);
        let opens = self.opens().optional(zone, "00:00", &mut faults);
        let closes = self.closes().optional(zone, "23:59", &mut faults);
        // A closing date without a time means the end of that day, or the end of the event on its last day.
        let closes = closes.map(|closes| match (closes, &ends) {
            (Some(closes), Some(ends)) if self.closes_time.trim().is_empty() => {
                Some(if closes.local.date() == ends.local.date() {
                    *ends
                } else {
                    closes
                })
            }
            (closes, _) => closes,
        });
        let place = self.place(&mut faults);
        let capacity = faults.keep("capacity", EventDetails::SEATS.parse(&self.capacity));
        let contingents = self.contingents(organisations, &mut faults);
        let visibility = faults.keep("visibility", self.visibility.parse().map_err(no_choice));
        let admission = faults.keep("admission", self.admission.parse().map_err(no_choice));
        // A form of an earlier version does not ask.
        let colleagues = match self.colleagues.as_str() {
            "" => Some(ColleagueConfirmation::Each),
            typed => faults.keep("colleagues", typed.parse().map_err(no_choice)),
        };
        let funding_notice = faults.keep("funding_notice", Text::parse(&self.funding_notice));
        // The rules about several fields, as far as these can be read: all faults are shown at once.
        let mut rules = Faults::none();
        if let (Some(starts), Some(ends)) = (&starts, &ends) {
            let window = (
                opens.as_ref().and_then(Option::as_ref),
                closes.as_ref().and_then(Option::as_ref),
            );
            EventDetails::check_times(&mut rules, (starts, ends), window);
        }
        if let (Some(capacity), Some(contingents)) = (capacity, &contingents) {
            EventDetails::check_seats(&mut rules, capacity, contingents);
        }
        faults.extend(rules.at(Self::input_of));
        let details = (|| {
            Some(EventDetails {
                kind: kind?,
                title: title?,
                summary: summary?,
                plain_language: plain_language?,
                body: body?,
                language: language?,
                time_zone: time_zone?,
                starts: starts?,
                ends: ends?,
                place: place?,
                capacity: capacity?,
                contingents: contingents?,
                opens: opens?,
                closes: closes?,
                visibility: visibility?,
                admission: admission?,
                colleagues: colleagues?,
                funding_notice: funding_notice?,
            })
        })();
        faults.or(details)
    }

    /// The name of the input that shows the faults of a field of the model.
    pub fn input_of(field: &str) -> String {
        match field {
            "starts" | "opens" | "closes" => format!("{field}_date"),
            // The end date may be empty (the date of the beginning). The time is required.
            "ends" => "ends_time".to_owned(),
            field => field.to_owned(),
        }
    }

    fn starts(&self) -> Entered<'_> {
        let (date, time, which) = (&self.starts_date, &self.starts_time, &self.starts_which);
        Entered {
            name: "starts",
            date,
            time,
            which,
        }
    }

    fn ends(&self) -> Entered<'_> {
        let date = if self.ends_date.trim().is_empty() {
            &self.starts_date
        } else {
            &self.ends_date
        };
        Entered {
            name: "ends",
            date,
            time: &self.ends_time,
            which: &self.ends_which,
        }
    }

    fn opens(&self) -> Entered<'_> {
        let (date, time, which) = (&self.opens_date, &self.opens_time, &self.opens_which);
        Entered {
            name: "opens",
            date,
            time,
            which,
        }
    }

    fn closes(&self) -> Entered<'_> {
        let (date, time, which) = (&self.closes_date, &self.closes_time, &self.closes_which);
        Entered {
            name: "closes",
            date,
            time,
            which,
        }
    }

    fn place(&self, faults: &mut Faults) -> Option<Place> {
        let name = faults.keep("place_name", Line::optional(&self.place_name));
        let address = faults.keep("place_address", Line::optional(&self.place_address));
        let room = faults.keep("place_room", Line::optional(&self.place_room));
        let online_link = faults.keep("online_link", WebAddress::optional(&self.online_link));
        Some(Place {
            name: name?,
            address: address?,
            room: room?,
            online_link: online_link?,
        })
    }

    fn contingents(
        &self,
        organisations: &[Organisation],
        faults: &mut Faults,
    ) -> Option<Vec<Contingent>> {
        let mut holders = ContingentHolders::default();
        let mut contingents = Some(Vec::new());
        for (
            row,
            ContingentRow {
                organisation,
                seats,
            },
        ) in self.contingents.iter().enumerate()
        {
            if organisation.is_empty() && seats.trim().is_empty() {
                continue;
            }
            let known = organisation.parse::<OrganisationId>().ok();
            let known = known.filter(|id| organisations.iter().any(|known| known.id == *id));
            let organisation = match known {
                Some(id) => holders.add(id),
                None if organisation.is_empty() => Err(Fault::Missing),
                None => Err(Fault::NoSuchChoice),
            };
            let organisation =
                faults.keep(&format!("contingents[{row}][organisation]"), organisation);
            let seats = EventDetails::SEATS.parse(seats);
            let seats = seats.and_then(|seats| seats.ok_or(Fault::Missing));
            let seats = faults.keep(&format!("contingents[{row}][seats]"), seats);
            match (organisation.zip(seats), &mut contingents) {
                (Some((organisation, seats)), Some(contingents)) => {
                    contingents.push(Contingent {
                        organisation,
                        seats,
                    });
                }
                _ => contingents = None,
            }
        }
        contingents
    }
}
