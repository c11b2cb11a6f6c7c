//! The handlers of `/do/…`, the paths of form actions.

use std::{mem, panic::resume_unwind, sync::Arc};

use axum::{
    extract::{Request, State},
    response::{IntoResponse, Redirect, Response},
};
use http::{Extensions, Uri};
use leptos::{prelude::Owner, reactive::computed::ScopedFuture};
use tracing::Instrument as _;
use ui::{
    error::AppError,
    forms::{FormRoute, Refusal, RefusedForm, SeeOther, SubmittedBody, is_local},
    paths::CHOOSE_LANGUAGE,
    visit::{Visit, visit_of_request},
};

use crate::{
    api::actions, kept_form, render::render_page, state::AppState, submission_guard::SubmittedForm,
};

/// Answers a submitted form.
pub(crate) async fn submit_form(
    State(state): State<AppState>,
    action: &'static FormRoute,
    request: Request,
) -> Response {
    let to_island = request.headers().contains_key("x-island");
    let navigates = request
        .headers()
        .get("sec-fetch-mode")
        .is_some_and(|mode| mode == "navigate");
    let id = query(request.uri(), "form").unwrap_or_default();
    let at = page_of(request.uri());
    let (mut parts, body) = request.into_parts();
    let visit = match visit_of_request(&state.planner, &parts).await {
        Ok(visit) => visit,
        // The page of the form needs the database. The person goes back in the browser to send the form again.
        Err((error, visit)) => {
            return render_page(&state, &at_page(&visit, &at), None, Some(error)).await;
        }
    };

    if action.path == CHOOSE_LANGUAGE && query(&parts.uri, "keep").is_some() {
        return switch_language(
            state,
            &at_page(&visit, &at),
            Request::from_parts(parts, body),
        )
        .await;
    }
    let extensions = mem::take(&mut parts.extensions);
    let answered =
        match SubmittedBody::read(Request::from_parts(parts, body), action.takes_files).await {
            Ok(body) => {
                let run = run_action(state.clone(), Arc::clone(&visit), action, body);
                run_to_the_end(run, extensions).await
            }
            Err(error) => Err(Refusal::from(error)),
        };
    let Refusal { error, form } = match answered {
        Ok(see_other) => {
            kept_form::forget(&state.planner, &visit, &at).await;
            return see_other.into_response(to_island);
        }
        Err(refusal) => refusal,
    };
    tracing::info!(action = action.path, %error, "a form was refused");
    let visit = at_page(&visit, &at);
    let refused = RefusedForm {
        action: action.path,
        id,
        form,
        error,
    };
    // A browser without the form island gets the refusal at an address that can be loaded again.
    if navigates
        && let Some(to) = kept_form::redirect_to_refused(&state.planner, &visit, &refused).await
    {
        return to.into_response(false);
    }
    match refused.error {
        // The page of the form cannot be rendered. With the form island, the typed values are still on the page.
        // Without it, reloading the error page sends them again.
        error @ (AppError::SignIn | AppError::Unreadable) => {
            render_page(&state, &visit, None, Some(error)).await
        }
        _ => render_page(&state, &visit, Some(Arc::new(refused)), None).await,
    }
}

/// Answers the language switch of a page with a form: `?language=en&keep=/do/rename&form=&at=/page`, with the fields of
/// the form.
async fn switch_language(state: AppState, visit: &Arc<Visit>, request: Request) -> Response {
    let uri = request.uri().clone();
    let parameter = |name| query(&uri, name).unwrap_or_default();
    let kept = kept_form::route(&parameter("keep"));
    let takes_files = kept.is_some_and(|action| action.takes_files);
    let half_filled = match SubmittedBody::read(request, takes_files).await {
        Ok(body) => kept.map(|action| RefusedForm {
            action: action.path,
            id: parameter("form"),
            form: action.parse(&body.fields),
            error: AppError::Preview,
        }),
        Err(_) => None,
    };
    match kept_form::switch_language(&state, visit, parameter("language"), half_filled).await {
        Ok(to) => to.into_response(false),
        Err(error) => render_page(&state, visit, None, Some(error)).await,
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

/// Runs the action in the same context as a page.
async fn run_action(
    state: AppState,
    visit: Arc<Visit>,
    action: &'static FormRoute,
    body: SubmittedBody,
) -> Result<SeeOther, Refusal> {
    let run = Owner::new().with(|| {
        state.provide(&visit);
        ScopedFuture::new(action.submit(&body.fields, &body.files))
    });
    if actions::UNGUARDED.contains(&action.path) {
        return run.await;
    }
    let form = SubmittedForm {
        visit: &visit,
        action: action.path,
        fields: &body.fields,
    };
    form.run_once(&state.planner, run).await
}

/// Runs an action to its end even if the client hangs up or the response takes too long: what was sent counts.
/// The request's extensions are kept as long, because they hold its place among the concurrent requests.
async fn run_to_the_end(
    run: impl Future<Output = Result<SeeOther, Refusal>> + Send + 'static,
    extensions: Extensions,
) -> Result<SeeOther, Refusal> {
    let run = async move {
        let answered = run.await;
        drop(extensions);
        answered
    };
    match tokio::spawn(run.in_current_span()).await {
        Ok(answered) => answered,
        Err(error) => match error.try_into_panic() {
            Ok(panic) => resume_unwind(panic),
            // The server stops.
            Err(_) => Err(Refusal::from(AppError::Unavailable)),
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
