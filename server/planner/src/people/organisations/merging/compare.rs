//! What merging two organisations would do.

use std::{
    collections::HashMap,
    hash::{DefaultHasher, Hash as _, Hasher as _},
};

use model::{Event, Network, Organisation, OrganisationId, seats::Seats};
use store::{OrganisationUses, Reader};

use super::{super::take, merged_contingents};
use crate::{
    Planner, PlannerError, Result,
    access::Reads,
    registrations::seats_of,
    require::{require_event, require_network},
};

/// Two organisations that are compared.
#[derive(Debug, Clone)]
pub struct ComparedOrganisations {
    pub network: Network,
    pub organisations: [Organisation; 2],
    /// The others of the network.
    pub others: Vec<Organisation>,
    /// What belongs to each of them.
    pub uses: [OrganisationUses; 2],
    /// The events where their places change, the latest first.
    pub places: Vec<MergedPlaces>,
}

/// The places at an event that two organisations have together.
#[derive(Debug, Clone)]
pub struct MergedPlaces {
    pub event: Event,
    /// How many are held for each of them.
    pub held: [u32; 2],
    /// By how many the seats that are taken or held exceed the capacity, also afterwards. Organisers may have seated more
    /// people than there is room for.
    pub beyond: u32,
    /// How many people of the waiting list get a seat, and are written to: of places held for both, people of either take
    /// what nobody used.
    pub moving_up: u32,
}

impl ComparedOrganisations {
    pub(super) async fn read(
        reader: &mut Reader,
        right: &Reads,
        [one, other]: [OrganisationId; 2],
        now: jiff::Timestamp,
    ) -> Result<Self> {
        if one == other {
            return Err(PlannerError::NotFound);
        }
        let network = require_network(reader, right.network()).await?;
        let mut others = reader.organisations(network.id).await?.rows;
        let organisations = [take(&mut others, one)?, take(&mut others, other)?];
        let mut places = Vec::new();
        for event in reader.events_with_places([one, other]).await? {
            let event = require_event(reader, event).await?;
            places.push(MergedPlaces::read(reader, event, [one, other], now).await?);
        }
        places.retain(|places| places.held.iter().all(|held| *held > 0) || places.moving_up > 0);
        places.sort_by_key(|places| std::cmp::Reverse(places.event.details.starts.at));
        let mut uses = [OrganisationUses::default(); 2];
        for (uses, organisation) in uses.iter_mut().zip([one, other]) {
            *uses = reader.uses_of_organisation(organisation).await?;
        }
        Ok(Self {
            network,
            organisations,
            others,
            uses,
            places,
        })
    }

    /// A hash of what is merged, except for its numbers: whoever registers meanwhile is not in the way. It is no secret.
    pub fn seal(&self) -> String {
        let mut hasher = DefaultHasher::new();
        for Organisation {
            id,
            name,
            short_name,
            region,
            field,
            parent,
            ..
        } in &self.organisations
        {
            let region = region.as_ref().map(ToString::to_string);
            let field = field.as_ref().map(ToString::to_string);
            (id, name.as_str(), short_name.as_str()).hash(&mut hasher);
            (region, field, parent).hash(&mut hasher);
        }
        for MergedPlaces {
            event,
            held,
            beyond,
            moving_up,
        } in &self.places
        {
            (event.id, held, beyond, moving_up).hash(&mut hasher);
        }
        format!("{:016x}", hasher.finish())
    }
}

impl MergedPlaces {
    async fn read(
        reader: &mut Reader,
        event: Event,
        [one, other]: [OrganisationId; 2],
        now: jiff::Timestamp,
    ) -> Result<Self> {
        let held = [one, other].map(|organisation| event.details.held_for(organisation));
        let contingents = merged_contingents(&event.details.contingents, other, one);
        let as_one = |organisation: Option<OrganisationId>| match organisation {
            Some(organisation) if organisation == other => Some(one),
            organisation => organisation,
        };
        let mut taken: HashMap<Option<OrganisationId>, u32> = HashMap::new();
        for (organisation, people) in reader.seats_taken(event.id).await? {
            *taken.entry(as_one(organisation)).or_default() += people;
        }
        let seats = Seats::new(
            event.details.capacity,
            contingents,
            taken.into_iter().collect(),
        );
        let mut moving_up = 0;
        if event.gives_seats(now) && !event.details.is_by_approval() {
            let waiting = reader.waiting(event.id).await?.rows;
            let before = waiting.iter().map(|who| (who, who.person.organisation));
            let before = seats_of(reader, &event).await?.promote(before).len();
            let after = waiting
                .iter()
                .map(|who| (who, as_one(who.person.organisation)));
            let after = seats.clone().promote(after).len();
            moving_up = u32::try_from(after.saturating_sub(before)).unwrap_or(u32::MAX);
        }
        Ok(Self {
            held,
            beyond: seats.lacking(),
            moving_up,
            event,
        })
    }
}

impl Planner {
    /// Two organisations beside each other, with what merging them would do.
    #[tracing::instrument(level = "debug", skip_all, fields(network = %right.network()), err(level = "debug"))]
    pub async fn compare_organisations(
        &self,
        right: &Reads,
        organisations: [OrganisationId; 2],
    ) -> Result<ComparedOrganisations> {
        let mut reader = self.store().read().await?;
        ComparedOrganisations::read(&mut reader, right, organisations, self.now()).await
    }
}
