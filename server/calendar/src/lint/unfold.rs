//! Splits octets into content lines and unfolds them (RFC 5545 §3.1).

use super::finding::Findings;

/// An unfolded content line.
#[derive(Debug)]
pub(super) struct Line {
    /// The number of its first line in the file, from 1.
    pub(super) number: usize,
    pub(super) text: String,
}

const SECTION: &str = "RFC 5545 §3.1";

/// Unfolds the lines. Adds a finding for each violation.
pub(super) fn unfold(bytes: &[u8], findings: &mut Findings) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for (number, raw) in (1..).zip(bytes.split_inclusive(|octet| *octet == b'\n')) {
        let octets = raw.strip_suffix(b"\r\n").unwrap_or_else(|| {
            findings.add(number, SECTION, "the line does not end in CR LF");
            raw.strip_suffix(b"\n").unwrap_or(raw)
        });
        if octets.len() > 75 {
            findings.add(number, SECTION, "the line has more than 75 octets");
        }
        let text = String::from_utf8_lossy(octets);
        if str::from_utf8(octets).is_err() {
            let message = "the line is not UTF-8, or folded within a character";
            findings.add(number, SECTION, message);
        }
        if text.contains(|c: char| c.is_control() && c != '\t') {
            findings.add(number, SECTION, "the line has a control character");
        }
        match (text.strip_prefix([' ', '\t']), lines.last_mut()) {
            (Some(""), _) => findings.add(number, SECTION, "nothing is folded here"),
            (Some(continuation), Some(line)) => line.text.push_str(continuation),
            (Some(_), None) => findings.add(number, SECTION, "there is no line to continue"),
            (None, _) if text.is_empty() => findings.add(number, SECTION, "the line is empty"),
            (None, _) => lines.push(Line {
                number,
                text: text.into_owned(),
            }),
        }
    }
    lines
}
