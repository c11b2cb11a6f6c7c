//! Forms whose actions take long.

use std::time::Duration;

use jiff::SignedDuration;
use planner::access::{FormKey, Submission};
use store::testing::TestDatabase;
use tokio::time::{sleep, timeout};

use crate::given::a_network;

store::on_both_engines! { a_second_click_waits_for_an_action_that_takes_long }

async fn a_second_click_waits_for_an_action_that_takes_long(database: TestDatabase) {
    let given = a_network(database).await;
    let key = FormKey::new(["session", "/do/import", "fields"], "client");
    let begun = given.planner.begin_submission(key).await.unwrap();
    assert_eq!(begun, Submission::First);
    let second_click = async {
        given.clock.advance(SignedDuration::from_secs(20));
        sleep(Duration::from_secs(1)).await;
        given.clock.advance(SignedDuration::from_secs(20));
        let again = given.planner.begin_submission(key);
        let answered = timeout(Duration::from_millis(500), again).await;
        assert!(answered.is_err(), "{answered:?}");
    };
    let interval = Duration::from_millis(20);
    given
        .planner
        .run_submission(key, interval, second_click)
        .await;
    let finished = given.planner.finish_submission(key, Some("/events"));
    finished.await.unwrap();
    let again = given.planner.begin_submission(key).await.unwrap();
    let location = "/events".to_owned();
    assert_eq!(again, Submission::Repeated { location });
}
