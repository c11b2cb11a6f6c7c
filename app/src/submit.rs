//! The handlers of `/do/…`, the paths of form actions.

use std::{panic::resume_unwind, sync::Arc};

use axum::{
    extract::{Request, State},
    response::{IntoResponse, Redirect, Response},
};
use http::Uri;
use leptos::{prelude::Owner, reactive::computed::ScopedFuture};
use tracing::Instrument as _;
use ui::{
    error::AppError,
    forms::{FormRoute, Refusal, RefusedForm, SeeOther, SubmittedBody, is_local},
    visit::{Visit, visit_of_request},
};

use crate::{api::actions, render::render_page, state::AppState, submission_guard::SubmittedForm};

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
        // The page of the form needs the database. The person goes back in the browser to send the form again.
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
        // The page of the form cannot be rendered. With the form island, the typed values are still on the page.
        // Without it, reloading the error page sends them again.
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

/// Answers a form that is sent to an unknown path with its page and the status *not found*.
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

/// Redirects a GET of an action's path to the page of the form. Browsers send it when the address of a refused
/// form is opened again.
pub(crate) async fn redirect_to_page(request: Request) -> Response {
    Redirect::to(&page_of(request.uri())).into_response()
}

/// Reads the body and runs the action in the same context as a page. A browser that hangs up, as on a second click,
/// does not stop the action.
async fn answer(
    state: &AppState,
    visit: &Arc<Visit>,
    action: &'static FormRoute,
    request: Request,
) -> Result<SeeOther, Refusal> {
    let body = SubmittedBody::read(request).await?;
    let (state, visit) = (state.clone(), Arc::clone(visit));
    let request = visit.request.clone();
    let run = async move {
        let action_run = Owner::new().with(|| {
            state.provide(&visit);
            ScopedFuture::new(action.submit(&body.fields, &body.files))
        });
        if actions::UNGUARDED.contains(&action.path) {
            return action_run.await;
        }
        let form = SubmittedForm {
            visit: &visit,
            action: action.path,
            fields: &body.fields,
        };
        form.run_once(&state.planner, action_run).await
    };
    match tokio::spawn(run.in_current_span()).await {
        Ok(answer) => answer,
        Err(error) => match error.try_into_panic() {
            Ok(panic) => resume_unwind(panic),
            Err(cancelled) => Err(AppError::internal(&cancelled, &request).into()),
        },
    }
}

/// The path of the page that contains the form, from `at`.
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
