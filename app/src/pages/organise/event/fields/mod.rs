//! The fields of an event's form, in parts. A new event begins with what is needed first; the rest is folded.

mod seats;
mod summaries;

use leptos::prelude::*;
use model::{Admission, ColleagueConfirmation, EventKind, Language, Organisation, Visibility};
use ui::{
    components::{
        Area, Choice, Field, FormPart, InputKind, LocalDateTimeField, Radios, Select,
        set_summary_label,
    },
    text::t,
};

use crate::{api::events::EventForm, pages::organise::time_zone::TimeZoneField};

/// How the first parts of the form are shown: title, kind, time and place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Basics {
    Open,
    Folded,
}

#[component]
pub(super) fn EventFields(
    form: EventForm,
    organisations: Vec<Organisation>,
    basics: Basics,
) -> impl IntoView {
    // Not a field, but a conflict may name it.
    set_summary_label("state", &t!("event-state"));
    let basic = |title, summary, fields| basic(basics, (title, summary), &form, fields);
    view! {
        {basic(t!("event-section-what"), summaries::what(&form), what)}
        {basic(t!("event-section-when"), summaries::when(&form), when)}
        {basic(t!("event-section-where"), summaries::place(&form), place)}
        {texts(form.clone())}
        {seats::seats(form.clone(), &organisations)}
        {visibility(form.clone())}
        {language(form.clone())}
    }
}

fn basic(
    basics: Basics,
    (title, summary): (String, String),
    form: &EventForm,
    fields: fn(&EventForm) -> AnyView,
) -> AnyView {
    match basics {
        Basics::Open => view! {
            <section class="fields">
                <h2>{title}</h2>
                {fields(form)}
            </section>
        }
        .into_any(),
        Basics::Folded => {
            let form = form.clone();
            // A part without a value is what is missing.
            let open = summary.is_empty();
            view! { <FormPart title summary open>{fields(&form)}</FormPart> }.into_any()
        }
    }
}

fn what(form: &EventForm) -> AnyView {
    view! {
        <Field name="title" label=t!("event-title") value=form.title.clone() required=true/>
        <Select
            name="kind"
            label=t!("event-kind")
            value=form.kind.clone()
            choices=Choice::of(EventKind::ALL)
        />
    }
    .into_any()
}

fn when(form: &EventForm) -> AnyView {
    view! {
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
    }
    .into_any()
}

fn place(form: &EventForm) -> AnyView {
    view! {
        <div class="pair">
            <Field name="place_name" label=t!("event-place-name") value=form.place_name.clone()/>
            <Field name="place_room" label=t!("event-place-room") value=form.place_room.clone()/>
        </div>
        <Field name="place_address" label=t!("event-place-address") value=form.place_address.clone()/>
        <Field
            name="online_link"
            label=t!("event-online-link-field")
            value=form.online_link.clone()
            kind=InputKind::Url
            hint=t!("event-online-link-field.hint")
        />
    }
    .into_any()
}

fn texts(form: EventForm) -> impl IntoView {
    let summary = summaries::texts(&form);
    view! {
        <FormPart title=t!("event-section-texts") summary>
            <Area
                name="summary"
                label=t!("event-summary")
                value=form.summary
                hint=t!("event-summary.hint")
                rows=2
            />
            <Area
                name="plain_language"
                label=t!("event-plain-language")
                value=form.plain_language
                hint=t!("event-plain-language.hint")
                rows=4
            />
            <Area name="body" label=t!("event-body") value=form.body hint=t!("event-body.hint") rows=6/>
        </FormPart>
    }
}

fn visibility(form: EventForm) -> impl IntoView {
    let summary = summaries::who(&form);
    view! {
        <FormPart title=t!("event-section-who") summary>
            <Radios
                name="visibility"
                label=t!("event-visibility")
                value=form.visibility
                choices=Choice::of(Visibility::ALL)
                hint=t!("event-visibility.hint")
            />
            <Radios
                name="admission"
                label=t!("event-admission")
                value=form.admission
                choices=Choice::of(Admission::ALL)
                hint=t!("event-admission.hint")
            />
            <Radios
                name="colleagues"
                label=t!("event-colleagues")
                value=form.colleagues
                choices=Choice::of(ColleagueConfirmation::ALL)
                hint=t!("event-colleagues.hint")
                required=true
            />
            <Area
                name="funding_notice"
                label=t!("event-funding-notice")
                value=form.funding_notice
                hint=t!("event-funding-notice.hint")
                rows=3
            />
        </FormPart>
    }
}

fn language(form: EventForm) -> impl IntoView {
    let summary = summaries::language(&form);
    view! {
        <FormPart title=t!("event-section-language") summary>
            <Radios
                name="language"
                label=t!("event-language")
                value=form.language
                choices=Choice::of(Language::ALL)
                hint=t!("event-language.hint")
            />
            <TimeZoneField
                label=t!("event-time-zone")
                value=form.time_zone
            />
        </FormPart>
    }
}
