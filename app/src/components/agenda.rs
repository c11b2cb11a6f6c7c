//! What happens at an event, in order.

use leptos::prelude::*;

/// One item, as it is read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AgendaLine {
    /// The day, where it differs from the item before: *Mi., 20. September*.
    pub day: Option<String>,
    /// When it begins, as people write it, and as machines do.
    pub starts: String,
    pub starts_machine: String,
    /// When it ends.
    pub ends: String,
    pub title: String,
    /// Whether nothing is on: shown quieter.
    pub is_break: bool,
    /// A word about it, as *3 Runden zu 30 Minuten*.
    pub tag: Option<String>,
    /// Where, who, what about: one line each.
    pub details: Vec<String>,
}

/// The items of an agenda.
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
                        {item.starts}<span class="until">"–"{item.ends}</span>
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
