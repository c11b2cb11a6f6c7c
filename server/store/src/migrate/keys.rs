//! Columns that the program computes from others: keys for searching, sorting and comparing.
//!
//! A rule that changes leaves old rows with old keys. [`Store::migrate`] therefore computes all keys again
//! when [`VERSION`] is newer than the version in the table `data_versions`.

use model::{EmailAddress, Line, name_key, search_key};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{
    Store, Tx,
    connection::rows_affected,
    contacts::contact_keys,
    error::{Result, StoreError},
    person_row::PersonRow,
    row_decoder::RowDecoder,
};

/// The version of the rules. Raise it with every change of [`name_key`], [`search_key`], `SearchKeys` or
/// [`EmailAddress::lower`].
const VERSION: i64 = 2;

/// The number of rows that are read at once.
const BATCH: i64 = 500;

// An update skips a key that another row has already: under the old rules they were different people, and
// both rows are kept. It also skips a row whose key is the same as before: SQLite would write the whole row
// again, with the message of a mail.
statements! {
    /// Locks the row, so that one of several migrators does the work.
    ADVANCE = "UPDATE data_versions SET version = $1 WHERE name = 'keys' AND version < $1";
    ORGANISATIONS = "
        SELECT id, short_name AS text FROM organisations WHERE id > $1 ORDER BY id LIMIT $2";
    SET_ORGANISATION = "UPDATE organisations SET sort_key = $2 WHERE id = $1 AND sort_key <> $2";
    SET_ORGANISATION_NAME = "
        UPDATE organisations SET short_name_lower = $2
        WHERE id = $1 AND short_name_lower <> $2 AND NOT EXISTS (
            SELECT 1 FROM organisations AS other
            WHERE other.network_id = organisations.network_id AND other.short_name_lower = $2)";
    MEMBERS = "SELECT id, address AS text FROM members WHERE id > $1 ORDER BY id LIMIT $2";
    SET_MEMBER = "
        UPDATE members SET address_lower = $2 WHERE id = $1 AND address_lower <> $2 AND NOT EXISTS (
            SELECT 1 FROM members AS other
            WHERE other.network_id = members.network_id AND other.address_lower = $2)";
    OUTBOX = "SELECT id, recipient AS text FROM outbox WHERE id > $1 ORDER BY id LIMIT $2";
    SET_OUTBOX = "
        UPDATE outbox SET recipient_lower = $2 WHERE id = $1 AND recipient_lower <> $2 AND NOT EXISTS (
            SELECT 1 FROM outbox AS other
            WHERE other.calendar_uid = outbox.calendar_uid AND other.recipient_lower = $2
            AND other.sequence = outbox.sequence AND other.method = outbox.method
            AND other.kind NOT IN ('way published', 'workshop entered', 'workshop removed'))";
    REGISTRATIONS = "
        SELECT id, given_name, family_name, address, organisation_id, language, NULL AS function, COALESCE(
            (SELECT short_name FROM organisations WHERE organisations.id = organisation_id),
            organisation_name) AS organisation_name
        FROM registrations WHERE id > $1 ORDER BY id LIMIT $2";
    SET_REGISTRATION = "
        UPDATE registrations SET search = $2, sort_key = $3, organisation_key = $4,
            organisation_name = $5
        WHERE id = $1 AND (search <> $2 OR sort_key <> $3 OR organisation_key <> $4
            OR organisation_name IS DISTINCT FROM $5)";
    SET_REGISTRATION_ADDRESS = "
        UPDATE registrations SET address_lower = $2 WHERE id = $1 AND address_lower <> $2 AND NOT EXISTS (
            SELECT 1 FROM registrations AS other
            WHERE other.event_id = registrations.event_id AND other.address_lower = $2)";
    CONTACTS = "
        SELECT id, given_name, family_name, address, organisation_id, language, function, COALESCE(
            (SELECT short_name FROM organisations WHERE organisations.id = organisation_id),
            organisation_name) AS organisation_name
        FROM contacts WHERE id > $1 ORDER BY id LIMIT $2";
    SET_CONTACT = "
        UPDATE contacts SET search = $2, sort_key = $3, organisation_key = $4, organisation_name = $5
        WHERE id = $1 AND (search <> $2 OR sort_key <> $3 OR organisation_key <> $4
            OR organisation_name IS DISTINCT FROM $5)";
    SET_CONTACT_ADDRESS = "
        UPDATE contacts SET address_lower = $2 WHERE id = $1 AND address_lower <> $2 AND NOT EXISTS (
            SELECT 1 FROM contacts AS other
            WHERE other.network_id = contacts.network_id AND other.address_lower = $2)";
    TAGS = "SELECT contact_id, tag_key, tag FROM contact_tags";
    SET_TAG = "
        UPDATE contact_tags SET tag_key = $3 WHERE contact_id = $1 AND tag_key = $2 AND NOT EXISTS (
            SELECT 1 FROM contact_tags AS other
            WHERE other.contact_id = contact_tags.contact_id AND other.tag_key = $3)";
    LOGIN_SESSIONS = "SELECT DISTINCT address_lower FROM login_sessions";
    SET_LOGIN_SESSION = "UPDATE login_sessions SET address_lower = $2 WHERE address_lower = $1";
    SIGN_IN_LINKS = "SELECT DISTINCT address_lower FROM sign_in_links";
    SET_SIGN_IN_LINK = "UPDATE sign_in_links SET address_lower = $2 WHERE address_lower = $1";
}

