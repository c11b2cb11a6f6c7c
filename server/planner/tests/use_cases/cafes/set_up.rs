//! The set-up of a café: saved, and what it makes possible.

use model::{
    Answer, EventDetails, EventId, EventKind, Fault, QuestionId, RegistrationId,
    cafe::{
        AnswerNeed, CafeGoal, CafeQuality, CafeRule, CafeRuleKind, CafeSeating, CafeSetUp,
        PlanVersion, RuleNumber, SeatNeed, TableNumber, VersionCause, VersionHead,
    },
};
use planner::{
    Changes, PlannerError,
    cafes::{Cafe, Conflict, Forecast, RuleSource, SetUpEdit, Variant, suggest},
    registrations::Decision,
    tables::Chosen,
};
use store::testing::TestDatabase;

use crate::given::{Given, a_network, meeting, when};

store::on_both_engines! {
    a_saved_set_up_is_read_back_and_a_second_organiser_is_told,
    the_leipzig_meeting_is_possible_as_suggested,
    a_host_who_cancels_is_named_and_changes_the_figures,
    rules_that_contradict_one_another_are_named,
    whoever_has_no_seat_cannot_be_named,
    people_of_earlier_events_are_recognised_by_their_addresses,
    very_few_and_very_many_people,
    the_number_of_a_removed_table_is_not_given_again,
    tables_of_one_size_are_questioned_where_they_cost_a_topic,
    a_need_from_an_answer_costs_what_the_same_rules_cost,
}

/// An event that is a café, with people of so many organisations.
async fn a_cafe(given: &Given, people: usize, organisations: usize) -> EventId {
    let details = EventDetails {
        kind: EventKind::WorldCafe,
        starts: when("2023-09-19T12:45"),
        ends: when("2023-09-19T14:30"),
        ..meeting(None, vec![])
    };
    a_cafe_of(given, details, people, organisations).await
}

async fn a_cafe_of(
    given: &Given,
    details: EventDetails,
    people: usize,
    organisations: usize,
) -> EventId {
    let planner = &given.planner;
    let created = planner.create_event(&given.organiser, None, |_| Ok(details));
    let event = created.await.unwrap();
    let lines = (0..people).map(|number| {
        let house = number % organisations;
        format!("P{number:03},Muster,p{number:03}@partner.example,Haus {house}\n")
    });
    let lines = lines.collect::<String>();
    let table = format!("vorname,name,email,organisation\n{lines}");
    let access = given.organises(event);
    planner
        .import(&access, &table, &Chosen::new())
        .await
        .unwrap();
    given.run_jobs().await;
    event
}

async fn cafe(given: &Given, event: EventId) -> Cafe {
    let access = given.principal.reads_event(event);
    given.planner.cafe(&access, None).await.unwrap()
}

async fn save(given: &Given, event: EventId, new: CafeSetUp) -> Result<(), PlannerError> {
    let seen = cafe(given, event).await.revision();
    let edit = SetUpEdit { seen, new };
    let access = given.organises(event);
    let saved = given.planner.save_cafe_set_up(&access, None, edit).await;
    saved.map(drop)
}

async fn forecast(given: &Given, event: EventId) -> Forecast {
    let cafe = cafe(given, event).await;
    let set_up = cafe.set_up();
    given.planner.cafe_forecast(&cafe, &set_up).await.unwrap()
}

fn suggested(people: u32) -> CafeSetUp {
    suggest(people, 105, None).applied_to(&CafeSetUp::empty(), |number| format!("Thema {number}"))
}

fn with_rules(set_up: CafeSetUp, kinds: Vec<CafeRuleKind>) -> CafeSetUp {
    let rules = (1..).zip(kinds).map(|(number, kind)| CafeRule {
        number: RuleNumber(number),
        kind,
        note: None,
    });
    CafeSetUp {
        rules: rules.collect(),
        ..set_up
    }
}

