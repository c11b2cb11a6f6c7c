//! Contacts: a network's address book. `lists` has lists of them, `of_registrations` those that registrations
//! belong to, `of_organisations` those who name one, `imports` those of a table.

pub(crate) mod imports;
pub(crate) mod lists;
pub(crate) mod of_organisations;
pub(crate) mod of_registrations;

use std::collections::HashMap;

use model::{Contact, ContactId, Line, NetworkId, OrganisationId, Person, name_key, search_key};
use sqlx::AssertSqlSafe;
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{
    Reader, Tx,
    connection::rows_affected,
    error::{Result, StoreError},
    person_row::PersonRow,
    registrations::SearchKeys,
    row_decoder::RowDecoder,
    rows::Value,
    statements::{padded_lists, repeat_row},
    time::micros,
};

/// Everything that a member enters, with the keys made of it: parameters 2 to 17.
macro_rules! detail_columns {
    () => {
        "given_name, family_name, address, address_lower, organisation_id, organisation_name, \
         language, function, notes, confirmed_at, consent_version, consent_at, opted_out_at, \
         search, sort_key, organisation_key"
    };
}

macro_rules! detail_values {
    () => {
        "$2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17"
    };
}

macro_rules! contact_columns {
    () => {
        "contacts.id, contacts.network_id, contacts.given_name, contacts.family_name, \
         contacts.address, contacts.organisation_id, contacts.organisation_name, \
         contacts.language, contacts.function, contacts.notes, contacts.source, \
         contacts.created_at, contacts.confirmed_at, contacts.consent_version, \
         contacts.consent_at, contacts.opted_out_at, contacts.revision, \
         (SELECT STRING_AGG(tag, ',' ORDER BY tag_key) FROM contact_tags \
         WHERE contact_tags.contact_id = contacts.id) AS tags"
    };
}
pub(crate) use contact_columns;

statements! {
    BY_ID = concat!("SELECT ", contact_columns!(), " FROM contacts WHERE id = $1");
    BY_ADDRESS = concat!(
        "SELECT ", contact_columns!(), " FROM contacts WHERE network_id = $1 AND address_lower = $2",
    );
    BY_IDS = concat!("SELECT ", contact_columns!(), " FROM contacts WHERE id IN ($1)");
    NAMES = "SELECT id, given_name, family_name FROM contacts WHERE id IN ($1)";
    UPDATE = concat!(
        "UPDATE contacts SET (", detail_columns!(), ") = (", detail_values!(), "), revision = $18
         WHERE id = $1 AND revision = $19",
    );
    DELETE = "DELETE FROM contacts WHERE id = $1";
}

rows_statements! {
    INSERT [
        Uuid, Text, Text, Text, Text, Uuid, Text, Text, Text, Text, Integer, Integer, Integer,
        Integer, Text, Text, Text, Integer, Uuid, Text, Integer
    ] = concat!(
        "INSERT INTO contacts (id, ", detail_columns!(), ", revision, network_id, source, created_at)
         SELECT * FROM {rows}",
    );
    DELETE_TAGS [Uuid] = "DELETE FROM contact_tags WHERE contact_id IN (SELECT column1 FROM {rows})";
    INSERT_TAGS [Uuid, Text, Text] = "
        INSERT INTO contact_tags (contact_id, tag_key, tag) SELECT * FROM {rows}";
}

#[derive(FromRow)]
pub(crate) struct Row {
    id: Uuid,
    network_id: Uuid,
    #[sqlx(flatten)]
    person: PersonRow,
    function: Option<String>,
    notes: String,
    source: String,
    created_at: i64,
    confirmed_at: Option<i64>,
    consent_version: Option<i64>,
    consent_at: Option<i64>,
    opted_out_at: Option<i64>,
    revision: i64,
    tags: Option<String>,
}

#[derive(FromRow)]
struct NameRow {
    id: Uuid,
    given_name: String,
    family_name: String,
}

