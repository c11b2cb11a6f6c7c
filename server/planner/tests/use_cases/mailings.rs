//! Mailings: one text to many people, each of whom reads their own, once.

use jiff::SignedDuration;
use model::{
    ContactId, EventId, EventTime, Fault, Faults, JobState, MailKind, Mailing, MailingAudience,
    MailingId, MailingPurpose, MailingState, PeopleFilter, Recipient, RegistrationState, Text,
    TextVariable, VariableBody, VariableLine,
};
use planner::{ContactFilter, Paging, PlannerError, mailings::NewMailing};
use store::testing::TestDatabase;
use uuid::Uuid;

use crate::{
    given::{Given, a_network, address, meeting, person, when},
    jobs::{PEOPLE, a_worker_dies_after, draft, hold_up},
};

store::on_both_engines! {
    everybody_reads_their_own_text,
    a_killed_mailing_writes_to_nobody_twice,
    a_stopped_mailing_goes_on_with_the_others,
    the_rest_of_a_stopped_message_is_given_up,
    mails_that_wait_are_held,
    whoever_left_since_is_not_written_to,
    a_mailing_waits_for_its_time,
    nobody_is_written_to_about_another_state_of_the_event,
    a_preview_names_what_is_missing,
    a_contact_opts_out_by_the_link,
}

pub fn words(subject: &str, text: &str) -> (VariableLine, VariableBody) {
    let subject = VariableLine::parse(subject).unwrap();
    (subject, VariableBody::parse(text).unwrap())
}

fn message(filter: PeopleFilter, due: Option<EventTime>) -> NewMailing {
    let (subject, text) = words(
        "Morgen: {Veranstaltung}",
        "Guten Tag {Vorname} {Nachname},\n\n{Datum} in {Ort}.\n\n{Link}",
    );
    NewMailing {
        audience: MailingAudience::Registrations(filter),
        due,
        ..message_of(subject, text)
    }
}

/// A message to everybody, at once.
pub fn message_of(subject: VariableLine, text: VariableBody) -> NewMailing {
    NewMailing {
        purpose: MailingPurpose::Message,
        subject,
        text,
        audience: MailingAudience::Registrations(PeopleFilter::default()),
        due: None,
        files: Vec::new(),
    }
}

async fn send(given: &Given, event: EventId, due: Option<EventTime>) -> (MailingId, u32) {
    let access = given.organises(event);
    let sent = given
        .planner
        .send_mailing(&access, |_| Ok(message(PeopleFilter::default(), due)));
    sent.await.unwrap()
}

async fn recipients(given: &Given) -> Vec<String> {
    let mails = given.mails().await.into_iter();
    let messages = mails.filter(|mail| mail.kind == MailKind::Message);
    let mut recipients: Vec<String> = messages.map(|mail| mail.recipient).collect();
    recipients.sort();
    recipients
}

async fn mailing(given: &Given, id: MailingId) -> Mailing {
    let mut reader = given.database.store.read().await.unwrap();
    reader.mailing(id).await.unwrap().unwrap()
}

async fn everybody_reads_their_own_text(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    given.comes(event, person("Anna", None)).await;
    given.comes(event, person("Ben", None)).await;
    // The address of the third is not confirmed.
    given.registers(event, person("Carla", None)).await;
    let (id, people) = send(&given, event, None).await;
    given.run_jobs().await;
    assert_eq!(people, 2);
    let expected = ["anna", "ben"].map(|name| address(name).to_string());
    assert_eq!(recipients(&given).await, expected);
    let (line, mail) = given.mails_to(&address("anna")).await.pop().unwrap();
    assert_eq!(line.subject, "Morgen: Landesweites Netzwerktreffen");
    let text = mail.replace("=\r\n", "");
    assert!(text.contains("Guten Tag Anna Muster,"), "{text}");
    assert!(text.contains("Volkshochschule Leipzig"), "{text}");
    let token = given.token_mailed_to(&address("anna")).await;
    let link = given.link(&token);
    given.planner.personal_page(&link).await.unwrap();
    assert_eq!(mailing(&given, id).await.state, MailingState::Started);
}

async fn a_killed_mailing_writes_to_nobody_twice(database: TestDatabase) {
    let given = a_network(database).await;
    let event = published_with_people(&given).await;
    hold_up(&given, event).await;
    let (_, people) = send(&given, event, None).await;
    assert_eq!(people as usize, PEOPLE);
    a_worker_dies_after(&given, 3).await;
    let written = recipients(&given).await.len();
    assert!(0 < written && written < PEOPLE, "{written}");
    given.clock.advance(SignedDuration::from_mins(2));
    given.run_jobs().await;
    let mut all = recipients(&given).await;
    assert_eq!(all.len(), PEOPLE);
    all.dedup();
    assert_eq!(all.len(), PEOPLE);
}

