//! Pages and forms over HTTP: with and without the form island, languages, headers, errors.

#![expect(clippy::unwrap_used, reason = "a test ends where something fails")]

use std::{sync::Arc, time::Duration};

use app::router;
use axum::{
    Router,
    body::{Body, to_bytes},
    http::{HeaderMap, Request, StatusCode, header},
};
use planner::{Delivery, OsRandom, Planner, PlannerConfig, SystemClock};
use store::testing::{Engine, TestDatabase};
use tower::ServiceExt;
use ui::assets::Assets;

struct Site {
    router: Router,
    database: TestDatabase,
}

struct Answer {
    status: StatusCode,
    headers: HeaderMap,
    html: String,
}

impl Answer {
    fn header(&self, name: header::HeaderName) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().unwrap())
    }
}

impl Site {
    async fn new() -> Self {
        let database = TestDatabase::fresh(Engine::Sqlite).await;
        let planner = Planner::new(
            database.store.clone(),
            Arc::new(SystemClock),
            Arc::new(OsRandom),
            PlannerConfig::new("https://treffpunkt.example", Delivery::Kept),
        );
        let assets = Assets {
            style: "/assets/1/treffpunkt.css".into(),
            script: "/assets/1/treffpunkt.js".into(),
            wasm: "/assets/1/treffpunkt_bg.wasm".into(),
        };
        Self {
            router: router(planner, assets),
            database,
        }
    }

    async fn ask(&self, request: axum::http::request::Builder, body: &str) -> Answer {
        let request = request.body(Body::from(body.to_owned())).unwrap();
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let html = to_bytes(body, usize::MAX).await.unwrap();
        Answer {
            status: parts.status,
            headers: parts.headers,
            html: String::from_utf8(html.into()).unwrap(),
        }
    }

    async fn get(&self, path: &str) -> Answer {
        self.ask(Request::get(path), "").await
    }

    async fn post(&self, path: &str, form: &str) -> Answer {
        self.ask(form_to(path), form).await
    }
}

fn form_to(path: &str) -> axum::http::request::Builder {
    Request::post(path).header(header::CONTENT_TYPE, "application/x-www-form-urlencoded")
}

const SEND_LINK: &str = "/do/request-sign-in?at=%2Fsign-in";

