//! An organisation with its people and its events.

use model::{Contact, Network, Organisation, OrganisationId};
use store::{ContactFilter, OrganisationEvent};

use super::take;
use crate::{Listed, Planner, Result, access::Reads, require::require_network};

/// An organisation with its people and its events.
#[derive(Debug, Clone)]
pub struct OrganisationRecord {
    pub network: Network,
    pub organisation: Organisation,
    /// The others of the network.
    pub others: Vec<Organisation>,
    /// How many contacts belong to it.
    pub contacts: i64,
    /// The contacts who name it and belong to none.
    pub naming: Vec<Contact>,
    /// What its people registered for, and what holds places for it, the latest first.
    pub events: Listed<OrganisationEvent>,
}

impl OrganisationRecord {
    /// The organisation that it is a part of.
    pub fn parent(&self) -> Option<&Organisation> {
        let parent = self.organisation.parent?;
        self.others.iter().find(|one| one.id == parent)
    }

    /// The organisations that are a part of it.
    pub fn parts(&self) -> impl Iterator<Item = &Organisation> {
        let id = Some(self.organisation.id);
        self.others.iter().filter(move |one| one.parent == id)
    }
}

impl Planner {
    /// An organisation with its people and its events.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network(), organisation = %id), err(level = "debug"))]
    pub async fn organisation_record(
        &self,
        right: &Reads,
        id: OrganisationId,
    ) -> Result<OrganisationRecord> {
        let mut reader = self.store().read().await?;
        let network = require_network(&mut reader, right.network()).await?;
        let mut others = reader.organisations(network.id).await?.rows;
        let organisation = take(&mut others, id)?;
        let filter = ContactFilter {
            organisation: Some(id),
            ..ContactFilter::default()
        };
        Ok(OrganisationRecord {
            contacts: reader.count_contacts(network.id, &filter).await?,
            naming: reader.contacts_naming(&organisation).await?.rows,
            events: reader.events_of_organisation(network.id, id).await?,
            network,
            organisation,
            others,
        })
    }
}
