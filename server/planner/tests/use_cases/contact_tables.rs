//! The address book as a table: imported, taken back, and exported so that it can be imported again.

use model::{Contact, ContactSource, Fault, Faults, Organisation};
use planner::{
    ContactFilter, Paging, PlannerError,
    people::{ConsentToKeep, ContactExportTexts, ContactLine, Invitations, NewContact},
    registrations::AddedPerson,
    tables::{Chosen, ExportCell, FaultyLines, Headings, Table, TableFault},
};
use store::testing::TestDatabase;

use crate::given::{Given, a_network, line, meeting, person};

store::on_both_engines! {
    a_table_becomes_contacts_and_is_taken_back,
    who_is_known_is_filled_in,
    whoever_was_changed_since_stays,
    an_exported_address_book_is_the_same_again,
    twenty_thousand_contacts_are_imported,
    an_import_of_another_network_is_not_undone,
    a_table_without_headings_loses_nobody,
    an_objection_that_a_table_brought_is_taken_back_with_it,
    a_consent_comes_back_with_its_version,
    an_address_book_that_programs_wrote_is_read,
}

const PEOPLE: &str = "\
Adressliste;;;;;;
Vorname;Nachname;E-Mail;Funktion;Schlagwörter;Einladungen;Schuhgröße
Anna;Jäger;anna@müller.example;Leitung;Presse, Gast;ja;38
Bea;Roth;bea@x.example;;;nein;41
";

async fn contacts(given: &Given) -> Vec<Contact> {
    let (right, all) = (given.organiser.reads(), ContactFilter::default());
    let list = given.planner.contact_list(&right, &all, Paging::ALL);
    list.await.unwrap().page.rows
}

/// Imports a sound table.
async fn import(given: &Given, table: &str) {
    let imported = given
        .planner
        .preview_contact_import(&given.organiser, table, &Chosen::new())
        .await
        .unwrap();
    assert!(
        imported.is_sound(),
        "{:?} {:?}",
        imported.faults,
        imported.lines
    );
    let entered = given
        .planner
        .import_contacts(&given.organiser, &imported, FaultyLines::Refuse);
    entered.await.unwrap();
}

/// Takes the latest import back.
async fn undo(given: &Given) -> planner::people::UndoneImport {
    let imports = given.planner.contact_imports(&given.organiser).await;
    let latest = imports.unwrap()[0].id;
    let undone = given.planner.undo_contact_import(&given.organiser, latest);
    undone.await.unwrap()
}

fn entered(contact: &Contact) -> NewContact {
    NewContact {
        person: contact.person.clone(),
        function: contact.function.clone(),
        notes: contact.notes.clone(),
        tags: contact.tags.clone(),
        consent: ConsentToKeep::Missing,
        invitations: Invitations::Wanted,
    }
}

async fn a_table_becomes_contacts_and_is_taken_back(database: TestDatabase) {
    let given = a_network(database).await;
    let preview = given
        .planner
        .preview_contact_import(&given.organiser, PEOPLE, &Chosen::new())
        .await
        .unwrap();
    assert_eq!((preview.added(), preview.supplemented()), (2, 0));
    assert_eq!(preview.headings_below, Some(2));
    assert_eq!(preview.left_out().collect::<Vec<_>>(), ["Schuhgröße"]);
    assert!(contacts(&given).await.is_empty(), "a preview saves nothing");

    import(&given, PEOPLE).await;
    let found = contacts(&given).await;
    let [anna, bea] = found.as_slice() else {
        panic!("{found:?}");
    };
    assert_eq!(anna.source, ContactSource::Import);
    assert_eq!(anna.function, Some(line("Leitung")));
    assert_eq!(anna.tags.to_string(), "Gast, Presse");
    assert_eq!(anna.opted_out_at, None);
    assert!(bea.opted_out_at.is_some());
    assert_eq!(bea.consent, None);

    let undone = undo(&given).await;
    assert_eq!((undone.deleted, undone.restored, undone.kept), (2, 0, 0));
    assert!(contacts(&given).await.is_empty());
    let again = given
        .planner
        .contact_imports(&given.organiser)
        .await
        .unwrap()[0]
        .id;
    let twice = given.planner.undo_contact_import(&given.organiser, again);
    assert!(matches!(twice.await, Err(PlannerError::WrongState)));

    let wrong = "Vorname;Nachname;E-Mail;Einladungen\nA;B;c@x.example;\nA;B;C@X.example;\nD;E;f@x.example;vielleicht\n";
    let refused = given
        .planner
        .preview_contact_import(&given.organiser, wrong, &Chosen::new())
        .await
        .unwrap();
    let import = given
        .planner
        .import_contacts(&given.organiser, &refused, FaultyLines::Refuse);
    assert!(matches!(import.await, Err(PlannerError::WrongState)));
    let faults: Vec<_> = refused
        .lines
        .iter()
        .map(|line| line.says.clone().err())
        .collect();
    assert_eq!(
        faults,
        [
            None,
            Some(Faults::one("address", Fault::Twice)),
            Some(Faults::one("opted_out", Fault::NoYesOrNo))
        ]
    );
    assert!(contacts(&given).await.is_empty(), "whole or not at all");
    given
        .planner
        .import_contacts(&given.organiser, &refused, FaultyLines::LeaveOut)
        .await
        .unwrap();
    assert_eq!(contacts(&given).await.len(), 1, "without the faulty lines");
}

