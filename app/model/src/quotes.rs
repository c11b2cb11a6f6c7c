//! Quotation marks within quotation marks.

use std::borrow::Cow;

/// The text with single marks where quotation marks stand within others, as in *„Kongress ‚Ankommen‘“*. German and English
/// marks are known. Each line stands for itself; one whose marks do not match stays as it is.
pub fn nest_quotes(text: &str) -> Cow<'_, str> {
    if text.matches(['„', '“', '”']).count() < 4 {
        return Cow::Borrowed(text);
    }
    let lines: Vec<Cow<'_, str>> = text.split('\n').map(nested_in_line).collect();
    Cow::Owned(lines.join("\n"))
}

fn nested_in_line(line: &str) -> Cow<'_, str> {
    let mut nested = String::with_capacity(line.len());
    let mut open: Vec<char> = Vec::new();
    for mark in line.chars() {
        let closes = matches!((open.last(), mark), (Some('„'), '“') | (Some('“'), '”'));
        if closes {
            open.pop();
        } else if mark == '”' {
            return Cow::Borrowed(line);
        }
        let is_within = open.len() % 2 == 1;
        nested.push(match mark {
            '„' if is_within => '‚',
            '“' if is_within => '‘',
            '”' if is_within => '’',
            other => other,
        });
        if !closes && matches!(mark, '„' | '“') {
            open.push(mark);
        }
    }
    if open.is_empty() {
        Cow::Owned(nested)
    } else {
        Cow::Borrowed(line)
    }
}

#[cfg(test)]
mod tests {
    use super::nest_quotes;

    #[test]
    fn marks_within_marks_are_single_ones() {
        let cases = [
            (
                "bei „Fachkongress „Ankommen im Beruf““ einen Platz",
                "bei „Fachkongress ‚Ankommen im Beruf‘“ einen Platz",
            ),
            (
                "at “Fachkongress „Ankommen im Beruf“” a place",
                "at “Fachkongress ‚Ankommen im Beruf‘” a place",
            ),
            ("at “The “big” one”", "at “The ‘big’ one”"),
            ("„A“ und „B“", "„A“ und „B“"),
            ("“A” and “B”", "“A” and “B”"),
            ("„A „B“ und „C“", "„A „B“ und „C“"),
            ("„Ein „B““\n„C“", "„Ein ‚B‘“\n„C“"),
        ];
        for (text, nested) in cases {
            assert_eq!(nest_quotes(text), nested);
        }
    }
}
