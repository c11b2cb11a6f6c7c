//! Text with variables: written once, rendered for each person.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Deserializer, Serialize, Serializer, de::Error as _};

use crate::{Fault, Language, Line, Text, string_enum::string_enum};

string_enum! {
    /// What a text can say of the person who reads it.
    TextVariable {
        GivenName = "given name",
        FamilyName = "family name",
        /// The title of the event.
        Event = "event",
        /// Day and time of the event.
        Date = "date",
        Place = "place",
        /// The person's own link.
        Link = "link",
        /// The person's way through cafés.
        Way = "way",
        /// The workshops that the person attends.
        Workshops = "workshops",
    }
}

impl TextVariable {
    /// The name in braces, in German and in English. Both are understood, in capitals or not.
    const fn names(self) -> [&'static str; 2] {
        match self {
            Self::GivenName => ["Vorname", "FirstName"],
            Self::FamilyName => ["Nachname", "LastName"],
            Self::Event => ["Veranstaltung", "Event"],
            Self::Date => ["Datum", "Date"],
            Self::Place => ["Ort", "Place"],
            Self::Link => ["Link", "Link"],
            Self::Way => ["Weg", "Way"],
            Self::Workshops => ["Workshops", "Workshops"],
        }
    }

    /// Whether a subject may say it: one line, and no secret.
    const fn fits_a_line(self) -> bool {
        !matches!(self, Self::Link | Self::Way | Self::Workshops)
    }

    /// The variable as it is typed: *{Vorname}*.
    pub fn placeholder(self, language: Language) -> String {
        let [german, english] = self.names();
        match language {
            Language::De => format!("{{{german}}}"),
            Language::En => format!("{{{english}}}"),
        }
    }

    fn named(name: &str) -> Option<Self> {
        let is_named = |variable: &Self| {
            let names = variable.names().into_iter();
            names
                .chain([variable.as_str()])
                .any(|known| known.to_lowercase() == name.to_lowercase())
        };
        Self::ALL.iter().copied().find(is_named)
    }
}

/// What the variables stand for, for one person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct VariableValues(BTreeMap<TextVariable, String>);

impl VariableValues {
    /// Sets what a variable stands for. Blank values count as missing.
    pub fn set(&mut self, variable: TextVariable, value: impl Into<String>) {
        let value: String = value.into();
        if value.trim().is_empty() {
            self.0.remove(&variable);
        } else {
            self.0.insert(variable, value);
        }
    }
}

impl<V: Into<String>> FromIterator<(TextVariable, V)> for VariableValues {
    fn from_iter<I: IntoIterator<Item = (TextVariable, V)>>(values: I) -> Self {
        let mut collected = Self::default();
        for (variable, value) in values {
            collected.set(variable, value);
        }
        collected
    }
}

/// A text as one person reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RenderedText {
    pub text: String,
    /// The variables of the text that stay empty for this person.
    pub empty: BTreeSet<TextVariable>,
}

/// A text with variables in braces. Every variable that it names exists.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VariableText<T> {
    source: T,
    parts: Vec<Part>,
}

/// The subject of a mail with variables.
pub type VariableLine = VariableText<Line<200>>;

/// The text of a mail with variables.
pub type VariableBody = VariableText<Text<20_000>>;

#[derive(Debug, Clone, PartialEq, Eq)]
enum Part {
    Text(String),
    Variable(TextVariable),
}

impl<T: AsRef<str>> VariableText<T> {
    /// Reads the variables of a text. A brace without its counterpart on the same line is a brace.
    pub fn of(source: T) -> Result<Self, Fault> {
        let parts = parts_of(source.as_ref())?;
        Ok(Self { source, parts })
    }

    /// The text as it was typed.
    pub fn source(&self) -> &str {
        self.source.as_ref()
    }

    /// The variables that the text has, each once.
    pub fn variables(&self) -> BTreeSet<TextVariable> {
        let variables = self.parts.iter().filter_map(|part| match part {
            Part::Text(_) => None,
            Part::Variable(variable) => Some(*variable),
        });
        variables.collect()
    }

    /// The text for one person. Where a value is missing, nothing stands, and no second space before it.
    pub fn render(&self, values: &VariableValues) -> RenderedText {
        let mut text = String::with_capacity(self.source().len());
        let mut empty = BTreeSet::new();
        // Whether the last part was a missing value.
        let mut is_gap = false;
        for part in &self.parts {
            match part {
                Part::Text(part) => {
                    let follows_gap = is_gap && ends_open(&text);
                    let part = if follows_gap {
                        part.strip_prefix(' ').unwrap_or(part)
                    } else {
                        part
                    };
                    if is_gap && part.starts_with([',', '.', ';', ':', '!', '?', ')', '\n']) {
                        text.truncate(text.trim_end_matches(' ').len());
                    }
                    text.push_str(part);
                    is_gap = false;
                }
                Part::Variable(variable) => {
                    let value = values.0.get(variable);
                    is_gap = value.is_none();
                    if let Some(value) = value {
                        text.push_str(value);
                    } else {
                        empty.insert(*variable);
                    }
                }
            }
        }
        if is_gap {
            text.truncate(text.trim_end_matches(' ').len());
        }
        RenderedText { text, empty }
    }
}

/// Whether a word could begin at the end of the text.
fn ends_open(text: &str) -> bool {
    text.is_empty() || text.ends_with([' ', '\n'])
}

