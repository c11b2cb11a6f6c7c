//! Form actions on the plan of a café.

use model::{
    AgendaItemId, EventId,
    cafe::{CafeRuleKind, Lock},
};
use planner::{
    access::{EventAccess, Organises},
    cafes::{EditOutcome, PlanChange, PlanEdit, RulePolicy, SeatMove, TakeOver},
};
use serde::{Deserialize, Serialize};
use ui::{error::AppError, forms::SeeOther, visit::planner};

use super::authorise::organises_event;
use crate::pages::organise::{Links, Target, parse_lock, parse_seat};

/// A change of a plan, as the forms of the board send it.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct PlanForm {
    pub event: String,
    /// The item of the agenda, where the event has several cafés.
    pub item: Option<String>,
    /// The version that the person saw; 0 before there is one.
    pub version: String,
    /// The seat to change: round and person.
    pub seat: String,
    /// Where to.
    pub to: String,
    /// Whether rules may be broken.
    pub anyway: Option<String>,
    /// What to lock.
    pub lock: String,
    /// Whether to unlock it.
    pub open: Option<String>,
    /// The version to restore.
    pub number: String,
    /// `together`, `apart` or `fixed`: the rule to make of the seat.
    pub rule: String,
    /// The other person of that rule.
    pub with: String,
}

/// What every form of the board names.
struct Subject {
    access: EventAccess<Organises>,
    item: Option<AgendaItemId>,
    links: Links,
    /// `None` before there is a version.
    seen: Option<u32>,
}

impl PlanForm {
    fn subject(&self) -> Result<Subject, AppError> {
        let (event, access): (EventId, _) = organises_event(&self.event)?;
        let item = self.item.as_deref().filter(|item| !item.is_empty());
        let item = item.map(str::parse).transpose();
        let item = item.map_err(|_| AppError::NotFound)?;
        let seen: u32 = parsed(&self.version)?;
        Ok(Subject {
            access,
            item,
            links: Links::new(event, item),
            seen: (seen > 0).then_some(seen),
        })
    }
}

impl Subject {
    fn seen(&self) -> Result<u32, AppError> {
        self.seen.ok_or(AppError::NotFound)
    }

    /// Makes a change. `after` is where the board is shown then, `refused` where it is if it breaks a rule.
    async fn edit(
        &self,
        change: PlanChange,
        rules: RulePolicy,
        (after, refused): (String, String),
    ) -> Result<SeeOther, AppError> {
        let seen = self.seen()?;
        let edit = PlanEdit {
            seen,
            change,
            rules,
        };
        let outcome = planner().edit_plan(&self.access, self.item, edit).await?;
        let parameters = match outcome {
            EditOutcome::Made { tried_on, .. } if tried_on != seen => {
                format!("meanwhile={seen}&{after}")
            }
            EditOutcome::Made { .. } => after,
            EditOutcome::WouldBreak(_) => refused,
            EditOutcome::Outdated(_) => format!("outdated={seen}&{after}"),
        };
        Ok(SeeOther::page(self.links.with(&parameters)))
    }

    fn board(&self) -> SeeOther {
        SeeOther::page(self.links.board())
    }
}

/// Moves somebody to another table, or exchanges two people.
pub async fn move_seat(form: &PlanForm) -> Result<SeeOther, AppError> {
    let subject = form.subject()?;
    let (person, round) = parse_seat(&form.seat).ok_or(AppError::NotFound)?;
    let target = Target::parse(&form.to).ok_or(AppError::NotFound)?;
    let (change, row) = match target {
        Target::Table(table) => {
            let change = SeatMove::Move {
                person,
                round,
                table,
            };
            (change, format!("#t{table}"))
        }
        Target::Person(other) => {
            let change = SeatMove::Swap {
                round,
                one: person,
                other,
            };
            (change, String::new())
        }
        Target::Nowhere => (SeatMove::Unseat { person, round }, String::new()),
    };
    let rules = rule_policy(form.anyway.as_deref());
    let pages = (
        format!("round={round}{row}"),
        format!("seat={round}.{person}&to={target}#seat-bar"),
    );
    subject.edit(PlanChange::Seat(change), rules, pages).await
}

