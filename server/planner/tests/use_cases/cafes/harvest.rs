//! The harvest: tables write, organisers tidy, results are published, something is agreed on.

use jiff::SignedDuration;
use model::{
    ActionState, EventDetails, EventId, EventKind, Fault, HarvestPoint, Language, PointId,
    PointKind, PointState, PointText, Role, Visibility,
    cafe::{CafeSetUp, CafeTable, CafeTopic, TableNumber, TopicNumber},
};
use planner::{
    Changes, LiveMessage, MoveTo, PlannerError,
    access::{EventAccess, Helps, Principal, TableAccess},
    cafes::{
        SetUpEdit,
        harvest::{
            ActionItemEdit, NewActionItem, PointChange, PointEdit, PointWrite, Typing, WriteResult,
            Written, by_topic,
        },
    },
    people::NewMember,
};
use store::testing::{Engine, TestDatabase};
use uuid::Uuid;

use crate::given::{Given, a_network, address, line, meeting};

store::on_both_engines! {
    what_a_device_sends_twice_is_saved_once,
    two_who_change_a_point_at_once_keep_both_texts,
    a_point_that_somebody_changed_is_not_removed_unseen,
    two_devices_that_write_at_once_lose_nothing,
    a_table_writes_only_to_its_own_points,
    revoked_links_write_nothing_and_earlier_signs_stay_good,
    the_round_is_that_of_the_agenda,
    a_table_is_closed_two_weeks_after_its_cafe,
    a_round_has_room_for_a_hundred_points,
    organisers_order_group_merge_and_hide,
    results_are_public_only_while_they_are_published,
    what_is_agreed_stays_with_the_event,
    helpers_tidy_and_readers_read,
    a_point_that_cannot_be_read_hides_no_other,
    pages_of_other_servers_hear_of_a_point,
    what_is_typed_is_a_draft_that_everybody_sees_until_it_is_done,
}

struct Cafe {
    given: Given,
    event: EventId,
}

fn set_up() -> CafeSetUp {
    let topic = |number, name| CafeTopic {
        number: TopicNumber(number),
        name: line(name),
    };
    let table = |number, topic| CafeTable {
        number: TableNumber(number),
        topic: TopicNumber(topic),
        name: line(&number.to_string()),
        room: None,
        least: None,
        most: 8,
        step_free: true,
        language: None,
        host: None,
    };
    CafeSetUp {
        topics: vec![topic(1, "Zielgruppe"), topic(2, "Finanzierung")],
        tables: vec![table(5, 1), table(6, 2)],
        ..CafeSetUp::empty()
    }
}

async fn a_cafe(database: TestDatabase) -> Cafe {
    let given = a_network(database).await;
    let details = EventDetails {
        kind: EventKind::WorldCafe,
        ..meeting(None, vec![])
    };
    let event = given.published_event(details).await;
    let edit = SetUpEdit {
        seen: 0,
        new: set_up(),
    };
    let access = given.organises(event);
    let saved = given.planner.save_cafe_set_up(&access, None, edit).await;
    saved.unwrap();
    Cafe { given, event }
}

/// An id that a device gives.
fn uuid(number: u128) -> Uuid {
    Uuid::from_u128(number)
}

fn text(text: &str) -> PointText {
    PointText::parse(text).unwrap()
}

fn put(id: u128, point: u128, seen: i64, words: &str) -> PointWrite {
    PointWrite {
        id: uuid(id),
        point: uuid(point).into(),
        seen,
        change: PointChange::Put {
            round: 2,
            kind: PointKind::Proposal,
            text: text(words),
            typing: Typing::Done,
        },
    }
}

fn remove(id: u128, point: u128, seen: i64) -> PointWrite {
    PointWrite {
        change: PointChange::Remove,
        ..put(id, point, seen, "–")
    }
}

impl Cafe {
    /// The link of a table.
    async fn table(&self, number: u16) -> TableAccess {
        TableAccess::new(&self.token(number).await, &self.given.client)
    }

