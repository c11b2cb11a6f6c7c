//! `/organise/events/{id}/cafe/repair`: plans for those who are there, with what each costs.

use std::collections::HashSet;

use leptos::prelude::*;
use model::{
    RegistrationId,
    cafe::{CafeGoal, CafeQuality, CafeSetUp},
};
use planner::cafes::{CafePerson, Repair, RepairKind, Repairs, SeatDifference, likely_twice};
use ui::{
    components::{EmptyState, Form, Hidden, Notice, PageHead, Tone},
    forms::last_result,
    shell::{Page, Section, page},
    text::t,
    visit::{planner, visit},
};

use super::{
    super::head::{CafePart, cafe_band},
    plan::{RuleNames, rule_in_round, without_host},
    several::{asked_item, item_field},
    twice::registered_twice,
};
use crate::{
    api::{
        actions::RepairPlan,
        authorise::reads_event,
        cafe::{cafe_page, named_item},
    },
    routes::param,
};

/// Longer lists are folded away.
const MOST_SHOWN: usize = 6;

#[component]
pub fn RepairCafePage() -> impl IntoView {
    page(async {
        let (event, access) = reads_event(&param("id"))?;
        let item = asked_item()?;
        let shown = planner().cafe_repairs(&access, item).await?;
        let cafe = &shown.cafe;
        let may_plan = visit().signed_in()?.organises(cafe.network.id).is_ok();
        let back = cafe_page(event, item, "day", "");
        let past = match shown.begun {
            0 => t!("repair-all"),
            begun => t!("repair-past", n = begun),
        };
        // What breaks no rule comes before what moves fewer people.
        let mut kept = shown.repairs.iter();
        let first = kept.position(|repair| repair.broken.is_empty());
        let first = first.unwrap_or(0);
        let repairs = shown
            .repairs
            .iter()
            .enumerate()
            .map(|(index, repair)| card(&shown, repair, index == first, may_plan))
            .collect_view();
        let content = if shown.repairs.is_empty() {
            view! {
                <EmptyState title=t!("repair-none")><p>{t!("repair-none.text")}</p></EmptyState>
            }
            .into_any()
        } else {
            view! { <div class="repairs">{repairs}</div> }.into_any()
        };
        let part = CafePart::Day;
        let stale = last_result().filter(|done| done == "stale").map(|_| {
            view! { <Notice tone=Tone::Warn><p role="status">{t!("repair-stale")}</p></Notice> }
        });
        Ok(view! {
            <Page
                title=t!("repair-title")
                brand=&cafe.network
                section=Section::Events
                band=cafe_band(cafe, part)
            >
                <p class="back"><a href=back>{t!("walk-in-back")}</a></p>
                <PageHead title=t!("repair-title")/>
                {stale}
                <p>{past}</p>
                {hosts_gone(&shown)}
                {twice(&shown)}
                {content}
            </Page>
        })
    })
}

/// The set-up and the people of repairs.
struct Names<'a> {
    set_up: CafeSetUp,
    people: &'a [CafePerson],
}

impl<'a> Names<'a> {
    fn new(shown: &'a Repairs) -> Self {
        Self {
            set_up: shown.cafe.set_up(),
            people: &shown.cafe.people,
        }
    }
}

impl RuleNames for Names<'_> {
    fn set_up(&self) -> &CafeSetUp {
        &self.set_up
    }

    fn name(&self, person: RegistrationId) -> String {
        let found = self.people.iter().find(|one| one.id == person);
        found.map_or_else(|| t!("cafe-gone-unknown"), CafePerson::name)
    }

    fn person(&self, person: RegistrationId) -> Option<&CafePerson> {
        self.people.iter().find(|one| one.id == person)
    }
}

/// Whoever gets seats and seems to be registered already.
fn twice(shown: &Repairs) -> Option<impl IntoView + use<>> {
    let joined: HashSet<RegistrationId> = shown.repairs.iter().flat_map(Repair::joined).collect();
    let mut found = likely_twice(&shown.cafe.people);
    found.retain(|(_, people)| people.iter().any(|person| joined.contains(&person.id)));
    registered_twice(shown.cafe.event.id, &found)
}

/// A repair gives a table no other host.
fn hosts_gone(shown: &Repairs) -> Option<impl IntoView + use<>> {
    let tables = &shown.without_host;
    (!tables.is_empty()).then(|| {
        let text = without_host(&Names::new(shown), tables);
        let set_up = cafe_page(shown.cafe.event.id, named_item(&shown.cafe), "", "");
        let action = view! { <a class="button small" href=set_up>{t!("cafe-host-choose")}</a> };
        view! { <Notice tone=Tone::Warn action=action.into_any()><p>{text}</p></Notice> }
    })
}

/// The rules that a repair breaks, folded away.
fn broken(shown: &Repairs, repair: &Repair) -> Option<impl IntoView + use<>> {
    let names = Names::new(shown);
    let count = repair.broken.len();
    let lines: Vec<_> = repair
        .broken
        .iter()
        .map(|rule| view! { <li>{rule_in_round(&names, rule)}</li> })
        .collect();
    (count > 0).then(|| {
        view! {
            <details open=count <= MOST_SHOWN>
                <summary>{t!("repair-breaks", n = count)}</summary>
                <ul>{lines}</ul>
            </details>
        }
    })
}

