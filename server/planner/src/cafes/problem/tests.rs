use groups::rotate::{ClosedTable, FixedSeat, Goal, Rule};
use model::{
    Answers, EmailAddress, Line, OrganisationId, RegistrationId,
    cafe::{
        CafeRule, CafeRuleKind, CafeSeating, CafeSetUp, Lock, RuleNumber, SeatNeed, TableNumber,
    },
};
use uuid::Uuid;

use super::{CafeInput, CafeProblem, Presence, RuleSource};
use crate::cafes::{CafePerson, suggest};

fn id(number: u128) -> RegistrationId {
    Uuid::from_u128(number).into()
}

fn people(count: u128) -> Vec<CafePerson> {
    (1..=count)
        .map(|number| CafePerson {
            id: id(number),
            given_name: "Anna".into(),
            family_name: "Jäger".into(),
            address: EmailAddress::parse("anna@rinleipzig.example").unwrap(),
            organisation: None,
            organisation_name: None,
            answers: Answers::default(),
        })
        .collect()
}

/// Three topics at a table of six each, three rounds.
fn set_up() -> CafeSetUp {
    suggest(12, 90, None).applied_to(&CafeSetUp::empty(), |number| format!("Thema {number}"))
}

fn ruled(kinds: Vec<CafeRuleKind>) -> CafeSetUp {
    let numbered = (1..).zip(kinds);
    CafeSetUp {
        rules: numbered
            .map(|(number, kind)| CafeRule {
                number: RuleNumber(number),
                kind,
                note: None,
            })
            .collect(),
        ..set_up()
    }
}

fn problem(set_up: &CafeSetUp, people: &[CafePerson]) -> CafeProblem {
    CafeProblem::new(CafeInput {
        set_up,
        people,
        presence: &Presence::new(),
        earlier: &[],
    })
}

#[test]
fn people_spread_evenly_over_tables_without_a_smallest_number() {
    let limits = |count, set_up: &CafeSetUp| -> Vec<(Option<usize>, Option<usize>)> {
        let tables = problem(set_up, &people(count)).problem.tables;
        tables.iter().map(|table| (table.min, table.max)).collect()
    };
    assert_eq!(limits(12, &set_up()), [(Some(4), Some(4)); 3]);
    assert_eq!(limits(13, &set_up()), [(Some(4), Some(5)); 3]);
    // Tables with one person each would be even, too.
    assert_eq!(limits(5, &set_up()), [(Some(0), Some(6)); 3]);
    assert_eq!(limits(6, &set_up()), [(Some(2), Some(2)); 3]);
    let mut own = set_up();
    own.tables[0].least = Some(0);
    assert_eq!(limits(12, &own)[0], (Some(0), Some(6)));
}

#[test]
fn needs_leave_the_tables_that_meet_all_of_them() {
    let need = |need| CafeRuleKind::Needs {
        person: id(1),
        need,
    };
    let mut set_up = ruled(vec![
        need(SeatNeed::StepFree),
        need(SeatNeed::Language(Line::parse("english").unwrap())),
    ]);
    set_up.tables[0].language = Some(Line::parse("English").unwrap());
    set_up.tables[1].language = Some(Line::parse("English").unwrap());
    set_up.tables[1].step_free = false;
    let problem = problem(&set_up, &people(12));
    assert_eq!(problem.problem.people[0].tables, Some(vec![0]));
    assert_eq!(problem.problem.people[1].tables, None);
    assert_eq!(problem.source(Rule::Tables(0)), RuleSource::Needs(id(1)));
}

#[test]
fn rules_about_people_who_are_not_there_are_left_out() {
    let set_up = ruled(vec![
        CafeRuleKind::Together(vec![id(1), id(99)]),
        CafeRuleKind::Apart(vec![id(2), id(3), id(99)]),
        CafeRuleKind::Fixed {
            person: id(99),
            round: 1,
            table: TableNumber(1),
        },
    ]);
    let problem = problem(&set_up, &people(12));
    assert!(problem.problem.together.is_empty() && problem.problem.fixed.is_empty());
    assert_eq!(problem.problem.apart, [vec![1, 2]]);
    assert_eq!(
        problem.source(Rule::Apart(0)),
        RuleSource::Rule(RuleNumber(2))
    );
}

#[test]
fn locks_fix_seats_and_close_tables() {
    let people = people(12);
    let mut problem = problem(&set_up(), &people);
    let table = |number| Some(TableNumber(number));
    let seating = CafeSeating {
        people: people.iter().map(|person| person.id).collect(),
        rounds: vec![(0..12).map(|place| table(place % 3 + 1)).collect()],
    };
    let (seat, whole) = (
        Lock::Seat {
            person: id(2),
            round: 1,
        },
        Lock::Table {
            table: TableNumber(1),
            round: 1,
        },
    );
    problem.lock(&[seat, whole], &seating);
    let fixed = |person, table| FixedSeat {
        person,
        round: 0,
        table,
    };
    assert_eq!(
        problem.problem.fixed,
        [
            fixed(1, 1),
            fixed(0, 0),
            fixed(3, 0),
            fixed(6, 0),
            fixed(9, 0)
        ]
    );
    assert_eq!(problem.problem.closed, [ClosedTable { round: 0, table: 0 }]);
    assert_eq!(problem.source(Rule::Fixed(0)), RuleSource::Lock(seat));
    assert_eq!(problem.source(Rule::Closed(0)), RuleSource::Lock(whole));
}

#[test]
fn whoever_is_absent_in_a_round_has_no_fixed_seat_there() {
    let set_up = ruled(vec![CafeRuleKind::Fixed {
        person: id(1),
        round: 1,
        table: TableNumber(1),
    }]);
    let presence = Presence::from([(id(1), vec![2, 3])]);
    let problem = CafeProblem::new(CafeInput {
        set_up: &set_up,
        people: &people(12),
        presence: &presence,
        earlier: &[],
    });
    assert_eq!(problem.problem.people[0].present, [false, true, true]);
    assert!(problem.problem.fixed.is_empty());
}

#[test]
fn typed_names_of_an_organisation_are_one_whatever_their_case() {
    let mut people = people(5);
    let known: OrganisationId = Uuid::from_u128(7).into();
    people[0].organisation_name = Some("Caritas ".into());
    people[1].organisation_name = Some("caritas".into());
    people[2].organisation = Some(known);
    people[3].organisation = Some(known);
    let problem = problem(&set_up(), &people).problem;
    let organisations: Vec<_> = problem.people.iter().map(|one| one.organisation).collect();
    assert_eq!(
        (organisations, problem.organisations),
        (vec![0, 0, 1, 1, 2], 3)
    );
}

#[test]
fn goals_keep_their_order() {
    let mut set_up = set_up();
    set_up.goals.reverse();
    let order = problem(&set_up, &people(3)).problem.order;
    assert_eq!(order, [Goal::Mix, Goal::Meetings, Goal::Topics]);
}
