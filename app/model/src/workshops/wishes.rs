//! Wishes: what a person would like to attend, best first.

use std::collections::BTreeSet;

use super::{OfferKey, Programme, SlotWay, TimeSlot, Workshop};
use crate::{Fault, Faults, SlotId, WorkshopId};

/// What one person wishes for. A wish is for a workshop, in whichever of its slots.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WishList {
    /// Over all slots, best first; none twice.
    pub ranked: Vec<WorkshopId>,
    /// Slots that the person does not attend.
    pub absent: BTreeSet<SlotId>,
    /// Slots in which organisers need the person elsewhere, as at the desk. It is they who say so.
    pub busy: BTreeSet<SlotId>,
}

/// One change of a wish list. Made twice, it changes the list once.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum WishChange {
    /// Adds a wish as the last one.
    Add(WorkshopId),
    /// Moves a wish to a rank, counted from 1. Ranks behind the last one mean the last one.
    Move {
        workshop: WorkshopId,
        rank: usize,
    },
    Remove(WorkshopId),
    /// Ranks these wishes first, in this order. Others stay behind them: a page may not know all.
    Order(Vec<WorkshopId>),
    /// Says whether the person attends a slot.
    Attend {
        slot: SlotId,
        attends: bool,
    },
}

/// What one person can wish for.
#[derive(Debug, Clone)]
pub struct WishChoice<'p> {
    programme: &'p Programme,
    /// The offers that the person leads. Nobody is placed elsewhere beside them.
    leads: Vec<OfferKey>,
    /// The slots in which they are needed elsewhere.
    busy: BTreeSet<SlotId>,
    /// The seats that they have booked in other slots.
    booked: Vec<OfferKey>,
}

impl WishList {
    /// Whether the person can be placed in a slot.
    pub fn attends(&self, slot: SlotId) -> bool {
        !self.absent.contains(&slot) && !self.busy.contains(&slot)
    }

    /// The slots in which the person cannot be placed.
    pub fn missed_slots(&self) -> BTreeSet<SlotId> {
        self.absent.union(&self.busy).copied().collect()
    }

    /// The rank of a wish, from 1.
    pub fn rank(&self, workshop: WorkshopId) -> Option<usize> {
        let position = self.ranked.iter().position(|wish| *wish == workshop);
        position.map(|position| position + 1)
    }

    /// The list after a change. A wish that cannot come true is refused when it is added. One that was added before its
    /// workshop was called off stays until it is removed.
    pub fn after(&self, change: WishChange, choice: &WishChoice<'_>) -> Result<Self, Faults> {
        let mut list = self.clone();
        match change {
            WishChange::Add(workshop) => {
                if self.rank(workshop).is_none() {
                    choice.check(workshop).map_err(at_workshop)?;
                    list.ranked.push(workshop);
                }
            }
            WishChange::Move { workshop, rank } => {
                if self.rank(workshop).is_none() {
                    choice.check(workshop).map_err(at_workshop)?;
                }
                list.ranked.retain(|wish| *wish != workshop);
                let index = rank.saturating_sub(1).min(list.ranked.len());
                list.ranked.insert(index, workshop);
            }
            WishChange::Remove(workshop) => list.ranked.retain(|wish| *wish != workshop),
            WishChange::Order(ranked) => {
                list.ranked = self.checked(ranked, choice)?;
                let others = self.ranked.iter().copied();
                let others: Vec<_> = others.filter(|wish| list.rank(*wish).is_none()).collect();
                list.ranked.extend(others);
            }
            WishChange::Attend { slot, attends } => {
                if choice.slots().all(|offered| offered.id != slot) {
                    return Err(Faults::one("slot", Fault::NoSuchChoice));
                }
                if attends {
                    list.absent.remove(&slot);
                } else {
                    list.absent.insert(slot);
                }
            }
        }
        Ok(list)
    }

    /// Refuses the same workshop twice, also in two of its offers, and new wishes that cannot come true. The fields are
    /// `ranked[0]`, `ranked[1]` and so on.
    fn checked(
        &self,
        ranked: Vec<WorkshopId>,
        choice: &WishChoice<'_>,
    ) -> Result<Vec<WorkshopId>, Faults> {
        let mut faults = Faults::none();
        let mut seen = BTreeSet::new();
        for (index, workshop) in ranked.iter().enumerate() {
            if !seen.insert(*workshop) {
                faults.add(format!("ranked[{index}]"), Fault::Twice);
            } else if self.rank(*workshop).is_none() {
                faults.keep(&format!("ranked[{index}]"), choice.check(*workshop));
            }
        }
        faults.or(Some(ranked))
    }
}

fn at_workshop(fault: Fault) -> Faults {
    Faults::one("workshop", fault)
}

impl<'p> WishChoice<'p> {
    /// The choice of somebody of this name.
    pub fn of(programme: &'p Programme, name: &str) -> Self {
        Self {
            programme,
            leads: programme.led_by(name),
            busy: BTreeSet::new(),
            booked: Vec::new(),
        }
    }

