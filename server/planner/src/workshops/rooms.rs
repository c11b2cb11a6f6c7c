//! Rooms of an event and their seats.

use model::{AuditAction, Fault, Faults, workshops::Room};

use super::LockedProgramme;
use crate::{
    Planner, Result,
    access::{EventAccess, Organises},
};

impl Planner {
    /// Saves how many seats the rooms of an event have. Rooms that are left out have an unknown number.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn save_rooms(
        &self,
        access: &EventAccess<Organises>,
        rooms: Vec<Room>,
    ) -> Result<()> {
        check_rooms(&rooms)?;
        let mut tx = self.store().begin().await?;
        let locked = LockedProgramme::lock(&mut tx, access).await?;
        let before = &locked.programme.rooms;
        for gone in before.iter().filter(|room| !rooms.contains(room)) {
            tx.delete_room(locked.id(), gone).await?;
        }
        for new in rooms.iter().filter(|room| !before.contains(room)) {
            tx.save_room(locked.id(), new).await?;
        }
        self.commit_programme(tx, &locked, AuditAction::ProgrammeChanged)
            .await
    }
}

/// Refuses too many rooms, rooms without seats, and a room that is named twice.
fn check_rooms(rooms: &[Room]) -> Result<(), Faults> {
    let mut faults = Faults::none();
    let most = Room::MOST;
    if rooms.len() > most {
        faults.add("rooms", Fault::TooManyEntries { most });
    }
    for (index, room) in rooms.iter().enumerate() {
        let seats = Room::SEATS.check(room.seats);
        faults.keep(&format!("rooms[{index}][seats]"), seats);
        let mut earlier = rooms[..index].iter();
        if earlier.any(|earlier| earlier.is_named(room.name.as_str())) {
            faults.add(format!("rooms[{index}][name]"), Fault::Twice);
        }
    }
    faults.or(Some(()))
}