#[derive(FromRow)]
struct TextRow {
    id: Uuid,
    text: String,
}

#[derive(FromRow)]
struct TagRow {
    contact_id: Uuid,
    tag_key: String,
    tag: String,
}

#[derive(FromRow)]
struct PeopleRow {
    id: Uuid,
    #[sqlx(flatten)]
    person: PersonRow,
    /// Of a contact.
    function: Option<String>,
}

/// How the rows of people in one table are read and written.
#[derive(Debug, Clone, Copy)]
struct PeopleTable {
    name: &'static str,
    select: &'static str,
    set_keys: &'static str,
    set_address: &'static str,
}

const PEOPLE: [PeopleTable; 2] = [
    PeopleTable {
        name: "registrations",
        select: REGISTRATIONS,
        set_keys: SET_REGISTRATION,
        set_address: SET_REGISTRATION_ADDRESS,
    },
    PeopleTable {
        name: "contacts",
        select: CONTACTS,
        set_keys: SET_CONTACT,
        set_address: SET_CONTACT_ADDRESS,
    },
];

impl Store {
    /// Computes the keys of all rows again, if the rules have changed since the last time.
    pub(super) async fn refresh_keys(&self) -> Result<()> {
        let mut tx = self.begin().await?;
        let advanced = dispatch!(tx, query(ADVANCE), |query, c| rows_affected(
            query.bind(VERSION).execute(c)
        ))?;
        if advanced == 0 {
            return Ok(());
        }
        tx.refresh_organisations().await?;
        tx.refresh_addresses(("members", "address"), MEMBERS, SET_MEMBER)
            .await?;
        tx.refresh_addresses(("outbox", "recipient"), OUTBOX, SET_OUTBOX)
            .await?;
        for table in PEOPLE {
            tx.refresh_people(table).await?;
        }
        tx.refresh_tags().await?;
        tx.refresh_lower(LOGIN_SESSIONS, SET_LOGIN_SESSION).await?;
        tx.refresh_lower(SIGN_IN_LINKS, SET_SIGN_IN_LINK).await?;
        tx.commit().await
    }
}

