//! What is exported can be imported again, as the same organisations.

use model::{Line, Organisation};
use proptest::prelude::*;
use uuid::Uuid;

use super::{
    LineParent, OrganisationColumn, OrganisationImportPreview, OrganisationTexts, export::rows,
};
use crate::tables::{Chosen, Export, RecognisedContent as _, Table};

const GERMAN: [&str; 5] = ["Kurzname", "Name", "Region", "Handlungsfeld", "Teil von"];
const ENGLISH: [&str; 5] = ["Short name", "Name", "Region", "Field of action", "Part of"];

/// A line that begins with anything that a spreadsheet could take for something else.
fn typed<const MOST: usize>() -> impl Strategy<Value = Line<MOST>> {
    "['=+@-]{0,2}[ -~äöüßŁ]{1,12}".prop_filter_map("no line", |text| Line::parse(&text).ok())
}

fn organisation() -> impl Strategy<Value = Organisation> {
    let optional = || proptest::option::of(typed());
    (typed(), typed(), optional(), optional(), any::<bool>()).prop_map(
        |(name, short_name, region, field, is_part)| Organisation {
            id: Uuid::from_u128(2).into(),
            network: Uuid::from_u128(1).into(),
            name,
            short_name,
            region,
            field,
            parent: is_part.then(|| Uuid::from_u128(7).into()),
            logo: None,
        },
    )
}

/// A name that no other organisation of the tests has.
fn above() -> Organisation {
    Organisation {
        id: Uuid::from_u128(7).into(),
        network: Uuid::from_u128(1).into(),
        name: Line::parse("Verband der Verbände").unwrap(),
        short_name: Line::parse("=Verband; \"der\" Verbände").unwrap(),
        region: None,
        field: None,
        parent: None,
        logo: None,
    }
}

proptest! {
    #[test]
    fn an_organisation_comes_back(
        organisation in organisation(),
        headings in prop::sample::select(vec![GERMAN, ENGLISH]),
    ) {
        let all = [organisation.clone(), above()];
        let heading = |column: OrganisationColumn| {
            let known = OrganisationColumn::ALL.iter().position(|one| *one == column);
            headings[known.unwrap()].to_owned()
        };
        let texts = OrganisationTexts { heading: &heading };
        let export = Export {
            name: "list".to_owned(),
            rows: rows(&all, &all, texts),
        };
        let (csv, xlsx) = (export.csv().unwrap(), export.xlsx().unwrap());
        let workbook = Table::text_of(&xlsx, "list.xlsx").unwrap();
        for text in [Table::text_of(&csv, "list.csv").unwrap(), workbook] {
            let preview = OrganisationImportPreview::read(&text, &Chosen::new(), &[]);
            prop_assert!(preview.is_sound(), "{:?} {:?}", preview.faults, preview.lines);
            prop_assert_eq!(preview.headings_below, None);
            prop_assert_eq!(preview.added(), 2);
            let read = preview.lines[0].says.as_ref().unwrap();
            prop_assert_eq!(&read.name, &organisation.name);
            prop_assert_eq!(&read.short_name, &organisation.short_name);
            prop_assert_eq!(&read.region, &organisation.region);
            prop_assert_eq!(&read.field, &organisation.field);
            let parent = match organisation.parent {
                Some(_) => LineParent::Named(above().short_name),
                None => LineParent::Unsaid,
            };
            prop_assert_eq!(&read.parent, &parent);
            let again = OrganisationImportPreview::read(&text, &Chosen::new(), &all);
            prop_assert_eq!((again.lines.len(), again.summary.known), (0, 2));
        }
    }
}

#[test]
fn headings_are_recognised_in_both_languages() {
    for headings in [GERMAN, ENGLISH] {
        let recognised = headings.map(|heading| OrganisationColumn::recognise(heading).unwrap());
        assert_eq!(recognised, OrganisationColumn::ALL);
    }
}
