//! Where a person could go in a time slot: every offer with what it would cost, the best first, and exchanges.

use leptos::prelude::*;
use model::{RegistrationId, SlotId, WorkshopId, assignment::BrokenAssignmentRule};
use planner::assignments::{
    AssignedPerson, AssignmentEffect, OfferOption, RankChange, SlotOptions,
};
use ui::{
    components::{Form, Hidden, PostButton},
    text::t,
    visit::query,
};

use super::rules::{RuleNames, name_of};
use crate::{api::actions::MoveAssigned, pages::explanation::Names};

/// The options of the slot that the address names, or a link to them.
pub(super) fn options(found: &AssignedPerson, slot: SlotId) -> AnyView {
    let person = found.registration.id;
    let event = found.board.assignment.event.id;
    let asked = found.options.as_ref();
    if let Some(options) = asked.filter(|options| options.slot == slot) {
        return shown(found, options).into_any();
    }
    let href =
        format!("/organise/events/{event}/workshops/assignment/{person}?slot={slot}#slot-{slot}");
    view! { <p><a class="button small" href=href>{t!("move-where")}</a></p> }.into_any()
}

fn shown(found: &AssignedPerson, options: &SlotOptions) -> impl IntoView + use<> {
    let lines: Vec<_> = options
        .offers
        .iter()
        .map(|option| offer_line(found, option))
        .collect();
    let unseat = options.unseat.as_ref().map(|effect| {
        let fields = fields(found, options.slot, Target::Nowhere, !effect.breaks.is_empty());
        view! {
            <li>
                <div><b>{t!("move-nowhere")}</b><br/>{cost(found, effect)}</div>
                <PostButton to=MoveAssigned::PATH label=t!("move-unseat") fields class="button small"/>
            </li>
        }
    });
    view! {
        <h3>{t!("move-where")}</h3>
        {refused(found, options)}
        <ul class="plain options">{lines}{unseat}</ul>
    }
}

/// Where somebody is to go.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Target {
    Workshop(WorkshopId),
    With(RegistrationId),
    Nowhere,
}

fn fields(
    found: &AssignedPerson,
    slot: SlotId,
    target: Target,
    anyway: bool,
) -> Vec<(&'static str, String)> {
    let version = found.board.version.as_ref();
    let mut fields = vec![
        ("event", found.board.assignment.event.id.to_string()),
        ("person", found.registration.id.to_string()),
        ("slot", slot.to_string()),
        (
            "version",
            version.map_or(0, |version| version.head.number).to_string(),
        ),
    ];
    match target {
        Target::Workshop(workshop) => fields.push(("to", workshop.to_string())),
        Target::With(other) => fields.push(("with", other.to_string())),
        Target::Nowhere => {}
    }
    if anyway {
        fields.push(("anyway", "on".to_owned()));
    }
    fields
}

fn offer_line(found: &AssignedPerson, option: &OfferOption) -> impl IntoView + use<> {
    let assignment = &found.board.assignment;
    let lang = assignment.event.details.language.tag();
    let workshop = assignment.programme.workshop(option.offer.workshop);
    let title = workshop.map(|workshop| workshop.details.title.to_string());
    let title = title.unwrap_or_default();
    let most = workshop.and_then(|workshop| workshop.details.most);
    let seats = match most {
        Some(most) if option.taken >= most => t!("move-full", n = option.taken),
        Some(most) => t!("move-free", free = most - option.taken, of = most),
        None => t!("move-unlimited", n = option.taken),
    };
    let breaks = !option.place.breaks.is_empty();
    // That it is full stands beside its title.
    let is_full_only = breaks
        && (option.place.breaks.iter())
            .all(|rule| *rule == BrokenAssignmentRule::TooMany(option.offer));
    let place = (!is_full_only).then(|| view! { <br/>{cost(found, &option.place)} });
    let target = Target::Workshop(option.offer.workshop);
    let fields = fields(found, option.offer.slot, target, breaks);
    let label = if breaks {
        t!("move-set-anyway")
    } else {
        t!("move-set")
    };
    view! {
        <li>
            <div>
                <b lang=lang>{title.clone()}</b>" "<small class="soft">{seats}</small>
                {place}
                {swaps(found, option)}
            </div>
            <PostButton to=MoveAssigned::PATH label about=title fields class="button small"/>
        </li>
    }
}