/// A row that can be decoded. Any other keeps its keys, and does not keep the program from starting.
fn readable<T>(row: Result<T>) -> Result<Option<T>> {
    match row {
        Ok(row) => Ok(Some(row)),
        Err(error @ StoreError::Inconsistent { .. }) => {
            tracing::error!(%error, "a row that cannot be read keeps its keys");
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

impl Tx {
    async fn batch_after(&mut self, select: &'static str, id: Uuid) -> Result<Vec<TextRow>> {
        dispatch!(self, query_as(select), |query, c| query
            .bind(id)
            .bind(BATCH)
            .fetch_all(c))
    }

    async fn set_key(&mut self, update: &'static str, id: Uuid, key: String) -> Result<()> {
        dispatch!(self, query(update), |query, c| rows_affected(
            query.bind(id).bind(key).execute(c)
        ))
        .map(drop)
    }

    async fn refresh_organisations(&mut self) -> Result<()> {
        let mut last = Uuid::nil();
        loop {
            let rows = self.batch_after(ORGANISATIONS, last).await?;
            for row in &rows {
                self.set_key(SET_ORGANISATION, row.id, search_key(&row.text))
                    .await?;
                self.set_key(SET_ORGANISATION_NAME, row.id, name_key(&row.text))
                    .await?;
            }
            match rows.last() {
                Some(row) => last = row.id,
                None => return Ok(()),
            }
        }
    }

    async fn refresh_addresses(
        &mut self,
        (table, column): (&'static str, &'static str),
        select: &'static str,
        update: &'static str,
    ) -> Result<()> {
        let mut last = Uuid::nil();
        loop {
            let rows = self.batch_after(select, last).await?;
            for row in &rows {
                let from = RowDecoder { table, row: row.id };
                if let Some(address) = readable::<EmailAddress>(from.parsed(column, &row.text))? {
                    self.set_key(update, row.id, address.lower()).await?;
                }
            }
            match rows.last() {
                Some(row) => last = row.id,
                None => return Ok(()),
            }
        }
    }

    async fn refresh_people(&mut self, table: PeopleTable) -> Result<()> {
        let mut last = Uuid::nil();
        loop {
            let rows: Vec<PeopleRow> = dispatch!(self, query_as(table.select), |query, c| query
                .bind(last)
                .bind(BATCH)
                .fetch_all(c))?;
            if rows.is_empty() {
                return Ok(());
            }
            for row in rows {
                last = row.id;
                let from = RowDecoder {
                    table: table.name,
                    row: row.id,
                };
                let Some(person) = readable(row.person.person(&from))? else {
                    continue;
                };
                let keys = contact_keys(&person, row.function.as_deref());
                dispatch!(self, query(table.set_keys), |query, c| rows_affected(
                    query
                        .bind(last)
                        .bind(keys.search)
                        .bind(keys.sort_key)
                        .bind(keys.organisation_key)
                        .bind(person.organisation_name.as_ref().map(Line::as_str))
                        .execute(c)
                ))?;
                self.set_key(table.set_address, last, person.address.lower())
                    .await?;
            }
        }
    }

    async fn refresh_tags(&mut self) -> Result<()> {
        let rows: Vec<TagRow> = dispatch!(self, query_as(TAGS), |query, c| query.fetch_all(c))?;
        for row in rows {
            let key = name_key(&row.tag);
            if key != row.tag_key {
                dispatch!(self, query(SET_TAG), |query, c| rows_affected(
                    query
                        .bind(row.contact_id)
                        .bind(row.tag_key)
                        .bind(key)
                        .execute(c)
                ))?;
            }
        }
        Ok(())
    }

    /// Refreshes a column that holds only the comparison form of an address.
    async fn refresh_lower(&mut self, select: &'static str, update: &'static str) -> Result<()> {
        let addresses: Vec<String> =
            dispatch!(self, query_scalar(select), |query, c| query.fetch_all(c))?;
        for before in addresses {
            let Ok(address) = EmailAddress::parse(&before) else {
                continue;
            };
            dispatch!(self, query(update), |query, c| rows_affected(
                query.bind(before).bind(address.lower()).execute(c)
            ))?;
        }
        Ok(())
    }
}