fn card(shown: &Repairs, repair: &Repair, is_first: bool, may_plan: bool) -> impl IntoView + use<> {
    let moved = repair.moved();
    let joined = repair.joined();
    let title = match (moved.len(), repair.broken.len()) {
        (0, 0) => t!("repair-nobody"),
        (0, broken) => t!("repair-nobody-breaks", n = broken),
        (n, _) => t!("repair-moves", n = n),
    };
    let text = match repair.kind {
        RepairKind::FewestChanges if repair.broken.is_empty() => t!("repair-fewest"),
        RepairKind::FewestChanges => t!("repair-fewest-breaks"),
        RepairKind::Uneven => t!("repair-uneven"),
        RepairKind::Between => t!("repair-between"),
        RepairKind::Afresh => t!("repair-afresh"),
    };
    let class = if is_first { "button first" } else { "button" };
    let costs = costs(shown, repair)
        .into_iter()
        .map(|line| view! { <li>{line}</li> })
        .collect_view();
    let id = format!("repair-{}", repair.kind.name());
    let cafe = &shown.cafe;
    let (event, item) = (cafe.event.id.to_string(), item_field(cafe));
    let (kind, basis) = (repair.kind.name(), shown.basis.clone());
    let (publish, later) = if repair.broken.is_empty() {
        (t!("repair-publish"), t!("repair-later"))
    } else {
        (t!("repair-publish-anyway"), t!("repair-later-anyway"))
    };
    let form = may_plan.then(|| {
        view! {
            <Form to=RepairPlan::PATH id=kind>
                <Hidden name="event" value=event/>
                <Hidden name="item" value=item/>
                <Hidden name="kind" value=kind.to_owned()/>
                <Hidden name="basis" value=basis/>
                <div class="row">
                    <button class=class name="do" value="publish">{publish}</button>
                    <button class="button" name="do" value="plan">{later}</button>
                </div>
            </Form>
        }
    });
    let labelled_by = id.clone();
    view! {
        <section class="card" aria-labelledby=labelled_by>
            <h2 id=id>{title}</h2>
            <p>{text}</p>
            <ul>{costs}</ul>
            {broken(shown, repair)}
            {who(shown, t!("repair-who", n = moved.len()), &moved, &repair.changes)}
            {who(shown, t!("repair-new", n = joined.len()), &joined, &repair.placed)}
            {form}
        </section>
    }
}

/// What the plan is worth, against the plan as it is.
fn costs(shown: &Repairs, repair: &Repair) -> Vec<String> {
    let (now, then) = (&shown.now, &repair.quality);
    let goals = shown.cafe.set_up().goals;
    let mut lines: Vec<String> = goals
        .iter()
        .filter_map(|goal| against(*goal, now, then))
        .collect();
    if then.unseated > 0 {
        lines.push(t!("repair-unseated", n = then.unseated));
    }
    lines
}

fn against(goal: CafeGoal, now: &CafeQuality, then: &CafeQuality) -> Option<String> {
    let (value, before) = match goal {
        CafeGoal::Topics => (then.topics_sum, now.topics_sum),
        CafeGoal::Meetings => (then.meetings, now.meetings),
        CafeGoal::Mix => (then.mix, now.mix),
        CafeGoal::NewFaces => (then.old_faces, now.old_faces),
    };
    let difference = i64::from(value) - i64::from(before);
    let change = match difference {
        0 => t!("repair-same"),
        more @ 1.. => t!("repair-more", n = more),
        less => t!("repair-less", n = -less),
    };
    Some(match goal {
        CafeGoal::Topics => t!("repair-topics", n = value, change = change),
        CafeGoal::Meetings => t!("repair-meetings", n = value, change = change),
        CafeGoal::Mix => t!("repair-mix", n = value, change = change),
        CafeGoal::NewFaces if value == 0 && before == 0 => return None,
        CafeGoal::NewFaces => t!("repair-old-faces", n = value, change = change),
    })
}

/// Names and the tables of each, folded away where they are many.
fn who(
    shown: &Repairs,
    title: String,
    people: &[RegistrationId],
    seats: &[SeatDifference],
) -> Option<impl IntoView + use<>> {
    if people.is_empty() {
        return None;
    }
    let set_up = shown.cafe.set_up();
    let table = |number| {
        let table = set_up.table(number);
        table
            .map(|table| table.name.to_string())
            .unwrap_or_default()
    };
    let rows = people
        .iter()
        .map(|person| {
            let found = shown.cafe.people.iter().find(|one| one.id == *person);
            let seats: Vec<String> = seats
                .iter()
                .filter(|seat| seat.person == *person)
                .map(|seat| match (seat.before, seat.after) {
                    (Some(before), Some(after)) => t!(
                        "publish-moves",
                        round = seat.round,
                        before = table(before),
                        after = table(after)
                    ),
                    (_, Some(after)) => {
                        t!("publish-gets", round = seat.round, table = table(after))
                    }
                    (_, None) => String::new(),
                })
                .collect();
            let name = found.map(CafePerson::name).unwrap_or_default();
            view! { <li><b>{name}</b>": "{seats.join(" · ")}</li> }
        })
        .collect_view();
    Some(view! {
        <details open=people.len() <= MOST_SHOWN>
            <summary>{title}</summary>
            <ul>{rows}</ul>
        </details>
    })
}
