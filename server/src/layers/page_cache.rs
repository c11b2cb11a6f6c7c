//! Sends the public page of an event again as it was last made, so that a page which everybody looks at
//! is rendered and compressed once, and not for each of them.
//!
//! The page depends on its address, on what the request asks for, on the database and on the time. So
//! it is sent again only while this process has committed nothing since, and for a second at most: for
//! so long it may miss what another server on the same database changed, or that registration opened.
//! Kept is only what says that everybody may have it (`Cache-Control: public`), and only for requests
//! without a cookie.

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
use store::Commits;

/// The pages that are kept: what else is public is asked for less often.
const ROUTE: &str = "/events/{slug}";

/// How long a page is sent again.
const LASTS: Duration = Duration::from_secs(1);

/// More pages than these are not kept, nor larger ones.
const MOST: usize = 256;
const LARGEST: usize = 128 * 1024;

/// The pages as they were last made.
#[derive(Debug, Clone)]
pub struct PageCache {
    commits: Commits,
    pages: Arc<Mutex<HashMap<Key, Page>>>,
}

/// What a page depends on of the request that asks for it.
#[derive(Debug, PartialEq, Eq, Hash)]
struct Key {
    path: String,
    language: Option<HeaderValue>,
    encoding: Option<HeaderValue>,
}

#[derive(Debug, Clone)]
struct Page {
    headers: HeaderMap,
    body: Bytes,
    made: Instant,
    /// How many commits there were before it was made.
    commits: u64,
}

pub async fn send_again(
    State(cache): State<PageCache>,
    mut request: Request,
    next: Next,
) -> Response {
    let Some(key) = Key::of(&request) else {
        return next.run(request).await;
    };
    // Read before the page is made: a commit in between makes it too old at once.
    let commits = cache.commits.count();
    // The page is made whole, so that it can be kept for those who do not know it yet.
    let known = request.headers_mut().remove(IF_NONE_MATCH);
    let page = match cache.find(&key, commits) {
        Some(page) => page,
        None => match Page::of(next.run(request).await, commits).await {
            Ok(page) => {
                cache.keep(key, page.clone());
                page
            }
            Err(answer) => return answer,
        },
    };
    app::revalidate(known.as_ref(), page.into_response())
}

impl PageCache {
    pub fn new(commits: Commits) -> Self {
        Self {
            commits,
            pages: Arc::default(),
        }
    }

    fn find(&self, key: &Key, commits: u64) -> Option<Page> {
        let pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        pages
            .get(key)
            .filter(|page| page.is_fresh(commits))
            .cloned()
    }

    fn keep(&self, key: Key, page: Page) {
        if page.body.len() > LARGEST {
            return;
        }
        let mut pages = self.pages.lock().unwrap_or_else(PoisonError::into_inner);
        if pages.len() >= MOST {
            let commits = page.commits;
            pages.retain(|_, page| page.is_fresh(commits));
        }
        if pages.len() < MOST {
            pages.insert(key, page);
        }
    }
}