#[tokio::test]
async fn a_refused_form_is_shown_again_with_typed_values_and_faults() {
    let site = Site::new().await;
    let answer = site.post(SEND_LINK, "address=anna%22%3E%3Cscript%3E").await;
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        answer
            .html
            .contains(r#"value="anna&quot;&gt;&lt;script&gt;""#),
        "{}",
        answer.html
    );
    assert!(
        answer.html.contains(r##"<a href="#f-address">"##),
        "{}",
        answer.html
    );
    assert!(answer.html.contains(r#"aria-invalid="true""#));
    assert!(answer.html.contains("<title>Nicht geklappt: "));
    assert_eq!(answer.header(header::CACHE_CONTROL), "private, no-store");
}

#[tokio::test]
async fn an_accepted_form_redirects_and_the_island_gets_the_location() {
    let site = Site::new().await;
    let plain = site.post(SEND_LINK, "address=anna%40example.org").await;
    assert_eq!(plain.status, StatusCode::SEE_OTHER);
    assert_eq!(plain.header(header::LOCATION), "/sign-in?sent=1");

    let request = form_to(SEND_LINK).header("x-island", "1");
    let island = site.ask(request, "address=anna%40example.org").await;
    assert_eq!(island.status, StatusCode::NO_CONTENT);
    assert_eq!(island.headers["x-location"], "/sign-in?sent=1");
    assert_eq!(island.header(header::LOCATION), "");
}

#[tokio::test]
async fn asking_for_a_link_does_not_tell_whether_the_address_is_known() {
    let site = Site::new().await;
    let sent = site.get("/sign-in?sent=1").await;
    assert!(
        sent.html
            .contains("Wenn zu dieser Adresse ein Konto gehört"),
        "{}",
        sent.html
    );
}

#[tokio::test]
async fn a_form_never_leads_to_another_site() {
    let site = Site::new().await;
    let back = "language=en&back=%2F%2Fevil.example";
    let answer = site.post("/do/choose-language?at=%2F", back).await;
    assert_eq!(answer.header(header::LOCATION), "/");
    let reload = site.get("/do/choose-language?at=%2F%2Fevil.example").await;
    assert_eq!(reload.header(header::LOCATION), "/");
}

#[tokio::test]
async fn a_form_for_no_action_is_not_found() {
    let site = Site::new().await;
    let answer = site.post("/do/no-such-thing?at=%2Fsign-in", "").await;
    assert_eq!(answer.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_malformed_or_too_large_form_is_refused() {
    let site = Site::new().await;
    let broken = site.post(SEND_LINK, "address[a][b]=x").await;
    assert_eq!(broken.status, StatusCode::BAD_REQUEST);
    let large = format!("address={}", "a".repeat(300_000));
    assert_eq!(
        site.post(SEND_LINK, &large).await.status,
        StatusCode::BAD_REQUEST
    );
}

#[tokio::test]
async fn the_chosen_language_is_kept_and_the_page_comes_back() {
    let site = Site::new().await;
    let form = "language=en&back=%2Fsign-in%3Fsent%3D1%26lang%3Dde";
    let answer = site.post("/do/choose-language?at=%2Fsign-in", form).await;
    assert_eq!(answer.header(header::LOCATION), "/sign-in?sent=1");
    let cookie = answer.header(header::SET_COOKIE);
    assert!(
        cookie.starts_with("lang=en; Path=/;") && cookie.ends_with("; Secure"),
        "{cookie}"
    );

    let request = Request::get("/sign-in").header(header::COOKIE, "lang=en");
    let english = site.ask(request, "").await;
    assert!(english.html.contains(r#"<html lang="en""#));
    assert_eq!(english.header(header::CONTENT_LANGUAGE), "en");
}

#[tokio::test]
async fn a_page_without_an_island_has_no_script_and_may_be_kept() {
    let site = Site::new().await;
    let page = site.get("/accessibility").await;
    assert!(
        !page.html.contains("<script") && !page.html.contains("nonce"),
        "{}",
        page.html
    );
    assert!(
        !page
            .header(header::CONTENT_SECURITY_POLICY)
            .contains("script-src")
    );
    assert!(page.header(header::CACHE_CONTROL).starts_with("public"));
    let tag = page.header(header::ETAG).to_owned();

    let request = Request::get("/accessibility").header(header::IF_NONE_MATCH, &tag);
    let again = site.ask(request, "").await;
    assert_eq!(again.status, StatusCode::NOT_MODIFIED);
    assert_eq!(again.html, "");
    let request = Request::get("/accessibility")
        .header(header::IF_NONE_MATCH, &tag)
        .header(header::ACCEPT_LANGUAGE, "en");
    assert_eq!(site.ask(request, "").await.status, StatusCode::OK);
}

#[tokio::test]
async fn a_page_with_an_island_runs_its_own_script_and_no_other() {
    let site = Site::new().await;
    let page = site.get("/sign-in").await;
    let policy = page.header(header::CONTENT_SECURITY_POLICY);
    let (_, nonce) = policy.split_once("'nonce-").unwrap();
    let (nonce, _) = nonce.split_once('\'').unwrap();
    assert_eq!(page.html.matches("<script").count(), 1);
    assert!(
        page.html
            .contains(&format!(r#"<script type="module" nonce="{nonce}">"#))
    );
    assert!(!policy.contains("unsafe-inline"));
    assert_eq!(page.header(header::CACHE_CONTROL), "private, no-store");
}

#[tokio::test]
async fn no_page_carries_an_inline_style() {
    let site = Site::new().await;
    for path in ["/", "/sign-in", "/sign-in/x", "/accessibility", "/nowhere"] {
        let page = site.get(path).await;
        assert!(
            !page.html.contains("style=") && !page.html.contains("<style"),
            "{path}"
        );
        // The form island finds its place by one marker, after its children.
        let still = page.html.replace("</leptos-children><!>", "");
        assert!(
            !still.contains("<!>"),
            "{path} has a marker outside of its islands"
        );
    }
}

#[tokio::test]
async fn an_unknown_page_is_404_in_the_persons_language() {
    let site = Site::new().await;
    let request = Request::get("/events/no-such-event").header(header::ACCEPT_LANGUAGE, "en");
    let page = site.ask(request, "").await;
    assert_eq!(page.status, StatusCode::NOT_FOUND);
    assert!(
        page.html.contains("This page does not exist"),
        "{}",
        page.html
    );
    assert_eq!(
        site.get("/imprint/no-such-network").await.status,
        StatusCode::NOT_FOUND
    );
}

#[tokio::test]
async fn signing_in_leads_back_to_the_page_that_asked_for_it() {
    let site = Site::new().await;
    let page = site.get("/account?x=1").await;
    assert_eq!(page.status, StatusCode::SEE_OTHER);
    assert_eq!(
        page.header(header::LOCATION),
        "/sign-in?next=%2Faccount%3Fx%3D1"
    );
    let form = site.get("/sign-in?next=%2Faccount%3Fx%3D1").await;
    assert!(
        form.html.contains(r#"name="next" value="/account?x=1""#),
        "{}",
        form.html
    );
    let sent = site
        .post(
            SEND_LINK,
            "address=anna%40example.org&next=%2Faccount%3Fx%3D1",
        )
        .await;
    let cookie = sent.header(header::SET_COOKIE);
    assert!(cookie.starts_with("next=%2Faccount%3Fx%3D1;"), "{cookie}");
}

#[tokio::test]
async fn without_the_database_the_answer_is_503_and_nobody_is_signed_out() {
    let site = Site::new().await;
    site.database.store.close().await;
    let session = "__Host-session=abcdefghijkmnpqrstuvwxyz23";
    let request = Request::get("/account").header(header::COOKIE, session);
    let page = site.ask(request, "").await;
    assert_eq!(page.status, StatusCode::SERVICE_UNAVAILABLE);
    assert_eq!(page.header(header::RETRY_AFTER), "10");
    assert_eq!(page.header(header::SET_COOKIE), "");
    let form = site.post(SEND_LINK, "address=anna%40example.org").await;
    assert_eq!(form.status, StatusCode::SERVICE_UNAVAILABLE);
    assert!(
        form.html.contains(r#"value="anna@example.org""#),
        "{}",
        form.html
    );
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_form_is_done_although_its_sender_hangs_up() {
    let site = Site::new().await;
    let store = &site.database.store;
    let writer = store.begin().await.unwrap();
    let request = form_to(SEND_LINK).body(Body::from("address=anna%40haus.example"));
    let answer = site.router.clone().oneshot(request.unwrap());
    // The action waits for the writer. Then the connection is gone, and its future with it.
    let hung_up = tokio::time::timeout(Duration::from_millis(200), answer).await;
    assert!(hung_up.is_err());
    let before = store.commits().count();
    drop(writer);
    let done = async {
        while store.commits().count() == before {
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    };
    tokio::time::timeout(Duration::from_secs(10), done)
        .await
        .unwrap();
}
