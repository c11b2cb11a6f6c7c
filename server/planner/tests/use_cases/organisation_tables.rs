//! Organisations as a table: imported, taken back, and exported so that they can be imported again.

use model::{Fault, Faults, Line, Organisation};
use planner::{
    Paging, PlannerError,
    people::{
        NewOrganisation, OrganisationColumn, OrganisationFilter, OrganisationTexts,
        UndoneOrganisationImport,
    },
    tables::{Chosen, Export, FaultyLines, Table, TableFault},
};
use store::testing::TestDatabase;

use crate::given::{Given, a_network, contact_of, line, person};

store::on_both_engines! {
    a_table_adds_and_changes_organisations,
    faults_are_named_by_their_line,
    an_import_is_taken_back,
    what_somebody_uses_or_changed_since_stays,
    exported_organisations_are_the_same_again,
    a_list_is_searched_filtered_and_paged,
}

const TABLE: &str = "\
Partner im Land;;;;
Kurzname;Name;Region;Handlungsfeld;Teil von
VHS Leipzig;Volkshochschule Leipzig;Leipzig;Beratung;Verband
vhs dresden;;Dresden;;
Verband;Landesverband der Volkshochschulen;;;
";

async fn all(given: &Given) -> Vec<Organisation> {
    let right = given.organiser.reads();
    given.planner.organisations(&right).await.unwrap().rows
}

/// Short name, name, region, field and the short name of the parent of each.
async fn shown(given: &Given) -> Vec<[String; 5]> {
    let all = all(given).await;
    let text = |line: &Option<Line<120>>| line.as_ref().map_or(String::new(), Line::to_string);
    all.iter()
        .map(|one| {
            let parent = all.iter().find(|other| Some(other.id) == one.parent);
            [
                one.short_name.to_string(),
                one.name.to_string(),
                text(&one.region),
                text(&one.field),
                parent.map_or(String::new(), |parent| parent.short_name.to_string()),
            ]
        })
        .collect()
}

/// Imports a sound table.
async fn import(given: &Given, table: &str) -> [usize; 3] {
    let preview = given
        .planner
        .preview_organisation_import(&given.organiser, table, &Chosen::new())
        .await
        .unwrap();
    assert!(
        preview.is_sound(),
        "{:?} {:?}",
        preview.faults,
        preview.lines
    );
    let (right, chosen) = (&given.organiser, preview.chosen());
    let imported = given
        .planner
        .import_organisations(right, table, &chosen, FaultyLines::Refuse);
    let imported = imported.await.unwrap();
    [imported.added(), imported.changed(), imported.summary.known]
}

/// Takes the latest import back: how many are deleted, restored and kept.
async fn undo(given: &Given) -> [u32; 3] {
    let imports = given.planner.organisation_imports(&given.organiser).await;
    let latest = imports.unwrap()[0].id;
    let undone = given
        .planner
        .undo_organisation_import(&given.organiser, latest);
    let UndoneOrganisationImport {
        deleted,
        restored,
        kept,
    } = undone.await.unwrap();
    [deleted, restored, kept]
}

async fn exported(given: &Given) -> Export {
    let right = given.organiser.reads();
    let heading = |column: OrganisationColumn| match column {
        OrganisationColumn::ShortName => "Kurzname".to_owned(),
        OrganisationColumn::Name => "Name".to_owned(),
        OrganisationColumn::Region => "Region".to_owned(),
        OrganisationColumn::Field => "Handlungsfeld".to_owned(),
        OrganisationColumn::Parent => "Teil von".to_owned(),
        OrganisationColumn::Nothing => String::new(),
    };
    let texts = OrganisationTexts { heading: &heading };
    given
        .planner
        .export_organisations(&right, &OrganisationFilter::default(), texts)
        .await
        .unwrap()
}

fn rows(rows: &[[&str; 5]]) -> Vec<[String; 5]> {
    rows.iter().map(|row| row.map(str::to_owned)).collect()
}

