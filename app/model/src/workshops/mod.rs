//! The programme of a conference: slots, workshops, and the offers that put one into the other.

mod booking;
mod busy;
mod clash;
mod offer;
mod programme;
mod rooms;
mod slot;
mod swap;
mod timetable;
mod wish_setup;
mod wishes;
mod workshop;

pub use booking::{Booking, BookingChange, BookingChoice, BookingCount, BookingState};
pub use busy::BusyMark;
pub use clash::Clash;
pub use offer::{Offer, OfferKey};
pub use programme::Programme;
pub use rooms::{Room, RoomConflict, TooSmall, room_conflicts};
pub use slot::{SlotWay, TimeSlot};
pub use swap::SwapOffer;
pub use timetable::{VisitChange, VisitNews, VisitPart, WorkshopVisit, visit_changes};
pub use wish_setup::{TieSeed, WishReminder, WishSetup, late_wishes_are_open, wishes_are_open};
pub use wishes::{WishChange, WishChoice, WishList};
pub use workshop::{Workshop, WorkshopDetails, WorkshopState};