impl VariableLine {
    /// Parses one line with variables. A secret link is no part of a subject, which lists and mail programs show.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let line = Self::of(Line::parse(text)?)?;
        let mut variables = line.variables().into_iter();
        match variables.find(|variable| !variable.fits_a_line()) {
            Some(variable) => Err(Fault::NotInOneLine { variable }),
            None => Ok(line),
        }
    }
}

impl VariableBody {
    /// Parses a text with variables. It is not empty.
    pub fn parse(text: &str) -> Result<Self, Fault> {
        let text = Text::parse(text)?;
        if text.is_empty() {
            return Err(Fault::Missing);
        }
        Self::of(text)
    }
}

fn parts_of(source: &str) -> Result<Vec<Part>, Fault> {
    let mut parts = Vec::new();
    let mut literal = String::new();
    let mut rest = source;
    while let Some(begins) = rest.find('{') {
        let (before, braced) = rest.split_at(begins);
        literal.push_str(before);
        let inside = &braced[1..];
        let ends = inside.find(['{', '}', '\n']);
        let Some(ends) = ends.filter(|ends| inside[*ends..].starts_with('}')) else {
            literal.push('{');
            rest = inside;
            continue;
        };
        let name = inside[..ends].trim();
        let Some(variable) = TextVariable::named(name) else {
            return Err(Fault::NoSuchVariable {
                name: name.to_owned(),
            });
        };
        if !literal.is_empty() {
            parts.push(Part::Text(std::mem::take(&mut literal)));
        }
        parts.push(Part::Variable(variable));
        rest = &inside[ends + 1..];
    }
    literal.push_str(rest);
    if !literal.is_empty() {
        parts.push(Part::Text(literal));
    }
    Ok(parts)
}

impl<T: AsRef<str>> Serialize for VariableText<T> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.source())
    }
}

impl<'de, T: AsRef<str> + Deserialize<'de>> Deserialize<'de> for VariableText<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let source = T::deserialize(deserializer)?;
        Self::of(source).map_err(|fault| D::Error::custom(format!("{fault:?}")))
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::{TextVariable, VariableBody, VariableLine, VariableText, VariableValues};
    use crate::{Fault, Language};

    fn anna() -> VariableValues {
        [
            (TextVariable::GivenName, "Anna"),
            (TextVariable::FamilyName, "Jäger"),
            (TextVariable::Place, " "),
        ]
        .into_iter()
        .collect()
    }

    #[test]
    fn a_text_names_the_person_who_reads_it() {
        for source in [
            "Guten Tag {Vorname} {Nachname},",
            "Guten Tag {firstname} { LASTNAME },",
        ] {
            let text = VariableBody::parse(source).unwrap();
            let rendered = text.render(&anna());
            assert_eq!(rendered.text, "Guten Tag Anna Jäger,");
            assert!(rendered.empty.is_empty());
        }
    }

    #[test]
    fn a_missing_value_leaves_no_gap_and_is_listed() {
        let text = "Guten Tag {Vorname} {Nachname},\nin {Ort} um zehn.\n{Weg}";
        let text = VariableBody::parse(text).unwrap();
        let rendered = text.render(&VariableValues::from_iter([(
            TextVariable::FamilyName,
            "Jäger",
        )]));
        assert_eq!(rendered.text, "Guten Tag Jäger,\nin um zehn.\n");
        let empty: Vec<_> = rendered.empty.into_iter().collect();
        let missing = [
            TextVariable::GivenName,
            TextVariable::Place,
            TextVariable::Way,
        ];
        assert_eq!(empty, missing);
        let nobody = text.render(&VariableValues::default());
        assert!(nobody.text.starts_with("Guten Tag,\n"), "{nobody:?}");
    }

    #[test]
    fn an_unknown_variable_is_named() {
        let fault = VariableLine::parse("Hallo {Vorname} {Titel}").unwrap_err();
        let name = "Titel".to_owned();
        assert_eq!(fault, Fault::NoSuchVariable { name });
        assert_eq!(VariableBody::parse(" \n"), Err(Fault::Missing));
    }

    #[test]
    fn a_single_brace_is_a_brace() {
        for source in ["a { b", "a } b", "{\n}", "a {{Ort} b"] {
            let text = VariableBody::parse(source).unwrap();
            assert_eq!(text.source(), source);
        }
        let doubled = VariableBody::parse("{{Vorname}").unwrap();
        assert_eq!(doubled.render(&anna()).text, "{Anna");
    }

    #[test]
    fn every_variable_is_understood_in_both_languages() {
        for variable in TextVariable::ALL {
            for language in Language::ALL {
                let placeholder = variable.placeholder(*language);
                let text = VariableBody::parse(&placeholder).unwrap();
                assert!(text.variables().contains(variable));
                // A subject says no secret and has one line.
                let variable = *variable;
                let expected = match variable {
                    TextVariable::Link | TextVariable::Way | TextVariable::Workshops => {
                        Some(Fault::NotInOneLine { variable })
                    }
                    _ => None,
                };
                assert_eq!(VariableLine::parse(&placeholder).err(), expected);
            }
        }
    }

    proptest! {
        #[test]
        fn a_text_without_variables_stays_as_it_is(source in "[^{}]{0,80}") {
            let text = VariableText::of(source.clone()).unwrap();
            prop_assert_eq!(text.render(&anna()).text, source);
        }

        #[test]
        fn no_text_breaks_the_parser(source in "(\\{|\\}|Ort|Weg|\n| |ü)*") {
            if let Ok(text) = VariableText::of(source) {
                text.render(&VariableValues::default());
            }
        }
    }
}
