//! An organiser invites people and reminds the silent ones: who is chosen, who is written to, and what they read.

use jiff::SignedDuration;
use model::{
    ContactId, EventId, Fault, InvitationCalendar, ListMembers, MailKind, VariableBody,
    VariableLine,
};
use planner::{
    InvitationFilter, Paging, PlannerError,
    invitations::{InvitationChoice, NewInvitations},
    people::{ContactSelection, NewDistributionList},
};
use store::testing::TestDatabase;

use crate::given::{Given, a_network, address, line, meeting, person, when};

store::on_both_engines! {
    everybody_is_invited_once_however_often_they_are_chosen,
    whoever_is_left_out_is_named,
    a_choice_of_nobody_is_refused,
    a_job_that_begins_anew_invites_nobody_twice,
    whoever_answers_before_the_time_is_not_written_to,
    only_the_silent_are_reminded,
    people_of_an_earlier_event_are_invited,
    a_preview_shows_each_person_and_what_is_missing,
    an_invitation_that_was_taken_back_is_sent_again,
}

fn words() -> (VariableLine, VariableBody) {
    (
        VariableLine::parse("Einladung an {Vorname}").unwrap(),
        VariableBody::parse("Guten Tag {Vorname} {Nachname},\n\n{Weg}bitte kommen Sie.").unwrap(),
    )
}

fn invitations(choice: InvitationChoice) -> NewInvitations {
    let (subject, text) = words();
    NewInvitations {
        choice,
        subject,
        text,
        calendar: InvitationCalendar::WithRegistration,
        due: None,
    }
}

fn single(contacts: &[ContactId]) -> InvitationChoice {
    InvitationChoice {
        contacts: contacts.to_vec(),
        ..InvitationChoice::default()
    }
}

impl Given {
    async fn invites(&self, event: EventId, new: NewInvitations) -> Result<usize, PlannerError> {
        self.planner
            .invite(&self.organises(event), |_| Ok(new))
            .await
    }

    async fn opts_out(&self, contact: ContactId) {
        self.database
            .run_sql(&format!(
                "UPDATE contacts SET opted_out_at = 1 WHERE address = '{}'",
                self.address_of(contact).await
            ))
            .await;
    }

    async fn address_of(&self, contact: ContactId) -> String {
        let mut reader = self.database.store.read().await.unwrap();
        let contact = reader.contact(contact).await.unwrap().unwrap();
        contact.person.address.to_string()
    }

    async fn reminds_silent(&self, event: EventId) -> Result<usize, PlannerError> {
        self.planner
            .remind_invited(&self.organises(event), words())
            .await
    }
}

async fn everybody_is_invited_once_however_often_they_are_chosen(database: TestDatabase) {
    let given = a_network(database).await;
    let vhs = given.organisation("VHS").await;
    let event = given.published_event(meeting(None, vec![])).await;
    let anna = given.contact(person("Anna", Some(vhs))).await;
    let bea = given.contact(person("Bea", None)).await;
    let new = NewDistributionList {
        name: line("Beirat"),
        members: ListMembers::Fixed,
    };
    let right = &given.organiser;
    let list = given
        .planner
        .add_distribution_list(right, new)
        .await
        .unwrap();
    let members = ContactSelection::Chosen(vec![anna, bea]);
    let put = given
        .planner
        .add_to_distribution_list(right, list, &members);
    put.await.unwrap();
    let choice = InvitationChoice {
        lists: vec![list],
        organisations: vec![vhs],
        contacts: vec![anna],
        events: vec![],
        invited_to: vec![],
    };
    let access = given.organises(event);
    let options = given
        .planner
        .invitation_options(&access, &choice, "")
        .await
        .unwrap();
    assert_eq!(options.invitees.people.len(), 2);
    assert_eq!(options.invitees.several.len(), 1);
    assert_eq!(
        given
            .invites(event, invitations(choice.clone()))
            .await
            .unwrap(),
        2
    );
    given.run_jobs().await;
    for name in ["Anna", "Bea"] {
        let mails = given.mails_to(&address(name)).await;
        assert_eq!(mails.len(), 1, "{name}");
        assert_eq!(mails[0].0.kind, MailKind::Invitation);
        assert_eq!(mails[0].0.subject, format!("Einladung an {name}"));
    }
    let again = given.invites(event, invitations(choice)).await;
    assert!(matches!(again, Err(PlannerError::Invalid(_))));
}

