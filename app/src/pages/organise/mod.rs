//! Pages for members of a network: events, registrations, mails, settings.

mod contacts;
mod event;
mod events;
mod history;
mod invitations;
mod list_address;
mod list_parts;
mod lists;
mod logos;
mod members;
mod network;
mod organisations;
mod outgoing;
mod own_words;
mod registrations;
mod table_import;
mod time_zone;
mod unreadable;

pub use contacts::ContactQuery;
pub(crate) use contacts::*;
pub(crate) use event::*;
pub(crate) use events::EventsPage;
pub(crate) use history::HistoryPage;
pub(crate) use invitations::{InvitationsPage, InvitePage, InvitedPersonPage, RemindInvitedPage};
pub(crate) use lists::*;
pub(crate) use logos::*;
pub(crate) use members::*;
pub(crate) use network::NetworkPage;
pub use organisations::OrganisationQuery;
pub(crate) use organisations::*;
pub(crate) use outgoing::{
    EventMessagesPage, MailingPage, NewMessagePage, OutgoingMailPage, OutgoingPage, RemindersPage,
};
pub(crate) use own_words::*;
pub use registrations::ListQuery;
pub(crate) use registrations::{
    AddPersonPage, AnswerSeveralPage, AnswersPage, CorrectPersonPage, DecideSeveralPage,
    ImportPeoplePage, PersonPage, RegistrationsPage,
};
