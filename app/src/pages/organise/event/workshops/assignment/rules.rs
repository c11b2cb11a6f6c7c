//! Rules of an assignment in words: those of the set-up, those that a version breaks, those that contradict one another.

use leptos::prelude::*;
use model::{
    RegistrationId,
    assignment::{AssignmentLock, AssignmentRule, AssignmentSetUp, BrokenAssignmentRule},
    workshops::OfferKey,
};
use planner::assignments::{Assignment, AssignmentBoard, AssignmentRuleSource};
use ui::{
    components::{Notice, PostButton, Tone},
    text::t,
};

use super::Shown;
use crate::{api::actions::DropAssignmentRule, pages::explanation::Names};

/// The name of a person of an assignment.
pub(super) fn name_of(assignment: &Assignment, person: RegistrationId) -> String {
    let registration = assignment.person(person);
    registration.map_or_else(
        || t!("rule-person-gone"),
        |registration| registration.person.name(),
    )
}

/// What sentences about rules name.
pub(super) struct RuleNames<'a> {
    assignment: &'a Assignment,
    set_up: AssignmentSetUp,
}

impl<'a> RuleNames<'a> {
    pub fn new(assignment: &'a Assignment) -> Self {
        Self {
            set_up: assignment.set_up(),
            assignment,
        }
    }

    fn name(&self, person: RegistrationId) -> String {
        name_of(self.assignment, person)
    }

    fn workshop(&self, id: model::WorkshopId) -> String {
        self.names().workshop(id)
    }

    fn names(&self) -> Names<'_> {
        Names {
            event: &self.assignment.event,
            programme: &self.assignment.programme,
            people: None,
        }
    }

    /// *„Pflege“ (Do., 10:00)*.
    pub fn offer(&self, offer: OfferKey) -> String {
        let (title, when) = (self.workshop(offer.workshop), self.names().time(offer.slot));
        t!("rule-offer", title = title, when = when)
    }

    /// A rule of the set-up.
    pub fn rule(&self, rule: &AssignmentRule) -> String {
        let names = |people: &[RegistrationId]| {
            let names: Vec<String> = people.iter().map(|&person| self.name(person)).collect();
            names.join(", ")
        };
        match rule {
            AssignmentRule::Fixed { person, offer } => t!(
                "rule-fixed",
                name = self.name(*person),
                offer = self.offer(*offer)
            ),
            AssignmentRule::Together(people) => t!("rule-together", names = names(people)),
            AssignmentRule::Apart(people) => t!("rule-apart", names = names(people)),
        }
    }

    /// A rule of the set-up by its position.
    fn rule_at(&self, position: u32) -> String {
        let position = usize::try_from(position).unwrap_or(usize::MAX);
        let rule = self.set_up.rules.get(position);
        rule.map_or_else(|| t!("rule-gone"), |rule| self.rule(rule))
    }

    /// What a version breaks.
    pub fn broken(&self, broken: &BrokenAssignmentRule) -> String {
        use BrokenAssignmentRule as Broken;
        match *broken {
            Broken::TooFew(offer) => t!("broken-too-few", offer = self.offer(offer)),
            Broken::TooMany(offer) => t!("broken-too-many", offer = self.offer(offer)),
            Broken::TooManyOfOne(offer) => t!("broken-organisation", offer = self.offer(offer)),
            Broken::CalledOff(offer) => t!("broken-called-off", offer = self.offer(offer)),
            Broken::Rule { rule } => self.rule_at(rule),
            Broken::Twice { person, workshop } => t!(
                "broken-twice",
                name = self.name(person),
                title = self.workshop(workshop)
            ),
            Broken::Clash { person, one, other } => t!(
                "broken-clash",
                name = self.name(person),
                one = self.workshop(one),
                other = self.workshop(other)
            ),
            Broken::Booked { person, workshop } => t!(
                "broken-booked",
                name = self.name(person),
                title = self.workshop(workshop)
            ),
            Broken::NotWished { person, workshop } => t!(
                "broken-not-wished",
                name = self.name(person),
                title = self.workshop(workshop)
            ),
        }
    }

    /// What is locked.
    pub fn locked(&self, lock: AssignmentLock) -> String {
        match lock {
            AssignmentLock::Offer(offer) => self.offer(offer),
            AssignmentLock::Slot(slot) => self.names().time(slot),
        }
    }

    /// A rule that cannot be kept together with others.
    fn source(&self, source: &AssignmentRuleSource) -> String {
        use AssignmentRuleSource as Source;
        match *source {
            Source::Rule(rule) => self.rule_at(rule),
            Source::Locked(lock) => t!("source-locked", what = self.locked(lock)),
            Source::Kept(offer) => t!("source-kept", offer = self.offer(offer)),
            Source::CalledOff(offer) => t!("source-called-off", offer = self.offer(offer)),
            Source::Workshop(workshop) => t!("source-workshop", title = self.workshop(workshop)),
            Source::Clash(one, other) => t!(
                "source-clash",
                one = self.workshop(one),
                other = self.workshop(other)
            ),
            Source::Person(person) => t!("source-person", name = self.name(person)),
            Source::Fill => t!("source-fill"),
        }
    }
}

