//! Topics and their tables.

use std::collections::BTreeSet;

use leptos::prelude::*;
use model::cafe::TableNumber;
use planner::cafes::even_sizes;
use ui::{
    components::{Check, Field, Hidden, InputKind, set_summary_label},
    error::AppError,
    forms::refused,
    text::t,
    visit::query,
};

use super::Shown;
use crate::api::cafe::{TableRow, TopicRow, people_to_suggest_for};

/// The ids of the lists that fields suggest values from.
pub(super) const PEOPLE_LIST: &str = "people-of-cafe";
const ROOMS_LIST: &str = "rooms-of-cafe";

pub(super) fn tables(shown: &Shown) -> impl IntoView + use<> {
    let topics = &shown.form.topics;
    let may_change = shown.may_change;
    let detailed = shown.form.detailed.is_some()
        || topics
            .iter()
            .flat_map(|topic| &topic.tables)
            .any(|table| !table.least.is_empty() || !table.language.is_empty());
    let opened = query("open");
    let several = topics.len() > 1;
    let rows = topics
        .iter()
        .enumerate()
        .map(|(place, topic)| {
            let is_open = match &opened {
                Some(number) => *number == topic.number,
                None => place == 0,
            };
            // New rows have no number before they are saved.
            let is_open = is_open || !several || topic.number.is_empty() || has_fault(place);
            let seated = |table: &TableRow| seated_at(shown, table);
            let seated = topic.tables.iter().map(seated).collect();
            let look = Look {
                is_open,
                detailed,
                may_change,
                seated,
            };
            topic_part(place, topic.clone(), look)
        })
        .collect_view();
    let add = may_change.then(|| {
        view! {
            <button class="button small" name="do" value="add-topic" data-reload>
                {t!("set-up-topic-add")}
            </button>
        }
    });
    let details = (may_change && !detailed && !topics.is_empty()).then(|| {
        view! {
            <p>
                <button class="link small" name="do" value="details" data-reload>
                    {t!("set-up-details")}
                </button>
            </p>
        }
    });
    let none = topics.is_empty().then(|| {
        let has_suggestion = people_to_suggest_for(&shown.cafe, &shown.set_up) > 0;
        let text = if has_suggestion {
            t!("set-up-topics-none")
        } else {
            t!("set-up-topics-none-nobody")
        };
        view! { <p class="soft">{text}</p> }
    });
    let people = people_to_suggest_for(&shown.cafe, &shown.set_up);
    let people = usize::try_from(people).unwrap_or(usize::MAX);
    let even = even_sizes(&shown.set_up, people).map(|(least, most)| {
        view! { <p class="hint" id="even-sizes">{t!("set-up-even-sizes", least = least, most = most)}</p> }
    });
    let keep = detailed.then(|| view! { <Hidden name="detailed" value="on"/> });
    view! {
        <section class="card dense" id="tables" tabindex="-1">
            <div class="row apart"><h2>{t!("set-up-tables")}</h2>{add}</div>
            {none}
            {rows}
            {even}
            {details}
            {keep}
            {lists(shown)}
        </section>
    }
}

/// How a topic is shown.
struct Look {
    is_open: bool,
    detailed: bool,
    may_change: bool,
    /// How many people the plan seats at each table.
    seated: Vec<u32>,
}

/// How many people the plan seats at a table.
fn seated_at(shown: &Shown, table: &TableRow) -> u32 {
    let drift = shown.drift.as_ref();
    let counts = drift.map(|drift| &drift.seated);
    let number = table.number.parse::<TableNumber>().ok();
    let seated = number.and_then(|number| counts?.get(&number).copied());
    seated.unwrap_or(0)
}

/// Whether a field of a topic has a fault.
fn has_fault(topic: usize) -> bool {
    let fields = format!("topics[{topic}]");
    refused().is_some_and(|refused| match &refused.error {
        AppError::Invalid(faults) => faults.iter().any(|(name, _)| name.starts_with(&fields)),
        _ => false,
    })
}