async fn who_is_known_is_filled_in(database: TestDatabase) {
    let given = a_network(database).await;
    let mut known = person("Anna", None);
    known.organisation_name = Some(line("Werkstatt"));
    let id = given
        .planner
        .add_contact(&given.organiser, |_: &[Organisation]| {
            Ok(NewContact {
                person: known.clone(),
                function: None,
                notes: model::Text::default(),
                tags: model::Tags::parse("Beirat").unwrap(),
                consent: ConsentToKeep::Given,
                invitations: Invitations::Wanted,
            })
        })
        .await
        .unwrap();
    let before = contacts(&given).await;
    let address = known.address.as_str().to_uppercase();
    let table = format!(
        "Name;E-Mail;Organisation;Funktion;Tags\nAndrea Jung;{address};Anderswo;Leitung;Presse\n"
    );
    import(&given, &table).await;
    let after = contacts(&given).await;
    assert_eq!(after.len(), 1);
    assert_eq!(after[0].person, known, "name and organisation stay");
    assert_eq!(after[0].function, Some(line("Leitung")));
    assert_eq!(after[0].tags.to_string(), "Beirat, Presse");
    assert_eq!((after[0].id, after[0].consent), (id, before[0].consent));

    let same = given
        .planner
        .preview_contact_import(&given.organiser, &table, &Chosen::new())
        .await
        .unwrap();
    assert!(same.lines.is_empty(), "nothing is left to fill in");
    assert_eq!(same.summary.known, 0, "it says something else");
    let [differs] = same.summary.differing.as_slice() else {
        panic!("{same:?}");
    };
    assert_eq!((differs.number, differs.contact), (2, id));
    assert_eq!(differs.says, "Andrea Jung (Anderswo)");
    assert_eq!(differs.stored, format!("{} (Werkstatt)", known.name()));
    assert_eq!(
        same.columns[1].examples,
        [address],
        "what is passed over is shown, too"
    );

    let undone = undo(&given).await;
    assert_eq!((undone.deleted, undone.restored, undone.kept), (0, 1, 0));
    let restored = contacts(&given).await;
    assert_eq!(restored[0].particulars(), before[0].particulars());
}

async fn whoever_was_changed_since_stays(database: TestDatabase) {
    let given = a_network(database).await;
    import(&given, PEOPLE).await;
    import(
        &given,
        "Name;E-Mail\nCem Ay;cem@x.example\nDana Ott;dana@x.example\n",
    )
    .await;
    let found = contacts(&given).await;
    let of = |address: &str| {
        let mut all = found.iter();
        all.find(|one| one.person.address.as_str() == address)
            .unwrap()
    };
    let cem = of("cem@x.example");
    let mut changed = entered(cem);
    changed.function = Some(line("Kasse"));
    given
        .planner
        .change_contact(&given.organiser, cem.id, cem.revision, |_, _| Ok(changed))
        .await
        .unwrap();
    let event = given.published_event(meeting(None, Vec::new())).await;
    let dana = AddedPerson {
        person: of("dana@x.example").person.clone(),
        answers: model::Answers::default(),
    };
    let access = given.organises(event);
    given
        .planner
        .add_person(&access, |_| Ok(dana))
        .await
        .unwrap();

    let undone = undo(&given).await;
    assert_eq!((undone.deleted, undone.restored, undone.kept), (0, 0, 2));
    assert_eq!(contacts(&given).await.len(), 4);
}

