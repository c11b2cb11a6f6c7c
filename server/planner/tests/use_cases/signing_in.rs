//! Signing in: single use, fifteen minutes, the same answer to everybody.

use jiff::SignedDuration;
use model::{EmailAddress, Language};
use planner::PlannerError;
use store::testing::TestDatabase;

use crate::given::{Given, a_network, token_in};

store::on_both_engines! {
    a_link_works_once,
    a_link_works_for_fifteen_minutes,
    nobody_learns_whose_address_is_known,
    too_many_requests_are_refused_until_the_window_ends,
    a_session_ends_when_its_owner_says_so,
}

fn anna() -> EmailAddress {
    EmailAddress::parse("Anna@RINLeipzig.example").unwrap()
}

async fn mailed_token(given: &Given) -> String {
    given
        .planner
        .request_sign_in(&anna(), Language::De, &given.client)
        .await
        .unwrap();
    token_in(&given.mails_to(&anna()).await.last().unwrap().1)
}

async fn a_link_works_once(database: TestDatabase) {
    let given = a_network(database).await;
    let token = mailed_token(&given).await;
    assert!(given.planner.sign_in(&token, &given.client).await.is_ok());
    let again = given.planner.sign_in(&token, &given.client).await;
    assert!(matches!(again, Err(PlannerError::Expired)));
}

async fn a_link_works_for_fifteen_minutes(database: TestDatabase) {
    let given = a_network(database).await;
    let (in_time, too_late) = (mailed_token(&given).await, mailed_token(&given).await);
    given.clock.advance(SignedDuration::from_secs(15 * 60 - 1));
    assert!(given.planner.sign_in(&in_time, &given.client).await.is_ok());
    given.clock.advance(SignedDuration::from_secs(1));
    let late = given.planner.sign_in(&too_late, &given.client).await;
    assert!(matches!(late, Err(PlannerError::Expired)));
}

async fn nobody_learns_whose_address_is_known(database: TestDatabase) {
    let given = a_network(database).await;
    let before = given.mails().await.len();
    let nobody = EmailAddress::parse("nobody@rinleipzig.example").unwrap();
    given
        .planner
        .request_sign_in(&nobody, Language::De, &given.client)
        .await
        .unwrap();
    assert_eq!(given.mails().await.len(), before);
}

async fn too_many_requests_are_refused_until_the_window_ends(database: TestDatabase) {
    let given = a_network(database).await;
    let nobody = EmailAddress::parse("nobody@rinleipzig.example").unwrap();
    for address in [anna(), nobody] {
        let ask = || {
            given
                .planner
                .request_sign_in(&address, Language::De, &given.client)
        };
        for _ in 0..5 {
            ask().await.unwrap();
        }
        let Err(PlannerError::TooManyRequests { retry_after }) = ask().await else {
            panic!("the sixth was answered");
        };
        given
            .clock
            .advance(SignedDuration::try_from(retry_after).unwrap());
        ask().await.unwrap();
    }
}

async fn a_session_ends_when_its_owner_says_so(database: TestDatabase) {
    let given = a_network(database).await;
    let token = mailed_token(&given).await;
    let session = given.planner.sign_in(&token, &given.client).await.unwrap();
    let cookie = session.token.reveal();
    assert!(given.planner.principal(cookie).await.unwrap().is_some());
    given.planner.sign_out(cookie).await.unwrap();
    assert!(given.planner.principal(cookie).await.unwrap().is_none());
}
