//! Folds content lines (RFC 5545 §3.1).

use unicode_segmentation::GraphemeCursor;

/// The longest line, without its line break.
const MAX_OCTETS: usize = 75;

/// Appends one content line, folded, with its line break.
///
/// `icalendar` folds between characters. A client that shows lines before it unfolds them then
/// separates an emoji from its skin colour, or a letter from its accent. This function folds between
/// grapheme clusters, and inside one only if it is longer than a line.
pub(crate) fn fold(line: &str, out: &mut String) {
    let mut rest = line;
    let mut limit = MAX_OCTETS;
    while rest.len() > limit {
        let (head, tail) = rest.split_at(fold_position(rest, limit));
        out.push_str(head);
        out.push_str("\r\n ");
        rest = tail;
        limit = MAX_OCTETS - 1; // the leading space of a continuation line counts
    }
    out.push_str(rest);
    out.push_str("\r\n");
}

/// The last position within the first `limit` octets at which `text` may be folded.
fn fold_position(text: &str, limit: usize) -> usize {
    let char_boundary = text.floor_char_boundary(limit);
    let mut cursor = GraphemeCursor::new(char_boundary, text.len(), true);
    if cursor.is_boundary(text, 0) == Ok(true) {
        return char_boundary;
    }
    match cursor.prev_boundary(text, 0) {
        Ok(Some(cluster_boundary)) if cluster_boundary > 0 => cluster_boundary,
        _ => char_boundary,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::fold;

    fn folded(line: &str) -> String {
        let mut out = String::new();
        fold(line, &mut out);
        out
    }

    #[test]
    fn a_line_of_75_octets_stays_whole_and_one_of_76_does_not() {
        assert_eq!(folded(&"x".repeat(75)), format!("{}\r\n", "x".repeat(75)));
        assert_eq!(
            folded(&"x".repeat(76)),
            format!("{}\r\n x\r\n", "x".repeat(75))
        );
    }

    #[test]
    fn a_continuation_line_has_one_octet_less() {
        let expected = format!("{0}x\r\n {0}\r\n x\r\n", "x".repeat(74));
        assert_eq!(folded(&"x".repeat(75 + 74 + 1)), expected);
    }

    #[test]
    fn an_accent_stays_on_its_letter() {
        let line = format!("{}e\u{301}x", "x".repeat(74));
        assert_eq!(
            folded(&line),
            format!("{}\r\n e\u{301}x\r\n", "x".repeat(74))
        );
    }

    #[test]
    fn flags_stay_whole() {
        let line = "🇩🇪".repeat(20);
        assert!(
            folded(&line)
                .lines()
                .all(|part| part.trim_start().len() % 8 == 0)
        );
    }

    #[test]
    fn a_cluster_longer_than_a_line_is_folded_inside() {
        let line = format!("a{}", "\u{301}".repeat(100));
        assert!(folded(&line).lines().all(|part| part.len() <= 75));
    }

    proptest! {
        #[test]
        fn folding_only_adds_breaks(line in "\\PC{0,300}") {
            let folded = folded(&line);
            prop_assert!(folded.lines().all(|part| part.len() <= 75));
            prop_assert_eq!(folded.replace("\r\n ", ""), line + "\r\n");
        }
    }
}
