//! How each letter reads, as a recipient's program shows it.

use mail::{Letter, compose};
use mail_parser::{MessageParser, PartType};
use model::Language;

use crate::given;

struct Read {
    subject: String,
    text: String,
    html: String,
}

fn read(letter: &Letter, language: Language) -> Read {
    let message = compose(
        letter,
        &given::letterhead(),
        &given::recipient(language),
        &given::stamp(),
    )
    .unwrap()
    .message;
    let message = MessageParser::default().parse(&message.bytes).unwrap();
    let mut read = Read {
        subject: message.subject().unwrap().to_owned(),
        text: String::new(),
        html: String::new(),
    };
    for part in &message.parts {
        match &part.body {
            PartType::Text(text) if text.starts_with("BEGIN:") => {}
            PartType::Text(text) => read.text = text.replace("\r\n", "\n"),
            PartType::Html(html) => read.html = html.replace("\r\n", "\n"),
            _ => {}
        }
    }
    read
}

fn all() -> impl Iterator<Item = (String, Language, Letter)> {
    Language::ALL.iter().flat_map(|language| {
        given::letters(*language)
            .into_iter()
            .map(move |(name, letter)| (format!("{name}.{language}"), *language, letter))
    })
}

/// The words a person reads, without what belongs to the form.
fn words_of_html(html: &str) -> Vec<String> {
    let body = html.split_once("<body").unwrap().1;
    let mut text = String::new();
    let mut in_tag = true;
    for c in body.chars() {
        match c {
            '<' => in_tag = true,
            '>' => {
                in_tag = false;
                text.push(' ');
            }
            _ if in_tag => {}
            _ => text.push(c),
        }
    }
    for (entity, c) in [
        ("&#60;", "<"),
        ("&#62;", ">"),
        ("&#34;", "\""),
        ("&#39;", "'"),
        ("&#38;", "&"),
    ] {
        text = text.replace(entity, c);
    }
    words(&text)
}

fn words(text: &str) -> Vec<String> {
    text.split_whitespace()
        .map(|word| word.trim_end_matches(':').to_owned())
        .collect()
}

#[test]
fn letters_read_as_they_were_approved() {
    for (name, language, letter) in all() {
        let Read {
            subject,
            text,
            html,
        } = read(&letter, language);
        insta::assert_snapshot!(name, format!("{subject}\n\n{text}\n{html}"));
    }
}

#[test]
fn html_says_what_the_text_says_in_the_same_words() {
    for (name, language, letter) in all() {
        let Read { text, html, .. } = read(&letter, language);
        assert_eq!(words(&text), words_of_html(&html), "{name}");
    }
}

#[test]
fn html_names_its_language_and_fetches_nothing() {
    for (name, language, letter) in all() {
        let html = read(&letter, language).html;
        assert!(
            html.contains(&format!("<html lang=\"{language}\">")),
            "{name}"
        );
        for resource in [
            "<img", "src=", "<link", "<script", "url(", "@import", "<style",
        ] {
            assert!(!html.contains(resource), "{name}: {resource}");
        }
    }
}

#[test]
fn a_letter_about_an_event_says_what_when_where_and_who_pays() {
    for (name, language, letter) in all() {
        let Some(event) = letter.event() else {
            continue;
        };
        let Read { subject, text, .. } = read(&letter, language);
        assert!(subject.contains(&event.title), "{name}");
        let place = event.place.as_deref().unwrap();
        let notice = event.funding_notice.as_deref().unwrap();
        for fact in [&event.title, &event.when, &event.page, place, notice] {
            assert!(text.contains(fact), "{name}: {fact}");
        }
    }
}

#[test]
fn a_letter_that_anybody_can_cause_does_not_repeat_the_name_they_typed() {
    for (name, language, letter) in all() {
        let Read { text, html, .. } = read(&letter, language);
        let greets = text.contains("Anna Jäger") && html.contains("Anna Jäger");
        assert_eq!(greets, !letter.anybody_can_cause_it(), "{name}");
    }
}

#[test]
fn what_is_not_known_is_left_out() {
    let mut event = given::event(Language::De);
    event.place = None;
    event.online = None;
    event.funding_notice = None;
    let letter = Letter::EventCancelled {
        event,
        reason: String::new(),
        calendar: None,
    };
    let text = read(&letter, Language::De).text;
    for word in ["Wo:", "Online:", "Grund", "Kalender", "Förder"] {
        assert!(!text.contains(word), "{word}: {text}");
    }
}

#[test]
fn markup_in_a_title_is_text() {
    let mut event = given::event(Language::En);
    event.title = "<script>alert('x')</script> & \"Co\"".to_owned();
    let letter = Letter::Declined {
        event,
        reason: Some("<b>no</b>\nroom".to_owned()),
        calendar: None,
    };
    let Read { text, html, .. } = read(&letter, Language::En);
    assert!(text.contains("<script>alert('x')</script> & \"Co\""));
    assert!(!html.contains("<script") && !html.contains("<b>"), "{html}");
    assert_eq!(words(&text), words_of_html(&html));
}
