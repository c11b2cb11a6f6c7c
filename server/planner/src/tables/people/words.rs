//! Words in cells: languages, states of registrations, and whether somebody wants invitations.

use model::{Language, search_key};

/// A language by its code or its name, in either language.
pub(super) fn language(word: &str) -> Option<Language> {
    Some(match plain(word).as_str() {
        "de" | "dede" | "ger" | "deu" | "deutsch" | "german" => Language::De,
        "en" | "engb" | "enus" | "eng" | "englisch" | "english" => Language::En,
        _ => return None,
    })
}

/// What the state of a registration means for its line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum LineState {
    Comes,
    /// On the waiting list of another event, or of this one before; or to be decided there.
    Waits,
    /// The person does not come, or has not confirmed: name and address may be a stranger's words, which no
    /// mail repeats.
    Withdrawn,
    Unknown,
}

/// Reads the state of a registration, in either language.
pub(crate) fn state(word: &str) -> LineState {
    match plain(word).as_str() {
        "" | "bestatigt" | "angemeldet" | "zugesagt" | "confirmed" | "registered" | "accepted" => {
            LineState::Comes
        }
        "warteliste"
        | "wartet"
        | "wartend"
        | "waitinglist"
        | "waitlist"
        | "waitlisted"
        | "waiting"
        | "wartetaufentscheidung"
        | "awaitingdecision" => LineState::Waits,
        "abgemeldet" | "abgesagt" | "storniert" | "abgelehnt" | "zuruckgezogen" | "cancelled"
        | "canceled" | "declined" | "rejected" | "withdrawn" | "unbestatigt" | "nichtbestatigt"
        | "unconfirmed" | "notconfirmed" | "pending" => LineState::Withdrawn,
        _ => LineState::Unknown,
    }
}

/// Whether somebody wants invitations, in either language. `None`: the word is not known.
pub(crate) fn wants_invitations(word: &str) -> Option<bool> {
    match plain(word).as_str() {
        "" | "ja" | "j" | "yes" | "y" | "x" | "1" | "true" | "wahr" | "erwunscht" | "wanted" => {
            Some(true)
        }
        "nein" | "n" | "no" | "0" | "false" | "falsch" | "keine" | "none" | "abbestellt"
        | "abgemeldet" | "optedout" | "unsubscribed" => Some(false),
        _ => None,
    }
}

fn plain(word: &str) -> String {
    // Longer than any of the words.
    let first = word.chars().take(40).collect::<String>();
    let mut key = search_key(&first);
    key.retain(char::is_alphanumeric);
    key
}
