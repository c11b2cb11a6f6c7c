//! A plan as CSV: a line for each seat.

use super::PlanExport;
use crate::{PlannerError, Result, tables::escape_formula};

/// The headings of the table, in the reader's language.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlanTableHeadings {
    pub given_name: String,
    pub family_name: String,
    pub address: String,
    pub organisation: String,
    pub round: String,
    pub table: String,
}

impl PlanExport {
    /// The seats of the version as CSV (RFC 4180), as [`crate::tables::Export::csv`] writes it. It can be
    /// imported again.
    pub fn csv(&self, headings: &PlanTableHeadings) -> Result<Vec<u8>> {
        let version = self.version.as_ref().ok_or(PlannerError::NotFound)?;
        let mut writer = csv::WriterBuilder::new()
            .delimiter(b';')
            .quote_style(csv::QuoteStyle::Always)
            .terminator(csv::Terminator::CRLF)
            .from_writer("\u{feff}".as_bytes().to_vec());
        let PlanTableHeadings {
            given_name,
            family_name,
            address,
            organisation,
            round,
            table,
        } = headings;
        let mut lines =
            vec![[given_name, family_name, address, organisation, round, table].map(Clone::clone)];
        let set_up = self.cafe.set_up();
        for person in &self.cafe.people {
            for round in 1..=set_up.rounds.count {
                let seat = version.seating.table_of(person.id, round);
                let Some(table) = seat.and_then(|seat| set_up.table(seat)) else {
                    continue;
                };
                lines.push([
                    person.given_name.clone(),
                    person.family_name.clone(),
                    person.address.shown().to_owned(),
                    person.organisation_name.clone().unwrap_or_default(),
                    round.to_string(),
                    table.name.to_string(),
                ]);
            }
        }
        for line in lines {
            let cells = line.iter().map(|cell| escape_formula(cell).into_owned());
            writer.write_record(cells).map_err(PlannerError::internal)?;
        }
        writer
            .into_inner()
            .map_err(|error| PlannerError::internal(error.into_error()))
    }
}
