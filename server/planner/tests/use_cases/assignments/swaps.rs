//! Swaps between two participants.

use jiff::SignedDuration;
use model::{
    Fault, SlotId, WorkshopId,
    assignment::{AssignmentHead, AssignmentRule, AssignmentVersion, OfferDecision},
    plan::VersionCause,
    workshops::{OfferKey, WishList, WorkshopState},
};
use planner::{
    PlannerError,
    access::LinkAccess,
    assignments::{Place, SwapChange, SwapPage, SwapRequest, SwapSlot, Swapped},
    workshops::WishSetupEdit,
};
use store::testing::TestDatabase;

use super::{
    given_congress::GivenCongress,
    publishing::{a_planned_congress, titles},
};
use crate::{given::address, wishes::setup, workshops::fault_of};

store::on_both_engines! {
    two_people_swap_and_both_are_told,
    a_swap_is_made_at_once_if_somebody_offers_the_opposite,
    swaps_are_off_until_the_organiser_allows_them,
    a_swap_that_breaks_a_rule_is_not_offered_and_not_made,
    whoever_agrees_second_finds_the_offer_gone,
    a_swap_is_made_in_what_the_organisers_prepare_as_well,
    a_swap_that_does_not_fit_what_is_prepared_is_refused,
    nobody_swaps_once_the_slot_has_begun,
    a_seat_in_a_workshop_that_is_called_off_is_not_swapped,
    an_offer_that_was_accepted_is_not_taken_back,
    a_swap_leaves_the_seats_of_others_as_they_are_published,
    a_swap_publishes_nothing_that_the_organisers_prepare,
    whoever_cancels_offers_nothing_any_more,
    an_offer_can_be_taken_back_after_swaps_are_switched_off,
    an_offer_that_is_sent_again_keeps_its_place,
    whoever_has_swapped_reads_of_the_swap_and_others_of_their_lots,
    a_swap_is_undone_by_nobody_else,
    a_group_that_is_separated_is_not_separated_further,
}

/// A published congress in which people may swap. In the first slot the people 0 and 1 attend workshop 0, and 2 attends
/// workshop 2; in the second slot all three attend workshop 1.
async fn a_congress_with_swaps(database: TestDatabase) -> GivenCongress {
    let congress = Box::pin(a_planned_congress(database)).await;
    let allowed = WishSetupEdit {
        allows_swaps: true,
        ..setup(Some(1))
    };
    let access = congress.organises();
    let planner = &congress.given.planner;
    let saved = planner.save_wish_setup(&access, allowed);
    Box::pin(saved).await.unwrap();
    Box::pin(congress.publishes()).await;
    congress
}

impl GivenCongress {
    pub async fn link_of(&self, number: usize) -> LinkAccess {
        let address = address(&format!("p{number:03}"));
        self.given.link(&self.given.token_mailed_to(&address).await)
    }

    async fn swap_page(&self, number: usize) -> SwapPage {
        let link = self.link_of(number).await;
        self.given.planner.swap_page(&link).await.unwrap()
    }

    async fn swaps_in(&self, number: usize, slot: usize) -> SwapSlot {
        let page = self.swap_page(number).await;
        let mut slots = page.slots.into_iter();
        slots.find(|one| one.slot == self.slots[slot]).unwrap()
    }

    /// A change in the first slot.
    async fn swaps(
        &self,
        number: usize,
        change: SwapChange,
        [gives, wants]: [usize; 2],
    ) -> Result<Swapped, PlannerError> {
        let request = SwapRequest {
            gives: self.offer(0, gives),
            wants: self.workshops[wants],
            change,
        };
        let link = self.link_of(number).await;
        self.given.planner.change_swaps(&link, request).await
    }

    /// How many offers somebody's own page announces.
    async fn offers_on_own_page(&self, number: usize) -> Option<usize> {
        let link = self.link_of(number).await;
        let page = self.given.planner.personal_page(&link).await;
        page.unwrap().workshops.swaps
    }

    async fn published_head(&self) -> AssignmentHead {
        let plan = self.board().await.assignment.plan.unwrap();
        let mut reader = self.given.database.store.read().await.unwrap();
        let version = reader.plan_version(plan.id, plan.published.unwrap().0);
        let version: AssignmentVersion = version.await.unwrap().unwrap();
        version.head
    }

