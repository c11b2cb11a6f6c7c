//! The list of contacts, and one of them with the events that the person registered for.

use model::{
    Contact, ContactId, DistributionList, EmailAddress, Event, EventState, Network, Organisation,
    Registration, Tag,
};
use store::{ContactFilter, Paginated, Paging, Reader};

use super::require_contact;
use crate::{
    Listed, Planner, Result,
    access::Reads,
    require::{require_event, require_network},
};

/// A page of the list, with what it is filtered by.
#[derive(Debug, Clone)]
pub struct ContactListing {
    pub network: Network,
    pub organisations: Vec<Organisation>,
    /// All tags of the network's contacts.
    pub tags: Vec<Tag>,
    pub lists: Vec<DistributionList>,
    pub page: Paginated<Contact>,
}

/// A contact with what is known about it.
#[derive(Debug, Clone)]
pub struct ContactRecord {
    pub network: Network,
    pub contact: Contact,
    pub organisations: Vec<Organisation>,
    pub tags: Vec<Tag>,
    /// The latest event first.
    pub history: Listed<RegisteredFor>,
}

/// A registration of a contact, and its event.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RegisteredFor {
    pub event: Event,
    pub registration: Registration,
}

impl RegisteredFor {
    /// Whether the person is expected at an event that is still to come.
    pub fn is_expected(&self, now: jiff::Timestamp) -> bool {
        self.registration.state.is_active()
            && self.event.state != EventState::Cancelled
            && !self.event.is_over(now)
    }
}

impl ContactRecord {
    /// The events that the person is expected at.
    pub fn expected(&self, now: jiff::Timestamp) -> impl Iterator<Item = &RegisteredFor> {
        let history = self.history.rows.iter();
        history.filter(move |registered| registered.is_expected(now))
    }
}

impl Planner {
    /// A page of a network's contacts.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network()), err(level = "debug"))]
    pub async fn contact_list(
        &self,
        right: &Reads,
        filter: &ContactFilter,
        paging: Paging,
    ) -> Result<ContactListing> {
        let mut reader = self.store().read().await?;
        Ok(ContactListing {
            network: require_network(&mut reader, right.network()).await?,
            organisations: reader.organisations(right.network()).await?.rows,
            tags: reader.contact_tags(right.network()).await?,
            lists: reader.distribution_lists(right.network()).await?.rows,
            page: reader
                .find_contacts(right.network(), filter, paging)
                .await?,
        })
    }

    /// The contact of a mailbox, however its address is spelt.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network()), err(level = "debug"))]
    pub async fn contact_of_address(
        &self,
        right: &Reads,
        address: &str,
    ) -> Result<Option<Contact>> {
        let Ok(address) = EmailAddress::parse(address) else {
            return Ok(None);
        };
        let mut reader = self.store().read().await?;
        Ok(reader
            .contact_by_address(right.network(), &address.lower())
            .await?)
    }

    /// A contact with the events that the person registered for.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network(), contact = %id), err(level = "debug"))]
    pub async fn contact_record(&self, right: &Reads, id: ContactId) -> Result<ContactRecord> {
        let mut reader = self.store().read().await?;
        let contact = require_contact(&mut reader, right.network(), id).await?;
        Ok(ContactRecord {
            network: require_network(&mut reader, right.network()).await?,
            organisations: reader.organisations(right.network()).await?.rows,
            tags: reader.contact_tags(right.network()).await?,
            history: history(&mut reader, id).await?,
            contact,
        })
    }
}

/// The events that a contact registered for, the latest first.
pub(super) async fn history(
    reader: &mut Reader,
    contact: ContactId,
) -> Result<Listed<RegisteredFor>> {
    let Listed { rows, unreadable } = reader.registrations_of_contact(contact).await?;
    let mut history = Vec::with_capacity(rows.len());
    for registration in rows {
        let event = require_event(reader, registration.event).await?;
        history.push(RegisteredFor {
            event,
            registration,
        });
    }
    history.sort_by_key(|registered| std::cmp::Reverse(registered.event.details.starts.at));
    Ok(Listed {
        rows: history,
        unreadable,
    })
}