/// Exchanging seats with somebody in the offer.
fn swaps(found: &AssignedPerson, option: &OfferOption) -> Option<impl IntoView + use<>> {
    let (_, best) = option.swaps.first()?;
    let assignment = &found.board.assignment;
    let choices: Vec<_> = option
        .swaps
        .iter()
        .map(|(other, effect)| {
            let name = name_of(assignment, *other);
            let text = format!("{name}: {}", cost_words(found, effect));
            view! { <option value=other.to_string()>{text}</option> }
        })
        .collect();
    let hidden: Vec<_> = fields(found, option.offer.slot, Target::Nowhere, false)
        .into_iter()
        .map(|(name, value)| view! { <Hidden name value/> })
        .collect();
    let key = format!("{}-{}", option.offer.slot, option.offer.workshop);
    let id = format!("swap-{key}");
    let for_id = id.clone();
    let form = format!("swap-form-{key}");
    let summary = t!("move-swap-best", cost = cost_words(found, best));
    Some(view! {
        <details class="more">
            <summary>{summary}</summary>
            <Form to=MoveAssigned::PATH id=form>
                {hidden}
                <div class="row">
                    <label for=for_id class="soft">{t!("move-swap-with")}</label>
                    <select id=id name="with">{choices}</select>
                    <button class="button small">{t!("move-swap")}</button>
                </div>
            </Form>
        </details>
    })
}

/// The exchange that was refused because it breaks a rule, with the button that makes it anyway.
fn refused(found: &AssignedPerson, options: &SlotOptions) -> Option<impl IntoView + use<>> {
    let asked = query("with")?;
    let mut swaps = options.offers.iter().flat_map(|option| &option.swaps);
    let (other, effect) = swaps.find(|(other, _)| other.to_string() == asked)?;
    let fields = fields(found, options.slot, Target::With(*other), true);
    let name = name_of(&found.board.assignment, *other);
    Some(view! {
        <div class="notice warn" role="status">
            <div>
                <p><b>{t!("move-refused", name = name)}</b></p>
                <p>{cost(found, effect)}</p>
            </div>
            <PostButton to=MoveAssigned::PATH label=t!("move-swap-anyway") fields class="button small"/>
        </div>
    })
}

/// What a change brings, with the rules that it breaks.
fn cost(found: &AssignedPerson, effect: &AssignmentEffect) -> impl IntoView + use<> {
    let class = match (effect.breaks.is_empty(), effect.loss()) {
        (false, _) => "cost no",
        (true, 1..) => "cost loss",
        (true, 0) => "cost",
        (true, _) => "cost gain",
    };
    let rules = RuleNames::new(&found.board.assignment);
    let broken: Vec<_> = effect
        .breaks
        .iter()
        .map(|rule| {
            let rule = rules.broken(rule);
            view! { <span class="cost no">{t!("move-breaks", rule = rule)}</span><br/> }
        })
        .collect();
    let words = words(found, effect);
    // A change that breaks a rule is not said to cost nothing.
    let words = (effect.breaks.is_empty() || words != t!("move-costs-nothing"))
        .then(|| view! { <span class=class>{words}</span><br/> });
    view! { {words}{broken} }
}

/// As one text: what a change brings, and how many rules it breaks.
fn cost_words(found: &AssignedPerson, effect: &AssignmentEffect) -> String {
    let words = words(found, effect);
    match effect.breaks.len() {
        0 => words,
        n => format!("{words}, {}", t!("move-breaks-count", n = n)),
    }
}

fn words(found: &AssignedPerson, effect: &AssignmentEffect) -> String {
    let own = found.registration.id;
    let mut parts: Vec<String> = effect
        .people
        .iter()
        .filter(|change| {
            standing(change.before, change.rank_before) != standing(change.after, change.rank_after)
        })
        .map(|change| {
            let text = rank_change(change);
            if change.person == own {
                text
            } else {
                let name = name_of(&found.board.assignment, change.person);
                t!("move-of-other", name = name, text = text)
            }
        })
        .collect();
    match effect.colleagues {
        0 => {}
        n if n > 0 => parts.push(t!("move-colleagues-more", n = n)),
        n => parts.push(t!("move-colleagues-fewer", n = -n)),
    }
    if parts.is_empty() {
        t!("move-costs-nothing")
    } else {
        parts.join(", ")
    }
}

/// *1. statt 2. Wunsch* and the like.
pub(super) fn rank_change(change: &RankChange) -> String {
    let before = standing(change.before, change.rank_before);
    let after = standing(change.after, change.rank_after);
    if change.after.is_none() {
        t!("move-loses", before = before)
    } else if change.before.is_none() {
        t!("move-gets", after = after)
    } else {
        t!("move-instead", after = after, before = before)
    }
}

fn standing(workshop: Option<WorkshopId>, rank: Option<usize>) -> String {
    match (workshop, rank) {
        (None, _) => t!("move-standing-none"),
        (Some(_), None) => t!("assignment-no-wish"),
        (Some(_), Some(rank)) => t!("assignment-rank", rank = rank),
    }
}

/// The names in sentences about a person of an assignment.
pub(super) fn names<'a>(
    found: &'a AssignedPerson,
    people: &'a dyn Fn(RegistrationId) -> String,
) -> Names<'a> {
    Names {
        event: &found.board.assignment.event,
        programme: &found.board.assignment.programme,
        people: Some(people),
    }
}
