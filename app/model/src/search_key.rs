//! Folding of letters: case and accents removed.

use unicode_normalization::UnicodeNormalization;

/// Text in lower case without accents, as DIN 5007-1 sorts words: *Jäger* gives `jager`, *Łódź* `lodz`
/// and *Straße* `strasse`. Composed and decomposed letters give the same. Letters of other scripts
/// stay.
pub fn search_key(text: &str) -> String {
    let letters = text
        .nfd()
        .filter(|c| !is_accent(*c))
        .nfc()
        .flat_map(char::to_lowercase);
    let mut key = String::with_capacity(text.len());
    for c in letters {
        match latin_base(c) {
            Some(base) => key.push_str(base),
            None if is_accent(c) => {}
            None => key.push(c),
        }
    }
    key
}

/// The block *Combining Diacritical Marks*. Not every combining mark: the vowel signs of other scripts
/// are marks too.
const fn is_accent(c: char) -> bool {
    matches!(c, '\u{300}'..='\u{36f}')
}

/// The base letters of Latin letters that Unicode does not decompose.
const fn latin_base(c: char) -> Option<&'static str> {
    Some(match c {
        'æ' => "ae",
        'đ' | 'ð' => "d",
        'ħ' => "h",
        'ı' => "i",
        'ł' => "l",
        'ø' => "o",
        'œ' => "oe",
        'ß' => "ss",
        'ŧ' => "t",
        'þ' => "th",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::search_key;

    #[test]
    fn a_name_is_found_with_and_without_its_accents() {
        assert_eq!(search_key("JÄGER Große Öztürk"), "jager grosse ozturk");
        assert_eq!(
            search_key("Łódź Đorđević Ṣahin İpek"),
            "lodz dordevic sahin ipek"
        );
        assert_eq!(search_key("Þórður Æsir ẞ"), "thordur aesir ss");
        assert_eq!(search_key("علي 会議 ガ हिन्दी"), "علي 会議 ガ हिन्दी");
    }

    proptest! {
        #[test]
        fn composed_and_decomposed_letters_are_the_same(text in "\\PC{0,40}") {
            let decomposed: String = text.nfd().collect();
            prop_assert_eq!(search_key(&decomposed), search_key(&text));
        }

        #[test]
        fn a_key_is_its_own_key(text in "\\PC{0,40}") {
            let key = search_key(&text);
            prop_assert_eq!(search_key(&key), key);
        }
    }
}