async fn an_exported_address_book_is_the_same_again(database: TestDatabase) {
    let given = a_network(database).await;
    import(&given, PEOPLE).await;
    import(
        &given,
        "Name;E-Mail;Notizen;Tags;Sprache\n\"Ost, =Eva\";eva@x.example;\"ruft an;\nspäter\";\"-1, +x\";en\n",
    )
    .await;
    let texts = ContactExportTexts {
        headings: [
            "Vorname",
            "Nachname",
            "E-Mail",
            "Organisation",
            "Funktion",
            "Sprache",
            "Schlagwörter",
            "Notizen",
            "Einladungen",
            "Eingewilligt am",
            "Fassung der Einwilligung",
        ]
        .map(str::to_owned),
        yes: "ja".to_owned(),
        no: "nein".to_owned(),
    };
    let right = given.organiser.reads();
    let filter = ContactFilter::default();
    let export = given
        .planner
        .export_contacts(&right, &filter, &texts)
        .await
        .unwrap();
    assert_eq!(export.rows.len(), 4);
    let before = contacts(&given).await;
    for (bytes, name) in [
        (export.csv().unwrap(), "list.csv"),
        (export.xlsx().unwrap(), "list.xlsx"),
    ] {
        let text = Table::text_of(&bytes, name).unwrap();
        let same = given
            .planner
            .preview_contact_import(&given.organiser, &text, &Chosen::new())
            .await
            .unwrap();
        assert!(same.is_sound() && same.lines.is_empty(), "{same:?}");
        assert_eq!(same.summary.known, 3, "{name} says nothing new");
        let elsewhere = planner::people::KnownContacts::default();
        let new = elsewhere.read(&text, &Chosen::new());
        for ((_, line), contact) in new.entries().zip(&before) {
            let ContactLine::New(new) = line else {
                panic!("{line:?}");
            };
            assert_eq!(new.person, contact.person);
            assert_eq!((&new.notes, &new.tags), (&contact.notes, &contact.tags));
            let is_opted_out = new.invitations == Invitations::OptedOut;
            assert_eq!(is_opted_out, contact.opted_out_at.is_some());
        }
    }
    assert_eq!(export.rows[1][9], ExportCell::Text(String::new()));
}

async fn twenty_thousand_contacts_are_imported(database: TestDatabase) {
    use std::fmt::Write as _;

    let given = a_network(database).await;
    let mut table = "Vorname;Nachname;E-Mail;Tags".to_owned();
    for number in 0..20_000 {
        write!(table, "\nAnna;Jäger;a{number}@x.example;Presse").unwrap();
    }
    import(&given, &table).await;
    let count = async |given: &Given| {
        let mut reader = given.planner.store().read().await.unwrap();
        let all = ContactFilter::default();
        reader
            .count_contacts(given.organiser.network(), &all)
            .await
            .unwrap()
    };
    assert_eq!(count(&given).await, 20_000);
    assert_eq!(undo(&given).await.deleted, 20_000);
    assert_eq!(count(&given).await, 0);
}

async fn an_import_of_another_network_is_not_undone(database: TestDatabase) {
    let given = a_network(database).await;
    import(&given, PEOPLE).await;
    let import = given
        .planner
        .contact_imports(&given.organiser)
        .await
        .unwrap()[0]
        .id;
    let other = given.foreign_organiser().await;
    let refused = given.planner.undo_contact_import(&other, import).await;
    assert!(matches!(refused, Err(PlannerError::NotFound)));
    assert_eq!(contacts(&given).await.len(), 2);
}

