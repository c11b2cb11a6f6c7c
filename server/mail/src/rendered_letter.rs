//! Renders letters from their templates.

use std::sync::Arc;

use askama::Template;
use calendar::ItipMessage;
use jiff::SignedDuration;
use model::{Language, TextVariable, VariableValues, dates, nest_quotes};

use crate::{
    colour::css_colour,
    letter::Letter,
    letter_facts::{
        CancelledBy, ChangedField, EventFacts, InvitationEnd, InvitationLinks, InvitationNews,
        InvitedRole, LetterButton, LinkDisclosure, RegisteredBy, RemovalCause, SeriesPart,
        Standing, VisitFacts, WayBack, WishFacts, WorkshopFacts, WorkshopNews, WorkshopPage,
    },
    letterhead::Letterhead,
    message_text::MessageText,
    own_text::{CalendarNote, EnteredBy, OwnTextFacts, OwnTextLink},
    sanitize::{normalize_body, single_line},
};

/// Subject and body of a letter. Text and HTML have the same wording.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct RenderedLetter {
    pub subject: String,
    pub text: String,
    pub html: String,
}

/// The values that the templates of all letters can use.
#[derive(Clone, Copy)]
struct Context<'a> {
    network: &'a str,
    /// The network's accent colour, for CSS.
    colour: &'a str,
    imprint_link: &'a str,
    privacy_link: &'a str,
    funding_notice: Option<&'a str>,
    /// Date and time of the event; empty if the letter is not about one.
    when: &'a str,
    /// The name in the greeting.
    name: Option<&'a str>,
    /// What the network adds to the text.
    addition: Option<&'a MessageText>,
    /// The network's own close.
    closing: Option<&'a MessageText>,
}

impl RenderedLetter {
    /// Renders a letter. `name` is the name in the greeting.
    pub(crate) fn render(
        letter: &Letter,
        letterhead: &Letterhead,
        name: Option<&str>,
        language: Language,
    ) -> Result<Self, askama::Error> {
        let profile = letterhead.profile();
        let event = letter.event();
        let when = event
            .map(|event| dates::span(&event.start, &event.end, language, &profile.time_zone))
            .unwrap_or_default();
        let own = letterhead.own_words(letter.kind(), language);
        let usual = own.filter(|_| letter.is_usual());
        let values = event.map(|event| values(event, &when)).unwrap_or_default();
        let [text, addition, closing] = [
            usual.and_then(|own| own.text.as_ref()),
            usual.and_then(|own| own.addition.as_ref()),
            own.and_then(|own| own.closing.as_ref()),
        ]
        .map(|text| text.map(|text| MessageText::new(text.render(&values).text)));
        let context = Context {
            network: &profile.name,
            colour: css_colour(profile.hue),
            imprint_link: &profile.imprint_link,
            privacy_link: &profile.privacy_link,
            funding_notice: event.and_then(|event| event.funding_notice.as_deref()),
            when: &when,
            name,
            addition: addition.as_ref(),
            closing: closing.as_ref(),
        };
        // A title may have quotation marks of its own.
        let Self {
            subject,
            text: text_of_ours,
            html,
        } = render(letter, context, language)?;
        let own = usual.and_then(|own| own.subject.as_ref());
        let own = own.map(|own| single_line(&own.render(&values).text));
        let own = own.filter(|subject| !subject.trim().is_empty());
        let subject = own.unwrap_or(subject);
        let own_text = text.zip(OwnTextFacts::of(letter));
        let (text, html) = match own_text {
            Some((own, facts)) => own_text_bodies(&own, facts, context, (&subject, language))?,
            None => (text_of_ours, html),
        };
        let nested = |text: String| nest_quotes(&text).into_owned();
        Ok(Self {
            subject: nested(subject),
            text: nested(text),
            html: nested(html),
        })
    }
}

