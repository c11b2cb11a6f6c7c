//! Invited people answer by their links.

use jiff::SignedDuration;
use model::{
    Admission, Answers, ContactId, EventDetails, EventId, Fault, Invitation, InvitationAnswer,
    InvitationCalendar, InvitationId, MailKind, Person, RegistrationState, Source, Text,
};
use planner::{
    InvitationFilter, Paging, PlannerError,
    access::InvitationAccess,
    events::NextStep,
    invitations::{Acceptance, OwnAnswer, Substitute},
    registrations::NewRegistration,
};
use store::testing::TestDatabase;

use crate::{
    calendar_messages::{calendar_in, calendar_of},
    given::{Given, a_network, address, contact_of, line, meeting, person, token_in},
};

store::on_both_engines! {
    opening_a_link_answers_nothing,
    the_overview_asks_to_remind_whoever_is_silent_for_days,
    whoever_accepts_may_agree_to_be_kept,
    whoever_accepts_is_registered_by_the_allocator,
    accepting_twice_registers_once,
    whoever_accepts_a_full_event_waits,
    whoever_declines_gives_the_seat_to_the_next,
    a_substitute_gets_an_invitation_of_their_own,
    nobody_learns_whom_the_address_book_has,
    an_invitation_that_was_taken_back_registers_nobody,
    a_renewed_link_replaces_the_earlier_ones,
    the_numbers_add_up,
    an_entry_that_came_with_the_invitation_goes_on,
    an_entry_is_taken_out_of_the_calendar,
    a_cancelled_event_takes_its_entries_along,
    a_moved_event_moves_the_entries_of_the_silent,
    an_event_by_invitation_takes_no_forms,
    a_merged_contact_keeps_its_links,
    another_network_sees_no_invitation,
}

impl Given {
    pub async fn contact(&self, person: Person) -> ContactId {
        let new = contact_of(person);
        let added = self.planner.add_contact(&self.organiser, |_| Ok(new));
        added.await.unwrap()
    }

    /// Invites somebody, and gives the secret of the link that was mailed.
    pub async fn invited(
        &self,
        event: EventId,
        name: &str,
        calendar: InvitationCalendar,
    ) -> (InvitationId, String) {
        let contact = self.contact(person(name, None)).await;
        let number = uuid::Uuid::from_u128(7_000 + contact.uuid().as_u128() % 1_000_000);
        let invitation = Invitation {
            id: number.into(),
            event,
            contact,
            instead_of: None,
            calendar,
            invited_at: self.planner.now(),
            // A link is renewed once there is one.
            sent_at: Some(self.planner.now()),
            reminded_at: None,
            declined_at: None,
            taken_back_at: None,
            sequence: None,
            named: None,
        };
        let mut tx = self.database.store.begin().await.unwrap();
        tx.insert_invitations(std::slice::from_ref(&invitation))
            .await
            .unwrap();
        tx.commit().await.unwrap();
        self.planner
            .renew_invitation_link(&self.organises(event), invitation.id)
            .await
            .unwrap();
        (invitation.id, self.token_mailed_to(&address(name)).await)
    }

    pub fn invitation(&self, token: &str) -> InvitationAccess {
        InvitationAccess::new(token, &self.client)
    }

    pub async fn accepts(&self, token: &str) -> Result<RegistrationState, PlannerError> {
        let acceptance = Acceptance {
            name: None,
            answers: Answers::default(),
            consent: 1,
            may_be_kept: false,
        };
        let accepted = self
            .planner
            .accept_invitation(&self.invitation(token), |_| Ok(acceptance))
            .await?;
        Ok(accepted.0.state)
    }

    pub async fn declines(&self, token: &str) -> Result<(), PlannerError> {
        self.planner
            .decline_invitation(&self.invitation(token))
            .await
    }

    async fn answer(&self, token: &str) -> OwnAnswer {
        let page = self.planner.invitation_page(&self.invitation(token)).await;
        page.unwrap().answer
    }

