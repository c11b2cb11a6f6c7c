//! Text made safe for the places that a mail's form depends on.

/// The text as one line: every run of white space and control characters is one space, and nothing
/// in it changes the direction of what follows. For header values, where a line break would begin a
/// header of the sender's choice. The model's types hold no such text; this is the second lock.
pub(crate) fn one_line(text: &str) -> String {
    let mut line = String::with_capacity(text.len());
    let shown = text.chars().filter(|c| !changes_direction(*c));
    for word in shown
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

/// The text without control characters, without white space at the ends of its lines, with at most
/// one empty line in a row, and with one line break at its end. Templates need not count their
/// blanks, and no text of ours or of an organiser can hold what a mail must not (NUL, lone CR).
pub(crate) fn tidy(text: &str) -> String {
    let mut tidied = String::with_capacity(text.len());
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
        if empty_lines > 0 && !tidied.is_empty() {
            tidied.push('\n');
        }
        empty_lines = 0;
        tidied.push_str(line);
        tidied.push('\n');
    }
    tidied
}

/// Unicode's explicit bidirectional controls.
const fn changes_direction(c: char) -> bool {
    matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::{one_line, tidy};

    #[test]
    fn a_line_break_cannot_begin_a_header() {
        assert_eq!(
            one_line("Treffen\r\nBcc: x@y.example\0\u{2028}!"),
            "Treffen Bcc: x@y.example !"
        );
    }

    #[test]
    fn a_name_cannot_turn_the_line_around() {
        assert_eq!(one_line("\u{202e}annA\u{202c} B"), "annA B");
    }

    #[test]
    fn empty_lines_do_not_pile_up() {
        assert_eq!(tidy("\n\na  \r\n\n\n\nb\0\u{7}\n\n"), "a\n\nb\n");
    }
}
