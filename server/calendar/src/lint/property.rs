//! Parses content lines to names, parameters and values (RFC 5545 §3.1 and §3.2, RFC 6868).

use super::{finding::Findings, unfold::Line};

/// A content line. The value is still escaped.
#[derive(Debug)]
pub(super) struct Property {
    pub(super) line: usize,
    pub(super) name: String,
    pub(super) parameters: Vec<Parameter>,
    pub(super) value: String,
}

/// A parameter. The values are unquoted and decoded.
#[derive(Debug)]
pub(super) struct Parameter {
    pub(super) name: String,
    pub(super) values: Vec<String>,
}

impl Property {
    /// The value of a parameter that has exactly one.
    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        let parameter = self.parameters.iter().find(|other| other.name == name)?;
        match parameter.values.as_slice() {
            [one] => Some(one),
            _ => None,
        }
    }
}

/// Parses the lines. Adds a finding for each malformed one and skips it.
pub(super) fn parse(lines: &[Line], findings: &mut Findings) -> Vec<Property> {
    let mut properties = Vec::new();
    for line in lines {
        match parse_property(line) {
            Ok(property) => {
                check_repeated_parameters(&property, findings);
                properties.push(property);
            }
            Err((section, message)) => findings.add(line.number, section, message),
        }
    }
    properties
}

/// The section and the violation.
type ParseError = (&'static str, &'static str);

fn parse_property(line: &Line) -> Result<Property, ParseError> {
    let (name, mut rest) = parse_name(&line.text)?;
    let mut parameters = Vec::new();
    while let Some(text) = rest.strip_prefix(';') {
        let (parameter, after) = parse_parameter(text)?;
        parameters.push(parameter);
        rest = after;
    }
    let value = rest
        .strip_prefix(':')
        .ok_or(("RFC 5545 §3.1", "no colon comes before the value"))?;
    Ok(Property {
        line: line.number,
        name: name.to_owned(),
        parameters,
        value: value.to_owned(),
    })
}

fn parse_name(text: &str) -> Result<(&str, &str), ParseError> {
    let end = text.find(|c: char| !c.is_ascii_uppercase() && !c.is_ascii_digit() && c != '-');
    let (name, rest) = text.split_at(end.unwrap_or(text.len()));
    if name.is_empty() {
        return Err((
            "RFC 5545 §3.1",
            "the line begins without an upper-case name",
        ));
    }
    Ok((name, rest))
}

fn parse_parameter(text: &str) -> Result<(Parameter, &str), ParseError> {
    let (name, rest) = parse_name(text)?;
    let mut rest = rest
        .strip_prefix('=')
        .ok_or(("RFC 5545 §3.2", "a parameter has no value"))?;
    let mut values = Vec::new();
    loop {
        let (value, after) = parse_parameter_value(rest)?;
        values.push(decode(value)?);
        let Some(next) = after.strip_prefix(',') else {
            let name = name.to_owned();
            return Ok((Parameter { name, values }, after));
        };
        rest = next;
    }
}

fn parse_parameter_value(text: &str) -> Result<(&str, &str), ParseError> {
    if let Some(quoted) = text.strip_prefix('"') {
        return quoted
            .split_once('"')
            .ok_or(("RFC 5545 §3.2", "a quoted parameter value does not end"));
    }
    let end = text.find([';', ':', ',', '"']).unwrap_or(text.len());
    let (value, rest) = text.split_at(end);
    if rest.starts_with('"') {
        return Err(("RFC 5545 §3.2", "a parameter value has a quote inside"));
    }
    Ok((value, rest))
}

fn decode(value: &str) -> Result<String, ParseError> {
    let mut text = String::new();
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        match (c, (c == '^').then(|| chars.next()).flatten()) {
            ('^', Some('n')) => text.push('\n'),
            ('^', Some('^')) => text.push('^'),
            ('^', Some('\'')) => text.push('"'),
            ('^', _) => return Err(("RFC 6868 §3.2", "a circumflex encodes nothing")),
            (c, _) => text.push(c),
        }
    }
    Ok(text)
}

fn check_repeated_parameters(property: &Property, findings: &mut Findings) {
    for (index, parameter) in property.parameters.iter().enumerate() {
        let earlier = &property.parameters[..index];
        if earlier.iter().any(|other| other.name == parameter.name) {
            let message = format!("{} is given twice", parameter.name);
            findings.add(property.line, "RFC 5545 §3.2", message);
        }
    }
}