/// Locks a seat, a table or a round, or unlocks it.
pub async fn lock_plan(form: &PlanForm) -> Result<SeeOther, AppError> {
    let subject = form.subject()?;
    let lock = parse_lock(&form.lock).ok_or(AppError::NotFound)?;
    let change = if form.open.is_some() {
        PlanChange::Unlock(lock)
    } else {
        PlanChange::Lock(lock)
    };
    let after = match lock {
        Lock::Seat { person, round } => format!("seat={round}.{person}#seat-bar"),
        Lock::Table { table, round } => format!("round={round}#t{table}"),
        Lock::Round { round } => format!("round={round}"),
    };
    let pages = (after.clone(), after);
    subject.edit(change, RulePolicy::Keep, pages).await
}

/// Makes a rule of a chosen seat: its person sits there in every plan, or always or never with somebody else.
pub async fn make_rule(form: &PlanForm) -> Result<SeeOther, AppError> {
    let subject = form.subject()?;
    let (person, round) = parse_seat(&form.seat).ok_or(AppError::NotFound)?;
    let kind = match form.rule.as_str() {
        "together" => CafeRuleKind::Together(vec![person, parsed(&form.with)?]),
        "apart" => CafeRuleKind::Apart(vec![person, parsed(&form.with)?]),
        "fixed" => match Target::parse(&form.to) {
            Some(Target::Table(table)) => CafeRuleKind::Fixed {
                person,
                round,
                table,
            },
            _ => return Err(AppError::NotFound),
        },
        _ => return Err(AppError::NotFound),
    };
    let number = planner()
        .add_cafe_rule(&subject.access, subject.item, kind)
        .await?;
    let board = format!("round={round}&rule={number}");
    Ok(SeeOther::page(subject.links.with(&board)))
}

/// Takes the last change of a plan back.
pub async fn undo_plan(form: &PlanForm) -> Result<SeeOther, AppError> {
    let subject = form.subject()?;
    let seen = subject.seen()?;
    planner()
        .undo_plan_change(&subject.access, subject.item, seen)
        .await?;
    Ok(subject.board())
}

/// Makes the change again that was taken back last.
pub async fn redo_plan(form: &PlanForm) -> Result<SeeOther, AppError> {
    let subject = form.subject()?;
    let seen = subject.seen()?;
    planner()
        .redo_plan_change(&subject.access, subject.item, seen)
        .await?;
    Ok(subject.board())
}

/// Goes back to an earlier version, as a new one.
pub async fn restore_plan(form: &PlanForm) -> Result<SeeOther, AppError> {
    let subject = form.subject()?;
    let number: u32 = parsed(&form.number)?;
    let seen = (subject.seen()?, rule_policy(form.anyway.as_deref()));
    let restored = planner()
        .restore_plan_version(&subject.access, subject.item, seen, number)
        .await?;
    Ok(match restored {
        TakeOver::Taken(_) => subject.board(),
        // The version names the rules, and asks whether to restore it anyway.
        TakeOver::WouldBreak(_) => {
            let refused = format!("version={number}&refused=version");
            SeeOther::page(subject.links.with(&refused))
        }
    })
}

/// Begins a plan that is filled by hand.
pub async fn empty_plan(form: &PlanForm) -> Result<SeeOther, AppError> {
    let subject = form.subject()?;
    planner()
        .empty_plan(&subject.access, subject.item, subject.seen)
        .await?;
    Ok(subject.board())
}

/// Whether a change may break rules: if the form says so.
pub(super) const fn rule_policy(anyway: Option<&str>) -> RulePolicy {
    match anyway {
        Some(_) => RulePolicy::Break,
        None => RulePolicy::Keep,
    }
}

fn parsed<T: std::str::FromStr>(text: &str) -> Result<T, AppError> {
    text.trim().parse().map_err(|_| AppError::NotFound)
}