    /// The workshop of somebody in the first slot, as published and as prepared.
    async fn seats_of(&self, number: usize) -> [Option<WorkshopId>; 2] {
        let plan = self.board().await.assignment.plan.unwrap();
        let person = self.person(number).await;
        let slot: SlotId = self.slots[0];
        let mut reader = self.given.database.store.read().await.unwrap();
        let mut seats = [None, None];
        let versions = [plan.published.unwrap().0, plan.current.unwrap()];
        for (seat, version) in seats.iter_mut().zip(versions) {
            let version: Option<AssignmentVersion> =
                reader.plan_version(plan.id, version).await.unwrap();
            *seat = version.unwrap().seating.workshop_of(person, slot);
        }
        seats
    }
}

async fn two_people_swap_and_both_are_told(database: TestDatabase) {
    let congress = a_congress_with_swaps(database).await;
    let [first, third] = [congress.workshops[0], congress.workshops[2]];
    let page = congress.swaps_in(0, 0).await;
    assert_eq!((page.gives, &page.choices[..]), (first, &[third][..]));
    assert_eq!(page.offered, []);
    let offered = congress.swaps(0, SwapChange::Offer, [0, 2]).await;
    assert_eq!(offered.unwrap(), Swapped::Offered);
    let page = congress.swaps_in(0, 0).await;
    assert_eq!(
        (&page.wanted[..], &page.choices[..]),
        (&[third][..], &[][..])
    );
    assert_eq!(congress.seats_of(0).await, [Some(first); 2]);
    // Only whoever sits there is asked, and on the own page.
    assert_eq!(congress.swaps_in(1, 0).await.offered, []);
    assert_eq!(congress.swaps_in(2, 0).await.offered, [first]);
    let link = congress.link_of(2).await;
    let own = congress.given.planner.personal_page(&link).await.unwrap();
    assert_eq!(own.workshops.swaps, Some(1));

    let made = congress.swaps(2, SwapChange::Agree, [2, 0]).await;
    assert_eq!(made.unwrap(), Swapped::Made);
    assert_eq!(congress.seats_of(0).await, [Some(third); 2]);
    assert_eq!(congress.seats_of(2).await, [Some(first); 2]);
    assert_eq!(congress.seats_of(1).await, [Some(first); 2]);
    assert_eq!(congress.titles(0).await, titles(&[1, 2]));
    assert_eq!(congress.titles(2).await, titles(&[0, 1]));
    let page = congress.swaps_in(0, 0).await;
    assert_eq!((page.gives, page.wanted.len()), (third, 0));
    assert_eq!(page.made.unwrap().gives, first);
    assert!(congress.publication().await.recipients.is_empty());
    let board = congress.board().await;
    let version = board.version.unwrap();
    assert_eq!(version.head.cause, VersionCause::Agreed);
    assert_eq!(version.broken, []);
    congress.checks(version.head.number).await;
}

async fn a_swap_is_made_at_once_if_somebody_offers_the_opposite(database: TestDatabase) {
    let congress = a_congress_with_swaps(database).await;
    for number in [0, 1] {
        let offered = congress.swaps(number, SwapChange::Offer, [0, 2]).await;
        assert_eq!(offered.unwrap(), Swapped::Offered);
        congress.given.clock.advance(SignedDuration::from_mins(5));
    }
    let made = congress.swaps(2, SwapChange::Offer, [2, 0]).await;
    assert_eq!(made.unwrap(), Swapped::Made);
    let third = congress.workshops[2];
    // Whoever has waited longer.
    assert_eq!(congress.seats_of(0).await, [Some(third); 2]);
    assert_eq!(congress.seats_of(1).await, [Some(congress.workshops[0]); 2]);
    assert_eq!(congress.swaps_in(1, 0).await.wanted, [third]);
    // The form arrives once more.
    let again = congress.swaps(2, SwapChange::Offer, [2, 0]).await;
    assert_eq!(fault_of(again), ("wants".to_owned(), Fault::SeatMoved));
}

async fn swaps_are_off_until_the_organiser_allows_them(database: TestDatabase) {
    let congress = a_planned_congress(database).await;
    congress.publishes().await;
    let link = congress.link_of(0).await;
    let page = congress.given.planner.swap_page(&link).await;
    assert!(matches!(page, Err(PlannerError::NotFound)));
    let refused = congress.swaps(0, SwapChange::Offer, [0, 2]).await;
    assert!(matches!(refused, Err(PlannerError::NotFound)));
    let own = congress.given.planner.personal_page(&link).await.unwrap();
    assert_eq!(own.workshops.swaps, None);
}

