//! The progress of a running job.

use leptos::prelude::*;

use crate::{islands::job::JobIsland, page_properties::require_script, text::t};

/// A bar and a line of text. With a script they follow the job.
#[component]
pub fn JobProgress(
    done: u32,
    total: u32,
    /// The meetings of the best plan so far and their bound, if the job computes a plan.
    meetings: Option<(u32, u32)>,
    /// The line, with `{done}`, `{total}`, `{meetings}` and `{bound}` in place of the numbers.
    text: String,
    /// The address of the job's events.
    events: String,
    /// What people without a script need to know.
    children: Children,
) -> impl IntoView {
    require_script();
    let line = numbers_shown(&text, (done, total), meetings);
    view! {
        <JobIsland>
            <div class="job-progress" data-events=events>
                <progress value=done.to_string() max=total.max(1).to_string() aria-label=t!("job-progress")></progress>
                <p role="status" data-text=text>{line}</p>
                <div class="without-script">{children()}</div>
            </div>
        </JobIsland>
    }
}

/// A line with the numbers of a job in it. Numbers that are not known yet are dashes.
pub fn numbers_shown(
    text: &str,
    (done, total): (u32, u32),
    meetings: Option<(u32, u32)>,
) -> String {
    let dash = || "–".to_owned();
    let (value, bound) = meetings.map_or_else(
        || (dash(), dash()),
        |(value, bound)| (value.to_string(), bound.to_string()),
    );
    text.replace("{done}", &done.to_string())
        .replace("{total}", &total.to_string())
        .replace("{meetings}", &value)
        .replace("{bound}", &bound)
}
