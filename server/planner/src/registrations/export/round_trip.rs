//! What is exported can be imported again, as the same people.

use jiff::Timestamp;
use model::{
    Answer, Answers, EmailAddress, Event, EventDetails, EventKind, EventState, EventTime,
    IanaTimeZone, Language, Line, Need, Organisation, Person, Place, Question, QuestionKind,
    Registration, RegistrationState, Slug, Source, Text, Visibility,
};
use proptest::{prelude::*, strategy::ValueTree as _};
use store::Paginated;
use uuid::Uuid;

use super::{ExportTexts, export};
use crate::{
    registrations::ImportContext,
    tables::{Chosen, Export, Table},
};

const GERMAN: [&str; 7] = [
    "Vorname",
    "Nachname",
    "E-Mail",
    "Organisation",
    "Stand",
    "Sprache",
    "Angemeldet am",
];
const ENGLISH: [&str; 7] = [
    "Given name",
    "Family name",
    "Email",
    "Organisation",
    "State",
    "Language",
    "Registered on",
];

fn id<Id: From<Uuid>>(number: u128) -> Id {
    Uuid::from_u128(number).into()
}

fn line<const MOST: usize>(text: &str) -> Line<MOST> {
    Line::parse(text).unwrap()
}

fn event() -> Event {
    let time = |hour: i64| EventTime {
        local: jiff::civil::date(2026, 5, 3).at(i8::try_from(hour).unwrap(), 0, 0, 0),
        at: Timestamp::from_second(hour * 3_600).unwrap(),
    };
    Event {
        id: id(1),
        network: id(1),
        slug: Slug::parse("treffen").unwrap(),
        state: EventState::Published,
        cancel_reason: None,
        details: EventDetails {
            kind: EventKind::NetworkMeeting,
            title: line("Treffen"),
            summary: Text::default(),
            plain_language: Text::default(),
            body: Text::default(),
            language: Language::De,
            time_zone: IanaTimeZone::parse("Europe/Berlin").unwrap(),
            starts: time(9),
            ends: time(10),
            place: Place {
                name: None,
                address: None,
                room: None,
                online_link: None,
            },
            capacity: None,
            contingents: Vec::new(),
            opens: None,
            closes: None,
            visibility: Visibility::Public,
            admission: model::Admission::Open,
            colleagues: model::ColleagueConfirmation::Each,
            funding_notice: Text::default(),
        },
        link_key: String::new(),
        calendar_uid: String::new(),
        sequence: 0,
        organizer: EmailAddress::parse("post@nord.example").unwrap(),
        organizer_token: String::new(),
        revision: 0,
    }
}

fn questions() -> Vec<Question> {
    let question = |number: u128, kind: QuestionKind, label: &str, options: &[&str]| Question {
        id: id(number),
        event: id(1),
        position: i64::try_from(number).unwrap(),
        kind,
        label: line(label),
        help: Text::default(),
        options: options.iter().map(|option| line(option)).collect(),
        need: Need::Required,
    };
    let diets = ["vegan", "halal", "vegan, halal", "Bahn; Bus", "-"];
    vec![
        question(1, QuestionKind::Text, "Wünsche", &[]),
        question(2, QuestionKind::LongText, "=Bemerkung; lang", &[]),
        question(3, QuestionKind::OneOf, "Verpflegung", &diets),
        question(4, QuestionKind::SeveralOf, "Verpflegung", &diets),
        question(5, QuestionKind::YesNo, "Sprache", &[]),
    ]
}

fn partner() -> Organisation {
    Organisation {
        id: id(7),
        network: id(1),
        name: line("Volkshochschule Leipzig"),
        short_name: line("VHS, Leipzig"),
        region: None,
        field: None,
        parent: None,
        logo: None,
    }
}

/// A line that begins with anything that a spreadsheet could take for something else.
fn typed() -> impl Strategy<Value = Line<200>> {
    "['=+@-]{0,2}[ -~äöüß]{1,12}".prop_filter_map("no line", |text| Line::parse(&text).ok())
}

fn answers() -> impl Strategy<Value = Answers> {
    let options = questions()[3].options.clone();
    let chosen = prop::sample::subsequence(options.clone(), 0..=options.len());
    (
        typed(),
        "[=+-]{0,1}[a-z;,\"]{1,6}(\n[a-z]{1,5}){0,2}",
        prop::sample::select(options),
        chosen,
        any::<bool>(),
    )
        .prop_map(|(line, long, one, several, yes)| {
            let several: Vec<String> = several.iter().map(Line::to_string).collect();
            let mut answers = vec![
                (id(1), Answer::Text(line.to_string())),
                (id(2), Answer::Text(long)),
                (id(3), Answer::Text(one.to_string())),
            ];
            if !several.is_empty() {
                answers.push((id(4), Answer::Several(several)));
            }
            if yes {
                answers.push((id(5), Answer::YesNo(true)));
            }
            answers.into_iter().collect()
        })
}

