//! What is locked while the rest is computed again: workshops and whole time slots.

use leptos::prelude::*;
use model::{assignment::AssignmentLock, workshops::OfferKey};
use ui::{components::PostButton, text::t};

use super::{Shown, rules::RuleNames};
use crate::api::{
    actions::{AssignRest, LockAssignment},
    assignment_versions::lock_text,
};

/// A button that locks an offer or a slot, or unlocks it. Nothing where nobody may change anything.
pub(super) fn lock_button(shown: &Shown<'_>, lock: AssignmentLock) -> Option<AnyView> {
    let version = shown.board.version.as_ref().filter(|_| shown.may_plan)?;
    let is_locked = version.locks.contains(&lock);
    let label = match (lock, is_locked) {
        (AssignmentLock::Offer(_), false) => t!("assignment-lock-offer"),
        (AssignmentLock::Offer(_), true) => t!("assignment-unlock-offer"),
        (AssignmentLock::Slot(_), false) => t!("assignment-lock-slot"),
        (AssignmentLock::Slot(_), true) => t!("assignment-unlock-slot"),
    };
    let about = match lock {
        AssignmentLock::Offer(offer) => RuleNames::new(&shown.board.assignment).offer(offer),
        AssignmentLock::Slot(_) => String::new(),
    };
    let mut fields = shown.fields();
    fields.push(("version", version.head.number.to_string()));
    fields.push(("lock", lock_text(lock)));
    if is_locked {
        fields.push(("open", "on".to_owned()));
    }
    Some(
        view! { <PostButton to=LockAssignment::PATH label about fields class="button small bare"/> }
            .into_any(),
    )
}

/// Whether the seats of an offer are locked, by themselves or with their slot.
pub(super) fn is_locked(shown: &Shown<'_>, offer: OfferKey) -> bool {
    let version = shown.board.version.as_ref();
    version.is_some_and(|version| version.locks.iter().any(|lock| lock.covers(offer)))
}

/// How much is locked, with the button that computes the rest.
pub(super) fn locks(shown: &Shown<'_>) -> Option<impl IntoView + use<>> {
    let version = shown.board.version.as_ref()?;
    let count = version.locks.len();
    if count == 0 {
        return None;
    }
    let names = RuleNames::new(&shown.board.assignment);
    let lines: Vec<_> = version
        .locks
        .iter()
        .map(|lock| {
            let text = names.locked(*lock);
            view! { <li>{text}" "{lock_button(shown, *lock)}</li> }
        })
        .collect();
    let rest = (shown.may_plan && !shown.is_searching()).then(|| {
        let fields = shown.fields();
        view! { <PostButton to=AssignRest::PATH label=t!("assignment-rest") fields class="button small"/> }
    });
    Some(view! {
        {rest}
        <details class="menu versions">
            <summary class="button small bare chevron">{t!("assignment-locks", n = count)}</summary>
            <div class="panel">
                <p class="small soft">{t!("assignment-locks-hint")}</p>
                <ul class="plain">{lines}</ul>
            </div>
        </details>
    })
}
