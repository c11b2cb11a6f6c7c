//! New faces: people who sat together at an earlier event of the series come together last. Beside it, what people
//! need by their answers, tables that fill evenly, and that the check of stored versions finds what is wrong.

use model::{
    Answer, Answers, EventDetails, EventId, EventKind, Need, QuestionId, QuestionKind, Text,
    cafe::{AnswerNeed, BrokenRule, CafeGoal, CafeSetUp, CafeTable, SeatNeed, TableNumber},
};
use planner::{
    cafes::{EditOutcome, PlanChange, PlanEdit, RulePolicy, SeatMove},
    events::NewQuestion,
    registrations::AddedPerson,
};
use store::testing::TestDatabase;

use super::given_cafe::{GivenCafe, a_cafe, a_cafe_on, set_up};
use crate::given::{line, meeting, person, when};

store::on_both_engines! {
    pairs_of_an_earlier_event_of_the_series_come_last,
    earlier_pairs_are_avoided_altogether_where_that_is_possible,
    answers_are_needs_and_tables_fill_evenly,
    the_check_finds_what_is_wrong_with_a_version,
}

/// Four tables of one topic, or three, which people fill evenly.
fn even(tables: u16, rounds: u32, goals: &[CafeGoal]) -> CafeSetUp {
    let mut new = set_up(tables, 1, (0, 6), rounds);
    for table in &mut new.tables {
        table.least = None;
    }
    new.goals = goals.to_vec();
    new
}

/// A café with a solved and published plan, and a month later one of the same series with the same people, a person
/// of each organisation.
async fn two_of_a_series(database: TestDatabase, people: usize, tables: u16) -> GivenCafe {
    let first = a_cafe(database, people, people).await;
    first.sets_up(even(tables, 1, &[CafeGoal::Meetings])).await;
    let number = first.is_solved().await;
    let (planner, organises) = (&first.given.planner, first.organises());
    let published = planner.publish_cafe_plan(&organises, None, number);
    published.await.unwrap();
    let later = EventDetails {
        kind: EventKind::WorldCafe,
        starts: when("2023-10-19T09:30"),
        ends: when("2023-10-19T16:00"),
        ..meeting(None, vec![])
    };
    let earlier = first.event;
    let second = a_cafe_on(first.given, later, people, people).await;
    for event in [earlier, second.event] {
        in_the_series(&second, event).await;
    }
    second
}

async fn in_the_series(cafe: &GivenCafe, event: EventId) {
    let access = cafe.given.organises(event);
    let series = cafe.given.planner.set_series(&access, Some(line("Beirat")));
    series.await.unwrap();
}

async fn pairs_of_an_earlier_event_of_the_series_come_last(database: TestDatabase) {
    // Three tables of four, and again three tables of four: of every table of then, two come together in every round.
    let cafe = Box::pin(two_of_a_series(database, 12, 3)).await;
    cafe.sets_up(even(3, 2, &[CafeGoal::NewFaces, CafeGoal::Meetings]))
        .await;
    cafe.is_solved().await;
    let quality = cafe.version().await.head.quality;
    assert_eq!((quality.old_faces, quality.old_faces_bound), (6, 6));
    assert!(quality.proven.contains(&CafeGoal::NewFaces));
    // Whoever does not ask for it has no such number.
    cafe.sets_up(even(3, 2, &[CafeGoal::Meetings])).await;
    cafe.is_solved().await;
    let quality = cafe.version().await.head.quality;
    assert_eq!((quality.old_faces, quality.old_faces_bound), (0, 0));
    assert_eq!(cafe.checks_all_versions().await, 2);
}

