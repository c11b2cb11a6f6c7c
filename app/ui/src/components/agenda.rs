//! The agenda of an event.

use leptos::prelude::*;

/// An item of the agenda.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AgendaLine {
    /// The day, if the previous item is on another one: *Mi., 20. September*.
    pub day: Option<String>,
    /// The beginning: for people, and as a `datetime` attribute.
    pub starts: String,
    pub starts_machine: String,
    /// The end, with its dash and, if it is on another day, with its weekday.
    pub until: String,
    pub title: String,
    /// Whether it is a break.
    pub is_break: bool,
    /// A tag, such as *3 Runden zu 30 Minuten*.
    pub tag: Option<String>,
    /// Room, speakers, description: one line each.
    pub details: Vec<String>,
}

/// The list of an agenda's items.
#[component]
pub fn Agenda(items: Vec<AgendaLine>) -> impl IntoView {
    let items = items
        .into_iter()
        .map(|item| {
            let details = item
                .details
                .into_iter()
                .map(|line| view! { <small>{line}</small> })
                .collect_view();
            view! {
                {item.day.map(|day| view! { <li class="day">{day}</li> })}
                <li class=item.is_break.then_some("pause")>
                    <time datetime=item.starts_machine>
                        {item.starts}<span class="until">{item.until}</span>
                    </time>
                    <div>
                        <span>
                            {item.title}
                            {item.tag.map(|tag| view! { " "<span class="tag accent">{tag}</span> })}
                        </span>
                        {details}
                    </div>
                </li>
            }
        })
        .collect_view();
    view! { <ol class="agenda">{items}</ol> }
}
