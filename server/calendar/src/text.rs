//! Makes any text safe inside a calendar object: no value may begin a line of its own.
//!
//! `icalendar` escapes backslash, comma, semicolon and line feed, and passes every other character
//! through as it is, so what RFC 5545 §3.1 forbids (control characters) is taken out here.

/// Text for one line: line breaks and tabs become spaces, other control characters vanish.
pub(crate) fn single_line(text: &str) -> String {
    let spaced: String = multi_line(text)
        .chars()
        .map(|c| if c == '\n' { ' ' } else { c })
        .collect();
    spaced.trim().to_owned()
}

/// Text of several lines: every kind of line break becomes `\n`, tabs become spaces, other control
/// characters vanish.
pub(crate) fn multi_line(text: &str) -> String {
    let clean: String = text
        .replace("\r\n", "\n")
        .chars()
        .filter_map(|c| match c {
            '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Some('\n'),
            '\t' => Some(' '),
            c if c.is_control() => None,
            c => Some(c),
        })
        .collect();
    clean.trim().to_owned()
}

/// A name as a parameter's value: one line, with the quotes that no quoting can carry encoded
/// (RFC 6868 §3.1). `icalendar` puts the outer quotes where a name needs them.
pub(crate) fn parameter(text: &str) -> String {
    single_line(text).replace('^', "^^").replace('"', "^'")
}

/// An address as a `mailto:` URI (RFC 6068 §2), or `None` when it is no address: a calendar compares
/// it with the mail's, so nothing is repaired.
pub(crate) fn mailto(address: &str) -> Option<String> {
    let (local, domain) = address.rsplit_once('@')?;
    let unsafe_anywhere =
        |c: char| c.is_control() || c.is_whitespace() || "\"(),:;<>@[\\]".contains(c);
    if local.is_empty()
        || domain.is_empty()
        || local.contains(unsafe_anywhere)
        || domain.contains(unsafe_anywhere)
    {
        return None;
    }
    let mut uri = String::from("mailto:");
    percent_encode(local, "-._~!$'*+", &mut uri);
    uri.push('@');
    percent_encode(domain, "-._~", &mut uri);
    Some(uri)
}

/// A web address as a URI (RFC 3986): letters of any script and spaces are percent-encoded. `None`
/// when it is neither `http` nor `https`, or has a control character.
pub(crate) fn web_address(address: &str) -> Option<String> {
    let address = address.trim();
    let (scheme, rest) = address.split_once("://")?;
    let known = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
    let has_host = !rest.is_empty() && !rest.starts_with(['/', '?', '#']);
    if !known || !has_host || address.contains(char::is_control) {
        return None;
    }
    let mut uri = String::new();
    percent_encode(address, "-._~:/?#[]@!$&'()*+,;=%", &mut uri);
    Some(uri)
}

/// Appends `text` with every octet percent-encoded that is neither an ASCII letter or digit nor in
/// `kept`.
fn percent_encode(text: &str, kept: &str, out: &mut String) {
    for c in text.chars() {
        if c.is_ascii_alphanumeric() || kept.contains(c) {
            out.push(c);
        } else {
            let mut octets = [0; 4];
            for octet in c.encode_utf8(&mut octets).bytes() {
                out.push('%');
                for nibble in [octet >> 4, octet & 15] {
                    out.push(char::from(b"0123456789ABCDEF"[usize::from(nibble)]));
                }
            }
        }
    }
}