async fn a_swap_that_breaks_a_rule_is_not_offered_and_not_made(database: TestDatabase) {
    let congress = a_congress_with_swaps(database).await;
    let offered = congress.swaps(0, SwapChange::Offer, [0, 2]).await;
    assert_eq!(offered.unwrap(), Swapped::Offered);
    let [one, other] = [congress.person(0).await, congress.person(1).await];
    let together = AssignmentRule::Together(vec![one, other]);
    congress.sets_rules(vec![together]).await;
    assert_eq!(congress.swaps_in(2, 0).await.offered, []);
    let refused = congress.swaps(2, SwapChange::Agree, [2, 0]).await;
    assert_eq!(fault_of(refused), ("wants".to_owned(), Fault::SwapGone));
    assert_eq!(congress.swaps_in(1, 0).await.choices, []);
    let refused = congress.swaps(1, SwapChange::Offer, [0, 2]).await;
    assert_eq!(fault_of(refused), ("wants".to_owned(), Fault::SwapRefused));

    let fixed = AssignmentRule::Fixed {
        person: congress.person(2).await,
        offer: OfferKey {
            slot: congress.slots[0],
            workshop: congress.workshops[2],
        },
    };
    congress.sets_rules(vec![fixed]).await;
    let refused = congress.swaps(2, SwapChange::Agree, [2, 0]).await;
    assert_eq!(fault_of(refused), ("wants".to_owned(), Fault::SwapGone));
    congress.sets_rules(Vec::new()).await;
    let made = congress.swaps(2, SwapChange::Agree, [2, 0]).await;
    assert_eq!(made.unwrap(), Swapped::Made);
}

async fn whoever_agrees_second_finds_the_offer_gone(database: TestDatabase) {
    let congress = a_congress_with_swaps(database).await;
    let offered = congress.swaps(2, SwapChange::Offer, [2, 0]).await;
    assert_eq!(offered.unwrap(), Swapped::Offered);
    let agree = |number| congress.swaps(number, SwapChange::Agree, [0, 2]);
    let (one, other) = tokio::join!(agree(0), agree(1));
    let made = [&one, &other].map(|result| matches!(result, Ok(Swapped::Made)));
    assert_eq!(
        made.iter().filter(|made| **made).count(),
        1,
        "{one:?} {other:?}"
    );
    let late = if made[0] { other } else { one };
    assert_eq!(fault_of(late), ("wants".to_owned(), Fault::SwapGone));

    // An offer that is taken back is gone as well.
    let offered = congress.swaps(2, SwapChange::Offer, [0, 2]).await;
    assert_eq!(offered.unwrap(), Swapped::Offered);
    let back = congress.swaps(2, SwapChange::Withdraw, [0, 2]).await;
    assert_eq!(back.unwrap(), Swapped::Withdrawn);
    let page = congress.swaps_in(2, 0).await;
    assert_eq!(page.wanted, []);
}

async fn a_swap_is_made_in_what_the_organisers_prepare_as_well(database: TestDatabase) {
    let congress = a_congress_with_swaps(database).await;
    // Only the second slot differs.
    congress
        .seats(&[(0, [0, 3]), (1, [0, 1]), (2, [2, 1])])
        .await;
    let offered = congress.swaps(0, SwapChange::Offer, [0, 2]).await;
    assert_eq!(offered.unwrap(), Swapped::Offered);
    let made = congress.swaps(2, SwapChange::Agree, [2, 0]).await;
    // Workshop 3 needs two people: the prepared version breaks that already, so it is no reason against the swap.
    assert_eq!(made.unwrap(), Swapped::Made);
    let third = congress.workshops[2];
    assert_eq!(congress.seats_of(0).await, [Some(third); 2]);
    let board = congress.board().await;
    let [slot, person] = [1, 0];
    let prepared = board.version.unwrap().seating;
    let person = congress.person(person).await;
    let kept = prepared.workshop_of(person, congress.slots[slot]);
    assert_eq!(kept, Some(congress.workshops[3]));
    assert_eq!(congress.titles(0).await, titles(&[1, 2]));
}

