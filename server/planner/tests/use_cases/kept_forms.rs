//! Forms that are kept for the browser that sent them.

use jiff::SignedDuration;
use planner::Token;
use store::testing::TestDatabase;

use crate::given::a_network;

store::on_both_engines! {
    a_form_comes_back_to_its_browser_alone,
    a_form_is_kept_for_an_hour,
    a_client_keeps_a_bounded_number_of_short_forms,
}

async fn a_form_comes_back_to_its_browser_alone(database: TestDatabase) {
    let given = a_network(database).await;
    let (mine, other) = (Token::from_random([1; 16]), Token::from_random([2; 16]));
    let kept = given.planner.keep_form(&mine, &given.client, "typed").await;
    let id = kept.unwrap().unwrap();
    let found = given.planner.kept_form(id, &mine).await.unwrap();
    assert_eq!(found.as_deref(), Some("typed"));
    assert_eq!(given.planner.kept_form(id, &other).await.unwrap(), None);
    given.planner.forget_kept_form(id, &other).await.unwrap();
    assert!(given.planner.kept_form(id, &mine).await.unwrap().is_some());
    given.planner.forget_kept_form(id, &mine).await.unwrap();
    assert_eq!(given.planner.kept_form(id, &mine).await.unwrap(), None);
}

async fn a_form_is_kept_for_an_hour(database: TestDatabase) {
    let given = a_network(database).await;
    let mine = Token::from_random([1; 16]);
    let kept = given.planner.keep_form(&mine, &given.client, "typed").await;
    let id = kept.unwrap().unwrap();
    given.clock.advance(SignedDuration::from_mins(59));
    assert!(given.planner.kept_form(id, &mine).await.unwrap().is_some());
    given.clock.advance(SignedDuration::from_mins(1));
    assert_eq!(given.planner.kept_form(id, &mine).await.unwrap(), None);
    given.planner.throw_away_expired().await.unwrap();
    let mut tx = given.database.store.begin().await.unwrap();
    let left = tx.delete_kept_forms_before(given.planner.now());
    assert_eq!(left.await.unwrap(), 0);
}

async fn a_client_keeps_a_bounded_number_of_short_forms(database: TestDatabase) {
    let given = a_network(database).await;
    let mine = Token::from_random([1; 16]);
    let keeps = async |content: String| {
        let kept = given.planner.keep_form(&mine, &given.client, &content);
        kept.await.unwrap().is_some()
    };
    assert!(!keeps("x".repeat(64 * 1024 + 1)).await);
    for _ in 0..60 {
        assert!(keeps("typed".into()).await);
    }
    assert!(!keeps("typed".into()).await);
}