async fn a_saved_set_up_is_read_back_and_a_second_organiser_is_told(database: TestDatabase) {
    let given = a_network(database).await;
    let event = a_cafe(&given, 12, 4).await;
    let new = suggested(12);
    save(&given, event, new.clone()).await.unwrap();
    let stored = cafe(&given, event).await;
    assert_eq!((stored.set_up(), stored.revision()), (new.clone(), 1));
    // The same once more is no new revision.
    save(&given, event, new.clone()).await.unwrap();
    assert_eq!(cafe(&given, event).await.revision(), 1);
    let mut other = new;
    other.rounds.minutes = 10;
    let edit = SetUpEdit {
        seen: 0,
        new: other,
    };
    let access = given.organises(event);
    let refused = given.planner.save_cafe_set_up(&access, None, edit).await;
    assert!(
        matches!(refused, Err(PlannerError::Conflict(Changes::Unknown))),
        "{refused:?}"
    );
}

async fn the_leipzig_meeting_is_possible_as_suggested(database: TestDatabase) {
    let given = a_network(database).await;
    let event = a_cafe(&given, 62, 13).await;
    let cafe = cafe(&given, event).await;
    assert_eq!(cafe.minutes(), 105);
    let set_up = suggested(62);
    let planner = &given.planner;
    let Forecast {
        now,
        conflict,
        variants,
        ..
    } = planner.cafe_forecast(&cafe, &set_up).await.unwrap();
    assert_eq!((now.seats, now.people, now.seats_missing()), (72, 62, 0));
    assert_eq!(now.sizes, [(5, 10), (6, 2)]);
    assert_eq!((now.topics_each, now.topics, now.minutes_left), (3, 3, 5));
    assert_eq!((now.meetings, conflict), (390, Conflict::None));
    let then = |variant| &variants.iter().find(|(one, _)| *one == variant).unwrap().1;
    assert_eq!(then(Variant::FewerTables).seats_missing(), 8);
    assert_eq!(then(Variant::MoreTables).seats, 90);
    assert_eq!(then(Variant::MoreRounds).minutes_left, -30);
    assert_eq!(then(Variant::FewerRounds).topics_each, 2);
    // Eight more are expected than registered.
    let expected = CafeSetUp {
        expected: Some(80),
        ..set_up
    };
    let now = planner.cafe_forecast(&cafe, &expected).await.unwrap().now;
    assert_eq!((now.people, now.seats_missing()), (80, 8));
}

async fn a_host_who_cancels_is_named_and_changes_the_figures(database: TestDatabase) {
    let given = a_network(database).await;
    let event = a_cafe(&given, 12, 4).await;
    let host = cafe(&given, event).await.people[0].id;
    let mut new = suggested(12);
    new.tables[0].host = Some(host);
    save(&given, event, new.clone()).await.unwrap();
    assert_eq!(cafe(&given, event).await.former_of_set_up().count(), 0);
    let access = given.organises_registration(host);
    given
        .planner
        .decide(&access, Decision::Cancel)
        .await
        .unwrap();
    let after = cafe(&given, event).await;
    assert_eq!((after.people.len(), after.former[0].id), (11, host));
    assert_eq!(forecast(&given, event).await.now.people, 11);
    // The set-up stays as it was saved, and can be saved with the host it has.
    assert_eq!(after.set_up(), new);
    new.rounds.minutes = 15;
    save(&given, event, new).await.unwrap();
}

async fn rules_that_contradict_one_another_are_named(database: TestDatabase) {
    let given = a_network(database).await;
    let event = a_cafe(&given, 12, 4).await;
    let people = cafe(&given, event).await.people;
    let (doreen, ines) = (people[0].id, people[1].id);
    let mut set_up = suggested(12);
    set_up.tables[2].step_free = false;
    let set_up = with_rules(
        set_up,
        vec![
            CafeRuleKind::Needs {
                person: doreen,
                need: SeatNeed::StepFree,
            },
            CafeRuleKind::Together(vec![doreen, ines]),
            CafeRuleKind::Fixed {
                person: ines,
                round: 2,
                table: TableNumber(3),
            },
            CafeRuleKind::Apart(vec![people[2].id, people[3].id]),
        ],
    );
    save(&given, event, set_up.clone()).await.unwrap();
    let Conflict::Rules(mut named) = forecast(&given, event).await.conflict else {
        panic!("a contradiction");
    };
    named.sort_by_key(|source| format!("{source:?}"));
    let rule = |number| RuleSource::Rule(RuleNumber(number));
    assert_eq!(named, [RuleSource::Needs(doreen), rule(2), rule(3)]);
    // Without any one of them it works.
    for left_out in [0, 1, 2] {
        let mut fewer = set_up.clone();
        fewer.rules.remove(left_out);
        save(&given, event, fewer).await.unwrap();
        assert_eq!(forecast(&given, event).await.conflict, Conflict::None);
    }
}

