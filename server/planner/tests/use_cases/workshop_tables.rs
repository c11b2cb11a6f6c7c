//! Programmes as tables: imported whole or not at all, and exported.

use model::{EventId, Fault};
use planner::{
    tables::{Chosen, ExportCell, Table, TableFault},
    workshops::{ProgrammeColumn, ProgrammeTexts},
};
use store::testing::TestDatabase;

use crate::{
    events::draft,
    given::{Given, a_network},
    workshops::{add_slot, programme, slot},
};

store::on_both_engines! {
    a_table_adds_workshops_and_changes_those_it_names,
    a_line_with_a_fault_keeps_the_whole_table_out,
    what_is_exported_is_imported_again,
    the_congress_is_imported,
}

const TABLE: &str = "\
Workshop;Leitung;Min;Max;Zeitfenster;Raum;Stufenlos;Nicht zusammen mit
Anerkennung;Beate Schäfer;8;25;A;Raum 3;ja;
Sprache;Jörg Graf;;20;10:00; ;nein;Anerkennung
Gründung;;5;30;1; Saal ;;";

fn table(slots: &str) -> String {
    TABLE.replace(";A;", &format!(";\"{slots}\";"))
}

async fn planned(given: &Given) -> EventId {
    let event = draft(given).await;
    add_slot(given, event, slot("10:00", 90)).await;
    add_slot(given, event, slot("13:00", 90)).await;
    event
}

fn texts() -> ProgrammeTexts<'static> {
    ProgrammeTexts {
        heading: &|column: ProgrammeColumn| column.field().replace('_', " "),
        yes: "ja",
        no: "nein",
    }
}

async fn a_table_adds_workshops_and_changes_those_it_names(database: TestDatabase) {
    let given = a_network(database).await;
    let event = planned(&given).await;
    let access = given.organises(event);
    let chosen = Chosen::new();
    let text = table("19.9. 10:00; 13:00");
    let preview = given
        .planner
        .preview_programme_import(&access, &text, &chosen)
        .await
        .unwrap();
    assert!(preview.is_sound(), "{preview:?}");
    assert_eq!((preview.added(), preview.changed()), (3, 0));
    assert!(
        programme(&given, event)
            .await
            .programme
            .workshops
            .is_empty()
    );

    let import = async |text: &str| {
        let imported = given.planner.import_programme(&access, text, &chosen).await;
        imported.unwrap()
    };
    import(&text).await;
    let found = programme(&given, event).await.programme;
    let titles: Vec<_> = found
        .workshops
        .iter()
        .map(|w| w.details.title.as_str())
        .collect();
    assert_eq!(titles, ["Anerkennung", "Sprache", "Gründung"]);
    assert_eq!(found.offers.len(), 4);
    assert_eq!(found.clashes.len(), 1);
    let first = &found.workshops[0];
    assert_eq!(
        (first.details.least, first.details.most),
        (Some(8), Some(25))
    );
    assert!(first.details.step_free);

    // Only what the table has a column for is changed.
    let changed = import("Titel;Höchstens\nsprache;40\nPflege;10").await;
    assert_eq!((changed.added(), changed.changed()), (1, 1));
    let after = programme(&given, event).await.programme;
    assert_eq!(after.workshops[1].details.most, Some(40));
    assert_eq!(
        after.workshops[1].details.speakers,
        found.workshops[1].details.speakers
    );
    assert_eq!((after.offers, after.clashes), (found.offers, found.clashes));
    assert_eq!(after.workshops.len(), 4);
}

