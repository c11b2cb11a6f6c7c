//! Offers that an organiser calls off, while their workshops take place in other slots.

use model::{Fault, assignment::OfferDecision, workshops::WishChoice};
use store::testing::TestDatabase;

use super::{SMALL, given_congress::a_congress};

store::on_both_engines! {
    an_offer_that_is_called_off_leaves_the_programme_and_the_wishes,
}

async fn an_offer_that_is_called_off_leaves_the_programme_and_the_wishes(database: TestDatabase) {
    let congress = a_congress(database, SMALL).await;
    // The first workshop is offered in both slots, the third one in the first slot alone.
    let (first, both, only) = (
        congress.offer(0, 0),
        congress.offer(1, 0),
        congress.offer(0, 2),
    );
    congress.decides(OfferDecision::CallOff(first)).await;
    congress.decides(OfferDecision::CallOff(only)).await;
    let planner = &congress.given.planner;
    let event = congress.board().await.assignment.event;
    let open = planner.open_event(event.slug.as_str(), None).await.unwrap();
    let is_shown = |key| open.agenda.iter().any(|item| item.offer == Some(key));
    assert_eq!([first, both, only].map(is_shown), [false, true, false]);
    let found = crate::workshops::programme(&congress.given, congress.event).await;
    let choice = WishChoice::of(&found.programme, "P000 Muster");
    assert_eq!(choice.check(first.workshop), Ok(()));
    assert_eq!(choice.check(only.workshop), Err(Fault::CalledOff));
}