async fn whoever_has_no_seat_cannot_be_named(database: TestDatabase) {
    let given = a_network(database).await;
    let event = a_cafe(&given, 12, 4).await;
    let elsewhere = a_cafe(&given, 1, 1).await;
    let stranger = cafe(&given, elsewhere).await.people[0].id;
    let here = cafe(&given, event).await.people[0].id;
    let mut hosted = suggested(12);
    hosted.tables[1].host = Some(stranger);
    let ruled = with_rules(
        suggested(12),
        vec![CafeRuleKind::Apart(vec![here, stranger])],
    );
    for (new, field) in [(hosted, "tables[1].host"), (ruled, "rules[0]")] {
        let refused = save(&given, event, new).await;
        assert!(
            matches!(&refused, Err(PlannerError::Invalid(faults))
                if faults.iter().eq([(field, &Fault::NoSuchChoice)])),
            "{refused:?}"
        );
    }
}

async fn people_of_earlier_events_are_recognised_by_their_addresses(database: TestDatabase) {
    let given = a_network(database).await;
    let spring = EventDetails {
        kind: EventKind::WorldCafe,
        starts: when("2023-08-19T12:45"),
        ends: when("2023-08-19T14:30"),
        ..meeting(None, vec![])
    };
    let earlier = a_cafe_of(&given, spring, 12, 4).await;
    save(&given, earlier, suggested(12)).await.unwrap();
    publish(&given, earlier).await;
    let event = a_cafe(&given, 8, 4).await;
    let new_faces = |goals: &[CafeGoal]| CafeSetUp {
        goals: goals.to_vec(),
        ..suggested(8)
    };
    save(&given, event, new_faces(&[CafeGoal::Topics]))
        .await
        .unwrap();
    assert_eq!(met_before(&given, event).await, 0);
    let goals = [CafeGoal::NewFaces, CafeGoal::Topics];
    save(&given, event, new_faces(&goals)).await.unwrap();
    // Of the twelve who sat at three tables, eight are here again: three tables with two or three of them.
    assert_eq!(met_before(&given, event).await, 3);
    // Of an event of a series, only the earlier events of the series count.
    let joins = async |event| {
        let access = given.organises(event);
        let name = Some(crate::given::line("Beirat"));
        given.planner.set_series(&access, name).await.unwrap();
    };
    joins(event).await;
    assert_eq!(met_before(&given, event).await, 0);
    joins(earlier).await;
    assert_eq!(met_before(&given, event).await, 3);
}

/// Groups of people who sat together at an earlier event, as the solver sees them.
async fn met_before(given: &Given, event: EventId) -> usize {
    let access = given.principal.reads_event(event);
    let board = given.planner.cafe_board(&access, None, None).await.unwrap();
    board.problem.problem.met.len()
}

/// Publishes a plan of one round in which everybody sits at the next table in turn.
async fn publish(given: &Given, event: EventId) {
    let cafe = cafe(given, event).await;
    let plan = cafe.plan.unwrap().id;
    let people: Vec<RegistrationId> = cafe.people.iter().map(|person| person.id).collect();
    let seats = (0..people.len()).map(|place| u16::try_from(place % 3 + 1).unwrap());
    let seats = seats.map(|table| Some(TableNumber(table))).collect();
    let made_at = "2023-08-10T10:00:00Z".parse().unwrap();
    let version = PlanVersion {
        head: VersionHead {
            plan,
            number: 1,
            parent: None,
            cause: VersionCause::Imported,
            set_up: 1,
            quality: CafeQuality::default(),
            seed: None,
            iterations: None,
            member: None,
            made_at,
        },
        seating: CafeSeating {
            people,
            rounds: vec![seats],
        },
        locks: Vec::new(),
        broken: Vec::new(),
    };
    let mut tx = given.database.store.begin().await.unwrap();
    tx.insert_plan_version(&version).await.unwrap();
    let published = Some((1, made_at));
    tx.set_published_version(plan, published).await.unwrap();
    tx.commit().await.unwrap();
}