async fn a_table_without_headings_loses_nobody(database: TestDatabase) {
    use planner::tables::PersonColumn::{Address, FamilyName, GivenName};

    let given = a_network(database).await;
    let table = "Jörg;Müßig;joerg@x.example\nZoé;Berg;zoe@x.example\n";
    let preview = async |chosen: &Chosen<_>| {
        let read = given
            .planner
            .preview_contact_import(&given.organiser, table, chosen);
        read.await.unwrap()
    };
    let unnamed = preview(&Chosen::new()).await;
    assert_eq!(unnamed.headings, Headings::Missing);
    assert_eq!(unnamed.columns[2].holds, Address);
    assert_eq!(
        unnamed.faults,
        [GivenName, FamilyName].map(TableFault::NoColumn)
    );
    let named = preview(&Chosen::from([
        (0, GivenName),
        (1, FamilyName),
        (2, Address),
    ]))
    .await;
    assert!(named.is_sound(), "{named:?}");
    given
        .planner
        .import_contacts(&given.organiser, &named, FaultyLines::Refuse)
        .await
        .unwrap();
    let names: Vec<String> = contacts(&given)
        .await
        .iter()
        .map(|contact| contact.person.name())
        .collect();
    assert_eq!(names, ["Zoé Berg", "Jörg Müßig"]);
}

async fn an_objection_that_a_table_brought_is_taken_back_with_it(database: TestDatabase) {
    let given = a_network(database).await;
    import(&given, "Name;E-Mail\nCem Ay;cem@x.example\n").await;
    let before = contacts(&given).await;
    let objects = "Name;E-Mail;Einladungen\nCem Ay;cem@x.example;nein\n";
    let preview = given
        .planner
        .preview_contact_import(&given.organiser, objects, &Chosen::new())
        .await
        .unwrap();
    assert_eq!(preview.opting_out(), 1, "the preview says so");
    import(&given, objects).await;
    assert!(contacts(&given).await[0].opted_out_at.is_some());
    assert_eq!(undo(&given).await.restored, 1);
    let after = contacts(&given).await;
    assert_eq!(after[0].particulars(), before[0].particulars());
    assert_eq!(after[0].opted_out_at, None);
}

async fn a_consent_comes_back_with_its_version(database: TestDatabase) {
    let given = a_network(database).await;
    import(&given, "Name;E-Mail\nCem Ay;cem@x.example\n").await;
    import(
        &given,
        "Name;E-Mail;Eingewilligt am;Fassung der Einwilligung\n\
         Cem Ay;cem@x.example;2026-05-03 14:30;2\nDana Ott;dana@x.example;3.5.2026;3\n",
    )
    .await;
    let found = contacts(&given).await;
    let version = |contact: &Contact| contact.consent.map(|(version, _)| version);
    assert_eq!(
        found.iter().map(version).collect::<Vec<_>>(),
        [Some(2), Some(3)]
    );
    assert!(found.iter().all(|contact| !contact.is_only_registered()));
    undo(&given).await;
    assert_eq!(contacts(&given).await[0].consent, None);
    let wrong = "Name;E-Mail;Eingewilligt am\nCem Ay;cem@x.example;neulich\n";
    let refused = given
        .planner
        .preview_contact_import(&given.organiser, wrong, &Chosen::new())
        .await
        .unwrap();
    let faults = refused.lines[0].says.clone().err();
    assert_eq!(faults, Some(Faults::one("consent", Fault::NoDate)));
}

async fn an_address_book_that_programs_wrote_is_read(database: TestDatabase) {
    let given = a_network(database).await;
    import(
        &given,
        "Name;E-Mail;\"Organisation\n/ Träger\";E-Mail\n\
         Frau Ina Jot;Ina Jot <ij@t.example>;Werk;\n\
         Kai Lu;mailto:kl@t.example;;privat@t.example\n",
    )
    .await;
    let found = contacts(&given).await;
    let texts: Vec<_> = found
        .iter()
        .map(|contact| (contact.person.name(), contact.person.address.to_string()))
        .collect();
    assert_eq!(
        texts,
        [
            ("Ina Jot".to_owned(), "ij@t.example".to_owned()),
            ("Kai Lu".to_owned(), "kl@t.example".to_owned())
        ]
    );
    assert_eq!(found[0].person.organisation_name, Some(line("Werk")));
}
