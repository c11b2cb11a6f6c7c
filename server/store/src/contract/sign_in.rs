use crate::{FormExpiry, FormSubmission, contract::sample::at, testing::TestDatabase};

crate::on_both_engines! {
    a_link_signs_in_once_however_many_use_it_at_the_same_time,
    a_link_that_is_too_old_signs_nobody_in,
    a_session_lasts_until_it_runs_out_or_is_ended,
    every_hit_in_a_window_counts_however_many_come_at_the_same_time,
    a_form_is_begun_once_until_it_is_forgotten,
}

async fn a_link_signs_in_once_however_many_use_it_at_the_same_time(database: TestDatabase) {
    let mut tx = database.store.begin().await.unwrap();
    tx.insert_sign_in_link(b"hash", "anna@nord.example", at(0), at(900))
        .await
        .unwrap();
    tx.commit().await.unwrap();

    let mut attempts = tokio::task::JoinSet::new();
    for _ in 0..20 {
        let store = database.store.clone();
        attempts.spawn(async move {
            let mut tx = store.begin().await.unwrap();
            let address = tx.use_sign_in_link(b"hash", at(100)).await.unwrap();
            tx.commit().await.unwrap();
            address
        });
    }
    let signed_in: Vec<String> = attempts.join_all().await.into_iter().flatten().collect();
    assert_eq!(signed_in, ["anna@nord.example"]);
}

async fn a_link_that_is_too_old_signs_nobody_in(database: TestDatabase) {
    let mut tx = database.store.begin().await.unwrap();
    tx.insert_sign_in_link(b"old", "anna@nord.example", at(0), at(900))
        .await
        .unwrap();
    tx.insert_sign_in_link(b"new", "anna@nord.example", at(0), at(901))
        .await
        .unwrap();
    assert_eq!(tx.use_sign_in_link(b"old", at(900)).await.unwrap(), None);
    assert_eq!(tx.use_sign_in_link(b"other", at(1)).await.unwrap(), None);
    assert_eq!(tx.delete_expired_sign_in_links(at(900)).await.unwrap(), 1);
    assert!(
        tx.use_sign_in_link(b"new", at(900))
            .await
            .unwrap()
            .is_some()
    );
}

async fn a_session_lasts_until_it_runs_out_or_is_ended(database: TestDatabase) {
    let mut tx = database.store.begin().await.unwrap();
    for (token, ends) in [(b"one", at(20)), (b"two", at(10))] {
        tx.insert_login_session(token, "anna@nord.example", at(0), ends)
            .await
            .unwrap();
    }
    let address = tx.login_session(b"two", at(9)).await.unwrap();
    assert_eq!(address.as_deref(), Some("anna@nord.example"));
    assert_eq!(tx.login_session(b"two", at(10)).await.unwrap(), None);

    assert!(tx.login_session(b"one", at(10)).await.unwrap().is_some());
    assert_eq!(tx.delete_expired_login_sessions(at(10)).await.unwrap(), 1);

    tx.delete_login_session(b"one").await.unwrap();
    assert_eq!(tx.login_session(b"one", at(10)).await.unwrap(), None);
}

async fn every_hit_in_a_window_counts_however_many_come_at_the_same_time(database: TestDatabase) {
    let mut hits = tokio::task::JoinSet::new();
    for _ in 0..20 {
        let store = database.store.clone();
        hits.spawn(async move {
            let mut tx = store.begin().await.unwrap();
            let count = tx.hit_rate_limit(b"bucket", at(60)).await.unwrap();
            tx.commit().await.unwrap();
            count
        });
    }
    let mut counts = hits.join_all().await;
    counts.sort_unstable();
    assert_eq!(counts, (1..=20).collect::<Vec<i64>>());

    let mut tx = database.store.begin().await.unwrap();
    assert_eq!(tx.hit_rate_limit(b"bucket", at(120)).await.unwrap(), 1);
    assert_eq!(tx.hit_rate_limit(b"other", at(60)).await.unwrap(), 1);
    assert_eq!(tx.delete_rate_limits_before(at(120)).await.unwrap(), 2);
    assert_eq!(tx.hit_rate_limit(b"bucket", at(120)).await.unwrap(), 2);
}

fn expiry(finished: i64, running: i64) -> FormExpiry {
    FormExpiry {
        finished: at(finished),
        running: at(running),
    }
}

async fn a_form_is_begun_once_until_it_is_forgotten(database: TestDatabase) {
    let mut attempts = tokio::task::JoinSet::new();
    for _ in 0..20 {
        let store = database.store.clone();
        attempts.spawn(async move {
            let mut tx = store.begin().await.unwrap();
            let first = tx
                .begin_form_submission(b"form", b"client", at(60), expiry(0, 0))
                .await
                .unwrap();
            tx.commit().await.unwrap();
            first
        });
    }
    let begun = attempts.join_all().await;
    assert_eq!(begun.iter().filter(|begun| **begun).count(), 1);

    let mut tx = database.store.begin().await.unwrap();
    let state = tx.form_submission(b"form", expiry(59, 59)).await.unwrap();
    assert_eq!(state, Some(FormSubmission::Running));
    let killed = tx.form_submission(b"form", expiry(59, 60)).await.unwrap();
    assert_eq!(killed, None);
    tx.finish_form_submission(b"form", "/").await.unwrap();
    let state = tx.form_submission(b"form", expiry(59, 59)).await.unwrap();
    let location = "/".to_owned();
    let ended = tx.form_submission(b"form", expiry(59, 60)).await.unwrap();
    assert_eq!(ended, state);
    assert_eq!(state, Some(FormSubmission::Finished { location }));
    assert_eq!(
        tx.form_submission(b"form", expiry(60, 60)).await.unwrap(),
        None
    );
    let count = tx.count_form_submissions(b"client", at(59)).await.unwrap();
    assert_eq!(count, 1);
    assert!(
        tx.begin_form_submission(b"form", b"client", at(120), expiry(60, 60))
            .await
            .unwrap()
    );
    assert_eq!(tx.delete_form_submissions_before(at(119)).await.unwrap(), 0);
    assert_eq!(tx.delete_form_submissions_before(at(120)).await.unwrap(), 1);
}