async fn very_few_and_very_many_people(database: TestDatabase) {
    let given = a_network(database).await;
    let alone = a_cafe(&given, 1, 1).await;
    save(&given, alone, suggested(1)).await.unwrap();
    let Forecast { now, conflict, .. } = forecast(&given, alone).await;
    assert_eq!(
        (now.meetings, now.met, conflict),
        (0, (0, 0), Conflict::None)
    );
    let three = a_cafe(&given, 3, 3).await;
    save(&given, three, suggested(62)).await.unwrap();
    let now = forecast(&given, three).await.now;
    assert_eq!((now.tables, now.empty_tables()), (12, 9));
    // 500 people at one table of six.
    let mut one = suggested(1);
    one.expected = Some(500);
    save(&given, three, one).await.unwrap();
    assert_eq!(forecast(&given, three).await.now.seats_missing(), 494);
}

async fn the_number_of_a_removed_table_is_not_given_again(database: TestDatabase) {
    let given = a_network(database).await;
    let event = a_cafe(&given, 12, 4).await;
    let new = suggested(12);
    save(&given, event, new.clone()).await.unwrap();
    let mut fewer = new.clone();
    let removed = fewer.tables.pop().unwrap();
    save(&given, event, fewer).await.unwrap();
    // Whoever has the sign of the removed table must not write for a new one.
    let stored = cafe(&given, event).await.set_up();
    assert!(stored.next_table() > removed.number);
    let again = suggest(12, 105, Some(3)).applied_to(&stored, |number| number.to_string());
    assert_eq!(again.tables.len(), new.tables.len());
    assert_eq!(again.table(removed.number), None);
}

async fn tables_of_one_size_are_questioned_where_they_cost_a_topic(database: TestDatabase) {
    let given = a_network(database).await;
    let event = a_cafe(&given, 30, 6).await;
    let cafe = cafe(&given, event).await;
    let mut set_up = suggested(30);
    assert_eq!(
        (set_up.topics.len(), set_up.tables.len(), set_up.seats()),
        (3, 6, 36)
    );
    let planner = &given.planner;
    let all = planner.cafe_forecast(&cafe, &set_up).await.unwrap();
    assert_eq!(all.now.topics_each, 3);
    assert!(
        all.variants
            .iter()
            .all(|(variant, _)| *variant != Variant::Uneven)
    );
    // The host takes a place that others need, if all tables have the same size.
    set_up.tables[0].host = Some(cafe.people[0].id);
    let forecast = planner.cafe_forecast(&cafe, &set_up).await.unwrap();
    assert_eq!(forecast.now.topics_each, 2);
    let uneven = forecast
        .variants
        .iter()
        .find(|(variant, _)| *variant == Variant::Uneven);
    assert_eq!(uneven.unwrap().1.topics_each, 3);
}

async fn a_need_from_an_answer_costs_what_the_same_rules_cost(database: TestDatabase) {
    let given = a_network(database).await;
    let event = a_cafe(&given, 12, 6).await;
    let mut cafe = cafe(&given, event).await;
    // One large table and two of the least size: whoever needs a small one meets fewer people.
    let mut set_up = suggested(12);
    for (place, table) in set_up.tables.iter_mut().enumerate() {
        table.least = Some(2);
        table.most = if place == 0 { 8 } else { 2 };
        table.step_free = place != 0;
    }
    let question = QuestionId::from(uuid::Uuid::from_u128(7));
    let answers = serde_json::json!({ question.to_string(): Answer::YesNo(true) });
    let person = cafe.people[0].id;
    cafe.people[0].answers = serde_json::from_value(answers).unwrap();
    let mut answered = set_up.clone();
    answered.answer_needs = vec![AnswerNeed {
        question,
        option: None,
        need: SeatNeed::StepFree,
    }];
    let need = SeatNeed::StepFree;
    let ruled = with_rules(set_up, vec![CafeRuleKind::Needs { person, need }]);
    let planner = &given.planner;
    let of_rule = planner.cafe_forecast(&cafe, &ruled).await.unwrap();
    let of_answer = planner.cafe_forecast(&cafe, &answered).await.unwrap();
    let cost = of_rule.costs[&RuleNumber(1)];
    assert!(cost.meetings > 0, "{cost:?}");
    assert_eq!(of_answer.answer_costs, [cost]);
    assert_eq!(of_answer.now.meetings, of_rule.now.meetings);
}