async fn a_stopped_mailing_goes_on_with_the_others(database: TestDatabase) {
    let given = a_network(database).await;
    let event = published_with_people(&given).await;
    hold_up(&given, event).await;
    let (id, _) = send(&given, event, None).await;
    let access = given.organises(event);
    let job = mailing(&given, id).await.job.unwrap();
    given.planner.stop_job(&access, job).await.unwrap();
    given.run_jobs().await;
    assert_eq!(recipients(&given).await.len(), 0);
    let reads = given.principal.reads_event(event);
    let (_, view) = given.planner.mailing(&reads, id).await.unwrap();
    assert!(view.is_halted());
    assert_eq!(view.counts.waiting as usize, PEOPLE);
    given.planner.resume_job(&access, job).await.unwrap();
    given.run_jobs().await;
    let (_, view) = given.planner.mailing(&reads, id).await.unwrap();
    assert_eq!(view.counts.written as usize, PEOPLE);
    assert_eq!(view.job.map(|job| job.state), Some(JobState::Done));
    assert_eq!(recipients(&given).await.len(), PEOPLE);
}

async fn mails_that_wait_are_held(database: TestDatabase) {
    let given = a_network(database).await;
    let event = published_with_people(&given).await;
    given.mails_arrive().await;
    let (id, people) = send(&given, event, None).await;
    given.run_jobs().await;
    let job = mailing(&given, id).await.job.unwrap();
    let reads = given.principal.reads_event(event);
    let view = async || given.planner.mailing(&reads, id).await.unwrap().1;
    let waits = view().await;
    assert_eq!((waits.unsent, waits.handed_over()), (people, 0));
    // A worker has one of them in hand.
    let claim = async |token| {
        let now = given.planner.now();
        let lease_ends = now + SignedDuration::from_mins(1);
        let mut tx = given.database.store.begin().await.unwrap();
        let token = Uuid::from_u128(token);
        let claimed = tx.claim_mails(1, now, lease_ends, token).await;
        tx.commit().await.unwrap();
        claimed.unwrap().mails
    };
    assert_eq!(claim(7).await.len(), 1);
    let access = given.organises(event);
    given.planner.stop_job(&access, job).await.unwrap();
    assert!(view().await.is_halted() && !view().await.is_running());
    assert!(given.planner.stop_job(&access, job).await.is_err());
    // The worker vanishes with it. Nothing goes out, whatever comes back.
    given.clock.advance(SignedDuration::from_mins(2));
    assert_eq!(claim(8).await, []);
    let mails = async || {
        let mails = given.mails().await.into_iter();
        mails.map(|mail| mail.id).collect::<Vec<_>>()
    };
    let before = mails().await;

    given.planner.resume_job(&access, job).await.unwrap();
    given.run_jobs().await;
    // Everybody gets the very mail that was written for them.
    assert_eq!(mails().await, before);
    given.mails_arrive().await;
    assert_eq!(recipients(&given).await.len(), PEOPLE);
    let sent = view().await;
    assert_eq!((sent.unsent, sent.handed_over()), (0, people));
}

async fn the_rest_of_a_stopped_message_is_given_up(database: TestDatabase) {
    let given = a_network(database).await;
    let event = published_with_people(&given).await;
    given.mails_arrive().await;
    let (id, people) = send(&given, event, None).await;
    given.run_jobs().await;
    let access = given.organises(event);
    let early = given.planner.give_up_mailing(&access, id).await;
    assert!(matches!(early, Err(PlannerError::WrongState)), "{early:?}");
    // A worker hands one of them over.
    let now = given.planner.now();
    let mut tx = given.database.store.begin().await.unwrap();
    let lease_ends = now + SignedDuration::from_mins(1);
    let claimed = tx.claim_mails(1, now, lease_ends, Uuid::from_u128(7)).await;
    tx.commit().await.unwrap();
    assert_eq!(claimed.unwrap().mails.len(), 1);
    given
        .database
        .run_sql(
            "UPDATE outbox SET state = 'accepted', lease_token = NULL, leased_until = NULL,
             settled_at = created_at WHERE state = 'sending'",
        )
        .await;
    let job = mailing(&given, id).await.job.unwrap();
    given.planner.stop_job(&access, job).await.unwrap();
    given.planner.give_up_mailing(&access, id).await.unwrap();
    given.mails_arrive().await;
    let reads = given.principal.reads_event(event);
    let (_, view) = given.planner.mailing(&reads, id).await.unwrap();
    assert!(!view.is_halted() && !view.is_running());
    let counts = view.counts;
    assert_eq!((counts.written, counts.left_out), (1, people - 1));
    assert_eq!(view.handed_over(), 1);
    // Its job has nothing to go on with, and a new message reaches everybody.
    given.planner.resume_job(&access, job).await.unwrap();
    given.run_jobs().await;
    given.mails_arrive().await;
    let (_, view) = given.planner.mailing(&reads, id).await.unwrap();
    assert_eq!(view.handed_over(), 1);
    let (_, again) = send(&given, event, None).await;
    assert_eq!(again, people);
}