async fn a_swap_that_does_not_fit_what_is_prepared_is_refused(database: TestDatabase) {
    let congress = a_congress_with_swaps(database).await;
    let offered = congress.swaps(0, SwapChange::Offer, [0, 2]).await;
    assert_eq!(offered.unwrap(), Swapped::Offered);
    congress
        .seats(&[(0, [2, 1]), (1, [0, 1]), (2, [0, 1])])
        .await;
    let before = congress.seats_of(0).await;
    // Nobody is shown what would be refused.
    assert_eq!(congress.swaps_in(2, 0).await.offered, []);
    let refused = congress.swaps(2, SwapChange::Agree, [2, 0]).await;
    assert_eq!(fault_of(refused), ("wants".to_owned(), Fault::SwapGone));
    assert_eq!(congress.swaps_in(1, 0).await.choices, []);
    let refused = congress.swaps(1, SwapChange::Offer, [0, 2]).await;
    assert_eq!(fault_of(refused), ("wants".to_owned(), Fault::SwapRefused));
    assert_eq!(congress.seats_of(0).await, before);
}

async fn nobody_swaps_once_the_slot_has_begun(database: TestDatabase) {
    let congress = a_congress_with_swaps(database).await;
    let offered = congress.swaps(0, SwapChange::Offer, [0, 2]).await;
    assert_eq!(offered.unwrap(), Swapped::Offered);
    let until = "2023-09-19T10:30+02[Europe/Berlin]".parse::<jiff::Zoned>();
    let passed = until
        .unwrap()
        .timestamp()
        .duration_since(congress.given.planner.now());
    congress.given.clock.advance(passed);
    let page = congress.swap_page(2).await;
    let slots: Vec<SlotId> = page.slots.iter().map(|one| one.slot).collect();
    assert_eq!(slots, [congress.slots[1]]);
    let late = congress.swaps(2, SwapChange::Agree, [2, 0]).await;
    assert_eq!(fault_of(late), ("wants".to_owned(), Fault::SlotBegan));
}

async fn a_seat_in_a_workshop_that_is_called_off_is_not_swapped(database: TestDatabase) {
    let congress = a_congress_with_swaps(database).await;
    let offered = congress.swaps(0, SwapChange::Offer, [0, 2]).await;
    assert_eq!(offered.unwrap(), Swapped::Offered);
    assert_eq!(congress.offers_on_own_page(2).await, Some(1));
    // Prepared only, and not published yet.
    congress
        .decides(OfferDecision::CallOff(congress.offer(0, 0)))
        .await;
    let slots = |page: SwapPage| page.slots.into_iter().map(|one| one.slot);
    let ahead: Vec<SlotId> = slots(congress.swap_page(0).await).collect();
    assert_eq!(ahead, [congress.slots[1]]);
    assert_eq!(congress.swaps_in(2, 0).await.offered, []);
    assert_eq!(congress.offers_on_own_page(2).await, Some(0));
    let refused = congress.swaps(2, SwapChange::Agree, [2, 0]).await;
    assert_eq!(fault_of(refused), ("wants".to_owned(), Fault::SwapRefused));
    let refused = congress.swaps(0, SwapChange::Offer, [0, 2]).await;
    assert_eq!(fault_of(refused), ("wants".to_owned(), Fault::SwapRefused));
    let before = congress.seats_of(2).await;

    let access = congress.organises();
    let planner = &congress.given.planner;
    let kept = planner.decide_offer(&access, congress.offer(0, 0), None);
    kept.await.unwrap();
    assert_eq!(congress.swaps_in(2, 0).await.offered.len(), 1);
    let called_off =
        planner.set_workshop_state(&access, congress.workshops[0], WorkshopState::CalledOff);
    called_off.await.unwrap();
    assert_eq!(congress.swaps_in(2, 0).await.offered, []);
    let refused = congress.swaps(2, SwapChange::Agree, [2, 0]).await;
    assert_eq!(fault_of(refused), ("wants".to_owned(), Fault::SwapRefused));
    assert_eq!(congress.seats_of(2).await, before);
}

