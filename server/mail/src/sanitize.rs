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

/// Breaks lines of plain text at spaces, so that none has more than 76 characters unless it is one word:
/// links stay whole. The rest of a line is indented like its beginning.
pub(crate) fn wrap(text: &str) -> String {
    const MAX_LINE: usize = 76;

    let mut wrapped = String::with_capacity(text.len() + text.len() / 32);
    for line in text.lines() {
        let indent: String = line.chars().take_while(|c| *c == ' ').collect();
        let mut width = 0;
        for word in line.split(' ').filter(|word| !word.is_empty()) {
            let length = word.chars().count();
            if width == 0 {
                wrapped.push_str(&indent);
                width = indent.len();
            } else if width + 1 + length > MAX_LINE {
                wrapped.push('\n');
                wrapped.push_str(&indent);
                width = indent.len();
            } else {
                wrapped.push(' ');
                width += 1;
            }
            wrapped.push_str(word);
            width += length;
        }
        wrapped.push('\n');
    }
    wrapped
}

/// Whether the character is an explicit bidirectional control (UAX #9).
const fn is_bidi_control(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::{normalize_body, single_line, wrap};

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
    fn long_lines_are_broken_and_links_are_not() {
        let link = format!("https://treffpunkt.example/registration/{}", "a".repeat(60));
        let text = format!(
            "Online: {link}\n\n  jetzt: {}\n",
            "wort ".repeat(30).trim_end()
        );
        let wrapped = wrap(&text);
        assert!(
            wrapped.contains(&format!("Online:\n{link}\n\n  jetzt: wort")),
            "{wrapped}"
        );
        for line in wrapped.lines().filter(|line| !line.contains("https:")) {
            assert!(line.chars().count() <= 76, "{line}");
        }
        assert!(
            wrapped.lines().skip(3).all(|line| line.starts_with("  ")),
            "{wrapped}"
        );
        assert_eq!(wrap(&wrapped), wrapped);
    }

    #[test]
    fn empty_lines_are_merged() {
        assert_eq!(normalize_body("\n\na  \r\n\n\n\nb\0\u{7}\n\n"), "a\n\nb\n");
    }
}
