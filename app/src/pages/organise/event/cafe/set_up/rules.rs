//! Rules, what answers mean, and the fields that add one.

use leptos::prelude::*;
use model::{
    Fault, QuestionKind,
    cafe::{CafeRule, CafeRuleKind, CafeSetUp, SeatNeed},
};
use planner::cafes::RuleCost;
use ui::{
    components::{Choice, Field, Select},
    error::AppError,
    forms::refused,
    text::t,
};

use super::{
    super::sentences::{meaning_sentence, need_name, people_with, sentence},
    Shown,
    tables::PEOPLE_LIST,
};
use crate::api::cafe::{need_value, rule_input};

pub(super) fn rules(shown: &Shown) -> impl IntoView + use<> {
    let stored = shown.cafe.set_up();
    let kept: Vec<CafeRule> = stored
        .rules
        .iter()
        .filter(|rule| !shown.form.dropped.contains(&rule.number.to_string()))
        .cloned()
        .collect();
    let lines: Vec<_> = kept.iter().map(|rule| line(shown, &stored, rule)).collect();
    let answers = answers(shown);
    let none = (kept.is_empty() && stored.answer_needs.is_empty())
        .then(|| view! { <p class="soft">{t!("set-up-rules-none")}</p> });
    let add = shown.may_change.then(|| {
        view! {
            {new_rule(shown)}
            {new_answer(shown)}
        }
    });
    view! {
        <section class="card dense" id="rules" tabindex="-1">
            <div class="row apart">
                <h2>{t!("set-up-rules")}</h2>
                <span class="soft small">{t!("set-up-rules.hint")}</span>
            </div>
            {none}
            <ul class="lines">{lines}{answers}</ul>
            {add}
        </section>
    }
}

fn line(shown: &Shown, stored: &CafeSetUp, rule: &CafeRule) -> impl IntoView + use<> {
    let names = shown.names();
    let text = sentence(rule, stored, &names);
    let note = rule
        .note
        .as_ref()
        .map(|note| view! { <p class="hint">{note.to_string()}</p> });
    let field = rule_input(rule.number);
    let fault = fault_of(&field, rule);
    let is_sound = fault.is_none();
    let cost = shown.forecast.costs.get(&rule.number).copied().map(cost);
    let remove = shown
        .may_change
        .then(|| remove(format!("drop-rule:{}", rule.number), &text));
    view! {
        <li>
            <div>
                <p>{text}</p>
                {note}
                <p class="fault" data-error-for=field hidden=is_sound>{fault}</p>
            </div>
            {cost}
            {remove}
        </li>
    }
}

/// By how much a rule lowers what is possible.
fn cost(cost: RuleCost) -> impl IntoView {
    let topics = (cost.topics > 0).then(|| t!("set-up-rule-cost-topics", n = cost.topics));
    let meetings = (cost.meetings > 0).then(|| t!("set-up-rule-cost", n = cost.meetings));
    let costs: Vec<String> = topics.into_iter().chain(meetings).collect();
    if costs.is_empty() {
        view! { <span class="cost">{t!("set-up-rule-free")}</span> }
    } else {
        view! { <span class="cost warn">{costs.join(", ")}</span> }
    }
}

/// What is wrong with a rule after a table, a topic or a round was removed.
fn fault_of(field: &str, rule: &CafeRule) -> Option<String> {
    let AppError::Invalid(faults) = &refused()?.error else {
        return None;
    };
    let (_, fault) = faults.iter().find(|(name, _)| *name == field)?;
    Some(match (fault, &rule.kind) {
        (Fault::NoSuchChoice, CafeRuleKind::Fixed { .. }) => t!("set-up-rule-fixed-gone"),
        (Fault::NoSuchChoice, CafeRuleKind::Needs { .. }) => t!("set-up-rule-topic-gone"),
        (fault, _) => ui::text::fault_text(ui::visit::language(), fault),
    })
}

/// Removes a rule, once it has been asked for: it is saved at once.
fn remove(action: String, about: &str) -> impl IntoView + use<> {
    let label = t!("set-up-rule-remove", rule = about);
    view! {
        <div class="remove">
            <details class="asks">
                <summary class="button step" aria-label=label.clone() title=label>
                    <span aria-hidden="true">"×"</span>
                </summary>
                <div class="question">
                    <p>{t!("set-up-rule-remove-asks")}</p>
                    <button class="button small harm" name="do" value=action data-reload>
                        {t!("set-up-rule-remove-yes")}
                    </button>
                </div>
            </details>
        </div>
    }
}

/// The meanings of answers that are stored.
fn answers(shown: &Shown) -> Vec<AnyView> {
    let meanings = shown.meanings().into_iter();
    meanings
        .map(|(place, meaning)| {
            let text = meaning_sentence(&shown.cafe, &shown.set_up, &meaning);
            let count = people_with(&shown.cafe, &meaning);
            // The set-up is what is typed: places in it are others than the stored ones.
            let mut typed = shown.set_up.answer_needs.iter();
            let cost = typed
                .position(|one| *one == meaning)
                .and_then(|place| shown.forecast.answer_costs.get(place).copied())
                .map(cost);
            let remove = shown
                .may_change
                .then(|| remove(format!("drop-answer:{place}"), &text));
            view! {
                <li>
                    <div>
                        <p>{text}</p>
                        <p class="hint">{t!("set-up-answer-people", n = count)}</p>
                    </div>
                    {cost}
                    {remove}
                </li>
            }
            .into_any()
        })
        .collect()
}

