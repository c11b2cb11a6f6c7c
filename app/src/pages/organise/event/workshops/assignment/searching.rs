//! The search for assignments: how far it is, and why it found nothing.

use leptos::prelude::*;
use model::JobState;
use planner::assignments::{AssignmentFailure, AssignmentOutcome};
use ui::{
    components::{Notice, PostButton, Tone},
    text::t,
};

use super::{super::super::job, Shown, choices, rules};
use crate::api::actions::StopJob;

impl Shown<'_> {
    /// The search that runs, with what it has found so far.
    pub(super) fn progress(&self) -> Option<AnyView> {
        let search = self.search.filter(|_| self.is_searching())?;
        let event = self.board.assignment.event.id;
        let mut fields = self.fields();
        fields.push(("job", search.job.id.to_string()));
        let stop = (self.may_plan && !search.job.stops).then(|| {
            view! { <PostButton to=StopJob::PATH label=t!("assignment-stop") fields class="button small"/> }
        });
        let candidates = search.candidates();
        let columns = choices::searched(candidates.iter().map(|candidate| &candidate.quality));
        Some(
            view! {
                <section class="card dense searching">
                    <h2>{t!("assignment-searching")}</h2>
                    {job::progress(event, search)}
                    <div class="row">{stop}</div>
                </section>
                {columns}
            }
            .into_any(),
        )
    }

    /// Why the latest search found nothing.
    pub(super) fn failure(&self) -> Option<AnyView> {
        let search = self.search.filter(|_| !self.is_searching())?;
        let content = match search.assignment_outcome() {
            Some(AssignmentOutcome::Failure(failure)) => match failure {
                AssignmentFailure::Contradiction(sources) => {
                    rules::contradiction(self, &sources).into_any()
                }
                AssignmentFailure::Unexplained => {
                    view! { <p>{t!("job-solve-unexplained")}</p> }.into_any()
                }
                AssignmentFailure::Undecided => {
                    view! { <p>{t!("job-solve-undecided")}</p> }.into_any()
                }
            },
            None if search.job.state == JobState::Failed => {
                view! { <p>{t!("assignment-failed")}</p> }.into_any()
            }
            _ => return None,
        };
        Some(view! { <Notice tone=Tone::Bad>{content}</Notice> }.into_any())
    }
}
