//! Files to download: no pages, but asked for by the same people. Who asks is found out as for a page,
//! and whoever is refused gets the page that says why.

use std::sync::Arc;

use axum::{
    extract::Request,
    response::{IntoResponse, Response},
};
use http::header;
use model::Language;
use planner::Planner;

use crate::{
    assets::Assets,
    error::AppError,
    render::{Frame, show},
    text::t,
    visit::{Visit, visit_of_request},
};

/// Answers requests for files.
#[derive(Debug, Clone)]
pub struct Downloads(Frame);

/// A file as it is handed out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Download {
    pub content_type: &'static str,
    /// What the file is saved as: letters, digits, hyphens, dots.
    pub name: String,
    pub bytes: Vec<u8>,
}

impl Downloads {
    /// Files made from these use cases; refusals look like the pages.
    pub fn new(planner: Planner, assets: Assets) -> Self {
        Self(Frame::new(planner, assets))
    }

    /// Answers a request with the [`Download`], or whatever else is no page, that `make` gives.
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
            Err((error, visit)) => return show(&self.0, &visit, None, Some(error)).await,
        };
        match make(self.0.planner.clone(), Arc::clone(&visit)).await {
            Ok(file) => file.into_response(),
            Err(AppError::Internal { .. }) => {
                // Made outside of a page, it did not know its request.
                let id = visit.request.clone();
                show(&self.0, &visit, None, Some(AppError::Internal { id })).await
            }
            Err(error) => show(&self.0, &visit, None, Some(error)).await,
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

/// The headings of an exported list, before the event's own questions.
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
