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

/// The agenda of the congress beside its workshops, on two days.
pub(super) fn congress_agenda(first: Date, second: Date) -> [ItemOfDay; 7] {
    use AgendaItemKind::{Break, Cafe, Plenary};
    let hall = "Großer Saal";
    [
        (first, "12:00", 60, Break, "Ankommen und Imbiss", "Foyer"),
        (first, "13:00", 60, Plenary, "Eröffnung und Vortrag", hall),
        (first, "15:30", 30, Break, "Pause", "Foyer"),
        (
            first,
            "16:00",
            90,
            Cafe,
            "World-Café: Was hilft beim Ankommen?",
            hall,
        ),
        (first, "19:00", 120, Break, "Abendessen", "Foyer"),
        (second, "11:00", 30, Break, "Pause", "Foyer"),
        (
            second,
            "13:00",
            60,
            Plenary,
            "Ergebnisse und Ausblick",
            hall,
        ),
    ]
}
