//! Plans as files: tables that are read and written, and the solver's own format.

use groups::{
    SearchControl,
    rotate::{Problem, solve},
};
use model::cafe::{CafeRuleKind, VersionCause};
use planner::cafes::{
    PlanColumn, PlanExport, PlanImport, PlanLineFault, PlanTableHeadings, RulePolicy, SeatFault,
};
use store::testing::TestDatabase;

use super::given_cafe::{GivenCafe, a_cafe, rule, set_up};

#[path = "../../../../groups/tests/checker/rotate.rs"]
mod solver_checker;

store::on_both_engines! {
    a_plan_that_was_exported_is_imported_as_it_was,
    a_table_is_read_in_both_languages_and_separators,
    tables_whose_names_have_the_same_letters_are_not_confused,
    nothing_is_taken_from_a_table_with_faults,
    a_table_that_breaks_rules_is_taken_only_if_somebody_says_so,
    the_solver_confirms_the_quality_of_a_stored_plan,
    a_version_is_exported_with_the_set_up_that_it_was_made_from,
}

fn headings() -> PlanTableHeadings {
    PlanTableHeadings {
        given_name: "Vorname".to_owned(),
        family_name: "Nachname".to_owned(),
        address: "E-Mail".to_owned(),
        organisation: "Organisation".to_owned(),
        round: "Runde".to_owned(),
        table: "Tisch".to_owned(),
    }
}

async fn export(cafe: &GivenCafe, version: Option<u32>) -> PlanExport {
    let planner = &cafe.given.planner;
    let exported = planner.export_plan(&cafe.reads(), None, version).await;
    exported.unwrap()
}

fn csv(plan: &PlanExport) -> String {
    String::from_utf8(plan.csv(&headings()).unwrap()).unwrap()
}

async fn import(cafe: &GivenCafe, text: &str, rules: RulePolicy) -> PlanImport {
    let seen = cafe
        .board()
        .await
        .version
        .map(|version| version.head.number);
    let planner = &cafe.given.planner;
    let imported = planner
        .import_plan(&cafe.organises(), None, (text, seen, rules))
        .await;
    imported.unwrap()
}

async fn a_plan_that_was_exported_is_imported_as_it_was(database: TestDatabase) {
    let cafe = a_cafe(database, 12, 4).await;
    cafe.sets_up(set_up(4, 2, (2, 4), 3)).await;
    cafe.is_solved().await;
    let before = cafe.version().await;
    let text = csv(&export(&cafe, None).await);
    let planner = &cafe.given.planner;
    planner
        .empty_plan(&cafe.organises(), None, Some(1))
        .await
        .unwrap();
    let shown = planner
        .preview_plan_import(&cafe.reads(), None, &text)
        .await;
    assert_eq!(shown.unwrap(), PlanImport::Takeable { seats: 36 });
    assert_eq!(cafe.number().await, 2);
    let imported = import(&cafe, &text, RulePolicy::Keep).await;
    assert_eq!(imported, PlanImport::Taken(3));
    let after = cafe.version().await;
    assert_eq!(after.head.cause, VersionCause::Imported);
    assert_eq!(after.seating, before.seating);
    assert_eq!(after.head.quality, before.head.quality);
    cafe.checks_all_versions().await;
}

async fn a_table_is_read_in_both_languages_and_separators(database: TestDatabase) {
    let cafe = a_cafe(database, 2, 2).await;
    cafe.sets_up(set_up(2, 2, (0, 4), 1)).await;
    for table in [
        "Name;Runde;Tisch\nP000 Muster;1;2\nMuster, P001;Runde 1;Tisch 1\n",
        "Participant,Round,Table\nP000 Muster,1,Table 2\nP001 Muster,Round 1,1\n",
        "\u{feff}\"E-Mail\";\"Runde\";\"Tisch\"\r\n\"P000@partner.example\";\"1\";\"2\"\r\np001@partner.example;1;1",
        "first name\tlast name\tround\ttable\nP000\tMuster\t1\t2\nP001\tMuster\t1\t1\n",
    ] {
        let imported = import(&cafe, table, RulePolicy::Keep).await;
        assert!(
            matches!(imported, PlanImport::Taken(_)),
            "{table}: {imported:?}"
        );
        let version = cafe.version().await;
        let tables: Vec<u16> = version.seating.rounds[0]
            .iter()
            .map(|seat| seat.unwrap().0)
            .collect();
        assert_eq!(tables, [2, 1], "{table}");
    }
}

