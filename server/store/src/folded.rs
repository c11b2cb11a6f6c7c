//! Text as it is searched and sorted.
//!
//! `lower()` of SQLite knows ASCII only, and what PostgreSQL does depends on the locale it was set up
//! with. So the columns that are searched and sorted by are filled here, alike for both.

/// Lower case, with accents taken off and ß as ss, as DIN 5007-1 sorts words: *Jäger* is found by
/// "jager" and stands beside *Jager*.
pub(crate) fn folded(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'à'..='å' | 'ā' | 'ă' | 'ą' => folded.push('a'),
            'æ' => folded.push_str("ae"),
            'ç' | 'ć' | 'č' => folded.push('c'),
            'ď' | 'đ' | 'ð' => folded.push('d'),
            'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => folded.push('e'),
            'ğ' => folded.push('g'),
            'ì'..='ï' | 'ī' | 'į' | 'ı' => folded.push('i'),
            'ł' | 'ľ' => folded.push('l'),
            'ñ' | 'ń' | 'ň' => folded.push('n'),
            'ò'..='ö' | 'ø' | 'ō' | 'ő' => folded.push('o'),
            'œ' => folded.push_str("oe"),
            'ř' => folded.push('r'),
            'ś' | 'š' | 'ş' | 'ș' => folded.push('s'),
            'ß' => folded.push_str("ss"),
            'ť' | 'ţ' | 'ț' => folded.push('t'),
            'ù'..='ü' | 'ū' | 'ů' | 'ű' => folded.push('u'),
            'ý' | 'ÿ' => folded.push('y'),
            'ź' | 'ż' | 'ž' => folded.push('z'),
            // Combining marks: an accent that was typed after its letter.
            '\u{300}'..='\u{36f}' => {}
            c => folded.push(c),
        }
    }
    folded
}

/// How many words of a search are looked for on their own.
pub(crate) const WORDS: usize = 4;

/// The words of a search as patterns for `LIKE … ESCAPE '\'`: each is found anywhere, in any order.
/// Words beyond the last pattern are looked for in their order within it.
pub(crate) fn patterns(search: &str) -> [String; WORDS] {
    let mut patterns = [const { String::new() }; WORDS];
    for (number, word) in folded(search).split_whitespace().enumerate() {
        let pattern = &mut patterns[number.min(WORDS - 1)];
        pattern.push('%');
        for c in word.chars() {
            if matches!(c, '%' | '_' | '\\') {
                pattern.push('\\');
            }
            pattern.push(c);
        }
    }
    patterns.map(|pattern| pattern + "%")
}

#[cfg(test)]
mod tests {
    use super::{folded, patterns};

    #[test]
    fn a_name_is_found_with_and_without_its_accents() {
        assert_eq!(folded("JÄGER Große Öztürk"), "jager grosse ozturk");
        assert_eq!(folded("Ja\u{308}ger"), folded("Jäger"));
        assert_eq!(folded("علي 会議"), "علي 会議");
    }

    #[test]
    fn what_likes_pattern_means_otherwise_is_searched_as_it_is() {
        assert_eq!(patterns("50% A_B"), ["%50\\%%", "%a\\_b%", "%", "%"]);
    }

    #[test]
    fn more_words_than_patterns_stay_in_their_order() {
        assert_eq!(patterns("a b c d e"), ["%a%", "%b%", "%c%", "%d%e%"]);
        assert_eq!(patterns(" "), ["%", "%", "%", "%"]);
    }
}
