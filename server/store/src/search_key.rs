//! Text as it is searched and sorted.
//!
//! `lower()` of SQLite knows ASCII only, and what PostgreSQL does depends on the locale it was set up
//! with. So the columns that are searched and sorted by are filled here, alike for both.

/// Lower case, with accents taken off and ß as ss, as DIN 5007-1 sorts words: *Jäger* is found by
/// "jager" and stands beside *Jager*.
pub(crate) fn search_key(text: &str) -> String {
    let mut search_key = String::with_capacity(text.len());
    for c in text.chars().flat_map(char::to_lowercase) {
        match c {
            'à'..='å' | 'ā' | 'ă' | 'ą' => search_key.push('a'),
            'æ' => search_key.push_str("ae"),
            'ç' | 'ć' | 'č' => search_key.push('c'),
            'ď' | 'đ' | 'ð' => search_key.push('d'),
            'è'..='ë' | 'ē' | 'ė' | 'ę' | 'ě' => search_key.push('e'),
            'ğ' => search_key.push('g'),
            'ì'..='ï' | 'ī' | 'į' | 'ı' => search_key.push('i'),
            'ł' | 'ľ' => search_key.push('l'),
            'ñ' | 'ń' | 'ň' => search_key.push('n'),
            'ò'..='ö' | 'ø' | 'ō' | 'ő' => search_key.push('o'),
            'œ' => search_key.push_str("oe"),
            'ř' => search_key.push('r'),
            'ś' | 'š' | 'ş' | 'ș' => search_key.push('s'),
            'ß' => search_key.push_str("ss"),
            'ť' | 'ţ' | 'ț' => search_key.push('t'),
            'ù'..='ü' | 'ū' | 'ů' | 'ű' => search_key.push('u'),
            'ý' | 'ÿ' => search_key.push('y'),
            'ź' | 'ż' | 'ž' => search_key.push('z'),
            // Combining marks: an accent that was typed after its letter.
            '\u{300}'..='\u{36f}' => {}
            c => search_key.push(c),
        }
    }
    search_key
}

/// How many words of a search are looked for on their own.
pub(crate) const WORDS: usize = 4;

/// The words of a search as patterns for `LIKE … ESCAPE '\'`: each is found anywhere, in any order.
/// Words beyond the last pattern are looked for in their order within it.
pub(crate) fn patterns(search: &str) -> [String; WORDS] {
    let mut patterns = [const { String::new() }; WORDS];
    for (number, word) in search_key(search).split_whitespace().enumerate() {
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
    use super::{patterns, search_key};

    #[test]
    fn a_name_is_found_with_and_without_its_accents() {
        assert_eq!(search_key("JÄGER Große Öztürk"), "jager grosse ozturk");
        assert_eq!(search_key("Ja\u{308}ger"), search_key("Jäger"));
        assert_eq!(search_key("علي 会議"), "علي 会議");
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
