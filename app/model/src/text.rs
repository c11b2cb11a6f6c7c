//! Text that people type: trimmed, limited, free of control and invisible characters.

use std::borrow::Cow;

use serde::Serialize;

use crate::{
    Fault,
    invisible::{is_blank, is_invisible, shapes_neighbours},
};

/// Characters that change the direction of text around them (Unicode's explicit bidirectional
/// controls). In a name they could make a mail's header or a list's line read as something else;
/// right-to-left letters do not need them.
const fn overrides_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

const fn separates_lines(c: char) -> bool {
    matches!(c, '\u{2028}' | '\u{2029}')
}

/// Removes characters that cannot be seen, as text from web pages and documents carries them, and what
/// cannot be seen around the text. Text without a visible character becomes empty.
fn visible(text: &str) -> Cow<'_, str> {
    let removed = |c: char| is_invisible(c) && !shapes_neighbours(c) && !overrides_direction(c);
    let text: Cow<'_, str> = if text.contains(removed) {
        text.replace(removed, "").into()
    } else {
        text.into()
    };
    let outer = |c: char| c.is_whitespace() || is_blank(c);
    let begins = text.find(|c| !outer(c) && !is_invisible(c) || overrides_direction(c));
    let Some(begins) = begins else {
        return "".into();
    };
    // A joiner or selector at the end belongs to the character before it.
    match text {
        Cow::Borrowed(text) => text[begins..].trim_end_matches(outer).into(),
        Cow::Owned(text) => text[begins..].trim_end_matches(outer).to_owned().into(),
    }
}

/// One line of text, at most `MOST` characters, never empty.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Line<const MOST: usize = 200>(String);

impl<const MOST: usize> Line<MOST> {
    /// Parses a line. White space around it is removed, and invisible characters everywhere.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        Self::stored(&visible(text))
    }

    /// Parses a line that this or an earlier version stored. Invisible characters stay: answers refer to
    /// options by their letters.
    pub fn stored(text: &str) -> Result<Self, Fault> {
        let text = text.trim();
        if text.is_empty() {
            Err(Fault::Missing)
        } else if text.chars().count() > MOST {
            Err(Fault::TooLong { most: MOST })
        } else if text
            .chars()
            .any(|c| c.is_control() || separates_lines(c) || overrides_direction(c))
        {
            Err(Fault::Unprintable)
        } else {
            Ok(Self(text.to_owned()))
        }
    }

    /// `None` where nothing was entered.
    pub fn optional(text: &str) -> Result<Option<Self>, Fault> {
        match Self::parse(text) {
            Ok(line) => Ok(Some(line)),
            Err(Fault::Missing) => Ok(None),
            Err(fault) => Err(fault),
        }
    }

    /// The same line where a longer one may stand.
    pub fn widened<const WIDER: usize>(&self) -> Line<WIDER> {
        const { assert!(WIDER >= MOST) };
        Line(self.0.clone())
    }

    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// Text of several lines, at most `MOST` characters; may be empty. Line breaks are `\n`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Hash, Serialize)]
#[serde(transparent)]
pub struct Text<const MOST: usize = 20_000>(String);

impl<const MOST: usize> Text<MOST> {
    /// Parses a text. White space around it is removed.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let text = text.replace("\r\n", "\n").replace('\r', "\n");
        let text = text.trim();
        if text.chars().count() > MOST {
            Err(Fault::TooLong { most: MOST })
        } else if text
            .chars()
            .any(|c| (c.is_control() && c != '\n' && c != '\t') || overrides_direction(c))
        {
            Err(Fault::Unprintable)
        } else {
            Ok(Self(text.to_owned()))
        }
    }

    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing was written.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

/// The part of a public address that names an event or a network: `a-z`, `0-9` and single hyphens.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct Slug(String);

impl Slug {
    const MOST: usize = 80;

    /// A slug that was stored or is part of an address.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let sound = !text.is_empty()
            && !text.starts_with('-')
            && !text.ends_with('-')
            && !text.contains("--")
            && text
                .bytes()
                .all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'-');
        if text.len() > Self::MOST {
            Err(Fault::TooLong { most: Self::MOST })
        } else if sound {
            Ok(Self(text.to_owned()))
        } else {
            Err(Fault::Unprintable)
        }
    }

    /// A slug that reads like the title: German umlauts written out, other accents removed, a hyphen
    /// for everything that is neither a Latin letter nor a digit. A title without either gives `event`.
    #[cfg(feature = "unicode")]
    pub fn from_title(title: &str) -> Self {
        use unicode_normalization::UnicodeNormalization;

        let mut written_out = String::with_capacity(title.len());
        for c in title.nfkc().flat_map(char::to_lowercase) {
            match c {
                'ä' => written_out.push_str("ae"),
                'ö' => written_out.push_str("oe"),
                'ü' => written_out.push_str("ue"),
                c => written_out.push(c),
            }
        }
        let mut slug = String::new();
        for c in crate::search_key(&written_out).chars() {
            match c {
                'a'..='z' | '0'..='9' => slug.push(c),
                _ if slug.ends_with('-') || slug.is_empty() => {}
                _ => slug.push('-'),
            }
            if slug.len() >= 60 {
                break;
            }
        }
        let slug = slug.trim_matches('-');
        Self(if slug.is_empty() { "event" } else { slug }.to_owned())
    }

    /// The same slug with a distinguishing end.
    #[must_use]
    pub fn with_suffix(&self, suffix: &str) -> Self {
        Self(format!("{}-{suffix}", self.0))
    }

    /// The text itself.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

