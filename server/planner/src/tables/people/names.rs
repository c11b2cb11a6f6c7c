//! Given and family name in one cell.

/// Words in lower case that begin a family name of several words.
const PARTICLES: [&str; 28] = [
    "al", "bin", "da", "das", "de", "del", "della", "den", "der", "di", "do", "dos", "du", "el",
    "ibn", "la", "le", "ten", "ter", "van", "vom", "von", "zu", "zum", "zur", "y", "e", "und",
];

/// What stands before a name in a letter and belongs to no name.
const SALUTATIONS: [&str; 6] = ["frau", "herr", "herrn", "mr", "mrs", "ms"];

/// Splits *Jäger, Anna* and *Anna Jäger* into given and family name. One word is a family name.
pub(super) fn split(name: &str) -> (String, String) {
    if let Some((family, given)) = name.split_once(',') {
        let [given, family] = [given, family].map(without_salutation);
        return (given.to_owned(), family.to_owned());
    }
    let name = without_salutation(name);
    let words: Vec<&str> = name.split_whitespace().collect();
    let mut family = words.len().saturating_sub(1);
    while family > 1 && PARTICLES.contains(&words[family - 1]) {
        family -= 1;
    }
    (words[..family].join(" "), words[family..].join(" "))
}

fn without_salutation(name: &str) -> &str {
    let name = name.trim();
    match name.split_once(char::is_whitespace) {
        Some((first, rest))
            if SALUTATIONS.contains(&first.trim_end_matches('.').to_lowercase().as_str()) =>
        {
            rest.trim()
        }
        _ => name,
    }
}

#[cfg(test)]
mod tests {
    use super::split;

    #[test]
    fn a_name_is_split_at_the_comma_or_before_the_family_name() {
        for (name, given, family) in [
            ("Jäger, Anna", "Anna", "Jäger"),
            ("Anna Jäger", "Anna", "Jäger"),
            ("Anna Maria Jäger", "Anna Maria", "Jäger"),
            ("Anna von der Heide", "Anna", "von der Heide"),
            ("von der Heide, Anna", "Anna", "von der Heide"),
            ("von Heide", "von", "Heide"),
            ("Frau Elif Çelik", "Elif", "Çelik"),
            ("Mr. Jack Herr", "Jack", "Herr"),
            ("Çelik, Frau Elif", "Elif", "Çelik"),
            ("Herr Jäger", "", "Jäger"),
            ("Dr. Jörg Müßig", "Dr. Jörg", "Müßig"),
            ("Anna", "", "Anna"),
            ("", "", ""),
        ] {
            assert_eq!(split(name), (given.to_owned(), family.to_owned()), "{name}");
        }
    }
}
