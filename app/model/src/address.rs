//! An e-mail address that mail can be sent to.

use std::{borrow::Cow, fmt};

use serde::{Deserialize, Serialize};

use crate::Fault;

/// An address as a person typed it. Two of them belong to the same person if [`Self::lower`] is equal.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct EmailAddress(String);

impl EmailAddress {
    /// RFC 5321 §4.5.3.1.3: a path holds 256 octets, its angle brackets included.
    const MOST: usize = 254;

    /// The domain of stand-ins. RFC 2606 §2 reserves its last label, so that it never has a mail server.
    const NOWHERE: &str = "no-address.invalid";

    /// Parses the dot-atom form (RFC 5322 §3.4.1), with letters of any script (RFC 6531). Quoted
    /// local parts and address literals exist in standards only and are refused.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let text = composed(text.trim());
        if text.is_empty() {
            return Err(Fault::Missing);
        }
        if text.len() > Self::MOST {
            return Err(Fault::TooLong { most: Self::MOST });
        }
        match text.rsplit_once('@') {
            Some((local, domain)) if is_local_part(local) && is_domain(domain) => {
                Ok(Self(text.into_owned()))
            }
            _ => Err(Fault::NoAddress),
        }
    }

    /// Parses an address that is entered now: one that every mail server takes. Fewer than half of them
    /// offer SMTPUTF8 (RFC 6531), which a local part outside ASCII needs, and a domain that DNS cannot hold
    /// has no server. Stored addresses are read with [`Self::parse`].
    pub fn parse_deliverable(text: &str) -> Result<Self, Fault> {
        let address = Self::parse(text)?;
        if !address.local_part().is_ascii() {
            return Err(Fault::LocalPartNotAscii);
        }
        #[cfg(feature = "unicode")]
        if address.ascii_domain().is_none() {
            return Err(Fault::NoAddress);
        }
        Ok(address)
    }

    /// Stands in for the address of somebody who has none: as unique as `unique`, and never mailed to.
    pub fn stand_in(unique: impl fmt::Display) -> Self {
        Self(format!("{unique}@{}", Self::NOWHERE))
    }

    /// Whether nobody can be reached at it.
    pub fn is_stand_in(&self) -> bool {
        self.domain() == Self::NOWHERE
    }

    /// The address as people see it. Empty for whoever has none.
    pub fn shown(&self) -> &str {
        if self.is_stand_in() { "" } else { &self.0 }
    }

    /// The address as typed.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The form that addresses are compared by: lower case, the domain in ASCII. RFC 5321 §2.4 lets a
    /// server tell local parts of different case apart, but no server in use does.
    #[cfg(feature = "unicode")]
    pub fn lower(&self) -> String {
        use unicode_normalization::UnicodeNormalization;

        let local: String = self.local_part().to_lowercase().nfc().collect();
        let domain = self
            .ascii_domain()
            .unwrap_or_else(|| self.domain().to_lowercase());
        format!("{local}@{domain}")
    }

    /// The domain in ASCII, as DNS and every mail server know it: `xn--mller-kva.example` for
    /// `Müller.example` (UTS 46). `None` where it has no such form.
    #[cfg(feature = "unicode")]
    pub fn ascii_domain(&self) -> Option<String> {
        idna::domain_to_ascii_cow(self.domain().as_bytes(), idna::AsciiDenyList::STD3)
            .map(std::borrow::Cow::into_owned)
            .ok()
    }

    /// The spellings by which the address is searched: as typed, and with the domain in ASCII and in letters
    /// of its own script. Each is a search key.
    #[cfg(feature = "unicode")]
    pub fn spellings(&self) -> Vec<String> {
        let (domain, _) = idna::domain_to_unicode(self.domain());
        let local = self.local_part();
        let mut spellings = vec![
            crate::search_key(&self.0),
            crate::search_key(&format!("{local}@{domain}")),
            crate::search_key(&self.lower()),
        ];
        spellings.dedup();
        spellings
    }

    /// Whether both are addresses of one mailbox, however they are spelt.
    #[cfg(feature = "unicode")]
    pub fn is_mailbox_of(&self, other: &str) -> bool {
        self.0 == other || Self::parse(other).is_ok_and(|other| other.lower() == self.lower())
    }

    /// The part before the `@`.
    pub fn local_part(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(local, _)| local)
    }

    /// The part after the `@`.
    pub fn domain(&self) -> &str {
        self.0.rsplit_once('@').map_or("", |(_, domain)| domain)
    }
}

/// Composes letters and accents, as keyboards do (NFC): file names of macOS are decomposed, and so are
/// addresses copied from them.
#[cfg(feature = "unicode")]
fn composed(text: &str) -> Cow<'_, str> {
    use unicode_normalization::UnicodeNormalization;

    if text.is_ascii() {
        text.into()
    } else {
        text.nfc().collect::<String>().into()
    }
}

/// The browser's part has no tables of Unicode.
#[cfg(not(feature = "unicode"))]
fn composed(text: &str) -> Cow<'_, str> {
    text.into()
}

fn is_local_part(local: &str) -> bool {
    // RFC 5321 §4.5.3.1.1
    local.len() <= 64
        && local.split('.').all(|atom| {
            !atom.is_empty()
                && atom.chars().all(|c| {
                    c.is_ascii_alphanumeric() || "!#$%&'*+-/=?^_`{|}~".contains(c) || is_letter(c)
                })
        })
}