async fn whoever_left_since_is_not_written_to(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    given.comes(event, person("Anna", None)).await;
    let token = given.comes(event, person("Ben", None)).await;
    hold_up(&given, event).await;
    let (id, people) = send(&given, event, None).await;
    assert_eq!(people, 2);
    let link = given.link(&token);
    given.planner.cancel_own_registration(&link).await.unwrap();
    given.run_jobs().await;
    assert_eq!(recipients(&given).await, [address("anna").to_string()]);
    let reads = given.principal.reads_event(event);
    let (_, view) = given.planner.mailing(&reads, id).await.unwrap();
    assert_eq!((view.counts.written, view.counts.left_out), (1, 1));
}

async fn a_mailing_waits_for_its_time(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    given.comes(event, person("Anna", None)).await;
    let due = Some(when("2023-08-02T09:00"));
    let (id, _) = send(&given, event, due).await;
    let (withdrawn, _) = send(&given, event, due).await;
    let access = given.organises(event);
    let withdraw = async |id| given.planner.withdraw_mailing(&access, id).await;
    withdraw(withdrawn).await.unwrap();
    // It is Tuesday noon; whoever comes until Wednesday morning is written to as well.
    assert_eq!(given.planner.begin_what_is_due().await.unwrap(), 0);
    given.comes(event, person("Ben", None)).await;
    given.clock.advance(SignedDuration::from_hours(21));
    assert_eq!(given.planner.begin_what_is_due().await.unwrap(), 1);
    assert_eq!(given.planner.begin_what_is_due().await.unwrap(), 0);
    given.run_jobs().await;
    assert_eq!(recipients(&given).await.len(), 2);
    assert!(matches!(withdraw(id).await, Err(PlannerError::WrongState)));
    let state = mailing(&given, withdrawn).await.state;
    assert_eq!(state, MailingState::Withdrawn);
    let past = given
        .planner
        .send_mailing(&access, |_| Ok(message(PeopleFilter::default(), due)));
    match past.await {
        Err(PlannerError::Invalid(faults)) => {
            assert_eq!(faults, Faults::one("due", Fault::AlreadyOver));
        }
        other => panic!("{other:?}"),
    }
}

async fn nobody_is_written_to_about_another_state_of_the_event(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    given.comes(event, person("Anna", None)).await;
    let (scheduled, _) = send(&given, event, Some(when("2023-08-02T09:00"))).await;
    hold_up(&given, event).await;
    send(&given, event, None).await;
    let access = given.organises(event);
    let reason = Text::parse("Die Heizung ist kaputt.").unwrap();
    given.planner.cancel_event(&access, reason).await.unwrap();
    given.run_jobs().await;
    given.clock.advance(SignedDuration::from_hours(24));
    given.planner.begin_what_is_due().await.unwrap();
    given.run_jobs().await;
    assert_eq!(recipients(&given).await.len(), 0);
    let state = mailing(&given, scheduled).await.state;
    assert_eq!(state, MailingState::Withdrawn);
    // What is written after the event was cancelled reaches its people.
    let (_, people) = send(&given, event, None).await;
    given.run_jobs().await;
    assert_eq!((people, recipients(&given).await.len()), (1, 1));
}

