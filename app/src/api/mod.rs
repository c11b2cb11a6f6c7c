//! The server functions: what a form is sent to, a file per subject. Each reads its form into values of
//! the model, turns the visit into the proof that a use case demands, calls one use case, and says
//! where to go. Rules are not here; they are the planner's and the model's.

pub(crate) mod actions;
pub(crate) mod agenda;
pub(crate) mod answers;
pub(crate) mod authorise;
pub(crate) mod decisions;
pub(crate) mod events;
pub(crate) mod import;
pub(crate) mod language;
pub(crate) mod networks;
pub(crate) mod organisation;
pub(crate) mod organisations;
pub(crate) mod people;
pub(crate) mod personal;
pub(crate) mod questions;
pub(crate) mod registration;
pub(crate) mod reorder;
pub(crate) mod sign_in;
