//! What a person attends and why not something else: the same sentences for organisers and for the person.

mod reason;

use leptos::prelude::*;
use model::{
    Event, RegistrationId, SlotId,
    workshops::{Programme, TimeSlot},
};
use planner::assignments::{ExplainedSlot, Explanation, Place, RankedWish, RefusedWish};
use ui::{
    components::{Tag, Tone},
    dates::dates,
    text::t,
};

pub(crate) use self::reason::refusal_text;

/// Names in the sentences of an explanation.
#[derive(Clone, Copy)]
pub(crate) struct Names<'a> {
    pub event: &'a Event,
    pub programme: &'a Programme,
    /// The name of a person. `None` where nobody may learn who else is concerned.
    pub people: Option<&'a dyn Fn(RegistrationId) -> String>,
}

impl Names<'_> {
    /// The title of a workshop.
    pub fn workshop(&self, id: model::WorkshopId) -> String {
        let workshop = self.programme.workshop(id);
        workshop.map_or_else(
            || t!("reason-workshop-gone"),
            |workshop| workshop.details.title.to_string(),
        )
    }

    /// *Do., 14:00 Uhr*.
    pub fn time(&self, slot: SlotId) -> String {
        let slot = self.programme.slot(slot);
        slot.map(short_time).unwrap_or_default()
    }

    fn person(&self, id: RegistrationId) -> Option<String> {
        self.people.map(|name| name(id))
    }
}

/// *Do., 14:00*.
pub(crate) fn short_time(slot: &TimeSlot) -> String {
    let date = slot.starts.date();
    let time = slot.starts.strftime("%-H:%M").to_string();
    format!("{}, {time}", dates().short_day(date, date))
}

/// A slot of an explanation: where the person is, and why not where they wished for more.
pub(crate) fn explained_slot(
    names: Names<'_>,
    explanation: &Explanation,
    slot: &ExplainedSlot,
) -> impl IntoView + use<> {
    let lang = names.event.details.language.tag();
    let is_own = names.people.is_none();
    let place = match slot.place {
        Place::Workshop { workshop, rank } => {
            let tag = match rank {
                Some(1) => (t!("assignment-rank", rank = 1), Tone::Good),
                Some(rank) => (t!("assignment-rank", rank = rank), Tone::Plain),
                None => (t!("assignment-no-wish"), Tone::Warn),
            };
            let (text, tone) = tag;
            view! {
                <p class="place"><b lang=lang>{names.workshop(workshop)}</b>" "<Tag text tone/></p>
            }
            .into_any()
        }
        Place::NoSeat => {
            view! { <p class="place"><Tag text=t!("explained-no-seat") tone=Tone::Bad/></p> }
                .into_any()
        }
        Place::Absent => {
            let text = if is_own {
                t!("explained-absent.own")
            } else {
                t!("explained-absent")
            };
            view! { <p class="soft">{text}</p> }.into_any()
        }
        Place::Busy => {
            let text = if is_own {
                t!("explained-busy.own")
            } else {
                t!("explained-busy")
            };
            view! { <p class="soft">{text}</p> }.into_any()
        }
        Place::Leads(workshop) => {
            let title = names.workshop(workshop);
            let text = if is_own {
                t!("explained-leads.own", title = title)
            } else {
                t!("explained-leads", title = title)
            };
            view! { <p class="soft">{text}</p> }.into_any()
        }
    };
    let refused: Vec<_> = slot
        .refused
        .iter()
        .map(|refused| refused_line(names, explanation, refused))
        .collect();
    let refused = (!refused.is_empty()).then(|| view! { <dl class="reasons">{refused}</dl> });
    let others = others(explanation, slot)
        .into_iter()
        .map(|text| view! { <p class="small">{text}</p> })
        .collect_view();
    let swap = slot.swap.map(|swap| {
        let zone = names.event.details.time_zone.clone();
        let when = dates().brief(&zone.clock(swap.made_at));
        let before = names.workshop(swap.assigned);
        view! { <p class="small">{t!("explained-swapped", before = before, when = when)}</p> }
    });
    view! {
        {place}
        {swap}
        {refused}
        {others}
        {behind(names, &slot.behind)}
    }
}

/// What is to say of the workshops that somebody without a seat did not wish for.
fn others(explanation: &Explanation, slot: &ExplainedSlot) -> Vec<String> {
    let (full, free) = (slot.other_offers, slot.free_offers);
    if free == 0 {
        let full = (full > 0).then(|| t!("explained-others", n = full));
        return full.into_iter().collect();
    }
    let mut texts = vec![t!("explained-free", n = free)];
    if explanation.is_changed_by_hand {
        texts.push(t!("explained-by-hand"));
    }
    texts
}

fn refused_line(
    names: Names<'_>,
    explanation: &Explanation,
    refused: &RefusedWish,
) -> impl IntoView + use<> {
    let about = (explanation.person, explanation.is_changed_by_hand);
    let title = names.workshop(refused.wish.workshop);
    let question = t!("explained-why-not", title = title, rank = refused.wish.rank);
    view! {
        <div>
            <dt>{question}</dt>
            <dd>{refusal_text(names, about, &refused.reason)}</dd>
        </div>
    }
}

/// The wishes that rank behind the seat, in one line.
fn behind(names: Names<'_>, wishes: &[RankedWish]) -> Option<impl IntoView + use<>> {
    if wishes.is_empty() {
        return None;
    }
    let titles: Vec<String> = wishes
        .iter()
        .map(|wish| format!("{} ({}.)", names.workshop(wish.workshop), wish.rank))
        .collect();
    let text = t!(
        "explained-behind",
        n = titles.len(),
        titles = titles.join(", ")
    );
    Some(view! { <p class="small soft">{text}</p> })
}
