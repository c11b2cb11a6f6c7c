//! A rule made of the chosen seat: for the person alone, or with somebody else.

use leptos::prelude::*;
use model::RegistrationId;
use ui::{
    components::{Form, Hidden, SubmittedBy},
    text::t,
};

use super::{Shown, links::Target, rules::table_name};
use crate::api::actions::MakeRule;

/// The fold with the form. Its buttons are the rules that can be made.
pub(super) fn make_rule(
    shown: &Shown<'_>,
    seat: (RegistrationId, u32),
) -> Option<impl IntoView + use<>> {
    let others = others(shown, seat);
    let table = shown.chosen_table();
    if others.is_empty() && table.is_none() {
        return None;
    }
    let mut fields = shown.seat_fields(seat);
    fields.extend(table.map(|table| ("to", Target::Table(table).to_string())));
    let hidden = fields
        .into_iter()
        .map(|(name, value)| view! { <Hidden name value/> })
        .collect_view();
    let pair = (!others.is_empty()).then(|| pair(shown, others));
    let fixed = table.map(|table| {
        let table = table_name(shown, table);
        let label = t!("cafe-make-fixed", table = table, round = seat.1);
        view! { <button class="button small" name="rule" value="fixed">{label}</button> }
    });
    Some(view! {
        <details class="make-rule">
            <summary class="chevron">{t!("cafe-make-rule")}</summary>
            <Form to=MakeRule::PATH id="make-rule" submitted_by=SubmittedBy::Browser>
                {hidden}
                {pair}
                {fixed}
            </Form>
        </details>
    })
}

/// The other person, and the rules for two.
fn pair(shown: &Shown<'_>, others: Vec<RegistrationId>) -> impl IntoView + use<> {
    let options = others
        .into_iter()
        .map(|other| view! { <option value=other.to_string()>{shown.people.name(other)}</option> })
        .collect_view();
    view! {
        <div class="row">
            <label for="rule-with" class="soft">{t!("cafe-make-with")}</label>
            <select id="rule-with" name="with">{options}</select>
            <button class="button small" name="rule" value="together">{t!("cafe-make-together")}</button>
            <button class="button small" name="rule" value="apart">{t!("cafe-make-apart")}</button>
        </div>
    }
}

/// The person of the chosen target, and those at the table of the seat.
fn others(shown: &Shown<'_>, (person, round): (RegistrationId, u32)) -> Vec<RegistrationId> {
    let mut others = Vec::new();
    if let Some(Target::Person(target)) = shown.chosen.target {
        others.push(target);
    }
    if let Some(table) = shown.chosen_table() {
        others.extend(shown.version.seating.people_at(table, round));
    }
    let mut seen = vec![person];
    others.retain(|one| {
        let is_new = shown.people.get(*one).is_some() && !seen.contains(one);
        seen.push(*one);
        is_new
    });
    others
}
