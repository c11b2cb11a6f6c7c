//! Jobs that people stop and resume, and the deletion of jobs that ended.

use jiff::SignedDuration;
use model::{AuditAction, EventId, JobId, JobState};
use planner::{AuditFilter, Paging, PlannerError};
use store::testing::TestDatabase;

use crate::{
    given::{Given, a_network, meeting},
    jobs::{
        EMPTY, PEOPLE, a_worker_dies_after, draft, everybody_has_one_mail, hold_up, table, the_job,
    },
};

store::on_both_engines! {
    a_stopped_job_writes_to_nobody_else_until_it_is_resumed,
    an_import_that_is_stopped_before_it_began_writes_nothing,
    jobs_and_their_tables_are_deleted_a_month_after_their_end,
}

async fn a_stopped_job_writes_to_nobody_else_until_it_is_resumed(database: TestDatabase) {
    let given = a_network(database).await;
    let event = draft(&given, None, PEOPLE).await;
    let access = given.organises(event);
    hold_up(&given, event).await;
    given.planner.publish_event(&access).await.unwrap();
    a_worker_dies_after(&given, 3).await;
    let so_far = given.mails().await.len();
    let job = the_job(&given, event).await.id;
    given.planner.stop_job(&access, job).await.unwrap();
    given.clock.advance(SignedDuration::from_secs(61));
    given.run_jobs().await;
    assert_eq!(given.mails().await.len(), so_far);
    let stopped = the_job(&given, event).await;
    assert_eq!(stopped.state, JobState::Stopped);
    let again = given.planner.stop_job(&access, job).await;
    assert!(matches!(again, Err(PlannerError::WrongState)), "{again:?}");

    given.planner.resume_job(&access, job).await.unwrap();
    given.run_jobs().await;
    everybody_has_one_mail(&given, PEOPLE).await;
    let everything = AuditFilter::default();
    let history = given
        .planner
        .history(&given.owner, &everything, Paging::ALL);
    let history = history.await;
    let about_jobs: Vec<_> = history
        .unwrap()
        .entries
        .rows
        .into_iter()
        .filter(|entry| [AuditAction::JobStopped, AuditAction::JobResumed].contains(&entry.action))
        .map(|entry| (entry.action, entry.member, entry.event.map(|(id, _)| id)))
        .collect();
    let by_anna = |action| (action, Some("Anna Jäger".to_owned()), Some(event));
    assert_eq!(
        about_jobs,
        [
            by_anna(AuditAction::JobResumed),
            by_anna(AuditAction::JobStopped)
        ]
    );
}

async fn an_import_that_is_stopped_before_it_began_writes_nothing(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let access = given.organises(event);
    hold_up(&given, event).await;
    given
        .planner
        .import(&access, &table(3), EMPTY)
        .await
        .unwrap();
    let job = the_job(&given, event).await.id;
    given.planner.stop_job(&access, job).await.unwrap();
    given.run_jobs().await;
    assert_eq!(
        given
            .planner
            .planned_event(&access)
            .await
            .unwrap()
            .counts
            .confirmed,
        0
    );
    let resumed = given.planner.resume_job(&access, job).await;
    assert!(
        matches!(resumed, Err(PlannerError::WrongState)),
        "{resumed:?}"
    );
}

async fn jobs_and_their_tables_are_deleted_a_month_after_their_end(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let access = given.organises(event);
    hold_up(&given, event).await;
    let table = table(PEOPLE);
    let import = given.planner.import(&access, &table, EMPTY);
    import.await.unwrap();
    a_worker_dies_after(&given, 3).await;
    let job = the_job(&given, event).await.id;
    given.planner.stop_job(&access, job).await.unwrap();
    given.clock.advance(SignedDuration::from_secs(61));
    given.run_jobs().await;
    assert_eq!(the_job(&given, event).await.state, JobState::Stopped);

    given.clock.advance(SignedDuration::from_hours(29 * 24));
    given.planner.throw_away_expired().await.unwrap();
    assert_eq!(staged_lines(&given, job, event).await, PEOPLE);
    given.clock.advance(SignedDuration::from_hours(2 * 24));
    given.planner.throw_away_expired().await.unwrap();
    assert_eq!(staged_lines(&given, job, event).await, 0);
    let jobs = given.planner.jobs_of_event(&access).await.unwrap();
    assert!(jobs.is_empty(), "{jobs:?}");
    let resumed = given.planner.resume_job(&access, job).await;
    assert!(
        matches!(resumed, Err(PlannerError::NotFound)),
        "{resumed:?}"
    );
}

async fn staged_lines(given: &Given, job: JobId, event: EventId) -> usize {
    let mut reader = given.database.store.read().await.unwrap();
    reader.import_lines(job, event).await.unwrap().len()
}
