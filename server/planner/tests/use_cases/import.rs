//! Importing people: the scenario's table, and tables with faults.

use model::{Answer, Contingent, JobState, LeftOut, Need, QuestionKind, Text};
use planner::{
    events::NewQuestion,
    tables::{Chosen, PersonColumn, TableFault},
};
use store::testing::TestDatabase;

use crate::given::{Given, a_network, address, line, meeting};

store::on_both_engines! {
    the_scenarios_people_are_imported_whole,
    one_fault_imports_nobody,
    a_list_that_has_grown_can_be_imported_again,
    an_unreadable_registration_leaves_out_its_line_only,
    a_missing_column_is_named,
    no_in_a_table_is_no,
    answers_are_counted_with_names,
}

const PEOPLE: &str = include_str!("../../../../end2end/scenarios/network-meeting/people.csv");

async fn the_meeting(given: &Given) -> model::EventId {
    let exis = given.organisation("EXIS Europa").await;
    let held = vec![Contingent {
        organisation: exis,
        seats: 5,
    }];
    let event = given.published_event(meeting(Some(60), held)).await;
    let diet = NewQuestion {
        kind: QuestionKind::OneOf,
        label: line("Verpflegung"),
        help: Text::default(),
        options: ["vegetarisch", "vegan", "halal", "laktosefrei"]
            .map(line)
            .into(),
        need: Need::Required,
    };
    given
        .planner
        .add_question(&given.organises(event), diet)
        .await
        .unwrap();
    event
}

async fn the_scenarios_people_are_imported_whole(database: TestDatabase) {
    let given = a_network(database).await;
    let event = the_meeting(&given).await;
    let access = given.organises(event);
    let preview = given
        .planner
        .preview_import(&access, PEOPLE, &Chosen::new())
        .await
        .unwrap();
    assert!(preview.is_sound(), "{:?}", preview.faults);
    assert_eq!(
        (
            preview.lines.len(),
            preview.summary.seated,
            preview.summary.waiting
        ),
        (62, 60, 2)
    );
    // The column of diets is recognised by what stands in it.
    let diet = preview
        .columns
        .iter()
        .find(|column| column.heading == "diet")
        .unwrap();
    assert!(matches!(diet.holds, PersonColumn::Answer(_)));
    assert!(given.mails().await.is_empty(), "a preview writes nothing");

    given
        .planner
        .import(&access, PEOPLE, &Chosen::new())
        .await
        .unwrap();
    given.run_jobs().await;
    let planned = given.planner.planned_event(&access).await.unwrap();
    assert_eq!(
        (planned.counts.confirmed, planned.counts.waitlisted),
        (60, 2)
    );
    assert_eq!(given.mails().await.len(), 62);
}

async fn one_fault_imports_nobody(database: TestDatabase) {
    let given = a_network(database).await;
    let event = the_meeting(&given).await;
    let table = "Vorname;Nachname;E-Mail;Verpflegung\n\
                 Anna;Jäger;anna@x.example;vegan\n\
                 Cem;;cem@x.example;Steak\n\
                 Anna;Jäger;ANNA@x.example;\n";
    let preview = given
        .planner
        .import(&given.organises(event), table, &Chosen::new())
        .await
        .unwrap();
    let faulty: Vec<u64> = preview
        .lines
        .iter()
        .filter(|line| line.says.is_err())
        .map(|line| line.number)
        .collect();
    assert_eq!(faulty, [3, 4]);
    let planned = given
        .planner
        .planned_event(&given.organises(event))
        .await
        .unwrap();
    assert_eq!(planned.counts.confirmed, 0);
    let rest = given
        .planner
        .import_sound_lines(&given.organises(event), table, &Chosen::new())
        .await
        .unwrap();
    given.run_jobs().await;
    let planned = given.planner.planned_event(&given.organises(event)).await;
    let confirmed = planned.unwrap().counts.confirmed;
    assert_eq!(confirmed as usize, rest.entries().count());
    assert!(confirmed > 0, "all but the faulty lines");
}

async fn a_list_that_has_grown_can_be_imported_again(database: TestDatabase) {
    let given = a_network(database).await;
    let event = the_meeting(&given).await;
    let access = given.organises(event);
    let import = |table| given.planner.import(&access, table, EMPTY);
    let first = import(
        "vorname,name,email\nAnna,Jäger,anna@partner.example\nBea,Roth,bea@partner.example\n",
    )
    .await
    .unwrap();
    assert_eq!((first.lines.len(), first.summary.known), (2, 0));
    given
        .planner
        .cancel_own_registration(&given.link(&given.token_mailed_to(&address("bea")).await))
        .await
        .unwrap();
    let grown = "vorname,name,email\nAnna,Jäger,Anna@Partner.example\nBea,Roth,bea@partner.example\nCem,Ay,cem@partner.example\n";
    let again = import(grown).await.unwrap();
    assert!(again.is_sound());
    assert_eq!(
        (
            again.lines.len(),
            again.summary.known,
            again.summary.returning
        ),
        (2, 1, 1)
    );
    assert_eq!(
        given.mail_kinds(&address("anna")).await,
        ["seat"],
        "nobody hears of it twice"
    );
    // A second click finds everybody there.
    let twice = import(grown).await.unwrap();
    assert_eq!((twice.lines.len(), twice.summary.known), (0, 3));
}