impl Key {
    fn of(request: &Request) -> Option<Self> {
        let headers = request.headers();
        let matched = request.extensions().get::<MatchedPath>()?;
        if request.method() != Method::GET
            || matched.as_str() != ROUTE
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

impl Page {
    /// The page that an answer brings, or the answer, if it is not for everybody.
    async fn of(answer: Response, commits: u64) -> Result<Self, Response> {
        let made = Instant::now();
        let headers = answer.headers();
        let is_public = headers
            .get(CACHE_CONTROL)
            .is_some_and(|value| value.as_bytes().starts_with(b"public"));
        if answer.status() != StatusCode::OK || !is_public || headers.contains_key(SET_COOKIE) {
            return Err(answer);
        }
        let (parts, body) = answer.into_parts();
        let Ok(body) = to_bytes(body, usize::MAX).await else {
            // The body is in memory: reading it cannot fail.
            return Err(StatusCode::INTERNAL_SERVER_ERROR.into_response());
        };
        Ok(Self {
            headers: parts.headers,
            body,
            made,
            commits,
        })
    }

    fn is_fresh(&self, commits: u64) -> bool {
        self.commits == commits && self.made.elapsed() < LASTS
    }

    fn into_response(self) -> Response {
        let mut answer = Response::new(Body::from(self.body));
        *answer.headers_mut() = self.headers;
        answer
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicU32, Ordering};

    use axum::{Router, middleware, routing::get};
    use http::header::ETAG;
    use tower::ServiceExt as _;

    use super::*;

    /// A page that says how often it was made, to everybody or not.
    fn pages(commits: &Commits, caching: &'static str) -> Router {
        let made = Arc::new(AtomicU32::new(0));
        let page = move || {
            let number = made.fetch_add(1, Ordering::Relaxed) + 1;
            async move {
                let tag = format!("W/\"{number}\"");
                (
                    [(CACHE_CONTROL, caching.to_owned()), (ETAG, tag)],
                    number.to_string(),
                )
            }
        };
        Router::new()
            .route(ROUTE, get(page))
            .layer(middleware::from_fn_with_state(
                PageCache::new(commits.clone()),
                send_again,
            ))
    }

    async fn ask(
        pages: &Router,
        headers: &[(http::HeaderName, &'static str)],
    ) -> (StatusCode, String) {
        let mut request = Request::new(Body::empty());
        *request.uri_mut() = "/events/treffen".parse().unwrap();
        for (name, value) in headers {
            request
                .headers_mut()
                .insert(name, HeaderValue::from_static(value));
        }
        let answer = pages.clone().oneshot(request).await.unwrap();
        let status = answer.status();
        let body = to_bytes(answer.into_body(), LARGEST).await.unwrap();
        (status, String::from_utf8(body.to_vec()).unwrap())
    }

    fn ok(body: &str) -> (StatusCode, String) {
        (StatusCode::OK, body.to_owned())
    }

    #[tokio::test]
    async fn a_page_is_made_again_after_a_commit() {
        let commits = Commits::default();
        let pages = pages(&commits, "public, max-age=0");
        assert_eq!(ask(&pages, &[]).await, ok("1"));
        assert_eq!(ask(&pages, &[]).await, ok("1"));
        commits.count_one();
        assert_eq!(ask(&pages, &[]).await, ok("2"));
    }

    #[tokio::test]
    async fn another_language_is_another_page() {
        let pages = pages(&Commits::default(), "public, max-age=0");
        assert_eq!(ask(&pages, &[(ACCEPT_LANGUAGE, "de")]).await, ok("1"));
        assert_eq!(ask(&pages, &[(ACCEPT_LANGUAGE, "en")]).await, ok("2"));
        assert_eq!(ask(&pages, &[(ACCEPT_LANGUAGE, "de")]).await, ok("1"));
    }

    #[tokio::test]
    async fn what_is_one_persons_is_not_kept() {
        let private = pages(&Commits::default(), "private, no-store");
        assert_eq!(ask(&private, &[]).await, ok("1"));
        assert_eq!(ask(&private, &[]).await, ok("2"));
        let public = pages(&Commits::default(), "public, max-age=0");
        assert_eq!(ask(&public, &[]).await, ok("1"));
        assert_eq!(ask(&public, &[(COOKIE, "session=anna")]).await, ok("2"));
    }

    #[tokio::test]
    async fn who_knows_the_page_is_told_that_it_is_the_same() {
        let pages = pages(&Commits::default(), "public, max-age=0");
        let known = [(IF_NONE_MATCH, "W/\"1\"")];
        for _ in 0..2 {
            assert_eq!(
                ask(&pages, &known).await,
                (StatusCode::NOT_MODIFIED, String::new())
            );
        }
        assert_eq!(ask(&pages, &[]).await, ok("1"), "the whole page was kept");
    }
}
