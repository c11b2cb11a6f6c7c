//! The demo, which a newcomer sees first: its café, its congresses, and its people.

use model::{
    EventId, ListMembers, NetworkId,
    assignment::Proof,
    cafe::{CafeGoal, VersionCause},
};
use planner::{
    Planner,
    access::Principal,
    cafes::harvest::by_topic,
    demo::{Demo, Scenario},
};
use store::testing::TestDatabase;

use super::checker::{Rows, check, earlier_pairs};
use crate::given::a_planner;

store::on_both_engines! {
    the_demo_has_a_cafe_that_is_set_up_solved_and_published,
}

macro_rules! scenario {
    ($file:literal) => {
        include_str!(concat!("../../../../../end2end/scenarios/", $file))
    };
}

const SCENARIO: Scenario = Scenario {
    event_json: scenario!("network-meeting/event.json"),
    organisations_csv: scenario!("network-meeting/organisations.csv"),
    people_csv: scenario!("network-meeting/people.csv"),
    congress_people_csv: scenario!("congress/people.csv"),
    congress_organisations_csv: scenario!("congress/organisations.csv"),
    congress_workshops_csv: scenario!("congress/workshops.csv"),
    congress_rooms_csv: scenario!("congress/rooms.csv"),
    congress_wishes_json: scenario!("congress/assign.json"),
    congress_plan_json: scenario!("congress/plan.json"),
};

async fn the_demo_has_a_cafe_that_is_set_up_solved_and_published(database: TestDatabase) {
    let planner = a_planner(&database);
    let Demo::Ready { organiser } = Box::pin(planner.fill_with_demo(SCENARIO)).await.unwrap()
    else {
        panic!("no demo");
    };
    let client = planner::ClientKey::from_ip("192.0.2.1".parse().unwrap());
    let link = planner.sign_in_link(&organiser).await.unwrap();
    let token = link.rsplit('/').next().unwrap();
    let session = planner.sign_in(token, &client).await.unwrap();
    let principal = planner
        .principal(session.token.reveal())
        .await
        .unwrap()
        .unwrap();
    let network = principal.memberships()[0].member.network;
    let mut reader = database.store.read().await.unwrap();
    let titles = reader.event_titles(network).await.unwrap();
    drop(reader);
    let meeting = titles
        .iter()
        .find(|(_, title)| title == "Landesweites Netzwerktreffen IQ Sachsen")
        .unwrap();
    let access = principal.reads_event(meeting.0);
    let board = planner.cafe_board(&access, None, None).await.unwrap();
    assert_eq!(board.cafe.people.len(), 62);
    let version = board.version.as_ref().unwrap();
    assert_eq!(version.head.cause, VersionCause::Solved);
    assert_eq!(version.broken, []);
    let quality = &version.head.quality;
    assert_eq!(
        (quality.movers, quality.topics_min, quality.unseated),
        (50, 3, 0)
    );
    assert!(quality.proven.contains(&CafeGoal::Topics));
    assert!(
        quality.meetings * 100 >= quality.meetings_bound * 98,
        "{quality:?}"
    );
    let mut reader = database.store.read().await.unwrap();
    let rows = Rows {
        set_up: &board.cafe.set_up(),
        people: &board.cafe.people,
        presence: &board.facts.presence,
        earlier: &earlier_pairs(&mut reader, &board.cafe).await,
    };
    drop(reader);
    // Nobody gave its tables a smallest number: people spread evenly.
    assert!(rows.set_up.tables.iter().all(|table| table.least.is_none()));
    check(version, rows);
    let published = board.cafe.plan.as_ref().unwrap().published.unwrap();
    assert_eq!(published.0, version.head.number);
    assert!(board.unseated().is_empty());

    let harvest = planner.harvest(&access, None).await.unwrap();
    let topics = by_topic(&board.cafe.set_up(), &harvest.shown());
    assert_eq!(topics.len(), 3);
    assert!(topics.iter().all(|topic| topic.headings.len() > 1));
    let [agreed] = harvest.action_items.as_slice() else {
        panic!("{:?}", harvest.action_items);
    };
    assert!(agreed.point.is_some() && agreed.due.is_some());
    assert_eq!(harvest.published, None);

    // Everybody at the congress knows their workshops.
    let congress = titles
        .iter()
        .find(|(_, title)| title == "Fachkongress „Ankommen im Beruf“")
        .unwrap();
    let access = principal.reads_event(congress.0);
    let board = planner.assignment_board(&access, None).await.unwrap();
    assert!(board.is_up_to_date());
    let state = board.state().unwrap();
    assert_eq!(state.broken, []);
    assert_eq!(
        (state.quality.with_wishes, state.quality.best_wish[0]),
        (478, 427)
    );
    assert_eq!(state.quality.proof, Proof::Optimal);
    let version = board.version.as_ref().unwrap().head.number;
    let plan = board.assignment.plan.as_ref().unwrap();
    assert_eq!(plan.published.unwrap().0, version);
    let setup = board.assignment.wish_setup.as_ref().unwrap();
    assert!(!setup.is_open(&board.assignment.event, planner.now()));

    // People can wish for the workshops of the next one.
    let next = titles
        .iter()
        .find(|(_, title)| title == "Fachkongress „Sprache im Beruf“")
        .unwrap();
    let access = principal.reads_event(next.0);
    let wishes = planner.wish_overview(&access).await.unwrap();
    let setup = wishes.setup.as_ref().unwrap();
    assert!(setup.is_open(&wishes.event, planner.now()) && setup.reminder.is_due);
    assert!(wishes.with_wishes() > 20 && wishes.without_wishes().count() > 0);

    has_people_to_invite(&planner, &principal, network).await;
    let board = titles
        .iter()
        .find(|(_, title)| title == "Auftakt des Fachbeirats Anerkennung")
        .unwrap();
    has_all_answers(&planner, &principal, board.0).await;
}

/// Contacts, and two lists: a fixed one, and one by rule.
async fn has_people_to_invite(planner: &Planner, principal: &Principal, network: NetworkId) {
    let right = principal.reads(network).unwrap();
    let all = store::ContactFilter::default();
    let paging = store::Paging::page(0, 1);
    let contacts = planner.contact_list(&right, &all, paging).await.unwrap();
    assert!(contacts.page.total > 500, "{}", contacts.page.total);
    let lists = planner.distribution_lists(&right).await.unwrap().lists;
    let lists: Vec<_> = lists
        .rows
        .iter()
        .map(|(list, people)| (list.members == ListMembers::Fixed, *people))
        .collect();
    assert_eq!(lists, [(true, 4), (false, 4)]);
}

/// An event by invitation at which some come, some do not, one of them named somebody else, and some are silent. A
/// reminder waits for its time.
async fn has_all_answers(planner: &Planner, principal: &Principal, event: EventId) {
    let access = principal.reads_event(event);
    let everybody = store::InvitationFilter::default();
    let paging = store::Paging::ALL;
    let invited = planner.invitations(&access, &everybody, paging).await;
    let counts = invited.unwrap().counts;
    assert_eq!(
        (counts.registered, counts.declined, counts.with_substitute),
        (6, 3, 1)
    );
    assert!(counts.silent > 0);
    let reminders = planner.reminders(&access).await.unwrap().rows;
    let waits = |reminder: &&model::EventReminder| {
        reminder.is_on && reminder.armed_at.is_some() && reminder.sent_for.is_none()
    };
    assert!(reminders.iter().filter(waits).count() > 0, "{reminders:?}");
}
