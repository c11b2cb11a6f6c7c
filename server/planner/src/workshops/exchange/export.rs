//! A programme as a table, with the columns that an import reads.

use model::{Line, workshops::Workshop};

use super::{columns::ProgrammeColumn, slot_names};
use crate::{
    Planner, Result,
    access::{EventAccess, Reads},
    tables::{Export, ExportCell},
    workshops::PlannedProgramme,
};

/// The texts of an exported programme, in the reader's language.
#[derive(Clone, Copy)]
#[expect(
    missing_debug_implementations,
    reason = "a function has nothing to show"
)]
pub struct ProgrammeTexts<'t> {
    pub heading: &'t (dyn Fn(ProgrammeColumn) -> String + Sync),
    pub yes: &'t str,
    pub no: &'t str,
}

impl Planner {
    /// The programme of an event as a table: a line for each workshop.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn export_programme(
        &self,
        access: &EventAccess<Reads>,
        texts: ProgrammeTexts<'_>,
    ) -> Result<Export> {
        let found = self.programme(access).await?;
        let headings = ProgrammeColumn::ALL
            .map(texts.heading)
            .map(ExportCell::Text);
        let mut rows = vec![headings.to_vec()];
        rows.extend(found.programme.workshops.iter().map(|workshop| {
            let cells = ProgrammeColumn::ALL.map(|column| cell(&found, workshop, column, texts));
            cells.map(ExportCell::Text).to_vec()
        }));
        Ok(Export {
            name: format!("{}-workshops", found.event.slug),
            rows,
        })
    }
}

fn cell(
    found: &PlannedProgramme,
    workshop: &Workshop,
    column: ProgrammeColumn,
    texts: ProgrammeTexts<'_>,
) -> String {
    let details = &workshop.details;
    let number = |number: Option<u32>| number.map(|n| n.to_string()).unwrap_or_default();
    let programme = &found.programme;
    match column {
        ProgrammeColumn::Title => details.title.to_string(),
        ProgrammeColumn::Description => details.description.to_string(),
        ProgrammeColumn::Speakers => line(details.speakers.as_ref()),
        ProgrammeColumn::Topic => line(details.topic.as_ref()),
        ProgrammeColumn::Language => line(details.language.as_ref()),
        ProgrammeColumn::StepFree if details.step_free => texts.yes.to_owned(),
        ProgrammeColumn::StepFree => texts.no.to_owned(),
        ProgrammeColumn::Least => number(details.least),
        ProgrammeColumn::Most => number(details.most),
        ProgrammeColumn::OrganisationMost => number(details.organisation_most),
        ProgrammeColumn::Slots => {
            let slots = programme.offers_of(workshop.id);
            let names: Vec<String> = slots.map(|(_, slot)| slot_names::name(slot)).collect();
            names.join("; ")
        }
        ProgrammeColumn::Rooms => {
            let offers = programme.offers_of(workshop.id);
            let mut rooms: Vec<String> =
                offers.map(|(offer, _)| line(offer.room.as_ref())).collect();
            if rooms.iter().all(|room| *room == rooms[0]) {
                rooms.truncate(1);
            } else {
                // An entry for each slot, also where no room is known yet.
                for room in rooms.iter_mut().filter(|room| room.is_empty()) {
                    "?".clone_into(room);
                }
            }
            rooms.join("; ")
        }
        ProgrammeColumn::Clashes => {
            let others = programme.clashes_of(workshop.id);
            let titles: Vec<String> = others
                .filter_map(|other| programme.workshop(other))
                .map(|other| other.details.title.to_string())
                .collect();
            titles.join("; ")
        }
        ProgrammeColumn::Nothing => String::new(),
    }
}

fn line<const MOST: usize>(line: Option<&Line<MOST>>) -> String {
    line.map(ToString::to_string).unwrap_or_default()
}
