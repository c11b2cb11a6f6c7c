//! Lists of contacts.

use std::collections::HashMap;

use model::{Contact, ContactGroup, DistributionListId, NetworkId, OrganisationId, Tag, name_key};
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

/// Whether a contact belongs to a group.
macro_rules! in_group {
    ($group:literal) => {
        concat!(
            "((",
            $group,
            " = 'without organisation' AND contacts.organisation_name IS NULL)
             OR (",
            $group,
            " = 'without tag' AND NOT EXISTS (SELECT 1 FROM contact_tags
                WHERE contact_tags.contact_id = contacts.id))
             OR (",
            $group,
            " = 'opted out' AND contacts.opted_out_at IS NOT NULL)
             OR (",
            $group,
            " = 'only registered' AND contacts.source = 'registration'
                AND contacts.consent_version IS NULL))"
        )
    };
}

/// The filter of a list: parameters 1 to 11. A rule list asks of a contact what its columns say.
macro_rules! from_filtered {
    () => {
        concat!(" FROM contacts LEFT JOIN organisations AS partner ON partner.id = contacts.organisation_id \
         WHERE contacts.network_id = $1 \
         AND (CAST($2 AS UUID) IS NULL OR contacts.organisation_id = $2) \
         AND (CAST($3 AS TEXT) IS NULL OR partner.region = $3) \
         AND (CAST($4 AS TEXT) IS NULL OR partner.field = $4) \
         AND (CAST($5 AS TEXT) IS NULL OR EXISTS (SELECT 1 FROM contact_tags \
            WHERE contact_tags.contact_id = contacts.id AND contact_tags.tag_key = $5)) \
         AND (CAST($6 AS TEXT) IS NULL \
            OR ", in_group!("$6"), ") \
         AND (CAST($11 AS UUID) IS NULL \
            OR EXISTS (SELECT 1 FROM distribution_list_contacts AS listed \
                WHERE listed.list_id = $11 AND listed.contact_id = contacts.id) \
            OR EXISTS (SELECT 1 FROM distribution_lists AS list \
                WHERE list.id = $11 AND list.network_id = $1 AND list.kind = 'rule' \
                AND (list.organisation_id IS NULL OR contacts.organisation_id = list.organisation_id) \
                AND (list.region IS NULL OR partner.region = list.region) \
                AND (list.field IS NULL OR partner.field = list.field) \
                AND (list.tag_key IS NULL OR EXISTS (SELECT 1 FROM contact_tags \
                    WHERE contact_tags.contact_id = contacts.id \
                    AND contact_tags.tag_key = list.tag_key)) \
                AND (list.contact_group IS NULL OR ", in_group!("list.contact_group"), "))) \
         AND ($7 = '%' OR contacts.search LIKE $7 ESCAPE '\\') \
         AND ($8 = '%' OR contacts.search LIKE $8 ESCAPE '\\') \
         AND ($9 = '%' OR contacts.search LIKE $9 ESCAPE '\\') \
         AND ($10 = '%' OR contacts.search LIKE $10 ESCAPE '\\') ")
    };
}

statements! {
    COUNT = concat!("SELECT COUNT(*)", from_filtered!());
    /// The columns are read of the page alone, not of the rows before it.
    BY_NAME = concat!(
        "SELECT ", contact_columns!(), " FROM contacts WHERE contacts.id IN (SELECT contacts.id",
        from_filtered!(),
        "ORDER BY contacts.sort_key, contacts.id LIMIT $12 OFFSET $13)
         ORDER BY contacts.sort_key, contacts.id",
    );
    DUPLICATES = concat!(
        "SELECT ", contact_columns!(), " FROM contacts
         WHERE network_id = $1 AND EXISTS (
            SELECT 1 FROM contacts AS other
            WHERE other.network_id = $1 AND other.sort_key = contacts.sort_key
            AND other.organisation_key = contacts.organisation_key AND other.id <> contacts.id)
         ORDER BY sort_key, organisation_key, id LIMIT $2",
    );
    BY_ORGANISATION = "
        SELECT organisation_id, COUNT(*) FROM contacts
        WHERE network_id = $1 AND organisation_id IS NOT NULL GROUP BY organisation_id";
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
    /// Who is on a distribution list.
    pub list: Option<DistributionListId>,
    /// Words that names, address, function or organisation contain, regardless of case and accents. All must be
    /// found.
    pub search: String,
}

/// A filter as its statement takes it.
struct FilterValues<'f> {
    organisation: Option<Uuid>,
    region: Option<&'f str>,
    field: Option<&'f str>,
    tag_key: Option<String>,
    group: Option<&'static str>,
    patterns: [String; 4],
    list: Option<Uuid>,
}

impl<'f> FilterValues<'f> {
    fn of(filter: &'f ContactFilter) -> Self {
        Self {
            organisation: filter.organisation.map(OrganisationId::uuid),
            region: filter.region.as_deref(),
            field: filter.field.as_deref(),
            tag_key: filter.tag.as_deref().map(name_key),
            group: filter.group.map(ContactGroup::as_str),
            patterns: like_patterns(&filter.search),
            list: filter.list.map(DistributionListId::uuid),
        }
    }
}

/// Binds the parameters 1 to 11.
macro_rules! bind_filter {
    ($query:expr, $network:expr, $values:expr) => {
        $query
            .bind($network.uuid())
            .bind($values.organisation)
            .bind($values.region)
            .bind($values.field)
            .bind($values.tag_key.as_deref())
            .bind($values.group)
            .bind($values.patterns[0].as_str())
            .bind($values.patterns[1].as_str())
            .bind($values.patterns[2].as_str())
            .bind($values.patterns[3].as_str())
            .bind($values.list)
    };
}

#[derive(FromRow)]
struct TagRow {
    tag_key: String,
    tag: String,
}

impl Reader {
    /// The number of contacts that a filter finds.
    pub async fn count_contacts(
        &mut self,
        network: NetworkId,
        filter: &ContactFilter,
    ) -> Result<i64> {
        let values = FilterValues::of(filter);
        dispatch!(self, query_scalar(COUNT), |query, c| bind_filter!(
            query, network, values
        )
        .fetch_one(c))
    }

    /// The number of contacts of each organisation that has any.
    pub async fn count_contacts_by_organisation(
        &mut self,
        network: NetworkId,
    ) -> Result<HashMap<OrganisationId, i64>> {
        let rows: Vec<(Uuid, i64)> = dispatch!(self, query_as(BY_ORGANISATION), |query, c| query
            .bind(network.uuid())
            .fetch_all(c))?;
        Ok(rows
            .into_iter()
            .map(|(id, people)| (id.into(), people))
            .collect())
    }

    /// A page of a filtered list, by name.
    pub async fn find_contacts(
        &mut self,
        network: NetworkId,
        filter: &ContactFilter,
        paging: Paging,
    ) -> Result<Paginated<Contact>> {
        let total = self.count_contacts(network, filter).await?;
        let values = FilterValues::of(filter);
        let rows: Vec<Row> = dispatch!(self, query_as(BY_NAME), |query, c| bind_filter!(
            query, network, values
        )
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
