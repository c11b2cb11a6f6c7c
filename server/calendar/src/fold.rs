//! Breaks content lines after 75 octets (RFC 5545 §3.1).

use unicode_segmentation::GraphemeCursor;

/// The most octets a line may have, its line break not counted.
const MOST: usize = 75;

/// Appends one content line, folded, with its line break.
///
/// `icalendar` folds between characters, which can part an emoji from its skin colour or a letter
/// from its accent in a program that shows lines before it joins them. This folds between what a
/// reader sees as characters, and inside one only where it alone fills a line.
pub(crate) fn fold(line: &str, out: &mut String) {
    let mut rest = line;
    let mut room = MOST;
    while rest.len() > room {
        let (head, tail) = rest.split_at(last_break(rest, room));
        out.push_str(head);
        out.push_str("\r\n ");
        rest = tail;
        room = MOST - 1; // the space that marks a folded line is one of the octets
    }
    out.push_str(rest);
    out.push_str("\r\n");
}

/// The last place within the first `room` octets where `text` may be parted.
fn last_break(text: &str, room: usize) -> usize {
    let between_characters = text.floor_char_boundary(room);
    let mut cursor = GraphemeCursor::new(between_characters, text.len(), true);
    if cursor.is_boundary(text, 0) == Ok(true) {
        return between_characters;
    }
    match cursor.prev_boundary(text, 0) {
        Ok(Some(between_clusters)) if between_clusters > 0 => between_clusters,
        _ => between_characters,
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
    fn a_folded_line_has_room_for_one_octet_less() {
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
    fn a_mountain_of_accents_is_parted_between_them() {
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