async fn nothing_is_taken_from_a_table_with_faults(database: TestDatabase) {
    let cafe = a_cafe(database, 4, 2).await;
    cafe.sets_up(set_up(2, 2, (0, 4), 2)).await;
    let long = "x".repeat(500);
    let table = format!(
        "E-Mail;Runde;Tisch\np000@partner.example;1;1\nniemand@partner.example;1;1\n\
         p001@partner.example;3;1\np001@partner.example;1;{long}\n\np000@partner.example;1;2\n"
    );
    let fault = |line, fault| PlanLineFault { line, fault };
    let expected = vec![
        fault(
            3,
            SeatFault::UnknownPerson("niemand@partner.example".to_owned()),
        ),
        fault(4, SeatFault::NoSuchRound("3".to_owned())),
        fault(5, SeatFault::NoSuchTable(long)),
        fault(
            7,
            SeatFault::SatTwice {
                person: "p000@partner.example".to_owned(),
                line: 2,
            },
        ),
    ];
    let refused = import(&cafe, &table, RulePolicy::Break).await;
    assert_eq!(refused, PlanImport::Faults(expected, 0));
    let refused = import(&cafe, "Name;Ort\nP000 Muster;Leipzig\n", RulePolicy::Break).await;
    let missing = vec![PlanColumn::Round, PlanColumn::Table];
    assert_eq!(refused, PlanImport::MissingColumns(missing));
    let many = format!("E-Mail;Runde;Tisch\n{}", "a@b.example;1;1\n".repeat(150));
    match import(&cafe, &many, RulePolicy::Break).await {
        PlanImport::Faults(named, besides) => assert_eq!((named.len(), besides), (100, 50)),
        other => panic!("{other:?}"),
    }
    assert!(cafe.board().await.version.is_none());
}

async fn a_table_that_breaks_rules_is_taken_only_if_somebody_says_so(database: TestDatabase) {
    let cafe = a_cafe(database, 4, 2).await;
    let people = cafe.people().await;
    let mut new = set_up(2, 2, (0, 4), 1);
    new.rules = vec![rule(1, CafeRuleKind::Apart(vec![people[0], people[1]]))];
    cafe.sets_up(new).await;
    let table = "E-Mail;Runde;Tisch\np000@partner.example;1;1\np001@partner.example;1;1\n";
    let refused = import(&cafe, table, RulePolicy::Keep).await;
    assert!(matches!(refused, PlanImport::WouldBreak(rules) if rules.len() == 1));
    let taken = import(&cafe, table, RulePolicy::Break).await;
    assert_eq!(taken, PlanImport::Taken(1));
    assert_eq!(cafe.version().await.broken.len(), 1);
    cafe.checks_all_versions().await;
}

struct Unlimited;

impl SearchControl for Unlimited {
    fn should_stop(&self) -> bool {
        false
    }
}

