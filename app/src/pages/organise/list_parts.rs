//! What the lists of organisers have in common: the way from page to page, the link to print, and the choices of an
//! organisation and of a state.

use leptos::prelude::*;
use model::{EventDetails, Line, Organisation, RegistrationState};
use planner::Paginated;
use ui::{
    components::{Choice, Pagination, Select},
    text::{state_name, t},
    visit::language,
};

use super::list_address::{ROWS, ShownRows};

/// How many people a page names beside their number.
pub(super) const NAMED: usize = 60;

/// The way from the rows that are shown to the others. Nothing if all are shown.
pub(super) fn shown_pages<T>(
    page: &Paginated<T>,
    shown: ShownRows,
    at: impl Fn(ShownRows) -> String,
) -> Option<AnyView> {
    match shown {
        ShownRows::Page(number) => Some(list_pages(page, (number, ROWS), |number| {
            at(ShownRows::Page(number))
        })),
        ShownRows::All => None,
    }
}

/// The link to all rows of a list, which are printed.
pub(super) fn print_link(all_rows: String) -> impl IntoView {
    view! { <a class="button" href=all_rows>{t!("people-print")}</a> }
}

/// The rows that are shown, and the way to the others. Pages are counted from 0; `at` is the address of one.
pub(super) fn list_pages<T>(
    page: &Paginated<T>,
    (number, rows): (u32, u32),
    at: impl Fn(u32) -> String,
) -> AnyView {
    let of = usize::try_from(page.total).unwrap_or_default();
    let before_these = number as usize * rows as usize;
    let last = before_these + page.rows.len() + page.unreadable.len();
    view! {
        <Pagination
            first=before_these + 1
            last
            of
            before=(number > 0).then(|| at(number - 1))
            after=(last < of).then(|| at(number + 1))
        />
    }
    .into_any()
}

/// The organisations of a network, to choose one of them.
pub(super) fn organisation_choices(organisations: &[Organisation]) -> Vec<Choice> {
    let choices = organisations.iter();
    choices
        .map(|one| Choice::new(one.id.to_string(), one.short_name.as_str()))
        .collect()
}

/// States of registrations at an event, to choose one of them.
pub(super) fn state_choices(states: &[RegistrationState], details: &EventDetails) -> Vec<Choice> {
    let choices = states.iter();
    choices
        .map(|state| Choice::new(state.to_string(), state_name(*state, details, language())))
        .collect()
}

/// A filter of a list, unless there is nothing to choose.
pub(super) fn filter_select(
    name: &'static str,
    label: String,
    value: &str,
    choices: Vec<Choice>,
) -> Option<impl IntoView + use<>> {
    let value = value.to_owned();
    (!choices.is_empty()).then(|| {
        view! {
            <Select name label value choices none=t!("people-organisation-all") unmarked=true/>
        }
    })
}

/// The regions or fields of action of organisations, each once.
pub(super) fn distinct(
    organisations: &[Organisation],
    of: impl Fn(&Organisation) -> Option<&Line<120>>,
) -> Vec<Choice> {
    let mut values: Vec<&str> = organisations
        .iter()
        .filter_map(|one| of(one).map(Line::as_str))
        .collect();
    values.sort_by_key(|value| model::search_key(value));
    values.dedup();
    values
        .into_iter()
        .map(|value| Choice::new(value, value))
        .collect()
}