async fn a_preview_names_what_is_missing(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    given.comes(event, person("Anna", None)).await;
    given.comes(event, person("Ben", None)).await;
    let (subject, text) = words("Ihr Platz, {Vorname}", "Sie sitzen hier:\n{Weg}\n{Link}");
    let access = given.organises(event);
    let filter = PeopleFilter::default();
    let show = async |index| {
        let words = Some((&subject, &text));
        let shown = given
            .planner
            .preview_message(&access, &filter, words, index);
        shown.await.unwrap()
    };
    let preview = show(1).await;
    assert_eq!(preview.people.len(), 2);
    assert_eq!(preview.missing.len(), 1);
    assert_eq!(preview.missing[0].variable, TextVariable::Way);
    assert_eq!(preview.missing[0].people, [0, 1]);
    let shown = preview.shown.unwrap();
    assert_eq!((shown.index, shown.name.as_str()), (1, "Ben Muster"));
    assert_eq!(shown.subject, "Ihr Platz, Ben");
    assert!(shown.text.contains("/registration/…"), "{}", shown.text);
    assert_eq!(show(7).await.shown.unwrap().index, 1);
    // The test goes to the organiser, and has no link of anybody's.
    let before = given.mails().await.len();
    let tried = given
        .planner
        .try_message(&access, &filter, ((&subject, &text), &[]), 0);
    assert_eq!(tried.await.unwrap(), "anna@rinleipzig.example");
    assert_eq!(given.mails().await.len(), before + 1);
    let nobody = PeopleFilter {
        state: Some(RegistrationState::Cancelled),
        ..filter.clone()
    };
    let sent = given
        .planner
        .send_mailing(&access, |_| Ok(message(nobody, None)));
    assert!(matches!(sent.await, Err(PlannerError::Invalid(_))));
}

async fn a_contact_opts_out_by_the_link(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    given.comes(event, person("Anna", None)).await;
    given.comes(event, person("Ben", None)).await;
    write_to_contacts(&given, event, 1).await;
    assert_eq!(recipients(&given).await.len(), 2);
    let (_, mail) = given.mails_to(&address("anna")).await.pop().unwrap();
    let mail = mail.replace("=\r\n", "");
    assert!(mail.contains("List-Unsubscribe: <https://treffpunkt.example/opt-out/"));
    let (_, token) = mail.split_once("/opt-out/").unwrap();
    let token: String = token.chars().take(26).collect();
    let page = given.planner.opt_out_page(&token).await.unwrap();
    assert!(!page.has_opted_out, "looking changes nothing");
    for _ in 0..2 {
        given.planner.opt_out(&token).await.unwrap();
    }
    assert!(
        given
            .planner
            .opt_out_page(&token)
            .await
            .unwrap()
            .has_opted_out
    );
    write_to_contacts(&given, event, 2).await;
    let all = recipients(&given).await;
    let to = |name| {
        all.iter()
            .filter(|one| **one == address(name).to_string())
            .count()
    };
    assert_eq!((to("anna"), to("ben")), (1, 2));
    let unknown = given.planner.opt_out("abcdefghijkmnpqrstuvwxyz23").await;
    assert!(matches!(unknown, Err(PlannerError::NotFound)));
}

/// A mailing to all contacts of the network.
async fn write_to_contacts(given: &Given, event: EventId, number: u128) {
    let right = given.organiser.reads();
    let all = ContactFilter::default();
    let found = given.planner.contact_list(&right, &all, Paging::ALL).await;
    let contacts = found.unwrap().page.rows.into_iter();
    let ids: Vec<ContactId> = contacts.map(|contact| contact.id).collect();
    let new = message(PeopleFilter::default(), None);
    let access = given.organises(event);
    let planned = given.planner.planned_event(&access).await;
    let mailing = Mailing {
        id: Uuid::from_u128(number).into(),
        network: given.organiser.network(),
        event,
        purpose: new.purpose,
        state: MailingState::Scheduled,
        subject: new.subject,
        text: new.text,
        audience: MailingAudience::Listed,
        event_state: planned.unwrap().event.state,
        due: Some(when("2023-08-01T09:00")),
        job: None,
        created_at: given.planner.now(),
        started_at: None,
        halted_at: None,
    };
    let recipients: Vec<Recipient> = ids.into_iter().map(Recipient::Contact).collect();
    let mut tx = given.database.store.begin().await.unwrap();
    tx.insert_mailing(&mailing, None).await.unwrap();
    tx.add_recipients(mailing.id, &recipients).await.unwrap();
    // A second time changes nothing.
    let again = tx.add_recipients(mailing.id, &recipients).await.unwrap();
    assert_eq!(again, 0);
    tx.commit().await.unwrap();
    assert_eq!(given.planner.begin_what_is_due().await.unwrap(), 1);
    given.run_jobs().await;
}

/// A published event with people who know that they are registered.
pub async fn published_with_people(given: &Given) -> EventId {
    let event = draft(given, None, PEOPLE).await;
    given
        .planner
        .publish_event(&given.organises(event))
        .await
        .unwrap();
    given.run_jobs().await;
    event
}
