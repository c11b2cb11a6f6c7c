//! Importing people from a table: read first, with the faults of every line; written whole or not at
//! all.

mod context;
mod entry;
mod preview;

use model::EventState;
use tokio::task::spawn_blocking;

pub use self::{
    context::ImportContext,
    preview::{ImportPreview, ImportSummary},
};
use super::event_seats::seats_of;
use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, Organises},
    jobs::JobPayload,
    tables::{Chosen, FaultyLines, PersonColumn},
};

/// The most people of an import: more than any event of a network has.
pub const MOST_PEOPLE: usize = 5_000;

impl Planner {
    /// Reads a table as it would be imported. Writes nothing.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn preview_import(
        &self,
        access: &EventAccess<Organises>,
        text: &str,
        chosen: &Chosen<PersonColumn>,
    ) -> Result<ImportPreview> {
        let mut reader = self.store().read().await?;
        let (_, event) = access.read(&mut reader).await?;
        let known = reader.registered_addresses(event.id).await?;
        let context = ImportContext {
            organisations: reader.organisations(event.network).await?.rows,
            questions: reader.questions(event.id).await?.rows,
            known: known.rows.into_iter().collect(),
            language: event.details.language,
        };
        let (text, chosen) = (text.to_owned(), chosen.clone());
        // A large table takes long enough to delay other requests.
        let mut preview = spawn_blocking(move || context.read(&text, &chosen))
            .await
            .map_err(PlannerError::internal)?;
        let mut seats = seats_of(&mut reader, &event).await?;
        let (mut seated, mut waiting) = (0, 0);
        for (_, added) in preview.entries() {
            if seats.admits(added.person.organisation.as_ref()) {
                seats.take(added.person.organisation);
                seated += 1;
            } else {
                waiting += 1;
            }
        }
        (preview.summary.seated, preview.summary.waiting) = (seated, waiting);
        Ok(preview)
    }

    /// Imports a table, whole or not at all, and writes to everyone on it: a job enters the lines. What was
    /// typed is stored before this returns.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn import(
        &self,
        access: &EventAccess<Organises>,
        text: &str,
        chosen: &Chosen<PersonColumn>,
    ) -> Result<ImportPreview> {
        self.import_lines(access, (text, chosen), FaultyLines::Refuse)
            .await
    }

    /// Like [`Self::import`], but leaves lines with a fault out.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn import_sound_lines(
        &self,
        access: &EventAccess<Organises>,
        text: &str,
        chosen: &Chosen<PersonColumn>,
    ) -> Result<ImportPreview> {
        self.import_lines(access, (text, chosen), FaultyLines::LeaveOut)
            .await
    }

    async fn import_lines(
        &self,
        access: &EventAccess<Organises>,
        (text, chosen): (&str, &Chosen<PersonColumn>),
        faulty: FaultyLines,
    ) -> Result<ImportPreview> {
        let preview = self.preview_import(access, text, chosen).await?;
        if !preview.is_importable(faulty) || preview.entries().next().is_none() {
            return Ok(preview);
        }
        let (rows, total) = self.import_rows(&preview)?;
        let mut tx = self.store().begin().await?;
        let (right, mut event) = self.lock_event(&mut tx, access).await?;
        if event.event.state == EventState::Cancelled {
            return Err(PlannerError::WrongState);
        }
        let member = right.member().id;
        let job = event.queue_job(&JobPayload::Import, total, member).await?;
        event.tx.stage_import_lines(job.id(), &rows).await?;
        self.commit_with_job(tx, Some(job)).await?;
        Ok(preview)
    }
}
