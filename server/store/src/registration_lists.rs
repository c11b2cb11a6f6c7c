//! Lists of registrations.

use model::{EventId, OrganisationId, Registration, RegistrationState};

use crate::{
    Reader,
    error::Result,
    paging::{Listed, Paging},
    registrations::{Row, registration_columns},
    search_key::patterns,
};

/// Who is in a filtered list: the parameters 1 to 7.
macro_rules! filtered {
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
            filtered!(),
            "ORDER BY ",
            $order,
            ", id LIMIT $8 OFFSET $9",
        )
    };
}

statements! {
    BY_EVENT = concat!(
        "SELECT ", registration_columns!(), " FROM registrations WHERE event_id = $1
         ORDER BY sort_key, id",
    );
    WAITING = concat!(
        "SELECT ", registration_columns!(), " FROM registrations
         WHERE event_id = $1 AND state = 'waitlisted' ORDER BY waiting_position, id",
    );
    COUNT = concat!("SELECT COUNT(*)", filtered!());
    BY_NAME = page!("sort_key");
    BY_ORGANISATION = page!("organisation_key, sort_key");
    NEWEST_FIRST = page!("created_at DESC");
    /// Those who do not wait come last, in both engines' order of NULL.
    BY_WAITING_POSITION = page!("COALESCE(waiting_position, 9223372036854775807), sort_key");
}

/// Whom a list shows. Empty, it shows everybody.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct RegistrationFilter {
    pub state: Option<RegistrationState>,
    pub organisation: Option<OrganisationId>,
    /// Words that are all found in names, address or organisation, in upper or lower case and with
    /// or without accents.
    pub search: String,
}

/// What a list is sorted by.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum RegistrationOrder {
    /// Family name, given name.
    #[default]
    Name,
    /// Organisation, and within it by name.
    Organisation,
    /// The newest registration first.
    Newest,
    /// The order of the waiting list; those who do not wait after it, by name.
    Waiting,
}

impl Reader {
    /// All registrations of an event, by name.
    pub async fn registrations_of(&mut self, event: EventId) -> Result<Vec<Registration>> {
        let rows: Vec<Row> = dispatch!(self, |c| sqlx::query_as(BY_EVENT)
            .bind(event.uuid())
            .fetch_all(c))?;
        rows.into_iter().map(Registration::try_from).collect()
    }

    /// The waiting list, in its order.
    pub async fn waiting(&mut self, event: EventId) -> Result<Vec<Registration>> {
        let rows: Vec<Row> = dispatch!(self, |c| sqlx::query_as(WAITING)
            .bind(event.uuid())
            .fetch_all(c))?;
        rows.into_iter().map(Registration::try_from).collect()
    }

    /// A page of a filtered and sorted list.
    pub async fn find_registrations(
        &mut self,
        event: EventId,
        filter: &RegistrationFilter,
        order: RegistrationOrder,
        paging: Paging,
    ) -> Result<Listed<Registration>> {
        let statement = match order {
            RegistrationOrder::Name => BY_NAME,
            RegistrationOrder::Organisation => BY_ORGANISATION,
            RegistrationOrder::Newest => NEWEST_FIRST,
            RegistrationOrder::Waiting => BY_WAITING_POSITION,
        };
        let state = filter.state.map(RegistrationState::as_str);
        let organisation = filter.organisation.map(OrganisationId::uuid);
        let [first, second, third, fourth] = patterns(&filter.search);
        let total: i64 = dispatch!(self, |c| sqlx::query_scalar(COUNT)
            .bind(event.uuid())
            .bind(state)
            .bind(organisation)
            .bind(&first)
            .bind(&second)
            .bind(&third)
            .bind(&fourth)
            .fetch_one(c))?;
        let rows: Vec<Row> = dispatch!(self, |c| sqlx::query_as(statement)
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
        Ok(Listed {
            rows: rows
                .into_iter()
                .map(Registration::try_from)
                .collect::<Result<_>>()?,
            total,
        })
    }
}
