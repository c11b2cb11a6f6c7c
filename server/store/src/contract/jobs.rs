use model::{
    AuditAction, Event, JobKind, JobState, Network, Registration,
    RegistrationState::{self, Confirmed, Waitlisted},
    Source,
};
use uuid::Uuid;

use crate::{
    ClaimedJob, ImportEntry, ImportRows, NewImportLine, NewJob, Promotion, Renewal, Store,
    contract::sample::{at, event, id, member, planned, registered, registration, waiting},
    testing::TestDatabase,
};

crate::on_both_engines! {
    each_job_is_given_to_one_of_many_workers,
    a_job_waits_for_the_earlier_ones_of_its_event,
    a_job_whose_worker_vanished_goes_on_with_another,
    a_stopped_job_goes_on_when_it_is_resumed,
    a_failed_job_waits_for_its_next_attempt,
    people_see_how_far_a_job_has_come,
    all_lines_of_a_table_are_entered_at_once,
    many_people_move_up_with_one_statement,
    a_draft_takes_its_jobs_along,
    a_job_that_cannot_be_read_stops_no_other,
}

fn job(number: u128, event: &Event) -> NewJob {
    NewJob {
        id: id(number),
        network: event.network,
        event: Some(event.id),
        kind: JobKind::EventPublished,
        payload: "{}".to_owned(),
        total: 10,
        member: None,
        at: at(100),
    }
}

async fn queue(store: &Store, jobs: &[NewJob]) {
    let mut tx = store.begin().await.unwrap();
    for job in jobs {
        tx.insert_job(job).await.unwrap();
    }
    tx.commit().await.unwrap();
}

/// Claims at one second, until a later one.
async fn claim(store: &Store, now: i64, until: i64) -> Option<ClaimedJob> {
    let due = store.read().await.unwrap().has_due_job(at(now)).await;
    let mut tx = store.begin().await.unwrap();
    let lease = Uuid::from_u128(u128::try_from(now * 1_000 + until).unwrap());
    let claimed = tx.claim_job(at(now), at(until), lease).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(due.unwrap(), claimed.is_some());
    claimed
}

async fn renew(store: &Store, job: &mut ClaimedJob) -> Renewal {
    let mut tx = store.begin().await.unwrap();
    let renewal = tx.renew_job(job, at(900)).await.unwrap();
    tx.commit().await.unwrap();
    renewal
}

async fn finish(store: &Store, job: &ClaimedJob, state: JobState) {
    let mut tx = store.begin().await.unwrap();
    tx.finish_job(job, state, at(300)).await.unwrap();
    tx.commit().await.unwrap();
}

async fn another_event(store: &Store, network: &Network) -> Event {
    let other = event(2, network);
    let mut tx = store.begin().await.unwrap();
    tx.insert_event(&other, at(1)).await.unwrap();
    tx.commit().await.unwrap();
    other
}

async fn each_job_is_given_to_one_of_many_workers(database: TestDatabase) {
    let (network, first) = planned(&database.store).await;
    let second = another_event(&database.store, &network).await;
    queue(&database.store, &[job(1, &first), job(2, &second)]).await;
    let stores = [database.store.clone(), database.another_store().await];
    let mut workers = tokio::task::JoinSet::new();
    for number in 0..8_u128 {
        let store = stores[usize::try_from(number % 2).unwrap()].clone();
        workers.spawn(async move {
            let mut tx = store.begin().await.unwrap();
            let lease = Uuid::from_u128(number);
            let claimed = tx.claim_job(at(200), at(260), lease).await.unwrap();
            tx.commit().await.unwrap();
            claimed.map(|job| job.id)
        });
    }
    let mut claimed: Vec<_> = workers.join_all().await.into_iter().flatten().collect();
    claimed.sort();
    assert_eq!(claimed, [id(1), id(2)]);
}

async fn a_job_waits_for_the_earlier_ones_of_its_event(database: TestDatabase) {
    let (_, event) = planned(&database.store).await;
    let mut tx = database.store.begin().await.unwrap();
    tx.insert_job(&job(1, &event)).await.unwrap();
    let lease = Uuid::from_u128(1);
    let first = tx.claim_inserted_job(id(1), at(100), at(160), lease).await;
    let first = first.unwrap().unwrap();
    tx.insert_job(&job(2, &event)).await.unwrap();
    let second = tx.claim_inserted_job(id(2), at(100), at(160), lease).await;
    assert_eq!(second.unwrap(), None);
    tx.commit().await.unwrap();
    assert_eq!(claim(&database.store, 150, 210).await, None);
    finish(&database.store, &first, JobState::Failed).await;
    let second = claim(&database.store, 151, 211).await.unwrap();
    assert_eq!(second.id, id(2));
}

