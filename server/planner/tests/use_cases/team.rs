//! Who works for one event only, invitations into the team, and the history with its filters.

use jiff::SignedDuration;
use model::{
    AuditAction, AuditSubject, EventDetails, EventId, EventRole, Fault, Language, MailKind, Role,
};
use planner::{
    AuditFilter, Changes, Paging, PlannerError,
    people::{HistoryEntry, NewEventMember, NewMember},
};
use store::testing::TestDatabase;

use crate::given::{Given, a_network, address, line, meeting, token_in};

store::on_both_engines! {
    a_new_member_is_invited_in_their_language,
    a_helper_of_one_event_sees_nothing_else,
    whoever_loses_the_last_event_is_signed_out_on_every_server,
    a_member_who_may_do_as_much_already_is_not_added,
    a_reader_helps_at_one_event,
    the_same_role_at_an_event_is_given_once,
    a_helper_of_one_event_sees_no_other_of_its_series,
    the_history_is_filtered_by_person_subject_and_time,
    the_history_has_values_before_and_after,
}

impl Given {
    async fn adds(
        &self,
        event: EventId,
        name: &str,
        role: EventRole,
    ) -> Result<model::MemberId, PlannerError> {
        let new = NewEventMember {
            name: line(name),
            address: address(name),
            role,
            language: Language::De,
        };
        let access = self.organises(event);
        self.planner.add_event_member(&access, new).await
    }

    async fn history(&self, filter: AuditFilter) -> Vec<HistoryEntry> {
        let found = self.planner.history(&self.owner, &filter, Paging::ALL);
        found.await.unwrap().entries.rows
    }
}

async fn a_new_member_is_invited_in_their_language(database: TestDatabase) {
    let given = a_network(database).await;
    let new = NewMember {
        name: line("Mary"),
        address: address("mary"),
        role: Role::Organiser,
        language: Language::En,
    };
    let id = given.planner.add_member(&given.owner, new).await.unwrap();
    let again = given.planner.invite_member_again(&given.owner, id);
    again.await.unwrap();
    let mails = given.mails_to(&address("mary")).await;
    assert_eq!(mails.len(), 2);
    let (line, text) = &mails[0];
    assert_eq!(line.kind, MailKind::MemberInvited);
    assert_eq!(line.subject, "Your access to “IQ Netzwerk Sachsen”");
    // The link works for days.
    given.clock.advance(SignedDuration::from_hours(24 * 13));
    let session = given.planner.sign_in(&token_in(text), &given.client).await;
    let session = session.unwrap();
    let principal = given.planner.principal(session.token.reveal()).await;
    let network = given.organiser.network();
    assert!(principal.unwrap().unwrap().organises(network).is_ok());
}

async fn a_helper_of_one_event_sees_nothing_else(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let other = given.published_event(meeting(None, vec![])).await;
    given
        .adds(event, "hannah", EventRole::Helper)
        .await
        .unwrap();
    let mails = given.mails_to(&address("hannah")).await;
    assert_eq!(mails.len(), 1);
    assert!(mails[0].1.contains("Landesweites Netzwerktreffen"));
    let helper = given.signs_in(&address("hannah")).await;
    let network = given.organiser.network();
    let planner = &given.planner;
    let seen = planner.planned_event(&helper.reads_event(event)).await;
    assert!(seen.is_ok());
    let helps = planner.planned_event(&helper.helps_event(event)).await;
    assert!(helps.is_ok());
    let organises = planner.planned_event(&helper.organises_event(event)).await;
    assert!(matches!(organises, Err(PlannerError::NotAllowed)));
    let foreign = planner.planned_event(&helper.reads_event(other)).await;
    assert!(matches!(foreign, Err(PlannerError::NotFound)));
    assert!(helper.reads(network).is_err());
    let own = planner.own_events(&helper, network).await.unwrap();
    let own: Vec<_> = own
        .events
        .iter()
        .map(|(event, role)| (event.id, *role))
        .collect();
    assert_eq!(own, [(event, EventRole::Helper)]);
    // A host of a second event sees both, and helps at the first only.
    given.adds(other, "hannah", EventRole::Host).await.unwrap();
    let host = given.signs_in(&address("hannah")).await;
    assert!(
        planner
            .planned_event(&host.reads_event(other))
            .await
            .is_ok()
    );
    let helps = planner.planned_event(&host.helps_event(other)).await;
    assert!(matches!(helps, Err(PlannerError::NotAllowed)));
}

async fn whoever_loses_the_last_event_is_signed_out_on_every_server(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let member = given
        .adds(event, "hannah", EventRole::Helper)
        .await
        .unwrap();
    let link = given
        .planner
        .sign_in_link(&address("hannah"))
        .await
        .unwrap();
    let token = link.rsplit('/').next().unwrap();
    let session = given.planner.sign_in(token, &given.client).await.unwrap();
    let cookie = session.token.reveal();
    let second = given.planner_on(given.database.store.clone());
    assert!(second.principal(cookie).await.unwrap().is_some());
    let access = given.organises(event);
    let removed = given.planner.remove_event_member(&access, member);
    removed.await.unwrap();
    assert_eq!(second.principal(cookie).await.unwrap(), None);
    let team = given.planner.event_team(&access).await.unwrap();
    assert!(team.people.is_empty());
    // Whoever is invited again is the same member.
    let again = given.adds(event, "hannah", EventRole::Host).await.unwrap();
    assert_eq!(again, member);
}

async fn a_member_who_may_do_as_much_already_is_not_added(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    given.member_as("beate", Role::Helper).await;
    let refused = given.adds(event, "beate", EventRole::Helper).await;
    assert!(
        matches!(&refused, Err(PlannerError::Invalid(faults))
            if faults.iter().eq([("address", &Fault::Twice)])),
        "{refused:?}"
    );
}

