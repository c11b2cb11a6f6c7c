//! Form actions on jobs.

use model::{EventId, JobId};
use planner::access::{EventAccess, Organises};
use serde::{Deserialize, Serialize};
use ui::{error::AppError, forms::SeeOther, visit::planner};

use super::authorise::organises_event;

/// A job of an event.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct JobForm {
    pub event: String,
    pub job: String,
}

impl JobForm {
    fn parse(&self) -> Result<(EventId, EventAccess<Organises>, JobId), AppError> {
        let (event, access) = organises_event(&self.event)?;
        let job = self.job.parse().map_err(|_| AppError::NotFound)?;
        Ok((event, access, job))
    }
}

/// Asks a job to stop.
pub async fn stop_job(form: &JobForm) -> Result<SeeOther, AppError> {
    let (event, access, job) = form.parse()?;
    planner().stop_job(&access, job).await?;
    Ok(SeeOther::page(path_of(event, job)))
}

/// Lets a job go on where it ended.
pub async fn resume_job(form: &JobForm) -> Result<SeeOther, AppError> {
    let (event, access, job) = form.parse()?;
    planner().resume_job(&access, job).await?;
    Ok(SeeOther::page(path_of(event, job)))
}

/// The page of a job.
pub fn path_of(event: EventId, job: JobId) -> String {
    format!("/organise/events/{event}/jobs/{job}")
}

/// Leads to the latest job of an event if it is not over.
pub(super) async fn running_job(
    event: EventId,
    access: &EventAccess<Organises>,
    saved: &str,
) -> Result<Option<SeeOther>, AppError> {
    let jobs = planner().jobs_of_event(access).await?;
    let latest = jobs.first().filter(|latest| latest.job.state.is_active());
    Ok(latest.map(|latest| {
        let page = path_of(event, latest.job.id);
        SeeOther::page(format!("{page}?saved={saved}"))
    }))
}
