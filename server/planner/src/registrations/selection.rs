//! Registrations that an organiser chooses together: one by one, or all that a filter finds.

use std::collections::BTreeSet;

use model::{EventId, Registration, RegistrationId};
use store::{Paging, Reader, RegistrationFilter, RegistrationOrder};

use crate::Result;

/// The most registrations that are chosen one by one.
pub const MOST_CHOSEN: usize = 2_000;

/// Some registrations of an event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RegistrationSelection {
    Chosen(BTreeSet<RegistrationId>),
    /// All that the filter finds now.
    Found(RegistrationFilter),
}

impl RegistrationSelection {
    /// The selected registrations of an event: those who wait, in the order of the waiting list, then the others by
    /// name. Rows that cannot be read, and registrations of other events, are left out.
    pub(crate) async fn read(
        &self,
        reader: &mut Reader,
        event: EventId,
    ) -> Result<Vec<Registration>> {
        let everybody = RegistrationFilter::default();
        let (filter, chosen) = match self {
            Self::Chosen(chosen) => (&everybody, Some(chosen)),
            Self::Found(filter) => (filter, None),
        };
        let order = RegistrationOrder::Waiting;
        let found = reader
            .find_registrations(event, filter, order, Paging::ALL)
            .await?;
        let mut people = found.rows;
        people.retain(|person| chosen.is_none_or(|chosen| chosen.contains(&person.id)));
        Ok(people)
    }
}
