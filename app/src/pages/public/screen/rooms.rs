//! Which tables stand in which room.

use leptos::prelude::*;
use model::{Language, cafe::CafeTable};
use ui::text::t;

/// A line for each room. Nothing where no table has one.
#[component]
pub fn Rooms(tables: Vec<CafeTable>, language: Language) -> impl IntoView {
    let rooms = by_room(&tables);
    (!rooms.is_empty()).then(|| {
        let lines = rooms.into_iter().map(|(room, names)| {
            let n = names.len();
            let tables = in_short(names);
            view! { <li>{t!(language => "screen-room", room = room, n = n, tables = tables)}</li> }
        });
        view! { <ul class="rooms when-names">{lines.collect_view()}</ul> }
    })
}

/// Rooms in the order of their first tables.
fn by_room(tables: &[CafeTable]) -> Vec<(String, Vec<String>)> {
    let mut rooms: Vec<(String, Vec<String>)> = Vec::new();
    for table in tables {
        let Some(room) = &table.room else { continue };
        let name = table.name.to_string();
        match rooms.iter_mut().find(|(known, _)| known == room.as_str()) {
            Some((_, names)) => names.push(name),
            None => rooms.push((room.to_string(), vec![name])),
        }
    }
    rooms
}

/// *1–4, 9, 10*: three and more numbers in a row in short, other names after them.
fn in_short(names: Vec<String>) -> String {
    let mut numbers: Vec<u32> = names.iter().filter_map(|name| name.parse().ok()).collect();
    numbers.sort_unstable();
    let rows = numbers.chunk_by(|one, next| one + 1 == *next);
    let mut parts: Vec<String> = rows
        .flat_map(|row| match row {
            [first, _, .., last] => vec![format!("{first}–{last}")],
            row => row.iter().map(u32::to_string).collect(),
        })
        .collect();
    parts.extend(
        names
            .into_iter()
            .filter(|name| name.parse::<u32>().is_err()),
    );
    parts.join(", ")
}

#[cfg(test)]
mod tests {
    use super::in_short;

    #[test]
    fn numbers_in_a_row_are_said_in_short() {
        let short = |names: &[&str]| in_short(names.iter().map(ToString::to_string).collect());
        assert_eq!(short(&["10", "1", "2", "3", "4", "9"]), "1–4, 9, 10");
        assert_eq!(short(&["Fenster", "2"]), "2, Fenster");
        assert_eq!(short(&["7"]), "7");
    }
}
