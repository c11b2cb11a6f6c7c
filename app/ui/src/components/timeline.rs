//! A timeline: what happened, and what comes.

use leptos::prelude::*;

/// When an entry of a timeline is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TimelineState {
    Past,
    Today,
    Coming,
}

/// An entry of a timeline.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TimelineEntry {
    pub state: TimelineState,
    /// The day in words, and as the value of a `datetime` attribute.
    pub day: (String, String),
    pub text: String,
    /// The label and the address of a link to more.
    pub more: Option<(String, String)>,
}

/// Entries in the order of their days.
#[component]
pub fn Timeline(entries: Vec<TimelineEntry>) -> impl IntoView {
    let entries = entries
        .into_iter()
        .map(|entry| {
            let (class, current) = match entry.state {
                TimelineState::Past => ("done", None),
                TimelineState::Today => ("now", Some("date")),
                TimelineState::Coming => ("", None),
            };
            let (day, machine) = entry.day;
            let subject = entry.text.clone();
            let more = entry.more.map(|(label, href)| {
                view! { <a href=href>{label}<span class="unseen">": "{subject}</span></a> }
            });
            view! {
                <li class=class aria-current=current>
                    <time datetime=machine>{day}</time>
                    <span>{entry.text}</span>
                    {more}
                </li>
            }
        })
        .collect_view();
    view! { <ol class="timeline">{entries}</ol> }
}
