//! Form actions on the clock of a café and the links to its screens.

use model::{AgendaItemId, EventId, Faults, Line, PlanId, cafe::ClockStep};
use planner::{
    access::{EventAccess, Helps},
    cafes::{SeenClock, StepOutcome},
};
use serde::{Deserialize, Serialize};
use ui::{error::AppError, forms::SeeOther, visit::planner};

use super::{authorise::helps_event, cafe::cafe_page};

/// The step of a button.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StepName {
    Next,
    Back,
    AddMinute,
    Pause,
    Resume,
    Ring,
    ByClock,
    ByHand,
    BellsOn,
    BellsOff,
    FollowPlan,
}

impl StepName {
    const ALL: [(Self, &'static str, ClockStep); 11] = [
        (Self::Next, "next", ClockStep::Next),
        (Self::Back, "back", ClockStep::Back),
        (Self::AddMinute, "add-minute", ClockStep::AddMinute),
        (Self::Pause, "pause", ClockStep::Pause),
        (Self::Resume, "resume", ClockStep::Resume),
        (Self::Ring, "ring", ClockStep::Ring),
        (Self::ByClock, "by-clock", ClockStep::Automatic(true)),
        (Self::ByHand, "by-hand", ClockStep::Automatic(false)),
        (Self::BellsOn, "bells-on", ClockStep::Bells(true)),
        (Self::BellsOff, "bells-off", ClockStep::Bells(false)),
        (Self::FollowPlan, "follow-plan", ClockStep::FollowPlan),
    ];

    /// The value of the form's field.
    pub fn as_str(self) -> &'static str {
        let found = Self::ALL.iter().find(|(step, ..)| *step == self);
        found.map_or("", |(_, name, _)| name)
    }

    fn parse(name: &str) -> Option<ClockStep> {
        let found = Self::ALL.iter().find(|(_, known, _)| *known == name);
        found.map(|(.., step)| *step)
    }
}

/// A step of a clock, and the state that it was made from.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ClockStepForm {
    pub event: String,
    /// The item of the agenda, where the page names one.
    pub item: String,
    pub plan: String,
    pub revision: String,
    pub phase: String,
    pub step: String,
}

/// The links to a café's screen.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ScreenLinkForm {
    pub event: String,
    pub item: String,
    pub plan: String,
    /// What a new link is for; may be empty.
    pub name: String,
    /// The key of the link to revoke.
    pub link: String,
}

/// The subject of a form.
struct Subject {
    access: EventAccess<Helps>,
    event: EventId,
    item: Option<AgendaItemId>,
    plan: PlanId,
}

impl Subject {
    fn parse(event: &str, item: &str, plan: &str) -> Result<Self, AppError> {
        let (event, access) = helps_event(event)?;
        let item = (!item.is_empty()).then(|| item.parse()).transpose();
        Ok(Self {
            access,
            event,
            item: item.map_err(|_| AppError::NotFound)?,
            plan: plan.parse().map_err(|_| AppError::NotFound)?,
        })
    }

    /// The remote control, with a parameter that needs no encoding; none if its value is empty.
    fn path(&self, name: &str, value: &str) -> String {
        let query = match value {
            "" => String::new(),
            value => format!("{name}={value}"),
        };
        cafe_page(self.event, self.item, "live", &query)
    }

    fn page(&self, name: &str, value: &str) -> SeeOther {
        SeeOther::page(self.path(name, value))
    }
}

/// Moves a clock.
pub async fn step_cafe_clock(form: &ClockStepForm) -> Result<SeeOther, AppError> {
    let subject = Subject::parse(&form.event, &form.item, &form.plan)?;
    let step = StepName::parse(&form.step).ok_or(AppError::Unreadable)?;
    let seen = SeenClock {
        revision: form.revision.parse().map_err(|_| AppError::Unreadable)?,
        phase: form.phase.parse().map_err(|_| AppError::Unreadable)?,
    };
    let outcome = planner()
        .step_cafe_clock(&subject.access, subject.plan, seen, step)
        .await?;
    Ok(subject.page(
        "outcome",
        match outcome {
            StepOutcome::Done => "",
            StepOutcome::Meanwhile => "meanwhile",
        },
    ))
}

/// Makes a link to a screen, and shows it once.
pub async fn make_screen_link(form: &ScreenLinkForm) -> Result<SeeOther, AppError> {
    let subject = Subject::parse(&form.event, &form.item, &form.plan)?;
    let mut faults = Faults::none();
    let name = faults.keep("name", Line::optional(&form.name));
    let name = faults.or(name)?;
    let token = planner()
        .make_screen_link(&subject.access, subject.plan, name)
        .await?;
    let page = subject.path("screen", token.reveal());
    Ok(SeeOther::page(format!("{page}#screens")))
}

/// Revokes one of the links to a screen.
pub async fn revoke_screen_link(form: &ScreenLinkForm) -> Result<SeeOther, AppError> {
    let subject = Subject::parse(&form.event, &form.item, &form.plan)?;
    planner()
        .revoke_screen_link(&subject.access, subject.plan, &form.link)
        .await?;
    Ok(subject.page("outcome", "revoked-one"))
}

/// Revokes all links to a screen.
pub async fn revoke_screen_links(form: &ScreenLinkForm) -> Result<SeeOther, AppError> {
    let subject = Subject::parse(&form.event, &form.item, &form.plan)?;
    planner()
        .revoke_screen_links(&subject.access, subject.plan)
        .await?;
    Ok(subject.page("outcome", "revoked"))
}