    /// The mails of invitations arrive.
    pub async fn invitations_arrive(&self) {
        self.database
            .run_sql("UPDATE outbox SET state = 'accepted', settled_at = created_at WHERE state = 'queued'")
            .await;
    }

    async fn invited_by_answer(&self, event: EventId) -> Vec<(String, InvitationAnswer)> {
        let access = self.organises(event);
        let filter = InvitationFilter::default();
        let list = self
            .planner
            .invitations(&access, &filter, Paging::ALL)
            .await;
        let rows = list.unwrap().page.rows.into_iter();
        rows.map(|one| (one.contact.person.given_name.to_string(), one.answer))
            .collect()
    }
}

pub const WITH_REGISTRATION: InvitationCalendar = InvitationCalendar::WithRegistration;
pub const WITH_INVITATION: InvitationCalendar = InvitationCalendar::WithInvitation;

async fn opening_a_link_answers_nothing(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let (_, token) = given.invited(event, "Bea", WITH_REGISTRATION).await;
    for _ in 0..3 {
        assert_eq!(given.answer(&token).await, OwnAnswer::Silent);
    }
    assert_eq!(
        given.invited_by_answer(event).await,
        [("Bea".to_owned(), InvitationAnswer::Silent)]
    );
    let nothing = given.invitation("nothing");
    let unknown = given.planner.invitation_page(&nothing);
    assert!(matches!(unknown.await, Err(PlannerError::NotFound)));
}

async fn the_overview_asks_to_remind_whoever_is_silent_for_days(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let overview = async || {
        let read = given.planner.event_overview(&given.organises(event)).await;
        let read = read.unwrap();
        let to_remind = read.next.steps.iter().find_map(|step| match step {
            NextStep::RemindInvited { people } => Some(*people),
            _ => None,
        });
        (
            read.invitations.invited(),
            read.invitations.silent,
            to_remind.unwrap_or_default(),
        )
    };
    assert_eq!(overview().await, (0, 0, 0));
    given.invited(event, "Bea", WITH_REGISTRATION).await;
    let (_, token) = given.invited(event, "Cem", WITH_REGISTRATION).await;
    given.accepts(&token).await.unwrap();
    assert_eq!(overview().await, (2, 1, 0), "the mail has just gone out");
    given.clock.advance(SignedDuration::from_hours(73));
    assert_eq!(overview().await, (2, 1, 1));
}

async fn whoever_accepts_may_agree_to_be_kept(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let consent = async |contact| {
        let mut reader = given.database.store.read().await.unwrap();
        let contact = reader.contact(contact).await.unwrap().unwrap();
        contact.consent.map(|(version, _)| version)
    };
    for (name, may_be_kept) in [("Bea", true), ("Cem", false)] {
        let (invitation, token) = given.invited(event, name, WITH_REGISTRATION).await;
        let mut reader = given.database.store.read().await.unwrap();
        let contact = reader
            .invitation(invitation)
            .await
            .unwrap()
            .unwrap()
            .contact;
        drop(reader);
        let before = consent(contact).await;
        let acceptance = Acceptance {
            name: None,
            answers: Answers::default(),
            consent: 1,
            may_be_kept,
        };
        given
            .planner
            .accept_invitation(&given.invitation(&token), |_| Ok(acceptance))
            .await
            .unwrap();
        let after = consent(contact).await;
        assert_eq!((before, after), (None, may_be_kept.then_some(1)), "{name}");
    }
}

