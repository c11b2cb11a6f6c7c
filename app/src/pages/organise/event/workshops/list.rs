//! The offer: a table of workshops for each slot, and the workshops without a slot.

use leptos::prelude::*;
use model::workshops::{Offer, TimeSlot, Workshop};
use planner::workshops::PlannedProgramme;
use ui::{
    components::{DataTable, Tag, Tone},
    text::{Named, t},
};

use super::{base, slot_name};

pub(super) fn offers(found: &PlannedProgramme, may_change: bool) -> impl IntoView + use<> {
    let slots: Vec<_> = found
        .programme
        .slots
        .iter()
        .map(|slot| slot_section(found, slot, may_change))
        .collect();
    view! {
        {toolbar(found, may_change)}
        {slots}
        {without_slot(found)}
    }
}

fn toolbar(found: &PlannedProgramme, may_change: bool) -> impl IntoView + use<> {
    let base = base(found);
    let change = may_change.then(|| {
        view! {
            <a class="button" href=format!("{base}/slots/new")>{t!("workshops-slot-add")}</a>
            <a class="button" href=format!("{base}/busy")>{t!("workshops-busy")}</a>
            <a class="button" href=format!("{base}/rooms")>{t!("workshops-rooms")}</a>
        }
    });
    let export = (!found.programme.workshops.is_empty()).then(|| {
        view! {
            <a class="button" href=format!("{base}/export.csv") download>{t!("people-csv")}</a>
            <a class="button" href=format!("{base}/export.xlsx") download>{t!("people-xlsx")}</a>
        }
    });
    view! { <div class="row">{change}{export}</div> }
}

fn slot_section(
    found: &PlannedProgramme,
    slot: &TimeSlot,
    may_change: bool,
) -> impl IntoView + use<> {
    let name = slot_name(slot, found.zone());
    let rows: Vec<_> = found
        .programme
        .offers_in(slot.id)
        .map(|(offer, workshop)| row(found, Some(offer), workshop))
        .collect();
    let count = rows.len();
    let change = may_change.then(|| {
        let href = format!("{}/slots/{}", base(found), slot.id);
        view! {
            <a class="button small" href=href>
                {t!("agenda-change")}<span class="unseen">" "{name.clone()}</span>
            </a>
        }
    });
    let content = if rows.is_empty() {
        view! { <p class="soft">{t!("workshops-slot-empty")}</p> }.into_any()
    } else {
        table(name.clone(), rows)
    };
    view! {
        <section class="stack" id=format!("slot-{}", slot.id)>
            <div class="head">
                <h2>
                    {name}" "
                    <small class="soft">
                        {t!("workshops-count", n = count)}" · "{slot.way.name()}
                    </small>
                </h2>
                {change}
            </div>
            {content}
        </section>
    }
}

/// The workshops that are in no slot yet.
fn without_slot(found: &PlannedProgramme) -> Option<impl IntoView + use<>> {
    let workshops = found.programme.workshops.iter();
    let rows: Vec<_> = workshops
        .filter(|workshop| found.programme.offers_of(workshop.id).next().is_none())
        .map(|workshop| row(found, None, workshop))
        .collect();
    (!rows.is_empty()).then(|| {
        view! {
            <section class="stack">
                <h2>{t!("workshops-without-slot")}</h2>
                {table(t!("workshops-without-slot"), rows)}
            </section>
        }
    })
}

fn table(caption: String, rows: Vec<impl IntoView + 'static>) -> AnyView {
    let headings = vec![
        t!("workshops-column-workshop"),
        t!("workshops-column-topic"),
        t!("agenda-room"),
        t!("workshops-column-people"),
    ];
    view! { <DataTable caption headings stacks=true>{rows}</DataTable> }.into_any()
}

fn row(
    found: &PlannedProgramme,
    offer: Option<&Offer>,
    workshop: &Workshop,
) -> impl IntoView + use<> {
    let details = &workshop.details;
    let lang = found.event.details.language.tag();
    let href = format!("{}/{}", base(found), workshop.id);
    let first = offer.is_none_or(|offer| {
        let mut offers = found.programme.offers_of(workshop.id);
        offers.next().is_some_and(|(first, _)| first.id == offer.id)
    });
    let id = first.then(|| format!("workshop-{}", workshop.id));
    let state = (!workshop.is_planned())
        .then(|| view! { " "<Tag text=t!("workshops-called-off") tone=Tone::Bad/> });
    let speakers = details.speakers.as_ref().map(|speakers| {
        view! { <br/><small class="soft" lang=lang>{speakers.to_string()}</small> }
    });
    let room = offer.and_then(|offer| offer.room.as_ref());
    let seats = room.and_then(|room| found.programme.room(room.as_str()));
    let seats = seats.map(|room| {
        view! { <br/><small class="soft">{t!("workshops-seats", n = room.seats)}</small> }
    });
    let topic = details.topic.as_ref().map(ToString::to_string);
    view! {
        <tr id=id>
            <th scope="row">
                <a href=href lang=lang>{details.title.to_string()}</a>{state}{speakers}
            </th>
            <td data-heading=t!("workshops-column-topic") lang=lang>{topic}</td>
            <td data-heading=t!("agenda-room")>{room.map(ToString::to_string)}{seats}</td>
            <td data-heading=t!("workshops-column-people")>{people(workshop)}</td>
        </tr>
    }
}

/// *8–25*, *ab 8*, *bis 25*.
fn people(workshop: &Workshop) -> Option<String> {
    let details = &workshop.details;
    match (details.least, details.most) {
        (Some(least), Some(most)) => Some(format!("{least}–{most}")),
        (Some(least), None) => Some(t!("workshops-from", n = least)),
        (None, Some(most)) => Some(t!("workshops-up-to", n = most)),
        (None, None) => None,
    }
}