async fn a_table_adds_and_changes_organisations(database: TestDatabase) {
    let given = a_network(database).await;
    let known = NewOrganisation {
        name: line("Volkshochschule Dresden"),
        short_name: line("VHS Dresden"),
        region: None,
        field: Some(line("Sprache")),
        parent: None,
    };
    let right = &given.organiser;
    let dresden = given.planner.add_organisation(right, known).await.unwrap();
    let person = model::Person {
        organisation_name: Some(line("VHS Dresden")),
        ..person("Anna", Some(dresden))
    };
    let contact = given
        .planner
        .add_contact(right, |_| Ok(contact_of(person)))
        .await
        .unwrap();
    assert_eq!(import(&given, TABLE).await, [2, 1, 0]);
    let after = rows(&[
        ["Verband", "Landesverband der Volkshochschulen", "", "", ""],
        [
            "vhs dresden",
            "Volkshochschule Dresden",
            "Dresden",
            "Sprache",
            "",
        ],
        [
            "VHS Leipzig",
            "Volkshochschule Leipzig",
            "Leipzig",
            "Beratung",
            "Verband",
        ],
    ]);
    assert_eq!(
        shown(&given).await,
        after,
        "empty cells leave what is there"
    );
    let record = given.planner.contact_record(&right.reads(), contact).await;
    let name = record.unwrap().contact.person.organisation_name;
    assert_eq!(
        name,
        Some(line("vhs dresden")),
        "every list has the new name"
    );
    assert_eq!(import(&given, TABLE).await, [0, 0, 3], "nothing is new");
    let imports = given.planner.organisation_imports(right).await.unwrap();
    assert_eq!(imports.len(), 1, "what says nothing is no import");
    assert_eq!((imports[0].added, imports[0].changed), (2, 1));
}

async fn faults_are_named_by_their_line(database: TestDatabase) {
    let given = a_network(database).await;
    given.organisation("Verband").await;
    let long = "x".repeat(81);
    let wrong = format!(
        "Kürzel,Organisation,Teil von\n\
         A,Verein A,B\n\
         B,Verein B,A\n\
         C,Verein C,Nirgends\n\
         D,Verein D,C\n\
         verband,,\n\
         Verband,,\n\
         {long},,\n\
         ,Nur ein Name,Verband\n"
    );
    let (planner, right) = (&given.planner, &given.organiser);
    let preview = planner
        .preview_organisation_import(right, &wrong, &Chosen::new())
        .await
        .unwrap();
    let none = |name: &str| Fault::NoSuchOrganisation {
        name: name.to_owned(),
    };
    let faults: Vec<_> = preview
        .lines
        .iter()
        .filter_map(|line| Some((line.number, line.says.clone().err()?)))
        .collect();
    assert_eq!(
        faults,
        [
            (2, Faults::one("parent", Fault::PartOfItself)),
            (3, Faults::one("parent", Fault::PartOfItself)),
            (4, Faults::one("parent", none("Nirgends"))),
            (5, Faults::one("parent", none("C"))),
            (7, Faults::one("short_name", Fault::Twice)),
            (8, Faults::one("short_name", Fault::TooLong { most: 80 })),
        ]
    );
    let chosen = Chosen::new();
    for (faulty, added) in [(FaultyLines::Refuse, 0), (FaultyLines::LeaveOut, 1)] {
        let before = all(&given).await.len();
        let import = planner.import_organisations(right, &wrong, &chosen, faulty);
        let import = import.await.unwrap();
        assert_eq!(import.is_importable(faulty), added > 0);
        assert_eq!(all(&given).await.len(), before + added);
    }
    assert_eq!(
        shown(&given).await[0],
        ["Nur ein Name", "Nur ein Name", "", "", "verband"]
    );

    let nameless = planner
        .preview_organisation_import(right, "Ort;Feld\nLeipzig;Beratung\n", &chosen)
        .await
        .unwrap();
    let fault = TableFault::NoColumn(OrganisationColumn::ShortName);
    assert_eq!(nameless.faults, [fault]);
    let many: Vec<String> = (0..=2_000).map(|number| format!("O{number}\n")).collect();
    let many = many.concat();
    let many = planner
        .preview_organisation_import(right, &format!("Kurzname\n{many}"), &chosen)
        .await
        .unwrap();
    assert_eq!(many.faults, [TableFault::TooMany { most: 2_000 }]);
}

async fn an_import_is_taken_back(database: TestDatabase) {
    let given = a_network(database).await;
    given.organisation("VHS Dresden").await;
    let before = shown(&given).await;
    import(&given, TABLE).await;
    assert_eq!(undo(&given).await, [2, 1, 0]);
    assert_eq!(shown(&given).await, before);
    let (planner, right) = (&given.planner, &given.organiser);
    let latest = planner.organisation_imports(right).await.unwrap()[0].id;
    let twice = planner.undo_organisation_import(right, latest).await;
    assert!(matches!(twice, Err(PlannerError::WrongState)));
    let foreign = given.foreign_organiser().await;
    let refused = planner.undo_organisation_import(&foreign, latest).await;
    assert!(matches!(refused, Err(PlannerError::NotFound)));
}