async fn an_unreadable_registration_leaves_out_its_line_only(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(Some(3), vec![])).await;
    let access = given.organises(event);
    let table = |names: &[&str]| {
        let lines = names
            .iter()
            .map(|name| format!("{name},Roth,{name}@partner.example\n"));
        format!("vorname,name,email\n{}", lines.collect::<String>())
    };
    let import = async |names: &[&str]| {
        let imported = given.planner.import(&access, &table(names), EMPTY).await;
        imported.unwrap()
    };
    import(&["Bea", "Dina"]).await;
    for name in ["bea", "dina"] {
        let token = given.token_mailed_to(&address(name)).await;
        let link = given.link(&token);
        given.planner.cancel_own_registration(&link).await.unwrap();
    }
    given
        .database
        .run_sql("UPDATE registrations SET family_name = '' WHERE address_lower LIKE 'bea@%'")
        .await;

    import(&["Anna", "Bea", "Cem", "Dina"]).await;
    let jobs = given.planner.jobs_of_event(&access).await.unwrap();
    let job = &jobs[0].job;
    assert_eq!((job.state, job.done), (JobState::Done, 3));
    let left_out: Vec<_> = job
        .problems
        .named()
        .iter()
        .map(|left| left.left_out)
        .collect();
    assert_eq!(left_out, [LeftOut::Line(3)]);
    for (name, kinds) in [
        ("anna", &["seat"][..]),
        ("cem", &["seat"]),
        ("dina", &["seat", "seat"]),
        ("bea", &["seat"]),
    ] {
        assert_eq!(given.mail_kinds(&address(name)).await, kinds, "{name}");
    }
    let counts = given.planner.planned_event(&access).await.unwrap().counts;
    assert_eq!((counts.confirmed, counts.waitlisted), (3, 0));
}

async fn no_in_a_table_is_no(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let bus = NewQuestion {
        kind: QuestionKind::YesNo,
        label: line("Busfahrt"),
        help: Text::default(),
        options: Vec::new(),
        need: Need::Required,
    };
    let bus = given
        .planner
        .add_question(&given.organises(event), bus)
        .await
        .unwrap();
    let table = |word: &str| {
        format!("vorname,name,email,busfahrt\nA,A,a@x.example,{word}\nB,B,b@x.example,Ja\n")
    };
    let read = async |word: &str| {
        given
            .planner
            .preview_import(&given.organises(event), &table(word), EMPTY)
            .await
            .unwrap()
    };
    let preview = read("nein").await;
    let answers: Vec<Option<Answer>> = preview
        .lines
        .iter()
        .map(|line| line.says.as_ref().unwrap().answers.get(bus).cloned())
        .collect();
    assert_eq!(answers, [None, Some(Answer::YesNo(true))]);
    assert_eq!(read("vielleicht").await.faulty(), 1);
}

static EMPTY: &Chosen<PersonColumn> = &Chosen::new();

async fn a_missing_column_is_named(database: TestDatabase) {
    let given = a_network(database).await;
    let event = the_meeting(&given).await;
    let access = given.organises(event);
    let import = |table| given.planner.import(&access, table, EMPTY);
    let preview = import("Vorname,Telefon\nAnna,123\n").await.unwrap();
    assert_eq!(
        preview.faults,
        [
            TableFault::NoColumn(PersonColumn::FamilyName),
            TableFault::NoColumn(PersonColumn::Address)
        ]
    );
    assert_eq!(
        import("").await.unwrap().faults.last(),
        Some(&TableFault::Empty)
    );
}

async fn answers_are_counted_with_names(database: TestDatabase) {
    let given = a_network(database).await;
    let event = the_meeting(&given).await;
    let access = given.organises(event);
    let imported = given.planner.import(&access, PEOPLE, &Chosen::new()).await;
    assert!(imported.unwrap().is_sound());
    given.run_jobs().await;
    let reads = given.principal.reads_event(event);
    let totals = given.planner.answer_totals(&reads).await.unwrap();
    let [diet] = totals.questions.as_slice() else {
        panic!("{:?}", totals.questions);
    };
    // Counted in the file, of those who got a seat.
    let listed: Vec<Vec<&str>> = PEOPLE
        .lines()
        .map(|line| line.split([';', ',']).collect())
        .collect();
    let column = listed[0]
        .iter()
        .position(|heading| *heading == "diet")
        .unwrap();
    let answers: Vec<&str> = diet
        .answers
        .iter()
        .filter_map(|one| one.answer.as_deref())
        .collect();
    assert_eq!(answers, ["vegetarisch", "vegan", "halal", "laktosefrei"]);
    let seated: u32 = totals.seated;
    let counted = diet
        .answers
        .iter()
        .map(|one| one.people.len())
        .sum::<usize>()
        + diet.open.len();
    assert_eq!(counted, usize::try_from(seated).unwrap());
    for one in &diet.answers {
        let answer = one.answer.as_deref().unwrap();
        let most = listed
            .iter()
            .filter(|cells| cells.get(column) == Some(&answer))
            .count();
        assert!(
            one.people.len() <= most && most - one.people.len() <= 2,
            "{answer}"
        );
        assert!(
            one.people
                .is_sorted_by_key(|person| model::search_key(&person.name))
        );
    }
    let texts = planner::registrations::AnswerTexts {
        headings: ["Frage", "Antwort", "Anzahl", "Wer"].map(str::to_owned),
        yes: "ja".to_owned(),
        none: "keine".to_owned(),
    };
    let rows = totals.export(&texts).rows;
    assert_eq!(rows.len(), 1 + 4 + usize::from(!diet.open.is_empty()));
}
