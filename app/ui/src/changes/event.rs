//! Changes of an event.

use model::{Contingent, EventChange, Organisation};

use super::values::{names, optional_texts, texts};
use crate::{error::ShownChange, visit::language};

/// Changes of an event in the words of its form. Contingents name the organisations.
pub fn event_changes(changes: &[EventChange], organisations: &[Organisation]) -> Vec<ShownChange> {
    let contingents = |contingents: &Vec<Contingent>| {
        let held = contingents.iter().map(|held| {
            let organisation = organisations.iter().find(|one| one.id == held.organisation);
            let name = organisation.map_or("–", |one| one.short_name.as_str());
            format!("{} × {name}", held.seats)
        });
        held.collect::<Vec<_>>().join(", ")
    };
    let shown = |change: &EventChange| {
        let (field, values) = match change {
            EventChange::Kind(change) => ("kind", names(change)),
            EventChange::Title(change) => ("title", texts(change)),
            EventChange::Summary(change) => ("summary", texts(change)),
            EventChange::PlainLanguage(change) => ("plain_language", texts(change)),
            EventChange::Body(change) => ("body", texts(change)),
            EventChange::Language(change) => ("language", names(change)),
            EventChange::TimeZone(change) => ("time_zone", texts(change)),
            EventChange::Starts(change) => ("starts", change.in_words(language())),
            EventChange::Ends(change) => ("ends", change.in_words(language())),
            EventChange::PlaceName(change) => ("place_name", optional_texts(change)),
            EventChange::PlaceAddress(change) => ("place_address", optional_texts(change)),
            EventChange::PlaceRoom(change) => ("place_room", optional_texts(change)),
            EventChange::OnlineLink(change) => ("online_link", optional_texts(change)),
            EventChange::Capacity(change) => ("capacity", optional_texts(change)),
            EventChange::Contingents(change) => ("contingents", change.map(contingents)),
            EventChange::Opens(change) => ("opens", change.in_words(language())),
            EventChange::Closes(change) => ("closes", change.in_words(language())),
            EventChange::Visibility(change) => ("visibility", names(change)),
            EventChange::Admission(change) => ("admission", names(change)),
            EventChange::Colleagues(change) => ("colleagues", names(change)),
            EventChange::FundingNotice(change) => ("funding_notice", texts(change)),
            EventChange::State(change) => ("state", names(change)),
        };
        ShownChange::new(field, values)
    };
    changes.iter().map(shown).collect()
}

#[cfg(test)]
mod tests {
    use jiff::{civil::date, tz::TimeZone};
    use model::{Changed, Contingent, EventChange, EventKind, EventTime, Line, Organisation};
    use uuid::Uuid;

    use super::event_changes;

    fn partner(id: u128, short_name: &str) -> Organisation {
        Organisation {
            id: Uuid::from_u128(id).into(),
            network: Uuid::from_u128(1).into(),
            name: Line::parse(short_name).unwrap(),
            short_name: Line::parse(short_name).unwrap(),
            region: None,
            field: None,
            parent: None,
            logo: None,
        }
    }

    fn at(hour: i8) -> EventTime {
        let local = date(2026, 9, 19).at(hour, 30, 0, 0);
        EventTime::resolve(local, &TimeZone::UTC, None).unwrap()
    }

    fn shown(changes: &[EventChange]) -> Vec<(String, String, String)> {
        event_changes(changes, &[partner(7, "VHS Leipzig")])
            .into_iter()
            .map(|change| (change.field, change.before, change.after))
            .collect()
    }

    fn row(field: &str, before: &str, after: &str) -> (String, String, String) {
        (field.to_owned(), before.to_owned(), after.to_owned())
    }

    #[test]
    fn nobody_reads_what_only_machines_write() {
        let changes = [
            EventChange::Starts(Changed {
                before: at(9),
                after: at(10),
            }),
            EventChange::Kind(Changed {
                before: EventKind::NetworkMeeting,
                after: EventKind::Conference,
            }),
            EventChange::Contingents(Changed {
                before: Vec::new(),
                after: vec![Contingent {
                    organisation: partner(7, "VHS Leipzig").id,
                    seats: 6,
                }],
            }),
            EventChange::Title(Changed {
                before: Line::parse("public").unwrap(),
                after: Line::parse("2026-09-19T09:30").unwrap(),
            }),
        ];
        assert_eq!(
            shown(&changes),
            [
                row(
                    "starts",
                    "Sa., 19. September 2026, 9:30 Uhr",
                    "Sa., 19. September 2026, 10:30 Uhr",
                ),
                row("kind", "Netzwerktreffen", "Konferenz"),
                row("contingents", "–", "6 × VHS Leipzig"),
                row("title", "public", "2026-09-19T09:30"),
            ]
        );
    }
}
