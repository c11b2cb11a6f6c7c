//! The places that an event holds for organisations: how many, the links by which contact people manage them, and their
//! return to everybody.
//!
//! The seats themselves are given by the allocator of the event ([`crate::registrations`]).

mod hold;
mod links;
mod overview;
mod own;
mod release;

pub use links::ContingentSecret;
pub use overview::{ContingentOverview, OrganisationPlaces};
pub use own::{ColleaguesEntered, OwnPlaces, PlaceHolder};
