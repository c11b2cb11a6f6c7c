//! The progress of a running job.

use leptos::prelude::*;

use crate::{islands::job::JobIsland, page_properties::require_script, text::t};

/// A bar and a line of text. With a script they follow the job.
#[component]
pub fn JobProgress(
    done: u32,
    total: u32,
    /// The line, with `{done}` and `{total}` in place of the numbers.
    text: String,
    /// The address of the job's events.
    events: String,
    /// What people without a script need to know.
    children: Children,
) -> impl IntoView {
    require_script();
    let line = text
        .replace("{done}", &done.to_string())
        .replace("{total}", &total.to_string());
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