/// The lists of names and rooms that fields suggest.
fn lists(shown: &Shown) -> impl IntoView + use<> {
    let names = planner::cafes::distinct_names(&shown.cafe.people);
    let people: Vec<_> = names
        .into_iter()
        .zip(&shown.cafe.people)
        .map(|(name, person)| {
            let organisation = person.organisation_name.clone();
            let label = organisation.filter(|one| !name.contains(one.as_str()));
            view! { <option value=name label=label></option> }
        })
        .collect();
    let tables = shown.form.topics.iter().flat_map(|topic| &topic.tables);
    let mut rooms: BTreeSet<String> = tables.map(|table| table.room.clone()).collect();
    let items = shown
        .cafe
        .all
        .iter()
        .flatten()
        .filter_map(|item| item.room.as_ref());
    rooms.extend(items.map(ToString::to_string));
    let rooms: Vec<_> = rooms
        .into_iter()
        .filter(|room| !room.is_empty())
        .map(|room| view! { <option value=room></option> })
        .collect();
    view! {
        <datalist id=PEOPLE_LIST>{people}</datalist>
        <datalist id=ROOMS_LIST>{rooms}</datalist>
    }
}

fn topic_part(place: usize, topic: TopicRow, look: Look) -> impl IntoView {
    let Look {
        is_open,
        detailed,
        may_change,
        seated,
    } = look;
    let all_seated = seated.iter().sum::<u32>();
    let anchor = format!("topic-{}", topic.number);
    let name = format!("topics[{place}][name]");
    set_summary_label(&name, &t!("set-up-topic-number", number = place + 1));
    let summary = summary(&topic);
    let title = topic.name.clone();
    let count = topic.tables.len();
    let rows: Vec<_> = topic
        .tables
        .into_iter()
        .zip(seated)
        .enumerate()
        .map(|(at, (table, seated))| table_row((place, at), table, (detailed, may_change), seated))
        .collect();
    let head = view! {
        <thead>
            <tr>
                <th scope="col">{t!("set-up-table")}</th>
                {detailed.then(|| view! { <th scope="col">{t!("set-up-table-least")}</th> })}
                <th scope="col">{t!("set-up-table-most")}</th>
                <th scope="col">{t!("set-up-table-room")}</th>
                <th scope="col">{t!("set-up-table-step-free")}</th>
                {detailed.then(|| view! { <th scope="col">{t!("set-up-table-language")}</th> })}
                <th scope="col">{t!("set-up-table-host")}</th>
                <th><span class="unseen">{t!("set-up-table-remove")}</span></th>
            </tr>
        </thead>
    };
    let buttons = may_change.then(|| {
        view! {
            <div class="row">
                <button class="button small" name="do" value=format!("add-table:{place}") data-reload>
                    {t!("set-up-table-add")}
                </button>
                <details class="asks">
                    <summary>{t!("set-up-topic-remove")}</summary>
                    {(all_seated > 0).then(|| view! { <p class="hint">{t!("set-up-topic-remove-seated")}</p> })}
                    <button
                        class="button small harm"
                        name="do"
                        value=format!("remove-topic:{place}")
                        data-reload
                    >
                        {t!("set-up-topic-remove-yes", n = count)}
                    </button>
                </details>
            </div>
        }
    });
    view! {
        <details class="topic" id=anchor open=is_open>
            <summary>
                <h3>{title}</h3>
                <span class="values">{summary}</span>
            </summary>
            <div class="stack">
                <Hidden name=format!("topics[{place}][number]") value=topic.number/>
                <Field name label=t!("set-up-topic") value=topic.name required=true/>
                <table class="cafe-tables">
                    {head}
                    <tbody>{rows}</tbody>
                </table>
                {buttons}
            </div>
        </details>
    }
}

/// *4 Tische zu 6 Plätzen · Aula, Foyer (nicht stufenlos)*
fn summary(topic: &TopicRow) -> String {
    let count = topic.tables.len();
    let sizes: BTreeSet<&str> = topic.tables.iter().map(|one| one.most.trim()).collect();
    let size = if let [one] = sizes.into_iter().collect::<Vec<_>>().as_slice() {
        t!("set-up-topic-tables", n = count, seats = *one)
    } else {
        let seats = topic
            .tables
            .iter()
            .filter_map(|one| one.most.trim().parse::<u32>().ok());
        let seats = seats.sum::<u32>();
        t!("set-up-topic-tables-mixed", n = count, seats = seats)
    };
    let mut rooms: Vec<&str> = Vec::new();
    for table in &topic.tables {
        if !table.room.is_empty() && !rooms.contains(&table.room.as_str()) {
            rooms.push(&table.room);
        }
    }
    let mut parts = vec![size];
    if !rooms.is_empty() {
        parts.push(rooms.join(", "));
    }
    let steps = topic
        .tables
        .iter()
        .filter(|one| one.step_free.is_none())
        .count();
    if steps > 0 {
        parts.push(t!("set-up-topic-steps", n = steps));
    }
    parts.join(" · ")
}