async fn whoever_accepts_is_registered_by_the_allocator(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(Some(1), vec![])).await;
    let (_, token) = given.invited(event, "Bea", WITH_REGISTRATION).await;
    assert_eq!(
        given.accepts(&token).await.unwrap(),
        RegistrationState::Confirmed
    );
    let registration = given.only_registration(event).await;
    let mut reader = given.database.store.read().await.unwrap();
    let registration = reader.registration(registration).await.unwrap().unwrap();
    assert!(registration.address_confirmed_at.is_some());
    assert_eq!(registration.source, Source::Form);
    assert_eq!(registration.consent.map(|(version, _)| version), Some(1));
    let mails = given.mails_to(&address("Bea")).await;
    let (seat, text) = mails.last().unwrap();
    assert_eq!(seat.kind, MailKind::SeatConfirmed);
    assert!(calendar_in(text).contains("METHOD:REQUEST"));
    assert_eq!(
        given.invited_by_answer(event).await,
        [("Bea".to_owned(), InvitationAnswer::Registered)]
    );
}

async fn accepting_twice_registers_once(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let (_, token) = given.invited(event, "Bea", WITH_REGISTRATION).await;
    given.accepts(&token).await.unwrap();
    let mails = given.mails_to(&address("Bea")).await.len();
    assert_eq!(
        given.accepts(&token).await.unwrap(),
        RegistrationState::Confirmed
    );
    given.only_registration(event).await;
    assert_eq!(given.mails_to(&address("Bea")).await.len(), mails);
}

async fn whoever_accepts_a_full_event_waits(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(Some(1), vec![])).await;
    given.comes(event, person("Anna", None)).await;
    let (_, token) = given.invited(event, "Bea", WITH_REGISTRATION).await;
    assert_eq!(
        given.accepts(&token).await.unwrap(),
        RegistrationState::Waitlisted
    );
    let kinds = given.mail_kinds(&address("Bea")).await;
    assert_eq!(kinds.last().unwrap(), "waiting");
}

async fn whoever_declines_gives_the_seat_to_the_next(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(Some(1), vec![])).await;
    let (_, token) = given.invited(event, "Bea", WITH_REGISTRATION).await;
    given.accepts(&token).await.unwrap();
    given.comes(event, person("Cem", None)).await;
    given.declines(&token).await.unwrap();
    given.declines(&token).await.unwrap();
    assert_eq!(given.answer(&token).await, OwnAnswer::Declined);
    let kinds = given.mail_kinds(&address("Cem")).await;
    assert_eq!(kinds.last().unwrap(), "moved up");
    // Whoever changes their mind once more asks for a seat like everybody else.
    assert_eq!(
        given.accepts(&token).await.unwrap(),
        RegistrationState::Waitlisted
    );
}

fn substitute(name: &str) -> Substitute {
    Substitute {
        given_name: line(name),
        family_name: line("Muster"),
        address: address(name),
    }
}

async fn a_substitute_gets_an_invitation_of_their_own(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let (_, token) = given.invited(event, "Bea", WITH_REGISTRATION).await;
    let access = given.invitation(&token);
    let too_early = given.planner.name_substitute(&access, substitute("Cem"));
    assert!(matches!(too_early.await, Err(PlannerError::WrongState)));
    given.declines(&token).await.unwrap();
    let herself = given.planner.name_substitute(&access, substitute("Bea"));
    match herself.await {
        Err(PlannerError::Invalid(faults)) => {
            assert_eq!(faults.iter().next(), Some(("address", &Fault::Twice)));
        }
        other => panic!("{other:?}"),
    }
    given
        .planner
        .name_substitute(&access, substitute("Cem"))
        .await
        .unwrap();
    let second = given.planner.name_substitute(&access, substitute("Dora"));
    assert!(matches!(second.await, Err(PlannerError::WrongState)));
    let mails = given.mails_to(&address("Cem")).await;
    let (mail, text) = mails.last().unwrap();
    assert_eq!(mail.kind, MailKind::Invitation);
    let text = text.replace("=\r\n", "");
    assert!(text.contains("Bea Muster kann nicht kommen"), "{text}");
    assert!(!text.contains("Cem"), "a stranger's words: {text}");
    let own = token_in(&mails.last().unwrap().1);
    let page = given
        .planner
        .invitation_page(&given.invitation(&own))
        .await
        .unwrap();
    assert!(page.contact.confirmed_at.is_none());
    let acceptance = Acceptance {
        name: Some((line("Cemal"), line("Yıldız"))),
        answers: Answers::default(),
        consent: 1,
        may_be_kept: false,
    };
    let own_access = given.invitation(&own);
    let accepted = given
        .planner
        .accept_invitation(&own_access, |_| Ok(acceptance));
    let (registration, _) = accepted.await.unwrap();
    assert_eq!(registration.person.name(), "Cemal Yıldız");
    let page = given
        .planner
        .invitation_page(&given.invitation(&own))
        .await
        .unwrap();
    assert_eq!(page.contact.person.name(), "Cemal Yıldız");
    assert!(page.contact.confirmed_at.is_some());
}

