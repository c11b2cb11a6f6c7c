//! Contacts who name an organisation that they do not belong to.

use super::{Row, contact_columns};
use crate::{Reader, error::Result, listed::Listed, row_decoder::RowDecoder};
use model::{Contact, NetworkId, Organisation, name_key, search_key};

statements! {
    /// Spellings of one name are one name.
    NAMES = "
        SELECT MIN(organisation_name), COUNT(*) FROM contacts
        WHERE network_id = $1 AND organisation_id IS NULL AND organisation_name IS NOT NULL
        GROUP BY organisation_key ORDER BY COUNT(*) DESC, organisation_key LIMIT $2";
    NAMING = concat!(
        "SELECT ", contact_columns!(), " FROM contacts
         WHERE network_id = $1 AND organisation_id IS NULL AND organisation_name IS NOT NULL
         AND organisation_key IN ($2, $3) ORDER BY sort_key, id",
    );
}

impl Reader {
    /// Names of organisations to which the contacts who name them do not belong, each with their number, the most
    /// frequent first.
    pub async fn named_organisations(
        &mut self,
        network: NetworkId,
        limit: i64,
    ) -> Result<Vec<(model::Line<200>, i64)>> {
        let rows: Vec<(String, i64)> = dispatch!(self, query_as(NAMES), |query, c| query
            .bind(network.uuid())
            .bind(limit)
            .fetch_all(c))?;
        let from = RowDecoder {
            table: "contacts",
            row: network.uuid(),
        };
        rows.into_iter()
            .map(|(name, people)| Ok((from.parsed("organisation_name", &name)?, people)))
            .collect()
    }

    /// The contacts who name an organisation and belong to none, by name.
    pub async fn contacts_naming(
        &mut self,
        organisation: &Organisation,
    ) -> Result<Listed<Contact>> {
        let keys = [organisation.short_name.as_str(), organisation.name.as_str()].map(search_key);
        let rows: Vec<Row> = dispatch!(self, query_as(NAMING), |query, c| query
            .bind(organisation.network.uuid())
            .bind(keys[0].as_str())
            .bind(keys[1].as_str())
            .fetch_all(c))?;
        let mut contacts: Listed<Contact> = Listed::from_rows(rows)?;
        // A search passes over accents, which tell names apart.
        let keys = organisation.name_keys();
        contacts.rows.retain(|contact| {
            let name = contact.person.organisation_name.as_ref();
            name.is_some_and(|name| keys.contains(&name_key(name.as_str())))
        });
        Ok(contacts)
    }
}
