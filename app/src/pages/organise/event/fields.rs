//! The fields of an event's form.

use leptos::prelude::*;
use model::{EventKind, Language, Organisation, Visibility};
use ui::{
    components::{
        Area, Choice, Field, InputKind, LocalDateTimeField, Radios, Select, set_summary_label,
    },
    text::t,
};

use crate::api::events::{ContingentRow, EventForm};

/// Empty rows after the filled ones. Saving adds new ones.
const EMPTY_ROWS: usize = 3;

/// Suggested zones. Every other zone can be typed.
const USUAL_ZONES: [&str; 8] = [
    "Europe/Berlin",
    "Europe/Vienna",
    "Europe/Zurich",
    "Europe/Brussels",
    "Europe/London",
    "Europe/Warsaw",
    "Europe/Kyiv",
    "UTC",
];

#[component]
pub(super) fn EventFields(form: EventForm, organisations: Vec<Organisation>) -> impl IntoView {
    // Not a field, but a conflict may name it.
    set_summary_label("state", &t!("event-state"));
    view! {
        {what(&form)}
        {when(&form)}
        {place(&form)}
        {seats(&form, &organisations)}
        {visibility(&form)}
    }
}

fn what(form: &EventForm) -> impl IntoView + use<> {
    view! {
        <section class="fields">
            <h2>{t!("event-section-what")}</h2>
            <Field name="title" label=t!("event-title") value=form.title.clone() required=true/>
            <Select
                name="kind"
                label=t!("event-kind")
                value=form.kind.clone()
                choices=Choice::of(EventKind::ALL)
            />
            <Area
                name="summary"
                label=t!("event-summary")
                value=form.summary.clone()
                hint=t!("event-summary.hint")
                rows=2
            />
            <Area name="body" label=t!("event-body") value=form.body.clone() hint=t!("event-body.hint") rows=6/>
            <Radios
                name="language"
                label=t!("event-language")
                value=form.language.clone()
                choices=Choice::of(Language::ALL)
                hint=t!("event-language.hint")
            />
        </section>
    }
}

fn when(form: &EventForm) -> impl IntoView + use<> {
    view! {
        <section class="fields">
            <h2>{t!("event-section-when")}</h2>
            <LocalDateTimeField
                name="starts"
                label=t!("event-starts")
                date=form.starts_date.clone()
                time=form.starts_time.clone()
                which=form.starts_which.clone()
                required=true
            />
            <LocalDateTimeField
                name="ends"
                label=t!("event-ends")
                date=form.ends_date.clone()
                time=form.ends_time.clone()
                which=form.ends_which.clone()
                hint=t!("event-ends.hint")
                time_required=true
            />
            <Field
                name="time_zone"
                label=t!("event-time-zone")
                value=form.time_zone.clone()
                required=true
                hint=t!("event-time-zone.hint")
                suggestions=USUAL_ZONES.map(str::to_owned).into()
            />
        </section>
    }
}

fn place(form: &EventForm) -> impl IntoView + use<> {
    view! {
        <section class="fields">
            <h2>{t!("event-section-where")}</h2>
            <Field name="place_name" label=t!("event-place-name") value=form.place_name.clone()/>
            <Field name="place_room" label=t!("event-place-room") value=form.place_room.clone()/>
            <Field name="place_address" label=t!("event-place-address") value=form.place_address.clone()/>
            <Field
                name="online_link"
                label=t!("event-online-link-field")
                value=form.online_link.clone()
                kind=InputKind::Url
                hint=t!("event-online-link-field.hint")
            />
        </section>
    }
}

fn seats(form: &EventForm, organisations: &[Organisation]) -> impl IntoView + use<> {
    set_summary_label("contingents", &t!("event-contingents"));
    let choices: Vec<Choice> = organisations
        .iter()
        .map(|organisation| {
            Choice::new(
                organisation.id.to_string(),
                organisation.short_name.to_string(),
            )
        })
        .collect();
    let filled = form
        .contingents
        .iter()
        .filter(|row| **row != ContingentRow::default())
        .cloned();
    let mut rows: Vec<ContingentRow> = filled.collect();
    let empty = EMPTY_ROWS.min(organisations.len().saturating_sub(rows.len()));
    rows.extend(std::iter::repeat_n(ContingentRow::default(), empty));
    let rows: Vec<_> = rows
        .into_iter()
        .enumerate()
        .map(|(row, contingent)| {
            let (organisation, seats) = (
                format!("contingents[{row}][organisation]"),
                format!("contingents[{row}][seats]"),
            );
            let group = t!("event-contingent", number = row + 1);
            set_summary_label(
                &organisation,
                &format!("{group}, {}", t!("event-contingent-organisation")),
            );
            set_summary_label(
                &seats,
                &format!("{group}, {}", t!("event-contingent-seats")),
            );
            view! {
                <div class="row" role="group" aria-label=group>
                    <Select
                        name=organisation
                        label=t!("event-contingent-organisation")
                        value=contingent.organisation
                        choices=choices.clone()
                        none=t!("event-contingent-none")
                    />
                    <Field
                        name=seats
                        label=t!("event-contingent-seats")
                        value=contingent.seats
                        kind=InputKind::Number
                    />
                </div>
            }
        })
        .collect();
    view! {
        <section class="fields">
            <h2>{t!("event-section-seats")}</h2>
            <Field
                name="capacity"
                label=t!("event-capacity")
                value=form.capacity.clone()
                kind=InputKind::Number
                hint=t!("event-capacity.hint")
            />
            {(!rows.is_empty()).then(|| view! {
                <fieldset class="rows">
                    <legend>{t!("event-contingents")}</legend>
                    <p class="hint">{t!("event-contingents.hint")}</p>
                    {rows}
                </fieldset>
            })}
            <LocalDateTimeField
                name="opens"
                label=t!("event-opens")
                date=form.opens_date.clone()
                time=form.opens_time.clone()
                which=form.opens_which.clone()
                hint=t!("event-opens.hint")
            />
            <LocalDateTimeField
                name="closes"
                label=t!("event-closes")
                date=form.closes_date.clone()
                time=form.closes_time.clone()
                which=form.closes_which.clone()
                hint=t!("event-closes.hint")
            />
        </section>
    }
}

fn visibility(form: &EventForm) -> impl IntoView + use<> {
    view! {
        <section class="fields">
            <h2>{t!("event-section-who")}</h2>
            <Radios
                name="visibility"
                label=t!("event-visibility")
                value=form.visibility.clone()
                choices=Choice::of(Visibility::ALL)
                hint=t!("event-visibility.hint")
            />
            <Area
                name="funding_notice"
                label=t!("event-funding-notice")
                value=form.funding_notice.clone()
                hint=t!("event-funding-notice.hint")
                rows=3
            />
        </section>
    }
}