fn registration() -> impl Strategy<Value = Registration> {
    let organisation = prop_oneof![
        Just((None, None)),
        Just((Some(id(7)), Some(line("VHS, Leipzig")))),
        typed().prop_map(|name| (None, Some(name))),
    ];
    let language = prop::sample::select(Language::ALL);
    (typed(), typed(), organisation, language, answers()).prop_map(
        |(given_name, family_name, (organisation, organisation_name), language, answers)| {
            Registration {
                id: id(1),
                event: id(1),
                person: Person {
                    given_name,
                    family_name,
                    address: EmailAddress::parse("-x+y@müller.example").unwrap(),
                    organisation,
                    organisation_name,
                    language,
                },
                answers,
                state: RegistrationState::Confirmed,
                source: Source::Form,
                created_at: Timestamp::from_second(1_000_000).unwrap(),
                state_changed_at: Timestamp::UNIX_EPOCH,
                waiting_position: None,
                consent: None,
                address_confirmed_at: None,
                entered_by: None,
                invitation_sequence: None,
                revision: 0,
            }
        },
    )
}

fn exported(registration: &Registration, headings: [&str; 7], state: &'static str) -> Export {
    let found = Paginated {
        rows: vec![registration.clone()],
        unreadable: Vec::new(),
        total: 1,
    };
    let texts = ExportTexts {
        headings,
        state: &|_, _| state.to_owned(),
        unreadable: &|_| String::new(),
    };
    export(&event(), &questions(), &found, texts)
}

fn context() -> ImportContext {
    ImportContext {
        organisations: vec![partner()],
        questions: questions(),
        ..ImportContext::default()
    }
}

proptest! {
    #[test]
    fn a_person_comes_back(
        registration in registration(),
        headings in prop::sample::select(vec![GERMAN, ENGLISH]),
    ) {
        let export = exported(&registration, headings, "bestätigt");
        let (csv, xlsx) = (export.csv().unwrap(), export.xlsx().unwrap());
        let workbook = Table::text_of(&xlsx, "list.xlsx").unwrap();
        for text in [Table::text_of(&csv, "list.csv").unwrap(), workbook] {
            let preview = context().read(&text, &Chosen::new());
            prop_assert!(preview.is_sound(), "{:?} {:?}", preview.faults, preview.lines);
            prop_assert_eq!(preview.headings_below, None);
            let added = preview.lines[0].says.as_ref().unwrap();
            prop_assert_eq!(&added.person, &registration.person);
            prop_assert_eq!(&added.answers, &registration.answers);
        }
    }
}

#[test]
fn whoever_has_withdrawn_is_passed_over() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let registration = registration().new_tree(&mut runner).unwrap().current();
    for (state, withdrawn) in [
        ("bestätigt", 0),
        ("abgemeldet", 1),
        ("abgelehnt", 1),
        ("cancelled", 1),
        ("declined", 1),
        ("unbestätigt", 1),
        ("unconfirmed", 1),
        ("Warteliste", 0),
        ("wartet auf Entscheidung", 0),
        ("awaiting decision", 0),
        ("quatsch", 0),
    ] {
        let csv = exported(&registration, GERMAN, state).csv().unwrap();
        let text = Table::text_of(&csv, "list.csv").unwrap();
        let preview = context().read(&text, &Chosen::new());
        assert_eq!(preview.summary.withdrawn, withdrawn, "{state}");
        assert_eq!(preview.lines.len(), 1 - withdrawn, "{state}");
        let waits = ["Warteliste", "wartet auf Entscheidung", "awaiting decision"];
        assert_eq!(preview.summary.waited, usize::from(waits.contains(&state)));
        assert_eq!(
            preview.summary.unknown_states,
            usize::from(state == "quatsch")
        );
    }
}

#[test]
fn whoever_is_registered_is_passed_over_with_an_answer_whose_option_is_gone() {
    let mut runner = proptest::test_runner::TestRunner::deterministic();
    let mut registration = registration().new_tree(&mut runner).unwrap().current();
    registration.answers = [(id(3), Answer::Text("Steak".to_owned()))]
        .into_iter()
        .collect();
    let csv = exported(&registration, GERMAN, "bestätigt").csv().unwrap();
    let text = Table::text_of(&csv, "list.csv").unwrap();
    assert_eq!(context().read(&text, &Chosen::new()).faulty(), 1);
    let known = ImportContext {
        known: [(
            registration.person.address.lower(),
            RegistrationState::Confirmed,
        )]
        .into(),
        ..context()
    };
    let preview = known.read(&text, &Chosen::new());
    assert_eq!((preview.summary.known, preview.lines.len()), (1, 0));
}
