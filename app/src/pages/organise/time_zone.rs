//! The field of a time zone.

use leptos::prelude::*;
use model::IanaTimeZone;
use ui::{
    components::{Choice, Field},
    text::t,
    visit::language,
};

/// An input that takes a city.
#[component]
pub(super) fn TimeZoneField(
    #[prop(into)] label: String,
    /// The name of the zone, or what was typed.
    #[prop(into)]
    value: String,
) -> impl IntoView {
    let cities = IanaTimeZone::cities(language()).into_iter();
    view! {
        <Field
            name="time_zone"
            label
            value=zone_label(&value)
            required=true
            hint=t!("time-zone-hint")
            suggestions=cities.map(|city| Choice::new(city.clone(), city)).collect()
        />
    }
}

/// The city of a zone; an unknown one as it was typed.
pub(super) fn zone_label(typed: &str) -> String {
    match IanaTimeZone::parse(typed) {
        Ok(zone) => zone.city(language()),
        Err(_) => typed.to_owned(),
    }
}