async fn a_job_whose_worker_vanished_goes_on_with_another(database: TestDatabase) {
    let (_, event) = planned(&database.store).await;
    queue(&database.store, &[job(1, &event)]).await;
    let mut first = claim(&database.store, 100, 160).await.unwrap();
    let mut tx = database.store.begin().await.unwrap();
    first.cursor = Some("7".to_owned());
    first.done = 3;
    tx.save_job_progress(&first).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(claim(&database.store, 159, 219).await, None);
    let mut second = claim(&database.store, 160, 220).await.unwrap();
    assert_eq!((second.cursor.as_deref(), second.done), (Some("7"), 3));
    // Whoever vanished may have been ended by the job.
    assert_eq!((first.attempts, second.attempts), (0, 1));
    assert_eq!(renew(&database.store, &mut first).await, Renewal::Lost);
    assert_eq!(renew(&database.store, &mut second).await, Renewal::Renewed);
    let mut tx = database.store.begin().await.unwrap();
    assert_eq!(tx.release_job_leases(at(200)).await.unwrap(), 1);
    tx.commit().await.unwrap();
    let third = claim(&database.store, 201, 261).await.unwrap();
    assert_eq!(third.attempts, 2);
}

async fn a_stopped_job_goes_on_when_it_is_resumed(database: TestDatabase) {
    let (_, event) = planned(&database.store).await;
    queue(&database.store, &[job(1, &event), job(2, &event)]).await;
    let mut running = claim(&database.store, 100, 160).await.unwrap();
    let mut tx = database.store.begin().await.unwrap();
    assert!(tx.request_job_stop(id(1), at(110)).await.unwrap());
    assert!(tx.request_job_stop(id(2), at(110)).await.unwrap());
    tx.commit().await.unwrap();
    assert_eq!(
        renew(&database.store, &mut running).await,
        Renewal::StopRequested
    );
    let mut reader = database.store.read().await.unwrap();
    let [waits, runs] = [2, 1].map(id);
    assert_eq!(
        reader.job(waits).await.unwrap().unwrap().state,
        JobState::Stopped
    );
    let seen = reader.job(runs).await.unwrap().unwrap();
    assert_eq!((seen.state, seen.stops), (JobState::Running, true));
    drop(reader);
    finish(&database.store, &running, JobState::Stopped).await;
    assert_eq!(claim(&database.store, 500, 560).await, None);
    let mut tx = database.store.begin().await.unwrap();
    assert!(!tx.request_job_stop(id(1), at(510)).await.unwrap());
    assert!(tx.resume_job(id(1), at(510)).await.unwrap());
    assert!(!tx.resume_job(id(1), at(510)).await.unwrap());
    tx.commit().await.unwrap();
    assert_eq!(claim(&database.store, 510, 570).await.unwrap().id, id(1));
}

async fn a_failed_job_waits_for_its_next_attempt(database: TestDatabase) {
    let (_, event) = planned(&database.store).await;
    queue(&database.store, &[job(1, &event)]).await;
    let claimed = claim(&database.store, 100, 160).await.unwrap();
    let mut tx = database.store.begin().await.unwrap();
    tx.release_job(&claimed, 1, at(130)).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(claim(&database.store, 129, 189).await, None);
    let mut again = claim(&database.store, 130, 190).await.unwrap();
    assert_eq!(again.attempts, 1);
    let mut tx = database.store.begin().await.unwrap();
    again.attempts = 0;
    tx.save_job_progress(&again).await.unwrap();
    tx.commit().await.unwrap();
    renew(&database.store, &mut again).await;
    assert_eq!(again.attempts, 0, "it went on");
}

async fn people_see_how_far_a_job_has_come(database: TestDatabase) {
    let (network, event) = planned(&database.store).await;
    let mut tx = database.store.begin().await.unwrap();
    let anna = member(1, &network, "anna@nord.example");
    tx.insert_member(&anna, at(1)).await.unwrap();
    tx.commit().await.unwrap();
    let by_anna = NewJob {
        member: Some(anna.id),
        ..job(2, &event)
    };
    queue(&database.store, &[job(1, &event), by_anna]).await;
    let mut reader = database.store.read().await.unwrap();
    let jobs = reader.jobs_of_event(event.id, 1).await.unwrap().rows;
    assert_eq!(jobs.len(), 1);
    assert_eq!(jobs[0].id, id(2));
    assert_eq!(jobs[0].started_by.as_deref(), Some("Jörg Ängström"));
    assert_eq!((jobs[0].done, jobs[0].total), (0, 10));
}

fn line(number: u64, becomes: Registration) -> NewImportLine {
    NewImportLine {
        number,
        registration: becomes.id,
        audit: Uuid::from_u128(u128::from(number) + 1_000),
        person: becomes.person,
        answers: becomes.answers,
    }
}