    async fn token(&self, number: u16) -> String {
        let (planner, access) = (&self.given.planner, self.given.organises(self.event));
        let table = Some(TableNumber(number));
        let sheet = planner.make_table_links(&access, None, table).await;
        let sheet = sheet.unwrap().reveal().to_owned();
        let shown = planner.table_links(&access, None, Some(&sheet)).await;
        let tables = shown.unwrap().tables;
        let link = tables.into_iter().find_map(|table| table.link).unwrap();
        link.rsplit('/').next().unwrap().to_owned()
    }

    async fn write(&self, access: &TableAccess, write: PointWrite) -> Written {
        let written = self.given.planner.write_points(access, &[write]).await;
        written.unwrap().remove(0).unwrap()
    }

    fn helps(&self) -> EventAccess<Helps> {
        self.given.principal.helps_event(self.event)
    }

    /// All points, as organisers see them.
    async fn points(&self) -> Vec<HarvestPoint> {
        let access = self.given.organises(self.event);
        let harvest = self.given.planner.harvest(&access, None).await;
        harvest.unwrap().points
    }

    async fn texts(&self) -> Vec<String> {
        let points = self.points().await.into_iter();
        let shown = points.filter(|point| point.state == PointState::Shown);
        shown.map(|point| point.text.as_str().to_owned()).collect()
    }

    async fn member(&self, name: &str, role: Role) -> Principal {
        let new = NewMember {
            name: line(name),
            address: address(name),
            role,
            language: Language::De,
        };
        let planner = &self.given.planner;
        let network = self.given.organiser.network();
        planner.put_member(network, new).await.unwrap();
        let link = planner.sign_in_link(&address(name)).await.unwrap();
        let session = planner
            .sign_in(link.rsplit('/').next().unwrap(), &self.given.client)
            .await
            .unwrap();
        let principal = planner.principal(session.token.reveal()).await.unwrap();
        principal.unwrap()
    }
}

async fn what_a_device_sends_twice_is_saved_once(database: TestDatabase) {
    let cafe = a_cafe(database).await;
    let table = cafe.table(5).await;
    let first = cafe.write(&table, put(1, 10, 0, "Kurse im Betrieb")).await;
    assert_eq!((first.revision, first.result), (1, WriteResult::Saved));
    // The answer was lost: the device sends it again, with what was typed since.
    assert_eq!(
        cafe.write(&table, put(1, 10, 0, "Kurse im Betrieb")).await,
        first
    );
    let second = cafe
        .write(&table, put(2, 10, 1, "Kurse in den Betrieben"))
        .await;
    assert_eq!(second.revision, 2);
    // Even the first one once more does not bring the old text back.
    assert_eq!(
        cafe.write(&table, put(1, 10, 0, "Kurse im Betrieb")).await,
        first
    );
    assert_eq!(cafe.texts().await, ["Kurse in den Betrieben"]);
    let point = &cafe.points().await[0];
    assert_eq!((point.topic, point.round), (TopicNumber(1), 2));
    // A table takes a point back; sending the old text again leaves it out.
    cafe.write(&table, remove(3, 10, 2)).await;
    cafe.write(&table, put(2, 10, 1, "Kurse in den Betrieben"))
        .await;
    assert_eq!(cafe.texts().await, Vec::<String>::new());
}

async fn two_who_change_a_point_at_once_keep_both_texts(database: TestDatabase) {
    let cafe = a_cafe(database).await;
    let (one, other) = (cafe.table(5).await, cafe.table(5).await);
    cafe.write(&one, put(1, 10, 0, "Kurse")).await;
    cafe.write(&one, put(2, 10, 1, "Kurse am Abend")).await;
    let second = cafe.write(&other, put(3, 10, 1, "Kurse am Morgen")).await;
    assert_eq!(second.result, WriteResult::KeptBoth);
    assert_eq!(cafe.texts().await, ["Kurse am Abend", "Kurse am Morgen"]);
    let points = cafe.points().await;
    assert_eq!(points[1].differs_from, Some(points[0].id));
    assert_eq!(points[1].id, second.point);
    // Sending it again gives the same answer.
    let again = cafe.write(&other, put(3, 10, 1, "Kurse am Morgen")).await;
    assert_eq!(again, second);
    // The same text from both is no difference.
    let same = cafe.write(&other, put(4, 10, 1, "Kurse am Abend")).await;
    assert_eq!((same.result, same.revision), (WriteResult::Saved, 2));
}

