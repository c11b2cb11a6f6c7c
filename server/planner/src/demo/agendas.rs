//! The agendas of the demo's events.

use jiff::civil::Date;
use model::AgendaItemKind;

use super::network::ItemOfDay;

/// The agenda of a session of the steering group.
pub(super) fn session(date: Date) -> [ItemOfDay; 3] {
    let plenary = AgendaItemKind::Plenary;
    [
        (date, "13:00", 30, plenary, "Stand der Vorbereitung", ""),
        (date, "13:30", 60, plenary, "Themen und Referierende", ""),
        (
            date,
            "14:30",
            30,
            plenary,
            "Vereinbarungen, nächster Termin",
            "",
        ),
    ]
}

/// The agenda of the conference, on two days.
pub(super) fn conference_agenda(first: Date, second: Date) -> Vec<ItemOfDay> {
    use AgendaItemKind::{Break, Cafe, Plenary, Workshop};
    vec![
        (first, "10:00", 30, Break, "Ankommen und Kaffee", "Foyer"),
        (
            first,
            "10:30",
            90,
            Plenary,
            "Eröffnung und Vortrag",
            "Großer Saal",
        ),
        (first, "12:00", 60, Break, "Mittagspause", "Foyer"),
        (
            first,
            "13:00",
            90,
            Workshop,
            "Anerkennung in Gesundheitsberufen",
            "Raum 1",
        ),
        (
            first,
            "13:00",
            90,
            Workshop,
            "Sprache am Arbeitsplatz",
            "Raum 2",
        ),
        (
            first,
            "13:00",
            90,
            Workshop,
            "Fachkräfteeinwanderung in der Praxis",
            "Raum 3",
        ),
        (
            first,
            "13:00",
            90,
            Workshop,
            "Gründung und Selbstständigkeit",
            "Raum 4",
        ),
        (
            first,
            "15:00",
            90,
            Cafe,
            "World-Café: Was hilft beim Ankommen?",
            "Großer Saal",
        ),
        (second, "09:00", 90, Workshop, "Betriebe beraten", "Raum 1"),
        (
            second,
            "09:00",
            90,
            Workshop,
            "Diskriminierung begegnen",
            "Raum 2",
        ),
        (second, "09:00", 90, Workshop, "Digitale Beratung", "Raum 3"),
        (
            second,
            "11:00",
            60,
            Plenary,
            "Ergebnisse der Workshops",
            "Großer Saal",
        ),
        (second, "12:00", 60, Break, "Mittagspause", "Foyer"),
        (
            second,
            "13:00",
            120,
            Plenary,
            "Podium und Ausblick",
            "Großer Saal",
        ),
    ]
}