async fn earlier_pairs_are_avoided_altogether_where_that_is_possible(database: TestDatabase) {
    let cafe = Box::pin(two_of_a_series(database, 16, 4)).await;
    let goals = [CafeGoal::Meetings, CafeGoal::NewFaces];
    cafe.sets_up(even(4, 2, &goals)).await;
    cafe.is_solved().await;
    let version = cafe.version().await;
    let quality = &version.head.quality;
    // Each meets three others in each round, and there are twelve to meet besides the three of then.
    assert_eq!((quality.meetings, quality.old_faces), (48, 0));
    assert_eq!(quality.proven, goals);
    // Also in three rounds, for which the solver takes a design.
    cafe.sets_up(even(4, 3, &goals)).await;
    cafe.is_solved().await;
    let quality = cafe.version().await.head.quality;
    assert_eq!((quality.meetings, quality.old_faces), (72, 0));
    // A round more than there are new people for: all of then meet again, and are counted.
    cafe.sets_up(even(4, 5, &goals)).await;
    cafe.is_solved().await;
    assert_eq!(cafe.version().await.head.quality.old_faces, 24);
    cafe.checks_all_versions().await;
}

/// Twenty-two people at four tables, of which one can be reached without steps and another is English. Two who need
/// that say so in the form.
async fn a_cafe_with_needs(database: TestDatabase) -> GivenCafe {
    let cafe = a_cafe(database, 20, 5).await;
    let organises = cafe.organises();
    let asked = |kind, label: &str, options: &[&str]| NewQuestion {
        kind,
        label: line(label),
        help: Text::default(),
        options: options.iter().map(|option| line(option)).collect(),
        need: Need::Optional,
    };
    let planner = &cafe.given.planner;
    let steps = asked(QuestionKind::YesNo, "Stufenlos", &[]);
    let steps = planner.add_question(&organises, steps).await.unwrap();
    let spoken = asked(
        QuestionKind::SeveralOf,
        "Sprachen",
        &["Englisch", "Arabisch"],
    );
    let spoken = planner.add_question(&organises, spoken).await.unwrap();
    for (name, question, answer) in [
        ("Doreen", steps, Answer::YesNo(true)),
        (
            "Salma",
            spoken,
            Answer::Several(vec!["Englisch".to_owned()]),
        ),
    ] {
        let added = AddedPerson {
            person: person(name, None),
            answers: answered(question, &answer),
        };
        let added = planner.add_person(&organises, |_| Ok(added)).await;
        added.unwrap();
    }
    let goals = [CafeGoal::Topics, CafeGoal::Meetings, CafeGoal::Mix];
    let mut new = even(4, 3, &goals);
    for table in &mut new.tables {
        table.step_free = table.number == TableNumber(2);
        table.language = (table.number == TableNumber(3)).then(|| line("englisch"));
    }
    let need = |question, option: Option<&str>, need| AnswerNeed {
        question,
        option: option.map(line),
        need,
    };
    new.answer_needs = vec![
        need(steps, None, SeatNeed::StepFree),
        need(
            spoken,
            Some("Englisch"),
            SeatNeed::Language(line("Englisch")),
        ),
        need(
            spoken,
            Some("Arabisch"),
            SeatNeed::Language(line("Arabisch")),
        ),
    ];
    cafe.sets_up(new).await;
    cafe
}

fn answered(question: QuestionId, answer: &Answer) -> Answers {
    let answers = serde_json::json!({ question.to_string(): answer });
    serde_json::from_value(answers).unwrap()
}

