//! What an offer is about, on the pages on which people wish for workshops or book them.

use leptos::prelude::*;
use model::{
    Event, Language, search_key,
    workshops::{Offer, Programme, TimeSlot, Workshop},
};
use ui::{
    dates::dates,
    markdown,
    text::{Named, t, with_numbers_kept},
    visit::language,
};

/// Title, speakers, room, topic, language and access of an offer, its seats, when the workshop is offered again, its description, and why it was
/// refused.
pub(super) fn offer_about(
    event: &Event,
    programme: &Programme,
    (offer, workshop): (&Offer, &Workshop),
    seats: Option<AnyView>,
    fault: Option<AnyView>,
) -> impl IntoView + use<> {
    let details = &workshop.details;
    let speakers = details.speakers.as_ref().map(ToString::to_string);
    let room = offer.room.as_ref();
    let room = room.map(|room| with_numbers_kept(room.as_str()));
    let who: Vec<String> = speakers.into_iter().chain(room).collect();
    let facts = workshop_facts(workshop, event.details.language, language());
    let facts = (!facts.is_empty()).then(|| {
        view! { <small lang=language().tag()>{facts.join(" · ")}</small> }
    });
    let again: Vec<String> = programme
        .offers_of(workshop.id)
        .filter(|(other, _)| other.id != offer.id && programme.is_planned(other.key))
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
            {facts}
            {seats}
            {again}
            {description}
            {fault}
        </div>
    }
}

/// Topic, language unless it is that of the event, and access of a workshop, in the words of a language.
pub(super) fn workshop_facts(
    workshop: &Workshop,
    of_event: Language,
    words: Language,
) -> Vec<String> {
    let details = &workshop.details;
    let own_language = search_key(&of_event.name_in(of_event));
    let spoken = details.language.as_ref().map(ToString::to_string);
    let step_free = details
        .step_free
        .then(|| t!(words => "programme-step-free"));
    [
        details.topic.as_ref().map(ToString::to_string),
        spoken.filter(|spoken| search_key(spoken) != own_language),
        step_free,
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// *Do., 15. April 2027, 14:00–15:30 Uhr*.
pub(super) fn slot_time(event: &Event, slot: &TimeSlot) -> String {
    let ends = slot.ends(event.details.time_zone.rules());
    let times = dates().span_of_item(slot.starts, ends);
    format!("{}, {times}", dates().day(slot.starts.date()))
}
