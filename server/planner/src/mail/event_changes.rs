//! The words of mails for changes of an event.

use model::{Changed, EventChange, Language};

/// Changes as a mail lists them. Those that nobody is written to about are left out.
pub(super) fn worded(changes: &[EventChange], language: Language) -> Vec<mail::ChangedField> {
    changes
        .iter()
        .filter_map(|change| {
            let (label, values) = match change {
                EventChange::Title(change) => (["Titel", "Title"], texts(change)),
                EventChange::Starts(change) => (["Beginn", "Start"], change.in_words(language)),
                EventChange::Ends(change) => (["Ende", "End"], change.in_words(language)),
                EventChange::TimeZone(change) => (["Zeitzone", "Time zone"], texts(change)),
                EventChange::PlaceName(change) => (["Ort", "Place"], optional_texts(change)),
                EventChange::PlaceAddress(change) => {
                    (["Adresse", "Address"], optional_texts(change))
                }
                EventChange::PlaceRoom(change) => (["Raum", "Room"], optional_texts(change)),
                EventChange::OnlineLink(change) => {
                    (["Online-Zugang", "Online link"], optional_texts(change))
                }
                EventChange::Kind(_)
                | EventChange::Summary(_)
                | EventChange::PlainLanguage(_)
                | EventChange::Body(_)
                | EventChange::Language(_)
                | EventChange::Capacity(_)
                | EventChange::Contingents(_)
                | EventChange::Opens(_)
                | EventChange::Closes(_)
                | EventChange::Visibility(_)
                | EventChange::Admission(_)
                | EventChange::Colleagues(_)
                | EventChange::FundingNotice(_)
                | EventChange::State(_) => return None,
            };
            let [german, english] = label;
            let label = match language {
                Language::De => german,
                Language::En => english,
            };
            Some(mail::ChangedField {
                label: label.to_owned(),
                before: values.before,
                after: values.after,
            })
        })
        .collect()
}

fn texts(change: &Changed<impl ToString>) -> Changed<String> {
    change.map(ToString::to_string)
}

fn optional_texts(change: &Changed<Option<impl ToString>>) -> Changed<String> {
    change.map(|value| value.as_ref().map(ToString::to_string).unwrap_or_default())
}
