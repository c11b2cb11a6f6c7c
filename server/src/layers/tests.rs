//! The layers with routes that panic or are slow.

use std::{sync::Arc, time::Duration};

use axum::{
    Router,
    body::{Body, to_bytes},
    response::{Html, Response},
    routing::{get, post},
};
use http::{
    Request, StatusCode,
    header::{
        ACCEPT, ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_LENGTH, HOST, ORIGIN, RETRY_AFTER,
        STRICT_TRANSPORT_SECURITY, X_CONTENT_TYPE_OPTIONS,
    },
};
use planner::{OsRandom, SystemClock};
use tower::ServiceExt as _;

use super::{
    LayerConfig, PageCache, RequestIdGenerator, SecurityHeaders, TrustedProxies,
    request_body::MAX_BYTES,
};

fn layered(https: bool) -> Router {
    layered_with(https, Duration::from_secs(30))
}

fn layered_with(https: bool, response_timeout: Duration) -> Router {
    let pages = Router::new()
        .route("/", get(|| async { Html("<p>Seite</p>".repeat(500)) }))
        .route("/panic", get(panics))
        .route(
            "/slow",
            get(|| tokio::time::sleep(Duration::from_millis(1_500))),
        )
        .route("/do/save", post(|body: String| async { body }));
    let rest = Router::new().route("/healthz", get(|| async { "ok" }));
    let layers = LayerConfig {
        origin: "https://treffpunkt.example".to_owned(),
        trusted_proxies: TrustedProxies::default(),
        request_ids: RequestIdGenerator::new(Arc::new(SystemClock), Arc::new(OsRandom)),
        security_headers: SecurityHeaders::new(https),
        page_cache: PageCache::new(store::CommitCounter::default()),
        max_requests: 1,
        response_timeout,
    };
    layers.apply(pages, rest).unwrap()
}

async fn panics() -> &'static str {
    panic!("on purpose")
}

fn request(path: &str) -> http::request::Builder {
    Request::builder()
        .uri(path)
        .header(HOST, "treffpunkt.example")
}

async fn respond(request: http::request::Builder) -> Response {
    let request = request.body(Body::empty()).unwrap();
    layered(true).oneshot(request).await.unwrap()
}

async fn text_of(response: Response) -> String {
    let bytes = to_bytes(response.into_body(), 1 << 20).await.unwrap();
    String::from_utf8(bytes.to_vec()).unwrap()
}

#[tokio::test]
async fn every_response_has_an_id_of_the_server() {
    let first = respond(request("/").header("x-request-id", "theirs")).await;
    let second = respond(request("/nothing")).await;
    let id = |response: &Response| {
        response.headers()["x-request-id"]
            .to_str()
            .unwrap()
            .to_owned()
    };
    assert_eq!(id(&first).len(), 36);
    assert_ne!(id(&first), id(&second));
}

#[tokio::test]
async fn every_response_has_the_security_headers() {
    for path in ["/", "/nothing", "/healthz", "/panic"] {
        let response = respond(request(path)).await;
        assert_eq!(
            response.headers()[X_CONTENT_TYPE_OPTIONS],
            "nosniff",
            "{path}"
        );
        assert!(
            response.headers().contains_key(STRICT_TRANSPORT_SECURITY),
            "{path}"
        );
    }
}

#[tokio::test]
async fn an_address_with_a_nul_is_refused() {
    for path in ["/%00", "/?q=a%00b", "/healthz?%00"] {
        let response = respond(request(path)).await;
        assert_eq!(response.status(), StatusCode::BAD_REQUEST, "{path}");
    }
    assert_eq!(respond(request("/?q=%2500")).await.status(), StatusCode::OK);
}

#[tokio::test]
async fn without_https_there_is_no_hsts() {
    let request = self::request("/").body(Body::empty()).unwrap();
    let response = layered(false).oneshot(request).await.unwrap();
    assert!(!response.headers().contains_key(STRICT_TRANSPORT_SECURITY));
}