/// What the variables of a network's own words stand for.
fn values(event: &EventFacts, when: &str) -> VariableValues {
    let mut values = VariableValues::default();
    values.set(TextVariable::Event, event.title.as_str());
    values.set(TextVariable::Date, when);
    values.set(
        TextVariable::Place,
        event.place.as_deref().unwrap_or_default(),
    );
    values
}

/// The text and the HTML of a letter with a network's own text.
fn own_text_bodies(
    text: &MessageText,
    facts: OwnTextFacts<'_>,
    context: Context<'_>,
    (subject, language): (&str, Language),
) -> Result<(String, String), askama::Error> {
    let letter = OwnTextValues {
        context,
        subject,
        text,
        event: facts.event,
        timetable: facts.timetable,
        facts,
    };
    let (text, html) = match language {
        Language::De => (
            OwnTextDe { letter: &letter }.render()?,
            OwnHtmlDe { letter: &letter }.render()?,
        ),
        Language::En => (
            OwnTextEn { letter: &letter }.render()?,
            OwnHtmlEn { letter: &letter }.render()?,
        ),
    };
    Ok((normalize_body(&text), normalize_body(&html)))
}

/// The values of the templates of an own text. Those that other letters share have the names that they have there.
struct OwnTextValues<'a> {
    context: Context<'a>,
    subject: &'a str,
    text: &'a MessageText,
    event: &'a EventFacts,
    timetable: &'a [VisitFacts],
    facts: OwnTextFacts<'a>,
}

macro_rules! own_text_templates {
    ($($name:ident: $path:literal;)+) => {$(
        #[derive(Template)]
        #[template(path = $path)]
        struct $name<'a> {
            letter: &'a OwnTextValues<'a>,
        }
    )+};
}

own_text_templates! {
    OwnTextDe: "own_text/de/body.txt";
    OwnHtmlDe: "own_text/de/body.html";
    OwnTextEn: "own_text/en/body.txt";
    OwnHtmlEn: "own_text/en/body.html";
}

/// Declares `render`, which renders the templates of a letter in a language. In a template, `letter` has
/// the `context`, the `subject`, and the values listed for its letter. askama checks their use at
/// compile time, and needs each path as a literal.
macro_rules! letter_templates {
    ($($name:ident { $($value:ident: $type:ty),+ }
        de: $de_subject:literal, $de_text:literal, $de_html:literal;
        en: $en_subject:literal, $en_text:literal, $en_html:literal;)+) => {
        fn render(
            letter: &Letter,
            context: Context<'_>,
            language: Language,
        ) -> Result<RenderedLetter, askama::Error> {
            match letter {$(
                Letter::$name { $($value,)+ .. } => match language {
                    Language::De => letter_templates!(@ context, { $($value: $type),+ }, $de_subject, $de_text, $de_html),
                    Language::En => letter_templates!(@ context, { $($value: $type),+ }, $en_subject, $en_text, $en_html),
                },
            )+}
        }
    };
    (@ $context:ident, { $($value:ident: $type:ty),+ }, $subject:literal, $text:literal, $html:literal) => {{
        struct Values<'a> {
            context: Context<'a>,
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

        let mut letter = Values { context: $context, subject: "", $($value),+ };
        let subject = single_line(&Subject { letter: &letter }.render()?);
        letter.subject = &subject;
        let text = normalize_body(&Text { letter: &letter }.render()?);
        let html = normalize_body(&Html { letter: &letter }.render()?);
        Ok(RenderedLetter { subject, text, html })
    }};
}

