//! Form actions, a file per subject, and the table of all of them ([`actions`]). An action parses its form
//! into values of the model, turns the visit into the right that the use case demands, calls one use case,
//! and returns the page to go to. Rules are in `planner` and `model`.

pub(crate) mod actions;
pub(crate) mod agenda;
pub(crate) mod assignments;
pub(crate) mod authorise;
pub(crate) mod bookings;
pub(crate) mod cafe;
pub(crate) mod cafe_live;
pub(crate) mod cafe_plan;
pub(crate) mod cafe_solving;
pub(crate) mod columns;
pub(crate) mod contact_import;
pub(crate) mod contacts;
pub(crate) mod decisions;
pub(crate) mod event_team;
pub(crate) mod events;
pub(crate) mod harvest;
pub(crate) mod import;
pub(crate) mod invitation;
pub(crate) mod invitations;
pub(crate) mod invite_form;
pub(crate) mod jobs;
pub(crate) mod language;
pub(crate) mod lists;
pub(crate) mod logos;
pub(crate) mod members;
pub(crate) mod messages;
pub(crate) mod networks;
pub(crate) mod organisation;
pub(crate) mod organisations;
pub(crate) mod outgoing;
pub(crate) mod people;
pub(crate) mod personal;
pub(crate) mod questions;
pub(crate) mod registration;
pub(crate) mod reminders;
pub(crate) mod reorder;
pub(crate) mod selection;
pub(crate) mod series;
pub(crate) mod several;
pub(crate) mod sign_in;
pub(crate) mod swaps;
pub(crate) mod table_form;
pub(crate) mod wishes;
pub(crate) mod workshops;
