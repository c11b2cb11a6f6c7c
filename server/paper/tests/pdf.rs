//! The PDF, read by another library.

#![expect(clippy::unwrap_used, reason = "a test that stumbles fails")]

use std::time::{Duration, Instant};

use lopdf::{Document, Object};
use paper::{Card, Code, NameList, NameRow, Papers, Sign, Stop, TableList, TableRound, pdf};

const NAMES: [&str; 8] = [
    "Fatima Nguyễn",
    "İbrahim Öztürk",
    "Łukasz Żółkiewski",
    "Дмитрий Петренко",
    "Jörg Großmann",
    "Siobhán O'Brien",
    "Đorđe Čapek",
    "Zoë Åström",
];

fn stop(round: u32) -> Stop {
    Stop {
        round: format!("Runde {round}"),
        time: "12:45".to_owned(),
        table: Some((round * 3).to_string()),
        topic: "Zielgruppe, Teilnehmende, Umsetzung".to_owned(),
        room: Some("Raum 204, Treppe".to_owned()),
    }
}

fn card(name: &str, rounds: u32) -> Card {
    Card {
        name: name.to_owned(),
        organisation: Some("Gründung Mittelsachsen".to_owned()),
        stops: (1..=rounds).map(stop).collect(),
        note: "Die Zahl ist Ihr Tisch; die Tischleitung bleibt sitzen und begrüßt Sie.".to_owned(),
        code: Code::new("https://treffpunkt.example/events/landesweites-netzwerktreffen"),
    }
}

fn papers() -> Papers {
    Papers {
        title: "Netzwerktreffen".to_owned(),
        heading: "World-Café · Di., 15. Dezember 2026".to_owned(),
        language: "de".to_owned(),
        ..Papers::default()
    }
}

fn with_cards(cards: Vec<Card>) -> Papers {
    Papers { cards, ..papers() }
}

fn read(papers: &Papers) -> Document {
    Document::load_mem(&pdf(papers).unwrap()).unwrap()
}

fn text(document: &Document) -> String {
    let pages: Vec<u32> = document.get_pages().into_keys().collect();
    // Readers end a line after each piece of text.
    document.extract_text(&pages).unwrap().replace('\n', " ")
}

fn number(object: &Object) -> f32 {
    match object {
        Object::Integer(number) => i16::try_from(*number).map(f32::from).unwrap(),
        Object::Real(number) => *number,
        other => panic!("{other:?} is no number"),
    }
}

#[test]
fn four_cards_are_on_a_sheet_of_a4() {
    for (cards, pages) in [(1, 1), (4, 1), (5, 2), (62, 16)] {
        let document = read(&with_cards(vec![card(NAMES[0], 3); cards]));
        assert_eq!(document.get_pages().len(), pages);
        for page in document.get_pages().into_values() {
            let page = document.get_dictionary(page).unwrap();
            let media_box = page.get(b"MediaBox").unwrap().as_array().unwrap();
            let sides: Vec<f32> = media_box.iter().map(number).collect();
            // 210 mm × 297 mm
            assert!((sides[2] - 595.276).abs() < 0.1 && (sides[3] - 841.89).abs() < 0.1);
        }
    }
}

#[test]
fn names_of_many_alphabets_can_be_searched() {
    let papers = with_cards(NAMES.iter().map(|name| card(name, 3)).collect());
    let text = text(&read(&papers));
    for name in NAMES {
        assert!(text.contains(name), "{name} is not in {text}");
    }
    assert!(text.contains("Zielgruppe"), "{text}");
}

#[test]
fn fonts_are_embedded_as_subsets() {
    let bytes = pdf(&with_cards(vec![card(NAMES[0], 3)])).unwrap();
    // The two fonts are 1.3 MB.
    assert!(bytes.len() < 80_000, "{} bytes", bytes.len());
    let document = Document::load_mem(&bytes).unwrap();
    let embedded = document.objects.values().filter(|object| {
        let dictionary = object.as_dict();
        dictionary
            .is_ok_and(|dictionary| dictionary.has(b"FontFile2") || dictionary.has(b"FontFile3"))
    });
    assert_eq!(embedded.count(), 2);
}

