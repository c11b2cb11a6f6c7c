//! Jobs: work that outlives a request. Workers that are killed, stopped, or overtaken by other changes.

use std::sync::atomic::{AtomicUsize, Ordering};

use jiff::SignedDuration;
use model::{
    Answers, EventId, JobId, JobKind, JobState, Language, LeftOut, MailId, MailKind, ProblemReason,
    RegistrationState, Text,
};
use planner::{
    PlannerError,
    events::AgendaShift,
    registrations::{AddedPerson, Chosen},
};
use store::{CalendarPart, NewJob, NewMail, testing::TestDatabase};
use uuid::Uuid;

use crate::given::{Given, a_network, address, confirmed, meeting, person};

store::on_both_engines! {
    a_killed_workers_job_goes_on_where_it_was,
    a_job_that_ends_its_workers_is_given_up,
    two_workers_write_to_nobody_twice,
    publishing_ends_when_the_event_is_cancelled,
    a_raised_capacity_seats_everybody_at_once,
    whoever_registers_before_the_table_is_entered_is_left_out,
    people_of_a_draft_are_written_to_when_it_is_published,
    nobody_but_its_organisers_sees_a_job,
    whoever_cannot_be_written_to_is_left_out_and_nobody_else,
}

/// More than two batches.
pub const PEOPLE: usize = 45;

pub static EMPTY: &Chosen = &Chosen::new();

/// A draft with people on it.
pub async fn draft(given: &Given, capacity: Option<u32>, people: usize) -> EventId {
    let details = meeting(capacity, vec![]);
    let created = given
        .planner
        .create_event(&given.organiser, None, |_| Ok(details));
    let event = created.await.unwrap();
    let access = given.organises(event);
    given
        .planner
        .import(&access, &table(people), EMPTY)
        .await
        .unwrap();
    given.run_jobs().await;
    event
}

pub fn table(people: usize) -> String {
    let lines = (0..people).map(|number| format!("P{number},Muster,p{number}@partner.example\n"));
    format!("vorname,name,email\n{}", lines.collect::<String>())
}

/// Queues a job in front of others, so that none begins before [`Given::run_jobs`].
pub async fn hold_up(given: &Given, event: EventId) {
    let mut tx = given.database.store.begin().await.unwrap();
    tx.insert_job(&NewJob {
        id: JobId::from(Uuid::nil()),
        network: given.organiser.network(),
        event: Some(event),
        kind: JobKind::EventCancelled,
        payload: r#"{"kind":"event_cancelled"}"#.to_owned(),
        total: 0,
        member: None,
        at: given.planner.now(),
    })
    .await
    .unwrap();
    tx.commit().await.unwrap();
}

/// A worker that dies after some batches.
pub async fn a_worker_dies_after(given: &Given, batches: usize) {
    let planner = given.planner.clone();
    let asked = AtomicUsize::new(0);
    let worker = tokio::spawn(async move {
        planner
            .run_jobs(|| {
                assert!(asked.fetch_add(1, Ordering::Relaxed) < batches, "killed");
                false
            })
            .await
    });
    assert!(worker.await.unwrap_err().is_panic());
}

/// Makes the next mail about the event to a person impossible: the outbox has its calendar message already.
async fn nobody_can_write_to(given: &Given, event: EventId, name: &str) {
    let planned = given.planner.planned_event(&given.organises(event)).await;
    let event = planned.unwrap().event;
    let mut tx = given.database.store.begin().await.unwrap();
    tx.insert_mail(NewMail {
        id: MailId::from(Uuid::max()),
        network: given.organiser.network(),
        event: Some(event.id),
        registration: None,
        recipient: address(name),
        kind: MailKind::SeatConfirmed,
        language: Language::De,
        subject: String::new(),
        message: Vec::new(),
        message_id: String::new(),
        envelope_from: address(name),
        calendar: Some(CalendarPart {
            uid: event.calendar_uid,
            sequence: event.sequence,
            method: "REQUEST".to_owned(),
        }),
        event_revision: None,
        way: None,
        mailing: None,
        kept: true,
        at: given.planner.now(),
    })
    .await
    .unwrap();
    tx.commit().await.unwrap();
}

/// Works on jobs until none is left: one batch, then the worker gives the job back.
async fn run_single_batches(given: &Given, event: EventId) {
    for _ in 0..100 {
        let asked = AtomicUsize::new(0);
        let stop = || asked.fetch_add(1, Ordering::Relaxed) > 0;
        given.planner.run_jobs(stop).await.unwrap();
        if !the_job(given, event).await.state.is_active() {
            return;
        }
        given.clock.advance(SignedDuration::from_mins(30));
    }
    panic!("the job does not end");
}

