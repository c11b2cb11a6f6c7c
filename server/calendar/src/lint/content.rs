//! Lines to names, parameters and values (RFC 5545 §3.1 and §3.2, RFC 6868).

use super::{Findings, octets::Line};

/// A content line, taken apart. The value is as written, still escaped.
#[derive(Debug)]
pub(super) struct Property {
    pub(super) line: usize,
    pub(super) name: String,
    pub(super) parameters: Vec<Parameter>,
    pub(super) value: String,
}

/// A parameter, its values without quotes and decoded.
#[derive(Debug)]
pub(super) struct Parameter {
    pub(super) name: String,
    pub(super) values: Vec<String>,
}

impl Property {
    /// The parameter's value, where it has exactly one.
    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        let parameter = self.parameters.iter().find(|other| other.name == name)?;
        match parameter.values.as_slice() {
            [one] => Some(one),
            _ => None,
        }
    }
}

/// The lines that can be read; a finding for each other one.
pub(super) fn parse(lines: &[Line], findings: &mut Findings) -> Vec<Property> {
    let mut properties = Vec::new();
    for line in lines {
        match property(line) {
            Ok(property) => {
                repeated_parameters(&property, findings);
                properties.push(property);
            }
            Err((section, what)) => findings.add(line.number, section, what),
        }
    }
    properties
}

type Fault = (&'static str, &'static str);

fn property(line: &Line) -> Result<Property, Fault> {
    let (name, mut rest) = name(&line.text)?;
    let mut parameters = Vec::new();
    while let Some(text) = rest.strip_prefix(';') {
        let (parameter, after) = self::parameter(text)?;
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

fn name(text: &str) -> Result<(&str, &str), Fault> {
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

fn parameter(text: &str) -> Result<(Parameter, &str), Fault> {
    let (name, rest) = name(text)?;
    let mut rest = rest
        .strip_prefix('=')
        .ok_or(("RFC 5545 §3.2", "a parameter has no value"))?;
    let mut values = Vec::new();
    loop {
        let (value, after) = quoted_or_plain(rest)?;
        values.push(decoded(value)?);
        let Some(next) = after.strip_prefix(',') else {
            let name = name.to_owned();
            return Ok((Parameter { name, values }, after));
        };
        rest = next;
    }
}

fn quoted_or_plain(text: &str) -> Result<(&str, &str), Fault> {
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

fn decoded(value: &str) -> Result<String, Fault> {
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

fn repeated_parameters(property: &Property, findings: &mut Findings) {
    for (before, parameter) in property.parameters.iter().enumerate() {
        let earlier = &property.parameters[..before];
        if earlier.iter().any(|other| other.name == parameter.name) {
            let what = format!("{} is given twice", parameter.name);
            findings.add(property.line, "RFC 5545 §3.2", what);
        }
    }
}