impl TryFrom<Row> for Contact {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self> {
        let from = RowDecoder {
            table: "contacts",
            row: row.id,
        };
        let consent = from.optional_number("consent_version", row.consent_version)?;
        Ok(Self {
            id: row.id.into(),
            network: row.network_id.into(),
            person: row.person.person(&from)?,
            function: from.optional("function", row.function.as_deref())?,
            notes: from.parsed("notes", &row.notes)?,
            tags: from.parsed("tags", row.tags.as_deref().unwrap_or_default())?,
            source: from.word("source", &row.source)?,
            created_at: from.time("created_at", row.created_at)?,
            confirmed_at: from.optional_time("confirmed_at", row.confirmed_at)?,
            consent: consent.zip(from.optional_time("consent_at", row.consent_at)?),
            opted_out_at: from.optional_time("opted_out_at", row.opted_out_at)?,
            revision: row.revision,
        })
    }
}

/// The keys of a contact: those of a registration, with what the person does in front.
pub(crate) fn contact_keys(person: &Person, function: Option<&str>) -> SearchKeys {
    let keys = SearchKeys::of(person);
    match function {
        Some(function) => SearchKeys {
            search: format!("{} {}", search_key(function), keys.search),
            ..keys
        },
        None => keys,
    }
}

/// Binds the parameters 1 to 18: id, details with their keys, and revision.
macro_rules! bind_details {
    ($query:expr, $contact:expr, $keys:expr) => {
        $query
            .bind($contact.id.uuid())
            .bind($contact.person.given_name.as_str())
            .bind($contact.person.family_name.as_str())
            .bind($contact.person.address.as_str())
            .bind($contact.person.address.lower())
            .bind($contact.person.organisation.map(|id| id.uuid()))
            .bind(
                $contact
                    .person
                    .organisation_name
                    .as_ref()
                    .map(|name| name.as_str()),
            )
            .bind($contact.person.language.as_str())
            .bind($contact.function.as_ref().map(|line| line.as_str()))
            .bind($contact.notes.as_str())
            .bind($contact.confirmed_at.map(micros))
            .bind($contact.consent.map(|(version, _)| i64::from(version)))
            .bind($contact.consent.map(|(_, at)| micros(at)))
            .bind($contact.opted_out_at.map(micros))
            .bind($keys.search)
            .bind($keys.sort_key)
            .bind($keys.organisation_key)
            .bind($contact.revision)
    };
}

impl Reader {
    /// The contact of this id.
    pub async fn contact(&mut self, id: ContactId) -> Result<Option<Contact>> {
        let row: Option<Row> = dispatch!(self, query_as(BY_ID), |query, c| query
            .bind(id.uuid())
            .fetch_optional(c))?;
        row.map(Contact::try_from).transpose()
    }

    /// The contacts of these ids, of those that there are.
    pub async fn contacts(&mut self, ids: &[ContactId]) -> Result<HashMap<ContactId, Contact>> {
        let mut contacts = HashMap::new();
        for ids in padded_lists(ids) {
            let sql = BY_IDS.replace("$1", &repeat_row("$1", 1, ids.len()));
            let rows: Vec<Row> = dispatch!(self, query_as(AssertSqlSafe(sql)), |query, c| {
                let query = ids.iter().fold(query, |query, id| query.bind(id.uuid()));
                query.fetch_all(c)
            })?;
            for row in rows {
                let contact = Contact::try_from(row)?;
                contacts.insert(contact.id, contact);
            }
        }
        Ok(contacts)
    }

    /// The names of contacts, of those that there are.
    pub async fn contact_names(&mut self, ids: &[ContactId]) -> Result<HashMap<ContactId, String>> {
        let mut names = HashMap::new();
        for ids in padded_lists(ids) {
            let sql = NAMES.replace("$1", &repeat_row("$1", 1, ids.len()));
            let rows: Vec<NameRow> = dispatch!(self, query_as(AssertSqlSafe(sql)), |query, c| {
                let query = ids.iter().fold(query, |query, id| query.bind(id.uuid()));
                query.fetch_all(c)
            })?;
            names.extend(rows.into_iter().map(|row| {
                let name = format!("{} {}", row.given_name, row.family_name);
                (row.id.into(), name)
            }));
        }
        Ok(names)
    }