async fn nobody_learns_whom_the_address_book_has(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let (_, token) = given.invited(event, "Bea", WITH_REGISTRATION).await;
    given.invited(event, "Cem", WITH_REGISTRATION).await;
    given.declines(&token).await.unwrap();
    let mails = given.mails().await.len();
    let access = given.invitation(&token);
    let named = given.planner.name_substitute(&access, substitute("Cem"));
    named.await.unwrap();
    assert_eq!(given.mails().await.len(), mails, "Cem was invited before");
    // The page says what it says of a stranger, and asks for nobody else.
    let page = given.planner.invitation_page(&access).await.unwrap();
    assert_eq!(page.invitation.named, Some(address("Cem")));
    let second = given.planner.name_substitute(&access, substitute("Dora"));
    assert!(matches!(second.await, Err(PlannerError::WrongState)));
}

async fn an_invitation_that_was_taken_back_registers_nobody(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let (id, token) = given.invited(event, "Bea", WITH_REGISTRATION).await;
    given.invitations_arrive().await;
    let access = given.organises(event);
    given
        .planner
        .take_back_invitation(&access, id)
        .await
        .unwrap();
    assert_eq!(given.answer(&token).await, OwnAnswer::TakenBack);
    assert!(matches!(
        given.accepts(&token).await,
        Err(PlannerError::WrongState)
    ));
    assert!(matches!(
        given.declines(&token).await,
        Err(PlannerError::WrongState)
    ));
    let again = given.planner.take_back_invitation(&access, id).await;
    assert!(matches!(again, Err(PlannerError::NotFound)));
    assert!(given.invited_by_answer(event).await.is_empty());
    let kinds = given.mail_kinds(&address("Bea")).await;
    assert_eq!(kinds, ["invitation", "invitation ended"]);

    let (registered, token) = given.invited(event, "Cem", WITH_REGISTRATION).await;
    given.accepts(&token).await.unwrap();
    let refused = given
        .planner
        .take_back_invitation(&access, registered)
        .await;
    assert!(matches!(refused, Err(PlannerError::WrongState)));
}

async fn a_renewed_link_replaces_the_earlier_ones(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let (id, old) = given.invited(event, "Bea", WITH_REGISTRATION).await;
    given.invitations_arrive().await;
    let access = given.organises(event);
    given
        .planner
        .renew_invitation_link(&access, id)
        .await
        .unwrap();
    let new = given.token_mailed_to(&address("Bea")).await;
    assert_ne!(old, new);
    assert!(matches!(
        given.accepts(&old).await,
        Err(PlannerError::NotFound)
    ));
    given.accepts(&new).await.unwrap();
}

