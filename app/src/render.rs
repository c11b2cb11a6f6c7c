//! Renders pages, and gives each answer the headers that follow from what is on it.

use std::{
    hash::{DefaultHasher, Hash, Hasher},
    pin::Pin,
    sync::{
        Arc, OnceLock,
        atomic::{AtomicBool, Ordering},
    },
};

use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{Request, State},
    response::{IntoResponse, Redirect, Response},
};
use futures::{Stream, StreamExt, stream::once};
use http::{HeaderValue, StatusCode, header};
use leptos::{IntoView, prelude::*};
use leptos_axum::handle_response_inner;
use planner::Planner;

use crate::{
    assets::Assets,
    error::AppError,
    forms::RefusedForm,
    forms::SubmissionGuard,
    routes::Pages,
    shell::ErrorPage,
    visit::{Visit, visit_of_request},
};

/// What every page is rendered from.
#[derive(Debug, Clone)]
pub(crate) struct Frame {
    pub planner: Planner,
    pub assets: Arc<Assets>,
    pub once: Arc<SubmissionGuard>,
}

impl Frame {
    pub fn new(planner: Planner, assets: Assets) -> Self {
        Self {
            planner,
            assets: Arc::new(assets),
            once: Arc::default(),
        }
    }
}

/// What the page that is being rendered turned out to be; the headers follow from it.
#[derive(Debug, Default)]
pub(crate) struct Rendered {
    /// The nonce of the page's script, if an island is on it.
    pub nonce: OnceLock<String>,
    /// Whether everybody sees the same page. Otherwise no cache may keep it.
    pub the_same_for_all: AtomicBool,
    /// Whether a part of the page is another page of ours, in a frame.
    pub has_frame: AtomicBool,
    /// Whether a form on the page shows the refusal that the page answers.
    pub refusal_is_shown: AtomicBool,
}

/// A page that was asked for. Whoever has to sign in first is sent there, and comes back.
pub(crate) async fn get(State(frame): State<Frame>, request: Request) -> Response {
    let (parts, _) = request.into_parts();
    match visit_of_request(&frame.planner, &parts).await {
        Ok(visit) => {
            let page = show(&frame, &visit, None, None).await;
            if page.status() == AppError::SignIn.status() {
                return Redirect::to(&sign_in_first(&visit)).into_response();
            }
            unless_known(parts.headers.get(header::IF_NONE_MATCH), page)
        }
        Err((error, visit)) => show(&frame, &visit, None, Some(error)).await,
    }
}

/// The page to sign in on, and to come back from to the one that was asked for.
pub(crate) fn sign_in_first(visit: &Visit) -> String {
    let next = form_urlencoded::byte_serialize(visit.path.as_bytes());
    format!("/sign-in?next={}", next.collect::<String>())
}

/// Renders the page of a visit: with the form that was refused on it, or with an error.
pub(crate) async fn show(
    frame: &Frame,
    visit: &Arc<Visit>,
    refused: Option<Arc<RefusedForm>>,
    error: Option<AppError>,
) -> Response {
    let rendered = Arc::new(Rendered::default());
    let mut request = Request::new(Body::empty());
    *request.uri_mut() = visit.path.parse().unwrap_or_default();

    let context = {
        let (frame, visit, rendered) = (frame.clone(), Arc::clone(visit), Arc::clone(&rendered));
        move || {
            provide_context(Arc::clone(&visit));
            provide_context(Arc::clone(&rendered));
            provide_context(Arc::clone(&frame.assets));
            provide_context(frame.planner.clone());
            if let Some(refused) = &refused {
                provide_context(Arc::clone(refused));
            }
        }
    };
    let response = match error {
        None => handle_response_inner(context, Pages, request, whole).await,
        Some(error) => {
            handle_response_inner(context, move || ErrorPage(error), request, whole).await
        }
    };
    finish(visit, &rendered, response).await
}

type Html = Pin<Box<dyn Stream<Item = String> + Send>>;
type Rest = Box<dyn FnOnce() -> Html + Send>;

/// The whole page at once. What Leptos would append (the data of resources, in a script) is left out:
/// islands get what they need as properties.
fn whole<V: IntoView + 'static>(
    page: V,
    _: Rest,
    _: bool,
) -> Pin<Box<dyn Future<Output = Html> + Send>> {
    Box::pin(async move {
        let html: String = page.to_html_stream_in_order().collect().await;
        let html = format!("<!DOCTYPE html>{}", without_markers(&html));
        Box::pin(once(async move { html })) as Html
    })
}

/// Leaves out the markers (`<!>`) by which Leptos finds its place when a page comes alive in the
/// browser. Only islands do; elsewhere a marker is dead weight, and in a title or a text area it would be
/// seen. In text that people wrote there is none, as `<` is escaped there.
fn without_markers(html: &str) -> String {
    const MARKER: &str = "<!>";
    let mut out = String::with_capacity(html.len());
    let mut alive = Vec::new();
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        let (text, tag) = rest.split_at(at);
        out.push_str(text);
        rest = match tag.strip_prefix(MARKER) {
            Some(after) if alive.last() != Some(&true) => after,
            _ => {
                if tag.starts_with("<leptos-island") {
                    alive.push(true);
                } else if tag.starts_with("<leptos-children") {
                    alive.push(false);
                } else if tag.starts_with("</leptos-island") || tag.starts_with("</leptos-children")
                {
                    alive.pop();
                }
                out.push('<');
                &tag[1..]
            }
        };
    }
    out.push_str(rest);
    out
}

