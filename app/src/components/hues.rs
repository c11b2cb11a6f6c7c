//! A choice of colours.

use leptos::prelude::*;
use model::Hue;

use super::field::Part;
use crate::text::t;

/// One of the accent colours, each shown as it looks.
#[component]
pub fn Hues(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    /// The angle on the colour wheel.
    #[prop(into)]
    value: String,
    #[prop(optional, into)] hint: String,
) -> impl IntoView {
    let part = Part::new(&name, &label, &hint, false);
    let swatches: Vec<_> = Hue::all()
        .map(Hue::degrees)
        .enumerate()
        .map(|(place, hue)| {
            // The first one has the field's id: the summary's link leads to it.
            let id = match place {
                0 => part.id.clone(),
                place => format!("{}-{place}", part.id),
            };
            let says = t!("hue-angle", angle = hue, place = place + 1);
            let (for_id, title) = (id.clone(), says.clone());
            view! {
                <label for=for_id class="swatch" data-hue=hue title=title>
                    <input
                        id=id
                        type="radio"
                        name=name.clone()
                        value=hue.to_string()
                        checked=value == hue.to_string()
                        aria-label=says
                        aria-invalid=part.invalid()
                    />
                </label>
            }
        })
        .collect();
    view! {
        <fieldset class="field" aria-describedby=part.described_by()>
            <legend>{part.label_text()}</legend>
            <div class="swatches">{swatches}</div>
            {part.fault_text()}
            {part.hint_text()}
        </fieldset>
    }
}
