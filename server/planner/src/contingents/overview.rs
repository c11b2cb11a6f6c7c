//! The places of all organisations, as organisers see them.

use model::{
    Event, Network, Organisation, OrganisationId, Registration, RegistrationState, seats::Seats,
};
use store::{
    ContingentLink, ContingentRelease, Paging, Reader, RegistrationFilter, RegistrationOrder,
};

use crate::{
    Planner, PlannerError, Result,
    access::{EventAccess, Right},
    events::Counts,
    registrations::seats_of,
    require::require_network,
};

/// The places of an organisation.
#[derive(Debug, Clone)]
pub struct OrganisationPlaces {
    pub organisation: Organisation,
    /// How many are held.
    pub held: u32,
    /// How many of its people have a seat.
    pub taken: u32,
    /// The latest of its working links.
    pub link: Option<ContingentLink>,
}

/// The places of all organisations of a network.
#[derive(Debug, Clone)]
pub struct ContingentOverview {
    pub network: Network,
    pub event: Event,
    pub counts: Counts,
    pub seats: Seats,
    /// In the order of the network's list.
    pub organisations: Vec<OrganisationPlaces>,
    pub release: Option<ContingentRelease>,
}

impl ContingentOverview {
    async fn read(reader: &mut Reader, event: Event) -> Result<Self> {
        let seats = seats_of(reader, &event).await?;
        let links = reader.contingent_links(event.id).await?;
        let organisations = reader.organisations(event.network).await?.rows;
        Ok(Self {
            network: require_network(reader, event.network).await?,
            counts: reader.count_registrations(event.id).await?,
            release: reader.contingent_release(event.id).await?,
            organisations: organisations
                .into_iter()
                .map(|organisation| OrganisationPlaces {
                    held: event.details.held_for(organisation.id),
                    taken: seats.taken_by(Some(&organisation.id)),
                    link: links
                        .iter()
                        .rfind(|link| link.organisation == organisation.id)
                        .cloned(),
                    organisation,
                })
                .collect(),
            seats,
            event,
        })
    }
}

impl Planner {
    /// The places of all organisations at an event.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn contingents(
        &self,
        access: &EventAccess<impl Right>,
    ) -> Result<ContingentOverview> {
        let mut reader = self.store().read().await?;
        let (_, event) = access.read(&mut reader).await?;
        ContingentOverview::read(&mut reader, event).await
    }

    /// The same, with the people of one organisation.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn places_of_organisation(
        &self,
        access: &EventAccess<impl Right>,
        organisation: OrganisationId,
    ) -> Result<(ContingentOverview, OrganisationPlaces, Vec<Registration>)> {
        let mut reader = self.store().read().await?;
        let (_, event) = access.read(&mut reader).await?;
        let overview = ContingentOverview::read(&mut reader, event).await?;
        let places = overview
            .organisations
            .iter()
            .find(|places| places.organisation.id == organisation)
            .cloned()
            .ok_or(PlannerError::NotFound)?;
        let people = active_people_of(&mut reader, &overview.event, organisation).await?;
        Ok((overview, places, people))
    }
}

/// The people of an organisation who are coming, wait, or have yet to confirm, by name.
pub(super) async fn active_people_of(
    reader: &mut Reader,
    event: &Event,
    organisation: OrganisationId,
) -> Result<Vec<Registration>> {
    let filter = RegistrationFilter {
        organisation: Some(organisation),
        ..RegistrationFilter::default()
    };
    let order = RegistrationOrder::Name;
    let found = reader
        .find_registrations(event.id, &filter, order, Paging::ALL)
        .await?;
    let mut people = found.rows;
    people.retain(|person| person.state.is_active());
    people.sort_by_key(|person| person.state != RegistrationState::Confirmed);
    Ok(people)
}
