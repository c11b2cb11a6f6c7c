//! The agenda of an event, as its public page shows it.

use leptos::prelude::*;
use model::Language;

use crate::text::t;

/// The most parallel items that a narrow screen shows without folding.
const SHOWN_ON_A_PHONE: usize = 3;

/// The most parallel items that a list shows first.
const SHOWN_AT_ONCE: usize = 6;

/// A day of the agenda.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AgendaDayLines {
    /// The day, unless the page has said it: *Mi., 20. September*.
    pub heading: Option<String>,
    pub slots: Vec<AgendaSlot>,
}

/// An item, or several that run in parallel.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AgendaSlot {
    pub time: AgendaTime,
    /// What the items are together, if they are several: *17 Workshops zur Wahl*.
    pub choice: Option<String>,
    pub items: Vec<AgendaLine>,
}

/// Beginning and end, as people read them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AgendaTime {
    /// The beginning: for people, and as a `datetime` attribute.
    pub starts: String,
    pub starts_machine: String,
    /// The end, with its dash and, if it is on another day, with its weekday.
    pub until: String,
}

/// An item of the agenda.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AgendaLine {
    /// Its own time, if it is not that of its slot.
    pub time: Option<AgendaTime>,
    pub title: String,
    /// Whether it is a break.
    pub is_break: bool,
    /// A tag, such as *3 Runden zu 30 Minuten*.
    pub tag: Option<String>,
    /// Room, speakers, description: one line each.
    pub details: Vec<String>,
}

/// The days of an agenda. A narrow screen folds parallel items if there are more than three; a wide one and
/// paper show them. More than six are folded everywhere but on paper.
#[component]
pub fn Agenda(
    days: Vec<AgendaDayLines>,
    /// The language of the agenda.
    language: Language,
) -> impl IntoView {
    days.into_iter()
        .map(|day| {
            let slots: Vec<AnyView> = day
                .slots
                .into_iter()
                .map(|slot| one_slot(slot, language))
                .collect();
            view! {
                {day.heading.map(|heading| view! { <h3 class="day">{heading}</h3> })}
                <ol class="agenda">{slots}</ol>
            }
        })
        .collect_view()
}

fn one_slot(slot: AgendaSlot, language: Language) -> AnyView {
    let AgendaSlot {
        time,
        choice,
        items,
    } = slot;
    let Some(choice) = choice else {
        let pause = items.iter().all(|item| item.is_break);
        let items = items.into_iter().map(one_item).collect_view();
        return view! { <li class=pause.then_some("pause")>{when(time)}<div>{items}</div></li> }
            .into_any();
    };
    let content = if items.len() > SHOWN_ON_A_PHONE {
        // The style opens it on a wide screen and on paper, where the first line takes the summary's place.
        view! {
            <div>
                <b class="choice beside-fold">{choice.clone()}</b>
                <details class="folded">
                    <summary>
                        <b class="choice">{choice}</b>
                    </summary>
                    {parallel(items, language)}
                </details>
            </div>
        }
        .into_any()
    } else {
        view! { <div><b class="choice">{choice}</b>{parallel(items, language)}</div> }.into_any()
    };
    view! { <li>{when(time)}{content}</li> }.into_any()
}

/// Parallel items: the first ones, and a fold with the rest.
fn parallel(mut items: Vec<AgendaLine>, language: Language) -> impl IntoView {
    let rest = items.split_off(items.len().min(SHOWN_AT_ONCE));
    let list = |items: Vec<AgendaLine>| {
        let items = items
            .into_iter()
            .map(|item| view! { <li>{one_item(item)}</li> });
        view! { <ul class="parallel">{items.collect_view()}</ul> }
    };
    let hidden = rest.len();
    let rest = (hidden > 0).then(|| {
        view! {
            <details class="more">
                <summary>{t!(language => "agenda-show-more", n = hidden)}</summary>
                {list(rest)}
            </details>
        }
    });
    view! { {list(items)}{rest} }
}

fn when(time: AgendaTime) -> impl IntoView {
    view! {
        <time datetime=time.starts_machine>
            {time.starts}<span class="until">{time.until}</span>
        </time>
    }
}

fn one_item(item: AgendaLine) -> impl IntoView {
    let details = item
        .details
        .into_iter()
        .map(|line| view! { <small>{line}</small> })
        .collect_view();
    view! {
        {item.time.map(when)}
        <span class="title">
            {item.title}
            {item.tag.map(|tag| view! { " "<span class="tag accent">{tag}</span> })}
        </span>
        {details}
    }
}