async fn an_offer_that_was_accepted_is_not_taken_back(database: TestDatabase) {
    let congress = a_congress_with_swaps(database).await;
    let offered = congress.swaps(0, SwapChange::Offer, [0, 2]).await;
    assert_eq!(offered.unwrap(), Swapped::Offered);
    let made = congress.swaps(2, SwapChange::Agree, [2, 0]).await;
    assert_eq!(made.unwrap(), Swapped::Made);
    let late = congress.swaps(0, SwapChange::Withdraw, [0, 2]).await;
    assert_eq!(late.unwrap(), Swapped::MadeBefore);
    let page = congress.swaps_in(0, 0).await;
    assert_eq!(page.made.unwrap().gives, congress.workshops[0]);

    // Both at once: whoever is told that nothing happens keeps the seat.
    let offered = congress.swaps(0, SwapChange::Offer, [2, 0]).await;
    assert_eq!(offered.unwrap(), Swapped::Offered);
    let before = congress.seats_of(0).await;
    let (agreed, back) = tokio::join!(
        congress.swaps(2, SwapChange::Agree, [0, 2]),
        congress.swaps(0, SwapChange::Withdraw, [2, 0]),
    );
    let after = congress.seats_of(0).await;
    match back.unwrap() {
        Swapped::Withdrawn => assert!(agreed.is_err() && after == before),
        Swapped::MadeBefore => assert!(agreed.is_ok() && after != before),
        other => panic!("{other:?}"),
    }
}

async fn a_swap_leaves_the_seats_of_others_as_they_are_published(database: TestDatabase) {
    let congress = a_congress_with_swaps(database).await;
    // The person does not attend the slot any more, and nobody has published that.
    let absent = WishList {
        absent: [congress.slots[0]].into(),
        ..WishList::default()
    };
    congress.wishes(1, &absent).await;
    let before = congress.seats_of(1).await;
    let offered = congress.swaps(0, SwapChange::Offer, [0, 2]).await;
    assert_eq!(offered.unwrap(), Swapped::Offered);
    let made = congress.swaps(2, SwapChange::Agree, [2, 0]).await;
    assert_eq!(made.unwrap(), Swapped::Made);
    assert_eq!(congress.seats_of(1).await, before);
    assert_eq!(before, [Some(congress.workshops[0]); 2]);
}

async fn a_swap_publishes_nothing_that_the_organisers_prepare(database: TestDatabase) {
    let congress = a_congress_with_swaps(database).await;
    let before = congress.published_head().await.set_up;
    // A decision about another slot, neither computed nor published.
    congress
        .decides(OfferDecision::CallOff(congress.offer(1, 3)))
        .await;
    let offered = congress.swaps(0, SwapChange::Offer, [0, 2]).await;
    assert_eq!(offered.unwrap(), Swapped::Offered);
    let made = congress.swaps(2, SwapChange::Agree, [2, 0]).await;
    assert_eq!(made.unwrap(), Swapped::Made);
    let head = congress.published_head().await;
    assert_eq!((head.cause, head.set_up), (VersionCause::Agreed, before));
    assert_ne!(congress.board().await.assignment.revision(), before);
}

async fn whoever_cancels_offers_nothing_any_more(database: TestDatabase) {
    let congress = a_congress_with_swaps(database).await;
    let offered = congress.swaps(0, SwapChange::Offer, [0, 2]).await;
    assert_eq!(offered.unwrap(), Swapped::Offered);
    assert_eq!(congress.offers_on_own_page(2).await, Some(1));
    let link = congress.link_of(0).await;
    let planner = &congress.given.planner;
    planner.cancel_own_registration(&link).await.unwrap();
    assert_eq!(congress.offers_on_own_page(2).await, Some(0));
    let mut reader = congress.given.database.store.read().await.unwrap();
    let swaps = reader.swaps_of_event(congress.event).await.unwrap();
    assert_eq!(swaps, []);
}

async fn an_offer_can_be_taken_back_after_swaps_are_switched_off(database: TestDatabase) {
    let congress = a_congress_with_swaps(database).await;
    let offered = congress.swaps(0, SwapChange::Offer, [0, 2]).await;
    assert_eq!(offered.unwrap(), Swapped::Offered);
    let access = congress.organises();
    let planner = &congress.given.planner;
    let edit = |seen, allows_swaps| WishSetupEdit {
        allows_swaps,
        ..setup(Some(seen))
    };
    let off = planner.save_wish_setup(&access, edit(2, false));
    off.await.unwrap();
    let back = congress.swaps(0, SwapChange::Withdraw, [0, 2]).await;
    assert_eq!(back.unwrap(), Swapped::Withdrawn);
    // What was offered before is not offered again.
    let on = planner.save_wish_setup(&access, edit(3, true));
    on.await.unwrap();
    assert_eq!(congress.swaps_in(0, 0).await.wanted, []);
    assert_eq!(congress.swaps_in(2, 0).await.offered, []);
}

