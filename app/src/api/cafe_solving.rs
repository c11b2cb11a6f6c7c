//! Form actions that make a whole plan of a café: computed, drawn at random, chosen, or read from a table.

use model::{AgendaItemId, EventId, Fault, JobState};
use planner::{
    PlannerError,
    access::{EventAccess, Organises},
    cafes::{DrawOutcome, PlanImport, SolveFailure, SolveOutcome, SolveScope, TakeOver},
};
use serde::{Deserialize, Serialize};
use ui::{
    error::AppError,
    forms::{SeeOther, Upload},
    visit::planner,
};

use super::{
    authorise::organises_event, cafe::cafe_page, cafe_plan::rule_policy, jobs::path_of,
    table_form::text_of,
};
use crate::pages::organise::failure_text;

/// A request to make a plan.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct MakePlanForm {
    pub event: String,
    /// The item of the agenda; empty for the first café, or the event itself.
    pub item: String,
    /// The version that was edited when the page was made; empty before there is one.
    pub version: String,
    /// Whether locks are given up.
    pub anew: Option<String>,
    /// The number that a plan is drawn by; empty for another one each time.
    pub seed: String,
    /// The number of an alternative, and the version that it stands beside.
    pub alternative: String,
    pub beside: String,
    /// Whether the alternative may break rules.
    pub anyway: Option<String>,
}

/// A table with a plan.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct ImportPlanForm {
    pub event: String,
    pub item: String,
    pub version: String,
    /// The table as text. An uploaded file replaces it.
    pub text: String,
    /// Whether rules may be broken.
    pub anyway: Option<String>,
}

struct Subject {
    event: EventId,
    access: EventAccess<Organises>,
    item: Option<AgendaItemId>,
    seen: Option<u32>,
}

impl Subject {
    fn parse(event: &str, item: &str, version: &str) -> Result<Self, AppError> {
        let (event, access) = organises_event(event)?;
        let item = match item {
            "" => None,
            id => Some(id.parse().map_err(|_| AppError::NotFound)?),
        };
        let seen: Option<u32> = match version {
            "" => None,
            number => Some(number.parse().map_err(|_| AppError::NotFound)?),
        };
        Ok(Self {
            event,
            access,
            item,
            // The board writes 0 before there is a version.
            seen: seen.filter(|seen| *seen > 0),
        })
    }

    fn page(&self, part: &str) -> SeeOther {
        SeeOther::page(cafe_page(self.event, self.item, part, ""))
    }

    /// Where an organiser sees why no plan was computed: on the page of the set-up if only that is to blame, else on the
    /// board, which shows what the job has stored.
    fn after_search(&self, failure: &SolveFailure) -> SeeOther {
        tracing::debug!(?failure, "no plan");
        self.page(if failure.is_of_set_up() { "" } else { "plan" })
    }

    /// The board, which says why no plan was drawn.
    fn after_drawing(&self, failure: &SolveFailure) -> SeeOther {
        tracing::debug!(?failure, "no plan");
        let on = self.seen.unwrap_or_default();
        let query = format!("failed={}&on={on}#conflict", failure_text(failure));
        SeeOther::page(cafe_page(self.event, self.item, "plan", &query))
    }
}

impl MakePlanForm {
    fn subject(&self) -> Result<Subject, AppError> {
        Subject::parse(&self.event, &self.item, &self.version)
    }
}

/// Computes a plan. Leads to the plan if it is there within a moment, else to the job's page.
pub async fn solve_plan(form: &MakePlanForm) -> Result<SeeOther, AppError> {
    let subject = form.subject()?;
    let scope = match form.anew {
        Some(_) => SolveScope::Everything,
        None => SolveScope::AroundLocks,
    };
    let planner = planner();
    let started = planner
        .solve_cafe(&subject.access, subject.item, scope)
        .await;
    let job = match started {
        Ok(job) => job,
        // The set-up says what is missing.
        Err(PlannerError::Invalid(_) | PlannerError::WrongState) => return Ok(subject.page("")),
        Err(error) => return Err(error.into()),
    };
    let jobs = planner.jobs_of_event(&subject.access).await?;
    let view = jobs.iter().find(|view| view.job.id == job);
    Ok(
        match view.map(|view| (view.job.state, view.solve_outcome())) {
            Some((
                JobState::Done,
                Some(SolveOutcome::Version {
                    is_current: true, ..
                }),
            )) => subject.page("plan"),
            Some((JobState::Failed, Some(SolveOutcome::Failure(failure)))) => {
                subject.after_search(&failure)
            }
            // The page of the job goes on to the plan once it is there.
            _ => SeeOther::page(format!("{}?follow=1", path_of(subject.event, job))),
        },
    )
}

/// Draws a plan at random.
pub async fn draw_plan(form: &MakePlanForm) -> Result<SeeOther, AppError> {
    let subject = form.subject()?;
    let seed = match form.seed.trim() {
        "" => None,
        seed => Some(
            seed.parse()
                .map_err(|_| AppError::fault("seed", Fault::NoNumber))?,
        ),
    };
    let drawn = planner()
        .draw_plan(&subject.access, subject.item, (subject.seen, seed))
        .await;
    match drawn {
        Ok(DrawOutcome::Drawn(_)) => Ok(subject.page("plan")),
        Ok(DrawOutcome::Failed(failure)) => Ok(subject.after_drawing(&failure)),
        Err(PlannerError::Invalid(_) | PlannerError::WrongState) => Ok(subject.page("")),
        Err(error) => Err(error.into()),
    }
}

/// Takes an alternative in place of the version that it stands beside.
pub async fn choose_alternative(form: &MakePlanForm) -> Result<SeeOther, AppError> {
    let subject = form.subject()?;
    let seen = subject.seen.ok_or(AppError::NotFound)?;
    let beside = form.beside.parse().map_err(|_| AppError::NotFound)?;
    let number = form.alternative.parse().map_err(|_| AppError::NotFound)?;
    let chosen = planner()
        .choose_alternative(
            &subject.access,
            subject.item,
            (seen, rule_policy(form.anyway.as_deref())),
            (beside, number),
        )
        .await?;
    let query = match chosen {
        TakeOver::Taken(_) => return Ok(subject.page("plan")),
        // The board names the rules, and asks whether to take the alternative anyway.
        TakeOver::WouldBreak(_) if beside == seen => "refused=alternative".to_owned(),
        TakeOver::WouldBreak(_) => format!("version={beside}&refused=alternative"),
    };
    let board = cafe_page(subject.event, subject.item, "plan", &query);
    Ok(SeeOther::page(format!("{board}#alternatives")))
}

/// Reads a plan from a table. Where it has faults, nothing is taken, and the page shows them beside the text.
pub async fn import_plan(
    form: &mut ImportPlanForm,
    files: &[Upload],
) -> Result<SeeOther, AppError> {
    if let Some(file) = files.iter().find(|file| file.field == "file") {
        form.text = text_of(file).await?;
    }
    if form.text.trim().is_empty() {
        return Err(AppError::fault("text", Fault::Missing));
    }
    let subject = Subject::parse(&form.event, &form.item, &form.version)?;
    let rules = rule_policy(form.anyway.as_deref());
    let text = form.text.clone();
    let imported = planner()
        .import_plan(&subject.access, subject.item, (&text, subject.seen, rules))
        .await?;
    match imported {
        PlanImport::Taken(_) => Ok(subject.page("plan")),
        // The page reads the table again and names the lines.
        _ => Err(AppError::Preview),
    }
}
