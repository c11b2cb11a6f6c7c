//! The commands.

use std::process::Output;

use tempfile::TempDir;

use crate::test_server::{TestServer, database_url, treffpunkt};

fn printed(output: &Output) -> String {
    let text = [&output.stdout[..], &output.stderr[..]].concat();
    String::from_utf8(text).unwrap()
}

#[test]
fn help_explains_every_command() {
    let output = treffpunkt(&["--help"]).output().unwrap();
    assert!(output.status.success());
    let help = printed(&output);
    for command in ["serve", "migrate", "member", "demo", "groups"] {
        let line = help
            .lines()
            .find(|line| line.trim_start().starts_with(command))
            .unwrap_or_else(|| panic!("{command} in {help}"));
        assert!(line.split_whitespace().count() > 4, "{line}");
    }
}

#[test]
fn help_shows_each_setting_with_its_variable_and_default() {
    let help = printed(&treffpunkt(&["serve", "--help"]).output().unwrap());
    for text in [
        "TREFFPUNKT_LISTEN",
        "[default: 127.0.0.1:3000]",
        "TREFFPUNKT_PUBLIC_URL",
        "TREFFPUNKT_DATABASE_URL",
        "[default: sqlite:treffpunkt.sqlite]",
        "TREFFPUNKT_SMTP_URL",
        "TREFFPUNKT_TRUSTED_PROXIES",
        "TREFFPUNKT_LOG",
        "[default: info]",
        "TREFFPUNKT_LOG_FORMAT",
        "TREFFPUNKT_MAIL_CONNECTIONS",
    ] {
        assert!(help.contains(text), "{text} in {help}");
    }
}

#[test]
fn help_shows_no_value_of_the_environment() {
    let help = treffpunkt(&["serve", "--help"])
        .env("TREFFPUNKT_SMTP_URL", "smtps://user:secret@mail.example")
        .output()
        .unwrap();
    assert!(!printed(&help).contains("secret"));
}

fn member_add(directory: &TempDir, further: &[&str]) -> Output {
    treffpunkt(&["member", "add", "--public-url=https://treffpunkt.example"])
        .args(["--network=sachsen", "--address=anna@rinleipzig.example"])
        .args(["--name=Anna Jäger"])
        .args(further)
        .env("TREFFPUNKT_DATABASE_URL", database_url(directory.path()))
        .output()
        .unwrap()
}

#[test]
fn the_first_member_creates_the_network_and_gets_a_link() {
    let directory = TempDir::new().unwrap();
    let added = member_add(&directory, &["--network-name=IQ Sachsen", "--role=owner"]);
    assert!(added.status.success(), "{}", printed(&added));
    let printed = String::from_utf8(added.stdout).unwrap();
    assert!(
        printed.starts_with("https://treffpunkt.example/sign-in/"),
        "{printed}"
    );
    assert_eq!(printed.lines().count(), 1);
}

#[test]
fn a_member_can_be_given_another_role() {
    let directory = TempDir::new().unwrap();
    assert!(
        member_add(&directory, &["--network-name=IQ Sachsen"])
            .status
            .success()
    );
    assert!(member_add(&directory, &["--role=reader"]).status.success());
}

#[test]
fn an_unknown_network_is_not_created_without_a_name() {
    let directory = TempDir::new().unwrap();
    let refused = member_add(&directory, &[]);
    assert_eq!(refused.status.code(), Some(1));
    assert!(
        printed(&refused).contains("--network-name"),
        "{}",
        printed(&refused)
    );
}

#[test]
fn the_demo_prints_its_address_and_a_link_that_signs_in_once() {
    let demo = TestServer::start("demo", &[]);
    let printed = demo.stdout();
    assert!(printed.contains(&demo.url("")), "{printed}");
    let token = &demo.link_token();

    let page = demo.get(&format!("/sign-in/{token}"));
    assert_eq!(page.status, 200, "{}", page.text());
    let signed_in = demo.post("/do/sign-in", &[("token", token)]);
    assert_eq!((signed_in.status, signed_in.location()), (303, "/organise"));
    let again = demo.post("/do/sign-in", &[("token", token)]);
    assert_ne!(again.status, 303);
}

#[test]
fn the_demo_can_be_started_again_on_its_database() {
    let directory = TempDir::new().unwrap();
    let url = database_url(directory.path());
    let events = || {
        let demo = TestServer::start("demo", &["--database-url", &url]);
        demo.get("/").text().matches("/events/").count()
    };
    let first = events();
    assert!(first > 0);
    assert_eq!(events(), first);
}

#[test]
fn the_demo_refuses_the_database_of_another_network() {
    let directory = TempDir::new().unwrap();
    assert!(
        member_add(&directory, &["--network-name=IQ Sachsen", "--role=owner"])
            .status
            .success()
    );
    let refused = treffpunkt(&["demo", "--listen=127.0.0.1:0"])
        .env("TREFFPUNKT_DATABASE_URL", database_url(directory.path()))
        .output()
        .unwrap();
    assert_eq!(refused.status.code(), Some(1), "{}", printed(&refused));
    assert!(
        printed(&refused).contains("holds another network"),
        "{}",
        printed(&refused)
    );
}

#[test]
fn groups_are_planned_without_a_server() {
    let problem = r#"{"rounds": 1, "tables": [{"id": "red"}], "people": [{"id": "Ada"}, {"id": "Ben"}],
        "limit": {"iterations": 10}}"#;
    let planned = run_with_input(&["groups", "rotate"], problem);
    assert!(planned.status.success(), "{}", printed(&planned));
    assert!(printed(&planned).contains("Ada"), "{}", printed(&planned));
    assert_eq!(
        run_with_input(&["groups", "rotate"], "no problem")
            .status
            .code(),
        Some(2)
    );
}

/// Runs a command with this standard input.
fn run_with_input(arguments: &[&str], input: &str) -> Output {
    let directory = TempDir::new().unwrap();
    let file = directory.path().join("input");
    std::fs::write(&file, input).unwrap();
    treffpunkt(arguments)
        .stdin(std::fs::File::open(file).unwrap())
        .output()
        .unwrap()
}
