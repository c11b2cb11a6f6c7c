//! Renders pages.

mod headers;
mod markers;

use std::{pin::Pin, sync::Arc};

use axum::{
    body::Body,
    extract::{Request, State},
    response::{IntoResponse, Redirect, Response},
};
use futures::{Stream, StreamExt, stream::once};
use http::header;
use leptos::{IntoView, prelude::*};
use leptos_axum::handle_response_inner;

use crate::{kept_form::kept_form, routes::Pages, state::AppState};

pub use headers::revalidate;

use headers::add_headers;
use markers::strip_markers;
use ui::{
    error::AppError,
    forms::RefusedForm,
    page_properties::PageProperties,
    paths::sign_in_path,
    shell::ErrorPage,
    visit::{Visit, visit_of_request},
};

/// Answers a GET request with a page. Redirects to the sign-in page if the page requires it.
pub(crate) async fn get_page(State(state): State<AppState>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    match visit_of_request(&state.planner, &parts).await {
        Ok(visit) => {
            let kept = kept_form(&state.planner, &visit).await;
            let page = render_page(&state, &visit, kept.clone(), None).await;
            if page.status() == AppError::SignIn.status() {
                // The session ended while the person typed.
                if kept.is_some_and(|kept| kept.error == AppError::SignIn) {
                    return render_page(&state, &visit, None, Some(AppError::SignIn)).await;
                }
                return Redirect::to(&sign_in_path(&visit.path)).into_response();
            }
            revalidate(parts.headers.get(header::IF_NONE_MATCH), page)
        }
        Err((error, visit)) => render_page(&state, &visit, None, Some(error)).await,
    }
}

/// Renders the page at `visit.path`, with the refused form if there is one. If the page fails, renders the error
/// page in its place.
pub(crate) async fn render_page(
    state: &AppState,
    visit: &Arc<Visit>,
    refused: Option<Arc<RefusedForm>>,
    error: Option<AppError>,
) -> Response {
    let properties = Arc::new(PageProperties::default());
    let mut request = Request::new(Body::empty());
    *request.uri_mut() = visit.path.parse().unwrap_or_default();

    let context = {
        let (state, visit) = (state.clone(), Arc::clone(visit));
        let properties = Arc::clone(&properties);
        move || {
            state.provide(&visit);
            provide_context(Arc::clone(&state.assets));
            provide_context(Arc::clone(&properties));
            if let Some(refused) = &refused {
                provide_context(Arc::clone(refused));
            }
        }
    };
    let response = match error {
        None => handle_response_inner(context, Pages, request, collect_html).await,
        Some(error) => {
            handle_response_inner(context, move || ErrorPage(error), request, collect_html).await
        }
    };
    add_headers(visit, &properties, response).await
}

type Html = Pin<Box<dyn Stream<Item = String> + Send>>;
type ResourceScript = Box<dyn FnOnce() -> Html + Send>;

/// Renders the whole page into a string, without the script of resource data that Leptos appends. Islands get
/// their data as properties.
fn collect_html<V: IntoView + 'static>(
    page: V,
    _: ResourceScript,
    _: bool,
) -> Pin<Box<dyn Future<Output = Html> + Send>> {
    Box::pin(async move {
        let html: String = page.to_html_stream_in_order().collect().await;
        let html = format!("<!DOCTYPE html>{}", strip_markers(&html));
        Box::pin(once(async move { html })) as Html
    })
}