letter_templates! {
    SignInLink { link: String, valid_for: SignedDuration }
        de: "sign_in_link/de/subject.txt", "sign_in_link/de/body.txt", "sign_in_link/de/body.html";
        en: "sign_in_link/en/subject.txt", "sign_in_link/en/body.txt", "sign_in_link/en/body.html";
    MemberInvited { link: String, valid_for: SignedDuration, role: InvitedRole, inviter: String }
        de: "member_invited/de/subject.txt", "member_invited/de/body.txt", "member_invited/de/body.html";
        en: "member_invited/en/subject.txt", "member_invited/en/body.txt", "member_invited/en/body.html";
    ConfirmAddress {
        event: Arc<EventFacts>, link: String, valid_for: SignedDuration, entered_by: Option<String>
    }
        de: "confirm_address/de/subject.txt", "confirm_address/de/body.txt",
            "confirm_address/de/body.html";
        en: "confirm_address/en/subject.txt", "confirm_address/en/body.txt",
            "confirm_address/en/body.html";
    Invitation {
        event: Arc<EventFacts>, news: InvitationNews, links: InvitationLinks,
        opt_out_link: String, calendar: Option<ItipMessage>
    }
        de: "invitation/de/subject.txt", "invitation/de/body.txt", "invitation/de/body.html";
        en: "invitation/en/subject.txt", "invitation/en/body.txt", "invitation/en/body.html";
    InvitationEnded {
        event: Arc<EventFacts>, end: InvitationEnd, reason: Option<String>,
        calendar: Option<ItipMessage>
    }
        de: "invitation_ended/de/subject.txt", "invitation_ended/de/body.txt",
            "invitation_ended/de/body.html";
        en: "invitation_ended/en/subject.txt", "invitation_ended/en/body.txt",
            "invitation_ended/en/body.html";
    SeatConfirmed {
        event: Arc<EventFacts>, registered_by: RegisteredBy, note: Option<String>, personal_link: String
    }
        de: "seat_confirmed/de/subject.txt", "seat_confirmed/de/body.txt", "seat_confirmed/de/body.html";
        en: "seat_confirmed/en/subject.txt", "seat_confirmed/en/body.txt", "seat_confirmed/en/body.html";
    Waitlisted {
        event: Arc<EventFacts>, registered_by: RegisteredBy, note: Option<String>, position: u32,
        personal_link: String
    }
        de: "waitlisted/de/subject.txt", "waitlisted/de/body.txt", "waitlisted/de/body.html";
        en: "waitlisted/en/subject.txt", "waitlisted/en/body.txt", "waitlisted/en/body.html";
    Undecided {
        event: Arc<EventFacts>, registered_by: RegisteredBy, note: Option<String>, personal_link: String
    }
        de: "undecided/de/subject.txt", "undecided/de/body.txt", "undecided/de/body.html";
        en: "undecided/en/subject.txt", "undecided/en/body.txt", "undecided/en/body.html";
    Promoted { event: Arc<EventFacts>, note: Option<String>, personal_link: String }
        de: "promoted/de/subject.txt", "promoted/de/body.txt", "promoted/de/body.html";
        en: "promoted/en/subject.txt", "promoted/en/body.txt", "promoted/en/body.html";
    AlreadyRegistered { event: Arc<EventFacts>, personal_link: String }
        de: "already_registered/de/subject.txt", "already_registered/de/body.txt",
            "already_registered/de/body.html";
        en: "already_registered/en/subject.txt", "already_registered/en/body.txt",
            "already_registered/en/body.html";
    AlreadyWaiting { event: Arc<EventFacts>, position: u32, personal_link: String }
        de: "already_waiting/de/subject.txt", "already_waiting/de/body.txt",
            "already_waiting/de/body.html";
        en: "already_waiting/en/subject.txt", "already_waiting/en/body.txt",
            "already_waiting/en/body.html";
    AlreadyDeclined { event: Arc<EventFacts> }
        de: "already_declined/de/subject.txt", "already_declined/de/body.txt",
            "already_declined/de/body.html";
        en: "already_declined/en/subject.txt", "already_declined/en/body.txt",
            "already_declined/en/body.html";
    EventChanged {
        event: Arc<EventFacts>, changes: Vec<ChangedField>, personal_link: String, calendar: Option<ItipMessage>
    }
        de: "event_changed/de/subject.txt", "event_changed/de/body.txt",
            "event_changed/de/body.html";
        en: "event_changed/en/subject.txt", "event_changed/en/body.txt",
            "event_changed/en/body.html";
    WayPublished { event: Arc<EventFacts>, changes: Vec<ChangedField>, personal_link: String }
        de: "way_published/de/subject.txt", "way_published/de/body.txt",
            "way_published/de/body.html";
        en: "way_published/en/subject.txt", "way_published/en/body.txt",
            "way_published/en/body.html";
    WorkshopEntered {
        event: Arc<EventFacts>, workshop: VisitFacts, changes: Vec<ChangedField>,
        timetable: Vec<VisitFacts>, part: SeriesPart, personal_link: String
    }
        de: "workshop_entered/de/subject.txt", "workshop_entered/de/body.txt",
            "workshop_entered/de/body.html";
        en: "workshop_entered/en/subject.txt", "workshop_entered/en/body.txt",
            "workshop_entered/en/body.html";
    WorkshopRemoved {
        event: Arc<EventFacts>, workshop: VisitFacts, cause: RemovalCause,
        timetable: Vec<VisitFacts>, personal_link: Option<String>
    }
        de: "workshop_removed/de/subject.txt", "workshop_removed/de/body.txt",
            "workshop_removed/de/body.html";
        en: "workshop_removed/en/subject.txt", "workshop_removed/en/body.txt",
            "workshop_removed/en/body.html";
    Workshop {
        event: Arc<EventFacts>, news: WorkshopNews, workshop: WorkshopFacts, page: WorkshopPage,
        personal_link: String, calendar: Option<ItipMessage>
    }
        de: "workshop/de/subject.txt", "workshop/de/body.txt", "workshop/de/body.html";
        en: "workshop/en/subject.txt", "workshop/en/body.txt", "workshop/en/body.html";
    WishReminder {
        event: Arc<EventFacts>, wishes: WishFacts, least: Option<u32>, personal_link: String
    }
        de: "wish_reminder/de/subject.txt", "wish_reminder/de/body.txt", "wish_reminder/de/body.html";
        en: "wish_reminder/en/subject.txt", "wish_reminder/en/body.txt", "wish_reminder/en/body.html";
    Message {
        heading: String, text: MessageText, buttons: Vec<LetterButton>,
        link_disclosure: LinkDisclosure, opt_out_link: Option<String>,
        calendar: Option<ItipMessage>
    }
        de: "message/de/subject.txt", "message/de/body.txt", "message/de/body.html";
        en: "message/en/subject.txt", "message/en/body.txt", "message/en/body.html";
    EventCancelled {
        event: Arc<EventFacts>, registered_by: RegisteredBy, standing: Standing, reason: String,
        calendar: Option<ItipMessage>
    }
        de: "event_cancelled/de/subject.txt", "event_cancelled/de/body.txt",
            "event_cancelled/de/body.html";
        en: "event_cancelled/en/subject.txt", "event_cancelled/en/body.txt",
            "event_cancelled/en/body.html";
    RegistrationCancelled {
        event: Arc<EventFacts>, by: CancelledBy, registered_by: RegisteredBy, standing: Standing,
        calendar: Option<ItipMessage>
    }
        de: "registration_cancelled/de/subject.txt", "registration_cancelled/de/body.txt",
            "registration_cancelled/de/body.html";
        en: "registration_cancelled/en/subject.txt", "registration_cancelled/en/body.txt",
            "registration_cancelled/en/body.html";
    Declined {
        event: Arc<EventFacts>, registered_by: RegisteredBy, standing: Standing,
        reason: Option<String>, calendar: Option<ItipMessage>
    }
        de: "declined/de/subject.txt", "declined/de/body.txt", "declined/de/body.html";
        en: "declined/en/subject.txt", "declined/en/body.txt", "declined/en/body.html";
}
