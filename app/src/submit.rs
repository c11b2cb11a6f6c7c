//! The handlers of `/do/…`.

use std::sync::Arc;

use axum::{
    extract::{Request, State},
    response::{IntoResponse, Redirect, Response},
};
use http::Uri;
use leptos::{prelude::Owner, reactive::computed::ScopedFuture};
use ui::{
    error::AppError,
    forms::{FormRoute, Refusal, RefusedForm, SeeOther, SubmittedBody, is_local},
    visit::{Visit, visit_of_request},
};

use crate::{render::render_page, state::AppState};

/// Answers a submitted form.
pub(crate) async fn submit_form(
    State(state): State<AppState>,
    action: &'static FormRoute,
    request: Request,
) -> Response {
    let to_island = request.headers().contains_key("x-island");
    let id = query(request.uri(), "form").unwrap_or_default();
    let at = page_of(request.uri());
    let (parts, body) = request.into_parts();
    let visit = match visit_of_request(&state.planner, &parts).await {
        Ok(visit) => visit,
        // Without the database the page cannot be rendered; the form is still behind it in the browser.
        Err((error, visit)) => {
            return render_page(&state, &at_page(&visit, &at), None, Some(error)).await;
        }
    };

    let request = Request::from_parts(parts, body);
    let Refusal { error, form } = match answer(&state, &visit, action, request).await {
        Ok(see_other) => return see_other.into_response(to_island),
        Err(refusal) => refusal,
    };
    tracing::info!(action = action.path, %error, "a form was refused");
    let visit = at_page(&visit, &at);
    match error {
        // The page is shown to signed-in people only. The typed values are still in the island's page, or
        // behind this one, which sends them again when it is reloaded.
        AppError::SignIn | AppError::Unreadable => {
            render_page(&state, &visit, None, Some(error)).await
        }
        error => {
            let refused = RefusedForm {
                action: action.path,
                id,
                form,
                error,
            };
            render_page(&state, &visit, Some(Arc::new(refused)), None).await
        }
    }
}

/// Answers a form whose path names no action with the page it stands on, and *not found*.
pub(crate) async fn submit_to_unknown(State(state): State<AppState>, request: Request) -> Response {
    let at = page_of(request.uri());
    let (parts, _) = request.into_parts();
    let visit = match visit_of_request(&state.planner, &parts).await {
        Ok(visit) => visit,
        Err((error, visit)) => {
            return render_page(&state, &at_page(&visit, &at), None, Some(error)).await;
        }
    };
    tracing::info!(path = parts.uri.path(), "a form for no action");
    let refused = RefusedForm {
        action: "",
        id: String::new(),
        form: None,
        error: AppError::NotFound,
    };
    render_page(&state, &at_page(&visit, &at), Some(Arc::new(refused)), None).await
}

/// Answers a GET of a form's path (a reload after a refusal) with the page the form stands on.
pub(crate) async fn redirect_to_page(request: Request) -> Response {
    Redirect::to(&page_of(request.uri())).into_response()
}

/// Reads the body and runs the action, with the visit and the use cases in its context as they are in a page's.
async fn answer(
    state: &AppState,
    visit: &Arc<Visit>,
    action: &FormRoute,
    request: Request,
) -> Result<SeeOther, Refusal> {
    let body = SubmittedBody::read(request).await?;
    let run = Owner::new().with(|| {
        state.provide(visit);
        ScopedFuture::new(action.submit(&body.fields, &body.files))
    });
    state
        .submissions
        .run_once(visit, action.path, &body.fields, run)
        .await
}

/// The page the form stands on.
fn page_of(uri: &Uri) -> String {
    query(uri, "at")
        .filter(|at| is_local(at))
        .unwrap_or_else(|| "/".to_owned())
}

fn query(uri: &Uri, name: &str) -> Option<String> {
    form_urlencoded::parse(uri.query()?.as_bytes())
        .find(|(found, _)| found == name)
        .map(|(_, value)| value.into_owned())
}

fn at_page(visit: &Visit, at: &str) -> Arc<Visit> {
    Arc::new(Visit {
        path: at.to_owned(),
        ..visit.clone()
    })
}