async fn whoever_is_left_out_is_named(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let anna = given.contact(person("Anna", None)).await;
    let bea = given.contact(person("Bea", None)).await;
    let cem = given.contact(person("Cem", None)).await;
    let dora = given.contact(person("Dora", None)).await;
    let emil = given.contact(person("Emil", None)).await;
    given.opts_out(bea).await;
    given.comes(event, person("Cem", None)).await;
    given
        .invites(event, invitations(single(&[dora])))
        .await
        .unwrap();
    given
        .database
        .run_sql(
            "INSERT INTO stopped_addresses (network_id, address_lower, reason, stopped_at)
             SELECT network_id, address_lower, '550 no such user', 1 FROM contacts
             WHERE given_name = 'Emil'",
        )
        .await;
    let choice = single(&[anna, bea, cem, dora, emil]);
    let access = given.organises(event);
    let options = given
        .planner
        .invitation_options(&access, &choice, "emil")
        .await
        .unwrap();
    let names = |people: &[model::Contact]| -> Vec<String> {
        let names = people.iter();
        names.map(|one| one.person.given_name.to_string()).collect()
    };
    let invitees = &options.invitees;
    assert_eq!(names(&invitees.people), ["Anna"]);
    assert_eq!(names(&invitees.opted_out), ["Bea"]);
    assert_eq!(names(&invitees.registered), ["Cem"]);
    assert_eq!(names(&invitees.invited), ["Dora"]);
    assert_eq!(names(&invitees.unreachable), ["Emil"]);
    assert_eq!((invitees.chosen(), invitees.left_out()), (5, 4));
    assert_eq!(names(&options.found), ["Emil"]);
}

async fn a_choice_of_nobody_is_refused(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    match given
        .invites(event, invitations(InvitationChoice::default()))
        .await
    {
        Err(PlannerError::Invalid(faults)) => {
            let nobody = Fault::TooFewPeople { least: 1 };
            assert_eq!(faults.iter().next(), Some(("lists", &nobody)));
        }
        other => panic!("{other:?}"),
    }
    let anna = given.contact(person("Anna", None)).await;
    let mut past = invitations(single(&[anna]));
    past.due = Some(when("2023-07-01T08:00"));
    let refused = given.invites(event, past).await;
    assert!(matches!(refused, Err(PlannerError::Invalid(_))));
    let draft = given
        .planner
        .create_event(&given.organiser, None, |_| Ok(meeting(None, vec![])))
        .await
        .unwrap();
    let refused = given.invites(draft, invitations(single(&[anna]))).await;
    assert!(matches!(refused, Err(PlannerError::WrongState)));
}

async fn a_job_that_begins_anew_invites_nobody_twice(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let mut contacts = Vec::new();
    for number in 0..45 {
        contacts.push(given.contact(person(&format!("Gast{number}"), None)).await);
    }
    let mut later = invitations(single(&contacts));
    later.due = Some(when("2023-08-02T08:00"));
    assert_eq!(given.invites(event, later).await.unwrap(), 45);
    assert!(
        given
            .mails()
            .await
            .iter()
            .all(|mail| mail.kind != MailKind::Invitation)
    );
    given.clock.advance(SignedDuration::from_hours(24));
    assert_eq!(given.planner.begin_what_is_due().await.unwrap(), 1);
    given.run_jobs().await;
    // A worker that begins anew finds nobody to write to.
    given
        .database
        .run_sql(
            "UPDATE jobs SET state = 'queued', finished_at = NULL, cursor = NULL
             WHERE kind = 'mailing'",
        )
        .await;
    given.run_jobs().await;
    assert_eq!(given.planner.begin_what_is_due().await.unwrap(), 0);
    let mails = given.mails().await;
    let invited = mails
        .iter()
        .filter(|mail| mail.kind == MailKind::Invitation);
    assert_eq!(invited.count(), 45);
}

async fn whoever_answers_before_the_time_is_not_written_to(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let anna = given.contact(person("Anna", None)).await;
    let bea = given.contact(person("Bea", None)).await;
    let mut later = invitations(single(&[anna, bea]));
    later.due = Some(when("2023-08-02T08:00"));
    given.invites(event, later).await.unwrap();
    given.comes(event, person("Anna", None)).await;
    given.clock.advance(SignedDuration::from_hours(24));
    given.planner.begin_what_is_due().await.unwrap();
    given.run_jobs().await;
    let kinds = given.mail_kinds(&address("Anna")).await;
    assert!(!kinds.contains(&"invitation".to_owned()), "{kinds:?}");
    assert_eq!(given.mail_kinds(&address("Bea")).await, ["invitation"]);
}