async fn the_numbers_add_up(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let (_, yes) = given.invited(event, "Bea", WITH_REGISTRATION).await;
    let (_, no) = given.invited(event, "Cem", WITH_REGISTRATION).await;
    given.invited(event, "Dora", WITH_REGISTRATION).await;
    given.invited(event, "Emil", WITH_REGISTRATION).await;
    given.accepts(&yes).await.unwrap();
    given.declines(&no).await.unwrap();
    let access = given.invitation(&no);
    let named = given.planner.name_substitute(&access, substitute("Fatma"));
    named.await.unwrap();
    // Whoever registers by the public form has answered as well.
    given.comes(event, person("Emil", None)).await;
    let access = given.organises(event);
    let filter = InvitationFilter::default();
    let list = given
        .planner
        .invitations(&access, &filter, Paging::ALL)
        .await
        .unwrap();
    let counts = list.counts;
    assert_eq!(counts.invited(), 5);
    assert_eq!(
        (counts.registered, counts.declined, counts.silent),
        (2, 1, 2)
    );
    assert_eq!((counts.with_substitute, counts.unsent), (1, 0));
    let silent = InvitationFilter {
        answer: Some(InvitationAnswer::Silent),
        search: "dora".into(),
        ..InvitationFilter::default()
    };
    let found = given
        .planner
        .invitations(&access, &silent, Paging::ALL)
        .await
        .unwrap();
    assert_eq!(found.page.total, 1);
    assert_eq!(found.counts, counts);
    let cem = list
        .page
        .rows
        .iter()
        .find(|one| one.answer == InvitationAnswer::Declined);
    assert_eq!(cem.unwrap().substitute.as_deref(), Some("Fatma Muster"));
}

/// Method and SEQUENCE of the calendar mails to somebody.
pub async fn entries(given: &Given, name: &str) -> Vec<(String, u32)> {
    let calendars = calendar_of(given, name).await.into_iter();
    calendars
        .map(|(method, sequence, _)| (method, sequence))
        .collect()
}

pub fn entry(method: &str, sequence: u32) -> (String, u32) {
    (method.to_owned(), sequence)
}

async fn an_entry_that_came_with_the_invitation_goes_on(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let (_, token) = given.invited(event, "Bea", WITH_INVITATION).await;
    given.invitations_arrive().await;
    assert_eq!(entries(&given, "Bea").await, [entry("REQUEST", 0)]);
    given.accepts(&token).await.unwrap();
    given.invitations_arrive().await;
    assert_eq!(
        entries(&given, "Bea").await,
        [entry("REQUEST", 0), entry("REQUEST", 1)]
    );
    given.declines(&token).await.unwrap();
    assert_eq!(
        entries(&given, "Bea").await.last().unwrap(),
        &entry("CANCEL", 2)
    );
}

async fn an_entry_is_taken_out_of_the_calendar(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(Some(1), vec![])).await;
    let (_, declined) = given.invited(event, "Bea", WITH_INVITATION).await;
    let (taken_back, _) = given.invited(event, "Cem", WITH_INVITATION).await;
    let (unsent, _) = given.invited(event, "Emil", WITH_REGISTRATION).await;
    let emil_has = given.mails_to(&address("Emil")).await.len();
    let access = given.organises(event);
    // A mail that is not sent yet is dropped, and nobody learns of it.
    given
        .planner
        .take_back_invitation(&access, unsent)
        .await
        .unwrap();
    assert_eq!(given.mails_to(&address("Emil")).await.len(), emil_has);
    given.invitations_arrive().await;
    given.declines(&declined).await.unwrap();
    given
        .planner
        .take_back_invitation(&access, taken_back)
        .await
        .unwrap();
    for name in ["Bea", "Cem"] {
        assert_eq!(
            entries(&given, name).await,
            [entry("REQUEST", 0), entry("CANCEL", 1)]
        );
    }
    // Whoever only waits loses the entry with the registration.
    given.comes(event, person("Anna", None)).await;
    let (_, waits) = given.invited(event, "Dora", WITH_INVITATION).await;
    given.invitations_arrive().await;
    assert_eq!(
        given.accepts(&waits).await.unwrap(),
        RegistrationState::Waitlisted
    );
    given.invitations_arrive().await;
    given.declines(&waits).await.unwrap();
    assert_eq!(
        entries(&given, "Dora").await.last().unwrap(),
        &entry("CANCEL", 1)
    );
}