async fn recipients(given: &Given) -> Vec<String> {
    let mut recipients: Vec<String> = given
        .mails()
        .await
        .into_iter()
        .map(|mail| mail.recipient)
        .collect();
    recipients.sort();
    recipients
}

pub async fn everybody_has_one_mail(given: &Given, people: usize) {
    let recipients = recipients(given).await;
    let mut once = recipients.clone();
    once.dedup();
    assert_eq!((recipients.len(), once.len()), (people, people));
}

pub async fn the_job(given: &Given, event: EventId) -> store::Job {
    let jobs = given.planner.jobs_of_event(&given.organises(event)).await;
    jobs.unwrap().remove(0).job
}

async fn a_job_that_ends_its_workers_is_given_up(database: TestDatabase) {
    let given = a_network(database).await;
    let event = draft(&given, None, PEOPLE).await;
    hold_up(&given, event).await;
    let organises = given.organises(event);
    given.planner.publish_event(&organises).await.unwrap();
    // Workers of the first job vanish before they have stored anything.
    for lease in 1..=7 {
        let now = given.planner.now();
        let mut tx = given.database.store.begin().await.unwrap();
        let claimed = tx.claim_job(
            now,
            now + SignedDuration::from_secs(60),
            Uuid::from_u128(lease),
        );
        assert_eq!(claimed.await.unwrap().unwrap().id, JobId::from(Uuid::nil()));
        tx.commit().await.unwrap();
        given.clock.advance(SignedDuration::from_secs(61));
    }
    given.run_jobs().await;
    let jobs = given.planner.jobs_of_event(&organises).await.unwrap();
    let first = jobs
        .iter()
        .find(|view| view.job.id == JobId::from(Uuid::nil()));
    assert_eq!(first.unwrap().job.state, JobState::Failed);
    // The jobs behind it go on.
    assert_eq!(the_job(&given, event).await.state, JobState::Done);
    everybody_has_one_mail(&given, PEOPLE).await;
}

async fn a_killed_workers_job_goes_on_where_it_was(database: TestDatabase) {
    let given = a_network(database).await;
    let event = draft(&given, None, PEOPLE).await;
    hold_up(&given, event).await;
    given
        .planner
        .publish_event(&given.organises(event))
        .await
        .unwrap();
    assert!(given.mails().await.is_empty());
    // It asks before each job, and after each batch that does not end one.
    a_worker_dies_after(&given, 3).await;
    let so_far = given.mails().await.len();
    assert!((1..PEOPLE).contains(&so_far), "{so_far}");
    assert_eq!(the_job(&given, event).await.state, JobState::Running);
    assert_eq!(given.run_jobs().await, 0, "the lease is not over");
    given.clock.advance(SignedDuration::from_secs(61));
    assert_eq!(given.run_jobs().await, 1);
    everybody_has_one_mail(&given, PEOPLE).await;
    let job = the_job(&given, event).await;
    assert_eq!((job.state, job.done, job.total), (JobState::Done, 45, 45));
}

async fn two_workers_write_to_nobody_twice(database: TestDatabase) {
    let given = a_network(database).await;
    let event = draft(&given, None, PEOPLE).await;
    hold_up(&given, event).await;
    given
        .planner
        .publish_event(&given.organises(event))
        .await
        .unwrap();
    let second = given.planner_on(given.database.another_store().await);
    tokio::join!(async { given.run_jobs().await }, async {
        second.run_jobs(|| false).await.unwrap()
    });
    given.run_jobs().await;
    everybody_has_one_mail(&given, PEOPLE).await;
}

async fn publishing_ends_when_the_event_is_cancelled(database: TestDatabase) {
    let given = a_network(database).await;
    let event = draft(&given, None, PEOPLE).await;
    let access = given.organises(event);
    hold_up(&given, event).await;
    given.planner.publish_event(&access).await.unwrap();
    a_worker_dies_after(&given, 3).await;
    let invited = given.mails().await.len();
    let reason = Text::parse("Sturm").unwrap();
    given.planner.cancel_event(&access, reason).await.unwrap();
    given.clock.advance(SignedDuration::from_secs(61));
    given.run_jobs().await;
    let kinds: Vec<String> = given
        .mails()
        .await
        .into_iter()
        .map(|mail| mail.kind.to_string())
        .collect();
    let invitations = kinds.iter().filter(|kind| *kind == "seat").count();
    assert_eq!(
        invitations, invited,
        "nobody is invited to a cancelled event"
    );
    let jobs = given.planner.jobs_of_event(&access).await.unwrap();
    assert!(jobs.iter().all(|job| job.job.state == JobState::Done));
}

