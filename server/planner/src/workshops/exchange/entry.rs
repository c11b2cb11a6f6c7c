//! Taking a table over.

use std::collections::{BTreeSet, HashMap};

use model::{AuditAction, WorkshopId, workshops::Clash};
use store::Tx;

use super::{
    columns::{ProgrammeColumn, key},
    lines::{LineWorkshop, ProgrammePreview},
};
use crate::{
    Planner, Result,
    access::{EventAccess, Organises},
    tables::Chosen,
    workshops::{LockedProgramme, WorkshopInput},
};

impl Planner {
    /// Reads a table as it would be imported. Writes nothing.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn preview_programme_import(
        &self,
        access: &EventAccess<Organises>,
        text: &str,
        chosen: &Chosen<ProgrammeColumn>,
    ) -> Result<ProgrammePreview> {
        let mut reader = self.store().read().await?;
        let (_, event) = access.read(&mut reader).await?;
        let programme = reader.programme(event.id).await?;
        drop(reader);
        Ok(ProgrammePreview::read(text, chosen, &programme))
    }

    /// Takes a table over, whole or, if anything is wrong, not at all. A workshop whose title the programme has is
    /// changed where the table has a column; the others are added.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn import_programme(
        &self,
        access: &EventAccess<Organises>,
        text: &str,
        chosen: &Chosen<ProgrammeColumn>,
    ) -> Result<ProgrammePreview> {
        let mut tx = self.store().begin().await?;
        let mut locked = LockedProgramme::lock(&mut tx, access).await?;
        let preview = ProgrammePreview::read(text, chosen, &locked.programme);
        if !preview.is_sound() {
            return Ok(preview);
        }
        let lines: Vec<&LineWorkshop> = preview.entries().map(|(_, line)| line).collect();
        let mut ids = Vec::with_capacity(lines.len());
        for line in &lines {
            ids.push(self.enter_line(&mut tx, &mut locked, line).await?);
        }
        enter_clashes(&mut tx, &locked, &lines, &ids).await?;
        self.commit_programme(tx, &locked, AuditAction::ProgrammeImported)
            .await?;
        Ok(preview)
    }

    async fn enter_line(
        &self,
        tx: &mut Tx,
        locked: &mut LockedProgramme,
        line: &LineWorkshop,
    ) -> Result<WorkshopId> {
        let clashes = line
            .changes
            .map(|id| locked.programme.clashes_of(id).collect());
        let new = WorkshopInput {
            details: line.details.clone(),
            offers: line.offers.clone(),
            clashes: clashes.unwrap_or_default(),
        };
        match line.changes {
            Some(id) => {
                self.update_workshop(tx, locked, id, new).await?;
                // Later lines promote by the new limits.
                let mut workshops = locked.programme.workshops.iter_mut();
                if let Some(changed) = workshops.find(|workshop| workshop.id == id) {
                    changed.details = line.details.clone();
                }
                Ok(id)
            }
            None => self.insert_workshop(tx, locked, new).await,
        }
    }
}

/// Saves the clashes of the lines. A pair that one line names holds for both.
async fn enter_clashes(
    tx: &mut Tx,
    locked: &LockedProgramme,
    lines: &[&LineWorkshop],
    ids: &[WorkshopId],
) -> Result<()> {
    let stored = locked.programme.workshops.iter();
    let by_title: HashMap<String, WorkshopId> = stored
        .map(|workshop| (key(workshop.details.title.as_str()), workshop.id))
        .collect();
    let mut wanted: BTreeSet<Clash> = BTreeSet::new();
    let mut said: BTreeSet<WorkshopId> = BTreeSet::new();
    for (line, id) in lines.iter().zip(ids) {
        let Some(titles) = &line.clashes else {
            continue;
        };
        said.insert(*id);
        let others = titles.iter().filter_map(|title| by_title.get(title));
        wanted.extend(others.filter_map(|other| Clash::between(*id, *other)));
    }
    let before: BTreeSet<Clash> = locked.programme.clashes.iter().copied().collect();
    for clash in wanted.difference(&before) {
        tx.insert_clash(*clash).await?;
    }
    let is_said = |clash: &&Clash| {
        let (one, other) = clash.pair();
        said.contains(&one) || said.contains(&other)
    };
    for clash in before.difference(&wanted).filter(is_said) {
        tx.delete_clash(*clash).await?;
    }
    Ok(())
}
