//! Form actions on the versions of an assignment: restored, and locked in part.

use model::{assignment::AssignmentLock, workshops::OfferKey};
use planner::{
    assignments::{AssignmentTakeOver, LockChange},
    plans::RulePolicy,
};
use serde::{Deserialize, Serialize};
use ui::{error::AppError, forms::SeeOther, visit::planner};

use super::{
    assignments::{page, parsed},
    authorise::organises_event,
};

/// An earlier version that is to be restored.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct RestoreAssignmentForm {
    pub event: String,
    /// The current version that the page showed.
    pub version: String,
    pub number: String,
    /// Whether rules may be broken.
    pub anyway: Option<String>,
}

/// What is to be locked, or unlocked.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct LockAssignmentForm {
    pub event: String,
    pub version: String,
    pub lock: String,
    /// Whether to unlock it.
    pub open: Option<String>,
}

/// Goes back to an earlier version, as a new one.
pub async fn restore_assignment(form: &RestoreAssignmentForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let (seen, number) = (parsed(&form.version)?, parsed::<u32>(&form.number)?);
    let rules = match form.anyway {
        Some(_) => RulePolicy::Break,
        None => RulePolicy::Keep,
    };
    let restored = planner()
        .restore_assignment_version(&access, (seen, rules), number)
        .await?;
    Ok(match restored {
        AssignmentTakeOver::Taken(_) => page(event),
        // The version names the rules, and asks whether to restore it anyway.
        AssignmentTakeOver::WouldBreak(_) => SeeOther::page(format!(
            "/organise/events/{event}/workshops/assignment?version={number}&refused=version"
        )),
    })
}

/// Locks an offer or a slot, or unlocks it.
pub async fn lock_assignment(form: &LockAssignmentForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let lock = parse_lock(&form.lock).ok_or(AppError::NotFound)?;
    let change = LockChange {
        lock,
        is_locked: form.open.is_none(),
    };
    planner()
        .lock_assignment(&access, parsed(&form.version)?, change)
        .await?;
    let slot = match lock {
        AssignmentLock::Offer(offer) => offer.slot,
        AssignmentLock::Slot(slot) => slot,
    };
    Ok(SeeOther::page(format!(
        "/organise/events/{event}/workshops/assignment?slot={slot}#offers"
    )))
}

/// What is locked, as forms send it: a slot, or a slot and a workshop.
pub fn lock_text(lock: AssignmentLock) -> String {
    match lock {
        AssignmentLock::Offer(offer) => format!("{}.{}", offer.slot, offer.workshop),
        AssignmentLock::Slot(slot) => slot.to_string(),
    }
}

fn parse_lock(text: &str) -> Option<AssignmentLock> {
    match text.split_once('.') {
        Some((slot, workshop)) => Some(AssignmentLock::Offer(OfferKey {
            slot: slot.parse().ok()?,
            workshop: workshop.parse().ok()?,
        })),
        None => Some(AssignmentLock::Slot(text.parse().ok()?)),
    }
}
