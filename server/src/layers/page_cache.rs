//! Caches the rendered and compressed public pages of events and the list of them.
//!
//! A page depends on URL, request headers, database and time. An entry is therefore valid until the next
//! commit of this process, and for [`TTL`] at most. Within the TTL it can miss a commit of another
//! server on the same database, or the opening of registration. Only responses with
//! `Cache-Control: public` are stored, and only for requests without a cookie.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
    time::{Duration, Instant},
};

use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{MatchedPath, Request, State},
    middleware::Next,
    response::{IntoResponse as _, Response},
};
use http::{
    HeaderMap, HeaderValue, Method, StatusCode,
    header::{ACCEPT_ENCODING, ACCEPT_LANGUAGE, CACHE_CONTROL, COOKIE, IF_NONE_MATCH, SET_COOKIE},
};
use store::CommitCounter;

/// The cached routes. Other public pages have fewer requests.
const ROUTES: [&str; 2] = ["/", "/events/{slug}"];

/// The lifetime of an entry.
const TTL: Duration = Duration::from_secs(1);

/// The largest number of entries.
const MAX_PAGES: usize = 256;

/// The largest body of an entry.
const MAX_PAGE_BYTES: usize = 128 * 1024;

/// The cache. Clones share their entries.
#[derive(Debug, Clone)]
pub struct PageCache {
    commits: CommitCounter,
    pages: Arc<Mutex<HashMap<CacheKey, CachedPage>>>,
}

/// The parts of a request that select a page.
#[derive(Debug, PartialEq, Eq, Hash)]
struct CacheKey {
    path: String,
    language: Option<HeaderValue>,
    encoding: Option<HeaderValue>,
}

#[derive(Debug, Clone)]
struct CachedPage {
    headers: HeaderMap,
    body: Bytes,
    rendered_at: Instant,
    /// The commit count before it was rendered.
    commits: u64,
}

/// Serves the page from the cache, or runs the request and stores the response.
pub async fn serve_cached(
    State(cache): State<PageCache>,
    mut request: Request,
    next: Next,
) -> Response {
    let Some(key) = CacheKey::from_request(&request) else {
        return next.run(request).await;
    };
    // Read first: a commit during rendering then invalidates the entry.
    let commits = cache.commits.count();
    // Without If-None-Match the response has a body, which can be stored.
    let if_none_match = request.headers_mut().remove(IF_NONE_MATCH);
    let page = match cache.get(&key, commits) {
        Some(page) => page,
        None => match CachedPage::from_response(next.run(request).await, commits).await {
            Ok(page) => {
                cache.insert(key, page.clone());
                page
            }
            Err(response) => return response,
        },
    };
    app::revalidate(if_none_match.as_ref(), page.into_response())
}

impl PageCache {
    pub fn new(commits: CommitCounter) -> Self {
        Self {
            commits,
            pages: Arc::default(),
        }
    }

    fn get(&self, key: &CacheKey, commits: u64) -> Option<CachedPage> {
        let pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        pages
            .get(key)
            .filter(|page| page.is_fresh(commits))
            .cloned()
    }

    fn insert(&self, key: CacheKey, page: CachedPage) {
        if page.body.len() > MAX_PAGE_BYTES {
            return;
        }
        let mut pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        if pages.len() >= MAX_PAGES {
            let commits = page.commits;
            pages.retain(|_, page| page.is_fresh(commits));
        }
        if pages.len() < MAX_PAGES {
            pages.insert(key, page);
        }
    }
}

impl CacheKey {
    /// `None` if the response to the request is not cached.
    fn from_request(request: &Request) -> Option<Self> {
        let headers = request.headers();
        let matched = request.extensions().get::<MatchedPath>()?;
        if request.method() != Method::GET
            || !ROUTES.contains(&matched.as_str())
            || headers.contains_key(COOKIE)
        {
            return None;
        }
        Some(Self {
            path: request.uri().path_and_query()?.to_string(),
            language: headers.get(ACCEPT_LANGUAGE).cloned(),
            encoding: headers.get(ACCEPT_ENCODING).cloned(),
        })
    }
}

impl CachedPage {
    /// The page of a public response, or the response itself.
    async fn from_response(response: Response, commits: u64) -> Result<Self, Response> {
        let rendered_at = Instant::now();
        let headers = response.headers();
        let is_public = headers
            .get(CACHE_CONTROL)
            .is_some_and(|value| value.as_bytes().starts_with(b"public"));
        if response.status() != StatusCode::OK || !is_public || headers.contains_key(SET_COOKIE) {
            return Err(response);
        }
        let (parts, body) = response.into_parts();
        let Ok(body) = to_bytes(body, usize::MAX).await else {
            // Unreachable: the body is in memory.
            return Err(StatusCode::INTERNAL_SERVER_ERROR.into_response());
        };
        Ok(Self {
            headers: parts.headers,
            body,
            rendered_at,
            commits,
        })
    }

