//! Lines, names and parameters.

use super::{VALID, found, messages};
use crate::lint;

#[test]
fn lines_end_in_cr_lf() {
    let message = "the line does not end in CR LF (RFC 5545 §3.1)";
    let text = VALID.replace('\n', "\r\n");
    assert_eq!(messages(&text.replacen("\r\n", "\n", 1)), [message]);
    assert_eq!(messages(text.trim_end()), [message]);
}

#[test]
fn lines_have_75_octets_at_most() {
    let (most, more) = ("x".repeat(75 - 8), "x".repeat(76 - 8));
    assert_eq!(found("Meeting\\, all day", &most), [""; 0]);
    assert_eq!(
        found("Meeting\\, all day", &more),
        ["the line has more than 75 octets (RFC 5545 §3.1)"]
    );
}

#[test]
fn lines_are_folded_between_characters() {
    let text = VALID.replace('\n', "\r\n");
    let (head, tail) = text.split_once("Meeting").unwrap();
    let mut bytes = head.as_bytes().to_vec();
    bytes.extend(b"M\xc3\r\n \xb6");
    bytes.extend(tail.as_bytes());
    let message: Vec<_> = lint(&bytes)
        .into_iter()
        .map(|finding| finding.message)
        .collect();
    assert_eq!(
        message,
        ["the line is not UTF-8, or folded within a character"; 2]
    );
}

#[test]
fn lines_are_not_empty() {
    assert_eq!(
        found("SEQUENCE", "\nSEQUENCE"),
        ["the line is empty (RFC 5545 §3.1)"]
    );
    assert_eq!(
        found("\nSEQUENCE", "\n \nSEQUENCE"),
        ["nothing is folded here (RFC 5545 §3.1)"]
    );
    assert_eq!(
        messages(" x\r\n")[0],
        "there is no line to continue (RFC 5545 §3.1)"
    );
}

#[test]
fn control_characters_are_found() {
    for control in ["\0", "\u{7}", "\u{7f}", "\u{85}", "\r"] {
        assert_eq!(
            found("Meeting", &format!("Meet{control}ing")),
            ["the line has a control character (RFC 5545 §3.1)"]
        );
    }
}

#[test]
fn lines_have_a_name_and_a_value() {
    let nameless = "the line begins without an upper-case name (RFC 5545 §3.1)";
    assert_eq!(found("SEQUENCE:0", "SEQUENCE:0\nx-note:1"), [nameless]);
    let valueless = "no colon comes before the value (RFC 5545 §3.1)";
    assert_eq!(found("SEQUENCE:0", "SEQUENCE:0\nX-NOTE"), [valueless]);
}

#[test]
fn parameters_are_quoted_and_decoded() {
    for (to, message) in [
        ("CN:", "a parameter has no value (RFC 5545 §3.2)"),
        (
            "CN=\"Anna:",
            "a quoted parameter value does not end (RFC 5545 §3.2)",
        ),
        (
            "CN=An\"na\":",
            "a parameter value has a quote inside (RFC 5545 §3.2)",
        ),
        ("CN=An^na^:", "a circumflex encodes nothing (RFC 6868 §3.2)"),
        (
            "CN=Anna, A:",
            "CN of ORGANIZER has no right value (RFC 5545 §3.2)",
        ),
        (
            "CN=An^nna:",
            "CN of ORGANIZER has no right value (RFC 5545 §3.2)",
        ),
        ("CN=:", "CN of ORGANIZER has no right value (RFC 5545 §3.2)"),
        ("CN=A;CN=B:", "CN is given twice (RFC 5545 §3.2)"),
        ("X=A:", "X does not belong on ORGANIZER (RFC 5545 §3.2)"),
    ] {
        let found = found("CN=\"Anna, ^'A^'\":", to);
        assert!(
            found.iter().any(|finding| finding == message),
            "{to}: {found:?}"
        );
    }
    assert_eq!(
        found("RSVP=TRUE", "RSVP=TRUE;ROLE=X"),
        ["ROLE of ATTENDEE has no right value (RFC 5545 §3.2)"]
    );
}