async fn a_point_that_somebody_changed_is_not_removed_unseen(database: TestDatabase) {
    let cafe = a_cafe(database).await;
    let table = cafe.table(5).await;
    cafe.write(&table, put(1, 10, 0, "Kurse")).await;
    cafe.write(&table, put(2, 10, 1, "Kurse am Abend")).await;
    let removed = cafe.write(&table, remove(3, 10, 1)).await;
    assert_eq!(removed.result, WriteResult::NotRemoved);
    // Sending it again gives the same answer.
    let again = cafe.write(&table, remove(3, 10, 1)).await;
    assert_eq!(again, removed);
    assert_eq!(cafe.texts().await, ["Kurse am Abend"]);
    // A text for a point that is gone is kept, too.
    cafe.write(&table, remove(4, 10, 2)).await;
    let late = cafe.write(&table, put(5, 10, 2, "Kurse mittags")).await;
    assert_eq!(late.result, WriteResult::KeptBoth);
    assert_eq!(cafe.texts().await, ["Kurse mittags"]);
}

async fn two_devices_that_write_at_once_lose_nothing(database: TestDatabase) {
    let cafe = a_cafe(database).await;
    let (one, other) = (cafe.table(5).await, cafe.table(5).await);
    cafe.write(&one, put(1, 10, 0, "Anfang")).await;
    for round in 0..5_u128 {
        let seen = cafe.points().await[0].revision;
        let base = 100 + round * 10;
        let changes = [
            put(base, 10, seen, &format!("links {round}")),
            put(base + 1, base + 2, 0, &format!("neu {round}")),
        ];
        let others = [
            put(base + 3, 10, seen, &format!("rechts {round}")),
            put(base + 4, base + 5, 0, &format!("auch neu {round}")),
        ];
        let (left, right) = tokio::join!(
            cafe.given.planner.write_points(&one, &changes),
            cafe.given.planner.write_points(&other, &others),
        );
        let kept: Vec<WriteResult> = [left.unwrap(), right.unwrap()]
            .into_iter()
            .map(|results| results[0].as_ref().unwrap().result)
            .collect();
        // One of them was first.
        assert!(kept.contains(&WriteResult::Saved) && kept.contains(&WriteResult::KeptBoth));
    }
    let texts = cafe.texts().await;
    for round in 0..5 {
        for words in ["neu", "auch neu"] {
            assert!(texts.contains(&format!("{words} {round}")), "{texts:?}");
        }
    }
    // The last text of the first point, five others that could not replace it, ten new ones.
    assert_eq!(texts.len(), 16);
}

async fn a_table_writes_only_to_its_own_points(database: TestDatabase) {
    let cafe = a_cafe(database).await;
    let (five, six) = (cafe.table(5).await, cafe.table(6).await);
    cafe.write(&five, put(1, 10, 0, "Kurse")).await;
    let foreign = [put(2, 10, 1, "Geändert"), remove(3, 10, 1)];
    let results = cafe.given.planner.write_points(&six, &foreign).await;
    for result in results.unwrap() {
        let faults = result.unwrap_err();
        assert_eq!(faults.iter().next(), Some(("point", &Fault::NoSuchChoice)));
    }
    assert_eq!(cafe.texts().await, ["Kurse"]);
    let page = cafe.given.planner.table_page(&six).await.unwrap();
    assert_eq!(page.points, []);
    assert_eq!(page.topic.as_deref(), Some("Finanzierung"));
}

