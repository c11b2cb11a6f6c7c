//! Where an organiser plans: events, registrations, mails, settings. Only for members.

mod event;
mod events;

pub(crate) use event::*;
pub(crate) use events::EventsPage;