async fn a_raised_capacity_seats_everybody_at_once(database: TestDatabase) {
    let given = a_network(database).await;
    let event = draft(&given, Some(1), PEOPLE).await;
    let access = given.organises(event);
    given.planner.publish_event(&access).await.unwrap();
    given.run_jobs().await;
    given.mails_arrive().await;
    hold_up(&given, event).await;
    let more = meeting(Some(40), vec![]);
    let revision = given
        .planner
        .planned_event(&access)
        .await
        .unwrap()
        .event
        .revision;
    given
        .planner
        .change_event(&access, revision, confirmed(AgendaShift::None), |_| {
            Ok(more)
        })
        .await
        .unwrap();
    let counts = given.planner.planned_event(&access).await.unwrap().counts;
    assert_eq!((counts.confirmed, counts.waitlisted), (40, 5));
    given.run_jobs().await;
    assert_eq!(
        given.mail_kinds(&address("p1")).await,
        ["waiting", "moved up"]
    );
    assert_eq!(given.mail_kinds(&address("p0")).await, ["seat"]);
    assert_eq!(given.mail_kinds(&address("p44")).await, ["waiting"]);
}

async fn whoever_registers_before_the_table_is_entered_is_left_out(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(Some(2), vec![])).await;
    let access = given.organises(event);
    hold_up(&given, event).await;
    given
        .planner
        .import(&access, &table(3), EMPTY)
        .await
        .unwrap();
    let added = AddedPerson {
        person: person("p1", None),
        answers: Answers::default(),
    };
    given
        .planner
        .add_person(&access, |_| Ok(added))
        .await
        .unwrap();
    given.run_jobs().await;
    let job = the_job(&given, event).await;
    assert_eq!(job.state, JobState::Done);
    assert_eq!(job.problems.named().len(), 1);
    assert_eq!(job.problems.named()[0].left_out, LeftOut::Line(3));
    assert_eq!(
        job.problems.named()[0].reason,
        ProblemReason::RegisteredMeanwhile
    );
    assert_eq!(given.mail_kinds(&address("p0")).await, ["seat"]);
    assert_eq!(given.mail_kinds(&address("p1")).await, ["seat"]);
    assert_eq!(given.mail_kinds(&address("p2")).await, ["waiting"]);
}

async fn people_of_a_draft_are_written_to_when_it_is_published(database: TestDatabase) {
    let given = a_network(database).await;
    let event = draft(&given, Some(1), 2).await;
    assert!(given.mails().await.is_empty());
    given
        .planner
        .publish_event(&given.organises(event))
        .await
        .unwrap();
    assert_eq!(given.mail_kinds(&address("p0")).await, ["seat"]);
    assert_eq!(given.mail_kinds(&address("p1")).await, ["waiting"]);
    let mut reader = given.database.store.read().await.unwrap();
    let people = reader.registrations_of(event).await.unwrap();
    assert_eq!(people.rows[0].state, RegistrationState::Confirmed);
}

async fn nobody_but_its_organisers_sees_a_job(database: TestDatabase) {
    let given = a_network(database).await;
    let event = draft(&given, None, 1).await;
    let other = draft(&given, None, 1).await;
    let job = the_job(&given, event).await.id;
    let elsewhere = given.principal.reads_event(other);
    let page = given.planner.job_page(&elsewhere, job).await;
    assert!(matches!(page, Err(PlannerError::NotFound)), "{page:?}");
    let page = given
        .planner
        .job_page(&given.principal.reads_event(event), job)
        .await;
    assert_eq!(page.unwrap().job.job.id, job);
}

async fn whoever_cannot_be_written_to_is_left_out_and_nobody_else(database: TestDatabase) {
    let given = a_network(database).await;
    let event = draft(&given, None, PEOPLE).await;
    nobody_can_write_to(&given, event, "p7").await;
    hold_up(&given, event).await;
    given
        .planner
        .publish_event(&given.organises(event))
        .await
        .unwrap();
    given.run_jobs().await;
    run_single_batches(&given, event).await;
    let job = the_job(&given, event).await;
    assert_eq!(job.state, JobState::Done);
    assert_eq!(job.problems.named().len(), 1, "{:?}", job.problems);
    everybody_has_one_mail(&given, PEOPLE).await;
}
