//! Sanitises text for content lines, so that no value can begin a line of its own.
//!
//! `icalendar` escapes backslash, comma, semicolon and line feed and leaves every other character as it
//! is. The control characters that RFC 5545 §3.1 forbids are therefore removed here.

/// Converts to one line: line breaks and tabs become spaces, other control characters are removed.
pub(crate) fn single_line(text: &str) -> String {
    let spaced: String = multi_line(text)
        .chars()
        .map(|c| if c == '\n' { ' ' } else { c })
        .collect();
    spaced.trim().to_owned()
}

/// Normalises every kind of line break to `\n`; tabs become spaces, other control characters are
/// removed.
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

/// Encodes a parameter value: one line, with quotes and circumflexes as in RFC 6868 §3.1. `icalendar`
/// adds the surrounding quotes if the value needs them.
pub(crate) fn parameter_value(text: &str) -> String {
    single_line(text).replace('^', "^^").replace('"', "^'")
}

/// Converts a mail address to a `mailto:` URI (RFC 6068 §2). `None` if it is not an address. Nothing is
/// repaired, because clients compare it with the mail's header.
pub(crate) fn mailto_uri(address: &str) -> Option<String> {
    let (local, domain) = address.rsplit_once('@')?;
    let is_forbidden =
        |c: char| c.is_control() || c.is_whitespace() || "\"(),:;<>@[\\]".contains(c);
    if local.is_empty()
        || domain.is_empty()
        || local.contains(is_forbidden)
        || domain.contains(is_forbidden)
    {
        return None;
    }
    let mut uri = String::from("mailto:");
    // Calendar programs compare the URI with the address in the mail's header and decode nothing: `&`, `=`
    // and `/` stay as they are, although RFC 6068 §2 has them encoded.
    percent_encode(local, "-._~!$'*+&=/", &mut uri);
    uri.push('@');
    percent_encode(domain, "-._~", &mut uri);
    Some(uri)
}

/// Converts a web address to a URI (RFC 3986): characters outside ASCII and spaces are percent-encoded.
/// `None` if the scheme is neither `http` nor `https`, or if there is a control character.
pub(crate) fn http_uri(address: &str) -> Option<String> {
    let address = address.trim();
    let (scheme, rest) = address.split_once("://")?;
    let is_http = scheme.eq_ignore_ascii_case("https") || scheme.eq_ignore_ascii_case("http");
    let has_host = !rest.is_empty() && !rest.starts_with(['/', '?', '#']);
    if !is_http || !has_host || address.contains(char::is_control) {
        return None;
    }
    let mut uri = String::new();
    percent_encode(address, "-._~:/?#[]@!$&'()*+,;=%", &mut uri);
    Some(uri)
}

/// Appends `text`, with every octet percent-encoded except ASCII letters, digits and `unreserved`.
fn percent_encode(text: &str, unreserved: &str, out: &mut String) {
    for c in text.chars() {
        if c.is_ascii_alphanumeric() || unreserved.contains(c) {
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