    fn is_fresh(&self, commits: u64) -> bool {
        self.commits == commits && self.rendered_at.elapsed() < TTL
    }

    fn into_response(self) -> Response {
        let mut response = Response::new(Body::from(self.body));
        *response.headers_mut() = self.headers;
        response
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering};

    use axum::{Router, middleware, routing::get};
    use http::header::ETAG;
    use tower::ServiceExt as _;

    use super::*;

    /// A page with the number of its renderings.
    fn pages(commits: &CommitCounter, caching: &'static str) -> Router {
        let renderings = Arc::new(AtomicU32::new(0));
        let page = move || {
            let number = renderings.fetch_add(1, Ordering::Relaxed) + 1;
            async move {
                let tag = format!("W/\"{number}\"");
                (
                    [(CACHE_CONTROL, caching.to_owned()), (ETAG, tag)],
                    number.to_string(),
                )
            }
        };
        ROUTES
            .iter()
            .fold(Router::new(), |router, route| {
                router.route(route, get(page.clone()))
            })
            .layer(middleware::from_fn_with_state(
                PageCache::new(commits.clone()),
                serve_cached,
            ))
    }

    async fn get_page(
        pages: &Router,
        headers: &[(http::HeaderName, &'static str)],
    ) -> (StatusCode, String) {
        get_path(pages, "/events/treffen", headers).await
    }

    async fn get_path(
        pages: &Router,
        path: &str,
        headers: &[(http::HeaderName, &'static str)],
    ) -> (StatusCode, String) {
        let mut request = Request::new(Body::empty());
        *request.uri_mut() = path.parse().unwrap();
        for (name, value) in headers {
            request
                .headers_mut()
                .insert(name, HeaderValue::from_static(value));
        }
        let response = pages.clone().oneshot(request).await.unwrap();
        let status = response.status();
        let body = to_bytes(response.into_body(), MAX_PAGE_BYTES)
            .await
            .unwrap();
        (status, String::from_utf8(body.to_vec()).unwrap())
    }

    fn ok(body: &str) -> (StatusCode, String) {
        (StatusCode::OK, body.to_owned())
    }

    #[tokio::test]
    async fn a_commit_invalidates_the_page() {
        let commits = CommitCounter::default();
        let pages = pages(&commits, "public, max-age=0");
        assert_eq!(get_page(&pages, &[]).await, ok("1"));
        assert_eq!(get_page(&pages, &[]).await, ok("1"));
        commits.increment();
        assert_eq!(get_page(&pages, &[]).await, ok("2"));
    }

    #[tokio::test]
    async fn the_list_of_events_is_cached_beside_them() {
        let pages = pages(&CommitCounter::default(), "public, max-age=0");
        assert_eq!(get_path(&pages, "/", &[]).await, ok("1"));
        assert_eq!(get_page(&pages, &[]).await, ok("2"));
        assert_eq!(get_path(&pages, "/", &[]).await, ok("1"));
    }

    #[tokio::test]
    async fn another_language_is_another_page() {
        let pages = pages(&CommitCounter::default(), "public, max-age=0");
        assert_eq!(get_page(&pages, &[(ACCEPT_LANGUAGE, "de")]).await, ok("1"));
        assert_eq!(get_page(&pages, &[(ACCEPT_LANGUAGE, "en")]).await, ok("2"));
        assert_eq!(get_page(&pages, &[(ACCEPT_LANGUAGE, "de")]).await, ok("1"));
    }

    #[tokio::test]
    async fn a_private_page_is_not_cached() {
        let private = pages(&CommitCounter::default(), "private, no-store");
        assert_eq!(get_page(&private, &[]).await, ok("1"));
        assert_eq!(get_page(&private, &[]).await, ok("2"));
        let public = pages(&CommitCounter::default(), "public, max-age=0");
        assert_eq!(get_page(&public, &[]).await, ok("1"));
        assert_eq!(
            get_page(&public, &[(COOKIE, "session=anna")]).await,
            ok("2")
        );
    }

    #[tokio::test]
    async fn a_matching_etag_is_answered_not_modified() {
        let pages = pages(&CommitCounter::default(), "public, max-age=0");
        let known = [(IF_NONE_MATCH, "W/\"1\"")];
        for _ in 0..2 {
            assert_eq!(
                get_page(&pages, &known).await,
                (StatusCode::NOT_MODIFIED, String::new())
            );
        }
        assert_eq!(
            get_page(&pages, &[]).await,
            ok("1"),
            "the whole page was cached"
        );
    }
}
