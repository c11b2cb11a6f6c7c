//! Which template says what.

use askama::Template;
use model::Language;

use crate::{
    CalendarPart, CancelledBy, Change, EventFacts, Letter, Letterhead,
    safe_text::{one_line, tidy},
};

/// A letter in words: the same information as text and as HTML.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Words {
    pub subject: String,
    pub text: String,
    pub html: String,
}

/// Declares `written`, which renders a letter's templates in the language asked for. A template knows
/// `letter`: what every letter has, and the values named here. Whether it uses them rightly is
/// checked when this is compiled.
macro_rules! letters {
    ($($name:ident { $($value:ident: $type:ty),+ }
        de: $de_subject:literal, $de_text:literal, $de_html:literal;
        en: $en_subject:literal, $en_text:literal, $en_html:literal;)+) => {
        fn written(letter: &Letter, page: &Page, language: Language) -> Result<Words, askama::Error> {
            match letter {$(
                Letter::$name { $($value,)+ .. } => match language {
                    Language::De => letters!(@ page, { $($value: $type),+ }, $de_subject, $de_text, $de_html),
                    Language::En => letters!(@ page, { $($value: $type),+ }, $en_subject, $en_text, $en_html),
                },
            )+}
        }
    };
    (@ $page:ident, { $($value:ident: $type:ty),+ }, $subject:literal, $text:literal, $html:literal) => {{
        struct Values<'a> {
            network: &'a str,
            imprint_link: &'a str,
            privacy_link: &'a str,
            funding_notice: Option<&'a str>,
            name: Option<&'a str>,
            subject: &'a str,
            $($value: &'a $type,)+
        }
        #[derive(Template)]
        #[template(path = $subject)]
        struct Subject<'a> { letter: &'a Values<'a> }
        #[derive(Template)]
        #[template(path = $text)]
        struct Text<'a> { letter: &'a Values<'a> }
        #[derive(Template)]
        #[template(path = $html)]
        struct Html<'a> { letter: &'a Values<'a> }

        let Page { network, imprint_link, privacy_link, funding_notice, name } = *$page;
        let mut letter =
            Values { network, imprint_link, privacy_link, funding_notice, name, subject: "", $($value),+ };
        let subject = one_line(&Subject { letter: &letter }.render()?);
        letter.subject = &subject;
        let text = tidy(&Text { letter: &letter }.render()?);
        let html = tidy(&Html { letter: &letter }.render()?);
        Ok(Words { subject, text, html })
    }};
}

letters! {
    SignInLink { link: String, valid_minutes: u32 }
        de: "sign_in_link/de/subject.txt", "sign_in_link/de/body.txt", "sign_in_link/de/body.html";
        en: "sign_in_link/en/subject.txt", "sign_in_link/en/body.txt", "sign_in_link/en/body.html";
    ConfirmAddress { event: EventFacts, link: String, valid_hours: u32 }
        de: "confirm_address/de/subject.txt", "confirm_address/de/body.txt",
            "confirm_address/de/body.html";
        en: "confirm_address/en/subject.txt", "confirm_address/en/body.txt",
            "confirm_address/en/body.html";
    Seat { event: EventFacts, personal_link: String }
        de: "seat/de/subject.txt", "seat/de/body.txt", "seat/de/body.html";
        en: "seat/en/subject.txt", "seat/en/body.txt", "seat/en/body.html";
    Waiting { event: EventFacts, position: u32, personal_link: String }
        de: "waiting/de/subject.txt", "waiting/de/body.txt", "waiting/de/body.html";
        en: "waiting/en/subject.txt", "waiting/en/body.txt", "waiting/en/body.html";
    MovedUp { event: EventFacts, personal_link: String }
        de: "moved_up/de/subject.txt", "moved_up/de/body.txt", "moved_up/de/body.html";
        en: "moved_up/en/subject.txt", "moved_up/en/body.txt", "moved_up/en/body.html";
    AlreadyRegistered { event: EventFacts, personal_link: String }
        de: "already_registered/de/subject.txt", "already_registered/de/body.txt",
            "already_registered/de/body.html";
        en: "already_registered/en/subject.txt", "already_registered/en/body.txt",
            "already_registered/en/body.html";
    EventChanged {
        event: EventFacts, changes: Vec<Change>, personal_link: String, calendar: Option<CalendarPart>
    }
        de: "event_changed/de/subject.txt", "event_changed/de/body.txt",
            "event_changed/de/body.html";
        en: "event_changed/en/subject.txt", "event_changed/en/body.txt",
            "event_changed/en/body.html";
    EventCancelled { event: EventFacts, reason: String, calendar: Option<CalendarPart> }
        de: "event_cancelled/de/subject.txt", "event_cancelled/de/body.txt",
            "event_cancelled/de/body.html";
        en: "event_cancelled/en/subject.txt", "event_cancelled/en/body.txt",
            "event_cancelled/en/body.html";
    RegistrationCancelled { event: EventFacts, by: CancelledBy, calendar: Option<CalendarPart> }
        de: "registration_cancelled/de/subject.txt", "registration_cancelled/de/body.txt",
            "registration_cancelled/de/body.html";
        en: "registration_cancelled/en/subject.txt", "registration_cancelled/en/body.txt",
            "registration_cancelled/en/body.html";
    Declined { event: EventFacts, reason: Option<String>, calendar: Option<CalendarPart> }
        de: "declined/de/subject.txt", "declined/de/body.txt", "declined/de/body.html";
        en: "declined/en/subject.txt", "declined/en/body.txt", "declined/en/body.html";
}

/// What every letter has.
#[derive(Clone, Copy)]
struct Page<'a> {
    network: &'a str,
    imprint_link: &'a str,
    privacy_link: &'a str,
    funding_notice: Option<&'a str>,
    /// Whom to greet.
    name: Option<&'a str>,
}

impl Words {
    /// Writes the letter to the person called `name`.
    pub(crate) fn of(
        letter: &Letter,
        head: &Letterhead,
        name: Option<&str>,
        language: Language,
    ) -> Result<Self, askama::Error> {
        let page = Page {
            network: &head.network,
            imprint_link: &head.imprint_link,
            privacy_link: &head.privacy_link,
            funding_notice: letter
                .event()
                .and_then(|event| event.funding_notice.as_deref()),
            name,
        };
        written(letter, &page, language)
    }
}
