//! Rules about one person: with whom, apart from whom, and where in any case.

use leptos::prelude::*;
use planner::assignments::{AssignedPerson, Place};
use ui::{
    components::{Form, Hidden, PostButton},
    text::t,
};

use super::rules::RuleNames;
use crate::{
    api::actions::{AddAssignmentRule, DropAssignmentRule},
    pages::explanation::Names,
};

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
    let others: Vec<_> = assignment
        .people
        .iter()
        .filter(|other| other.id != person)
        .map(|other| {
            let organisation = other.person.organisation_name.as_ref();
            let organisation = organisation.map(|name| format!(" · {name}"));
            let text = format!(
                "{}{}",
                other.person.name(),
                organisation.unwrap_or_default()
            );
            view! { <option value=other.id.to_string()>{text}</option> }
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
            <Form to=AddAssignmentRule::PATH>
                <Hidden name="event" value=event/>
                <Hidden name="person" value=person/>
                <div class="row">
                    <label for="rule-with" class="soft">{t!("person-rules.with")}</label>
                    <select id="rule-with" name="with">{others}</select>
                    <button class="button small" name="rule" value="together">{t!("rule-add-together")}</button>
                    <button class="button small" name="rule" value="apart">{t!("rule-add-apart")}</button>
                </div>
            </Form>
        </section>
    }
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