/// The needs that tables and topics can meet.
fn needs(set_up: &CafeSetUp) -> Vec<Choice> {
    let mut needs = vec![SeatNeed::StepFree];
    for language in set_up
        .tables
        .iter()
        .filter_map(|table| table.language.clone())
    {
        let is_known = needs.iter().any(|need| match need {
            SeatNeed::Language(known) => {
                known.as_str().to_lowercase() == language.as_str().to_lowercase()
            }
            _ => false,
        });
        if !is_known {
            needs.push(SeatNeed::Language(language));
        }
    }
    if set_up.topics.len() > 1 {
        needs.extend(
            set_up
                .topics
                .iter()
                .map(|topic| SeatNeed::Topic(topic.number)),
        );
    }
    needs
        .iter()
        .map(|need| Choice::new(need_value(need), need_name(need, set_up)))
        .collect()
}

fn new_rule(shown: &Shown) -> impl IntoView + use<> {
    let rule = shown.form.rule.clone();
    let mut kinds = vec![
        Choice::new("together", t!("set-up-rule-together")),
        Choice::new("apart", t!("set-up-rule-apart")),
        Choice::new("fixed", t!("set-up-rule-fixed")),
    ];
    kinds.extend(needs(&shown.set_up));
    let shown_names = rule.people.len().max(2);
    let people: Vec<_> = (0..shown_names)
        .map(|place| {
            let value = rule.people.get(place).cloned().unwrap_or_default();
            let label = t!("set-up-rule-person", number = place + 1);
            view! {
                <Field
                    name=format!("rule[people][{place}]")
                    label
                    value
                    list=PEOPLE_LIST
                    autocomplete="off"
                    unmarked=true
                />
            }
        })
        .collect();
    let rounds = (1..=shown.set_up.rounds.count)
        .map(|round| Choice::new(round.to_string(), t!("set-up-round", number = round)))
        .collect();
    let tables = shown.set_up.tables.iter();
    let tables = tables
        .map(|table| {
            let label = t!("set-up-table-named", name = table.name.as_str());
            Choice::new(table.number.to_string(), label)
        })
        .collect();
    view! {
        <fieldset class="newrule">
            <legend>{t!("set-up-rule-new")}</legend>
            <div class="pair people">
                {people}
                <button class="link small" name="do" value="another-person" data-reload>
                    {t!("set-up-rule-another")}
                </button>
            </div>
            <div class="pair">
                <Select name="rule[kind]" label=t!("set-up-rule-kind") value=rule.kind choices=kinds/>
                <div class="pair fixed-only">
                    <Select name="rule[round]" label=t!("set-up-rule-round") value=rule.round choices=rounds/>
                    <Select name="rule[table]" label=t!("set-up-table") value=rule.table choices=tables/>
                </div>
            </div>
            <Field name="rule[note]" label=t!("set-up-rule-note") value=rule.note/>
            <p>
                <button class="button small" name="do" value="add-rule" data-reload>
                    {t!("set-up-rule-add")}
                </button>
            </p>
        </fieldset>
    }
}

/// The answers that may mean a need: yes, and the options of choices.
fn new_answer(shown: &Shown) -> Option<AnyView> {
    let mut given = Vec::new();
    let mut free_texts = Vec::new();
    for question in &shown.cafe.questions {
        match question.kind {
            QuestionKind::YesNo => {
                let label = t!(
                    "set-up-answer",
                    question = question.label.as_str(),
                    answer = t!("set-up-answer-yes")
                );
                given.push(Choice::new(question.id.to_string(), label));
            }
            QuestionKind::OneOf | QuestionKind::SeveralOf => {
                given.extend(question.options.iter().map(|option| {
                    let label = t!(
                        "set-up-answer",
                        question = question.label.as_str(),
                        answer = option.as_str()
                    );
                    Choice::new(format!("{} {option}", question.id), label)
                }));
            }
            QuestionKind::Text | QuestionKind::LongText => {
                free_texts.push(question.label.to_string());
            }
        }
    }
    let texts_hint = (!free_texts.is_empty()).then(|| {
        let questions = free_texts.join(", ");
        let text = t!(
            "set-up-answer-texts",
            n = free_texts.len(),
            questions = questions
        );
        view! { <p class="hint">{text}</p> }
    });
    if given.is_empty() {
        return texts_hint.map(IntoAny::into_any);
    }
    let answer = shown.form.answer.clone();
    let needs = needs(&shown.set_up);
    let open = !answer.given.is_empty();
    Some(
        view! {
        <details class="newrule" open=open>
            <summary>{t!("set-up-answer-new")}</summary>
            <div class="stack">
                <p class="hint">{t!("set-up-answer-new.hint")}</p>
                <div class="pair">
                    <Select
                        name="answer[given]"
                        label=t!("set-up-answer-given")
                        value=answer.given
                        choices=given
                        none=t!("set-up-answer-choose")
                        unmarked=true
                    />
                    <Select name="answer[need]" label=t!("set-up-answer-need") value=answer.need choices=needs/>
                </div>
                <p>
                    <button class="button small" name="do" value="add-answer" data-reload>
                        {t!("set-up-rule-add")}
                    </button>
                </p>
            </div>
        </details>
        {texts_hint}
    }
    .into_any())
}
