//! The columns of the list that a member chose.

use model::{HiddenColumns, ListColumn, RegistrationState, Role};
use planner::registrations::{ExportTexts, Filter};
use store::testing::TestDatabase;

use crate::{
    given::{Given, a_network, meeting, person},
    questions::question,
};

store::on_both_engines! {
    an_export_has_the_columns_that_the_member_chose,
}

/// The headings of an export, as a member gets it.
async fn headings(
    given: &Given,
    access: &planner::access::EventAccess<planner::access::Reads>,
) -> usize {
    let texts = ExportTexts {
        headings: [
            "given",
            "family",
            "address",
            "house",
            "state",
            "language",
            "registered",
        ],
        state: &|state: RegistrationState, _| state.to_string(),
        unreadable: &|_| String::new(),
    };
    let filter = Filter::default();
    let export = given.planner.export_registrations(access, &filter, texts);
    let export = export.await.unwrap();
    assert!(
        export
            .rows
            .iter()
            .all(|row| row.len() == export.rows[0].len())
    );
    export.rows[0].len()
}

async fn an_export_has_the_columns_that_the_member_chose(database: TestDatabase) {
    let given = a_network(database).await;
    let event = given.published_event(meeting(None, vec![])).await;
    let planner = &given.planner;
    let organises = given.organises(event);
    let asked = planner.add_question(&organises, question("Hotel"));
    let asked = asked.await.unwrap();
    given.comes(event, person("Anna", None)).await;
    let access = given.principal.reads_event(event);
    assert_eq!(headings(&given, &access).await, 8);
    let hidden = HiddenColumns {
        columns: [ListColumn::Address, ListColumn::Mail].into(),
        questions: [asked].into(),
    };
    planner.hide_columns(&access, &hidden).await.unwrap();
    let stored = planner.hidden_columns(&access).await.unwrap();
    assert_eq!(stored, Some(hidden));
    assert_eq!(headings(&given, &access).await, 6);
    // A question that is added later is shown.
    let added = planner.add_question(&organises, question("Anreise"));
    added.await.unwrap();
    assert_eq!(headings(&given, &access).await, 7);
    // Everybody has columns of their own.
    let lena = given.member_as("lena", Role::Reader).await;
    assert_eq!(headings(&given, &lena.reads_event(event)).await, 9);
}
