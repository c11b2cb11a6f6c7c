//! Sanitises text for headers and bodies.

/// Converts to one line: every run of white space and control characters becomes one space, and
/// bidirectional controls are removed.
///
/// For header values, in which a line break would begin another header. The types of `model` already
/// refuse such text; this is the second line of defence.
pub(crate) fn single_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let visible = text.chars().filter(|c| !is_bidi_control(*c));
    for word in visible
        .collect::<String>()
        .split(|c: char| c.is_whitespace() || c.is_control())
        .filter(|word| !word.is_empty())
    {
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    line
}

/// Removes control characters and trailing white space, merges empty lines, and ends the text with one
/// line break.
///
/// Templates then need not count their blank lines, and no body contains NUL or a lone CR.
pub(crate) fn normalize_body(text: &str) -> String {
    let mut normalized = String::with_capacity(text.len());
    let mut empty_lines = 0;
    for line in text.lines() {
        let line: String = line
            .chars()
            .filter(|c| !c.is_control() || *c == '\t')
            .collect();
        let line = line.trim_end();
        if line.is_empty() {
            empty_lines += 1;
            continue;
        }
        if empty_lines > 0 && !normalized.is_empty() {
            normalized.push('\n');
        }
        empty_lines = 0;
        normalized.push_str(line);
        normalized.push('\n');
    }
    normalized
}

/// Whether the character is an explicit bidirectional control (UAX #9).
const fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::{normalize_body, single_line};

    #[test]
    fn a_line_break_cannot_begin_a_header() {
        assert_eq!(
            single_line("Treffen\r\nBcc: x@y.example\0\u{2028}!"),
            "Treffen Bcc: x@y.example !"
        );
    }

    #[test]
    fn a_name_cannot_change_the_text_direction() {
        assert_eq!(single_line("\u{202e}annA\u{202c} B"), "annA B");
    }

    #[test]
    fn empty_lines_are_merged() {
        assert_eq!(normalize_body("\n\na  \r\n\n\n\nb\0\u{7}\n\n"), "a\n\nb\n");
    }
}
