//! The form of a set-up, with what it makes possible above and beside it.

use jiff::Zoned;
use leptos::prelude::*;
use model::cafe::{CafeGoal, CafeSetUp};
use planner::cafes::Cafe;
use ui::{
    components::{Check, Field, Form, Hidden, InputKind, Revision, SaveBar},
    dates::clock,
    text::{Named, t},
};

use super::{
    Shown, aside::aside, figures::figures, notices::notices, rules::rules, tables::tables,
};
use crate::api::actions::SaveCafeSetUp;

pub(super) fn set_up_form(shown: Shown) -> impl IntoView {
    let may_change = shown.may_change;
    let (event, item) = (shown.form.event.clone(), shown.form.item.clone());
    let (current, sent) = (shown.cafe.revision(), shown.form.revision.clone());
    let dropped = dropped(&shown);
    // Where a plan can be computed, that is the next step.
    let save_class = if shown.set_up.tables.is_empty() {
        "button first"
    } else {
        "button"
    };
    let buttons = may_change.then(|| {
        view! {
            <SaveBar>
                <button class=save_class>{t!("set-up-save")}</button>
                <button class="button without-script" name="do" value="reckon" data-reload>
                    {t!("set-up-reckon")}
                </button>
            </SaveBar>
        }
    });
    view! {
        <Form to=SaveCafeSetUp::PATH>
            // The Enter key in a field clicks the first button of the form: it saves.
            <button class="unseen" tabindex="-1" aria-hidden="true" disabled=!may_change></button>
            <Hidden name="event" value=event/>
            <Hidden name="item" value=item/>
            <Revision current sent/>
            {dropped}
            {figures(&shown)}
            {notices(&shown)}
            <fieldset class="bare" disabled=!may_change>
                <div class="cols">
                    <div class="stack loose">
                        {tables(&shown)}
                        {rounds(&shown)}
                        {goals(&shown)}
                        {rules(&shown)}
                        {names_at_tables(&shown)}
                    </div>
                    {aside(&shown)}
                </div>
            </fieldset>
            {buttons}
        </Form>
    }
}

/// Rules that a refused form has removed already.
fn dropped(shown: &Shown) -> impl IntoView + use<> {
    let rules = shown.form.dropped.clone().into_iter();
    let answers = shown.form.dropped_answers.clone().into_iter();
    let rules = rules.map(|number| view! { <Hidden name="dropped[]" value=number/> });
    let answers = answers.map(|place| view! { <Hidden name="dropped_answers[]" value=place/> });
    view! {
        {rules.collect_view()}
        {answers.collect_view()}
    }
}

fn rounds(shown: &Shown) -> impl IntoView + use<> {
    let form = shown.form.clone();
    view! {
        <section class="card dense" id="rounds">
            <h2>{t!("set-up-rounds")}</h2>
            <div class="pair">
                <Field name="begins" label=t!("set-up-begins") value=form.begins kind=InputKind::Time/>
                <Field
                    name="rounds"
                    label=t!("set-up-rounds-count")
                    value=form.rounds
                    kind=InputKind::Number
                    unmarked=true
                />
                <Field
                    name="minutes"
                    label=t!("set-up-round-minutes")
                    value=form.minutes
                    kind=InputKind::Number
                    unmarked=true
                />
                <Field
                    name="change_minutes"
                    label=t!("set-up-change-minutes")
                    value=form.change_minutes
                    kind=InputKind::Number
                    unmarked=true
                />
            </div>
            <p class="hint" id="live-times" data-updates>{times(&shown.cafe, &shown.set_up)}</p>
        </section>
    }
}

/// *12:45–13:15 · 13:20–13:50 Uhr. Im Programm steht das World-Café bis 14:30 Uhr.*
fn times(cafe: &Cafe, set_up: &CafeSetUp) -> String {
    let zone = cafe.event.details.time_zone.rules();
    let local = |at: jiff::Timestamp| clock(Zoned::new(at, zone.clone()).time());
    let rounds: Vec<String> = cafe
        .schedule(set_up.rounds)
        .rounds
        .iter()
        .map(|round| format!("{}–{}", local(round.begins), local(round.ends)))
        .collect();
    let (rounds, ends) = (rounds.join(" · "), local(cafe.ends()));
    if cafe.item.is_some() {
        t!("set-up-times", rounds = rounds, ends = ends)
    } else {
        t!("set-up-times-event", rounds = rounds, ends = ends)
    }
}

fn goals(shown: &Shown) -> impl IntoView + use<> {
    let goals = shown.set_up.goals.clone();
    let last = goals.len().saturating_sub(1);
    let may_change = shown.may_change;
    let items = goals.into_iter().enumerate().map(|(place, goal)| {
        let arrows = may_change.then(|| {
            view! {
                <span class="moves">
                    {arrow("goal-up", "↑", goal, place == 0)}
                    {arrow("goal-down", "↓", goal, place == last)}
                </span>
            }
        });
        view! {
            <li>
                <span class="number">{place + 1}</span>
                <div>
                    <p>{goal.name()}</p>
                    <p class="hint">{explained(goal)}</p>
                </div>
                <Hidden name="goals[]" value=goal.to_string()/>
                {arrows}
            </li>
        }
    });
    view! {
        <section class="card dense" id="goals" tabindex="-1">
            <h2>{t!("set-up-goals")}</h2>
            <p class="hint">{t!("set-up-goals.hint")}</p>
            <ol class="goals">{items.collect_view()}</ol>
            <Check
                name="new_faces"
                label=t!("set-up-new-faces")
                checked=shown.form.new_faces.is_some()
                hint=t!("set-up-new-faces.hint")
            />
        </section>
    }
}

fn arrow(
    action: &str,
    arrow: &'static str,
    goal: CafeGoal,
    disabled: bool,
) -> impl IntoView + use<> {
    let label = match action {
        "goal-up" => t!("move-earlier", about = goal.name()),
        _ => t!("move-later", about = goal.name()),
    };
    view! {
        <button
            class="button step"
            name="do"
            value=format!("{action}:{goal}")
            data-reload
            // Not `disabled`: a disabled button loses the focus.
            aria-disabled=disabled.then_some("true")
            aria-label=label.clone()
            title=label
        >
            <span aria-hidden="true">{arrow}</span>
        </button>
    }
}

fn explained(goal: CafeGoal) -> String {
    match goal {
        CafeGoal::Topics => t!("set-up-goal-topics.hint"),
        CafeGoal::Meetings => t!("set-up-goal-meetings.hint"),
        CafeGoal::Mix => t!("set-up-goal-mix.hint"),
        CafeGoal::NewFaces => t!("set-up-goal-new-faces.hint"),
    }
}

fn names_at_tables(shown: &Shown) -> impl IntoView + use<> {
    let checked = shown.form.shows_names.is_some();
    view! {
        <section class="card dense">
            <h2>{t!("set-up-names")}</h2>
            <Check
                name="shows_names"
                label=t!("set-up-shows-names")
                checked
                hint=t!("set-up-shows-names.hint")
            />
        </section>
    }
}
