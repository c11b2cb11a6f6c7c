//! Rules about one person: with whom, apart from whom, and where in any case.

use leptos::prelude::*;
use model::finds;
use planner::assignments::{AssignedPerson, Place};
use ui::{
    components::{Choice, Field, Form, Hidden, InputKind, PostButton, Select},
    forms::resubmitted,
    text::t,
    visit::query,
};

use super::rules::RuleNames;
use crate::{
    api::actions::{AddAssignmentRule, DropAssignmentRule},
    pages::explanation::Names,
};

/// Fewer people are chosen from without a search.
const MOST_UNSOUGHT: usize = 20;

/// The rules about the person, and the forms that add one. They count from the next computation on.
pub(super) fn person_rules(found: &AssignedPerson) -> impl IntoView + use<> {
    let assignment = &found.board.assignment;
    let person = found.registration.id;
    let names = RuleNames::new(assignment);
    let set_up = assignment.set_up();
    let own = set_up.rules.iter().enumerate();
    let own: Vec<_> = own
        .filter(|(_, rule)| rule.people().contains(&person))
        .map(|(position, rule)| {
            let fields = vec![
                ("event", assignment.event.id.to_string()),
                ("revision", assignment.revision().to_string()),
                ("position", position.to_string()),
            ];
            let text = names.rule(rule);
            let about = text.clone();
            view! {
                <li class="row">
                    <span>{text}</span>
                    <PostButton to=DropAssignmentRule::PATH label=t!("rule-drop") about fields class="button small"/>
                </li>
            }
        })
        .collect();
    let typed = resubmitted::<AddAssignmentRule>().unwrap_or_default();
    let sought = query("find").unwrap_or_default();
    let mut others = others(found);
    let search = (others.len() > MOST_UNSOUGHT).then(|| search(found, &sought));
    // Whoever is chosen already stays, whatever is sought.
    others.retain(|(id, name)| {
        *id == typed.with || typed.others.contains(id) || finds(name, &sought)
    });
    let nobody = others
        .is_empty()
        .then(|| view! { <p>{t!("person-rules.not-found")}</p> });
    let choices: Vec<_> = (others.iter().cloned())
        .map(|(id, name)| Choice::new(id, name))
        .collect();
    let boxes: Vec<_> = others
        .into_iter()
        .map(|(id, name)| {
            let checked = typed.others.contains(&id);
            view! {
                <li>
                    <label>
                        <input type="checkbox" name="others[]" value=id checked=checked/>
                        <span>{name}</span>
                    </label>
                </li>
            }
        })
        .collect();
    let (event, person) = (assignment.event.id.to_string(), person.to_string());
    let fixed = fixed_buttons(found);
    view! {
        <section class="card dense" id="person-rules" aria-labelledby="rules-heading">
            <h2 id="rules-heading">{t!("person-rules")}</h2>
            <p class="hint">{t!("person-rules.hint")}</p>
            <ul class="plain rules">{own}</ul>
            {fixed}
            {search}
            {nobody}
            <Form to=AddAssignmentRule::PATH>
                <Hidden name="event" value=event/>
                <Hidden name="person" value=person/>
                <Select
                    name="with"
                    label=t!("person-rules.with")
                    value=typed.with
                    choices
                    none=t!("person-rules.nobody")
                    unmarked=true
                />
                <details class="more">
                    <summary>{t!("person-rules.more")}</summary>
                    <ul class="plain pick-people">{boxes}</ul>
                </details>
                <div class="row">
                    <button class="button small" name="rule" value="together">{t!("rule-add-together")}</button>
                    <button class="button small" name="rule" value="apart">{t!("rule-add-apart")}</button>
                </div>
            </Form>
        </section>
    }
}

/// The search that shortens the list of people.
fn search(found: &AssignedPerson, sought: &str) -> impl IntoView + use<> {
    let event = found.board.assignment.event.id;
    let path = format!(
        "/organise/events/{event}/workshops/assignment/{}",
        found.registration.id
    );
    let all = (!sought.is_empty()).then(|| {
        let href = format!("{path}#person-rules");
        view! { <a class="quiet" href=href>{t!("person-rules.everybody")}</a> }
    });
    view! {
        <form class="filters" method="get" action=format!("{path}#person-rules") role="search">
            <Field name="find" label=t!("person-rules.find") value=sought.to_owned() kind=InputKind::Search/>
            <div class="row">
                <button class="button small">{t!("person-rules.search")}</button>
                {all}
            </div>
        </form>
    }
}

/// Everybody else by name, with their ids.
fn others(found: &AssignedPerson) -> Vec<(String, String)> {
    let people = found.board.assignment.people.iter();
    people
        .filter(|other| other.id != found.registration.id)
        .map(|other| {
            let organisation = other.person.organisation_name.as_ref();
            let organisation = organisation.map(|name| format!(" · {name}"));
            let name = other.person.name();
            (
                other.id.to_string(),
                format!("{name}{}", organisation.unwrap_or_default()),
            )
        })
        .collect()
}

/// Buttons that fix the seats that the person has.
fn fixed_buttons(found: &AssignedPerson) -> impl IntoView + use<> {
    let assignment = &found.board.assignment;
    let names = Names {
        event: &assignment.event,
        programme: &assignment.programme,
        people: None,
    };
    let slots = found.explanation.iter().flat_map(|one| &one.slots);
    let buttons: Vec<_> = slots
        .filter_map(|slot| {
            let Place::Workshop { workshop, .. } = slot.place else {
                return None;
            };
            let fields = vec![
                ("event", assignment.event.id.to_string()),
                ("person", found.registration.id.to_string()),
                ("rule", "fixed".to_owned()),
                ("slot", slot.slot.to_string()),
                ("workshop", workshop.to_string()),
            ];
            let label = t!(
                "rule-add-fixed",
                title = names.workshop(workshop),
                when = names.time(slot.slot)
            );
            Some(view! { <PostButton to=AddAssignmentRule::PATH label fields class="button small"/> })
        })
        .collect();
    view! { <div class="row">{buttons}</div> }
}
