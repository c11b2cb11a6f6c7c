//! The fields of an agenda item's form.

use leptos::prelude::*;
use model::AgendaItemKind;
use ui::{
    components::{Area, Choice, Field, Hidden, InputKind, Select, WhichOfTwo},
    text::t,
};

use crate::api::agenda::AgendaItemForm;

#[component]
pub(super) fn AgendaItemFields(
    form: AgendaItemForm,
    /// Whether the form asks for the day.
    several_days: bool,
) -> impl IntoView {
    let date = if several_days {
        view! {
            <Field name="date" label=t!("agenda-date") value=form.date kind=InputKind::Date required=true/>
        }
        .into_any()
    } else {
        view! { <Hidden name="date" value=form.date/> }.into_any()
    };
    view! {
        <Hidden name="shown_minutes" value=form.shown_minutes/>
        <Hidden name="shown_ends" value=form.shown_ends/>
        <Field name="title" label=t!("agenda-item-title") value=form.title required=true/>
        <div class="pair">
            {date}
            <Field name="time" label=t!("agenda-time") value=form.time kind=InputKind::Time required=true/>
            <Field name="ends" label=t!("agenda-ends") value=form.ends kind=InputKind::Time/>
            <Field
                name="minutes"
                label=t!("agenda-minutes")
                value=form.minutes
                kind=InputKind::Number
                unmarked=true
            />
            <Select
                name="kind"
                label=t!("agenda-kind")
                value=form.kind
                choices=Choice::of(AgendaItemKind::ALL)
            />
        </div>
        <WhichOfTwo name="which" value=form.which/>
        <p class="hint">{t!("agenda-length.hint")}</p>
        <div class="pair">
            <Field name="speakers" label=t!("agenda-speakers") value=form.speakers/>
            <Field name="room" label=t!("agenda-room") value=form.room/>
        </div>
        <Area
            name="details"
            label=t!("agenda-details")
            value=form.details
            hint=t!("agenda-details.hint")
            rows=2
        />
    }
}
