//! Where an organiser plans: events, registrations, mails, settings. Only for members.

mod event;
mod events;
mod network;
mod networks;
mod organisations;
mod outgoing;
mod registrations;

pub(crate) use event::*;
pub(crate) use events::EventsPage;
pub(crate) use network::NetworkPage;
pub(crate) use organisations::*;
pub(crate) use outgoing::{EventMessagesPage, OutgoingMailPage, OutgoingPage};
pub use registrations::ListAsked;
pub(crate) use registrations::{
    AddPersonPage, CorrectPersonPage, ImportPeoplePage, PersonPage, RegistrationsPage,
};