/// Removes a table from the form. Where the plan seats people, it asks first.
fn remove_button((topic, at): (usize, usize), about: &str, seated: u32) -> impl IntoView + use<> {
    let label = t!("set-up-table-remove-of", table = about);
    if seated > 0 {
        let action = format!("remove-table:{topic}:{at}");
        return view! {
            <details class="asks">
                <summary class="button step" aria-label=label.clone() title=label.clone()>
                    <span aria-hidden="true">"×"</span>
                </summary>
                <div class="question">
                    <p>{t!("set-up-table-remove-seated", n = seated)}</p>
                    <button class="button small harm" name="do" value=action data-reload>{label}</button>
                </div>
            </details>
        }
        .into_any();
    }
    view! {
        <button
            class="button step"
            name="do"
            value=format!("remove-table:{topic}:{at}")
            data-reload
            aria-label=label.clone()
            title=label
        >
            <span aria-hidden="true">"×"</span>
        </button>
    }
    .into_any()
}

fn table_row(
    (topic, at): (usize, usize),
    table: TableRow,
    (detailed, may_change): (bool, bool),
    seated: u32,
) -> impl IntoView {
    let base = format!("topics[{topic}][tables][{at}]");
    let input = |field: &str| format!("{base}[{field}]");
    let about = table.name.clone();
    let labels = [
        ("name", t!("set-up-table")),
        ("least", t!("set-up-table-least")),
        ("most", t!("set-up-table-most")),
        ("room", t!("set-up-table-room")),
        ("language", t!("set-up-table-language")),
        ("host", t!("set-up-table-host-short")),
    ];
    for (field, label) in &labels {
        let named = t!(
            "set-up-table-field",
            table = about.as_str(),
            field = label.as_str()
        );
        set_summary_label(&input(field), &named);
    }
    let cell = |class: &'static str, field: AnyView| view! { <td class=class>{field}</td> };
    let number = |name: &'static str, label: String, value: String| {
        view! {
            <Field name=input(name) label=label value=value kind=InputKind::Number unmarked=true/>
        }
        .into_any()
    };
    let name = view! { <Field name=input("name") label=t!("set-up-table") value=table.name unmarked=true/> };
    let least = detailed.then(|| {
        cell(
            "least",
            number("least", t!("set-up-table-least"), table.least),
        )
    });
    let most = cell("most", number("most", t!("set-up-table-most"), table.most));
    let room = view! {
        <Field
            name=input("room")
            label=t!("set-up-table-room")
            value=table.room
            list=ROOMS_LIST
            unmarked=true
        />
    };
    let step_free = view! {
        <Check
            name=input("step_free")
            label=t!("set-up-table-step-free")
            checked=table.step_free.is_some()
        />
    };
    let language = detailed.then(|| {
        let field = view! {
            <Field
                name=input("language")
                label=t!("set-up-table-language")
                value=table.language
                unmarked=true
            />
        };
        cell("language", field.into_any())
    });
    let host = view! {
        <Field
            name=input("host")
            label=t!("set-up-table-host-short")
            value=table.host
            list=PEOPLE_LIST
            autocomplete="off"
            unmarked=true
        />
    };
    let remove = may_change.then(|| remove_button((topic, at), &about, seated));
    view! {
        <tr>
            <td class="name">
                <Hidden name=input("number") value=table.number/>
                {name}
            </td>
            {least}
            {most}
            {cell("table-room", room.into_any())}
            {cell("step-free", step_free.into_any())}
            {language}
            {cell("host", host.into_any())}
            <td class="remove">{remove}</td>
        </tr>
    }
}
