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

#[cfg(test)]
mod tests {
    use super::shortened;

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