async fn revoked_links_write_nothing_and_earlier_signs_stay_good(database: TestDatabase) {
    let cafe = a_cafe(database).await;
    let planner = &cafe.given.planner;
    let access = cafe.given.organises(cafe.event);
    let (sign, newer, six) = (
        cafe.table(5).await,
        cafe.table(5).await,
        cafe.table(6).await,
    );
    for table in [&sign, &newer, &six] {
        planner.table_page(table).await.unwrap();
    }
    let shown = planner.table_links(&access, None, None).await.unwrap();
    // Nobody reads a link back without the address of its sheet.
    assert!(shown.tables.iter().all(|table| table.link.is_none()));
    assert_eq!(shown.tables[0].working, 2);
    planner
        .revoke_table_links(&access, None, Some(TableNumber(5)))
        .await
        .unwrap();
    for table in [&sign, &newer] {
        let page = planner.table_page(table).await;
        assert!(matches!(page, Err(PlannerError::NotFound)));
        let written = planner.write_points(table, &[put(1, 10, 0, "Kurse")]).await;
        assert!(matches!(written, Err(PlannerError::NotFound)));
    }
    planner.table_page(&six).await.unwrap();
    let guess = TableAccess::new("abcdefghijkmnpqrstuvwxyz23", &cafe.given.client);
    for _ in 0..80 {
        let _ = planner.table_page(&guess).await;
    }
    let page = planner.table_page(&guess).await;
    assert!(matches!(page, Err(PlannerError::TooManyRequests { .. })));
}

async fn the_round_is_that_of_the_agenda(database: TestDatabase) {
    let cafe = a_cafe(database).await;
    let table = cafe.table(5).await;
    let page = async || cafe.given.planner.table_page(&table).await.unwrap();
    assert_eq!((page().await.now, page().await.round()), (None, 1));
    // The event begins at 9:30 in Berlin. Rounds of 20 minutes, 5 between them.
    let begins = meeting(None, vec![]).starts.at;
    let until = begins.duration_since(cafe.given.planner.now());
    cafe.given
        .clock
        .advance(until + SignedDuration::from_mins(26));
    let now = page().await.now.unwrap();
    assert_eq!(now.number, 2);
    assert_eq!(now.ends, Some(begins + SignedDuration::from_mins(45)));
    cafe.given.clock.advance(SignedDuration::from_mins(60));
    let now = page().await.now.unwrap();
    assert_eq!((now.number, now.ends), (3, None));
}

async fn a_table_is_closed_two_weeks_after_its_cafe(database: TestDatabase) {
    let cafe = a_cafe(database).await;
    let table = cafe.table(5).await;
    cafe.given
        .clock
        .advance(SignedDuration::from_hours(24 * 80));
    assert!(!cafe.given.planner.table_page(&table).await.unwrap().is_open);
    let written = cafe
        .given
        .planner
        .write_points(&table, &[put(1, 10, 0, "Kurse")])
        .await;
    assert!(matches!(written, Err(PlannerError::WrongState)));
}

async fn a_round_has_room_for_a_hundred_points(database: TestDatabase) {
    let cafe = a_cafe(database).await;
    let table = cafe.table(5).await;
    let planner = &cafe.given.planner;
    let writes: Vec<PointWrite> = (0..101).map(|n| put(n, 1000 + n, 0, "Kurse")).collect();
    let results = planner.write_points(&table, &writes).await.unwrap();
    assert_eq!(results.iter().filter(|result| result.is_ok()).count(), 100);
    let most = Fault::TooManyEntries {
        most: HarvestPoint::MOST_IN_ROUND,
    };
    let faults = results[100].as_ref().unwrap_err();
    assert_eq!(faults.iter().next(), Some(("text", &most)));
    // A client that writes without end is slowed down.
    let many: Vec<PointWrite> = (0..250).map(|n| put(5000 + n, 1000, 1, "Kurse")).collect();
    let slowed = planner.write_points(&table, &many).await;
    assert!(matches!(slowed, Err(PlannerError::TooManyRequests { .. })));
}

