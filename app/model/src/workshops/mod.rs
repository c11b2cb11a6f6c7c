//! The programme of a conference: slots, workshops, and the offers that put one into the other.

mod clash;
mod offer;
mod programme;
mod rooms;
mod slot;
mod workshop;

pub use clash::Clash;
pub use offer::{Offer, OfferKey};
pub use programme::Programme;
pub use rooms::{Room, RoomConflict, TooSmall, room_conflicts};
pub use slot::{SlotWay, TimeSlot};
pub use workshop::{Workshop, WorkshopDetails, WorkshopState};
