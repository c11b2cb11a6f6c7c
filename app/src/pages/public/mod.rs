//! Public pages: events, registration, legal texts.

mod assignment;
mod bookings;
mod calendar_links;
mod confirm;
mod event;
mod facts;
mod legal;
mod offer_about;
mod personal;
mod programme;
mod redirect;
mod register;
mod registered;
mod results;
mod screen;
mod steps;
mod table;
mod upcoming;
mod wishes;
mod workshop_list;
mod workshops;

pub(crate) use assignment::OwnAssignmentPage;
pub(crate) use bookings::BookingsPage;
pub(crate) use confirm::ConfirmPage;
pub(crate) use event::{EventPage, about};
pub(crate) use legal::{AccessibilityPage, ImprintPage, PrivacyPage};
pub(crate) use personal::{CancelRegistrationPage, ChangeRegistrationPage, RegistrationPage};
pub(crate) use register::RegisterPage;
pub(crate) use registered::RegisteredPage;
pub(crate) use results::ResultsPage;
pub(crate) use screen::ScreenPage;
pub(crate) use table::TablePage;
pub(crate) use upcoming::UpcomingPage;
pub(crate) use wishes::WishesPage;
pub(crate) use workshop_list::WorkshopListPage;
pub(crate) use workshops::ProgrammePage;