async fn the_solver_confirms_the_quality_of_a_stored_plan(database: TestDatabase) {
    let cafe = a_cafe(database, 18, 5).await;
    let people = cafe.people().await;
    let mut new = set_up(4, 2, (3, 6), 3);
    new.tables[0].host = Some(people[0]);
    new.rules = vec![
        rule(1, CafeRuleKind::Together(vec![people[1], people[2]])),
        rule(2, CafeRuleKind::Apart(vec![people[4], people[5]])),
    ];
    cafe.sets_up(new).await;
    cafe.given
        .planner
        .draw_plan(&cafe.organises(), None, (None, Some(9)))
        .await
        .unwrap();
    let files = export(&cafe, None).await;
    let problem_text = files.check_json().unwrap();
    for secret in ["P000", "partner.example", "Haus", &people[0].to_string()] {
        assert!(!problem_text.contains(secret), "{secret}");
    }
    let problem = Problem::from_json(&problem_text).unwrap();
    let answer = solve(&problem, &Unlimited).unwrap();
    let stored = cafe.version().await.head.quality;
    assert_eq!(answer.quality.changed_people, 0);
    assert_eq!(answer.quality.meetings, stored.meetings as usize);
    assert_eq!(answer.bounds.meetings, stored.meetings_bound as usize);
    assert_eq!(answer.quality.topics_sum, stored.topics_sum as usize);
    assert_eq!(answer.quality.repeats, stored.repeats as usize);
    assert_eq!(answer.quality.mix, stored.mix as usize);
    let as_value = |text: &str| -> serde_json::Value { serde_json::from_str(text).unwrap() };
    let answer = as_value(&answer.to_json(&problem).unwrap());
    let plan = as_value(&files.plan_json().unwrap());
    assert_eq!(answer["rounds"], plan["rounds"]);
    assert_eq!(answer["quality"], plan["quality"]);
    let problem = as_value(&files.problem_json().unwrap());
    assert_eq!(
        solver_checker::complaints(&problem, &plan),
        Vec::<String>::new()
    );
}

async fn a_version_is_exported_with_the_set_up_that_it_was_made_from(database: TestDatabase) {
    let cafe = a_cafe(database, 12, 4).await;
    cafe.sets_up(set_up(4, 2, (2, 4), 3)).await;
    cafe.is_solved().await;
    let first = export(&cafe, None).await;
    let (table, plan) = (csv(&first), first.plan_json().unwrap());
    let seats = table.lines().count();
    assert_eq!(seats, 1 + 36);
    let mut smaller = set_up(3, 2, (2, 4), 2);
    smaller.tables[0].name = crate::given::line("Garten");
    cafe.sets_up(smaller).await;
    let planner = &cafe.given.planner;
    planner
        .empty_plan(&cafe.organises(), None, Some(1))
        .await
        .unwrap();
    let again = export(&cafe, Some(1)).await;
    assert_eq!(csv(&again), table);
    assert_eq!(again.plan_json().unwrap(), plan);
    assert_eq!(again.problem_json().unwrap(), first.problem_json().unwrap());
    // The version of the new set-up has its tables and rounds.
    let new = export(&cafe, None).await;
    assert_ne!(new.problem_json().unwrap(), first.problem_json().unwrap());
    assert_eq!(csv(&new).lines().count(), 1);
    let unknown = planner.export_plan(&cafe.reads(), None, Some(9)).await;
    assert!(unknown.is_err());
}

async fn tables_whose_names_have_the_same_letters_are_not_confused(database: TestDatabase) {
    let cafe = a_cafe(database, 2, 2).await;
    let mut new = set_up(3, 1, (0, 4), 1);
    for (table, name) in new.tables.iter_mut().zip(["A 1", "A-1", "★"]) {
        table.name = crate::given::line(name);
    }
    cafe.sets_up(new).await;
    let table = "E-Mail;Runde;Tisch\np000@partner.example;1;a-1\np001@partner.example;1;A 1\n";
    let imported = import(&cafe, table, RulePolicy::Keep).await;
    assert!(matches!(imported, PlanImport::Taken(_)), "{imported:?}");
    let seats = &cafe.version().await.seating.rounds[0];
    let tables: Vec<u16> = seats.iter().map(|seat| seat.unwrap().0).collect();
    assert_eq!(tables, [2, 1]);
    for name in ["A1", "☆", ""] {
        let table = format!("E-Mail;Runde;Tisch\np000@partner.example;1;{name}\n");
        let refused = import(&cafe, &table, RulePolicy::Keep).await;
        let fault = SeatFault::NoSuchTable(name.to_owned());
        let faults = vec![PlanLineFault { line: 2, fault }];
        assert_eq!(refused, PlanImport::Faults(faults, 0));
    }
}
