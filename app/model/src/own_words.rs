//! A network's own words in its automatic mails.

use serde::{Deserialize, Serialize};

use crate::{
    Fault, Faults, Language, MailKind, Text, TextVariable, VariableBody, VariableLine, VariableText,
};

/// The kinds of mail that have words of ours. Organisers write the others themselves.
pub const KINDS_WITH_OWN_WORDS: [MailKind; 16] = [
    MailKind::ConfirmAddress,
    MailKind::SeatConfirmed,
    MailKind::Waitlisted,
    MailKind::Undecided,
    MailKind::Promoted,
    MailKind::AlreadyRegistered,
    MailKind::EventChanged,
    MailKind::EventCancelled,
    MailKind::RegistrationCancelled,
    MailKind::Declined,
    MailKind::InvitationEnded,
    MailKind::WayPublished,
    MailKind::WorkshopEntered,
    MailKind::WorkshopRemoved,
    MailKind::WorkshopSeat,
    MailKind::WishReminder,
];

/// The kinds whose sentences depend on what has happened, so that no one text of a network's own fits.
pub const KINDS_WITHOUT_OWN_TEXT: [MailKind; 2] =
    [MailKind::WorkshopRemoved, MailKind::WorkshopSeat];

/// The variables that own words can have: what every reader of a mail about an event may know.
pub const VARIABLES_OF_OWN_WORDS: [TextVariable; 3] =
    [TextVariable::Event, TextVariable::Date, TextVariable::Place];

/// A network's own words in the mails of one kind, in one language. The facts, the links and the calendar entry of a
/// mail are not among them: they have to be right. What is `None` is said in words of ours.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct OwnWords {
    pub kind: MailKind,
    pub language: Language,
    pub subject: Option<VariableLine>,
    /// Stands in place of our sentences. `None` in what earlier versions stored.
    #[serde(default)]
    pub text: Option<VariableBody>,
    /// Stands below the text of the mail.
    pub addition: Option<VariableBody>,
    /// Stands in place of the complimentary close and the network's name.
    pub closing: Option<VariableBody>,
}

impl OwnWords {
    /// Parses what an owner typed. Blank fields are `None`.
    pub fn parse(
        (kind, language): (MailKind, Language),
        [subject, text, addition, closing]: [&str; 4],
    ) -> Result<Self, Faults> {
        let mut faults = Faults::none();
        let subject = faults.keep("subject", line(subject));
        let text = faults.keep("text", body(text));
        let addition = faults.keep("addition", body(addition));
        let closing = faults.keep("closing", body(closing));
        let words = subject.zip(text).zip(addition).zip(closing);
        faults.or(words.map(|(((subject, text), addition), closing)| Self {
            kind,
            language,
            subject,
            text,
            addition,
            closing,
        }))
    }

    /// Whether everything is said in words of ours.
    pub fn is_empty(&self) -> bool {
        self.subject.is_none()
            && self.text.is_none()
            && self.addition.is_none()
            && self.closing.is_none()
    }
}

fn line(typed: &str) -> Result<Option<VariableLine>, Fault> {
    if typed.trim().is_empty() {
        return Ok(None);
    }
    checked(VariableLine::parse(typed)?).map(Some)
}

fn body(typed: &str) -> Result<Option<VariableBody>, Fault> {
    let text = Text::<2_000>::parse(typed)?;
    if text.is_empty() {
        return Ok(None);
    }
    checked(VariableBody::parse(text.as_str())?).map(Some)
}

/// Refuses variables that not every mail about an event has.
fn checked<T: AsRef<str>>(text: VariableText<T>) -> Result<VariableText<T>, Fault> {
    let mut variables = text.variables().into_iter();
    match variables.find(|variable| !VARIABLES_OF_OWN_WORDS.contains(variable)) {
        Some(variable) => Err(Fault::NotInOwnWords { variable }),
        None => Ok(text),
    }
}

#[cfg(test)]
mod tests {
    use super::OwnWords;
    use crate::{Fault, Faults, Language, MailKind, TextVariable};

    const SEAT: (MailKind, Language) = (MailKind::SeatConfirmed, Language::De);

    #[test]
    fn blank_fields_are_words_of_ours() {
        let words = OwnWords::parse(SEAT, ["", "\n", " ", "\n"]).unwrap();
        assert!(words.is_empty());
        let words =
            OwnWords::parse(SEAT, ["Willkommen: {Veranstaltung}", "Schön!", "", ""]).unwrap();
        assert!(!words.is_empty());
        let json = serde_json::to_string(&words).unwrap();
        assert_eq!(serde_json::from_str::<OwnWords>(&json).unwrap(), words);
        let earlier = json.replace(r#""text":"Schön!","#, "");
        let earlier: OwnWords = serde_json::from_str(&earlier).unwrap();
        assert_eq!(
            earlier,
            OwnWords {
                text: None,
                ..words
            }
        );
    }

    #[test]
    fn what_only_some_mails_can_say_is_refused() {
        let faults =
            OwnWords::parse(SEAT, ["{Titel}", "{Link}", "{Weg}", "{Vorname}"]).unwrap_err();
        let mut expected = Faults::none();
        let name = "Titel".to_owned();
        expected.add("subject", Fault::NoSuchVariable { name });
        for (field, variable) in [
            ("text", TextVariable::Link),
            ("addition", TextVariable::Way),
            ("closing", TextVariable::GivenName),
        ] {
            expected.add(field, Fault::NotInOwnWords { variable });
        }
        assert_eq!(faults, expected);
    }
}
