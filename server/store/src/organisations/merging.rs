//! Two organisations become one: what belongs to them, and how it moves.

use model::{NetworkId, Organisation, OrganisationId, search_key};
use sqlx_macros::FromRow;

use crate::{Reader, Tx, connection::rows_affected, error::Result, row_decoder::RowDecoder};

statements! {
    USES = "
        SELECT
            (SELECT COUNT(*) FROM contacts WHERE organisation_id = $1) AS contacts,
            (SELECT COUNT(*) FROM registrations WHERE organisation_id = $1) AS registrations,
            (SELECT COUNT(*) FROM invitations
                JOIN contacts ON contacts.id = invitations.contact_id
                WHERE contacts.organisation_id = $1) AS invitations,
            (SELECT COUNT(*) FROM contingents WHERE organisation_id = $1) AS contingents,
            (SELECT COUNT(*) FROM contingent_links WHERE organisation_id = $1) AS links,
            (SELECT COUNT(*) FROM distribution_lists WHERE organisation_id = $1) AS lists,
            (SELECT COUNT(*) FROM organisations WHERE parent_id = $1) AS parts";
    /// Whatever keeps an organisation from being deleted, except for its parts.
    IN_USE = "
        SELECT id FROM organisations WHERE network_id = $1 AND (
            logo IS NOT NULL
            OR EXISTS (SELECT 1 FROM contacts WHERE organisation_id = organisations.id)
            OR EXISTS (SELECT 1 FROM registrations WHERE organisation_id = organisations.id)
            OR EXISTS (SELECT 1 FROM contingents WHERE organisation_id = organisations.id)
            OR EXISTS (SELECT 1 FROM contingent_links WHERE organisation_id = organisations.id)
            OR EXISTS (SELECT 1 FROM distribution_lists WHERE organisation_id = organisations.id))";
    /// The search text ends with the organisation's key, as it does when an organisation is renamed.
    MOVE_REGISTRATIONS = "
        UPDATE registrations SET organisation_id = $2, organisation_name = $3, organisation_key = $4,
            search = SUBSTR(search, 1, LENGTH(search) - LENGTH(organisation_key)) || $4
        WHERE organisation_id = $1";
    /// A form that was open before would give them the name of the one that is gone.
    MOVE_CONTACTS = "
        UPDATE contacts SET organisation_id = $2, organisation_name = $3, organisation_key = $4,
            revision = revision + 1,
            search = SUBSTR(search, 1, LENGTH(search) - LENGTH(organisation_key)) || $4
        WHERE organisation_id = $1";
    /// People of a table who are being entered.
    MOVE_IMPORT_LINES = "
        UPDATE import_lines SET organisation_id = $2, organisation_name = $3, organisation_key = $4,
            search = SUBSTR(search, 1, LENGTH(search) - LENGTH(organisation_key)) || $4
        WHERE organisation_id = $1 AND job_id IN (SELECT id FROM jobs WHERE network_id = $5)";
    MOVE_LINKS = "UPDATE contingent_links SET organisation_id = $2 WHERE organisation_id = $1";
    MOVE_LISTS = "
        UPDATE distribution_lists SET organisation_id = $2, revision = revision + 1
        WHERE organisation_id = $1";
    MOVE_PARTS = "UPDATE organisations SET parent_id = $2 WHERE parent_id = $1 AND id <> $2";
    /// Whom mailings are for is JSON, which holds ids as texts.
    MOVE_AUDIENCES = "
        UPDATE mailings SET audience = REPLACE(audience, $2, $3)
        WHERE network_id = $1 AND audience LIKE '%' || $2 || '%'";
    DELETE = "DELETE FROM organisations WHERE id = $1";
}

/// How much belongs to an organisation.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct OrganisationUses {
    pub contacts: u32,
    pub registrations: u32,
    /// The invitations of its contacts.
    pub invitations: u32,
    /// The events that hold places for it.
    pub contingents: u32,
    /// The links by which contact people manage its places.
    pub links: u32,
    /// The distribution lists whose rule names it.
    pub lists: u32,
    /// The organisations that are a part of it.
    pub parts: u32,
}

#[derive(FromRow)]
struct UsesRow {
    contacts: i64,
    registrations: i64,
    invitations: i64,
    contingents: i64,
    links: i64,
    lists: i64,
    parts: i64,
}

impl Reader {
    /// How much belongs to an organisation.
    pub async fn uses_of_organisation(
        &mut self,
        organisation: OrganisationId,
    ) -> Result<OrganisationUses> {
        let row: UsesRow = dispatch!(self, query_as(USES), |query, c| query
            .bind(organisation.uuid())
            .fetch_one(c))?;
        let from = RowDecoder {
            table: "organisations",
            row: organisation,
        };
        Ok(OrganisationUses {
            contacts: from.number("contacts", row.contacts)?,
            registrations: from.number("registrations", row.registrations)?,
            invitations: from.number("invitations", row.invitations)?,
            contingents: from.number("contingents", row.contingents)?,
            links: from.number("links", row.links)?,
            lists: from.number("lists", row.lists)?,
            parts: from.number("parts", row.parts)?,
        })
    }

    /// The organisations of a network that have a logo, or that contacts, registrations, events or lists name.
    pub async fn organisations_in_use(
        &mut self,
        network: NetworkId,
    ) -> Result<Vec<OrganisationId>> {
        let ids: Vec<uuid::Uuid> = dispatch!(self, query_scalar(IN_USE), |query, c| query
            .bind(network.uuid())
            .fetch_all(c))?;
        Ok(ids.into_iter().map(OrganisationId::from).collect())
    }
}

impl Tx {
    /// Gives another organisation whatever belongs to one, except for its contingents, which are of the events. The
    /// caller holds the locks of the events.
    pub async fn move_uses_of_organisation(
        &mut self,
        from: OrganisationId,
        to: &Organisation,
    ) -> Result<()> {
        let name = to.short_name.as_str();
        for people in [MOVE_REGISTRATIONS, MOVE_CONTACTS] {
            dispatch!(self, query(people), |query, c| rows_affected(
                query
                    .bind(from.uuid())
                    .bind(to.id.uuid())
                    .bind(name)
                    .bind(search_key(name))
                    .execute(c)
            ))?;
        }
        dispatch!(self, query(MOVE_IMPORT_LINES), |query, c| rows_affected(
            query
                .bind(from.uuid())
                .bind(to.id.uuid())
                .bind(name)
                .bind(search_key(name))
                .bind(to.network.uuid())
                .execute(c)
        ))?;
        for ids in [MOVE_LINKS, MOVE_LISTS, MOVE_PARTS] {
            dispatch!(self, query(ids), |query, c| rows_affected(
                query.bind(from.uuid()).bind(to.id.uuid()).execute(c)
            ))?;
        }
        dispatch!(self, query(MOVE_AUDIENCES), |query, c| rows_affected(
            query
                .bind(to.network.uuid())
                .bind(from.to_string())
                .bind(to.id.to_string())
                .execute(c)
        ))
        .map(drop)
    }

    /// Deletes an organisation that nothing refers to.
    pub async fn delete_organisation(&mut self, organisation: OrganisationId) -> Result<()> {
        dispatch!(self, query(DELETE), |query, c| rows_affected(
            query.bind(organisation.uuid()).execute(c)
        ))
        .map(drop)
    }
}
