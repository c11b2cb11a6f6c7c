//! The rows of a form in which somebody enters colleagues.

use leptos::prelude::*;
use model::{Language, Question};
use ui::{
    components::{Field, InputKind, Questions, set_summary_label},
    text::t,
};

use crate::api::colleagues::{ColleagueRow, MORE_PEOPLE, MOST_COLLEAGUES, field_of_row};

/// The rows that are shown: the typed ones, and one more if it is asked for. The page never has more than
/// [`MOST_COLLEAGUES`].
pub(super) fn shown_rows(typed: &[ColleagueRow], least: usize, more: bool) -> Vec<ColleagueRow> {
    let typed = typed.get(..MOST_COLLEAGUES).unwrap_or(typed);
    let filled = typed
        .iter()
        .rposition(|row| !row.is_empty())
        .map_or(0, |last| last + 1);
    let shown = if more {
        typed.len() + 1
    } else {
        filled.max(typed.len())
    };
    let mut rows = typed.to_vec();
    rows.resize(shown.clamp(least, MOST_COLLEAGUES), ColleagueRow::default());
    rows
}

/// A row for each colleague, and the button for one more.
pub(super) fn colleague_rows(
    rows: Vec<ColleagueRow>,
    questions: &[Question],
    asked_in: Language,
    more: bool,
) -> impl IntoView + use<> {
    let count = rows.len();
    let add = if count == 0 {
        t!("colleagues-first")
    } else {
        t!("colleagues-more")
    };
    let fields: Vec<_> = rows
        .into_iter()
        .enumerate()
        .map(|(number, row)| {
            let is_new = more && number + 1 == count;
            colleague(number, row, (questions, asked_in), is_new)
        })
        .collect();
    let button = (count < MOST_COLLEAGUES).then(|| {
        view! {
            <p>
                // The browser sends it, because the answer has more rows than the page.
                <button class="button small" name="do" value=MORE_PEOPLE data-reload>{add}</button>
            </p>
        }
    });
    view! { {fields}{button} }
}

fn colleague(
    number: usize,
    row: ColleagueRow,
    (questions, asked_in): (&[Question], Language),
    is_new: bool,
) -> impl IntoView + use<> {
    let name = |field: &str| field_of_row(number, field);
    let legend = t!("colleagues-person", n = number + 1);
    for (field, label) in [
        ("given_name", t!("register-given-name")),
        ("family_name", t!("register-family-name")),
        ("address", t!("register-address")),
    ] {
        set_summary_label(&name(field), &format!("{legend}, {label}"));
    }
    view! {
        // The browser scrolls to the new row.
        <fieldset class="rows colleague" tabindex="-1" autofocus=is_new>
            <legend>{legend.clone()}</legend>
            <div class="pair">
                <Field
                    name=name("given_name")
                    label=t!("register-given-name")
                    value=row.given_name
                    about=legend.clone()
                    unmarked=true
                />
                <Field
                    name=name("family_name")
                    label=t!("register-family-name")
                    value=row.family_name
                    about=legend.clone()
                    unmarked=true
                />
            </div>
            <Field
                name=name("address")
                label=t!("register-address")
                value=row.address
                kind=InputKind::Email
                about=legend
                unmarked=true
            />
            <Questions
                questions=questions.to_vec()
                answers=row.answers
                asked_in
                row=format!("people[{number}]")
            />
        </fieldset>
    }
}

#[cfg(test)]
mod tests {
    use super::{ColleagueRow, shown_rows};

    #[test]
    fn one_row_more_is_shown_when_it_is_asked_for() {
        let row = ColleagueRow {
            given_name: "Anna".to_owned(),
            ..ColleagueRow::default()
        };
        assert_eq!(shown_rows(&[], 1, false).len(), 1);
        assert_eq!(shown_rows(&[], 0, false).len(), 0);
        assert_eq!(shown_rows(std::slice::from_ref(&row), 1, true).len(), 2);
        assert_eq!(shown_rows(&vec![row; 20], 1, true).len(), 20);
        let many = vec![ColleagueRow::default(); 3_000];
        assert_eq!(shown_rows(&many, 0, true).len(), 20);
    }
}
