//! The field of the accent colour.

use leptos::prelude::*;
use model::Hue;

use super::field::FieldParts;
use crate::text::Named;

/// One of the accent colours, each shown as a swatch.
#[component]
pub fn HueField(
    #[prop(into)] name: String,
    #[prop(into)] label: String,
    /// The angle on the colour wheel.
    #[prop(into)]
    value: String,
    #[prop(optional, into)] hint: String,
) -> impl IntoView {
    let parts = FieldParts::new(&name, &label, &hint, false);
    let swatches: Vec<_> = Hue::all()
        .enumerate()
        .map(|(place, hue)| {
            // The first has the field's id, the target of the link in the summary of faults.
            let id = match place {
                0 => parts.id.clone(),
                place => format!("{}-{place}", parts.id),
            };
            let says = hue.name();
            let hue = hue.degrees();
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
                        aria-invalid=parts.invalid()
                    />
                </label>
            }
        })
        .collect();
    view! {
        <fieldset class="field" aria-describedby=parts.described_by()>
            <legend>{parts.label_text()}</legend>
            <div class="swatches">{swatches}</div>
            {parts.fault_text()}
            {parts.hint_text()}
        </fieldset>
    }
}
