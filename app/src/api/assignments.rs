//! Form actions of assignments: computed, chosen, undone, published; people who come late placed.

use model::{
    EventId, Fault, Faults, RegistrationId, SlotId,
    assignment::{AssignmentRule, OfferDecision},
    workshops::OfferKey,
};
use planner::{
    PlannerError,
    assignments::{AssignmentEdit, AssignmentEdited, AssignmentMove, Choice},
    plans::RulePolicy,
};
use serde::{Deserialize, Serialize};
use ui::{error::AppError, forms::SeeOther, visit::planner};

use super::{authorise::organises_event, jobs::running_job};

/// A button of the page of an assignment.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct AssignmentForm {
    pub event: String,
    /// The version that the button is about, if it is about one.
    pub version: String,
    /// The current version that the page showed. Empty: none.
    pub seen: String,
    /// The number of an assignment beside the version. Empty: the version itself.
    pub alternative: String,
}

impl AssignmentForm {
    fn version(&self) -> Result<u32, AppError> {
        self.version.parse().map_err(|_| AppError::NotFound)
    }
}

/// Computes assignments by all fairnesses.
pub async fn assign_workshops(form: &AssignmentForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    planner().assign_workshops(&access).await?;
    Ok(page(event))
}

/// Makes an assignment the current one.
pub async fn choose_assignment(form: &AssignmentForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let choice = Choice {
        version: form.version()?,
        alternative: optional(&form.alternative)?,
        seen: optional(&form.seen)?,
    };
    planner().choose_assignment(&access, choice).await?;
    Ok(page(event))
}

/// Places everybody who registered after the current version was made.
pub async fn place_late_people(form: &AssignmentForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    planner().place_late_people(&access).await?;
    Ok(page(event))
}

/// Goes back to the version before the current one.
pub async fn undo_assignment(form: &AssignmentForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    planner()
        .undo_assignment_change(&access, form.version()?)
        .await?;
    Ok(page(event))
}

/// Takes the last undoing back.
pub async fn redo_assignment(form: &AssignmentForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    planner()
        .redo_assignment_change(&access, form.version()?)
        .await?;
    Ok(page(event))
}

/// Computes what is not locked by all fairnesses.
pub async fn assign_rest(form: &AssignmentForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    planner().assign_rest(&access).await?;
    Ok(page(event))
}

/// Publishes the current assignment.
pub async fn publish_assignment(form: &AssignmentForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    planner()
        .publish_assignment(&access, form.version()?)
        .await?;
    let page = SeeOther::page(publish_page(event, "published"));
    Ok(running_job(event, &access, "plan").await?.unwrap_or(page))
}

/// Takes the timetables away from participants.
pub async fn withdraw_assignment(form: &AssignmentForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    planner().withdraw_assignment(&access).await?;
    Ok(SeeOther::page(publish_page(event, "withdrawn")))
}

fn publish_page(event: model::EventId, done: &str) -> String {
    format!("/organise/events/{event}/workshops/publish?done={done}")
}

fn optional(number: &str) -> Result<Option<u32>, AppError> {
    let number = Some(number).filter(|number| !number.is_empty());
    let number = number.map(str::parse).transpose();
    number.map_err(|_| AppError::NotFound)
}

/// Computes the current assignment again with the fewest changes.
pub async fn repair_assignment(form: &AssignmentForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    planner().repair_assignment(&access).await?;
    Ok(page(event))
}

/// Discards a repair that nobody has taken over.
pub async fn discard_repair(form: &AssignmentForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    planner()
        .discard_assignment_repair(&access, form.version()?)
        .await?;
    Ok(page(event))
}

/// A change by hand: one of `to` and `with`, or neither to give the seat up.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct SeatMoveForm {
    pub event: String,
    /// The version that the person saw.
    pub version: String,
    pub person: String,
    pub slot: String,
    /// The workshop to go to.
    pub to: String,
    /// The person to exchange seats with.
    pub with: String,
    /// Whether rules may be broken.
    pub anyway: Option<String>,
    /// Where the change was made: on the page of the person if it is empty.
    pub from: String,
}

impl SeatMoveForm {
    /// The change was made on the board.
    pub const FROM_BOARD: &str = "board";
    /// On the board with the people of all workshops.
    pub const FROM_UNFOLDED_BOARD: &str = "unfolded";

    /// The board with what became of a change, if it was made there.
    fn board(&self, event: EventId, done: &str) -> Option<String> {
        let people = match self.from.as_str() {
            Self::FROM_BOARD => "",
            Self::FROM_UNFOLDED_BOARD => "&people=all",
            _ => return None,
        };
        let (slot, person) = (&self.slot, &self.person);
        Some(format!(
            "/organise/events/{event}/workshops/assignment?slot={slot}{people}&moved={person}&done={done}#p-{person}"
        ))
    }
}