async fn only_the_silent_are_reminded(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let mut contacts = Vec::new();
    for name in ["Anna", "Bea", "Cem", "Dora"] {
        contacts.push(given.contact(person(name, None)).await);
    }
    given
        .invites(event, invitations(single(&contacts)))
        .await
        .unwrap();
    given.run_jobs().await;
    let link = given.token_mailed_to(&address("Anna")).await;
    given.accepts(&link).await.unwrap();
    let link = given.token_mailed_to(&address("Bea")).await;
    given.declines(&link).await.unwrap();
    given.opts_out(contacts[3]).await;
    let access = given.organises(event);
    let preview = given
        .planner
        .preview_invitation_reminder(&access, None, 0)
        .await
        .unwrap();
    assert_eq!(preview.silent.people.len(), 1);
    assert_eq!(preview.silent.left_out.len(), 1);
    assert_eq!(given.reminds_silent(event).await.unwrap(), 1);
    given.run_jobs().await;
    let kinds = given.mail_kinds(&address("Cem")).await;
    assert_eq!(kinds, ["invitation", "invitation reminder"]);
    for name in ["Anna", "Bea", "Dora"] {
        let kinds = given.mail_kinds(&address(name)).await;
        assert!(!kinds.contains(&"invitation reminder".to_owned()), "{name}");
    }
    // The link of the first mail goes on working.
    let first = crate::given::token_in(&given.mails_to(&address("Cem")).await[0].1);
    given.accepts(&first).await.unwrap();
    assert!(matches!(
        given.reminds_silent(event).await,
        Err(PlannerError::Invalid(_))
    ));
}

async fn people_of_an_earlier_event_are_invited(database: TestDatabase) {
    let given = a_network(database).await;
    let earlier = given.published_event(meeting(None, vec![])).await;
    given.comes(earlier, person("Anna", None)).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let choice = InvitationChoice {
        events: vec![earlier],
        ..InvitationChoice::default()
    };
    assert_eq!(given.invites(event, invitations(choice)).await.unwrap(), 1);
    given.run_jobs().await;
    let kinds = given.mail_kinds(&address("Anna")).await;
    assert_eq!(kinds.last().unwrap(), "invitation");
}

async fn a_preview_shows_each_person_and_what_is_missing(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let anna = given.contact(person("Anna", None)).await;
    let bea = given.contact(person("Bea", None)).await;
    let (subject, text) = words();
    let access = given.organises(event);
    let choice = single(&[anna, bea]);
    let preview = given
        .planner
        .preview_invitation(&access, &choice, (&subject, &text), 1)
        .await
        .unwrap();
    let shown = preview.shown.unwrap();
    assert_eq!(
        (shown.index, shown.subject.as_str()),
        (1, "Einladung an Bea")
    );
    assert_eq!(shown.text, "Guten Tag Bea Muster,\n\nbitte kommen Sie.");
    assert_eq!(preview.missing[0].people, [0, 1]);
    let tried = given
        .planner
        .try_invitation(&access, &choice, (&subject, &text), 0)
        .await
        .unwrap();
    assert_eq!(tried, "anna@rinleipzig.example");
    let filter = InvitationFilter::default();
    let list = given
        .planner
        .invitations(&access, &filter, Paging::ALL)
        .await
        .unwrap();
    assert_eq!(list.counts.invited(), 0, "a test invites nobody");
}

async fn an_invitation_that_was_taken_back_is_sent_again(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let anna = given.contact(person("Anna", None)).await;
    let with_entry = || NewInvitations {
        calendar: InvitationCalendar::WithInvitation,
        ..invitations(single(&[anna]))
    };
    given.invites(event, with_entry()).await.unwrap();
    given.run_jobs().await;
    given.invitations_arrive().await;
    let access = given.organises(event);
    let filter = InvitationFilter::default();
    let list = given
        .planner
        .invitations(&access, &filter, Paging::ALL)
        .await
        .unwrap();
    let id = list.page.rows[0].invitation.id;
    given
        .planner
        .take_back_invitation(&access, id)
        .await
        .unwrap();
    given.invitations_arrive().await;
    given.invites(event, with_entry()).await.unwrap();
    given.run_jobs().await;
    let calendars = crate::calendar_messages::calendar_of(&given, "Anna").await;
    let sequences: Vec<(String, u32)> = calendars
        .into_iter()
        .map(|(method, sequence, _)| (method, sequence))
        .collect();
    let expected = [("REQUEST", 0), ("CANCEL", 1), ("REQUEST", 2)];
    assert_eq!(
        sequences,
        expected.map(|(method, n)| (method.to_owned(), n))
    );
}