#[tokio::test]
async fn a_panic_is_answered_with_a_page_that_has_the_request_id() {
    let response = respond(request("/panic").header(ACCEPT, "text/html")).await;
    assert_eq!(response.status(), StatusCode::INTERNAL_SERVER_ERROR);
    let id = response.headers()["x-request-id"]
        .to_str()
        .unwrap()
        .to_owned();
    let page = text_of(response).await;
    assert!(page.contains(&id) && !page.contains("on purpose"), "{page}");
}

#[tokio::test]
async fn pages_are_compressed() {
    let response = respond(request("/").header(ACCEPT_ENCODING, "br, gzip")).await;
    assert_eq!(response.headers()[CONTENT_ENCODING], "br");
}

#[tokio::test]
async fn a_cross_site_form_is_refused() {
    let foreign = request("/do/save")
        .method("POST")
        .header(ORIGIN, "https://elsewhere.example")
        .header("sec-fetch-site", "cross-site");
    assert_eq!(respond(foreign).await.status(), StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_same_origin_form_is_accepted_even_if_a_proxy_changed_the_host() {
    let own = Request::builder()
        .uri("/do/save")
        .method("POST")
        .header(HOST, "10.0.0.7:3000")
        .header(ORIGIN, "https://treffpunkt.example");
    assert_eq!(respond(own).await.status(), StatusCode::OK);
}

#[tokio::test]
async fn a_large_body_is_refused_by_its_length() {
    let large = request("/do/save")
        .method("POST")
        .header(CONTENT_LENGTH, MAX_BYTES + 1);
    let refused = respond(large).await;
    assert_eq!(refused.status(), StatusCode::PAYLOAD_TOO_LARGE);
    assert!(text_of(refused).await.contains("at most 12 MB"));
}

#[tokio::test]
async fn a_request_without_a_host_is_refused_with_an_id() {
    let refused = respond(Request::builder().uri("/healthz")).await;
    assert_eq!(refused.status(), StatusCode::BAD_REQUEST);
    assert!(refused.headers().contains_key("x-request-id"));
}

#[tokio::test]
async fn a_body_that_is_still_arriving_takes_no_permit() {
    let router = layered(true);
    let arriving =
        request("/do/save")
            .method("POST")
            .body(Body::from_stream(futures::stream::pending::<
                Result<Vec<u8>, std::io::Error>,
            >()));
    let arriving = tokio::spawn(router.clone().oneshot(arriving.unwrap()));
    tokio::task::yield_now().await;
    let page = request("/").body(Body::empty()).unwrap();
    let page = router.oneshot(page).await.unwrap();
    assert_eq!(page.status(), StatusCode::OK);
    arriving.abort();
}

#[tokio::test]
async fn a_slow_response_times_out() {
    let request = self::request("/slow").body(Body::empty()).unwrap();
    let router = layered_with(true, Duration::from_millis(50));
    let late = router.oneshot(request).await.unwrap();
    assert_eq!(late.status(), StatusCode::GATEWAY_TIMEOUT);
}

#[tokio::test]
async fn an_overloaded_server_answers_503_with_retry_after() {
    let router = layered(true);
    let ask = |path: &str| {
        let request = self::request(path).body(Body::empty()).unwrap();
        router.clone().oneshot(request)
    };
    let busy = tokio::spawn(ask("/slow"));
    // Until its body is read and it has taken its turn.
    for _ in 0..10 {
        tokio::task::yield_now().await;
    }

    let refused = ask("/").await.unwrap();
    assert_eq!(refused.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert!(refused.headers().contains_key(RETRY_AFTER));
    assert_eq!(ask("/healthz").await.unwrap().status(), StatusCode::OK);

    busy.await.unwrap().unwrap();
    assert_eq!(ask("/").await.unwrap().status(), StatusCode::OK);
}