    /// The choice of somebody who is needed elsewhere in these slots.
    #[must_use]
    pub fn busy_in(self, busy: BTreeSet<SlotId>) -> Self {
        Self { busy, ..self }
    }

    /// The choice of somebody who has booked these seats.
    #[must_use]
    pub fn with_booked(self, booked: Vec<OfferKey>) -> Self {
        Self { booked, ..self }
    }

    /// The slots in which seats are given by wishes, in the order of their times.
    pub fn slots(&self) -> impl Iterator<Item = &'p TimeSlot> {
        let slots = self.programme.slots.iter();
        slots.filter(|slot| slot.way == SlotWay::Wishes)
    }

    /// The workshop that the person leads in a slot.
    pub fn led_in(&self, slot: SlotId) -> Option<&'p Workshop> {
        let led = self.leads.iter().find(|offer| offer.slot == slot)?;
        self.programme.workshop(led.workshop)
    }

    /// Whether the person is bound to something else in a slot.
    fn is_bound(&self, slot: SlotId) -> bool {
        self.busy.contains(&slot) || self.led_in(slot).is_some()
    }

    /// Why the person cannot be placed in a workshop at any time: they have booked it, or one that excludes it.
    pub fn booked_against(&self, workshop: WorkshopId) -> Option<Fault> {
        let programme = self.programme;
        self.booked.iter().find_map(|seat| {
            let other = programme.workshop(seat.workshop)?;
            if seat.workshop == workshop {
                let starts = programme.slot(seat.slot)?.starts;
                return Some(Fault::BookedThen { starts });
            }
            let excludes = programme.clashes_of(workshop).any(|id| id == other.id);
            excludes.then(|| Fault::ExcludesBooked {
                title: other.details.title.to_string(),
            })
        })
    }

    /// Refuses a workshop that is called off, also one of which every offer is; one that no slot with wishes offers, or only
    /// slots in which the person leads another one or is needed elsewhere; and one against which a booking stands.
    pub fn check(&self, workshop: WorkshopId) -> Result<(), Fault> {
        let programme = self.programme;
        let stored = programme.workshop(workshop).ok_or(Fault::NoSuchChoice)?;
        if !stored.is_planned() {
            return Err(Fault::CalledOff);
        }
        let offers = programme.offers_of(workshop);
        let mut offers = offers
            .filter(|(_, slot)| slot.way == SlotWay::Wishes)
            .peekable();
        offers.peek().ok_or(Fault::NoSuchChoice)?;
        let planned = offers.filter(|(offer, _)| programme.is_planned(offer.key));
        let slots: Vec<&TimeSlot> = planned.map(|(_, slot)| slot).collect();
        let first = slots.first().ok_or(Fault::CalledOff)?;
        if slots.iter().all(|slot| self.is_bound(slot.id)) {
            return Err(match self.led_in(first.id) {
                Some(led) => Fault::LeadsThen {
                    title: led.details.title.to_string(),
                },
                None => Fault::BusyThen {
                    starts: first.starts,
                },
            });
        }
        self.booked_against(workshop).map_or(Ok(()), Err)
    }

    /// Whether the person attends a slot in which a workshop takes place. `absent` are those that they do not attend.
    pub fn can_attend(&self, workshop: WorkshopId, absent: &BTreeSet<SlotId>) -> bool {
        let mut offers = self.programme.offers_of(workshop);
        self.booked_against(workshop).is_none()
            && offers.any(|(offer, slot)| {
                slot.way == SlotWay::Wishes
                    && self.programme.is_planned(offer.key)
                    && !absent.contains(&slot.id)
                    && !self.is_bound(slot.id)
            })
    }

    /// How many workshops can be wished for.
    pub fn count(&self) -> usize {
        let workshops = self.programme.workshops.iter();
        workshops
            .filter(|workshop| self.check(workshop.id).is_ok())
            .count()
    }
}

#[cfg(test)]
mod tests {
    use super::{
        super::{SlotWay, WorkshopState, programme::given},
        WishChange, WishChoice, WishList,
    };
    use crate::{Fault, Faults, Line, SlotId, WorkshopId};

    fn handwork() -> WorkshopId {
        given::id(11)
    }

    fn care() -> WorkshopId {
        given::id(12)
    }

    fn wished(ranked: &[WorkshopId]) -> WishList {
        WishList {
            ranked: ranked.to_vec(),
            ..WishList::default()
        }
    }

    #[test]
    fn a_change_that_is_sent_twice_changes_the_list_once() {
        let programme = given::programme();
        let choice = WishChoice::of(&programme, "Anna Jäger");
        let changes = [
            WishChange::Add(handwork()),
            WishChange::Add(care()),
            WishChange::Move {
                workshop: care(),
                rank: 1,
            },
            WishChange::Attend {
                slot: given::id(2),
                attends: false,
            },
            WishChange::Remove(handwork()),
            WishChange::Order(vec![care(), handwork()]),
        ];
        let mut list = WishList::default();
        for change in changes {
            list = list.after(change.clone(), &choice).unwrap();
            assert_eq!(list.after(change, &choice).unwrap(), list);
        }
        assert_eq!(list.ranked, [care(), handwork()]);
        assert_eq!(list.absent.len(), 1);
    }

