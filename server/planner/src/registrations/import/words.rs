//! Words in cells: languages and states of registrations.

use model::{Language, search_key};

/// A language by its code or its name, in either language.
pub(super) fn language(word: &str) -> Option<Language> {
    Some(match plain(word).as_str() {
        "de" | "dede" | "ger" | "deu" | "deutsch" | "german" => Language::De,
        "en" | "engb" | "enus" | "eng" | "englisch" | "english" => Language::En,
        _ => return None,
    })
}

/// Whether the state of a registration says that the person does not come.
pub(super) fn is_withdrawn(state: &str) -> bool {
    matches!(
        plain(state).as_str(),
        "abgemeldet"
            | "abgesagt"
            | "storniert"
            | "abgelehnt"
            | "zuruckgezogen"
            | "cancelled"
            | "canceled"
            | "declined"
            | "rejected"
            | "withdrawn"
    )
}

fn plain(word: &str) -> String {
    // Longer than any of the words.
    let first = word.chars().take(40).collect::<String>();
    let mut key = search_key(&first);
    key.retain(char::is_alphanumeric);
    key
}
