//! In which rounds somebody is there: the form, and what it said.

use leptos::prelude::*;
use planner::cafes::{CafeDay, CafePerson};
use ui::{
    components::{Choice, Form, Hidden, Select},
    forms::resubmitted,
    text::t,
};

use super::person::fields;
use crate::api::{
    actions::SetAttendance,
    cafe::{cafe_page, day::RoundsForm, named_item},
};

/// When somebody comes, goes and is there again, with what is marked so far.
pub(super) fn form(day: &CafeDay, person: &CafePerson, search: &str) -> impl IntoView + use<> {
    let form = resubmitted::<SetAttendance>()
        .filter(|form| form.person == person.id.to_string())
        .unwrap_or_else(|| RoundsForm::of(day.attendance(person.id)));
    let count = day.rounds();
    let rounds = |first: u32| {
        let rounds = first..=count;
        rounds
            .map(|round| Choice::new(round.to_string(), t!("day-round-n", n = round)))
            .collect::<Vec<_>>()
    };
    let mut arrives = vec![Choice::new("0", t!("day-arrives-never"))];
    arrives.extend(rounds(1));
    let leaves = rounds(2);
    let hidden = fields(day, person, search)
        .into_iter()
        .map(|(name, value)| view! { <Hidden name value/> })
        .collect_view();
    let words: String = form_urlencoded::byte_serialize(search.as_bytes()).collect();
    let query = format!("q={words}#p-{}", person.id);
    let back = cafe_page(day.cafe.event.id, named_item(&day.cafe), "day", &query);
    let returns = (count > 2).then(|| {
        let choices = rounds(3);
        view! {
            <Select
                name="returns"
                label=t!("day-returns")
                value=form.returns
                choices
                none=t!("day-returns-never")
                unmarked=true
            />
        }
    });
    view! {
        <Form to=SetAttendance::PATH id="rounds">
            {hidden}
            <div class="pair">
                <Select name="arrives" label=t!("day-arrives") value=form.arrives choices=arrives/>
                <Select
                    name="leaves"
                    label=t!("day-leaves")
                    value=form.leaves
                    choices=leaves
                    none=t!("day-leaves-never")
                    unmarked=true
                />
                {returns}
            </div>
            <div class="row">
                <button class="button first">{t!("day-rounds-save")}</button>
                <a class="button" href=back>{t!("walk-in-cancel")}</a>
            </div>
        </Form>
    }
}

/// *Ada Beyer ist in den Runden 1, 3 da*
pub(super) fn said(day: &CafeDay, person: &CafePerson) -> String {
    let rounds = day.attendance(person.id).rounds(day.rounds());
    let list: Vec<String> = rounds.iter().map(ToString::to_string).collect();
    t!(
        "day-done-rounds",
        name = person.name(),
        n = rounds.len(),
        rounds = list.join(", ")
    )
}
