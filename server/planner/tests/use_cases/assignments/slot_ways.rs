//! Slots of both kinds in one event, and slots to which people come in another way after they have seats.

use model::{
    assignment::BrokenAssignmentRule,
    workshops::{BookingChange, OfferKey, SlotWay},
};
use planner::{
    PlannerError,
    assignments::{AssignmentEdited, AssignmentMove},
    plans::RulePolicy,
    workshops::{NewSlot, SeatsOnChange, SlotEdit},
};
use store::testing::TestDatabase;

use super::{
    changes::edit,
    choose,
    given_congress::{GivenCongress, Size, a_congress},
    publishing::{a_planned_congress, titles},
};
use crate::{
    given::{address, token_in},
    workshops::{fault_of, programme, slot},
};

store::on_both_engines! {
    assigned_seats_become_bookings_where_whoever_comes_first_is_served_first,
    assigned_seats_end_where_everybody_attends_together,
    a_withdrawn_assignment_leaves_bookings_alone,
    an_exchange_that_brings_more_of_one_organisation_breaks_its_limit_further,
}

impl GivenCongress {
    /// Changes the way to the seats of a slot.
    async fn goes(
        &self,
        number: usize,
        way: SlotWay,
        seats: SeatsOnChange,
    ) -> Result<(), PlannerError> {
        let id = self.slots[number];
        let found = programme(&self.given, self.event).await;
        let seen = found.programme.slot(id).unwrap().revision;
        let time = ["10:00", "13:00"][number];
        let new = NewSlot {
            way,
            ..slot(time, 90)
        };
        let edit = SlotEdit { seen, new, seats };
        let access = self.organises();
        let changed = self.given.planner.change_slot(&access, id, edit).await;
        self.given.run_jobs().await;
        self.given.mails_arrive().await;
        changed
    }

    /// The secret of a person's link.
    async fn token(&self, number: usize) -> String {
        let mails = self
            .given
            .mails_to(&address(&format!("p{number:03}")))
            .await;
        token_in(&mails.last().unwrap().1)
    }

    async fn books(&self, number: usize, change: BookingChange) {
        let link = self.given.link(&self.token(number).await);
        let planner = &self.given.planner;
        planner.change_own_bookings(&link, change).await.unwrap();
    }
}

async fn assigned_seats_become_bookings_where_whoever_comes_first_is_served_first(
    database: TestDatabase,
) {
    let congress = a_planned_congress(database).await;
    congress.publishes().await;
    let (planner, access) = (&congress.given.planner, congress.organises());
    let seats = planner.slot_seats(&access, congress.slots[0]).await;
    assert_eq!(seats.unwrap().assigned, 3);
    let first_come = congress.goes(0, SlotWay::FirstCome, SeatsOnChange::Keep);
    first_come.await.unwrap();
    assert_eq!(congress.titles(0).await, titles(&[0, 1]));
    for number in 0..3 {
        assert_eq!(congress.entries(number).await.len(), 2, "nobody is told");
    }
    let overview = planner.booking_overview(&access).await.unwrap();
    assert_eq!(overview.bookings.len(), 3);
    assert!(congress.publication().await.recipients.is_empty());

    // Whoever gives the seat back loses the entry at once, and the other slot stays.
    let offer = OfferKey {
        slot: congress.slots[0],
        workshop: congress.workshops[0],
    };
    congress.books(0, BookingChange::Leave(offer)).await;
    congress.given.mails_arrive().await;
    assert_eq!(congress.titles(0).await, titles(&[1]));
    assert_eq!(congress.titles(1).await, titles(&[0, 1]));
    // Bookings end with the way, and the assignment counts again: nobody has a seat that nobody knows of.
    let kept = congress.goes(0, SlotWay::Wishes, SeatsOnChange::Keep).await;
    assert_eq!(fault_of(kept).0, "way");
    let wishes = congress.goes(0, SlotWay::Wishes, SeatsOnChange::End);
    wishes.await.unwrap();
    congress.publishes().await;
    for number in 0..2 {
        assert_eq!(congress.titles(number).await, titles(&[0, 1]), "{number}");
    }
}

async fn assigned_seats_end_where_everybody_attends_together(database: TestDatabase) {
    let congress = a_planned_congress(database).await;
    congress.publishes().await;
    let kept = congress
        .goes(0, SlotWay::Together, SeatsOnChange::Keep)
        .await;
    assert_eq!(fault_of(kept).0, "way");
    assert_eq!(congress.titles(0).await, titles(&[0, 1]));
    let together = congress.goes(0, SlotWay::Together, SeatsOnChange::End);
    together.await.unwrap();
    for number in 0..3 {
        assert_eq!(congress.titles(number).await, titles(&[1]), "{number}");
    }
}

async fn a_withdrawn_assignment_leaves_bookings_alone(database: TestDatabase) {
    let congress = a_planned_congress(database).await;
    let first_come = congress.goes(1, SlotWay::FirstCome, SeatsOnChange::Keep);
    first_come.await.unwrap();
    let offer = OfferKey {
        slot: congress.slots[1],
        workshop: congress.workshops[1],
    };
    congress.books(3, BookingChange::Take(offer)).await;
    congress.publishes_unsent().await;
    assert_eq!(congress.titles(0).await, titles(&[0]));
    let planner = &congress.given.planner;
    let access = congress.organises();
    planner.withdraw_assignment(&access).await.unwrap();
    assert_eq!(
        congress.given.run_jobs().await,
        0,
        "there is nothing to tell"
    );
    congress.given.mails_arrive().await;
    assert!(congress.titles(0).await.is_empty());
    assert_eq!(congress.titles(3).await, titles(&[1]));
}

async fn an_exchange_that_brings_more_of_one_organisation_breaks_its_limit_further(
    database: TestDatabase,
) {
    let size = Size {
        people: 36,
        workshops: 4,
        slots: 2,
        most: 8,
        wishes: 2,
    };
    let congress = a_congress(database, size).await;
    congress.is_assigned().await;
    choose(&congress, 1, None).await;
    // People whose numbers differ by seven are of one organisation. The first workshop takes three of one.
    let rows = [0, 7, 14, 21, 1].map(|person| (person, [0, 1]));
    let mut rows = rows.to_vec();
    rows.extend([(28, [2, 1]), (29, [2, 1])]);
    let version = congress.seats(&rows).await;
    let slot = congress.slots[0];
    let swap = async |one: usize, other: usize| {
        let change = AssignmentMove::Swap {
            slot,
            one: congress.person(one).await,
            other: congress.person(other).await,
        };
        edit(&congress, version, change, RulePolicy::Keep).await
    };
    let offer = OfferKey {
        slot,
        workshop: congress.workshops[0],
    };
    let fifth = swap(28, 1).await;
    let limit = BrokenAssignmentRule::TooManyOfOne(offer);
    let AssignmentEdited::WouldBreak(rules) = fifth else {
        panic!("{fifth:?}");
    };
    assert!(rules.contains(&limit), "{rules:?}");
    // A colleague instead of a colleague breaks it no further.
    let same = swap(28, 0).await;
    assert!(matches!(same, AssignmentEdited::Made { .. }), "{same:?}");
}