/// Moves somebody to another workshop, or exchanges two people.
pub async fn move_assigned(form: &SeatMoveForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let person: RegistrationId = parsed(&form.person)?;
    let slot: SlotId = parsed(&form.slot)?;
    let change = match (form.to.as_str(), form.with.as_str()) {
        ("", "") => AssignmentMove::Unseat { person, slot },
        ("", other) => AssignmentMove::Swap {
            slot,
            one: person,
            other: parsed(other)?,
        },
        (workshop, _) => AssignmentMove::Place {
            person,
            offer: OfferKey {
                slot,
                workshop: parsed(workshop)?,
            },
        },
    };
    let seen: u32 = parsed(&form.version)?;
    let edit = AssignmentEdit {
        seen,
        change,
        rules: if form.anyway.is_some() {
            RulePolicy::Break
        } else {
            RulePolicy::Keep
        },
    };
    let (query, done) = match planner().edit_assignment(&access, edit).await? {
        AssignmentEdited::Made { tried_on, .. } if tried_on != seen => {
            (String::new(), Some("meanwhile"))
        }
        AssignmentEdited::Made { .. } => (String::new(), Some("moved")),
        AssignmentEdited::Outdated => (format!("slot={slot}&"), Some("outdated")),
        // The page of the person names the rule.
        AssignmentEdited::WouldBreak(_) => (format!("slot={slot}&with={}&", form.with), None),
    };
    if let Some(board) = done.and_then(|done| form.board(event, done)) {
        return Ok(SeeOther::page(board));
    }
    let done = done.unwrap_or("refused");
    let page = format!("/organise/events/{event}/workshops/assignment/{person}");
    Ok(SeeOther::page(format!(
        "{page}?{query}done={done}#slot-{slot}"
    )))
}

/// A rule about a person, made on their page.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct AssignmentRuleForm {
    pub event: String,
    pub person: String,
    /// `together`, `apart` or `fixed`.
    pub rule: String,
    /// Another person, and further ones. One may be named twice.
    pub with: String,
    pub others: Vec<String>,
    /// The slot and the workshop of a fixed seat.
    pub slot: String,
    pub workshop: String,
}

impl AssignmentRuleForm {
    /// The person with the others, each once.
    fn group(&self, person: RegistrationId) -> Result<Vec<RegistrationId>, AppError> {
        let mut group = vec![person];
        let others = std::iter::once(&self.with).chain(&self.others);
        for other in others.filter(|other| !other.is_empty()) {
            let other = parsed(other)?;
            if !group.contains(&other) {
                group.push(other);
            }
        }
        if group.len() < 2 {
            return Err(Faults::one("with", Fault::NoChoice).into());
        }
        Ok(group)
    }
}

/// Adds a rule: the person sits with others, apart from them, or in a workshop.
pub async fn add_assignment_rule(form: &AssignmentRuleForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let person: RegistrationId = parsed(&form.person)?;
    let rule = match form.rule.as_str() {
        "together" => AssignmentRule::Together(form.group(person)?),
        "apart" => AssignmentRule::Apart(form.group(person)?),
        "fixed" => AssignmentRule::Fixed {
            person,
            offer: OfferKey {
                slot: parsed(&form.slot)?,
                workshop: parsed(&form.workshop)?,
            },
        },
        _ => return Err(AppError::NotFound),
    };
    let added = planner().add_assignment_rule(&access, rule).await;
    added.map_err(|error| match error {
        PlannerError::Invalid(faults) => AppError::Invalid(faults.at(|_| "with".to_owned())),
        other => other.into(),
    })?;
    let page = format!("/organise/events/{event}/workshops/assignment/{person}");
    Ok(SeeOther::page(format!("{page}?done=rule#person-rules")))
}

/// A rule of the set-up, by its position.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct DropRuleForm {
    pub event: String,
    pub revision: String,
    pub position: String,
}

/// Drops a rule.
pub async fn drop_assignment_rule(form: &DropRuleForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let (seen, position) = (parsed(&form.revision)?, parsed(&form.position)?);
    planner()
        .drop_assignment_rule(&access, seen, position)
        .await?;
    Ok(page(event))
}

/// Computes what keeping and calling off small workshops would cost.
pub async fn price_small_offers(form: &AssignmentForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    planner().price_small_offers(&access).await?;
    Ok(SeeOther::page(format!(
        "/organise/events/{event}/workshops/assignment/small"
    )))
}

/// A decision about an offer.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct DecideOfferForm {
    pub event: String,
    pub slot: String,
    pub workshop: String,
    /// `keep` or `call-off`. Empty takes the decision back.
    pub decision: String,
}

/// Decides whether an offer takes place.
pub async fn decide_offer(form: &DecideOfferForm) -> Result<SeeOther, AppError> {
    let (event, access) = organises_event(&form.event)?;
    let offer = OfferKey {
        slot: parsed(&form.slot)?,
        workshop: parsed(&form.workshop)?,
    };
    let decision = match form.decision.as_str() {
        "keep" => Some(OfferDecision::Keep(offer)),
        "call-off" => Some(OfferDecision::CallOff(offer)),
        "" => None,
        _ => return Err(AppError::NotFound),
    };
    planner().decide_offer(&access, offer, decision).await?;
    let page = format!("/organise/events/{event}/workshops/assignment");
    Ok(SeeOther::page(format!("{page}/small#decided")))
}

pub(super) fn parsed<T: std::str::FromStr>(text: &str) -> Result<T, AppError> {
    text.parse().map_err(|_| AppError::NotFound)
}

pub(super) fn page(event: EventId) -> SeeOther {
    SeeOther::page(format!("/organise/events/{event}/workshops/assignment"))
}
