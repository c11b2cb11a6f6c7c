//! Tables of organisations that were imported, and what they changed.

use jiff::Timestamp;
use model::{NetworkId, Organisation, OrganisationImport, OrganisationImportId};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{
    Reader, Tx,
    connection::rows_affected,
    error::{Result, StoreError},
    listed::Listed,
    row_decoder::RowDecoder,
    time::micros,
};

macro_rules! columns {
    () => {
        "id, network_id, at, added, changed, undone_at"
    };
}

statements! {
    BY_ID = concat!("SELECT ", columns!(), " FROM organisation_imports WHERE id = $1");
    LATEST = concat!(
        "SELECT ", columns!(), " FROM organisation_imports
         WHERE network_id = $1 ORDER BY at DESC, id DESC LIMIT $2",
    );
    INSERT = concat!(
        "INSERT INTO organisation_imports (", columns!(), ") VALUES ($1, $2, $3, $4, $5, NULL)",
    );
    UNDONE = "UPDATE organisation_imports SET undone_at = $2 WHERE id = $1 AND undone_at IS NULL";
    LINES = "
        SELECT organisation_id, before, after FROM organisation_import_lines
        WHERE import_id = $1 ORDER BY organisation_id";
}

rows_statements! {
    INSERT_LINES [Uuid, Uuid, Text, Text] = "
        INSERT INTO organisation_import_lines (import_id, organisation_id, before, after)
        SELECT * FROM {rows}";
}

/// An organisation that an import added or changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImportedOrganisation {
    /// `None`: the import added it.
    pub before: Option<Organisation>,
    pub after: Organisation,
}

#[derive(FromRow)]
struct Row {
    id: Uuid,
    network_id: Uuid,
    at: i64,
    added: i64,
    changed: i64,
    undone_at: Option<i64>,
}

#[derive(FromRow)]
struct LineRow {
    organisation_id: Uuid,
    before: Option<String>,
    after: String,
}

impl TryFrom<Row> for OrganisationImport {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let from = RowDecoder {
            table: "organisation_imports",
            row: row.id,
        };
        Ok(Self {
            id: row.id.into(),
            network: row.network_id.into(),
            at: from.time("at", row.at)?,
            added: from.number("added", row.added)?,
            changed: from.number("changed", row.changed)?,
            undone_at: from.optional_time("undone_at", row.undone_at)?,
        })
    }
}

impl TryFrom<LineRow> for ImportedOrganisation {
    type Error = StoreError;

    fn try_from(row: LineRow) -> Result<Self> {
        let from = RowDecoder {
            table: "organisation_import_lines",
            row: row.organisation_id,
        };
        let before = row.before.as_deref();
        let before = before.map(|before| from.json("before", before));
        Ok(Self {
            before: before.transpose()?,
            after: from.json("after", &row.after)?,
        })
    }
}

impl Reader {
    /// The import of this id.
    pub async fn organisation_import(
        &mut self,
        id: OrganisationImportId,
    ) -> Result<Option<OrganisationImport>> {
        let row: Option<Row> = dispatch!(self, query_as(BY_ID), |query, c| query
            .bind(id.uuid())
            .fetch_optional(c))?;
        row.map(OrganisationImport::try_from).transpose()
    }

    /// The latest imports of a network.
    pub async fn latest_organisation_imports(
        &mut self,
        network: NetworkId,
        limit: i64,
    ) -> Result<Listed<OrganisationImport>> {
        let rows: Vec<Row> = dispatch!(self, query_as(LATEST), |query, c| query
            .bind(network.uuid())
            .bind(limit)
            .fetch_all(c))?;
        Listed::from_rows(rows)
    }

    /// What an import added and changed, except for organisations that are gone.
    pub async fn imported_organisations(
        &mut self,
        import: OrganisationImportId,
    ) -> Result<Vec<ImportedOrganisation>> {
        let rows: Vec<LineRow> = dispatch!(self, query_as(LINES), |query, c| query
            .bind(import.uuid())
            .fetch_all(c))?;
        rows.into_iter()
            .map(ImportedOrganisation::try_from)
            .collect()
    }
}

impl Tx {
    /// Notes an import with all that it added or changed.
    pub async fn insert_organisation_import(
        &mut self,
        import: &OrganisationImport,
        lines: &[ImportedOrganisation],
    ) -> Result<()> {
        dispatch!(self, query(INSERT), |query, c| rows_affected(
            query
                .bind(import.id.uuid())
                .bind(import.network.uuid())
                .bind(micros(import.at))
                .bind(i64::from(import.added))
                .bind(i64::from(import.changed))
                .execute(c)
        ))?;
        let mut rows = Vec::with_capacity(lines.len());
        for ImportedOrganisation { before, after } in lines {
            let json =
                |one: &Organisation| serde_json::to_string(one).map_err(StoreError::encode_error);
            rows.push([
                import.id.uuid().into(),
                after.id.uuid().into(),
                before.as_ref().map(json).transpose()?.into(),
                json(after)?.into(),
            ]);
        }
        self.write_rows::<(), _>(INSERT_LINES, &rows)
            .await
            .map(drop)
    }

    /// Notes that an import was undone. `false`: somebody else was first.
    #[must_use = "somebody else may have undone it"]
    pub async fn set_organisation_import_undone(
        &mut self,
        import: OrganisationImportId,
        at: Timestamp,
    ) -> Result<bool> {
        let saved = dispatch!(self, query(UNDONE), |query, c| rows_affected(
            query.bind(import.uuid()).bind(micros(at)).execute(c)
        ))?;
        Ok(saved == 1)
    }
}