async fn a_cancelled_event_takes_its_entries_along(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    given.invited(event, "Bea", WITH_INVITATION).await;
    given.invited(event, "Cem", WITH_REGISTRATION).await;
    let (_, declined) = given.invited(event, "Dora", WITH_REGISTRATION).await;
    given.declines(&declined).await.unwrap();
    given.invitations_arrive().await;
    let access = given.organises(event);
    let cancelled = given
        .planner
        .cancel_event(&access, Text::parse("Sturm").unwrap());
    cancelled.await.unwrap();
    given.run_jobs().await;
    assert_eq!(
        entries(&given, "Bea").await,
        [entry("REQUEST", 0), entry("CANCEL", 1)]
    );
    let kinds = given.mail_kinds(&address("Cem")).await;
    assert_eq!(kinds, ["invitation", "invitation ended"]);
    assert_eq!(given.mail_kinds(&address("Dora")).await, ["invitation"]);
}

async fn a_moved_event_moves_the_entries_of_the_silent(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    given.invited(event, "Bea", WITH_INVITATION).await;
    given.invited(event, "Cem", WITH_REGISTRATION).await;
    given.invitations_arrive().await;
    let later = EventDetails {
        starts: crate::given::when("2023-09-19T10:00"),
        ..meeting(None, vec![])
    };
    given.changes(event, later).await;
    given.run_jobs().await;
    let told = entries(&given, "Bea").await;
    assert_eq!(told, [entry("REQUEST", 0), entry("REQUEST", 1)]);
    assert_eq!(given.mail_kinds(&address("Cem")).await, ["invitation"]);
}

async fn an_event_by_invitation_takes_no_forms(database: TestDatabase) {
    let given = a_network(database).await;
    let by_invitation = EventDetails {
        admission: Admission::Invited,
        ..meeting(None, vec![])
    };
    let event = given.published_event(by_invitation).await;
    let new = NewRegistration {
        colleagues: Vec::new(),
        person: person("Anna", None),
        answers: Answers::default(),
        consent: 1,
        may_be_kept: false,
        wishes: Vec::new(),
    };
    let refused = given.register(event, new).await;
    assert!(matches!(refused, Err(PlannerError::WrongState)));
    let (_, token) = given.invited(event, "Bea", WITH_REGISTRATION).await;
    assert_eq!(
        given.accepts(&token).await.unwrap(),
        RegistrationState::Confirmed
    );
}

async fn a_merged_contact_keeps_its_links(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let (bea, first) = given.invited(event, "Bea", WITH_REGISTRATION).await;
    let (cem, second) = given.invited(event, "Cem", WITH_REGISTRATION).await;
    let mut tx = given.database.store.begin().await.unwrap();
    let kept = tx.invitation(bea).await.unwrap().unwrap().contact;
    let gone = tx.invitation(cem).await.unwrap().unwrap().contact;
    tx.move_invitations(gone, kept).await.unwrap();
    tx.delete_contact(gone).await.unwrap();
    tx.commit().await.unwrap();
    for token in [first, second] {
        let page = given
            .planner
            .invitation_page(&given.invitation(&token))
            .await;
        assert_eq!(page.unwrap().invitation.id, bea);
    }
}

async fn another_network_sees_no_invitation(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let other = given.published_event(meeting(None, vec![])).await;
    let (id, _) = given.invited(event, "Bea", WITH_REGISTRATION).await;
    let access = given.organises(other);
    let planner = &given.planner;
    let taken = planner.take_back_invitation(&access, id).await;
    assert!(matches!(taken, Err(PlannerError::NotFound)));
    let renewed = planner.renew_invitation_link(&access, id).await;
    assert!(matches!(renewed, Err(PlannerError::NotFound)));
    let seen = planner.invited_person(&access, id).await;
    assert!(matches!(seen, Err(PlannerError::NotFound)));
}