    #[test]
    fn a_rank_behind_the_last_one_is_the_last_one() {
        let programme = given::programme();
        let choice = WishChoice::of(&programme, "Anna Jäger");
        let move_to = |rank| WishChange::Move {
            workshop: handwork(),
            rank,
        };
        let list = wished(&[handwork(), care()]);
        let moved = list.after(move_to(9), &choice).unwrap();
        assert_eq!(moved.ranked, [care(), handwork()]);
        let back = moved.after(move_to(0), &choice).unwrap();
        assert_eq!(back.ranked, [handwork(), care()]);
    }

    #[test]
    fn two_offers_of_a_workshop_are_one_wish() {
        let programme = given::programme();
        let choice = WishChoice::of(&programme, "Anna Jäger");
        let twice = WishChange::Order(vec![handwork(), care(), handwork()]);
        let refused = WishList::default().after(twice, &choice);
        assert_eq!(refused, Err(Faults::one("ranked[2]", Fault::Twice)));
    }

    #[test]
    fn a_workshop_that_is_called_off_is_wished_for_no_more() {
        let mut programme = given::programme();
        programme.workshops[1].state = WorkshopState::CalledOff;
        let choice = WishChoice::of(&programme, "Anna Jäger");
        let add = WishChange::Add(care());
        let refused = WishList::default().after(add.clone(), &choice);
        assert_eq!(refused, Err(Faults::one("workshop", Fault::CalledOff)));
        // Whoever wished for it before can order the other wishes and take it out.
        let list = wished(&[care(), handwork()]);
        assert_eq!(list.after(add, &choice).unwrap(), list);
        let ordered = WishChange::Order(vec![handwork(), care()]);
        assert!(list.after(ordered, &choice).is_ok());
    }

    #[test]
    fn a_workshop_is_wished_for_as_long_as_one_of_its_offers_is_planned() {
        let mut programme = given::programme();
        programme.called_off.insert(programme.offers[0].key);
        assert_eq!(
            WishChoice::of(&programme, "Anna Jäger").check(handwork()),
            Ok(())
        );
        programme.called_off.insert(programme.offers[2].key);
        let choice = WishChoice::of(&programme, "Anna Jäger");
        assert_eq!(choice.check(handwork()), Err(Fault::CalledOff));
    }

    #[test]
    fn an_order_keeps_the_wishes_that_it_does_not_name() {
        let programme = given::programme();
        let choice = WishChoice::of(&programme, "Anna Jäger");
        let list = wished(&[handwork(), care()]);
        let ordered = list.after(WishChange::Order(vec![care()]), &choice);
        assert_eq!(ordered.unwrap().ranked, [care(), handwork()]);
    }

    #[test]
    fn a_workshop_in_no_slot_with_wishes_is_no_choice() {
        let mut programme = given::programme();
        programme.slots[0].way = SlotWay::FirstCome;
        let choice = WishChoice::of(&programme, "Anna Jäger");
        assert_eq!(choice.check(care()), Err(Fault::NoSuchChoice));
        assert_eq!(choice.check(handwork()), Ok(()));
        assert_eq!(choice.check(given::id(99)), Err(Fault::NoSuchChoice));
        let absent = WishChange::Attend {
            slot: given::id(1),
            attends: false,
        };
        let refused = WishList::default().after(absent, &choice);
        assert_eq!(refused, Err(Faults::one("slot", Fault::NoSuchChoice)));
    }

    #[test]
    fn whoever_leads_a_workshop_wishes_for_none_beside_it() {
        let mut programme = given::programme();
        programme.workshops[1].details.speakers =
            Line::optional("Dr. Anna Jäger (RIN), Ben Kurz").unwrap();
        let choice = WishChoice::of(&programme, "Anna JÄGER");
        let first: SlotId = given::id(1);
        assert_eq!(choice.led_in(first).map(|led| led.id), Some(care()));
        let title = "Pflege".to_owned();
        assert_eq!(choice.check(care()), Err(Fault::LeadsThen { title }));
        // The other workshop is offered in the second slot, too.
        assert_eq!(choice.check(handwork()), Ok(()));
        assert!(choice.can_attend(handwork(), &[].into()));
        assert!(!choice.can_attend(handwork(), &[given::id(2)].into()));
        assert!(!choice.can_attend(care(), &[].into()));
        assert_eq!(choice.count(), 1);
        for other in ["Jäger", "na Jäger", "Johanna Jäger", ""] {
            assert!(!programme.workshops[1].is_led_by(other), "{other}");
        }
        assert!(programme.workshops[1].is_led_by("Ben Kurz"));
    }
}
