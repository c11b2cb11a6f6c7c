//! The form of an event's rooms.

use std::collections::BTreeSet;

use model::{
    Fault, Faults, Line,
    workshops::{Programme, Room},
};
use serde::{Deserialize, Serialize};
use ui::{error::AppError, forms::SeeOther, visit::planner};

use super::offer_page;
use crate::api::authorise::organises_event;

/// How many empty rows the form has.
const EMPTY_ROWS: usize = 2;

/// The form of the rooms, with its values as typed.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct RoomsForm {
    pub event: String,
    pub rooms: Vec<RoomRow>,
}

/// A room and its seats.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct RoomRow {
    pub name: String,
    pub seats: String,
}

impl RoomsForm {
    /// The rooms whose seats are known, those that offers name, and empty rows.
    pub fn of(programme: &Programme) -> Self {
        let known = programme.rooms.iter().map(|room| RoomRow {
            name: room.name.to_string(),
            seats: room.seats.to_string(),
        });
        let named = programme.offers.iter().filter_map(|o| o.room.as_ref());
        let unknown: BTreeSet<&str> = named
            .map(Line::as_str)
            .filter(|name| programme.room(name).is_none())
            .collect();
        let unknown = unknown.into_iter().map(|name| RoomRow {
            name: name.to_owned(),
            seats: String::new(),
        });
        let empty = (0..EMPTY_ROWS).map(|_| RoomRow::default());
        Self {
            rooms: known.chain(unknown).chain(empty).collect(),
            ..Self::default()
        }
    }

    /// The rooms with their rows. Rows without a number of seats are left out.
    fn parse(&self) -> Result<Vec<(usize, Room)>, Faults> {
        let mut faults = Faults::none();
        let mut rooms = Vec::new();
        for (index, row) in self.rooms.iter().enumerate() {
            let seats = Room::SEATS.parse(&row.seats);
            let Some(Some(seats)) = faults.keep(&format!("rooms[{index}][seats]"), seats) else {
                continue;
            };
            let name = match row.name.trim() {
                "" => Err(Fault::Missing),
                name => Line::parse(name),
            };
            if let Some(name) = faults.keep(&format!("rooms[{index}][name]"), name) {
                rooms.push((index, Room { name, seats }));
            }
        }
        faults.or(Some(rooms))
    }
}

/// Saves how many seats the rooms have.
pub async fn save_rooms(form: &RoomsForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let (rows, rooms): (Vec<usize>, Vec<Room>) = form.parse()?.into_iter().unzip();
    let saved = planner().save_rooms(&access, rooms).await;
    saved.map_err(|error| error.at_inputs(|field| input_of(&rows, field)))?;
    Ok(offer_page(event, "rooms", ""))
}

/// The name of the input of a field of the model, which counts only the rows with a room.
fn input_of(rows: &[usize], field: &str) -> String {
    let numbered = field
        .strip_prefix("rooms[")
        .and_then(|rest| rest.split_once(']'));
    let row = numbered.and_then(|(number, rest)| {
        let row = rows.get(number.parse::<usize>().ok()?)?;
        Some(format!("rooms[{row}]{rest}"))
    });
    row.unwrap_or_else(|| field.to_owned())
}

#[cfg(test)]
mod tests {
    use super::{RoomRow, RoomsForm, input_of};

    #[test]
    fn rows_without_seats_are_left_out_and_faults_are_in_the_row_that_was_typed() {
        let row = |name: &str, seats: &str| RoomRow {
            name: name.to_owned(),
            seats: seats.to_owned(),
        };
        let mut form = RoomsForm {
            rooms: vec![row("Saal", "60"), row("Foyer", ""), row("Aula", "20")],
            ..RoomsForm::default()
        };
        let rows: Vec<usize> = form.parse().unwrap().iter().map(|(row, _)| *row).collect();
        assert_eq!(rows, [0, 2]);
        assert_eq!(input_of(&rows, "rooms[1][name]"), "rooms[2][name]");
        form.rooms.push(row("", "9"));
        let faults = form.parse().unwrap_err();
        assert_eq!(faults.iter().next().unwrap().0, "rooms[3][name]");
    }
}
