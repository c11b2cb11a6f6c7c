//! The part of seats, contingents and dates of registration.

use std::iter::repeat_n;

use leptos::prelude::*;
use model::Organisation;
use ui::{
    components::{
        Choice, Field, FormPart, InputKind, LocalDateTimeField, Select, set_summary_label,
    },
    text::t,
};

use super::summaries;
use crate::api::events::{ContingentRow, EventForm, MORE_ROWS};

/// Empty rows after the filled ones. A button adds as many again.
const EMPTY_ROWS: usize = 3;

pub(super) fn seats(form: EventForm, organisations: &[Organisation]) -> impl IntoView + use<> {
    let more = form.action == MORE_ROWS;
    let summary = summaries::seats(&form);
    let contingents = (!organisations.is_empty()).then(|| {
        let (form, organisations) = (form.clone(), organisations.to_vec());
        move || contingents(&form, &organisations, more).into_any()
    });
    view! {
        <FormPart title=t!("event-section-seats") summary open=more>
            <Field
                name="capacity"
                label=t!("event-capacity")
                value=form.capacity
                kind=InputKind::Number
                hint=t!("event-capacity.hint")
            />
            {contingents.map(|contingents| contingents())}
            <LocalDateTimeField
                name="opens"
                label=t!("event-opens")
                date=form.opens_date
                time=form.opens_time
                which=form.opens_which
                hint=t!("event-opens.hint")
            />
            <LocalDateTimeField
                name="closes"
                label=t!("event-closes")
                date=form.closes_date
                time=form.closes_time
                which=form.closes_which
                hint=t!("event-closes.hint")
            />
        </FormPart>
    }
}

fn contingents(
    form: &EventForm,
    organisations: &[Organisation],
    more: bool,
) -> impl IntoView + use<> {
    set_summary_label("contingents", &t!("event-contingents"));
    let choices: Vec<Choice> = organisations
        .iter()
        .map(|known| Choice::new(known.id.to_string(), known.short_name.to_string()))
        .collect();
    let rows: Vec<_> = shown_rows(&form.contingents, more)
        .into_iter()
        .enumerate()
        .map(|(number, contingent)| row(number, contingent, choices.clone()))
        .collect();
    view! {
        // The browser scrolls to the new rows.
        <fieldset class="rows" tabindex="-1" autofocus=more>
            <legend>{t!("event-contingents")}</legend>
            <p class="hint">{t!("event-contingents.hint")}</p>
            {rows}
            <p>
                // The browser sends it, because the answer has more rows than the page.
                <button class="button small" name="do" value=MORE_ROWS data-reload>
                    {t!("event-contingents-more")}
                </button>
            </p>
        </fieldset>
    }
}

/// The typed rows, and empty ones to fill. Rows keep their numbers, by which faults name them.
fn shown_rows(typed: &[ContingentRow], more: bool) -> Vec<ContingentRow> {
    let empty = ContingentRow::default();
    let filled = if more {
        typed.len()
    } else {
        typed
            .iter()
            .rposition(|row| *row != empty)
            .map_or(0, |last| last + 1)
    };
    let mut rows = typed[..filled].to_vec();
    rows.extend(repeat_n(empty, EMPTY_ROWS));
    rows
}

fn row(number: usize, contingent: ContingentRow, choices: Vec<Choice>) -> impl IntoView {
    let organisation = format!("contingents[{number}][organisation]");
    let seats = format!("contingents[{number}][seats]");
    let group = t!("event-contingent", number = number + 1);
    for (name, label) in [
        (&organisation, t!("event-contingent-organisation")),
        (&seats, t!("event-contingent-seats")),
    ] {
        set_summary_label(name, &format!("{group}, {label}"));
    }
    view! {
        <div class="row" role="group" aria-label=group>
            <Select
                name=organisation
                label=t!("event-contingent-organisation")
                value=contingent.organisation
                choices
                none=t!("event-contingent-none")
                unmarked=true
            />
            <Field
                name=seats
                label=t!("event-contingent-seats")
                value=contingent.seats
                kind=InputKind::Number
                unmarked=true
            />
        </div>
    }
}

#[cfg(test)]
mod tests {
    use super::{ContingentRow, shown_rows};

    fn row(seats: &str) -> ContingentRow {
        ContingentRow {
            seats: seats.to_owned(),
            ..ContingentRow::default()
        }
    }

    fn seats(typed: &[&str], more: bool) -> Vec<String> {
        let typed: Vec<_> = typed.iter().map(|seats| row(seats)).collect();
        let rows = shown_rows(&typed, more);
        rows.into_iter().map(|row| row.seats).collect()
    }

    #[test]
    fn there_are_always_a_few_empty_rows_and_more_on_demand() {
        assert_eq!(seats(&[], false), ["", "", ""]);
        assert_eq!(
            seats(&["4", "", "5", ""], false),
            ["4", "", "5", "", "", ""]
        );
        assert_eq!(seats(&["4", "", ""], true).len(), 6);
    }
}