async fn answers_are_needs_and_tables_fill_evenly(database: TestDatabase) {
    let cafe = a_cafe_with_needs(database).await;
    cafe.is_solved().await;
    let version = cafe.version().await;
    assert_eq!(version.broken, []);
    let board = cafe.board().await;
    let named = |name: &str| {
        let mut people = board.cafe.people.iter();
        people.find(|person| person.given_name == name).unwrap().id
    };
    let (doreen, salma) = (named("Doreen"), named("Salma"));
    for round in 1..=3 {
        let seating = &version.seating;
        assert_eq!(seating.table_of(doreen, round), Some(TableNumber(2)));
        assert_eq!(seating.table_of(salma, round), Some(TableNumber(3)));
    }
    // Anyway: the need is named as broken, and so is the table that is short of people then.
    let edit = PlanEdit {
        seen: version.head.number,
        change: PlanChange::Seat(SeatMove::Move {
            person: doreen,
            round: 2,
            table: TableNumber(1),
        }),
        rules: RulePolicy::Break,
    };
    let planner = &cafe.given.planner;
    let made = planner.edit_plan(&cafe.organises(), None, edit).await;
    assert!(matches!(made, Ok(EditOutcome::Made { .. })), "{made:?}");
    let need = BrokenRule::AnswerNeed {
        person: doreen,
        round: 2,
    };
    assert!(cafe.version().await.broken.contains(&need));
    // Somebody goes after the first round: the tables have to be filled a little less.
    let helps = cafe.given.principal.helps_event(cafe.event);
    let gone = board.cafe.people[0].id;
    planner.mark_missing(&helps, None, gone, 2).await.unwrap();
    planner
        .draw_plan(
            &cafe.organises(),
            None,
            (Some(version.head.number + 1), Some(1)),
        )
        .await
        .unwrap();
    let drawn = cafe.version().await;
    assert_eq!(drawn.seating.table_of(gone, 2), None);
    assert_eq!(cafe.complaints(&drawn).await, Vec::<String>::new());
}

async fn the_check_finds_what_is_wrong_with_a_version(database: TestDatabase) {
    let cafe = a_cafe_with_needs(database).await;
    cafe.is_solved().await;
    let version = cafe.version().await;
    assert_eq!(cafe.complaints(&version).await, Vec::<String>::new());
    let set_up = cafe.board().await.cafe.set_up();
    let sizes = |table: &CafeTable| version.seating.people_at(table.number, 1).count();
    let small = set_up.tables.iter().min_by_key(|table| sizes(table));
    let small = small.unwrap().number;
    let other = set_up.tables.iter().find(|table| table.number != small);
    let other = other.unwrap().number;

    let found = async |what: &str, alter: &dyn Fn(&mut model::cafe::PlanVersion), says: &str| {
        let mut altered = version.clone();
        alter(&mut altered);
        let complaints = cafe.complaints(&altered).await.join("\n");
        assert!(complaints.contains(says), "{what}: {complaints}");
    };
    found(
        "a table that is short of people",
        &|version| {
            let seats = &mut version.seating.rounds[0];
            let one = seats.iter_mut().find(|seat| **seat == Some(small));
            *one.unwrap() = Some(other);
        },
        &format!("TooFew {{ table: {small:?}, round: 1 }}"),
    )
    .await;
    found(
        "a seat against a need",
        &|version| {
            for seat in &mut version.seating.rounds[1] {
                *seat = match *seat {
                    Some(TableNumber(2)) => Some(TableNumber(3)),
                    Some(TableNumber(3)) => Some(TableNumber(2)),
                    seat => seat,
                };
            }
        },
        "AnswerNeed",
    )
    .await;
    found(
        "a rule that is not broken",
        &|version| {
            version.broken.push(BrokenRule::TooMany {
                table: small,
                round: 1,
            });
        },
        "broken []",
    )
    .await;
    found(
        "earlier pairs that nobody asked for",
        &|version| version.head.quality.old_faces = 1,
        "old_faces: 0",
    )
    .await;
    found(
        "a value better than its bound",
        &|version| version.head.quality.meetings_bound = 1,
        "meetings: better than its bound",
    )
    .await;
    found(
        "a proof of less than the bound",
        &|version| {
            version.head.quality.meetings_bound += 1;
            version.head.quality.proven = vec![CafeGoal::Meetings];
        },
        "meetings: proven",
    )
    .await;
    // Who has gone sits nowhere.
    let helps = cafe.given.principal.helps_event(cafe.event);
    let gone = version.seating.people[0];
    let planner = &cafe.given.planner;
    planner.mark_missing(&helps, None, gone, 1).await.unwrap();
    found("somebody who is missing", &|_| {}, "in round 1").await;
}
