//! `/organise/events/{id}/cafe/repair`: plans for those who are there, with what each costs.

use leptos::prelude::*;
use model::{
    RegistrationId,
    cafe::{CafeGoal, CafeQuality},
};
use planner::cafes::{CafePerson, Repair, RepairKind, Repairs, SeatDifference};
use ui::{
    components::{EmptyState, Form, Hidden, PageHead},
    shell::{Page, Section, page},
    text::t,
    visit::{planner, visit},
};

use super::{
    super::head::{CafePart, cafe_band},
    several::{asked_item, item_field},
};
use crate::{
    api::{actions::RepairPlan, authorise::reads_event, cafe::cafe_page},
    routes::param,
};

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
        let repairs = shown
            .repairs
            .iter()
            .enumerate()
            .map(|(index, repair)| card(&shown, repair, index == 0, may_plan))
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
        Ok(view! {
            <Page
                title=t!("repair-title")
                brand=&cafe.network
                section=Section::Events
                band=cafe_band(cafe, part)
            >
                <p class="back"><a href=back>{t!("walk-in-back")}</a></p>
                <PageHead title=t!("repair-title")/>
                <p>{past}</p>
                {content}
            </Page>
        })
    })
}

fn card(shown: &Repairs, repair: &Repair, is_first: bool, may_plan: bool) -> impl IntoView + use<> {
    let moved = repair.moved();
    let joined = repair.joined();
    let title = match moved.len() {
        0 => t!("repair-nobody"),
        n => t!("repair-moves", n = n),
    };
    let (text, class) = match repair.kind {
        RepairKind::FewestChanges => (t!("repair-fewest"), "button first"),
        RepairKind::Uneven => (t!("repair-uneven"), "button first"),
        RepairKind::Afresh => (t!("repair-afresh"), "button first"),
    };
    let class = if is_first { class } else { "button" };
    let costs = costs(shown, repair)
        .into_iter()
        .map(|line| view! { <li>{line}</li> })
        .collect_view();
    let id = format!("repair-{}", repair.kind.name());
    let cafe = &shown.cafe;
    let (event, item) = (cafe.event.id.to_string(), item_field(cafe));
    let (kind, basis) = (repair.kind.name(), shown.basis.clone());
    let form = may_plan.then(|| {
        view! {
            <Form to=RepairPlan::PATH id=kind>
                <Hidden name="event" value=event/>
                <Hidden name="item" value=item/>
                <Hidden name="kind" value=kind.to_owned()/>
                <Hidden name="basis" value=basis/>
                <div class="row">
                    <button class=class name="do" value="publish">{t!("repair-publish")}</button>
                    <button class="button" name="do" value="plan">{t!("repair-later")}</button>
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
    if !repair.broken.is_empty() {
        lines.push(t!("repair-breaks", n = repair.broken.len()));
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
        <details open=people.len() <= 6>
            <summary>{title}</summary>
            <ul>{rows}</ul>
        </details>
    })
}