async fn what_somebody_uses_or_changed_since_stays(database: TestDatabase) {
    let given = a_network(database).await;
    given.organisation("VHS Dresden").await;
    import(&given, TABLE).await;
    let imported = all(&given).await;
    let id = |name: &str| {
        let found = imported.iter().find(|one| one.short_name.as_str() == name);
        found.unwrap().id
    };
    let (planner, right) = (&given.planner, &given.organiser);
    let changed = NewOrganisation {
        name: line("Volkshochschule Dresden"),
        short_name: line("VHS Dresden"),
        region: Some(line("Pirna")),
        field: None,
        parent: None,
    };
    let changed = planner.change_organisation(right, id("vhs dresden"), changed);
    changed.await.unwrap();
    let person = model::Person {
        organisation_name: Some(line("VHS Leipzig")),
        ..person("Anna", Some(id("VHS Leipzig")))
    };
    let contact = planner.add_contact(right, |_| Ok(contact_of(person))).await;
    let contact = contact.unwrap();
    // One is used, one was changed, and the third one has a part that stays.
    assert_eq!(undo(&given).await, [0, 0, 3]);
    assert_eq!(all(&given).await.len(), 3);
    planner.delete_contact(right, contact).await.unwrap();

    let more = "Kurzname;Teil von\nTeil;Ganzes\nGanzes;VHS Leipzig\n";
    assert_eq!(import(&given, more).await, [2, 0, 0]);
    assert_eq!(undo(&given).await, [2, 0, 0], "parts before the whole");
}

/// Names that a spreadsheet or a reader of tables could take for something else.
const HARD: [[&str; 5]; 9] = [
    ["'s Heem", "'s Heem e. V.", "", "", "Verein"],
    ["-Minus-", "–, \"quoted\"; and more", "+49", "@home", ""],
    ["=1+1", "=SUM(A1:A9)", "=Region", "=Feld", "'s Heem"],
    ["1.10", "2026-01-01", "007", "1e5", ""],
    ["Firma", "Institution", "Region", "Thema", ""],
    ["Kurzname", "Name", "Region", "Handlungsfeld", "Verein"],
    [
        "Ostsächsische Łódź",
        "Ostsächsische Łódź",
        "Řevničov",
        "Übergang",
        "=1+1",
    ],
    ["sep=;", "a|b", "x,y", "a;b", ""],
    ["Verein", "Verein", "", "", ""],
];

async fn exported_organisations_are_the_same_again(database: TestDatabase) {
    let given = a_network(database).await;
    let lines: Vec<String> = HARD
        .iter()
        .map(|cells| {
            let quoted = cells.map(|cell| format!("\"{}\"", cell.replace('"', "\"\"")));
            format!("{}\n", quoted.join(";"))
        })
        .collect();
    let text = lines.concat();
    let text = format!("Kurzname;Name;Region;Handlungsfeld;Teil von\n{text}");
    assert_eq!(import(&given, &text).await, [9, 0, 0]);
    let before = shown(&given).await;
    assert_eq!(before.len(), 9);
    let export = exported(&given).await;
    let (csv, xlsx) = (export.csv().unwrap(), export.xlsx().unwrap());
    for (file, name) in [(csv, "list.csv"), (xlsx, "list.xlsx")] {
        let text = Table::text_of(&file, name).unwrap();
        assert_eq!(
            import(&given, &text).await,
            [0, 0, 9],
            "{name}: nothing is new"
        );
        given
            .database
            .run_sql("DELETE FROM organisation_import_lines")
            .await;
        let emptied = "UPDATE organisations SET parent_id = NULL";
        given.database.run_sql(emptied).await;
        given.database.run_sql("DELETE FROM organisations").await;
        assert_eq!(import(&given, &text).await, [9, 0, 0], "{name}");
        assert_eq!(shown(&given).await, before, "{name}");
    }
}

async fn a_list_is_searched_filtered_and_paged(database: TestDatabase) {
    let given = a_network(database).await;
    import(&given, TABLE).await;
    let right = given.organiser.reads();
    let found = async |filter: OrganisationFilter, paging: Paging| {
        let list = given.planner.organisation_list(&right, &filter, paging);
        let list = list.await.unwrap();
        assert_eq!(list.all.len(), 3);
        let rows = list.page.rows.iter();
        let names: Vec<String> = rows.map(|one| one.short_name.to_string()).collect();
        (names.join(", "), list.page.total)
    };
    let all = OrganisationFilter::default();
    let of = |search: &str, region: Option<&str>, field: Option<&str>| OrganisationFilter {
        search: search.to_owned(),
        region: region.map(str::to_owned),
        field: field.map(str::to_owned),
    };
    let second = Paging::page(1, 2);
    assert_eq!(found(all, second).await, ("VHS Leipzig".to_owned(), 3));
    for (filter, names) in [
        (of(" volkshochschule ", None, None), "Verband, VHS Leipzig"),
        (of("", Some("Dresden"), None), "vhs dresden"),
        (of("", None, Some("Beratung")), "VHS Leipzig"),
        (of("", Some("Dresden"), Some("Beratung")), ""),
        (of("DRESDEN", None, None), "vhs dresden"),
    ] {
        assert_eq!(found(filter, Paging::ALL).await.0, names);
    }
}