async fn organisers_order_group_merge_and_hide(database: TestDatabase) {
    let cafe = a_cafe(database).await;
    let table = cafe.table(5).await;
    let planner = &cafe.given.planner;
    for (id, words) in [(10, "eins"), (11, "zwei"), (12, "drei"), (13, "vier")] {
        cafe.write(&table, put(id + 100, id, 0, words)).await;
    }
    let helps = cafe.helps();
    let point = |number: u128| -> PointId { uuid(number).into() };
    planner
        .move_point(&helps, point(12), MoveTo::Before(point(10)))
        .await
        .unwrap();
    assert_eq!(cafe.texts().await, ["drei", "eins", "zwei", "vier"]);
    let edit = |seen, words: &str| PointEdit {
        seen,
        text: text(words),
        kind: PointKind::Insight,
        topic: TopicNumber(2),
        heading: Some(line("Geld")),
        seen_place: (TopicNumber(1), None),
    };
    planner
        .edit_point(&helps, point(11), edit(1, "zwei!"))
        .await
        .unwrap();
    let late = planner
        .edit_point(&helps, point(11), edit(1, "zwei?"))
        .await;
    assert!(matches!(
        late,
        Err(PlannerError::Conflict(Changes::Unknown))
    ));
    let topics = by_topic(&set_up(), &cafe.points().await);
    assert_eq!(
        topics
            .iter()
            .map(planner::cafes::harvest::TopicPoints::count)
            .collect::<Vec<_>>(),
        [3, 1]
    );
    assert_eq!(topics[1].headings[0].heading, Some(line("Geld")));
    planner
        .merge_points(&helps, point(13), point(10))
        .await
        .unwrap();
    planner
        .show_point(&helps, point(12), PointState::Hidden)
        .await
        .unwrap();
    assert_eq!(cafe.texts().await, ["eins\nvier", "zwei!"]);
    // A text that was merged stands at the other point, so it is neither shown nor changed alone.
    let again = planner
        .show_point(&helps, point(13), PointState::Shown)
        .await;
    assert!(matches!(again, Err(PlannerError::WrongState)));
    let merged = planner
        .edit_point(&helps, point(13), edit(0, "vier!"))
        .await;
    assert!(matches!(merged, Err(PlannerError::WrongState)));
    // A form that left the heading as it was keeps the one that somebody else gave meanwhile.
    let typo = PointEdit {
        topic: TopicNumber(1),
        heading: None,
        ..edit(2, "zwei.")
    };
    planner.edit_point(&helps, point(11), typo).await.unwrap();
    let topics = by_topic(&set_up(), &cafe.points().await);
    assert_eq!(topics[1].headings[0].heading, Some(line("Geld")));
    assert_eq!(cafe.texts().await, ["eins\nvier", "zwei."]);
    // A point is merged by merging only.
    let lost = planner
        .show_point(&helps, point(11), PointState::Merged)
        .await;
    assert!(matches!(lost, Err(PlannerError::WrongState)));
    // The table that changes a merged point makes another one.
    let late = cafe.write(&table, put(200, 13, 1, "vier, ergänzt")).await;
    assert_eq!(late.result, WriteResult::KeptBoth);
    let twice = planner.merge_points(&helps, point(10), point(10)).await;
    assert!(matches!(twice, Err(PlannerError::Invalid(_))));
}

async fn results_are_public_only_while_they_are_published(database: TestDatabase) {
    let cafe = a_cafe(database).await;
    let (planner, access) = (&cafe.given.planner, cafe.given.organises(cafe.event));
    let slug = cafe.given.slug(cafe.event).await;
    let nothing = planner.publish_results(&access, None).await;
    assert!(matches!(nothing, Err(PlannerError::Invalid(_))));
    let table = cafe.table(5).await;
    cafe.write(&table, put(1, 10, 0, "Kurse")).await;
    cafe.write(&table, put(2, 11, 0, "Geheim")).await;
    planner
        .show_point(&cafe.helps(), uuid(11).into(), PointState::Hidden)
        .await
        .unwrap();
    let results = async || planner.results(&slug, None).await;
    assert!(matches!(results().await, Err(PlannerError::NotFound)));
    assert!(!planner.open_event(&slug, None).await.unwrap().has_results);
    planner.publish_results(&access, None).await.unwrap();
    assert!(planner.open_event(&slug, None).await.unwrap().has_results);
    let topics = &results().await.unwrap().cafes[0].topics;
    assert_eq!(topics.len(), 1);
    assert_eq!(topics[0].headings[0].points[0].text, text("Kurse"));
    assert_eq!(topics[0].count(), 1);
    planner.withdraw_results(&access, None).await.unwrap();
    assert!(matches!(results().await, Err(PlannerError::NotFound)));
    let by_invitation = EventDetails {
        kind: EventKind::WorldCafe,
        visibility: Visibility::Invitation,
        ..meeting(None, vec![])
    };
    cafe.given.changes(cafe.event, by_invitation).await;
    let no_page = planner.publish_results(&access, None).await;
    assert!(matches!(no_page, Err(PlannerError::WrongState)));
}

