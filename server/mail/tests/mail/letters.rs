//! The wording of each letter, as a mail client shows it.

use calendar::Method;
use mail::{Letter, Letterhead, NetworkProfile, RegisteredBy, Standing, compose};
use mail_parser::{MessageParser, PartType};
use model::{
    IanaTimeZone, KINDS_WITH_OWN_WORDS, KINDS_WITHOUT_OWN_TEXT, Language, MailKind, OwnWords, dates,
};

use crate::example;

struct Rendered {
    subject: String,
    text: String,
    html: String,
}

fn read(letter: &Letter, language: Language) -> Rendered {
    read_from(&example::letterhead(), letter, language)
}

fn read_from(letterhead: &Letterhead, letter: &Letter, language: Language) -> Rendered {
    let message = compose(
        letter,
        letterhead,
        &example::recipient(language),
        &example::metadata(),
    )
    .unwrap()
    .message;
    let message = MessageParser::default().parse(&message.bytes).unwrap();
    let mut read = Rendered {
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
        example::letters(*language)
            .into_iter()
            .map(move |(name, letter)| (format!("{name}.{language}"), *language, letter))
    })
}

/// The visible words.
fn words_of_html(html: &str) -> Vec<String> {
    // Before the first paragraph without a style is the name of the network, which the text has at its end only.
    let body = html.split_once("<p>").unwrap().1;
    let mut text = String::new();
    let mut in_tag = false;
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

/// The words without addresses, which the HTML has behind words.
fn words(text: &str) -> Vec<String> {
    text.split_whitespace()
        .filter(|word| !word.starts_with("https://") && *word != "·")
        .map(|word| word.trim_end_matches(':').to_owned())
        .collect()
}

#[test]
fn the_wording_of_each_letter() {
    for (name, language, letter) in all() {
        let Rendered {
            subject,
            text,
            html,
        } = read(&letter, language);
        insta::assert_snapshot!(name, format!("{subject}\n\n{text}\n{html}"));
    }
}

#[test]
fn html_and_text_have_the_same_wording() {
    for (name, language, letter) in all() {
        let Rendered { text, html, .. } = read(&letter, language);
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
fn a_letter_about_an_event_has_title_time_place_and_funding_notice() {
    let berlin = IanaTimeZone::parse("Europe/Berlin").unwrap();
    for (name, language, letter) in all() {
        let Some(event) = letter.event() else {
            continue;
        };
        let Rendered { subject, text, .. } = read(&letter, language);
        if let Letter::WorkshopEntered { workshop, .. } | Letter::WorkshopRemoved { workshop, .. } =
            &letter
        {
            assert!(subject.contains(&workshop.title), "{name}");
            let text = text.replace('\n', " ");
            let details = workshop.details.iter();
            let facts = details.chain([&workshop.title, &workshop.when, &event.title]);
            for fact in facts.chain(&event.funding_notice) {
                assert!(text.contains(fact), "{name}: {fact}");
            }
            continue;
        }
        assert!(subject.contains(&event.title), "{name}");
        let place = event.place.as_deref().unwrap();
        let notice = event.funding_notice.as_deref().unwrap();
        let when = dates::span(&event.start, &event.end, language, &berlin);
        let text = text.replace('\n', " ");
        for fact in [&event.title, &when, &event.page, place, notice] {
            assert!(text.contains(fact), "{name}: {fact}");
        }
    }
}

#[test]
fn a_letter_that_anyone_can_trigger_does_not_repeat_the_typed_name() {
    for (name, language, letter) in all() {
        let Rendered { text, html, .. } = read(&letter, language);
        let greets = text.contains("Anna Jäger") && html.contains("Anna Jäger");
        assert_eq!(greets, !letter.can_be_triggered_by_anyone(), "{name}");
    }
}

#[test]
fn a_time_in_a_zone_that_readers_do_not_expect_has_its_name() {
    let abroad = Letterhead::new(NetworkProfile {
        time_zone: IanaTimeZone::parse("Europe/London").unwrap(),
        ..example::network()
    })
    .unwrap();
    let letter = Letter::EventCancelled {
        event: example::event().into(),
        registered_by: RegisteredBy::Recipient,
        standing: Standing::Seated,
        reason: String::new(),
        calendar: None,
    };
    for language in Language::ALL {
        let text = read_from(&abroad, &letter, *language).text;
        let zone = match language {
            Language::De => "(Ortszeit Berlin)",
            Language::En => "(local time, Berlin)",
        };
        assert!(text.contains(zone), "{text}");
        let text = read(&letter, *language).text;
        assert!(!text.contains("Berlin"), "{text}");
    }
}

#[test]
fn a_network_says_a_letter_in_its_own_words() {
    let typed = [
        "Willkommen: {Veranstaltung}",
        "",
        "Parken: https://iq-sachsen.example/parken.\n\nOrt: {Ort}",
        "Herzliche Grüße\nIhr Team <Leipzig>",
    ];
    let kind = (MailKind::SeatConfirmed, Language::De);
    let own = Letterhead::new(NetworkProfile {
        own_words: vec![OwnWords::parse(kind, typed).unwrap()],
        ..example::network()
    })
    .unwrap();
    let letter = Letter::SeatConfirmed {
        event: example::event().into(),
        note: None,
        registered_by: RegisteredBy::Recipient,
        personal_link: "https://treffpunkt.example/registration/9f8e7d6c5b4a".to_owned(),
        calendar: example::calendar(Method::Request),
    };
    let Rendered {
        subject,
        text,
        html,
    } = read_from(&own, &letter, Language::De);
    assert_eq!(
        subject,
        "Willkommen: Landesweites Netzwerktreffen IQ Sachsen"
    );
    let addition = "Parken: https://iq-sachsen.example/parken.\n\nOrt: Volkshochschule Leipzig";
    let place = text.find(addition).expect(&text);
    let closing = text
        .find("Herzliche Grüße\nIhr Team <Leipzig>")
        .expect(&text);
    let link = text.find("/registration/9f8e7d6c5b4a").expect(&text);
    assert!(link < place && place < closing, "{text}");
    assert!(!text.contains("Mit freundlichen Grüßen"), "{text}");
    assert!(
        html.contains("href=\"https://iq-sachsen.example/parken\""),
        "{html}"
    );
    assert!(html.contains("Ihr Team &#60;Leipzig&#62;"), "{html}");
    assert!(!html.contains("Mit freundlichen Grüßen"), "{html}");
    // Another language and another letter are in words of ours.
    assert_eq!(
        read_from(&own, &letter, Language::En).text,
        read(&letter, Language::En).text
    );
    let other = Letter::AlreadyDeclined {
        event: example::event().into(),
    };
    assert_eq!(
        read_from(&own, &other, Language::De).text,
        read(&other, Language::De).text
    );
}

/// A letterhead of a network with its own text in the mails of a kind.
fn with_own_text(kind: MailKind, text: &str) -> Letterhead {
    let words = OwnWords::parse((kind, Language::De), ["", text, "", ""]).unwrap();
    Letterhead::new(NetworkProfile {
        own_words: vec![words],
        ..example::network()
    })
    .unwrap()
}

#[test]
fn a_text_of_the_networks_own_stands_above_what_has_to_be_right() {
    let own = with_own_text(
        MailKind::Waitlisted,
        "Schön, dass du zu {Veranstaltung} kommen möchtest.",
    );
    let waitlisted = |registered_by| Letter::Waitlisted {
        event: example::event().into(),
        note: Some("Wir melden uns bis Freitag.".to_owned()),
        registered_by,
        position: 3,
        personal_link: "https://treffpunkt.example/registration/9f8e7d6c5b4a".to_owned(),
    };
    let letter = waitlisted(RegisteredBy::Colleague("Bea Muster".to_owned()));
    let Rendered {
        subject,
        text,
        html,
    } = read_from(&own, &letter, Language::De);
    assert_eq!(subject, read(&letter, Language::De).subject);
    let parts = [
        "Schön, dass du zu Landesweites Netzwerktreffen IQ Sachsen kommen möchtest.",
        "Eingetragen von: Bea Muster",
        "Wir melden uns bis Freitag.",
        "Volkshochschule Leipzig",
        "Stelle auf der Warteliste: 3",
        "https://treffpunkt.example/registration/9f8e7d6c5b4a",
        "Mit freundlichen Grüßen",
    ];
    let mut from = 0;
    for part in parts {
        let place = text[from..].find(part);
        from += place.unwrap_or_else(|| panic!("{part} in {text}"));
        assert!(html.contains(part), "{part} in {html}");
    }
    assert!(
        !text.contains("Zurzeit sind alle Plätze vergeben"),
        "{text}"
    );
    // Whoever may know nothing of it reads our words, and so does the reader of another language.
    let stranger = waitlisted(RegisteredBy::Unknown);
    assert_eq!(
        read_from(&own, &stranger, Language::De).text,
        read(&stranger, Language::De).text
    );
    assert_eq!(
        read_from(&own, &letter, Language::En).text,
        read(&letter, Language::En).text
    );
}

#[test]
fn every_kind_with_a_text_of_its_own_keeps_its_links_and_changes() {
    for (name, letter) in example::letters(Language::De) {
        let kind = letter.kind();
        if !KINDS_WITH_OWN_WORDS.contains(&kind) || KINDS_WITHOUT_OWN_TEXT.contains(&kind) {
            continue;
        }
        let own = with_own_text(kind, "Hallo!");
        let ours = read(&letter, Language::De);
        let Rendered { text, html, .. } = read_from(&own, &letter, Language::De);
        if text == ours.text {
            continue;
        }
        assert!(text.contains("Hallo!") && html.contains("Hallo!"), "{name}");
        for word in ours.text.split_whitespace() {
            if word.starts_with("https://") {
                assert!(text.contains(word), "{name}: {word}");
            }
        }
        assert_eq!(
            text.contains("invite.ics"),
            letter.calendar().is_some(),
            "{name}"
        );
    }
}

#[test]
fn an_unknown_fact_is_left_out() {
    let mut event = example::event();
    event.place = None;
    event.online = None;
    event.funding_notice = None;
    let letter = Letter::EventCancelled {
        event: event.into(),
        registered_by: RegisteredBy::Recipient,
        standing: Standing::Seated,
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
    let mut event = example::event();
    event.title = "<script>alert('x')</script> & \"Co\"".to_owned();
    let letter = Letter::Declined {
        event: event.into(),
        registered_by: RegisteredBy::Recipient,
        standing: Standing::Seated,
        reason: Some("<b>no</b>\nroom".to_owned()),
        calendar: None,
    };
    let Rendered { text, html, .. } = read(&letter, Language::En);
    assert!(text.contains("<script>alert('x')</script> & \"Co\""));
    assert!(!html.contains("<script") && !html.contains("<b>"), "{html}");
    assert_eq!(words(&text), words_of_html(&html));
}
