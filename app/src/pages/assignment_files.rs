//! Problem and plan of an assignment as files, to be computed again by anybody.

use leptos::prelude::*;
use model::Language;
use planner::assignments::PublishedFiles;
use ui::{text::t, visit::language};

/// The links to both files, after a sentence about them.
#[component]
pub(crate) fn AssignmentFiles(
    says: String,
    /// The paths of the problem and of the plan.
    paths: [String; 2],
    /// The language of the links; without it that of the visitor.
    #[prop(optional)]
    language: Option<Language>,
) -> impl IntoView {
    let language = language.unwrap_or_else(self::language);
    let [problem, plan] = paths;
    view! {
        <p class="small soft">
            {says}" "
            <a href=problem download>{t!(language => "wishes-files.problem")}</a>" · "
            <a href=plan download>{t!(language => "wishes-files.plan")}</a>
        </p>
    }
}

/// What the published files contain, and what has changed since.
pub(crate) fn about_files(files: &PublishedFiles, language: Language) -> String {
    let organisations = if files.has_organisations {
        t!(language => "wishes-files.organisations")
    } else {
        t!(language => "wishes-files.no-organisations")
    };
    let mut says = vec![t!(language => "wishes-files"), organisations];
    if files.is_repair {
        says.push(t!(language => "wishes-files.repair"));
    }
    if files.changed_seats > 0 {
        says.push(t!(language => "wishes-files.changed", n = files.changed_seats));
    }
    says.join(" ")
}
