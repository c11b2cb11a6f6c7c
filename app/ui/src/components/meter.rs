//! The occupancy of an event.

use leptos::prelude::*;

use crate::text::t;

/// Taken seats of the capacity, in words and as a bar.
#[component]
pub fn SeatMeter(taken: u32, capacity: u32) -> impl IntoView {
    let free = capacity.saturating_sub(taken);
    // The browser draws the bar, so its length needs no inline style.
    view! {
        <div class="seats-left">
            <p>
                {match free {
                    0 => view! { <b>{t!("meter-full")}</b> }.into_any(),
                    free => view! { <b>{t!("meter-free", free = free, of = capacity)}</b> }.into_any(),
                }}
            </p>
            <meter min="0" max=capacity.to_string() value=taken.to_string() aria-label=t!("meter-taken", taken = taken, of = capacity)>
                {t!("meter-taken", taken = taken, of = capacity)}
            </meter>
        </div>
    }
}
