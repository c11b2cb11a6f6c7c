//! Building blocks of pages, rendered on the server. No page is made of anything that another page
//! has built for itself.

mod agenda;
mod choice;
mod empty;
mod field;
mod form;
mod head;
mod hidden;
mod language_switch;
mod meter;
mod moment;
mod notice;
mod pagination;
mod post_button;
mod questions;
mod refusal;
mod table;
mod tabs;
mod tag;
mod tiles;
mod what_happens;

pub use agenda::{Agenda, AgendaItem};
pub use choice::{Check, Checks, Choice, Radios, Select};
pub use empty::Empty;
pub use field::{Area, Field, FileField, Kind};
pub use form::{Carries, Form};
pub use head::{Fact, PageHead};
pub use hidden::{HONEYPOT, Hidden, Honeypot, Revision};
pub use language_switch::LanguageSwitch;
pub use meter::SeatMeter;
pub use moment::Moment;
pub use notice::{Notice, Tone};
pub use pagination::Pagination;
pub use post_button::PostButton;
pub use questions::Questions;
pub use refusal::RefusalNotice;
pub use table::DataTable;
pub use tabs::{Tab, Tabs};
pub use tag::Tag;
pub use tiles::{Tile, Tiles};
pub use what_happens::WhatHappens;