/// The rules that the shown version breaks.
pub(super) fn broken_rules(board: &AssignmentBoard) -> Option<impl IntoView + use<>> {
    let broken = board.state()?.broken;
    if broken.is_empty() {
        return None;
    }
    let names = RuleNames::new(&board.assignment);
    let lines: Vec<_> = broken
        .iter()
        .map(|broken| view! { <li>{names.broken(broken)}</li> })
        .collect();
    let title = t!("broken-title", n = lines.len());
    Some(view! {
        <Notice tone=Tone::Bad>
            <p><b>{title}</b></p>
            <ul class="plain">{lines}</ul>
        </Notice>
    })
}

/// The rules of the set-up, each with a button that drops it.
pub(super) fn rules(shown: &Shown<'_>) -> Option<impl IntoView + use<>> {
    let assignment = &shown.board.assignment;
    let names = RuleNames::new(assignment);
    if names.set_up.rules.is_empty() {
        return None;
    }
    let lines: Vec<_> = names
        .set_up
        .rules
        .iter()
        .enumerate()
        .map(|(position, rule)| {
            let text = names.rule(rule);
            let drop = shown
                .may_plan
                .then(|| drop_button(shown, position, text.clone()));
            view! { <li class="row"><span>{text}</span>{drop}</li> }
        })
        .collect();
    let count = lines.len();
    Some(view! {
        <details class="more" id="rules">
            <summary>{t!("rules-title", n = count)}</summary>
            <ul class="plain rules">{lines}</ul>
        </details>
    })
}

fn drop_button(shown: &Shown<'_>, position: usize, about: String) -> impl IntoView + use<> {
    let mut fields = shown.fields();
    fields.push(("revision", shown.board.assignment.revision().to_string()));
    fields.push(("position", position.to_string()));
    view! {
        <PostButton to=DropAssignmentRule::PATH label=t!("rule-drop") about fields class="button small"/>
    }
}

/// Rules that cannot be kept together, each of the set-up with a button that drops it.
pub(super) fn contradiction(
    shown: &Shown<'_>,
    sources: &[AssignmentRuleSource],
) -> impl IntoView + use<> {
    let names = RuleNames::new(&shown.board.assignment);
    let lines: Vec<_> = sources
        .iter()
        .map(|source| {
            let text = names.source(source);
            let drop = match source {
                AssignmentRuleSource::Rule(position) if shown.may_plan => {
                    usize::try_from(*position)
                        .ok()
                        .map(|position| drop_button(shown, position, text.clone()))
                }
                _ => None,
            };
            view! { <li class="row"><span>{text}</span>{drop}</li> }
        })
        .collect();
    view! {
        <p>{t!("assignment-contradiction")}</p>
        <ul class="plain rules">{lines}</ul>
    }
}
