//! The texts of pages in each language: Project Fluent, one file per part of the application
//! (`app/locales/{de,en}/*.ftl`).
//!
//! `t!("seats-free", free = 12, of = 70)` gives the text in the language of the visit;
//! `t!(language => "seats-free", …)` in another one. `t!("sign-in-address.hint")` gives an attribute.

mod delivery;
mod errors;
mod faults;
mod names;
mod shortened;
mod slot;
mod waiting;

use std::sync::LazyLock;

use fluent_bundle::{FluentArgs, FluentResource, concurrent::FluentBundle};
use model::{Language, nest_quotes};

pub use delivery::{DeliveryProblem, original};
pub use faults::fault_text;
pub(crate) use faults::named_clock;
/// A value in a text. Exported for the expansion of [`t!`](crate::text::t).
pub use fluent_bundle::FluentValue;
pub use names::Named;
pub use shortened::{shortened, with_numbers_kept};
pub use slot::slot_name;
pub use waiting::{state_name, waits_for};

type Bundle = FluentBundle<FluentResource>;

macro_rules! sources {
    ($($place:literal),+ $(,)?) => {
        /// The source files of a language: name and content.
        const fn sources(language: Language) -> &'static [(&'static str, &'static str)] {
            match language {
                Language::De => &[$(($place, include_str!(concat!("../../../locales/de/", $place, ".ftl")))),+],
                Language::En => &[$(($place, include_str!(concat!("../../../locales/en/", $place, ".ftl")))),+],
            }
        }
    };
}

sources!(
    "account",
    "assignment_reasons",
    "bookings",
    "cafe_live",
    "cafe_paper",
    "downloads",
    "faults",
    "harvest",
    "names",
    "organise_agenda",
    "organise_cafe",
    "organise_cafe_day",
    "organise_cafe_board",
    "organise_events",
    "organise_assignment",
    "timetables",
    "organise_jobs",
    "organise_contacts",
    "invitations",
    "organise_messages",
    "organise_network",
    "organise_organisations",
    "organise_overview",
    "organise_registrations",
    "plan_versions",
    "public",
    "series",
    "shell",
    "way",
    "places",
    "wishes",
    "workshops",
);

static DE: LazyLock<Bundle> = LazyLock::new(|| load(Language::De));
static EN: LazyLock<Bundle> = LazyLock::new(|| load(Language::En));

fn load(language: Language) -> Bundle {
    // Fluent selects plural forms by the locale.
    let tags = language.tag().parse().into_iter().collect();
    let mut bundle = Bundle::new_concurrent(tags);
    // Isolation marks around values would be part of attributes, titles and copied text.
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match language {
        Language::De => |value, _| grouped(value, '.'),
        Language::En => |value, _| grouped(value, ','),
    }));
    for (place, source) in sources(language) {
        let resource =
            FluentResource::try_new((*source).to_owned()).unwrap_or_else(|(understood, errors)| {
                tracing::error!(place, ?errors, "texts cannot be parsed");
                understood
            });
        if let Err(errors) = bundle.add_resource(resource) {
            tracing::error!(place, ?errors, "texts exist twice");
        }
    }
    bundle
}

/// Groups the digits of numbers from 10,000. Smaller numbers may be years.
fn grouped(value: &FluentValue<'_>, separator: char) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let value = number.value;
    if value.fract() != 0.0 || value.abs() < 10_000.0 {
        return None;
    }
    let digits = format!("{:.0}", value.abs());
    let mut text = String::from(if value < 0.0 { "−" } else { "" });
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place) % 3 == 0 {
            text.push(separator);
        }
        text.push(digit);
    }
    Some(text)
}

/// The text of a key in a language. Call [`t!`](crate::text::t) instead: a test checks the keys in its calls.
pub fn translate(language: Language, key: &str, values: &[(&str, FluentValue<'_>)]) -> String {
    let bundle: &Bundle = match language {
        Language::De => &DE,
        Language::En => &EN,
    };
    let (id, attribute) = match key.split_once('.') {
        Some((id, attribute)) => (id, Some(attribute)),
        None => (key, None),
    };
    let pattern = bundle.get_message(id).and_then(|message| match attribute {
        Some(attribute) => message.get_attribute(attribute).map(|found| found.value()),
        None => message.value(),
    });
    let Some(pattern) = pattern else {
        tracing::error!(key, "a text does not exist");
        return key.to_owned();
    };
    let mut args = FluentArgs::with_capacity(values.len());
    for (name, value) in values {
        args.set(*name, value.clone());
    }
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&args), &mut errors);
    if !errors.is_empty() {
        tracing::error!(key, ?errors, "a text lacks a value");
    }
    nest_quotes(&text).into_owned()
}

/// A text in the language of the visit, or in the language before `=>`.
#[macro_export]
macro_rules! t {
    ($key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::text::translate(
            $crate::visit::language(),
            $key,
            &[$((stringify!($name), $crate::text::FluentValue::from($value))),*],
        )
    };
    ($language:expr => $key:literal $(, $name:ident = $value:expr)* $(,)?) => {
        $crate::text::translate(
            $language,
            $key,
            &[$((stringify!($name), $crate::text::FluentValue::from($value))),*],
        )
    };
}

pub use crate::t;

#[cfg(test)]
mod tests;
