//! Search patterns.
//!
//! `lower()` of SQLite knows ASCII only, and PostgreSQL's depends on the locale of the server. The columns
//! for searching and sorting are therefore filled from [`search_key`], and searches are folded alike.

use model::search_key;

/// The number of patterns in a statement.
pub(crate) const PATTERNS: usize = 4;

/// The words of a search as patterns for `LIKE … ESCAPE '\'`, which find them anywhere and in any order.
/// Commas and semicolons around a word separate it: lists show *Jäger, Anna*.
/// The last pattern takes all further words, in their order.
pub(crate) fn like_patterns(search: &str) -> [String; PATTERNS] {
    let mut patterns = [const { String::new() }; PATTERNS];
    let key = search_key(search);
    let words = key
        .split_whitespace()
        .map(|word| word.trim_matches([',', ';']))
        .filter(|word| !word.is_empty());
    for (number, word) in words.enumerate() {
        let pattern = &mut patterns[number.min(PATTERNS - 1)];
        pattern.push('%');
        push_escaped(pattern, word);
    }
    patterns.map(|pattern| pattern + "%")
}

/// A text as a pattern for `LIKE … ESCAPE '\'`, which finds it anywhere. `None` for an empty text.
pub(crate) fn like_pattern(text: &str) -> Option<String> {
    let text = text.trim();
    (!text.is_empty()).then(|| {
        let mut pattern = String::from("%");
        push_escaped(&mut pattern, text);
        pattern + "%"
    })
}

fn push_escaped(pattern: &mut String, text: &str) {
    for c in text.chars() {
        if matches!(c, '%' | '_' | '\\') {
            pattern.push('\\');
        }
        pattern.push(c);
    }
}

#[cfg(test)]
mod tests {
    use super::{like_pattern, like_patterns};

    #[test]
    fn wildcards_of_like_are_escaped() {
        assert_eq!(like_patterns("50% A_B"), ["%50\\%%", "%a\\_b%", "%", "%"]);
    }

    #[test]
    fn a_part_of_an_address_is_one_pattern() {
        assert_eq!(like_pattern(" a_b@haus "), Some("%a\\_b@haus%".to_owned()));
        assert_eq!(like_pattern(" "), None);
    }

    #[test]
    fn a_name_is_found_as_lists_show_it() {
        assert_eq!(
            like_patterns("Jäger, Anna"),
            ["%jager%", "%anna%", "%", "%"]
        );
        assert_eq!(like_patterns("Ａnna\u{a0}; ,"), ["%anna%", "%", "%", "%"]);
    }

    #[test]
    fn more_words_than_patterns_stay_in_their_order() {
        assert_eq!(like_patterns("a b c d e"), ["%a%", "%b%", "%c%", "%d%e%"]);
        assert_eq!(like_patterns(" "), ["%", "%", "%", "%"]);
    }
}