macro_rules! reads_as_text {
    ($({$($generics:tt)*} $name:ty: $parse:ident),+) => {$(
        impl<$($generics)*> std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl<$($generics)*> AsRef<str> for $name {
            fn as_ref(&self) -> &str {
                &self.0
            }
        }

        impl<'de, $($generics)*> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text: String = serde::Deserialize::deserialize(deserializer)?;
                Self::$parse(&text).map_err(|fault| serde::de::Error::custom(format!("{fault:?}")))
            }
        }
    )+};
}

pub(crate) use reads_as_text;

reads_as_text!(
    {const MOST: usize} Line<MOST>: stored,
    {const MOST: usize} Text<MOST>: parse,
    {} Slug: parse
);

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    #[cfg(feature = "unicode")]
    use super::Slug;
    use super::{Line, Text};
    use crate::Fault;

    #[test]
    fn a_line_break_in_a_name_is_refused() {
        assert_eq!(
            Line::<50>::parse("Anna\r\nBcc: x@y.example"),
            Err(Fault::Unprintable)
        );
        assert_eq!(Line::<50>::parse("Anna\u{2028}x"), Err(Fault::Unprintable));
        assert_eq!(Line::<50>::parse("\u{202e}annA"), Err(Fault::Unprintable));
    }

    #[test]
    fn right_to_left_letters_and_emoji_are_welcome() {
        for name in ["נועה", "علي", "👩🏽‍💻 Jörg", "O'Brien \"Bo\""] {
            assert_eq!(Line::<50>::parse(name).as_ref().map(Line::as_str), Ok(name));
        }
    }

    #[test]
    fn what_cannot_be_seen_is_no_name() {
        for nothing in [
            "\u{200b}",
            "\u{2800}",
            "\u{3164}",
            "\u{ad}",
            "\u{fe0f}",
            "\u{200d}",
            " \u{feff}\u{a0}",
        ] {
            assert_eq!(
                Line::<50>::parse(nothing),
                Err(Fault::Missing),
                "{nothing:?}"
            );
            assert_eq!(Line::<50>::optional(nothing), Ok(None), "{nothing:?}");
        }
        for name in [
            "\u{200b}Anna",
            "An\u{ad}na\u{2800}",
            "\u{feff}Anna\u{200e} ",
            "\u{3164}Anna",
        ] {
            let line = Line::<50>::parse(name);
            assert_eq!(line.as_ref().map(Line::as_str), Ok("Anna"), "{name:?}");
        }
    }

    #[test]
    fn a_line_that_is_stored_stays_as_it_is() {
        let line = Line::<50>::stored("An\u{200b}na");
        assert_eq!(line.as_ref().map(Line::as_str), Ok("An\u{200b}na"));
    }

    #[test]
    fn length_counts_characters_not_bytes() {
        assert!(Line::<3>::parse("äöü").is_ok());
        assert_eq!(Line::<3>::parse("äöüß"), Err(Fault::TooLong { most: 3 }));
    }

    #[cfg(feature = "unicode")]
    #[test]
    fn a_title_becomes_a_readable_slug() {
        assert_eq!(
            Slug::from_title("Landesweites Netzwerktreffen – Größe & Übung!").as_str(),
            "landesweites-netzwerktreffen-groesse-uebung"
        );
        assert_eq!(
            Slug::from_title("A\u{308}pfel, Øl & Ďábel in Łódź").as_str(),
            "aepfel-ol-dabel-in-lodz"
        );
        assert_eq!(
            Slug::from_title("Ｕ\u{308}bung\u{a0} 2").as_str(),
            "uebung-2"
        );
        assert_eq!(Slug::from_title("会議").as_str(), "event");
    }

    #[cfg(feature = "unicode")]
    proptest! {
        #[test]
        fn every_title_gives_a_slug_that_parses(title in ".{0,200}") {
            let slug = Slug::from_title(&title);
            prop_assert_eq!(Slug::parse(slug.as_str()), Ok(slug));
        }
    }

    proptest! {
        #[test]
        fn a_parsed_line_parses_to_itself(text in "(?s).{0,60}") {
            if let Ok(line) = Line::<60>::parse(&text) {
                prop_assert_eq!(Line::parse(line.as_str()), Ok(line.clone()));
                prop_assert_eq!(Line::stored(line.as_str()), Ok(line));
            }
        }

        #[test]
        fn no_text_keeps_a_carriage_return(text in "(?s).{0,200}") {
            if let Ok(text) = Text::<500>::parse(&text) {
                prop_assert!(!text.as_str().contains('\r'));
            }
        }
    }
}
