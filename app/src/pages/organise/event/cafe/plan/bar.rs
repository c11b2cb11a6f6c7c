//! The bar of a chosen seat: who it is, where else the person could sit, and what that would bring.

use leptos::prelude::*;
use model::{RegistrationId, cafe::Lock};
use planner::cafes::{SeatMove, SeatOption};
use ui::{
    components::{Form, Hidden, PostButton, SubmittedBy},
    text::t,
};

use super::{
    Shown, cost,
    links::{Target, lock_text},
    make_rule,
    rules::{sentence, table_name},
    seats::SeatsByTable,
};
use crate::api::actions::{LockPlan, MoveSeat};

/// The bar, where a seat is chosen.
pub(super) fn seat_bar(shown: &Shown<'_>) -> Option<impl IntoView + use<>> {
    let (person, round) = shown.choice()?;
    let chosen = shown.people.get(person)?;
    let table = shown.chosen_table();
    let organisation = shown.people.organisation(person).to_owned();
    let organisation = (!organisation.is_empty()).then(|| format!(", {organisation}"));
    let met = SeatsByTable::new(shown).companions();
    let place = table.map_or_else(|| t!("cafe-no-seat"), |table| table_name(shown, table));
    let back = table.map(|table| {
        view! { <a class="unseen-until-focus" href=format!("#t{table}")>{t!("cafe-back-to-grid")}</a> }
    });
    let what = match sentence_of_target(shown, (person, round)) {
        Some(sentence) => sentence.into_any(),
        None => view! { <p class="soft">{t!("cafe-choose-target", round = round)}</p> }.into_any(),
    };
    Some(view! {
        <section class="seat-bar" id="seat-bar" tabindex="-1" aria-label=t!("cafe-seat-bar")>
            <div class="who">
                <p>
                    <b>{chosen.name.clone()}</b>{organisation}<br/>
                    <span class="soft">
                        {t!("cafe-round", n = round)}", "{place}" · "{t!("cafe-meets", n = met)}
                    </span>
                </p>
                <div class="row">
                    {table.map(|_| lock_button(shown, Lock::Seat { person, round }))}
                    {table.map(|table| lock_button(shown, Lock::Table { table, round }))}
                    <a class="button small bare" href=shown.close() data-close>{t!("cafe-close")}</a>
                    {back}
                </div>
                {make_rule::make_rule(shown, (person, round))}
            </div>
            <div class="what">{what}</div>
            <div class="best">{targets(shown, (person, round))}</div>
        </section>
    })
}

/// A button that locks, or unlocks what is locked.
pub(super) fn lock_button(shown: &Shown<'_>, lock: Lock) -> impl IntoView + use<> {
    let is_locked = shown.version.locks.contains(&lock);
    let mut fields = shown.fields();
    fields.push(("lock", lock_text(lock)));
    if is_locked {
        fields.push(("open", "on".to_owned()));
    }
    let label = match (lock, is_locked) {
        (Lock::Seat { .. }, false) => t!("cafe-lock-seat"),
        (Lock::Seat { .. }, true) => t!("cafe-unlock-seat"),
        (Lock::Table { .. }, false) => t!("cafe-lock-table"),
        (Lock::Table { .. }, true) => t!("cafe-unlock-table"),
        (Lock::Round { .. }, false) => t!("cafe-lock-round"),
        (Lock::Round { .. }, true) => t!("cafe-unlock-round"),
    };
    view! { <PostButton to=LockPlan::PATH label fields class="button small"/> }
}

/// The target that a change leads to.
fn target_of(option: &SeatOption) -> Target {
    match option.change {
        SeatMove::Move { table, .. } => Target::Table(table),
        SeatMove::Swap { .. } => option
            .with
            .map_or(Target::Table(option.table), Target::Person),
        SeatMove::Unseat { .. } => Target::Nowhere,
    }
}

/// The change in words: *Mit Anna Berger tauschen (Tisch 8)*.
fn change_text(shown: &Shown<'_>, option: &SeatOption) -> String {
    let table = table_name(shown, option.table);
    match (option.change, option.with) {
        (SeatMove::Unseat { .. }, _) => t!("cafe-to-nowhere"),
        (_, Some(other)) => t!(
            "cafe-to-swap",
            name = shown.people.name(other),
            table = table
        ),
        (_, None) => t!("cafe-to-table", table = table),
    }
}

