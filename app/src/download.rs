//! Downloads. They have the visit of a page, and their errors are rendered as pages.

use std::sync::Arc;

use axum::{
    extract::Request,
    response::{IntoResponse, Response},
};
use http::header;
use model::Language;
use planner::{
    Planner, UnreadableRow, cafes::PlanTableHeadings, people::ContactExportTexts,
    registrations::AnswerTexts,
};
use ui::{
    assets::Assets,
    error::AppError,
    text::t,
    visit::{Visit, visit_of_request},
};

use crate::{render::render_page, state::AppState};

/// The handler of downloads.
#[derive(Debug, Clone)]
pub struct Downloads(AppState);

/// A file to download.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Download {
    pub content_type: &'static str,
    /// The file name: letters, digits, hyphens and dots.
    pub name: String,
    pub bytes: Vec<u8>,
}

impl Downloads {
    pub fn new(planner: Planner, assets: Assets) -> Self {
        Self(AppState::new(planner, assets))
    }

    /// Answers a request with the result of `make`, such as a [`Download`].
    pub async fn answer<Making, File>(
        self,
        request: Request,
        make: impl FnOnce(Planner, Arc<Visit>) -> Making,
    ) -> Response
    where
        Making: Future<Output = Result<File, AppError>>,
        File: IntoResponse,
    {
        let (parts, _) = request.into_parts();
        let visit = match visit_of_request(&self.0.planner, &parts).await {
            Ok(visit) => visit,
            Err((error, visit)) => return render_page(&self.0, &visit, None, Some(error)).await,
        };
        match make(self.0.planner.clone(), Arc::clone(&visit)).await {
            Ok(file) => file.into_response(),
            Err(AppError::Internal { .. }) => {
                // A download runs without a page's context, so its error lacks the request id.
                let id = visit.request.clone();
                render_page(&self.0, &visit, None, Some(AppError::Internal { id })).await
            }
            Err(error) => render_page(&self.0, &visit, None, Some(error)).await,
        }
    }
}

impl IntoResponse for Download {
    fn into_response(self) -> Response {
        let disposition = format!("attachment; filename=\"{}\"", self.name);
        (
            [
                (header::CONTENT_TYPE, self.content_type.to_owned()),
                (header::CONTENT_DISPOSITION, disposition),
                (header::CACHE_CONTROL, "private, no-store".to_owned()),
            ],
            self.bytes,
        )
            .into_response()
    }
}

/// The headings of a plan as a table.
pub fn plan_table_headings(language: Language) -> PlanTableHeadings {
    PlanTableHeadings {
        given_name: t!(language => "list-given-name"),
        family_name: t!(language => "list-family-name"),
        address: t!(language => "list-address"),
        organisation: t!(language => "list-organisation"),
        round: t!(language => "cafe-table-round"),
        table: t!(language => "cafe-table-table"),
    }
}

/// The first headings of an exported list of registrations. The event's questions follow.
pub fn list_headings(language: Language) -> [String; 7] {
    [
        t!(language => "list-given-name"),
        t!(language => "list-family-name"),
        t!(language => "list-address"),
        t!(language => "list-organisation"),
        t!(language => "list-state"),
        t!(language => "list-language"),
        t!(language => "list-registered"),
    ]
}

/// The texts of exported answers.
pub fn answer_texts(language: Language) -> AnswerTexts {
    AnswerTexts {
        headings: [
            t!(language => "answers-question"),
            t!(language => "answers-answer"),
            t!(language => "answers-number"),
            t!(language => "answers-who"),
        ],
        yes: t!(language => "answers-yes"),
        none: t!(language => "answers-none"),
    }
}

/// The texts of an exported address book.
pub fn contact_export_texts(language: Language) -> ContactExportTexts {
    ContactExportTexts {
        headings: [
            t!(language => "list-given-name"),
            t!(language => "list-family-name"),
            t!(language => "list-address"),
            t!(language => "list-organisation"),
            t!(language => "contact-function"),
            t!(language => "list-language"),
            t!(language => "contact-tags"),
            t!(language => "contact-notes"),
            t!(language => "contact-invitations"),
            t!(language => "contact-export-consent"),
            t!(language => "contact-export-consent-version"),
        ],
        yes: t!(language => "contact-yes"),
        no: t!(language => "contact-no"),
    }
}

/// The last line of an exported list that leaves out registrations because they cannot be read.
pub fn unreadable_registrations(language: Language, rows: &[UnreadableRow]) -> String {
    let named: Vec<String> = rows
        .iter()
        .map(|UnreadableRow { table, row, column }| {
            t!(
                language => "unreadable-row",
                table = table.to_string(),
                row = row.clone(),
                column = column.to_string()
            )
        })
        .collect();
    let says = t!(language => "unreadable-rows", n = rows.len());
    format!("{says}: {}", named.join("; "))
}