async fn a_line_with_a_fault_keeps_the_whole_table_out(database: TestDatabase) {
    let given = a_network(database).await;
    let event = planned(&given).await;
    let access = given.organises(event);
    let chosen = Chosen::new();
    let import = async |text: &str| {
        let imported = given.planner.import_programme(&access, text, &chosen).await;
        imported.unwrap()
    };
    let faults = async |text: &str| -> Vec<(u64, String, Fault)> {
        let preview = import(text).await;
        let lines = preview.lines.iter();
        lines
            .filter_map(|line| Some((line.number, line.says.as_ref().err()?)))
            .flat_map(|(number, faults)| {
                let named =
                    |(field, fault): (&str, &Fault)| (number, field.to_owned(), fault.clone());
                faults.iter().map(named).collect::<Vec<_>>()
            })
            .collect()
    };
    let entry = "16:00".to_owned();
    let unknown = (2, "slots".to_owned(), Fault::NoSuchSlot { entry });
    assert_eq!(faults(&table("10:00; 16:00")).await, [unknown]);
    let twice = (2, "slots".to_owned(), Fault::OfferedTwice);
    assert_eq!(faults(&table("10:00; A")).await, [twice]);
    let long = "x".repeat(500);
    let faulty = format!(
        "Titel;Min;Max;Raum;Slot;Schließt aus\n\
         {long};;;;;\nPflege;9;8;;;\npflege;;;;;\nSprache;viele;;;;Tanzen\nHandwerk;;;a;b;\nTechnik;;;a|b|c;A;"
    );
    let found = faults(&faulty).await;
    let expected = [
        (2, "title", Fault::TooLong { most: 200 }),
        (3, "least", Fault::AboveMaximum { most: 8 }),
        (4, "title", Fault::Twice),
        (5, "least", Fault::NoNumber),
        (
            5,
            "clashes",
            Fault::NoSuchWorkshop {
                title: "Tanzen".into(),
            },
        ),
        (7, "rooms", Fault::RoomsPerSlot { rooms: 3, slots: 1 }),
    ];
    let expected = expected.map(|(line, field, fault)| (line, field.to_owned(), fault));
    assert_eq!(found, expected);
    let no_title = import("Raum;Zeit\nSaal;A").await;
    assert_eq!(
        no_title.faults,
        [TableFault::NoColumn(ProgrammeColumn::Title)]
    );
    assert!(
        programme(&given, event)
            .await
            .programme
            .workshops
            .is_empty()
    );
}

async fn what_is_exported_is_imported_again(database: TestDatabase) {
    let given = a_network(database).await;
    let event = planned(&given).await;
    let access = given.organises(event);
    let chosen = Chosen::new();
    let text = table("A; B").replace("Raum 3", "\"Raum 3; Saal\"");
    let planner = &given.planner;
    planner
        .import_programme(&access, &text, &chosen)
        .await
        .unwrap();
    let reads = given.principal.reads_event(event);
    let export = planner.export_programme(&reads, texts()).await.unwrap();
    assert_eq!(export.rows.len(), 4);
    let slots = ExportCell::Text("2023-09-19 10:00; 2023-09-19 13:00".to_owned());
    assert_eq!(export.rows[1][9], slots);

    for bytes in [export.csv().unwrap(), export.xlsx().unwrap()] {
        let text = Table::text_of(&bytes, "workshops.xlsx").unwrap();
        let before = programme(&given, event).await.programme;
        let again = planner
            .import_programme(&access, &text, &chosen)
            .await
            .unwrap();
        assert!(again.is_sound(), "{again:?}");
        assert_eq!((again.added(), again.changed()), (0, 3));
        let mut after = programme(&given, event).await.programme;
        for (after, before) in after.workshops.iter_mut().zip(&before.workshops) {
            assert_eq!(after.revision, before.revision + 1);
            after.revision = before.revision;
        }
        assert_eq!(after, before);
    }
}

/// The table that the demo is made of.
async fn the_congress_is_imported(database: TestDatabase) {
    const CONGRESS: &str = include_str!("../../../../end2end/scenarios/congress/workshops.csv");
    let given = a_network(database).await;
    let event = planned(&given).await;
    add_slot(&given, event, slot("14:30", 60)).await;
    let access = given.organises(event);
    let chosen = Chosen::new();
    let imported = given.planner.import_programme(&access, CONGRESS, &chosen);
    let imported = imported.await.unwrap();
    assert!(imported.is_sound(), "{:?}", imported.faults);
    let found = programme(&given, event).await;
    assert_eq!(found.programme.workshops.len(), 37);
    let in_slots = found.programme.slots.iter();
    let in_slots: Vec<usize> = in_slots
        .map(|slot| found.programme.offers_in(slot.id).count())
        .collect();
    assert_eq!(in_slots, [17, 15, 19]);
    assert_eq!(found.room_conflicts(), []);
}