/// What the chosen target would bring, with the button that makes the change.
fn sentence_of_target(
    shown: &Shown<'_>,
    seat: (RegistrationId, u32),
) -> Option<impl IntoView + use<>> {
    let target = shown.chosen.target?;
    let option = shown
        .options
        .iter()
        .find(|option| target_of(option) == target)?;
    let goals = &shown.set_up.goals;
    let class = cost::verdict(&option.effect, goals).class();
    let breaks = !option.effect.breaks.is_empty();
    let mut fields = shown.seat_fields(seat);
    fields.push(("to", target.to_string()));
    if breaks {
        fields.push(("anyway", "on".to_owned()));
    }
    let label = match (option.with.is_some(), breaks) {
        (true, true) => t!("cafe-swap-anyway"),
        (true, false) => t!("cafe-swap"),
        (false, true) => t!("cafe-set-anyway"),
        (false, false) => t!("cafe-set"),
    };
    let mut details: Vec<String> = option
        .effect
        .breaks
        .iter()
        .map(|rule| t!("cafe-breaks", rule = sentence(shown, rule)))
        .collect();
    let pair = |one: RegistrationId, other: RegistrationId| {
        (shown.people.name(one), shown.people.name(other))
    };
    for (one, other) in &option.effect.meet_again {
        let (one, other) = pair(*one, *other);
        details.push(t!("cafe-meet-again", one = one, other = other));
    }
    for (one, other) in &option.effect.colleagues {
        let (one, other) = pair(*one, *other);
        details.push(t!("cafe-colleagues", one = one, other = other));
    }
    for (person, topic) in &option.effect.lost_topics {
        let topic = shown.set_up.topic(*topic);
        let topic = topic
            .map(|topic| topic.name.to_string())
            .unwrap_or_default();
        details.push(t!(
            "cafe-loses-topic",
            name = shown.people.name(*person),
            topic = topic
        ));
    }
    let details = (!details.is_empty()).then(|| format!(" {}", details.join(" ")));
    Some(view! {
        <p role="status">
            <b>{change_text(shown, option)}": "</b>
            <span class=class>{sentence_case(&cost::words(&option.effect, goals))}"."</span>
            {details}
        </p>
        <div class="row">
            <PostButton to=MoveSeat::PATH label fields class="button small first"/>
            <a class="button small bare" href=shown.choose(seat)>{t!("cafe-discard-target")}</a>
        </div>
    })
}

/// Every target, the best first, and the best one as a button.
fn targets(shown: &Shown<'_>, seat: (RegistrationId, u32)) -> AnyView {
    let goals = &shown.set_up.goals;
    let Some(best) = shown.options.first() else {
        return view! { <p class="soft">{t!("cafe-no-target")}</p> }.into_any();
    };
    let chosen = shown.chosen.target.unwrap_or_else(|| target_of(best));
    let options = shown
        .options
        .iter()
        .map(|option| {
            let target = target_of(option);
            let label = format!(
                "{}: {}",
                option_text(shown, option),
                cost::short(&option.effect, goals)
            );
            view! { <option value=target.to_string() selected=target == chosen>{label}</option> }
        })
        .collect_view();
    let hidden = shown
        .seat_fields(seat)
        .into_iter()
        .map(|(name, value)| view! { <Hidden name value/> })
        .collect_view();
    let best_button = best.effect.breaks.is_empty().then(|| {
        let mut fields = shown.seat_fields(seat);
        fields.push(("to", target_of(best).to_string()));
        view! {
            <div class="row best-target">
                <span>{t!("cafe-best")}</span>
                <PostButton to=MoveSeat::PATH label=option_text(shown, best) fields class="button small"/>
                <span class=cost::verdict(&best.effect, goals).class()>{cost::words(&best.effect, goals)}</span>
            </div>
        }
    });
    view! {
        <Form to=MoveSeat::PATH id="targets" submitted_by=SubmittedBy::Browser>
            {hidden}
            <div class="row">
                <label for="target" class="soft">{t!("cafe-target")}</label>
                <select id="target" name="to">{options}</select>
                <button class="button small">{t!("cafe-set")}</button>
            </div>
        </Form>
        {best_button}
    }
    .into_any()
}

/// A target in the list: *Tisch 8, tauschen mit Anna Berger*.
fn option_text(shown: &Shown<'_>, option: &SeatOption) -> String {
    let table = table_name(shown, option.table);
    match (option.change, option.with) {
        (SeatMove::Unseat { .. }, _) => t!("cafe-to-nowhere"),
        (_, Some(other)) => t!(
            "cafe-option-swap",
            table = table,
            name = shown.people.name(other)
        ),
        (_, None) => t!("cafe-option-table", table = table),
    }
}

fn sentence_case(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next();
    first
        .into_iter()
        .flat_map(char::to_uppercase)
        .chain(letters)
        .collect()
}