async fn what_is_agreed_stays_with_the_event(database: TestDatabase) {
    let cafe = a_cafe(database).await;
    let table = cafe.table(5).await;
    cafe.write(&table, put(1, 10, 0, "Kurse")).await;
    let (planner, helps) = (&cafe.given.planner, cafe.helps());
    let new = NewActionItem {
        what: line("Kalender einrichten"),
        who: line("Anna Jäger"),
        due: Some("2023-10-31".parse().unwrap()),
        point: Some(uuid(10).into()),
    };
    let item = planner.add_action_item(&helps, new.clone()).await.unwrap();
    let items = async || {
        let access = cafe.given.organises(cafe.event);
        planner.harvest(&access, None).await.unwrap().action_items
    };
    let stored = items().await.remove(0);
    assert_eq!((stored.what, stored.due), (new.what.clone(), new.due));
    assert_eq!((stored.point, stored.state), (new.point, ActionState::Open));
    planner
        .set_action_state(&helps, item, ActionState::Done)
        .await
        .unwrap();
    let edit = |seen| ActionItemEdit {
        seen,
        what: line("Kalender pflegen"),
        who: line("VHS"),
        due: None,
        state: ActionState::Open,
    };
    let late = planner.change_action_item(&helps, item, edit(1)).await;
    assert!(matches!(late, Err(PlannerError::Conflict(_))));
    planner
        .change_action_item(&helps, item, edit(2))
        .await
        .unwrap();
    let stored = items().await.remove(0);
    assert_eq!(
        (stored.who, stored.due, stored.revision),
        (line("VHS"), None, 3)
    );
    planner.remove_action_item(&helps, item).await.unwrap();
    assert_eq!(items().await, []);
}

async fn helpers_tidy_and_readers_read(database: TestDatabase) {
    let cafe = a_cafe(database).await;
    let table = cafe.table(5).await;
    cafe.write(&table, put(1, 10, 0, "Kurse")).await;
    let planner = &cafe.given.planner;
    let helper = cafe.member("Helfer", Role::Helper).await;
    let reader = cafe.member("Leser", Role::Reader).await;
    let hide = async |principal: &Principal| {
        let access = principal.helps_event(cafe.event);
        let point = uuid(10).into();
        planner.show_point(&access, point, PointState::Hidden).await
    };
    hide(&helper).await.unwrap();
    assert!(matches!(hide(&reader).await, Err(PlannerError::NotAllowed)));
    let seen = planner.harvest(&reader.reads_event(cafe.event), None).await;
    assert_eq!(seen.unwrap().points.len(), 1);
    for principal in [&helper, &reader] {
        let access = principal.organises_event(cafe.event);
        let links = planner.make_table_links(&access, None, None).await;
        assert!(matches!(links, Err(PlannerError::NotAllowed)));
        let published = planner.publish_results(&access, None).await;
        assert!(matches!(published, Err(PlannerError::NotAllowed)));
    }
}

async fn a_point_that_cannot_be_read_hides_no_other(database: TestDatabase) {
    let cafe = a_cafe(database).await;
    let (planner, access) = (&cafe.given.planner, cafe.given.organises(cafe.event));
    let table = cafe.table(5).await;
    cafe.write(&table, put(1, 10, 0, "Kurse")).await;
    cafe.write(&table, put(2, 11, 0, "Räume")).await;
    planner.publish_results(&access, None).await.unwrap();
    cafe.given
        .database
        .run_sql("UPDATE harvest_points SET heading = '' WHERE text = 'Kurse'")
        .await;
    assert_eq!(planner.table_page(&table).await.unwrap().points.len(), 1);
    let sent = [put(3, 10, 1, "Kurse am Abend"), put(4, 12, 0, "Küche")];
    let answers = planner.write_points(&table, &sent).await.unwrap();
    assert!(answers[0].is_err() && answers[1].is_ok(), "{answers:?}");
    assert_eq!(cafe.texts().await, ["Räume", "Küche"]);
    let slug = cafe.given.slug(cafe.event).await;
    let results = planner.results(&slug, None).await.unwrap();
    assert_eq!(results.cafes[0].topics[0].count(), 2);
}

