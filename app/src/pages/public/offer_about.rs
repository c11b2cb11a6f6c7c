//! What an offer is about, on the pages on which people wish for workshops or book them.

use leptos::prelude::*;
use model::{
    Event,
    workshops::{Offer, Programme, TimeSlot, Workshop},
};
use ui::{dates::dates, markdown, text::t, visit::language};

/// Title, speakers and room of an offer, its seats, when the workshop is offered again, its description, and why it was
/// refused.
pub(super) fn offer_about(
    programme: &Programme,
    (offer, workshop): (&Offer, &Workshop),
    seats: Option<AnyView>,
    fault: Option<AnyView>,
) -> impl IntoView + use<> {
    let details = &workshop.details;
    let speakers = details.speakers.as_ref().map(ToString::to_string);
    let room = offer.room.as_ref().map(ToString::to_string);
    let who: Vec<String> = speakers.into_iter().chain(room).collect();
    let again: Vec<String> = programme
        .offers_of(workshop.id)
        .filter(|(other, _)| other.id != offer.id)
        .map(|(_, slot)| dates().moment(slot.starts))
        .collect();
    let again = (!again.is_empty()).then(|| {
        view! { <small lang=language().tag()>{t!("programme-again", when = again.join("; "))}</small> }
    });
    let description = (!details.description.is_empty()).then(|| {
        let html = markdown::html(details.description.as_str());
        let title = details.title.to_string();
        view! {
            <details class="more">
                <summary>
                    {t!("programme-about")}<span class="unseen">" "{title}</span>
                </summary>
                <div class="prose" inner_html=html></div>
            </details>
        }
    });
    view! {
        <div class="about">
            <h3 class="title">{details.title.to_string()}</h3>
            {(!who.is_empty()).then(|| view! { <small>{who.join(" · ")}</small> })}
            {seats}
            {again}
            {description}
            {fault}
        </div>
    }
}

/// *Do., 15. April 2027, 14:00–15:30 Uhr*.
pub(super) fn slot_time(event: &Event, slot: &TimeSlot) -> String {
    let ends = slot.ends(event.details.time_zone.rules());
    let times = dates().span_of_item(slot.starts, ends);
    format!("{}, {times}", dates().day(slot.starts.date()))
}
