//! Texts that are shown in part.

/// The text in one line. A text with more characters than `most` ends after a word, with an ellipsis.
pub fn shortened(text: &str, most: usize) -> String {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    let Some((end, _)) = line.char_indices().nth(most) else {
        return line;
    };
    let cut = &line[..end];
    // One long word is cut within it.
    let words = cut.rsplit_once(' ').map_or(cut, |(words, _)| words);
    format!("{words}\u{a0}…")
}

/// A name in which a number stays on the line of the word before it: *Raum 3.01*.
pub fn with_numbers_kept(name: &str) -> String {
    let mut text = String::with_capacity(name.len());
    for word in name.split_whitespace() {
        if !text.is_empty() {
            let is_number = word.starts_with(|c: char| c.is_ascii_digit());
            text.push(if is_number { '\u{a0}' } else { ' ' });
        }
        text.push_str(word);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{shortened, with_numbers_kept};

    #[test]
    fn a_number_stays_with_its_word() {
        assert_eq!(with_numbers_kept("Raum 3.01"), "Raum\u{a0}3.01");
        assert_eq!(with_numbers_kept("Großer Saal"), "Großer Saal");
    }

    #[test]
    fn a_long_text_ends_after_a_word() {
        assert_eq!(
            shortened("Zwei Tage\n\nfür  alle", 40),
            "Zwei Tage für alle"
        );
        assert_eq!(shortened("Zwei Tage für alle", 12), "Zwei Tage\u{a0}…");
        assert_eq!(shortened(&"ä".repeat(20), 5), "äääää\u{a0}…");
    }
}
