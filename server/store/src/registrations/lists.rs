//! Lists of registrations.

use std::collections::HashMap;

use model::{EventId, OrganisationId, Registration, RegistrationId, RegistrationState};
use sqlx::AssertSqlSafe;
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{
    Reader,
    error::Result,
    listed::Listed,
    paging::{Paginated, Paging},
    registrations::{Row, registration_columns},
    row_decoder::RowDecoder,
    search_pattern::like_patterns,
    statements::{padded_lists, repeat_row},
};

/// The filter of a list: parameters 1 to 7.
macro_rules! from_filtered {
    () => {
        " FROM registrations WHERE event_id = $1 \
         AND (CAST($2 AS TEXT) IS NULL OR state = $2) \
         AND (CAST($3 AS UUID) IS NULL OR organisation_id = $3) \
         AND search LIKE $4 ESCAPE '\\' AND search LIKE $5 ESCAPE '\\' \
         AND search LIKE $6 ESCAPE '\\' AND search LIKE $7 ESCAPE '\\' "
    };
}

macro_rules! page {
    ($order:literal) => {
        concat!(
            "SELECT ",
            registration_columns!(),
            from_filtered!(),
            "ORDER BY ",
            $order,
            ", id LIMIT $8 OFFSET $9",
        )
    };
}

statements! {
    NAMES = "SELECT id, given_name, family_name FROM registrations WHERE id IN ($1)";
    BY_EVENT = concat!(
        "SELECT ", registration_columns!(), " FROM registrations WHERE event_id = $1
         ORDER BY sort_key, id",
    );
    WAITING = concat!(
        "SELECT ", registration_columns!(), " FROM registrations
         WHERE event_id = $1 AND state = 'waitlisted' ORDER BY waiting_position, id",
    );
    ADDRESSES = "
        SELECT id, address_lower, state FROM registrations WHERE event_id = $1";
    COUNT = concat!("SELECT COUNT(*)", from_filtered!());
    BY_NAME = page!("sort_key");
    BY_ORGANISATION = page!("organisation_key, sort_key");
    NEWEST_FIRST = page!("created_at DESC");
    /// Registrations without a position come last. The engines order NULL differently.
    BY_WAITING_POSITION = page!("COALESCE(waiting_position, 9223372036854775807), sort_key");
}

/// Selects registrations. The default selects all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RegistrationFilter {
    pub state: Option<RegistrationState>,
    pub organisation: Option<OrganisationId>,
    /// Words that names, address or organisation contain, regardless of case and accents. All must be
    /// found.
    pub search: String,
}

/// The order of a list.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum RegistrationOrder {
    /// Family name, given name.
    #[default]
    Name,
    /// Organisation, and within it by name.
    Organisation,
    /// The newest registration first.
    Newest,
    /// Waiting list first, in its order; then all others by name.
    Waiting,
}

#[derive(FromRow)]
struct AddressRow {
    id: Uuid,
    address_lower: String,
    state: String,
}

impl Reader {
    /// The names of the people of registrations, of those that there are.
    pub async fn registration_names(
        &mut self,
        ids: &[RegistrationId],
    ) -> Result<HashMap<RegistrationId, String>> {
        let mut names = HashMap::new();
        for ids in padded_lists(ids) {
            let sql = NAMES.replace("$1", &repeat_row("$1", 1, ids.len()));
            let rows: Vec<(Uuid, String, String)> =
                dispatch!(self, query_as(AssertSqlSafe(sql)), |query, c| {
                    let query = ids.iter().fold(query, |query, id| query.bind(id.uuid()));
                    query.fetch_all(c)
                })?;
            let named = |(id, given, family): (Uuid, String, String)| {
                (id.into(), format!("{given} {family}"))
            };
            names.extend(rows.into_iter().map(named));
        }
        Ok(names)
    }

    /// The addresses that are registered for an event, in their comparison form, in no particular order.
    pub async fn registered_addresses(
        &mut self,
        event: EventId,
    ) -> Result<Listed<(String, RegistrationState)>> {
        let rows: Vec<AddressRow> = dispatch!(self, query_as(ADDRESSES), |query, c| query
            .bind(event.uuid())
            .fetch_all(c))?;
        Listed::decode(rows, |row| {
            let from = RowDecoder {
                table: "registrations",
                row: row.id,
            };
            Ok((row.address_lower, from.word("state", &row.state)?))
        })
    }

    /// All registrations of an event, by name.
    pub async fn registrations_of(&mut self, event: EventId) -> Result<Listed<Registration>> {
        let rows: Vec<Row> = dispatch!(self, query_as(BY_EVENT), |query, c| query
            .bind(event.uuid())
            .fetch_all(c))?;
        Listed::from_rows(rows)
    }

    /// The waiting list, in its order.
    pub async fn waiting(&mut self, event: EventId) -> Result<Listed<Registration>> {
        let rows: Vec<Row> = dispatch!(self, query_as(WAITING), |query, c| query
            .bind(event.uuid())
            .fetch_all(c))?;
        Listed::from_rows(rows)
    }

    /// A page of a filtered and sorted list.
    pub async fn find_registrations(
        &mut self,
        event: EventId,
        filter: &RegistrationFilter,
        order: RegistrationOrder,
        paging: Paging,
    ) -> Result<Paginated<Registration>> {
        let statement = match order {
            RegistrationOrder::Name => BY_NAME,
            RegistrationOrder::Organisation => BY_ORGANISATION,
            RegistrationOrder::Newest => NEWEST_FIRST,
            RegistrationOrder::Waiting => BY_WAITING_POSITION,
        };
        let state = filter.state.map(RegistrationState::as_str);
        let organisation = filter.organisation.map(OrganisationId::uuid);
        let [first, second, third, fourth] = like_patterns(&filter.search);
        let total: i64 = dispatch!(self, query_scalar(COUNT), |query, c| query
            .bind(event.uuid())
            .bind(state)
            .bind(organisation)
            .bind(&first)
            .bind(&second)
            .bind(&third)
            .bind(&fourth)
            .fetch_one(c))?;
        let rows: Vec<Row> = dispatch!(self, query_as(statement), |query, c| query
            .bind(event.uuid())
            .bind(state)
            .bind(organisation)
            .bind(&first)
            .bind(&second)
            .bind(&third)
            .bind(&fourth)
            .bind(paging.limit)
            .bind(paging.offset)
            .fetch_all(c))?;
        Ok(Paginated::new(Listed::from_rows(rows)?, total))
    }
}