async fn an_offer_that_is_sent_again_keeps_its_place(database: TestDatabase) {
    let congress = a_congress_with_swaps(database).await;
    for number in [0, 1, 0] {
        let offered = congress.swaps(number, SwapChange::Offer, [0, 2]).await;
        assert_eq!(offered.unwrap(), Swapped::Offered);
        congress.given.clock.advance(SignedDuration::from_mins(5));
    }
    let made = congress.swaps(2, SwapChange::Agree, [2, 0]).await;
    assert_eq!(made.unwrap(), Swapped::Made);
    assert_eq!(congress.seats_of(0).await, [Some(congress.workshops[2]); 2]);
}

async fn whoever_has_swapped_reads_of_the_swap_and_others_of_their_lots(database: TestDatabase) {
    let congress = a_congress_with_swaps(database).await;
    let own = async |number| {
        let link = congress.link_of(number).await;
        let own = congress.given.planner.own_assignment(&link).await.unwrap();
        own.explanation
    };
    let before = [own(0).await, own(1).await];
    let offered = congress.swaps(0, SwapChange::Offer, [0, 2]).await;
    assert_eq!(offered.unwrap(), Swapped::Offered);
    let made = congress.swaps(2, SwapChange::Agree, [2, 0]).await;
    assert_eq!(made.unwrap(), Swapped::Made);
    let explained = own(0).await;
    let slot = &explained.slots[0];
    let [first, third] = [congress.workshops[0], congress.workshops[2]];
    assert!(matches!(slot.place, Place::Workshop { workshop, .. } if workshop == third));
    assert_eq!((slot.refused.len(), slot.behind.len()), (0, 0));
    let swap = slot.swap.unwrap();
    assert_eq!(swap.assigned, first);
    assert_eq!(swap.made_at, congress.given.planner.now());
    assert_eq!(explained.slots[1], before[0].slots[1]);
    // To everybody else the assignment is what it was.
    assert_eq!(own(1).await, before[1]);
}

async fn a_swap_is_undone_by_nobody_else(database: TestDatabase) {
    let congress = a_congress_with_swaps(database).await;
    assert_eq!(congress.publication().await.reverted_swaps, 0);
    let offered = congress.swaps(0, SwapChange::Offer, [0, 2]).await;
    assert_eq!(offered.unwrap(), Swapped::Offered);
    let made = congress.swaps(2, SwapChange::Agree, [2, 0]).await;
    assert_eq!(made.unwrap(), Swapped::Made);
    let board = congress.board().await;
    assert!(board.steps.stops_at_swap);
    assert_eq!(board.steps.undo, None);
    let access = congress.organises();
    let current = board.version.unwrap().head.number;
    let planner = &congress.given.planner;
    let undone = planner.undo_assignment_change(&access, current).await;
    assert!(matches!(undone, Err(PlannerError::WrongState)));
    assert_eq!(congress.publication().await.reverted_swaps, 0);

    // Another version without the swap: whoever publishes it is told.
    congress
        .seats(&[(0, [0, 1]), (1, [0, 1]), (2, [2, 1])])
        .await;
    assert_eq!(congress.publication().await.reverted_swaps, 2);
}

async fn a_group_that_is_separated_is_not_separated_further(database: TestDatabase) {
    let congress = a_congress_with_swaps(database).await;
    // In the second slot two of the group are together, and the third attends another workshop.
    congress
        .seats(&[(0, [2, 1]), (1, [0, 1]), (2, [2, 0]), (3, [2, 3])])
        .await;
    congress.publishes().await;
    let [first, last] = [congress.workshops[0], congress.workshops[3]];
    assert_eq!(congress.swaps_in(0, 1).await.choices, [first, last]);
    let mut group = Vec::new();
    for number in [0, 1, 3] {
        group.push(congress.person(number).await);
    }
    congress
        .sets_rules(vec![AssignmentRule::Together(group)])
        .await;
    // With the first workshop each of them would be alone. With the last one two stay together.
    assert_eq!(congress.swaps_in(0, 1).await.choices, [last]);
}
