//! The columns of a person, which registrations and contacts have in common.

use model::{OrganisationId, Person};
use sqlx_macros::FromRow;
use uuid::Uuid;

use crate::{error::Result, row_decoder::RowDecoder};

/// The columns of a [`Person`].
#[derive(Debug, FromRow)]
pub(crate) struct PersonRow {
    given_name: String,
    family_name: String,
    address: String,
    organisation_id: Option<Uuid>,
    organisation_name: Option<String>,
    language: String,
}

impl PersonRow {
    /// The person in a row of the decoder's table.
    pub fn person<R: ToString>(&self, from: &RowDecoder<R>) -> Result<Person> {
        Ok(Person {
            given_name: from.parsed("given_name", &self.given_name)?,
            family_name: from.parsed("family_name", &self.family_name)?,
            address: from.parsed("address", &self.address)?,
            organisation: self.organisation_id.map(OrganisationId::from),
            organisation_name: from
                .optional("organisation_name", self.organisation_name.as_deref())?,
            language: from.word("language", &self.language)?,
        })
    }
}