    /// The contact of an address, which is given in its comparison form.
    pub async fn contact_by_address(
        &mut self,
        network: NetworkId,
        address_lower: &str,
    ) -> Result<Option<Contact>> {
        let row: Option<Row> = dispatch!(self, query_as(BY_ADDRESS), |query, c| query
            .bind(network.uuid())
            .bind(address_lower)
            .fetch_optional(c))?;
        row.map(Contact::try_from).transpose()
    }
}

impl Tx {
    /// Adds contacts. [`StoreError::Duplicate`] `contacts_network_id_address_lower_key` if the network has one
    /// of a mailbox.
    pub async fn insert_contacts(&mut self, contacts: &[Contact]) -> Result<()> {
        let rows: Vec<_> = contacts.iter().map(inserted_row).collect();
        self.write_rows::<(), _>(INSERT, &rows).await?;
        self.insert_tags(contacts).await
    }

    /// Saves a contact if the stored revision is `made_from`. Returns `false` and saves nothing if somebody else
    /// saved in between. The error is that of [`Self::insert_contacts`].
    #[must_use = "somebody else may have saved in between"]
    pub async fn update_contact(&mut self, contact: &Contact, made_from: i64) -> Result<bool> {
        let keys = keys_of(contact);
        let saved = dispatch!(self, query(UPDATE), |query, c| rows_affected(
            bind_details!(query, contact, keys)
                .bind(made_from)
                .execute(c)
        ))?;
        if saved == 0 {
            return Ok(false);
        }
        self.replace_tags(std::slice::from_ref(contact)).await?;
        Ok(true)
    }

    /// Deletes a contact. Its registrations stay, and belong to none.
    pub async fn delete_contact(&mut self, id: ContactId) -> Result<()> {
        dispatch!(self, query(DELETE), |query, c| rows_affected(
            query.bind(id.uuid()).execute(c)
        ))
        .map(drop)
    }

    async fn replace_tags(&mut self, contacts: &[Contact]) -> Result<()> {
        let ids: Vec<_> = contacts.iter().map(|one| [one.id.uuid().into()]).collect();
        self.write_rows::<(), _>(DELETE_TAGS, &ids).await?;
        self.insert_tags(contacts).await
    }

    async fn insert_tags(&mut self, contacts: &[Contact]) -> Result<()> {
        let tags = contacts
            .iter()
            .flat_map(|contact| contact.tags.iter().map(|tag| (contact.id, tag)));
        let rows: Vec<_> = tags
            .map(|(id, tag)| {
                let key = name_key(tag.as_str());
                [id.uuid().into(), key.into(), tag.as_str().into()]
            })
            .collect();
        self.write_rows::<(), _>(INSERT_TAGS, &rows).await.map(drop)
    }
}

fn inserted_row(contact: &Contact) -> [Value<'_>; 21] {
    let person = &contact.person;
    let keys = keys_of(contact);
    let organisation_name = person.organisation_name.as_ref().map(Line::as_str);
    [
        contact.id.uuid().into(),
        person.given_name.as_str().into(),
        person.family_name.as_str().into(),
        person.address.as_str().into(),
        person.address.lower().into(),
        person.organisation.map(OrganisationId::uuid).into(),
        organisation_name.into(),
        person.language.as_str().into(),
        contact.function.as_ref().map(Line::as_str).into(),
        contact.notes.as_str().into(),
        contact.confirmed_at.map(micros).into(),
        contact
            .consent
            .map(|(version, _)| i64::from(version))
            .into(),
        contact.consent.map(|(_, at)| micros(at)).into(),
        contact.opted_out_at.map(micros).into(),
        keys.search.into(),
        keys.sort_key.into(),
        keys.organisation_key.into(),
        contact.revision.into(),
        contact.network.uuid().into(),
        contact.source.as_str().into(),
        micros(contact.created_at).into(),
    ]
}

fn keys_of(contact: &Contact) -> SearchKeys {
    let function = contact.function.as_ref().map(Line::as_str);
    contact_keys(&contact.person, function)
}