fn is_domain(domain: &str) -> bool {
    let labels: Vec<&str> = domain.split('.').collect();
    labels.len() >= 2
        && labels.iter().all(|label| {
            // RFC 1035 §2.3.4
            !label.is_empty()
                && label.len() <= 63
                && !label.starts_with('-')
                && !label.ends_with('-')
                && label
                    .chars()
                    .all(|c| c.is_ascii_alphanumeric() || c == '-' || is_letter(c))
        })
        && labels
            .last()
            .is_some_and(|top| !top.bytes().all(|b| b.is_ascii_digit()))
}

/// A letter or digit outside ASCII. Not `!c.is_ascii()`: that would let invisible and
/// direction-changing characters in.
fn is_letter(c: char) -> bool {
    !c.is_ascii() && c.is_alphanumeric()
}

impl fmt::Display for EmailAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl<'de> Deserialize<'de> for EmailAddress {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        Self::parse(&text).map_err(|fault| serde::de::Error::custom(format!("{fault:?}")))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::EmailAddress;
    use crate::Fault;

    #[test]
    fn addresses_people_have_are_taken() {
        for address in [
            "anja.obrien@vhsleipzig.example",
            " o'brien+treffen@sub.domain-x.example ",
            "jörg@müller.example",
            "x@xn--mller-kva.example",
        ] {
            assert!(EmailAddress::parse(address).is_ok(), "{address}");
        }
    }

    #[test]
    fn a_stand_in_is_an_address_that_nobody_is_reached_at() {
        let one = EmailAddress::stand_in("0197-a");
        assert!(one.is_stand_in());
        assert_eq!(one.shown(), "");
        assert_eq!(EmailAddress::parse(one.as_str()), Ok(one));
        let real = EmailAddress::parse("anna@partner.example").unwrap();
        assert!(!real.is_stand_in());
    }

    #[test]
    fn what_cannot_be_mailed_is_refused() {
        for text in [
            "",
            "anna",
            "anna@",
            "@x.example",
            "anna@localhost",
            "a b@x.example",
            "a@x..example",
            "a..b@x.example",
            ".a@x.example",
            "a@x.example, b@x.example",
            "a@-x.example",
            "a@1.2.3.4",
            "a@x.example\r\nBcc: b@x.example",
            "a\u{200b}@x.example",
            "\"a b\"@x.example",
            "a@[127.0.0.1]",
            "<a@x.example>",
        ] {
            assert!(EmailAddress::parse(text).is_err(), "{text:?}");
        }
    }

    #[test]
    fn what_a_mail_server_may_not_take_is_refused_where_it_is_typed() {
        let entered = EmailAddress::parse_deliverable;
        for address in ["o'brien+treffen@x.example", "anna@müller.example"] {
            assert!(entered(address).is_ok(), "{address}");
        }
        for address in ["jörg@x.example", "дима@müller.example"] {
            assert_eq!(entered(address), Err(Fault::LocalPartNotAscii), "{address}");
        }
        assert_eq!(entered("jörg@"), Err(Fault::NoAddress));
    }

    #[cfg(feature = "unicode")]
    #[test]
    fn a_domain_that_dns_cannot_hold_is_refused_where_it_is_typed() {
        let entered = EmailAddress::parse_deliverable("a@xn--\u{e4}.example");
        assert_eq!(entered, Err(Fault::NoAddress));
    }

    #[cfg(feature = "unicode")]
    #[test]
    fn spellings_of_the_same_address_are_equal_in_lower_case() {
        let lower = |text| EmailAddress::parse(text).unwrap().lower();
        assert_eq!(lower("Anna@Nord.Example"), "anna@nord.example");
        for spelling in [
            "JÖRG@Müller.example",
            "Jörg@XN--MLLER-KVA.example",
            "jo\u{308}rg@mu\u{308}ller.example",
            "jörg@ｍüller.ＥXAMPLE",
        ] {
            assert_eq!(lower(spelling), "jörg@xn--mller-kva.example");
        }
        // A domain without a form in ASCII is compared as it is.
        assert_eq!(lower("a@xn--\u{e4}.EXAMPLE"), "a@xn--\u{e4}.example");
    }

    #[cfg(feature = "unicode")]
    proptest! {
        #[test]
        fn spellings_of_a_domain_are_equal_in_lower_case(domain in "[a-zäöüéñ]{1,20}\\.[a-z]{2,5}") {
            use unicode_normalization::UnicodeNormalization;
            let lower = |domain: &str| {
                EmailAddress::parse(&format!("x@{domain}")).map(|address| address.lower())
            };
            let wide: String = domain
                .chars()
                .map(|c| match c {
                    'a'..='z' => char::from_u32(c as u32 + 0xfee0).unwrap(),
                    c => c,
                })
                .collect();
            let decomposed: String = domain.nfd().collect();
            for spelling in [decomposed, wide, domain.to_uppercase()] {
                prop_assert_eq!(lower(&spelling), lower(&domain));
            }
        }

        #[test]
        fn the_lower_form_is_its_own_lower_form(text in "\\PC{1,10}@[a-zäöüｍ-]{1,20}\\.example") {
            if let Ok(address) = EmailAddress::parse(&text) {
                if let Ok(lower) = EmailAddress::parse(&address.lower()) {
                    prop_assert_eq!(lower.lower(), address.lower());
                }
                prop_assert_eq!(EmailAddress::parse(address.as_str()), Ok(address));
            }
        }
    }

    proptest! {
        #[test]
        fn no_address_holds_a_character_that_ends_a_header(text in "(?s).{0,60}") {
            if let Ok(address) = EmailAddress::parse(&format!("{text}@x.example")) {
                prop_assert!(!address.as_str().contains(['\r', '\n', '\0', ' ', ',', '<', '>', '"']));
            }
        }
    }
}
