//! Plans as files: a table of seats, read and written, and the problem and the plan as the solvers' JSON.

mod import;
mod json;
mod table;

pub use import::{PlanColumn, PlanImport, PlanLineFault, SeatFault};
pub use table::PlanTableHeadings;
