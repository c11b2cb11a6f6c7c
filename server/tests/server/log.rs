//! The content of the log.

use crate::test_server::TestServer;

#[test]
fn a_json_log_has_an_object_per_line() {
    let server = TestServer::serve(&["--log-format=json"]);
    let id = server.get("/sign-in").header("x-request-id").to_owned();
    let log = server.log();
    for line in log.lines() {
        let line: serde_json::Value = serde_json::from_str(line).unwrap();
        assert!(
            line["level"].is_string() && line["timestamp"].is_string(),
            "{line}"
        );
    }
    // A slow statement of the request may have a line before.
    let mut lines = log.lines().filter(|line| line.contains(&id));
    let line = lines.find(|line| line.contains("\"status\"")).unwrap();
    let line: serde_json::Value = serde_json::from_str(line).unwrap();
    assert_eq!(line["status"], 200);
    assert_eq!(line["span"]["route"], "/sign-in");
    assert_eq!(line["span"]["method"], "GET");
}

#[test]
fn a_human_log_is_text() {
    let server = TestServer::serve(&["--log-format=human"]);
    assert!(!server.log().contains('{'), "{}", server.log());
}

#[test]
fn the_log_has_routes_and_no_tokens() {
    let server = TestServer::serve(&[]);
    server.get("/sign-in/abcdefghijkmnpqrstuvwxyz23");
    server.get("/registration/abcdefghijkmnpqrstuvwxyz23?lang=en");
    server.get("/nothing/abcdefghijkmnpqrstuvwxyz23");
    let log = server.log();
    assert!(log.contains("/sign-in/{token}"), "{log}");
    assert!(!log.contains("abcdefghijkmnpqrstuvwxyz23"), "{log}");
}

#[test]
fn the_log_has_no_personal_data() {
    let demo = TestServer::start("demo", &["--log=debug"]);
    let token = demo.link_token();
    demo.get(&format!("/sign-in/{token}"));
    demo.post(
        "/do/request-sign-in",
        &[("address", "anna.jaeger@rinleipzig.example")],
    );
    demo.post("/do/request-sign-in", &[("address", "no address at all")]);
    demo.post("/do/sign-in", &[("token", &token)]);

    let front = demo.get("/").text();
    let (_, slug) = front.split_once("href=\"/events/").unwrap();
    let slug = slug.split('"').next().unwrap();
    let form = [
        ("event", slug),
        ("given_name", "Wilhelmine"),
        ("family_name", "Łukasiewicz"),
        ("address", "wilhelmine@somewhere.example"),
        ("organisation", "Verein der Namenlosen"),
        ("language", "de"),
        ("consent", "on"),
    ];
    let registered = demo.post("/do/register", &form);
    assert_eq!(registered.status, 303, "{}", registered.text());

    let log = demo.log().to_lowercase();
    for personal in [
        token.as_str(),
        "rinleipzig",
        "jaeger",
        "jäger",
        "no address at all",
        "wilhelmine",
        "łukasiewicz",
        "somewhere",
        "namenlosen",
        "127.0.0.1\"",
    ] {
        let line = log.lines().find(|line| line.contains(personal));
        assert!(line.is_none(), "{personal} in {line:?}");
    }
}