/// Adds the headers that follow from what was rendered.
async fn finish(visit: &Visit, rendered: &Rendered, response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    let Ok(html) = to_bytes(body, usize::MAX).await else {
        // The body is in memory: reading it cannot fail.
        parts.status = StatusCode::INTERNAL_SERVER_ERROR;
        return Response::from_parts(parts, Body::empty());
    };
    let headers = &mut parts.headers;
    headers.insert(
        header::CONTENT_SECURITY_POLICY,
        policy(
            rendered.nonce.get().map(String::as_str),
            rendered.has_frame.load(Ordering::Relaxed),
        ),
    );
    headers.insert(
        header::CONTENT_LANGUAGE,
        HeaderValue::from_static(visit.language.tag()),
    );
    headers.insert(
        header::VARY,
        HeaderValue::from_static("Cookie, Accept-Language"),
    );
    let shareable = parts.status == StatusCode::OK
        && visit.caller.is_none()
        && rendered.the_same_for_all.load(Ordering::Relaxed)
        && rendered.nonce.get().is_none();
    if shareable {
        headers.insert(
            header::CACHE_CONTROL,
            HeaderValue::from_static("public, max-age=0, must-revalidate"),
        );
        if let Ok(tag) = HeaderValue::try_from(entity_tag(&html)) {
            headers.insert(header::ETAG, tag);
        }
    } else {
        headers.insert(
            header::CACHE_CONTROL,
            HeaderValue::from_static("private, no-store"),
        );
    }
    Response::from_parts(parts, Body::from(html))
}

/// The content security policy (CSP Level 3): nothing from elsewhere, no inline style, a script only
/// where an island is, and a frame only where a page has one.
fn policy(nonce: Option<&str>, has_frame: bool) -> HeaderValue {
    const ALWAYS: &str = "default-src 'none'; style-src 'self'; img-src 'self' data:; \
         form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    let mut policy = ALWAYS.to_owned();
    if has_frame {
        policy.push_str("; frame-src 'self'");
    }
    if let Some(nonce) = nonce {
        policy.push_str("; script-src 'nonce-");
        policy.push_str(nonce);
        policy.push_str("' 'wasm-unsafe-eval'; connect-src 'self'");
    }
    HeaderValue::try_from(policy).unwrap_or(HeaderValue::from_static(ALWAYS))
}

/// Weak (RFC 9110 §8.8.1), because a compressing layer changes the bytes.
fn entity_tag(html: &Bytes) -> String {
    let mut hasher = DefaultHasher::new();
    html.hash(&mut hasher);
    format!("W/\"{:016x}\"", hasher.finish())
}

/// `304 Not Modified` for who has the page already (`If-None-Match`, RFC 9110 §13.1.2).
pub fn unless_known(tags: Option<&HeaderValue>, response: Response) -> Response {
    let known = tags.and_then(|tags| tags.to_str().ok());
    let tag = response
        .headers()
        .get(header::ETAG)
        .and_then(|tag| tag.to_str().ok());
    match (known, tag) {
        (Some(known), Some(tag)) if known.split(',').any(|known| known.trim() == tag) => {
            let (mut parts, _) = response.into_parts();
            parts.status = StatusCode::NOT_MODIFIED;
            parts.headers.remove(header::CONTENT_TYPE);
            parts.headers.remove(header::CONTENT_ENCODING);
            Response::from_parts(parts, Body::empty())
        }
        _ => response,
    }
}

#[cfg(test)]
mod tests {
    use axum::{body::Body, response::Response};
    use http::{HeaderValue, StatusCode, header};

    use super::{policy, unless_known, without_markers};

    #[test]
    fn markers_stay_only_where_an_island_comes_alive() {
        assert_eq!(
            without_markers("<title>Treffen<!></title><p>a<!>b</p>"),
            "<title>Treffen</title><p>ab</p>"
        );
        assert_eq!(
            without_markers(
                "<p>a<!></p><leptos-island data-component=\"X\"><b>c<!></b>\
                 <leptos-children><i>d<!></i></leptos-children><!></leptos-island><!>"
            ),
            "<p>a</p><leptos-island data-component=\"X\"><b>c<!></b>\
             <leptos-children><i>d</i></leptos-children><!></leptos-island>"
        );
    }

    #[test]
    fn a_page_without_an_island_may_run_nothing() {
        let policy = policy(None, false);
        assert!(!policy.to_str().unwrap().contains("script-src"));
        assert!(policy.to_str().unwrap().starts_with("default-src 'none'"));
    }

    #[test]
    fn a_page_that_is_known_is_not_sent_again() {
        let page = || {
            let mut response = Response::new(Body::from("page"));
            response
                .headers_mut()
                .insert(header::ETAG, HeaderValue::from_static("W/\"1\""));
            response
        };
        let status = |tags: Option<&'static str>| {
            let tags = tags.map(HeaderValue::from_static);
            unless_known(tags.as_ref(), page()).status()
        };
        assert_eq!(status(None), StatusCode::OK);
        assert_eq!(status(Some("W/\"0\", W/\"1\"")), StatusCode::NOT_MODIFIED);
        assert_eq!(status(Some("W/\"2\"")), StatusCode::OK);
    }
}
