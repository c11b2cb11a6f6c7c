//! The handler of `/do/…`.

use std::sync::{Arc, Mutex};

use axum::{
    body::{Body, to_bytes},
    extract::{DefaultBodyLimit, Request, State},
    response::{IntoResponse, Redirect, Response},
};
use http::{HeaderValue, Method, header, request::Parts};
use leptos::prelude::provide_context;
use leptos_axum::handle_server_fns_with_context;

use super::{
    SeeOther,
    see_other::is_local,
    upload::{self, FormOverrides, Upload, Uploads},
};
use crate::{
    error::AppError,
    render::{Frame, show},
    resubmitted::RefusedForm,
    visit::{Visit, visit_of_request},
};

/// A form without files: what the longest text and a few hundred fields need.
const MOST_BYTES: usize = 256 * 1024;

/// A form with files.
const MOST_BYTES_WITH_FILES: usize = 4 * 1024 * 1024;

/// A form that was sent.
pub(crate) async fn post(State(frame): State<Frame>, request: Request) -> Response {
    let (parts, body) = request.into_parts();
    let to_island = parts.headers.contains_key("x-island");
    let at = page_of(&parts);
    let visit = match visit_of_request(&frame.planner, &parts).await {
        Ok(visit) => visit,
        // Without the database the page could not be shown again; whoever goes back finds the form.
        Err((error, visit)) => return show(&frame, &at_page(&visit, &at), None, Some(error)).await,
    };

    let mut sent = String::new();
    let error = match answer(&frame, &visit, &parts, body, &mut sent).await {
        Ok(see_other) => return see_other.into_response(to_island),
        Err(error) => error,
    };
    tracing::info!(action = parts.uri.path(), %error, "a form was refused");
    let visit = at_page(&visit, &at);
    match error {
        // The page is not theirs to see before they have signed in. What they typed stays where it was:
        // in the island's page, or behind this one, which sends it again when it is reloaded.
        AppError::SignIn | AppError::Unreadable => show(&frame, &visit, None, Some(error)).await,
        error => {
            let refused = RefusedForm {
                action: parts.uri.path().to_owned(),
                form: RefusedForm::query(&parts.uri, "form").unwrap_or_default(),
                body: sent,
                error,
            };
            show(&frame, &visit, Some(Arc::new(refused)), None).await
        }
    }
}

/// Whoever asks for a form's address (a reload after a refusal) gets the page it stands on.
pub(crate) async fn reload(request: Request) -> Response {
    let (parts, _) = request.into_parts();
    Redirect::to(&page_of(&parts)).into_response()
}

/// Answers a form; what was sent is kept for showing it again.
async fn answer(
    frame: &Frame,
    visit: &Arc<Visit>,
    parts: &Parts,
    body: Body,
    sent: &mut String,
) -> Result<SeeOther, AppError> {
    let (form, files) = read_body(parts, body).await?;
    sent.clone_from(&form);
    let action = parts.uri.path();
    let run = run(frame, visit, parts, (form.clone(), files), sent);
    frame.once.answer(visit, action, &form, run).await
}

/// Runs the server function.
async fn run(
    frame: &Frame,
    visit: &Arc<Visit>,
    parts: &Parts,
    (form, files): (String, Vec<Upload>),
    sent: &mut String,
) -> Result<SeeOther, AppError> {
    let mut request = Request::new(Body::from(form));
    *request.method_mut() = Method::POST;
    *request.uri_mut() = parts.uri.clone();
    request.headers_mut().insert(
        header::CONTENT_TYPE,
        HeaderValue::from_static("application/x-www-form-urlencoded"),
    );
    let uploads = Uploads(Arc::new(Mutex::new(files)));
    let instead = FormOverrides::default();
    let shown_instead = instead.clone();
    let (visit, planner) = (Arc::clone(visit), frame.planner.clone());
    let context = move || {
        provide_context(Arc::clone(&visit));
        provide_context(planner.clone());
        provide_context(uploads.clone());
        provide_context(instead.clone());
    };
    let mut response = handle_server_fns_with_context(context, request)
        .await
        .into_response();
    let extensions = response.extensions_mut();
    if let Some(see_other) = extensions.remove::<SeeOther>() {
        return Ok(see_other);
    }
    *sent = shown_instead.shown(std::mem::take(sent));
    // Neither: there is no such server function.
    Err(extensions
        .remove::<AppError>()
        .unwrap_or(AppError::NotFound))
}

async fn read_body(parts: &Parts, body: Body) -> Result<(String, Vec<Upload>), AppError> {
    let kind = parts
        .headers
        .get(header::CONTENT_TYPE)
        .and_then(|kind| kind.to_str().ok())
        .unwrap_or_default();
    let with_files = kind.starts_with("multipart/form-data");
    let most = if with_files {
        MOST_BYTES_WITH_FILES
    } else {
        MOST_BYTES
    };
    let bytes = to_bytes(body, most)
        .await
        .map_err(|_| AppError::Unreadable)?;
    if with_files {
        let mut request = Request::new(Body::from(bytes));
        // Its length was seen to; axum's own limit is lower.
        DefaultBodyLimit::disable().apply(&mut request);
        if let Some(kind) = parts.headers.get(header::CONTENT_TYPE) {
            request
                .headers_mut()
                .insert(header::CONTENT_TYPE, kind.clone());
        }
        upload::split(request).await
    } else {
        let form = String::from_utf8(bytes.into()).map_err(|_| AppError::Unreadable)?;
        Ok((form, Vec::new()))
    }
}

/// The page the form stands on.
fn page_of(parts: &Parts) -> String {
    RefusedForm::query(&parts.uri, "at")
        .filter(|at| is_local(at))
        .unwrap_or_else(|| "/".to_owned())
}

fn at_page(visit: &Visit, at: &str) -> Arc<Visit> {
    Arc::new(Visit {
        path: at.to_owned(),
        ..visit.clone()
    })
}