async fn a_reader_helps_at_one_event(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let other = given.published_event(meeting(None, vec![])).await;
    given.member_as("rosa", Role::Reader).await;
    let member = given.adds(event, "rosa", EventRole::Helper).await.unwrap();
    let rosa = given.signs_in(&address("rosa")).await;
    let network = given.organiser.network();
    assert!(rosa.may_help_at(network, event));
    assert!(!rosa.may_help_at(network, other));
    assert!(rosa.reads(network).is_ok());
    let access = given.organises(event);
    let removed = given.planner.remove_event_member(&access, member);
    removed.await.unwrap();
    // She stays a reader of the network.
    let rosa = given.signs_in(&address("rosa")).await;
    assert!(rosa.reads(network).is_ok());
    assert!(!rosa.may_help_at(network, event));
}

async fn the_history_is_filtered_by_person_subject_and_time(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    given.clock.advance(SignedDuration::from_hours(48));
    let later = given.planner.now();
    given.organisation("VHS").await;
    let beate = given.member_as("beate", Role::Organiser).await;
    let beates = beate.organises_event(event);
    given
        .planner
        .set_series(&beates, Some(line("Beirat")))
        .await
        .unwrap();
    let actions = async |filter| {
        let found = given.history(filter).await;
        let mut actions: Vec<_> = found.iter().map(|entry| entry.action).collect();
        actions.reverse();
        actions
    };
    let of_beate = AuditFilter {
        member: Some(beate.memberships()[0].member.id),
        ..AuditFilter::default()
    };
    assert_eq!(
        actions(of_beate).await,
        [AuditAction::SignedIn, AuditAction::SeriesChanged]
    );
    let about = |subject| AuditFilter {
        subject: Some(subject),
        ..AuditFilter::default()
    };
    assert_eq!(
        actions(about(AuditSubject::Events)).await,
        [
            AuditAction::EventCreated,
            AuditAction::EventPublished,
            AuditAction::SeriesChanged,
        ]
    );
    assert_eq!(
        actions(about(AuditSubject::Organisations)).await,
        [AuditAction::OrganisationAdded]
    );
    let earlier = AuditFilter {
        until: Some(later),
        ..about(AuditSubject::Events)
    };
    assert_eq!(
        actions(earlier).await,
        [AuditAction::EventCreated, AuditAction::EventPublished]
    );
    let since = AuditFilter {
        from: Some(later),
        ..about(AuditSubject::Members)
    };
    assert_eq!(
        actions(since).await,
        [AuditAction::MemberAdded, AuditAction::SignedIn]
    );
}

async fn the_history_has_values_before_and_after(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(Some(10), vec![])).await;
    given
        .changes(
            event,
            EventDetails {
                title: line("Fachtag"),
                ..meeting(Some(10), vec![])
            },
        )
        .await;
    let history = given.history(AuditFilter::default()).await;
    let changed = history
        .iter()
        .find(|entry| entry.action == AuditAction::EventChanged)
        .unwrap();
    let Changes::Event(changes) = &changed.changes else {
        panic!("{changed:?}");
    };
    assert_eq!(changes.len(), 1, "{changes:?}");
    given.comes(event, crate::given::person("Anna", None)).await;
    let registered = given
        .history(AuditFilter {
            subject: Some(AuditSubject::Registrations),
            ..AuditFilter::default()
        })
        .await;
    let (_, name) = registered[0].registration.clone().unwrap();
    assert!(name.unwrap().starts_with("Anna"));
}

async fn a_helper_of_one_event_sees_no_other_of_its_series(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let other = given.published_event(meeting(None, vec![])).await;
    for one in [event, other] {
        let access = given.organises(one);
        let set = given.planner.set_series(&access, Some(line("Beirat")));
        set.await.unwrap();
    }
    given
        .adds(event, "hannah", EventRole::Helper)
        .await
        .unwrap();
    let helper = given.signs_in(&address("hannah")).await;
    let seen = given.planner.series_page(&helper.reads_event(event)).await;
    assert!(matches!(seen, Err(PlannerError::NotFound)));
    let overview = given
        .planner
        .event_overview(&helper.reads_event(event))
        .await;
    let overview = overview.unwrap();
    assert!(overview.series.is_none());
    assert!(overview.team.is_empty(), "{:?}", overview.team);
    // A reader of the network who helps at the event sees both.
    given.member_as("rosa", Role::Reader).await;
    given.adds(event, "rosa", EventRole::Helper).await.unwrap();
    let reader = given.signs_in(&address("rosa")).await;
    let overview = given
        .planner
        .event_overview(&reader.reads_event(event))
        .await;
    assert!(overview.unwrap().series.is_some());
}

async fn the_same_role_at_an_event_is_given_once(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let role = EventRole::Helper;
    given.adds(event, "hannah", role).await.unwrap();
    let again = given.adds(event, "hannah", role).await;
    assert!(
        matches!(&again, Err(PlannerError::Invalid(faults))
            if faults.iter().eq([("address", &Fault::Twice)])),
        "{again:?}"
    );
    assert_eq!(given.mails_to(&address("hannah")).await.len(), 1);
    given.adds(event, "hannah", EventRole::Host).await.unwrap();
    let lines = given.history(AuditFilter::default()).await;
    let mut lines = lines.into_iter();
    let added = lines.find(|line| line.action == AuditAction::EventMemberAdded);
    let change = added.unwrap().change.unwrap();
    let roles = (change.before.as_deref(), change.after.as_deref());
    assert_eq!(roles, (Some("helper"), Some("host")));
}
