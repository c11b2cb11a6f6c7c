//! Keys of text: the forms in which names are compared, searched and sorted.

use unicode_normalization::UnicodeNormalization;

use crate::invisible::{is_blank, is_invisible};

/// The form in which names are compared. Spellings that look alike have one key: composed and decomposed
/// letters, full width and other compatibility forms (NFKC), upper and lower case, one or several spaces
/// of any kind. Invisible characters are left out. Accents stay: *Müller* and *Muller* are two names.
pub fn name_key(text: &str) -> String {
    let folded: String = text
        .nfkd()
        .filter(|c| !is_invisible(*c))
        .flat_map(char::to_lowercase)
        .nfkc()
        .collect();
    let mut key = String::with_capacity(folded.len());
    let mut word_ends = false;
    for c in folded.chars() {
        if c.is_whitespace() || is_blank(c) {
            word_ends = !key.is_empty();
            continue;
        }
        if word_ends {
            key.push(' ');
            word_ends = false;
        }
        match c {
            'ß' => key.push_str("ss"),
            // The form of sigma at the end of a word.
            'ς' => key.push('σ'),
            c => key.push(c),
        }
    }
    key
}

/// The form in which texts are searched and sorted: [`name_key`] without accents, as DIN 5007-1 sorts words.
/// *Jäger* gives `jager`, *Łódź* `lodz` and *Straße* `strasse`. Letters of other scripts stay.
pub fn search_key(text: &str) -> String {
    let mut letters = String::with_capacity(text.len());
    for c in name_key(text).nfd().filter(|c| !is_accent(*c)).nfc() {
        match latin_base(c) {
            Some(base) => letters.push_str(base),
            None => letters.push(c),
        }
    }
    // A spacing accent is a space with an accent.
    let words: Vec<&str> = letters.split_whitespace().collect();
    words.join(" ")
}

/// Whether a text has every word that is searched for, as [`search_key`] writes both. *ae*, *oe* and *ue* are found as
/// umlauts, too, and long words with one letter wrong, missing, or too much.
pub fn finds(text: &str, sought: &str) -> bool {
    const MOST_WORDS: usize = 8;
    let sought: String = sought.chars().take(200).collect();
    let (text, sought) = (search_key(text), search_key(&sought));
    sought.split_whitespace().take(MOST_WORDS).all(|word| {
        let umlauts = ["ae", "oe", "ue"].into_iter();
        let umlauts = umlauts.fold(word.to_owned(), |word, pair| word.replace(pair, &pair[..1]));
        text.contains(word) || text.contains(&umlauts) || has_similar(&text, word)
    })
}

/// Words with fewer letters have too many that are similar.
const LONG: usize = 5;

/// Whether some word begins with one that differs by one letter.
fn has_similar(text: &str, sought: &str) -> bool {
    let sought: Vec<char> = sought.chars().collect();
    let mut words = text.split(|c: char| !c.is_alphanumeric());
    sought.len() >= LONG
        && words.any(|word| {
            let word: Vec<char> = word.chars().collect();
            let lengths = sought.len() - 1..=sought.len() + 1;
            let mut beginnings = lengths.filter_map(|length| word.get(..length));
            beginnings.any(|beginning| differs_by_one(beginning, &sought))
        })
}

/// Whether two words differ in at most one letter, which one of them may lack.
fn differs_by_one(one: &[char], other: &[char]) -> bool {
    let same = one.iter().zip(other).take_while(|(a, b)| a == b).count();
    let (one, other) = (&one[same..], &other[same..]);
    match one.len().cmp(&other.len()) {
        _ if one.is_empty() && other.is_empty() => true,
        std::cmp::Ordering::Less => one == &other[1..],
        std::cmp::Ordering::Greater => &one[1..] == other,
        std::cmp::Ordering::Equal => one[1..] == other[1..],
    }
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
        'ŧ' => "t",
        'þ' => "th",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use unicode_normalization::UnicodeNormalization;

    use super::{finds, name_key, search_key};

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

    #[test]
    fn a_search_forgives_umlauts_and_one_typing_error() {
        let text = "Gründen im ländlichen Raum · Beate Schäfer";
        for sought in [
            "",
            "gruenden",
            "grunden",
            "Schaefer LAND",
            "grünnden",
            "grnden",
            "gründem raum",
            "ladlichen",
        ] {
            assert!(finds(text, sought), "{sought}");
        }
        for sought in ["grund pflege", "rbum", "gxüxden", "beatrice"] {
            assert!(!finds(text, sought), "{sought}");
        }
        assert!(finds("Neue Wege", "neue"));
    }

    #[test]
    fn spellings_that_look_alike_have_one_key() {
        for spelling in [
            "MU\u{308}LLER  GmbH",
            " müller\u{a0}gmbh ",
            "Ｍüller\u{3000}ＧｍｂＨ",
            "Mül\u{ad}ler\u{200b} GmbH\u{fe0f}",
            "Müller\u{2800}GmbH",
        ] {
            assert_eq!(name_key(spelling), "müller gmbh", "{spelling:?}");
        }
        assert_ne!(name_key("Müller"), name_key("Muller"));
    }

    proptest! {
        #[test]
        fn composed_decomposed_and_compatible_letters_are_the_same(text in "\\PC{0,40}") {
            let spellings: [String; 4] = [
                text.nfc().collect(),
                text.nfd().collect(),
                text.nfkc().collect(),
                text.nfkd().collect(),
            ];
            for spelling in spellings {
                prop_assert_eq!(name_key(&spelling), name_key(&text));
                prop_assert_eq!(search_key(&spelling), search_key(&text));
            }
        }

        #[test]
        fn full_width_letters_are_the_same(text in "[!-~]{0,40}") {
            let wide: String = text
                .chars()
                .map(|c| char::from_u32(c as u32 + 0xfee0).unwrap())
                .collect();
            prop_assert_eq!(name_key(&wide), name_key(&text));
        }

        #[test]
        fn upper_and_lower_case_are_the_same(text in "[a-zäöüéèñçšžőа-я ]{0,40}") {
            prop_assert_eq!(name_key(&text.to_uppercase()), name_key(&text));
        }

        #[test]
        fn a_key_is_its_own_key(text in "\\PC{0,40}") {
            let key = name_key(&text);
            prop_assert_eq!(name_key(&key), key);
            let key = search_key(&text);
            prop_assert_eq!(search_key(&key), key);
        }
    }
}
