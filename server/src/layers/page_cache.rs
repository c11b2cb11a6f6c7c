//! Caches the rendered and compressed public pages of events and the list of them.
//!
//! A page depends on URL, request headers, database and time. An entry is therefore valid until the next
//! commit of this process, and for [`TTL`] at most. Within the TTL it can miss a commit of another
//! server on the same database, or the opening of registration. Only responses with
//! `Cache-Control: public` are stored, and only for requests without a cookie.
//!
//! Clients choose query and headers, so they could fill the cache with copies of one page. Headers are therefore
//! reduced to what a page depends on, and a page with any query but the links' own is not stored.

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
use model::Language;
use store::CommitCounter;

/// The cached routes. Other public pages have fewer requests.
const ROUTES: [&str; 3] = ["/", "/events", "/events/{slug}"];

/// The queries of cached pages: none, and the language in links of mails.
const QUERIES: [&str; 3] = ["", "lang=de", "lang=en"];

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
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
struct CacheKey {
    path: String,
    language: Language,
    encoding: Encoding,
}

/// The content codings of responses, the preferred one first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
enum Encoding {
    Brotli,
    Gzip,
    Identity,
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
    let headers = request.headers_mut();
    let if_none_match = headers.remove(IF_NONE_MATCH);
    headers.insert(ACCEPT_ENCODING, key.encoding.accepted());
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
        if pages.len() >= MAX_PAGES {
            let oldest = pages
                .iter()
                .min_by_key(|(_, page)| page.rendered_at)
                .map(|(key, _)| key.clone());
            oldest.map(|oldest| pages.remove(&oldest));
        }
        pages.insert(key, page);
    }
}

impl CacheKey {
    /// `None` if the response to the request is not cached.
    fn from_request(request: &Request) -> Option<Self> {
        let headers = request.headers();
        let matched = request.extensions().get::<MatchedPath>()?;
        if request.method() != Method::GET
            || !ROUTES.contains(&matched.as_str())
            || !QUERIES.contains(&request.uri().query().unwrap_or_default())
            || headers.contains_key(COOKIE)
        {
            return None;
        }
        let accepted = |name| headers.get(name).and_then(|value| value.to_str().ok());
        Some(Self {
            path: request.uri().path_and_query()?.to_string(),
            language: accepted(ACCEPT_LANGUAGE)
                .and_then(Language::accepted)
                .unwrap_or_default(),
            encoding: Encoding::of(accepted(ACCEPT_ENCODING).unwrap_or_default()),
        })
    }
}

impl Encoding {
    /// The preferred coding of those accepted (RFC 9110 §12.5.3). Clients that accept only some coding in another
    /// way get the page uncompressed.
    fn of(accepted: &str) -> Self {
        let accepts = |coding: &str| {
            accepted.split(',').any(|offer| {
                let (name, weight) = offer.split_once(';').unwrap_or((offer, ""));
                let refused = weight
                    .trim()
                    .strip_prefix("q=")
                    .is_some_and(|weight| weight.parse() == Ok(0.0_f32));
                name.trim().eq_ignore_ascii_case(coding) && !refused
            })
        };
        if accepts("br") {
            Self::Brotli
        } else if accepts("gzip") {
            Self::Gzip
        } else {
            Self::Identity
        }
    }

    const fn accepted(self) -> HeaderValue {
        HeaderValue::from_static(match self {
            Self::Brotli => "br",
            Self::Gzip => "gzip",
            Self::Identity => "identity",
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
    async fn a_made_up_query_is_not_cached_and_keeps_no_page_out() {
        let pages = pages(&CommitCounter::default(), "public, max-age=0");
        for number in 1..=MAX_PAGES + 1 {
            let path = format!("/?made-up={number}");
            assert_eq!(get_path(&pages, &path, &[]).await, ok(&number.to_string()));
        }
        let next = ok(&(MAX_PAGES + 2).to_string());
        assert_eq!(get_path(&pages, "/", &[]).await, next);
        assert_eq!(get_path(&pages, "/", &[]).await, next);
    }

    #[tokio::test]
    async fn more_pages_than_fit_push_out_the_oldest() {
        let pages = pages(&CommitCounter::default(), "public, max-age=0");
        for number in 0..=MAX_PAGES {
            get_path(&pages, &format!("/events/{number}"), &[]).await;
        }
        let latest = ok(&(MAX_PAGES + 1).to_string());
        let path = format!("/events/{MAX_PAGES}");
        assert_eq!(get_path(&pages, &path, &[]).await, latest);
        let again = ok(&(MAX_PAGES + 2).to_string());
        assert_eq!(get_path(&pages, "/events/0", &[]).await, again);
    }

    #[tokio::test]
    async fn headers_that_mean_the_same_select_the_same_page() {
        let pages = pages(&CommitCounter::default(), "public, max-age=0");
        for (language, encoding) in [
            ("de", "gzip, deflate, br"),
            ("de-AT,de;q=0.9,x-made-up;q=0.1", "br;q=1.0, made-up"),
            ("xx", "BR"),
        ] {
            let headers = [(ACCEPT_LANGUAGE, language), (ACCEPT_ENCODING, encoding)];
            assert_eq!(get_page(&pages, &headers).await, ok("1"), "{language}");
        }
    }

    #[test]
    fn a_coding_with_the_weight_nothing_is_refused() {
        assert_eq!(Encoding::of("br;q=0, gzip"), Encoding::Gzip);
        assert_eq!(Encoding::of("br; q=0.0, gzip;q=0"), Encoding::Identity);
        assert_eq!(Encoding::of(""), Encoding::Identity);
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
