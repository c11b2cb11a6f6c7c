//! Explains why a mail was not delivered.

use model::Language;

use super::t;

/// The reason why a mail was not delivered, read from the text that the outbox keeps: a reply of the mail server
/// (RFC 5321 §4.2, RFC 3463), or a reason of our own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeliveryProblem {
    NoMailbox,
    NoDomain,
    LocalPart,
    /// A local part outside ASCII, for a server without SMTPUTF8 (RFC 6531).
    Letters,
    Full,
    TooLarge,
    Blocked,
    Later,
    SignIn,
    Unreachable,
    /// The row of the mail cannot be read. No mail server has seen the mail.
    Damaged,
    Other,
}

impl DeliveryProblem {
    /// Reads the text of `outbox.last_error` or `stopped_addresses.reason`.
    pub fn parse(text: &str) -> Self {
        if text.starts_with("inconsistent data") || text.starts_with("the database") {
            return Self::Damaged;
        }
        if let Some(text) = text.strip_prefix("mail server not reached: ") {
            return match Reply::parse(text) {
                Some(reply) if reply.rejects_sign_in() => Self::SignIn,
                _ => Self::Unreachable,
            };
        }
        if let Some(reply) = Reply::parse(original(text)) {
            return reply.problem();
        }
        if text.contains("SMTPUTF8") {
            Self::Letters
        } else if text.contains("for this domain") {
            Self::NoDomain
        } else if text.contains("before the @") {
            Self::LocalPart
        } else {
            Self::Other
        }
    }

    /// Whether another address may help.
    pub const fn is_about_address(self) -> bool {
        matches!(
            self,
            Self::NoMailbox | Self::NoDomain | Self::LocalPart | Self::Letters | Self::Other
        )
    }

    /// The explanation.
    pub fn text(self, language: Language) -> String {
        match self {
            Self::NoMailbox => t!(language => "mail-reason-no-mailbox"),
            Self::NoDomain => t!(language => "mail-reason-no-domain"),
            Self::LocalPart => t!(language => "mail-reason-local-part"),
            Self::Letters => t!(language => "mail-reason-letters"),
            Self::Full => t!(language => "mail-reason-full"),
            Self::TooLarge => t!(language => "mail-reason-too-large"),
            Self::Blocked => t!(language => "mail-reason-blocked"),
            Self::Later => t!(language => "mail-reason-later"),
            Self::SignIn => t!(language => "mail-reason-sign-in"),
            Self::Unreachable => t!(language => "mail-reason-unreachable"),
            Self::Damaged => t!(language => "mail-reason-damaged"),
            Self::Other => t!(language => "mail-reason-other"),
        }
    }
}

/// The text without what the outbox puts before a reply.
pub fn original(text: &str) -> &str {
    text.strip_prefix("refused: ").unwrap_or(text)
}

/// The codes of a reply: `550 5.1.1 …`.
struct Reply {
    code: u16,
    /// Class, subject and detail of the enhanced code, if there is one.
    enhanced: Option<[u16; 3]>,
}

impl Reply {
    fn parse(text: &str) -> Option<Self> {
        let mut words = text.split_whitespace();
        let code = words.next()?.parse().ok()?;
        let enhanced = words.next().and_then(|word| {
            let mut numbers = word.split('.').map(|number| number.parse().ok());
            let enhanced = [numbers.next()??, numbers.next()??, numbers.next()??];
            numbers.next().is_none().then_some(enhanced)
        });
        (200..600)
            .contains(&code)
            .then_some(Self { code, enhanced })
    }

    fn rejects_sign_in(&self) -> bool {
        matches!(self.code, 530 | 534 | 535 | 538) || self.enhanced == Some([5, 7, 8])
    }

    fn problem(&self) -> DeliveryProblem {
        if self.rejects_sign_in() {
            return DeliveryProblem::SignIn;
        }
        match self.enhanced {
            Some([_, 1, 2 | 10] | [5, 4, 4]) => DeliveryProblem::NoDomain,
            Some([5, 1, 7 | 8] | [5, 7, _]) => DeliveryProblem::Blocked,
            Some([5, 1, _] | [5, 2, 1]) => DeliveryProblem::NoMailbox,
            Some([_, 2, 2]) => DeliveryProblem::Full,
            Some([5, 2, 3] | [5, 3, 4]) => DeliveryProblem::TooLarge,
            Some([5, 6, 7]) => DeliveryProblem::Letters,
            Some([4, ..]) => DeliveryProblem::Later,
            _ => match self.code {
                550 | 551 | 553 => DeliveryProblem::NoMailbox,
                552 => DeliveryProblem::Full,
                554 => DeliveryProblem::Blocked,
                400..500 => DeliveryProblem::Later,
                _ => DeliveryProblem::Other,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use model::Language;

    use super::{DeliveryProblem, original};

    #[test]
    fn a_reply_is_explained_by_its_code() {
        for (text, problem) in [
            (
                "refused: 550 5.1.1 [address] User unknown",
                DeliveryProblem::NoMailbox,
            ),
            (
                "refused: 550 mailbox unavailable",
                DeliveryProblem::NoMailbox,
            ),
            (
                "refused: 550 5.1.2 Bad destination",
                DeliveryProblem::NoDomain,
            ),
            ("refused: 556 5.1.10 null MX", DeliveryProblem::NoDomain),
            ("refused: 552 5.2.2 over quota", DeliveryProblem::Full),
            ("refused: 452 4.2.2 over quota", DeliveryProblem::Full),
            ("refused: 552 5.3.4 too big", DeliveryProblem::TooLarge),
            (
                "refused: 550 5.7.1 Blocked by policy",
                DeliveryProblem::Blocked,
            ),
            ("refused: 554 Transaction failed", DeliveryProblem::Blocked),
            ("refused: 450 4.7.1 Greylisted", DeliveryProblem::Later),
            ("refused: 421 Try again later", DeliveryProblem::Later),
            ("refused: 500 What?", DeliveryProblem::Other),
        ] {
            assert_eq!(DeliveryProblem::parse(text), problem, "{text}");
        }
    }

    #[test]
    fn what_no_mail_server_said_is_not_blamed_on_one() {
        for (text, problem) in [
            (
                "inconsistent data in outbox.message of row 1",
                DeliveryProblem::Damaged,
            ),
            (
                "mail server not reached: no answer within 30 s",
                DeliveryProblem::Unreachable,
            ),
            (
                "mail server not reached: 535 5.7.8 authentication failed",
                DeliveryProblem::SignIn,
            ),
            (
                "refused: the mail server takes only addresses of Latin letters without accents \
                 before the @ (it offers no SMTPUTF8)",
                DeliveryProblem::Letters,
            ),
            (
                "refused: no mail server can be looked up for this domain",
                DeliveryProblem::NoDomain,
            ),
            (
                "refused: the mail system does not take the part before the @",
                DeliveryProblem::LocalPart,
            ),
        ] {
            assert_eq!(DeliveryProblem::parse(text), problem, "{text}");
        }
    }

    #[test]
    fn an_explanation_is_in_the_language_of_the_reader() {
        let text = "refused: 550 5.1.1 [address] User unknown";
        assert_eq!(original(text), "550 5.1.1 [address] User unknown");
        let problem = DeliveryProblem::parse(text);
        assert!(
            problem
                .text(Language::De)
                .starts_with("Diese Adresse gibt es")
        );
        assert!(
            problem
                .text(Language::En)
                .starts_with("The mail server does not know")
        );
    }
}
