//! Registrations: people who are coming or waiting, and their decisions.
//!
//! Seats are given and freed by the [`seat_allocator`] only, while the event is locked: two requests never
//! get the same seat.

mod answer_several;
mod answers;
mod availability;
mod colleagues;
mod columns;
mod confirm;
mod decide;
mod decide_several;
mod event_seats;
mod export;
mod forms;
mod import;
mod personal;
mod queries;
mod queues;
mod register;
mod rules;
mod seat_allocator;
mod selection;
mod terms;

pub use answer_several::SeveralToAnswer;
pub use answers::{AnswerTexts, AnswerTotal, AnswerTotals, AnsweringPerson, QuestionTotal};
pub use availability::Availability;
pub(crate) use colleagues::{Entered, Entry};
pub use confirm::{Confirmation, LinkStage};
pub use decide::{AddedPerson, Decision};
pub(crate) use decide_several::DecideListed;
pub use decide_several::{
    DecidedPerson, DecisionForecast, DecisionMail, SeatLimit, SeveralDecisions, SeveralPreview,
    Verdict,
};
pub(crate) use event_seats::{Approval, Departure, SeatClaim, seats_of};
pub use export::ExportTexts;
pub use import::{ImportContext, ImportPreview, ImportSummary, MOST_PEOPLE};
pub use personal::{PersonalCafes, PersonalChange, PersonalPage};
pub use queries::{Filter, History, Listing, PersonRecord};
pub(crate) use queues::Queues;
pub(crate) use register::visible_event;
pub use register::{NewRegistration, OpenEvent};
pub(crate) use rules::{check_consent, check_organisation};
pub(crate) use seat_allocator::{SeatAllocator, SeatPool};
pub use selection::{MOST_CHOSEN, RegistrationSelection};
pub use terms::RegistrationTerms;
