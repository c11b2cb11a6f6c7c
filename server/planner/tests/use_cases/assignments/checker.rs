//! Recounts a stored assignment from the rows of programme, people and wishes, without the solver.

use std::collections::{BTreeMap, HashMap, HashSet};

use model::{
    RegistrationId, RegistrationState, SlotId, WorkshopId,
    assignment::{
        AssignmentQuality, AssignmentRule, AssignmentSeating, AssignmentSetUp, OfferDecision,
        SeatFill,
    },
    workshops::{OfferKey, Programme, SlotWay, WishList},
};
use store::Reader;

/// What the rows say.
pub struct Rows {
    pub(super) programme: Programme,
    pub(super) set_up: AssignmentSetUp,
    pub(super) lists: BTreeMap<RegistrationId, WishList>,
    /// Everybody with a seat at the event: the name, and what colleagues share.
    pub(super) people: HashMap<RegistrationId, (String, Option<String>)>,
    /// The seats that people have booked in other slots.
    pub(super) booked: HashMap<RegistrationId, Vec<OfferKey>>,
}

impl Rows {
    pub async fn read(reader: &mut Reader, event: model::EventId, set_up: AssignmentSetUp) -> Self {
        let registrations = reader.registrations_of(event).await.unwrap().rows;
        let people = registrations
            .into_iter()
            .filter(|one| one.state == RegistrationState::Confirmed);
        let people = people.map(|one| {
            let organisation = one.person.organisation.map(|id| id.to_string());
            let typed = one.person.organisation_name.as_ref();
            let typed = typed.map(|name| name.to_string().to_lowercase());
            (one.id, (one.person.name(), organisation.or(typed)))
        });
        let mut booked: HashMap<RegistrationId, Vec<OfferKey>> = HashMap::new();
        for (person, offer) in reader.seats_booked(event).await.unwrap() {
            booked.entry(person).or_default().push(offer);
        }
        Self {
            booked,
            people: people.collect(),
            programme: reader.programme(event).await.unwrap(),
            lists: reader.wishes_of_event(event).await.unwrap(),
            set_up,
        }
    }

    /// Panics if the seats break a rule, or if the quality is not what they give.
    pub fn check(&self, seating: &AssignmentSeating, quality: &AssignmentQuality) {
        self.check_people(seating);
        self.check_offers(seating);
        self.check_rules(seating);
        self.check_quality(seating, quality);
    }

    pub(super) fn attends(&self, person: RegistrationId, slot: SlotId) -> bool {
        let is_wished = self.programme.slot(slot).unwrap().way == SlotWay::Wishes;
        let list = self.lists.get(&person);
        let (name, _) = &self.people[&person];
        let mut offers = self.programme.offers_in(slot);
        is_wished
            && !list.is_some_and(|list| list.absent.contains(&slot) || list.busy.contains(&slot))
            && !offers.any(|(_, workshop)| {
                let speakers = workshop.details.speakers.as_ref();
                workshop.is_planned()
                    && speakers.is_some_and(|all| all.as_str().contains(name.as_str()))
            })
    }

    /// The rank of a workshop, if the person can attend one of its offers.
    pub(super) fn rank(&self, person: RegistrationId, workshop: WorkshopId) -> Option<usize> {
        let mut offers = self.programme.offers_of(workshop);
        offers
            .any(|(_, slot)| self.attends(person, slot.id))
            .then(|| self.lists.get(&person)?.rank(workshop))?
    }

    fn check_people(&self, seating: &AssignmentSeating) {
        let mut attended: HashMap<RegistrationId, Vec<WorkshopId>> = HashMap::new();
        for (person, offer) in seating.all() {
            assert!(self.attends(person, offer.slot), "{person} is not there");
            assert!(
                self.programme.offer(offer).is_some(),
                "{offer:?} is not offered"
            );
            let before = attended.entry(person).or_default();
            assert!(!before.contains(&offer.workshop), "{person} comes twice");
            for clash in self.programme.clashes_of(offer.workshop) {
                assert!(!before.contains(&clash), "{person} attends two that clash");
            }
            let mut booked = self.booked.get(&person).into_iter().flatten();
            let is_booked = booked.any(|seat| {
                let mut clashes = self.programme.clashes_of(offer.workshop);
                seat.workshop == offer.workshop || clashes.any(|clash| clash == seat.workshop)
            });
            assert!(!is_booked, "{person} has booked {offer:?}");
            before.push(offer.workshop);
            let has_wishes = seating
                .workshops
                .iter()
                .any(|&workshop| self.rank(person, workshop).is_some());
            let is_fixed = self
                .set_up
                .rules
                .contains(&AssignmentRule::Fixed { person, offer });
            if self.set_up.fill == SeatFill::WishesOnly && has_wishes && !is_fixed {
                assert!(
                    self.rank(person, offer.workshop).is_some(),
                    "{person} did not wish"
                );
            }
        }
    }

