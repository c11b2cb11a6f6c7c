//! What everybody wishes for, for the organisers.

use std::collections::BTreeMap;

use model::{
    Event, Network, Registration, RegistrationId, RegistrationState, WorkshopId,
    workshops::{Programme, SlotWay, WishList, WishSetup},
};

use super::reminders::has_no_wish;
use crate::{
    Planner, Result,
    access::{EventAccess, Right},
    require::require_network,
};

/// The wishes for an event.
#[derive(Debug, Clone)]
pub struct WishOverview {
    pub network: Network,
    pub event: Event,
    pub programme: Programme,
    /// `None`: nobody can wish yet.
    pub setup: Option<WishSetup>,
    /// The people with a seat, by name.
    pub people: Vec<Registration>,
    /// The wishes of everybody who has any.
    pub lists: BTreeMap<RegistrationId, WishList>,
}

/// How many people wish for a workshop, by the rank of the wish.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Profile {
    pub first: u32,
    pub second: u32,
    pub third: u32,
    pub later: u32,
}

impl Profile {
    /// How many people wish for it in whatever rank.
    pub const fn all(self) -> u32 {
        self.first + self.second + self.third + self.later
    }
}

impl WishOverview {
    /// How many people with a seat have at least one wish.
    pub fn with_wishes(&self) -> usize {
        let people = self.people.iter();
        people.filter(|person| self.wishes_of(person) > 0).count()
    }

    /// The people who have no wish although they could have one.
    pub fn without_wishes(&self) -> impl Iterator<Item = &Registration> {
        let people = self.people.iter();
        people.filter(|person| has_no_wish(&self.programme, self.lists.get(&person.id), person))
    }

    /// The people with fewer wishes than everybody is asked for, but at least one.
    pub fn with_too_few(&self) -> usize {
        let least = self.setup.as_ref().and_then(|setup| setup.least);
        let least = least.map_or(0, |least| least as usize);
        let people = self.people.iter().map(|person| self.wishes_of(person));
        people.filter(|wishes| (1..least).contains(wishes)).count()
    }

    /// Who wishes for each workshop that seats are given for by wishes, in the organiser's order.
    pub fn profiles(&self) -> Vec<(WorkshopId, Profile)> {
        let mut profiles: BTreeMap<WorkshopId, Profile> = BTreeMap::new();
        let lists = self
            .people
            .iter()
            .filter_map(|person| self.lists.get(&person.id));
        for (index, workshop) in lists.flat_map(|list| list.ranked.iter().enumerate()) {
            let profile = profiles.entry(*workshop).or_default();
            *match index {
                0 => &mut profile.first,
                1 => &mut profile.second,
                2 => &mut profile.third,
                _ => &mut profile.later,
            } += 1;
        }
        let workshops = self.programme.workshops.iter();
        workshops
            .filter(|workshop| self.wish_offers(workshop.id) > 0)
            .map(|workshop| {
                let profile = profiles.get(&workshop.id).copied();
                (workshop.id, profile.unwrap_or_default())
            })
            .collect()
    }

    /// How many seats a workshop has in all its slots with wishes. `None`: no limit.
    pub fn seats(&self, workshop: WorkshopId) -> Option<u32> {
        let most = self.programme.workshop(workshop)?.details.most?;
        let offers = u32::try_from(self.wish_offers(workshop)).unwrap_or(u32::MAX);
        Some(most.saturating_mul(offers))
    }

    /// Whether the programme has slots in which seats are given by wishes.
    pub fn has_wish_slots(&self) -> bool {
        let mut slots = self.programme.slots.iter();
        slots.any(|slot| slot.way == SlotWay::Wishes)
    }

    fn wish_offers(&self, workshop: WorkshopId) -> usize {
        let offers = self.programme.offers_of(workshop);
        offers
            .filter(|(_, slot)| slot.way == SlotWay::Wishes)
            .count()
    }

    fn wishes_of(&self, person: &Registration) -> usize {
        self.lists
            .get(&person.id)
            .map_or(0, |list| list.ranked.len())
    }
}

impl Planner {
    /// What everybody wishes for.
    #[tracing::instrument(level = "debug", skip_all, fields(event = %access), err(level = "debug"))]
    pub async fn wish_overview(&self, access: &EventAccess<impl Right>) -> Result<WishOverview> {
        let mut reader = self.store().read().await?;
        let (_, event) = access.read(&mut reader).await?;
        let mut people = reader.registrations_of(event.id).await?.rows;
        people.retain(|person| person.state == RegistrationState::Confirmed);
        Ok(WishOverview {
            network: require_network(&mut reader, event.network).await?,
            programme: reader.programme(event.id).await?,
            setup: reader.wish_setup(event.id).await?,
            lists: reader.wishes_of_event(event.id).await?,
            people,
            event,
        })
    }
}
