//! The fields of a workshop's form.

use std::collections::BTreeSet;

use leptos::prelude::*;
use model::Line;
use planner::workshops::PlannedProgramme;
use ui::{
    components::{
        Area, Check, Checks, Choice, Field, FormPart, Hidden, InputKind, set_summary_label,
    },
    text::t,
};

use super::slot_name;
use crate::api::workshops::workshop::WorkshopForm;

#[component]
pub(super) fn WorkshopFields(form: WorkshopForm, found: PlannedProgramme) -> impl IntoView {
    let topics = found.programme.workshops.iter();
    let topics = suggestions(topics.filter_map(|workshop| workshop.details.topic.as_ref()));
    let slots = slots(&form, &found);
    let clashes = clashes(&form, &found);
    view! {
        <section class="card">
            <Field name="title" label=t!("workshops-field-title") value=form.title required=true/>
            <Area
                name="description"
                label=t!("workshops-field-description")
                value=form.description
                hint=t!("workshops-field-description.hint")
                rows=6
            />
            <Field
                name="speakers"
                label=t!("workshops-field-speakers")
                value=form.speakers
                hint=t!("workshops-field-speakers.hint")
            />
            <div class="pair">
                <Field name="topic" label=t!("workshops-field-topic") value=form.topic suggestions=topics/>
                <Field
                    name="language"
                    label=t!("workshops-field-language")
                    value=form.language
                    hint=t!("workshops-field-language.hint")
                />
            </div>
            <Check
                name="step_free"
                label=t!("workshops-field-step-free")
                checked=form.step_free.is_some()
            />
        </section>
        {slots}
        <fieldset class="group">
            <legend>{t!("workshops-people")}</legend>
            <div class="pair">
                <Field
                    name="least"
                    label=t!("workshops-field-least")
                    value=form.least
                    kind=InputKind::Number
                    unmarked=true
                />
                <Field
                    name="most"
                    label=t!("workshops-field-most")
                    value=form.most
                    kind=InputKind::Number
                    unmarked=true
                />
                <Field
                    name="organisation_most"
                    label=t!("workshops-field-organisation-most")
                    value=form.organisation_most
                    kind=InputKind::Number
                    unmarked=true
                />
            </div>
            <p class="hint">{t!("workshops-people.hint")}</p>
        </fieldset>
        {clashes}
    }
}

/// A row for each slot: whether the workshop is offered there, and its room.
fn slots(form: &WorkshopForm, found: &PlannedProgramme) -> AnyView {
    set_summary_label("offers", &t!("workshops-field-slots"));
    if found.programme.slots.is_empty() {
        return view! { <p class="soft">{t!("workshops-no-slots")}</p> }.into_any();
    }
    let named = found.programme.offers.iter();
    let named = named.filter_map(|offer| offer.room.as_ref());
    let known = found.programme.rooms.iter().map(|room| &room.name);
    let rooms = suggestions(named.chain(known))
        .into_iter()
        .map(|room| view! { <option value=room.value></option> })
        .collect_view();
    let rows = found.programme.slots.iter().enumerate();
    let rows = rows
        .map(|(index, slot)| {
            let row = form.row(slot.id);
            let name = slot_name(slot, found.zone());
            view! {
                <div class="pair offered">
                    <Hidden name=format!("offers[{index}][slot]") value=row.slot/>
                    <Check
                        name=format!("offers[{index}][offered]")
                        label=name.clone()
                        checked=row.offered.is_some()
                    />
                    <Field
                        name=format!("offers[{index}][room]")
                        label=t!("workshops-room")
                        about=name
                        value=row.room
                        list="rooms"
                        unmarked=true
                    />
                </div>
            }
        })
        .collect_view();
    view! {
        <fieldset class="group" id="f-offers" tabindex="-1">
            <legend>{t!("workshops-field-slots")}</legend>
            <datalist id="rooms">{rooms}</datalist>
            {rows}
        </fieldset>
    }
    .into_any()
}

/// The workshops that nobody attends beside this one.
fn clashes(form: &WorkshopForm, found: &PlannedProgramme) -> Option<AnyView> {
    let others = found.programme.workshops.iter();
    let choices: Vec<Choice> = others
        .filter(|other| other.id.to_string() != form.workshop)
        .map(|other| Choice::new(other.id.to_string(), other.details.title.to_string()))
        .collect();
    if choices.is_empty() {
        return None;
    }
    let chosen = choices
        .iter()
        .filter(|choice| form.clashes.contains(&choice.value));
    let chosen: Vec<&str> = chosen.map(|choice| choice.label.as_str()).collect();
    let summary = if chosen.is_empty() {
        t!("workshops-clashes-none")
    } else {
        chosen.join(" · ")
    };
    let values = form.clashes.clone();
    let part = view! {
        <FormPart title=t!("workshops-clashes") summary>
            <Checks
                name="clashes"
                label=t!("workshops-field-clashes")
                values
                choices
                hint=t!("workshops-field-clashes.hint")
            />
        </FormPart>
    };
    Some(part.into_any())
}

/// Different lines as suggestions, in the order of the alphabet.
fn suggestions<'l>(lines: impl Iterator<Item = &'l Line<120>>) -> Vec<Choice> {
    let different: BTreeSet<&str> = lines.map(Line::as_str).collect();
    let different = different.into_iter();
    different.map(|line| Choice::new(line, line)).collect()
}
