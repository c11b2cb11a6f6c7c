//! Lists of contacts.

use model::{Contact, ContactGroup, NetworkId, OrganisationId, Tag, name_key};
use sqlx_macros::FromRow;
use uuid::Uuid;

use super::{Row, contact_columns};
use crate::{
    Reader,
    error::Result,
    listed::Listed,
    paging::{Paginated, Paging},
    row_decoder::RowDecoder,
    search_pattern::like_patterns,
};

/// The filter of a list: parameters 1 to 10.
macro_rules! from_filtered {
    () => {
        " FROM contacts LEFT JOIN organisations AS partner ON partner.id = contacts.organisation_id \
         WHERE contacts.network_id = $1 \
         AND (CAST($2 AS UUID) IS NULL OR contacts.organisation_id = $2) \
         AND (CAST($3 AS TEXT) IS NULL OR partner.region = $3) \
         AND (CAST($4 AS TEXT) IS NULL OR partner.field = $4) \
         AND (CAST($5 AS TEXT) IS NULL OR EXISTS (SELECT 1 FROM contact_tags \
            WHERE contact_tags.contact_id = contacts.id AND contact_tags.tag_key = $5)) \
         AND (CAST($6 AS TEXT) IS NULL \
            OR ($6 = 'without organisation' AND contacts.organisation_name IS NULL) \
            OR ($6 = 'without tag' AND NOT EXISTS (SELECT 1 FROM contact_tags \
                WHERE contact_tags.contact_id = contacts.id)) \
            OR ($6 = 'opted out' AND contacts.opted_out_at IS NOT NULL) \
            OR ($6 = 'only registered' AND contacts.source = 'registration' \
                AND contacts.consent_version IS NULL)) \
         AND contacts.search LIKE $7 ESCAPE '\\' AND contacts.search LIKE $8 ESCAPE '\\' \
         AND contacts.search LIKE $9 ESCAPE '\\' AND contacts.search LIKE $10 ESCAPE '\\' "
    };
}

statements! {
    COUNT = concat!("SELECT COUNT(*)", from_filtered!());
    BY_NAME = concat!(
        "SELECT ", contact_columns!(), from_filtered!(),
        "ORDER BY contacts.sort_key, contacts.id LIMIT $11 OFFSET $12",
    );
    DUPLICATES = concat!(
        "SELECT ", contact_columns!(), " FROM contacts
         WHERE network_id = $1 AND EXISTS (
            SELECT 1 FROM contacts AS other
            WHERE other.network_id = $1 AND other.sort_key = contacts.sort_key
            AND other.organisation_key = contacts.organisation_key AND other.id <> contacts.id)
         ORDER BY sort_key, organisation_key, id LIMIT $2",
    );
    TAGS = "
        SELECT tag_key, MIN(tag) AS tag FROM contact_tags
        JOIN contacts ON contacts.id = contact_tags.contact_id
        WHERE contacts.network_id = $1 GROUP BY tag_key ORDER BY tag_key";
}

/// Selects contacts. The default selects all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ContactFilter {
    pub organisation: Option<OrganisationId>,
    /// The region of the organisation.
    pub region: Option<String>,
    /// The field of action of the organisation.
    pub field: Option<String>,
    pub tag: Option<String>,
    pub group: Option<ContactGroup>,
    /// Words that names, address, function or organisation contain, regardless of case and accents. All must be
    /// found.
    pub search: String,
}

#[derive(FromRow)]
struct TagRow {
    tag_key: String,
    tag: String,
}

impl Reader {
    /// A page of a filtered list, by name.
    pub async fn find_contacts(
        &mut self,
        network: NetworkId,
        filter: &ContactFilter,
        paging: Paging,
    ) -> Result<Paginated<Contact>> {
        let organisation: Option<Uuid> = filter.organisation.map(OrganisationId::uuid);
        let tag_key = filter.tag.as_deref().map(name_key);
        let group = filter.group.map(ContactGroup::as_str);
        let [first, second, third, fourth] = like_patterns(&filter.search);
        let total: i64 = dispatch!(self, query_scalar(COUNT), |query, c| query
            .bind(network.uuid())
            .bind(organisation)
            .bind(filter.region.as_deref())
            .bind(filter.field.as_deref())
            .bind(tag_key.as_deref())
            .bind(group)
            .bind(&first)
            .bind(&second)
            .bind(&third)
            .bind(&fourth)
            .fetch_one(c))?;
        let rows: Vec<Row> = dispatch!(self, query_as(BY_NAME), |query, c| query
            .bind(network.uuid())
            .bind(organisation)
            .bind(filter.region.as_deref())
            .bind(filter.field.as_deref())
            .bind(tag_key.as_deref())
            .bind(group)
            .bind(&first)
            .bind(&second)
            .bind(&third)
            .bind(&fourth)
            .bind(paging.limit)
            .bind(paging.offset)
            .fetch_all(c))?;
        Ok(Paginated::new(Listed::from_rows(rows)?, total))
    }

    /// Contacts of which there are several with the same name in the same organisation, by name.
    pub async fn duplicate_contacts(
        &mut self,
        network: NetworkId,
        limit: i64,
    ) -> Result<Listed<Contact>> {
        let rows: Vec<Row> = dispatch!(self, query_as(DUPLICATES), |query, c| query
            .bind(network.uuid())
            .bind(limit)
            .fetch_all(c))?;
        Listed::from_rows(rows)
    }

    /// The tags of a network's contacts, sorted.
    pub async fn contact_tags(&mut self, network: NetworkId) -> Result<Vec<Tag>> {
        let rows: Vec<TagRow> = dispatch!(self, query_as(TAGS), |query, c| query
            .bind(network.uuid())
            .fetch_all(c))?;
        rows.into_iter()
            .map(|row| {
                let from = RowDecoder {
                    table: "contact_tags",
                    row: row.tag_key,
                };
                from.parsed("tag", &row.tag)
            })
            .collect()
    }
}
