//! Taking a table of organisations over.

use std::collections::{HashMap, HashSet};

use model::{AuditAction, NetworkId, Organisation, OrganisationId, OrganisationImport, name_key};
use store::{ImportedOrganisation, Tx};
use tokio::task::spawn_blocking;

use super::{OrganisationColumn, OrganisationImportPreview, OrganisationLine};
use crate::{
    Planner, PlannerError, Result,
    access::Organises,
    audit::Who,
    people::organisations::change::change_of,
    tables::{Chosen, FaultyLines},
};

/// How many imports are listed.
const LISTED: i64 = 5;

impl Planner {
    /// Reads a table of organisations as it would be imported. Writes nothing.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network()), err(level = "debug"))]
    pub async fn preview_organisation_import(
        &self,
        right: &Organises,
        text: &str,
        chosen: &Chosen<OrganisationColumn>,
    ) -> Result<OrganisationImportPreview> {
        let mut reader = self.store().read().await?;
        let known = reader.organisations(right.network()).await?.rows;
        drop(reader);
        read(text, chosen, known).await
    }

    /// Takes a table over in one go: adds the organisations that are new, and changes those whose short name the network
    /// has, where a cell says something. Returns what the table says by now; nothing is imported if that is not sound,
    /// except for lines that are left out.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network()), err(level = "debug"))]
    pub async fn import_organisations(
        &self,
        right: &Organises,
        text: &str,
        chosen: &Chosen<OrganisationColumn>,
        faulty: FaultyLines,
    ) -> Result<OrganisationImportPreview> {
        let mut tx = self.store().begin().await?;
        let network = right.network();
        let mut known = tx.organisations(network).await?.rows;
        let preview = read(text, chosen, known.clone()).await?;
        if !preview.is_importable(faulty) || preview.entries().next().is_none() {
            return Ok(preview);
        }
        let imported = self.imported(network, &known, &preview);
        insert_all(&mut tx, &imported).await?;
        let is_changed = |one: &&ImportedOrganisation| one.before.is_some();
        known.extend(imported.iter().map(|one| one.after.clone()));
        for ImportedOrganisation { before, after } in imported.iter().filter(is_changed) {
            tx.update_organisation(after).await?;
            let change = Some(change_of(&known, before.as_ref(), after));
            let changed = AuditAction::OrganisationChanged;
            self.note_network(&mut tx, (network, right.into()), changed, change)
                .await?;
        }
        let import = OrganisationImport {
            id: self.new_id(),
            network,
            at: self.now(),
            added: count(preview.added()),
            changed: count(preview.changed()),
            undone_at: None,
        };
        tx.insert_organisation_import(&import, &imported).await?;
        let done = AuditAction::OrganisationsImported;
        self.note_network(&mut tx, (network, Who::from(right)), done, None)
            .await?;
        tx.commit().await?;
        Ok(preview)
    }

    /// The latest imports of organisations, the latest first.
    pub async fn organisation_imports(&self, right: &Organises) -> Result<Vec<OrganisationImport>> {
        let mut reader = self.store().read().await?;
        let imports = reader
            .latest_organisation_imports(right.network(), LISTED)
            .await?;
        Ok(imports.rows)
    }

    /// The organisations of a sound table, before and after. New ones get their ids.
    fn imported(
        &self,
        network: NetworkId,
        known: &[Organisation],
        preview: &OrganisationImportPreview,
    ) -> Vec<ImportedOrganisation> {
        let key = |one: &Organisation| name_key(one.short_name.as_str());
        let mut ids: HashMap<String, OrganisationId> =
            known.iter().map(|one| (key(one), one.id)).collect();
        for (_, line) in preview.entries() {
            let new = ids.entry(name_key(line.short_name.as_str()));
            new.or_insert_with(|| self.new_id());
        }
        let lines = preview.entries();
        let imported = lines.filter_map(|(_, line)| {
            let id = *ids.get(&name_key(line.short_name.as_str()))?;
            let named = line.parent.key().and_then(|key| ids.get(&key)).copied();
            Some(of_line(network, id, named, line))
        });
        imported.collect()
    }
}

fn of_line(
    network: NetworkId,
    id: OrganisationId,
    named: Option<OrganisationId>,
    line: &OrganisationLine,
) -> ImportedOrganisation {
    let before = line.before.as_ref().map(Organisation::without_logo);
    let after = Organisation {
        id,
        network,
        name: line.name.clone(),
        short_name: line.short_name.clone(),
        region: line.region.clone(),
        field: line.field.clone(),
        parent: named.or_else(|| before.as_ref()?.parent),
        logo: None,
    };
    ImportedOrganisation { before, after }
}

/// Adds those that are new, each after the one that it is a part of.
async fn insert_all(tx: &mut Tx, imported: &[ImportedOrganisation]) -> Result<()> {
    let new = imported.iter().filter(|one| one.before.is_none());
    let mut left: Vec<&Organisation> = new.map(|one| &one.after).collect();
    while !left.is_empty() {
        let ids: HashSet<OrganisationId> = left.iter().map(|one| one.id).collect();
        let waits = |one: &Organisation| one.parent.is_some_and(|parent| ids.contains(&parent));
        let (later, now): (Vec<_>, Vec<_>) = left.into_iter().partition(|one| waits(one));
        if now.is_empty() {
            // A circle, which the lines were checked for.
            return Err(PlannerError::WrongState);
        }
        for organisation in now {
            tx.insert_organisation(organisation).await?;
        }
        left = later;
    }
    Ok(())
}

/// A large table takes long enough to delay other requests.
async fn read(
    text: &str,
    chosen: &Chosen<OrganisationColumn>,
    known: Vec<Organisation>,
) -> Result<OrganisationImportPreview> {
    let (text, chosen) = (text.to_owned(), chosen.clone());
    spawn_blocking(move || OrganisationImportPreview::read(&text, &chosen, &known))
        .await
        .map_err(PlannerError::internal)
}

fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