async fn all_lines_of_a_table_are_entered_at_once(database: TestDatabase) {
    let (network, event) = planned(&database.store).await;
    let mut known = registration(9, event.id);
    known.state = RegistrationState::Cancelled;
    registered(&database.store, &[known.clone()]).await;
    let mut tx = database.store.begin().await.unwrap();
    tx.insert_job(&job(1, &event)).await.unwrap();
    let back = Registration {
        id: id(90),
        ..known.clone()
    };
    let imported = |number| Registration {
        source: Source::Import,
        consent: None,
        state_changed_at: at(200),
        created_at: at(200),
        address_confirmed_at: Some(at(200)),
        entered_by: None,
        ..registration(number, event.id)
    };
    let lines = [
        line(2, imported(2)),
        line(3, imported(3)),
        line(4, back),
        line(6, imported(6)),
    ];
    let rows = ImportRows::of(&lines).unwrap();
    tx.stage_import_lines(id(1), &rows).await.unwrap();
    tx.commit().await.unwrap();

    let mut tx = database.store.begin().await.unwrap();
    let staged = tx.import_lines(id(1), event.id).await.unwrap();
    let known_at: Vec<_> = staged.iter().map(|line| line.known.is_some()).collect();
    assert_eq!(known_at, [false, false, true, false]);
    let returning = tx.returning_people(id(1), event.id).await.unwrap();
    let returning: Vec<_> = returning
        .into_iter()
        .map(|(number, person)| (number, person.unwrap()))
        .collect();
    assert_eq!(returning, [(4, known)]);
    tx.drop_import_lines(id(1), &[6]).await.unwrap();
    let entry = ImportEntry {
        job: id(1),
        network: network.id,
        event: event.id,
        member: None,
        at: at(200),
    };
    tx.enter_import_lines(&entry, &[(3, Some(1)), (4, None)])
        .await
        .unwrap();
    tx.commit().await.unwrap();

    let mut reader = database.store.read().await.unwrap();
    assert_eq!(reader.registration(id(2)).await.unwrap(), Some(imported(2)));
    let waits = reader.registration(id(3)).await.unwrap().unwrap();
    assert_eq!(waits.state, RegistrationState::Waitlisted);
    assert_eq!(waits.waiting_position, Some(1));
    assert_eq!(reader.registration(id(6)).await.unwrap(), None);
    let noted = reader.audit_of_registration(id(3)).await.unwrap();
    assert_eq!(noted.rows.len(), 1);
    let people = reader.imported_people_after(id(1), event.id, 2, 10).await;
    let people: Vec<_> = people
        .unwrap()
        .into_iter()
        .map(|(number, person)| (number, person.unwrap().id))
        .collect();
    assert_eq!(people, [(3, id(3)), (4, id(9))]);
    drop(reader);
    let mut tx = database.store.begin().await.unwrap();
    tx.delete_import_lines(id(1)).await.unwrap();
    assert!(tx.import_lines(id(1), event.id).await.unwrap().is_empty());
}

async fn many_people_move_up_with_one_statement(database: TestDatabase) {
    let (network, event) = planned(&database.store).await;
    let people = [1, 2, 3].map(|number| waiting(number, event.id, 1));
    registered(&database.store, &people).await;
    let mut tx = database.store.begin().await.unwrap();
    let audit = [11, 13].map(Uuid::from_u128);
    tx.seat_waiting(&Promotion {
        network: network.id,
        event: event.id,
        people: &[(id(1), audit[0]), (id(3), audit[1])],
        at: at(9),
    })
    .await
    .unwrap();
    let noted = tx.audit_of_registration(id(3)).await.unwrap().rows;
    assert_eq!(noted.len(), 1);
    assert_eq!(noted[0].action, AuditAction::RegistrationConfirmed);
    let walked = tx.registrations_after(event.id, Some(id(1)), 5).await;
    let walked: Vec<_> = walked
        .unwrap()
        .into_iter()
        .map(|read| read.unwrap().state)
        .collect();
    assert_eq!(walked, [Waitlisted, Confirmed]);
}

async fn a_draft_takes_its_jobs_along(database: TestDatabase) {
    let (_, event) = planned(&database.store).await;
    queue(&database.store, &[job(1, &event)]).await;
    let mut claimed = claim(&database.store, 100, 160).await.unwrap();
    let mut tx = database.store.begin().await.unwrap();
    tx.delete_event(event.id).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(renew(&database.store, &mut claimed).await, Renewal::Lost);
}

async fn a_job_that_cannot_be_read_stops_no_other(database: TestDatabase) {
    let (network, first) = planned(&database.store).await;
    let other = another_event(&database.store, &network).await;
    queue(&database.store, &[job(1, &first), job(2, &other)]).await;
    let sql = "UPDATE jobs SET kind = 'of a later version' WHERE event_id IN
        (SELECT event_id FROM jobs ORDER BY id LIMIT 1)";
    database.run_sql(sql).await;
    assert_eq!(claim(&database.store, 100, 160).await.unwrap().id, id(2));
    assert_eq!(claim(&database.store, 100, 161).await, None);
    let mut reader = database.store.read().await.unwrap();
    let jobs = reader.jobs_of_event(first.id, 5).await.unwrap();
    assert_eq!((jobs.rows.len(), jobs.unreadable.len()), (0, 1));
}
