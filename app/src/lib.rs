//! Pages, rendered on the server, and their form actions. [`router`] mounts them. The crate `ui` has the
//! components. `app/README.md` shows how to build a page and a form.

mod api;
mod door_signs;
mod download;
mod kept_form;
mod organisation_table;
mod pages;
mod papers;
mod programme_table;
mod render;
mod router;
mod routes;
mod state;
mod submission_guard;
mod submit;
mod timetable_cards;

pub use door_signs::door_signs;
pub use download::{
    Download, Downloads, answer_texts, contact_export_texts, list_headings, plan_table_headings,
    unreadable_registrations,
};
pub use organisation_table::organisation_column_name;
pub use pages::organise::{ContactQuery, ListQuery, OrganisationQuery};
pub use papers::{PaperPart, papers_of};
pub use programme_table::{booking_texts, column_name, yes_and_no};
pub use render::revalidate;
pub use router::router;
pub use submission_guard::SubmittedForm;
pub use timetable_cards::timetable_cards;
