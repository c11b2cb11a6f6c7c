//! Checks the syntax of values and the parameters of properties (RFC 5545 §3.2 and §3.3).

use jiff::civil::DateTime;

use super::{finding::Findings, property::Property};

/// The form of a `DATE-TIME` (RFC 5545 §3.3.5).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum TimeForm {
    Local,
    Utc,
}

pub(super) fn check(property: &Property, findings: &mut Findings) {
    let value = property.value.as_str();
    let (section, is_valid) = match property.name.as_str() {
        "PRODID" | "TZID" => ("RFC 5545 §3.3.11", is_text(value) && !value.is_empty()),
        "SUMMARY" => (
            "RFC 5545 §3.3.11",
            is_text(value) && !value.trim().is_empty(),
        ),
        "DESCRIPTION" | "LOCATION" | "TZNAME" => ("RFC 5545 §3.3.11", is_text(value)),
        "UID" => ("RFC 7986 §5.3", is_uid(value)),
        "SEQUENCE" => ("RFC 5545 §3.3.8", is_natural(value)),
        "URL" => ("RFC 5545 §3.3.13", is_uri(value)),
        "ORGANIZER" | "ATTENDEE" => ("RFC 5545 §3.3.3", is_mailto(value)),
        "DTSTAMP" => (
            "RFC 5545 §3.8.7.2",
            matches!(date_time(value), Some((_, TimeForm::Utc))),
        ),
        "DTSTART" | "DTEND" => ("RFC 5545 §3.3.5", date_time(value).is_some()),
        "TZOFFSETFROM" | "TZOFFSETTO" => ("RFC 5545 §3.3.14", utc_offset(value).is_some()),
        _ => return check_parameters(property, findings),
    };
    if !is_valid {
        let message = format!("{} has no right value", property.name);
        findings.add(property.line, section, message);
    }
    check_parameters(property, findings);
}

fn check_parameters(property: &Property, findings: &mut Findings) {
    let known: &[&str] = match property.name.as_str() {
        "DTSTART" | "DTEND" => &["TZID"],
        "ORGANIZER" => &["CN"],
        "ATTENDEE" => &["CN", "CUTYPE", "ROLE", "PARTSTAT", "RSVP"],
        _ => &[],
    };
    for parameter in &property.parameters {
        let name = parameter.name.as_str();
        if !known.contains(&name) {
            let message = format!("{name} does not belong on {}", property.name);
            findings.add(property.line, "RFC 5545 §3.2", message);
            continue;
        }
        let allowed: &[&str] = match name {
            "CUTYPE" => &["INDIVIDUAL", "GROUP", "RESOURCE", "ROOM", "UNKNOWN"],
            "ROLE" => &[
                "CHAIR",
                "REQ-PARTICIPANT",
                "OPT-PARTICIPANT",
                "NON-PARTICIPANT",
            ],
            "PARTSTAT" => &[
                "NEEDS-ACTION",
                "ACCEPTED",
                "DECLINED",
                "TENTATIVE",
                "DELEGATED",
            ],
            "RSVP" => &["TRUE", "FALSE"],
            _ => &[],
        };
        let is_valid = match parameter.values.as_slice() {
            [value] if allowed.is_empty() => !value.trim().is_empty() && !value.contains('\n'),
            [value] => allowed.contains(&value.as_str()),
            _ => false,
        };
        if !is_valid {
            let message = format!("{name} of {} has no right value", property.name);
            findings.add(property.line, "RFC 5545 §3.2", message);
        }
    }
}

/// RFC 5545 §3.3.11: a backslash only in an escape sequence; comma and semicolon only escaped.
fn is_text(value: &str) -> bool {
    let mut chars = value.chars();
    while let Some(c) = chars.next() {
        match c {
            ',' | ';' => return false,
            '\\' if !matches!(chars.next(), Some('\\' | ',' | ';' | 'n' | 'N')) => return false,
            _ => {}
        }
    }
    true
}

fn is_uid(value: &str) -> bool {
    (1..=255).contains(&value.len())
        && value.bytes().all(|b| b.is_ascii_graphic())
        && is_text(value)
}

fn is_natural(value: &str) -> bool {
    value.bytes().all(|b| b.is_ascii_digit()) && value.parse::<i32>().is_ok()
}

fn is_uri(value: &str) -> bool {
    let allowed = |b: u8| b.is_ascii_alphanumeric() || b"-._~:/?#[]@!$&'()*+,;=%".contains(&b);
    let scheme = value.split_once(':').map(|(scheme, _)| scheme);
    scheme.is_some_and(|scheme| scheme.bytes().all(|b| b.is_ascii_alphabetic()))
        && value.bytes().all(allowed)
}

fn is_mailto(value: &str) -> bool {
    let address = value
        .strip_prefix("mailto:")
        .and_then(|address| address.split_once('@'));
    let plain = |part: &str| !part.is_empty() && !part.contains(['@', ',', ';', ':', '?']);
    is_uri(value) && address.is_some_and(|(local, domain)| plain(local) && plain(domain))
}

/// RFC 5545 §3.3.5. The caller checks whether the form is allowed.
pub(super) fn date_time(value: &str) -> Option<(DateTime, TimeForm)> {
    let (local, form) = match value.strip_suffix('Z') {
        Some(local) => (local, TimeForm::Utc),
        None => (value, TimeForm::Local),
    };
    let (date, clock) = local.split_once('T')?;
    let has_digits =
        |text: &str, count| text.len() == count && text.bytes().all(|b| b.is_ascii_digit());
    if !has_digits(date, 8) || !has_digits(clock, 6) {
        return None;
    }
    let time = DateTime::strptime("%Y%m%dT%H%M%S", local).ok()?;
    Some((time, form))
}

/// RFC 5545 §3.3.14, in seconds east of UTC.
pub(super) fn utc_offset(value: &str) -> Option<i32> {
    let (sign, digits) = match value.split_at_checked(1)? {
        ("+", digits) => (1, digits),
        ("-", digits) if digits.bytes().any(|b| b != b'0') => (-1, digits),
        _ => return None,
    };
    if !matches!(digits.len(), 4 | 6) || !digits.bytes().all(|b| b.is_ascii_digit()) {
        return None;
    }
    let part = |range| {
        digits
            .get(range)
            .map_or(Some(0), |part: &str| part.parse::<i32>().ok())
    };
    let (hours, minutes, seconds) = (part(0..2)?, part(2..4)?, part(4..6)?);
    (hours < 24 && minutes < 60 && seconds < 60)
        .then_some(sign * (hours * 3600 + minutes * 60 + seconds))
}