async fn pages_of_other_servers_hear_of_a_point(database: TestDatabase) {
    let cafe = a_cafe(database).await;
    // On SQLite there is one server.
    let other = match cafe.given.database.engine() {
        Engine::Sqlite => cafe.given.planner.clone(),
        Engine::Postgres => {
            let store = cafe.given.database.another_store().await;
            cafe.given.planner_on(store)
        }
    };
    let mut messages = other.watch_live();
    let receiver = other.clone();
    let receiving = tokio::spawn(async move { receiver.receive_live_messages().await });
    let table = cafe.table(5).await;
    let within = std::time::Duration::from_millis(200);
    let mut number = 0;
    // Until the other server listens.
    let heard = loop {
        number += 1;
        let write = put(number, 1000 + number, 0, "Kurse in den Betrieben");
        cafe.write(&table, write).await;
        if let Ok(message) = tokio::time::timeout(within, messages.recv()).await {
            break message.unwrap();
        }
    };
    let points = cafe.points().await;
    let plan = points[0].plan;
    assert_eq!(heard, LiveMessage::Harvest { plan });
    // What an organiser tidies is told, too.
    while tokio::time::timeout(within, messages.recv()).await.is_ok() {}
    let helps = cafe.helps();
    let (planner, point) = (&cafe.given.planner, points[0].id);
    let hidden = planner.show_point(&helps, point, PointState::Hidden);
    hidden.await.unwrap();
    let heard = tokio::time::timeout(within * 10, messages.recv()).await;
    assert_eq!(heard.unwrap().unwrap(), LiveMessage::Harvest { plan });
    receiving.abort();
}

async fn what_is_typed_is_a_draft_that_everybody_sees_until_it_is_done(database: TestDatabase) {
    let cafe = a_cafe(database).await;
    let table = cafe.table(5).await;
    let typed = |id, seen, words: &str| PointWrite {
        change: PointChange::Put {
            round: 2,
            kind: PointKind::Proposal,
            text: text(words),
            typing: Typing::GoesOn,
        },
        ..put(id, 1, seen, words)
    };
    let first = cafe.write(&table, typed(11, 0, "Kurse in")).await;
    let second = cafe.write(&table, typed(12, first.revision, "Kurse in den Betrieben"));
    let second = second.await;
    assert_eq!(second.result, WriteResult::Saved);
    let points = cafe.points().await;
    assert_eq!(points.len(), 1);
    assert_eq!(points[0].state, PointState::Draft);
    assert_eq!(points[0].text.as_str(), "Kurse in den Betrieben");
    // The other devices of the table see it; it is no result.
    let page = cafe.given.planner.table_page(&table).await.unwrap();
    assert_eq!(page.points, points);
    let access = cafe.given.organises(cafe.event);
    let harvest = cafe.given.planner.harvest(&access, None).await.unwrap();
    assert_eq!(harvest.shown(), []);

    // It is done, with the same text.
    let done = put(13, 1, second.revision, "Kurse in den Betrieben");
    assert_eq!(cafe.write(&table, done).await.result, WriteResult::Saved);
    let points = cafe.points().await;
    assert_eq!((points.len(), points[0].state), (1, PointState::Shown));
    // Who goes on typing in a point that is shown makes it no draft again.
    let more = cafe.write(&table, typed(14, points[0].revision, "Kurse in Betrieben"));
    assert_eq!(more.await.result, WriteResult::Saved);
    assert_eq!(cafe.points().await[0].state, PointState::Shown);
}