    fn check_offers(&self, seating: &AssignmentSeating) {
        let mut people: HashMap<OfferKey, Vec<RegistrationId>> = HashMap::new();
        for (person, offer) in seating.all() {
            people.entry(offer).or_default().push(person);
        }
        for (offer, people) in &people {
            let workshop = self.programme.workshop(offer.workshop).unwrap();
            assert!(workshop.is_planned(), "{offer:?} was called off");
            let called_off = OfferDecision::CallOff(*offer);
            assert!(!self.set_up.decisions.contains(&called_off), "{offer:?}");
            let count = u32::try_from(people.len()).unwrap();
            let details = &workshop.details;
            assert!(count >= details.least.unwrap_or(0), "{count} in {offer:?}");
            assert!(
                count <= details.most.unwrap_or(u32::MAX),
                "{count} in {offer:?}"
            );
            for person in people {
                let own = &self.people[person].1;
                let colleagues = people.iter().filter(|one| self.people[one].1 == *own);
                let most = details.organisation_most.unwrap_or(u32::MAX) as usize;
                assert!(own.is_none() || colleagues.count() <= most, "{offer:?}");
            }
        }
        for decision in &self.set_up.decisions {
            if let OfferDecision::Keep(offer) = decision {
                assert!(people.contains_key(offer), "{offer:?} does not take place");
            }
        }
    }

    fn check_rules(&self, seating: &AssignmentSeating) {
        for rule in &self.set_up.rules {
            let seats = |slot: SlotId| {
                let people = rule.people().iter();
                people
                    .map(move |person| seating.workshop_of(*person, slot))
                    .collect::<Vec<_>>()
            };
            for &slot in &seating.slots {
                match rule {
                    AssignmentRule::Fixed { offer, .. } if offer.slot == slot => {
                        assert_eq!(seats(slot), [Some(offer.workshop)]);
                    }
                    AssignmentRule::Fixed { .. } => {}
                    AssignmentRule::Together(people) => {
                        if people.iter().all(|person| self.attends(*person, slot)) {
                            let seats: HashSet<_> = seats(slot).into_iter().collect();
                            assert_eq!(seats.len(), 1, "{rule:?}");
                        }
                    }
                    AssignmentRule::Apart(_) => {
                        let seated: Vec<_> = seats(slot).into_iter().flatten().collect();
                        let distinct: HashSet<_> = seated.iter().collect();
                        assert_eq!(distinct.len(), seated.len(), "{rule:?}");
                    }
                }
            }
        }
    }

    fn check_quality(&self, seating: &AssignmentSeating, quality: &AssignmentQuality) {
        let mut profile = vec![0_u32; 50];
        let mut best: HashMap<RegistrationId, usize> = HashMap::new();
        let mut seats = 0;
        for (person, offer) in seating.all() {
            seats += 1;
            if let Some(rank) = self.rank(person, offer.workshop) {
                profile[rank - 1] += 1;
                let entry = best.entry(person).or_insert(rank);
                *entry = (*entry).min(rank);
            }
        }
        let mut best_wish = vec![0_u32; 50];
        for rank in best.values() {
            best_wish[rank - 1] += 1;
        }
        let slots = self.programme.slots.iter();
        let wish_slots: Vec<SlotId> = slots
            .filter(|slot| slot.way == SlotWay::Wishes)
            .map(|slot| slot.id)
            .collect();
        let attended = |person: RegistrationId| {
            let slots = wish_slots.iter();
            slots.filter(|slot| self.attends(person, **slot)).count()
        };
        let all: usize = self.people.keys().map(|person| attended(*person)).sum();
        let with_wishes = self.people.keys().filter(|person| {
            let mut workshops = self.programme.workshops.iter();
            workshops.any(|workshop| self.rank(**person, workshop.id).is_some())
        });
        let with_wishes = u32::try_from(with_wishes.count()).unwrap();
        let trim = |counts: Vec<u32>| {
            let used = counts.iter().rposition(|&count| count > 0);
            counts[..used.map_or(0, |last| last + 1)].to_vec()
        };
        assert_eq!(quality.profile, trim(profile));
        assert_eq!(quality.best_wish, trim(best_wish));
        assert_eq!(quality.seats, seats);
        assert_eq!(quality.empty, u32::try_from(all).unwrap() - seats);
        assert_eq!(quality.with_wishes, with_wishes);
        assert_eq!(
            quality.without_wish,
            with_wishes - u32::try_from(best.len()).unwrap()
        );
    }
}
