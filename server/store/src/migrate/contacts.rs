//! The contacts of registrations that an earlier version saved. They are made once: later versions make the contact
//! together with the registration.

use super::MIGRATOR_TIMEOUT;
use crate::{
    Store, connection::rows_affected, contacts::of_registrations::contact_of, error::Result,
};

/// Raise it where contacts have to be made again.
const VERSION: i64 = 1;

statements! {
    /// Locks the row, so that one of several migrators does the work.
    ADVANCE = "UPDATE data_versions SET version = $1 WHERE name = 'contacts' AND version < $1";
    /// Of several registrations of a mailbox, the latest confirmed one says who that is.
    MAKE = "
        INSERT INTO contacts (id, network_id, given_name, family_name, address, address_lower,
            organisation_id, organisation_name, language, search, sort_key, organisation_key,
            created_at, confirmed_at, notes, source, revision)
        SELECT id, network_id, given_name, family_name, address, address_lower, organisation_id,
            organisation_name, language, search, sort_key, organisation_key, first_at,
            address_confirmed_at, '', 'registration', 0
        FROM (
            SELECT registrations.*, events.network_id,
                MIN(registrations.created_at)
                    OVER (PARTITION BY events.network_id, address_lower) AS first_at,
                ROW_NUMBER() OVER (
                    PARTITION BY events.network_id, address_lower
                    ORDER BY CASE WHEN address_confirmed_at IS NULL THEN 1 ELSE 0 END,
                        registrations.created_at DESC, registrations.id
                ) AS place
            FROM registrations JOIN events ON events.id = registrations.event_id
            WHERE contact_id IS NULL
        ) AS known
        WHERE place = 1 ON CONFLICT DO NOTHING";
    JOIN = concat!(
        "UPDATE registrations SET contact_id = ",
        contact_of!("registrations.event_id", "registrations.address_lower"),
        " WHERE contact_id IS NULL",
    );
}

impl Store {
    /// Makes the contacts of all registrations, if that was not done yet.
    pub(super) async fn make_contacts(&self) -> Result<()> {
        let mut tx = self.begin().await?;
        tx.allow_longer_statements(MIGRATOR_TIMEOUT).await?;
        let advanced = dispatch!(tx, query(ADVANCE), |query, c| rows_affected(
            query.bind(VERSION).execute(c)
        ))?;
        if advanced == 0 {
            return Ok(());
        }
        for statement in [MAKE, JOIN] {
            dispatch!(tx, query(statement), |query, c| rows_affected(
                query.execute(c)
            ))?;
        }
        tx.commit().await
    }
}
