//! Tables that were imported into an address book, and how they are undone.

use jiff::Timestamp;
use model::{Contact, ContactImport, ContactImportId, ContactParticulars, Line, NetworkId};
use sqlx_macros::FromRow;
use uuid::Uuid;

use super::{Row as ContactRow, contact_columns, keys_of};
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
        "id, network_id, at, added, supplemented, undone_at"
    };
}

statements! {
    BY_ID = concat!("SELECT ", columns!(), " FROM contact_imports WHERE id = $1");
    LATEST = concat!(
        "SELECT ", columns!(), " FROM contact_imports WHERE network_id = $1 ORDER BY at DESC, id DESC LIMIT $2",
    );
    INSERT = concat!("INSERT INTO contact_imports (", columns!(), ") VALUES ($1, $2, $3, $4, $5, NULL)");
    UNDONE = "UPDATE contact_imports SET undone_at = $2 WHERE id = $1 AND undone_at IS NULL";
    ADDED = "
        SELECT contact_id, revision FROM contact_import_lines WHERE import_id = $1 AND before IS NULL
        ORDER BY contact_id";
    /// Those who were not changed since.
    SUPPLEMENTED = concat!(
        "SELECT ", contact_columns!(), ", line.before AS before FROM contact_import_lines AS line
         JOIN contacts ON contacts.id = line.contact_id AND contacts.revision = line.revision
         WHERE line.import_id = $1 AND line.before IS NOT NULL ORDER BY contacts.id",
    );
}

rows_statements! {
    /// Whoever was changed since, has registered, was invited or put on a list stays.
    DELETE_ADDED [Uuid, Integer] = "
        DELETE FROM contacts WHERE id IN (
            SELECT added.id FROM {rows} JOIN contacts AS added ON added.id = column1 AND added.revision = column2
            WHERE NOT EXISTS (SELECT 1 FROM registrations WHERE registrations.contact_id = added.id)
            AND NOT EXISTS (SELECT 1 FROM invitations WHERE invitations.contact_id = added.id)
            AND NOT EXISTS (SELECT 1 FROM distribution_list_contacts AS listed
                WHERE listed.contact_id = added.id))
        RETURNING id";
    INSERT_LINES [Uuid, Uuid, Integer, Text] = "
        INSERT INTO contact_import_lines (import_id, contact_id, revision, before)
        SELECT * FROM {rows}";
    SET_PARTICULARS [Uuid, Text, Text, Integer, Text, Integer, Integer, Integer] = "
        UPDATE contacts SET function = column2, notes = column3, opted_out_at = column4,
            search = column5, revision = column6, consent_version = column7,
            consent_at = column8
        FROM {rows} WHERE contacts.id = column1 AND contacts.revision = column6 - 1
        RETURNING contacts.id";
}

/// How many contacts one statement deletes. Each is looked up in every table that could name it, and a statement that takes
/// long counts as a database that does not answer.
const DELETED_AT_ONCE: usize = 500;

#[derive(FromRow)]
struct Row {
    id: Uuid,
    network_id: Uuid,
    at: i64,
    added: i64,
    supplemented: i64,
    undone_at: Option<i64>,
}

#[derive(FromRow)]
struct SupplementedRow {
    #[sqlx(flatten)]
    contact: ContactRow,
    before: String,
}

impl TryFrom<Row> for ContactImport {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let from = RowDecoder {
            table: "contact_imports",
            row: row.id,
        };
        Ok(Self {
            id: row.id.into(),
            network: row.network_id.into(),
            at: from.time("at", row.at)?,
            added: from.number("added", row.added)?,
            supplemented: from.number("supplemented", row.supplemented)?,
            undone_at: from.optional_time("undone_at", row.undone_at)?,
        })
    }
}

/// A contact that an import filled in, before and after.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SupplementedContact {
    pub before: ContactParticulars,
    pub after: Contact,
}

impl Reader {
    /// The import of this id.
    pub async fn contact_import(&mut self, id: ContactImportId) -> Result<Option<ContactImport>> {
        let row: Option<Row> = dispatch!(self, query_as(BY_ID), |query, c| query
            .bind(id.uuid())
            .fetch_optional(c))?;
        row.map(ContactImport::try_from).transpose()
    }

    /// The latest imports of a network.
    pub async fn latest_contact_imports(
        &mut self,
        network: NetworkId,
        limit: i64,
    ) -> Result<Listed<ContactImport>> {
        let rows: Vec<Row> = dispatch!(self, query_as(LATEST), |query, c| query
            .bind(network.uuid())
            .bind(limit)
            .fetch_all(c))?;
        Listed::from_rows(rows)
    }