#[test]
fn an_endless_name_is_shortened_and_stays_on_its_card() {
    for name in [
        "Wolkenkratzer".repeat(40),
        "Anna-Maria ".repeat(46),
        "محمد ".repeat(100),
    ] {
        for rounds in [1, 3, 20] {
            let mut long = card(&name, rounds);
            long.organisation = Some(name.clone());
            for stop in &mut long.stops {
                stop.topic.clone_from(&name);
                stop.room = Some(name.clone());
                stop.table = Some(name[..60].to_owned()).filter(|_| name.is_ascii());
            }
            let document = read(&with_cards(vec![long; 2]));
            assert_eq!(document.get_pages().len(), 1);
            for (_, page) in document.get_pages() {
                for (x, y) in pieces(&document, page) {
                    assert!((0.0..=595.3).contains(&x), "text begins at {x}");
                    // Two cards are in the upper half.
                    assert!((0.0..420.9).contains(&y), "text is at {y}");
                }
            }
        }
    }
}

/// Where the pieces of text of a page begin, from its upper left corner: krilla turns the page so.
fn pieces(document: &Document, page: lopdf::ObjectId) -> Vec<(f32, f32)> {
    let content = document.get_and_decode_page_content(page).unwrap();
    let mut places = Vec::new();
    for operation in content.operations {
        if operation.operator == "Tm" {
            let operands = &operation.operands;
            places.push((number(&operands[4]), number(&operands[5])));
        }
    }
    assert!(!places.is_empty());
    places
}

#[test]
fn signs_and_lists_have_pages_of_their_own() {
    let table = |number: u32, people: usize| TableList {
        title: format!("Tisch {number}"),
        facts: "Öffentlichkeitsarbeit · Aula".to_owned(),
        rounds: (1..=3)
            .map(|round| TableRound {
                title: format!("Runde {round}"),
                people: vec![NAMES[1].to_owned(); people],
            })
            .collect(),
    };
    let signs = (1..=12).map(|number| Sign {
        word: "Tisch".to_owned(),
        table: number.to_string(),
        topic: "Strategische Verknüpfung".to_owned(),
        room: Some("Aula".to_owned()),
        host: Some("Tischleitung: Hassan Ziegler".to_owned()),
        code: Code::new("https://treffpunkt.example/table/abc"),
        note: Some("Hier schreibt der Tisch mit".to_owned()),
    });
    let rows = |count: usize| NameList {
        title: "Wer sitzt wo".to_owned(),
        name: "Name".to_owned(),
        organisation: "Organisation".to_owned(),
        rounds: vec!["12:45".to_owned(); 3],
        rows: vec![
            NameRow {
                name: "Öztürk, Lukas".to_owned(),
                organisation: None,
                tables: vec!["2".to_owned(), "5".to_owned(), "10".to_owned()],
            };
            count
        ],
    };
    let papers = Papers {
        signs: signs.collect(),
        tables: vec![table(1, 5), table(2, 500)],
        names: Some(rows(62)),
        ..papers()
    };
    let document = read(&papers);
    // 12 signs; one page for five people and 14 for 500; two for 62 names.
    assert_eq!(document.get_pages().len(), 12 + 1 + 14 + 2);
    let text = text(&document);
    assert!(text.contains("Tischleitung: Hassan Ziegler") && text.contains("Öztürk, Lukas"));
}

#[test]
fn nothing_to_print_is_one_empty_page() {
    assert_eq!(read(&papers()).get_pages().len(), 1);
}

#[test]
fn the_cards_of_500_people_are_written_in_a_second() {
    let cards = (0..500).map(|number| card(&format!("{} {number}", NAMES[number % 8]), 4));
    let papers = with_cards(cards.collect());
    let begun = Instant::now();
    let document = pdf(&papers).unwrap();
    let took = begun.elapsed();
    assert_eq!(
        Document::load_mem(&document).unwrap().get_pages().len(),
        125
    );
    // Without optimisation, and while other tests run, it takes longer.
    let most = if cfg!(debug_assertions) { 40 } else { 1 };
    assert!(took < Duration::from_secs(most), "{took:?}");
}

#[test]
fn the_name_of_a_room_is_whole_on_its_door() {
    for room in [
        "Aula",
        "Raum 2.04",
        "Besprechungsraum Elbe, 2. Obergeschoss, Haus B",
        "Seminarraum Wissenschaftskommunikation im Gartenhaus hinter der Mensa",
    ] {
        let sign = Sign {
            word: "Di., 15. Dezember 2026".to_owned(),
            table: room.to_owned(),
            topic: "Anerkennung im Handwerk".to_owned(),
            room: Some("10:00–11:30 Uhr".to_owned()),
            host: None,
            code: None,
            note: None,
        };
        let document = read(&Papers {
            signs: vec![sign],
            ..papers()
        });
        assert_eq!(document.get_pages().len(), 1);
        let text = text(&document);
        let words: Vec<&str> = text.split_whitespace().collect();
        for word in room.split_whitespace() {
            assert!(words.contains(&word), "{word} is not in {text}");
        }
    }
}