    /// The contacts that an import filled in and that nobody has changed since.
    pub async fn supplemented_contacts(
        &mut self,
        import: ContactImportId,
    ) -> Result<Vec<SupplementedContact>> {
        let rows: Vec<SupplementedRow> = dispatch!(self, query_as(SUPPLEMENTED), |query, c| query
            .bind(import.uuid())
            .fetch_all(c))?;
        rows.into_iter()
            .map(|row| {
                let from = RowDecoder {
                    table: "contact_import_lines",
                    row: row.contact.id,
                };
                Ok(SupplementedContact {
                    before: from.json("before", &row.before)?,
                    after: row.contact.try_into()?,
                })
            })
            .collect()
    }
}

impl Tx {
    /// Notes an import with everybody whom it added or filled in.
    pub async fn insert_contact_import(
        &mut self,
        import: &ContactImport,
        added: &[Contact],
        supplemented: &[SupplementedContact],
    ) -> Result<()> {
        dispatch!(self, query(INSERT), |query, c| rows_affected(
            query
                .bind(import.id.uuid())
                .bind(import.network.uuid())
                .bind(micros(import.at))
                .bind(i64::from(import.added))
                .bind(i64::from(import.supplemented))
                .execute(c)
        ))?;
        let id = import.id.uuid();
        let mut rows = Vec::with_capacity(added.len() + supplemented.len());
        for contact in added {
            let none: Option<&str> = None;
            rows.push([
                id.into(),
                contact.id.uuid().into(),
                contact.revision.into(),
                none.into(),
            ]);
        }
        for SupplementedContact { before, after } in supplemented {
            let before = serde_json::to_string(before).map_err(StoreError::encode_error)?;
            rows.push([
                id.into(),
                after.id.uuid().into(),
                after.revision.into(),
                before.into(),
            ]);
        }
        self.write_rows::<(), _>(INSERT_LINES, &rows)
            .await
            .map(drop)
    }

    /// Notes that an import was undone. `false`: somebody else was first.
    #[must_use = "somebody else may have undone it"]
    pub async fn set_contact_import_undone(
        &mut self,
        import: ContactImportId,
        at: Timestamp,
    ) -> Result<bool> {
        let saved = dispatch!(self, query(UNDONE), |query, c| rows_affected(
            query.bind(import.uuid()).bind(micros(at)).execute(c)
        ))?;
        Ok(saved == 1)
    }

    /// Deletes the contacts that an import added, except whoever was changed, has registered, was invited or put on a list since. Returns how
    /// many.
    pub async fn delete_imported_contacts(&mut self, import: ContactImportId) -> Result<usize> {
        let added: Vec<(Uuid, i64)> = dispatch!(self, query_as(ADDED), |query, c| query
            .bind(import.uuid())
            .fetch_all(c))?;
        let mut deleted = 0;
        for slice in added.chunks(DELETED_AT_ONCE) {
            let rows: Vec<_> = slice
                .iter()
                .map(|(id, revision)| [(*id).into(), (*revision).into()])
                .collect();
            deleted += self
                .write_rows::<(Uuid,), _>(DELETE_ADDED, &rows)
                .await?
                .len();
        }
        Ok(deleted)
    }

    /// Saves the particulars of contacts whose stored revision is the one before. Returns how many were saved: if it
    /// is not all, somebody else has changed one in between, and the transaction is to be given up.
    #[must_use = "somebody else may have changed one in between"]
    pub async fn set_particulars(&mut self, contacts: &[Contact]) -> Result<usize> {
        let rows: Vec<_> = contacts
            .iter()
            .map(|contact| {
                [
                    contact.id.uuid().into(),
                    contact.function.as_ref().map(Line::as_str).into(),
                    contact.notes.as_str().into(),
                    contact.opted_out_at.map(micros).into(),
                    keys_of(contact).search.into(),
                    contact.revision.into(),
                    contact
                        .consent
                        .map(|(version, _)| i64::from(version))
                        .into(),
                    contact.consent.map(|(_, at)| micros(at)).into(),
                ]
            })
            .collect();
        let saved: Vec<(Uuid,)> = self.write_rows(SET_PARTICULARS, &rows).await?;
        self.replace_tags(contacts).await?;
        Ok(saved.len())
    }
}
